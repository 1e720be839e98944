<?xml version="1.0" encoding="UTF-8"?>
<!--
  Lists at the end of a report: evidence, records, guides and what else its appendices hold.

  Included by common.xsl.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:in="urn:x-ladle:input"
    xmlns:ladle="urn:x-ladle:functions"
    xmlns="urn:x-ladle:document"
    exclude-result-prefixes="in ladle">

  <!-- The evidence list. Each entry is what levels and references link to, and leads back. -->
  <xsl:template name="evidence-list">
    <xsl:param name="show-partnership" select="false()"/>
    <xsl:variable name="all" select="$input/in:evidence/in:item"/>
    <xsl:variable name="waves" select="$input/in:wave[@id = $all/@wave]"/>
    <xsl:choose>
      <xsl:when test="not($all)">
        <p><xsl:value-of select="ladle:words('evidence.empty')"/></p>
      </xsl:when>
      <xsl:otherwise>
        <p>
          <xsl:value-of select="ladle:words('evidence.lead')"/>
          <xsl:if test="count($waves) &gt; 1">
            <xsl:value-of select="concat(' ', ladle:words('evidence.lead.waves'))"/>
          </xsl:if>
        </p>
        <xsl:for-each select="$waves">
          <xsl:call-template name="evidence-table">
            <xsl:with-param name="items" select="key('evidence-of-wave', @id)"/>
            <xsl:with-param name="show-partnership" select="$show-partnership"/>
            <xsl:with-param name="first" select="position() = 1"/>
            <xsl:with-param name="last" select="position() = last()"/>
          </xsl:call-template>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The evidence of one wave. -->
  <xsl:template name="evidence-table">
    <xsl:param name="items"/>
    <xsl:param name="show-partnership"/>
    <xsl:param name="first"/>
    <xsl:param name="last"/>
    <xsl:variable name="name"><xsl:apply-templates select="." mode="small-name"/></xsl:variable>
        <figure class="evidence" counter="table">
          <xsl:if test="$first"><xsl:attribute name="id">evidence-list</xsl:attribute></xsl:if>
          <figcaption>
            <xsl:choose>
              <xsl:when test="$first and $last"><xsl:value-of select="ladle:words('evidence.title')"/></xsl:when>
              <xsl:when test="count($items) &gt; 1">
                <xsl:value-of select="ladle:words('evidence.of-wave', string($name), string(@words),
                    string($items[1]/@id), string($items[last()]/@id))"/>
              </xsl:when>
              <xsl:otherwise>
                <xsl:value-of select="ladle:words('evidence.of-wave.one', string($name), string(@words),
                    string($items[1]/@id))"/>
              </xsl:otherwise>
            </xsl:choose>
          </figcaption>
          <table>
            <col width="11mm"/>
            <xsl:if test="$show-partnership"><col width="5mm"/></xsl:if>
            <col width="31mm"/>
            <col width="33mm"/>
            <col width="*"/>
            <col width="15mm"/>
            <thead>
              <tr>
                <th scope="col"><xsl:value-of select="ladle:words('evidence.number')"/></th>
                <xsl:if test="$show-partnership">
                  <th scope="col"><xsl:value-of select="ladle:words('evidence.partnership')"/></th>
                </xsl:if>
                <th scope="col"><xsl:value-of select="ladle:words('evidence.element')"/></th>
                <th scope="col"><xsl:value-of select="ladle:words('evidence.source')"/></th>
                <th scope="col"><xsl:value-of select="ladle:words('evidence.text')"/></th>
                <th scope="col"><xsl:value-of select="ladle:words('evidence.pages')"/></th>
              </tr>
            </thead>
            <tbody>
              <xsl:apply-templates select="$items" mode="list">
                <xsl:with-param name="show-partnership" select="$show-partnership"/>
              </xsl:apply-templates>
            </tbody>
          </table>
          <xsl:if test="$last">
            <p class="note">
              <xsl:if test="$show-partnership">
                <xsl:value-of select="concat(ladle:words('evidence.note.partnership'), ' ')"/>
              </xsl:if>
              <xsl:value-of select="ladle:words('evidence.note')"/>
              <xsl:if test="not($first)">
                <xsl:value-of select="concat(' ', ladle:words('evidence.note.none'))"/>
              </xsl:if>
              <xsl:if test="$show-partnership"><xsl:call-template name="short-key"/></xsl:if>
            </p>
          </xsl:if>
        </figure>
  </xsl:template>

  <xsl:template match="in:item" mode="list">
    <xsl:param name="show-partnership"/>
    <xsl:variable name="home"><xsl:apply-templates select="." mode="home"/></xsl:variable>
    <tr id="{@id}" keep="yes">
      <th scope="row">
        <xsl:choose>
          <xsl:when test="$home != ''"><a href="#{$home}"><xsl:value-of select="@id"/></a></xsl:when>
          <xsl:otherwise><span class="accent"><xsl:value-of select="@id"/></span></xsl:otherwise>
        </xsl:choose>
      </th>
      <xsl:if test="$show-partnership">
        <td><xsl:call-template name="partnership-letters"/></td>
      </xsl:if>
      <td>
        <xsl:for-each select="in:says[not(preceding-sibling::in:says[1]/@element = @element
                                          and preceding-sibling::in:says[1]/@level = @level)]">
          <p>
            <xsl:apply-templates select="key('element', @element)/in:name" mode="said"/>
            <br/>
            <xsl:apply-templates select="key('level', @level)" mode="level"/>
          </p>
        </xsl:for-each>
        <xsl:if test="not(in:says)"><p><span class="muted">–</span></p></xsl:if>
      </td>
      <td>
        <xsl:call-template name="source-kind"/>
        <br/>
        <span class="muted">
          <xsl:if test="@who"><xsl:value-of select="concat(@who, ', ')"/></xsl:if>
          <xsl:value-of select="@words"/>
        </span>
      </td>
      <td>
        <xsl:if test="in:question">
          <span class="muted">
            <xsl:apply-templates select="in:question" mode="said"/>
            <xsl:if test="in:value">
              <xsl:text> </xsl:text>
              <xsl:call-template name="words-with">
                <xsl:with-param name="words" select="ladle:words('evidence.answer', $here)"/>
                <xsl:with-param name="said"><xsl:apply-templates select="in:value" mode="said"/></xsl:with-param>
              </xsl:call-template>
            </xsl:if>
            <xsl:text> </xsl:text>
          </span>
        </xsl:if>
        <xsl:apply-templates select="." mode="text"/>
      </td>
      <!-- Where nothing names the item, it still counts in its element's row, if the report has one. -->
      <td>
        <backlinks to="{@id}" none="–">
          <xsl:if test="$home != ''"><xsl:attribute name="else"><xsl:value-of select="$home"/></xsl:attribute></xsl:if>
        </backlinks>
      </td>
    </tr>
  </xsl:template>

  <!-- What of the records is no evidence: titles, agendas, statements without a level, answers that
       point at nothing. -->
  <xsl:template name="record-list">
    <xsl:param name="show-partnership" select="false()"/>
    <figure id="records" class="evidence" counter="table">
      <figcaption><xsl:value-of select="ladle:words('records.caption')"/></figcaption>
      <table>
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
      </table>
    </figure>
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
                <xsl:value-of select="ladle:words('quote.open')"/>
                <xsl:apply-templates select="." mode="said"/>
                <xsl:value-of select="ladle:words('quote.close')"/>
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
              <xsl:value-of select="ladle:words('quote.open')"/>
              <xsl:apply-templates select="." mode="said"/>
              <xsl:value-of select="ladle:words('quote.close')"/>
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
    <p><xsl:value-of select="ladle:words('contradictions.lead')"/></p>
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
    <table class="literature">
      <col width="9mm"/>
      <col width="*"/>
      <tbody>
        <xsl:for-each select="$sources">
          <tr id="source-{@n}" keep="yes">
            <th scope="row"><xsl:value-of select="ladle:words('cite', string(@n))"/></th>
            <td><xsl:call-template name="language"/><xsl:apply-templates mode="text"/></td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>
</xsl:stylesheet>
