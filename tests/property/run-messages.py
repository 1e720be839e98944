#!/usr/bin/env python3
"""What the lines above charts claim is so, and every chart has such a line.

usage: run-messages.py PROGRAM SOURCE_DIR WORK_DIR [FIRST LAST]

Each chart of each report of the samples, in all rounds, of one in which much is not known and of random
sparse studies is found with the
line above its caption. The line must be one of the sentences of templates/language/ made for that kind of
chart, and what it says must be so in the chart's own numbers and in the results that `ladle assess`
prints. A line in which a number is changed must be found out, or the test does not hold what it seems to.
"""
import importlib.util
import os
import pathlib
import re
import shutil
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
SPEC = importlib.util.spec_from_file_location('claims', HERE / 'run-claims.py')
claims = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(claims)
DOC, RS = claims.DOC, claims.RS
NUMBERS = {'ingen': 0, 'no': 0, 'én': 1, 'ét': 1, 'one': 1}


def plain(text):
    return ' '.join(text.replace('\xa0', ' ').split())


def number(text):
    text = text.strip().casefold()
    return NUMBERS[text] if text in NUMBERS else int(re.sub(r'[ .,%]', '', text))


def pattern(label):
    """A label as it stands in print; {2} is the group p2."""
    out, seen = '', set()
    for part in re.split(r'(\{[^}]*\})', plain(label)):
        choice = re.fullmatch(r'\{\d+\|([^}]*)\}', part)
        place = re.fullmatch(r'\{(\d+)[a-z]?\}', part)
        if choice:
            out += '(?:' + '|'.join(re.escape(w) for w in choice[1].split('|')) + ')'
        elif place and place[1] in seen:
            out += f'(?P=p{place[1]})'
        elif place:
            seen.add(place[1])
            out += f'(?P<p{place[1]}>.*?)'
        else:
            out += re.escape(part)
    return re.compile(out, re.I)


class Chart:
    """A chart with the line above it. scope: the partnerships that its report is about."""

    def __init__(self, r, scope, figure, chart, message):
        self.r, self.scope, self.figure, self.chart, self.message = r, scope, figure, chart, message
        self.kind = chart.get('kind') if chart is not None else figure.get('id')

    def rows(self, name='row'):
        return self.chart.findall(DOC + name)

    def fits(self, label, text=None):
        return pattern(self.r.labels[label]).fullmatch(plain(self.message if text is None else text))

    def targets(self, partnership, measure=None):
        found = self.r.of(partnership).findall(f'{RS}activity/{RS}target')
        return [t for t in found if measure in (None, t.get('measure'))]

    def says(self, firsts, seconds, joint, end=''):
        """Whether some sentence for the first half, with one for the second or without, holds."""
        for first, holds in firsts.items():
            for second, also in {**seconds, None: None}.items():
                words = self.r.labels[first] + (joint + self.r.labels[second] if second else '') + end
                if second:     # the places of the second half are q1, q2 …
                    parts = pattern(self.r.labels[first]), pattern(self.r.labels[second])
                    sought = re.compile(parts[0].pattern + re.escape(joint)
                                        + parts[1].pattern.replace('(?P<p', '(?P<q').replace('(?P=p', '(?P=q')
                                        + re.escape(end), re.I)
                else:
                    sought = pattern(words)
                found = sought.fullmatch(plain(self.message))
                if found and holds(self, found.groupdict()) and (
                        also(self, found.groupdict()) if second else not seconds.get(None, lambda c, g: False)(self, {})):
                    return True
        return False


# ------------------------------------------------------------------------------------- targets

def reached(t):
    return float(t.get('actual')) >= float(t.get('value'))


def late(t):
    return not reached(t) and float(t.get('actual')) + float(t.get('after')) >= float(t.get('value'))


def of_targets(how):
    """A clause on the targets of the report's partnership: all of them, or, above its visits, of visits."""
    def holds(chart, got):
        targets = chart.targets(chart.scope[0], None if chart.kind == 'targets' else 'visits')
        key = 'q' if chart.kind == 'bars' else 'p'
        numbers = {k[1]: v for k, v in got.items() if k[0] == key and v is not None}
        yes, after = [t for t in targets if reached(t)], [t for t in targets if late(t)]
        return bool(how(len(targets), len(yes), len(after), numbers, targets))
    return holds


