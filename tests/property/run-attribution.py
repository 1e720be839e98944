#!/usr/bin/env python3
"""Nobody is given away by an attribution: counted a second time, from the study and what is printed.

usage: run-attribution.py PROGRAM SOURCE_DIR WORK_DIR [FIRST LAST]
       run-attribution.py --count PROGRAM SOURCE_DIR STUDY   only counts, of the newest final report

For samples/midt, samples/small and random studies (studies.py, with roles and members added), the
input of every report of every round is read: the final one and each partnership's. For every
attribution printed beside a partnership, the people of that partnership who fit it are found in the
study itself, and of them those whom a reader cannot exclude, because no finer attribution that is
printed beside that partnership fits them. Neither may be fewer than the smallest group. The same
statement must have the same attribution in the final report and in the partnership's own, and what
the pages say must be what the input says. Nothing is taken from the program but what it prints.
"""
import collections
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import oracle  # noqa: E402
import studies  # noqa: E402

IN, NS = '{urn:x-ladle:input}', oracle.NS
GROUPS = {'Styregruppe': 'steering', 'Konsulentgruppe': 'consultant', 'Anden gruppe': 'other',
          'Steering group': 'steering', 'Consultant group': 'consultant', 'Other group': 'other'}
ANYBODY = {'Deltager', 'Participant'}


# ------------------------------------------------------------------------------- the study's people

class People:
    def __init__(self, study):
        self.study = study
        s = study.study
        self.smallest = 3
        for node in s.findall(NS + 'confidentiality'):
            self.smallest = int(node.get('smallest-group', '3'))
        self.sector_name = {oracle.attribute(x, 'id'): oracle.words(x.text)
                            for x in study.framework.findall(NS + 'sector')}
        self.role, self.organisation = {}, {}
        for p in s.findall(NS + 'person'):
            name = oracle.attribute(p, 'id')
            self.role[name] = oracle.attribute(p, 'role')
            self.organisation[name] = oracle.attribute(p, 'organisation')
        self.known, self.figures = {}, {}

    def sector(self, person):
        name = self.study.sector_of_person[person]
        return self.sector_name[name] if name else None

    def held(self, seat, wave):
        start, end = dict(self.study.waves)[wave]
        first = oracle.days(seat.get('from').strip())[0] if seat.get('from') else None
        last = oracle.days(seat.get('to').strip())[1] if seat.get('to') else None
        return (oracle.low(first) <= oracle.high(end) and oracle.high(last) >= oracle.low(start))

    def of(self, number, wave):
        """The people of the n-th partnership in a wave."""
        if (number, wave) in self.known:
            return self.known[number, wave]
        if wave is None:                                   # at no matter what time
            return set().union(*(self.of(number, w) for w, _ in self.study.waves))
        partnership = self.study.partnerships[number - 1]
        seats = [seat for group in self.study.groups_of(partnership)
                 for seat in group.findall(NS + 'seat')]
        seated = {oracle.attribute(seat, 'person') for seat in seats if self.held(seat, wave)}
        ever = {oracle.attribute(seat, 'person') for seat in seats}
        members = {oracle.attribute(m, 'organisation') for m in partnership.findall(NS + 'member')}
        there, spoke = set(), set()
        for record in self.study.of(oracle.attribute(partnership, 'id'), wave):
            spoke.add(oracle.attribute(record, 'respondent'))
            spoke |= {oracle.attribute(x, 'speaker') for x in record.findall(NS + 'statement')}
            for name in ('present', 'participant'):
                there |= {oracle.attribute(x, 'person') for x in record.findall(NS + name)}
        spoke -= {None}
        there = (there | spoke) - {None}
        found = seated | {p for p in there if p in ever or self.organisation[p] in members}
        self.known[number, wave] = found
        self.figures[number, wave, 'sector'] = there      # who is in a figure of sectors
        self.figures[number, wave, 'group'] = spoke
        return found

    def in_kind(self, number, wave, kind):
        if wave is None:
            return set().union(*(self.in_kind(number, w, kind) for w, _ in self.study.waves))
        return self.study.seats(self.study.partnerships[number - 1], wave, kind)

    def by_role(self, person):
        sector, role = self.sector(person), self.role[person]
        return f'{role[0].upper()}{role[1:]}, {sector.lower()}'.casefold() if role and sector else None

    def by_sector(self, person):
        return (self.sector(person) or '').casefold() or None

    def fit(self, label, number, wave):
        """(who fits, how fine: 3 role, 2 sector, 1 anybody, 0 a group)"""
        people = self.of(number, wave)
        if label in GROUPS and not any(self.by_sector(p) == label.casefold() for p in people):
            return self.in_kind(number, wave, GROUPS[label]), 0
        if label in ANYBODY:
            return set(people), 1
        folded = label.casefold()
        if any(self.by_role(p) == folded for p in self.role):
            return {p for p in people if self.by_role(p) == folded}, 3
        return {p for p in people if self.by_sector(p) == folded}, 2


