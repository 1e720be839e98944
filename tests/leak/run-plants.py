#!/usr/bin/env python3
"""No protected name, in any form, reaches a report without names.

usage: run-plants.py PROGRAM SOURCE_DIR WORK_DIR [-v]

Into the small sample something is planted that must not be printed: each form of it once, through
a template that prints every text, and each place once, through the built-in templates. Every plant
must be refused (E701), with nothing written and without the message saying what it was. What only
looks like it (dates, amounts, page ranges) must pass. Last, all names of the study are made
unmistakable and looked for in everything that the program writes.
"""
import pathlib
import re
import shutil
import subprocess
import sys

TEXT = 'Dette er et lille eksempel.'                 # in a section, of the author
SAID = 'Før skulle jeg lede efter den rigtige at tale med. Nu ringer jeg bare.'  # a statement

# What must be refused: (what is put into the author's text, what the message must not hold).
REFUSED = [
    ('Birgit Thygesen', 'Thygesen'), ('BIRGIT THYGESEN', 'THYGESEN'), ('birgit thygesen', 'thygesen'),
    ('Thygesen', 'Thygesen'), ('fru Thygesens mening', 'Thygesen'), ('Thygesen’s mening', 'Thygesen'),
    ("Thygesen's mening", 'Thygesen'), ('THYGESENS', 'THYGESEN'), ('Enevoldsenes', 'Enevoldsen'),
    ('(Thygesen)', 'Thygesen'), ('”Thygesen”,', 'Thygesen'), ('Thygesen/Rahimi', 'Thygesen'),
    ('Birgit\u00a0Thygesen', 'Thygesen'), ('Birgit\n      Thygesen', 'Thygesen'), ('Birgit-Thygesen', 'Thygesen'),
    ('Thy\u00adgesen', 'gesen'), ('T\u00adh\u00ady\u00adgesen', 'gesen'), ('Thy\u200bgesen', 'gesen'),
    ('Thy\u2060ge\u200dsen', 'sen'), ('Thygese\ufeffn', 'Thyg'), ('Ṫhýgësen', 'sen'), ('Thy\u0301gesen', 'gesen'),
    ('Ｔｈｙｇｅｓｅｎ', 'ｅｓｅｎ'), ('Thy<em>gesen</em>', 'gesen'), ('<em>Thy</em><strong>gesen</strong>', 'gesen'),
    ('Birgit <em>Thygesen</em>', 'Thygesen'), ('<strong>B</strong>irgit <em>T</em>hygesens', 'hygesen'),
    ('Sydlev', 'Sydlev'), ('i Nordlev Kommune', 'Nordlev'), ('Nordlevs skole', 'Nordlev'),
    ('Erhvervsskolen Nordlev', 'Erhvervsskolen'), ('Jobcenter Sydlev', 'Sydlev'),
    ('Bramslev Maskinfabrik', 'Bramslev'), ('hos Odelund Bageris ejer', 'Odelund'),
    ('Projekt Ørnerede', 'rnerede'), ('projekt oernerede', None), ('PROJEKT ØRNEREDES', 'RNEREDE'),
    ('skriv til nn@eksempel.dk', 'nn@'), ('æøå.b+c@under.domæne.dk', '@under'),
    ('ring 12 34 56 78', '56 78'), ('ring 12345678.', '12345678'), ('+45 12345678', '12345678'),
    ('+45 12 34 56 78', '34 56'), ('tlf. 12\u00a034\u00a056\u00a078', '34'), ('(12345678)', '12345678'),
    ('0045 12 34 56 78', '34 56'), ('12-34-56-78', '34-56'), ('12.34.56.78', '34.56'), ('1234 5678', '5678'),
    ('cpr 010203-1234', '1234'), ('0102031234', '1234'), ('010203 1234', '1234'), ('født 311299-4321.', '4321'),
    ('010203–1234', '1234'), ('ad Thygesensvej', 'Thygesen'),
]

ALLOWED = [
    '18.9.2014', '2014-09-18', '18.9.2014–30.3.2016', 'kl. 12.30', '1.260.000 kr.', '12.500,50', '12 500 000 kr.',
    '1 260 000', '2007', '2014/2015', '2014-2016', '60(5), 474–481', 's. 1234–1240', 'doi:10.1016/j.jbusres.2006.11.012',
    'https://doi.org/10.1016/j.jbusres.2006.11.012', 'ISBN 978-87-412-5961-4', 'ISBN 9788741259614', 'ISSN 0148-2963',
    '41 %', '1:25.000', 'nr. 17', 'akse 4', '3, 4 og 5', '10 20 30', '0,6113333', '474 481', 'sag 2015-12345',
    'Birgitte', 'Rahimimi', 'Idas', 'nord og syd', 'skolen i byen', 'a@b', '@', 'Sydlevnsk',
]


