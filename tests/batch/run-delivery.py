#!/usr/bin/env python3
"""The reports' folder holds the old delivery or the new one, whatever happens to a run.

usage: run-delivery.py PROGRAM SOURCE_DIR WORK_DIR

A run is killed at many moments, meets a full disk, a folder it may not write and another run at
work. Reports are made by the smallest templates (tests/regress/tiny), so that a run is short.
"""
import fcntl
import hashlib
import os
import pathlib
import re
import resource
import shutil
import signal
import subprocess
import sys
import time

KILLS = 24


class World:
    def __init__(self, program, source, work):
        self.program, self.source, self.work = program, source, work
        self.failures = 0
        self.share = work / 'share'
        subprocess.run([source / 'tests/regress/tiny/share.sh', self.share], check=True)
        self.studies = {'old': self.study('old', 'Det gamle program'), 'new': self.study('new', 'Det nye program')}

    def study(self, name, title):
        folder = self.work / name
        shutil.copytree(self.source / 'tests/regress/base', folder)
        path = folder / 'study.xml'
        path.chmod(0o644)
        path.write_text(path.read_text().replace('Et lille program', title))
        return folder

    def environment(self):
        return {**os.environ, 'LADLE_SHARE': str(self.share)}

    def command(self, study, out, *options):
        return [self.program, 'report', self.studies.get(study, study), '-o', out, '--quiet', *options]

    def run(self, study, out, *options, **more):
        done = subprocess.run(self.command(study, out, *options), env=self.environment(), capture_output=True,
                              text=True, timeout=120, **more)
        if re.search('runtime error|Sanitizer', done.stderr):
            self.fail(f'{study}: {done.stderr}')
        return done

    def fail(self, what):
        self.failures += 1
        print('FAILED', what)

    def expect(self, what, done, status, code=''):
        if done.returncode != status or code not in done.stderr:
            self.fail(f'{what}: status {done.returncode}, not {status} {code}: {done.stderr[-400:]}')


def delivered(out):
    """File name to digest of all that stands in a folder, but the program's own."""
    return {str(p.relative_to(out)): hashlib.sha256(p.read_bytes()).hexdigest()
            for p in out.rglob('*') if p.is_file() and '.ladle' not in p.parts}


def killed_runs(world, whole):
    out = world.work / 'killed'
    began = time.monotonic()
    world.expect('first run', world.run('old', out), 0)
    length = time.monotonic() - began
    states = set()
    for i in range(KILLS):
        target, other = (('new', 'old'), ('old', 'new'))[i % 2]
        before = delivered(out)
        was_sealed = (out / '.ladle/next/seal').exists()
        process = subprocess.Popen(world.command(target, out), env=world.environment(), stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
        time.sleep(length * (i + 1) / KILLS)
        process.send_signal(signal.SIGKILL)
        status = process.wait()
        after = delivered(out)
        states.add('old' if after == before else 'new')
        # What an earlier killed run had sealed is brought to its end first: then, and only then, a
        # report may be of the delivery that this run was not asked for.
        allowed = [before, whole[target]] + ([whole[other]] if was_sealed else [])
        for name, digest in after.items():
            if digest not in [delivery.get(name) for delivery in allowed]:
                world.fail(f'killed run {i}: {name} is neither the old report nor the new one')
        sealed = (out / '.ladle/next/seal').exists()
        if not sealed and after not in allowed:
            world.fail(f'killed run {i}: a mixture, and no seal to finish it')
        if status == 0 and after != whole[target]:
            world.fail(f'run {i} ended well and did not deliver')
        if i % 4 == 3:  # go on from what was left
            world.expect(f'run after kill {i}', world.run(target, out), 0)
            if delivered(out) != whole[target]:
                world.fail(f'run after kill {i}: not the new delivery')
            if sorted(p.name for p in (out / '.ladle').iterdir()) not in (['kind', 'list', 'lock'],
                                                                      ['kind', 'list', 'lock', 'next']):
                world.fail(f'run after kill {i}: litter {list((out / ".ladle").iterdir())}')
    if 'old' not in states:
        world.fail('no run was killed before its end')


def sealed_set(world, whole):
    """A run that was stopped between its seal and its last rename is brought to its end."""
    for placed in (0, 1, 2):
        out = world.work / f'sealed-{placed}'
        world.run('old', out)
        new = world.work / f'sealed-source-{placed}'
        world.run('new', new, '--only', 'final,egelund')
        files = ['final.pdf', 'partnerships/partnerskab-a.pdf']
        next_folder = out / '.ladle/next'
        (next_folder / 'partnerships').mkdir(parents=True, exist_ok=True)
        for i, name in enumerate(files):
            shutil.copy(new / name, (out if i < placed else next_folder) / name)
        seal = ''.join(f'add {n}\n' for n in files) + 'remove partnerships/partnerskab-oe.pdf\n\nend\n'
        (next_folder / 'seal').write_text(seal)
        # The next run makes one report only, the same as the other made.
        world.expect('run over a sealed set', world.run('new', out, '--only', 'egelund'), 0)
        if delivered(out) != delivered(new):
            world.fail(f'sealed set with {placed} in place: not brought to its end')
    out = world.work / 'unsealed'
    world.run('old', out)
    (out / '.ladle/next/partnerships').mkdir(parents=True, exist_ok=True)
    (out / '.ladle/next/final.pdf').write_text('half')
    for seal in ('add final.pdf\n', '', 'add ../../escape.pdf\n\nend\n', 'remove ../old/study.xml\n\nend\n'):
        (out / '.ladle/next').mkdir(exist_ok=True)
        (out / '.ladle/next/seal').write_text(seal)
        world.expect('run over a broken seal', world.run('new', out), 0)
        if delivered(out) != whole['new'] or not (world.work / 'old/study.xml').exists():
            world.fail(f'seal {seal!r} was believed')


def two_at_once(world):
    out = world.work / 'two'
    world.run('old', out)
    before = delivered(out)
    with open(out / '.ladle/lock', 'a') as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = world.run('new', out)
    world.expect('a second run', done, 75, '[E661]')
    if delivered(out) != before:
        world.fail('a second run wrote something')
    world.expect('when the first is done', world.run('new', out), 0)
    processes = [subprocess.Popen(world.command('old', out), env=world.environment(), stderr=subprocess.DEVNULL)
                 for _ in range(3)]
    statuses = sorted(p.wait() for p in processes)
    if statuses[0] != 0 or any(s not in (0, 75) for s in statuses):
        world.fail(f'three runs at once: {statuses}')


def interrupted_runs(world):
    """Ctrl-C, or the system's wish, ends a run with the old delivery in place."""
    out = world.work / 'interrupted'
    environment = {**os.environ}  # the built-in templates: a run that takes its time
    environment.pop('LADLE_SHARE', None)
    began = time.monotonic()
    world.expect('first run', subprocess.run(world.command('old', out), env=environment, capture_output=True,
                                             text=True), 0)
    length = time.monotonic() - began
    stopped = 0
    for i in range(6):
        before = delivered(out)
        process = subprocess.Popen(world.command('new', out), env=environment, stderr=subprocess.PIPE, text=True)
        time.sleep(length * (i + 1) / 8)
        process.send_signal((signal.SIGINT, signal.SIGTERM)[i % 2])
        said = process.communicate()[1]
        if process.returncode == 75 and '[E667]' in said:
            stopped += 1
            if delivered(out) != before:
                world.fail(f'interrupted run {i}: not the old delivery')
        elif process.returncode not in (0, -signal.SIGINT, -signal.SIGTERM):
            world.fail(f'interrupted run {i}: status {process.returncode} {said}')
    if not stopped:
        world.fail('no run ended with 75 [E667] when it was interrupted')


def small_files_only():
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)


