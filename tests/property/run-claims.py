#!/usr/bin/env python3
"""No report says more than its material holds.

usage: run-claims.py PROGRAM SOURCE_DIR WORK_DIR [FIRST LAST]

The words that reports compose ("alle", "ingen", "both", "agree") are held against the results that
`ladle assess` prints and against the study's own files, read by oracle.py. Each claim is a label of
templates/language/: where its words stand in a report, what they say must be so. Besides, every
sentence that tells a provisional placement must call it so, and every chart's description too.

The studies are those in which such a claim is easily false: the starter study with one group
silenced, a second round of a single statement, and random sparse ones (one statement, one group
only, cancelled meetings only, visits where nobody was noted, no targets ...).
"""
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

RS = '{urn:x-ladle:results}'
DOC = '{urn:x-ladle:document}'
SPACE = 'urn:x-ladle:study'
BLOCKS = {'p', 'td', 'th', 'figcaption', 'h1', 'h2', 'h3', 'h4', 'item', 'li'}
PROVISIONAL = re.compile('foreløbig|provisional', re.I)


# ----------------------------------------------------------------------------------- studies

def element(parent, name, text=None, **attributes):
    node = ET.SubElement(parent, name, {k.replace('_', '-').rstrip('-'): str(v)
                                        for k, v in attributes.items() if v is not None})
    node.text = text
    return node


class Sparse:
    """A random study with little in it, under the built-in framework."""

    def __init__(self, seed):
        r = self.random = random.Random(seed)
        self.language = 'en' if seed % 3 == 0 else 'da'
        self.study = ET.Element('study', {'version': '1', 'id': 'sparse', 'xml:lang': self.language,
                                          'xmlns': SPACE})
        self.records = ET.Element('records', {'version': '1', 'xmlns': SPACE})
        element(self.study, 'title', 'Sparse')
        element(self.study, 'author', 'N. N.')
        element(self.study, 'confidentiality', smallest_group=r.choice(['1', '1', '3']))
        self.waves = ['w1', 'w2'][:r.choice([1, 1, 2])]
        for wave in self.waves:
            element(self.study, 'wave', {'w1': 'Baseline', 'w2': 'Second'}[wave], id=wave,
                    dates={'w1': '2015-10/2016-03', 'w2': '2016-04/2016-12'}[wave])
        self.sectors = ['education', 'employment', 'business']
        for sector in self.sectors:
            element(self.study, 'organisation', 'Qx ' + sector, id='o-' + sector, sector=sector)
        self.persons = ['p%d' % i for i in range(r.choice([0, 2, 6, 9]))]
        for i, person in enumerate(self.persons):
            element(self.study, 'person', 'Zq%d Wv%d' % (i, i), id=person,
                    organisation='o-' + self.sectors[i % len(self.sectors)])
        self.partnerships = ['n%d' % i for i in range(r.choice([1, 1, 2, 3]))]
        self.groups = {}
        # What a study may be short of.
        self.kinds = r.choice([['steering'], ['consultant'], ['steering', 'consultant'], []])
        self.seats = r.choice([0, 2, 4])
        self.noted = r.choice([0, 0.5, 1])
        self.status = r.choice([['cancelled'], ['moved', 'cancelled'], [None], [None, 'cancelled']])
        self.elements = ['mandate', 'resources', 'goals', 'agreements', 'projects', 'self-evaluation',
                         'staff', 'learning', 'relations', 'load', 'outcome'][:r.choice([1, 2, 8, 11])]
        for i, name in enumerate(self.partnerships):
            self.partnership(i, name)
        for wave in self.waves:
            for name in self.partnerships:
                if r.random() < 0.8:
                    self.gather(name, wave)
        if not len(self.records):
            self.record('document', self.partnerships[0], 'w1', kind='minutes')

    def partnership(self, i, name):
        r = self.random
        node = element(self.study, 'partnership', id=name, alias='Alias %s' % 'ABC'[i])
        element(node, 'name', 'Kvx %d' % i)
        self.groups[name] = []
        for kind in self.kinds:
            group = element(node, 'group', id=name + kind, kind=kind)
            self.groups[name].append(name + kind)
            for person in r.sample(self.persons, min(self.seats, len(self.persons))):
                element(group, 'seat', person=person)
        for _ in range(r.choice([0, 0, 2])):
            element(node, 'target', measure=r.choice(['visits', 'meetings', 'joint-visits']),
                    axis=r.choice([None, '1']), value='2',
                    due=r.choice(['2015-11', '2016-03', '2016-12']))

    def record(self, tag, name, wave, **attributes):
        month = self.random.choice({'w1': ['2015-11', '2015-12', '2016-02'],
                                    'w2': ['2016-05', '2016-08', '2016-10']}[wave])
        return element(self.records, tag, id='r%d' % len(self.records), partnership=name,
                       date=month + self.random.choice(['', '-03', '-17']), **attributes)

    def present(self, record):
        if self.random.random() < self.noted:
            for person in self.random.sample(self.persons, min(3, len(self.persons))):
                element(record, 'present', person=person)

    def gather(self, name, wave):
        r = self.random
        groups = self.groups[name]
        for _ in range(r.choice([0, 1, 2, 4])):
            meeting = self.record('meeting', name, wave, group=r.choice(groups + [None]),
                                  status=r.choice(self.status))
            if meeting.get('status') is None:
                self.present(meeting)
        for _ in range(r.choice([0, 0, 1, 3])):
            visit = self.record('visit', name, wave, axis=r.choice([None, '1', '4']))
            self.present(visit)
        speaking = r.choice([groups[:1], groups, []])
        for _ in range(r.choice([0, 1, 1, 3, 8])):
            kind = r.choice(['interview', 'document'])
            record = self.record(kind, name, wave, **(
                {'form': 'focus-group', 'group': r.choice(speaking + [None])} if kind == 'interview'
                else {'kind': 'minutes'}))
            statement = element(record, 'statement', id='s%d' % len(self.records))
            element(statement, 'note', 'Noget, der blev lagt mærke til.')
            chosen = r.choice(self.elements)
            for coder in r.choice([['kb'], ['kb', 'hj']]):
                element(statement, 'coding', element=chosen, coder=coder,
                        level=r.choice(['canteen', 'club', 'club', 'company', 'network']))

    def write(self, directory):
        os.makedirs(directory)
        for name, root in (('study', self.study), ('records', self.records)):
            ET.ElementTree(root).write(os.path.join(directory, name + '.xml'), encoding='UTF-8',
                                       xml_declaration=True)


