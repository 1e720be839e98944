<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:in="urn:x-ladle:input" xmlns="urn:x-ladle:document">
  <xsl:template match="/in:input">
    <document version="1" xml:lang="da" title="T">
      <counter id="figure" label="Figur" ref="figur"/>
      <master id="body" folio="arabic"/>
      <section master="body" contents="no"><h1>T</h1>
        <p>En indledning.</p>
        <figure counter="figure"><figcaption>Billedet</figcaption><img src="SRC" ALT/>
          <p class="note">Kilde: os.</p></figure>
        <p>Teksten bagefter.</p>
      </section>
    </document>
  </xsl:template>
</xsl:stylesheet>
