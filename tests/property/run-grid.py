#!/usr/bin/env python3
"""Where type stands on the pages of the samples' reports.

usage: run-grid.py PROGRAM SOURCE_DIR WORK_DIR

Asked of the pages as text (--dump pages), for every report tried:
    running text stands on lines 14 pt apart, the same on every page; a list may stand half a line lower
    what opens a chapter stands at one height in all chapters that begin a page
    a drawing that goes on on another page says there what it is
    a title of up to eight lines ends two lines above the subtitle at least
"""
import collections
import pathlib
import re
import shutil
import subprocess
import sys

GRID = 14.0
RUN = re.compile(r'  text (\S+) (\S+) (\S+) (\S+) (\S+) (Noto \S+)( bold)?( italic)? (\d+\.\d+) \S+ "(.*)"$')
FIRST_BASELINE = 90.25                    # of text at the top of a page: A4 with 28 mm above
TEXT_LEFT, INDENT = 70.87, 14.0
SUBTITLE = 327.4                         # its baseline on the cover, 115.5 mm


def pages_of(program, study, arguments):
    command = [program, 'report', study, '--dump', 'pages', *arguments]
    run = subprocess.run(command, capture_output=True, text=True, timeout=600)
    if run.returncode:
        sys.exit(f'{" ".join(command)}: status {run.returncode}\n{run.stderr}')
    pages = []
    for line in run.stdout.splitlines():
        if re.match(r'page \d+ label', line):
            pages.append((line, []))
        elif pages and (match := RUN.match(line)):
            x, y, _, _, structure, font, bold, _, size, words = match.groups()
            pages[-1][1].append((float(x), float(y), structure.split('.')[0], font, bool(bold), float(size), words))
    return pages


def off_the_grid(pages):
    """Runs of text that stand between the lines."""
    for name, runs in pages:
        for x, y, structure, font, _, size, words in runs:
            if structure != 'P' or font != 'Noto Serif' or size != 10.0:
                continue
            off = (y - FIRST_BASELINE) % GRID
            near = min(off, GRID - off)
            in_list = x >= TEXT_LEFT + INDENT - 0.1 and abs(near - GRID / 2) < 0.05
            if near > 0.05 and not in_list:
                yield f'{name}: “{words}” stands {off:.2f} pt below a line'


def chapter_heights(pages):
    """Baselines of the chapter titles that come first on their page."""
    heights = collections.Counter()
    for _, runs in pages:
        own = [run for run in runs if run[2] not in ('pagination', 'layout')]
        if own and own[0][2] == 'H1' and own[0][5] == 22.0:
            heights[own[0][1]] += 1
    return heights


def goes_on(program, small, work):
    """Pages that begin with a timeline's own number and say that it goes on, of a programme with many events."""
    study = pathlib.Path(work) / 'events'
    shutil.rmtree(study, ignore_errors=True)
    shutil.copytree(small, study)
    file = study / 'study.xml'
    events = ''.join(f'<event date="2015-{month:02}-{day:02}">Møde nr. {month * 28 + day}</event>'
                     for month in range(1, 13) for day in range(1, 28, 4))
    text = file.read_text(encoding='utf-8').replace('</study>', events + '</study>')
    file.write_text(text, encoding='utf-8')
    pages = pages_of(program, str(study), ['--only', 'final'])
    return [index for index, (_, runs) in enumerate(pages)
            if any(re.match(r'Diagram \d', run[6].replace('\\_', ' ')) and run[4] for run in runs[:6])
            and sum('fortsat' in run[6] for run in runs[:10]) == 1]


def title_ends(program, small, work):
    """Baselines of the last line of titles, by their number of words."""
    ends = {}
    for words in (4, 12, 20, 34):
        study = pathlib.Path(work) / f'title-{words}'
        shutil.rmtree(study, ignore_errors=True)
        shutil.copytree(small, study)
        file = study / 'study.xml'
        title = ' '.join(['partnerskab', 'om', 'mange', 'virksomhedsbesøg'][i % 4] for i in range(words))
        text, n = re.subn(r'<title>[^<]*</title>', f'<title>{title}</title>', file.read_text(encoding='utf-8'), count=1)
        assert n == 1, file
        file.write_text(text, encoding='utf-8')
        cover = pages_of(program, str(study), ['--only', 'final'])[0][1]
        sizes = [run[5] for run in cover if run[2] == 'P' and run[3] == 'Noto Serif']
        ends[words] = max(run[1] for run in cover if run[3] == 'Noto Serif' and run[5] == max(sizes))
    return ends


def main():
    program, source, work = sys.argv[1:4]
    midt, small = f'{source}/samples/midt', f'{source}/samples/small'
    failed = tried = 0
    for study, arguments in ((midt, ['--only', 'final', '--wave', 'w2']),
                             (midt, ['--only', 'b', '--wave', 'w2']),
                             (midt, ['--only', 'b', '--wave', 'w2', '--language', 'en']),
                             (small, ['--only', 'final'])):
        pages = pages_of(program, study, arguments)
        text = sum(run[2] == 'P' and run[5] == 10.0 for _, runs in pages for run in runs)
        wrong = list(off_the_grid(pages))
        heights = chapter_heights(pages)
        if text < 30 or len(heights) == 0:
            wrong.append(f'only {text} pieces of running text and {sum(heights.values())} chapters found')
        if len(heights) > 1:
            wrong.append(f'chapters begin at different heights: {dict(heights)}')
        for message in wrong[:10]:
            print(f'{study} {" ".join(arguments)}: {message}')
        failed += bool(wrong)
        tried += 1

    said = goes_on(program, small, work)
    if not said or said != list(range(said[0], said[0] + len(said))):
        print(f'the timeline says that it goes on on pages {said}, which do not follow each other')
        failed += 1
    ends = title_ends(program, small, work)
    if max(ends.values()) > SUBTITLE - 2 * GRID:
        print(f'titles end at these heights, by their number of words: {ends}')
        failed += 1
    print(f'{tried} reports, {failed} failures')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