def starter(program, directory, language, change):
    """The study that `ladle init` writes, changed; without its texts, which quote what may be gone."""
    subprocess.run([program, 'init', '--language', language, directory], check=True,
                   capture_output=True)
    os.remove(os.path.join(directory, 'texts.xml'))
    ET.register_namespace('', SPACE)
    trees = {name: ET.parse(os.path.join(directory, name + '.xml')) for name in ('study', 'records')}
    change(trees['study'].getroot(), trees['records'].getroot())
    for name, tree in trees.items():
        tree.write(os.path.join(directory, name + '.xml'), encoding='UTF-8', xml_declaration=True)


def silence(kind):
    """Nothing that a group of this kind said or did is left."""
    def change(study, records):
        gone = {g.get('id') for g in study.iter('{%s}group' % SPACE) if g.get('kind') == kind}
        seated = {s.get('person') for g in study.iter('{%s}group' % SPACE) if g.get('id') in gone
                  for s in g}
        for record in list(records):
            if record.get('group') in gone or record.get('respondent') in seated:
                records.remove(record)
                for other in list(records):
                    if other.get('meeting') == record.get('id'):
                        records.remove(other)
                continue
            for statement in record.findall('{%s}statement' % SPACE):
                if statement.get('speaker') in seated:
                    record.remove(statement)
    return change


