#!/usr/bin/env python3
"""Other people's readers find in the reports what is in their documents, and agree with `ladle verify`.

usage: run-readers.py PROGRAM SOURCE_DIR WORK_DIR

Both samples are made in both languages. Of each report: qpdf finds no fault; pdf.js and, of the small sample,
poppler (pdfinfo -struct-text) read the text of the structure tree in the order of the document; every table has the
rows and cells it has in the document, each under its head; page labels, outline and attachments are there. Texts
are compared by their letters and digits alone, since a line may be broken anywhere. The samples are in Danish: in
their English reports all that the study says is of the language da, and the words of labels are not.

poppler draws a page anew for each element on it: a long report would take it minutes. pdf.js reads page by page, and
a table or figure may stand on a later page than the text after it: so with pdf.js running text, cells and notes are
compared each for itself. Captions always are: in the PDF that of a table is its first part.
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ET

PROGRAM, SOURCE, WORK = (pathlib.Path(a).resolve() for a in sys.argv[1:4])
D = '{urn:x-ladle:document}'
# study, options, reports: the name --only takes, and the file
RUNS = [('small', [], {'final': 'final.pdf', 'partnerskab-a': 'partnerships/partnerskab-a.pdf'}),
        ('midt', ['--wave', 'w2'], {'final': 'final.pdf', 'partnerskab-b': 'partnerships/partnerskab-b.pdf'})]
BREAKS = {'toc', 'figure-list', 'ref', 'backlinks', 'chart', 'img', 'br', 'note'}
REFERENCE = re.compile('E[0-9]{3}')  # of samples with fewer than a thousand items
SKIPPED = {'chart', 'toc', 'figure-list', 'backlinks', 'ref'}


def letters(text):
    text = unicodedata.normalize('NFKC', text).replace('\u00ad', '')
    return ''.join(c for c in text if c.isalnum())


# ------------------------------------------------------------------------------ what is in the document

def pieces(element, notes, but=()):
    """Texts that stand together, in order; those of notes apart."""
    tag = element.tag.replace(D, '')
    if tag in SKIPPED or tag in but:
        return
    yield element.text or ''
    for child in element:
        inner = child.tag.replace(D, '')
        if inner == 'note':
            notes.append(''.join(child.itertext()))
        else:
            yield from pieces(child, notes, but)
        yield child.tail or ''


def without_data(document):
    """The document as it is printed: a table that is only attached as data stands on no page."""
    for parent in list(document.iter()):
        for child in list(parent):
            table = child if child.tag == f'{D}table' else child.find(f'{D}table') if child.tag == f'{D}figure' else None
            if table is not None and table.get('data') == 'only':
                parent.remove(child)
    return document


def document_of(study, options, only):
    done = subprocess.run([PROGRAM, 'report', study, '--dump', 'document', '--only', only, *options],
                          capture_output=True, text=True)
    if done.returncode:
        sys.exit(f'{study} {only}: {done.stderr}')
    return without_data(ET.fromstring(done.stdout))


def asides_of(element, but):
    """What stands in the side column with references, in order; nothing of the elements `but`."""
    for child in element:
        tag = child.tag.replace(D, '')
        if tag == 'aside' and child.find(f'{D}a') is not None:
            yield child
        elif tag not in but:
            yield from asides_of(child, but)


def texts_of(document, but):
    """(texts in order, notes)"""
    notes, texts = [], []
    for section in document.findall(f'{D}section'):
        texts += [letters(piece) for piece in pieces(section, notes, but)]
    return [text for text in texts if text], notes


def cells_of_row(row):
    return [(cell.tag.replace(D, ''), [t for t in map(letters, pieces(cell, [])) if t]) for cell in row]


def tables_of(document):
    return [[cells_of_row(row) for row in table.iter(f'{D}tr')] for table in document.iter(f'{D}table')]


# ------------------------------------------------------------------------------ what poppler finds

class Node:
    def __init__(self, role):
        self.role, self.kids, self.attributes = role, [], []

    def text(self, but=()):
        return ''.join(kid if isinstance(kid, str) else '' if kid.role in but else kid.text(but)
                       for kid in self.kids)

    def all(self, *roles):
        for kid in self.kids:
            if isinstance(kid, Node):
                if kid.role in roles:
                    yield kid
                yield from kid.all(*roles)


def poppler_tree(pdf):
    """The tree as poppler prints it: two blanks a level, attributes after a slash, texts in quotes."""
    out = subprocess.run(['pdfinfo', '-struct-text', pdf], capture_output=True, text=True, check=True).stdout
    root = Node('Root')
    path, quoted = [(-1, root)], None
    for line in out.split('\n'):
        if quoted is not None:
            quoted.append(line)
        else:
            stripped = line.lstrip(' ')
            depth = len(line) - len(stripped)
            if not stripped or stripped.startswith('Object '):
                continue
            while path[-1][0] >= depth:
                path.pop()
            if stripped.startswith('/'):
                path[-1][1].attributes.append(stripped)
                continue
            if not stripped.startswith('"'):
                node = Node(re.match(r'\w+', stripped)[0])
                path[-1][1].kids.append(node)
                path.append((depth, node))
                continue
            quoted = [stripped[1:]]
        if quoted[-1].endswith('"'):
            path[-1][1].kids.append('\n'.join(quoted)[:-1])
            quoted = None
    return root


# ------------------------------------------------------------------------------ what pdf.js finds

def pdfjs_node(found):
    """A figure of the document is a Sect with a caption, its own or a table's, and may part a paragraph that goes on."""
    node = Node(found['role'])
    node.kids = [kid if isinstance(kid, str) else pdfjs_node(kid) if 'kids' in kid else Node(kid['role'])
                 for kid in found['kids']]
    inner = [kid for kid in node.kids if isinstance(kid, Node)]
    inner += [kid for table in inner if table.role == 'Table' for kid in table.kids if isinstance(kid, Node)]
    if node.role == 'Sect' and any(kid.role == 'Caption' for kid in inner):
        node.role = 'Figured'
    return node


