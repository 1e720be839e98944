#!/usr/bin/env python3
"""The page that explains a placement: one page in every report of random studies, with the example that
its rule chooses and the numbers that the results give when they are worked out here once more.

usage: run-explained.py PROGRAM SOURCE_DIR WORK_DIR [FIRST LAST]

The studies have 2 to 6 levels, 1 to 20 elements and 1 to 9 partnerships, names and ideals of any length,
evidence on all, some or none of the elements, in both languages."""
import random
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

from samples import DOCUMENT, INPUT, LANGUAGE, RESULTS

WORDS = 'mål mandat penge samarbejde virksomhedskontakt og om partnerskaberne fælles'.split()
SHORT = WORDS[:2]  # figures of all ideal types side by side bear no longer ones
METHODS = {'interview': ' form="focus-group"', 'document': ' kind="minutes"', 'observation': ''}


def phrase(r, most, of=WORDS):
    words = [r.choice(of) for _ in range(r.randint(1, most))]
    return ' '.join(words).capitalize()


def make(seed, folder):
    """A random study; whether it has the built-in framework."""
    r = random.Random(seed)
    built_in = seed % 4 == 0
    language = r.choice(('da', 'en'))
    levels = ['network', 'canteen', 'club', 'company'] if built_in else \
        [f'l{i}' for i in range(r.randint(2, 6))]
    elements = ['mandate', 'resources', 'goals', 'agreements', 'projects', 'staff', 'learning'] \
        if built_in else [f'e{i}' for i in range(r.choice((1, 2, 5, 11, 16, 20)))]
    frame = []
    if not built_in:
        long = r.choice((2, 5, 12))
        frame += [f'<level id="{level}">{phrase(r, 2, SHORT)} {i}</level>' for i, level in enumerate(levels)]
        for i, element in enumerate(elements):
            ideals = ''.join(f'<ideal level="{level}"><line>{phrase(r, long)}</line></ideal>'
                             for level in levels) if r.random() < 0.8 else ''
            frame.append(f'<element id="{element}"><name>{phrase(r, 4)} {i}</name>{ideals}</element>')
        frame = [f'<framework version="1" id="own" xml:lang="{language}"><sector id="s">Undervisning</sector>'
                 + ''.join(frame) + '</framework>']
    partnerships = [f'p{i}' for i in range(r.choice((1, 2, 3, 4, 9)))]
    records, number = [], 0
    for partnership in partnerships:
        covered = [e for e in elements if r.random() < r.choice((0, 0.3, 0.8, 1))]
        ground = r.randrange(len(levels))
        for method in METHODS:
            said = []
            for element in covered:
                for _ in range(r.randint(0, 3)):
                    level = levels[min(max(ground + r.choice((-1, 0, 0, 0, 1)), 0), len(levels) - 1)]
                    said.append(f'<statement id="s{number}-{len(said)}"><note>{phrase(r, 6)}.</note>'
                                f'<coding element="{element}" level="{level}"/></statement>')
            number += 1
            records.append(f'<{method} id="r{number}" partnership="{partnership}" '
                           f'date="2015-11-0{number % 9 + 1}"{METHODS[method]}>'
                           f'{"".join(said)}</{method}>')
    study = (f'<study xmlns="urn:x-ladle:study" version="1" xml:lang="{language}" id="x"><title>X</title>'
             '<published date="2016-04-15"/><author>N</author>'
             '<confidentiality partnerships="anonymous" people="anonymous" smallest-group="3"/>'
             '<wave id="w1" dates="2015-10/2016-03">Baseline</wave>'
             + ('' if built_in else '<organisation id="o" sector="s">Zyxvut</organisation>')
             + ''.join(f'<partnership id="{p}" alias="Partnerskab {chr(65 + i)}"><name>Qwzk{i}</name></partnership>'
                       for i, p in enumerate(partnerships)) + '</study>')
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / 'study.xml').write_text(study)
    (folder / 'records.xml').write_text('<records xmlns="urn:x-ladle:study" version="1">'
                                        + ''.join(records) + '</records>')
    for text in frame:
        (folder / 'framework.xml').write_text(text.replace('<framework ', '<framework xmlns="urn:x-ladle:study" '))
    return levels, built_in


