#!/usr/bin/env python3
"""How many pages the reports of the samples have at most. A report that grows past its bound repeats itself or
prints what nobody reads: mend that, not the bound. No page of them is turned, and none ends early for want of
something that fits. The summary of a partnership is one page that holds three of the elements nearest to the next type at
least; its lines stand where those of all pages do, which takes the room of more. Contents, with the list of figures,
stand on one page. A cover without the matrix has no band for it."""
import importlib.util
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import reports

# sample, arguments, report, most pages
BOUNDS = [
    ('midt', ['--wave', 'w1'], 'final', 60),
    ('midt', ['--wave', 'w2'], 'final', 66),
    ('midt', ['--wave', 'w1', '--set', 'evidence=none'], 'final', 45),
    ('midt', ['--wave', 'w2', '--set', 'evidence=none'], 'final', 45),
    ('midt', ['--wave', 'w1'], 'partnerskab-e', 4),
    ('midt', ['--wave', 'w2'], 'partnerskab-e', 4),
]

# Reports of which no page is turned, and none before the end of its chapter less full than LEAST per cent: what is
# free below a table is less than the half page that a figure takes.
UPRIGHT = [('midt', ['--wave', wave], report) for wave in ('w1', 'w2')
           for report in ('final', 'partnerskab-a', 'partnerskab-b', 'partnerskab-c', 'partnerskab-d')] + \
          [('small', [], 'final'), ('small', [], 'partnerskab-a'), ('small', [], 'partnerskab-b'),
           ('centres', [], 'final'), ('centres', [], 'center-a'), ('centres', [], 'center-o')]
LEAST = 45
FEWEST = 3  # elements nearest to the next type, where there are so many


def dump(program, study, arguments, report, work):
    run = subprocess.run([program, 'report', str(study), '-o', work, '--only', report, '--dump', 'pages', *arguments],
                         capture_output=True, text=True)
    return run.stdout, run.stderr


def page_fill(root):
    """The script that says how full pages are."""
    spec = importlib.util.spec_from_file_location('page_fill', root / 'scripts' / 'page_fill.py')
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def fills_are_right(script):
    """Pages made up: what is empty above, between and below what stands there is empty, gaps of a line are not."""
    height, top = 841.89, script.TOP
    area = height - script.TOP - script.BOTTOM
    for bands, fill in (([(0, 1)], 1), ([(0, .3), (.5, .7)], .5), ([(.4, 1)], .6), ([(.9, 1)], .1),
                        ([(0, .5), (.54, 1)], 1), ([], 0)):
        page = script.Page(1, '1', 'main', height)
        for first, last in bands:
            page.add('path', top + first * area, (last - first) * area, 'layout', '')
        if abs(page.fill() - fill) > 0.01:
            return f'bands {bands} fill {page.fill():.2f} of a page, not {fill}'
    return None


def contents_pages(pages_text):
    """The pages on which lines of contents stand."""
    above, kind, found, page = {}, {}, set(), 0
    for node, parent, role in re.findall(r'^structure (\d+) in (\d+) (\S+)', pages_text, re.M):
        above[node], kind[node] = parent, role
    for number, node in re.findall(r'^page (\d+) |^  text .*? Link\.(\d+) ', pages_text, re.M):
        page = int(number or page)
        while node in above and kind[node] != 'TOCI' and above[node] != node:
            node = above[node]
        if kind.get(node) == 'TOCI':
            found.add(page)
    return sorted(found)


def bare_cover(program, folder, work):
    """The kinds of page of the cover, with the matrix and without."""
    masters = []
    for leave_out in ([], ['cover-matrix']):
        study = reports.Sample(program, folder, 'w1', work).study(leave_out, '')
        pages, said = dump(program, study, [], 'final', work)
        masters.append((re.findall(r'^page 1 .*master (\S+)', pages, re.M) or [said.strip()[-200:]])[0])
        shutil.rmtree(study)
    return masters


def faults_of(script, pages_text):
    pages = script.read(pages_text.splitlines())
    if not pages:
        yield 'no pages'
    if len(contents_pages(pages_text)) != 1:
        yield f'contents stand on pages {contents_pages(pages_text)}'
    for number in re.findall(r'^page (\d+) .* size ', pages_text, re.M):
        yield f'page {number} is turned'
    for page, ends in script.short_pages(pages, LEAST):
        if not ends:
            yield f'page {page.number} is {page.fill() * 100:.0f} % full, and its chapter goes on'


def summary_faults(text):
    """Of a partnership's report: the summary is one page, and three rows of it at least stand there."""
    pages = re.split(r'^(?=page )', text, flags=re.M)[1:]
    at = [n for n, page in enumerate(pages) if '"Hvor sikker er' in page]
    if len(at) != 1:
        yield f'{len(at)} pages say how certain the placement is'
    for n in at:
        if '"Antal elementer' not in pages[n]:
            yield 'the summary is more than one page'
        room = re.search(r'plads[_ ]til[_ ](\d+)', pages[n])
        if room and int(room[1]) < FEWEST:
            yield f'the summary has room for {room[1]} of the elements nearest to the next type'


def main():
    program, root = sys.argv[1], Path(sys.argv[2])
    script = page_fill(root)
    wrong = fills_are_right(script)
    if wrong:
        print(f'scripts/page_fill.py: {wrong}')
    failed = bool(wrong)
    with tempfile.TemporaryDirectory() as work:
        for sample, arguments, report, most in BOUNDS:
            text, said = dump(program, root / 'samples' / sample, arguments, report, work)
            count = len(re.findall(r'^page ', text, re.M))
            print(f'{sample} {" ".join(arguments)} {report}: {count} pages, at most {most}')
            if not 0 < count <= most:
                failed = True
                print(said.strip()[-300:])
        for sample, arguments, report in UPRIGHT:
            text, _ = dump(program, root / 'samples' / sample, arguments, report, work)
            own = summary_faults(text) if sample == 'midt' and report != 'final' else ()
            for fault in [*faults_of(script, text), *own]:
                failed = True
                print(f'{sample} {" ".join(arguments)} {report}: {fault}')
        masters = bare_cover(program, root / 'samples' / 'small', work)
        if masters != ['cover', 'cover-bare']:
            failed = True
            print(f'small: covers with the matrix and without are {masters}')
    return failed


if __name__ == '__main__':
    sys.exit(main())
