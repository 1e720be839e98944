#!/usr/bin/env python3
"""How many pages the reports of the samples have at most. A report that grows past its bound repeats itself or
prints what nobody reads: mend that, not the bound."""
import re
import subprocess
import sys
import tempfile
from pathlib import Path

# sample, arguments, report, most pages
BOUNDS = [
    ('midt', ['--wave', 'w1'], 'final', 60),
    ('midt', ['--wave', 'w2'], 'final', 66),
    ('midt', ['--wave', 'w1', '--set', 'evidence=none'], 'final', 45),
    ('midt', ['--wave', 'w2', '--set', 'evidence=none'], 'final', 45),
    ('midt', ['--wave', 'w1'], 'partnerskab-e', 4),
    ('midt', ['--wave', 'w2'], 'partnerskab-e', 4),
]


def pages(program, study, arguments, report, work):
    run = subprocess.run([program, 'report', str(study), '-o', work, '--only', report, '--dump', 'pages', *arguments],
                         capture_output=True, text=True)
    return len(re.findall(r'^page ', run.stdout, re.M)), run.stderr


def main():
    program, root = sys.argv[1], Path(sys.argv[2])
    failed = False
    with tempfile.TemporaryDirectory() as work:
        for sample, arguments, report, most in BOUNDS:
            count, said = pages(program, root / 'samples' / sample, arguments, report, work)
            print(f'{sample} {" ".join(arguments)} {report}: {count} pages, at most {most}')
            if not 0 < count <= most:
                failed = True
                print(said.strip()[-300:])
    return failed


if __name__ == '__main__':
    sys.exit(main())
