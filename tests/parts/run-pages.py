#!/usr/bin/env python3
"""How many pages the reports of the samples have at most. A report that grows past its bound repeats itself or
prints what nobody reads: mend that, not the bound. No page of them is turned, and none ends early for want of
something that fits. The summary of a partnership is one page that holds all the elements nearest to the next type:
what it says of how many there is room for is for studies with longer texts."""
import importlib.util
import re
import subprocess
import sys
import tempfile
from pathlib import Path

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


def faults_of(script, pages_text):
    pages = script.read(pages_text.splitlines())
    if not pages:
        yield 'no pages'
    for number in re.findall(r'^page (\d+) .* size ', pages_text, re.M):
        yield f'page {number} is turned'
    for page, ends in script.short_pages(pages, LEAST):
        if not ends:
            yield f'page {page.number} is {page.fill() * 100:.0f} % full, and its chapter goes on'


def summary_faults(text):
    """Of a partnership's report: the summary is one page, and no row of it was left out."""
    pages = re.split(r'^(?=page )', text, flags=re.M)[1:]
    at = [n for n, page in enumerate(pages) if '"Hvor sikker er' in page]
    if len(at) != 1:
        yield f'{len(at)} pages say how certain the placement is'
    for n in at:
        if '"Antal elementer' not in pages[n]:
            yield 'the summary is more than one page'
        if re.search(r'plads(_| )til', pages[n]):
            yield 'the summary has no room for the elements nearest to the next type'


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
    return failed


if __name__ == '__main__':
    sys.exit(main())
