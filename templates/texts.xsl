<?xml version="1.0" encoding="UTF-8"?>
<!--
  Authors' texts: sections, boxes and all that stands in them, and the literature.

  Included by common.xsl.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:in="urn:x-ladle:input"
    xmlns:ladle="urn:x-ladle:functions"
    xmlns="urn:x-ladle:document"
    exclude-result-prefixes="in ladle">

  <!-- All that authors wrote for a chapter: sections in their order, then boxes. depth: the level of
       their headings; numbering: of sections at that level, "letter" makes appendices of them. -->
  <xsl:template name="chapter-texts">
    <xsl:param name="chapter"/>
    <xsl:param name="numbering">decimal</xsl:param>
    <xsl:param name="depth" select="2"/>
    <xsl:variable name="sections" select="$input/in:texts/in:section[@chapter = $chapter]"/>
    <xsl:call-template name="written">
      <xsl:with-param name="of" select="$sections[not(in:title)]/@written"/>
    </xsl:call-template>
    <xsl:apply-templates select="$sections" mode="text">
      <xsl:with-param name="numbering" select="$numbering"/>
      <xsl:with-param name="depth" select="$depth"/>
    </xsl:apply-templates>
    <xsl:apply-templates select="$input/in:texts/in:box[@chapter = $chapter]" mode="text"/>
  </xsl:template>

  <!-- Above texts that were written for an older round: which. A section with a title says so below it, so
       that nothing is meant that Ladle composes in the same chapter. -->
  <xsl:template name="written">
    <xsl:param name="of"/>
    <xsl:variable name="then" select="$input/in:wave[@id = $of]"/>
    <xsl:if test="$then">
      <p class="written">
        <xsl:value-of select="ladle:words('texts.written', string($then/@short), string($then/@words))"/>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- A section with a title is a section of its own; one without runs on in its chapter. -->
  <xsl:template match="in:section[in:title]" mode="text">
    <xsl:param name="numbering">decimal</xsl:param>
    <xsl:param name="depth" select="2"/>
    <section numbering="{$numbering}">
      <xsl:if test="$numbering = 'letter'"><xsl:attribute name="class">appendix</xsl:attribute></xsl:if>
      <xsl:apply-templates select="@id" mode="text"/>
      <xsl:element name="h{$depth}">
        <xsl:call-template name="language"/>
        <xsl:apply-templates select="in:title/node()" mode="text"/>
      </xsl:element>
      <xsl:call-template name="written"><xsl:with-param name="of" select="@written"/></xsl:call-template>
      <xsl:apply-templates select="*[not(self::in:title)]" mode="text">
        <xsl:with-param name="numbering">
          <xsl:choose>
            <xsl:when test="$numbering = 'letter'">decimal</xsl:when>
            <xsl:otherwise><xsl:value-of select="$numbering"/></xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
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

  <!-- Who signs the foreword, where and when: what its author wrote as its last paragraph, over
       several lines, else what the study says. -->
  <xsl:template match="in:section[@chapter = 'foreword']/in:p[in:br][not(following-sibling::*)]" mode="text">
    <p class="signed"><xsl:call-template name="language"/><xsl:apply-templates mode="text"/></p>
  </xsl:template>
  <xsl:template name="signature">
    <xsl:variable name="paragraphs" select="$input/in:texts/in:section[@chapter = 'foreword']/in:p"/>
    <xsl:variable name="study" select="$input/in:study"/>
    <xsl:if test="not($paragraphs[in:br][not(following-sibling::*)])
                  and not($paragraphs[contains(., $study/in:author[1])][not(following-sibling::*)])">
      <p class="signed">
        <xsl:value-of select="$study/in:place"/>
        <xsl:if test="$study/in:place and $study/in:published">, </xsl:if>
        <xsl:if test="$study/in:published">
          <xsl:value-of select="ladle:date($study/in:published/@date, 'full')"/>
        </xsl:if>
        <xsl:if test="$study/in:place or $study/in:published"><br/></xsl:if>
        <xsl:call-template name="enumeration">
          <xsl:with-param name="nodes" select="$study/in:author"/>
        </xsl:call-template>
      </p>
    </xsl:if>
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
        <xsl:attribute name="counter">table</xsl:attribute>
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
        <xsl:apply-templates mode="text"/>
        <xsl:if test="@items and $evidence-listed">
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
    <a class="evidence" href="#{$id}" optional="yes"><xsl:value-of select="$id"/></a>
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
        <xsl:attribute name="counter">diagram</xsl:attribute>
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
  <xsl:template match="in:br" mode="text"><br/></xsl:template>
  <xsl:template match="in:q" mode="text">
    <xsl:apply-templates mode="text"/>
    <xsl:apply-templates select="@item" mode="beside"/>
  </xsl:template>
  <!-- A quotation before it in the paragraph has said its number already. -->
  <xsl:template match="in:evidence" mode="text">
    <xsl:variable name="said">
      <xsl:for-each select="preceding-sibling::in:q/@item"><xsl:value-of select="concat(' ', ., ' ')"/></xsl:for-each>
    </xsl:variable>
    <xsl:if test="not(contains($said, concat(' ', @items, ' ')))">
      <xsl:apply-templates select="@items" mode="beside">
        <xsl:with-param name="said" select="string($said)"/>
      </xsl:apply-templates>
    </xsl:if>
  </xsl:template>
  <!-- Numbers of evidence, "17 18", as references in the side column. Notes have no side column. -->
  <xsl:template match="@items | @item" mode="beside">
    <xsl:param name="said"/>
    <xsl:if test="$evidence-listed">
      <aside>
        <xsl:apply-templates select="." mode="evidence"><xsl:with-param name="said" select="$said"/></xsl:apply-templates>
      </aside>
    </xsl:if>
  </xsl:template>
  <!-- Main results stand in columns, which have no side column: there the numbers follow the sentence. -->
  <xsl:template priority="2" mode="beside"
      match="in:section[starts-with(@chapter, 'results')]//@items | in:section[starts-with(@chapter, 'results')]//@item">
    <xsl:param name="said"/>
    <xsl:if test="$evidence-listed">
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="." mode="evidence"><xsl:with-param name="said" select="$said"/></xsl:apply-templates>
    </xsl:if>
  </xsl:template>
  <xsl:template match="in:note//@items | in:note//@item | in:cell//@items | in:cell//@item" mode="beside">
    <xsl:if test="$evidence-listed">
      <xsl:text> (</xsl:text><xsl:apply-templates select="." mode="evidence"/><xsl:text>)</xsl:text>
    </xsl:if>
  </xsl:template>
  <xsl:template match="@items | @item" mode="evidence">
    <xsl:param name="said"/>
    <xsl:variable name="ids">
      <xsl:call-template name="ids-of-numbers">
        <xsl:with-param name="numbers" select="normalize-space(.)"/>
        <xsl:with-param name="said" select="$said"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:call-template name="references">
      <xsl:with-param name="ids" select="normalize-space($ids)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- "E-017 E-018 " of "17 18": the report need not hold the items. -->
  <xsl:template name="ids-of-numbers">
    <xsl:param name="numbers"/>
    <xsl:param name="said"/>
    <xsl:if test="$numbers != ''">
      <xsl:variable name="first" select="substring-before(concat($numbers, ' '), ' ')"/>
      <xsl:if test="not(contains($said, concat(' ', $first, ' ')))">
        <xsl:value-of select="concat('E-', format-number($first, '000'), ' ')"/>
      </xsl:if>
      <xsl:call-template name="ids-of-numbers">
        <xsl:with-param name="numbers" select="substring-after($numbers, ' ')"/>
        <xsl:with-param name="said" select="$said"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- A recommendation: its number, who it is for and what it is about in one line, and its words. -->
  <xsl:template match="in:recommendation" mode="text">
    <xsl:variable name="blocks" select="in:p | in:list | in:table | in:quote | in:image | in:recommendation"/>
    <figure class="recommendation narrow" counter="recommendation">
      <xsl:apply-templates select="@id" mode="text"/>
      <figcaption>
        <xsl:call-template name="recommendation-about"/>
        <xsl:if test="$blocks"><xsl:apply-templates select="@items" mode="beside"/></xsl:if>
      </figcaption>
      <xsl:choose>
        <xsl:when test="$blocks"><xsl:apply-templates select="*" mode="text"/></xsl:when>
        <xsl:otherwise>
          <p>
            <xsl:call-template name="language"/>
            <xsl:apply-templates mode="text"/>
            <xsl:apply-templates select="@items" mode="beside"/>
          </p>
        </xsl:otherwise>
      </xsl:choose>
    </figure>
  </xsl:template>
  <xsl:template name="recommendation-about">
    <xsl:variable name="list" select="concat(' ', @elements, ' ')"/>
    <xsl:variable name="about" select="$input/in:framework/in:element[contains($list, concat(' ', @id, ' '))]"/>
    <xsl:variable name="names">
      <xsl:call-template name="enumeration"><xsl:with-param name="nodes" select="$about"/></xsl:call-template>
    </xsl:variable>
    <xsl:variable name="to" select="ladle:capital(string(@to))"/>
    <xsl:choose>
      <xsl:when test="not($about)"><xsl:value-of select="$to"/></xsl:when>
      <xsl:when test="$to = ''"><xsl:value-of select="ladle:capital(ladle:words('recommendation.about', string($names)))"/></xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$to"/>
        <span class="muted"><xsl:value-of select="concat(', ', ladle:words('recommendation.about', string($names)))"/></span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="in:note" mode="text"><note><xsl:apply-templates mode="text"/></note></xsl:template>
  <xsl:template match="in:link" mode="text">
    <a href="{@href}"><xsl:apply-templates mode="text"/></a>
  </xsl:template>
  <xsl:template match="in:foreign" mode="text">
    <span xml:lang="{@xml:lang}"><xsl:apply-templates mode="text"/></span>
  </xsl:template>
  <!-- "[3]" and "(Jensen 2015)", with pages. -->
  <xsl:template match="in:cite" mode="text">
    <xsl:variable name="source" select="key('source', @source)"/>
    <xsl:variable name="of">
      <xsl:choose>
        <xsl:when test="$input/in:texts/@cite = 'author-year'"><xsl:apply-templates select="$source" mode="short"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="$source/@n"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="label">
      <xsl:text>cite</xsl:text>
      <xsl:if test="$input/in:texts/@cite = 'author-year'">.year</xsl:if>
      <xsl:choose>
        <xsl:when test="contains(@pages, '–') or contains(@pages, '-') or contains(@pages, ',')">.pages.several</xsl:when>
        <xsl:when test="@pages">.pages</xsl:when>
      </xsl:choose>
    </xsl:variable>
    <a href="#source-{$source/@n}">
      <xsl:call-template name="our-language"/>
      <xsl:value-of select="ladle:words(string($label), string($of), translate(@pages, '-', '–'))"/>
    </a>
  </xsl:template>
  <!-- How a source is cited: as it says, else by the name it begins with and the year in brackets. -->
  <xsl:template match="in:source[@short]" mode="short"><xsl:value-of select="@short"/></xsl:template>
  <xsl:template match="in:source" mode="short">
    <xsl:variable name="words" select="normalize-space(.)"/>
    <xsl:variable name="to-comma" select="substring-before(concat($words, ','), ',')"/>
    <xsl:variable name="to-bracket" select="substring-before(concat($to-comma, ' ('), ' (')"/>
    <xsl:variable name="to-colon" select="substring-before(concat($to-bracket, ':'), ':')"/>
    <xsl:variable name="name" select="substring-before(concat($to-colon, '. '), '. ')"/>
    <xsl:variable name="year" select="substring(substring-after($words, '('), 1, 4)"/>
    <xsl:value-of select="$name"/>
    <xsl:if test="string-length($year) = 4 and translate($year, '0123456789', '') = ''">
      <xsl:value-of select="concat(' ', $year)"/>
    </xsl:if>
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
    <ref to="figure-{$number}">
      <xsl:if test="key('left-out', concat('figure-', $number))">
        <xsl:attribute name="optional">yes</xsl:attribute>
        <xsl:attribute name="none">
          <xsl:value-of select="concat(ladle:words('counter.figure.ref'), '&#xA0;', $number)"/>
        </xsl:attribute>
      </xsl:if>
    </ref>
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
      <!-- What it refers to is in another report: of another round, or to a partnership. -->
      <xsl:otherwise><xsl:value-of select="ladle:words('ref.elsewhere')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
