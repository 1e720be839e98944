<?xml version="1.0" encoding="UTF-8"?>
<!--
  What the reports share. A report's own template imports this file and calls the pieces it needs;
  to change a piece, copy it into the template that imports and change it there: the importing
  template's piece wins.

  In comes one document in the namespace urn:x-ladle:input (prefix in:), out goes one in
  urn:x-ladle:document (no prefix); both are explained in docs/template-format.md. No words stand
  here: they are labels in language/da.xml and its kin, and ladle:words('id', …) puts them in.

  Contents: 1 looking things up · 2 head of the document · 3 levels and evidence · 4 figures 1 to 6 ·
  5 timeline · 6 lists at the end · 7 authors' texts.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:in="urn:x-ladle:input"
    xmlns:ladle="urn:x-ladle:functions"
    xmlns="urn:x-ladle:document"
    exclude-result-prefixes="in ladle">

  <xsl:include href="alternatives.xsl"/>

  <!-- ===================================================== 1. looking things up ===== -->

  <xsl:key name="label" match="in:labels/in:label" use="@id"/>
  <xsl:key name="level" match="in:framework/in:level" use="@id"/>
  <xsl:key name="sector" match="in:framework/in:sector" use="@id"/>
  <xsl:key name="dimension" match="in:framework/in:dimension" use="@id"/>
  <xsl:key name="element" match="in:framework/in:element" use="@id"/>
  <xsl:key name="finding" match="in:texts/in:finding" use="@element"/>
  <xsl:key name="source" match="in:texts/in:source" use="@id"/>
  <xsl:key name="author-id" match="in:texts//in:*[@id][not(self::in:source)]" use="@id"/>
  <xsl:key name="partnership" match="in:partnership" use="@n"/>

  <!-- Evidence: by its running number; by wave, element and level; the same in one partnership. -->
  <xsl:key name="item" match="in:evidence/in:item" use="@n"/>
  <xsl:key name="evidence" match="in:evidence/in:item"
      use="concat(@wave, '|', @element, '|', @level)"/>
  <xsl:key name="evidence-of-wave" match="in:evidence/in:item" use="@wave"/>
  <xsl:key name="evidence-of-partnership" match="in:evidence/in:item"
      use="concat(@wave, '|', @element, '|', @level, '|', @partnership)"/>
  <xsl:key name="evidence-on-element" match="in:evidence/in:item"
      use="concat(@wave, '|', @element, '|', @partnership)"/>

  <xsl:variable name="input" select="/in:input"/>
  <xsl:variable name="levels" select="/in:input/in:framework/in:level"/>
  <xsl:variable name="types" select="$levels[@type = 'yes']"/>
  <xsl:variable name="elements" select="/in:input/in:framework/in:element"/>
  <!-- The wave reported, and the one before it (none at the baseline). -->
  <xsl:variable name="wave" select="/in:input/in:wave[@current = 'yes']"/>
  <xsl:variable name="before" select="/in:input/in:wave[@id = /in:input/@wave-before]"/>

  <!-- Languages. What the study says is in its own language, which need not be the report's: the input
       has an xml:lang where they differ. "language" makes the attribute for a node of the input, when
       needed: it stands first in the element that is all of that node. Mode "said" gives a node's
       words, in a span of their language when needed; words around them are the report's. "ours" and
       "our-language" are for the report's words among an author's. Nothing of this shows where
       study and report speak the same language. -->
  <xsl:template name="language">
    <xsl:param name="of" select="."/>
    <xsl:variable name="language" select="$of/ancestor-or-self::*[@xml:lang][1]/@xml:lang"/>
    <xsl:if test="$language != $input/@xml:lang">
      <xsl:attribute name="xml:lang"><xsl:value-of select="$language"/></xsl:attribute>
    </xsl:if>
  </xsl:template>
  <xsl:template name="our-language">
    <xsl:if test="ancestor-or-self::*[@xml:lang][1]/@xml:lang != $input/@xml:lang">
      <xsl:attribute name="xml:lang"><xsl:value-of select="$input/@xml:lang"/></xsl:attribute>
    </xsl:if>
  </xsl:template>
  <xsl:template match="*|@*" mode="said">
    <xsl:param name="language" select="ancestor-or-self::*[@xml:lang][1]/@xml:lang"/>
    <xsl:param name="words" select="."/>
    <xsl:choose>
      <xsl:when test="$language and $language != $input/@xml:lang">
        <span xml:lang="{$language}"><xsl:value-of select="$words"/></span>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$words"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- Aliases are the study's words too. -->
  <xsl:template match="in:partnership/@alias" mode="said">
    <xsl:call-template name="said-as">
      <xsl:with-param name="language" select="$input/in:study/in:title/@xml:lang"/>
    </xsl:call-template>
  </xsl:template>
  <!-- A question is the framework's, the answer the record's. -->
  <xsl:template match="in:answer/@question" mode="said">
    <xsl:call-template name="said-as">
      <xsl:with-param name="language" select="../@question-lang"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template name="said-as">
    <xsl:param name="language"/>
    <xsl:param name="words" select="."/>
    <xsl:choose>
      <xsl:when test="$language != ''">
        <span xml:lang="{$language}"><xsl:value-of select="$words"/></span>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$words"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="ours">
    <xsl:param name="words"/>
    <xsl:choose>
      <xsl:when test="ancestor-or-self::*[@xml:lang][1]/@xml:lang != $input/@xml:lang">
        <span xml:lang="{$input/@xml:lang}"><xsl:value-of select="$words"/></span>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$words"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- A label with words of the study in it. words: the label, filled with the sign for "here";
       said: the words of the study as a piece of the document, or as a string. -->
  <xsl:variable name="here" select="'&#xE000;'"/>
  <xsl:template name="words-with">
    <xsl:param name="words"/>
    <xsl:param name="said"/>
    <xsl:value-of select="substring-before($words, $here)"/>
    <xsl:copy-of select="$said"/>
    <xsl:value-of select="substring-after($words, $here)"/>
  </xsl:template>

  <!-- ===================================================== 2. head of the document ===== -->

  <!-- Attributes of <document>: call this first inside it. -->
  <xsl:template name="document-attributes">
    <xsl:param name="title"/>
    <xsl:param name="subject"/>
    <xsl:attribute name="version">1</xsl:attribute>
    <xsl:attribute name="xml:lang"><xsl:value-of select="$input/@xml:lang"/></xsl:attribute>
    <xsl:attribute name="title"><xsl:value-of select="$title"/></xsl:attribute>
    <xsl:attribute name="author">
      <xsl:for-each select="$input/in:study/in:author">
        <xsl:if test="position() &gt; 1">, </xsl:if>
        <xsl:value-of select="."/>
      </xsl:for-each>
    </xsl:attribute>
    <xsl:if test="$subject != ''">
      <xsl:attribute name="subject"><xsl:value-of select="$subject"/></xsl:attribute>
    </xsl:if>
    <xsl:if test="$input/in:study/in:published/@first">
      <xsl:attribute name="date">
        <xsl:value-of select="$input/in:study/in:published/@first"/>
      </xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- Words of the layout, counters and page masters. running: what the running head says at the
       left, "Sammen om virksomhederne. Slutrapport". -->
  <xsl:template name="document-head">
    <xsl:param name="running"/>
    <xsl:call-template name="document-words"/>
    <xsl:call-template name="document-masters">
      <xsl:with-param name="running" select="$running"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template name="document-words">
    <label id="continued"><xsl:value-of select="ladle:words('layout.continued')"/></label>
    <label id="continues"><xsl:value-of select="ladle:words('layout.continues')"/></label>
    <label id="page"><xsl:value-of select="ladle:words('layout.page')"/></label>
    <label id="more"><xsl:value-of select="ladle:words('layout.more')"/></label>
    <xsl:for-each select="$input/in:labels/in:label[starts-with(@id, 'data.')]">
      <label id="{@id}"><xsl:value-of select="."/></label>
    </xsl:for-each>
    <counter id="figure" label="{ladle:words('counter.figure')}"
        several="{ladle:words('counter.figure.several')}"
        ref="{ladle:words('counter.figure.ref')}"/>
    <counter id="overview" label="{ladle:words('counter.overview')}"
        ref="{ladle:words('counter.overview.ref')}"/>
    <counter id="chapter" ref="{ladle:words('counter.chapter.ref')}"/>
    <counter id="section" ref="{ladle:words('counter.section.ref')}"/>
    <counter id="appendix" label="{ladle:words('counter.appendix')}"
        ref="{ladle:words('counter.appendix.ref')}"/>
  </xsl:template>
  <xsl:template name="document-masters">
    <xsl:param name="running"/>
    <master id="cover" folio="roman"/>
    <master id="plain" folio="roman"/>
    <master id="front" folio="roman">
      <running place="head-left"><xsl:value-of select="$running"/></running>
      <running place="head-right"><field of="chapter"/></running>
      <running place="foot-right">
        <xsl:call-template name="page-fields">
          <xsl:with-param name="words" select="key('label', 'running.foot.front')"/>
        </xsl:call-template>
      </running>
    </master>
    <master id="main" folio="arabic" restart="yes">
      <running place="head-left"><xsl:value-of select="$running"/></running>
      <running place="head-right"><field of="chapter"/></running>
      <running place="foot-right">
        <xsl:call-template name="page-fields">
          <xsl:with-param name="words" select="key('label', 'running.foot')"/>
        </xsl:call-template>
      </running>
    </master>
  </xsl:template>

  <!-- "Side {1} af {2}" with the page for {1} and the last page for {2}. -->
  <xsl:template name="page-fields">
    <xsl:param name="words"/>
    <xsl:choose>
      <xsl:when test="contains($words, '{1}')">
        <xsl:call-template name="page-fields">
          <xsl:with-param name="words" select="substring-before($words, '{1}')"/>
        </xsl:call-template>
        <field of="page"/>
        <xsl:call-template name="page-fields">
          <xsl:with-param name="words" select="substring-after($words, '{1}')"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="contains($words, '{2}')">
        <xsl:value-of select="substring-before($words, '{2}')"/>
        <field of="pages"/>
        <xsl:value-of select="substring-after($words, '{2}')"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$words"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A wave as words: "Baseline, okt. 2015 – marts 2016". -->
  <xsl:template match="in:wave" mode="words">
    <xsl:value-of select="ladle:words('wave.period', string(in:name), string(@words))"/>
  </xsl:template>
  <!-- How much material there is. -->
  <xsl:template name="material-count">
    <xsl:param name="records"/>
    <xsl:param name="statements"/>
    <xsl:choose>
      <xsl:when test="$statements = 0">
        <xsl:value-of select="ladle:words('final.material.lead.none', ladle:number(string($records)))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="ladle:words('final.material.lead', ladle:number(string($records)),
                              ladle:number(string($statements)))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The name of a wave or an element inside a sentence: "baseline", "belastning" in languages whose
       labels say that such names are written small; one that begins with two capitals stays as it is. -->
  <xsl:template match="in:wave | in:element" mode="small-name">
    <xsl:call-template name="inside-sentence"><xsl:with-param name="words" select="string(in:name)"/></xsl:call-template>
  </xsl:template>
  <xsl:template name="inside-sentence">
    <xsl:param name="words"/>
    <xsl:variable name="capitals" select="string(key('label', 'alphabet.capitals'))"/>
    <xsl:variable name="small" select="string(key('label', 'alphabet.small'))"/>
    <xsl:variable name="second" select="substring($words, 2, 1)"/>
    <xsl:choose>
      <xsl:when test="$second = translate($second, $capitals, $small)">
        <xsl:value-of select="concat(translate(substring($words, 1, 1), $capitals, $small), substring($words, 2))"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$words"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="in:wave" mode="small-words">
    <xsl:variable name="name"><xsl:apply-templates select="." mode="small-name"/></xsl:variable>
    <xsl:value-of select="ladle:words('wave.period', string($name), string(@words))"/>
  </xsl:template>

  <!-- Which partnership a number in a narrow column stands for, where the alias has no short last
       word that could stand there. -->
  <xsl:template name="short-key">
    <xsl:for-each select="$input/in:partnership[@studied = 'yes'][not(@short = @alias)]
        [not(substring(@alias, string-length(@alias) - string-length(@short)) = concat(' ', @short))]">
      <xsl:value-of select="concat(' ', ladle:words('short.key', string(@short), string(@alias)))"/>
    </xsl:for-each>
  </xsl:template>

  <!-- "A, B og C" from the text of some nodes; of elements: their names as they are inside a sentence. -->
  <xsl:template name="enumeration">
    <xsl:param name="nodes"/>
    <xsl:for-each select="$nodes">
      <xsl:choose>
        <xsl:when test="position() = 1"/>
        <xsl:when test="position() = last()">
          <xsl:value-of select="concat(' ', ladle:words('and'), ' ')"/>
        </xsl:when>
        <xsl:otherwise>, </xsl:otherwise>
      </xsl:choose>
      <xsl:choose>
        <xsl:when test="self::in:element"><xsl:apply-templates select="." mode="small-name"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <!-- Said on the first inside page when broken material was left out; nothing otherwise. -->
  <xsl:template name="omissions">
    <xsl:if test="$input/in:omission">
      <aside class="note">
        <p class="label"><xsl:value-of select="ladle:words('omissions.title')"/></p>
        <p><xsl:value-of select="ladle:words('omissions.lead')"/></p>
        <ul>
          <xsl:for-each select="$input/in:omission">
            <li>
              <xsl:choose>
                <xsl:when test="@what != 'file' and @file and @line">
                  <xsl:value-of select="ladle:words(concat('omissions.', @what), string(@file), string(@line))"/>
                </xsl:when>
                <xsl:when test="@file">
                  <xsl:value-of select="ladle:words('omissions.file', string(@file))"/>
                </xsl:when>
                <xsl:otherwise><xsl:value-of select="ladle:words('omissions.unknown')"/></xsl:otherwise>
              </xsl:choose>
            </li>
          </xsl:for-each>
        </ul>
      </aside>
    </xsl:if>
  </xsl:template>

  <!-- The colophon, on the page after the cover: who made the report and for whom, what it rests on,
       how names are treated, how to cite it, what the file is. title, subtitle: of the report;
       kind: what it is; basis, names, purpose, file: sentences. -->
  <xsl:template name="colophon">
    <xsl:param name="title" select="$input/in:study/in:title"/>
    <xsl:param name="subtitle"/>
    <xsl:param name="kind"/>
    <xsl:param name="basis"/>
    <xsl:param name="names"/>
    <xsl:param name="purpose"/>
    <xsl:param name="file" select="ladle:words('colophon.file.words')"/>
    <xsl:variable name="authors">
      <xsl:call-template name="enumeration">
        <xsl:with-param name="nodes" select="$input/in:study/in:author"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="publisher">
      <xsl:if test="$input/in:study/in:place">
        <xsl:value-of select="$input/in:study/in:place"/>
        <xsl:if test="$input/in:study/in:publisher">: </xsl:if>
      </xsl:if>
      <xsl:value-of select="$input/in:study/in:publisher"/>
    </xsl:variable>
    <xsl:variable name="year" select="substring($input/in:study/in:published/@date, 1, 4)"/>
    <section class="colophon" master="plain" contents="no">
      <xsl:call-template name="omissions"/>
      <p class="report-title">
        <xsl:call-template name="language"><xsl:with-param name="of" select="$input/in:study/in:title"/></xsl:call-template>
        <xsl:value-of select="$title"/>
      </p>
      <xsl:if test="$subtitle != ''">
        <p>
          <xsl:call-template name="language"><xsl:with-param name="of" select="$input/in:study/in:title"/></xsl:call-template>
          <xsl:value-of select="$subtitle"/>
        </p>
      </xsl:if>
      <p><xsl:value-of select="$kind"/></p>
      <table class="colophon">
        <col width="27mm"/>
        <col width="*"/>
        <tbody>
          <xsl:call-template name="colophon-row">
            <xsl:with-param name="of">authors</xsl:with-param>
            <xsl:with-param name="words" select="string($authors)"/>
          </xsl:call-template>
          <xsl:call-template name="colophon-row">
            <xsl:with-param name="of">publisher</xsl:with-param>
            <xsl:with-param name="words" select="string($publisher)"/>
            <xsl:with-param name="said" select="$input/in:study/in:publisher | $input/in:study/in:place"/>
          </xsl:call-template>
          <xsl:call-template name="colophon-row">
            <xsl:with-param name="of">published</xsl:with-param>
            <xsl:with-param name="words" select="string($input/in:study/in:published/@words)"/>
          </xsl:call-template>
          <xsl:call-template name="colophon-row">
            <xsl:with-param name="of">programme</xsl:with-param>
            <xsl:with-param name="words" select="string($input/in:study/in:programme)"/>
            <xsl:with-param name="said" select="$input/in:study/in:programme"/>
          </xsl:call-template>
          <xsl:call-template name="colophon-row">
            <xsl:with-param name="of">basis</xsl:with-param>
            <xsl:with-param name="words" select="$basis"/>
          </xsl:call-template>
          <xsl:call-template name="colophon-row">
            <xsl:with-param name="of">names</xsl:with-param>
            <xsl:with-param name="words" select="$names"/>
          </xsl:call-template>
          <xsl:call-template name="colophon-row">
            <xsl:with-param name="of">aim</xsl:with-param>
            <xsl:with-param name="words" select="$purpose"/>
          </xsl:call-template>
          <xsl:if test="$input/@names = 'no'">
            <xsl:call-template name="colophon-row">
              <xsl:with-param name="of">cite</xsl:with-param>
              <xsl:with-param name="words">
                <xsl:call-template name="words-with">
                  <xsl:with-param name="words"
                      select="ladle:words('colophon.cite.words', string($authors), $year, $here, $kind)"/>
                  <xsl:with-param name="said">
                    <xsl:call-template name="said-as">
                      <xsl:with-param name="language" select="$input/in:study/in:title/@xml:lang"/>
                      <xsl:with-param name="words" select="$title"/>
                    </xsl:call-template>
                  </xsl:with-param>
                </xsl:call-template>
                <xsl:if test="$publisher != ''"><xsl:value-of select="concat(' ', $publisher, '.')"/></xsl:if>
              </xsl:with-param>
            </xsl:call-template>
          </xsl:if>
          <xsl:call-template name="colophon-row">
            <xsl:with-param name="of">file</xsl:with-param>
            <xsl:with-param name="words" select="$file"/>
          </xsl:call-template>
        </tbody>
      </table>
    </section>
  </xsl:template>
  <xsl:template name="colophon-row">
    <xsl:param name="of"/>
    <xsl:param name="words"/>
    <xsl:param name="said" select="/.."/>
    <xsl:if test="$words != ''">
      <tr keep="yes">
        <th scope="row"><xsl:value-of select="ladle:words(concat('colophon.', $of))"/></th>
        <td>
          <xsl:call-template name="language"><xsl:with-param name="of" select="$said"/></xsl:call-template>
          <xsl:copy-of select="$words"/>
        </td>
      </tr>
    </xsl:if>
  </xsl:template>

  <!-- Contents, list of figures and list of tables. omissions: false where a colophon has them. -->
  <xsl:template name="contents">
    <xsl:param name="depth" select="2"/>
    <xsl:param name="figures" select="true()"/>
    <xsl:param name="overviews" select="true()"/>
    <xsl:param name="omissions" select="true()"/>
    <h1><xsl:value-of select="ladle:words('contents.title')"/></h1>
    <xsl:if test="$omissions"><xsl:call-template name="omissions"/></xsl:if>
    <toc depth="{$depth}"/>
    <xsl:if test="$figures">
      <p class="list-head"><xsl:value-of select="ladle:words('contents.figures')"/></p>
      <figure-list counter="figure"/>
    </xsl:if>
    <xsl:if test="$overviews">
      <p class="list-head"><xsl:value-of select="ladle:words('contents.overviews')"/></p>
      <figure-list counter="overview"/>
    </xsl:if>
  </xsl:template>

  <!-- ===================================================== 3. levels and evidence ===== -->

  <!-- The sign alone, for matrices: the name is its alternative text. -->
  <xsl:template match="in:level" mode="symbol">
    <chart kind="symbol" class="symbol" of="{count($levels)}" level="{@n}" alt="{.}">
      <xsl:call-template name="language"/>
    </chart>
  </xsl:template>
  <xsl:template name="no-symbol">
    <chart kind="symbol" class="symbol" of="{count($levels)}" alt="{ladle:words('level.none')}"/>
  </xsl:template>

  <!-- Sign and name, never parted by a line's end. Everywhere outside a matrix. -->
  <xsl:template match="in:level" mode="level">
    <span class="level">
      <xsl:call-template name="language"/>
      <chart kind="symbol" class="symbol" of="{count($levels)}" level="{@n}"/>
      <xsl:text>&#xA0;</xsl:text>
      <xsl:value-of select="."/>
    </span>
  </xsl:template>
  <xsl:template name="no-level">
    <span class="level">
      <chart kind="symbol" class="symbol" of="{count($levels)}"/>
      <xsl:text>&#xA0;</xsl:text>
      <xsl:value-of select="ladle:words('level.none')"/>
    </span>
  </xsl:template>

  <!-- A link from a level to the first item of evidence at it. words: what stands in the link;
       partnership: its number, or nothing for all of them. -->
  <xsl:template name="level-link">
    <xsl:param name="element"/>
    <xsl:param name="level"/>
    <xsl:param name="wave-id" select="$wave/@id"/>
    <xsl:param name="partnership"/>
    <xsl:param name="words">
      <xsl:apply-templates select="key('level', $level)" mode="level"/>
    </xsl:param>
    <xsl:variable name="stem" select="concat($wave-id, '|', $element, '|', $level)"/>
    <xsl:variable name="first"
        select="(key('evidence', $stem)[not($partnership)]
                 | key('evidence-of-partnership', concat($stem, '|', $partnership)))[1]"/>
    <xsl:choose>
      <xsl:when test="$first">
        <a href="#{$first/@id}"><xsl:copy-of select="$words"/></a>
      </xsl:when>
      <xsl:otherwise><xsl:copy-of select="$words"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "E-017", a link to its entry in the evidence list. -->
  <xsl:template match="in:item" mode="reference">
    <a class="evidence" href="#{@id}"><xsl:value-of select="@id"/></a>
  </xsl:template>

  <!-- The key between caption and chart: all levels, "ikke belyst" where it occurs, and a few more
       words. -->
  <xsl:template name="level-key">
    <xsl:param name="missing" select="false()"/>
    <xsl:param name="more"/>
    <xsl:param name="class">key</xsl:param>
    <p class="{$class}">
      <xsl:for-each select="$levels">
        <xsl:if test="position() &gt; 1"><xsl:text>&#x2003;&#x2002; </xsl:text></xsl:if>
        <xsl:apply-templates select="." mode="level"/>
      </xsl:for-each>
      <xsl:if test="$missing">
        <xsl:text>&#x2003;&#x2002; </xsl:text>
        <xsl:call-template name="no-level"/>
      </xsl:if>
      <xsl:if test="$more != ''">
        <xsl:text>&#x2003;&#x2002; </xsl:text>
        <xsl:value-of select="$more"/>
      </xsl:if>
    </p>
  </xsl:template>

  <!-- Mini-strips. Of one partnership: the share of the evidence at each level. Of the programme:
       a mark for each partnership. The heavy line is the element's level. -->
  <xsl:template match="in:assessment/in:element" mode="mini-strip">
    <xsl:variable name="level" select="@level"/>
    <chart kind="mini-strip" class="mini-strip">
      <xsl:attribute name="alt"><xsl:apply-templates select="." mode="alt-strip"/></xsl:attribute>
      <xsl:for-each select="in:share">
        <slot share="{@value}">
          <xsl:if test="@level = $level"><xsl:attribute name="heavy">yes</xsl:attribute></xsl:if>
        </slot>
      </xsl:for-each>
    </chart>
  </xsl:template>
  <xsl:template match="in:programme/in:element" mode="mini-strip">
    <xsl:variable name="level" select="@dominant"/>
    <chart kind="mini-strip" class="mini-strip">
      <xsl:attribute name="alt"><xsl:apply-templates select="." mode="alt-strip"/></xsl:attribute>
      <xsl:for-each select="in:count">
        <slot marks="{@partnerships}">
          <xsl:if test="@level = $level"><xsl:attribute name="heavy">yes</xsl:attribute></xsl:if>
        </slot>
      </xsl:for-each>
    </chart>
  </xsl:template>

  <!-- What a record is, in a few words: "Fokusgruppe", else "Spørgeskema". -->
  <xsl:template name="source-kind">
    <xsl:choose>
      <xsl:when test="@form"><xsl:value-of select="ladle:words(concat('form.', @form))"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="ladle:words(concat('kind.', @kind))"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The words of an item: in quotation marks when they were said or written word for word. -->
  <xsl:template match="in:item" mode="text">
    <xsl:param name="open-ended" select="false()"/>
    <xsl:variable name="all" select="normalize-space(in:text)"/>
    <!-- Without its full stop, but with dots that show something is left out. -->
    <xsl:variable name="words">
      <xsl:choose>
        <xsl:when test="$open-ended and substring($all, string-length($all)) = '.'
                        and substring($all, string-length($all) - 1) != '..'">
          <xsl:value-of select="substring($all, 1, string-length($all) - 1)"/>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="in:text"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="@quote = 'yes' or (in:question and in:text != '')">
        <xsl:value-of select="ladle:words('quote.open')"/>
        <xsl:apply-templates select="in:text" mode="said">
          <xsl:with-param name="words" select="string($words)"/>
        </xsl:apply-templates>
        <xsl:value-of select="ladle:words('quote.close')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="in:text" mode="said">
          <xsl:with-param name="words" select="string($words)"/>
        </xsl:apply-templates>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ===================================================== 4. figures 1 to 6 ===== -->

  <!-- Number, space, title; a template may give a few words more, which follow a colon. -->
  <xsl:template name="figure-caption">
    <xsl:param name="title"/>
    <xsl:param name="more"/>
    <figcaption>
      <xsl:value-of select="$title"/>
      <xsl:if test="$more != ''"><xsl:value-of select="concat(': ', $more)"/></xsl:if>
    </figcaption>
  </xsl:template>

  <xsl:template name="figure-1">
    <xsl:if test="$input/in:framework/in:column">
      <figure id="figure-1" class="columns" counter="figure" number="1">
        <xsl:call-template name="figure-caption">
          <xsl:with-param name="title" select="ladle:words('figure.1')"/>
        </xsl:call-template>
        <table>
          <xsl:for-each select="$input/in:framework/in:column"><col width="*"/></xsl:for-each>
          <thead>
            <tr>
              <xsl:for-each select="$input/in:framework/in:column">
                <th scope="col"><xsl:apply-templates select="in:name" mode="said"/></th>
              </xsl:for-each>
            </tr>
          </thead>
          <tbody>
            <tr>
              <xsl:for-each select="$input/in:framework/in:column">
                <td>
                  <xsl:for-each select="in:indicator">
                    <p><xsl:call-template name="language"/><xsl:value-of select="ladle:capital(string(.))"/></p>
                  </xsl:for-each>
                </td>
              </xsl:for-each>
            </tr>
          </tbody>
        </table>
        <p class="note"><xsl:value-of select="ladle:words('figure.1.note')"/></p>
      </figure>
    </xsl:if>
  </xsl:template>

  <!-- Figure 2: a finding for every element. results: the elements of an assessment, or of the
       programme. caption: a few words more. notes: paragraphs below it. -->
  <xsl:template name="figure-2">
    <xsl:param name="results"/>
    <xsl:param name="caption"/>
    <xsl:param name="key-words"/>
    <xsl:param name="notes"/>
    <figure id="figure-2" class="findings" counter="figure" number="2">
      <xsl:call-template name="figure-caption">
        <xsl:with-param name="title" select="ladle:words('figure.2')"/>
        <xsl:with-param name="more" select="$caption"/>
      </xsl:call-template>
      <xsl:call-template name="level-key">
        <xsl:with-param name="missing" select="boolean($results[@items = 0])"/>
        <xsl:with-param name="more" select="$key-words"/>
      </xsl:call-template>
      <table>
        <col width="36mm"/>
        <col width="*"/>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="ladle:words('figure.elements')"/></th>
            <th scope="col"><xsl:value-of select="ladle:words('figure.matters')"/></th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$elements">
            <xsl:variable name="id" select="@id"/>
            <tr id="finding-{@id}">
              <th scope="row" class="name"><xsl:apply-templates select="in:name" mode="said"/></th>
              <td><xsl:apply-templates select="$results[@id = $id]" mode="finding"/></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
      <xsl:copy-of select="$notes"/>
    </figure>
  </xsl:template>

  <!-- The author's finding of this wave, else one for any wave, else one composed from the
       evidence; and the level line. -->
  <xsl:template match="in:element" mode="finding">
    <xsl:variable name="written"
        select="(key('finding', @id)[@wave = $wave/@id] | key('finding', @id)[not(@wave)])"/>
    <xsl:variable name="finding"
        select="($written[@wave] | $written[not($written[@wave])])[1]"/>
    <xsl:choose>
      <xsl:when test="$finding"><xsl:apply-templates select="$finding/*" mode="text"/></xsl:when>
      <xsl:when test="@items = 0">
        <p class="composed"><xsl:value-of select="ladle:words('evidence.none')"/></p>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="." mode="composed"/></xsl:otherwise>
    </xsl:choose>
    <columns class="level-line">
      <div>
        <p><xsl:apply-templates select="." mode="own-level"/></p>
      </div>
      <div>
        <p>
          <xsl:if test="@items &gt; 0"><xsl:apply-templates select="." mode="mini-strip"/></xsl:if>
        </p>
      </div>
      <div>
        <p>
          <span class="muted">
            <xsl:if test="@items &gt; 0">
              <xsl:value-of select="ladle:words('items.methods', string(@items), string(@methods))"/>
              <xsl:if test="not($finding)">
                <xsl:value-of select="concat('; ', ladle:words('evidence.composed'))"/>
              </xsl:if>
            </xsl:if>
            <xsl:apply-templates select="." mode="remarks"/>
          </span>
        </p>
      </div>
    </columns>
    <xsl:apply-templates select="." mode="below-finding"/>
  </xsl:template>

  <!-- What else the level line must say, and what stands below it: nothing, unless a template
       gives rules of its own for these two. -->
  <xsl:template match="in:element" mode="remarks"/>
  <xsl:template match="in:element" mode="below-finding"/>

  <!-- The element's level, a link to its evidence. -->
  <xsl:template match="in:assessment/in:element" mode="own-level">
    <xsl:choose>
      <xsl:when test="@level">
        <xsl:call-template name="level-link">
          <xsl:with-param name="element" select="@id"/>
          <xsl:with-param name="level" select="@level"/>
          <xsl:with-param name="wave-id" select="../@wave"/>
          <xsl:with-param name="partnership" select="../../@n"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="no-level"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="in:programme/in:element" mode="own-level">
    <xsl:choose>
      <xsl:when test="@dominant">
        <xsl:call-template name="level-link">
          <xsl:with-param name="element" select="@id"/>
          <xsl:with-param name="level" select="@dominant"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="no-level"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A finding composed from the evidence: how much there is of it, where it points, and the
       strongest items. -->
  <xsl:template match="in:assessment/in:element" mode="composed">
    <xsl:variable name="methods">
      <xsl:for-each select="in:method">
        <xsl:if test="position() &gt; 1">, </xsl:if>
        <xsl:value-of select="ladle:words('composed.method', string(@items),
                              ladle:words(concat('kind.', @id, '.from'), string(@items)))"/>
      </xsl:for-each>
    </xsl:variable>
    <p class="composed">
      <xsl:choose>
        <xsl:when test="count(in:method) = 1">
          <xsl:value-of select="ladle:capital(ladle:words('composed.lead.one', string(@items),
              ladle:words(concat('kind.', in:method/@id, '.from'), string(@items)), string(key('level', @level))))"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="ladle:capital(ladle:words('composed.lead', string(@items), string($methods),
                                string(key('level', @level))))"/>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:choose>
        <xsl:when test="@items = 1 and count(in:strongest) = 1">: </xsl:when>
        <xsl:otherwise>. </xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="strongest">
        <xsl:with-param name="only" select="@items = 1"/>
      </xsl:call-template>
    </p>
  </xsl:template>
  <xsl:template match="in:programme/in:element" mode="composed">
    <p class="composed">
      <xsl:value-of select="ladle:words('composed.programme', string(@assessed), string(@items),
                            string(@methods))"/>
      <xsl:choose>
        <xsl:when test="@items = 1 and count(in:strongest) = 1">: </xsl:when>
        <xsl:otherwise>. </xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="strongest">
        <xsl:with-param name="only" select="@items = 1"/>
      </xsl:call-template>
    </p>
  </xsl:template>
  <!-- The reference stands before the full stop. only: there is no other item, so none is the strongest. -->
  <xsl:template name="strongest">
    <xsl:param name="only" select="false()"/>
    <xsl:if test="in:strongest">
      <xsl:if test="not($only)"><xsl:value-of select="concat(ladle:words('composed.strongest'), ' ')"/></xsl:if>
      <xsl:for-each select="in:strongest">
        <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
        <xsl:apply-templates select="key('item', @item)" mode="text">
          <xsl:with-param name="open-ended" select="true()"/>
        </xsl:apply-templates>
        <xsl:text> (</xsl:text>
        <xsl:apply-templates select="key('item', @item)" mode="reference"/>
        <xsl:text>).</xsl:text>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- Figure 3: the frame before it is filled; it doubles as the form that partnerships fill in. -->
  <xsl:template name="figure-3">
    <xsl:param name="caption"/>
    <figure id="figure-3" class="form" counter="figure" number="3">
      <xsl:call-template name="figure-caption">
        <xsl:with-param name="title" select="ladle:words('figure.3')"/>
        <xsl:with-param name="more" select="$caption"/>
      </xsl:call-template>
      <table>
        <col width="42mm"/>
        <col width="*"/>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="ladle:words('figure.elements')"/></th>
            <th scope="col"><xsl:value-of select="ladle:words('figure.matters')"/></th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$elements">
            <tr keep="yes">
              <th scope="row"><xsl:apply-templates select="in:name" mode="said"/></th>
              <td/>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </figure>
  </xsl:template>

  <!-- Figures 4 and on: an ideal type. -->
  <xsl:template match="in:level" mode="ideal-type">
    <xsl:param name="caption"/>
    <xsl:variable name="type" select="@id"/>
    <figure id="figure-{@figure}" class="ideal" counter="figure" number="{@figure}">
      <xsl:call-template name="figure-caption">
        <xsl:with-param name="title" select="ladle:words('figure.type', string(.))"/>
        <xsl:with-param name="more" select="$caption"/>
      </xsl:call-template>
      <table>
        <col width="42mm"/>
        <col width="*"/>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="ladle:words('figure.elements')"/></th>
            <th scope="col"><xsl:value-of select="ladle:words('figure.matters')"/></th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$elements">
            <tr keep="yes">
              <th scope="row"><xsl:apply-templates select="in:name" mode="said"/></th>
              <td><xsl:apply-templates select="in:ideal[@level = $type]" mode="lines"/></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </figure>
  </xsl:template>
  <xsl:template match="in:ideal" mode="lines">
    <xsl:for-each select="in:line"><p><xsl:call-template name="language"/><xsl:value-of select="."/></p></xsl:for-each>
  </xsl:template>

  <!-- ===================================================== 5. timeline ===== -->

  <!-- The timeline as a drawing with its key. drawn: the entries in it. -->
  <xsl:template match="in:timeline" mode="drawing">
    <xsl:param name="id">timeline</xsl:param>
    <xsl:param name="caption"/>
    <xsl:param name="note"/>
    <xsl:param name="drawn" select="in:entry"/>
    <figure id="{$id}" class="timeline" counter="overview">
      <figcaption><xsl:value-of select="$caption"/></figcaption>
      <chart kind="timeline" class="timeline" months="{ladle:words('months.initials')}"
          names="{ladle:words('entry.other')}">
        <xsl:attribute name="alt">
          <xsl:apply-templates select="." mode="alt"><xsl:with-param name="drawn" select="$drawn"/></xsl:apply-templates>
        </xsl:attribute>
        <xsl:apply-templates select="$drawn" mode="drawing"/>
      </chart>
      <xsl:call-template name="timeline-key"><xsl:with-param name="drawn" select="$drawn"/></xsl:call-template>
      <xsl:if test="$note != ''"><p class="note"><xsl:value-of select="$note"/></p></xsl:if>
    </figure>
  </xsl:template>

  <xsl:template match="in:entry[@kind = 'target']" mode="drawing">
    <xsl:variable name="alike"
        select="key('deadline', concat(generate-id(..), @date, '|', in:revised/@date))"/>
    <xsl:choose>
      <xsl:when test="count($alike) = 1"><xsl:call-template name="drawn-entry"/></xsl:when>
      <xsl:when test="generate-id() = generate-id($alike[1])">
        <xsl:call-template name="drawn-entry">
          <xsl:with-param name="label" select="ladle:words('entry.targets', string(count($alike)))"/>
        </xsl:call-template>
      </xsl:when>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="in:entry" mode="drawing"><xsl:call-template name="drawn-entry"/></xsl:template>
  <xsl:template name="drawn-entry">
    <xsl:param name="label"><xsl:apply-templates select="." mode="words"/></xsl:param>
    <entry label="{$label}">
      <xsl:if test="@first">
        <xsl:attribute name="start-first"><xsl:value-of select="@first"/></xsl:attribute>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="@interval">
          <xsl:if test="@start-last">
            <xsl:attribute name="start-last"><xsl:value-of select="@start-last"/></xsl:attribute>
          </xsl:if>
          <xsl:if test="@end-first">
            <xsl:attribute name="end-first"><xsl:value-of select="@end-first"/></xsl:attribute>
          </xsl:if>
          <xsl:if test="@last">
            <xsl:attribute name="end-last"><xsl:value-of select="@last"/></xsl:attribute>
          </xsl:if>
          <xsl:attribute name="interval">yes</xsl:attribute>
        </xsl:when>
        <xsl:when test="@last">
          <xsl:attribute name="start-last"><xsl:value-of select="@last"/></xsl:attribute>
        </xsl:when>
      </xsl:choose>
      <xsl:if test="@start-approximate">
        <xsl:attribute name="start-approximate">yes</xsl:attribute>
      </xsl:if>
      <!-- An uncertain day as the end of a period is an end that was only expected. -->
      <xsl:if test="@end-approximate">
        <xsl:choose>
          <xsl:when test="@interval and @end-first = @last">
            <xsl:attribute name="end-expected">yes</xsl:attribute>
          </xsl:when>
          <xsl:otherwise><xsl:attribute name="end-approximate">yes</xsl:attribute></xsl:otherwise>
        </xsl:choose>
      </xsl:if>
      <xsl:if test="@kind = 'deadline' or @kind = 'target'">
        <xsl:attribute name="deadline">yes</xsl:attribute>
        <xsl:attribute name="date"><xsl:value-of select="@words"/></xsl:attribute>
      </xsl:if>
      <xsl:if test="in:revised">
        <xsl:if test="in:revised/@first">
          <xsl:attribute name="revised-first"><xsl:value-of select="in:revised/@first"/></xsl:attribute>
        </xsl:if>
        <xsl:if test="in:revised/@last">
          <xsl:attribute name="revised-last"><xsl:value-of select="in:revised/@last"/></xsl:attribute>
        </xsl:if>
        <xsl:attribute name="revised"><xsl:value-of select="in:revised/@words"/></xsl:attribute>
      </xsl:if>
    </entry>
  </xsl:template>

  <!-- Only the marks that occur. -->
  <xsl:template name="timeline-key">
    <xsl:param name="drawn"/>
    <xsl:variable name="deadlines" select="$drawn[@kind = 'deadline' or @kind = 'target']"/>
    <xsl:variable name="plain" select="$drawn[not(@kind = 'deadline' or @kind = 'target')]"/>
    <p class="key below">
      <xsl:call-template name="mark">
        <xsl:with-param name="of">day</xsl:with-param>
        <xsl:with-param name="there" select="$plain[not(@interval)][@first = @last]"/>
      </xsl:call-template>
      <xsl:call-template name="mark">
        <xsl:with-param name="of">span</xsl:with-param>
        <xsl:with-param name="there"
            select="$plain[not(@interval or @start-approximate)][@first != @last]"/>
      </xsl:call-template>
      <xsl:call-template name="mark">
        <xsl:with-param name="of">approximate</xsl:with-param>
        <xsl:with-param name="there"
            select="$plain[@start-approximate or (@end-approximate and not(@end-first = @last))]"/>
      </xsl:call-template>
      <xsl:call-template name="mark">
        <xsl:with-param name="of">interval</xsl:with-param>
        <xsl:with-param name="there" select="$plain[@interval]"/>
      </xsl:call-template>
      <xsl:call-template name="mark">
        <xsl:with-param name="of">expected</xsl:with-param>
        <xsl:with-param name="there"
            select="$plain[@interval and @end-approximate and @end-first = @last]"/>
      </xsl:call-template>
      <xsl:call-template name="mark">
        <xsl:with-param name="of">deadline</xsl:with-param>
        <xsl:with-param name="there" select="$deadlines[not(in:revised)]"/>
      </xsl:call-template>
      <xsl:call-template name="mark">
        <xsl:with-param name="of">moved</xsl:with-param>
        <xsl:with-param name="there" select="$drawn[in:revised]"/>
      </xsl:call-template>
    </p>
  </xsl:template>
  <xsl:template name="mark">
    <xsl:param name="of"/>
    <xsl:param name="there"/>
    <xsl:if test="$there">
      <span class="nowrap">
        <chart kind="mark" class="mark" of="{$of}"/>
        <xsl:value-of select="concat('&#xA0;&#xA0;', ladle:words(concat('timeline.key.', $of)))"/>
      </span>
      <xsl:text>&#x2003;&#x2002; </xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- What an entry of the timeline is called. -->
  <xsl:template match="in:entry" mode="words">
    <xsl:variable name="what">
      <xsl:choose>
        <xsl:when test="in:title"><xsl:apply-templates select="in:title" mode="said"/></xsl:when>
        <xsl:when test="@kind = 'target'">
          <xsl:value-of select="ladle:words('entry.target', ladle:words(
                                concat('measure.', @measure), ladle:number(string(@value))))"/>
        </xsl:when>
        <xsl:when test="@kind = 'meeting' and @group">
          <xsl:value-of select="ladle:words(concat('entry.meeting.', @group))"/>
        </xsl:when>
        <xsl:when test="@form or key('label', concat('kind.', @kind))">
          <xsl:call-template name="source-kind"/>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="ladle:words(concat('entry.', @kind))"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="on-axis">
      <xsl:choose>
        <xsl:when test="@axis">
          <xsl:call-template name="words-with">
            <xsl:with-param name="words"
                select="ladle:words('entry.axis', $here, ladle:words('axis', string(@axis)))"/>
            <xsl:with-param name="said" select="$what"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:otherwise><xsl:copy-of select="$what"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="@status">
        <xsl:call-template name="words-with">
          <xsl:with-param name="words" select="ladle:words(concat('entry.', @status), $here)"/>
          <xsl:with-param name="said" select="$on-axis"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:copy-of select="$on-axis"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Targets due on the same day, and moved to the same day, are one deadline. -->
  <xsl:key name="deadline" match="in:entry[@kind = 'target']"
      use="concat(generate-id(..), @date, '|', in:revised/@date)"/>

  <!-- Company visits that were made and questionnaires are many: in the list they are one line a
       month and axis, with every date in it. Nothing is left out. -->
  <xsl:key name="folded" match="in:entry[(@kind = 'visit' and not(@status))
                                         or @kind = 'questionnaire'][@first]"
      use="concat(generate-id(..), @kind, substring(@first, 1, 7), @axis)"/>

  <xsl:template match="in:timeline" mode="list">
    <xsl:param name="title" select="ladle:words('timeline.list')"/>
    <figure class="list">
      <table>
        <col width="42mm"/>
        <col width="*"/>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="ladle:words('records.date')"/></th>
            <th scope="col"><xsl:value-of select="$title"/></th>
          </tr>
        </thead>
        <tbody><xsl:apply-templates select="in:entry" mode="list"/></tbody>
      </table>
    </figure>
  </xsl:template>
  <xsl:template match="in:entry[@kind = 'target']" mode="list">
    <xsl:variable name="alike"
        select="key('deadline', concat(generate-id(..), @date, '|', in:revised/@date))"/>
    <xsl:if test="generate-id() = generate-id($alike[1])">
      <xsl:call-template name="list-row">
        <xsl:with-param name="words">
          <xsl:choose>
            <xsl:when test="count($alike) = 1"><xsl:apply-templates select="." mode="words"/></xsl:when>
            <xsl:otherwise>
              <xsl:variable name="targets">
                <xsl:for-each select="$alike">
                  <xsl:if test="position() &gt; 1">; </xsl:if>
                  <xsl:apply-templates select="." mode="measure"/>
                </xsl:for-each>
              </xsl:variable>
              <xsl:value-of select="ladle:words('entry.targets.list', string(count($alike)),
                                    string($targets))"/>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>
  <!-- "48 virksomhedsbesøg, akse 4". -->
  <xsl:template match="in:entry" mode="measure">
    <xsl:variable name="measure"
        select="ladle:words(concat('measure.', @measure), ladle:number(string(@value)))"/>
    <xsl:choose>
      <xsl:when test="@axis">
        <xsl:value-of select="ladle:words('entry.axis', $measure, ladle:words('axis', string(@axis)))"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$measure"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="in:entry" mode="list">
    <xsl:variable name="month"
        select="key('folded', concat(generate-id(..), @kind, substring(@first, 1, 7), @axis))"/>
    <xsl:choose>
      <xsl:when test="count($month) &gt; 1 and $month[generate-id() = generate-id(current())]">
        <xsl:if test="generate-id() = generate-id($month[1])">
          <tr>
            <th scope="row"><xsl:value-of select="ladle:date(substring(@first, 1, 7))"/></th>
            <td>
              <xsl:variable name="dates">
                <xsl:for-each select="$month">
                  <xsl:variable name="day" select="$month[@words = current()/@words]"/>
                  <xsl:if test="generate-id() = generate-id($day[1])">
                    <xsl:if test="position() &gt; 1">, </xsl:if>
                    <xsl:value-of select="@words"/>
                    <xsl:if test="count($day) &gt; 1">
                      <xsl:value-of select="concat(' (', count($day), ')')"/>
                    </xsl:if>
                  </xsl:if>
                </xsl:for-each>
              </xsl:variable>
              <xsl:choose>
                <xsl:when test="@axis">
                  <xsl:value-of select="ladle:words(concat('entry.', @kind, 's.axis'),
                                        string(count($month)), string($dates),
                                        ladle:words('axis', string(@axis)))"/>
                </xsl:when>
                <xsl:otherwise>
                  <xsl:value-of select="ladle:words(concat('entry.', @kind, 's'),
                                        string(count($month)), string($dates))"/>
                </xsl:otherwise>
              </xsl:choose>
            </td>
          </tr>
        </xsl:if>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="list-row"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="list-row">
    <xsl:param name="words"><xsl:apply-templates select="." mode="words"/></xsl:param>
    <tr>
      <!-- That the end was only expected is said beside the words, and once. -->
      <xsl:variable name="expected" select="@interval and @end-approximate and @end-first = @last"/>
      <th scope="row">
        <xsl:choose>
          <xsl:when test="$expected and @first and not(@start-approximate)">
            <xsl:value-of select="ladle:date(concat(@first, '/', @last))"/>
          </xsl:when>
          <xsl:otherwise><xsl:value-of select="@words"/></xsl:otherwise>
        </xsl:choose>
      </th>
      <td>
        <xsl:copy-of select="$words"/>
        <xsl:if test="$expected"><xsl:value-of select="concat(' ', ladle:words('timeline.expected'))"/></xsl:if>
        <xsl:if test="in:revised">
          <xsl:text>. </xsl:text>
          <span class="accent">
            <xsl:value-of select="ladle:words('timeline.moved-to', string(in:revised/@words))"/>
          </span>
        </xsl:if>
      </td>
    </tr>
  </xsl:template>

  <!-- The time a timeline covers, for captions: "sep. 2014 – dec. 2016". -->
  <xsl:template match="in:timeline" mode="period">
    <xsl:variable name="ends" select="in:entry/@last | in:entry/in:revised/@last"/>
    <xsl:variable name="last">
      <xsl:for-each select="$ends">
        <xsl:sort select="." order="descending"/>
        <xsl:if test="position() = 1"><xsl:value-of select="."/></xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="first" select="in:entry[@first][1]/@first"/>
    <xsl:if test="$first and $last != ''">
      <xsl:value-of select="ladle:date(concat(substring($first, 1, 7), '/', substring($last, 1, 7)))"/>
    </xsl:if>
  </xsl:template>

  <!-- ===================================================== 6. lists at the end ===== -->

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
        <figure class="evidence" counter="overview">
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
        <td><xsl:value-of select="key('partnership', @partnership)/@short"/></td>
      </xsl:if>
      <td>
        <xsl:apply-templates select="key('element', @element)/in:name" mode="said"/>
        <br/>
        <xsl:apply-templates select="key('level', @level)" mode="level"/>
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
    <figure id="records" class="evidence" counter="overview">
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
          <xsl:variable name="numbers" select="concat(' ', @partnerships, ' ')"/>
          <xsl:for-each select="$input/in:partnership[contains($numbers, concat(' ', @n, ' '))]">
            <xsl:if test="position() &gt; 1">, </xsl:if>
            <xsl:value-of select="@short"/>
          </xsl:for-each>
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

  <!-- The id of the place its number leads to: the element's row in figure 2, for items of the wave
       reported. -->
  <xsl:template match="in:item" mode="home">
    <xsl:if test="@wave = $wave/@id"><xsl:value-of select="concat('finding-', @element)"/></xsl:if>
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
                                    string(in:date/@words), string(in:other/@words))"/>
            </xsl:when>
            <xsl:when test="@kind = 'observation-date'">
              <xsl:value-of select="ladle:words('contradictions.observation-date',
                                    string(in:date/@words), string(in:other/@words))"/>
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

  <!-- ===================================================== 7. authors' texts ===== -->

  <!-- All that authors wrote for a chapter: sections in their order, then boxes. -->
  <xsl:template name="chapter-texts">
    <xsl:param name="chapter"/>
    <xsl:param name="numbering">decimal</xsl:param>
    <xsl:apply-templates select="$input/in:texts/in:section[@chapter = $chapter]" mode="text">
      <xsl:with-param name="numbering" select="$numbering"/>
    </xsl:apply-templates>
    <xsl:apply-templates select="$input/in:texts/in:box[@chapter = $chapter]" mode="text"/>
  </xsl:template>

  <!-- A section with a title is a section of its own; one without runs on in its chapter. -->
  <xsl:template match="in:section[in:title]" mode="text">
    <xsl:param name="numbering">decimal</xsl:param>
    <xsl:param name="depth" select="2"/>
    <section>
      <xsl:apply-templates select="@id" mode="text"/>
      <xsl:attribute name="numbering">
        <xsl:choose>
          <xsl:when test="$depth = 2"><xsl:value-of select="$numbering"/></xsl:when>
          <xsl:otherwise>none</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:element name="h{$depth}">
        <xsl:call-template name="language"/>
        <xsl:apply-templates select="in:title/node()" mode="text"/>
      </xsl:element>
      <xsl:apply-templates select="*[not(self::in:title)]" mode="text">
        <xsl:with-param name="numbering" select="$numbering"/>
        <xsl:with-param name="depth" select="$depth + 1"/>
      </xsl:apply-templates>
    </section>
  </xsl:template>
  <xsl:template match="in:section[not(in:title or @id)]" mode="text">
    <xsl:param name="numbering">decimal</xsl:param>
    <xsl:param name="depth" select="2"/>
    <xsl:apply-templates mode="text">
      <xsl:with-param name="numbering" select="$numbering"/>
      <xsl:with-param name="depth" select="$depth"/>
    </xsl:apply-templates>
  </xsl:template>
  <xsl:template match="in:section" mode="text">
    <xsl:param name="numbering">decimal</xsl:param>
    <xsl:param name="depth" select="2"/>
    <section>
      <xsl:apply-templates select="@id" mode="text"/>
      <xsl:apply-templates mode="text">
        <xsl:with-param name="numbering" select="$numbering"/>
        <xsl:with-param name="depth" select="$depth"/>
      </xsl:apply-templates>
    </section>
  </xsl:template>

  <!-- Authors' ids get a prefix, so that they cannot meet those of the templates. -->
  <xsl:template match="@id" mode="text">
    <xsl:attribute name="id"><xsl:value-of select="concat('t-', .)"/></xsl:attribute>
  </xsl:template>

  <xsl:template match="in:p" mode="text">
    <p><xsl:call-template name="language"/><xsl:apply-templates mode="text"/></p>
  </xsl:template>
  <xsl:template match="in:list[@kind = 'numbers']" mode="text">
    <ol><xsl:call-template name="language"/><xsl:apply-templates mode="text"/></ol>
  </xsl:template>
  <xsl:template match="in:list" mode="text">
    <ul><xsl:call-template name="language"/><xsl:apply-templates mode="text"/></ul>
  </xsl:template>
  <xsl:template match="in:list/in:item" mode="text">
    <li><xsl:apply-templates mode="text"/></li>
  </xsl:template>

  <xsl:template match="in:table" mode="text">
    <figure class="small">
      <xsl:apply-templates select="@id" mode="text"/>
      <xsl:if test="in:caption">
        <xsl:attribute name="counter">overview</xsl:attribute>
        <xsl:apply-templates select="in:caption" mode="title"/>
      </xsl:if>
      <table>
        <xsl:call-template name="language"/>
        <!-- Rows of heads only, at the top, are the table's head. -->
        <xsl:variable name="first-row" select="in:row[in:cell[not(@head)]][1]"/>
        <xsl:variable name="head" select="in:row[not(in:cell[not(@head)])]
                                                [not(preceding-sibling::in:row[in:cell[not(@head)]])]"/>
        <xsl:if test="$head and $first-row">
          <thead><xsl:apply-templates select="$head" mode="text"/></thead>
        </xsl:if>
        <tbody>
          <xsl:choose>
            <xsl:when test="$first-row">
              <xsl:apply-templates mode="text"
                  select="$first-row | $first-row/following-sibling::in:row"/>
            </xsl:when>
            <xsl:otherwise><xsl:apply-templates select="in:row" mode="text"/></xsl:otherwise>
          </xsl:choose>
        </tbody>
      </table>
      <xsl:apply-templates select="in:caption" mode="rest"/>
    </figure>
  </xsl:template>
  <xsl:template match="in:row" mode="text">
    <tr><xsl:apply-templates mode="text"/></tr>
  </xsl:template>
  <xsl:template match="in:cell[@head]" mode="text">
    <th>
      <xsl:if test="../in:cell[not(@head)]"><xsl:attribute name="scope">row</xsl:attribute></xsl:if>
      <xsl:apply-templates mode="text"/>
    </th>
  </xsl:template>
  <xsl:template match="in:cell" mode="text">
    <td><xsl:apply-templates mode="text"/></td>
  </xsl:template>

  <xsl:template match="in:quote" mode="text">
    <blockquote>
      <p>
        <xsl:call-template name="language"/>
        <xsl:value-of select="ladle:words('quote.open')"/>
        <xsl:apply-templates mode="text"/>
        <xsl:value-of select="ladle:words('quote.close')"/>
        <xsl:if test="@items">
          <aside>
            <xsl:call-template name="references">
              <xsl:with-param name="ids" select="normalize-space(@items)"/>
            </xsl:call-template>
          </aside>
        </xsl:if>
      </p>
      <xsl:if test="@who"><p class="role"><xsl:value-of select="@who"/></p></xsl:if>
    </blockquote>
  </xsl:template>
  <!-- "E-017 E-018" as links parted by commas. -->
  <xsl:template name="references">
    <xsl:param name="ids"/>
    <xsl:variable name="id" select="substring-before(concat($ids, ' '), ' ')"/>
    <a class="evidence" href="#{$id}"><xsl:value-of select="$id"/></a>
    <xsl:if test="contains($ids, ' ')">
      <xsl:text>, </xsl:text>
      <xsl:call-template name="references">
        <xsl:with-param name="ids" select="substring-after($ids, ' ')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- A caption of several sentences: the first is the title, as it stands in the list, and the others
       are a note. One with words set apart is left as it is. -->
  <xsl:template match="in:caption" mode="title">
    <xsl:variable name="words" select="normalize-space(.)"/>
    <!-- The label before it is the report's, so the language is not the caption's. -->
    <xsl:variable name="title">
      <xsl:choose>
        <xsl:when test="*"><xsl:apply-templates mode="text"/></xsl:when>
        <xsl:when test="contains($words, '. ')"><xsl:value-of select="substring-before($words, '. ')"/></xsl:when>
        <xsl:when test="substring($words, string-length($words)) = '.'">
          <xsl:value-of select="substring($words, 1, string-length($words) - 1)"/>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="$words"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <figcaption>
      <xsl:choose>
        <xsl:when test="ancestor::*[@xml:lang][1]/@xml:lang != $input/@xml:lang">
          <span xml:lang="{ancestor::*[@xml:lang][1]/@xml:lang}"><xsl:copy-of select="$title"/></span>
        </xsl:when>
        <xsl:otherwise><xsl:copy-of select="$title"/></xsl:otherwise>
      </xsl:choose>
    </figcaption>
  </xsl:template>
  <xsl:template match="in:caption" mode="rest">
    <xsl:if test="not(*) and contains(normalize-space(.), '. ')">
      <p class="note"><xsl:call-template name="language"/><xsl:value-of select="substring-after(normalize-space(.), '. ')"/></p>
    </xsl:if>
  </xsl:template>

  <xsl:template match="in:image" mode="text">
    <figure class="image">
      <xsl:if test="in:caption">
        <xsl:attribute name="counter">overview</xsl:attribute>
        <xsl:apply-templates select="in:caption" mode="title"/>
      </xsl:if>
      <img src="{@src}" alt="{@alt}">
        <xsl:call-template name="language"/>
        <xsl:if test="@width">
          <xsl:attribute name="width"><xsl:value-of select="@width"/></xsl:attribute>
        </xsl:if>
      </img>
      <xsl:apply-templates select="in:caption" mode="rest"/>
    </figure>
  </xsl:template>

  <!-- Boxes. A quotation has no label; a case has its title after it. -->
  <xsl:template match="in:box" mode="text">
    <aside class="{@kind}">
      <xsl:apply-templates select="@id" mode="text"/>
      <xsl:call-template name="box-label"/>
      <xsl:choose>
        <xsl:when test="in:side">
          <columns class="pair">
            <xsl:for-each select="in:side">
              <div>
                <xsl:if test="position() = 2"><xsl:attribute name="class">second</xsl:attribute></xsl:if>
                <p class="list-head"><xsl:call-template name="language"/><xsl:apply-templates select="in:title/node()" mode="text"/></p>
                <xsl:apply-templates select="*[not(self::in:title)]" mode="text"/>
              </div>
            </xsl:for-each>
          </columns>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="*[not(self::in:title or self::in:by)]" mode="text"/>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:if test="in:by">
        <p class="role"><xsl:call-template name="language"/><xsl:apply-templates select="in:by/node()" mode="text"/></p>
      </xsl:if>
    </aside>
  </xsl:template>
  <xsl:template name="box-label">
    <xsl:variable name="kind"
        select="string(key('label', concat('box.', @kind)))"/>
    <xsl:if test="@kind != 'quote' and ($kind != '' or in:title)">
      <p class="label">
        <xsl:value-of select="$kind"/>
        <xsl:if test="$kind != '' and in:title"><xsl:text>: </xsl:text></xsl:if>
        <xsl:apply-templates select="in:title" mode="text"/>
      </p>
    </xsl:if>
  </xsl:template>
  <!-- A quotation in a box has its quotation marks even where the author wrote plain paragraphs. -->
  <xsl:template match="in:box[@kind = 'quote']/in:p" mode="text">
    <p>
      <xsl:call-template name="language"/>
      <xsl:if test="not(preceding-sibling::in:p)"><xsl:value-of select="ladle:words('quote.open')"/></xsl:if>
      <xsl:apply-templates mode="text"/>
      <xsl:if test="not(following-sibling::in:p)"><xsl:value-of select="ladle:words('quote.close')"/></xsl:if>
    </p>
  </xsl:template>

  <!-- The title of a box, after the label of its kind. -->
  <xsl:template match="in:box/in:title" mode="text">
    <xsl:choose>
      <xsl:when test="ancestor::*[@xml:lang][1]/@xml:lang != $input/@xml:lang">
        <span xml:lang="{ancestor::*[@xml:lang][1]/@xml:lang}"><xsl:apply-templates mode="text"/></span>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates mode="text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="in:em" mode="text"><em><xsl:apply-templates mode="text"/></em></xsl:template>
  <xsl:template match="in:strong" mode="text">
    <strong><xsl:apply-templates mode="text"/></strong>
  </xsl:template>
  <xsl:template match="in:note" mode="text"><note><xsl:apply-templates mode="text"/></note></xsl:template>
  <xsl:template match="in:link" mode="text">
    <a href="{@href}"><xsl:apply-templates mode="text"/></a>
  </xsl:template>
  <xsl:template match="in:foreign" mode="text">
    <span xml:lang="{@xml:lang}"><xsl:apply-templates mode="text"/></span>
  </xsl:template>
  <xsl:template match="in:cite" mode="text">
    <xsl:variable name="n" select="string(key('source', @source)/@n)"/>
    <a href="#source-{$n}">
      <xsl:call-template name="our-language"/>
      <xsl:choose>
        <xsl:when test="contains(@pages, '–') or contains(@pages, '-') or contains(@pages, ',')">
          <xsl:value-of select="ladle:words('cite.pages.several', $n, string(@pages))"/>
        </xsl:when>
        <xsl:when test="@pages">
          <xsl:value-of select="ladle:words('cite.pages', $n, string(@pages))"/>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="ladle:words('cite', $n)"/></xsl:otherwise>
      </xsl:choose>
    </a>
  </xsl:template>

  <!-- A reference to a figure, or to what authors gave an id: a section, table or box. -->
  <xsl:template match="in:ref[starts-with(@to, 'figure-')][not(key('author-id', @to))]" mode="text">
    <xsl:call-template name="figure-reference">
      <xsl:with-param name="number" select="substring-after(@to, 'figure-')"/>
    </xsl:call-template>
  </xsl:template>
  <!-- A template without all six figures says in a rule of its own what it does about the others. -->
  <xsl:template name="figure-reference">
    <xsl:param name="number"/>
    <ref to="figure-{$number}"/>
  </xsl:template>
  <xsl:template match="in:ref" mode="text">
    <xsl:variable name="target" select="key('author-id', @to)[1]"/>
    <xsl:choose>
      <xsl:when test="$target/self::in:box[in:title]">
        <a href="#t-{@to}">
          <xsl:call-template name="our-language"/>
          <xsl:call-template name="words-with">
            <xsl:with-param name="words" select="ladle:words('ref.box', $here)"/>
            <xsl:with-param name="said"><xsl:apply-templates select="$target/in:title" mode="said"/></xsl:with-param>
          </xsl:call-template>
        </a>
      </xsl:when>
      <xsl:when test="$target/self::in:box">
        <a href="#t-{@to}"><xsl:call-template name="our-language"/><xsl:value-of select="ladle:words('ref.box.plain')"/></a>
        <xsl:text>, </xsl:text>
        <ref class="page" to="t-{@to}" show="page"/>
      </xsl:when>
      <xsl:when test="$target/self::in:section[not(in:title)] | $target/self::in:table[not(in:caption)]">
        <ref class="page" to="t-{@to}" show="page"/>
      </xsl:when>
      <xsl:when test="$target"><ref to="t-{@to}"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="@to"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
