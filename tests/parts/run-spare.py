#!/usr/bin/env python3
"""What says nothing is not printed: no table of benefits and drawbacks has a column in which nothing stands, with
evidence and without; sectors
have a column only where it tells something; voices are told only where they differ, one case of that in a sentence; a placement that stays
has no arrow to itself; what did not move is one row; and the arrow of a move is dashed where, and only where, it
rests on weak evidence."""
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

D, I = '{urn:x-ladle:document}', '{urn:x-ladle:input}'
STUDIES = [('midt', ['--wave', 'w1']), ('midt', ['--wave', 'w2']), ('midt', ['--wave', 'w2', '--set', 'evidence=none']),
           ('small', []), ('named', ['--names']), ('small', ['--set', 'evidence=none'])]


def dump(program, study, arguments, what, only, work):
    run = subprocess.run([program, 'report', str(study), '-o', work, '--only', only, '--dump', what, *arguments],
                         capture_output=True, text=True)
    return ET.fromstring(run.stdout) if run.returncode == 0 else None


def filled(cell):
    return bool(''.join(cell.itertext()).strip()) or any(cell.iter(D + 'chart'))


def empty_columns(table):
    """Columns with a head below which nothing stands, by number."""
    width, there = 0, set()
    for row in table.iter(D + 'tr'):
        place = 0
        for cell in row:
            span = int(cell.get('colspan', '1'))
            if filled(cell) and row not in heads(table):
                there.update(range(place, place + span))
            place += span
        width = max(width, place)
    return [n for n in range(width) if n not in there]


def heads(table):
    head = table.find(D + 'thead')
    return list(head) if head is not None else []


def check_columns(name, document, faults):
    tables = [t for f in document.iter(D + 'figure') if (f.get('class') or '').split()[-1:] == ['factors']
              for t in f.iter(D + 'table')]
    if ' final' in name and 'midt' in name and not tables:
        faults.append(f'{name}: no table of benefits or drawbacks')
    for table in tables:
        for n in empty_columns(table):
            head = ' '.join(''.join(heads(table)[0].itertext()).split())
            faults.append(f'{name}: column {n + 1} of the table "{head[:80]}" is empty')


def by_id(document, name):
    return next((e for e in document.iter() if e.get('id') == name), None)


def named_study(root, work):
    """The small study, as one whose people agreed to be named: its own folder."""
    folder = Path(work) / 'named'
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(root / 'samples' / 'small', folder)
    study = folder / 'study.xml'
    study.write_text(study.read_text().replace('people="anonymous"', 'people="named"'))
    return folder


def check_seats(name, document, source, faults):
    """A column of sectors in the table of groups where one is told that the words of the seat do not say."""
    sectors = {s.get('id'): s.text.lower() for s in source.iter(I + 'sector') if s.text}
    seats = [s for s in source.find(I + 'partnership').iter(I + 'seat')]
    needed = any(s.get('sector') and sectors[s.get('sector')] not in (s.text or '').lower() for s in seats)
    section = by_id(document, 'participants')
    table = next(section.iter(D + 'table'))
    if len(heads(table)[0]) != 3 + needed or empty_columns(table):
        faults.append(f'{name}: {len(heads(table)[0])} columns of seats, sectors {"" if needed else "not "}needed')
    if len(table.findall(f'{D}tbody/{D}tr')) != len(seats):
        faults.append(f'{name}: rows of seats are missing')
    return needed


def check_pairs(name, document, faults):
    """Of two charts beside each other none is missing: one by itself has the whole width."""
    for pair in document.iter(D + 'columns'):
        if pair.get('class') == 'pair' and not all(filled(side) for side in pair):
            faults.append(f'{name}: half of a pair of charts is empty')


def check_own(name, document, source, faults):
    wave, before = source.get('wave'), source.get('wave-before')
    own = source.find(I + 'partnership')
    now = own.find(f'{I}assessment[@wave="{wave}"]')
    then = own.find(f'{I}assessment[@wave="{before}"]')
    differ = [e for e in now.findall(I + 'element') if len({v.get('level') for v in e.findall(I + 'voice')}) > 1]
    if (by_id(document, 'voices') is None) != (not differ):
        faults.append(f'{name}: voices differ on {len(differ)} elements')
    if (by_id(document, 'voices-matrix') is None) != (len(differ) < 2):
        faults.append(f'{name}: a table of voices for {len(differ)} elements')
    moves = [c for c in document.iter(D + 'columns') if c.get('class') == 'move']
    if moves and now.get('placement') == then.get('placement'):
        faults.append(f'{name}: an arrow from a placement to itself')
    table = by_id(document, 'moves')
    if table is not None:
        weak = {e.get('id') for e in now.findall(I + 'element') if int(e.get('by', '0')) and e.get('firm') == 'no'}
        dashed = {r.get('id')[len('change-'):] for r in table.iter(D + 'tr') if r.get('id')
                  for c in r.iter(D + 'chart') if c.get('kind') == 'scale' and c.get('firm') == 'no'}
        if weak != dashed:
            faults.append(f'{name}: weak moves {sorted(weak)}, dashed arrows {sorted(dashed)}')
        rows = sum(1 for r in table.iter(D + 'tr') if r.get('class') == 'unchanged')
        if rows > 3:
            faults.append(f'{name}: {rows} rows for what did not move')
    return len(differ), len(moves)


def main():
    program, root, work = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
    faults, seen, sectors = [], [], set()
    for sample, arguments in STUDIES:
        study = named_study(root, work) if sample == 'named' else root / 'samples' / sample
        for only in ['final', 'partnerskab-a', 'partnerskab-b', 'partnerskab-c', 'partnerskab-d']:
            document = dump(program, study, arguments, 'document', only, work)
            if document is None:
                continue
            name = ' '.join([sample, *arguments, only])
            check_columns(name, document, faults)
            check_pairs(name, document, faults)
            if only != 'final':
                source = dump(program, study, arguments, 'input', only, work)
                seen.append(check_own(name, document, source, faults))
                sectors.add(check_seats(name, document, source, faults))
    if not {0, 1} <= {n for n, _ in seen} or not any(n > 1 for n, _ in seen) or not any(m for _, m in seen) or len(sectors) < 2:
        faults.append(f'not everything was tried: {seen} {sectors}')
    print('\n'.join(faults) or f'{len(seen)} reports to partnerships say nothing in vain')
    return bool(faults)


if __name__ == '__main__':
    sys.exit(main())
