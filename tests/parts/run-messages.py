#!/usr/bin/env python3
"""The line above a chart or table is the author's where the study gives one: each part that has a message
(src/study/parts.def) is given words of its own, in every report that has the part, and each such line
stands in that report once, as a message, and nowhere else."""
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

D = '{urn:x-ladle:document}'
PART = re.compile(r'LADLE_PART\("([a-z0-9-]+)", ([A-Z| ]+), ([A-Z0| ]+)\)')
# sample, wave, partnerships whose reports are made.
STUDIES = [('small', 'w1', ['nord']), ('midt', 'w2', ['b', 'c'])]


def copy(sample, folder):
    for path in Path(sample).rglob('*'):
        if path.is_file() and '.ladle' not in path.parts:
            to = folder / path.relative_to(sample)
            to.parent.mkdir(parents=True, exist_ok=True)
            to.write_bytes(path.read_bytes())


def lines(document):
    return [' '.join(''.join(p.itertext()).split()) for p in document.iter(D + 'p') if p.get('class') == 'message']


def words(part, partnership):
    return f'Det viser {part} i {partnership or "det hele"}'


def faults_of(program, root, sample, wave, partnerships, parts, work):
    folder = Path(work) / sample
    copy(root / 'samples' / sample, folder)
    given = [(part, p) for part, where in parts for p in [None, *partnerships]
             if ('PARTNERSHIP' if p else 'FINAL') in where]
    (folder / 'texts-messages.xml').write_text(
        '<texts xmlns="urn:x-ladle:study" version="1">' + ''.join(
            f'<message part="{part}" wave="{wave}"' + (f' partnership="{p}"' if p else '') + f'>{words(part, p)}</message>'
            for part, p in given) + '</texts>', encoding='utf-8')
    for report in [None, *partnerships]:
        run = subprocess.run([program, 'report', str(folder), '-o', str(folder / 'o'), '--wave', wave, '--dump', 'document',
                              '--only', report or 'final'], capture_output=True, text=True)
        if run.returncode:
            yield f'{sample}, {report or "final"}: {run.stderr.strip()[-300:]}'
            continue
        printed = lines(ET.fromstring(run.stdout))
        for part, p in given:
            count = printed.count(words(part, p))
            if count != (p == report):
                yield f'{sample}, {report or "final"}: the message of {part} for {p or "final"} stands there {count} times'


def main():
    program, root = sys.argv[1], Path(sys.argv[2])
    parts = [(m[1], m[2]) for m in PART.finditer((root / 'src/study/parts.def').read_text()) if 'MESSAGE' in m[3]]
    parts += [(f'figure-{n}', 'FINAL | PARTNERSHIP') for n in (4, 5, 6)]
    with tempfile.TemporaryDirectory() as work:
        faults = [fault for study in STUDIES for fault in faults_of(program, root, *study, parts, work)]
    print('\n'.join(faults) or f'{len(parts)} parts, each with the message its author gave it')
    return bool(faults)


if __name__ == '__main__':
    sys.exit(main())