def second_round_of_one_statement(study, records):
    waves = study.findall('{%s}wave' % SPACE)
    second = ET.Element('{%s}wave' % SPACE, id='w-second', dates='2016-04/2016-12')
    second.text = 'Second'
    study.insert(list(study).index(waves[-1]) + 1, second)
    partnership = study.find('{%s}partnership' % SPACE).get('id')
    document = ET.SubElement(records, '{%s}document' % SPACE, id='late', kind='minutes',
                             partnership=partnership, date='2016-05-08')
    statement = ET.SubElement(document, '{%s}statement' % SPACE, id='late-1')
    ET.SubElement(statement, '{%s}note' % SPACE).text = 'One thing.'
    ET.SubElement(statement, '{%s}coding' % SPACE, element='learning', level='company')


# ----------------------------------------------------------------------------------- reports

def blocks(document):
    """Every sentence-bearing piece: paragraphs, cells, captions, headings, descriptions of charts.
    A cell or item that holds paragraphs is told by these."""
    for node in document.iter():
        name = node.tag[len(DOC):] if isinstance(node.tag, str) else ''
        if node.get('alt'):
            yield node, node.get('alt')
        if name in BLOCKS and not any(c.tag[len(DOC):] in BLOCKS for c in node.iter() if c is not node):
            text = ' '.join(''.join(node.itertext()).split())
            if text:
                yield node, text


def pattern(label):
    """What a label looks like in print: places become anything, choices their words."""
    out = ''
    for part in re.split(r'(\{[^}]*\})', label):
        choice = re.fullmatch(r'\{\d+\|([^}]*)\}', part)
        if choice:
            out += '(?:' + '|'.join(re.escape(w) for w in choice[1].split('|')) + ')'
        elif re.fullmatch(r'\{(\d+)[a-z]?\}', part):
            out += '([^.]+?)'        # not beyond a sentence
        else:
            out += re.escape(part)
    return re.compile(re.sub(r'(?:\\ |\\\u00a0|\u00a0)', '\\\\s', out), re.I)


class Reports:
    """What one run printed, with what it may rest on."""

    def __init__(self, program, source, directory, language, wave):
        def run(*arguments):
            done = subprocess.run([program, *arguments], capture_output=True, text=True, timeout=600)
            if done.returncode != 0:
                raise SystemExit(f'{arguments}: status {done.returncode}\n{done.stderr[-3000:]}')
            return done.stdout
        self.results = ET.fromstring(run('assess', directory).encode())
        printed = run('report', directory, '--quiet', '--dump', 'document', '--wave', wave)
        self.documents = [ET.fromstring(('<?xml' + text).encode()) for text in printed.split('<?xml')[1:]]
        self.wave, self.language = wave, language
        self.source = source
        built_in = os.path.join(source, 'templates/framework', f'framework-{language}.xml')
        self.raw = oracle.Study(directory, built_in)
        self.levels = {oracle.attribute(l, 'id'): ''.join(l.itertext()).strip()
                       for l in self.raw.framework.findall(oracle.NS + 'level')}
        self.aliases = {oracle.attribute(p, 'alias'): oracle.attribute(p, 'id')
                        for p in self.raw.partnerships}
        labels = ET.parse(os.path.join(source, 'templates/language', language + '.xml')).getroot()
        self.labels = {l.get('id'): ''.join(l.itertext()) for l in labels if l.get('id')}
        order = [w for w, _ in self.raw.waves]
        self.until = order[:order.index(wave) + 1]

    def of(self, partnership, wave=None):
        return self.results.find(f"{RS}partnership[@id='{partnership}']/{RS}wave[@id='{wave or self.wave}']")

    def scopes(self):
        """Each report: its document and the partnerships it is about."""
        everybody = list(self.aliases.values())
        for i, document in enumerate(self.documents):
            alias = document.get('title').split('. ')[0]
            yield document, (everybody if i == 0 else [self.aliases[alias]]), i == 0

    def placed(self, scope):
        return [w for w in (self.of(p) for p in scope) if w.get('placement')]

    def records(self, partnership, kinds, waves=None):
        return [r for wave in (waves or [self.wave]) for r in self.raw.of(partnership, wave)
                if self.raw.kind(r) in kinds]

    def held(self, scope, kinds, waves=None):
        return [r for p in scope for r in self.records(p, kinds, waves)
                if oracle.attribute(r, 'status', 'held') == 'held']


