#!/usr/bin/env python3
"""Assesses a study a second time, slowly and plainly, and prints the facts, one a line, sorted.

usage: oracle.py STUDY_DIRECTORY [FRAMEWORK.xml]

It follows the rules sentence by sentence and shares nothing with the program: no index, no sums
that are kept, no cleverness. What it prints is what facts.py prints of `ladle assess`.
"""
import calendar
import datetime
import fractions
import math
import os
import re
import sys
import unicodedata
import xml.etree.ElementTree as ET

NS = '{urn:x-ladle:study}'
METHODS = ['meeting', 'observation', 'interview', 'questionnaire', 'document', 'visit']
KINDS = ['steering', 'consultant', 'other']
AGENDA = ['calendar', 'operations', 'development', 'evaluation', 'learning', 'economy', 'other']
EPSILON = 1e-9


def words(text):
    """White space collapsed as xsd:token does it (XML white space only)."""
    return ' '.join(re.split('[ \t\r\n]+', text)).strip(' ')


def attribute(node, name, default=None):
    value = node.get(name)
    return default if value is None else words(value)


# ------------------------------------------------------------------------------------- dates

def month_end(year, month):
    return datetime.date(year, month, calendar.monthrange(year, month)[1])


def one_date(text):
    """First and last day of a date that is not an interval."""
    text = re.sub('[?~%]$', '', text)
    if re.fullmatch(r'\d\d\dX', text):
        return datetime.date(int(text[:3] + '0'), 1, 1), datetime.date(int(text[:3] + '9'), 12, 31)
    if re.fullmatch(r'\d\dXX', text):
        return datetime.date(int(text[:2] + '00'), 1, 1), datetime.date(int(text[:2] + '99'), 12, 31)
    text = text.replace('-XX', '')
    parts = [int(part) for part in text.split('-')]
    if len(parts) == 3:
        day = datetime.date(*parts)
        return day, day
    year = parts[0]
    if len(parts) == 1:
        return datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    month = parts[1]
    if month <= 12:
        return datetime.date(year, month, 1), month_end(year, month)
    if month == 24:
        return datetime.date(year, 12, 1), month_end(year + 1, 2)
    first, months = {21: (3, 3), 22: (6, 3), 23: (9, 3), 33: (1, 3), 34: (4, 3), 35: (7, 3),
                     36: (10, 3), 40: (1, 6), 41: (7, 6)}[month]
    return datetime.date(year, first, 1), month_end(year, first + months - 1)


def days(text):
    """(first, last); None for an open end."""
    if '/' not in text:
        return one_date(text)
    start, end = text.split('/')
    return (None if start in ('', '..') else one_date(start)[0],
            None if end in ('', '..') else one_date(end)[1])


def low(day):
    return datetime.date.min if day is None else day


def high(day):
    return datetime.date.max if day is None else day


# ------------------------------------------------------------------------------------- study