def copy_sample(source, folder):
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(source / 'samples/small', folder)
    for path in folder.glob('*.xml'):
        path.chmod(0o644)
    edit(folder / 'study.xml', 'smallest-group="3"/>',
         'smallest-group="3"><secret>Projekt Ørnerede</secret></confidentiality>')
    return folder


def edit(path, old, new):
    text = path.read_text()
    if old not in text:
        sys.exit(f'{path.name} of the small sample has no {old!r} any more')
    path.write_text(text.replace(old, new, 1))


class Trial:
    def __init__(self, program, source, work):
        self.program, self.source, self.work = program, source, work
        self.failures = 0
        self.number = 0

    def fail(self, what):
        self.failures += 1
        print('FAILED', what)

    def report(self, study, *options):
        self.number += 1
        out = self.work / f'out-{self.number}'
        done = subprocess.run([self.program, 'report', study, '-o', out, '--quiet', *options],
                              capture_output=True, text=True, timeout=120)
        if re.search('runtime error|Sanitizer', done.stderr):
            self.fail(f'{options}: {done.stderr}')
        self.files = sorted(out.rglob('*.pdf'))
        return done, [p for p in out.rglob('*') if p.is_file() and '.ladle' not in p.parts]

    def must_refuse(self, what, study, hidden, *options, left=()):
        done, files = self.report(study, *options)
        if done.returncode != 1 or '[E701]' not in done.stderr:
            self.fail(f'{what}: let through, status {done.returncode} {done.stderr[-300:]}')
        if sorted(p.name for p in files) != sorted(left):
            self.fail(f'{what}: wrote {[p.name for p in files]}')
        if hidden and hidden in done.stderr + done.stdout:
            self.fail(f'{what}: the message says it: {done.stderr}')

    def must_allow(self, what, study, *options):
        done, files = self.report(study, *options)
        if done.returncode != 0 or not files:
            self.fail(f'{what}: refused: {[l for l in done.stderr.splitlines() if "error" in l][:3]}')


def forms(trial):
    printer = ['--only', 'all', '--template', trial.source / 'tests/leak/all.xsl']
    for plant, hidden in REFUSED:
        study = copy_sample(trial.source, trial.work / 'study')
        edit(study / 'texts.xml', TEXT, f'Det siger {plant} til os.')
        trial.must_refuse(f'form {plant!r}', study, hidden, *printer)
    study = copy_sample(trial.source, trial.work / 'study')
    everything = ''.join(f'<p>Se {plant} i dag.</p><p>Se {plant}</p><p>{plant}.</p>' for plant in ALLOWED)
    edit(study / 'texts.xml', f'<p>{TEXT}', f'{everything}<p>{TEXT}')
    done, _ = trial.report(study, *printer)
    if done.returncode:  # which one was it?
        for plant in ALLOWED:
            study = copy_sample(trial.source, trial.work / 'study')
            edit(study / 'texts.xml', TEXT, f'Se {plant} i dag.</p><p>Se {plant}</p><p>{plant}.')
            trial.must_allow(f'harmless {plant!r}', study, *printer)


