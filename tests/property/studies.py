"""Random studies with many features: a seed gives the same study everywhere.

A study is kept as lists of ElementTree elements, so that a test can change it (drop, double,
shuffle records) before it is written as a directory.
"""
import copy
import datetime
import os
import random
import xml.etree.ElementTree as ET

import oracle

SPACE = 'urn:x-ladle:study'
METHODS = ['meeting', 'observation', 'interview', 'questionnaire', 'document', 'visit', 'account']
KINDS = ['steering', 'consultant', 'other']
AXES = ['1', '4', '10', 'Ø & <å>', 'a "b"']
CODERS = [None, None, 'kb', 'hj', 'æø', 'kb']
# The third is the second with its ring written apart, the fourth has a no-break space.
FIRMS = ['f1', 'Ål & co', 'A\u030al & co', 'Ål &\u00a0co', 'f1', 'F1', ' f1', None]
WAVES = [  # dates of a wave, days of its records (first day inside), other days for open waves
    ('2014-21', ['2014-03-01', '2014-03', '2014-04-17', '2014-05-31', '2014-21', '2014-05/2014-09']),
    ('2014-09-15/2014-12-31', ['2014-09-15', '2014-10', '2014-12-31', '2014-24', '2014-11-02/..',
                               '2014-10-XX']),
    ('2015-10/2016-03', ['2015-10-01', '2015-11~', '2016-02-29', '2016-03-31?', '2016-33',
                         '2015-12-05/2015-12-05', '2016', '2016-XX-XX', '2016-01-10']),
    ('2016-04/2016-12', ['2016-04-01', '2016-06-06%', '2016-41', '2016-12-31/2017', '2016-35',
                         '2016-07-15', '2016-11-11']),
    ('2017/..', ['2017', '2018-02-28', '2018-40', '202X', '2017-01-01', '2019-05-05']),
]


def tag(name, text=None, **attributes):
    node = ET.Element(name, {k.replace('_', '-'): str(v) for k, v in attributes.items()
                             if v is not None})
    node.text = text
    return node


def add(parent, name, text=None, **attributes):
    node = tag(name, text, **attributes)
    parent.append(node)
    return node


