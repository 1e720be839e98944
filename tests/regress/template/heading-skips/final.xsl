<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="urn:x-ladle:document">
  <xsl:template match="/">
    <document version="1" xml:lang="da" title="T">
      <master id="body" folio="arabic"/>
      <section master="body">
        <h2>Et</h2>
        <section><h3>To</h3></section>
        <section><h2>Tre</h2><section><h4>Fire</h4></section></section>
      </section>
      <section master="body"><h1>Fem</h1></section>
    </document>
  </xsl:template>
</xsl:stylesheet>