# (file, what stands there, what comes there): a place each for the name.
PLACES = [
    ('records.xml', SAID, 'NAME ringer bare.'),
    ('records.xml', 'Konsulenterne fordeler de næste fire besøg', 'NAME fordeler de næste fire besøg'),
    ('records.xml', 'Vi aftaler på mødet.', 'Vi aftaler med NAME.'),
    ('records.xml', 'value="Delvis"', 'value="NAME"'),
    ('records.xml', 'Måltal for partnerskabet', 'Måltal for NAME'),
    ('records.xml', 'Datoer for de næste møder', 'Datoer for NAME'),
    ('study.xml', 'To partnerskaber om virksomhedsbesøg', 'NAME og andre'),
    ('study.xml', 'Tilsagn om støtte', 'Tilsagn til NAME'),
    ('study.xml', '<author>N. N.', '<author>Birgit NAME'),
    ('study.xml', 'alias="Partnerskab A"', 'alias="NAMEs folk"'),
    ('study.xml', '>Baseline</wave>', '>NAMEs tid</wave>'),
    ('texts.xml', TEXT, 'NAME mener noget.'),
    ('texts.xml', 'Hvad arbejdet går ud på', 'Hvad NAME gør'),
    ('texts.xml', 'Moderat, hvor den er belyst.', 'NAME bærer den.'),
    ('texts.xml', 'Reglerne for', 'NAMEs regler for'),
    ('texts.xml', 'Kvist, Jon (2007)', 'NAME, Birgit (2007)'),
    ('texts.xml', 'pages="474"', 'pages="NAME"'),
    ('texts.xml', f'<p>{TEXT}', f'<box kind="case"><title>NAME</title><p>Ord.</p></box><p>{TEXT}'),
    ('texts.xml', f'<p>{TEXT}', f'<box kind="quote"><p>Ord.</p><by>NAME</by></box><p>{TEXT}'),
    ('texts.xml', f'<p>{TEXT}',
     f'<table><caption>NAME</caption><row><cell>1</cell></row></table><p>{TEXT}'),
    ('texts.xml', f'<p>{TEXT}', f'<table><row><cell>1</cell><cell>NAME</cell></row></table><p>{TEXT}'),
    ('texts.xml', f'<p>{TEXT}', f'<image src="tom.svg" alt="NAME"/><p>{TEXT}'),
    ('texts.xml', f'<p>{TEXT}', f'<image src="tom.svg" alt="x"><caption>NAME</caption></image><p>{TEXT}'),
    ('texts.xml', TEXT, '<link href="https://eksempel.dk/NAME">Et ord</link>'),
    ('texts.xml', TEXT, '<link href="https://eksempel.dk/?q=NAME%20">Et ord</link>'),
    ('texts.xml', TEXT, '<link href="mailto:nn@eksempel.dk">Et ord</link>'),
    ('texts.xml', TEXT, '<foreign xml:lang="en">NAME says</foreign>'),
]


# Words in a drawing, which the program does not set itself.
DRAWINGS = ['<text x="1" y="9">NAME</text>', '<g><text x="1" y="9"><tspan>Thy</tspan><tspan x="20">gesen</tspan></text></g>',
            '<text x="1" y="9">Th&#xFD;gesens</text>', '<a href="https://eksempel.dk/NAME"><rect width="1" height="1"/></a>',
            '<style>text { fill: red }</style><switch><text x="1" y="9">hos NAME</text></switch>']


def drawings(trial):
    for drawing in DRAWINGS:
        study = copy_sample(trial.source, trial.work / 'study')
        edit(study / 'texts.xml', f'<p>{TEXT}', f'<image src="tegning.svg" alt="x"/><p>{TEXT}')
        (study / 'tegning.svg').write_text('<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20">'
                                           f'{drawing.replace("NAME", "Thygesen")}</svg>')
        trial.must_refuse(f'drawing {drawing}', study, 'Thygesen', '--only', 'final')
    (study / 'tegning.svg').write_text('<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20">'
                                       '<text x="1" y="9">Besøg</text></svg>')
    trial.must_allow('drawing without names', study, '--only', 'final')


def places(trial):
    for file, old, new in PLACES:
        study = copy_sample(trial.source, trial.work / 'study')
        shutil.copy(trial.source / 'tests/mutation/valid/tom.svg', study)
        edit(study / file, old, new.replace('NAME', 'Thygesen'))
        # What is wrong with an answer is told with the answer: that is for the researcher's eyes.
        hidden = None if old.startswith('value=') else 'Thygesen'
        trial.must_refuse(f'place {new!r}', study, hidden, '--only', 'final')
    # In one partnership's text only: that report is not made, the others are.
    study = copy_sample(trial.source, trial.work / 'study')
    edit(study / 'texts.xml', 'Partnerskabet har fået gang i besøgene', 'Thygesen har fået gang i besøgene')
    trial.must_refuse('in one report', study, 'Thygesen', '--only', 'nord,syd', left=['partnerskab-b.pdf'])


CANARY = 'Kanarifugl'


