<?xml version="1.0" encoding="UTF-8"?>
<!--
  The final report: what was done.

  Imported by final.xsl.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:in="urn:x-ladle:input"
    xmlns:ladle="urn:x-ladle:functions"
    xmlns="urn:x-ladle:document"
    exclude-result-prefixes="in ladle">

  <xsl:template name="work">
    <xsl:call-template name="chapter">
      <xsl:with-param name="of">work</xsl:with-param>
      <xsl:with-param name="title" select="ladle:words('final.work')"/>
      <xsl:with-param name="content">
        <xsl:call-template name="chapter-texts">
          <xsl:with-param name="chapter">work</xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="section-of-part">
          <xsl:with-param name="part">material</xsl:with-param>
          <xsl:with-param name="title" select="ladle:words('final.material')"/>
        </xsl:call-template>
        <xsl:call-template name="section-of-part">
          <xsl:with-param name="part">coverage</xsl:with-param>
          <xsl:with-param name="title" select="ladle:words('final.coverage')"/>
        </xsl:call-template>
        <xsl:call-template name="section-of-part">
          <xsl:with-param name="part">timeline</xsl:with-param>
          <xsl:with-param name="title" select="ladle:words('final.timeline')"/>
        </xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="material-words">
    <xsl:call-template name="material-count">
      <xsl:with-param name="records" select="sum($programme/in:method/@records)"/>
      <xsl:with-param name="statements" select="sum($programme/in:method/@statements)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="material">
    <xsl:call-template name="says">
      <xsl:with-param name="words">
        <xsl:call-template name="material-words"/>
        <xsl:if test="$input/in:partnership[@studied = 'no']">
          <xsl:value-of select="concat(' ', ladle:words('final.material.unstudied',
              string(count($studied)), string(count($input/in:partnership[@studied = 'no'])),
              string(count($input/in:partnership))))"/>
        </xsl:if>
      </xsl:with-param>
    </xsl:call-template>
    <!-- Partnerships of which only their activity is known are one row where they are many. -->
    <xsl:variable name="others" select="$input/in:partnership[@studied = 'no']"/>
    <xsl:variable name="rows" select="$input/in:partnership[count($others) &lt; 4 or @studied = 'yes']"/>
    <figure id="material" class="small whole" counter="table">
      <xsl:call-template name="message"><xsl:with-param name="part">material</xsl:with-param></xsl:call-template>
      <figcaption><xsl:value-of select="ladle:words('final.material.caption', string($wave/@words))"/></figcaption>
      <table>
        <!-- Narrow, so that no head of a column has to break. -->
        <col width="*"/>
        <xsl:for-each select="$programme/in:method"><col width="auto"/></xsl:for-each>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="ladle:words('final.partnership')"/></th>
            <xsl:for-each select="$programme/in:method">
              <th scope="col"><xsl:value-of select="ladle:words(concat('kind.', @id))"/></th>
            </xsl:for-each>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$rows">
            <xsl:variable name="material" select="in:material"/>
            <tr keep="yes">
              <th scope="row"><xsl:apply-templates select="@alias" mode="said"/></th>
              <xsl:for-each select="$programme/in:method">
                <xsl:variable name="method" select="@id"/>
                <td>
                  <xsl:choose>
                    <xsl:when test="$material[@method = $method]">
                      <xsl:value-of select="$material[@method = $method]/@records"/>
                      <xsl:if test="$material[@method = $method]/@statements &gt; 0">
                        <span class="muted">
                          <xsl:value-of select="concat(' (', $material[@method = $method]/@statements, ')')"/>
                        </span>
                      </xsl:if>
                    </xsl:when>
                    <xsl:otherwise><span class="muted">0</span></xsl:otherwise>
                  </xsl:choose>
                </td>
              </xsl:for-each>
            </tr>
          </xsl:for-each>
          <xsl:if test="count($rows) &lt; count($input/in:partnership)">
            <tr keep="yes">
              <th scope="row">
                <xsl:value-of select="ladle:capital(ladle:words('final.material.others',
                    string(count($others)), string($others[1]/@short), string($others[last()]/@short)))"/>
              </th>
              <xsl:for-each select="$programme/in:method">
                <xsl:variable name="of-method" select="$others/in:material[@method = current()/@id]"/>
                <td>
                  <xsl:choose>
                    <xsl:when test="$of-method">
                      <xsl:value-of select="sum($of-method/@records)"/>
                      <xsl:if test="sum($of-method/@statements) &gt; 0">
                        <span class="muted"><xsl:value-of select="concat(' (', sum($of-method/@statements), ')')"/></span>
                      </xsl:if>
                    </xsl:when>
                    <xsl:otherwise><span class="muted">0</span></xsl:otherwise>
                  </xsl:choose>
                </td>
              </xsl:for-each>
            </tr>
          </xsl:if>
        </tbody>
        <tfoot>
          <tr>
            <th scope="row"><strong><xsl:value-of select="ladle:words('final.material.all')"/></strong></th>
            <xsl:for-each select="$programme/in:method">
              <td>
                <strong><xsl:value-of select="@records"/></strong>
                <xsl:if test="@statements &gt; 0">
                  <span class="muted"><xsl:value-of select="concat(' (', @statements, ')')"/></span>
                </xsl:if>
              </td>
            </xsl:for-each>
          </tr>
        </tfoot>
      </table>
      <xsl:call-template name="says">
        <xsl:with-param name="words" select="ladle:words('final.material.note')"/>
        <xsl:with-param name="class">note</xsl:with-param>
      </xsl:call-template>
    </figure>
  </xsl:template>

  <!-- Which elements no question is about; numbers for the others would say nothing more. -->
  <xsl:template name="coverage">
    <xsl:variable name="guides" select="$input/in:framework/in:guide"/>
    <xsl:variable name="without" select="$elements[not(@id = $guides/in:covers[@questions &gt; 0]/@element)]"/>
    <xsl:if test="$guides">
      <p>
        <xsl:choose>
          <xsl:when test="$without">
            <xsl:variable name="holes">
              <xsl:call-template name="enumeration"><xsl:with-param name="nodes" select="$without"/></xsl:call-template>
            </xsl:variable>
            <xsl:value-of select="ladle:words('final.coverage.holes', string($holes))"/>
          </xsl:when>
          <xsl:otherwise><xsl:value-of select="ladle:words('final.coverage.all')"/></xsl:otherwise>
        </xsl:choose>
      </p>
    </xsl:if>
  </xsl:template>

  <xsl:template name="programme-timeline">
    <xsl:variable name="timeline" select="$input/in:timeline"/>
    <xsl:choose>
      <xsl:when test="$timeline/in:entry">
        <xsl:variable name="period"><xsl:apply-templates select="$timeline" mode="period"/></xsl:variable>
        <xsl:variable name="moved" select="count($timeline/in:entry[in:revised])"/>
        <xsl:apply-templates select="$timeline" mode="drawing">
          <xsl:with-param name="message">
            <xsl:value-of select="ladle:words('final.timeline.lead', string(count($timeline/in:entry)))"/>
            <xsl:if test="$moved &gt; 0">
              <xsl:value-of select="concat(' ', ladle:capital(ladle:words('final.timeline.moved', string($moved))))"/>
            </xsl:if>
          </xsl:with-param>
          <xsl:with-param name="caption" select="ladle:words('final.timeline.caption', string($period))"/>
        </xsl:apply-templates>
        <xsl:apply-templates select="$timeline" mode="list"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="says"><xsl:with-param name="words" select="ladle:words('timeline.none')"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
