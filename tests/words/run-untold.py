#!/usr/bin/env python3
"""A chart of how often sectors were there says when it leaves some out.

usage: run-untold.py PROGRAM SOURCE_DIR WORK_DIR

Where a sector that was there is of too few people to be told, a note under the chart says so; where
all are told, none does.
"""
import pathlib
import subprocess
import sys
import xml.etree.ElementTree as ET

I, D = '{urn:x-ladle:input}', '{urn:x-ladle:document}'


def dump(program, study, stage, *more):
    done = subprocess.run([program, 'report', study, '--dump', stage, *more], capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stderr)
    return ET.fromstring(done.stdout)


def notes(root):
    figure = next((f for f in root.iter(D + 'figure') if f.get('id') == 'presence'), None)
    return None if figure is None else [p for p in figure.iter(D + 'p')
                                        if p.get('class') == 'note' and 'vises ikke' in ''.join(p.itertext())]


def main():
    program, source, work = (pathlib.Path(a).resolve() for a in sys.argv[1:4])
    seen, faults = {True: 0, False: 0}, 0
    for name in ('a', 'b', 'c', 'd', 'e'):
        for wave in ('w1', 'w2'):
            more = ('--only', f'partnerskab-{name}', '--wave', wave)
            given = dump(program, source / 'samples/midt', 'input', *more)
            found = notes(dump(program, source / 'samples/midt', 'document', *more))
            if found is None:
                continue
            assessment = next(a for a in given.iter(I + 'assessment') if a.get('wave') == wave)
            untold = any(p.get('untold') == 'yes' and p.get('recorded') != '0' for p in assessment.iter(I + 'presence'))
            seen[untold] += 1
            if len(found) != untold:
                print(f'partnership {name}, {wave}: {len(found)} notes, sectors left out: {untold}')
                faults += 1
    print(f'{seen[True]} charts leave sectors out, {seen[False]} do not')
    sys.exit(1 if faults or not sum(seen.values()) else 0)


main()
