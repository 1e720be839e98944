#!/usr/bin/env python3
"""Writes docs/diagnostics.md from src/base/diag_codes.def.

usage: scripts/diagnostics.py [--check]
With --check, only says whether the page is up to date.
"""
import pathlib
import re
import sys
import textwrap

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGE = ROOT / 'docs' / 'diagnostics.md'

HEAD = """# Diagnostics

What Ladle can say, in order of code. The same is told by `ladle explain CODE`. This page is made from
`src/base/diag_codes.def` by `scripts/diagnostics.py`.

The letter says how much it matters: **E** errors must be mended, and no report is made while there
is one; **W** warnings are doubtful, and reports are made; **N** notes are good to know.

"""

AREAS = {'1': 'Files and XML', '2': 'The grammar of a study, and references', '3': 'Sense',
         '4': 'Templates, documents and themes', '5': 'Layout and text',
         '6': 'Output and what it needs', '7': 'Confidentiality'}

STRING = r'"(?:[^"\\]|\\.)*"'
CODE = re.compile(r'LADLE_CODE\(\s*(\w+),\s*LADLE_(ERROR|WARNING|NOTE),\s*"([EWN])(\d+)",\s*'
                  rf'({STRING}(?:\s*{STRING})*),\s*({STRING}(?:\s*{STRING})*)\s*\)', re.S)


def joined(strings):
    whole = ''.join(s[1:-1] for s in re.findall(STRING, strings))
    return whole.replace('\\"', '"').replace('\\\\', '\\')


def as_text(words):
    """Escapes what Markdown would take for markup; tags become code."""
    words = re.sub(r'<[^<>]*>|&\w+;|\*\.\w+', lambda m: f'`{m[0]}`', words)
    parts = re.split(r'(`[^`]*`)', words)
    return ''.join(p if p.startswith('`') else re.sub(r'([*_<>])', r'\\\1', p) for p in parts)


def page():
    source = (ROOT / 'src' / 'base' / 'diag_codes.def').read_text(encoding='utf-8')
    source = re.sub(r'/\*.*?\*/', '', source, flags=re.S)
    codes = [(m[4], m[3], joined(m[5]), joined(m[6])) for m in CODE.finditer(source)]
    if len(codes) != len(re.findall(r'LADLE_CODE\(', source)):
        sys.exit('src/base/diag_codes.def: an entry is not understood')
    if len({number for number, *_ in codes}) != len(codes):
        sys.exit('src/base/diag_codes.def: a number is used twice')
    out, area = [HEAD], None
    for number, letter, title, explanation in sorted(codes):
        if number[0] != area:
            area = number[0]
            out.append(f'## {AREAS[area]}\n\n')
        out.append(f'**{letter}{number}** {as_text(title)}  \n')
        out.append(textwrap.fill(as_text(explanation), 100, break_on_hyphens=False) + '\n\n')
    return ''.join(out).rstrip('\n') + '\n'


def main():
    text = page()
    if '--check' in sys.argv[1:]:
        if not PAGE.exists() or PAGE.read_text(encoding='utf-8') != text:
            sys.exit('docs/diagnostics.md is out of date; run scripts/diagnostics.py')
        print('docs/diagnostics.md is up to date')
    else:
        PAGE.write_text(text, encoding='utf-8')


main()
