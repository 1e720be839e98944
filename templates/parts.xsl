<?xml version="1.0" encoding="UTF-8"?>
<!--
  The parts of a report: what a study may leave out, place elsewhere, give a message of its own, or
  follow with a text of its own.

  A part is called by its name through the template "part", at the place where the template has it; it
  stands there unless the study leaves it out or an author's text places it. What a part is made of says
  the template "the-part", of which each report has its own. Headings are not of the part: they belong to
  the place, so that an author who places a part gives it a heading of his own.

  The names are those of docs/study-format.md, "Parts". Included by common.xsl.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:in="urn:x-ladle:input"
    xmlns:ladle="urn:x-ladle:functions"
    xmlns="urn:x-ladle:document"
    exclude-result-prefixes="in ladle">

  <xsl:key name="left-out" match="in:input/in:left-out" use="@part"/>
  <xsl:key name="placed" match="in:texts//in:place" use="@part"/>
  <xsl:key name="message" match="in:texts/in:message" use="@part"/>
  <!-- A chapter whose texts may be a picture and no words. -->
  <xsl:key name="pictured" match="in:texts/*[.//in:image]" use="@chapter"/>
  <xsl:key name="chapter-title" match="in:texts/in:chapter" use="@id"/>

  <!-- Whether Ladle adds sentences of its own: leads, notes, messages, readings. -->
  <xsl:variable name="composed" select="not(/in:input/in:left-out[@part = 'composed'])"/>

  <!-- A part at the place where the template has it, and what authors wrote to be read after it. Their
       words stay there where the part is left out, and go along where it is placed. depth, numbering: of
       the headings in their words, one below the heading that the part stands under. -->
  <xsl:template name="part">
    <xsl:param name="name"/>
    <xsl:param name="depth" select="3"/>
    <xsl:param name="numbering">decimal</xsl:param>
    <xsl:call-template name="part-here">
      <xsl:with-param name="name" select="$name"/>
      <xsl:with-param name="depth" select="$depth"/>
      <xsl:with-param name="numbering" select="$numbering"/>
    </xsl:call-template>
    <xsl:call-template name="texts-here">
      <xsl:with-param name="name" select="$name"/>
      <xsl:with-param name="depth" select="$depth"/>
      <xsl:with-param name="numbering" select="$numbering"/>
    </xsl:call-template>
  </xsl:template>
  <!-- The two by themselves. -->
  <xsl:template name="part-here">
    <xsl:param name="name"/>
    <xsl:param name="depth" select="3"/>
    <xsl:param name="numbering">decimal</xsl:param>
    <xsl:if test="not(key('placed', $name) | key('left-out', $name))">
      <xsl:call-template name="part-with-message">
        <xsl:with-param name="name" select="$name"/>
        <xsl:with-param name="depth" select="$depth"/>
        <xsl:with-param name="numbering" select="$numbering"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>
  <xsl:template name="texts-here">
    <xsl:param name="name"/>
    <xsl:param name="depth" select="3"/>
    <xsl:param name="numbering">decimal</xsl:param>
    <xsl:if test="key('left-out', $name)">
      <xsl:call-template name="texts-after-parts-of">
        <xsl:with-param name="part" select="$name"/>
        <xsl:with-param name="depth" select="$depth"/>
        <xsl:with-param name="numbering" select="$numbering"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="not(key('placed', $name))">
      <xsl:call-template name="texts-after">
        <xsl:with-param name="part" select="$name"/>
        <xsl:with-param name="depth" select="$depth"/>
        <xsl:with-param name="numbering" select="$numbering"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- A part where an author placed it. -->
  <xsl:template match="in:place" mode="text">
    <xsl:param name="depth" select="3"/>
    <xsl:param name="numbering">decimal</xsl:param>
    <xsl:call-template name="part-with-message">
      <xsl:with-param name="name" select="string(@part)"/>
      <xsl:with-param name="placed" select="true()"/>
      <xsl:with-param name="depth" select="$depth"/>
      <xsl:with-param name="numbering" select="$numbering"/>
    </xsl:call-template>
    <xsl:call-template name="texts-after">
      <xsl:with-param name="part" select="string(@part)"/>
      <xsl:with-param name="depth" select="$depth"/>
      <xsl:with-param name="numbering" select="$numbering"/>
    </xsl:call-template>
  </xsl:template>

  <!-- What an author wrote of a chart or table stands right above it. Where the part has none, or there is
       nothing to draw, it stands above the part: no words of an author's are lost. -->
  <xsl:template name="part-with-message">
    <xsl:param name="name"/>
    <xsl:param name="placed" select="false()"/>
    <xsl:param name="depth" select="3"/>
    <xsl:param name="numbering">decimal</xsl:param>
    <xsl:choose>
      <xsl:when test="key('message', $name)">
        <xsl:variable name="part">
          <xsl:call-template name="the-part">
            <xsl:with-param name="name" select="$name"/>
            <xsl:with-param name="placed" select="$placed"/>
            <xsl:with-param name="depth" select="$depth"/>
            <xsl:with-param name="numbering" select="$numbering"/>
          </xsl:call-template>
        </xsl:variable>
        <xsl:variable name="own">
          <xsl:call-template name="message"><xsl:with-param name="part" select="$name"/></xsl:call-template>
        </xsl:variable>
        <xsl:if test="not(contains($part, $own))"><xsl:copy-of select="$own"/></xsl:if>
        <xsl:copy-of select="$part"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="the-part">
          <xsl:with-param name="name" select="$name"/>
          <xsl:with-param name="placed" select="$placed"/>
          <xsl:with-param name="depth" select="$depth"/>
          <xsl:with-param name="numbering" select="$numbering"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Each report says what its parts are; one without has none. placed: by an author, who gives it a
       heading; depth, numbering: of headings in it, for a part that has parts of its own. -->
  <xsl:template name="the-part">
    <xsl:param name="name"/>
    <xsl:param name="placed"/>
    <xsl:param name="depth"/>
    <xsl:param name="numbering"/>
  </xsl:template>

  <!-- Texts whose chapter is a part. A name that is both is a chapter of the report, and the template
       calls its texts itself. -->
  <xsl:template name="texts-after">
    <xsl:param name="part"/>
    <xsl:param name="depth" select="3"/>
    <xsl:param name="numbering">decimal</xsl:param>
    <xsl:if test="not(contains($chapters-of-report, concat(' ', $part, ' ')))">
      <xsl:call-template name="chapter-texts">
        <xsl:with-param name="chapter" select="$part"/>
        <xsl:with-param name="depth" select="$depth"/>
        <xsl:with-param name="numbering" select="$numbering"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>
  <!-- Those after the parts of a part that is left out, unless an author placed them: the names of a
       part's own parts begin with its name. -->
  <xsl:template name="texts-after-parts-of">
    <xsl:param name="part"/>
    <xsl:param name="depth" select="3"/>
    <xsl:param name="numbering">decimal</xsl:param>
    <xsl:for-each select="$input/in:texts/*[starts-with(@chapter, concat($part, '-'))][not(key('placed', @chapter))]
                          [not(@chapter = preceding-sibling::*/@chapter)]">
      <xsl:call-template name="texts-after">
        <xsl:with-param name="part" select="string(@chapter)"/>
        <xsl:with-param name="depth" select="$depth"/>
        <xsl:with-param name="numbering" select="$numbering"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>
  <!-- The chapters of this report with a part's name, each between spaces. -->
  <xsl:variable name="chapters-of-report" select="' '"/>

  <!-- The title of a chapter: the author's, else the words. -->
  <xsl:template name="chapter-title">
    <xsl:param name="of"/>
    <xsl:param name="words"/>
    <xsl:variable name="own" select="key('chapter-title', $of)[1]/in:title"/>
    <xsl:choose>
      <xsl:when test="$own">
        <xsl:for-each select="$own"><xsl:call-template name="language"/></xsl:for-each>
        <xsl:apply-templates select="$own/node()" mode="text"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$words"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A chapter, and a section of it, of which there is something to read; an empty one is not there. -->
  <xsl:template name="chapter">
    <xsl:param name="of"/>
    <xsl:param name="title"/>
    <xsl:param name="content"/>
    <xsl:param name="numbering">decimal</xsl:param>
    <xsl:if test="normalize-space($content) != '' or key('pictured', $of)">
      <section class="chapter" numbering="{$numbering}">
        <h1>
          <xsl:call-template name="chapter-title">
            <xsl:with-param name="of" select="$of"/>
            <xsl:with-param name="words" select="$title"/>
          </xsl:call-template>
        </h1>
        <xsl:copy-of select="$content"/>
      </section>
    </xsl:if>
  </xsl:template>
  <xsl:template name="section">
    <xsl:param name="of"/>
    <xsl:param name="title"/>
    <xsl:param name="content"/>
    <xsl:param name="numbering">decimal</xsl:param>
    <xsl:param name="class"/>
    <xsl:param name="id"/>
    <xsl:if test="normalize-space($content) != '' or key('pictured', $of)">
      <section numbering="{$numbering}">
        <xsl:if test="$id != ''"><xsl:attribute name="id"><xsl:value-of select="$id"/></xsl:attribute></xsl:if>
        <xsl:if test="$class != ''">
          <xsl:attribute name="class"><xsl:value-of select="$class"/></xsl:attribute>
        </xsl:if>
        <h2>
          <xsl:call-template name="chapter-title">
            <xsl:with-param name="of" select="$of"/>
            <xsl:with-param name="words" select="$title"/>
          </xsl:call-template>
        </h2>
        <xsl:copy-of select="$content"/>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- A lead, a note, a reading: a paragraph of Ladle's own, unless the study does without. -->
  <xsl:template name="says">
    <xsl:param name="words"/>
    <xsl:param name="class"/>
    <xsl:if test="$composed and normalize-space($words) != ''">
      <p>
        <xsl:if test="$class != ''">
          <xsl:attribute name="class"><xsl:value-of select="$class"/></xsl:attribute>
        </xsl:if>
        <xsl:copy-of select="$words"/>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- The line that says what a chart or table shows, above its caption: the author's, else the words. -->
  <xsl:template name="message">
    <xsl:param name="part"/>
    <xsl:param name="words"/>
    <xsl:variable name="own" select="key('message', $part)[1]"/>
    <xsl:choose>
      <xsl:when test="$own">
        <p class="message">
          <xsl:for-each select="$own"><xsl:call-template name="language"/></xsl:for-each>
          <xsl:apply-templates select="$own/node()" mode="text"/>
        </p>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="says">
          <xsl:with-param name="words" select="$words"/>
          <xsl:with-param name="class">message</xsl:with-param>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What a study left out, as the colophon names it: "Belægsliste, tidslinje, figur 5". -->
  <xsl:template name="left-out-words">
    <xsl:for-each select="$input/in:left-out[not(@elsewhere)]">
      <xsl:if test="position() &gt; 1">, </xsl:if>
      <xsl:choose>
        <xsl:when test="starts-with(@part, 'figure-')">
          <xsl:value-of select="ladle:words('part.figure', substring-after(@part, 'figure-'))"/>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="ladle:words(concat('part.', @part))"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