def full_disk(world):
    out = world.work / 'full'
    world.run('old', out)
    before = delivered(out)
    done = world.run('new', out, preexec_fn=small_files_only)
    world.expect('file size limit', done, 3, '[E660]')
    if delivered(out) != before:
        world.fail('file size limit: not the old delivery')
    with open('/dev/full', 'w') as full:
        done = subprocess.run([world.program, 'assess', world.studies['old']], stdout=full, stderr=subprocess.PIPE,
                              text=True, env=world.environment())
    world.expect('assess to a full disk', done, 3, '[E660]')
    with open('/dev/full', 'w') as full:
        done = subprocess.run([world.program, 'report', world.studies['old'], '--dump', 'document'], stdout=full,
                              stderr=subprocess.PIPE, text=True, env=world.environment())
    world.expect('dump to a full disk', done, 3, '[E660]')

    disk = world.work / 'disk'
    disk.mkdir()
    if subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=192k', 'none', disk], capture_output=True).returncode:
        print('skipped: no right to mount a small disk and a read-only one')
        return
    try:
        world.expect('small disk', world.run('old', disk / 'out', '--only', 'final'), 0)
        before = delivered(disk / 'out')
        (disk / 'ballast').write_bytes(b'x' * room_left(disk))
        done = world.run('new', disk / 'out')
        world.expect('full disk', done, 3, '[E660]')
        if delivered(disk / 'out') != before:
            world.fail('full disk: not the old delivery')
        (disk / 'ballast').unlink()
        subprocess.run(['mount', '-o', 'remount,size=8m', disk], check=True)
        world.expect('after making room', world.run('new', disk / 'out'), 0)
        before = delivered(disk / 'out')
        subprocess.run(['mount', '-o', 'remount,ro', disk], check=True)
        done = world.run('old', disk / 'out')
        world.expect('read-only disk', done, 3, '[E660]')
        world.expect('read-only disk, new folder', world.run('old', disk / 'other'), 3, '[E660]')
        if delivered(disk / 'out') != before:
            world.fail('read-only disk: not the old delivery')
    finally:
        subprocess.run(['umount', disk], check=True)


def room_left(disk):
    left = os.statvfs(disk)
    return max(left.f_bavail * left.f_frsize - 4096, 0)


def main():
    program, source, work = (pathlib.Path(a).resolve() for a in sys.argv[1:4])
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    world = World(program, source, work)
    whole = {}
    for name in ('old', 'new'):
        world.expect(name, world.run(name, work / f'whole-{name}'), 0)
        whole[name] = delivered(work / f'whole-{name}')
    if whole['old'] == whole['new'] or len(whole['old']) != 3:
        world.fail('the two deliveries are not three different files each')
    killed_runs(world, whole)
    sealed_set(world, whole)
    two_at_once(world)
    interrupted_runs(world)
    full_disk(world)
    print(f'{world.failures} failures')
    sys.exit(1 if world.failures else 0)


main()