class Study:
    def __init__(self, seed, built_in=None, partnerships=None):
        """built_in: the path of the built-in framework to use; without it, an own one is made.
        partnerships: how many, where chance is not to say it."""
        self.random = random.Random(seed)
        self.count = partnerships
        self.language = self.random.choice(['da', 'en'])
        self.framework = None
        self.records = []
        self.number = 0
        self.spaced = self.random.random() < 0.5
        if built_in:
            self.read_framework(built_in)
        else:
            self.make_framework()
        self.make_study()
        for _ in range(self.random.choice([0, 3, 12, 30, 60])):
            self.make_record()

    # --------------------------------------------------------------------------- framework

    def some(self, things, most=None):
        things = list(things)
        self.random.shuffle(things)
        return things[:self.random.randint(0, len(things) if most is None else most)]

    def maybe(self, thing, chance=0.5):
        return thing if self.random.random() < chance else None

    def make_framework(self):
        r, f = self.random, tag('framework', version='1', id='own')
        f.set('xml:lang', self.language)
        self.framework = f
        self.sectors = ['sector-%d' % i for i in range(r.randint(1, 5))]
        self.levels = ['level-%d' % i for i in range(r.choice([1, 2, 3, 4, 4, 4, 5, 7]))]
        self.dimensions = ['dim-%d' % i for i in range(r.randint(0, 3))]
        self.elements = ['el.%d' % i for i in range(r.choice([1, 2, 3, 5, 8]))]
        for s in self.sectors:
            add(f, 'sector', s.upper(), id=s)
        for level in self.levels:
            add(f, 'level', level.upper(), id=level, type=r.choice([None, None, 'yes', 'no']))
        for d in self.dimensions:
            add(f, 'dimension', d.upper(), id=d)
        for e in self.elements:
            node = add(f, 'element', id=e, dimension=r.choice(self.dimensions + [None]))
            add(node, 'name', e.upper())
        self.indicators, self.redesigns, self.factors = [], [], []
        if r.random() < 0.7:
            leadership = add(f, 'leadership')
            for i in range(r.randint(1, 3)):
                column = add(leadership, 'column', id='col-%d' % i)
                add(column, 'name', 'Column')
                for j in range(r.randint(1, 3)):
                    add(column, 'indicator', 'I', id='ind-%d-%d' % (i, j))
                    self.indicators.append('ind-%d-%d' % (i, j))
        for i in range(r.randint(0, 3)):
            add(f, 'redesign', 'R', id='red-%d' % i)
            self.redesigns.append('red-%d' % i)
        for i in range(r.randint(0, 4)):
            add(add(f, 'factor', id='fac-%d' % i, kind=r.choice(['benefit', 'drawback'])), 'name', 'F')
            self.factors.append('fac-%d' % i)
        self.guides = {}
        for g in range(r.randint(0, 3)):
            self.make_guide('guide-%d' % g)

    def read_framework(self, path):
        root = ET.parse(path).getroot()
        self.language = root.get('{http://www.w3.org/XML/1998/namespace}lang')
        ids = lambda name: [x.get('id') for x in root.iter('{%s}%s' % (SPACE, name))]
        self.sectors, self.levels, self.dimensions = ids('sector'), ids('level'), ids('dimension')
        self.elements, self.indicators = ids('element'), ids('indicator')
        self.redesigns = [x.get('id') for x in root.findall('{%s}redesign' % SPACE)]
        self.factors, self.guides = ids('factor'), {}
        for guide in root.iter('{%s}guide' % SPACE):
            own = self.guides[guide.get('id')] = {}
            for question in guide.iter('{%s}question' % SPACE):
                own[question.get('id')] = [None, 'ved ikke', '0', '3', '7,5', '12', '100'] + [
                    x.get('value').upper() for x in question.iter('{%s}option' % SPACE)]

    def make_guide(self, name):
        r = self.random
        guide = add(self.framework, 'guide', id=name, **{'for': r.choice(KINDS)})
        add(guide, 'title', 'Guide')
        self.guides[name] = {}
        for i in range(r.randint(1, 6)):
            question = add(guide, 'question', id='%s.%d' % (name, i), element=r.choice(self.elements))
            add(question, 'text', 'Why?')
            form = r.choice(['open', 'options', 'bands'])
            values = [None, 'no idea', '7']
            if form == 'options':
                for value in ['Yes', 'Ærlig  talt', 'no', '3,5'][:r.randint(1, 4)]:
                    add(question, 'option', value=value, level=self.maybe(r.choice(self.levels), 0.8))
                values += ['Yes', 'yES', 'ærlig talt', ' ÆRLIG TALT ', 'NO', '3,5', '3.5', 'maybe']
            elif form == 'bands':
                edges = ['0', '2.5', '7', '25', '1000'][:r.randint(2, 5)]
                for low, high in zip(edges, edges[1:] + [None]):
                    if high is None and r.random() < 0.5:
                        continue
                    add(question, 'band', **{'from': low}, to=high, level=r.choice(self.levels))
                values += ['0', '-1', '2,5', '2.4999', '7', '6,99', '25', '1e3', '1000', ' 999 ',
                           '007', '.5', '5.', '-0', '1000000', '٣']
            self.guides[name]['%s.%d' % (name, i)] = values

    # ------------------------------------------------------------------------------- study

    def make_study(self):
        r, s = self.random, tag('study', version='1', id='random')
        s.set('xml:lang', self.language)
        self.study = s
        add(s, 'title', 'Random')
        add(s, 'author', 'N. N.')
        chosen = sorted(r.sample(range(len(WAVES)), r.randint(1, 3)))
        self.waves = {}
        for i in chosen:
            add(s, 'wave', 'Wave', id='w%d' % i, dates=WAVES[i][0])
            self.waves['w%d' % i] = WAVES[i][1]
        self.organisations = ['o%d' % i for i in range(r.randint(0, 6))]
        for o in self.organisations:
            add(s, 'organisation', 'Organisation ' + o, id=o, sector=r.choice(self.sectors))
        self.persons = ['p%d' % i for i in range(r.randint(0, 12))]
        r.shuffle(self.persons)
        for p in self.persons:
            add(s, 'person', 'Person ' + p, id=p,
                organisation=r.choice(self.organisations + [None]))
        some = r.randint(1, 5)
        self.partnerships = ['ps%d' % i for i in range(self.count or some)]
        self.groups = {}
        self.deadlines = {}
        every_group = []
        for p in self.partnerships:
            self.make_partnership(p, every_group)
        for i in range(r.randint(0, 8)):
            add(s, 'event', 'Event %d & more' % i, date=self.any_date(True),
                revised=self.maybe(self.any_date(True), 0.3),
                partnership=r.choice(self.partnerships + [None]),
                kind=r.choice([None, 'funding', 'launch', 'research', 'deadline', 'other', 'meeting']))

    def any_date(self, open_too=False):
        day = self.random.choice(self.random.choice(WAVES)[1])
        if open_too and self.random.random() < 0.2 and '/' not in day:
            return self.random.choice(['../' + day, day + '/..', day + '/', '/' + day])
        return day

    def make_partnership(self, name, every_group):
        r = self.random
        p = add(self.study, 'partnership', id=name, alias='Alias ' + name)
        add(p, 'name', 'Name ' + name)
        self.groups[name] = []
        for i in range(r.randint(0, 4)):
            group = '%s-g%d' % (name, i)
            node = add(p, 'group', id=group, kind=r.choice(KINDS + ['steering', 'consultant']))
            for person in self.some(self.persons, 5):
                add(node, 'seat', person=person, **{'from': self.maybe(self.any_date(True), 0.3)},
                    to=self.maybe(self.any_date(True), 0.3))
            self.groups[name].append(group)
        shared = self.some(every_group, 2) if every_group else []
        for group in shared:
            add(p, 'shared-group', group=group)
        every_group += self.groups[name]
        self.groups[name] += shared
        self.deadlines[name] = []
        for _ in range(r.randint(0, 6)):
            target = add(p, 'target', measure=r.choice(['visits', 'joint-visits', 'firms-identified',
                                               'firms-committed', 'meetings', 'spending']),
                axis=r.choice(AXES + [None] * 6), value=r.choice(['1', '10', '0.5', '12500.50']),
                due=self.any_date(True), revised=self.maybe(self.any_date(True), 0.3))
            self.deadlines[name].append(target.get('revised') or target.get('due'))

    # ----------------------------------------------------------------------------- records

    def next_id(self, prefix):
        self.number += 1
        return '%s%d' % (prefix, self.number)

    def make_record(self):
        r = self.random
        kind = r.choice(METHODS + ['meeting', 'visit', 'observation'])
        if kind == 'questionnaire' and not self.guides:
            kind = 'meeting'
        names = r.choice([[r.choice(self.partnerships)]] * 6 + [self.some(self.partnerships, 3)])
        wave = r.choice(sorted(self.waves))
        date, explicit = r.choice(self.waves[wave]), self.maybe(wave, 0.2)
        if r.random() < 0.1:
            explicit, date = wave, self.any_date(True)
        elif r.random() < 0.3:
            explicit, date = wave, self.date_at_deadline(names) or date
        self.record = tag(kind, id=self.next_id('r'), partnership=' '.join(names) or None, date=date,
                          wave=explicit)
        self.names = names
        getattr(self, 'fill_' + kind)(self.record)
        self.records.append(self.record)

    def date_at_deadline(self, names):
        """A date that begins on the last day before a target of these partnerships is missed, or on
        the first day after."""
        days = [text for name in names for text in self.deadlines[name]]
        ends = [oracle.days(text)[1] for text in days]
        ends = [end for end in ends if end]
        if not ends:
            return None
        day = self.random.choice(ends) + datetime.timedelta(self.random.choice([0, 0, 1, 1, -1]))
        return day.isoformat() + self.random.choice(['', '', '?', '/..'])

    def group(self):
        groups = [g for name in self.names for g in self.groups[name]]
        return self.random.choice(groups + [None]) if groups else None

    def put(self, **attributes):
        for name, value in attributes.items():
            if value is not None:
                self.record.set(name.replace('_', '-'), value)

    def status(self):
        return self.random.choice([None, None, None, 'held', 'cancelled', 'moved'])

    def present(self):
        for _ in range(self.random.choice([0, 1, 2, 4])):
            if self.persons and self.random.random() < 0.8:
                add(self.record, 'present', person=self.random.choice(self.persons))
            elif self.organisations:
                add(self.record, 'present', organisation=self.random.choice(self.organisations))

    def earlier_meeting(self):
        fit = [m.get('id') for m in self.records if m.tag == 'meeting' and m.get('status') in (None, 'held')
               and set((m.get('partnership') or '').split()) & set(self.names)]
        return self.random.choice(fit + [None])

    def fill_meeting(self, record):
        self.put(group=self.group(), status=self.status(), moved_to=self.maybe(self.any_date(), 0.1))
        if self.random.random() < 0.3:
            add(record, 'title', 'Title < & >')
        self.present()
        for _ in range(self.random.choice([0, 0, 1, 3])):
            add(record, 'item', 'Item', kind=self.random.choice(
                ['calendar', 'operations', 'development', 'evaluation', 'learning', 'economy', 'other']),
                minutes=self.random.choice([None, '0', '5', '30', '45', '+7', '007']))
        self.statements()

    def fill_observation(self, record):
        self.put(meeting=self.earlier_meeting())
        self.present()
        self.statements()

    def fill_interview(self, record):
        self.put(form=self.random.choice(['focus-group', 'single']), group=self.group())
        for person in self.some(self.persons, 2):
            add(record, 'participant', person=person)
        self.statements()

    def fill_questionnaire(self, record):
        guide = self.random.choice(sorted(self.guides))
        self.put(guide=guide, respondent=self.random.choice(self.persons + [None]))
        for question in self.some(sorted(self.guides[guide])):
            add(record, 'answer', self.random.choice(['Words.', '', ' ']), question=question,
                value=self.random.choice(self.guides[guide][question]))

    def fill_document(self, record):
        self.put(kind=self.random.choice(['terms-of-reference', 'target-paper', 'minutes', 'other']),
                 meeting=self.earlier_meeting())
        if self.random.random() < 0.3:
            add(record, 'title', 'Paper "x"')
        self.statements()

    def fill_visit(self, record):
        self.put(axis=self.random.choice(AXES + [None]),
                 firm=self.random.choice(FIRMS),
                 agreement=self.random.choice([None, 'identified', 'committed', 'committed']), status=self.status())
        self.present()
        self.statements()

    def fill_account(self, record):
        self.put(axis=self.random.choice(AXES + [None]),
                 spent=self.random.choice(['0', '12500.50', '0.1', '1299.995', '3.1250', '.5', '7.',
                                          '+1.25', '00012.10']),
                 submitted=self.maybe(self.any_date(True), 0.8))

    def statements(self):
        r = self.random
        for _ in range(r.choice([0, 1, 1, 2, 4])):
            statement = add(self.record, 'statement', id=self.next_id('s'),
                            speaker=r.choice(self.persons + [None, None]))
            add(statement, r.choice(['quote', 'note']), 'What was said.')
            for _ in range(r.choice([0, 1, 2, 3, 6])):
                self.coding(statement)
                if r.random() < 0.3:
                    self.second_coding(statement)

    def coding(self, statement):
        r = self.random
        coding = add(statement, 'coding', coder=r.choice(CODERS),
                     strength=r.choice([None, '1', '2', '3', '02', '+3']))
        choices = [('element', self.elements)] * 6 + [('dimension', self.dimensions)] * 2 + [
            ('indicator', self.indicators), ('redesign', self.redesigns), ('factor', self.factors)]
        kind, things = r.choice([(k, t) for k, t in choices if t])
        coding.set(kind, r.choice(things[:5]))
        if kind in ('element', 'dimension'):
            coding.set('level', r.choice(self.levels))

    def second_coding(self, statement):
        """Of the same thing, by another coder or the same, at the same level or another."""
        first = statement.findall('coding')[-1]
        twin = copy.deepcopy(first)
        twin.attrib.pop('coder', None)
        coder = self.random.choice(CODERS)
        if coder:
            twin.set('coder', coder)
        if twin.get('level') and self.random.random() < 0.5:
            twin.set('level', self.random.choice(self.levels))
        statement.append(twin)

    # ----------------------------------------------------------------------------- writing

    def write(self, directory, order=None):
        """Writes the study; order: a random generator that shuffles records and files."""
        os.makedirs(os.path.join(directory, 'more', 'deep'))
        records = [copy.deepcopy(r) for r in self.records]
        if order:
            order.shuffle(records)
        else:
            order = random.Random(1)
        self.write_file(directory, 'study.xml', self.study)
        if self.framework is not None:
            self.write_file(directory, order.choice(['a.xml', 'z.xml', 'more/f.xml']), self.framework)
        names = ['b.xml', 'records.xml', 'more/Ær.xml', 'more/b.xml', 'more/deep/1.xml', 'B.xml']
        order.shuffle(names)
        cuts = sorted(order.randint(0, len(records)) for _ in names[1:])
        for name, start, end in zip(names, [0] + cuts, cuts + [len(records)]):
            if start < end:
                root = tag('records', version='1')
                root.extend(records[start:end])
                self.write_file(directory, name, root)

    def write_file(self, directory, name, root):
        """Some attributes get white space that means nothing."""
        root = copy.deepcopy(root)
        spaces = random.Random(len(name) + len(root))
        for node in list(root.iter()) if self.spaced else []:
            for key, value in node.items():
                if spaces.random() < 0.1 and key != 'xml:lang':
                    node.set(key, value.replace(' ', '\n  ') + spaces.choice([' ', '\t', '\r\n ']))
                    if spaces.random() < 0.5:
                        node.set(key, ' ' + node.get(key))
        root.set('xmlns', SPACE)
        ET.ElementTree(root).write(os.path.join(directory, name), encoding='UTF-8',
                                   xml_declaration=True)
