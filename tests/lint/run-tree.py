#!/usr/bin/env python3
"""Nothing in the tree is unfinished or of one machine only.

usage: run-tree.py PROGRAM SOURCE_DIR WORK_DIR
"""
import pathlib
import re
import subprocess
import sys

TEXT = {'.c', '.h', '.def', '.py', '.sh', '.md', '.xsl', '.xml', '.rnc', '.rng', '.txt', '.json', '.1', '.5', ''}
WRONG = [
    (r'\b(?:TO' r'DO|FIX' r'ME|XX' r'X|HA' r'CK)\b', 'unfinished'),
    (r'(?:^|[\s"\'=(>])/(?:home|root|work|Users|tmp/[a-z])', 'a path of one machine'),
    (r'\t', 'a tab'),
    (r'[ \t]+$', 'blanks at the end of a line'),
    (r'^(?:<{7}|>{7}|={7})(?: |$)', 'a merge that was not finished'),
]
THEIRS = ('fonts/', 'hyphenation/', 'LICENSE')
TABS_MATTER = ('.patch', 'tests/regress/options/json/args')
EXPECTED = ('tests/regress/',)


def files(source):
    listed = subprocess.run(['git', '-C', source, 'ls-files'], capture_output=True, text=True)
    if listed.returncode == 0 and listed.stdout:
        return listed.stdout.splitlines()
    skipped = ('.git/', 'build/', 'out/')
    found = (str(p.relative_to(source)) for p in sorted(source.rglob('*')) if p.is_file())
    return [name for name in found if not name.startswith(skipped)]


def main():
    source = pathlib.Path(sys.argv[2])
    faults = 0
    for name in files(source):
        path = source / name
        if name.startswith(THEIRS) or path.suffix not in TEXT or not path.is_file():
            continue
        try:
            lines = path.read_text().split('\n')
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(lines, 1):
            for pattern, what in WRONG:
                if 'blank' in what and (name.startswith(EXPECTED) or path.suffix in ('.md', '.rng')):
                    continue
                if re.search(pattern, line) and name not in TABS_MATTER and name != 'tests/lint/run-tree.py':
                    faults += 1
                    print(f'{name}:{number}: {what}: {line.strip()[:80]}')
        if lines and lines[-1] and not name.startswith(EXPECTED):
            faults += 1
            print(f'{name}: the last line is not ended')
    print(f'{faults} faults')
    sys.exit(1 if faults else 0)


main()
