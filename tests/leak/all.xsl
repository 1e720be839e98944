<?xml version="1.0" encoding="UTF-8"?>
<!-- All that people said and authors wrote, one paragraph each. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:in="urn:x-ladle:input" xmlns="urn:x-ladle:document" exclude-result-prefixes="in">
  <xsl:template match="/in:input">
    <document version="1" xml:lang="da" title="T">
      <master id="body" folio="arabic"/>
      <section master="body" contents="no">
        <h1>T</h1>
        <xsl:for-each select="in:evidence/in:item/in:text | in:texts//in:p">
          <p>– <xsl:apply-templates/></p>
        </xsl:for-each>
      </section>
    </document>
  </xsl:template>
  <xsl:template match="in:em"><em><xsl:apply-templates/></em></xsl:template>
  <xsl:template match="in:strong"><strong><xsl:apply-templates/></strong></xsl:template>
  <xsl:template match="in:*"><xsl:apply-templates/></xsl:template>
</xsl:stylesheet>
