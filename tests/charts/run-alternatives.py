#!/usr/bin/env python3
"""Alternative texts of the samples' charts: whole sentences, in both languages, with the numbers that
the results give when they are worked out here once more.

usage: run-alternatives.py PROGRAM SOURCE_DIR WORK_DIR"""
import re
import sys

from samples import DOCUMENT, INPUT, RESULTS, Study

SIGNS = ('symbol', 'mark')
VERBS = {'da': 'er har havde var peger viser gik kommer mangler'.split(),
         'en': 'is are has have had was were points point shows went come took must'.split()}


class Report:
    def __init__(self, study, which, partnerships):
        self.study, self.which = study, which
        self.document, self.input = study.tree('document', which), study.tree('input', which)
        framework = self.input.find(INPUT + 'framework')
        self.levels = {level.get('id'): level.text for level in framework.findall(INPUT + 'level')}
        self.elements = {e.get('id'): e.findtext(INPUT + 'name')
                         for e in framework.findall(INPUT + 'element')}
        self.sectors = {s.get('id'): s.text for s in framework.findall(INPUT + 'sector')}
        self.partnerships = partnerships  # alias -> results of the last wave

    def charts(self, kind):
        return [chart.get('alt') for chart in self.document.iter(DOCUMENT + 'chart')
                if chart.get('kind') == kind]

    def one(self, kind):
        found = self.charts(kind)
        assert len(found) == 1, f'{self.which}: {len(found)} charts of kind {kind}'
        return found[0]

    def needs(self, text, *pieces):
        text = text.replace('\xa0', ' ')
        for piece in (str(piece).replace('\xa0', ' ') for piece in pieces):
            assert re.search(rf'(?<![0-9]){re.escape(piece)}(?![0-9])', text, re.I), \
                f'{self.study.name}, {self.which}: "{text}" does not say "{piece}"'
        return len(pieces)


def check_sentences(report):
    language = report.study.language
    for chart in report.document.iter(DOCUMENT + 'chart'):
        kind, alt = chart.get('kind'), chart.get('alt')
        if kind in SIGNS or (kind == 'move' and not chart.get('of')):  # the arrow of a key
            continue
        assert alt, f'{report.which}: a {kind} without words'
        words = re.findall(r'\w+', alt.lower())
        assert alt.endswith('.') and alt[0] == alt[0].upper() and len(words) > 2, alt
        assert set(words) & set(VERBS[language]), f'no verb: {alt}'
        assert not re.search(r'[{}|]|alt\.|\s\s|\.\.|NaN| ,', alt), f'put together wrongly: {alt}'


def check_placements(report):
    """How many elements have reached the placement, of how many that are covered."""
    order, text, said = list(report.levels), report.charts('cover-matrix')[0], 0
    for alias, results in report.partnerships.items():
        levels = [order.index(e.get('level')) for e in results.findall(RESULTS + 'element')
                  if e.get('level')]
        needed = len(levels) // 2 + 1
        place = max(n for n in range(len(order)) if sum(1 for x in levels if x >= n) >= needed)
        reached = sum(1 for x in levels if x >= place)
        sentence = [s for s in re.split(r'(?<=\.) ', text) if alias in s][-1]
        said += report.needs(sentence, report.levels[order[place]], reached, len(levels))
        if place < len(order) - 1:
            missing = needed - sum(1 for x in levels if x > place)
            said += report.needs(sentence, report.study.in_words(missing))
    return said


def check_spread(report):
    """Mini-strips of a partnership: the shares of the levels."""
    results, said = next(iter(report.partnerships.values())), 0
    covered = [e for e in results.findall(RESULTS + 'element') if e.get('level')]
    for text, element in zip(report.charts('mini-strip'), covered, strict=True):
        shares = [(s.get('level'), float(s.get('value'))) for s in element.findall(RESULTS + 'share')
                  if float(s.get('value')) > 0]
        for level, share in shares:
            said += report.needs(text, report.levels[level])
            if len(shares) > 1:
                said += report.needs(text, report.study.percent(share))
    return said


def check_scales(report):
    results = next(iter(report.partnerships.values()))
    elements = results.findall(RESULTS + 'element')
    for text, element in zip(report.charts('scale'), elements):
        report.needs(text, report.elements[element.get('id')])
        if element.get('level'):
            report.needs(text, report.levels[element.get('level')])
    return 2 * len(elements)


