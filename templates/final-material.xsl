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
    <section class="chapter" master="main" numbering="decimal">
      <h1><xsl:value-of select="ladle:words('final.work')"/></h1>
      <xsl:call-template name="chapter-texts">
        <xsl:with-param name="chapter">work</xsl:with-param>
      </xsl:call-template>
      <section numbering="decimal">
        <h2><xsl:value-of select="ladle:words('final.material')"/></h2>
        <xsl:call-template name="material"/>
      </section>
      <xsl:if test="$input/in:framework/in:guide">
        <section numbering="decimal">
          <h2><xsl:value-of select="ladle:words('final.coverage')"/></h2>
          <xsl:call-template name="coverage"/>
        </section>
      </xsl:if>
      <section numbering="decimal">
        <h2><xsl:value-of select="ladle:words('final.timeline')"/></h2>
        <xsl:call-template name="programme-timeline"/>
      </section>
    </section>
  </xsl:template>

  <xsl:template name="material-words">
    <xsl:call-template name="material-count">
      <xsl:with-param name="records" select="sum($programme/in:method/@records)"/>
      <xsl:with-param name="statements" select="sum($programme/in:method/@statements)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="material">
    <p>
      <xsl:call-template name="material-words"/>
      <xsl:if test="$input/in:partnership[@studied = 'no']">
        <xsl:value-of select="concat(' ', ladle:capital(ladle:words('final.material.unstudied',
            string(count($studied)), string(count($input/in:partnership[@studied = 'no'])))))"/>
      </xsl:if>
    </p>
    <figure id="material" class="small" counter="table">
      <figcaption><xsl:value-of select="ladle:words('final.material.caption', string($wave/@words))"/></figcaption>
      <table>
        <!-- Narrow, so that no head of a column has to break. -->
        <col width="24mm"/>
        <xsl:for-each select="$programme/in:method"><col width="*"/></xsl:for-each>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="ladle:words('final.partnership')"/></th>
            <xsl:for-each select="$programme/in:method">
              <th scope="col"><xsl:value-of select="ladle:words(concat('kind.', @id))"/></th>
            </xsl:for-each>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$input/in:partnership">
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
      <p class="note"><xsl:value-of select="ladle:words('final.material.note')"/></p>
    </figure>
  </xsl:template>

  <xsl:template name="coverage">
    <xsl:variable name="guides" select="$input/in:framework/in:guide"/>
    <p>
      <xsl:choose>
        <xsl:when test="$elements[not(@id = $guides/in:covers[@questions &gt; 0]/@element)]">
          <xsl:variable name="holes">
            <xsl:call-template name="enumeration">
              <xsl:with-param name="nodes"
                  select="$elements[not(@id = $guides/in:covers[@questions &gt; 0]/@element)]"/>
            </xsl:call-template>
          </xsl:variable>
          <xsl:value-of select="ladle:words('final.coverage.holes', string($holes))"/>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="ladle:words('final.coverage.all')"/></xsl:otherwise>
      </xsl:choose>
    </p>
    <figure class="small whole" counter="table">
      <figcaption><xsl:value-of select="ladle:words('final.coverage.caption')"/></figcaption>
      <table>
        <col width="42mm"/>
        <xsl:for-each select="$guides"><col width="*"/></xsl:for-each>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="ladle:words('final.element')"/></th>
            <xsl:for-each select="$guides"><th scope="col"><xsl:apply-templates select="in:title" mode="said"/></th></xsl:for-each>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$elements">
            <xsl:variable name="id" select="@id"/>
            <tr keep="yes">
              <th scope="row"><xsl:apply-templates select="in:name" mode="said"/></th>
              <xsl:for-each select="$guides">
                <xsl:variable name="questions" select="in:covers[@element = $id]/@questions"/>
                <td>
                  <xsl:choose>
                    <xsl:when test="$questions &gt; 0"><xsl:value-of select="$questions"/></xsl:when>
                    <xsl:otherwise>
                      <span class="accent"><xsl:value-of select="ladle:words('final.coverage.none')"/></span>
                    </xsl:otherwise>
                  </xsl:choose>
                </td>
              </xsl:for-each>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </figure>
  </xsl:template>

  <xsl:template name="programme-timeline">
    <xsl:variable name="timeline" select="$input/in:timeline"/>
    <xsl:choose>
      <xsl:when test="$timeline/in:entry">
        <xsl:variable name="period"><xsl:apply-templates select="$timeline" mode="period"/></xsl:variable>
        <xsl:variable name="moved" select="count($timeline/in:entry[in:revised])"/>
        <p>
          <xsl:value-of select="ladle:words('final.timeline.lead', string(count($timeline/in:entry)))"/>
          <xsl:if test="$moved &gt; 0">
            <xsl:value-of select="concat(' ', ladle:capital(ladle:words('final.timeline.moved', string($moved))))"/>
          </xsl:if>
        </p>
        <xsl:apply-templates select="$timeline" mode="drawing">
          <xsl:with-param name="caption" select="ladle:words('final.timeline.caption', string($period))"/>
        </xsl:apply-templates>
        <xsl:apply-templates select="$timeline" mode="list"/>
      </xsl:when>
      <xsl:otherwise><p><xsl:value-of select="ladle:words('timeline.none')"/></p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
