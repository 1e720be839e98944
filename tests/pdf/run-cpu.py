#!/usr/bin/env python3
"""The finishing pass takes at most a quarter of a report's instructions, attachments included.

usage: run-cpu.py PROGRAM SOURCE_DIR WORK_DIR
"""
import pathlib
import subprocess
import sys

program, source = sys.argv[1:3]
if b'__asan_init' in pathlib.Path(program).read_bytes():
    print('not counted: valgrind and sanitizers do not go together')
    sys.exit(0)
sys.exit(subprocess.run([sys.executable, f'{source}/scripts/cpu.py', program, f'{source}/samples/midt', '--limit',
                         'finish=25', '--wave', 'w1', '--only', 'partnerskab-b']).returncode)
