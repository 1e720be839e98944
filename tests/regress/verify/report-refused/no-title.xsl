<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:x-ladle:document">
  <xsl:template match="/">
    <document version="1" xml:lang="da" title=" " date="2016-04-15">
      <section>
        <h1>Tabel</h1>
        <table>
          <thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>
          <tbody><tr><td>1</td><td>2</td></tr></tbody>
        </table>
      </section>
    </document>
  </xsl:template>
</xsl:stylesheet>