TARGETS = {
    'message.reached.none': of_targets(lambda n, yes, after, g, t: n == 1 and not yes and not after),
    'message.reached.all': of_targets(lambda n, yes, after, g, t: n == 1 and yes),
    'message.target.late': of_targets(lambda n, yes, after, g, t: n == 1 and after),
    'message.targets.in-time': of_targets(
        lambda n, yes, after, g, t: after and yes and (number(g['1']), number(g['2'])) == (yes, n)),
    'message.targets.in-time.none': of_targets(lambda n, yes, after, g, t: n > 1 and after and not yes),
    'message.targets.neither': of_targets(lambda n, yes, after, g, t: n == 2 and not yes and not after),
    'message.targets.none': of_targets(
        lambda n, yes, after, g, t: n > 2 and not yes and not after and number(g['1']) == n),
    'message.targets.both': of_targets(lambda n, yes, after, g, t: n == 2 == yes),
    'message.targets.all': of_targets(lambda n, yes, after, g, t: n > 2 and n == yes == number(g['1'])),
    'message.targets.but': of_targets(
        lambda n, yes, after, g, t: n == 2 and yes == 1 and not after
        and all(g['1' if reached(x) else '2'].endswith(x.get('axis')) for x in t)),
    'message.targets': of_targets(
        lambda n, yes, after, g, t: not after and 0 < yes < n and (number(g['1']), number(g['2'])) == (yes, n)),
}


def check_own_targets(c):
    sentence = {label: (lambda c, g, holds=holds: holds(c, g)) for label, holds in TARGETS.items()}
    return c.says(sentence, {}, '', '.')


def check_bars(c):
    total = sum(int(p.findall(DOC + 'bar')[-1].get('value')) for p in c.rows('panel'))
    held = len(c.r.held(c.scope, ['visit'], c.r.until))
    firsts = {'message.visits.one': lambda c, g: number(g['p1']) == total == held,
              'message.visits.known': lambda c, g: number(g['p1']) == total < held}
    return c.says(firsts, {**TARGETS, None: lambda c, g: bool(c.targets(c.scope[0], 'visits'))}, '; ', '.')


# -------------------------------------------------------------------------------------- charts

def check_lanes(c):
    counts = {row.get('label'): len(row.findall(DOC + 'entry')) for row in c.rows()}
    total, most = sum(counts.values()), max(counts.values())
    alone = list(counts.values()).count(most) == 1 and most < total
    moved = sum(1 for e in c.chart.iter(DOC + 'entry') if e.get('revised'))
    firsts = {'message.timeline': lambda c, g: not alone and number(g['p1']) == total,
              'message.timeline.most': lambda c, g: alone and number(g['p2']) == total
              and counts.get(g['p1']) == most}
    seconds = {'message.timeline.moved': lambda c, g: moved and number(g['q1']) == moved,
               None: lambda c, g: moved > 0}
    return c.says(firsts, seconds, '; ', '.')


def check_timeline(c):
    entries = c.rows('entry')
    moved = sum(1 for e in entries if e.get('revised'))
    return c.says({'final.timeline.lead': lambda c, g: number(g['p1']) == len(entries)},
                  {'final.timeline.moved': lambda c, g: moved and number(g['q1']) == moved,
                   None: lambda c, g: moved > 0}, ' ')


def check_parts(c):
    rows = {('meetings' if row.get('label') == c.r.labels['activity.meetings'] else 'visits'):
            int(row.findall(DOC + 'part')[2].get('value')) for row in c.rows()}
    some = [of for of, three in rows.items() if three]
    label = 'activity.sectors.note' + ('.none' if not some else '.but' if len(some) < len(rows) else '')
    if not c.fits(label):
        return False
    for of, three in rows.items():
        recorded = int(c.r.of(c.scope[0]).find(f"{RS}activity/{RS}presence[@of='{of}']").get('recorded'))
        how = ('none' if not three else 'some' if three < recorded else
               'one' if recorded == 1 else 'both' if recorded == 2 else 'all')
        label = c.r.labels[f'activity.three.{of}.{how}'].replace('{3}', '')
        found = re.search(r'(?<!\w)' + pattern(label).pattern.replace('.*?', r'\w+') + r'(?!\w)', plain(c.message), re.I)
        if not found or any(number(v) != (recorded if k == 'p1' else three) for k, v in found.groupdict().items()):
            return False
    return True


