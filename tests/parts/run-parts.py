#!/usr/bin/env python3
"""Each part of the reports (src/study/parts.def) by itself, in each report that lists it: placed by a text it
stands there, once, and nowhere else; left out it is gone, nothing else is, and the colophon names it. What a
part is made of is taken from the report itself: it is what stands where a text places it. Last, all parts are
left out together, and the reports come out.

usage: run-parts.py PROGRAM SOURCE_DIR [WORK_DIR [PART ...]]"""
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import reports

# sample, round, reports, and the parts looked at (none: all). Voices do not differ in midt's second round.
STUDIES = [('midt', 'w2', ['final', 'd'], None), ('midt', 'w1', ['final', 'b'], ['voices'])]
EMPTY = {('w2', 'final', 'voices'), ('w2', 'd', 'voices')}
# What goes or comes along with a part: the lead over it, its list among the appendices, the words on the
# cover that lead to it; where several types are one table, the head and note of each table made of it; and
# the title of the results, which is a paragraph where an author places it.
ALONG = {
    ('PARTNERSHIP', 'figure-2'): r'p Figuren følger rammens .*',
    ('FINAL', 'results-title'): r'p 2 af 4 partnerskaber .*',
    ('FINAL', 'factors'): r'p Litteraturen nævner .*',
    ('FINAL', 'matrix'): r'p Hver række er et partnerskab, hver kolonne .*',
    ('PARTNERSHIP', 'timeline'): r't[hd] .*',
    **{(where, 'method'): r'p Reglerne i detaljer: .*' for where in ('FINAL', 'PARTNERSHIP')},
    **{(where, 'evidence'): r'p (Figuren følger rammens|Linjen under teksten|Her er alle niveauer samlet|Desuden).*' for where in ('FINAL', 'PARTNERSHIP')},
    **{('PARTNERSHIP', f'figure-{n}'): r'figcaption .* med partnerskabets egne felter mærket|th .*|p Et mærket felt .*' for n in (4, 5, 6)},
}
COLOPHON = r'th Udeladt|td .*'


def told(part, report, how, gone, come):
    """What else went or came."""
    along = ALONG.get(('FINAL' if report == 'final' else 'PARTNERSHIP', part), '$^')
    for what, counter in (('gone', gone), ('new', come)):
        allowed = f'{along}|{COLOPHON}' if what == 'new' and how == 'left out' else along
        rest = Counter({item: n for item, n in counter.items() if not re.fullmatch(allowed, f'{item[0]} {item[2]}')})
        if rest:
            yield f'{report}: {part} is {how}, and {what} is also {reports.listed(rest)}'


def faults_of_placed(sample, report, part, whole, own):
    """own: filled with what the part is made of."""
    body = f'<p>Før {part}.</p><place part="{part}"/><p>Efter {part}.</p>'
    chapter = 'future' if report == 'final' else 'recommendations'
    found = reports.items(sample.report(report, texts=reports.section(chapter, sample.wave, report, body, 'Her'))[0])
    marks = [n for n, (_, _, words) in enumerate(found) if words in (f'Før {part}.', f'Efter {part}.')]
    if len(marks) != 2:
        yield f'{report}: the text that places {part} stands there {len(marks) / 2} times'
        return
    own += found[marks[0] + 1:marks[1]]
    if not own and (sample.wave, report, part) not in EMPTY:
        yield f'{report}: {part} is placed, but nothing of it stands there'
    now = reports.without_heads(found[:marks[0]] + own + found[marks[1] + 1:])
    yield from told(part, report, 'placed', reports.without_heads(whole) - now, now - reports.without_heads(whole))


def without_numbers(found):
    """Without a list of evidence nothing has a number that leads there: words alone are compared."""
    bare = [(name, where, ' '.join(re.findall(r'\w+', re.sub(r'E-\d+', '', words)))) for name, where, words in found]
    return [item for item in bare if item[2]]


def faults_of_left_out(sample, report, part, where, whole, own):
    found = reports.items(sample.report(report, leave_out=(part,))[0])
    if part == 'evidence':
        found, whole, own = without_numbers(found), without_numbers(whole), without_numbers(own)
    named, here = any(words == 'Udeladt' for _, _, words in found), reports.lists(where, report)
    if named != here:
        yield f'{report}: {part} is left out, {"but" if here else "no part of it, and"} the colophon {"does not name" if here else "names"} it'
    gone = reports.without_heads(whole) - reports.without_heads(found)
    come = reports.without_heads(found) - reports.without_heads(whole)
    kept = Counter({item: n for item, n in (reports.without_heads(own) - gone).items() if item[2] not in
                    [words for name, _, words in whole if name in reports.HEADS]})
    along = ALONG.get(('FINAL' if report == 'final' else 'PARTNERSHIP', part), '$^')
    kept = Counter({item: n for item, n in kept.items() if not re.fullmatch(along, f'{item[0]} {item[2]}')})
    if kept:
        yield f'{report}: {part} is left out, but of it there still stands {reports.listed(kept)}'
    if own:
        yield from told(part, report, 'left out', gone - reports.without_heads(own), come)


def faults_of(sample, report, whole, part, where, uses):
    own = []
    try:
        if 'PLACED' in uses and reports.lists(where, report):
            yield from faults_of_placed(sample, report, part, whole, own)
        yield from faults_of_left_out(sample, report, part, where, whole, own)
    except RuntimeError as error:
        yield f'{report}, {part}: {error}'


def faults_of_all(program, root, parts, work):
    """Nothing at all of what can be left out, in real reports."""
    sample = reports.Sample(program, root / 'samples/small', 'w1', work)
    folder = sample.study([name for name, _, _ in parts], '')
    run = subprocess.run([program, 'report', str(folder), '-o', str(folder / 'o'), '--quiet'], capture_output=True, text=True)
    if run.returncode:
        yield f'all parts left out: {run.stderr.strip()[-400:]}'


def main():
    program, root = sys.argv[1], Path(sys.argv[2])
    parts, faults, n = reports.parts(root), [], 0
    with tempfile.TemporaryDirectory() as work:
        for name, wave, made, only in STUDIES:
            sample = reports.Sample(program, root / 'samples' / name, wave, work)
            for report in made:
                whole = reports.items(sample.report(report)[0])
                for part in parts:
                    if (only and part[0] not in only) or (sys.argv[4:] and part[0] not in sys.argv[4:]):
                        continue
                    faults += faults_of(sample, report, whole, *part)
                    n += 1
        faults += faults_of_all(program, root, parts, work)
    print('\n'.join(faults) or f'{n} parts of reports, each left out and placed')
    return bool(faults)


if __name__ == '__main__':
    sys.exit(main())
