#!/usr/bin/env python3
"""No name is defined twice over the libraries, and every name that is seen outside has the prefix.

usage: run-symbols.py PROGRAM SOURCE_DIR WORK_DIR
"""
import pathlib
import subprocess
import sys


def main():
    folder = pathlib.Path(sys.argv[1]).resolve().parent
    libraries = sorted(folder.glob('libladle-*.a'))
    where, faults = {}, 0
    for library in libraries:
        listing = subprocess.run(['nm', '--defined-only', '--extern-only', '-A', library], capture_output=True,
                                 text=True).stdout
        for line in listing.splitlines():
            place, _, rest = line.rpartition(':')
            words = rest.split()
            name, kind = words[-1], words[-2]
            if kind not in 'TDBRGSCVW' or name.startswith(('__asan', '__odr_asan', '__ubsan', '__lsan', '__gcov', '__llvm')):
                continue
            member = place.split(':')[-1]
            if not name.startswith('ladle_'):
                faults += 1
                print(f'{library.name}({member}): {name} has no prefix')
            if name in where:
                faults += 1
                print(f'{name} is defined in {where[name]} and in {library.name}({member})')
            where[name] = f'{library.name}({member})'
    print(f'{len(where)} names in {len(libraries)} libraries, {faults} faults')
    sys.exit(1 if faults or len(libraries) < 10 or len(where) < 100 else 0)


main()
