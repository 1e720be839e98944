<?xml version="1.0" encoding="UTF-8"?>
<!--
  The brochure: a booklet for a broad audience, in two columns with boxes among the text. It is made
  only when it is asked for: ladle report STUDY -o DIR - -template brochure (two hyphens together).

  Nearly all of it is the authors' own words: sections and boxes with chapter="foreword",
  "introduction", "external", "internal" or "perspectives". A section with a title is a chapter of
  the brochure; one without runs on in the chapter before it, or opens its part. Pieces shared with
  other reports are in common.xsl; words are labels in language/da.xml.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:in="urn:x-ladle:input"
    xmlns:ladle="urn:x-ladle:functions"
    xmlns="urn:x-ladle:document"
    exclude-result-prefixes="in ladle">

  <xsl:import href="common.xsl"/>

  <!-- What the brochure is made of. -->
  <xsl:variable name="matter" select="/in:input/in:texts/*[self::in:section or self::in:box]
      [@chapter = 'foreword' or @chapter = 'introduction' or @chapter = 'external'
       or @chapter = 'internal' or @chapter = 'perspectives']"/>
  <xsl:variable name="cited" select="$matter//in:cite"/>
  <!-- The chapters that the cover lists. -->
  <xsl:variable name="cut-chapters" select="$matter[self::in:section]
      [@chapter = 'external' or @chapter = 'internal'][in:title]"/>
  <!-- A pull quotation has this many words at most; a longer one is set as a plain box. -->
  <xsl:variable name="most-words" select="25"/>

  <xsl:template match="/in:input">
    <xsl:if test="not($matter[@chapter != 'foreword'])">
      <!-- Said to whoever runs the program, so in the language of its messages. -->
      <xsl:message terminate="yes">The study has no text for a brochure: write sections or boxes with chapter="introduction", "external", "internal" or "perspectives" (see ladle-study(5)).</xsl:message>
    </xsl:if>
    <document>
      <xsl:call-template name="document-attributes">
        <xsl:with-param name="title" select="in:study/in:title"/>
        <xsl:with-param name="subject" select="ladle:words('brochure.subject')"/>
      </xsl:call-template>
      <xsl:call-template name="document-words"/>
      <xsl:call-template name="masters"/>
      <xsl:call-template name="cover"/>
      <xsl:call-template name="brochure-colophon"/>
      <xsl:call-template name="part">
        <xsl:with-param name="chapter">foreword</xsl:with-param>
      </xsl:call-template>
      <section class="theme" contents="no">
        <xsl:if test="not($matter[@chapter = 'foreword'])"><xsl:attribute name="master">main</xsl:attribute></xsl:if>
        <h1 class="opening"><xsl:value-of select="ladle:words('contents.title')"/></h1>
        <toc depth="2"/>
      </section>
      <xsl:call-template name="part">
        <xsl:with-param name="chapter">introduction</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="part">
        <xsl:with-param name="chapter">external</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="part">
        <xsl:with-param name="chapter">internal</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="part">
        <xsl:with-param name="chapter">perspectives</xsl:with-param>
      </xsl:call-template>
      <xsl:if test="$cited">
        <section class="theme">
          <h1 class="opening"><xsl:value-of select="ladle:words('literature.title')"/></h1>
          <xsl:call-template name="literature">
            <xsl:with-param name="sources" select="in:texts/in:source[@id = $cited/@source]"/>
          </xsl:call-template>
        </section>
      </xsl:if>
    </document>
  </xsl:template>

  <!-- Pages are numbered from the cover on, which shows no number. -->
  <xsl:template name="masters">
    <master id="cover-bare" folio="arabic"/>
    <master id="plain" folio="arabic"/>
    <master id="main" folio="arabic">
      <running place="head-left">
        <xsl:value-of select="ladle:words('brochure.running', string($input/in:study/in:title))"/>
      </running>
      <running place="head-right"><field of="chapter"/></running>
      <running place="foot-right">
        <xsl:call-template name="page-fields">
          <xsl:with-param name="words" select="key('label', 'running.foot')"/>
        </xsl:call-template>
      </running>
    </master>
  </xsl:template>

  <!-- ===================================================== cover and colophon ===== -->

  <!-- The two cuts and their chapters are the drawing. -->
  <xsl:template name="cover">
    <section class="cover" master="cover-bare" contents="no">
      <p class="kind">
        <xsl:value-of select="ladle:words('brochure.kind')"/>
        <xsl:if test="$input/in:study/in:programme">
          <br/><xsl:apply-templates select="$input/in:study/in:programme" mode="said"/>
        </xsl:if>
      </p>
      <p class="title"><xsl:apply-templates select="$input/in:study/in:title" mode="said"/></p>
      <xsl:if test="$input/in:study/in:subtitle">
        <p class="subtitle"><xsl:apply-templates select="$input/in:study/in:subtitle" mode="said"/></p>
      </xsl:if>
      <xsl:if test="$cut-chapters">
        <div class="cover-parts">
          <columns class="cover-parts">
            <xsl:call-template name="cover-part">
              <xsl:with-param name="chapter">external</xsl:with-param>
            </xsl:call-template>
            <xsl:call-template name="cover-part">
              <xsl:with-param name="chapter">internal</xsl:with-param>
            </xsl:call-template>
          </columns>
        </div>
      </xsl:if>
      <p class="imprint-left"><xsl:apply-templates select="$input/in:study/in:publisher" mode="said"/></p>
      <p class="imprint-right"><xsl:value-of select="$input/in:study/in:published/@words"/></p>
    </section>
  </xsl:template>
  <xsl:template name="cover-part">
    <xsl:param name="chapter"/>
    <div>
      <xsl:if test="$cut-chapters[@chapter = $chapter]">
        <p class="cover-part">
          <xsl:call-template name="chapter-title">
            <xsl:with-param name="of" select="$chapter"/>
            <xsl:with-param name="words" select="ladle:words(concat('brochure.', $chapter))"/>
          </xsl:call-template>
        </p>
        <ul class="cover-list">
          <xsl:for-each select="$matter[self::in:section][@chapter = $chapter]/in:title">
            <li><xsl:call-template name="language"/><xsl:value-of select="."/></li>
          </xsl:for-each>
        </ul>
      </xsl:if>
    </div>
  </xsl:template>

  <xsl:template name="brochure-colophon">
    <xsl:variable name="wave-name"><xsl:apply-templates select="$wave" mode="small-name"/></xsl:variable>
    <xsl:call-template name="colophon">
      <xsl:with-param name="of-round" select="false()"/>
      <xsl:with-param name="subtitle" select="$input/in:study/in:subtitle"/>
      <xsl:with-param name="kind" select="ladle:words('brochure.kind')"/>
      <xsl:with-param name="basis">
        <xsl:if test="$input/in:programme/in:method">
          <xsl:value-of select="ladle:words('brochure.colophon.basis', string($wave-name), string($wave/@words))"/>
        </xsl:if>
      </xsl:with-param>
      <xsl:with-param name="names">
        <xsl:choose>
          <xsl:when test="$input/@names = 'yes'">
            <xsl:value-of select="ladle:words('final.colophon.named')"/>
          </xsl:when>
          <xsl:otherwise><xsl:value-of select="ladle:words('brochure.colophon.anonymous')"/></xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
      <xsl:with-param name="purpose" select="ladle:words('brochure.colophon.purpose')"/>
      <xsl:with-param name="file" select="ladle:words('brochure.colophon.file')"/>
    </xsl:call-template>
  </xsl:template>

  <!-- ===================================================== parts and chapters ===== -->

  <!-- A part: what has no title opens it, and each section with a title is a chapter. -->
  <xsl:template name="part">
    <xsl:param name="chapter"/>
    <xsl:variable name="all" select="$matter[@chapter = $chapter]"/>
    <xsl:variable name="titled" select="$all[self::in:section][in:title]"/>
    <xsl:variable name="name">
      <xsl:call-template name="chapter-title">
        <xsl:with-param name="of" select="$chapter"/>
        <xsl:with-param name="words" select="ladle:words(concat('brochure.', $chapter))"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="opening" select="$all[self::in:section][not(in:title)]
        [not(preceding-sibling::in:section[@chapter = $chapter][in:title])]"/>
    <xsl:variable name="boxes" select="$all[self::in:box]"/>
    <xsl:if test="$all">
      <section class="theme">
        <xsl:if test="$chapter = 'foreword'"><xsl:attribute name="master">main</xsl:attribute></xsl:if>
        <!-- Where a chapter opens the part, the page is headed by that. -->
        <xsl:if test="$titled and not($opening)">
          <xsl:attribute name="running"><xsl:value-of select="normalize-space($titled[1]/in:title)"/></xsl:attribute>
        </xsl:if>
        <xsl:choose>
          <xsl:when test="$opening or not($titled)">
            <h1 class="opening"><xsl:value-of select="$name"/></h1>
            <xsl:call-template name="text-in-columns">
              <xsl:with-param name="sections" select="$opening"/>
              <xsl:with-param name="boxes" select="$boxes[not($titled)]"/>
              <xsl:with-param name="depth" select="2"/>
            </xsl:call-template>
          </xsl:when>
          <xsl:otherwise><h1 class="section-name"><xsl:value-of select="$name"/></h1></xsl:otherwise>
        </xsl:choose>
        <xsl:for-each select="$titled">
          <xsl:variable name="n" select="position()"/>
          <section class="theme" running="{normalize-space(in:title)}">
            <xsl:if test="$n &gt; 1 or $opening">
              <p class="section-name"><xsl:value-of select="$name"/></p>
            </xsl:if>
            <h2 class="opening">
              <xsl:call-template name="language"/>
              <xsl:apply-templates select="@id" mode="text"/>
              <xsl:apply-templates select="in:title/node()" mode="text"/>
            </h2>
            <xsl:call-template name="text-in-columns">
              <xsl:with-param name="sections" select=". | $all[self::in:section][not(in:title)]
                  [count(preceding-sibling::in:section[@chapter = $chapter][in:title]) = $n]"/>
              <xsl:with-param name="boxes" select="$boxes[$n = count($titled)]"/>
              <xsl:with-param name="depth" select="3"/>
            </xsl:call-template>
          </section>
        </xsl:for-each>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="text-in-columns">
    <xsl:param name="sections"/>
    <xsl:param name="boxes"/>
    <xsl:param name="depth"/>
    <xsl:if test="$sections or $boxes">
      <xsl:call-template name="written"><xsl:with-param name="of" select="$sections/@written"/></xsl:call-template>
      <columns kind="flow" class="flow">
        <div>
          <xsl:for-each select="$sections">
            <xsl:apply-templates select="*[not(self::in:title)]" mode="text">
              <xsl:with-param name="depth" select="$depth"/>
            </xsl:apply-templates>
          </xsl:for-each>
          <xsl:apply-templates select="$boxes" mode="text"/>
        </div>
      </columns>
    </xsl:if>
  </xsl:template>

  <!-- Sections within a chapter run on under their heading, since all of it flows. -->
  <xsl:template match="in:section/in:section" mode="text" priority="2">
    <xsl:param name="depth" select="3"/>
    <xsl:element name="h{$depth}">
      <xsl:call-template name="language"/>
      <xsl:apply-templates select="@id" mode="text"/>
      <xsl:apply-templates select="in:title/node()" mode="text"/>
    </xsl:element>
    <xsl:apply-templates select="*[not(self::in:title)]" mode="text">
      <xsl:with-param name="depth" select="$depth + 1"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- ===================================================== quotations and boxes ===== -->

  <!-- In the brochure a quotation has no evidence beside it: there is no list to look it up in. -->
  <xsl:template match="in:quote" mode="text">
    <blockquote>
      <p>
        <xsl:call-template name="language"/>
        <xsl:apply-templates mode="text"/>
      </p>
      <xsl:if test="@who"><p class="role"><xsl:value-of select="@who"/></p></xsl:if>
    </blockquote>
  </xsl:template>

  <!-- Nor has a sentence. -->
  <xsl:template match="@items | @item" mode="beside" priority="3"/>

  <xsl:template match="in:box[@kind = 'quote']" mode="text">
    <xsl:variable name="words">
      <xsl:for-each select="in:p"><xsl:value-of select="concat(., ' ')"/></xsl:for-each>
    </xsl:variable>
    <xsl:variable name="plain" select="normalize-space($words)"/>
    <xsl:variable name="spaces"
        select="string-length($plain) - string-length(translate($plain, ' ', ''))"/>
    <aside>
      <xsl:attribute name="class">
        <xsl:choose>
          <xsl:when test="$spaces &lt; $most-words">quote</xsl:when>
          <xsl:otherwise>voice</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:apply-templates select="@id" mode="text"/>
      <xsl:if test="in:title">
        <p class="label"><xsl:apply-templates select="in:title" mode="text"/></p>
      </xsl:if>
      <xsl:apply-templates select="*[not(self::in:title or self::in:by)]" mode="text"/>
      <xsl:if test="in:by">
        <p class="role"><xsl:call-template name="language"/><xsl:apply-templates select="in:by/node()" mode="text"/></p>
      </xsl:if>
    </aside>
  </xsl:template>

  <!-- The last word of a quotation does not stand on a line of its own. -->
  <xsl:template match="in:box[@kind = 'quote']/in:p[not(following-sibling::in:p)]
                       /text()[not(following-sibling::node())]" mode="text" priority="2">
    <xsl:variable name="words" select="normalize-space(.)"/>
    <xsl:if test="preceding-sibling::node() and starts-with(translate(., '&#9;&#10;&#13;', '   '), ' ')">
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:call-template name="tied-end">
      <xsl:with-param name="words" select="$words"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template name="tied-end">
    <xsl:param name="words"/>
    <xsl:variable name="rest" select="substring-after($words, ' ')"/>
    <xsl:choose>
      <xsl:when test="contains($rest, ' ')">
        <xsl:value-of select="concat(substring-before($words, ' '), ' ')"/>
        <xsl:call-template name="tied-end">
          <xsl:with-param name="words" select="$rest"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="translate($words, ' ', '&#160;')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A table of two rows in a case: a number or two, and what they are below them. -->
  <xsl:template mode="text" priority="2"
      match="in:box[@kind = 'case']/in:table[not(in:caption or in:row/in:cell/@head)]
             [count(in:row) = 2][count(in:row[1]/in:cell) &lt;= 2]
             [count(in:row[1]/in:cell) = count(in:row[2]/in:cell)]">
    <xsl:variable name="captions" select="in:row[2]/in:cell"/>
    <xsl:variable name="several" select="count($captions) &gt; 1"/>
    <columns class="numbers">
      <xsl:if test="string-length(in:row[1]/in:cell[1]) &gt; 4">
        <xsl:attribute name="class">numbers long</xsl:attribute>
      </xsl:if>
      <xsl:for-each select="in:row[1]/in:cell">
        <xsl:variable name="n" select="position()"/>
        <div>
          <xsl:choose>
            <xsl:when test="$several and $n = 1">
              <columns class="number-arrow">
                <div><p class="number"><xsl:call-template name="language"/><xsl:apply-templates mode="text"/></p></div>
                <div><p class="number"><chart kind="arrow" alt="{ladle:words('box.arrow')}"/></p></div>
              </columns>
            </xsl:when>
            <xsl:otherwise><p class="number"><xsl:call-template name="language"/><xsl:apply-templates mode="text"/></p></xsl:otherwise>
          </xsl:choose>
          <p class="number-caption"><xsl:call-template name="language"/><xsl:apply-templates select="$captions[$n]/node()" mode="text"/></p>
        </div>
      </xsl:for-each>
    </columns>
  </xsl:template>

  <!-- ===================================================== references ===== -->

  <!-- The figures, and chapters of other reports, are not in the brochure. -->
  <xsl:template name="figure-reference">
    <xsl:param name="number"/>
    <xsl:call-template name="ours">
      <xsl:with-param name="words" select="ladle:words('brochure.figure', string($number))"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="in:ref[key('author-id', @to)]
      [not(key('author-id', @to)/ancestor-or-self::*[@chapter = 'foreword' or @chapter = 'introduction'
           or @chapter = 'external' or @chapter = 'internal' or @chapter = 'perspectives'])]"
      mode="text" priority="2">
    <xsl:variable name="target" select="key('author-id', @to)[1]"/>
    <xsl:choose>
      <xsl:when test="$target/in:title"><xsl:value-of select="$target/in:title"/></xsl:when>
      <xsl:when test="$target/in:caption"><xsl:value-of select="$target/in:caption"/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="ours">
          <xsl:with-param name="words" select="ladle:words('brochure.elsewhere')"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
