#!/usr/bin/env python3
"""What the two rounds of samples/midt must not say again, each with its right value.

usage: run-contradictions.py PROGRAM SOURCE_DIR WORK_DIR

Readers found places where a report contradicted its own numbers: a text of the baseline over results
of the follow-up, a sentence coded by two people counted twice, an arrow that looked firm and was not,
meetings after a deadline counted to it. Each check below is one of them. The values come from the
study, read by oracle.py, or from the results that `ladle assess` prints; the words from what is
printed in each of the reports of the round.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import oracle  # noqa: E402

D, I, R, S = ('{urn:x-ladle:%s}' % name for name in ('document', 'input', 'results', 'study'))
FREE = {'foreword', 'background', 'design', 'appendix'}      # chapters whose texts are of every round
NEVER_OLDER = re.compile('summary|results.*|recommendations')


def said(node):
    return ' '.join(''.join(node.itertext()).split())


def by_id(root, name):
    return next((n for n in root.iter() if n.get('id') == name), None)


def figure(root, name):
    return next(n for n in root.iter(D + 'figure') if n.get('id') == name)


def figure_with(root, caption):
    return next(n for n in root.iter(D + 'figure') if n.find(D + 'figcaption') is not None
                and said(n.find(D + 'figcaption')) == caption)


def with_class(root, name, tag='p'):
    return [n for n in root.iter(D + tag) if name in (n.get('class') or '').split()]


def run(*command):
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, timeout=600)
    if done.returncode:
        sys.exit(f'{command}: status {done.returncode}\n{done.stderr[-3000:]}')
    return done.stdout, done.stderr


def trees(text):
    return [ET.fromstring(('<?xml' + part).encode()) for part in text.split('<?xml')[1:]]


class Round:
    """All that is printed of one round."""

    def __init__(self, program, source, study, raw, wave, language='da'):
        command = [program, 'report', study, '--wave', wave, '--language', language, '--quiet', '--dump']
        printed, self.messages = run(*command, 'document')
        self.documents = trees(printed)
        self.inputs = trees(run(*command, 'input')[0])
        self.final, self.input = self.documents[0], self.inputs[0]
        self.wave, self.raw = wave, raw
        self.results = ET.fromstring(run(program, 'assess', study)[0].encode())
        labels = ET.parse(pathlib.Path(source) / f'templates/language/{language}.xml').getroot()
        self.labels = {l.get('id'): ''.join(l.itertext()) for l in labels if l.get('id')}
        self.framework = self.input.find(I + 'framework')
        self.levels = {l.get('id'): l.text for l in self.framework.findall(I + 'level')}
        self.order = list(self.levels)
        self.elements = {e.get('id'): e.findtext(I + 'name') for e in self.framework.findall(I + 'element')}
        self.here = next(w for w in self.input.iter(I + 'wave') if w.get('id') == wave)
        self.before = next((w for w in self.input.iter(I + 'wave')
                            if w.get('id') == self.input.get('wave-before')), None)
        # alias: id, of those that are assessed in this round
        self.ids = {oracle.attribute(p, 'alias'): oracle.attribute(p, 'id') for p in raw.partnerships
                    if self.of(oracle.attribute(p, 'id')).get('placement')}

    def of(self, partnership, wave=None):
        return self.results.find(f"{R}partnership[@id='{partnership}']/{R}wave[@id='{wave or self.wave}']")

    def own(self):
        """(partnership's id, its document, its input) of those that are assessed."""
        for document, given in zip(self.documents[1:], self.inputs[1:]):
            alias = given.find(I + 'partnership').get('alias')
            if alias in self.ids:
                yield self.ids[alias], document, given

    def changes(self):
        """(partnership, element's id, by, firm) of what moved since the round before."""
        for change in self.results.iter(R + 'change'):
            if change.get('to') == self.wave:
                for e in change.findall(R + 'element'):
                    if e.get('by') != '0':
                        yield change.get('partnership'), e.get('id'), int(e.get('by')), e.get('firm') == 'yes'

    def filled(self, label, *values):
        """The words of a label with places filled in; where a word goes by number, {1|one|many}."""
        def one(place):
            n, _, words = place[1].partition('|')
            value = values[int(re.match(r'\d+', n)[0]) - 1]
            return words.split('|')[str(value) != '1'] if words else str(value)
        return re.sub(r'\{([^}]*)\}', one, self.labels[label])


# --------------------------------------------------------------------------- 0.1 to 0.3b and 0.5

def texts(raw_folder, first):
    """(round, what, words) of the authors' texts that belong to one round."""
    for path in sorted(pathlib.Path(raw_folder).glob('*.xml')):
        root = ET.parse(path).getroot()
        if root.tag != S + 'texts':
            continue
        for node in root:
            name, chapter = node.tag[len(S):], node.get('chapter', '')
            if name == 'bibliography' or (chapter in FREE and not node.get('wave')):
                continue
            quoted = {p for q in node.iter() if q.tag == S + 'quote' or q.get('kind') == 'quote' for p in q.iter()}
            for piece in node.iter():
                if piece in quoted or piece.tag[len(S):] not in ('p', 'item', 'recommendation', 'message'):
                    continue                    # quotations stand in the list of evidence, too
                # What is set beside the words (evidence, notes, references) parts them in print.
                words = ' '.join(''.join([piece.text or ''] + [c.tail or '' for c in piece
                                         if c.tag != S + 'evidence']).split()) \
                    if all(c.tag in (S + 'evidence', S + 'em', S + 'strong') for c in piece) else ''
                if len(words) > 40 and not any(c.tag in (S + 'em', S + 'strong') for c in piece):
                    yield node.get('wave') or first, name, chapter, words


def check_texts(r, folder, first, faults):
    mark = r.labels['texts.written'].split('{')[0].strip()
    printed = [(i, said(n)) for i, d in enumerate(r.documents) for n in d.iter()
               if n.tag in (D + 'p', D + 'li', D + 'item', D + 'td')]
    everything = '\n'.join(re.sub(r'E-\d+(, )?', '', t) for _, t in printed)
    squeezed = re.sub(r'\s+', '', everything)
    there = older = 0
    for wave, kind, chapter, words in texts(folder, first):
        found = re.sub(r'\s+', '', words) in squeezed
        if wave == r.wave:
            there += found
        elif found:
            older += 1
            if kind != 'section' or NEVER_OLDER.fullmatch(chapter) or mark not in everything:
                faults.append(f'0.1–0.3b, 0.5: a text of {wave} stands in the reports of {r.wave}: "{words[:90]}"')
    if there < 20:
        faults.append(f'0.5: only {there} texts of {r.wave} found in its reports')


# ----------------------------------------------------------------------------------------- 0.4

def check_date(rounds, faults):
    seen = set()
    for r in rounds:
        last = max(oracle.high(oracle.days(oracle.attribute(record, 'date'))[1])
                   for record in r.raw.records if r.raw.wave(record) == r.wave)
        for document, given in zip(r.documents, r.inputs):
            published = given.find(f'{I}study/{I}published')
            if oracle.days(published.get('date'))[1] < last:
                faults.append(f'0.4: {document.get("title")}: dated before its material of {r.wave}')
            cover, colophon = said(with_class(document, 'cover', 'section')[0]), by_id(document, 'colophon') or \
                with_class(document, 'colophon', 'section')[0]
            rows = {said(row.find(D + 'th')): said(row.find(D + 'td')) for row in colophon.iter(D + 'tr')}
            citation, year = rows[r.labels['colophon.cite']], published.get('date')[:4]
            for what, text in ('cover', cover), ('citation', citation):
                if r.here.get('short').lower() not in text.lower():
                    faults.append(f'0.4: the {what} of {r.wave} does not name its round: "{text[:90]}"')
            if published.get('words') not in cover or f'({year})' not in citation:
                faults.append(f'0.4: cover and citation of {r.wave} do not bear its date: "{citation}"')
            if citation in seen:
                faults.append(f'0.4: two reports are cited alike: "{citation}"')
            seen.add(citation)


# ----------------------------------------------------------------------------------------- 0.6

def statements(r, partnership, element):
    node = next(p for p in r.raw.partnerships if oracle.attribute(p, 'id') == partnership)
    return {item['said'] for item in r.raw.evidence(node, r.wave, element)[0]}


def check_counts(r, faults):
    items = [i for i in r.input.find(I + 'evidence').iter(I + 'item')]
    numbers = [i.get('n') for i in items]
    if len(set(numbers)) != len(numbers):
        faults.append('0.6: one evidence number stands for two statements')
    everywhere = {e: set().union(*(statements(r, p, e) for p in r.ids.values())) for e in r.elements}
    told = {e: [i for i in items if i.get('wave') == r.wave and any(s.get('element') == e
                                                                    for s in i.findall(I + 'says'))]
            for e in r.elements}
    places = [('the final report', r.final, everywhere)] + \
        [(p, document, {e: statements(r, p, e) for e in r.elements}) for p, document, _ in r.own()]
    for name, document, right in places:
        for e in r.elements:
            row = by_id(document, 'finding-' + e)
            text = said(row)
            found = re.search(r.labels['evidence.items'].replace('{1}', r'(\d+)'), text)
            count = int(found[1]) if found else 0
            if count != len(right[e]):
                faults.append(f'0.6: {r.wave}, {name}, {e}: figure 2 counts {count}, there are {len(right[e])}')
    for e in r.elements:
        if len(told[e]) != len(everywhere[e]):
            faults.append(f'0.6: {r.wave}, {e}: {len(told[e])} numbers for {len(everywhere[e])} statements and answers')
    # Of the statements and answers that the colophon counts, none is more than one piece of evidence.
    all_said = set().union(*everywhere.values())
    rests = re.search(r'hviler på (\d+) belæg', said(by_id(r.final, 'results')))
    if rests and int(rests[1]) != len(all_said):
        faults.append(f'0.6: {r.wave}: the main results rest on {rests[1]}, there are {len(all_said)}')
    counted = re.search(r'med ([\d.]+) udsagn og svar', said(with_class(r.final, 'colophon', 'section')[0]))
    material = sum(len(record.findall(S + 'statement')) + len(record.findall(S + 'answer'))
                   for record in r.raw.records if r.raw.wave(record) == r.wave)
    if not counted or int(counted[1].replace('.', '')) != material or len(all_said) > material:
        faults.append(f'0.6: {r.wave}: {counted and counted[0]}, {len(all_said)} evidence, {material} in the study')


# ----------------------------------------------------------------------------------------- 0.7

def weak_sentence(r, moves):
    weak = sum(1 for m in moves if not m[3])
    if not weak:
        return None
    label = 'moves.weak.one' if len(moves) == 1 else \
        'moves.weak.all' if weak == len(moves) else 'moves.weak'
    return r.filled(label, weak, len(moves))


def check_weak(r, faults):
    moves = list(r.changes())
    if not moves:
        faults.append('0.7: nothing moved, so nothing was tried')
    words = r.labels['support.weak']
    matrix = by_id(r.final, 'results-matrix')
    dashed = sum(1 for c in matrix.iter(D + 'chart') if c.get('kind') == 'move' and c.get('of')
                 and c.get('was') and c.get('was') != c.get('level') and c.get('firm') == 'no'
                 and not c.get('alt').startswith(r.labels['final.placement.row'] + ':'))
    if dashed != sum(1 for m in moves if not m[3]):
        faults.append(f'0.7: {dashed} arrows are dashed, {sum(1 for m in moves if not m[3])} moves are weakly covered')
    placed = figure_with(r.final, r.labels['final.placements.caption'])
    for row in placed.iter(D + 'tr'):
        if row.find(D + 'td') is None:
            continue
        p = r.ids[said(row.find(D + 'th'))]
        weak, text = sum(1 for m in moves if m[0] == p and not m[3]), said(row.findall(D + 'td')[-1])
        if weak and f'({weak} {words})' not in text or not weak and words in text:
            faults.append(f'0.7: {p}: {weak} moves are weakly covered, and "{text}"')
    for name, document, own in [('final', r.final, moves)] + \
            [(p, d, [m for m in moves if m[0] == p]) for p, d, _ in r.own()]:
        sentence = weak_sentence(r, own)
        paragraphs = [said(p) for p in document.iter(D + 'p')]
        leads = [p for p in paragraphs if sentence and sentence in p]
        if sentence and len(leads) < (2 if name == 'final' else 1):
            faults.append(f'0.7: {name}: no sentence says "{sentence}"')
        table = figure(document, 'changes' if name == 'final' else 'moves')
        rows = [tr for tr in table.iter(D + 'tr') if tr.get('class') == 'moved']
        marked = [words in said(tr.find(D + 'th')) for tr in rows]
        if len(rows) != len(own) or sum(marked) != sum(1 for m in own if not m[3]):
            faults.append(f'0.7: {name}: {sum(marked)} of {len(rows)} rows are called {words}')
        for tr, is_marked in zip(rows, marked):
            chart = next(c for c in tr.iter(D + 'chart') if c.get('kind') == 'scale')
            if is_marked != (r.labels['alt.move.weak'] in chart.get('alt')):
                faults.append(f'0.7: {name}: "{chart.get("alt")}" and "{said(tr.find(D + "th"))}"')
            element = next(e for e, n in r.elements.items() if said(tr.find(D + 'th')).startswith(n))
            firm = {m[3] for m in own if m[1] == element and
                    (name != 'final' or r.short(m[0]) == said(tr.find(D + 'td')))}
            if firm != {not is_marked}:
                faults.append(f'0.7: {name}, {element}: firm {firm}, marked {is_marked}')


# ----------------------------------------------------------------------------------------- 0.8

def highest(levels):
    """The highest level that more than half have reached."""
    return max((n for n in set(levels) | {0} if 2 * sum(1 for l in levels if l >= n) > len(levels)), default=None)


def check_dimensions(r, faults):
    table = figure(r.final, 'certainty')
    heads = {r.labels['final.dimension'].replace('{1}', d.text): d.get('id')
             for d in r.framework.findall(I + 'dimension')}
    dimension_of = {e.get('id'): e.get('dimension') for e in r.framework.findall(I + 'element')}
    notes, decided, seen = ' '.join(said(p) for p in with_class(table, 'note')), 0, 0
    direct_words = r.labels['final.dimension.direct']
    for row in table.iter(D + 'tr'):
        head = said(row.find(D + 'th'))
        name = next((h for h in heads if head.startswith(h)), None)
        if not name:
            continue
        seen += 1
        dimension, any_direct = heads[name], False
        for cell, (alias, p) in zip(row.findall(D + 'td'), sorted(r.ids.items())):
            wave = oracle.Wave(r.raw, next(x for x in r.raw.partnerships if oracle.attribute(x, 'id') == p), r.wave)
            counted = wave.dimension_levels(dimension)
            elements = [r.order.index(e.get('level')) for e in r.of(p).findall(R + 'element')
                        if e.get('level') and dimension_of[e.get('id')] == dimension]
            if said(cell) != r.levels[r.order[highest(counted)]]:
                faults.append(f'0.8: {alias}, {dimension}: "{said(cell)}", but by the rule {counted}')
            any_direct |= len(counted) > len(elements)
            if highest(elements) != highest(counted):
                decided += 1
                sentence = r.filled('final.dimension.decides', name.split(': ')[1], r.short(p),
                                    r.levels[r.order[highest(elements)]])
                if sentence not in notes:
                    faults.append(f'0.8: {alias}: nothing says "{sentence}"')
        if any_direct != (direct_words in head):
            faults.append(f'0.8: "{head}": direct codings {any_direct}')
    told = len(re.findall(r.labels['final.dimension.decides'].split('{3}')[1].strip('. '), notes))
    if seen != len(heads) or told != decided or not decided:
        faults.append(f'0.8: {seen} rows, {told} sentences on dimensions, {decided} needed')
    # Nothing is explained that is not in the table.
    for gone in ('Tilhørsgrad', 'idealtype'):
        if gone.lower() in notes.lower():
            faults.append(f'0.8: the note below the table speaks of {gone}, which has no row')


# ----------------------------------------------------------------------------------------- 0.9

def to_deadline(r, partnership, measure):
    """(agreed, reached by the deadline, after it) of meetings or visits, all axes together."""
    p = next(x for x in r.raw.partnerships if oracle.attribute(x, 'id') == partnership)
    agreed = reached = later = 0
    for target in p.findall(S + 'target'):
        if oracle.attribute(target, 'measure') != measure:
            continue
        agreed += int(target.get('value'))
        end = oracle.high(oracle.days(oracle.attribute(target, 'revised') or oracle.attribute(target, 'due'))[1])
        for wave, _ in r.raw.waves:
            for record in r.raw.of(partnership, wave):
                fits = r.raw.kind(record) == measure[:-1] and oracle.attribute(record, 'status', 'held') == 'held' \
                    and oracle.attribute(target, 'axis') in (None, oracle.attribute(record, 'axis'))
                if fits and oracle.low(oracle.days(oracle.attribute(record, 'date'))[0]) <= end:
                    reached += 1
                elif fits:
                    later += 1
            if wave == r.wave:
                break
    return agreed, reached, later


def cells(row):
    return [said(c) for c in row.findall(D + 'th') + row.findall(D + 'td')]


def check_targets(r, faults):
    name, total, after = r.labels['measure.short.meetings'], [0, 0], 0
    tried = 0
    for p, document, _ in r.own():
        agreed, reached, later = to_deadline(r, p, 'meetings')
        total[0], total[1], after, tried = total[0] + agreed, total[1] + reached, after + later, tried + later
        table = figure(document, 'targets')
        row = next(cells(tr) for tr in table.iter(D + 'tr') if cells(tr)[:1] == [name])
        if row[2:4] != [str(agreed), str(reached)] or (later > 0) != (r.filled('activity.target.after', later) in row[5]):
            faults.append(f'0.9: {r.wave}, {p}: {row}; agreed {agreed}, reached {reached}, {later} after the deadline')
    table = figure(r.final, 'targets')
    row = next(cells(tr) for tr in table.iter(D + 'tr') if cells(tr)[:1] == [name])
    if row[2:4] != [str(t) for t in total] or (after and row[-1] != str(after)):
        faults.append(f'0.9: {r.wave}, final: {row}; agreed and reached {total}, {after} after the deadline')
    if r.before is not None and not tried:
        faults.append('0.9: no meeting was held after its deadline, so nothing was tried')


# ---------------------------------------------------------------------------------------- 0.10

def check_periods(r, faults):
    period = [r.here.get('short'), ' '.join(r.here.get('words').split()), 'siden starten', 'fristen']
    for document in r.documents:
        place = by_id(document, 'results') if document is r.final else by_id(document, 'summary')
        for caption in with_class(place, 'key-caption') if place is not None else ():
            if not any(p.lower() in said(caption).lower() for p in period):
                faults.append(f'0.10: {document.get("title")}: no period at "{said(caption)}"')
    for p, document, _ in r.own():
        agreed, reached, _ = to_deadline(r, p, 'visits')
        figures = [said(f) for f in with_class(by_id(document, 'summary'), 'key-figure')]
        if f'{reached} af {agreed}' not in figures:
            faults.append(f'0.10: {p}: visits to the deadline {reached} af {agreed}, key figures {figures}')


# ---------------------------------------------------------------------------------------- 0.12

def check_guides(r, faults):
    guides = [n for n in r.final.iter(D + 'figure') if n.get('class') == 'guide']
    for guide in guides:
        for level in r.levels.values():
            if re.search(rf'(?<!\w){re.escape(level)}(?!\w)', said(guide)):
                faults.append(f'0.12: a guide to hand out names the level {level}')
    if len(guides) != len(r.framework.findall(I + 'guide')) or not guides:
        faults.append(f'0.12: {len(guides)} guides')


# ---------------------------------------------------------------------------------------- 0.13

def check_alpha(r, faults):
    weak = {r.elements[e.get('id')]: e.get('alpha') for e in r.input.find(I + 'coders').findall(I + 'element')
            if e.get('alpha') and float(e.get('alpha')) < 2 / 3 - 1e-9}
    rows = {said(tr.find(D + 'th')): said(tr) for tr in r.final.iter(D + 'tr')
            if tr.find(D + 'th') is not None and re.search(r' 0,\d{3}', said(tr))}
    for name in r.elements.values():
        marked = 'under 0,667' in rows.get(name, '')
        if marked != (name in weak):
            faults.append(f'0.13: {name}: "{rows.get(name)}", weak: {name in weak}')
    results = set(by_id(r.final, 'results').iter())
    lead = r.labels['final.coders.weak'].split('{')[0]
    for what, found in (
            ('6.3', [said(p) for p in r.final.iter(D + 'p') if p not in results and said(p).startswith(lead)]),
            ('the main results', [said(p) for p in r.final.iter(D + 'p') if p in results and '0,667' in said(p)])):
        if not weak or not any(all(n.lower() in f for n in weak) for f in found):
            faults.append(f'0.13: nothing in {what} names {sorted(weak)}: {found}')


# ---------------------------------------------------------------------------------------- 0.14

ALPHABET = 'abcdefghijklmnopqrstuvwxyzæøå'


def check_sources(r, faults):
    year = int(r.input.find(f'{I}study/{I}published').get('date')[:4])
    rows = [said(td) for table in with_class(r.final, 'literature', 'table') for td in table.iter(D + 'td')]
    if len(rows) < 5:
        faults.append(f'0.14: {len(rows)} sources')
    for row in rows:
        found = re.search(r'\((\d{4})\)', row)
        if not found or int(found[1]) > year:
            faults.append(f'0.14: a report of {year} cites "{row[:70]}"')
    keys = [[ALPHABET.find(c) for c in row.split('(')[0].lower() if c in ALPHABET] for row in rows]
    for a, b, row in zip(keys, keys[1:], rows[1:]):
        if a > b:
            faults.append(f'0.14: out of alphabet: "{row[:70]}"')


# ---------------------------------------------------------------------------------------- 0.15

def check_quotations(r, faults):
    tried = 0
    for document, given in zip(r.documents, r.inputs):
        items = {i.get('id'): i for i in given.find(I + 'evidence').iter(I + 'item')}
        for row in document.iter(D + 'tr'):
            if not (row.get('id') or '').startswith('finding-'):
                continue
            element = row.get('id')[len('finding-'):]
            for paragraph in with_class(row, 'composed'):
                for number in re.findall(r'E-\d+', said(paragraph)):
                    tried += 1
                    own = {}
                    for s in items[number].findall(I + 'says'):
                        if s.get('element') == element:
                            own.setdefault(s.get('partnership'), set()).add(s.get('level'))
                    if any(len(levels) > 1 for levels in own.values()):
                        faults.append(f'0.15: {document.get("title")}, {element}: {number} is quoted, '
                                      f'but its coders have {own}')
    if not tried:
        faults.append('0.15: no composed cell quotes anything')


# ---------------------------------------------------------------------------------------- 0.16

def check_nearest(r, faults):
    for p, document, given in r.own():
        summary, wave = by_id(document, 'summary'), r.of(p)
        table = with_class(summary, 'nearest', 'table')
        if not table:
            continue
        placed = r.order.index(wave.get('placement'))
        own = {e.get('id'): float(e.get('towards-next') or 0)
               for a in given.find(I + 'partnership').findall(I + 'assessment') if a.get('wave') == r.wave
               for e in a.findall(I + 'element')}
        below = {r.elements[e.get('id')]: own[e.get('id')] for e in wave.findall(R + 'element')
                 if e.get('level') and r.order.index(e.get('level')) <= placed and own[e.get('id')] > 0}
        rows = [said(tr.find(D + 'th')) for tr in table[0].iter(D + 'tr') if tr.find(D + 'td') is not None]
        right = sorted(below, key=lambda n: -below[n])
        lead = ' '.join(said(x) for x in summary.iter(D + 'p'))
        if not rows or [below.get(n) for n in rows] != [below[n] for n in right[:len(rows)]]:
            faults.append(f'0.16: {p}: {rows}, but nearest are {right}')
        if len(rows) < min(len(right), int(wave.get('to-next')), 4):
            faults.append(f'0.16: {p}: {len(rows)} of {len(right)} shown')
        if re.search(r'\bordnet\b', lead) and len(rows) < 2:
            faults.append(f'0.16: {p}: one row is called ordered')
    top = r.levels[r.order[-1]]
    for document in r.documents:
        for node in document.iter():
            for text in (node.get('alt') or '', said(node) if node.tag in (D + 'p', D + 'th') else ''):
                if f'{top} eller højere' in text:
                    faults.append(f'0.16: nothing is above {top}: "{text[:100]}"')


# ---------------------------------------------------------------------------------------- 0.17

def check_language(program, study, danish, faults):
    done = subprocess.run([program, 'report', study, '--language', 'en', '--only', 'final', '--dump', 'input',
                           '--diagnostics', 'json'], capture_output=True, text=True)
    codes = [json.loads(line).get('code') for line in done.stderr.splitlines() if line.startswith('{')]
    if codes.count('W651') != 1:
        faults.append(f'0.17: an English report of Danish texts: {codes.count("W651")} warnings of it')
    if 'W651' in danish.messages:
        faults.append('0.17: a Danish report of Danish texts is warned of')


# ------------------------------------------------------------------------- the brochure's cover

WORD = 'samarbejdsformer '
TITLES = {'one': ['Kort'], 'two': ['Kort', 'Også kort'], 'three lines': ['Kort', (WORD * 6)[:90]],
          'many': ['En titel på to linjer, måske'] * 5, 'long': [(WORD * 9)[:140]] * 3,
          'more than a cover': [(WORD * 12)[:200]] * 9, 'endless': [(WORD * 60)[:900]]}


def check_cover(program, source, work, faults):
    """Titles of any length stand on the tint of the cover, or on none, and above the line at its foot."""
    for name, titles in TITLES.items():
        study = work / ('cover ' + name)
        run(program, 'init', '--language', 'da', study)
        (study / 'texts.xml').write_text(
            '<texts xmlns="urn:x-ladle:study" version="1">' + ''.join(
                f'<section chapter="external"><title>{t.strip()}</title><p>Ord.</p></section>' for t in titles) +
            '</texts>', encoding='utf-8')
        pages = run(program, 'report', study, '--template', 'brochure', '--only', 'brochure', '--quiet',
                    '--dump', 'pages')[0]
        cover = pages[pages.index('page 1 '):pages.index('page 2 ')].splitlines()
        texts = [(float(l.split()[2]), float(l.split()[4]), l) for l in cover if l.startswith('  text ')]
        listed = [(y, y + height) for y, height, l in texts if ' LBody' in l]
        tints = [(float(l.split()[2]), float(l.split()[2]) + float(l.split()[4])) for l in cover
                 if l.startswith('  path 0.00 ')]
        foot = max(y for y, _, _ in texts) if texts else 0
        for top, bottom in listed:
            if bottom > foot or any(not tint[0] < top < bottom < tint[1] for tint in tints):
                faults.append(f'A11: {name}: a title of the cover stands at {top}–{bottom}, tint {tints}, foot {foot}')
                break
        if len(titles) < 6 and len(titles[0]) < 200 and not listed:
            faults.append(f'A11: {name}: no title on the cover')


# ----------------------------------------------------------------------------------------- run

def main():
    program, source, work = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    study = source / 'samples/midt'
    raw = oracle.Study(str(study), str(source / 'templates/framework/framework-da.xml'))
    rounds = [Round(program, source, study, raw, wave) for wave, _ in raw.waves]
    faults = []
    for r in rounds:
        short = {i.get('alias'): i.get('short') for i in r.input.findall(I + 'partnership')}
        r.short = lambda p, r=r, short=short: short[next(a for a, i in r.ids.items() if i == p)]
        check_texts(r, study, raw.waves[0][0], faults)
        check_counts(r, faults)
        check_dimensions(r, faults)
        check_targets(r, faults)
        check_periods(r, faults)
        check_guides(r, faults)
        check_alpha(r, faults)
        check_sources(r, faults)
        check_quotations(r, faults)
        check_nearest(r, faults)
    check_weak(rounds[-1], faults)
    check_date(rounds, faults)
    check_language(program, study, rounds[0], faults)
    check_cover(program, source, work, faults)
    print('\n'.join(faults[:60]))
    print(f'{len(rounds)} rounds, {len(faults)} contradictions')
    sys.exit(1 if faults else 0)


main()
