#!/usr/bin/env python3
"""The XML examples of the documentation are right: those of the study format are put together to a
study and checked by the program; those of documents and themes are held against their grammar;
templates make a report.

usage: run-examples.py PROGRAM SOURCE_DIR WORK_DIR
"""
import pathlib
import re
import shutil
import subprocess
import sys

STUDY = 'urn:x-ladle:study'
THEME = {'colour', 'font', 'page', 'band', 'style', 'measure'}


def examples(page):
    return re.findall(r'^```xml\n(.*?)^```', page.read_text(encoding='utf-8'), re.S | re.M)


def root_of(example):
    return re.match(r'\s*<([\w-]+)', example)[1]


def check_study(program, page, work):
    """A framework of one's own goes with no other records, so it gets a study by itself."""
    folder, alone = work / 'study', work / 'framework'
    folder.mkdir(parents=True)
    alone.mkdir()
    for n, example in enumerate(examples(page)):
        root = root_of(example)
        if root == 'framework':
            (alone / 'framework.xml').write_text(example, encoding='utf-8')
            continue
        if root not in ('study', 'records', 'texts'):
            example = f'<records xmlns="{STUDY}" version="1">{example}</records>'
        (folder / f'{n}.xml').write_text(example, encoding='utf-8')
    (alone / 'study.xml').write_text(
        f'<study xmlns="{STUDY}" version="1" xml:lang="en" id="s"><title>T</title>'
        '<author>A</author><wave id="w" dates="2015">W</wave>'
        '<partnership id="p" alias="A"><name>Northlow</name></partnership></study>',
        encoding='utf-8')
    for study in (folder, alone):
        run = subprocess.run([program, 'check', str(study)], capture_output=True, text=True)
        if run.returncode != 0:
            yield f'{page.name}:\n{run.stderr}'


def check_grammar(source, page, work):
    """Fragments are put into the smallest document, or theme, that can hold them."""
    for n, example in enumerate(examples(page)):
        root = root_of(example)
        if root == 'xsl':
            continue
        grammar = ('theme' if root in THEME or root == 'theme' else
                   'language' if root == 'labels' else 'document')
        if root not in ('document', 'theme', 'labels'):
            body = example if root == 'section' else f'<section>{example}</section>'
            example = (f'<theme xmlns="urn:x-ladle:theme" version="1">{example}</theme>'
                       if grammar == 'theme' else
                       '<document xmlns="urn:x-ladle:document" version="1" xml:lang="da" '
                       f'title="T"><master id="body" folio="arabic"/>{body}</document>')
        path = work / f'{page.stem}-{n}.xml'
        path.write_text(example, encoding='utf-8')
        run = subprocess.run(['xmllint', '--noout', '--relaxng',
                              str(source / 'schema' / f'{grammar}.rng'), str(path)],
                             capture_output=True, text=True)
        if run.returncode != 0:
            yield f'{page.name}, example {n + 1}:\n{run.stderr}'


def check_templates(program, source, page, work):
    """A whole template makes a report; so it does with each piece of one put into it."""
    whole = None
    for example in examples(page):
        if root_of(example) == 'xsl':
            if example.startswith('<xsl:stylesheet'):
                whole = example
            else:
                example = re.sub(r'(?=\n  <xsl:template)', '\n' + example, whole, count=1)
            path = work / 'example.xsl'
            path.write_text(example, encoding='utf-8')
            run = subprocess.run([program, 'report', str(source / 'samples/small'), '-o',
                                  str(work / 'out'), '--template', str(path), '--only', 'example'],
                                 capture_output=True, text=True)
            if run.returncode != 0 or not (work / 'out/example.pdf').exists():
                yield f'{page.name}:\n{run.stderr}'


def main():
    program, source, work = (pathlib.Path(p).resolve() for p in sys.argv[1:4])
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    faults = list(check_study(program, source / 'docs/study-format.md', work))
    faults += check_grammar(source, source / 'docs/template-format.md', work)
    faults += check_templates(program, source, source / 'docs/template-format.md', work)
    print('\n'.join(faults) or 'all examples are right')
    sys.exit(1 if faults else 0)


main()
