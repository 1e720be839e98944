#!/usr/bin/env python3
"""Reader and schema accept and refuse the same files.

usage: run-corpus.py PROGRAM SOURCE_DIR WORK_DIR [-k WORD] [-n MOST]

From valid files (all of the vocabulary in valid/, the mini study, the small sample, the built-in
frameworks) a corpus is made in which each file differs from a valid one in one thing. jing judges
it by schema/study.rng; `ladle check` by its own table. The schema knows nothing of references, so
of what the program says only the codes of grammar count. A difference is a fault of the reader,
unless the schema says something nobody meant.
"""
import itertools
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET

NAMESPACE = 'urn:x-ladle:study'
XML = '{http://www.w3.org/XML/1998/namespace}'
GRAMMAR = {'N115', 'E116', 'E121', 'E201', 'E202', 'E203', 'E204', 'E205', 'E206', 'E207', 'E208', 'E209'}
SEED = 2015
A_BATCH = 60
VALUES = ['', ' ', '\t\n', 'x y', ' x ', '\u00a0x', 'x\u00a0', 'a' * 64, 'a' * 65, 'ø' * 64, 'ø' * 65, '-a', '.a',
          '_', '9', 'a-.', 'æblegrød', 'a\u0301', 'a:b', 'a/b', '½', 'Ⅳ', 'ª', '\u0300a', '𝒜', 'a\u200db',
          '0', '00', '-0', '+0', '1', '+1', '-1', '01', '3', '4', ' 3 ', '1.0', '1.', '.5', '.', '+.5', '-.0',
          '0.0', '0.000001', '1e3', 'INF', 'NaN', '1,5', '1 000', '９', '99999999999999999999', '0x10',
          'da', 'DA', 'da-DK', 'd', 'abcdefgh', 'abcdefghi', 'da-', '-da', 'da_DK', '12', 'i-klingon',
          'x-abcdefgh-12345678', 'da-123456789', '201', '2015', '2015-13-45', '2015-02-30', 'x' * 66,
          '2015/..', 'yes', 'no', 'Yes', 'true', '1.1', 'held', 'other', 'HELD', 'named',
          'http://example.org/å b', '%zz', '%2', '%20', 'a#b#c', 'a[b', ':x', '1:x', 'a:', '//', '//[::1]/', '\\',
          'mailto:', 'x y  z', ' x\ty ', 'a,b', '{x}', '\U0001F600', '\ufffd']
STRANGE_VALUES = 14  # per attribute, besides the first ones


def base_files(source):
    here = pathlib.Path(__file__).parent
    files = {f'all-{p.stem}': p for p in sorted((here / 'valid').glob('*.xml'))}
    for folder in ('assess/mini', '../samples/small'):
        for path in sorted((source / 'tests' / folder).resolve().glob('*.xml')):
            files[f'{path.parent.name}-{path.stem}'] = path
    for path in sorted((source / 'templates/framework').glob('*.xml')):
        files[path.stem] = path
    return files


def named(tag):
    return tag.replace('{%s}' % NAMESPACE, '')


def all_names(trees):
    elements, attributes = set(), set()
    for tree in trees:
        for element in tree.iter():
            elements.add(element.tag)
            attributes.update(element.attrib)
    return sorted(elements), sorted(attributes)


def one_of_each(tree):
    """For each kind of element with its parent's kind: the first and the last there is."""
    kinds = {}
    for parent in tree.iter():
        for i, child in enumerate(parent):
            kinds.setdefault((parent.tag, child.tag, frozenset(child.attrib)), []).append((parent, i))
    picked = []
    for places in kinds.values():
        picked += [places[0], places[-1]] if len(places) > 1 else places
    return picked


