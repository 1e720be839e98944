<?xml version="1.0" encoding="UTF-8"?>
<!--
  The final report: what figures 1 and 2 say, in words. A study that leaves "composed" out does without.

  Imported by final.xsl.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:in="urn:x-ladle:input"
    xmlns:ladle="urn:x-ladle:functions"
    xmlns="urn:x-ladle:document"
    exclude-result-prefixes="in ladle">

  <!-- How figure 1 is put together, and how much of it the material touches. -->
  <xsl:template name="figure-1-reading">
    <xsl:variable name="columns" select="$input/in:framework/in:column"/>
    <xsl:variable name="spoken" select="$columns/in:indicator[key('code', concat('indicator|', @id))/@statements &gt; 0]"/>
    <xsl:if test="count($columns) &gt; 1">
      <xsl:variable name="first">
        <xsl:call-template name="inside-sentence"><xsl:with-param name="words" select="string($columns[1]/in:name)"/></xsl:call-template>
      </xsl:variable>
      <xsl:variable name="last">
        <xsl:call-template name="inside-sentence"><xsl:with-param name="words" select="string($columns[last()]/in:name)"/></xsl:call-template>
      </xsl:variable>
      <xsl:call-template name="says">
        <xsl:with-param name="words">
          <xsl:value-of select="ladle:words('reading.1', string(count($columns/in:indicator)), string(count($columns)),
                                            string($first), string($last))"/>
          <xsl:if test="$programme/in:code[@kind = 'indicator']">
            <xsl:text> </xsl:text>
            <xsl:choose>
              <xsl:when test="count($spoken) = count($columns/in:indicator)"><xsl:value-of select="ladle:words('reading.1.all')"/></xsl:when>
              <xsl:otherwise>
                <xsl:value-of select="ladle:words('reading.1.some', string(count($spoken)))"/>
              </xsl:otherwise>
            </xsl:choose>
          </xsl:if>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- What dominates figure 2; where the partnerships are furthest, and furthest apart; what is not
       covered everywhere. Of one partnership there is nothing to compare. -->
  <xsl:template name="figure-2-reading">
    <!-- What only one of them has evidence on says nothing of the partnerships. -->
    <xsl:variable name="all" select="$programme/in:element[@dominant][sum(in:count/@partnerships) &gt; 1]"/>
    <xsl:if test="count($studied) &gt; 1 and $all">
      <xsl:variable name="highest">
        <xsl:for-each select="$all">
          <xsl:sort select="@dominant-n" data-type="number" order="descending"/>
          <xsl:if test="position() = 1"><xsl:value-of select="@dominant-n"/></xsl:if>
        </xsl:for-each>
      </xsl:variable>
      <xsl:call-template name="says">
        <xsl:with-param name="words">
          <xsl:call-template name="dominating"><xsl:with-param name="all" select="$all"/></xsl:call-template>
          <xsl:call-template name="furthest">
            <xsl:with-param name="all" select="$all"/>
            <xsl:with-param name="top" select="$all[@dominant-n = $highest]"/>
          </xsl:call-template>
          <xsl:call-template name="furthest-apart"><xsl:with-param name="all" select="$all"/></xsl:call-template>
          <xsl:call-template name="not-everywhere"/>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- "Kantinen dominerer på 6 elementer, Klubben på 4 og Netværket på 1." -->
  <xsl:template name="dominating">
    <xsl:param name="all"/>
    <xsl:for-each select="$levels[@id = $all/@dominant]">
      <xsl:sort select="count($all[@dominant = current()/@id])" data-type="number" order="descending"/>
      <xsl:sort select="@n" data-type="number"/>
      <xsl:variable name="count" select="string(count($all[@dominant = current()/@id]))"/>
      <xsl:choose>
        <xsl:when test="position() = 1"><xsl:value-of select="ladle:words('reading.2.most', string(.), $count)"/></xsl:when>
        <xsl:when test="position() = last()">
          <xsl:value-of select="concat(' ', ladle:words('and'), ' ', ladle:words('reading.2.more', string(.), $count))"/>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="concat(', ', ladle:words('reading.2.more', string(.), $count))"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
    <xsl:text>.</xsl:text>
  </xsl:template>
  <xsl:template name="furthest">
    <xsl:param name="all"/>
    <xsl:param name="top"/>
    <xsl:if test="count($top) &lt; count($all) and count($top) &lt;= 4">
      <xsl:variable name="names">
        <xsl:call-template name="enumeration"><xsl:with-param name="nodes" select="key('element', $top/@id)"/></xsl:call-template>
      </xsl:variable>
      <xsl:value-of select="concat(' ', ladle:words('reading.2.top', string($names)))"/>
    </xsl:if>
  </xsl:template>
  <!-- Two levels or more between the lowest partnership and the highest. -->
  <xsl:template name="furthest-apart">
    <xsl:param name="all"/>
    <xsl:variable name="most">
      <xsl:for-each select="$all">
        <xsl:sort select="key('level', @high)/@n - key('level', @low)/@n" data-type="number" order="descending"/>
        <xsl:if test="position() = 1"><xsl:value-of select="key('level', @high)/@n - key('level', @low)/@n"/></xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="apart" select="$all[key('level', @high)/@n - key('level', @low)/@n = $most]"/>
    <xsl:if test="$most &gt; 1 and count($apart) &lt;= 3">
      <xsl:variable name="names">
        <xsl:call-template name="enumeration"><xsl:with-param name="nodes" select="key('element', $apart/@id)"/></xsl:call-template>
      </xsl:variable>
      <xsl:text> </xsl:text>
      <xsl:choose>
        <xsl:when test="$apart[@low != $apart[1]/@low]">
          <xsl:value-of select="ladle:words('reading.2.apart', string($names))"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="ladle:words('reading.2.apart.levels', string($names), string(key('level', $apart[1]/@low)),
                                            string(key('level', $apart[1]/@high)))"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:if>
  </xsl:template>
  <xsl:template name="not-everywhere">
    <xsl:variable name="some" select="$programme/in:element[@assessed &lt; count($studied)]"/>
    <xsl:if test="$some and count($some) &lt;= 4">
      <xsl:variable name="names">
        <xsl:call-template name="enumeration"><xsl:with-param name="nodes" select="key('element', $some/@id)"/></xsl:call-template>
      </xsl:variable>
      <xsl:value-of select="concat(' ', ladle:words('reading.2.missing', string($names)))"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
