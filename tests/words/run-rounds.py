#!/usr/bin/env python3
"""The reports of a round hold the texts of that round, and no others but under a line that says so.

usage: run-rounds.py PROGRAM SOURCE_DIR WORK_DIR
"""
import pathlib
import re
import shutil
import subprocess
import sys

OLDER = 'Skrevet efter baseline (okt. 2015 – marts 2016)'
EVERY = ['Taksigelsen', 'Forhistorien', 'Bilagsteksten', 'Nissenkilden 2012']
FIRST = ['Begyndelsesteksten', 'Huskeordet', 'Førsteanbefalingen', 'Andenanbefalingen', 'Mandatfundet i begyndelsen',
         'Målfundet hos jer', 'Figurbudskabet i begyndelsen', 'Sammenfatningsteksten', 'Citatboksordene',
         'Procesteksten', 'Fremgangsmåden fortalt', 'Udgangspunktet hos jer', 'Om at begynde', '16.6.2016']
SECOND = ['Opfølgningsteksten', 'Sidsteanbefalingen', 'Mandatfundet siden', 'Figurbudskabet siden',
          'Ettårssammenfatningen', 'Egenanbefalingen', 'Effektordene', 'Genbesøget fortalt', 'Om at blive ved', '1.3.2017',
          'Samarbejdet, et år efter']
STAYS = ['Eftertidslinjeordene', 'Deltagerteksten']      # where the second round has none
NEVER = ['udsagn.xlsx', 'interview.docx', 'kvistskolen.example', 'Hjemløsboksen', 'Fejlplaceringen']


class Trial:
    def __init__(self, program, work):
        self.program, self.work, self.failures, self.runs = program, work, 0, 0

    def text(self, study, *options):
        self.runs += 1
        out = self.work / f'out-{self.runs}'
        done = subprocess.run([self.program, 'report', study, '-o', out, '--quiet', *options], capture_output=True,
                              text=True)
        if done.returncode:
            sys.exit(f'{options}: status {done.returncode}\n{done.stderr}')
        pages = [subprocess.run(['pdftotext', '-raw', pdf, '-'], capture_output=True, text=True).stdout
                 for pdf in sorted(out.rglob('*.pdf'))]
        joined = re.sub('(?:\u00ad|-|\u2010)\\s*\n', '', '\n'.join(pages))
        return re.sub(r'\s+', ' ', joined)

    def ask(self, what, text, there, not_there):
        for words in there:
            if words not in text:
                self.failures += 1
                print(f'{what}: lacks {words!r}')
        for words in not_there:
            if words in text:
                self.failures += 1
                print(f'{what}: holds {words!r}')


def main():
    program, source, work = (pathlib.Path(a).resolve() for a in sys.argv[1:4])
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    trial = Trial(program, work)
    study = source / 'tests/words/rounds'
    trial.ask('first round', trial.text(study, '--wave', 'w1'), EVERY + FIRST + STAYS + ['Slutrapport, baseline'],
              SECOND + NEVER + [OLDER])
    second = trial.text(study)
    trial.ask('second round', second, EVERY + SECOND + STAYS + [OLDER, 'Slutrapport, opfølgningen'], FIRST + NEVER)
    # The mark stands right above the words it is about.
    for words in STAYS:
        at = second.find(words)
        if OLDER not in second[max(0, at - 120):at]:
            trial.failures += 1
            print(f'nothing above {words!r} says that it is older')
    # Without a date of its own, a round bears the last day of its material, and no deadline's.
    undated = work / 'undated'
    shutil.copytree(study, undated)
    path = undated / 'study.xml'
    path.chmod(0o644)
    path.write_text(re.sub(r' *<published wave="w2"[^>]*>\n', '', path.read_text()))
    trial.ask('undated', trial.text(undated), ['14.9.2016'], ['16.6.2016', '31.12.2016', '1.3.2017'])
    for wave in ('w1', 'w2'):
        dump = subprocess.run([program, 'report', study, '--wave', wave, '--dump', 'input'], capture_output=True,
                              text=True).stdout
        trial.ask(f'input of {wave}', dump, ['Taksigelsen'], NEVER[:3])
    print(f'{trial.failures} failures')
    sys.exit(1 if trial.failures else 0)


main()
