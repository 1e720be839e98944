#!/usr/bin/env python3
"""The same study gives the same bytes: in any locale, time zone, working directory and order of files.

usage: run-same-bytes.py PROGRAM SOURCE_DIR WORK_DIR
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys


def divided(source, folder):
    """The small sample with its records over two files, and its files read in another order."""
    folder.mkdir(parents=True)
    records = (source / 'records.xml').read_text()
    head, tail = re.match(r'(.*?<records[^>]*>)', records, re.S)[1], '</records>'
    middle = records.index('  <!-- ========================= Partnerskab B')
    inner = folder / 'mappe med æ'
    inner.mkdir()
    (inner / 'z.xml').write_text(records[:middle] + tail)
    (folder / 'a.xml').write_text(head + records[middle:])
    shutil.copy(source / 'texts.xml', folder / 'b.xml')
    shutil.copy(source / 'study.xml', folder / 'c.xml')
    return folder


def danish_locale(folder):
    folder.mkdir()
    subprocess.run(['localedef', '-i', 'da_DK', '-f', 'UTF-8', folder / 'da_DK.UTF-8'], capture_output=True)
    return folder


def main():
    program, source, work = (pathlib.Path(a).resolve() for a in sys.argv[1:4])
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    small = source / 'samples/small'
    (work / 'leaks-of-others').write_text('leak:__argz_add_sep\n')
    hostile = {'LC_ALL': 'da_DK.UTF-8', 'LANGUAGE': 'da', 'LOCPATH': str(danish_locale(work / 'locale')),
               'TZ': 'Pacific/Kiritimati', 'HOME': '/nonexistent', 'SOURCE_DATE_EPOCH': '1',
               'FONTCONFIG_PATH': '/nonexistent', 'XDG_DATA_HOME': '/nonexistent',
               'LSAN_OPTIONS': f'suppressions={work}/leaks-of-others:print_suppressions=0'}
    ways = {'plain': (small, '.', {'LC_ALL': 'C', 'TZ': 'UTC'}),
            'hostile': (os.path.relpath(small, '/usr'), '/usr', hostile),
            'divided': (divided(small, work / 'divided'), work, {})}
    made = {}
    for name, (study, folder, environment) in ways.items():
        out = work / name
        done = subprocess.run([program, 'report', study, '-o', out, '--quiet'], cwd=folder, capture_output=True,
                              text=True, env={**os.environ, **environment})
        if done.returncode:
            sys.exit(f'{name}: status {done.returncode}\n{done.stderr}')
        made[name] = {str(p.relative_to(out)): p.read_bytes() for p in out.rglob('*.pdf')}
    faults = 0
    for name, files in made.items():
        if files.keys() != made['plain'].keys() or len(files) < 3:
            faults += 1
            print(f'{name}: made {sorted(files)}')
        for file in files:
            if files[file] != made['plain'].get(file):
                faults += 1
                print(f'{name}: {file} differs')
    sys.exit(1 if faults else 0)


main()
