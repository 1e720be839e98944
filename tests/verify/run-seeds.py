#!/usr/bin/env python3
"""Every rule of `ladle verify` is broken once, and the fault is found and named; the sound file passes.

usage: run-seeds.py PROGRAM SOURCE_DIR WORK_DIR

A seed changes the objects of the sound file (tests/verify/sound_pdf.py) or its bytes so that one rule is broken;
a rule may have several, one for each way it can be broken.
Others may break with it. A rule without a seed fails the test.
"""
import copy
import json
import pathlib
import re
import shutil
import subprocess
import sys

sys.dont_write_bytecode = True
import sound_pdf

PROGRAM, SOURCE, WORK = (pathlib.Path(a).resolve() for a in sys.argv[1:4])
# The code of each group of rules, by the first word of their ids.
CODES = {'file': 'E620', 'metadata': 'E621', 'structure': 'E622', 'parents': 'E622', 'mark': 'E623', 'content': 'E623',
         'form': 'E623', 'language': 'E624', 'table': 'E625', 'list': 'E625', 'toc': 'E625', 'heading': 'E625',
         'figure': 'E626', 'formula': 'E626', 'note': 'E626', 'annotation': 'E627', 'link': 'E627', 'font': 'E628',
         'colour': 'E629', 'image': 'E629', 'attachment': 'E630', 'read': 'E631'}
ID = '/ID [ <0123456789abcdef0123456789abcdef> <0123456789abcdef0123456789abcdef> ]'


def put(name, old, new):
    """A seed that puts one text in place of another in an object."""
    def change(objs):
        value = objs[name]
        if isinstance(value, tuple):
            head, data = value
            if old in head:
                objs[name] = (head.replace(old, new, 1), data)
            else:
                assert old.encode() in data, f'{name}: no {old}'
                objs[name] = (head, data.replace(old.encode(), new.encode(), 1))
        else:
            assert old in value, f'{name}: no {old}'
            objs[name] = value.replace(old, new, 1)
    return change


def both(*changes):
    def change(objs):
        for one in changes:
            one(objs)
    return change


def add(name, value):
    def change(objs):
        objs[name] = value
    return change


def raw(how):
    """A seed that changes the finished bytes."""
    how.is_raw = True
    return how


def trailer(words):
    def change(objs):
        return words
    change.is_trailer = True
    return change


def profile(at, new):
    def change(objs):
        head, data = objs['profile']
        objs['profile'] = (head, data[:at] + new + data[at + len(new):])
    return change


@raw
def cut(pdf):
    return pdf[:-40]


@raw
def no_version(pdf):
    return pdf.replace(b'%PDF-1.7', b'%PDF-1.9', 1)


@raw
def no_binary(pdf):
    return pdf.replace(b'%\xe2\xe3\xcf\xd3', b'%abcd', 1)


@raw
def more(pdf):
    return pdf + b'more\n'


@raw
def torn(pdf):
    at = pdf.index(b'zzz', pdf.index(b'%PDF')) if b'zzz' in pdf else 0
    at = pdf.index(b'/FlateDecode')
    start = pdf.index(b'stream\n', at) + 7
    return pdf[:start + 10] + b'\xff' * 20 + pdf[start + 30:]