def pdfjs_of(pdfs):
    node = shutil.which('node')
    if not node:
        sys.exit('node is missing: install nodejs and npm, and run scripts/setup.sh')
    script = SOURCE / 'tests/pdf/readers.mjs'
    if not (script.parent / 'node_modules/pdfjs-dist').is_dir():
        sys.exit('pdf.js is missing in tests/pdf/node_modules: run scripts/setup.sh')
    done = subprocess.run([node, script, *pdfs], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f'pdf.js: {done.stderr}')
    return [json.loads(line) for line in done.stdout.splitlines()]


# ------------------------------------------------------------------------------ comparing

def missed(stream, texts):
    """The first text that does not stand after those before it; None: all do."""
    at = 0
    for text in texts:
        found = stream.find(text, at)
        if found < 0:
            return text
        at = found + len(text)
    return None


def check_order(reader, root, document, but=(), but_roles=()):
    texts, notes = texts_of(document, but)
    main = letters(root.text(('Note', *but_roles)))
    # A reference in the side column is read after the paragraph that cites it, or before the page it ends on.
    beside = [letters(''.join(aside.itertext())) for aside in asides_of(document, but)]
    missing = missed(REFERENCE.sub('', main), [text for text in (REFERENCE.sub('', text) for text in texts) if text]) \
        or missed(main, [REFERENCE.search(text)[0] for text in beside if REFERENCE.search(text)])
    if missing:
        yield f'{reader}: "{missing[:60]}" is not where the document has it'
    noted = letters(''.join(note.text() for note in root.all('Note')))
    for note in notes:
        if letters(note)[:40] not in noted:
            yield f'{reader}: the note "{note[:60]}" is in no Note'
    if not texts:
        yield f'{reader}: the document has no text'


