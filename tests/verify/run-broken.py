#!/usr/bin/env python3
"""Whatever bytes `ladle verify` is given, it ends in time with a verdict.

usage: run-broken.py PROGRAM SOURCE_DIR WORK_DIR

Given are files cut short, with bytes changed, and built to lead a reader astray: objects that lead to themselves,
depths, lengths and numbers that are not true, compressed data that grow without measure, work that is asked for
again and again. What is built so has to be judged within SECONDS of the processor's time.
"""
import pathlib
import random
import resource
import shutil
import signal
import subprocess
import sys
import zlib

sys.dont_write_bytecode = True
import sound_pdf

PROGRAM, SOURCE, WORK = (pathlib.Path(a).resolve() for a in sys.argv[1:4])
TOGETHER, SECONDS = 40, 40
chance = random.Random(1)


def cut(pdf):
    return pdf[:chance.randrange(len(pdf))]


def flipped(pdf):
    out = bytearray(pdf)
    for _ in range(chance.choice((1, 3, 20))):
        out[chance.randrange(len(out))] = chance.randrange(256)
    return bytes(out)


def renumbered(pdf):
    """Some digits changed, which are references, lengths and offsets."""
    out = bytearray(pdf)
    digits = [i for i, byte in enumerate(out) if 48 <= byte <= 57]
    for _ in range(chance.choice((1, 2, 8))):
        out[chance.choice(digits)] = 48 + chance.randrange(10)
    return bytes(out)


def swapped(pdf):
    lines = pdf.split(b'\n')
    i, k = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[i], lines[k] = lines[k], lines[i]
    return b'\n'.join(lines)


def without_program(objs):
    """A font program cut short, so that most bytes of the file are those that are read as objects."""
    head, data = objs['program']
    objs['program'] = ('/Length1 3000', data[:3000])
    return objs


def astray():
    def sound():
        return without_program(sound_pdf.objects(SOURCE / 'fonts'))

    def changed(name, value, **more):
        objs = sound()
        objs[name] = value
        objs.update(more)
        return sound_pdf.written(objs)

    bomb = zlib.compress(b'0 ' * (200 << 20), 9)
    yield 'empty', b''
    yield 'zeros', bytes(10000)
    yield 'header', b'%PDF-1.7\n'
    yield 'deep-array', changed('state', '[' * 100000)
    yield 'deep-dictionary', changed('state', '<< /A ' * 100000)
    yield 'deep-string', changed('state', '(' * 100000)
    yield 'deep-elements', changed('last', sound_pdf.element('P', 'document', '{chain0}'), **{
        f'chain{i}': sound_pdf.element('P', f'chain{i - 1}' if i else 'last', f'{{chain{i + 1}}}' if i < 600 else '')
        for i in range(601)})
    yield 'pages-in-pages', changed('page2', '<< /Type /Pages /Kids [ {pages} {page1} ] >>')
    yield 'reference-to-itself', changed('state', '{state}')
    yield 'references-in-a-ring', changed('state', '{note9}', note9='{state}')
    yield 'length-of-itself', changed('contents2', ('/Length {contents2}', b'q Q'))
    yield 'content-bomb', changed('contents2', ('/Filter /FlateDecode', bomb))
    yield 'bomb-in-bomb', changed('contents2', ('/Filter [ /FlateDecode /FlateDecode ]', zlib.compress(bomb, 9)))
    yield 'many-filters', changed('contents2', ('/Filter [ ' + '/FlateDecode ' * 5000 + ']', bomb))
    yield 'forms-without-end', changed('form', (
        '/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << /F {form1} >> >>', b'/F Do ' * 50), **{
            f'form{i}': ('/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << /F {form%d} >> >>'
                         % (i + 1 if i < 9 else i), b'/F Do ' * 50) for i in range(1, 10)})
    yield 'span-of-a-million', changed('cell', sound_pdf.element(
        'TD', 'row2', '11', '/A << /O /Table /ColSpan 1000000000 /RowSpan 1000000000 >>'))
    yield 'widths-without-end', changed('descendant', '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /N '
                                        '/CIDToGIDMap /Identity /FontDescriptor {descriptor} '
                                        '/W [ 0 2000000000 5 -5 9 [ ] 65535 [1 2 3] ] >>')
    yield 'meanings-without-end', changed('meanings', ('', b'1 beginbfrange <00000000> <ffffffff> <0041> endbfrange ' * 2000))
    yield 'kids-of-kids', changed('parents', '<< /Kids [ {parents} {parents} ] /Nums [ ] >>')
    yield 'outline-in-a-ring', changed('bookmark', '<< /Title (A) /First {bookmark} /Next {outlines} >>')
    yield 'roles-in-a-ring', changed('root', '<< /Type /StructTreeRoot /K [ {document} ] /RoleMap << /Claim /Other /Other '
                                     '/Claim >> >>')
    yield 'metadata-of-entities', changed('xmp', ('/Type /Metadata /Subtype /XML', b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
                                          + b''.join(b'<!ENTITY %c "&%c;&%c;&%c;&%c;&%c;&%c;&%c;&%c;">' % ((i,) + (i - 1,) * 8)
                                                     for i in range(98, 115)) + b']><x>&r;</x>'))
    plain = sound_pdf.written(sound())
    yield from again_and_again(changed, plain)
    yield 'table-in-a-ring', plain.replace(b'/Root', b'/Prev %d /Root' % plain.rindex(b'xref\n0'))
    yield 'table-too-long', plain.replace(b'xref\n0 ', b'xref\n0 99999999')
    yield 'numbers-too-high', plain.replace(b'xref\n0 ', b'xref\n8388000 ')
    index = zlib.compress(bytes(8) * (8 << 20), 9)
    at = len(plain)
    yield 'table-of-nothing', (plain + b'999 0 obj\n<< /Type /XRef /W [1 4 3] /Index [0 2000000000] /Size 2000000000 '
                               b'/Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n'
                               % (len(index), index, at))
    yield 'packed-in-itself', (plain + b'999 0 obj\n<< /Type /XRef /W [1 2 1] /Index [1 1 500 1] /Size 1000 /Root 1 0 R /Length 8 '
                               b'>>\nstream\n\x02\x01\xf4\x00\x02\x01\xf4\x00\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n' % at)


