#!/usr/bin/env python3
"""A file that breaks off is told, and nothing that refers into it is a crash.

usage: run-broken-off.py PROGRAM SOURCE_DIR WORK_DIR [-k WORD]

Of a study in which all things are referred to from other files, one file at a time is broken in
each way a hand does it: an end tag forgotten, and the file cut off behind a start tag. Whatever is
half read then is still named by the other files. `ladle check` must say that the file breaks off,
end with status 1, and say of nothing in the other files that it is unknown, since the rest of the
file may hold it. Where it is records or texts that break off, reports made with --keep-going must
do without the file.
"""
import pathlib
import re
import shutil
import subprocess
import sys

FILES = ('framework.xml', 'study.xml', 'records.xml', 'texts.xml')
TAG = re.compile(r'<(/?)([\w-]+)((?:\s+[\w:-]+="[^"]*")*)\s*(/?)>')
# References that stand in one file and name what another one holds, for kinds that the base
# study's own files do not name from outside.
MORE_TEXTS = '''  <section chapter="content"><title>Alt, der kan nævnes</title>
    <quote statement="s1">Målene er hver parts egne.</quote><quote statement="s2">Nu ved vi det.</quote>
    <quote statement="s4" speaker="p1">Kun aktivitetsmål.</quote><quote statement="s5">De var glade.</quote>
    <p>Ord<evidence statement="s1 s2 s3 s4 s5"/><evidence record="q1" question="c.load.1"/>
      <q statement="s4">Kun aktivitetsmål</q> <ref to="boks"/> <ref to="t"/> <ref to="under"/> <ref to="a1"/></p>
    <recommendation statement="s2 s4 s5" element="goals">Gør det.</recommendation>
  </section>
</texts>
'''


def breaks(text):
    """(what, broken text) for one of each kind of element in its kind of parent."""
    seen, open_tags = set(), []
    for tag in TAG.finditer(text):
        end, name, empty = tag.group(1), tag.group(2), tag.group(4)
        if empty:
            continue
        where = '/'.join(open_tags[-1:] + [name])
        if end:
            open_tags.pop()
            where = '/'.join(open_tags[-1:] + [name])
            if open_tags and ('end', where) not in seen:
                yield f'</{name}> of {where} forgotten', text[:tag.start()] + text[tag.end():]
            seen.add(('end', where))
            continue
        open_tags.append(name)
        if ('start', where) not in seen:
            yield f'cut off behind <{name}> of {where}', text[:tag.end()]
        seen.add(('start', where))


def run(arguments):
    done = subprocess.run([str(a) for a in arguments], capture_output=True, text=True)
    return done.returncode, done.stderr


def faults_of_check(program, folder, name):
    status, said = run([program, 'check', folder])
    if status != 1 or 'Sanitizer' in said:
        return [f'check ends with status {status}: {said[-300:]}']
    faults = []
    if not re.search(rf'^{name}:\d+(:\d+)?: error: .*\[E\d+\]$', said, re.M):
        faults.append('check does not say that the file breaks off')
    faults += [f'said of another file: {line}' for line in said.splitlines()
               if ('[E210]' in line or '[E211]' in line) and not line.startswith(name)]
    return faults


def faults_of_report(program, folder, out):
    status, said = run([program, 'report', folder, '-o', out, '--keep-going', '--quiet', '--only', 'final'])
    # Without records there is no round to report on, which is told.
    return [] if status in (1, 2) and 'Sanitizer' not in said else [f'report ends with status {status}: {said[-300:]}']


def main():
    arguments = sys.argv[1:]
    word = arguments[arguments.index('-k') + 1] if '-k' in arguments else ''
    program, source, work = (pathlib.Path(a).resolve() for a in arguments[:3])
    shutil.rmtree(work, ignore_errors=True)
    valid = source / 'tests/mutation/valid'
    base = {name: (valid / name).read_text() for name in FILES}
    base['texts.xml'] = base['texts.xml'].replace('</texts>\n', MORE_TEXTS)
    # Also a second file of records, so that something is left to report on.
    base['more-records.xml'] = base['records.xml'].replace('id="', 'id="x')
    runs, faults, reported = 0, 0, set()
    for name in FILES:
        for what, text in breaks(base[name]):
            if word not in f'{name}: {what}':
                continue
            folder = work / f'study{runs}'
            folder.mkdir(parents=True)
            shutil.copy(valid / 'tom.svg', folder)
            for other, words in base.items():
                (folder / other).write_text(text if other == name else words)
            found = faults_of_check(program, folder, name)
            if name in ('records.xml', 'texts.xml') and 'forgotten' in what:
                found += faults_of_report(program, folder, work / 'out')
                reported.add(what)
            for fault in found:
                print(f'{name}: {what}: {fault}')
            faults += len(found)
            runs += 1
            shutil.rmtree(folder)
    print(f'{runs} broken files, {len(reported)} kinds reported without, {faults} faults')
    sys.exit(0 if not faults and (word or (runs > 120 and len(reported) > 30)) else 1)


main()