class Report:
    def __init__(self, program, folder, which, language):
        self.command = [program, 'report', str(folder), '--only', which, '--quiet', '--language', language]

    def dump(self, stage):
        run = subprocess.run([*self.command, '--dump', stage], capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stderr[-2000:]
        return run.stdout


def section_of(document):
    found = [s for s in document.iter(DOCUMENT + 'section') if s.get('id') == 'placement-explained']
    assert len(found) <= 1, 'explained twice'
    return found[0] if found else None


def check_one_page(report, last_words):
    """From the title to the note at its foot: one page."""
    pages, begin, page, ends = {}, None, 0, []
    for line in report.dump('pages').splitlines():
        words = line.split()
        if line.startswith('page '):
            page = int(words[1])
        elif line.startswith('destination placement-explained '):
            begin = int(words[2])
        elif line.startswith('  text ') and last_words in line.replace('\\_', ' '):
            ends.append(page)
    assert begin and ends == [begin], f'begins on page {begin}, ends on {ends}'


def check_example(section, wave, order):
    """Bars, steps, rows and the number needed are those of the results of one partnership."""
    shares, levels = {}, {}
    for element in wave.findall(RESULTS + 'element'):
        if element.get('level'):
            values = {s.get('level'): float(s.get('value')) for s in element.findall(RESULTS + 'share')}
            shares[element.get('id')] = values
            levels[element.get('id')] = order.index(element.get('level'))
    charts = {c.get('kind'): c for c in section.iter(DOCUMENT + 'chart') if c.get('kind') != 'symbol'}
    assert set(charts) == {'reach', 'stairs'}, charts
    placement = order.index(wave.get('placement'))
    # The element: at the placement, with the most evidence; the first of several.
    at = [e for e in wave.findall(RESULTS + 'element')
          if e.get('level') and order.index(e.get('level')) == placement]
    chosen = max(at, key=lambda e: int(e.get('statements')))
    bars = charts['reach'].findall(DOCUMENT + 'bar')
    expected = [sum(v for k, v in shares[chosen.get('id')].items() if order.index(k) >= n)
                for n in range(1, len(order))]
    assert len(bars) == len(expected), (len(bars), expected)
    for n, (bar, share) in enumerate(zip(bars, expected), 1):
        assert abs(float(bar.get('value')) - min(share, 1)) < 2e-6, (bar.attrib, share)
        assert (bar.get('emphasis') == 'yes') == (n == placement), bar.attrib
    stairs, reached = charts['stairs'], []
    needed = len(levels) // 2 + 1
    assert int(stairs.get('needed')) == needed
    for n, slot in enumerate(stairs.findall(DOCUMENT + 'slot'), 1):
        reached.append(sum(1 for x in levels.values() if x >= n))
        assert int(slot.get('level')) == n
        assert slot.get('words').startswith(f'{reached[-1]} '), (slot.attrib, reached)
        assert (slot.get('heavy') == 'yes') == (n == placement), slot.attrib
    rows = [row.get('level') for row in stairs.findall(DOCUMENT + 'row')]
    missing = len(wave.findall(RESULTS + 'element')) - len(levels)
    if missing + len(levels) > 12:  # they share a row
        missing = min(missing, 1)
    assert rows == [str(x) for x in sorted(levels.values(), reverse=True)] + [None] * missing, rows
    # Where the line cuts a step, the placement is there or higher: what the page claims.
    assert max([0] + [n for n, count in enumerate(reached, 1) if count >= needed]) == placement
    return 1


def middle(waves, order):
    placed = [w for w in waves if w is not None and w.get('placement')]
    reached = lambda w: sum(1 for e in w.findall(RESULTS + 'element') if e.get('level')
                            and order.index(e.get('level')) >= order.index(w.get('placement')))
    placed.sort(key=lambda w: (order.index(w.get('placement')), reached(w)))
    return placed[(len(placed) + 1) // 2 - 1] if placed else None


def check_study(program, folder, seed, source):
    order, built_in = make(seed, folder)
    language = 'en' if seed % 2 else 'da'
    labels = ElementTree.parse(Path(source) / 'templates/language' / f'{language}.xml').getroot()
    words = {label.get('id'): label.text for label in labels.iter(LANGUAGE + 'label')}
    run = subprocess.run([program, 'assess', str(folder)], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr[-2000:]
    results = ElementTree.fromstring(run.stdout)
    waves = [p.find(RESULTS + 'wave') for p in results.findall(RESULTS + 'partnership')]
    checked, explained = 0, 0
    example = middle(waves, order)
    for which in ['final'] + [p.get('id') for p in results.findall(RESULTS + 'partnership')][:2]:
        report = Report(program, folder, which, language)
        section = section_of(ElementTree.fromstring(report.dump('document')))
        own = example if which == 'final' else \
            next(p for p in results.findall(RESULTS + 'partnership') if p.get('id') == which).find(RESULTS + 'wave')
        if section is None:
            assert which != 'final' and (own is None or not own.get('placement')), which
            continue
        explained += 1
        check_one_page(report, words['explained.more'])
        if own is None or not own.get('placement'):
            assert not [c for c in section.iter(DOCUMENT + 'chart') if c.get('kind') != 'symbol']
            continue
        checked += check_example(section, own, order)
        text = ''.join(section.itertext())
        assert (words['explained.stairs.provisional'].split('{')[0] in text) \
            == (own.get('provisional') == 'yes'), text
        if built_in:
            assert all(words['explained.level.' + level] in text for level in order)
    return checked, explained


def main():
    program, source, work = sys.argv[1:4]
    first, last = (int(a) for a in sys.argv[4:6]) if len(sys.argv) > 5 else (0, 14)
    checked = explained = 0
    for seed in range(first, last):
        try:
            more = check_study(program, Path(work) / f'study-{seed}', seed, source)
        except AssertionError as error:
            print(f'FAILED seed {seed}: {error}')
            raise
        checked, explained = checked + more[0], explained + more[1]
    assert checked > 1.2 * (last - first) and explained > checked, (checked, explained)
    print(f'{explained} pages, {checked} examples agree')


main()
