#!/usr/bin/env python3
"""Brochures of texts alone: their covers with titles, programmes, publishers and lists of any length, and
what a study without records must not say. Nothing on a cover stands in another's place or off the page, and
what is cut or left out is told there or in a warning. Chapters of a few lines run on. No date and no material
is invented; a date that somebody gives is printed.

usage: run-brochure.py PROGRAM SOURCE_DIR WORK_DIR [SEED]
"""
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ITEM = re.compile(r'^  (text|path) (-?[\d.]+) (-?[\d.]+) (-?[\d.]+) (-?[\d.]+) (\S+)(.*)$')
WIDTH, HEIGHT = 595.28, 841.89
SYLLABLES = 'for ret nin gens virk som hed lær lin ge kom mu ne sam ar bej de i og på æb lø å'.split()


def word(rng):
    return ''.join(rng.choices(SYLLABLES, k=rng.choice((1, 1, 2, 2, 3, 5, 8, 20))))


def words(rng, most):
    return ' '.join(word(rng) for _ in range(max(1, int(most * rng.random() ** 2))))


def study(folder, title='Kort titel', subtitle='', programme='', publisher='Udgiver', external=('Ude',), internal=('Inde',),
          published='', part=''):
    def element(name, text, inside=''):
        return f'<{name}{inside}>{text}</{name}>' if text else ''
    folder.mkdir()
    (folder / 'study.xml').write_text(
        '<study xmlns="urn:x-ladle:study" version="1" xml:lang="da" id="h">'
        + element('title', title) + element('subtitle', subtitle) + element('programme', programme)
        + element('publisher', publisher) + (f'<published date="{published}"/>' if published else '') + '<author>Marie Testrup</author>'
        '<wave id="w1" dates="2025-01/2025-06">Første runde</wave>'
        '<partnership id="a" alias="A"><name>Qvistnæs</name></partnership></study>', encoding='utf-8')
    chapters = ''.join(f'<section chapter="{chapter}"><title>{t}</title><p>Et par linjer om det.</p></section>'
                       for chapter, titles in (('external', external), ('internal', internal)) for t in titles)
    name = f'<chapter id="external"><title>{part}</title></chapter>' if part else ''
    (folder / 'texts.xml').write_text(
        f'<texts xmlns="urn:x-ladle:study" version="1" xml:lang="da">{name}<section chapter="introduction"><p>Kort.</p></section>'
        f'{chapters}</texts>', encoding='utf-8')


def dump(program, folder, stage):
    run = subprocess.run([program, 'report', str(folder), '--template', 'brochure', '--only', 'brochure', '--dump', stage],
                         capture_output=True, text=True)
    return run.returncode, run.stdout, run.stderr


def lines_of(cover):
    """The lines of words on a page: top, bottom, left, words; parts of a line are joined."""
    found = {}
    for line in cover.splitlines():
        m = ITEM.match(line)
        said = m and m[1] == 'text' and re.search(r'([\d.]+) #\w+ "(.*)"', m[7])
        if said:
            x, y, width, height = (float(n) for n in m.groups()[1:5])
            height, words_of = float(said[1]), said[2].replace('\\_', ' ')
            top = y - 0.75 * height
            column = (round(y, 1), x >= WIDTH / 2)
            old = found.get(column)
            found[column] = (min(old[0], top), max(old[1], top + height), min(old[2], x), max(old[3], x + width),
                             old[4] + words_of) if old else (top, top + height, x, x + width, words_of)
    return list(found.values())


def judge_cover(name, cover, said, given):
    faults, lines = [], lines_of(cover)
    for top, bottom, left, right, text in lines:
        if top < 0 or bottom > HEIGHT or left < 0 or right > WIDTH + 1:
            faults.append(f'{name}: off the cover: {text[:60]}')
    for n, (top, bottom, left, right, text) in enumerate(lines):
        for other in lines[:n]:
            over = min(bottom, other[1]) - max(top, other[0])
            if over > 1 and left < other[3] - 1 and other[2] < right - 1:
                faults.append(f'{name}: one over the other: {text[:40]} / {other[4][:40]}')
    shown = re.sub(r'[\s\u00ad-]', '', ''.join(line[4] for line in lines))
    told = 'Der er plads til' in ''.join(line[4] for line in lines)
    for what, text in given:
        whole = re.sub(r'[\s-]', '', text) in shown
        if not whole and 'W442' not in said and not (what == 'list' and told):
            faults.append(f'{name}: {what} is not whole on the cover, and nobody is told: {text[:60]}')
    if '…' in shown and 'W442' not in said:
        faults.append(f'{name}: cut without a warning')
    return faults