def with_canaries(source, folder):
    """Every field of a study that may name somebody holds a word of its own."""
    study = copy_sample(source, folder)
    text = (study / 'study.xml').read_text()
    count = 0

    def canary(match):
        nonlocal count
        count += 1
        return f'{match[1]}{CANARY}{"abcdefghijklmnopqrstuvwxyz"[count % 26]}{count}{match[3]}'
    for pattern in (r'(<organisation [^>]*>)([^<]*)(</organisation>)', r'(<person [^>]*>)([^<]*)(</person>)',
                    r'(<name>)([^<]*)(</name>)', r'(<municipality>)([^<]*)(</municipality>)',
                    r'(<secret>)([^<]*)(</secret>)'):
        text = re.sub(pattern, canary, text)
    # A role of its own for one person: a group of one.
    text = text.replace('role="leder">', f'role="{CANARY}rolle">', 1)
    (study / 'study.xml').write_text(text)
    records = (study / 'records.xml').read_text()
    records = re.sub(r'(interviewer=")([^"]*)(")', canary, records)
    records = re.sub(r'(observer=")([^"]*)(")', canary, records)
    records = re.sub(r'(firm=")([^"]*)(")', canary, records)
    records = re.sub(r'(<coding )()(element="goals")', rf'\1coder="{CANARY}koder" \3', records)
    # Ids are often names as well.
    for old in ('birgit', 'omar', 'lise', 'karen', 'jens', 'poul', 'ida', 'hanne', 'job-nord', 'job-syd',
                'nord-styregruppe', 'nord-konsulenter', 'syd-konsulenter'):
        records = records.replace(f'"{old}"', f'"{CANARY}-{old}"')
        text = text.replace(f'"{old}"', f'"{CANARY}-{old}"')
    records = re.sub(r'id="(\w[^"]*)"', rf'id="{CANARY}-\1"', records)
    records = records.replace('meeting="', f'meeting="{CANARY}-')
    (study / 'study.xml').write_text(text)
    (study / 'records.xml').write_text(records)
    texts = (study / 'texts.xml').read_text().replace('statement="', f'statement="{CANARY}-')
    (study / 'texts.xml').write_text(texts)
    return study


def canaries(trial):
    study = with_canaries(trial.source, trial.work / 'kanari')
    found = re.compile(CANARY[:7], re.IGNORECASE)
    done, files = trial.report(study)
    if done.returncode or len(files) != 3:
        trial.fail(f'canaries: status {done.returncode} {done.stderr}')
    if found.search(done.stderr + done.stdout):
        trial.fail(f'a message holds a name: {done.stderr}')
    for path in sorted((trial.work / f'out-{trial.number}').rglob('*')):
        if found.search(str(path.relative_to(trial.work))):
            trial.fail(f'a file is named {path}')
        if not path.is_file():
            continue
        held = {'its bytes': path.read_bytes()}
        if path.suffix == '.pdf':
            held['its text'] = subprocess.run(['pdftotext', '-raw', path, '-'], capture_output=True).stdout
            held['its objects'] = subprocess.run(
                ['qpdf', '--qdf', '--object-streams=disable', path, '-'], capture_output=True).stdout
            if len(held['its text']) < 1000 or len(held['its objects']) < 10000:
                trial.fail(f'{path.name} cannot be looked into')
        for what, data in held.items():
            for text in (data.decode('latin-1'), data.decode('utf-16-be', 'replace'),
                         data[1:].decode('utf-16-be', 'replace')):
                if found.search(text):
                    trial.fail(f'{path.name}: {what} hold a name: '
                               f'{text[max(0, found.search(text).start() - 60):][:120]!r}')
    for stage in ('input', 'document', 'pages'):
        done = subprocess.run([trial.program, 'report', study, '--dump', stage], capture_output=True, text=True)
        if done.returncode or len(done.stdout) < 10000 or found.search(done.stdout):
            trial.fail(f'--dump {stage} holds a name')
    # The search can find something: with names, they are there.
    edit(study / 'study.xml', 'partnerships="anonymous" people="anonymous"', 'partnerships="named" people="named"')
    done, files = trial.report(study, '--names', '--only', 'nord')
    text = subprocess.run(['pdftotext', '-raw', files[0], '-'], capture_output=True, text=True).stdout if files else ''
    if done.returncode or not found.search(text):
        trial.fail(f'with --names, there are no names: {done.stderr}')


def attachments(trial):
    """A name that would stand in the attached input and on no page."""
    silent = ['--only', 'silent', '--template', trial.source / 'tests/leak/silent.xsl']
    study = copy_sample(trial.source, trial.work / 'study')
    trial.must_allow('a report that says nothing', study, *silent)
    attached = subprocess.run(['pdfdetach', '-list', *trial.files], capture_output=True, text=True).stdout
    if 'grundlag.xml' not in attached:
        trial.fail(f'no input attached: {attached}')
    for file, old, new in (('texts.xml', TEXT, 'NAME mener noget.'), ('texts.xml', TEXT, 'Thy<em>gesen</em> mener noget.'),
                           ('texts.xml', TEXT, 'Se<em>NAME</em>herom.'),
                           ('texts.xml', TEXT, 'Se<em>NAME<strong>om</strong></em>herom.'),
                           ('records.xml', SAID, 'NAME ringer bare.'), ('study.xml', 'alias="Partnerskab A"', 'alias="NAMEs folk"')):
        study = copy_sample(trial.source, trial.work / 'study')
        edit(study / file, old, new.replace('NAME', 'Thygesen'))
        trial.must_refuse(f'attached {new!r}', study, 'Thygesen', *silent)


