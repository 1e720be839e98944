#!/usr/bin/env python3
"""Writes docs/verify.md from src/verify/rules.def, and how many rules there are into README.md.

usage: scripts/rules.py [--check]
With --check, only says whether the two are up to date.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGE = ROOT / 'docs' / 'verify.md'
README = ROOT / 'README.md'

HEAD = """# What a report is judged by

`ladle verify FILE…` judges finished PDFs, and `ladle report` judges each report before it writes it:
one that breaks a rule is not written. The rules are those of **PDF/UA-1** (ISO 14289-1, accessible to
everyone) and **PDF/A-3a** (ISO 19005-3, fit to be kept) that a program can judge, and those of PDF 1.7
(ISO 32000-1) that these two build on. This page is made from `src/verify/rules.def` by
`scripts/rules.py`.

    $ ladle verify reports/final.pdf
    reports/final.pdf: keeps all {count} rules

A fault is told with its place (page, path in the structure tree, number of the object) and the clause
it breaks. The exit status is 0 when all files keep all rules, 1 when one does not, 2 for wrong usage,
3 when a file cannot be opened.

Not judged, because it takes a person: whether a text is tagged as what it is, an alternative text says
what the picture shows, the order makes sense, colours are not the only carrier. Nor is contrast judged, of which
neither standard asks a certain one (`ladle report` warns of too little in a theme: W432). Not looked into, because
Ladle never writes them: what tiled patterns and the appearances of annotations draw, the letters of fonts
with drawn glyphs (Type 3), signatures, form fields, optional content (OCProperties), the kind of halftones
(HalftoneType), the lists CIDSet and CharSet of a font, the prefixes of the metadata's namespaces. What takes
more work than any report needs is told as a fault and not judged to the end.

"""

STRING = r'"(?:[^"\\]|\\.)*"'
RULE = re.compile(rf'LADLE_RULE\(\s*(\w+),\s*"([\w-]+)",\s*VERIFY_(\w+),\s*"([^"]+)",\s*'
                  rf'({STRING}(?:\s*{STRING})*)\s*\)', re.S)
GROUPS = {'READ': 'Reading', 'FILE': 'The file', 'METADATA': 'Metadata', 'STRUCTURE': 'The structure tree',
          'MARKS': 'Marks and page contents', 'LANGUAGE': 'Language', 'NESTING': 'Tables, lists, headings',
          'FIGURES': 'Figures, formulas, notes', 'LINKS': 'Links and annotations', 'FONTS': 'Fonts',
          'COLOURS': 'Colours and pictures', 'ATTACHMENTS': 'Attachments'}
STANDARDS = {'UA': 'ISO 14289-1', 'A': 'ISO 19005-3', 'PDF': 'ISO 32000-1'}


def rules():
    source = (ROOT / 'src/verify/rules.def').read_text(encoding='utf-8')
    found = [(m[2], m[3], m[4], ''.join(s[1:-1] for s in re.findall(STRING, m[5])))
             for m in RULE.finditer(source)]
    if len(found) != len(re.findall(r'^LADLE_RULE\(', source, re.M)):
        sys.exit('src/verify/rules.def: a row is not understood')
    if len({rule for rule, *_ in found}) != len(found):
        sys.exit('src/verify/rules.def: an id is used twice')
    return found


def page():
    codes = dict(re.findall(r'LADLE_CODE\(VERIFY_(\w+), LADLE_ERROR, "(E\d+)"',
                            (ROOT / 'src/base/diag_codes.def').read_text(encoding='utf-8')))
    all_rules, group, out = rules(), None, []
    for rule, of_group, clause, sentence in all_rules:
        if of_group != group:
            group = of_group
            out.append(f'\n## {GROUPS[group]} ({codes[group]})\n\n| Rule | What must hold | Clause |\n|---|---|---|\n')
        clause = re.sub(r'(^|; )(UA|A|PDF) ', lambda m: f'{m[1]}{STANDARDS[m[2]]}, ', clause)
        out.append(f'| `{rule}` | {sentence} | {clause} |\n')
    return HEAD.replace('{count}', str(len(all_rules))).rstrip('\n') + '\n' + ''.join(out)


def readme():
    text, n = re.subn(r'keeps all \d+ rules', f'keeps all {len(rules())} rules', README.read_text(encoding='utf-8'))
    if n == 0:
        sys.exit('README.md does not show what ladle verify says')
    return text


if __name__ == '__main__':
    for path, text in ((PAGE, page()), (README, readme())):
        if '--check' not in sys.argv[1:]:
            path.write_text(text, encoding='utf-8')
        elif path.read_text(encoding='utf-8') != text:
            sys.exit(f'{path.relative_to(ROOT)} is not up to date: run scripts/rules.py')
