#!/usr/bin/python3
"""The gallery shows what scripts/gallery.sh makes, all of it and nothing else, and every picture of the
list can be made. (Debian's own python3, which has python3-pil.)

usage: run-gallery.py PROGRAM SOURCE_DIR WORK_DIR
"""
import pathlib
import re
import shutil
import subprocess
import sys

from PIL import Image

MOST_BYTES = 120_000

program, source, work = (pathlib.Path(a).resolve() for a in sys.argv[1:4])
gallery = source / 'docs/gallery'
shutil.rmtree(work, ignore_errors=True)
fresh = work / 'fresh'
fresh.mkdir(parents=True)
shutil.copy(gallery / 'pages', fresh)
made = subprocess.run([source / 'scripts/pictures.py', program, source, work, fresh],
                      capture_output=True, text=True, check=False)
faults = [made.stderr] if made.returncode != 0 else []
page = (gallery / 'README.md').read_text(encoding='utf-8')
listed = {line.split(' = ')[0] for line in (gallery / 'pages').read_text(encoding='utf-8').splitlines()
          if ' = ' in line and not line.startswith('#')}
for what, names in (
        ('in the folder', {p.stem for p in gallery.glob('*.png')}),
        ('made', {p.stem for p in fresh.glob('*.png')}),
        ('shown', set(re.findall(r'!\[[^]]{10,}\]\(([\w-]+)\.png\)', page))),
        ('with its command', set(re.findall(r'^`scripts/gallery\.sh ([\w-]+)`$', page, re.M)))):
    faults += [f'{name} is in the list, but not {what}' for name in sorted(listed - names)]
    faults += [f'{name} is {what}, but not in the list' for name in sorted(names - listed)]
for path in sorted((*gallery.glob('*.png'), *fresh.glob('*.png'))):
    with Image.open(path) as picture:
        if path.stat().st_size > MOST_BYTES or picture.mode != 'P' or min(picture.size) < 600:
            faults.append(f'{path}: {path.stat().st_size} bytes, {picture.mode}, {picture.size}')
print('\n'.join(faults) or f'{len(listed)} pictures are made and shown')
sys.exit(1 if faults or len(listed) < 10 else 0)
