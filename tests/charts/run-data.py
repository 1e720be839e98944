#!/usr/bin/env python3
"""The tables of data of both samples: every one is CSV with rows of one length, each file name once,
and what they hold is what the results say.

usage: run-data.py PROGRAM SOURCE_DIR WORK_DIR"""
import csv
import io
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

INPUT = '{urn:x-ladle:input}'


class Study:
    def __init__(self, program, folder, *options):
        self.command = [program, 'report', str(folder), '--quiet', *options]

    def dump(self, stage, *options):
        run = subprocess.run([*self.command, '--dump', stage, *options], capture_output=True,
                             check=False)
        assert run.returncode == 0, run.stderr.decode()
        return run.stdout

    def tables(self, which):
        """File name to (title, rows) of a report."""
        rest, found = self.dump('data', '--only', which), {}
        while rest:
            head, rest = rest.split(b'\n', 1)
            match = re.fullmatch(r'([a-z0-9-]+\.csv) ([0-9]+) (.+)', head.decode())
            assert match, f'{which}: no head of a table: {head!r}'
            name, size, title = match[1], int(match[2]), match[3]
            text, rest = rest[:size].decode(), rest[size:]
            assert name not in found, f'{which}: two files {name}'
            assert text.endswith('\r\n') and '\0' not in text, f'{which}: {name}: last line'
            rows = list(csv.reader(io.StringIO(text, newline=''), strict=True))
            assert len({len(row) for row in rows}) == 1, f'{which}: {name}: rows of several lengths'
            assert len(set(rows[0])) == len(rows[0]), f'{which}: {name}: two columns of one name'
            assert all(rows[0]), f'{which}: {name}: a column without a name'
            for row in rows:
                for field in row:
                    assert not re.match(r'[=@]|[+-](?![0-9])', field), f'{which}: {name}: {field}'
                    assert field == field.strip() and '\xa0' not in field, f'{which}: {field!r}'
            found[name] = (title, rows)
        assert found, f'{which}: no tables'
        return found

    def input(self, which):
        return ElementTree.fromstring(self.dump('input', '--only', which))


def rows_with(tables, *heads):
    """Rows as dictionaries of the one table that has these heads and no others."""
    fitting = [rows for _, rows in tables.values() if rows[0] == list(heads)]
    assert len(fitting) == 1, f'{len(fitting)} tables with the heads {heads}'
    return [dict(zip(heads, row)) for row in fitting[0][1:]]


def labels_of(root):
    return {label.get('id'): label.text or '' for label in root.find(INPUT + 'labels')}


def check_matrix(study, final, root):
    """The cover matrix is the levels of the assessments."""
    levels = {}
    elements = [e.get('id') for e in root.find(INPUT + 'framework').iter(INPUT + 'element')]
    for partnership in root.findall(INPUT + 'partnership'):
        for assessment in partnership.findall(INPUT + 'assessment'):
            if assessment.get('wave') != root.get('wave') or partnership.get('studied') != 'yes':
                continue
            for element in assessment.findall(INPUT + 'element'):
                key = partnership.get('short'), elements.index(element.get('id'))
                levels[key] = element.get('level-n') or ''
    _, rows = final[min(name for name in final if 'diagram' in name or 'chart' in name)]
    shown = {}
    for row in rows[1:]:
        place = sum(1 for other in shown if other[0] == row[0])
        shown[row[0], place] = row[-1]
    assert shown and all(levels[key] == value for key, value in shown.items()), study
    return len(shown)


def check_visits(report, root):
    """The bars are the months."""
    expected = []
    for months in root.find(INPUT + 'partnership').findall(INPUT + 'months'):
        for month in months.findall(INPUT + 'month'):
            target = float(months.get('target')) if months.get('target') else None
            expected.append((month.get('words'), float(month.get('visits')),
                             float(month.get('three')), target))
    words = labels_of(root)
    got = [rows for _, rows in report.values() if words['data.target'] in rows[0]
           and len(rows[0]) == 5]
    if not expected:
        return 0
    assert len(got) == 1, f'{len(got)} tables of visits'
    shown = [(row[1], float(row[2]), float(row[3]), float(row[4]) if row[4] else None)
             for row in got[0][1:]]
    assert shown == expected, 'the visits by month are not those of the input'
    return len(shown)


def check_evidence(report, root):
    """Every item of evidence is a row, with its words."""
    items = root.find(INPUT + 'evidence').findall(INPUT + 'item')
    found = [rows for _, rows in report.values() if rows[-1][0] == items[-1].get('id')]
    assert len(found) == 1, 'no evidence list'
    rows = {row[0]: ' '.join(row) for row in found[0][1:]}
    assert list(rows) == [item.get('id') for item in items], 'the evidence list lacks items'
    for item in items:
        text = ' '.join((item.findtext(INPUT + 'text') or '').replace('\xa0', ' ').split())
        assert text in rows[item.get('id')], f'{item.get("id")} is without its words'
    return len(items)


def main():
    program, source = sys.argv[1], Path(sys.argv[2])
    counted = 0
    for sample in ('midt', 'small'):
        for language in ('da', 'en'):
            study = Study(program, source / 'samples' / sample, '--language', language)
            for path in [None, *study_aliases(study)]:
                which = path or 'final'
                tables, root = study.tables(which), study.input(which)
                if path is None:
                    counted += check_matrix(sample, tables, root)
                else:
                    counted += check_visits(tables, root)
                counted += check_evidence(tables, root)
    assert counted > 1000, counted
    print(f'{counted} values agree')


def study_aliases(study):
    """Two partnerships: the first that is studied, and the last of all."""
    partnerships = study.input('final').findall(INPUT + 'partnership')
    studied = [p for p in partnerships if p.get('studied') == 'yes']
    return sorted({studied[0].get('alias'), studied[-1].get('alias')})


if __name__ == '__main__':
    sys.exit(main())
