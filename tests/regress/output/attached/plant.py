"""Into the study: characters that may not be drawn, and a picture."""
import pathlib

path = pathlib.Path('study/texts.xml')
text = path.read_text(encoding='utf-8')
path.write_text(text.replace('Dette er et lille eksempel.', 'A &amp; B: her\ufdd0er\u202elinks og rechts.', 1), encoding='utf-8')
pathlib.Path('study/picture.svg').write_text(
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="red"/></svg>\n')
