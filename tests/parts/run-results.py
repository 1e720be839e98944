#!/usr/bin/env python3
"""The parts of the main results, each replaced by a text of the author's: the text stands in them, once and in the
part's place, what Ladle composes for it does not, and the other parts are as they were. Left out, it is gone."""
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

D = '{urn:x-ladle:document}'
PARTS = ['results-title', 'results-figures', 'results-matrix', 'results-why', 'results-what', 'results-sure']
OWN = 'Forfatterens egne ord'


def results(program, sample, work, name, part=None, left_out=False):
    """The texts of the blocks of the main results, in order."""
    folder = work / name
    for path in sample.rglob('*'):
        if path.is_file() and '.ladle' not in path.parts:
            to = folder / path.relative_to(sample)
            to.parent.mkdir(parents=True, exist_ok=True)
            to.write_bytes(path.read_bytes())
    (folder / 'advice.xml').write_text('<texts xmlns="urn:x-ladle:study" version="1" xml:lang="da"><section chapter="recommendations">'
                                       '<recommendation id="r1">Aftal det først.</recommendation></section></texts>', encoding='utf-8')
    if left_out:
        study = (folder / 'study.xml').read_text(encoding='utf-8')
        (folder / 'study.xml').write_text(study.replace('<wave ', f'<leave-out part="{part}"/><wave ', 1), encoding='utf-8')
    elif part:
        (folder / 'own.xml').write_text('<texts xmlns="urn:x-ladle:study" version="1" xml:lang="da">'
                                        f'<section chapter="{part}"><p>{OWN}.</p></section></texts>', encoding='utf-8')
    run = subprocess.run([program, 'report', str(folder), '--only', 'final', '--dump', 'document'], capture_output=True, text=True)
    if run.returncode:
        return [run.stderr[-300:]], ''
    section = next(e for e in ET.fromstring(run.stdout).iter(D + 'section') if e.get('id') == 'results')
    kinds = {D + k for k in ('h1', 'h2', 'p', 'li', 'tr')}
    return [' '.join(''.join(e.itertext()).split()) for e in section.iter() if e.tag in kinds], run.stderr


def main():
    program, sample = sys.argv[1], Path(sys.argv[2]) / 'samples/small'
    faults, places = [], []
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        whole = results(program, sample, work, 'whole')[0]
        for part in PARTS:
            own = results(program, sample, work, part, part)[0]
            gone = results(program, sample, work, part + '-out', part, True)[0]
            at = [n for n, words in enumerate(own) if OWN in words]
            if len(at) != 1:
                faults.append(f'{part}: the text stands {len(at)} times: {own[:1]}')
                continue
            before = [w for w in own[:at[0]] if w not in whole]
            after = [w for w in own[at[0] + 1:] if w not in whole]
            if before or after:
                faults.append(f'{part}: other parts have changed: {(before + after)[:2]}')
            if len([w for w in whole if w not in own]) == 0:
                faults.append(f'{part}: all that is composed stands as well')
            if any(OWN in w for w in gone) or len(gone) >= len(whole) + 1 or (part != 'results-title' and gone == whole):
                faults.append(f'{part}: left out, it is still there')
            places.append(len([w for w in own[:at[0]] if w in whole]))
    if places != sorted(places):
        faults.append(f'the texts stand in another order than the parts: {places}')
    print('\n'.join(faults) or f'{len(PARTS)} parts of the main results give place to a text')
    return bool(faults)


if __name__ == '__main__':
    sys.exit(main())
