#!/usr/bin/env python3
"""Properties of the assessment, over random studies.

usage: run-assess.py PROGRAM SOURCE_DIR WORK_DIR [FIRST_SEED [LAST_SEED]]

- the plain second assessment (oracle.py) finds the same facts;
- the order of files and records does not matter;
- doubling every record's evidence changes no level;
- a partnership's results do not depend on other partnerships' records;
- results are valid by their schema, and the same bytes from run to run.
"""
import copy
import os
import random
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET

import facts
import oracle
import studies

SEEDS = (1, 90)


class Failure(Exception):
    pass


def loose(lines):
    """Without the numbers of a timeline's entries: those of the same days stand in document order,
    which changes when records move to other files."""
    return sorted(re.sub(r'timeline \d+', 'timeline', x) for x in lines)


class Checker:
    def __init__(self, program, source, work):
        self.program, self.source, self.work = program, source, work
        self.number = 0

    def write(self, study, order=None):
        self.number += 1
        directory = os.path.join(self.work, str(self.number))
        study.write(directory, order)
        return directory

    def assess(self, directory):
        run = subprocess.run([self.program, 'assess', directory], capture_output=True)
        if run.returncode != 0:
            raise Failure(f'exit status {run.returncode}: {run.stderr.decode()[-2000:]}')
        return run.stdout

    def facts(self, directory):
        return sorted(facts.facts(ET.fromstring(self.assess(directory))))

    def compare(self, what, ours, others):
        if ours != others:
            only = [f'  - {x}' for x in others if x not in set(ours)]
            only += [f'  + {x}' for x in ours if x not in set(others)]
            raise Failure(what + '\n' + '\n'.join(only[:12]))

    def check(self, seed):
        study = studies.Study(seed, self.framework(seed))
        directory = self.write(study)
        results = self.assess(directory)
        with open(directory + '.results', 'wb') as file:
            file.write(results)
        own = sorted(facts.facts(ET.fromstring(results)))
        self.check_schema(directory + '.results')
        if self.assess(directory) != results:
            raise Failure('a second run gave other bytes')
        built_in = os.path.join(self.source, 'templates', 'framework',
                                f'framework-{study.language}.xml')
        self.compare('the oracle differs', own,
                     sorted(oracle.facts(oracle.Study(directory, built_in))))
        self.check_order(seed, study, own)
        self.check_doubling(study, own)
        self.check_independence(seed, study, own)

    def framework(self, seed):
        """Every sixth study has the built-in framework."""
        name = f"framework-{'da' if seed % 12 else 'en'}.xml"
        return os.path.join(self.source, 'templates', 'framework', name) if seed % 6 == 0 else None

    def check_schema(self, path):
        schema = os.path.join(self.source, 'schema', 'results.rng')
        run = subprocess.run(['xmllint', '--noout', '--relaxng', schema, path],
                             capture_output=True)
        if run.returncode != 0:
            raise Failure('not valid: ' + run.stderr.decode()[-2000:])

    def check_order(self, seed, study, own):
        shuffled = self.write(study, random.Random(seed))
        self.compare('the order of records matters', loose(self.facts(shuffled)), loose(own))

    def check_doubling(self, study, own):
        doubled = copy.deepcopy(study)
        for record in list(doubled.records):
            if record.tag == 'questionnaire':
                twin = copy.deepcopy(record)
                twin.set('id', record.get('id') + '-twin')
                doubled.records.append(twin)
            for statement in record.findall('statement'):
                twin = copy.deepcopy(statement)
                twin.set('id', statement.get('id') + '-twin')
                record.append(twin)
        levels = re.compile(r'^\S+ \S+ (\S+ (level|agreement|share|split)|dimension|placement|bounds'
                            r'|membership|\S+ voice \S+ \S+ \S+)')
        keep = lambda lines: sorted(set(levels.match(x).group() if ' voice ' in x else x
                                        for x in lines if levels.match(x)))
        self.compare('doubled evidence changes a level',
                     keep(self.facts(self.write(doubled))), keep(own))

    def check_independence(self, seed, study, own):
        """Drops every record that has nothing to do with one partnership."""
        name = random.Random(seed).choice(study.partnerships)
        alone = copy.deepcopy(study)
        kept = [r for r in study.records if name in (r.get('partnership') or '').split()]
        needed = {r.get('meeting') for r in kept}
        alone.records = [r for r in study.records if r in kept or r.get('id') in needed]
        mine = lambda lines: loose(x for x in lines if x.startswith(name + ' '))
        self.compare('a partnership depends on others',
                     mine(self.facts(self.write(alone))), mine(own))


def main(program, source, work, first=SEEDS[0], last=SEEDS[1]):
    shutil.rmtree(work, ignore_errors=True)
    os.makedirs(work)
    checker = Checker(program, source, work)
    for seed in range(int(first), int(last) + 1):
        try:
            checker.check(seed)
        except Failure as failure:
            print(f'study {seed} (written to {work}/{checker.number}): {failure}')
            return 1
        shutil.rmtree(work)
        os.makedirs(work)
    return 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
