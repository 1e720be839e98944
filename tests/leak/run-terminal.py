#!/usr/bin/env python3
"""Names are said to a person at a terminal alone, by the stream that is one.

usage: run-terminal.py PROGRAM SOURCE_DIR WORK_DIR

`ladle check --show` says them with its messages, on standard error; `--protected` lists them on
standard output. Each stream in turn is a terminal, the other a pipe: what would say a name into the
pipe is refused, and says none.
"""
import os
import pathlib
import pty
import shutil
import subprocess
import sys

NAME = 'Thygesen'
REFUSED = 2


def read_all(terminal):
    """What was written to a terminal, until its last writer closes it (reading then fails)."""
    text = b''
    try:
        while piece := os.read(terminal, 4096):
            text += piece
    except OSError:
        pass
    return text.decode()


def run(program, study, options, terminal):
    """Exit status, and what the streams said, with one of them ("stdout", "stderr") a terminal."""
    ours, theirs = pty.openpty()
    streams = {'stdout': subprocess.PIPE, 'stderr': subprocess.PIPE, terminal: theirs}
    child = subprocess.Popen([program, 'check', study, *options], stdin=subprocess.DEVNULL, **streams)
    os.close(theirs)
    said = {terminal: read_all(ours)}
    piped = child.stdout or child.stderr
    said['stderr' if terminal == 'stdout' else 'stdout'] = piped.read().decode()
    os.close(ours)
    return child.wait(), said


def main():
    program, source, study = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    shutil.rmtree(study, ignore_errors=True)
    shutil.copytree(source / 'samples/small', study)
    for path in study.glob('*.xml'):
        path.chmod(0o644)
        text = path.read_text()
        path.write_text(text.replace('Dette er et lille eksempel.', f'Sagt af fru {NAME}.'))
    faults = []
    for options, terminal, allowed in ((['--show'], 'stderr', True), (['--show'], 'stdout', False),
                                       (['--protected'], 'stdout', True), (['--protected'], 'stderr', False),
                                       (['--show', '--protected'], 'stdout', False),
                                       (['--show', '--protected'], 'stderr', False)):
        status, said = run(program, study, options, terminal)
        what = f'{" ".join(options)} with {terminal} a terminal'
        other = 'stderr' if terminal == 'stdout' else 'stdout'
        if NAME.lower() in said[other].lower():
            faults.append(f'{what}: the name went into the pipe')
        if allowed and NAME.lower() not in said[terminal].lower():
            faults.append(f'{what}: the name was not said: {said}')
        if allowed == (status == REFUSED):
            faults.append(f'{what}: exit status {status}: {said}')
        if not allowed and NAME.lower() in ''.join(said.values()).lower():
            faults.append(f'{what}: refused, and the name was said')
    print('\n'.join(faults) or 'names were said to terminals alone')
    sys.exit(bool(faults))


main()
