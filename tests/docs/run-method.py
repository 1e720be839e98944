#!/usr/bin/env python3
"""The worked example of docs/method.md has the numbers that the program gives.

usage: run-method.py PROGRAM SOURCE_DIR WORK_DIR
"""
import pathlib
import subprocess
import sys
import xml.etree.ElementTree as ET

program, source = sys.argv[1], pathlib.Path(sys.argv[2])
run = subprocess.run([program, 'assess', str(source / 'tests/assess/mini')], capture_output=True,
                     text=True, check=True)
results = ET.fromstring(run.stdout)
NS = {'r': 'urn:x-ladle:results'}
wave = results.find("r:partnership[@id='north']/r:wave[@id='w1']", NS)
goals = wave.find("r:element[@id='goals']", NS)
share = {s.get('level'): float(s.get('value')) for s in goals.findall('r:share', NS)}
club = wave.find("r:membership[@type='club']", NS)
pivotal = [p.get('record') for p in wave.findall('r:pivotal', NS)]

page = ' '.join((source / 'docs/method.md').read_text(encoding='utf-8').split())
above = {'club': share['club'] + share['company'], 'company': share['company']}
said = [
    f'| **profile** | 0 | {share["canteen"]:.3f} | {share["club"]:.3f} | {share["company"]:.3f} |',
    f'| 1 | 1 | **{above["club"]:.3f}** | {above["company"]:.3f} |',
    f'**A** | **{float(goals.get("agreement")):.3f}**',
    f'has {goals.get("records")} records (m1, m4, i1, q1), {goals.get("methods")} methods and '
    f'A = {float(goals.get("agreement")):.3f}: {goals.get("support")}',
    f'has {goals.get("items")} items and {goals.get("statements")} statements',
    f'T = {wave.get("placement").capitalize()}, slack {wave.get("slack")}, to next {wave.get("to-next")}',
    f'so {wave.get("kept")} of {wave.get("runs")} keep it, and {", ".join(pivotal)} is pivotal',
    f'min({above["club"]:.3f}, 1 − {above["company"]:.3f}) = {above["club"]:.3f}',
    f'{float(club.get("minimum")):.3f}; so both minimum and majority',
]
if club.get('minimum') != club.get('majority'):
    said.append('minimum and majority differ')
wrong = [words for words in said if words not in page]
print('\n'.join(f'docs/method.md does not say: {w}' for w in wrong) or f'{len(said)} numbers agree')
sys.exit(1 if wrong else 0)