class Study:
    def __init__(self, directory, built_in=None):
        paths = []
        for folder, folders, files in os.walk(directory):
            folders[:] = [name for name in folders if not name.startswith('.')]
            paths += [os.path.relpath(os.path.join(folder, name), directory)
                      for name in files if name.endswith('.xml') and not name.startswith('.')]
        self.records, self.framework = [], None
        for path in sorted(paths, key=os.fsencode):
            root = ET.parse(os.path.join(directory, path)).getroot()
            if root.tag == NS + 'study':
                self.study = root
            elif root.tag == NS + 'framework':
                self.framework = root
            elif root.tag == NS + 'records':
                self.records += list(root)
        if self.framework is None:
            self.framework = ET.parse(built_in).getroot()
        f = self.framework
        self.levels = [attribute(x, 'id') for x in f.findall(NS + 'level')]
        self.types = [attribute(x, 'id') for x in f.findall(NS + 'level')
                      if attribute(x, 'type') != 'no']
        self.sectors = [attribute(x, 'id') for x in f.findall(NS + 'sector')]
        self.elements = [attribute(x, 'id') for x in f.findall(NS + 'element')]
        self.dimensions = [attribute(x, 'id') for x in f.findall(NS + 'dimension')]
        self.dimension_of = {attribute(x, 'id'): attribute(x, 'dimension')
                             for x in f.findall(NS + 'element')}
        self.guides = {attribute(g, 'id'): g for g in f.findall(NS + 'guide')}
        self.questions = {attribute(q, 'id'): q for g in f.findall(NS + 'guide')
                          for q in g.findall(NS + 'question')}
        s = self.study
        self.waves = [(attribute(w, 'id'), days(attribute(w, 'dates')))
                      for w in s.findall(NS + 'wave')]
        organisations = {attribute(o, 'id'): attribute(o, 'sector')
                         for o in s.findall(NS + 'organisation')}
        self.sector_of_organisation = organisations
        self.sector_of_person = {attribute(p, 'id'): organisations.get(attribute(p, 'organisation'))
                                 for p in s.findall(NS + 'person')}
        self.partnerships = s.findall(NS + 'partnership')
        self.groups = {attribute(g, 'id'): g for p in self.partnerships
                       for g in p.findall(NS + 'group')}
        self.by_id = {attribute(r, 'id'): r for r in self.records}

    def kind(self, record):
        return record.tag[len(NS):]

    def names(self, record):
        """The partnerships of a record."""
        return set((record.get('partnership') or '').split())

    def wave(self, record):
        explicit = attribute(record, 'wave')
        if explicit:
            return explicit
        first, _ = days(attribute(record, 'date'))
        for name, (start, end) in self.waves:
            if low(start) <= first <= high(end):
                return name
        raise SystemExit('record in no wave: ' + record.get('id'))

    def of(self, partnership, wave):
        return [r for r in self.records if partnership in self.names(r) and self.wave(r) == wave]

    # -------------------------------------------------------------------------------- voices

    def groups_of(self, partnership):
        return (partnership.findall(NS + 'group') +
                [self.groups[attribute(g, 'group')]
                 for g in partnership.findall(NS + 'shared-group')])

    def seats(self, partnership, wave, kind):
        """The persons with a seat in a group of this kind that is held in the wave."""
        start, end = dict(self.waves)[wave]
        found = set()
        for group in self.groups_of(partnership):
            if attribute(group, 'kind') != kind:
                continue
            for seat in group.findall(NS + 'seat'):
                first = days(seat.get('from').strip())[0] if seat.get('from') else None
                last = days(seat.get('to').strip())[1] if seat.get('to') else None
                if low(first) <= high(end) and high(last) >= low(start):
                    found.add(attribute(seat, 'person'))
        return found

    def person_voices(self, partnership, wave, person):
        voices = [('group', kind) for kind in KINDS
                  if person in self.seats(partnership, wave, kind)]
        if self.sector_of_person[person]:
            voices.append(('sector', self.sector_of_person[person]))
        return voices

    def statement_voices(self, partnership, wave, record, statement):
        if statement.get('speaker'):
            return self.person_voices(partnership, wave, attribute(statement, 'speaker'))
        group = attribute(record, 'group')
        if self.kind(record) in ('observation', 'document') and record.get('meeting'):
            group = attribute(self.by_id[attribute(record, 'meeting')], 'group')
        return [('group', attribute(self.groups[group], 'kind'))] if group else []

    # ------------------------------------------------------------------------------ evidence

    def answer_level(self, answer):
        question = self.questions[attribute(answer, 'question')]
        value = attribute(answer, 'value')
        if value is None:
            return None
        for option in question.findall(NS + 'option'):
            if attribute(option, 'value').casefold() == value.casefold():
                return attribute(option, 'level')
        if re.fullmatch('-?[0-9]+([.,][0-9]+)?', value):
            number = float(value.replace(',', '.'))
            for band in question.findall(NS + 'band'):
                upper = float(attribute(band, 'to')) if band.get('to') else math.inf
                if float(attribute(band, 'from')) <= number < upper:
                    return attribute(band, 'level')
        return None

    def codings(self, record, what, name):
        """(statement, coder, level, weight) of each coding of the element or dimension."""
        for statement in record.findall(NS + 'statement'):
            own = [c for c in statement.findall(NS + 'coding') if attribute(c, what) == name]
            coders = set(attribute(c, 'coder') for c in own)
            for c in own:
                m = sum(1 for d in own if attribute(d, 'coder') == attribute(c, 'coder'))
                strength = int(c.get('strength', '2'))
                yield (statement, attribute(c, 'coder'), attribute(c, 'level'),
                       fractions.Fraction(strength, len(coders) * m))

    def evidence(self, partnership, wave, element):
        """All items, as dictionaries, and the number of unmapped answers."""
        items, unmapped = [], 0
        for record in self.of(attribute(partnership, 'id'), wave):
            common = {'record': attribute(record, 'id'), 'method': self.kind(record)}
            for statement, coder, level, weight in self.codings(record, 'element', element):
                items.append(dict(common, source=attribute(statement, 'id'), coder=coder,
                                  said=('statement', attribute(statement, 'id')), level=level, weight=weight,
                                  voices=self.statement_voices(partnership, wave, record,
                                                               statement)))
            for answer in record.findall(NS + 'answer'):
                question = self.questions[attribute(answer, 'question')]
                if attribute(question, 'element') != element:
                    continue
                level = self.answer_level(answer)
                if level is None:
                    unmapped += 1
                    continue
                respondent = attribute(record, 'respondent')
                guide = self.guides[attribute(record, 'guide')]
                voices = (self.person_voices(partnership, wave, respondent) if respondent
                          else [('group', attribute(guide, 'for'))])
                said = ('answer', attribute(record, 'id'), attribute(answer, 'question'))
                items.append(dict(common, source=attribute(answer, 'question'), coder=None,
                                  said=said, level=level, weight=fractions.Fraction(2),
                                  voices=voices))
        return items, unmapped

    # ------------------------------------------------------------------------------- profile

    def profile(self, items):
        """Reckoned with fractions, so that each share is the double nearest to what is right."""
        methods = set(i['method'] for i in items)
        shares = []
        for level in self.levels:
            total = fractions.Fraction(0)
            for method in methods:
                own = [i for i in items if i['method'] == method]
                total += (sum(i['weight'] for i in own if i['level'] == level) /
                          sum(i['weight'] for i in own))
            shares.append(float(total / len(methods)))
        return shares

    def level(self, shares):
        return max(l for l in range(len(shares)) if l == 0 or sum(shares[l:]) > 0.5 + EPSILON)

    def level_of_items(self, items):
        return self.level(self.profile(items))