def covers(program, work, seed):
    rng, faults, n = random.Random(seed), [], 0
    cases = [{'title': 'Et ord ' * 300}, {'title': 'æ' * 36}, {'subtitle': 'Noget om det ' * 80},
             {'programme': 'Program for ' * 90}, {'publisher': 'Udgiver og ' * 80}, {'external': ['Kapitel om det'] * 60},
             {'external': ['Langt ' * 300, 'Kort']}, {'internal': ['å' * 900]}, {'part': 'Samarbejde med ' * 40},
             {'external': ['To linjer om det der skete den dag'] * 6, 'internal': []}]
    for _ in range(24):
        case = {'title': words(rng, 160), 'subtitle': words(rng, 90), 'programme': words(rng, 40), 'publisher': words(rng, 40),
                'part': words(rng, 12) if rng.random() < .3 else ''}
        for part in ('external', 'internal'):
            case[part] = [words(rng, rng.choice((4, 8, 40))) for _ in range(rng.choice((0, 1, 2, 5, 9, 20)))]
        if not case['external'] + case['internal']:
            case['external'] = ['Ude']
        cases.append(case)
    for n, case in enumerate(cases):
        folder = work / f'cover-{n}'
        study(folder, **{key: [t.strip() for t in v] if isinstance(v, list) else v.strip() for key, v in case.items()})
        code, pages, said = dump(program, folder, 'pages')
        if code:
            faults.append(f'cover {n}: {said.strip()[-300:]}')
            continue
        given = [(key, case[key].strip()) for key in ('title', 'subtitle', 'programme', 'publisher') if case.get(key)]
        given += [('list', t.strip()) for key in ('external', 'internal') for t in case.get(key, [])]
        faults += judge_cover(f'cover {n}', pages.split('\npage ')[1], said, given)
    return faults, len(cases)


def nothing_invented(program, work):
    faults = []
    plain = work / 'plain'
    study(plain)
    _, document, said = dump(program, plain, 'document')
    for word_of, what in ((r'\b(19|20)\d\d\b', 'a year'), ('Datagrundlag', 'material'), ('<document [^>]*date=', 'a date of the document'),
                          ('Udgivet', 'a day of publication')):
        hit = re.search(word_of, document)
        if hit:
            faults.append(f'a study of texts alone without a date has {what}: {document[hit.start() - 60:hit.end() + 60]}')
    for name, open_end in (('plain', False), ('open', True)):
        folder = work / name
        if open_end:
            study(folder)
            text = (folder / 'study.xml').read_text(encoding='utf-8').replace('2025-01/2025-06', '2025-01/..')
            (folder / 'study.xml').write_text(text, encoding='utf-8')
        subprocess.run([program, 'report', str(folder), '-o', str(folder / 'o'), '--template', 'brochure', '--quiet'],
                       capture_output=True, check=True)
        pdf = (folder / 'o/brochure.pdf').read_bytes()
        if b'CreationDate' in pdf or b'CreateDate' in pdf or b'ModifyDate' in pdf:
            faults.append(f'{name}: the file says when it was made, and nobody knows')
    dated = work / 'dated'
    study(dated, published='2025-09-30')
    if '30.9.2025' not in dump(program, dated, 'document')[1]:
        faults.append('the date of publication is not printed')
    several = work / 'several'
    study(several, external=[f'Kapitel {n}' for n in range(6)], internal=[f'Om {n}' for n in range(6)])
    pages = len(re.findall(r'^page ', dump(program, several, 'pages')[1], re.M))
    if pages > 7:
        faults.append(f'twelve chapters of a line each take {pages} pages')
    return faults


def main():
    program, seed = sys.argv[1], int(sys.argv[4]) if len(sys.argv) > 4 else 7
    with tempfile.TemporaryDirectory() as folder:
        faults, n = covers(program, Path(folder), seed)
        faults += nothing_invented(program, Path(folder))
    print('\n'.join(faults) or f'{n} covers hold what they are given, or tell what is cut')
    return bool(faults)


if __name__ == '__main__':
    sys.exit(main())
