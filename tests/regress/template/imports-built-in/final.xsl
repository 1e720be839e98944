<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="common.xsl"/>
  <xsl:import href="partnership.xsl"/>
  <xsl:include href="mine.xsl"/>
</xsl:stylesheet>
