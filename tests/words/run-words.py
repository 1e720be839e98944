#!/usr/bin/env python3
"""Every word of a study is found in its reports, or in a message about the text it stands in.

usage: run-words.py PROGRAM SOURCE_DIR WORK_DIR

Words of statements, answers, agenda items, titles, events and authors' texts are looked for in what
`pdftotext -raw` gives of all reports together, every two neighbours side by side. Words broken at a
line end are joined again. Of a text that `ladle check` says no report holds (W354), nothing is asked. A text that goes on over a page may be parted in one place by what stands
at the page's end and head, and in more by its own notes, references and the like.
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ET
import xml.parsers.expat

S = '{urn:x-ladle:study}'
# What the built-in templates print of a study of one wave only: for the samples, each wave in turn,
# and the brochure of the one that has the text for it.
RUNS = {'small': [['--set', 'records=yes']],
        'midt': [['--wave', wave, '--set', 'records=yes'] for wave in ('w1', 'w2')],
        'centres': [['--template', 'brochure']],
        # All that authors can write, in two rounds.
        'rounds': [['--wave', 'w1', '--set', 'records=yes'], ['--wave', 'w2', '--set', 'records=yes'],
                   ['--template', 'brochure']]}
ATTRIBUTES = {'recommendation': ('to',), 'source': ('short',)}


def words_of(text):
    text = unicodedata.normalize('NFC', text).replace('\u00ad', '').replace('\u2060', '')
    return re.findall(r'[^\W_]+', text)


def neighbours(words):
    return set(zip(words, words[1:]))


def own_text(element):
    for line_end in element.iter(S + 'br'):
        line_end.text = ' '
    return ''.join(element.itertext())


def told(program, study):
    """(file, place among the root's children) of texts that a message says are in no report."""
    done = subprocess.run([program, 'check', '--diagnostics', 'json', study], capture_output=True, text=True)
    lines = {(m['file'], m['line']) for m in map(json.loads, done.stdout.splitlines() + done.stderr.splitlines())
             if m.get('code') == 'W354'}
    places = set()
    for path in study.rglob('*.xml'):
        depth, children = 0, 0
        parser = xml.parsers.expat.ParserCreate()

        def start(_name, _attributes):
            nonlocal depth, children
            depth += 1
            if depth == 2:
                if (path.relative_to(study).as_posix(), parser.CurrentLineNumber) in lines:
                    places.add((path.name, children))
                children += 1

        def end(_name):
            nonlocal depth
            depth -= 1

        parser.StartElementHandler, parser.EndElementHandler = start, end
        parser.Parse(path.read_bytes(), True)
    return places


def wanted(folder, without):
    """(place, words) of all that should be printed."""
    for path in sorted(folder.rglob('*.xml')):
        root = ET.parse(path).getroot()
        for n in sorted((n for name, n in without if name == path.name), reverse=True):
            del root[n]
        for element in root.iter():
            tag = element.tag.replace(S, '')
            at = f'{path.name} <{tag}>'
            if root.tag == S + 'study' and tag in ('title', 'subtitle', 'programme', 'publisher', 'author',
                                                   'event', 'wave'):
                yield at, own_text(element)
            elif root.tag == S + 'records':
                if tag in ('quote', 'note', 'answer', 'item', 'title'):
                    yield f'{at} {own_text(element)[:40]}', own_text(element)
                if tag == 'answer' and element.get('value'):
                    yield f'{at} value', element.get('value')
            elif root.tag == S + 'texts' and tag in ('p', 'title', 'item', 'cell', 'caption', 'quote', 'by',
                                                     'source', 'q', 'message', 'recommendation'):
                yield f'{at} {own_text(element)[:40]}', own_text(element)
            for name in ATTRIBUTES.get(tag, ()):
                if element.get(name):
                    yield f'{at} {name}', element.get(name)


def printed(program, study, work, runs):
    text = ''
    for i, options in enumerate(runs):
        out = work / f'{study.name}-{i}'
        done = subprocess.run([program, 'report', study, '-o', out, '--quiet', *options], capture_output=True,
                              text=True)
        if done.returncode:
            sys.exit(f'{study.name}: status {done.returncode}\n{done.stderr}')
        for pdf in sorted(out.rglob('*.pdf')):
            text += subprocess.run(['pdftotext', '-raw', pdf, '-'], capture_output=True, text=True).stdout + '\n'
    return text


def main():
    program, source, work = (pathlib.Path(a).resolve() for a in sys.argv[1:4])
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    failures = total = 0
    for name, runs in RUNS.items():
        study = source / 'samples' / name
        if not study.exists():
            study = source / 'tests/words' / name
        text = unicodedata.normalize('NFC', printed(program, study, work, runs))
        joined = re.sub('(?:\u00ad|-|\u2010)\\s*\n', '', text)
        kept = re.sub('(-|\u2010)\\s*\n', '-', text)      # a hyphen of the word's own
        streams = [words_of(stream) for stream in (joined, text, kept)]
        there = set().union(*streams)
        pairs = set().union(*map(neighbours, streams))
        for place, said in wanted(study, told(program, study)):
            words = words_of(said)
            if place.endswith('<wave>') and words[0] not in there:  # within a sentence it begins small
                words[0] = words[0].lower()
            missing = sorted(set(words) - there)
            apart = sorted(neighbours(words) - pairs)
            total += 1
            if not missing and len(apart) > 1 + len(words) // 20:
                failures += 1
                print(f'{name}/{place}: torn apart: {apart}')
            if missing:
                failures += 1
                print(f'{name}/{place}: not printed: {" ".join(missing)}')
    print(f'{total} texts, {failures} with words that are not printed')
    sys.exit(1 if failures else 0)


main()