class Corpus:
    """Mutations are made in place on one tree, written down, and taken back."""

    def __init__(self, elements, attributes, seed):
        self.elements, self.attributes = elements, attributes
        self.random = random.Random(seed)
        self.files = []

    def add(self, base, what, tree):
        self.files.append((base, what, ET.tostring(tree, encoding='unicode')))

    def add_text(self, base, what, text):
        self.files.append((base, what, text))

    def with_attribute(self, base, tree, element, name, value, what):
        old = dict(element.attrib)
        if value is None:
            del element.attrib[name]
        else:
            element.set(name, value)
        self.add(base, what, tree)
        element.attrib.clear()
        element.attrib.update(old)

    def mutate_attributes(self, base, tree, element):
        kind = named(element.tag)
        for name in list(element.attrib):
            at = f'{kind}/@{named(name)}'
            self.with_attribute(base, tree, element, name, None, f'{at} removed')
            value = element.get(name)
            for new in (value + ' ', ' ' + value, value + ' x', value + '  ' + value, value.upper()):
                self.with_attribute(base, tree, element, name, new, f'{at} = {new!r}')
            for new in self.random.sample(VALUES, STRANGE_VALUES):
                self.with_attribute(base, tree, element, name, new, f'{at} = {new!r}')
            old = dict(element.attrib)
            del element.attrib[name]
            element.set(name + 's', value)
            self.add(base, f'{at} renamed', tree)
            element.attrib.clear()
            element.attrib.update(old)
        others = [n for n in self.attributes if n not in element.attrib]
        for name in self.random.sample(others, 6):
            value = self.random.choice(['x', '2015', '1', 'yes'])
            self.with_attribute(base, tree, element, name, value, f'{kind}/@{named(name)} = {value} added')
        for name in (XML + 'lang', XML + 'id', XML + 'space', '{urn:other}id'):
            if name not in element.attrib:
                self.with_attribute(base, tree, element, name, 'x', f'{kind}/@{name} added')

    def mutate_text(self, base, tree, element):
        kind, text, tail = named(element.tag), element.text, element.tail
        for new in ('', ' \n', 'Ord', '\u00a0', 'Ord\n  og ord'):
            element.text = new
            self.add(base, f'{kind} text {new!r}', tree)
        element.text = text
        for new in ('Ord', '\u00a0', ' \t\n') if element is not tree else ():
            element.tail = new
            self.add(base, f'{new!r} after {kind}', tree)
        element.tail = tail

    def mutate_place(self, base, tree, parent, i):
        child = parent[i]
        where = f'{named(parent.tag)}/{named(child.tag)}'
        parent.remove(child)
        self.add(base, f'{where} removed', tree)
        for place, what in ((0, 'first'), (len(parent), 'last'), (i + 1, 'one later'), (max(i - 1, 0), 'one earlier')):
            parent.insert(place, child)
            self.add(base, f'{where} moved {what}', tree)
            parent.remove(child)
        parent.insert(i, child)
        parent.insert(i, child)
        self.add(base, f'{where} doubled', tree)
        del parent[i]
        inner = list(child)
        for part in inner:
            child.remove(part)
        if inner:
            self.add(base, f'{where} without children', tree)
        for part in inner:
            child.append(part)
        for name in self.random.sample(self.elements, 4) + [child.tag + 'x', '{urn:other}p', named(child.tag)]:
            old = child.tag
            child.tag = name
            self.add(base, f'{where} named {name}', tree)
            child.tag = old
        for name in self.random.sample(self.elements, 3) + ['{urn:other}x']:
            new = ET.Element(name)
            place = self.random.randint(0, len(child))
            child.insert(place, new)
            self.add(base, f'{where}: empty {named(name)} inserted at {place}', tree)
            child.remove(new)
        wrapper = ET.Element(child.tag)
        wrapper.append(child)
        parent[i] = wrapper
        self.add(base, f'{where} in another of its kind', tree)
        parent[i] = child

    def mutate_root(self, base, tree):
        text = ET.tostring(tree, encoding='unicode')
        for old, new in ((NAMESPACE, NAMESPACE + '2'), (NAMESPACE, 'urn:x-ladle:document'),
                         (f' xmlns="{NAMESPACE}"', ''), (f'xmlns="{NAMESPACE}"', f'xmlns="{NAMESPACE}" xmlns:o="urn:o"'),
                         (f'xmlns="{NAMESPACE}"', f'xmlns="{NAMESPACE}" o="urn:o"'),
                         (f'xmlns="{NAMESPACE}"', f'xmlns="{NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b"')):
            self.add_text(base, f'{old} to {new}', text.replace(old, new, 1))
        root = named(tree.tag)
        for name in ('study', 'framework', 'records', 'texts', 'study2'):
            self.add_text(base, f'root {name}', re.sub(rf'(</?){root}\b', rf'\1{name}', text))
        for name in ('id', 'kind', 'chapter', 'version'):
            own = text.replace(f'xmlns="{NAMESPACE}"', f'xmlns="{NAMESPACE}" xmlns:s="{NAMESPACE}"', 1)
            self.add_text(base, f'the first {name} in the namespace', own.replace(f' {name}="', f' s:{name}="', 1))
        prefixed = re.sub(r'<(/?)(?=[a-z])', r'<\1s:', text).replace('xmlns=', 'xmlns:s=')
        self.add_text(base, 'with a prefix', prefixed)
        self.add_text(base, 'with comments', text.replace('><', '><!-- ord --><').replace('>\n', '><?pi ord?>\n'))
        self.add_text(base, 'text in CDATA', re.sub(r'>([^<>\n]+)<', r'><![CDATA[\1]]><', text))
        self.add_text(base, 'white space as CDATA', text.replace('>\n', '><![CDATA[ ]]>\n', 3))
        self.add_text(base, 'white space as character references', text.replace('>\n', '>&#32;&#10;\n', 3))

    def mutate(self, base, tree):
        self.mutate_root(base, tree)
        self.mutate_attributes(base, tree, tree)
        self.mutate_text(base, tree, tree)
        for parent, i in one_of_each(tree):
            self.mutate_attributes(base, tree, parent[i])
            self.mutate_text(base, tree, parent[i])
            self.mutate_place(base, tree, parent, i)


