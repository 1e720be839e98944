<?xml version="1.0" encoding="UTF-8"?>
<!-- A report that says nothing of what it was made from: what is refused here would stand in an
     attachment only. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="urn:x-ladle:document">
  <xsl:template match="/">
    <document version="1" xml:lang="da" title="T">
      <master id="body" folio="arabic"/>
      <section master="body" contents="no">
        <h1>T</h1>
        <p>Intet.</p>
      </section>
    </document>
  </xsl:template>
</xsl:stylesheet>