def check_activity(report):
    activity = next(iter(report.partnerships.values())).find(RESULTS + 'activity')
    study, said = report.study, 0
    for text in report.charts('bars'):
        for target in activity.findall(RESULTS + 'target'):
            if target.get('measure') == 'visits' and target.get('axis'):
                said += report.needs(text, study.words['axis'].replace('{1}', target.get('axis')),
                                     int(float(target.get('value'))), int(float(target.get('actual'))))
    for text in report.charts('parts'):
        sentences = re.findall(r'.+?[.](?= |$)', text.replace('\xa0', ' '))
        nothing = [study.words[f'alt.parts.{of}.none'] for of in ('meetings', 'visits')]
        noted = [p for p in activity.findall(RESULTS + 'presence') if int(p.get('recorded'))]
        for presence, sentence in zip(noted, [s for s in sentences if s not in nothing], strict=True):
            counts = [int(presence.get(kind)) for kind in ('one-sector', 'two-sectors', 'three-or-more')]
            recorded, words = int(presence.get('recorded')), [study.words[f'alt.sectors.{n}'] for n in (1, 2, 3)]
            if recorded in counts:  # all alike: said of all, and of no other number of sectors
                said += report.needs(sentence, words[counts.index(recorded)], *([recorded] if recorded > 2 else []))
            else:
                said += report.needs(sentence, recorded, *(study.words['alt.parts.item'].replace('{1}', str(n))
                                                       .replace('{2}', word) for n, word in zip(counts, words) if n))
            assert not [w for n, w in zip(counts, words) if not n and w in sentence], sentence
    for text in report.charts('shares'):
        agenda = {a.get('kind'): float(a.get('share') or 0)
                  for a in activity.findall(RESULTS + 'agenda')}
        most = max((kind for kind in agenda if kind != 'other'), key=agenda.get)
        said += report.needs(text, study.words[f'agenda.{most}'],
                             *(study.percent(share) for share in agenda.values() if share > 0))
        first = min((study.words[f'agenda.{kind}'] for kind in agenda if agenda[kind] > 0),
                    key=lambda words: text.lower().index(words.lower()))
        assert agenda[most] == max(share for kind, share in agenda.items()
                                   if study.words[f'agenda.{kind}'] == first), text
    for text in report.charts('pair'):
        # Of which sectors it may be told is the attribution's affair; the shares are those of the results.
        told = {node.get('id') for given in report.input.iter(INPUT + 'assessment')
                if given.get('wave') == report.input.get('wave')
                for presence in given.iter(INPUT + 'presence') for node in presence.findall(INPUT + 'sector')}
        assert told or not text, text
        for presence in activity.findall(RESULTS + 'presence'):
            for sector in presence.findall(RESULTS + 'sector'):
                if float(sector.get('share')) > 0 and sector.get('id') in told:
                    said += report.needs(text, report.sectors[sector.get('id')],
                                         study.percent(sector.get('share')))
    for text in report.charts('ticks'):
        present, of = key_person(study.words, text)
        share = float(activity.find(RESULTS + 'key-person').get('share'))
        assert abs(present / of - share) < 1e-6, f'{text}: {share}'
        said += 2
    return said


def key_person(words, text):
    """At how many meetings and visits the key person was, and of how many."""
    if text.startswith(words['alt.ticks.one'].split('{1}')[0]):
        return 1, 1
    every = re.match(re.escape(words['alt.ticks.all'].split('{2}')[0]).replace(re.escape('{1}'), '([0-9]+)'), text)
    if every:
        return int(every[1]), int(every[1])
    return map(int, re.findall(r'[0-9]+', text)[:2])


def check_panels(report):
    """Visits and targets of all partnerships, each in its own sentences."""
    said = 0
    for text in report.charts('panels'):
        for alias, results in report.partnerships.items():
            targets = [t for t in results.find(RESULTS + 'activity').findall(RESULTS + 'target')
                       if t.get('measure') == 'visits']
            whole = [t for t in targets if not t.get('axis')][:1] or targets
            own = re.split(rf'(?<=\.) (?={re.escape(alias)}:)', text)[-1]
            if whole:
                said += report.needs(own, sum(int(float(t.get('value'))) for t in whole))
            if targets and all(t.get('axis') for t in targets):
                actual = sum(int(float(t.get('actual'))) for t in targets)
                said += report.needs(own, actual) if actual else 0
    return said


def check_timeline(report):
    said = 0
    for chart in report.document.iter(DOCUMENT + 'chart'):
        if chart.get('kind') != 'timeline':
            continue
        entries, text = chart.findall(DOCUMENT + 'entry'), chart.get('alt')
        said += report.needs(text, report.study.in_words(len(entries), '.c'), entries[0].get('label'),
                             entries[-1].get('label'))
        moved = [e for e in entries if e.get('revised')]
        for entry in moved:
            said += report.needs(text, entry.get('label'), report.study.day(entry.get('start-first')),
                                 report.study.day(entry.get('revised-first')))
        # The last event tells that it was moved, and so does the list of what was.
        twice = sum(1 for e in (entries[0], entries[-1]) if e.get('revised'))
        assert len(re.findall(r', (?:nu|now) ', text)) == len(moved) + twice, text
    return said


def main():
    said = 0
    for sample, round_ in (('midt', 'w1'), ('midt', 'w2'), ('small', 'w1')):
        for language in ('da', 'en'):
            study = Study(sys.argv[1], sys.argv[2], sample, language, '--wave', round_)
            waves = {p.get('id'): p.find(f"{RESULTS}wave[@id='{round_}']")
                     for p in study.results().findall(RESULTS + 'partnership')}
            everyone = study.tree('input', 'final').findall(INPUT + 'partnership')
            results = {p.get('alias'): wave for p, wave in zip(everyone, waves.values(), strict=True)
                       if p.get('studied') == 'yes'}
            final = Report(study, 'final', results)
            check_sentences(final)
            said += check_placements(final) + check_timeline(final) + check_panels(final)
            for alias, wave in results.items():
                report = Report(study, alias, {alias: wave})
                check_sentences(report)
                said += (check_placements(report) + check_spread(report) + check_scales(report) +
                         check_activity(report) + check_timeline(report))
    assert said > 1000, said
    print(f'{said} numbers and names agree')


if __name__ == '__main__':
    sys.exit(main())
