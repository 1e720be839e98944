#!/usr/bin/env python3
"""Parts that a study leaves out or places: each one by itself left out, all of them left out together,
and all that can be placed placed by texts. Every report comes out, with its links; what is left out
stands nowhere, and the colophon names it; what is placed stands where the text has it, once."""
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

D = '{urn:x-ladle:document}'
PART = re.compile(r'LADLE_PART\("([a-z0-9-]+)", ([A-Z| ]+), ([A-Z0| ]+)\)')
# What stands for a part in a document of the final report: the id of something that is in it.
SIGNS = {'figure-1': 'figure-1', 'figure-2': 'figure-2', 'figure-3': 'figure-3', 'figure-4': 'figure-4',
         'figure-5': 'figure-5', 'figure-6': 'figure-6', 'timeline': 'timeline', 'material': 'material',
         'activity': 'activity', 'activity-table': 'activity', 'activity-visits': 'visit-panels',
         'matrix': 'matrix', 'certainty': 'certainty', 'support': 'support', 'targets': 'targets',
         'targets-table': 'targets', 'placement-explained': 'placement-explained'}


def copy(sample, folder, leave_out=(), places=()):
    for path in Path(sample).rglob('*'):
        if path.is_file() and '.ladle' not in path.parts:
            to = folder / path.relative_to(sample)
            to.parent.mkdir(parents=True, exist_ok=True)
            to.write_bytes(path.read_bytes())
    study = folder / 'study.xml'
    text = study.read_text(encoding='utf-8')
    if leave_out:
        text = re.sub(r'(\s*<wave )', f'\n  <leave-out part="{" ".join(leave_out)}"/>\\1', text, count=1)
    study.write_text(text, encoding='utf-8')
    if places:
        body = ''.join(f'<place part="{p}"/>' for p in places)
        (folder / 'texts-placed.xml').write_text(
            '<texts xmlns="urn:x-ladle:study" version="1"><section chapter="future"><title>Her</title>'
            f'<p>Det hele.</p>{body}</section></texts>', encoding='utf-8')


def document(program, folder, only='final'):
    run = subprocess.run([program, 'report', str(folder), '-o', str(folder / 'o'), '--only', only, '--dump', 'document'],
                         capture_output=True, text=True)
    return run.returncode, run.stdout, run.stderr


def main():
    program, root = sys.argv[1], Path(sys.argv[2])
    sample, faults = root / 'samples/small', []
    parts = {m[1]: (m[2], m[3]) for m in PART.finditer((root / 'src/study/parts.def').read_text())}
    parts.update({f'figure-{n}': ('FINAL', 'PLACED') for n in (4, 5, 6)})
    final = [p for p, (where, _) in parts.items() if 'FINAL' in where]
    placeable = [p for p in final if 'PLACED' in parts[p][1] and not p.startswith('results')
                 and not re.match('(activity|targets)-', p)]
    cases = [((p,), ()) for p in parts] + [(tuple(parts), ()), ((), tuple(placeable))]
    with tempfile.TemporaryDirectory() as work:
        whole = Path(work) / 'whole'
        copy(sample, whole)
        there = {e.get('id') for e in ET.fromstring(document(program, whole)[1]).iter()}
        for n, (left, placed) in enumerate(cases):
            folder = Path(work) / str(n)
            copy(sample, folder, left, placed)
            name = ' '.join(left or ('placed',))[:60]
            code, out, said = document(program, folder)
            if code or 'error' in re.sub(r'\b0 errors', '', said):
                faults.append(f'{name}: {said.strip()[:300]}')
                continue
            tree = ET.fromstring(out)
            ids = [e.get('id') for e in tree.iter() if e.get('id')]
            for part in left:
                if SIGNS.get(part) in ids:
                    faults.append(f'{name}: {part} is left out, but {SIGNS[part]} is in the report')
            if left and not any('Udeladt' in ''.join(e.itertext()) or 'Left out' in ''.join(e.itertext())
                                for e in tree.iter(D + 'tr')):
                faults.append(f'{name}: the colophon does not name it')
            for part in placed:
                sign = SIGNS.get(part)
                if sign and sign in there and sign != 'placement-explained' and ids.count(sign) != 1:
                    faults.append(f'{part} is placed, but stands {ids.count(sign)} times')
            if len(left) != 1 or left[0] in ('composed', 'figure-2', 'evidence', 'activity', 'method'):
                run = subprocess.run([program, 'report', str(folder), '-o', str(folder / 'o'), '--quiet'],
                                     capture_output=True, text=True)
                if run.returncode:
                    faults.append(f'{name}: not all reports came out: {run.stderr.strip()[:300]}')
    print('\n'.join(faults) or f'{len(cases)} studies, all reports come out')
    return bool(faults)


if __name__ == '__main__':
    sys.exit(main())
