#!/usr/bin/env python3
"""What authors write is printed. A text for each chapter and each part that a report has (src/study/chapters.def,
parts.def) stands in that report once, with its title, the section in it and a box of the same chapter; so it
does where a partnership was not assessed, where the study has one round, where every part is left out, and
where every part is placed, which its text then follows. Titles are those of sections with a number, but
in the chapters that have none.

usage: run-texts.py PROGRAM SOURCE_DIR"""
import re
import sys
import tempfile
from pathlib import Path

import reports

D = reports.D
STUDIES = [('midt', 'w2', 'final'), ('midt', 'w2', 'b'), ('midt', 'w2', 'o'), ('small', 'w1', 'final'), ('small', 'w1', 'nord')]
# Pages without a number, and what stands on them.
UNNUMBERED = {'FINAL': r'foreword|results|placement-explained|results-.*', 'PARTNERSHIP': r'summary|certainty|placement-explained'}


def names_in(root, report):
    """Chapters and parts of a report, each once."""
    listed = [name for name, where in reports.chapters(root) if reports.lists(where, report)]
    return listed + [name for name, where, _ in reports.parts(root)
                     if reports.lists(where, report) and name not in listed and name not in ('composed', 'cover-matrix')]


def texts_for(names, wave, report, places=()):
    of = '' if report == 'final' else f' partnership="{report}"'
    texts = ''.join(
        reports.section(name, wave, report, f'<p>Ord om {name}.</p><section><title>Under {name}</title><p>Mere om {name}.</p>'
                        '</section>', f'Titel {name}')
        + f'<box kind="note" chapter="{name}" wave="{wave}"{of}><p>Boks om {name}.</p></box>' for name in names)
    home = 'future' if report == 'final' else 'recommendations'
    texts += f'<finding element="goals" wave="{wave}"{of}><p>Om elementet.</p></finding>'
    return texts + ''.join(reports.section(home, wave, report, f'<p>Før {p}.</p><place part="{p}"/><p>Efter {p}.</p>')
                           for p in places)


def number_of(document, title):
    """The numbering of the section that a title opens; None: the title is no section's."""
    for section in document.iter(D + 'section'):
        for head in section:
            if head.tag[len(D):] in reports.HEADS and ''.join(head.itertext()) == title:
                return section.get('numbering')
    return None


def faults_of(sample, report, names, how, leave_out=(), places=()):
    document, said = sample.report(report, leave_out, texts_for(names, sample.wave, report, places))
    printed = [words for _, _, words in reports.items(document)]
    unnumbered = UNNUMBERED['FINAL' if report == 'final' else 'PARTNERSHIP']
    for name in names:
        for words in (f'Titel {name}', f'Ord om {name}.', f'Under {name}', f'Mere om {name}.', f'Boks om {name}.'):
            if printed.count(words) != 1:
                yield f'"{words}" stands there {printed.count(words)} times'
        if not places and not re.fullmatch(unnumbered, name):
            for title in (f'Titel {name}', f'Under {name}'):
                if number_of(document, title) not in ('decimal', 'letter'):
                    yield f'"{title}" has no number'
    # In a row of figure 2, or without one in its chapter; left out with the figure, which "check" says.
    told = 'no report holds this finding: findings are printed in figure-2, which' in said
    if 'figure-2' not in places and printed.count('Om elementet.') + told != 1:
        yield f'a finding stands there {printed.count("Om elementet.")} times'
    for part in set(places) & set(names):
        if f'Boks om {part}.' in printed and printed[printed.index(f'Efter {part}.') - 1] != f'Boks om {part}.':
            yield f'what is written for {part} does not stand right behind it where it is placed'


def main():
    program, root = sys.argv[1], Path(sys.argv[2])
    faults = []
    with tempfile.TemporaryDirectory() as work:
        for name, wave, report in STUDIES:
            sample = reports.Sample(program, root / 'samples' / name, wave, work)
            names = names_in(root, report)
            own_chapters = [chapter for chapter, _ in reports.chapters(root)]
            parts = [p for p, where, uses in reports.parts(root) if reports.lists(where, report)]
            placed = [p for p, where, uses in reports.parts(root) if reports.lists(where, report) and 'PLACED' in uses]
            for how, more in (('plain', {}), ('all parts left out', {'leave_out': parts}),
                              ('all parts placed', {'places': [p for p in placed if p not in own_chapters]})):
                try:
                    faults += [f'{name} {wave}, {report}, {how}: {fault}' for fault in faults_of(sample, report, names, how, **more)]
                except RuntimeError as error:
                    faults.append(f'{name} {wave}, {report}, {how}: {error}')
    print('\n'.join(faults) or f'{len(STUDIES)} reports, each text of theirs in them once')
    return bool(faults)


if __name__ == '__main__':
    sys.exit(main())
