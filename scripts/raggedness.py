#!/usr/bin/env python3
"""How ragged the lines of a report are, from its display list.

usage: raggedness.py [-v] FILE…    each written by `ladle report STUDY --only … --dump pages`

For each kind of text (running text, table cells, the rest) it prints, over paragraphs of two lines
or more:
    lines       how many
    hyphens     lines that end in a hyphen the program set
    ladders     two of them running
    ragged      root of the mean squared slack of all lines but the last, in pt
    worst       the largest slack, in pt
    uneven      root of the mean squared difference between neighbours (the last line left out), pt
    holes       lines below 60 % of the measure between two longer ones
    stumps      last lines shorter than 12 mm
    lone        last lines of one word
    weak        lines that end in a word of one or two letters that leads to the next
    p50 p90 p99 slack that so many per cent of the lines do not exceed, pt
The measure of a paragraph is not in the list: it is taken to be the right-most end of any line that
begins at the same place in the same kind of block on any page (in a table: in that table). -v names
the holes, ladders and stumps."""
import collections
import math
import re
import sys

INLINE = {'Span', 'Link', 'Reference', 'Em', 'Strong', 'Code'}
STUMP = 12 / 25.4 * 72
# The side column begins here; its references are no paragraphs.
SIDE = 415
WEAK = {'i', 'å', 'a', 'I', 'en', 'et', 'at', 'og', 'de', 'to', 'af', 'an', 'is', 'of', 'in', 'be', 'or',
        'er', 'om', 'så', 'vi', 'it', 'as', 'by', 'på'}

TEXT = re.compile(r'  text (\S+) (\S+) (\S+) (\S+) (\w+)\.(\d+) (.*?) (\d+\.\d+) #\w+ "(.*)"$')
STRUCTURE = re.compile(r'structure (\d+) in (\d+) (\w+)')


class Line:
    def __init__(self, page, y):
        self.page, self.y, self.left, self.right, self.text = page, y, 1e9, 0, []


def read(path):
    """The blocks of a report: id -> lines, and id -> (kind, table or None, size)."""
    parents, roles, items, page = {}, {}, [], 0
    for row in open(path, encoding='utf-8'):
        if row.startswith('page '):
            page += 1
        if m := TEXT.match(row):
            x, y, width = float(m[1]), float(m[2]), float(m[3])
            items.append((page, x, y, width, int(m[6]), m[7], float(m[8]), m[9]))
        elif m := STRUCTURE.match(row):
            parents[int(m[1])], roles[int(m[1])] = int(m[2]), m[3]
    lines, facts = collections.defaultdict(list), {}
    for page, x, y, width, node, font, size, text in items:
        while roles[node] in INLINE:
            node = parents[node]
        table, up = None, node
        while up and not table:
            table, up = (up if roles[up] == 'Table' else None), parents[up]
        if x > SIDE and not table or roles[node] in ('Lbl', 'Figure', 'TOCI', 'TH') or roles[node][0] == 'H':
            continue
        kind = 'cells' if table else 'text' if size == 10 and 'Serif' in font else 'rest'
        facts.setdefault(node, (kind, table or roles[parents[node]], size))
        block = lines[node]
        if not block or block[-1].page != page or abs(block[-1].y - y) > 2:
            block.append(Line(page, y))
        line = block[-1]
        line.left, line.right = min(line.left, x), max(line.right, x + width)
        line.text.append(text.replace('\\_', '\N{NO-BREAK SPACE}'))
    return lines, facts


def paragraphs(path):
    """Rows of lines that were broken from one text, each with its kind and its right edge."""
    blocks, facts = read(path)
    edges = collections.defaultdict(float)
    found = []
    for node, block in blocks.items():
        kind, place, size = facts[node]
        rows, row = [], []
        for line in block:
            row.append(line)
            text = ''.join(line.text)
            if not text.endswith((' ', '\\-', '-', '–', '/')):
                rows.append(row)
                row = []
        if row:
            rows.append(row)
        for row in rows:
            key = (kind, place, round(min(line.left for line in row)), size)
            edges[key] = max([edges[key]] + [line.right for line in row])
            if len(row) > 1:
                found.append((kind, key, row))
    return [(kind, edges[key], row) for kind, key, row in found]


def figures(found, verbose):
    slacks, steps = [], []
    count = collections.Counter()
    for edge, row in found:
        texts = [''.join(line.text).rstrip(' ') for line in row]
        widths = [line.right - line.left for line in row]
        measure = max(edge - line.left for line in row)
        hyphens = [text.endswith('\\-') for text in texts]
        slack = [edge - line.right for line in row[:-1]]
        slacks += slack
        steps += [a - b for a, b in zip(slack, slack[1:])]
        count['paragraphs'] += 1
        count['lines'] += len(row)
        count['hyphens'] += sum(hyphens)
        count['weak'] += sum(re.split(r'[ \u00a0(”"]', text)[-1] in WEAK for text in texts[:-1])
        marks = []
        if any(a and b for a, b in zip(hyphens, hyphens[1:])):
            marks.append('ladders')
        count['holes'] += (holes := sum(w < 0.6 * measure and a > w < b for a, w, b in
                                        zip(widths, widths[1:-1], widths[2:])))
        marks += ['holes'] * bool(holes)
        if widths[-1] < STUMP:
            marks.append('stumps')
        if ' ' not in texts[-1].strip():
            marks.append('lone')
        for mark in marks:
            count[mark] += mark != 'holes'
        if verbose and marks:
            print(f'  page {row[0].page} {" ".join(marks)}: {" | ".join(texts)}')
    slacks.sort()
    root = lambda values: math.sqrt(sum(v * v for v in values) / max(len(values), 1))
    at = lambda share: slacks[min(len(slacks) - 1, int(len(slacks) * share))] if slacks else 0
    return [count[k] for k in ('paragraphs', 'lines', 'hyphens', 'ladders')] + \
        [root(slacks), at(1), root(steps)] + [count[k] for k in ('holes', 'stumps', 'lone', 'weak')] + \
        [at(.5), at(.9), at(.99)]


def main(arguments):
    verbose = '-v' in arguments
    kinds = collections.defaultdict(list)
    for path in arguments:
        if path != '-v':
            for kind, edge, row in paragraphs(path):
                kinds[kind].append((edge, row))
    print('kind   parag. lines hyphens ladders ragged  worst uneven holes stumps lone weak   p50   p90   p99')
    for kind in ('text', 'cells', 'rest'):
        row = figures(kinds[kind], verbose)
        print('%-6s %6d %5d %7d %7d %6.2f %6.1f %6.2f %5d %6d %4d %4d %5.1f %5.1f %5.1f' % (kind, *row))


if __name__ == '__main__':
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1:])
