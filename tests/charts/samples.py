"""What the tests of charts ask the program about a study."""
import csv
import io
import re
import subprocess
from pathlib import Path
from xml.etree import ElementTree

INPUT = '{urn:x-ladle:input}'
DOCUMENT = '{urn:x-ladle:document}'
RESULTS = '{urn:x-ladle:results}'
LANGUAGE = '{urn:x-ladle:language}'


class Study:
    def __init__(self, program, source, sample, language, *options):
        self.source, self.language = Path(source), language
        self.name = f'{sample}, {language}'
        self.command = [program, 'report', str(self.source / 'samples' / sample), '--quiet',
                        '--language', language, *options]
        words = ElementTree.parse(self.source / 'templates' / 'language' / f'{language}.xml')
        self.words = {label.get('id'): label.text or ''
                      for label in words.getroot().iter(LANGUAGE + 'label')}

    def dump(self, stage, *options):
        run = subprocess.run([*self.command, '--dump', stage, *options], capture_output=True,
                             check=False)
        assert run.returncode == 0, run.stderr.decode()
        return run.stdout

    def tree(self, stage, which):
        return ElementTree.fromstring(self.dump(stage, *(['--only', which] if which else [])))

    def results(self):
        return self.tree('results', None)

    def studied(self):
        """Aliases of the partnerships that are studied."""
        return [p.get('alias') for p in self.tree('input', 'final').findall(INPUT + 'partnership')
                if p.get('studied') == 'yes']

    def tables(self, which):
        """File name to (title, rows) of a report's tables of data; what every one must keep to."""
        rest, found = self.dump('data', '--only', which), {}
        while rest:
            head, rest = rest.split(b'\n', 1)
            match = re.fullmatch(r'([a-z0-9-]+\.csv) ([0-9]+) (.+)', head.decode())
            assert match, f'{which}: no head of a table: {head!r}'
            name, size, title = match[1], int(match[2]), match[3]
            text, rest = rest[:size].decode(), rest[size:]
            assert name not in found, f'{which}: two files {name}'
            assert text.endswith('\r\n') and '\0' not in text, f'{which}: {name}: last line'
            rows = list(csv.reader(io.StringIO(text, newline=''), strict=True))
            assert len({len(row) for row in rows}) == 1, f'{which}: {name}: rows of several lengths'
            assert len(set(rows[0])) == len(rows[0]), f'{which}: {name}: two columns of one name'
            assert all(rows[0]), f'{which}: {name}: a column without a name'
            for field in (field for row in rows for field in row):
                assert not re.match(r'[=@]|[+-](?![0-9])', field), f'{which}: {name}: {field}'
                assert field == field.strip() and '\xa0' not in field, f'{which}: {field!r}'
            found[name] = (title, rows)
        assert found, f'{which}: no tables'
        return found

    # How the language writes numbers.

    def in_words(self, number, gender=''):
        if f'number.{number}' not in self.words:
            return str(number)
        return self.words.get(f'number.{number}{gender}', self.words[f'number.{number}'])

    def day(self, date):
        """A day as it is said in a sentence: with the name of its month."""
        year, month, day = (int(part) for part in date.split('-'))
        values = {'1': day, '2': month, '3': year, '4': self.words[f'month.{month}']}
        return re.sub(r'\{(\d)\}', lambda place: str(values[place[1]]), self.words['date.day.full'])

    def percent(self, share):
        whole = str(int(float(share) * 100 + 0.5))
        return self.words['number.percent'].replace('{1}', whole)