def noted(records):
    return [r for r in records if r.findall(oracle.NS + 'present')]


# ------------------------------------------------------------------------------------ claims
# Label: what must be so where its words stand. r: the reports, scope: the partnerships that the
# report is about, got: what stood in the label's places.

def both_groups_heard(r, scope):
    return [e for p in scope for e in r.of(p).findall(RS + 'element')
            if {'steering', 'consultant'} <= {v.get('group') for v in e.findall(RS + 'voice')}]


def groups_agree(r, scope, got):
    heard = both_groups_heard(r, scope)
    return bool(heard) and (smallest_group(r) > 1 or all(e.get('split') == 'no' for e in heard))


def smallest_group(r):
    found = r.raw.study.find(oracle.NS + 'confidentiality')
    return int(found.get('smallest-group', '3')) if found is not None else 3


def all_visits_noted(r, scope, got):
    visits = r.held(scope, ['visit'], r.until)
    return bool(visits) and len(noted(visits)) == len(visits)


def nothing_happened(r, scope, got):
    return not r.held(scope, ['meeting', 'visit']) and not any(
        r.of(p).findall(f'{RS}activity/{RS}target') for p in scope)


def no_visits(r, scope, got):
    return not r.held(scope, ['visit'], r.until)


def both_groups_seated(r, scope, got):
    partnership = next(p for p in r.raw.partnerships if oracle.attribute(p, 'id') == scope[0])
    seats = [r.raw.seats(partnership, r.wave, kind) for kind in ('steering', 'consultant')]
    return all(seats) and not seats[0] & seats[1]


def key_everywhere(r, scope, got):
    held = r.held(scope, ['meeting', 'visit'])
    key = r.of(scope[0]).find(f'{RS}activity/{RS}key-person')
    return all(any(oracle.attribute(p, 'person') == key.get('person')
                   for p in record.findall(oracle.NS + 'present')) for record in held)


def meetings_noted(r, scope, got):
    held = r.held(scope, ['meeting'])
    return len(noted(held)) == len(held)


def visits_noted(r, scope, got):
    held = r.held(scope, ['visit'])
    return len(noted(held)) == len(held)


def every_partnership_there(r, scope, got):
    return all(r.of(p).get('placement') for p in r.aliases.values()) if scope else False


def none_at(r, scope, got):
    """Of every partnership, also of those not assessed."""
    name = got[0].strip().casefold()
    return all(w.get('placement') and r.levels[w.get('placement')].casefold() != name
               for w in map(r.of, r.aliases.values()))


def all_at_level(r, scope, got):
    """Said of all partnerships: as many as the study has are assessed on some element."""
    return any(sum(1 for p in scope if r.of(p).find(f"{RS}element[@id='{e}']").get('level'))
               == len(r.aliases) for e in r.raw.elements)


def all_assessed(r, scope, got):
    return all(r.of(p).get('assessed') == r.of(p).get('elements') for p in scope)


def guides_cover_all(r, scope, got):
    asked = [e for e in r.results.iter(RS + 'coverage')]
    return bool(asked) and all(any(c.find(f"{RS}element[@id='{e}']").get('questions') != '0'
                                   for c in asked) for e in r.raw.elements)


def something_compared(r, scope, got):
    return any(c.findall(RS + 'element') for c in r.results.iter(RS + 'change')
               if c.get('to') == r.wave and c.get('partnership') in scope)


def nothing_moved(r, scope, got):
    return something_compared(r, scope, got) and all(
        e.get('by') == '0' for c in r.results.iter(RS + 'change')
        if c.get('to') == r.wave and c.get('partnership') in scope for e in c)


def one_source(r, scope, got):
    return all(w.get('runs') == '1' for w in r.placed(scope))


def none_pivotal(r, scope, got):
    return all(w.get('kept') == w.get('runs') for w in r.placed(scope))


def supports(r, scope):
    return [e.get('support') for p in scope for e in r.of(p).findall(RS + 'element') if e.get('level')]


def none_weak(r, scope, got):
    return bool(supports(r, scope)) and 'weak' not in supports(r, scope)