def again_and_again(changed, plain):
    """Small files that ask for much work, many times the same."""
    yield 'elements-in-a-shared-list', changed('last', '<< /Type /StructElem /S /P /P {document} /K {twins} >>',
                                               twins='[ ' + '<< /S /P /K {twins} >> ' * 2 + ']')
    yield 'marks-in-a-shared-list', changed('last', '<< /Type /StructElem /S /P /P {document} /K {many} >>',
                                            numbers='[ ' + '0 ' * 20000 + ']',
                                            many='[ ' + '<< /S /P /K {numbers} >> ' * 20000 + ']')
    yield 'attributes-shared', changed('last', '<< /Type /StructElem /S /P /P {document} /K {many} >>',
                                       attributes='[ ' + '<< /O /List >> ' * 20000 + ']',
                                       many='[ ' + '<< /S /TH /A {attributes} >> ' * 20000 + ']')
    yield 'marks-far-apart', changed('contents2', ('', b'/P << /MCID 2147483000 >> BDC EMC /P << /MCID 5 >> BDC EMC'))
    chain = {f'length{i}': (f'/Length {{length{i + 1}}}', b'') for i in range(20000)}
    yield 'lengths-in-a-chain', changed('contents2', ('/Length {length0}', b'q Q'), **chain, length20000='0')
    yield 'form-drawn-often', changed('contents2', ('', b'/Fm0 Do ' * 100000), form=(
        '/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Filter /FlateDecode', zlib.compress(b' ' * 4000000, 9)))
    yield 'contents-named-often', changed('page2', '<< /Type /Page /Parent {pages} /MediaBox [0 0 9 9] /Resources {resources} '
                                          '/Contents [ ' + '{contents2} ' * 100000 + '] >>', contents2=(
                                              '/Filter /FlateDecode', zlib.compress(b' ' * 4000000, 9)))
    yield 'target-of-a-megabyte', changed('meanings', ('', b'1 beginbfrange <0000> <FFFF> <' + b'0041' * 250000 + b'> endbfrange'))
    yield 'ranges-of-nothing', changed('meanings', ('', b'1 beginbfrange ' + b'<0000> <FFFF> 0 ' * 100000 + b'endbfrange'))
    yield 'widths-over-and-over', changed('descendant', '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /N '
                                          '/CIDToGIDMap /Identity /FontDescriptor {descriptor} '
                                          '/W [ ' + '0 65535 1 ' * 200000 + '] >>')
    fonts = {f'font{i}': '<< /Type /Font /Subtype /TrueType /BaseFont /N /ToUnicode {meanings} /FontDescriptor {descriptor} >>'
             for i in range(2000)}
    yield 'fonts-with-one-program', changed('contents2', ('', b''.join(b'/F%d 9 Tf ' % i for i in range(2000))), **fonts, resources=(
        '<< /Font << ' + ' '.join(f'/F{i} {{font{i}}}' for i in range(2000)) + ' >> >>'),
        meanings=('', b'1 beginbfrange <00000000> <0000ffff> <0041> endbfrange'))
    yield 'rows-of-a-gigabyte', changed('contents2', (
        '/Filter [ ' + '/FlateDecode ' * 4 + '] /DecodeParms << /Predictor 12 /Columns 16777216 /Colors 32 '
        '/BitsPerComponent 16 >>', zlib.compress(b'q Q', 9)), contents1=(
            '/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 16777216 /Colors 32 /BitsPerComponent 16 >>',
            zlib.compress(b'q Q', 9)))
    yield 'resources-looked-up', changed('contents2', ('/Filter /FlateDecode', zlib.compress(b'/z gs ' * 1000000, 9)), resources=(
        '<< /ExtGState << ' + ' '.join(f'/a{i} 1' for i in range(100000)) + ' /z << >> >> >>'))
    yield 'roles-looked-up', changed('root', '<< /Type /StructTreeRoot /K [ {document} ] /RoleMap << ' +
                                     ' '.join(f'/a{i} /a{i + 1}' for i in range(50000)) + ' >> >>')
    yield 'kinds-looked-up', changed('state', '<< ' + '/A 1 ' * 50000 + '/S /Named ' * 50000 + '>>')
    yield 'colours-in-themselves', changed('resources', '<< /ColorSpace {spaces} >>',
                                           spaces='<< ' + ' '.join(f'/a{i} {{spaces}}' for i in range(100)) + ' >>')
    rdf = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
    for name, inner in (('properties', ''.join(f'<p{i}/>' for i in range(100000))),
                        ('values', '<a><rdf:Alt>' + '<rdf:li xml:lang="x-default"/>' * 200000 + '</rdf:Alt></a>')):
        words = f'<rdf:RDF {rdf}><rdf:Description xmlns="urn:x">{inner}</rdf:Description></rdf:RDF>'
        yield f'metadata-of-many-{name}', changed('xmp', ('/Type /Metadata /Subtype /XML /Filter /FlateDecode',
                                                          zlib.compress(words.encode(), 9)))
    table = plain.rindex(b'xref\n0')
    stream = (b'9999 0 obj\n<< /Type /XRef /W [1 4 2] /Size 1 /Length 4 0 R >>\nstream\n' + bytes(7) +
              b'\nendstream\nendobj\n')
    start = plain.rindex(b'startxref')
    yield 'length-before-objects', (plain[:table] + stream + plain[table:start].replace(b'/Root', b'/Prev %d /Root' % table) +
                                    b'startxref\n%d\n%%%%EOF\n' % (table + len(stream)))


