#!/usr/bin/env python3
"""Runs the tutorial of README.md in an empty folder, as written.

usage: run-readme.py PROGRAM SOURCE_DIR WORK_DIR [-u]

Every ```console block is run: lines that begin with `$ ` are commands, the lines below are what
must come out on a terminal. A comment of its own, <!-- edit: COMMAND -->, is what a reader does in
an editor. A ```sh block after <!-- run --> must go through, with the installed folder replaced by a
copy. <!-- not run --> before a ```console block leaves it out. -u writes what came out into
README.md: read it with `git diff` before you believe it.
"""
import os
import pathlib
import pty
import re
import shutil
import subprocess
import sys

BLOCK = re.compile(r'<!-- edit: (?P<edit>.*?) -->'
                   r'|<!-- run -->\n```sh\n(?P<script>.*?)```'
                   r'|(?P<skip><!-- not run -->\n)?```console\n(?P<body>.*?)```', re.S)
SHARE = '/usr/local/share/ladle'


def on_a_terminal(command, folder, environment):
    """What the command shows on a terminal: the last state of each line."""
    near, far = pty.openpty()
    process = subprocess.Popen(['bash', '-c', command], cwd=folder, env=environment,
                               stdin=subprocess.DEVNULL, stdout=far, stderr=far, close_fds=True)
    os.close(far)
    shown = b''
    while True:
        try:
            piece = os.read(near, 65536)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    os.close(near)
    process.wait()
    lines = shown.decode('utf-8').replace('\r\n', '\n').split('\n')
    lines = [line.split('\r')[-1].rstrip() for line in lines]
    return '\n'.join(lines).rstrip('\n')


def run_block(body, folder, environment):
    out = []
    for line in body.split('\n'):
        if line.startswith('$ '):
            out.append(line)
            shown = on_a_terminal(line[2:], folder, environment)
            if shown:
                out.append(shown)
    return '\n'.join(out) + '\n'


def main():
    program, source, work = (pathlib.Path(p).resolve() for p in sys.argv[1:4])
    update = '-u' in sys.argv[4:]
    shutil.rmtree(work, ignore_errors=True)
    folder = work / 'empty'
    folder.mkdir(parents=True)
    share = work / 'share'
    for name in ('templates', 'schema', 'fonts', 'hyphenation'):
        shutil.copytree(source / name, share / name)
    environment = {'PATH': f'{program.parent}:{os.environ["PATH"]}', 'LC_ALL': 'C.UTF-8',
                   'TZ': 'UTC', 'HOME': str(work), 'TERM': 'dumb', 'LADLE_SHARE': str(share)}
    for name in ('ASAN_OPTIONS', 'UBSAN_OPTIONS'):
        if name in os.environ:
            environment[name] = os.environ[name]
    readme = (source / 'README.md').read_text(encoding='utf-8')
    faults, commands = [], 0

    def one(match):
        nonlocal commands
        if match['skip']:
            return match[0]
        if match['edit']:
            before = {p: p.read_bytes() for p in folder.rglob('*.xml')}
            subprocess.run(['bash', '-ec', match['edit']], cwd=folder, env=environment, check=True)
            if before == {p: p.read_bytes() for p in folder.rglob('*.xml')}:
                faults.append(f'this edit changes nothing: {match["edit"]}')
            return match[0]
        if match['script']:
            run = subprocess.run(['bash', '-ec', match['script'].replace(SHARE, str(share))],
                                 cwd=folder, env=environment, capture_output=True, text=True)
            if run.returncode != 0 or ' error: ' in run.stderr:
                faults.append(f'{match["script"]}\nfails:\n{run.stderr}')
            return match[0]
        wanted, got = match['body'], run_block(match['body'], folder, environment)
        commands += wanted.count('\n$ ') + wanted.startswith('$ ')
        if wanted != got:
            faults.append(f'README.md says:\n{wanted}\nbut it is:\n{got}')
        return f'```console\n{got}```'

    said = BLOCK.sub(one, readme)
    if update:
        (source / 'README.md').write_text(said, encoding='utf-8')
    elif faults:
        print('\n'.join(faults))
        sys.exit(1)
    if commands < 8:
        print(f'only {commands} commands found in README.md')
        sys.exit(1)
    print(f'{commands} commands of README.md do what it says')


main()
