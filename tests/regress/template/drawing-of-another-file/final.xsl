<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:in="urn:x-ladle:input" xmlns:ladle="urn:x-ladle:functions" xmlns="urn:x-ladle:document">
  <xsl:template match="/in:input">
    <document version="1" xml:lang="da" title="T">
      <master id="body" folio="arabic"/>
      <section master="body" contents="no"><h1>T</h1>
<p>a</p><figure><img src="drawing.svg" alt="x"/></figure>
      </section>
    </document>
  </xsl:template>
</xsl:stylesheet>
