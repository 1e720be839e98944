<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:in="urn:x-ladle:input" xmlns:ladle="urn:x-ladle:functions" xmlns="urn:x-ladle:document">
  <xsl:template match="/">
    <document>
  </xsl:template>
</xsl:stylesheet>