def pattern_agreement(pattern):
    k, s = len(pattern), sum(pattern)
    if s in (1, k):
        u = 1.0
    else:
        tu = tdu = 0
        for i in range(k):
            for j in range(i + 1, k):
                for l in range(j + 1, k):
                    triple = (pattern[i], pattern[j], pattern[l])
                    tu += triple in ((1, 1, 0), (0, 1, 1))
                    tdu += triple == (1, 0, 1)
        u = ((k - 2) * tu - (k - 1) * tdu) / ((k - 2) * (tu + tdu))
    return u * (1 - (s - 1) / (k - 1))


def agreement(shares):
    if len(shares) == 1:
        return 1.0
    left, total = list(shares), 0.0
    while True:
        left = [0.0 if x < 1e-12 else x for x in left]
        heights = [x for x in left if x]
        if not heights:
            return total
        height = min(heights)
        pattern = [1 if x else 0 for x in left]
        total += height * sum(pattern) * pattern_agreement(pattern)
        left = [x - height if x else 0.0 for x in left]


def placement(levels):
    """levels: those of the assessed elements."""
    q = len(levels) // 2 + 1
    return max(t for t in range(max(levels) + 1) if sum(1 for l in levels if l >= t) >= q)


def six(value):
    return no_minus_zero('%.6f' % value)


def two(value):
    return no_minus_zero('%.2f' % value)


def no_minus_zero(text):
    return text[1:] if re.fullmatch('-0[.]0*', text) else text


def yes(value):
    return 'yes' if value else 'no'


# -------------------------------------------------------------------------------- assessment

