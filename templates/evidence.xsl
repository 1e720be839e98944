<?xml version="1.0" encoding="UTF-8"?>
<!--
  The evidence list: by wave (the one reported first), element and partnership, in two columns.

  A statement stands once, under the first element and partnership it speaks of, with the signs of all
  levels that coders gave it there; under the others by number and sign. A question stands once over
  its answers, with their counts. What speaks of no element has groups of its own. The same as a
  table goes with the report as a file of data.

  Included by common.xsl.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:in="urn:x-ladle:input"
    xmlns:ladle="urn:x-ladle:functions"
    xmlns="urn:x-ladle:document"
    exclude-result-prefixes="in ladle">

  <!-- What is said of an element in a partnership: once an item, whatever levels its coders gave it. -->
  <xsl:key name="said-once" match="in:item/in:says[not(preceding-sibling::in:says[1]/@element = @element
               and preceding-sibling::in:says[1]/@partnership = @partnership)]"
      use="concat(../@wave, '|', @element, '|', @partnership)"/>
  <!-- Answers: the same, by question. -->
  <xsl:key name="answers" match="in:item[in:question]/in:says[not(preceding-sibling::in:says)]"
      use="concat(../@wave, '|', @element, '|', @partnership, '|', ../in:question)"/>
  <xsl:key name="question" match="in:framework/in:guide/in:question" use="concat(../@id, '|', @n)"/>
  <xsl:key name="evidence-of-group" match="in:evidence/in:item" use="concat(@wave, '|', @group)"/>

  <!-- Where the evidence on an element stands: an id. partnership: its number, or nothing. -->
  <xsl:template name="evidence-place">
    <xsl:param name="element"/>
    <xsl:param name="wave-id" select="$wave/@id"/>
    <xsl:param name="partnership"/>
    <xsl:value-of select="concat('evidence-', $input/in:wave[@id = $wave-id]/@n, '-', $element)"/>
    <xsl:if test="$partnership and count($input/in:partnership) &gt; 1">
      <xsl:value-of select="concat('-', $partnership)"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="evidence-list">
    <xsl:variable name="all" select="$input/in:evidence/in:item"/>
    <xsl:variable name="waves" select="$input/in:wave[@id = $all/@wave]"/>
    <xsl:choose>
      <xsl:when test="$input/in:evidence/@items = 0">
        <xsl:call-template name="says"><xsl:with-param name="words" select="ladle:words('evidence.empty')"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="not($all)">
        <p><xsl:value-of select="ladle:words('evidence.held.none', string($input/in:evidence/@items))"/></p>
      </xsl:when>
      <xsl:otherwise>
        <!-- What a report does not hold is said in any case; how to read the list is Ladle's own. -->
        <xsl:variable name="lead">
          <xsl:if test="$input/in:evidence/@held = 'cited'">
            <xsl:value-of select="concat(ladle:words('evidence.held.cited', string($input/in:evidence/@items),
                string(count($all)), string($input/in:evidence/@left-out)), ' ')"/>
          </xsl:if>
          <xsl:if test="$composed">
            <xsl:variable name="own"><xsl:if test="$input/@report = 'partnership'">.own</xsl:if></xsl:variable>
            <xsl:value-of select="concat(ladle:words(concat('evidence.order', $own)), ' ', ladle:words('evidence.lead'))"/>
            <xsl:if test="count($waves) &gt; 1">
              <xsl:value-of select="concat(' ', ladle:words('evidence.lead.waves'))"/>
            </xsl:if>
            <xsl:call-template name="short-key"/>
          </xsl:if>
        </xsl:variable>
        <xsl:if test="normalize-space($lead) != ''">
          <p class="evidence-lead"><xsl:value-of select="$lead"/></p>
        </xsl:if>
        <xsl:for-each select="$waves[@current] | $waves[not(@current)]">
          <xsl:sort select="boolean(@current)" order="descending"/>
          <xsl:sort select="@n" data-type="number" order="descending"/>
          <xsl:call-template name="evidence-of-wave">
            <xsl:with-param name="head" select="count($waves) &gt; 1 or not($waves[@current = 'yes'])"/>
          </xsl:call-template>
        </xsl:for-each>
        <xsl:call-template name="evidence-data"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="evidence-of-wave">
    <xsl:param name="head"/>
    <xsl:variable name="of" select="."/>
    <xsl:if test="$head">
      <p class="evidence-wave"><xsl:apply-templates select="." mode="words"/></p>
    </xsl:if>
    <xsl:for-each select="$elements">
      <xsl:variable name="element" select="@id"/>
      <xsl:variable name="spoken" select="$input/in:partnership[key('evidence-on-element',
          concat($of/@id, '|', $element, '|', @n))]"/>
      <xsl:if test="$spoken">
        <div class="evidence-element" id="evidence-{$of/@n}-{@id}">
          <p class="evidence-element">
            <xsl:apply-templates select="in:name" mode="said"/>
            <xsl:if test="count($input/in:partnership) = 1">
              <xsl:call-template name="evidence-level">
                <xsl:with-param name="of" select="$of"/>
                <xsl:with-param name="element" select="$element"/>
                <xsl:with-param name="partnership" select="$spoken"/>
              </xsl:call-template>
            </xsl:if>
          </p>
        </div>
        <columns kind="flow" class="evidence"><div>
          <xsl:for-each select="$spoken">
            <xsl:call-template name="evidence-on">
              <xsl:with-param name="of" select="$of"/>
              <xsl:with-param name="element" select="$element"/>
            </xsl:call-template>
          </xsl:for-each>
        </div></columns>
      </xsl:if>
    </xsl:for-each>
    <xsl:call-template name="evidence-group"><xsl:with-param name="group">dimension</xsl:with-param></xsl:call-template>
    <xsl:call-template name="evidence-group"><xsl:with-param name="group">code</xsl:with-param></xsl:call-template>
    <xsl:call-template name="evidence-group"><xsl:with-param name="group">programme</xsl:with-param></xsl:call-template>
  </xsl:template>

  <!-- The level of an element in a partnership in a wave, how much there is of evidence, and what the
       groups say, where they may be told. -->
  <xsl:template name="evidence-level">
    <xsl:param name="of"/>
    <xsl:param name="element"/>
    <xsl:param name="partnership"/>
    <xsl:variable name="result"
        select="$partnership/in:assessment[@wave = $of/@id]/in:element[@id = $element]"/>
    <xsl:text>&#x2002; </xsl:text>
    <xsl:apply-templates select="key('level', $result/@level)" mode="level"/>
    <span class="evidence-count">
      <xsl:value-of select="concat(' ', ladle:words('items.methods',
          string($result/@statements), string($result/@methods)))"/>
      <xsl:for-each select="$result/in:voice[@group]">
        <xsl:choose>
          <xsl:when test="position() = 1">. </xsl:when>
          <xsl:otherwise>&#xA0;· </xsl:otherwise>
        </xsl:choose>
        <xsl:value-of select="concat(ladle:words(concat('group.', @group)), ': ', key('level', @level))"/>
      </xsl:for-each>
    </span>
  </xsl:template>

  <!-- One partnership's evidence on one element: statements, questions with their answers, and by number
       what stands elsewhere. -->
  <xsl:template name="evidence-on">
    <xsl:param name="of"/>
    <xsl:param name="element"/>
    <xsl:variable name="p" select="."/>
    <xsl:variable name="said" select="key('said-once', concat($of/@id, '|', $element, '|', @n))"/>
    <xsl:variable name="here" select="$said[not(preceding-sibling::in:says)]"/>
    <xsl:variable name="elsewhere" select="$said[preceding-sibling::in:says]"/>
    <xsl:if test="count($input/in:partnership) &gt; 1">
      <p class="evidence-partnership" id="evidence-{$of/@n}-{$element}-{@n}">
        <xsl:apply-templates select="@alias" mode="said"/>
        <xsl:call-template name="evidence-level">
          <xsl:with-param name="of" select="$of"/>
          <xsl:with-param name="element" select="$element"/>
          <xsl:with-param name="partnership" select="$p"/>
        </xsl:call-template>
      </p>
    </xsl:if>
    <xsl:if test="$here[not(../in:question)]">
      <table class="evidence" data="no">
        <xsl:call-template name="evidence-columns"/>
        <tbody>
          <xsl:apply-templates select="$here[not(../in:question)]" mode="evidence-row"/>
        </tbody>
      </table>
    </xsl:if>
    <xsl:for-each select="$here[../in:question]">
      <xsl:variable name="answers" select="key('answers',
          concat($of/@id, '|', $element, '|', $p/@n, '|', ../in:question))"/>
      <xsl:if test="count($answers[1] | .) = 1">
        <p class="evidence-question">
          <xsl:apply-templates select="../in:question" mode="said"/>
          <xsl:call-template name="answer-counts"><xsl:with-param name="answers" select="$answers"/></xsl:call-template>
        </p>
        <table class="evidence" data="no">
          <xsl:call-template name="evidence-columns"/>
          <tbody><xsl:apply-templates select="$answers" mode="evidence-row"/></tbody>
        </table>
      </xsl:if>
    </xsl:for-each>
    <xsl:if test="$elsewhere">
      <p class="evidence-elsewhere">
        <xsl:value-of select="ladle:words('evidence.elsewhere')"/>
        <xsl:for-each select="$elsewhere">
          <xsl:text> </xsl:text>
          <span class="nowrap">
            <xsl:apply-templates select=".." mode="reference"/>
            <xsl:text>&#xA0;</xsl:text>
            <xsl:call-template name="evidence-signs"/>
            <xsl:if test="position() != last()">,</xsl:if>
          </span>
        </xsl:for-each>
      </p>
    </xsl:if>
  </xsl:template>

  <xsl:template name="evidence-columns">
    <col width="9mm"/><col width="3mm"/><col width="*"/><col width="7mm" align="right"/>
  </xsl:template>

  <!-- The signs of all levels that coders gave an item on an element in a partnership (the context: the
       first in:says of these); each by its name for those who do not see it. -->
  <xsl:template name="evidence-signs">
    <xsl:param name="between"/>
    <xsl:variable name="first" select="."/>
    <xsl:for-each select="../in:says[@element = $first/@element][@partnership = $first/@partnership]">
      <xsl:if test="position() &gt; 1"><xsl:copy-of select="$between"/></xsl:if>
      <xsl:apply-templates select="key('level', @level)" mode="symbol"/>
    </xsl:for-each>
  </xsl:template>

  <!-- What was answered; an option in the words of the framework, as counted above the answers. -->
  <xsl:template match="in:value" mode="chosen">
    <xsl:variable name="n" select="@option"/>
    <xsl:variable name="option"
        select="key('question', concat(../in:question/@guide, '|', ../in:question/@n))/in:option[position() = $n]"/>
    <xsl:apply-templates select="$option | current()[not($option)]" mode="said"/>
  </xsl:template>

  <!-- "Ja 3 · Delvis 1 · Nej 0": the counts of a closed question's answers; nothing of others. -->
  <xsl:template name="answer-counts">
    <xsl:param name="answers"/>
    <xsl:variable name="options"
        select="key('question', concat(../in:question/@guide, '|', ../in:question/@n))/in:option"/>
    <xsl:if test="$options">
      <span class="evidence-count">
        <xsl:text>&#x2002;</xsl:text>
        <xsl:for-each select="$options">
          <xsl:variable name="n" select="position()"/>
          <xsl:if test="$n &gt; 1">&#xA0;· </xsl:if>
          <xsl:value-of select="concat(., '&#xA0;', count($answers[../in:value/@option = $n]))"/>
        </xsl:for-each>
      </span>
    </xsl:if>
  </xsl:template>

  <!-- A row: number, signs, words and source, pages. The number leads to where the element stands. -->
  <xsl:template match="in:says" mode="evidence-row">
    <xsl:apply-templates select=".." mode="evidence-row">
      <xsl:with-param name="signs">
        <xsl:call-template name="evidence-signs"><xsl:with-param name="between"><br/></xsl:with-param></xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="at" select="@partnership"/>
    </xsl:apply-templates>
  </xsl:template>
  <xsl:template match="in:item" mode="evidence-row">
    <xsl:param name="signs"/>
    <xsl:param name="at"/>
    <xsl:variable name="home"><xsl:apply-templates select="." mode="home"/></xsl:variable>
    <tr id="{@id}" keep="yes">
      <th scope="row">
        <xsl:choose>
          <xsl:when test="$home != ''"><a href="#{$home}" optional="yes"><xsl:value-of select="@id"/></a></xsl:when>
          <xsl:otherwise><span class="accent"><xsl:value-of select="@id"/></span></xsl:otherwise>
        </xsl:choose>
      </th>
      <td><xsl:copy-of select="$signs"/></td>
      <td>
        <xsl:if test="in:value">
          <strong><xsl:apply-templates select="in:value" mode="chosen"/></strong>
          <xsl:if test="in:text != ''"><xsl:text> </xsl:text></xsl:if>
        </xsl:if>
        <xsl:apply-templates select="." mode="text"/>
        <xsl:text> </xsl:text>
        <span class="muted">
          <xsl:call-template name="evidence-source"><xsl:with-param name="at" select="$at"/></xsl:call-template>
        </span>
      </td>
      <td><backlinks to="{@id}"/></td>
    </tr>
  </xsl:template>

  <!-- Who said it, or what it stands in, and when; of an answer, who only; and which other partnerships
       it is about. at: the number of the partnership it stands under. -->
  <xsl:template name="evidence-source">
    <xsl:param name="at"/>
    <xsl:choose>
      <xsl:when test="@who"><xsl:value-of select="@who"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="source-kind"/></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="not(in:question)"><xsl:value-of select="concat(', ', @words)"/></xsl:if>
    <xsl:variable name="numbers" select="concat(' ', @partnerships, ' ')"/>
    <xsl:variable name="others" select="$input/in:partnership[contains($numbers, concat(' ', @n, ' '))]
                                                           [not(@n = $at)]/@short"/>
    <xsl:if test="$at and $others">
      <xsl:variable name="letters">
        <xsl:call-template name="enumeration"><xsl:with-param name="nodes" select="$others"/></xsl:call-template>
      </xsl:variable>
      <xsl:value-of select="concat('. ', ladle:words('evidence.also', string($letters)))"/>
    </xsl:if>
  </xsl:template>

  <!-- Items that speak of no element: coded with a dimension, with other codes, or the programme's. -->
  <xsl:template name="evidence-group">
    <xsl:param name="group"/>
    <xsl:variable name="items" select="key('evidence-of-group', concat(@id, '|', $group))"/>
    <xsl:if test="$items">
      <div class="evidence-element">
        <p class="evidence-element"><xsl:value-of select="ladle:words(concat('evidence.group.', $group))"/></p>
      </div>
      <columns kind="flow" class="evidence"><div>
        <table class="evidence" data="no">
          <xsl:call-template name="evidence-columns"/>
          <tbody>
            <xsl:for-each select="$items">
              <xsl:apply-templates select="." mode="evidence-row">
                <xsl:with-param name="signs">
                  <xsl:for-each select="in:coded[@level]">
                    <xsl:if test="position() &gt; 1"><br/></xsl:if>
                    <xsl:apply-templates select="key('level', @level)" mode="symbol"/>
                  </xsl:for-each>
                </xsl:with-param>
              </xsl:apply-templates>
            </xsl:for-each>
          </tbody>
        </table>
      </div></columns>
    </xsl:if>
  </xsl:template>

  <!-- The id of the place its number leads to: the element's row in figure 2, for items of the wave
       reported. -->
  <xsl:template match="in:item" mode="home">
    <xsl:if test="@wave = $wave/@id and in:says">
      <xsl:value-of select="concat('finding-', in:says[1]/@element)"/>
    </xsl:if>
  </xsl:template>

  <!-- ===================================================== the same as data ===== -->

  <!-- One row for each thing an item says; what it says of nothing has one as well. -->
  <xsl:template name="evidence-data">
    <table data="only">
      <caption><xsl:value-of select="ladle:words('evidence.title')"/></caption>
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="ladle:words('evidence.number')"/></th>
          <th scope="col"><xsl:value-of select="ladle:words('column.wave')"/></th>
          <th scope="col"><xsl:value-of select="ladle:words('final.element')"/></th>
          <th scope="col"><xsl:value-of select="ladle:words('final.partnership')"/></th>
          <th scope="col"><xsl:value-of select="ladle:words('column.level')"/></th>
          <th scope="col"><xsl:value-of select="ladle:words('column.coders')"/></th>
          <th scope="col"><xsl:value-of select="ladle:words('column.codes')"/></th>
          <th scope="col"><xsl:value-of select="ladle:words('evidence.source')"/></th>
          <th scope="col"><xsl:value-of select="ladle:words('column.who')"/></th>
          <th scope="col"><xsl:value-of select="ladle:words('records.date')"/></th>
          <th scope="col"><xsl:value-of select="ladle:words('final.question')"/></th>
          <th scope="col"><xsl:value-of select="ladle:words('final.answer')"/></th>
          <th scope="col"><xsl:value-of select="ladle:words('evidence.text')"/></th>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="$input/in:evidence/in:item">
          <xsl:apply-templates select="in:says" mode="evidence-data"/>
          <xsl:if test="not(in:says)">
            <tr>
              <xsl:call-template name="evidence-data-head"/>
              <td/>
              <td><xsl:call-template name="partnership-letters"/></td>
              <td/>
              <td/>
              <xsl:call-template name="evidence-data-rest"/>
            </tr>
          </xsl:if>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>
  <xsl:template match="in:says" mode="evidence-data">
    <tr>
      <xsl:for-each select=".."><xsl:call-template name="evidence-data-head"/></xsl:for-each>
      <td><xsl:value-of select="key('element', @element)/in:name"/></td>
      <td><xsl:value-of select="key('partnership', @partnership)/@alias"/></td>
      <td><xsl:value-of select="key('level', @level)"/></td>
      <td><xsl:value-of select="@coders"/></td>
      <xsl:for-each select=".."><xsl:call-template name="evidence-data-rest"/></xsl:for-each>
    </tr>
  </xsl:template>
  <xsl:template name="evidence-data-head">
    <th scope="row"><xsl:value-of select="@id"/></th>
    <td><xsl:value-of select="$input/in:wave[@id = current()/@wave]/in:name"/></td>
  </xsl:template>
  <xsl:template name="evidence-data-rest">
    <td>
      <xsl:for-each select="in:coded">
        <xsl:if test="position() &gt; 1">; </xsl:if>
        <xsl:call-template name="code-name"/>
        <xsl:if test="@level"><xsl:value-of select="concat(': ', key('level', @level))"/></xsl:if>
      </xsl:for-each>
    </td>
    <td><xsl:call-template name="source-kind"/></td>
    <td><xsl:value-of select="@who"/></td>
    <td><xsl:value-of select="@date"/></td>
    <td><xsl:value-of select="in:question"/></td>
    <td><xsl:value-of select="in:value"/></td>
    <td><xsl:apply-templates select="." mode="text"/></td>
  </xsl:template>
  <!-- The name of what an item is coded with (the context: in:coded). -->
  <xsl:template name="code-name">
    <xsl:variable name="of" select="$input/in:framework"/>
    <xsl:variable name="id" select="@id"/>
    <xsl:choose>
      <xsl:when test="@kind = 'element'"><xsl:value-of select="key('element', $id)/in:name"/></xsl:when>
      <xsl:when test="@kind = 'dimension'"><xsl:value-of select="key('dimension', $id)"/></xsl:when>
      <xsl:when test="@kind = 'indicator'"><xsl:value-of select="$of/in:column/in:indicator[@id = $id]"/></xsl:when>
      <xsl:when test="@kind = 'redesign'"><xsl:value-of select="$of/in:redesign[@id = $id]"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$of/in:factor[@id = $id]/in:name"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
