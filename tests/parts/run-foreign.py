#!/usr/bin/env python3
"""In a report of another language than its study's, what is the study's stands in its own language, also inside a
sentence: names of rounds, and the role in a label ("Konsulent, education"). No word comes or goes by that, and a
report in the study's language has no mark."""
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

D, LANG = '{urn:x-ladle:document}', '{http://www.w3.org/XML/1998/namespace}lang'
OURS = ('‘opfølgningen’', '‘baseline’', 'Opfølgning (konstrueret)', 'Konsulent, ', 'Leder, ', 'Projektleder, ')
HOLD = [D + name for name in ('p', 'td', 'th', 'li', 'figcaption', 'h1', 'h2', 'h3')]


def document(program, study, language, only, work):
    run = subprocess.run([program, 'report', str(study), '-o', work, '--wave', 'w2', '--language', language, '--only',
                          only, '--dump', 'document'], capture_output=True, text=True, check=True)
    return ET.fromstring(run.stdout)


def texts(element, language):
    """The words in an element with the language each is in."""
    language = element.get(LANG, language)
    if element.text:
        yield element.text, language
    for child in element:
        yield from texts(child, language)
        if child.tail:
            yield child.tail, language


def judge(root, language):
    """How many words of the study stand in its language, and the ones that do not."""
    marked, faults = 0, []
    for element in root.iter():
        if element.tag not in HOLD:
            continue
        pieces = list(texts(element, language))
        letters = [(letter, of) for text, of in pieces for letter in text]
        whole = ''.join(letter for letter, _ in letters)
        for words in OURS:
            at = whole.find(words)
            inner = words.strip('‘’, ')
            while at >= 0:
                first = at + words.index(inner)
                if {of for _, of in letters[first:first + len(inner)]} == {'da'}:
                    marked += 1
                else:
                    faults.append(f'"{whole[max(0, at - 20):at + 40]}"')
                at = whole.find(words, at + 1)
    return marked, faults


def main():
    program, root, work = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
    faults, marked = [], {}
    for only in ('final', 'partnerskab-b', 'partnerskab-d'):
        english = document(program, root / 'samples/midt', 'en', only, work)
        marked[only], wrong = judge(english, 'en')
        faults += [f'{only}: {words} is not marked as Danish' for words in wrong]
        for span in english.iter(D + 'span'):
            if span.get(LANG) == 'da' and not ''.join(span.itertext()).strip():
                faults.append(f'{only}: a mark round nothing')
        for span in document(program, root / 'samples/midt', 'da', only, work).iter(D + 'span'):
            if span.get(LANG) == 'da':
                faults.append(f'{only}: a mark of its own language: {"".join(span.itertext())[:40]}')
    if min(marked.values()) < 10:
        faults.append(f'too little was looked at: {marked}')
    print('\n'.join(faults) or f'marked as Danish: {marked}')
    return bool(faults)


if __name__ == '__main__':
    sys.exit(main())
