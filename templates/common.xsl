<?xml version="1.0" encoding="UTF-8"?>
<!--
  What the reports share. A report's own template imports this file and calls the pieces it needs;
  to change a piece, copy it into the template that imports and change it there: the importing
  template's piece wins.

  In comes one document in the namespace urn:x-ladle:input (prefix in:), out goes one in
  urn:x-ladle:document (no prefix); both are explained in docs/template-format.md. No words stand
  here: they are labels in language/da.xml and its kin, and ladle:words('id', …) puts them in.

  Contents: 1 looking things up · 2 head of the document · 3 levels and evidence. What the sheets
  included here hold, each says at its head.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:in="urn:x-ladle:input"
    xmlns:ladle="urn:x-ladle:functions"
    xmlns="urn:x-ladle:document"
    exclude-result-prefixes="in ladle">

  <xsl:include href="parts.xsl"/>
  <xsl:include href="alternatives.xsl"/>
  <xsl:include href="figures.xsl"/>
  <xsl:include href="timeline.xsl"/>
  <xsl:include href="explained.xsl"/>
  <xsl:include href="evidence.xsl"/>
  <xsl:include href="lists.xsl"/>
  <xsl:include href="texts.xsl"/>
  <xsl:include href="certainty.xsl"/>

  <!-- What can be set with - -set (two hyphens together). evidence: which evidence the report holds, in
       its list, its data and the attached input alike. records: whether agendas and other material that
       is no evidence are printed; they are attached as data in any case. -->
  <xsl:param name="evidence" select="'all'" ladle:values="all cited none"/>
  <xsl:param name="records" select="'no'" ladle:values="yes no"/>

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

  <!-- Evidence: items by their running number; and what they say (in:says, so that the item is its
       parent), by wave, element and level in one partnership, and at any level there. -->
  <xsl:key name="item" match="in:evidence/in:item" use="@n"/>
  <xsl:key name="evidence-of-partnership" match="in:evidence/in:item/in:says"
      use="concat(../@wave, '|', @element, '|', @level, '|', @partnership)"/>
  <xsl:key name="evidence-on-element" match="in:evidence/in:item/in:says"
      use="concat(../@wave, '|', @element, '|', @partnership)"/>

  <xsl:variable name="input" select="/in:input"/>
  <xsl:variable name="levels" select="/in:input/in:framework/in:level"/>
  <xsl:variable name="types" select="$levels[@type = 'yes']"/>
  <xsl:variable name="elements" select="/in:input/in:framework/in:element"/>
  <!-- The wave reported, and the one before it (none at the baseline). -->
  <xsl:variable name="wave" select="/in:input/in:wave[@current = 'yes']"/>
  <xsl:variable name="before" select="/in:input/in:wave[@id = /in:input/@wave-before]"/>

  <!-- Whether the report holds any evidence, whether it has a list that numbers can lead to, and whether
       all levels find theirs in it. -->
  <xsl:variable name="evidence-held" select="boolean(/in:input/in:evidence/in:item)"/>
  <xsl:variable name="evidence-listed"
      select="$evidence-held and not(/in:input/in:left-out[@part = 'evidence'])"/>
  <xsl:variable name="evidence-complete" select="$evidence-listed and /in:input/in:evidence/@held = 'all'"/>

  <!-- The end of labels where the smallest group is a single person, so that nobody is hidden. -->
  <xsl:variable name="each">
    <xsl:if test="/in:input/@smallest-group &lt; 2">.each</xsl:if>
  </xsl:variable>

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
    <label id="shown"><xsl:value-of select="ladle:words('layout.shown')"/></label>
    <xsl:for-each select="$input/in:labels/in:label[starts-with(@id, 'data.')]">
      <label id="{@id}"><xsl:value-of select="."/></label>
    </xsl:for-each>
    <counter id="figure" label="{ladle:words('counter.figure')}"
        several="{ladle:words('counter.figure.several')}"
        ref="{ladle:words('counter.figure.ref')}"/>
    <counter id="table" label="{ladle:words('counter.table')}"
        ref="{ladle:words('counter.table.ref')}"/>
    <counter id="diagram" label="{ladle:words('counter.diagram')}"
        ref="{ladle:words('counter.diagram.ref')}"/>
    <counter id="recommendation" label="{ladle:words('counter.recommendation')}"
        ref="{ladle:words('counter.recommendation.ref')}"/>
    <counter id="chapter" ref="{ladle:words('counter.chapter.ref')}"/>
    <counter id="section" ref="{ladle:words('counter.section.ref')}"/>
    <counter id="appendix" label="{ladle:words('counter.appendix')}"
        ref="{ladle:words('counter.appendix.ref')}"/>
  </xsl:template>
  <xsl:template name="document-masters">
    <xsl:param name="running"/>
    <!-- Pages are numbered from the cover on, which shows no number, as a reader of the file counts. -->
    <master id="cover" folio="arabic"/>
    <master id="cover-bare" folio="arabic"/>
    <master id="plain" folio="arabic"/>
    <master id="main" folio="arabic">
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

  <!-- The name of a wave or an element inside a sentence: "opfølgningen", "belastning"; one that begins
       with two capitals stays as it is. -->
  <xsl:template match="in:wave" mode="small-name"><xsl:value-of select="@short"/></xsl:template>
  <xsl:template match="in:element" mode="small-name">
    <xsl:call-template name="inside-sentence"><xsl:with-param name="words" select="string(in:name)"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="in:element" mode="said-inside">
    <xsl:variable name="words"><xsl:apply-templates select="." mode="small-name"/></xsl:variable>
    <xsl:apply-templates select="in:name" mode="said"><xsl:with-param name="words" select="string($words)"/></xsl:apply-templates>
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
    <xsl:value-of select="ladle:words('wave.inside', string(@short), string(@words))"/>
  </xsl:template>

  <!-- Which partnership a number in a narrow column stands for, where the alias has no short last
       word that could stand there. -->
  <xsl:template name="short-key">
    <xsl:for-each select="$input/in:partnership[@studied = 'yes'][not(@short = @alias)]
        [not(substring(@alias, string-length(@alias) - string-length(@short)) = concat(' ', @short))]">
      <xsl:value-of select="concat(' ', ladle:words('short.key', string(@short), string(@alias)))"/>
    </xsl:for-each>
  </xsl:template>

  <!-- "A, B og C" from the text of some nodes; of elements: their names as they are inside a sentence;
       so are others with small, and levels after the first with level. -->
  <xsl:template name="enumeration">
    <xsl:param name="nodes"/>
    <xsl:param name="small" select="false()"/>
    <xsl:param name="level" select="false()"/>
    <!-- Of the last two, a name that has an "and" of its own would run together with the other. -->
    <xsl:variable name="joint">
      <xsl:choose>
        <xsl:when test="$nodes[position() &gt;= last() - 1][contains(concat(' ', in:name, ' ', self::*[not(in:name)]),
                                             concat(' ', ladle:words('and'), ' '))]">and.besides</xsl:when>
        <xsl:otherwise>and</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:for-each select="$nodes">
      <xsl:choose>
        <xsl:when test="position() = 1"/>
        <xsl:when test="position() = last()">
          <xsl:value-of select="concat(' ', ladle:words(string($joint)), ' ')"/>
        </xsl:when>
        <xsl:otherwise>, </xsl:otherwise>
      </xsl:choose>
      <xsl:choose>
        <xsl:when test="self::in:element"><xsl:apply-templates select="." mode="small-name"/></xsl:when>
        <xsl:when test="$small">
          <xsl:call-template name="inside-sentence"><xsl:with-param name="words" select="string(.)"/></xsl:call-template>
        </xsl:when>
        <xsl:when test="$level and position() &gt; 1"><xsl:value-of select="ladle:words('level.inside', string(.))"/></xsl:when>
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

  <!-- What the running head says of the report, with the round where there are several. A head is cut at
       its end, where the round stands: what kind of report it is goes first. `name`: the report without
       its kind. -->
  <xsl:template name="running-head">
    <xsl:param name="words"/>
    <xsl:param name="name"/>
    <xsl:variable name="whole" select="ladle:words('running.round', string($words), string($wave/@short))"/>
    <xsl:choose>
      <xsl:when test="not($input/in:study/@rounds &gt; 1)"><xsl:value-of select="$words"/></xsl:when>
      <xsl:when test="string-length($whole) &gt; $longest-running-head">
        <xsl:value-of select="ladle:words('running.round', string($name), string($wave/@short))"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$whole"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- Characters that the built-in theme's head has room for beside a chapter's name. -->
  <xsl:variable name="longest-running-head" select="52"/>
  <!-- The round, on a line of the cover. -->
  <xsl:template name="cover-round">
    <br/><xsl:value-of select="ladle:capital(ladle:words('wave.period', string($wave/@short), string($wave/@words)))"/>
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
    <xsl:param name="of-round" select="true()"/>
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
    <xsl:variable name="cite">
      <xsl:text>colophon.cite.words</xsl:text>
      <xsl:if test="$year = ''">.undated</xsl:if>
    </xsl:variable>
    <xsl:variable name="kind-and-round">
      <xsl:choose>
        <xsl:when test="$of-round">
          <xsl:value-of select="ladle:words('colophon.kind', string($kind), string($wave/@short), string($wave/@words))"/>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="$kind"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
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
      <p><xsl:value-of select="$kind-and-round"/></p>
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
          <xsl:if test="$input/in:left-out[not(@elsewhere)]">
            <xsl:call-template name="colophon-row">
              <xsl:with-param name="of">left-out</xsl:with-param>
              <xsl:with-param name="words"><xsl:call-template name="left-out-words"/></xsl:with-param>
            </xsl:call-template>
          </xsl:if>
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
                      select="ladle:words(string($cite), string($authors), $year, $here, string($kind-and-round))"/>
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

  <!-- Contents and list of figures. flow: through two columns. -->
  <xsl:template name="contents">
    <xsl:param name="depth" select="2"/>
    <xsl:param name="flow" select="false()"/>
    <h1 class="contents"><xsl:value-of select="ladle:words('contents.title')"/></h1>
    <xsl:choose>
      <xsl:when test="$flow">
        <columns kind="flow" class="contents">
          <div>
            <xsl:call-template name="contents-lists"><xsl:with-param name="depth" select="$depth"/></xsl:call-template>
          </div>
        </columns>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="contents-lists"><xsl:with-param name="depth" select="$depth"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="contents-lists">
    <xsl:param name="depth"/>
    <toc depth="{$depth}"/>
    <p class="list-head"><xsl:value-of select="ladle:words('contents.figures')"/></p>
    <figure-list counter="figure"/>
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

  <!-- A link from a level to the evidence on its element. words: what stands in the link;
       partnership: its number, or nothing for all of them. -->
  <xsl:template name="level-link">
    <xsl:param name="element"/>
    <xsl:param name="level"/>
    <xsl:param name="wave-id" select="$wave/@id"/>
    <xsl:param name="partnership"/>
    <xsl:param name="words">
      <xsl:apply-templates select="key('level', $level)" mode="level"/>
    </xsl:param>
    <xsl:variable name="place">
      <xsl:call-template name="evidence-place">
        <xsl:with-param name="element" select="$element"/>
        <xsl:with-param name="wave-id" select="$wave-id"/>
        <xsl:with-param name="partnership" select="$partnership"/>
      </xsl:call-template>
    </xsl:variable>
    <a href="#{$place}" optional="yes"><xsl:copy-of select="$words"/></a>
  </xsl:template>

  <!-- "E-017", a link to its entry in the evidence list; nothing where the report has none. -->
  <xsl:template match="in:item" mode="reference">
    <xsl:if test="$evidence-listed">
      <a class="evidence" href="#{@id}" optional="yes"><xsl:value-of select="@id"/></a>
    </xsl:if>
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
        <xsl:apply-templates select="in:text" mode="said">
          <xsl:with-param name="words" select="ladle:quote(string($words))"/>
        </xsl:apply-templates>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="in:text" mode="said">
          <xsl:with-param name="words" select="string($words)"/>
        </xsl:apply-templates>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- How many of the elements that moved are weakly covered; nothing where weak is 0. -->
  <xsl:template name="weak-moves">
    <xsl:param name="moved"/>
    <xsl:param name="weak"/>
    <xsl:choose>
      <xsl:when test="$weak = 0"/>
      <xsl:when test="$moved = 1"><xsl:value-of select="ladle:words('moves.weak.one')"/></xsl:when>
      <xsl:when test="$weak = $moved"><xsl:value-of select="ladle:words('moves.weak.all', string($weak))"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="ladle:words('moves.weak', string($weak), string($moved))"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
