#!/usr/bin/env python3
"""Every element and attribute of the grammars of studies and inputs is spoken of on the page that
describes it, and every fixed value of a study.

usage: run-words.py PROGRAM SOURCE_DIR WORK_DIR
"""
import pathlib
import re
import sys

source = pathlib.Path(sys.argv[2])


def words_of(grammar, values):
    text = re.sub(r'#.*', '', (source / 'schema' / grammar).read_text(encoding='utf-8'))
    names = set(re.findall(r'\b(?:element|attribute) ([\w:-]+)', text))
    return names | (set(re.findall(r'"([a-z][a-z-]+)"', text)) - {'yes', 'no'} if values else set())


def said_in(*pages):
    text = ''.join((source / 'docs' / page).read_text(encoding='utf-8') for page in pages)
    code = ' '.join(re.findall(r'```.*?```|`[^`\n]+`', text, re.S))
    return set(re.findall(r'[\w:-]+', code)) | set(re.findall(r'[\w-]+', code))


# Chapters and parts by name, from the program's tables.
tables = ''.join((source / 'src/study' / name).read_text(encoding='utf-8') for name in ('chapters.def', 'parts.def'))
names = set(re.findall(r'^LADLE_(?:CHAPTER|PART)\("([\w-]+)"', tables, re.M))

# What an input has of a study's texts and framework is as in a study, and not told twice.
faults = [f'docs/study-format.md does not speak of {word}' for word in
          sorted((words_of('study.rnc', True) | names) - said_in('study-format.md'))]
faults += [f'docs/template-format.md does not speak of {word}' for word in
           sorted(words_of('input.rnc', False) - said_in('template-format.md', 'study-format.md'))]
print('\n'.join(faults) or 'every word of the grammars is spoken of')
sys.exit(1 if faults else 0)