class Wave:
    """One partnership in one wave."""

    def __init__(self, study, partnership, wave):
        self.study, self.partnership, self.wave = study, partnership, wave
        self.id = attribute(partnership, 'id')
        self.records = study.of(self.id, wave)
        self.items, self.unmapped, self.shares, self.levels = {}, {}, {}, {}
        for element in study.elements:
            items, self.unmapped[element] = study.evidence(partnership, wave, element)
            if items:
                self.items[element] = items
                self.shares[element] = study.profile(items)
                self.levels[element] = study.level(self.shares[element])
        self.placement = placement(list(self.levels.values())) if self.levels else None

    def facts(self):
        base = f'{self.id} {self.wave}'
        for element in self.study.elements:
            yield from self.element_facts(f'{base} {element}', element)
        yield f'{base} assessed {len(self.levels)}'
        for dimension in self.study.dimensions:
            levels = self.dimension_levels(dimension)
            if levels:
                name = self.study.levels[placement(levels)]
                yield f'{base} dimension {dimension} {name} {len(levels)}'
        if self.placement is not None:
            yield from self.placement_facts(base)
        yield from self.activity_facts(base + ' activity')

    def element_facts(self, base, element):
        study = self.study
        yield f'{base} unmapped {self.unmapped[element]}'
        if element not in self.items:
            yield f'{base} support none'
            return
        items, shares = self.items[element], self.shares[element]
        records, methods, a = self.breadth(element)
        yield f'{base} support {self.support_of(element)}'
        yield f'{base} level {study.levels[self.levels[element]]}'
        yield f'{base} agreement {six(a)}'
        yield f'{base} items {len(items)}'
        yield f"{base} statements {len(set(i['said'] for i in items))}"
        yield f'{base} records {records}'
        yield f'{base} methods {methods}'
        for level, share in zip(study.levels, shares):
            yield f'{base} share {level} {six(share)}'
        for i in items:
            yield (f"{base} evidence {i['record']} {i['source']} {i['coder'] or '-'} "
                   f"{i['level']} {six(float(i['weight']))}")
        voices = {}
        for voice in [('group', k) for k in KINDS] + [('sector', s) for s in study.sectors]:
            own = [i for i in items if voice in i['voices']]
            if own:
                voices[voice] = study.level_of_items(own)
                yield (f'{base} voice {voice[0]} {voice[1]} {study.levels[voices[voice]]} '
                       f'{len(own)}')
        steering = voices.get(('group', 'steering'))
        consultant = voices.get(('group', 'consultant'))
        yield f'{base} split ' + yes(None not in (steering, consultant) and steering != consultant)

    def breadth(self, element):
        """Records, methods and agreement."""
        items = self.items[element]
        return (len(set(i['record'] for i in items)), len(set(i['method'] for i in items)),
                agreement(self.shares[element]))

    def support_of(self, element):
        if element not in self.items:
            return 'none'
        records, methods, a = self.breadth(element)
        if records < 2 or methods < 2:
            return 'weak'
        if records >= 3 and methods >= 3 and a >= 0.5 - EPSILON:
            return 'strong'
        return 'moderate'

    def dimension_levels(self, dimension):
        """What is counted: a level for each assessed element, one for what is coded directly."""
        study = self.study
        levels = [self.levels[e] for e in study.elements
                  if e in self.levels and study.dimension_of[e] == dimension]
        direct = [{'method': study.kind(r), 'level': level, 'weight': weight}
                  for r in self.records
                  for _, _, level, weight in study.codings(r, 'dimension', dimension)]
        if direct:
            levels.append(study.level_of_items(direct))
        return levels

    def placement_facts(self, base):
        study, levels = self.study, list(self.levels.values())
        names, top = study.levels, len(study.levels) - 1
        n, total, t = len(levels), len(study.elements), self.placement
        q = n // 2 + 1
        yield f'{base} placement {names[t]}'
        lowest = placement(levels + [0] * (total - n))
        highest = placement(levels + [top] * (total - n))
        yield f'{base} bounds {names[lowest]} {names[highest]}'
        slack = sum(1 for l in levels if l >= t) - q
        to_next = q - sum(1 for l in levels if l >= t + 1)
        yield f'{base} slack {slack}' + (f' to-next {to_next}' if t < top else '')
        yield f'{base} provisional ' + yes(3 * n < 2 * total)
        for name in study.types:
            level = names.index(name)
            values = []
            for shares in self.shares.values():
                reached = sum(shares[level:])
                values.append(min(reached, 1 - sum(shares[level + 1:])) if level < top else reached)
            values.sort(reverse=True)
            yield f'{base} membership {name} {six(min(values))} {six(values[q - 1])}'
        runs = kept = 0
        for record in sorted(set(i['record'] for items in self.items.values() for i in items)):
            left = []
            for items in self.items.values():
                own = [i for i in items if i['record'] != record]
                if own:
                    left.append(study.level_of_items(own))
            runs += 1
            if left and placement(left) == t:
                kept += 1
            else:
                yield f'{base} pivotal {record}'
        yield f'{base} stability {kept} {runs}'

    # ------------------------------------------------------------------------------ activity

    def held(self, kind, records=None):
        return [r for r in (self.records if records is None else records)
                if self.study.kind(r) == kind and attribute(r, 'status', 'held') == 'held']

    def sectors(self, record, but=None):
        study, found = self.study, set()
        for present in record.findall(NS + 'present'):
            person, organisation = attribute(present, 'person'), attribute(present, 'organisation')
            if person is not None and person == but:
                continue
            found.add(study.sector_of_person[person] if person
                      else study.sector_of_organisation[organisation])
        return found - {None}

    def persons(self, record):
        return set(attribute(p, 'person') for p in record.findall(NS + 'present')) - {None}

    def activity_facts(self, base):
        yield from self.meeting_facts(base)
        for of, kind in (('meetings', 'meeting'), ('visits', 'visit')):
            yield from self.presence_facts(f'{base} presence {of}', self.held(kind))
        items = [i for r in self.held('meeting') for i in r.findall(NS + 'item')]
        total = sum(int(i.get('minutes', '0')) for i in items)
        for kind in AGENDA:
            own = [i for i in items if attribute(i, 'kind') == kind]
            if own:
                minutes = sum(int(i.get('minutes', '0')) for i in own)
                yield (f'{base} agenda {kind} {len(own)}' +
                       (f' {six(minutes / total)}' if total else ''))
        visits = self.held('visit')
        joint = lambda some: sum(1 for v in some if len(self.sectors(v)) >= 2)
        yield f'{base} visits {len(visits)} {joint(visits)}'
        for axis in set(attribute(v, 'axis') for v in visits) - {None}:
            own = [v for v in visits if attribute(v, 'axis') == axis]
            yield f'{base} visits axis {axis} {len(own)} {joint(own)}'
        steering = self.study.seats(self.partnership, self.wave, 'steering')
        consultant = self.study.seats(self.partnership, self.wave, 'consultant')
        yield f'{base} overlap {len(steering & consultant)} {len(steering | consultant)}'
        yield from self.key_person_facts(base)
        yield from self.account_facts(base)
        yield from self.target_facts(base)

    def meeting_facts(self, base):
        meetings = [r for r in self.records if self.study.kind(r) == 'meeting']

        def counts(some):
            status = [attribute(r, 'status', 'held') for r in some]
            return ' '.join(str(status.count(s)) for s in ('held', 'cancelled', 'moved'))
        yield f'{base} meetings {counts(meetings)}'
        for kind in KINDS:
            own = [m for m in meetings if m.get('group') and
                   attribute(self.study.groups[attribute(m, 'group')], 'kind') == kind]
            if own:
                yield f'{base} meetings {kind} {counts(own)}'
        held = self.held('meeting')
        first, last = dict(self.study.waves)[self.wave]
        if first and last:
            months = (last.year - first.year) * 12 + last.month - first.month + 1
            yield f'{base} per-month {six(len(held) / months)}'
        dates = [days(attribute(m, 'date')) for m in held]
        dates = sorted(a for a, b in dates if a is not None and a == b)
        if len(dates) >= 2:
            yield f'{base} longest-gap {max((b - a).days for a, b in zip(dates, dates[1:]))}'

    def presence_facts(self, base, records):
        recorded = [r for r in records if r.findall(NS + 'present')]
        sizes = [len(self.sectors(r)) for r in recorded]
        yield (f'{base} {len(recorded)} {sizes.count(1)} {sizes.count(2)} '
               f'{sum(1 for s in sizes if s >= 3)}')
        for sector in self.study.sectors if recorded else []:
            share = sum(1 for r in recorded if sector in self.sectors(r)) / len(recorded)
            yield f'{base} {sector} {six(share)}'

    def key_person_facts(self, base):
        records = [r for r in self.held('meeting') + self.held('visit') if self.persons(r)]
        if not records:
            return
        count = lambda person: sum(1 for r in records if person in self.persons(r))
        people = sorted(set().union(*map(self.persons, records)), key=str.encode)
        key = max(people, key=count)
        joint = [r for r in records if len(self.sectors(r)) >= 2]
        still = [r for r in joint if len(self.sectors(r, but=key)) >= 2]
        yield (f'{base} key-person {key} {six(count(key) / len(records))}' +
               (f' {six(len(still) / len(joint))}' if joint else ''))

    def account_facts(self, base):
        accounts = [r for r in self.records if self.study.kind(r) == 'account']
        late = 0
        for account in accounts:
            first = days(attribute(account, 'date'))[0]
            submitted = days(attribute(account, 'submitted'))[0] if account.get('submitted') else None
            if first and submitted:
                year, month = first.year + first.month // 12, first.month % 12 + 1
                late += submitted > datetime.date(year, month, 10)
        yield f'{base} accounts {len(accounts)} late {late}'
        for axis in set(attribute(a, 'axis') for a in accounts):
            spent = math.fsum(float(a.get('spent')) for a in accounts
                              if attribute(a, 'axis') == axis)
            yield f"{base} spent {axis or '-'} {two(spent)}"

    def target_facts(self, base):
        study, records = self.study, []
        for wave, _ in study.waves:
            records += study.of(self.id, wave)
            if wave == self.wave:
                break
        for target in self.partnership.findall(NS + 'target'):
            deadline = days(attribute(target, 'revised') or attribute(target, 'due'))[1]
            by_then = [r for r in records
                       if low(days(attribute(r, 'date'))[0]) <= high(deadline)]
            actual, all_of_them = self.count(target, by_then), self.count(target, records)
            value = float(target.get('value'))
            yield (f"{base} target {attribute(target, 'measure')} {attribute(target, 'axis') or '-'} "
                   f"{attribute(target, 'due')} {two(actual)} of {two(value)} {six(actual / value)} "
                   f"after {two(all_of_them - actual)}")

    def count(self, target, records):
        """What of the records counts for the target."""
        measure, axis = attribute(target, 'measure'), attribute(target, 'axis')
        fits = lambda r: axis is None or attribute(r, 'axis') == axis
        visits = [v for v in self.held('visit', records) if fits(v)]

        def firms(kinds):
            names = set(attribute(v, 'firm') for v in visits if attribute(v, 'agreement') in kinds)
            return len(set(unicodedata.normalize('NFC', name) for name in names - {None}))
        if measure == 'visits':
            return len(visits)
        if measure == 'joint-visits':
            return sum(1 for v in visits if len(self.sectors(v)) >= 2)
        if measure == 'firms-identified':
            return firms(('identified', 'committed'))
        if measure == 'firms-committed':
            return firms(('committed',))
        if measure == 'meetings':
            return len(self.held('meeting', records))
        return math.fsum(float(r.get('spent')) for r in records
                         if self.study.kind(r) == 'account' and fits(r))


