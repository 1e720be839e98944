#!/usr/bin/env python3
"""Alternative texts of the samples' charts: whole sentences, in both languages, with the numbers that
the results give when they are worked out here once more.

usage: run-alternatives.py PROGRAM SOURCE_DIR WORK_DIR"""
import re
import sys

from samples import DOCUMENT, INPUT, RESULTS, Study

SIGNS = ('symbol', 'mark')
ABBREVIATIONS = r'(?i)\b(?:bl\.|ca\.|e\.g\.|etc\.|f\.eks|i\.e\.|jf\.|kr\.|mdr\.|min\.|nr\.|osv\.|pct\.|stk\.|vs\.)' \
    r'|\b(?:jan|feb|apr|aug|sept?|okt|oct|nov|dec)\.'
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

    def said_level(self, level):
        """Within a sentence: "the Club"."""
        name = self.levels[level]
        return name[0].lower() + name[1:] if self.study.language == 'en' else name

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
        assert not re.search(ABBREVIATIONS, alt), f'an abbreviation: {alt}'
        assert not re.search(r'(?<![0-9.,])0\s?%', alt), f'a share of nothing: {alt}'
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
    """The programme's timeline, and a partnership's in lanes: the events of the input, where targets due
    and moved together are one deadline."""
    said = 0
    charts = [c for c in report.document.iter(DOCUMENT + 'chart') if c.get('kind') in ('timeline', 'lanes')]
    for chart in charts:
        text, deadlines = chart.get('alt'), {}
        lanes = chart.get('kind') == 'lanes'
        whole = report.input.find(INPUT + ('partnership/' + INPUT if lanes else '') + 'timeline')
        entries = [e for e in whole.findall(INPUT + 'entry')
                   if not lanes or (not e.get('status') and (e.get('first') or e.get('last')))]
        for entry in entries:
            if entry.get('kind') == 'target':
                deadlines.setdefault((entry.get('date'), revised_to(entry)), []).append(entry)
        marks = [e for e in entries if e.get('kind') != 'target'
                 or deadlines[e.get('date'), revised_to(e)][0] is e]
        said += report.needs(text, report.study.in_words(len(marks), '.c'),
                             *(e.findtext(INPUT + 'title') for e in (marks[0], marks[-1])
                               if e.find(INPUT + 'title') is not None))
        moved = [e for e in marks if revised_to(e)]
        for entry in moved:
            alike = deadlines.get((entry.get('date'), revised_to(entry)), [])
            name = report.study.words['entry.targets'].replace('{1c}', report.study.in_words(len(alike), '.c')) \
                .replace('{1w}', report.study.in_words(len(alike)))
            said += report.needs(text, report.study.day(entry.get('date')), report.study.day(revised_to(entry)),
                                 *([name] if len(alike) > 1 else []))
        if moved:
            said += report.needs(text, report.study.in_words(len(moved), '.c'))
        # The first or last event tells that it was moved, and so does the list of what was.
        twice = sum(1 for e in (marks[0], marks[-1]) if revised_to(e))
        assert len(re.findall(r', (?:nu|now) ', text)) == len(moved) + twice, text
    return said


def revised_to(entry):
    revised = entry.find(INPUT + 'revised')
    return None if revised is None else revised.get('date')


def numbers_in(text):
    return [int(n) for n in re.findall(r'[0-9]+', text)]


def check_explained(report, wave):
    """The page on how a placement comes about: the shares of an element, and how many have reached each
    level; no other number stands there."""
    order, said = list(report.levels), 0
    for text in report.charts('reach'):
        shares = {s.get('level'): float(s.get('value')) for s in example_of(wave, order).findall(RESULTS + 'share')}
        reached = [min(1, sum(v for k, v in shares.items() if order.index(k) >= n)) for n in range(1, len(order))]
        printed = [report.study.percent(f'{share:.6f}') for share in reached if share > 0]
        assert numbers_in(text) == [n for p in printed for n in numbers_in(p)] + [50], (text, reached)
        said += report.needs(text, report.elements[example_of(wave, order).get('id')], *printed)
        for level, share in zip(order[1:], reached):
            label = 'nothing' if not share else 'top' if level == order[-1] else 'least'
            item = report.study.words[f'alt.reach.{label}'].replace('{1s}', '{2}').replace('{2s}', '{2}')
            if not share:
                item = item.replace('{1}', '{2}')
            said += report.needs(text, item.replace('{1}', report.study.percent(f'{share:.6f}'))
                                 .replace('{2}', report.said_level(level)))
    for text in report.charts('stairs'):
        levels = [order.index(e.get('level')) for e in wave.findall(RESULTS + 'element') if e.get('level')]
        missing = len(wave.findall(RESULTS + 'element')) - len(levels)
        reached = [sum(1 for x in levels if x >= n) for n in range(1, len(order))]
        assert numbers_in(text) == [len(levels), *(n for n in reached if n), len(levels) // 2 + 1,
                                    *([missing] if missing else [])], (text, reached)
        said += report.needs(text, *(report.said_level(level) for level in order[1:]))
    return said


def example_of(wave, order):
    """Of the elements at the placement the one with most evidence, the first of several."""
    at = [e for e in wave.findall(RESULTS + 'element') if e.get('level') and e.get('level') == wave.get('placement')]
    return max(at, key=lambda e: int(e.get('statements')))


