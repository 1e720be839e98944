#!/usr/bin/env python3
"""Checks the #include lines of src/ against the table of docs/architecture.md.

usage: run-layering.py PROGRAM SOURCE_DIR WORK_DIR
"""
import pathlib
import re
import sys

# room: rooms of ours it may include from, besides itself and base
MAY_USE = {
    'base': [],
    'xml': [],
    'study': ['xml'],
    'analysis': ['study'],
    'privacy': ['study'],
    'template': ['xml'],
    'document': ['xml'],
    'layout': ['document'],
    'font': ['layout', 'document'],
    'output': ['layout', 'font', 'document'],
    'verify': [],
    'report': ['verify', 'output', 'layout', 'font', 'document', 'template', 'analysis', 'privacy', 'study',
               'xml'],
    'batch': ['report', 'analysis', 'study'],
    'cli': ['batch', 'report', 'analysis', 'privacy', 'study', 'font', 'verify'],
    'api': ['cli', 'batch', 'report', 'analysis', 'study', 'font'],
}

# library headers: where they may be included
LIBRARIES = {
    r'libxml/': ['xml', 'study', 'analysis', 'template', 'document', 'report', 'verify'],
    r'libx?e?slt|libxslt/|libexslt/': ['template'],
    r'pango/|fontconfig/|hb\.h|hb-': ['font'],
    r'cairo': ['font', 'output'],
    r'qpdf/': [],
    r'librsvg/|jpeglib|png\.h': ['output'],
    r'zlib\.h': ['output', 'verify'],
    r'ft2build\.h': ['verify'],
    r'hyphen\.h': ['document'],
}

# single headers with a list of their own
GUARDED = {
    'study/reveal.h': {'study/confidential.c', 'report/names.c', 'privacy/register.c',
                       'study/check_names.c'},
}


def faults(source):
    for path in sorted(source.glob('*/*.[ch]')):
        room, name = path.parent.name, f'{path.parent.name}/{path.name}'
        for number, line in enumerate(path.read_text().splitlines(), 1):
            ours = re.match(r'\s*#include "([^"]+)"', line)
            theirs = re.match(r'\s*#include <([^>]+)>', line)
            if ours:
                header = ours.group(1)
                other = header.split('/')[0]
                if header == 'ladle/ladle.h' and room == 'api':
                    continue
                if other not in (room, 'base') and other not in MAY_USE[room] and '/' in header:
                    yield f'{name}:{number}: {room} may not use {header}'
                if header in GUARDED and name not in GUARDED[header]:
                    yield f'{name}:{number}: {header} is guarded'
                if header.endswith('_private.h') and other != room:
                    yield f'{name}:{number}: {header} is private to its room'
            elif theirs:
                for pattern, rooms in LIBRARIES.items():
                    if re.match(pattern, theirs.group(1)) and room not in rooms:
                        yield f'{name}:{number}: {room} may not use <{theirs.group(1)}>'
        if room not in MAY_USE:
            yield f'{name}: no such room in the table'


def main():
    found = list(faults(pathlib.Path(sys.argv[2]) / 'src'))
    print('\n'.join(found) or 'the rooms keep to the table')
    sys.exit(1 if found else 0)


main()