# --------------------------------------------------------------------------------- programme

def timeline_facts(name, entries):
    """entries: (first, last, place, kind, of, revised)."""
    entries.sort(key=lambda e: (low(e[0]), high(e[1]), e[2]))
    for i, (first, last, _, kind, of, revised) in enumerate(entries):
        line = f"{name} {i + 1:03d} {kind} {of or '-'} {first or '-'} {last or '-'}"
        if revised:
            a, b = days(words(revised))
            line += f" revised {a or '-'} {b or '-'}"
        yield line


def timelines(study):
    events = [(*days(attribute(e, 'date')), (0, i), attribute(e, 'kind', 'other'), None, e.get('revised'),
               attribute(e, 'partnership'))
              for i, e in enumerate(study.study.findall(NS + 'event'))]
    yield from timeline_facts('timeline', [e[:6] for e in events])
    for p in study.partnerships:
        name = attribute(p, 'id')
        entries = [e[:6] for e in events if e[6] == name]
        entries += [(*days(attribute(r, 'date')), (1, i), study.kind(r), attribute(r, 'id'), None)
                    for i, r in enumerate(study.records)
                    if name in study.names(r) and study.kind(r) != 'account']
        entries += [(*days(attribute(t, 'due')), (2, i), 'target', attribute(t, 'measure'),
                     t.get('revised')) for i, t in enumerate(p.findall(NS + 'target'))]
        yield from timeline_facts(name + ' timeline', entries)


