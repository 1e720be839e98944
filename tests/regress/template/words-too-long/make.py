"""A template whose words are as long as a PDF allows, and one where each is a letter longer."""
import pathlib

PAGE = '''<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:in="urn:x-ladle:input" xmlns="urn:x-ladle:document">
  <xsl:template match="/in:input">
    <document version="1" xml:lang="da" title="T">
      <master id="body" folio="arabic"/>
      <section master="body" contents="no"><h1>T</h1>
        <p>a</p><figure><img src="a.svg" alt="{alt}"/></figure>
        <p><a href="https://example.org/{address}">{link}</a></p>
      </section>
    </document>
  </xsl:template>
</xsl:stylesheet>
'''
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>\n'

UNITS = 16382
for name, more in (('fits', 0), ('long', 1)):
    folder = pathlib.Path(name)
    folder.mkdir()
    words = 'æ' * (UNITS - 4 + more) + '😀😀' # a letter beyond U+FFFF is two units
    (folder / 'final.xsl').write_text(PAGE.format(alt=words, address='a' * 20, link='link ' * 10 if not more else
                                                 'link ' * 3276 + 'links'), encoding='utf-8')
    (folder / 'a.svg').write_text(SVG)