def limit_time():
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def run(paths):
    done = subprocess.run([PROGRAM, 'verify', '--quiet', *paths], capture_output=True, text=True, errors='replace',
                          preexec_fn=limit_time)
    if done.returncode in (-signal.SIGXCPU, -signal.SIGKILL):
        return f'does not end in {SECONDS} seconds, or takes all memory'
    if done.returncode not in (0, 1) or 'Sanitizer' in done.stderr or 'runtime error' in done.stderr:
        return f'status {done.returncode}\n{done.stderr[-3000:]}'
    return None


def main():
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    faults = []
    small = without_program(sound_pdf.objects(SOURCE / 'fonts'))
    plain = sound_pdf.written(small)
    whole = sound_pdf.written(sound_pdf.objects(SOURCE / 'fonts'), packed=('contents1', 'program', 'meanings'))
    subprocess.run([PROGRAM, 'report', SOURCE / 'samples/small', '-o', WORK / 'report', '--quiet', '--only', 'partnerskab-a'],
                   capture_output=True, check=True)
    report = (WORK / 'report/partnerships/partnerskab-a.pdf').read_bytes()
    paths = []
    for name, pdf, n in (('plain', plain, 240), ('whole', whole, 60), ('report', report, 60)):
        for i in range(n):
            how = (cut, flipped, renumbered, swapped)[i % 4]
            path = WORK / f'{name}-{i}-{how.__name__}.pdf'
            path.write_bytes(how(pdf))
            paths.append(path)
    for start in range(0, len(paths), TOGETHER):
        if run(paths[start:start + TOGETHER]):
            for path in paths[start:start + TOGETHER]:
                fault = run([path])
                if fault:
                    faults.append(f'{path.name}: {fault}')
    named = 0
    for name, pdf in astray():
        named += 1
        path = WORK / f'{name}.pdf'
        path.write_bytes(pdf)
        fault = run([path])
        if fault:
            faults.append(f'{path.name}: {fault}')
        else:
            path.unlink()
    print('\n'.join(faults))
    print(f'{len(paths)} broken files, {named} built to lead astray, {len(faults)} faults')
    sys.exit(1 if faults else 0)


main()