def check_pair(c):
    """Of each of visits and meetings: who was there most often, among all or among those shown."""
    shown = ['message.presence.shown']
    wanted = []
    for of, which in (('visits', 'first'), ('meetings', 'second')):
        shares = {row.get('label').casefold(): int(row.get(which + '-words')) for row in c.rows() if row.get(which)}
        if not shares or not max(shares.values()):
            continue
        everybody = [float(s.get('share')) for s in c.r.of(c.scope[0]).findall(
            f"{RS}activity/{RS}presence[@of='{of}']/{RS}sector")]
        wanted.append((of, shares, max(everybody) * 100 > max(shares.values()) + 0.5))
    if not wanted:
        return c.message is None
    if c.message is None:
        return False
    text = plain(c.message)
    hidden = c.r.labels[shown[0]].casefold() in text.casefold()
    if len(wanted) == 2 and len(wanted[0][1]) == 1 and '; ' not in text:
        if any(len(claims.noted(held)) < len(held) for held in (c.r.held(c.scope, [of]) for of in ('visit', 'meeting'))):
            return False
        found = c.fits('message.presence.one.both', text.rstrip('.'))
        return bool(found) and [number(found['p3']), number(found['p5'])] == [
            list(shares.values())[0] for _, shares, _ in wanted] and found['p1'].casefold() in wanted[0][1]
    clauses = text.rstrip('.').split('; ')
    if len(clauses) != len(wanted):
        return False
    for clause, (of, shares, beaten) in zip(clauses, wanted):
        top = max(shares.values())
        first = [name for name, share in shares.items() if share == top]
        kinds = (['one'] if len(shares) == 1 else ['same', 'same.shown'] if len(first) == len(shares)
                 else ['most', 'most.shown'])
        found = [(k, c.fits('message.presence.' + k, clause)) for k in kinds]
        found = [(k, g) for k, g in found if g]
        if not found or (beaten and len(shares) > 1 and not (hidden or 'shown' in found[-1][0])):
            return False
        got = found[-1][1].groupdict()
        if number(got['p3']) != top:
            return False
        names = plain(got.get('p1') or '').casefold()
        if 'p1' in got and [n for n in shares if re.search(rf'(?<!\w){re.escape(n)}(?!\w)', names)] != first:
            return False
        if got['p2'].casefold() not in (c.r.labels[f'message.presence.{of}'].casefold(),
                                        c.r.labels[f'message.presence.{of}.noted'].casefold()):
            return False
        held = c.r.held(c.scope, [of[:-1]])
        if (len(claims.noted(held)) < len(held)) != (got['p2'].casefold()
                                                     == c.r.labels[f'message.presence.{of}.noted'].casefold()):
            return False
    return True


def check_ticks(c):
    ticks = c.rows()[0].findall(DOC + 'tick')
    there, of = sum(1 for t in ticks if t.get('on') == 'yes'), len(ticks)
    held = c.r.held(c.scope, ['meeting', 'visit'])
    noted = c.r.labels['alt.noted'] if of < len(held) else ''

    def end(got, place):
        return plain(got[place] or '') == plain(noted)
    return c.says({
        'alt.ticks': lambda c, g: of > 1 and there < of and (number(g['p1']), number(g['p2'])) == (there, of)
        and end(g, 'p3'),
        'alt.ticks.one': lambda c, g: of == 1 == there and end(g, 'p1'),
        'alt.ticks.all': lambda c, g: of > 1 and there == of == number(g['p1']) and end(g, 'p2')}, {}, '')


def check_shares(c):
    bars = {plain(b.get('label')): (float(b.get('value')), plain(b.get('words'))) for b in c.rows('bar')}

    def top(names):
        most = max(bars[n][0] for n in names)
        return [n for n in names if round(bars[n][0] * 100 + 1e-9) == round(most * 100 + 1e-9)]

    def named(words, names):
        inside = [n for n in bars if n.casefold() in words.casefold()]
        return sorted(inside) == sorted(names)
    first = top(list(bars))
    other = plain(c.r.labels['agenda.other'])
    rest = [n for n in bars if n != other]
    then = first == [other] and len(bars) > 1
    return c.says({
        'alt.shares.all': lambda c, g: len(bars) == 1 and named(g['p1'], list(bars)),
        'message.agenda.most': lambda c, g: 1 < len(bars) > len(first) and named(g['p1'], first)
        and g['p2'].startswith(bars[first[0]][1]),
        'message.agenda.same': lambda c, g: 1 < len(bars) == len(first) and named(g['p1'], first)},
        {'message.agenda.then': lambda c, g: then and named(g['q1'], top(rest)) and g['q2'].startswith(bars[top(rest)[0]][1]),
         None: lambda c, g: then}, '', '.') or c.says(
        {'alt.shares.all': lambda c, g: len(bars) == 1, 'message.agenda.same': lambda c, g: len(bars) == len(first) > 1}, {}, '')


