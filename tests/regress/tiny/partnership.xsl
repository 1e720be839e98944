<?xml version="1.0" encoding="UTF-8"?>
<!-- The same for a partnership. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:in="urn:x-ladle:input" xmlns="urn:x-ladle:document" exclude-result-prefixes="in">
  <xsl:template match="/in:input">
    <document version="1" xml:lang="{@xml:lang}" title="{in:study/in:title}">
      <master id="body" folio="arabic"/>
      <section master="body" contents="no">
        <h1><xsl:value-of select="in:study/in:title"/></h1>
        <p><xsl:value-of select="concat(@report, ', ', @xml:lang, ', ', @wave)"/></p>
        <xsl:for-each select="in:omission">
          <p class="note"><xsl:value-of select="@reason"/></p>
        </xsl:for-each>
        <xsl:for-each select="in:partnership">
          <p><xsl:value-of select="@alias"/></p>
        </xsl:for-each>
      </section>
    </document>
  </xsl:template>
</xsl:stylesheet>
