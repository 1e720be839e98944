<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:ladle="urn:x-ladle:functions">
  <xsl:param name="form" select="'short'" ladle:values="short long"/>
  <xsl:param name="title" select="'never seen'"/>
</xsl:stylesheet>
