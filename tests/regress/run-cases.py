#!/usr/bin/env python3
"""Golden cases: runs the program on small inputs and compares what comes out, to the byte.

usage: run-cases.py PROGRAM SOURCE_DIR WORK_DIR [-u] [-k WORD] [-v]

A case is a folder AREA/NAME below this one. Its file `args` holds the arguments, one line a run;
the program runs in a copy of the folder, with $WORK standing for a folder to write into, $BASE for
the study and $TINY for the templates that the cases share, and $SHARE for the source tree. Words
NAME=VALUE before the arguments go into the environment. A line that begins with ! is a shell command
that must succeed, with $LADLE for the program; one with # a comment. What is compared, where the
file exists:
    status   exit statuses, one a line (always compared)
    out      standard output       err      standard error
    files    the files written into $WORK, one a line (no .ladle)
-u writes what came out as what is expected: look at it with `git diff` before you believe it.

Every case (but one with a file `once`, which is slow) runs twice: once plainly, and once under another locale (comma as decimal mark), another
time zone and by another path, where the same bytes are expected.
"""
import itertools
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys


def parse_arguments(argv):
    update, verbose, word, rest = False, False, '', []
    it = iter(argv)
    for argument in it:
        if argument == '-u':
            update = True
        elif argument == '-v':
            verbose = True
        elif argument == '-k':
            word = next(it)
        else:
            rest.append(argument)
    return [os.path.abspath(p) for p in rest[:3]], update, verbose, word


def danish_locale(work):
    """A folder with the compiled Danish locale, so that none need be installed."""
    folder = work / 'locale'
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / 'da_DK.UTF-8').exists():
        subprocess.run(['localedef', '-i', 'da_DK', '-f', 'UTF-8', str(folder / 'da_DK.UTF-8')],
                       check=False, capture_output=True)
    return folder


def environments(work):
    plain = {'PATH': os.environ['PATH'], 'LC_ALL': 'C.UTF-8', 'TZ': 'UTC'}
    for name in ('ASAN_OPTIONS', 'UBSAN_OPTIONS'):
        if name in os.environ:
            plain[name] = os.environ[name]
    # The C library never gives back what it read from LOCPATH.
    work.mkdir(parents=True, exist_ok=True)
    (work / 'leaks-of-others').write_text('leak:__argz_add_sep\n')
    hostile = dict(plain, LSAN_OPTIONS=f'suppressions={work}/leaks-of-others:print_suppressions=0', LC_ALL='da_DK.UTF-8', LOCPATH=str(danish_locale(work)),
                   TZ='Pacific/Kiritimati', HOME='/nonexistent')
    return {'plain': plain, 'hostile': hostile}


def lines_of(path):
    return [l for l in path.read_text().splitlines() if l.strip() and not l.startswith('#')]


def run_case(program, source, case, folder, environment):
    """What came out of all runs of a case: name of expected file -> bytes."""
    if folder.exists():
        subprocess.run(['chmod', '-R', 'u+rwX', str(folder)], check=False)
        shutil.rmtree(folder)
    shutil.copytree(case, folder / 'case', symlinks=True)
    (folder / 'work').mkdir()
    out, err, status = b'', b'', ''
    places = {'WORK': str(folder / 'work'), 'SHARE': str(source), 'LADLE': str(program),
              'BASE': str(source / 'tests/regress/base'), 'TINY': str(source / 'tests/regress/tiny')}
    for line in lines_of(case / 'args'):
        command = line
        for name, place in places.items():
            line = line.replace('$' + name, place)
        if line.startswith('! '):
            done = subprocess.run(['sh', '-c', line[2:]], cwd=folder / 'case', env=environment,
                                  capture_output=True, stdin=subprocess.DEVNULL, timeout=120)
            if done.returncode:
                status += f'{command[:60]}: {done.returncode}\n'
                err += done.stdout + done.stderr
            continue
        words = shlex.split(line)
        extra = list(itertools.takewhile(lambda word: re.match(r'[A-Z_]+=', word), words))
        done = subprocess.run([program, *words[len(extra):]], cwd=folder / 'case',
                              env={**environment, **dict(word.split('=', 1) for word in extra)},
                              capture_output=True, stdin=subprocess.DEVNULL, timeout=120)
        out, err, status = out + done.stdout, err + done.stderr, status + f'{done.returncode}\n'
    for text, what in ((str(folder / 'work'), b'$WORK'), (str(source), b'$SHARE')):
        out, err = out.replace(text.encode(), what), err.replace(text.encode(), what)
    files = sorted(str(p.relative_to(folder / 'work')) for p in (folder / 'work').rglob('*')
                   if p.is_file() and '.ladle' not in p.parts)
    return {'status': status.encode(), 'out': out, 'err': err,
            'files': ''.join(f + '\n' for f in files).encode()}


def show_difference(name, expected, got):
    want, have = expected.decode(errors='replace'), got.decode(errors='replace')
    import difflib
    for line in list(difflib.unified_diff(want.splitlines(), have.splitlines(), f'expected {name}',
                                          'got', lineterm=''))[:40]:
        print('    ' + line)


def main():
    (program, source, work), update, verbose, word = parse_arguments(sys.argv[1:])
    here, work, source = pathlib.Path(__file__).parent, pathlib.Path(work), pathlib.Path(source)
    cases = sorted(p.parent for p in here.rglob('args') if word in str(p.parent.relative_to(here)))
    failed = 0
    for case in cases:
        name = case.relative_to(here)
        for where, environment in environments(work).items():
            if where == 'hostile' and (case / 'once').exists():
                continue
            got = run_case(program, source, case, work / where / name, environment)
            if update and where == 'plain':
                for key, value in got.items():
                    if (case / key).exists() or key == 'status':
                        (case / key).write_bytes(value)
            wrong = [key for key, value in got.items()
                     if (case / key).exists() and (case / key).read_bytes() != value]
            if not (case / 'status').exists():
                wrong.append('status')
            if re.search(rb'runtime error|AddressSanitizer|LeakSanitizer', got['err']):
                wrong.append('err')
            if wrong:
                failed += 1
                print(f'FAILED {name} ({where}): {", ".join(sorted(set(wrong)))}')
                for key in sorted(set(wrong)):
                    expected = (case / key).read_bytes() if (case / key).exists() else b''
                    show_difference(key, expected, got[key])
            elif verbose:
                print(f'ok {name} ({where})')
    print(f'{len(cases)} cases, {failed} failures')
    sys.exit(1 if failed or not cases else 0)


main()
