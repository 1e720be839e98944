#!/usr/bin/env python3
"""A finished report of some seventy pages, entered as a study, comes out as its authors wrote it.

usage: run-long-report.py PROGRAM SOURCE_DIR WORK_DIR

The text is made here, every sentence unlike any other, so that one that is lost is missed. It has what
such reports have: a foreword that is signed, chapters under their own titles, figures where the text
speaks of them, notes, citations by author and year, quotations of what was said. All that Ladle
composes is left out. Then every sentence is looked for in the PDF, figures must follow the paragraph
that announces them, and no other sentence may stand there.
"""
import pathlib
import random
import re
import shutil
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ET
from xml.sax.saxutils import escape

D = '{urn:x-ladle:document}'
WHO = ('konsulenten', 'lederen', 'skolen', 'jobcentret', 'styregruppen', 'projektet', 'partnerskabet', 'kommunen',
       'virksomheden', 'erhvervsservicen', 'gruppen', 'sekretariatet')
DID = ('aftalte', 'efterlyste', 'beskrev', 'udskød', 'foreslog', 'undersøgte', 'fastholdt', 'prioriterede',
       'dokumenterede', 'glemte', 'gennemgik', 'afleverede')
WHAT = ('en fælles plan for besøgene', 'flere timer til opgaven', 'listen over virksomheder', 'et nyt skema til bilag',
        'opfølgning efter hvert møde', 'et kursus for medarbejderne', 'den aftalte rækkefølge', 'spørgsmålene fra sidst',
        'en fordeling af ansvaret', 'regnskabet for kvartalet', 'en mere enkel dagsorden', 'samtaler med de øvrige')
WHEN = ('i den første tid', 'efter sommerferien', 'da bevillingen kom', 'ved årets udgang', 'på det tredje møde',
        'uden at spørge hjemme', 'sammen med naboerne', 'på eget initiativ', 'efter lang tids drøftelse',
        'i en travl periode', 'mens fristen nærmede sig', 'da de nye kom til')
CHAPTERS = [  # chapter of the template, its own title, sections, words in each, parts that stand at their ends
    ('background', 'Hvorfor partnerskaber', 5, 480, []),
    ('design', 'En ramme at se med', 6, 480, ['figure-1']),
    ('work', 'Forløbet', 4, 480, ['timeline']),
    ('content', 'Det, de arbejder med', 6, 480, []),
    ('structure', 'Måden, de er bygget på', 4, 480, []),
    ('process', 'Det, de gør undervejs', 4, 480, []),
    ('baseline', 'De foreløbige resultater', 3, 480, ['figure-2']),
    ('benefits', 'Gevinster', 3, 480, []),
    ('drawbacks', 'Omkostninger', 3, 480, []),
    ('development', 'Kantine, klub eller kompagni', 5, 480, ['figure-3', 'figure-4', 'figure-5', 'figure-6']),
    ('future', 'Hvad der kan komme', 3, 480, []),
]
LEFT_OUT = ('cover-matrix results placement-explained material coverage activity targets factors codes matrix '
            'certainty support voices changes method coders evidence records contradictions composed')


class Writer:
    """Sentences that never come twice, and all that were written."""

    def __init__(self):
        self.chance = random.Random(2016)
        self.sentences, self.seen = [], set()

    def sentence(self):
        while True:
            said = ' '.join(self.chance.choice(words) for words in (WHO, DID, WHAT, WHEN))
            said = f'{said[0].upper()}{said[1:]} {self.chance.choice(WHO)} {self.chance.choice(DID)}'
            if said not in self.seen:
                self.seen.add(said)
                self.sentences.append(said + '.')
                return said + '.'

    def paragraph(self, sentences, more=''):
        return '<p>' + ' '.join(self.sentence() for _ in range(sentences)) + more + '</p>'

    def said(self, text):
        self.sentences.append(text)
        return escape(text)


