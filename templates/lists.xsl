<?xml version="1.0" encoding="UTF-8"?>
<!--
  Lists at the end of a report but for the evidence (evidence.xsl): records, rules, contradictions, literature.

  Included by common.xsl.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:in="urn:x-ladle:input"
    xmlns:ladle="urn:x-ladle:functions"
    xmlns="urn:x-ladle:document"
    exclude-result-prefixes="in ladle">

  <!-- What of the records is no evidence: titles, agendas, statements without a level, answers that
       point at nothing. -->
  <xsl:template name="record-list">
    <xsl:param name="show-partnership" select="false()"/>
    <figure class="evidence" counter="table">
      <figcaption><xsl:value-of select="ladle:words('records.caption')"/></figcaption>
      <table>
        <xsl:call-template name="record-rows">
          <xsl:with-param name="show-partnership" select="$show-partnership"/>
        </xsl:call-template>
      </table>
    </figure>
  </xsl:template>
  <!-- The same as data alone. -->
  <xsl:template name="record-data">
    <xsl:param name="show-partnership" select="false()"/>
    <table data="only">
      <caption><xsl:value-of select="ladle:words('records.title')"/></caption>
      <xsl:call-template name="record-rows">
        <xsl:with-param name="show-partnership" select="$show-partnership"/>
      </xsl:call-template>
    </table>
  </xsl:template>
  <xsl:template name="record-rows">
    <xsl:param name="show-partnership"/>
        <col width="20mm"/>
        <xsl:if test="$show-partnership"><col width="12mm"/></xsl:if>
        <col width="44mm"/>
        <col width="*"/>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="ladle:words('records.date')"/></th>
            <xsl:if test="$show-partnership">
              <th scope="col"><xsl:value-of select="ladle:words('evidence.partnership')"/></th>
            </xsl:if>
            <th scope="col"><xsl:value-of select="ladle:words('records.record')"/></th>
            <th scope="col"><xsl:value-of select="ladle:words('records.words')"/></th>
          </tr>
        </thead>
        <tbody>
          <xsl:apply-templates select="$input/in:records/in:record" mode="list">
            <xsl:with-param name="show-partnership" select="$show-partnership"/>
          </xsl:apply-templates>
        </tbody>
  </xsl:template>

  <xsl:template match="in:record" mode="list">
    <xsl:param name="show-partnership"/>
    <tr>
      <th scope="row"><xsl:value-of select="@words"/></th>
      <xsl:if test="$show-partnership">
        <td>
          <xsl:call-template name="partnership-letters"/>
          <xsl:if test="not(@partnerships)"><span class="muted">–</span></xsl:if>
        </td>
      </xsl:if>
      <td>
        <p>
          <xsl:choose>
            <xsl:when test="@kind = 'meeting' and @group">
              <xsl:value-of select="ladle:words(concat('entry.meeting.', @group))"/>
            </xsl:when>
            <xsl:otherwise><xsl:call-template name="source-kind"/></xsl:otherwise>
          </xsl:choose>
        </p>
        <xsl:if test="@who or @status">
          <p>
            <span class="muted">
              <xsl:value-of select="@who"/>
              <xsl:if test="@who and @status">, </xsl:if>
              <xsl:choose>
                <xsl:when test="in:moved-to[not(@first)]">
                  <xsl:value-of select="ladle:words('records.status.moved-to.open', string(in:moved-to/@words))"/>
                </xsl:when>
                <xsl:when test="in:moved-to">
                  <xsl:value-of select="ladle:words('records.status.moved-to', string(in:moved-to/@words))"/>
                </xsl:when>
                <xsl:when test="@status">
                  <xsl:value-of select="ladle:words(concat('records.status.', @status))"/>
                </xsl:when>
              </xsl:choose>
            </span>
          </p>
        </xsl:if>
      </td>
      <td>
        <xsl:if test="in:title"><p><strong><xsl:apply-templates select="in:title" mode="said"/></strong></p></xsl:if>
        <xsl:if test="in:item">
          <p>
            <xsl:value-of select="ladle:words('records.agenda')"/>
            <xsl:for-each select="in:item">
              <xsl:text> </xsl:text>
              <xsl:apply-templates select="." mode="said"/>
              <span class="muted">
                <xsl:value-of select="concat(' (', ladle:words(concat('agenda.', @kind)))"/>
                <xsl:if test="@minutes">
                  <xsl:value-of select="concat(', ', ladle:words('records.minutes', string(@minutes)))"/>
                </xsl:if>
                <xsl:text>)</xsl:text>
              </span>
              <xsl:if test="position() != last()">;</xsl:if>
            </xsl:for-each>
          </p>
        </xsl:if>
        <xsl:for-each select="in:statement">
          <p>
            <xsl:choose>
              <xsl:when test="@quote = 'yes'">
                <xsl:apply-templates select="." mode="said">
                  <xsl:with-param name="words" select="ladle:quote(string(.))"/>
                </xsl:apply-templates>
              </xsl:when>
              <xsl:otherwise><xsl:apply-templates select="." mode="said"/></xsl:otherwise>
            </xsl:choose>
            <xsl:if test="@quote = 'yes' and @who">
              <span class="muted"><xsl:value-of select="concat(' ', @who)"/></span>
            </xsl:if>
          </p>
        </xsl:for-each>
        <xsl:for-each select="in:answer">
          <p>
            <span class="muted">
              <xsl:apply-templates select="@question" mode="said"/>
              <xsl:if test="@value">
                <xsl:text> </xsl:text>
                <xsl:call-template name="words-with">
                  <xsl:with-param name="words" select="ladle:words('evidence.answer', $here)"/>
                  <xsl:with-param name="said"><xsl:apply-templates select="@value" mode="said"/></xsl:with-param>
                </xsl:call-template>
              </xsl:if>
              <xsl:text> </xsl:text>
            </span>
            <xsl:if test=". != ''">
              <xsl:apply-templates select="." mode="said">
                <xsl:with-param name="words" select="ladle:quote(string(.))"/>
              </xsl:apply-templates>
            </xsl:if>
          </p>
        </xsl:for-each>
      </td>
    </tr>
  </xsl:template>

  <!-- The letters of the partnerships that an item or record is about: "C og D". -->
  <xsl:template name="partnership-letters">
    <xsl:variable name="numbers" select="concat(' ', @partnerships, ' ')"/>
    <xsl:call-template name="enumeration">
      <xsl:with-param name="nodes"
          select="$input/in:partnership[contains($numbers, concat(' ', @n, ' '))]/@short"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The id of the place its number leads to: the element's row in figure 2, for items of the wave
       reported. -->
  <xsl:template match="in:item" mode="home">
    <xsl:if test="@wave = $wave/@id and in:says">
      <xsl:value-of select="concat('finding-', in:says[1]/@element)"/>
    </xsl:if>
  </xsl:template>

  <!-- The rules of the assessment, each with its name before it. programme: those of all partnerships
       under one too; placed: without it, only what a level is. -->
  <xsl:template name="rules">
    <xsl:param name="programme" select="false()"/>
    <xsl:param name="placed" select="true()"/>
    <xsl:call-template name="rule"><xsl:with-param name="of">evidence</xsl:with-param></xsl:call-template>
    <xsl:call-template name="rule">
      <xsl:with-param name="of">level</xsl:with-param>
      <xsl:with-param name="words" select="ladle:words('method.level', ladle:percent('0.5'))"/>
    </xsl:call-template>
    <xsl:call-template name="rule">
      <xsl:with-param name="of">support</xsl:with-param>
      <xsl:with-param name="words" select="ladle:words('method.support', ladle:number('0.5', '1'))"/>
    </xsl:call-template>
    <xsl:if test="$placed">
      <xsl:call-template name="rule"><xsl:with-param name="of">placement</xsl:with-param></xsl:call-template>
      <xsl:call-template name="rule"><xsl:with-param name="of">membership</xsl:with-param></xsl:call-template>
      <xsl:if test="$input/in:framework/in:dimension">
        <xsl:call-template name="rule"><xsl:with-param name="of">dimension</xsl:with-param></xsl:call-template>
      </xsl:if>
    </xsl:if>
    <xsl:if test="$programme">
      <xsl:call-template name="rule">
        <xsl:with-param name="of">programme</xsl:with-param>
        <xsl:with-param name="words" select="ladle:words('final.method.programme')"/>
      </xsl:call-template>
      <xsl:call-template name="rule">
        <xsl:with-param name="of">coders</xsl:with-param>
        <xsl:with-param name="words" select="ladle:words('final.method.coders')"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$placed">
      <xsl:call-template name="rule"><xsl:with-param name="of">sources</xsl:with-param></xsl:call-template>
    </xsl:if>
  </xsl:template>
  <xsl:template name="rule">
    <xsl:param name="of"/>
    <xsl:param name="words" select="ladle:words(concat('method.', $of))"/>
    <p>
      <strong><xsl:value-of select="ladle:words(concat('method.head.', $of))"/></strong>
      <xsl:value-of select="concat(' ', $words)"/>
    </p>
  </xsl:template>

  <!-- Things in the material that do not fit together, as a list of sentences. -->
  <xsl:template name="contradictions">
    <xsl:call-template name="says"><xsl:with-param name="words" select="ladle:words('contradictions.lead')"/></xsl:call-template>
    <ul>
      <xsl:for-each select="$input/in:contradiction">
        <li>
          <xsl:if test="count($input/in:partnership) &gt; 1 and @partnership">
            <xsl:apply-templates select="key('partnership', @partnership)/@alias" mode="said"/>
            <xsl:text>: </xsl:text>
          </xsl:if>
          <xsl:choose>
            <xsl:when test="@kind = 'before-formed'">
              <xsl:value-of select="ladle:words('contradictions.before-formed',
                                    ladle:words(concat('kind.', @record)),
                                    ladle:date(string(in:date/@date), 'full'), ladle:date(string(in:other/@date), 'full'))"/>
            </xsl:when>
            <xsl:when test="@kind = 'observation-date'">
              <xsl:value-of select="ladle:words('contradictions.observation-date',
                                    ladle:date(string(in:date/@date), 'full'), ladle:date(string(in:other/@date), 'full'))"/>
            </xsl:when>
            <xsl:when test="not(@who)">
              <xsl:value-of select="ladle:words('contradictions.never-present.somebody',
                                    ladle:words(concat('group.', @group, '.the')))"/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:value-of select="ladle:words('contradictions.never-present', string(@who),
                                    ladle:words(concat('group.', @group, '.the')))"/>
            </xsl:otherwise>
          </xsl:choose>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <!-- Literature: the numbers in brackets lead here. -->
  <xsl:template name="literature">
    <xsl:param name="sources" select="$input/in:texts/in:source"/>
    <xsl:variable name="by-year" select="$input/in:texts/@cite = 'author-year'"/>
    <table class="literature">
      <col width="9mm">
        <xsl:if test="$by-year"><xsl:attribute name="width">35mm</xsl:attribute></xsl:if>
      </col>
      <col width="*"/>
      <tbody>
        <xsl:for-each select="$sources">
          <tr id="source-{@n}" keep="yes">
            <th scope="row">
              <xsl:choose>
                <xsl:when test="$by-year"><xsl:apply-templates select="." mode="short"/></xsl:when>
                <xsl:otherwise><xsl:value-of select="ladle:words('cite', string(@n))"/></xsl:otherwise>
              </xsl:choose>
            </th>
            <td><xsl:call-template name="language"/><xsl:apply-templates mode="text"/></td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>
</xsl:stylesheet>
