#!/usr/bin/env python3
"""Some test provokes every diagnostic code.

usage: run-codes.py PROGRAM SOURCE_DIR WORK_DIR

A code counts as provoked where it stands in what a golden case expects, or where a unit test or a
test script asks for it by number or by name.
"""
import pathlib
import re
import sys

# What no test can provoke, and why.
CANNOT = {
    'E505': 'the document format allows no text where the layout would lose it; tests/unit/test_layout.c '
            'loses one by hand and asks for the words',
}


def codes(source):
    text = (source / 'src/base/diag_codes.def').read_text()
    return dict(re.findall(r'LADLE_CODE\((\w+), LADLE_\w+, "([EWN]\d+)"', text))


def main():
    source = pathlib.Path(sys.argv[2])
    tests = source / 'tests'
    golden = '\n'.join(p.read_text(errors='replace') for p in tests.glob('regress/*/*/*')
                       if p.name in ('err', 'expected.txt'))
    written = '\n'.join(p.read_text(errors='replace') for p in tests.rglob('*')
                        if p.suffix in ('.c', '.h', '.py', '.sh') and p.name != 'run-codes.py')
    missing = 0
    for name, code in sorted(codes(source).items(), key=lambda item: item[1][1:]):
        provoked = f'[{code}]' in golden or re.search(rf'LADLE_DIAG_{name}\b|\b{code}\b', written)
        if not provoked and code not in CANNOT:
            missing += 1
            print(f'{code} {name}: provoked by no test')
        if provoked and code in CANNOT:
            missing += 1
            print(f'{code} {name}: is provoked after all; take it off the list')
    print(f'{len(codes(source))} codes, {missing} faults')
    sys.exit(1 if missing else 0)


main()
