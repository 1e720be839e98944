<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:ladle="urn:x-ladle:functions" xmlns="urn:x-ladle:document" exclude-result-prefixes="ladle">
  <xsl:import href="imported.xsl"/>
  <xsl:param name="title">Hej</xsl:param>
  <xsl:template match="/">
    <document version="1" xml:lang="da" title="Egen">
      <master id="main" folio="arabic"/>
      <section master="main"><p><xsl:value-of select="concat($form, ', ', $title)"/></p></section>
    </document>
  </xsl:template>
</xsl:stylesheet>
