#!/usr/bin/env python3
"""Messages as JSON lines: every study of the golden checks is checked again with --diagnostics json. Each line
is one JSON object; severity, code, words and line are those of the text, and the summary counts the same.

usage: run-json.py PROGRAM SOURCE_DIR
"""
import json
import re
import subprocess
import sys
from pathlib import Path

TEXT = re.compile(r'^(?:(?P<file>.+?)(?::(?P<line>\d+))?(?::(?P<column>\d+))?: )?(?P<severity>error|warning|note): '
                  r'(?P<message>.*) \[(?P<code>[EWN]\d+)\]$')
SUMMARY = re.compile(r'^(\d+) errors?, (\d+) warnings? in (\d+) files?')


def of_text(said):
    """(code, severity, message) of each message, in order; the counts of the summary."""
    found, counts = [], None
    for line in said.splitlines():
        m, summary = TEXT.match(line), SUMMARY.match(line)
        if m:
            found.append((m['code'], m['severity'], m['message'], m['line']))
        if summary:
            counts = tuple(int(n) for n in summary.groups())
    return found, counts


def of_json(said):
    found, counts = [], None
    for line in said.splitlines():
        one = json.loads(line)
        if one.get('summary'):
            counts = (one['errors'], one['warnings'], one['files'])
        else:
            found.append((one['code'], one['severity'], one['message'], str(one['line']) if one.get('line') else None))
    return found, counts


def check(program, study, *more):
    run = subprocess.run([program, 'check', '.', *more], cwd=study, capture_output=True, text=True, errors='replace',
                         env={'LC_ALL': 'C.UTF-8'}, timeout=120)
    return run.stderr


def main():
    program, source = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    faults, codes, studies = [], set(), 0
    for study in sorted(p.parent for p in (source / 'tests/regress/check').glob('*/expected.txt')):
        try:
            text, lines = of_text(check(program, study)), of_json(check(program, study, '--diagnostics', 'json'))
        except (ValueError, KeyError) as error:
            faults.append(f'{study.name}: not JSON: {error}')
            continue
        studies += 1
        codes |= {code for code, *_ in lines[0]}
        if text != lines:
            differ = next(((a, b) for a, b in zip(text[0], lines[0]) if a != b), (text[1], lines[1]))
            faults.append(f'{study.name}: text {differ[0]}, JSON {differ[1]}')
    if len(codes) < 70:
        faults.append(f'only {len(codes)} codes were met')
    print('\n'.join(faults) or f'{studies} studies with {len(codes)} codes: the same as text and as JSON')
    return bool(faults)


if __name__ == '__main__':
    sys.exit(main())