def material(study):
    for wave, _ in study.waves:
        for method in METHODS:
            own = [r for r in study.records if study.kind(r) == method and study.wave(r) == wave]
            if own:
                statements = sum(len(r.findall(NS + 'statement')) + len(r.findall(NS + 'answer'))
                                 for r in own)
                partnerships = len(set().union(*map(study.names, own)))
                yield f'material {wave} {method} {len(own)} {statements} {partnerships}'


def programme(study, waves):
    for wave, _ in study.waves:
        for element in study.elements:
            levels = [w.levels[element] for w in waves if w.wave == wave and element in w.levels]
            if not levels:
                continue
            dominant = max(l for l in range(len(study.levels))
                           if 2 * sum(1 for x in levels if x >= l) > len(levels))
            yield (f'programme {wave} {element} {study.levels[dominant]} '
                   f'{study.levels[min(levels)]} {study.levels[max(levels)]}')
            for i, level in enumerate(study.levels):
                yield f'programme {wave} {element} count {level} {levels.count(i)}'


def changes(study, waves):
    by_key = {(w.id, w.wave): w for w in waves}
    for (a, _), (b, _) in zip(study.waves, study.waves[1:]):
        for p in study.partnerships:
            name = attribute(p, 'id')
            old, new = by_key[name, a], by_key[name, b]
            if old.placement is not None and new.placement is not None:
                yield f'change {a} {b} {name} {new.placement - old.placement}'
            for element in study.elements:
                if element in old.levels and element in new.levels:
                    by = new.levels[element] - old.levels[element]
                    firm = 'weak' not in (old.support_of(element), new.support_of(element))
                    yield f'change {a} {b} {name} {element} {by} {yes(firm)}'


