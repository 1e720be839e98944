#!/usr/bin/env python3
"""Every link of the documentation to a file or a heading of its own leads somewhere.

usage: run-links.py PROGRAM SOURCE_DIR WORK_DIR
"""
import pathlib
import re
import sys

source = pathlib.Path(sys.argv[2])
pages = [source / 'README.md', source / 'CHANGES.md', *sorted((source / 'docs').rglob('*.md'))]
links, broken = 0, []
for page in pages:
    text = re.sub(r'```.*?```', '', page.read_text(encoding='utf-8'), flags=re.S)
    headings = {re.sub(r'[^\w\- ]', '', h.lower()).replace(' ', '-')
                for h in re.findall(r'^#+ (.*)$', text, re.M)}
    for link in re.findall(r'\]\(([^)]+)\)', text):
        path, _, heading = link.partition('#')
        links += 1
        if not link.startswith('https://'):
            if path and not (page.parent / path).exists() or not path and heading not in headings:
                broken.append(f'{page.name}: {link} leads nowhere')
print('\n'.join(broken) or f'{links} links lead somewhere')
sys.exit(1 if broken or links < 20 else 0)