def choose(files, most, seed):
    """At most `most` of each base file, spread over all kinds of mutation."""
    chosen, chance = [], random.Random(seed)
    for _, group in itertools.groupby(files, key=lambda f: f[0]):
        group = list(group)
        chosen += group if len(group) <= most else chance.sample(group, most)
    return chosen


def schema_refuses(source, folder, names):
    done = subprocess.run(['jing', '-i', str(source / 'schema/study.rng'), *names], cwd=folder,
                          capture_output=True, text=True)
    refused = {}
    for line in done.stdout.splitlines():
        match = re.match(r'(?:.*/)?(\w+\.xml):\d+:\d+: error: (.*)', line)
        if match:
            refused.setdefault(match[1], match[2])
        else:
            sys.exit(f'jing: {line} {done.stderr}')
    return refused


def program_refuses(program, folder):
    done = subprocess.run([program, 'check', '--diagnostics', 'json', str(folder)], capture_output=True, text=True)
    refused = {}
    for line in done.stderr.splitlines():
        if not line.startswith('{'):
            sys.exit(f'the program says: {done.stderr}')
        say = json.loads(line)
        if say.get('code') in GRAMMAR:
            refused.setdefault(say['file'], f'{say["code"]} {say["message"]}')
    return refused


def is_alone(text):
    """A study or framework is read one at a time; records and texts go many together."""
    return re.match(r'<(s:|ns0:)?(study|framework)\b', text)


def fill_folders(work, source, chosen):
    """Folders for the program to check; yields (folder, names of the mutated files in it)."""
    companion = source / 'tests/mutation/valid'
    together = [i for i, f in enumerate(chosen) if not is_alone(f[2])]
    groups = [together[i:i + A_BATCH] for i in range(0, len(together), A_BATCH)]
    groups += [[i] for i, f in enumerate(chosen) if is_alone(f[2])]
    for number, group in enumerate(groups):
        folder = work / f'g{number}'
        folder.mkdir()
        roots = ''.join(chosen[i][2][:40] for i in group) if len(group) == 1 else ''
        shutil.copy(companion / 'tom.svg', folder)
        if '<study' not in roots and 's:study' not in roots:
            shutil.copy(companion / 'study.xml', folder / 'a-study.xml')
        for i in group:
            # Two mutations may come out the same, and a copy of a file is not read.
            (folder / f'm{i}.xml').write_text(f'{chosen[i][2]}<!-- {i} -->')
        yield folder, group


def main():
    arguments = sys.argv[1:]
    word = arguments[arguments.index('-k') + 1] if '-k' in arguments else ''
    most = int(arguments[arguments.index('-n') + 1]) if '-n' in arguments else 0
    program, source, work = (pathlib.Path(a).resolve() for a in arguments[:3])
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    ET.register_namespace('', NAMESPACE)
    ET.register_namespace('o', 'urn:other')
    trees = {name: ET.parse(path).getroot() for name, path in base_files(source).items()}
    corpus = Corpus(*all_names(trees.values()), SEED)
    for name, tree in trees.items():
        corpus.mutate(name, tree)
    made = len(corpus.files)
    chosen = []
    for name in trees:
        files = [f for f in corpus.files if f[0] == name]
        alone = named(trees[name].tag) in ('study', 'framework')
        chosen += choose(files, most or ((150 if name.startswith('all-') else 25) if alone else 700), SEED)
    chosen = [f for f in chosen if word in f'{f[0]}: {f[1]}']

    by_schema, by_program = {}, {}
    for folder, group in fill_folders(work, source, chosen):
        by_program.update(program_refuses(program, folder))
    names = [str(p.relative_to(work)) for p in sorted(work.rglob('m*.xml'))]
    for i in range(0, len(names), 500):
        by_schema.update(schema_refuses(source, work, names[i:i + 500]))

    differ = 0
    for i, (base, what, _) in enumerate(chosen):
        name = f'm{i}.xml'
        if (name in by_schema) != (name in by_program):
            differ += 1
            print(f'{base}: {what}: schema {by_schema.get(name, "accepts")}; '
                  f'reader {by_program.get(name, "accepts")}')
    refused = len(by_schema)
    print(f'{len(chosen)} files of {made} mutations, {refused} refused by the schema, {differ} judged differently')
    enough = word or (len(chosen) >= 500 and refused >= 200 and len(chosen) - refused >= 100)
    sys.exit(0 if differ == 0 and enough else 1)


main()