FIELD = '<< /Type /Annot /Subtype /Text /Rect [10 10 20 20] /F 4 /StructParent 1 /Contents (Here) >>'
SEEDS = {
    'read-file': cut,
    'read-object': put('bookmark', '/Title (Hello)', '/Title (Hello'),
    'read-stream': torn,
    'read-limit': put('form', 'BDC', 'BDC /Fm0 Do'),
    'read-pages': put('page2', '/Type /Page', '/Type /Leaf'),
    'file-header': no_version,
    'file-binary': no_binary,
    'file-id': trailer('/Nothing true'),
    'file-encrypted': trailer(ID + ' /Encrypt << /Filter /Standard /V 1 /R 2 >>'),
    'file-end': more,
    'file-length': put('contents2', '', '/Length 9999 '),
    'file-external': put('image', '/Width', '/F (other) /Width'),
    'file-filter': [put('image', '/Width', '/Filter /LZWDecode /Width'),
                    put('contents2', 'BT', 'BI /W 1 /H 1 /BPC 8 /CS /G /F [ /LZW ] ID xx\nEI BT')],
    'file-sizes': put('bookmark', 'Hello', 'Hello' * 7000),
    'file-actions': [put('annotation', '/Dest', '/A << /S /JavaScript /JS (no) >> /NoDest'),
                     put('annotation', '/Dest', '/A << /S /JavaScript /JS (no) /P {page1} >> /NoDest'),
                     both(put('annotation', '/Dest', '/A << /S {script} /JS (no) >> /NoDest'),
                          lambda objs: objs.update(script='/JavaScript'))],
    'file-triggers': put('page2', '/Parent', '/AA << /O << /S /GoTo /D [{page1} /Fit] >> >> /Parent'),
    'file-forms': [put('catalog', '/Pages', '/NeedsRendering true /Pages'),
                   put('catalog', '/Pages', '/AcroForm << /Fields [ ] /NeedAppearances true >> /Pages'),
                   put('catalog', '/Pages', '/AcroForm << /Fields [ ] /XFA (x) >> /Pages')],
    'file-catalog': [put('catalog', '/Pages', '/Requirements [ << /Type /Requirement /S /EnableJavaScripts >> ] /Pages'),
                     put('catalog', '/Names <<', '/Names << /AlternatePresentations << /Names [ ] >>'),
                     put('page2', '/Parent', '/PresSteps << /Type /NavNode >> /Parent')],
    'metadata-stream': put('catalog', '/Metadata', '/Nothing'),
    'metadata-xml': put('xmp', '</rdf:RDF>', ''),
    'metadata-packet': [put('xmp', '?xpacket begin="\ufeff"', '?xpacket begin="" bytes="1000"'),
                        put('xmp', '?xpacket begin="\ufeff"', '?xpacket begin="" encoding="UTF-8"')],
    'metadata-ua': put('xmp', '<pdfuaid:part>1<', '<pdfuaid:part>2<'),
    'metadata-pdfa': put('xmp', '<pdfaid:conformance>A<', '<pdfaid:conformance>B<'),
    'metadata-title': put('xmp', 'A sound file', ''),
    'metadata-display': put('catalog', 'DisplayDocTitle true', 'DisplayDocTitle false'),
    'metadata-info': put('info', 'A test', 'A Test'),
    'metadata-schema': put('xmp', '<pdfaProperty:name>part', '<pdfaProperty:name>whole'),
    'structure-marked': put('catalog', '/Marked true', '/Marked false'),
    'structure-suspects': put('catalog', '/Marked true', '/Marked true /Suspects true'),
    'structure-root': put('catalog', '/StructTreeRoot', '/Nothing'),
    'structure-tree': put('document', '{h2}', '{h2} {h2}'),
    'structure-parent': put('h2', '/P {document}', '/P {p}'),
    'structure-role': put('h2', '/S /H2', '/S /Heading'),
    'structure-remapped': [put('root', '/Claim /P', '/Claim /P /H2 /H1'), put('root', '/Claim /P', '/Claim /P /H2 / '),
                           put('root', '/Claim /P', '/Claim /P /One /Two /Two /One')],
    'structure-ids': put('root', '(n1) {note}', ''),
    'parents-page': put('page1', '/StructParents 0', ''),
    'parents-agree': put('parents', '{h1} {h2}', '{h2} {h1}'),
    'parents-extra': put('parents', '[ {second} ]', '[ {second} {second} ]'),
    'mark-unmarked': put('contents2', '/P <<', '1 1 m 2 2 l S /P <<'),
    'mark-nested': put('contents1', '(Hello) Tj ET EMC\n/P << /MCID 1 >>', '(Hello) Tj ET\n/P << /MCID 1 >>'),
    'mark-artifact': put('contents2', 'BT', '/Artifact BMC EMC BT'),
    'mark-tagged': put('contents1', '(Page 1) Tj ET EMC', '(Page 1) Tj ET /P << /MCID 20 >> BDC EMC EMC'),
    'mark-balance': put('contents2', 'EMC', ''),
    'mark-twice': put('contents1', '/MCID 1 >>', '/MCID 0 >>'),
    'mark-lost': put('h2', '/K [ 1 ]', '/K [ ]'),
    'mark-shared': put('h2', '/K [ 1 ]', '/K [ 1 0 ]'),
    'mark-missing': put('h2', '/K [ 1 ]', '/K [ 1 99 ]'),
    'content-operator': put('contents2', 'BT', 'foo BT'),
    'content-resource': put('contents2', 'BT', '/Nothing gs BT'),
    'content-states': put('contents2', '/Fm0', 'q /Fm0'),
    'form-reference': put('form', '/BBox', '/Ref << /F (other.pdf) /Page 0 >> /BBox'),
    'form-twice': put('contents2', '/Fm0 Do', '/Fm0 Do /Fm0 Do'),
    'language-document': put('catalog', '/Lang (en-GB)', ''),
    'language-valid': put('last', '/Lang (da)', '/Lang (in Danish)'),
    'language-text': put('catalog', '/Lang (en-GB)', ''),
    'table-kids': put('table', '{thead}', '{thead} {rogue}'),
    'table-rows': put('row2', '{cell}', '{cell} {rogue}'),
    'table-parts': put('row1', '/S /TR', '/S /Div'),
    'table-heads': put('tbody', '/S /TBody', '/S /THead'),
    'table-caption': put('table', '{caption} {thead}', '{thead} {caption}'),
    'table-columns': put('cell', '/O /Table', '/O /Table /ColSpan 2'),
    'table-scope': put('head1', '/Scope /Column', ''),
    'table-headers': put('cell', '(h2)', '(h2) (h9)'),
    'list-kids': put('item', '{body}', '{body} {rogue}'),
    'list-parts': put('list', '/S /L', '/S /Div'),
    'toc-kids': put('toc', '{entry}', '{entry} {rogue}'),
    'toc-parts': put('toc', '/S /TOC', '/S /Div'),
    'heading-first': put('h1', '/S /H1', '/S /H2'),
    'heading-skipped': put('h2', '/S /H2', '/S /H3'),
    'heading-mixed': put('h2', '/S /H2', '/S /H'),
    'figure-alt': [put('figure', '/Alt (A grey square)', words) for words in ('', '/Alt ( )', '/Alt <feff00a02003>')],
    'figure-box': put('figure', '/BBox [50 400 100 450]', ''),
    'formula-alt': put('formula', '/Alt (a plus b)', ''),
    'note-id': put('note', '/ID (n1)', ''),
    'note-unique': put('note', '/ID (n1)', '/ID (h1)'),
    'annotation-contents': put('annotation', '/Contents (To the second page)', ''),
    'annotation-nested': put('link', '/S /Link', '/S /Span'),
    'annotation-parent': put('annotation', '/StructParent 1', ''),
    'annotation-tabs': put('page1', '/Tabs /S', '/Tabs /R'),
    'annotation-flags': put('annotation', '/F 4', '/F 6'),
    'annotation-kind': put('annotation', '/Subtype /Link', '/Subtype /Movie'),
    'annotation-looks': put('annotation', '/Subtype /Link', '/Subtype /Square'),
    'link-target': put('annotation', '[{page2} /XYZ', '[{state} /XYZ'),
    'font-dictionary': put('simple', '/FirstChar 32', ''),
    'font-embedded': put('descriptor', '/FontFile2 {program}', ''),
    'font-cmap': put('composite', '/Identity-H', '/Own-H'),
    'font-judged': [put('composite', '/Identity-H', '/UniJIS-UTF16-H'), put('composite', '/Identity-H', '{meanings}')],
    'font-cid-map': put('descendant', '/CIDToGIDMap /Identity', ''),
    'font-encoding': put('simple', '/Encoding /WinAnsiEncoding', ''),
    'font-glyph': put('contents1', '<', '<') ,
    'font-notdef': put('contents1', '<', '<'),
    'font-widths': put('descendant', '/W [', '/W [ 0 [7] ] /Old ['),
    'font-unicode': put('meanings', ' beginbfchar', ' beginold'),
    'font-characters': put('meanings', '> <00', '> <feff00'),
    'font-private': put('meanings', '> <00', '> <e00000'),
    'colour-intent': put('catalog', '/OutputIntents', '/Nothing'),
    'colour-profile': profile(12, b'spac'),
    'colour-rgb': both(profile(16, b'GRAY'), put('profile', '/N 3', '/N 1')),
    'colour-cmyk': [put('contents2', 'BT', '0 0 0 1 k BT'), put('image', '/DeviceRGB', '/DeviceCMYK'),
                    put('contents2', 'BT', 'BI /W 1 /H 1 /BPC 8 /CS [ /Indexed /CMYK 0 <00000000> ] ID x\nEI BT')],
    'colour-rendering': [put('contents2', 'BT', '/Bogus ri BT'), put('state', '/BM', '/RI /Bogus /BM'),
                         put('image', '/Width', '/Intent /Bogus /Width')],
    'colour-state': put('state', '/BM /Normal', '/BM /Normal /TR /Identity'),
    'image-interpolate': put('image', '/Width', '/Interpolate true /Width'),
    'image-alternates': put('image', '/Width', '/Alternates [ ] /Width'),
    'attachment-names': put('spec', '/UF (data.csv)', ''),
    'attachment-words': [put('spec', '/Desc (The data)', ''), put('catalog', '(data.csv) {spec}', '(data.csv) {spec} (more) '
                                                                  '<< /Type /Filespec /F (b) /UF (b) /EF << /F {file} >> >>')],
    'attachment-relation': put('spec', '/AFRelationship /Data', ''),
    'attachment-linked': put('catalog', '/AF [ {spec} ]', ''),
    'attachment-type': put('file', '/Subtype /text#2Fcsv', ''),
    'attachment-data': put('file', '/Size 4', '/Size 5'),
    'attachment-date': put('file', '/ModDate (D:20160113000000Z)', ''),
}


