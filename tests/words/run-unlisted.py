#!/usr/bin/env python3
"""A report without a list of evidence leads nobody to it, and counts it all the same.

usage: run-unlisted.py PROGRAM SOURCE_DIR WORK_DIR

Of each sample's reports, with --set evidence=cited and none, and with the part evidence left out:
main results count as much evidence as with all of it; where there is no list, no number of evidence
and no word of a link to it stands in the report, and no cell or bracket is left empty by one that is
gone. Where the part method is left out, nothing refers to it.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET

D = '{urn:x-ladle:document}'
SAMPLES = (('midt', 'w1', 'final'), ('midt', 'w2', 'final'), ('midt', 'w2', 'partnerskab-a'), ('small', '', 'final'),
           ('centres', '', 'final'))
LINKS = re.compile(r'link til (de )?belæg|leads to (its|the) evidence')
COUNT = re.compile(r'hviler på [^.]* belæg[^.]*\.|rests on [^.]* items? of evidence[^.]*\.')


def document(program, study, wave, name, *settings):
    arguments = [program, 'report', study, '--dump', 'document', '--only', name, *settings]
    arguments += ['--wave', wave] if wave else []
    done = subprocess.run([str(a) for a in arguments], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f'{arguments}: {done.stderr}')
    return ET.fromstring(done.stdout)


def leave_out(study, part):
    path = study / 'study.xml'
    words = path.read_text()
    words = re.sub(r'<leave-out[^>]*/>', '', words)
    place = re.search(r'\n\s*<wave ', words).start()
    path.write_text(f'{words[:place]}\n  <leave-out part="{part}"/>{words[place:]}')


def words_of(root):
    return ' '.join(''.join(root.itertext()).split())


def empty_columns(root):
    """The heads of tables' last columns in which no row has a word or picture."""
    for table in root.iter(D + 'table'):
        heads = [th for row in table.iterfind(f'{D}thead/{D}tr') for th in row]
        rows = [list(row) for row in table.iterfind(f'{D}tbody/{D}tr')]
        if heads and rows and ''.join(heads[-1].itertext()).strip():
            last = [row[-1] for row in rows if row]
            if not any(''.join(cell.itertext()).strip() or list(cell.iter(D + 'chart')) for cell in last):
                yield ''.join(heads[-1].itertext()).strip()


def check_unlisted(root, whole, what, fail):
    words = words_of(root)
    for found in re.findall(r'.{30}\bE-\d{3}.{10}', words)[:2]:
        fail(f'{what}: a number of evidence that leads nowhere: {found}')
    for found in LINKS.findall(words)[:1] and [LINKS.search(words).group()]:
        fail(f'{what}: a word of a link that is not there: {found}')
    for link in root.iter(D + 'a'):
        if (link.get('href') or '').startswith('#E-'):
            fail(f'{what}: a link to {link.get("href")}')
    for found in re.findall(r'.{20}\(\s*\).{5}', words):
        fail(f'{what}: an empty bracket: {found}')
    forms = set(empty_columns(whole))  # to be filled in by hand
    for head in set(empty_columns(root)) - forms:
        fail(f'{what}: nothing stands under "{head}"')
    for aside in root.iter(D + 'aside'):
        if not ''.join(aside.itertext()).strip():
            fail(f'{what}: an empty place in the side column')


def check(program, source, work, sample, fail):
    name, wave, report = sample
    study = work / f'{name}-{wave}-{report}'
    shutil.copytree(source / 'samples' / name, study)
    what = f'{name} {wave} {report}'
    whole = document(program, study, wave, report)
    count = COUNT.findall(words_of(whole))
    if report == 'final' and not count:
        fail(f'{what}: nothing says how much evidence there is')
    for held in ('cited', 'none'):
        root = document(program, study, wave, report, '--set', f'evidence={held}')
        words = words_of(root)
        if COUNT.findall(words) != count:
            fail(f'{what}: with evidence={held} {COUNT.findall(words)} instead of {count}')
        if held == 'none':
            check_unlisted(root, whole, f'{what}, evidence={held}', fail)
        elif LINKS.search(words):
            fail(f'{what}, evidence={held}: every level is said to lead to the list')
    leave_out(study, 'evidence')
    root = document(program, study, wave, report)
    check_unlisted(root, whole, f'{what} without evidence', fail)
    if COUNT.findall(words_of(root)) != count:
        fail(f'{what}: without the list {COUNT.findall(words_of(root))} instead of {count}')
    leave_out(study, 'method')
    for found in re.findall(r'(?:Reglerne i detaljer|The rules in detail).{0,10}', words_of(document(program, study, wave, report))):
        fail(f'{what}: without the part method: {found}')


def main():
    program, source, work = (pathlib.Path(a).resolve() for a in sys.argv[1:4])
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    faults = []
    for sample in SAMPLES:
        check(program, source, work, sample, faults.append)
    print('\n'.join(faults) or f'{len(SAMPLES)} reports, in five ways each')
    sys.exit(1 if faults else 0)


main()
