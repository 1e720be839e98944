"""Reports of a sample with other texts or parts left out, as lists of what is printed in them."""
import re
import subprocess
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

D = '{urn:x-ladle:document}'
PART = re.compile(r'LADLE_PART\("([a-z0-9-]+)", ([A-Z| ]+), ([A-Z0| ]+)\)')
CHAPTER = re.compile(r'LADLE_CHAPTER\("([a-z0-9-]+)", ([A-Z| ]+), ')
HEADS = ('h1', 'h2', 'h3', 'h4')
LEAVES = ('p', 'figcaption', 'caption', 'th', 'td', 'li', *HEADS)


def parts(root):
    """(name, templates, uses) of each part."""
    found = [(m[1], m[2], m[3]) for m in PART.finditer((root / 'src/study/parts.def').read_text())]
    return found + [(f'figure-{n}', 'FINAL | PARTNERSHIP', 'PLACED | MESSAGE') for n in (4, 5, 6)]


def chapters(root):
    """(name, templates) of each chapter."""
    found = [(m[1], m[2]) for m in CHAPTER.finditer((root / 'src/study/chapters.def').read_text())]
    assert ('recommendations', 'FINAL | PARTNERSHIP') in found
    return found


def lists(where, report):
    """Whether a report has what is listed for these templates."""
    return ('FINAL' if report == 'final' else 'PARTNERSHIP') in where


def section(chapter, wave, report, body, title=None):
    of = '' if report == 'final' else f' partnership="{report}"'
    head = f'<title>{title}</title>' if title else ''
    return f'<section chapter="{chapter}" wave="{wave}"{of}>{head}{body}</section>'


class Sample:
    """A sample at one of its rounds. What its authors wrote for parts and on the element "goals" is not in it."""

    def __init__(self, program, folder, wave, work):
        self.program, self.folder, self.wave, self.work = program, folder, wave, Path(work)
        self.n = 0

    def study(self, leave_out, texts):
        self.n += 1
        to = self.work / f'{self.folder.name}-{self.wave}-{self.n}'
        for path in self.folder.rglob('*'):
            if not path.is_file() or '.ladle' in path.parts:
                continue
            copy = to / path.relative_to(self.folder)
            copy.parent.mkdir(parents=True, exist_ok=True)
            content = path.read_bytes()
            if path.suffix == '.xml':
                text = content.decode('utf-8')
                text = re.sub(r'<section chapter="(results|figure|activity)-[^"]*".*?</section>', '', text, flags=re.S)
                text = re.sub(r'<finding element="goals".*?</finding>', '', text, flags=re.S)
                if path.name == 'study.xml' and leave_out:
                    text = re.sub(r'(\s*<wave )', f'\n  <leave-out part="{" ".join(leave_out)}"/>\\1', text, count=1)
                content = text.encode('utf-8')
            copy.write_bytes(content)
        if texts:
            (to / 'texts-parts.xml').write_text(
                f'<texts xmlns="urn:x-ladle:study" version="1">{texts}</texts>', encoding='utf-8')
        return to

    def report(self, report, leave_out=(), texts='', settings=('records=yes',)):
        """The document of a report ('final', or a partnership's id), and what was said of it."""
        folder = self.study(leave_out, texts)
        run = subprocess.run([self.program, 'report', str(folder), '-o', str(folder / 'o'), '--wave', self.wave,
                              *(word for setting in settings for word in ('--set', setting)),
                              '--only', report, '--dump', 'document'], capture_output=True, text=True)
        if run.returncode:
            raise RuntimeError(run.stderr.strip()[-400:])
        return ET.fromstring(run.stdout), run.stderr


def items(document):
    """What is printed, in order: (element, class, words) of all that holds words or is drawn. The line
    over a chapter's title is a heading too."""
    found = []

    def walk(node):
        name, kind = node.tag[len(D):], node.get('class') or ''
        if name in LEAVES and not any(child.tag[len(D):] in LEAVES for child in node.iter() if child is not node):
            pieces = [''.join(node.itertext()), *(chart.get('alt') or '' for chart in node.iter(D + 'chart'))]
            words = ' '.join(' '.join(pieces).split())
            if words:
                found.append(('h1' if kind == 'section-name' else name, kind, words))
        elif name == 'chart':
            found.append((name, kind, node.get('alt') or ''))
        else:
            for child in node:
                walk(child)

    for child in document:
        walk(child)
    return found


def without_heads(found):
    return Counter(item for item in found if item[0] not in HEADS)


def listed(counter):
    return '; '.join(f'{name} "{words[:70]}"' for name, _, words in list(counter)[:4])
