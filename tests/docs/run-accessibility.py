#!/usr/bin/env python3
"""What docs/accessibility.md says Ladle does, holds of a report: every line of its table has a check here,
made on a finished file with other people's programs.

usage: run-accessibility.py PROGRAM SOURCE_DIR WORK_DIR
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys

program, source, work = (pathlib.Path(a).resolve() for a in sys.argv[1:4])
STUDY = '''
  <section chapter="background">
    <title>A background</title>
    <p>The Danes say <foreign xml:lang="da">ildsjæl</foreign>.<note>A note on that.</note></p>
    <list><item>The first item.</item></list>
    <quote>A thing that was said.</quote>
    <image src="plan.svg" alt="A table with a plan on it."><caption>A visit</caption></image>
    <table id="hours"><caption>Hours a week</caption>
      <row><cell head="yes">Group</cell><cell head="yes">Hours</cell></row>
      <row><cell>Consultants</cell><cell>7</cell></row></table>
  </section>
'''
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><rect width="40" height="30"/></svg>'


def run(*words):
    return subprocess.run(words, capture_output=True, text=True, check=False)


def report(study, name, *options):
    made = run(program, 'report', study, '-o', work / name, '--only', 'final', '--quiet', *options)
    return work / name / 'final.pdf', made


shutil.rmtree(work, ignore_errors=True)
work.mkdir(parents=True)
run(program, 'init', '--language', 'en', work / 'study')
texts = work / 'study/texts.xml'
whole = re.sub(r'(?=<section chapter="design">)', STUDY, texts.read_text(encoding='utf-8'), count=1)
texts.write_text(whole, encoding='utf-8')
(work / 'study/plan.svg').write_text(PICTURE, encoding='utf-8')
pdf, made = report(work / 'study', 'out')
if made.returncode != 0:
    sys.exit(f'no report: {made.stderr}')

objects = json.loads(run('qpdf', '--json=2', '--json-key=qpdf', pdf).stdout)['qpdf'][1]
values = [o['value'] for o in objects.values() if 'value' in o and isinstance(o['value'], dict)]
root = objects['obj:' + objects['trailer']['value']['/Root']]['value']
elements = [v for v in values if '/S' in v and '/P' in v]
spoken = run('pdfinfo', '-struct-text', pdf).stdout
kinds = {e['/S'].lstrip('/') for e in elements}


def text_of(value):
    return value.partition(':')[2] if isinstance(value, str) else ''


def of_kind(kind):
    return [e for e in elements if e['/S'] == f'/{kind}']


def resolved(value):
    return objects['obj:' + value]['value'] if isinstance(value, str) and value.endswith(' R') else value


def pale_theme():
    theme = (source / 'templates/theme.xml').read_text(encoding='utf-8')
    path = work / 'pale.xml'
    path.write_text(re.sub(r'(<colour name="ACC"[^>]*=")#[0-9A-Fa-f]{6}', r'\1#FFE0C0', theme), encoding='utf-8')
    return report(work / 'study', 'pale', '--theme', path)[1].stderr


def without_alternative():
    shutil.copytree(work / 'study', work / 'mute')
    (work / 'mute/texts.xml').write_text(whole.replace(' alt="A table with a plan on it."', ''), encoding='utf-8')
    return report(work / 'mute', 'mute-out')[1].stderr


def attachments_told():
    files = [v for v in values if v.get('/Type') == '/Filespec']
    names = [text_of(f.get('/UF')) for f in files]
    return (any(n.endswith('.csv') for n in names) and any(n.endswith('.xml') for n in names)
            and all(text_of(f.get('/Desc')) and '/AFRelationship' in f for f in files))


CHECKS = {
    'Headings, paragraphs': lambda: {'H1', 'H2', 'P', 'L', 'LI', 'Table', 'BlockQuote', 'Note', 'TOC', 'TOCI',
                                     'Link'} <= kinds
    and spoken.rindex('A background') < spoken.rindex('The first item') < spoken.rindex('Hours a week'),
    'Running heads': lambda: not re.search(r'Page \d+ of \d+', spoken) and spoken.count('Table 1 continued') == 0,
    'Tables': lambda: of_kind('TH') and all('/Scope' in json.dumps(resolved(e.get('/A'))) or '/ID' in e
                                            for e in of_kind('TH')),
    'Charts': lambda: of_kind('Figure') and all(text_of(e.get('/Alt')).strip() for e in of_kind('Figure')),
    'Your images': lambda: any(text_of(e.get('/Alt')) == 'A table with a plan on it.' for e in of_kind('Figure'))
    and '[E205]' in without_alternative(),
    'Language': lambda: text_of(root['/Lang']).startswith('en')
    and any(text_of(e.get('/Lang')) == 'da' for e in of_kind('Span')),
    'Title': lambda: root['/ViewerPreferences']['/DisplayDocTitle'] is True and '/Outlines' in root
    and '/PageLabels' in root,
    'Contrast': lambda: 'contrast' in pale_theme(),
    'Fonts': lambda: all(' yes yes yes ' in line for line in run('pdffonts', pdf).stdout.splitlines()[2:]),
    'Attachments': attachments_told,
}

page = (source / 'docs/accessibility.md').read_text(encoding='utf-8')
table = re.search(r'^## What Ladle does$(.*?)^## ', page, re.M | re.S)[1]
claims = [line.split('|')[1].strip() for line in table.splitlines() if re.match(r'\| \w', line)]
faults = [f'this is said and not tried: {claim}' for claim in claims if not any(claim.startswith(c) for c in CHECKS)]
faults += [f'this is tried and not said: {check}' for check in CHECKS if not any(c.startswith(check) for c in claims)]
faults += [f'docs/accessibility.md says "{name} …", and it is not so' for name, check in CHECKS.items() if not check()]
for words in (('qpdf', '--check'), ('pdfinfo', '-struct-text'), ('pdffonts',), ('pdfdetach', '-list'),
              (program, 'verify')):
    ran = run(*words, pdf)
    if ran.returncode != 0:
        faults.append(f'{" ".join(map(str, words))}: {ran.stdout[-300:]}{ran.stderr[-300:]}')
print('\n'.join(faults) or f'{len(claims)} things that are said of reports are so')
sys.exit(1 if faults or len(claims) < 8 else 0)
