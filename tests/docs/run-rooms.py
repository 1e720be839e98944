#!/usr/bin/env python3
"""The table of rooms in docs/architecture.md is the one that tests/lint/run-layering.py applies.

usage: run-rooms.py PROGRAM SOURCE_DIR WORK_DIR
"""
import ast
import pathlib
import re
import sys

source = pathlib.Path(sys.argv[2])
tree = ast.parse((source / 'tests/lint/run-layering.py').read_text())
applied = {}
for node in tree.body:
    if isinstance(node, ast.Assign) and node.targets[0].id == 'MAY_USE':
        applied = {room: sorted(rooms) for room, rooms in ast.literal_eval(node.value).items()}

page = (source / 'docs/architecture.md').read_text()
told = {}
for row in re.findall(r'^\| `(\w+)` \| [^|]+ \|([^|]*)\|$', page, re.M):
    told[row[0]] = re.findall(r'`(\w+)`', row[1])

if not applied or told != applied:
    for room in sorted(set(told) | set(applied)):
        if told.get(room) != applied.get(room):
            print(f'{room}: the page says {told.get(room)}, the test applies {applied.get(room)}')
    sys.exit(1)
print(f'{len(told)} rooms as told')