def all_weak(r, scope, got):
    return set(supports(r, scope)) == {'weak'}


def of_some(holds):
    """Said of one partnership, which in the final report is an example."""
    return lambda r, scope, got: any(r.of(p).get('placement') and holds(r, [p], got) for p in scope)


CLAIMS = {
    'activity.none': nothing_happened,
    'activity.visits.none': no_visits,
    'activity.bars.note.none': all_visits_noted,
    'participants.overlap.none': both_groups_seated,
    'alt.ticks.all': key_everywhere,
    'activity.three.meetings.all': meetings_noted,
    'activity.three.meetings.both': meetings_noted,
    'activity.three.meetings.one': meetings_noted,
    'activity.three.meetings.none': meetings_noted,
    'activity.three.visits.all': visits_noted,
    'activity.three.visits.both': visits_noted,
    'activity.three.visits.one': visits_noted,
    'activity.three.visits.none': visits_noted,
    'sure.all': of_some(all_assessed),
    'sure.runs.all': of_some(none_pivotal),
    'sure.weak.none': of_some(none_weak),
    'sure.weak.all': of_some(all_weak),
    'sure.single': of_some(one_source),
    'verdict.single': of_some(one_source),
    'final.coverage.all': guides_cover_all,
    'final.background.lead.both': every_partnership_there,
    'final.background.lead.all': every_partnership_there,
    'changes.lead.none': nothing_moved,
    'final.changes.lead': something_compared,
    'final.placements.moves': something_compared,
}


# Words that speak of every partnership, however they come about.
PHRASES = {
    re.compile('styregruppe.* konsulentgruppe.* på samme niveau|steering.* consultant group.* the same level', re.I):
        groups_agree,
    re.compile('(?:intet partnerskab er på|no partnership is at) (.+?)[.]', re.I): none_at,
    re.compile(r'(?:alle|alle \d+|begge) partnerskaber er på|(?:all|all \d+|both) partnerships are at', re.I):
        all_at_level,
}


NOTED = re.compile(r'activity[.]three|alt[.]ticks')


def check_claims(r, faults):
    patterns = {label: pattern(r.labels[label]) for label in CLAIMS if label in r.labels}
    for document, scope, _ in r.scopes():
        for node, text in blocks(document):
            for label, sought in patterns.items():
                # A claim of a few words, inside a longer sentence, must end where a word does.
                found = re.search(sought.pattern + r'(?!\w)', text, re.I)
                # What is said only of those where it is noted who was present may rest on these alone.
                if found and not (NOTED.match(label) and r.labels['alt.noted'].strip() in text) \
                        and not CLAIMS[label](r, scope, found.groups()):
                    faults.append(f'{label}: "{text[:160]}"')
            for phrase, holds in PHRASES.items():
                found = phrase.search(text)
                if found and not holds(r, scope, found.groups()):
                    faults.append(f'"{found.group()}": "{text[:160]}"')


# The labels that tell where a partnership is placed; and words that any other sentence would use.
PLACEMENTS = ['final.placement.lead', 'final.placement.single', 'alt.assessment', 'alt.assessment.some',
              'alt.assessment.one', 'changes.placement.same',
              'changes.placement.other']
IN_WORDS = r'(?:partnerskab|partnership|alias)[^.]*\b(?:er|ligger|står|placeres|placeret|is|are|stands|placed)\b[^.,;]*\b(?:på|at) '


def check_provisional(r, faults):
    """Where all placements of a report are provisional, every piece that tells one says so."""
    for document, scope, _ in r.scopes():
        placed = r.placed(scope)
        if not placed or any(w.get('provisional') == 'no' for w in placed):
            continue
        here = {w.get('placement') for w in placed}
        earlier = [w for p in scope for w in (r.of(p, u) for u in r.until[:-1]) if w.get('placement')]
        here -= {w.get('placement') for w in earlier if w.get('provisional') == 'no'}
        parents = {child: parent for parent in document.iter() for child in parent}
        for node, text in blocks(document):
            if node.get('class') == 'composed':   # of figure 2: where an element is
                continue
            if tells_placement(r, node, text, here) and not PROVISIONAL.search(text + beside(parents, node)):
                faults.append(f'a provisional placement is not called so: {node.tag[len(DOC):]} "{text[:160]}"')