def first_code(new):
    """The first code of the text in the composite font becomes another."""
    def change(objs):
        head, data = objs['contents1']
        changed = re.sub(rb'Td <....', b'Td <' + new.encode(), data)
        assert changed != data
        objs['contents1'] = (head, changed)
    return change


SEEDS['font-glyph'] = first_code('fffe')
SEEDS['font-notdef'] = first_code('0000')
for victim in ('table-kids', 'table-rows', 'list-kids', 'toc-kids'):
    holder = {'table-kids': 'table', 'table-rows': 'row2', 'list-kids': 'item', 'toc-kids': 'toc'}[victim]
    SEEDS[victim] = both(SEEDS[victim], add('rogue', sound_pdf.element('P', holder, '')))


def lengthen(objs):
    head, data = objs['contents2']
    objs['contents2'] = (head + ' /Length 99999', data)


SEEDS['file-length'] = lengthen


def verify(path):
    done = subprocess.run([PROGRAM, 'verify', '--quiet', '--diagnostics', 'json', path], capture_output=True, text=True)
    told = [json.loads(line) for line in done.stderr.splitlines()]
    return done.returncode, [m for m in told if 'code' in m]


def rules_of(messages):
    """(rule, code) of each message"""
    return {(m[1], message['code']) for message in messages
            for m in [re.search(r'rule ([\w-]+) of', message['message'])] if m}


