#!/usr/bin/env python3
"""Reports of random studies: whatever the study, its reports are made, in Danish and in English,
and the main results of the final one, those of the samples too, keep to two pages.

usage: run-reports.py PROGRAM SOURCE_DIR WORK_DIR [FIRST LAST]

The studies are those of studies.py: own frameworks with few or many levels, elements and guides,
strange dates, missing things. A report may be refused only for what the study itself cannot have
(no records, a character no font has); everything else that goes wrong on the way from the results
to the pages (a table off the page, text over text, an empty chart) fails the test.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import studies  # noqa: E402

ALLOWED = {'E501', 'E662'}


SAMPLES = [('midt', 'w1'), ('midt', 'w2'), ('small', 'w1')]


def results_pages(program, study, language, wave=None):
    """How many pages the main results take: up to the page the next thing in the outline begins on."""
    command = [program, 'report', str(study), '--dump', 'pages', '--only', 'final', '--quiet',
               '--language', language]
    run = subprocess.run(command + (['--wave', wave] if wave else []), capture_output=True, text=True,
                         timeout=600)
    outline = [int(page) for page in re.findall(r'^outline 1 (\d+) ', run.stdout, re.M)]
    begins = re.search(r'^destination results (\d+) ', run.stdout, re.M)
    if not begins:
        return None
    return min(page for page in outline if page > int(begins[1])) - int(begins[1])


def check_samples(program, source):
    failed = 0
    for sample, wave in SAMPLES:
        for language in ('da', 'en'):
            pages = results_pages(program, pathlib.Path(source) / 'samples' / sample, language, wave)
            if pages is None or pages > 2:
                failed += 1
                print(f'FAILED {sample} {wave} {language}: the main results take {pages} pages')
    return failed


def check_many(program, framework, work):
    """More partnerships than have room for what was before, for a sentence, and for a column each."""
    failed = 0
    for partnerships in (8, 9, 20, 21, 30):
        folder = pathlib.Path(work) / f'many-{partnerships}'
        shutil.rmtree(folder, ignore_errors=True)
        study = studies.Study(3, str(framework), partnerships)
        for _ in range(8 * partnerships):
            study.make_record()
        study.write(str(folder))
        for language in ('da', 'en'):
            pages = results_pages(program, folder, language)
            if pages is None or pages > 2:
                failed += 1
                print(f'FAILED {partnerships} partnerships: the main results take {pages} pages')
    return failed


def main():
    program, source, work = sys.argv[1:4]
    first, last = (int(a) for a in sys.argv[4:6]) if len(sys.argv) > 5 else (0, 16)
    framework = pathlib.Path(source) / 'templates/framework/framework-da.xml'
    failed = made = 0
    if first == 0:
        failed = check_samples(program, source) + check_many(program, framework, work)
    for seed in range(first, last):
        study, out = pathlib.Path(work) / f'study-{seed}', pathlib.Path(work) / f'out-{seed}'
        for folder in (study, out):
            shutil.rmtree(folder, ignore_errors=True)
        studies.Study(seed, str(framework) if seed % 3 == 0 else None).write(str(study))
        command = [program, 'report', str(study), '-o', str(out), '--quiet',
                   '--language', 'en' if seed % 2 else 'da']
        run = subprocess.run(command, capture_output=True, text=True, timeout=600)
        codes = set(re.findall(r'\[(E\d+)\]', run.stderr))
        if codes & ALLOWED:
            codes.discard('E666')                    # that a report was not made follows from it
        finding = re.search(r'runtime error|Sanitizer', run.stderr)
        if codes - ALLOWED or finding or (run.returncode != 0 and not codes):
            failed += 1
            print(f'FAILED seed {seed}: status {run.returncode}')
            print('\n'.join(l for l in run.stderr.splitlines()
                            if '[E' in l or 'error' in l)[:2000])
        elif run.returncode == 0:
            made += 1
            for language in ('da', 'en'):
                pages = results_pages(program, study, language)
                if pages is None or pages > 2:
                    failed += 1
                    print(f'FAILED seed {seed}: the main results take {pages} pages in {language}')
        shutil.rmtree(out, ignore_errors=True)
    print(f'{last - first} studies, {made} with all their reports, {failed} failures')
    sys.exit(1 if failed or made * 3 < last - first else 0)


main()