def check_tables(root, document):
    wanted = tables_of(document)
    found = list(root.all('Table'))
    if len(wanted) != len(found):
        yield f'{len(wanted)} tables in the document, {len(found)} in the PDF'
        return
    for number, (rows, table) in enumerate(zip(wanted, found), 1):
        in_pdf = [[kid for kid in row.kids if isinstance(kid, Node)] for row in table.all('TR')]
        if [len(row) for row in rows] != [len(row) for row in in_pdf]:
            yield f'table {number}: rows of {[len(r) for r in rows]} cells, in the PDF {[len(r) for r in in_pdf]}'
            continue
        for y, (row, cells) in enumerate(zip(rows, in_pdf), 1):
            for x, ((tag, texts), cell) in enumerate(zip(row, cells), 1):
                if cell.role.lower() != tag or missed(letters(cell.text()), texts):
                    yield f'table {number}, row {y}, cell {x}: {tag} "{" ".join(texts)[:50]}" is {cell.role} ' \
                          f'"{letters(cell.text())[:50]}"'
                if tag == 'th' and not any('Scope' in a for a in cell.attributes) and \
                        not any('Headers' in a for c in table.all('TH', 'TD') for a in c.attributes):
                    yield f'table {number}, row {y}, cell {x}: is head of nothing'
    if not wanted:
        yield 'the document has no table'


def in_cells(root):
    return [letters(cell.text()) for cell in root.all('TH', 'TD')]


def check_captions(reader, root, document):
    wanted = [letters(''.join(pieces(caption, []))) for tag in ('figcaption', 'caption')
              for caption in document.iter(f'{D}{tag}')]
    found = [letters(caption.text(('Note',))) for caption in root.all('Caption')]
    for caption in wanted:
        if not any(caption in one for one in found):
            yield f'{reader}: "{caption[:60]}" is no caption'


def check_cells(root, document):
    """Every cell is there, in order, and stands in a row of a part of a table."""
    texts = [text for table in tables_of(document) for row in table for _, cell in row for text in cell]
    missing = missed(''.join(in_cells(root)), texts)
    if missing:
        yield f'pdf.js: the cell "{missing[:60]}" is not where the document has it'
    placed = [cell for table in root.all('Table') for part in table.kids if isinstance(part, Node)
              and part.role in ('THead', 'TBody', 'TFoot') for row in part.kids if row.role == 'TR' for cell in row.kids]
    if len(placed) != len(list(root.all('TH', 'TD'))):
        yield f'pdf.js: {len(list(root.all("TH", "TD")))} cells, {len(placed)} of them in rows of tables'


def check_pdfjs(found, pages, pdf):
    if not found['marked']:
        yield 'pdf.js: not marked'
    if None in found['trees']:
        yield f'pdf.js: page {found["trees"].index(None) + 1} has no structure'
    labels = found['labels'] or []
    if len(labels) != found['pages'] or len(set(labels)) != len(labels) or '1' not in labels:
        yield f'pdf.js: the labels of {found["pages"]} pages are {labels}'
    headings = [letters(h.text()) for h in pages.all('H1', 'H2', 'H3', 'H4')]
    titles = [letters(entry['title']) for entry in found['outline']]
    at = 0
    for title, entry in zip(titles, found['outline']):
        while at < len(headings) and title not in headings[at] and headings[at] not in title:
            at += 1
        if at == len(headings):
            yield f'pdf.js: the outline\'s "{title}" is no heading, or not in its place'
            break
        if entry['page'] is None:
            yield f'pdf.js: the outline\'s "{title}" leads nowhere'
    if not titles:
        yield 'pdf.js: no outline'
    listed = subprocess.run(['pdfdetach', '-list', pdf], capture_output=True, text=True).stdout
    names = re.findall(r'^\d+: (.*)$', listed, re.M)
    if sorted(names) != sorted(found['attachments']):
        yield f'pdf.js: attachments {sorted(found["attachments"])}, poppler has {sorted(names)}'
    for name, file in found['attachments'].items():
        if not file['bytes'] or not file['description']:
            yield f'pdf.js: the attachment {name} is empty or not described'


