#!/usr/bin/env python3
"""How full the pages of a report are.

Reads the output of `ladle report STUDY --dump pages` from standard input or from files and lists
the pages whose text area is filled less than a limit (two thirds unless told otherwise):

    ladle report samples/midt --only final --dump pages | scripts/page_fill.py
    scripts/page_fill.py --limit 70 FILE...

A page is as full as its text area without the bands in which nothing stands, be they above, between
or below what does; bands as high as the space about a heading or a figure are none. So a page with a
footnote at its foot and nothing above it counts as empty, and one with two holes as holding both. A
page before a chapter, and the last one, end where their text does and are marked `end`: the others
end for want of something that fits.
"""

import argparse
import re
import sys

TOP = 28 / 25.4 * 72  # margins of the built-in theme
BOTTOM = 31.9 / 25.4 * 72
HOLE = 48  # points: less is the space about headings and figures
ITEM = re.compile(r"  (text|path|image) (-?[\d.]+) (-?[\d.]+) (-?[\d.]+) (-?[\d.]+) (\S+)(.*)")


class Page:
    def __init__(self, number, label, master, height):
        self.number, self.label, self.master, self.height = number, label, master, height
        self.bands = []
        self.opens = None  # what its first piece of content belongs to
        self.last = ""

    def add(self, kind, y, height, belongs, rest):
        if belongs == "pagination":
            return
        if kind == "text":
            y -= height * 0.78  # from the baseline to the top
            words = re.search(r'"(.*)"', rest)
            if words and belongs != "layout":
                self.last = words.group(1)
        if self.opens is None and belongs != "layout":
            self.opens = belongs.split(".")[0]
        self.bands.append((y, y + height))

    def fill(self):
        top, bottom = TOP, self.height - BOTTOM
        empty, at = 0, top
        for first, last in sorted(self.bands) + [(bottom, bottom)]:
            gap = min(first, bottom) - at
            empty += gap if gap > HOLE else 0
            at = max(at, last)
        return 1 - empty / (bottom - top)


def short_pages(pages, limit):
    """(page, whether it ends a chapter) of those filled less than limit, in per cent; covers are none."""
    body = [page for page in pages if page.master != "cover"]
    for page, following in zip(body, body[1:] + [None]):
        ends = following is None or following.opens == "H1" or following.master != page.master
        if page.fill() * 100 < limit:
            yield page, ends


def read(lines):
    pages, size = [], 841.89
    for line in lines:
        if line.startswith("pages "):
            size = float(line.split()[2])
        elif line.startswith("page "):
            words = line.split()
            height = float(words[words.index("size") + 2]) if "size" in words else size
            pages.append(Page(int(words[1]), words[3], words[5], height))
        elif pages and (found := ITEM.match(line)):
            kind, _, y, _, height, belongs, rest = found.groups()
            pages[-1].add(kind, float(y), float(height), belongs, rest)
    return pages


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("files", nargs="*")
    options.add_argument("--limit", type=float, default=200 / 3, help="per cent")
    options = options.parse_args()
    for name in options.files or ["-"]:
        with sys.stdin if name == "-" else open(name, encoding="utf-8") as file:
            pages = read(file)
        short = list(short_pages(pages, options.limit))
        for page, ends in short:
            print(f"{name}: page {page.number} ({page.label}) {page.fill() * 100:3.0f} %"
                  f" {'end' if ends else '   '} … {page.last[-50:]}")
        print(f"{name}: {len(pages)} pages, {len(short)} under {options.limit:.0f} %,"
              f" {sum(not ends for _, ends in short)} of them before their end")


if __name__ == "__main__":
    main()
