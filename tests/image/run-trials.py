#!/usr/bin/python3
"""The comparison of pages sees what a reader would see, and nothing else. Pages of the sample are
drawn once as they are, once with one small fault in the PDF, and once as another renderer draws them.
(Debian's own python3, which has python3-pil.)

usage: run-trials.py PROGRAM SOURCE_DIR WORK_DIR
"""
import pathlib
import re
import subprocess
import sys

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parents[2] / 'scripts')]
# pylint: disable=wrong-import-position
import likeness  # noqa: E402
import pictures  # noqa: E402

ENLARGED = likeness.RESOLUTION * likeness.ENLARGED
A_MILLIMETRE = 72 / 25.4
EACH = 4


def drawn(pdf, page, work, tool='pdftoppm'):
    return likeness.reduced(pictures.draw(pdf, page, ENLARGED, work, '-gray', tool=tool))


def contents_of(pdf, page, work):
    """The page alone as a PDF that can be edited, and where its drawing stands in it."""
    alone = work / 'alone.pdf'
    subprocess.run(['qpdf', pdf, '--pages', '.', str(page), '--', '--qdf', '--object-streams=disable',
                    '--warning-exit-0', alone], check=True)
    data = alone.read_bytes()
    for stream in re.finditer(rb'stream\n(.*?)endstream', data, re.S):
        if b' BDC' in stream[1] and b' cm\n' in stream[1]:
            return data, stream.span(1)
    raise SystemExit(f'{pdf}: the drawing of page {page} was not found')


def with_fault(data, span, place, words, work):
    """The PDF with the part `place` of its drawing replaced."""
    start = span[0]
    edited, mended = work / 'edited.qdf', work / 'edited.pdf'
    edited.write_bytes(data[:start + place[0]] + words + data[start + place[1]:])
    with mended.open('wb') as out:
        subprocess.run(['fix-qdf', edited], stdout=out, check=True)
    return mended


def moved_lines(drawing):
    """Each text of letters a millimetre lower."""
    for text in re.finditer(rb' -[\d.]+ [\d.]+ ([\d.]+) Tm\n.*\n.*[(][A-Za-z]', drawing):
        yield text.span(1), b'%.3f' % (float(text[1]) + A_MILLIMETRE)


def lost_rules(drawing):
    """Each rule over the width of the text left out."""
    for rule in re.finditer(rb'[\d.]+ [\d.]+ (\d+)[\d.]* 0\.3\d+ re f\n', drawing):
        if int(rule[1]) > 300:
            yield rule.span(), b'n\n'


def emptied_symbols(drawing):
    """Each half-filled ring a ring: the level Kantinen becomes Netværk."""
    half_disc = rb' m B\n([\d. rg\n]*[\d.\n ]+ m [\d.\n ]+ c [\d.\n ]+ c h\n[\d. ]+ m f)\n'
    for half in re.finditer(half_disc, drawing):
        yield half.span(1), b'n'


def words_of(drawing, smallest=0.0):
    """Each word of plain letters, in type of at least so many points."""
    for text in re.finditer(rb'\n([\d.]+) 0 0 -[\d.]+ [^(]*?Tm\n.*?\nET', drawing, re.S):
        if float(text[1]) >= smallest:
            for word in re.finditer(rb'(?<=[( ])[A-Za-z]{6,}(?=[) ])', text[0]):
                yield (text.start() + word.start(), text.start() + word.end()), word[0]


def other_words(drawing):
    """Each word of running text written backwards."""
    for span, word in words_of(drawing, 8):
        yield span, word[::-1]


def cut_words(drawing):
    """Each word without its last three letters."""
    for span, word in words_of(drawing):
        yield (span[1] - 3, span[1]), b''


FAULTS = (('a line a millimetre lower', 'text', moved_lines),
          ('a line a millimetre lower', 'summary', moved_lines),
          ('a rule less', 'matrix', lost_rules), ('a rule less', 'certainty', lost_rules),
          ('another symbol', 'matrix', emptied_symbols), ('another symbol', 'summary', emptied_symbols),
          ('another word', 'text', other_words), ('three letters less', 'text', cut_words),
          ('three letters less', 'matrix', cut_words), ('three letters less', 'evidence', cut_words))


def spread(things, number):
    """So many of them, from first to last."""
    things = list(things)
    step = max(1, (len(things) - 1) / max(1, number - 1))
    return [things[round(i * step)] for i in range(min(number, len(things)))]


def main():
    program, source, work = (pathlib.Path(a).resolve() for a in sys.argv[1:4])
    work.mkdir(parents=True, exist_ok=True)
    runs, pages = pictures.read_list(pathlib.Path(__file__).resolve().parent / 'pages')
    pictures.make_reports(program, source, runs, pages.values(), work)
    place = {name: (work / pdf, pictures.page_with(work / pdf, pattern))
             for name, (pdf, pattern) in pages.items()}
    wrong, seen = [], 0
    for name, (pdf, page) in place.items():
        said, _ = likeness.differences(drawn(pdf, page, work), drawn(pdf, page, work, 'pdftocairo'))
        if said:
            wrong.append(f'{name}: only the renderer is another, but: {"; ".join(said)}')
    for fault, name, faults in FAULTS:
        pdf, page = place[name]
        whole = drawn(pdf, page, work)
        data, span = contents_of(pdf, page, work)
        made = spread(faults(data[span[0]:span[1]]), EACH)
        if len(made) < 2:
            wrong.append(f'{name}: no place was found for {fault}')
        for part, words in made:
            faulty = with_fault(data, span, part, words, work)
            said, _ = likeness.differences(whole, drawn(faulty, 1, work))
            seen += 1
            if not said:
                at = data[span[0] + part[0]:span[0] + part[1]].decode('latin-1')
                wrong.append(f'{name}: {fault} is not seen, where {at!r} was')
    print('\n'.join(wrong) or
          f'{seen} faults are seen, and {len(place)} pages by another renderer are the same')
    sys.exit(1 if wrong else 0)


if __name__ == '__main__':
    try:
        main()
    except pictures.Failure as failure:
        sys.exit(str(failure))
