#!/usr/bin/python3
"""Draws pages of reports as pictures. scripts/gallery.sh makes docs/gallery with it, and
tests/image its pages. (Debian's own python3, which has python3-pil.)

usage: pictures.py PROGRAM SOURCE_DIR WORK_DIR FOLDER [NAME...]

The list FOLDER/pages says which pictures there are, in lines of two kinds:
    reports RUN: ARGUMENTS               reports that are made, with the arguments of `ladle report`
    NAME = RUN/FILE.pdf: PATTERN         a picture: the first page with a line that begins as the
                                         regular expression PATTERN says
A page is found by what stands on it, so that it stays the same when others come or go before it.
(Lines of a table of contents begin with a page number and are not found.) WORK_DIR gets the
reports, FOLDER the pictures of the names given, or all.
"""
import functools
import pathlib
import re
import shutil
import subprocess
import sys

from PIL import Image

GALLERY_RESOLUTION = 80
GALLERY_COLOURS = 48


class Failure(Exception):
    """What is wrong, for the one who ran the script."""


def read_list(path):
    """The runs {name: arguments} and the pages {name: (pdf, pattern)} of a list."""
    runs, pages = {}, {}
    for number, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1):
        run = re.fullmatch(r'reports (\S+): (.*)', line)
        page = re.fullmatch(r'(\S+) += (\S+\.pdf): (.*)', line)
        if run:
            runs[run[1]] = run[2].split()
        elif page:
            pages[page[1]] = (page[2], page[3])
        elif line and not line.startswith('#'):
            raise Failure(f'{path}:{number}: neither reports nor a page: {line}')
    return runs, pages


def make_reports(program, source, runs, wanted, work):
    """Makes the reports of the runs that the wanted pages are on: WORK/RUN/FILE.pdf."""
    for name, arguments in runs.items():
        if not any(pdf.startswith(f'{name}/') for pdf, _ in wanted):
            continue
        shutil.rmtree(work / name, ignore_errors=True)
        made = subprocess.run([program, 'report', *arguments, '-o', work / name, '--quiet'],
                              cwd=source, capture_output=True, text=True, check=False)
        if made.returncode != 0:
            errors = [line for line in made.stderr.splitlines() if ' error: ' in line]
            raise Failure('\n'.join((f'ladle report {" ".join(arguments)} fails:', *errors)))


@functools.cache
def texts_of(pdf):
    """The text of each page, with lines as they stand."""
    if not pdf.exists():
        raise Failure(f'{pdf} was not made')
    return subprocess.run(['pdftotext', '-layout', pdf, '-'], capture_output=True, text=True,
                          check=True).stdout.split('\f')


def page_with(pdf, pattern):
    """The number of the first page with a line that begins so."""
    for number, page in enumerate(texts_of(pdf), 1):
        if re.search(rf'^ *(?:{pattern})', page, re.M):
            return number
    raise Failure(f'{pdf}: no page has a line that begins with "{pattern}"')


def draw(pdf, page, resolution, work, *options, tool='pdftoppm'):
    """One page as poppler draws it, at so many dots an inch."""
    stem = work / 'drawn'
    if tool == 'pdftocairo':
        options = ('-png', *options)
    subprocess.run([tool, '-r', str(resolution), *options, '-f', str(page), '-l', str(page),
                    '-singlefile', pdf, stem], check=True)
    path = next(p for p in (stem.with_suffix(s) for s in ('.png', '.pgm', '.ppm')) if p.exists())
    with Image.open(path) as picture:
        picture.load()
    path.unlink()
    return picture


def main():
    program, source, work, folder = (pathlib.Path(a).resolve() for a in sys.argv[1:5])
    work.mkdir(parents=True, exist_ok=True)
    runs, pages = read_list(folder / 'pages')
    names = sys.argv[5:] or list(pages)
    unknown = [name for name in names if name not in pages]
    if unknown:
        raise Failure(f'{folder / "pages"} has no {", ".join(unknown)}')
    make_reports(program, source, runs, [pages[name] for name in names], work)
    for name in names:
        pdf, pattern = pages[name]
        number = page_with(work / pdf, pattern)
        drawn = draw(work / pdf, number, GALLERY_RESOLUTION, work)
        few = drawn.quantize(GALLERY_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        few.save(folder / f'{name}.png', optimize=True)
        print(f'{name}.png: page {number} of {pdf}')


if __name__ == '__main__':
    try:
        main()
    except Failure as failure:
        sys.exit(f'pictures.py: {failure}')