def alpha(units, n_levels):
    """Krippendorff's ordinal alpha of lists of values; None without variation."""
    o = [[0.0] * n_levels for _ in range(n_levels)]
    for values in units:
        for i, c in enumerate(values):
            for j, k in enumerate(values):
                if i != j:
                    o[c][k] += 1 / (len(values) - 1)
    n = [sum(row) for row in o]
    total = sum(n)
    observed = expected = 0.0
    for c in range(n_levels):
        for k in range(n_levels):
            delta = (sum(n[min(c, k):max(c, k) + 1]) - (n[c] + n[k]) / 2) ** 2
            observed += o[c][k] * delta
            expected += n[c] * n[k] * delta
    if len(set(v for values in units for v in values)) < 2:
        return None
    return 1 - (total - 1) * observed / expected


def reliability(study):
    units = {element: [] for element in study.elements}
    for record in study.records:
        for statement in record.findall(NS + 'statement'):
            for element in study.elements:
                best = {}
                for c in statement.findall(NS + 'coding'):
                    coder = attribute(c, 'coder')
                    if attribute(c, 'element') != element or coder is None:
                        continue
                    key = (-int(c.get('strength', '2')), study.levels.index(attribute(c, 'level')))
                    best[coder] = min(best.get(coder, key), key)
                if len(best) >= 2:
                    units[element].append([level for _, level in best.values()])
    for name, own in [('', [u for e in units.values() for u in e])] + list(units.items()):
        if own:
            value = alpha(own, len(study.levels))
            yield (f"reliability {name}{' ' if name else ''}units {len(own)}" +
                   (f' alpha {six(value)}' if value is not None else ''))


def codes(study):
    for wave, _ in study.waves:
        records = [r for r in study.records if study.wave(r) == wave]
        for kind in ('indicator', 'redesign', 'factor'):
            found = set(attribute(c, kind) for r in records for c in r.iter(NS + 'coding')) - {None}
            for code in found:
                statements = [(r, s) for r in records for s in r.findall(NS + 'statement')
                              if any(attribute(c, kind) == code for c in s.findall(NS + 'coding'))]
                holders = set(attribute(r, 'id') for r, _ in statements)
                partnerships = set().union(*[study.names(r) for r, _ in statements])
                yield (f'code {wave} {kind} {code} {len(statements)} {len(holders)} '
                       f'{len(partnerships)}')


def coverage(study):
    for name, guide in study.guides.items():
        for element in study.elements:
            n = sum(1 for q in guide.findall(NS + 'question') if attribute(q, 'element') == element)
            yield f'coverage {name} {element} {n}'


def facts(study):
    waves = [Wave(study, p, wave) for p in study.partnerships for wave, _ in study.waves]
    for wave in waves:
        yield from wave.facts()
    yield from timelines(study)
    yield from material(study)
    yield from programme(study, waves)
    yield from changes(study, waves)
    yield from reliability(study)
    yield from codes(study)
    yield from coverage(study)


if __name__ == '__main__':
    print('\n'.join(sorted(facts(Study(*sys.argv[1:])))))
