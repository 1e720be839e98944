#!/usr/bin/env python3
"""Whatever the build asks of the system comes with a package of scripts/packages.txt, or with one
that such a package depends on: every header that was read, every library that was linked, every
module of pkg-config that a script or CMake names. A machine that happens to have more hides what
is missing there.

usage: run-packages.py PROGRAM SOURCE_DIR WORK_DIR
"""
import os
import pathlib
import re
import subprocess
import sys

# What a compiler brings on every machine, whichever of them is used.
ESSENTIAL = ['gcc', 'clang', 'libc6-dev']


def said(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def dependencies():
    """Package: the packages that it depends on, of all that are installed."""
    table = {}
    for line in said('dpkg-query', '-W', '-f=${Package}\t${Pre-Depends}, ${Depends}\t${Provides}\n').splitlines():
        name, depends, provides = line.split('\t')
        needs = set(re.findall(r'(?:^|[,|])\s*([a-z0-9][a-z0-9+.-]+)', depends))
        table.setdefault(name, set()).update(needs)
        for other in re.findall(r'(?:^|,)\s*([a-z0-9][a-z0-9+.-]+)', provides):
            table.setdefault(other, set()).add(name)
    return table


def listed(source):
    """All packages that come with those of the list."""
    lines = (source / 'scripts/packages.txt').read_text().splitlines()
    waiting = [line.strip() for line in lines if line.strip() and not line.startswith('#')] + ESSENTIAL
    table, found = dependencies(), set()
    while waiting:
        package = waiting.pop()
        if package not in found:
            found.add(package)
            waiting.extend(table.get(package, ()))
    return found


def owners(paths):
    """Path: the package it belongs to, for paths that belong to one."""
    asked = {}
    for path in paths:
        asked[path] = asked[os.path.realpath(path)] = path
    table = {}
    names = sorted(asked)
    for start in range(0, len(names), 200):
        for line in said('dpkg', '-S', *names[start:start + 200]).splitlines():
            packages, _, path = line.partition(': ')
            if path in asked:
                table[asked[path]] = packages.split(', ')[0].split(':')[0]
    return table


def headers(build, source):
    """System headers that the compiler read."""
    found = set()
    for line in said('ninja', '-C', str(build), '-t', 'deps').splitlines():
        path = os.path.normpath(line.strip()) if line.startswith('    ') else ''
        if path.startswith('/') and not path.startswith((str(source) + '/', str(build) + '/')):
            found.add(path)
    return found


def modules(source):
    """Modules of pkg-config that CMake or a script asks for, with the file that does."""
    found = {}
    text = (source / 'CMakeLists.txt').read_text() + (source / 'tests/CMakeLists.txt').read_text()
    for words in re.findall(r'pkg_check_modules\(\w+ REQUIRED IMPORTED_TARGET ([^)]+)\)', text):
        for module in words.split():
            found[module] = 'CMakeLists.txt'
    for folder in ('scripts', 'tests', '.ci'):
        for path in sorted((source / folder).rglob('*')):
            if path.suffix not in ('.sh', '.py', '') or not path.is_file() or 'node_modules' in path.parts:
                continue
            for words in re.findall(r'pkg-config((?: --?[a-z-]+)+ [^)|;\n\'"]+)', path.read_text(errors='replace')):
                for module in words.split():
                    if re.fullmatch(r'[a-z][A-Za-z0-9.+-]*', module) and module not in ('ladle',):
                        found.setdefault(module, str(path.relative_to(source)))
    return found


def libraries(build):
    """Libraries that CMake found and links."""
    cache = (build / 'CMakeCache.txt').read_text()
    return set(re.findall(r'^(?:pkgcfg_lib_\w+|\w+_LIBRARY):\w+=(/\S+)$', cache, re.MULTILINE))


def main():
    program, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    build, allowed, faults = program.parent, listed(source), 0
    asked = {path: 'a header' for path in headers(build, source)}
    asked.update({path: 'a library' for path in libraries(build)})
    for module, where in sorted(modules(source).items()):
        path = said('pkg-config', '--variable=pcfiledir', module).strip()
        if not path:
            faults += 1
            print(f'{where} asks pkg-config for {module}, which no package of scripts/packages.txt brings')
            continue
        asked[f'{path}/{module}.pc'] = f'asked for by {where}'
    belongs = owners(asked)
    for path, what in sorted(asked.items()):
        if path not in belongs:
            faults += 1
            print(f'{path} ({what}) belongs to no package')
        elif belongs[path] not in allowed:
            faults += 1
            print(f'{path} ({what}) is of {belongs[path]}, which is not in scripts/packages.txt')
    print(f'{len(asked)} headers, libraries and modules of {len(set(belongs.values()))} packages, {faults} faults')
    sys.exit(1 if faults or len(asked) < 100 else 0)


main()