# ------------------------------------------------------------------------------------- what is printed

def numbers(text):
    return [int(n) for n in (text or '').split()]


def printed(root):
    """(partnership, wave, attribution, what of) of everything that is attributed in one input."""
    wave, own = root.get('wave'), root.find(IN + 'partnership') is not None
    final = root.get('report') == 'final'
    mine = [] if final else [int(root.find(IN + 'partnership').get('n'))]
    for item in root.find(IN + 'evidence').iter(IN + 'item'):
        beside = set(mine or numbers(item.get('partnership')) + numbers(item.get('partnerships')) +
                     [int(s.get('partnership')) for s in item.findall(IN + 'says')])
        for n in beside:
            yield n, item.get('wave'), item.get('who'), item
    for record in root.find(IN + 'records').findall(IN + 'record'):
        for n in mine or numbers(record.get('partnerships')):
            for node in [record] + record.findall(IN + 'statement'):
                yield n, record.get('wave') or None, node.get('who'), node
    for mention in root.iter(IN + 'mention'):
        if mention.get('who'):
            for n in numbers(mention.get('partnership')):
                yield n, wave, mention.get('who'), mention
    for n in mine:
        for name in ('quote', 'q'):
            for quote in root.find(IN + 'texts').iter(IN + name):
                yield n, None, quote.get('who'), quote
    for partnership in root.findall(IN + 'partnership') if own else []:
        n = int(partnership.get('n'))
        for seat in partnership.iter(IN + 'seat'):
            yield n, wave, seat.text, seat
        for assessment in partnership.findall(IN + 'assessment'):
            for key in assessment.iter(IN + 'key-person'):
                yield n, assessment.get('wave'), key.get('words'), key
    for contradiction in root.findall(IN + 'contradiction'):
        if contradiction.get('who'):
            yield int(contradiction.get('partnership') or mine[0]), None, contradiction.get('who'), contradiction


def inputs(program, study, wave, work):
    run = subprocess.run([program, 'report', str(study), '-o', str(work / 'out'), '--wave', wave,
                          '--quiet', '--dump', 'input'], capture_output=True, text=True, timeout=600)
    parts = re.split(r'(?=<\?xml )', run.stdout)
    return [ET.fromstring(p.encode()) for p in parts if p.strip()]


def statement_key(item):
    return (item.findtext(IN + 'text'), item.get('date'), item.get('kind'),
            item.findtext(IN + 'question'), item.findtext(IN + 'value'), item.get('wave'))


def attributions(root, number):
    """What each statement beside a partnership is attributed to; several may read alike."""
    found = collections.Counter()
    for n, _, who, node in printed(root):
        if node.tag == IN + 'item' and n == number:
            found[statement_key(node), who] += 1
    return found


# ----------------------------------------------------------------------------------------- the checks

def check_counts(people, everything):
    """everything: (partnership, wave or None, attribution) of all reports. None: of any wave."""
    used = collections.defaultdict(set)
    for n, _, label in everything:
        used[n].add(label)
    for n, wave, label in sorted(everything, key=str):
        fit, fine = people.fit(label, n, wave)
        finer = set()
        for other in used[n]:
            others, its = people.fit(other, n, wave)
            if its > max(fine, 2 if fine == 0 else 0):
                finer |= others
        left = fit - finer
        if len(fit) < people.smallest:
            yield f'partnership {n}, {wave}: "{label}" fits {len(fit)}'
        elif len(left) < people.smallest and (fine or left):
            yield f'partnership {n}, {wave}: "{label}" fits {len(fit)}, but {len(left)} without a finer one'


def check_shares(people, root):
    """Levels of groups and sectors, and the presence of sectors."""
    for partnership in root.findall(IN + 'partnership'):
        n = int(partnership.get('n'))
        for assessment in partnership.findall(IN + 'assessment'):
            wave = assessment.get('wave')
            everybody = people.of(n, wave)
            told = {'sector': set(), 'group': set()}
            for node in list(assessment.iter(IN + 'voice')) + list(assessment.iter(IN + 'presence')):
                for x in [node] + node.findall(IN + 'sector'):
                    if x.tag == IN + 'sector':
                        told['sector'].add(x.get('id'))
                    elif x.get('sector') or x.get('group'):
                        kind = 'sector' if x.get('sector') else 'group'
                        told[kind].add(x.get(kind))
            for element in assessment.findall(IN + 'element'):
                if element.get('split') == 'yes':
                    told['group'] |= {'steering', 'consultant'}
            for kind, names in told.items():
                rest = set(everybody)
                for name in names:
                    behind = ({p for p in everybody if people.study.sector_of_person[p] == name}
                              if kind == 'sector' else people.in_kind(n, wave, name))
                    rest -= behind
                    if len(behind) < people.smallest:
                        yield f'partnership {n}, {wave}: the {kind} {name} is told of {len(behind)} people'
                if names and 0 < len(rest) < people.smallest and rest & people.figures[n, wave, kind]:
                    yield f'partnership {n}, {wave}: figures of {kind}s leave {len(rest)} people'