def by_language(node, language, images, out):
    """The letters of all texts, apart by the language that is named for them or above them. images: alternative
    texts of the study's; a chart's is a sentence of the report's that names what the study says."""
    if isinstance(node, str):
        out.setdefault(language, []).append(letters(node))
        return
    language = node.get('lang') or language
    if node.get('alt'):
        if letters(node['alt']) in images:
            out.setdefault(language, []).append(letters(node['alt']))
        return
    for kid in node.get('kids', ()):
        by_language(kid, language, images, out)


LONG = 25  # letters: no two things say so much in the same words by chance


def said_in(study):
    """What the study says at length: paragraphs, titles, statements, questionnaires' answers, alternative texts."""
    for path in sorted(study.glob('*.xml')):
        for element in ET.parse(path).iter():
            if element.tag.endswith(('}p', '}title', '}note', '}quote', '}answer', '}caption', '}event')) and not len(element):
                yield letters(element.text or '')
            yield letters(element.get('alt') or '')


def labels_of(language):
    for label in ET.parse(SOURCE / 'templates' / 'language' / f'{language}.xml').getroot():
        text = label.text or ''
        if '{' not in text:
            yield letters(text)


def check_languages(found, study, language):
    texts, images = {}, set(said_in(study))
    for tree in found['trees']:
        if tree:
            by_language(tree, language, images, texts)
    texts = {of: ''.join(parts) for of, parts in texts.items()}
    for what, words, right, wrong in (('words of the study', said_in(study), 'da', 'en'),
                                      ('labels', labels_of(language), language, 'da' if language == 'en' else 'en')):
        long = {text for text in words if len(text) >= LONG}
        for text in sorted(long):
            if text in texts.get(wrong, ''):
                yield f'{what} are marked as {wrong}: {text[:80]}'
        if sum(text in texts.get(right, '') for text in long) < 5:
            yield f'hardly any {what} are marked as {right}'


def check_report(pdf, found, document):
    pages = Node('Root')
    pages.kids = [pdfjs_node(tree) for tree in found['trees'] if tree]
    yield from check_order('pdf.js', pages, document, ('table', 'figure'), ('Table', 'Figure', 'Caption', 'Figured'))
    yield from check_captions('pdf.js', pages, document)
    yield from check_cells(pages, document)
    yield from check_pdfjs(found, pages, pdf)
    if 'small' in str(pdf.relative_to(WORK)):
        poppler = poppler_tree(pdf)
        yield from check_order('poppler', poppler, document, ('figcaption', 'caption'), ('Caption',))
        yield from check_captions('poppler', poppler, document)
        yield from check_tables(poppler, document)
        if ''.join(in_cells(pages)) != ''.join(in_cells(poppler)):
            yield 'poppler and pdf.js do not find the same cells'
    for program, arguments in (('qpdf', ['--check']), (PROGRAM, ['verify'])):
        done = subprocess.run([program, *arguments, pdf], capture_output=True, text=True)
        if done.returncode:
            yield f'{pathlib.Path(program).name} finds faults: {done.stderr.strip()[:600]}'


def main():
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    made = []
    for sample, options, reports in RUNS:
        for language in ('da', 'en'):
            study, out = SOURCE / 'samples' / sample, WORK / f'{sample}-{language}'
            given = [*options, '--language', language]
            done = subprocess.run([PROGRAM, 'report', study, '-o', out, '--quiet', '--only', ','.join(reports), *given],
                                  capture_output=True, text=True)
            if done.returncode:
                sys.exit(f'{sample}: status {done.returncode}\n{done.stderr}')
            made += [(out / file, document_of(study, given, name), study, language) for name, file in reports.items()]
    faults = 0
    for (pdf, document, study, language), found in zip(made, pdfjs_of([pdf for pdf, *_ in made])):
        for fault in (*check_report(pdf, found, document), *check_languages(found, study, language)):
            faults += 1
            print(f'{pdf.relative_to(WORK)}: {fault}')
    print(f'{len(made)} reports, {faults} faults')
    sys.exit(1 if faults or len(made) < 8 else 0)


main()
