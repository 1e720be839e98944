#!/usr/bin/env python3
"""How the instructions of one report divide over the stages, counted by callgrind.

usage: cpu.py PROGRAM STUDY [--limit STAGE=PERCENT]... [OPTION]...

Makes a report of STUDY under valgrind and prints millions of instructions and per cent for each stage. OPTIONs go to
`ladle report` (`--only partnerskab-b --wave w1`). Counts, unlike times, hardly differ between two runs. With --limit the
exit status is 1 when a stage takes more.
"""
import re
import subprocess
import sys
import tempfile

# Stage: the functions that make it up, and those in them that belong to another stage. No function calls another of
# its row.
STAGES = {
    'read': (['ladle_study_load', 'ladle_language_load', 'ladle_wording_load'], []),
    'assess': (['ladle_assess'], []),
    'template': (['ladle_report_tools_open', 'ladle_input_new', 'ladle_template_apply'], []),
    'load': (['ladle_document_load'], []),
    'layout': (['ladle_layout', 'ladle_pages_verify'], []),
    'draw': (['ladle_pdf_write'], ['ladle_finish']),
    'finish': (['ladle_finish', 'ladle_report_attachments'], []),
    'verify': (['ladle_verify'], []),
}


def counted(program, study, options, folder):
    """All instructions, and those of each function with what it calls."""
    out = f'{folder}/callgrind'
    done = subprocess.run(['valgrind', '--tool=callgrind', f'--callgrind-out-file={out}', program, 'report', study, '-o',
                           f'{folder}/out', '--quiet', *options], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f'{program} failed: {done.stderr}')
    listed = subprocess.run(['callgrind_annotate', '--inclusive=yes', '--threshold=100', out], capture_output=True,
                            text=True, check=True).stdout
    total, functions = 0, {}
    for line in listed.splitlines():
        row = re.match(r'\s*([\d,]+) \([\s\d.]+%\)\s+(.*)', line)
        if not row:
            continue
        count = int(row[1].replace(',', ''))
        if row[2].startswith('PROGRAM TOTALS'):
            total = count
        name = re.match(r'\S*:(ladle_\w+)', row[2])
        if name:
            functions[name[1]] = max(count, functions.get(name[1], 0))
    return total, functions


def main():
    arguments, limits = sys.argv[1:], {}
    while '--limit' in arguments:
        at = arguments.index('--limit')
        stage, percent = arguments[at + 1].split('=')
        limits[stage] = float(percent)
        del arguments[at:at + 2]
    if len(arguments) < 2 or not set(limits) <= set(STAGES):
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        total, functions = counted(arguments[0], arguments[1], arguments[2:], folder)
    counts = {stage: sum(functions.get(f, 0) for f in own) - sum(functions.get(f, 0) for f in others)
              for stage, (own, others) in STAGES.items()}
    counts['rest'] = total - sum(counts.values())
    over = False
    for stage, count in counts.items():
        percent = 100 * count / total
        wrong = percent > limits.get(stage, 100) or (stage in limits and count == 0)
        over |= wrong
        print(f'{stage:10}{count / 1e6:9.1f} M {percent:5.1f} %{"  over its limit" if wrong else ""}')
    print(f'{"all":10}{total / 1e6:9.1f} M')
    sys.exit(over)


main()