def check_pages(people, program, study, wave, work, allowed):
    """No page has a role with its sector that the input does not have."""
    run = subprocess.run([program, 'report', str(study), '-o', str(work / 'out'), '--wave', wave,
                          '--quiet', '--dump', 'document'], capture_output=True, text=True,
                         timeout=600)
    labels = {f'{r[0].upper()}{r[1:]}, {people.sector(p).lower()}'
              for p, r in people.role.items() if r and people.sector(p)}
    for label in sorted(labels):
        if label.casefold() not in allowed and label in run.stdout:
            yield f'{wave}: a page has "{label}", which the input has not'


def check_study(program, folder, framework, work):
    study = oracle.Study(str(folder), framework)
    people = People(study)
    waves = [w for w, _ in study.waves]
    everything, count = set(), 0
    for wave in waves:
        roots = inputs(program, folder, wave, work)
        final = next((r for r in roots if r.get('report') == 'final'), None)
        if final is None:
            continue
        for root in roots:
            if root.get('names') != 'no':
                yield 'names are printed'
            yield from check_shares(people, root)
            for n, w, who, node in printed(root):
                if who:
                    count += node.tag == IN + 'item'
                    everything.add((n, w, who))
            if root is not final:
                n = int(root.find(IN + 'partnership').get('n'))
                if attributions(root, n) != attributions(final, n):
                    yield f'partnership {n}, {wave}: its report attributes otherwise than the final one'
        yield from check_pages(people, program, folder, wave, work,
                               {node.get('who').casefold() for root in roots
                                for node in root.iter() if node.get('who')} |
                               {who.casefold() for _, _, who in everything})
    yield from check_counts(people, everything)
    check_study.attributed += count


check_study.attributed = 0


# ---------------------------------------------------------------------------------------- the studies

def with_roles(study, seed):
    """A random study whose people have roles, and whose partnerships have members."""
    r = random.Random(seed * 7 + 1)
    for person in study.study.findall('person'):
        if r.random() < 0.8:
            person.set('role', r.choice(['leader', 'Consultant', 'consultant', 'consultant']))
    r.shuffle(study.organisations)
    for partnership in study.study.findall('partnership'):
        at = 1 + len(partnership.findall('municipality'))
        for organisation in study.organisations[:r.randint(0, 6)]:
            partnership.insert(at, studies.tag('member', organisation=organisation))
    if r.random() < 0.5:
        author = study.study.findall('author')[-1]
        study.study.insert(list(study.study).index(author) + 1,
                           studies.tag('confidentiality', smallest_group=r.choice([1, 2, 2, 4])))
    return study


def count_only(program, source, folder):
    """How many attributions of the newest final report stand beside a letter where too few fit."""
    study = oracle.Study(folder, str(pathlib.Path(source) / 'templates/framework/framework-da.xml'))
    people, work = People(study), pathlib.Path('/tmp')
    wave = study.waves[-1][0]
    final = next(r for r in inputs(program, folder, wave, work) if r.get('report') == 'final')
    total, few, one = 0, 0, 0
    everything = [(n, w, who) for n, w, who, node in printed(final)
                  if who and node.tag == IN + 'item' and who not in GROUPS]
    for n, w, who in everything:
        fits = len(people.fit(re.sub('^(Deltager|Participant), ', '', who), n, w)[0])
        total, few, one = total + 1, few + (fits < people.smallest), one + (fits <= 1)
    bad = list(check_counts(people, set(everything)))
    print(f'{total} attributions of persons, {few} fit fewer than {people.smallest}, {one} one; '
          f'{len(bad)} kinds of attribution give somebody away')


def main():
    if sys.argv[1] == '--count':
        return count_only(*sys.argv[2:5])
    program, source, work = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    first, last = (int(a) for a in sys.argv[4:6]) if len(sys.argv) > 5 else (0, 40)
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    framework = str(source / 'templates/framework/framework-da.xml')
    failed = 0
    names = ['midt', 'small'] + list(range(first, last))
    for name in names:
        folder = source / 'samples' / str(name)
        if isinstance(name, int):
            folder = work / f'study-{name}'
            with_roles(studies.Study(name, framework if name % 3 == 0 else None), name).write(str(folder))
        before = check_study.attributed
        faults = list(check_study(program, folder, framework, work))
        if name in ('midt', 'small'):
            print(f'{name}: {check_study.attributed - before} attributions in all its reports')
            if check_study.attributed == before:
                faults.append('nobody is attributed at all')
        for fault in faults[:20]:
            print(f'FAILED {name}: {fault}')
        failed += bool(faults)
        if isinstance(name, int):
            shutil.rmtree(folder, ignore_errors=True)
    print(f'{len(names)} studies, {check_study.attributed} attributions, {failed} failures')
    return sys.exit(1 if failed else 0)


main()
