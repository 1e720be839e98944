#!/usr/bin/python3
"""A dozen pages look as they did: they are drawn as a reader sees them and compared with pictures.
(Debian's own python3, which has python3-pil.)

usage: run-pages.py PROGRAM SOURCE_DIR WORK_DIR [-u] [NAME...]

The list `pages` says which pages, the folder `expected` holds their pictures; likeness.py says what
counts as a difference. When there are any, WORK_DIR/differences.html shows what was expected, what
came, and where they differ.
-u takes what came, of all pages or the named ones, as expected: look at it before you believe it.
"""
import base64
import html
import io
import pathlib
import sys

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parents[2] / 'scripts')]
# pylint: disable=wrong-import-position
import likeness  # noqa: E402
import pictures  # noqa: E402
from PIL import Image, ImageChops  # noqa: E402

PAGE = '''<!DOCTYPE html>
<html lang="en"><meta charset="utf-8"><title>Pages that look different</title>
<style>body {{ font: 15px sans-serif; margin: 2em; background: #eee }}
figure {{ display: inline-block; margin: 0 1em 2em 0 }} figcaption {{ padding: .3em 0 }}
img {{ background: #fff; border: 1px solid #999 }}</style>
<h1>Pages that look different</h1>
<p>Pink in the third picture: here the two differ. If the new look is right, run
<code>tests/image/run-pages.py PROGRAM SOURCE_DIR WORK_DIR -u</code>.</p>
{}</html>
'''


def data_of(picture):
    data = io.BytesIO()
    picture.save(data, 'PNG')
    return 'data:image/png;base64,' + base64.b64encode(data.getvalue()).decode()


def marked(got, where):
    """The page in light grey, with the places that differ in pink."""
    pale = got.point([160 + v * 95 // 255 for v in range(256)]).convert('RGB')
    around = where.filter(likeness.ImageFilter.MaxFilter(5))
    return Image.composite(Image.new('RGB', got.size, (255, 60, 140)), pale,
                           ImageChops.multiply(around, Image.new('L', got.size, 150)))


def shown(name, said, trio):
    words = html.escape('; '.join(said))
    figures = ''.join(f'<figure><figcaption>{caption}</figcaption><img src="{data_of(picture)}"'
                      f' alt="{name}: {caption}"></figure>\n'
                      for caption, picture in zip(('expected', 'got', 'difference'), trio))
    return f'<h2>{html.escape(name)}</h2>\n<p>{words}</p>\n{figures}'


def main():
    program, source, work = (pathlib.Path(a).resolve() for a in sys.argv[1:4])
    names = [a for a in sys.argv[4:] if a != '-u']
    update = '-u' in sys.argv[4:]
    here = pathlib.Path(__file__).resolve().parent
    expected = here / 'expected'
    work.mkdir(parents=True, exist_ok=True)
    report = work / 'differences.html'
    report.unlink(missing_ok=True)
    runs, pages = pictures.read_list(here / 'pages')
    names = names or list(pages)
    pictures.make_reports(program, source, runs, [pages[name] for name in names], work)
    faults, sections = [], []
    for name in names:
        try:
            pdf, pattern = pages[name]
            number = pictures.page_with(work / pdf, pattern)
        except pictures.Failure as failure:
            faults.append(f'{name}: {failure}')
            continue
        drawn = pictures.draw(work / pdf, number, likeness.RESOLUTION * likeness.ENLARGED, work, '-gray')
        got, path = likeness.reduced(drawn), expected / f'{name}.png'
        if update:
            old = Image.open(path) if path.exists() else None
            if old is None or old.tobytes() != got.tobytes():
                got.save(path, optimize=True)
                print(f'{name}: page {number} of {pdf} is now expected')
            continue
        if not path.exists():
            faults.append(f'{name}: there is no picture of it; -u makes one')
            continue
        want = Image.open(path)
        said, where = likeness.differences(want, got)
        if said:
            faults.append(f'{name}, page {number} of {pdf}: {"; ".join(said)}')
            sections.append(shown(name, said, (want, got, marked(got, where))))
    strays = {p.stem for p in expected.glob('*.png')} - set(pages)
    if strays and update:
        for name in strays:
            (expected / f'{name}.png').unlink()
    elif strays:
        faults.append(f'no page of the list: expected/{", ".join(sorted(strays))}.png')
    if sections:
        report.write_text(PAGE.format(''.join(sections)), encoding='utf-8')
        faults.append(f'Look at {report}')
    if faults or not update:
        print('\n'.join(faults) or f'{len(names)} pages look as they did')
    sys.exit(1 if faults else 0)


if __name__ == '__main__':
    try:
        main()
    except pictures.Failure as failure:
        sys.exit(str(failure))