# ------------------------------------------------------------------------------ the final report

def are(words, aliases, all_of):
    """Whether the names in a list are short or whole aliases of just these."""
    pieces = re.split(r', | og | and | samt | as well as ', words)
    found = [a for a in all_of if any(a == p or a.endswith(' ' + p) for p in pieces)]
    return len(pieces) == len(aliases) and sorted(found) == sorted(aliases)


def check_panels(c):
    last = {p.get('label'): int(p.findall(DOC + 'bar')[-1].get('value')) for p in c.rows('panel')}
    most = max(last.values())
    first = [a for a, n in last.items() if n == most]
    targets = {a: c.targets(c.r.aliases[a], 'visits') for a in last}
    have = [a for a in last if targets[a]]
    done = [a for a in have if all(map(reached, targets[a]))]
    after = [a for a in have if a not in done and all(reached(t) or late(t) for t in targets[a])]
    return c.says({
        'message.visits.one': lambda c, g: len(last) == 1 and number(g['p1']) == most,
        'message.visits.same': lambda c, g: len(first) == len(last) > 1 and number(g['p1']) == most,
        'message.visits.most': lambda c, g: len(first) < len(last) and are(g['p1'], first, last)
        and number(g['p2']) == most}, {
        'message.reached.none': lambda c, g: have and not done and not after,
        'message.reached.none.in-time': lambda c, g: after and not done,
        'message.reached.all': lambda c, g: have and done == have,
        'message.reached.some': lambda c, g: not after and 0 < len(done) < len(have) and are(g['q1'], done, last),
        'message.reached.some.in-time': lambda c, g: after and done and are(g['q1'], done, last),
        None: lambda c, g: bool(have)}, '; ', '.')


def check_targets_chart(c):
    whose = {a: c.targets(p) for a, p in c.r.aliases.items() if c.targets(p)}
    n, done = len(whose), sum(1 for t in whose.values() if all(map(reached, t)))
    after = [a for a, t in whose.items() if not all(map(reached, t)) and all(reached(x) or late(x) for x in t)]
    share = {a: round(100 * sum(float(t.get('actual')) for t in own) / sum(float(t.get('value')) for t in own) + 1e-9)
             for a, own in ((a, c.targets(c.r.aliases[a], 'visits')) for a in whose) if own}
    most = max(share.values(), default=0)
    first = [a for a, s in share.items() if s == most]
    several = pattern(c.r.labels['alt.targets.several'])

    def who(words):
        many = several.fullmatch(plain(words))
        return number(many['p1']) == len(first) if many else are(words, first, whose)
    return c.says({
        'final.targets-chart.none': lambda c, g: not after and not done and number(g['p1']) == n > 2,
        'final.targets-chart.none.both': lambda c, g: not after and not done and n == 2,
        'final.targets-chart.none.in-time': lambda c, g: after and not done,
        'final.targets-chart.some': lambda c, g: not after and 0 < done < n
        and (number(g['p1']), number(g['p2'])) == (done, n),
        'final.targets-chart.some.in-time': lambda c, g: after and (number(g['p1']), number(g['p2'])) == (done, n),
        'final.targets-chart.all': lambda c, g: done == number(g['p1']) == n > 2,
        'final.targets-chart.all.both': lambda c, g: done == n == 2}, {
        'final.targets-chart.most': lambda c, g: most > 0 and number(g['q2']) == most and who(g['q1'])}, ' ')


def check_matrix(c):
    """A table, which has a line where one level has more elements than every other."""
    levels = [e.get('level') for p in c.scope for e in c.r.of(p).findall(RS + 'element') if e.get('level')]
    counts = {level: levels.count(level) for level in levels}
    most = max(counts.values(), default=0)
    first = [level for level, n in counts.items() if n == most]
    if c.message is None:
        return most == len(levels) or len(first) > 1
    return c.says({'message.matrix': lambda c, g: len(first) == 1 and g['p1'].casefold() == plain(
        c.r.levels[first[0]]).casefold() and (number(g['p2']), number(g['p3'])) == (most, len(levels))}, {}, '')