def section(writer, chapter, number, words, part):
    """A section with paragraphs, now and then a list, a note, a citation, a quotation; `part` at its end."""
    title = writer.said(f'{WHO[(number * 5 + len(chapter)) % 12].capitalize()} og {WHAT[number + len(chapter) % 5]}')
    rows = [f'<section chapter="{chapter}" id="{chapter}-{number}"><title>{title}</title>']
    for i in range(words // 80):
        more = ''
        if i == 1:
            more = f'<note>{writer.sentence()}</note>'
        elif i == 2:
            more = ' <cite source="bog" pages="12–14"/>'
        elif i == 3:
            more = f' <q statement="u1">Nu ringer vi bare rundt</q>.<evidence statement="u2"/>'
        rows.append(writer.paragraph(6, more))
        if i == 3 and number % 2:
            items = ''.join(f'<item>{writer.sentence()}</item>' for _ in range(3))
            rows.append(f'<list>{items}</list>')
    if part:
        rows.append(f'<p>{writer.said(f"Nu følger det, som teksten her kalder {part}")}:</p><place part="{part}"/>')
    return ''.join(rows) + '</section>\n'


def texts(writer):
    rows = ['<?xml version="1.0" encoding="UTF-8"?>\n<texts xmlns="urn:x-ladle:study" version="1" xml:lang="da">\n']
    for chapter, title, *_ in CHAPTERS:
        rows.append(f'<chapter id="{chapter}"><title>{writer.said(title)}</title></chapter>\n')
    rows.append('<section chapter="foreword">' + writer.paragraph(6) + writer.paragraph(6)
                + '<p>' + writer.said('Horsens, juni 2016') + '<br/>' + writer.said('Inger Falk og Mads Krog') + '</p></section>\n')
    for chapter, _, sections, words, parts in CHAPTERS:
        for number in range(sections):
            place = number - (sections - len(parts))
            rows.append(section(writer, chapter, number, words, parts[place] if place >= 0 else ''))
    for element in ('mandate', 'goals', 'agreements'):
        rows.append(f'<finding element="{element}">{writer.paragraph(4)}</finding>\n')
    rows.append('<section chapter="recommendations">'
                + ''.join(f'<recommendation to="Styregrupperne">{writer.sentence()}</recommendation>' for _ in range(5))
                + '</section>\n')
    rows.append('<bibliography cite="author-year"><source id="bog" short="Hansen 2011">Hansen, Ebbe (2011): '
                '<em>Ledelse uden kommandovej</em>. Aarhus: Forlaget.</source></bibliography>\n</texts>\n')
    return ''.join(rows)


STUDY = f'''<?xml version="1.0" encoding="UTF-8"?>
<study xmlns="urn:x-ladle:study" version="1" xml:lang="da" id="langt">
  <title>Tre systemer, ét besøg</title>
  <publisher>Forlaget</publisher>
  <published date="2016-06-16"/>
  <author>Inger Falk</author><author>Mads Krog</author>
  <leave-out part="{LEFT_OUT}"/>
  <wave id="w1" dates="2015-10/2016-03">Dataindsamling</wave>
  <organisation id="s" sector="education">Skolen i Utterslevby</organisation>
  <person id="k1" organisation="s" role="konsulent">Ulla Vestergren</person>
  <person id="k2" organisation="s" role="konsulent">Per Østerholt</person>
  <person id="k3" organisation="s" role="konsulent">Aase Nørregaardsen</person>
  <partnership id="a" alias="Partnerskab A" lead="s"><name>Utterslevby</name><member organisation="s"/>
    <group id="ak" kind="consultant"><seat person="k1"/><seat person="k2"/><seat person="k3"/></group></partnership>
  <event date="2015-05-05" kind="funding">Tilsagn</event>
  <event date="2015-10/2016-03" kind="research">Interview</event>
</study>
'''
ELEMENTS = ('mandate', 'resources', 'goals', 'agreements', 'projects', 'self-evaluation', 'staff', 'learning',
            'relations', 'load', 'outcome')
RECORDS = '''<?xml version="1.0" encoding="UTF-8"?>
<records xmlns="urn:x-ladle:study" version="1" xml:lang="da">
  <interview id="i1" partnership="a" date="2015-11-10" form="focus-group" group="ak">
    <participant person="k1"/><participant person="k2"/><participant person="k3"/>
    <statement id="u1" speaker="k1"><quote>Nu ringer vi bare rundt.</quote><coding element="learning" level="canteen"/></statement>
    <statement id="u2" speaker="k2"><quote>Der er ikke timer nok.</quote><coding element="resources" level="canteen"/></statement>
''' + ''.join(f'<statement id="x-{e}"><note>Iagttaget.</note><coding element="{e}" level="canteen"/></statement>'
              for e in ELEMENTS) + '</interview></records>\n'


def words_of(text):
    text = unicodedata.normalize('NFC', text).replace('\u00ad', '').replace('\u2060', '')
    return re.findall(r'[^\W_]+', text)


def lost(sentences, pdf):
    """Sentences of which two neighbouring words stand nowhere side by side, but where a page turned."""
    text = subprocess.run(['pdftotext', '-raw', pdf, '-'], capture_output=True, text=True, check=True).stdout
    pairs, there = set(), set()
    for stream in (text, re.sub('(?:\u00ad|-|\u2010)\\s*\n', '', text)):
        words = words_of(stream)
        pairs |= set(zip(words, words[1:]))
        there |= set(words)
    return [s for s in sentences if not set(words_of(s)) <= there
            or sum(pair not in pairs for pair in zip(words_of(s), words_of(s)[1:])) > 1]


def plain(element):
    def pieces(of):
        yield ' ' if of.tag == D + 'br' else of.text or ''
        for child in of:
            yield from pieces(child)
            yield child.tail or ''
    return ' '.join(''.join(pieces(element)).split())


def own_blocks(document):
    """Paragraphs and items of the chapters that stand outside figures."""
    for part in document.findall(D + 'section'):
        if part.get('class') in ('cover', 'colophon') or part.find(f'.//{D}toc') is not None:
            continue
        inside = {child for figure in part.iter(D + 'figure') for child in figure.iter()}
        for block in part.iter():
            if block not in inside and block.tag in (D + 'p', D + 'li') and not block.findall(D + 'p'):
                yield block


def check_places(document):
    """Each figure follows the paragraph that announces it. How many there are."""
    parents = {child: parent for parent in document.iter() for child in parent}
    found = 0
    for block in document.iter(D + 'p'):
        announced = re.fullmatch(r'Nu følger det, som teksten her kalder (\S+):', plain(block))
        if announced:
            kin = list(parents[block])
            after = kin[kin.index(block) + 1:]
            figure = after[0] if after else None
            assert figure is not None and (figure.get('id') == announced[1] or
                                           figure.find(f".//*[@id='{announced[1]}']") is not None), \
                f'{announced[1]} does not follow the paragraph that announces it'
            found += 1
    return found


def main():
    program, source, work = (pathlib.Path(a).resolve() for a in sys.argv[1:4])
    shutil.rmtree(work, ignore_errors=True)
    (work / 'study').mkdir(parents=True)
    writer = Writer()
    text = texts(writer)
    for name, content in (('study.xml', STUDY), ('records.xml', RECORDS), ('texts.xml', text)):
        (work / 'study' / name).write_text(content)
    done = subprocess.run([program, 'report', work / 'study', '-o', work / 'out', '--only', 'final'],
                          capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    pdf = work / 'out/final.pdf'
    info = subprocess.run(['pdfinfo', pdf], capture_output=True, text=True, check=True).stdout
    pages = int(re.search(r'Pages:\s+(\d+)', info)[1])
    document = ET.fromstring(subprocess.run([program, 'report', work / 'study', '--dump', 'document', '--only', 'final'],
                                            capture_output=True, check=True).stdout)
    missing = lost(writer.sentences, pdf)
    written = words_of(' '.join(writer.sentences))
    print(f'{pages} pages, {len(written)} words, {len(writer.sentences)} sentences, {len(missing)} lost')
    assert not missing, '\n'.join(missing[:10])
    assert pages >= 60, 'not of the size of a finished report'
    parts = [part for chapter in CHAPTERS for part in chapter[4]]
    assert check_places(document) == len(parts)
    ours = ' '.join(writer.sentences) + ' Nu ringer vi bare rundt Hansen Ebbe Ledelse uden kommandovej Aarhus Forlaget'
    frame = ET.parse(source / 'templates/framework/framework-da.xml').getroot()
    vocabulary = set(words_of(ours + ' ' + plain(frame))) | {'E', 'Anbefaling', 's'}
    strange = [plain(block) for block in own_blocks(document)
               if any(w not in vocabulary and not w.isdigit() for w in words_of(plain(block)))]
    assert not strange, 'sentences that were not asked for:\n' + '\n'.join(strange)
    titles = {plain(h) for h in document.iter() if h.tag in (D + 'h1', D + 'h2')}
    for _, title, *_ in CHAPTERS:
        assert title in titles, f'chapter "{title}" is not under its own title'
    sections = {plain(s.find('./*[1]')): s for s in document.iter(D + 'section') if s.find('./*[1]') is not None}
    for title in re.findall(r'<section [^>]*><title>([^<]+)</title>', text):
        assert sections[title].get('numbering') == 'decimal', f'section "{title}" has no number'


main()
