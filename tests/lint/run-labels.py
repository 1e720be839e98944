#!/usr/bin/env python3
"""The words of the reports: every language has the same labels with the same places, every label
that templates or the program use exists, and none is left over."""
import re
import sys
from pathlib import Path
from xml.etree import ElementTree

NS = "{urn:x-ladle:language}"


def labels(path):
    found, faults = {}, []
    for label in ElementTree.parse(path).getroot().iter(NS + "label"):
        if label.get("id") in found:
            faults.append(f"{path.name}: two labels {label.get('id')}")
        found[label.get("id")] = label.text or ""
    return found, faults


def places(text):
    return set(re.findall(r"\{([1-9])[}|wcsr]", text))


def strings(folder):
    """All string literals of the templates and of the C code that may be ids, and those that ids
    put together begin with."""
    whole, heads = set(), set()
    for path in sorted(folder.glob("templates/*.xsl")):
        text = re.sub(r"<!--.*?-->", "", path.read_text(encoding="utf-8"), flags=re.S)
        whole.update(re.findall(r"'([a-z0-9.\-]+)'", text))
        whole.update(re.findall(r">([a-z0-9]+(?:\.[a-z0-9\-]+)+)<", text))
        for call in re.findall(r"concat\(((?:[^()]|\([^()]*\))*)\)", text):
            pieces = re.findall(r"'([a-z0-9.\-]+)'", call)
            heads.update(p for p in pieces if p.endswith(".") and len(p) > 1)
    for path in sorted(folder.glob("src/**/*.c")):
        for literal in re.findall(r'"([a-z0-9.%\-]+)"', path.read_text(encoding="utf-8")):
            if "%" in literal:
                heads.update({literal.split("%")[0]} - {""})
            else:
                whole.add(literal)
                heads.add(literal + ".")
    return whole, heads


def used(label, whole, heads):
    return label in whole or any(label.startswith(head) for head in heads)


def main():
    root = Path(sys.argv[2] if len(sys.argv) > 2 else ".")
    languages = sorted((root / "templates/language").glob("*.xml"))
    faults, tables = [], {}
    for path in languages:
        tables[path.name], more = labels(path)
        faults += more
    if len(tables) < 2:
        faults.append("fewer than two languages")
    first, *others = tables
    for other in others:
        for name in sorted(set(tables[first]) ^ set(tables[other])):
            lacks = other if name in tables[first] else first
            faults.append(f"{lacks}: no label {name}")
        for name in sorted(set(tables[first]) & set(tables[other])):
            # The order and form of a date is the language's own affair.
            if name.startswith('date.'):
                continue
            if places(tables[first][name]) != places(tables[other][name]):
                faults.append(f"{name}: {first} and {other} have different places")
    for table, entries in tables.items():
        for name, text in entries.items():
            if re.search(r"\{[1-9]\|[^}]*\{", text):
                faults.append(f"{table}: {name} has a place within a place")
            if re.sub(r"\{[1-9](?:[wcsr]|\|[^{}]*)?\}", "", text).count("{"):
                faults.append(f"{table}: {name} has a brace that is no place")

    for path in sorted(root.glob("templates/*.xsl")):
        if "'quote." in path.read_text(encoding="utf-8"):
            faults.append(f"{path.name}: quotations are set in marks by ladle:quote, which sets them once")

    whole, heads = strings(root)
    known = set(tables[first])
    for path in sorted(root.glob("templates/*.xsl")):
        text = path.read_text(encoding="utf-8")
        text = re.sub(r"<!--.*?-->", "", text, flags=re.S)
        asked = re.findall(r"ladle:words\(\s*'([a-z0-9.\-]+)'", text)
        asked += re.findall(r"key\('label', '([a-z0-9.\-]+)'\)", text)
        for name in sorted(set(asked) - known):
            faults.append(f"{path.name}: no label {name}")
    for name in sorted(known):
        if not used(name, whole, heads):
            faults.append(f"{first}: nothing uses {name}")
    for fault in faults:
        print(fault)
    if not faults:
        print(f"{len(known)} labels in {len(tables)} languages")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