def seeds_of(rule):
    return SEEDS[rule] if isinstance(SEEDS[rule], list) else [SEEDS[rule]]


def seeded(objs, seed):
    if getattr(seed, 'is_raw', False):
        return seed(sound_pdf.written(objs, packed=('contents1',)))
    if getattr(seed, 'is_trailer', False):
        return sound_pdf.written(objs, trailer=seed(objs))
    seed(objs)
    return sound_pdf.written(objs)


def main():
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    source = (SOURCE / 'src/verify/rules.def').read_text()
    rules = re.findall(r'LADLE_RULE\(\w+, "([\w-]+)"', source)
    sound = sound_pdf.objects(SOURCE / 'fonts')
    faults = []
    for packed in ((), ('contents1', 'program', 'meanings')):
        path = WORK / 'sound.pdf'
        path.write_bytes(sound_pdf.written(sound, packed=packed))
        status, messages = verify(path)
        if status or messages:
            faults.append(f'the sound file: status {status}, {messages}')
    if shutil.which('qpdf') and subprocess.run(['qpdf', '--check', WORK / 'sound.pdf'], capture_output=True).returncode:
        faults.append('the sound file: qpdf finds faults')
    for rule in rules:
        if rule not in SEEDS:
            faults.append(f'{rule}: has no seed')
            continue
        for i, seed in enumerate(seeds_of(rule)):
            path = WORK / f'{rule}-{i + 1}.pdf'
            path.write_bytes(seeded(copy.deepcopy(sound), seed))
            status, messages = verify(path)
            if status != 1 or (rule, CODES[rule.split('-')[0]]) not in rules_of(messages):
                faults.append(f'{path.name}: not found (status {status}): {[m["message"] for m in messages]}')
    faults += [f'{rule}: is no rule' for rule in SEEDS if rule not in rules]
    print('\n'.join(faults))
    print(f'{len(rules)} rules, {sum(len(seeds_of(rule)) for rule in SEEDS)} seeds, {len(faults)} faults')
    sys.exit(1 if faults or len(rules) < 80 else 0)


main()
