#!/usr/bin/env python3
"""With <leave-out part="composed"/> Ladle adds no sentence that was not asked for: of all labels that are a
sentence none is printed in a paragraph of any report, but those that stay by the contract. The same labels
are spoken without it, in so many reports, so that their absence says something.

usage: run-composed.py PROGRAM SOURCE_DIR"""
import html
import re
import sys
import tempfile
from pathlib import Path

import reports

STUDIES = [('midt', 'w2', 'final'), ('midt', 'w1', 'final'), ('midt', 'w2', 'd'), ('midt', 'w1', 'b'), ('midt', 'w2', 'o'),
           ('small', 'w1', 'final'), ('small', 'w1', 'nord')]
STAY = '|'.join((
    r'results\..*|moves\.weak.*|summary\..*',         # main results, and a partnership's
    r'sure\..*|verdict\..*|final\.pivotal.*|final\.coders\.weak|changes\.jump.*',   # how certain, and what is weak
    r'composed\..*|evidence\.none',                   # cells of figure 2
    r'key\..*|cover\..*|final\.cover\..*|colophon\..*|final\.colophon\..*',   # legends, cover, colophon
    r'explained\.(?!more|levels\.note).*|method\..*|final\.method\..*',       # parts that are words:
    r'final\.coverage\..*|final\.codes\.(most|never)|final\.factors\..*\.(silent|none)|activity\.facts\..*',
    r'contradictions\.(?!lead).*|evidence\.held\..*|activity\.presence\.small|'   # what is not shown
    r'texts\.written|recommendation\.about',
))
SPOKEN_AT_LEAST = 60  # labels that are heard in these reports where composed sentences stand
FIXED_AT_LEAST = 18   # letters of a label besides what is filled in, to tell it by


def sentences(root):
    """(id, pattern) of each label that is a sentence and can be told from others."""
    text = (root / 'templates/language/da.xml').read_text(encoding='utf-8')
    for name, words in re.findall(r'<label id="([^"]+)">(.*?)</label>', text, re.S):
        words = ' '.join(html.unescape(words).split())
        fixed = re.split(r'\{[^}]*\}', words)
        if words.endswith('.') and len(''.join(fixed)) >= FIXED_AT_LEAST and not re.fullmatch(STAY, name):
            yield name, re.compile('.+?'.join(re.escape(piece) for piece in fixed))


def spoken(document, labels):
    """What is printed of these labels, by their ids."""
    found = {}
    for p in document.iter(reports.D + 'p'):
        words = ' '.join(''.join(p.itertext()).split())
        for name, pattern in labels:
            if pattern.search(words):
                found.setdefault(name, words)
    return found


def main():
    program, root = sys.argv[1], Path(sys.argv[2])
    labels, faults, heard = list(sentences(root)), [], set()
    with tempfile.TemporaryDirectory() as work:
        for name, wave, report in STUDIES:
            sample = reports.Sample(program, root / 'samples' / name, wave, work)
            heard |= set(spoken(sample.report(report)[0], labels))
            said = spoken(sample.report(report, leave_out=('composed',))[0], labels)
            faults += [f'{name} {wave}, {report}: {label} is still said: {words[:110]}' for label, words in said.items()]
    if len(heard) < SPOKEN_AT_LEAST:
        faults.append(f'only {len(heard)} of {len(labels)} labels are heard at all')
    print('\n'.join(faults) or f'{len(heard)} labels fall silent')
    return bool(faults)


if __name__ == '__main__':
    sys.exit(main())
