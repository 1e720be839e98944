#!/usr/bin/env python3
"""The tables of data of both samples: every one is CSV with rows of one length, each file name once,
and what they hold is what the results say.

usage: run-data.py PROGRAM SOURCE_DIR WORK_DIR"""
import sys

from samples import INPUT, RESULTS, Study


def check_cover(final, results, root, words):
    """The cover's levels are those of the assessment."""
    aliases = {p.get('n'): p for p in root.findall(INPUT + 'partnership')}
    shorts = [p.get('short') for p in aliases.values()]
    levels = [level.get('id') for level in root.find(INPUT + 'framework').findall(INPUT + 'level')]
    expected = {}
    for short, partnership in zip(shorts, results.findall(RESULTS + 'partnership')):
        last = partnership.findall(RESULTS + 'wave')[-1]
        expected[short] = [str(levels.index(e.get('level'))) if e.get('level') else ''
                           for e in last.findall(RESULTS + 'element')]
    _, rows = next(table for _, table in sorted(final.items())
                   if table[1][0][:2] == [words['final.partnership'], words['final.element']])
    shown = {}
    for row in rows[1:]:
        shown.setdefault(row[0], []).append(row[-1])
    assert shown, 'no levels'
    for short, numbers in shown.items():
        assert numbers == expected[short], f'{short}: {numbers}, but {expected[short]}'
    return len(rows) - 1


def check_visits(report, root, words):
    """The bars are the months."""
    expected = []
    for months in root.find(INPUT + 'partnership').findall(INPUT + 'months'):
        target = float(months.get('target')) if months.get('target') else None
        for month in months.findall(INPUT + 'month'):
            expected.append((month.get('words'), float(month.get('visits')),
                             float(month.get('three')), target))
    if not expected:
        return 0
    got = [rows for _, rows in report.values() if words['column.visits'] in rows[0]]
    assert len(got) == 1, f'{len(got)} tables of visits'
    shown = [(row[1], float(row[2]), float(row[3]), float(row[4]) if row[4:] and row[4] else None)
             for row in got[0][1:]]
    assert shown == expected, 'the visits by month are not those of the input'
    return len(shown)


def check_evidence(report, root):
    """Every item of evidence is a row, with its words."""
    items = root.find(INPUT + 'evidence').findall(INPUT + 'item')
    found, everything = set(), ''
    for _, rows in report.values():
        ids = {row[0] for row in rows} & {item.get('id') for item in items}
        everything += ' '.join(' '.join(row) for row in rows) + ' ' if ids else ''
        found |= ids
    assert len(found) == len(items), 'the evidence list lacks items'
    everything = ' '.join(everything.split())
    for item in items:
        text = ' '.join((item.findtext(INPUT + 'text') or '').replace('\xa0', ' ').split())
        assert text in everything, f'{item.get("id")} is without its words'
    return len(items)


def main():
    counted = 0
    for sample in ('midt', 'small'):
        for language in ('da', 'en'):
            study = Study(sys.argv[1], sys.argv[2], sample, language)
            final, root = study.tables('final'), study.tree('input', 'final')
            counted += check_cover(final, study.results(), root, study.words) + check_evidence(final, root)
            aliases = study.studied()
            for alias in {aliases[0], aliases[-1]}:
                tables, root = study.tables(alias), study.tree('input', alias)
                counted += check_visits(tables, root, study.words) + check_evidence(tables, root)
    brochure = Study(sys.argv[1], sys.argv[2], 'centres', 'da', '--template', 'brochure')
    counted += len(brochure.tables('brochure'))
    assert counted > 1000, counted
    print(f'{counted} values agree')


if __name__ == '__main__':
    sys.exit(main())