def middle(waves, order):
    """Whose numbers the final report explains a placement with: the middle one."""
    def reached(wave):
        return sum(1 for e in wave.findall(RESULTS + 'element')
                   if e.get('level') and order.index(e.get('level')) >= order.index(wave.get('placement')))
    placed = sorted((w for w in waves if w is not None and w.get('placement')),
                    key=lambda w: (order.index(w.get('placement')), reached(w)))
    return placed[(len(placed) + 1) // 2 - 1]


def check_targets(report, everyone):
    """For each measure who went furthest and who is last, with their shares as printed; never a share of
    nothing."""
    measures, said, texts = {}, 0, report.charts('targets')
    for alias, wave in everyone.items():
        for target in wave.find(RESULTS + 'activity').findall(RESULTS + 'target'):
            sums = measures.setdefault(target.get('measure'), {}).setdefault(alias, [0, 0])
            sums[0] += float(target.get('actual'))
            sums[1] += float(target.get('value'))
    for text in texts:
        text = text.replace('\xa0', ' ')
        for measure, own in measures.items():
            name = report.study.words[f'measure.short.{measure}']
            if f'{name}:' in text:  # else the chart has no row for it
                sentence = sentence_on_targets(report.study, name, own).replace('\xa0', ' ')
                assert sentence in text, f'"{text}" does not say "{sentence}"'
                said += 4
        assert said, text
    return said


def sentence_on_targets(study, name, sums):
    """sums: for each alias what was done and what the target is."""
    shares = {alias: int(actual / value * 100 + 0.5) for alias, (actual, value) in sums.items()}
    most, least = max(shares.values()), min(shares.values())

    def those(share):
        some = [alias for alias in shares if shares[alias] == share]
        if len(some) > 3:
            return study.words['alt.targets.several'].replace('{1}', str(len(some)))
        return f" {study.words['and']} ".join([', '.join(some[:-1]), some[-1]] if some[1:] else some)

    def say(label, *values):
        text = study.words[f'alt.targets{label}']
        for n, value in enumerate([name, *values], 1):
            text = text.replace(f'{{{n}}}', value)
        return text
    if len(sums) == 1:
        return say('.one', *shares, study.percent(most / 100))
    if not any(actual for actual, _ in sums.values()):
        return say('.none')
    if most == least:
        return say('.same', study.percent(most / 100))
    if not any(actual for alias, (actual, _) in sums.items() if shares[alias] == least):
        return say('.nothing', those(most), study.percent(most / 100), those(least))
    return say('', those(most), study.percent(most / 100), those(least), study.percent(least / 100))


def check_moves(report, before, now):
    """The matrix before and now: each element's move, for each partnership."""
    words, expected = report.study.words, []
    order = list(report.levels)
    for alias, wave in now.items():
        earlier = {e.get('id'): e for e in before[alias].findall(RESULTS + 'element')}
        for element in wave.findall(RESULTS + 'element'):
            old, new = earlier[element.get('id')].get('level'), element.get('level')
            if not old and not new:
                continue
            label, levels = ('move.new', [new]) if not old else ('move.gone', [old]) if not new else \
                ('move.same', [new]) if old == new else \
                ('scale.up' if order.index(new) > order.index(old) else 'scale.down', [old, new])
            text = words[f'alt.{label}'].replace('{1}', report.elements[element.get('id')])
            for n, level in enumerate(levels, 2):
                text = text.replace(f'{{{n}s}}', f'{{{n}}}').replace(f'{{{n}}}', report.said_level(level))
            weak = 'weak' in (element.get('support'), earlier[element.get('id')].get('support'))
            if old and new and old != new and weak:
                text += ' ' + words['alt.move.weak']
            expected.append(text)
    drawn_ones = [c.get('alt') for c in report.document.iter(DOCUMENT + 'chart')
                  if c.get('kind') == 'move' and c.get('of')]
    if not drawn_ones:
        return 0
    names = set(report.elements.values())
    elements = [alt.replace('\xa0', ' ') for alt in drawn_ones if alt.split(':')[0] in names]
    assert sorted(elements) == sorted(text.replace('\xa0', ' ') for text in expected), \
        sorted(set(elements) ^ set(expected))
    return len(elements)


def main():
    said = 0
    for sample, round_ in (('midt', 'w1'), ('midt', 'w2'), ('small', 'w1')):
        for language in ('da', 'en'):
            study = Study(sys.argv[1], sys.argv[2], sample, language, '--wave', round_)
            given = study.results().findall(RESULTS + 'partnership')
            waves, first = ({p.get('id'): p.find(f"{RESULTS}wave[@id='{wave}']") for p in given}
                            for wave in (round_, 'w1'))
            everyone = study.tree('input', 'final').findall(INPUT + 'partnership')
            results = {p.get('alias'): wave for p, wave in zip(everyone, waves.values(), strict=True)
                       if p.get('studied') == 'yes'}
            final = Report(study, 'final', results)
            check_sentences(final)
            said += check_placements(final) + check_timeline(final) + check_panels(final)
            said += check_explained(final, middle(waves.values(), list(final.levels)))
            said += check_targets(final, {p.get('alias'): wave for p, wave in zip(everyone, waves.values())})
            before = {p.get('alias'): wave for p, wave in zip(everyone, first.values())}
            moves = check_moves(final, before, results)
            assert (moves > 0) == (round_ == 'w2'), moves
            assert all(final.charts(kind) for kind in ('reach', 'stairs', 'targets')), study.name
            said += moves
            for alias, wave in results.items():
                report = Report(study, alias, {alias: wave})
                check_sentences(report)
                assert all(report.charts(kind) for kind in ('reach', 'stairs', 'lanes')), alias
                said += (check_placements(report) + check_spread(report) + check_scales(report) +
                         check_activity(report) + check_timeline(report) + check_explained(report, wave))
    assert said > 2000, said
    print(f'{said} numbers and names agree')


if __name__ == '__main__':
    sys.exit(main())
