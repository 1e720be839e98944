"""A small PDF that keeps every rule of `ladle verify`, made here and not by Ladle, with a bit of each: headings,
links, contents, lists, a table, a figure, a formula, a note, a form with marks of its own, an attachment.

Objects have names; {name} in their text stands for a reference. A stream is a pair of dictionary and bytes.
"""
import re
import struct
import zlib

XMP = '''<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">A sound file</rdf:li></rdf:Alt></dc:title>
<pdf:Producer>A test</pdf:Producer><xmp:CreateDate>2016-01-13T00:00:00Z</xmp:CreateDate>
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>'''


class Font:
    """What is needed of a TrueType font: widths and the glyphs of characters."""

    def __init__(self, path):
        self.data = path.read_bytes()
        count = struct.unpack('>H', self.data[4:6])[0]
        self.tables = {}
        for i in range(count):
            tag, _, offset, length = struct.unpack('>4sIII', self.data[12 + 16 * i:28 + 16 * i])
            self.tables[tag.decode()] = self.data[offset:offset + length]
        self.units = struct.unpack('>H', self.tables['head'][18:20])[0]
        self.metrics = struct.unpack('>H', self.tables['hhea'][34:36])[0]

    def width(self, glyph):
        at = 4 * min(glyph, self.metrics - 1)
        return round(struct.unpack('>H', self.tables['hmtx'][at:at + 2])[0] * 1000 / self.units, 2)

    def glyph(self, character):
        cmap = self.tables['cmap']
        for i in range(struct.unpack('>H', cmap[2:4])[0]):
            offset = struct.unpack('>I', cmap[8 + 8 * i:12 + 8 * i])[0]
            table = cmap[offset:]
            if struct.unpack('>H', table[:2])[0] == 4:
                return self.lookup(table, ord(character))
        raise KeyError(character)

    @staticmethod
    def lookup(table, code):
        n = struct.unpack('>H', table[6:8])[0] // 2
        words = struct.unpack(f'>{len(table) // 2}H', table[:len(table) // 2 * 2])
        ends, starts, deltas, ranges = (7, 8 + n, 8 + 2 * n, 8 + 3 * n)
        for i in range(n):
            if words[starts + i] <= code <= words[ends + i]:
                if words[ranges + i] == 0:
                    return (code + words[deltas + i]) & 0xFFFF
                at = ranges + i + words[ranges + i] // 2 + code - words[starts + i]
                return (words[at] + words[deltas + i]) & 0xFFFF
        raise KeyError(chr(code))


def text(number, tag='P'):
    return f'/{tag} << /MCID {number} >> BDC BT /F0 12 Tf 50 {800 - 20 * number} Td (Hello) Tj ET EMC\n'


def element(kind, parent, kids, more='', page='{page1}'):
    return f'<< /Type /StructElem /S /{kind} /P {{{parent}}} /Pg {page} {more} /K [ {kids} ] >>'


def objects(fonts):
    font = Font(fonts / 'NotoSans-Regular.ttf')
    letters = {font.glyph(c): c for c in 'Data'}
    widths = ' '.join(f'{glyph} [{font.width(glyph)}]' for glyph in sorted(letters))
    meanings = '\n'.join(f'<{glyph:04x}> <{ord(c):04x}>' for glyph, c in sorted(letters.items()))
    to_unicode = (f'begincmap\n1 begincodespacerange <0000> <ffff> endcodespacerange\n{len(letters)} beginbfchar\n'
                  f'{meanings}\nendbfchar\nendcmap\n')
    descriptor = ('<< /Type /FontDescriptor /FontName /NotoSans-Regular /Flags 32 /FontBBox [-200 -300 1000 1000] '
                  '/ItalicAngle 0 /Ascent 1069 /Descent -293 /CapHeight 714 /StemV 80 /FontFile2 {program} >>')
    simple = ' '.join(str(font.width(font.glyph(chr(c)))) for c in range(32, 127))
    data = ''.join(f'{font.glyph(c):04x}' for c in 'Data')
    page1 = ('/Artifact << /Type /Pagination >> BDC BT /F0 8 Tf 50 20 Td (Page 1) Tj ET EMC\n'
             '/Artifact BMC q 0 0 1 RG 10 10 m 20 20 l S Q EMC\n' + ''.join(text(i) for i in range(12)) +
             '/Figure << /MCID 12 >> BDC q 50 0 0 50 50 400 cm /Im0 Do Q EMC\n' + text(13) + text(14) +
             '/P << /MCID 15 >> BDC q /GS0 gs 0 0 0 rg BT /F1 12 Tf 50 300 Td <' + data + '> Tj ET Q EMC\n')
    page2 = text(0) + '/Fm0 Do\n'
    return {
        'catalog': '<< /Type /Catalog /Pages {pages} /Lang (en-GB) /MarkInfo << /Marked true >> '
                   '/ViewerPreferences << /DisplayDocTitle true >> /StructTreeRoot {root} /Metadata {xmp} '
                   '/OutputIntents [ {intent} ] /Outlines {outlines} /AF [ {spec} ] '
                   '/Names << /EmbeddedFiles << /Names [ (data.csv) {spec} ] >> >> >>',
        'info': '<< /Title (A sound file) /Producer (A test) /CreationDate (D:20160113000000Z) >>',
        'xmp': ('/Type /Metadata /Subtype /XML', XMP.encode()),
        'intent': '<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) '
                  '/DestOutputProfile {profile} >>',
        'profile': ('/N 3', (fonts / 'sRGB.icc').read_bytes()),
        'pages': '<< /Type /Pages /Kids [ {page1} {page2} ] /Count 2 >>',
        'page1': '<< /Type /Page /Parent {pages} /MediaBox [0 0 595 842] /Resources {resources} /Contents {contents1} '
                 '/StructParents 0 /Tabs /S /Annots [ {annotation} ] >>',
        'page2': '<< /Type /Page /Parent {pages} /MediaBox [0 0 595 842] /Resources {resources} /Contents {contents2} '
                 '/StructParents 2 >>',
        'resources': '<< /Font << /F0 {simple} /F1 {composite} >> /XObject << /Im0 {image} /Fm0 {form} >> '
                     '/ExtGState << /GS0 {state} >> >>',
        'state': '<< /Type /ExtGState /BM /Normal >>',
        'contents1': ('', page1.encode()),
        'contents2': ('', page2.encode()),
        'image': ('/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceRGB',
                  b'\x80\x80\x80'),
        'form': ('/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources {resources} /StructParents 3',
                 text(0).encode()),
        'outlines': '<< /Type /Outlines /First {bookmark} /Last {bookmark} /Count 1 >>',
        'bookmark': '<< /Title (Hello) /Parent {outlines} /Dest [{page1} /XYZ 0 800 null] >>',
        'annotation': '<< /Type /Annot /Subtype /Link /Rect [50 740 90 752] /F 4 /StructParent 1 /Border [0 0 0] '
                      '/Contents (To the second page) /Dest [{page2} /XYZ 0 800 null] >>',
        'simple': '<< /Type /Font /Subtype /TrueType /BaseFont /NotoSans-Regular /FirstChar 32 /LastChar 126 '
                  f'/Widths [{simple}] /Encoding /WinAnsiEncoding /FontDescriptor {{descriptor}} >>',
        'composite': '<< /Type /Font /Subtype /Type0 /BaseFont /NotoSans-Regular /Encoding /Identity-H '
                     '/DescendantFonts [ {descendant} ] /ToUnicode {meanings} >>',
        'descendant': '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /NotoSans-Regular /CIDToGIDMap /Identity '
                      '/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> '
                      f'/FontDescriptor {{descriptor}} /DW 0 /W [{widths}] >>',
        'meanings': ('', to_unicode.encode()),
        'descriptor': descriptor,
        'program': (f'/Length1 {len(font.data)}', font.data),
        'spec': '<< /Type /Filespec /F (data.csv) /UF (data.csv) /Desc (The data) /AFRelationship /Data '
                '/EF << /F {file} /UF {file} >> >>',
        'file': ('/Type /EmbeddedFile /Subtype /text#2Fcsv /Params << /Size 4 /ModDate (D:20160113000000Z) >>', b'a,b\n'),
        'root': '<< /Type /StructTreeRoot /K [ {document} ] /ParentTree {parents} /ParentTreeNextKey 4 '
                '/RoleMap << /Claim /P >> /IDTree << /Names [ (h1) {head1} (h2) {head2} (n1) {note} ] >> >>',
        'parents': '<< /Nums [ 0 [ {h1} {h2} {p} {link} {entry} {label} {body} {caption} {head1} {head2} {rowhead} '
                   '{cell} {figure} {formula} {note} {last} ] 1 {link} 2 [ {second} ] 3 [ {formed} ] ] >>',
        'document': element('Document', 'root', '{h1} {h2} {p} {toc} {list} {table} {figure} {formula} {note} {last} '
                            '{second} {formed}', page='null'),
        'h1': element('H1', 'document', '0'), 'h2': element('H2', 'document', '1'),
        'p': element('P', 'document', '2 {link}'),
        'link': element('Link', 'p', '3 << /Type /OBJR /Obj {annotation} >>'),
        'toc': element('TOC', 'document', '{entry}'), 'entry': element('TOCI', 'toc', '4'),
        'list': element('L', 'document', '{item}'), 'item': element('LI', 'list', '{label} {body}'),
        'label': element('Lbl', 'item', '5'), 'body': element('LBody', 'item', '6'),
        'table': element('Table', 'document', '{caption} {thead} {tbody}'),
        'caption': element('Caption', 'table', '7'),
        'thead': element('THead', 'table', '{row1}'), 'tbody': element('TBody', 'table', '{row2}'),
        'row1': element('TR', 'thead', '{head1} {head2}'), 'row2': element('TR', 'tbody', '{rowhead} {cell}'),
        'head1': element('TH', 'row1', '8', '/ID (h1) /A << /O /Table /Scope /Column >>'),
        'head2': element('TH', 'row1', '9', '/ID (h2)'),
        'rowhead': element('TH', 'row2', '10', '/A << /O /Table /Scope /Row >>'),
        'cell': element('TD', 'row2', '11', '/A << /O /Table /Headers [ (h2) ] >>'),
        'figure': element('Figure', 'document', '12', '/Alt (A grey square) /A << /O /Layout /BBox [50 400 100 450] >>'),
        'formula': element('Formula', 'document', '13', '/Alt (a plus b)'),
        'note': element('Note', 'document', '14', '/ID (n1)'),
        'last': element('P', 'document', '15', '/Lang (da)'),
        'second': element('Claim', 'document', '0', page='{page2}'),
        'formed': element('P', 'document', '<< /Type /MCR /Pg {page2} /Stm {form} /MCID 0 >>', page='{page2}'),
    }


def written(objs, trailer='', packed=()):
    """The bytes of the file; streams named in packed are compressed."""
    numbers = {name: i + 1 for i, name in enumerate(objs)}

    def filled(words):
        return re.sub(r'\{(\w+)\}', lambda m: f'{numbers[m[1]]} 0 R', words).encode('latin-1')

    out, offsets = bytearray(b'%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'), []
    for name, number in numbers.items():
        offsets.append(len(out))
        value = objs[name]
        if isinstance(value, tuple):
            head, data = value
            if name in packed:
                head, data = head + ' /Filter /FlateDecode', zlib.compress(data)
            if '/Length ' not in head:
                head += f' /Length {len(data)}'
            out += b'%d 0 obj\n<< %s >>\nstream\n%s\nendstream\nendobj\n' % (number, filled(head), data)
        else:
            out += b'%d 0 obj\n%s\nendobj\n' % (number, filled(value))
    table = len(out)
    out += b'xref\n0 %d\n0000000000 65535 f \n' % (len(offsets) + 1)
    out += b''.join(b'%010d 00000 n \n' % offset for offset in offsets)
    end = trailer or '/ID [ <0123456789abcdef0123456789abcdef> <0123456789abcdef0123456789abcdef> ]'
    out += b'trailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n' % (
        len(offsets) + 1, filled('/Root {catalog} /Info {info} ' + end), table)
    return bytes(out)