def beside(parents, node):
    """What stands right below a headline or a sign that is a name alone."""
    if node.get('class') not in ('placement', 'move-name'):
        return ''
    return ' '.join(''.join(other.itertext()) for other in parents[node] if other is not node)


def tells_placement(r, node, text, here):
    names = '|'.join(re.escape(r.levels[level]) for level in here)
    if list(r.levels)[-1] in here and pattern(r.labels['summary.top']).search(text):
        return True
    if not here or not re.search(rf'(?<!\w)(?:{names})(?!\w)', text, re.I):
        return False
    return (node.get('class') in ('placement', 'move-name')
            or bool(re.search(rf'{IN_WORDS}(?:{names})(?!\w)', text, re.I))
            or any(pattern(r.labels[label]).search(text) for label in PLACEMENTS))


def check_answer_counts(document, faults):
    """The counts beside a question in the evidence list are those of the answers printed below it."""
    parents = {child: node for node in document.iter() for child in node}
    for question in document.iter(DOC + 'p'):
        counted = question.find(f"{DOC}span[@class='evidence-count']")
        if question.get('class') != 'evidence-question' or counted is None:
            continue
        said = re.findall(r'([^·]+)\u00a0(\d+)(?=\u00a0·|$)', counted.text)
        below = list(parents[question])
        table = below[below.index(question) + 1]
        answers = [' '.join(''.join(s.itertext()).split()) for s in table.iter(DOC + 'strong')]
        for option, count in said:
            printed = answers.count(option.strip())
            if printed != int(count):
                faults.append(f'{option.strip()} {count}, but {printed} answers: '
                              + ''.join(question.itertext()).strip()[:80])
        options = {option.strip() for option, _ in said}
        others = [answer for answer in answers if answer not in options]
        if options and others:
            faults.append(f'{others} are none of {sorted(options)}')
        yield len(said)


def check_editions(program, directory, faults):
    """Also in the language that the study is not in."""
    seen = 0
    for language in ('da', 'en'):
        done = subprocess.run([program, 'report', directory, '--quiet', '--dump', 'document', '--only',
                               'final', '--language', language], capture_output=True, text=True,
                              timeout=600, check=True)
        found = []
        seen += sum(check_answer_counts(ET.fromstring(done.stdout.encode()), found))
        faults += [f'{directory} in {language}: {f}' for f in found]
    if not seen:
        faults.append(f'{directory}: no question with counts of its answers')


# --------------------------------------------------------------------------------------- run

def check(program, source, directory, language, faults, name):
    raw = oracle.Study(directory, os.path.join(source, 'templates/framework', f'framework-{language}.xml'))
    waves = [w for w, _ in raw.waves]
    first = min(waves.index(raw.wave(r)) for r in raw.records)
    for wave in waves[first:]:
        found = []
        r = Reports(program, source, directory, language, wave)
        check_claims(r, found)
        check_provisional(r, found)
        faults += [f'{name}, {wave}: {f}' for f in dict.fromkeys(found)]


def main(program, source, work, first=0, last=24):
    shutil.rmtree(work, ignore_errors=True)
    os.makedirs(work)
    faults = []
    if int(first) == 0:
        check_editions(program, os.path.join(source, 'samples/midt'), faults)
    cases = {'no-steering': silence('steering'), 'no-consultants': silence('consultant'),
             'one-statement': second_round_of_one_statement}
    for case, change in cases.items() if int(first) == 0 else ():
        for language in ('da', 'en'):
            directory = os.path.join(work, f'{case}-{language}')
            starter(program, directory, language, change)
            check(program, source, directory, language, faults, f'{case}-{language}')
    for seed in range(int(first), int(last)):
        directory = os.path.join(work, f'sparse-{seed}')
        study = Sparse(seed)
        study.write(directory)
        check(program, source, directory, study.language, faults, f'sparse-{seed}')
    print('\n'.join(faults[:60]))
    print(f'{len(faults)} claims that do not hold')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