def researchers(trial):
    """Who observed or interviewed is named nowhere, but as an author on the cover."""
    study = copy_sample(trial.source, trial.work / 'study')
    edit(study / 'texts.xml', TEXT, 'Tove Skriverøe spurgte.')
    trial.must_allow('a name that nobody bears', study)
    edit(study / 'records.xml', 'date="2015-11-24" observer="N. N."', 'date="2015-11-24" observer="Tove Skriverøe"')
    trial.must_refuse('a researcher', study, 'Skriver', '--only', 'final')
    edit(study / 'study.xml', '<author>N. N.</author>', '<author>Tove Skriverøe</author>')
    trial.must_allow('a researcher who is an author', study)


def written(trial):
    """Each kind of text that authors write, and what of a study is never printed."""
    texts = 'xml:lang="da">'
    for plant in ('<chapter id="background"><title>NAMEs baggrund</title></chapter>',
                  '<message part="figure-2">NAME fører</message>',
                  '<section chapter="background"><p>Se<br/>NAME.</p></section>',
                  '<section chapter="background"><p>Hun sagde <q>NAME ved det</q>.</p></section>',
                  '<section chapter="recommendations"><recommendation to="NAME">Gør det.</recommendation></section>',
                  '<section chapter="recommendations"><recommendation><p>Spørg NAME.</p></recommendation></section>',
                  '<bibliography cite="author-year"><source id="ny" short="Birgit NAME 2015">Bog.</source></bibliography>'):
        study = copy_sample(trial.source, trial.work / 'study')
        edit(study / 'texts.xml', texts, f'{texts}{plant.replace("NAME", "Thygesen")}')
        trial.must_refuse(f'written {plant!r}', study, 'Thygesen', '--only', 'final')
    study = copy_sample(trial.source, trial.work / 'study')
    edit(study / 'records.xml', '<statement ', '<statement source="Thygesen.docx" ')
    trial.must_allow('where a statement was brought in from', study)


def free(trial):
    """Words that the study frees, exactly; and no more of a name than they are."""
    for words, plant, allowed in (('Thygesen', 'Thygesen', True), ('Thygesen', 'thygesen', False),
                                  ('thygesen', 'en thygesen', True), ('Thygesen', 'Birgit Thygesen', False),
                                  ('Thygesen Maskinfabrik', 'Thygesen Maskinfabrik', True),
                                  ('Thygesen Maskinfabrik', 'Thygesen', False), ('Thyge', 'Thygesen', False),
                                  ('Thygesen', 'Thygesen og Thygesens', False)):
        study = copy_sample(trial.source, trial.work / 'study')
        edit(study / 'study.xml', '</confidentiality>', f'<free>{words}</free></confidentiality>')
        edit(study / 'texts.xml', TEXT, f'Det siger {plant} til os.')
        if allowed:
            trial.must_allow(f'free {words!r}, {plant!r}', study, '--only', 'final')
        else:
            trial.must_refuse(f'free {words!r}, {plant!r}', study, None, '--only', 'final')


def addresses(trial):
    """A person's e-mail address is printed nowhere, with names or without, however it is written."""
    for names in ([], ['--names']):
        study = copy_sample(trial.source, trial.work / 'study')
        edit(study / 'study.xml', 'partnerships="anonymous" people="anonymous"', 'partnerships="named" people="named"')
        edit(study / 'study.xml', '<person ', '<person email="ugle@hulen.dk" ')
        trial.must_allow('an address in the study', study, '--only', 'final', *names)
        edit(study / 'texts.xml', TEXT, 'Skriv til ugle hulen dk.')
        trial.must_refuse('an address in words', study, 'hulen', '--only', 'final', *names)


def main():
    program, source, work = (pathlib.Path(a).resolve() for a in sys.argv[1:4])
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    trial = Trial(program, source, work)
    forms(trial)
    places(trial)
    drawings(trial)
    written(trial)
    free(trial)
    addresses(trial)
    canaries(trial)
    attachments(trial)
    researchers(trial)
    print(f'{len(REFUSED)} forms, {len(PLACES) + 1} places, {len(ALLOWED)} harmless: {trial.failures} failures')
    sys.exit(1 if trial.failures else 0)


main()