CHECKS = {'lanes': check_lanes, 'timeline': check_timeline, 'bars': check_bars, 'parts': check_parts,
          'pair': check_pair, 'ticks': check_ticks, 'shares': check_shares, 'panels': check_panels,
          'targets-chart': check_targets_chart, 'targets': check_own_targets, 'matrix': check_matrix}
NAMES = {'targets': 'targets-chart'}     # kinds of charts that are called as a table is


def charts(r):
    for document, scope, final in r.scopes():
        for figure in document.iter(DOC + 'figure'):
            said = [p for p in figure if p.tag == DOC + 'p' and p.get('class') == 'message']
            message = ' '.join(''.join(said[0].itertext()).split()) if said else None
            chart = next((c for c in figure.findall(DOC + 'chart') if c.get('kind') in {*CHECKS, 'targets'}), None)
            if chart is not None:
                c = Chart(r, scope, figure, chart, message)
                c.kind = NAMES.get(c.kind, c.kind)
                yield c
            elif (figure.get('id') == 'targets' and not final) or (figure.get('id') == 'matrix' and final):
                yield Chart(r, scope, figure, None, message)


def check(r, name, faults, seen):
    for c in charts(r):
        where = f'{name}, {c.figure.get("id")}, {"final" if len(c.scope) != 1 else c.scope[0]}'
        if c.message is None and not (c.kind in ('pair', 'matrix') and CHECKS[c.kind](c)):
            faults.append(f'{where}: nothing says what the chart shows')
        elif c.message is not None and not CHECKS[c.kind](c):
            faults.append(f'{where}: "{c.message}"')
        elif c.message:
            seen.setdefault(c.kind, [0, 0])
            seen[c.kind][0] += 1
            changed = re.sub(r'\d+', lambda n: str(int(n[0]) + 1), c.message, count=1)
            if changed != c.message:
                c.message = changed
                seen[c.kind][1] += 1
                if CHECKS[c.kind](c):
                    faults.append(f'{where}: a wrong number is not found: "{changed}"')


def rounds(directory, source, language):
    raw = claims.oracle.Study(directory, os.path.join(source, 'templates/framework', f'framework-{language}.xml'))
    waves = [w for w, _ in raw.waves]
    return waves[min(waves.index(raw.wave(r)) for r in raw.records):]


def unsure(source, directory):
    """The study midt, but of some visits it is not known when they were or who was there, and meetings went to
    things that have no name."""
    shutil.copytree(os.path.join(source, 'samples/midt'), directory)
    for path in pathlib.Path(directory).glob('records-*.xml'):
        tree = claims.ET.parse(path)
        space, visits = '{%s}' % claims.SPACE, 0
        for record in tree.getroot():
            if record.tag == space + 'visit' and record.get('status') is None:
                visits += 1
                if visits % 5 == 0:
                    for present in record.findall(space + 'present'):
                        record.remove(present)
                if visits % 7 == 0:
                    record.set('wave', 'w1' if record.get('date') < '2016-04' else 'w2')
                    record.set('date', '../' + record.get('date'))
            for item in record.findall(space + 'item'):
                if record.get('partnership') in ('b', 'c') and item.get('kind') in ('calendar', 'operations', 'evaluation'):
                    item.set('kind', 'other')
        claims.ET.register_namespace('', claims.SPACE)
        tree.write(path, encoding='UTF-8', xml_declaration=True)


def main(program, source, work, first=0, last=14):
    shutil.rmtree(work, ignore_errors=True)
    os.makedirs(work)
    faults, seen = [], {}
    cases = [(f'{sample}', os.path.join(source, 'samples', sample), 'da') for sample in ('midt', 'small')]
    unsure(source, os.path.join(work, 'unsure'))
    cases.append(('unsure', os.path.join(work, 'unsure'), 'da'))
    for seed in range(int(first), int(last)):
        study = claims.Sparse(seed)
        study.write(os.path.join(work, f'sparse-{seed}'))
        cases.append((f'sparse-{seed}', os.path.join(work, f'sparse-{seed}'), study.language))
    for name, directory, language in cases:
        for wave in rounds(directory, source, language):
            check(claims.Reports(program, source, directory, language, wave), f'{name}, {wave}', faults, seen)
    faults += [f'no {kind} was met' for kind in CHECKS if kind not in seen and int(first) == 0]
    print('\n'.join(faults[:60]))
    print(', '.join(f'{n} {kind} ({wrong} with a wrong number)' for kind, (n, wrong) in seen.items()))
    print(f'{len(faults)} lines that do not hold')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
