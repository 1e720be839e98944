#!/usr/bin/env python3
"""With --set evidence=… a report holds as much of the evidence as was asked for, and no more: on its
pages, in its data and in the attached input alike.

usage: run-held.py PROGRAM SOURCE_DIR WORK_DIR

Of each sample's reports, for all, cited and none: the words of every item that is held stand on the
pages, in the list's data and in the attached input, and those of none that is left out do anywhere.
(What an author wrote, and what stands word for word in an item that is held, is no item's alone.)
All numbers are of the same items, however many are held. With records=yes what is no evidence is printed, without it stands in the data.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ET

I = '{urn:x-ladle:input}'
SAMPLES = {'midt': ['final', 'partnerskab-a'], 'small': ['final']}
LIST = ('belaegsliste.csv', 'evidence-list.csv')
RECORDS = ('oevrigt-materiale.csv', 'other-material.csv')


def bare(text):
    return re.sub(r'[\W_]', '', unicodedata.normalize('NFKC', text)).casefold()


class Report:
    """What a file holds: its pages, and its attachments, as words without what parts them."""
    def __init__(self, pdf, work):
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir(parents=True)
        self.text = subprocess.run(['pdftotext', '-raw', pdf, '-'], capture_output=True, text=True,
                                   check=True).stdout
        subprocess.run(['pdfdetach', '-saveall', '-o', work, pdf], check=True)
        files = {file.name: file.read_text(encoding='utf-8') for file in work.iterdir()}
        self.pages = bare(re.sub('(?:\u00ad|-|\u2010)\\s*\n', '', self.text))
        self.data = {name: bare(text) for name, text in files.items() if name.endswith('.csv')}
        inputs = [text for text in files.values() if '<input xmlns="urn:x-ladle:input"' in text]
        assert len(inputs) == 1, sorted(files)
        self.input = ET.fromstring(inputs[0])
        self.attached = bare(''.join(self.input.itertext()))
        self.items = {item.get('id'): item for item in self.input.iter(I + 'item') if item.get('id')}


def make(program, study, out, settings, only):
    words = [word for setting in settings for word in ('--set', setting)]
    run = subprocess.run([program, 'report', study, '-o', out, '--quiet', '--only', ','.join(only), *words],
                         capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return {name: Report(next(out.rglob(f'{name}.pdf')), out / f'files-{name}') for name in only}


def words_of(item):
    return bare(item.findtext(I + 'text') or '')


def check_held(report, everything):
    """What is held is everywhere, what is left out nowhere; how many of the latter."""
    evidence = report.input.find(I + 'evidence')
    assert int(evidence.get('items')) == len(everything.items)
    assert int(evidence.get('left-out')) == len(everything.items) - len(report.items)
    table = next((text for name, text in report.data.items() if name in LIST), '')
    for number, item in report.items.items():
        full = everything.items[number]
        assert ET.tostring(item) == ET.tostring(full), f'{number} is another item'
        assert words_of(item) in report.pages, f'{number} is not printed'
        assert words_of(item) in table, f'{number} is not in the data'
    authors = bare(''.join(report.input.find(I + 'texts').itertext()))
    spared = authors + ' ' + ' '.join(words_of(item) for item in report.items.values())
    spared += ' ' + ' '.join(bare(''.join(node.itertext())) for name in ('records', 'framework', 'labels')
                             for node in report.input.findall(I + name))
    left_out = [item for number, item in everything.items.items() if number not in report.items]
    tested = 0
    for item in left_out:
        words = words_of(item)
        if len(words) < 12 or words in spared:   # "ja" alone tells of nothing
            continue
        tested += 1
        for place, text in [('pages', report.pages), ('input', report.attached), *report.data.items()]:
            assert words not in text, f'{item.get("id")} is left out, but stands in {place}'
    return len(left_out), tested


def main():
    program, source, work = (pathlib.Path(a).resolve() for a in sys.argv[1:4])
    shutil.rmtree(work, ignore_errors=True)
    totals = {}
    for sample, only in SAMPLES.items():
        study = source / 'samples' / sample
        full = make(program, study, work / sample / 'all', ['evidence=all'], only)
        plain = make(program, study, work / sample / 'plain', [], only)
        for held in ('cited', 'none'):
            for name, report in make(program, study, work / sample / held, [f'evidence={held}'], only).items():
                left_out, tested = check_held(report, full[name])
                totals[held] = totals.get(held, 0) + tested
                assert report.input.find(I + 'evidence').get('held') == held
                assert (len(report.items) == 0) == (held == 'none'), f'{sample} {name} {held}'
                label = report.input.find(f"{I}labels/{I}label[@id='evidence.held.{held}']").text
                said = bare(re.split(r'\{[^}]*\}', label)[-1])
                assert said in report.pages, f'{sample} {name}: nothing says that {left_out} items are left out'
        for name, report in plain.items():
            assert (report.text, report.data) == (full[name].text, full[name].data), 'all is what is by itself'
            check_held(report, full[name])
        printed = make(program, study, work / sample / 'records', ['records=yes'], ['final'])['final']
        for node in printed.input.findall(f'{I}records/{I}record/{I}title'):
            words = bare(node.text)
            assert words in printed.pages, f'{node.text}: not printed with records=yes'
            table = ''.join(full['final'].data.get(name, '') for name in RECORDS)
            assert words in table, f'{node.text}: not in the data with records=no'
            assert not any(name in printed.data for name in RECORDS), 'printed, and data of its own'
    print(', '.join(f'{held}: {n} items looked for in vain' for held, n in totals.items()))
    assert all(n > 100 for n in totals.values())


main()
