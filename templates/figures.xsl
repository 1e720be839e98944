<?xml version="1.0" encoding="UTF-8"?>
<!--
  Figures 1 to 6, and the findings that figure 2 is made of.

  Included by common.xsl.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:in="urn:x-ladle:input"
    xmlns:ladle="urn:x-ladle:functions"
    xmlns="urn:x-ladle:document"
    exclude-result-prefixes="in ladle">

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
      <xsl:call-template name="message"><xsl:with-param name="part">figure-1</xsl:with-param></xsl:call-template>
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
        <xsl:call-template name="says">
          <xsl:with-param name="class">note</xsl:with-param>
          <xsl:with-param name="words" select="ladle:words('figure.1.note')"/>
        </xsl:call-template>
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
      <xsl:call-template name="message"><xsl:with-param name="part">figure-2</xsl:with-param></xsl:call-template>
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
              <xsl:value-of select="ladle:words('items.methods', string(@statements), string(@methods))"/>
              <xsl:if test="not($finding)">
                <xsl:value-of select="concat('; ', ladle:words('evidence.composed'))"/>
              </xsl:if>
            </xsl:if>
            <xsl:apply-templates select="." mode="remarks"/>
          </span>
        </p>
      </div>
    </columns>
  </xsl:template>

  <!-- What else the level line must say: nothing, unless a template gives a rule of its own. -->
  <xsl:template match="in:element" mode="remarks"/>

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

  <!-- A finding composed from the evidence: where most of it points, the framework's words for that
       level, and one quotation for it and one against it, from statements whose coders agree. -->
  <xsl:template match="in:assessment/in:element" mode="composed">
    <xsl:variable name="stem" select="concat(../@wave, '|', @id, '|')"/>
    <xsl:variable name="all" select="count(key('evidence-on-element', concat($stem, ../../@n))/parent::in:item)"/>
    <xsl:variable name="there"
        select="key('evidence-of-partnership', concat($stem, @level, '|', ../../@n))/parent::in:item"/>
    <xsl:variable name="level" select="key('level', @level)"/>
    <xsl:variable name="below" select="in:share[@value &gt; 0][key('level', @level)/@n &lt; $level/@n]"/>
    <xsl:variable name="form">
      <xsl:choose>
        <xsl:when test="$all = 1">.one</xsl:when>
        <xsl:when test="count($there) = $all and $all = 2">.both</xsl:when>
        <xsl:when test="count($there) = $all">.all</xsl:when>
        <xsl:when test="2 * count($there) &gt; $all">.most</xsl:when>
        <xsl:when test="not($level/following-sibling::in:level)">.top</xsl:when>
        <xsl:when test="$below">.above</xsl:when>
        <xsl:otherwise>.low</xsl:otherwise>
      </xsl:choose>
      <!-- One whose coders disagree points elsewhere too: of all it is not said plainly. -->
      <xsl:if test="count($there) = $all and in:share[@value &gt; 0][@level != $level/@id]">.split</xsl:if>
    </xsl:variable>
    <p class="composed">
      <xsl:value-of select="ladle:words(concat('composed.lead', $form), string($all), string($level))"/>
      <xsl:call-template name="descriptor"><xsl:with-param name="level" select="@level"/></xsl:call-template>
      <xsl:apply-templates select="in:for" mode="composed"/>
      <xsl:if test="not(in:for) and $there[in:text != '']">
        <xsl:value-of select="concat(' ', ladle:words('composed.disagree'))"/>
      </xsl:if>
      <xsl:apply-templates select="in:against" mode="composed"/>
    </p>
  </xsl:template>

  <!-- Across the partnerships: how many are at which level, and which they are where they are few. -->
  <xsl:template match="in:programme/in:element" mode="composed">
    <xsl:variable name="id" select="@id"/>
    <xsl:variable name="those" select="$input/in:partnership[in:assessment[@wave = $wave/@id]/in:element[@id = $id]/@level]"/>
    <xsl:variable name="counts" select="in:count[@partnerships &gt; 0]"/>
    <xsl:variable name="first" select="string(key('level', $counts[1]/@level))"/>
    <!-- "All" is said of all there are, else of those that there is evidence on. -->
    <xsl:variable name="covered">
      <xsl:if test="count($those) &lt; count($input/in:partnership)">.covered</xsl:if>
    </xsl:variable>
    <p class="composed">
      <xsl:choose>
        <xsl:when test="count($those) = 1">
          <xsl:value-of select="ladle:words('composed.programme.one', string($those/@alias), $first)"/>
        </xsl:when>
        <xsl:when test="count($counts) = 1 and count($those) = 2">
          <xsl:value-of select="ladle:words(concat('composed.programme.both', $covered), '2', $first)"/>
        </xsl:when>
        <xsl:when test="count($counts) = 1">
          <xsl:value-of select="ladle:words(concat('composed.programme.all', $covered), string(count($those)), $first)"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:for-each select="$counts">
            <xsl:variable name="level" select="@level"/>
            <xsl:call-template name="joint"/>
            <xsl:choose>
              <xsl:when test="position() = 1">
                <xsl:value-of select="ladle:words('composed.programme.first', string(@partnerships),
                                      string(key('level', @level)), string(count($those)))"/>
              </xsl:when>
              <xsl:otherwise>
                <xsl:value-of select="ladle:words('composed.programme.next', string(@partnerships),
                                      string(key('level', @level)))"/>
              </xsl:otherwise>
            </xsl:choose>
            <xsl:if test="count($those) &lt;= 12">
              <xsl:text> (</xsl:text>
              <xsl:call-template name="enumeration">
                <xsl:with-param name="nodes" select="$those[in:assessment[@wave = $wave/@id]/in:element[@id = $id]/@level = $level]/@short"/>
              </xsl:call-template>
              <xsl:text>)</xsl:text>
            </xsl:if>
          </xsl:for-each>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:text>.</xsl:text>
      <xsl:variable name="form"><xsl:if test="count($counts) &gt; 1">.level</xsl:if></xsl:variable>
      <xsl:call-template name="descriptor">
        <xsl:with-param name="level" select="@dominant"/>
        <xsl:with-param name="several" select="count($counts) &gt; 1"/>
      </xsl:call-template>
      <xsl:apply-templates select="in:for" mode="composed"><xsl:with-param name="form" select="$form"/></xsl:apply-templates>
      <xsl:apply-templates select="in:against" mode="composed"/>
    </p>
  </xsl:template>

  <!-- What the framework says of the element at a level, where it says anything; several: the sentences
       before speak of more levels than this. -->
  <xsl:template name="descriptor">
    <xsl:param name="level"/>
    <xsl:param name="several" select="false()"/>
    <xsl:variable name="of"><xsl:if test="$several">.of</xsl:if></xsl:variable>
    <xsl:variable name="lines" select="key('element', @id)/in:ideal[@level = $level]/in:line"/>
    <xsl:if test="$lines">
      <xsl:text> </xsl:text>
      <xsl:call-template name="words-with">
        <xsl:with-param name="words"
            select="ladle:words(concat('composed.descriptor', $of), $here, string(key('level', $level)))"/>
        <xsl:with-param name="said">
          <xsl:for-each select="$lines">
            <xsl:if test="position() &gt; 1">; </xsl:if>
            <xsl:variable name="words">
              <xsl:call-template name="inside-sentence"><xsl:with-param name="words" select="string(.)"/></xsl:call-template>
            </xsl:variable>
            <xsl:apply-templates select="." mode="said"><xsl:with-param name="words" select="string($words)"/></xsl:apply-templates>
          </xsl:for-each>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- A quotation; the reference stands before the full stop. -->
  <xsl:template match="in:for | in:against" mode="composed">
    <xsl:param name="form"/>
    <xsl:value-of select="concat(' ', ladle:words(concat('composed.', local-name(), $form), string(key('level', @level))), ' ')"/>
    <xsl:apply-templates select="key('item', @item)" mode="text">
      <xsl:with-param name="open-ended" select="true()"/>
    </xsl:apply-templates>
    <xsl:if test="$evidence-listed">
      <xsl:text> (</xsl:text>
      <xsl:apply-templates select="key('item', @item)" mode="reference"/>
      <xsl:text>)</xsl:text>
    </xsl:if>
    <xsl:text>.</xsl:text>
  </xsl:template>

  <!-- Two items at the level of an element of a partnership, the one that speaks best for it first. -->
  <xsl:template match="in:assessment/in:element" mode="level-references">
    <xsl:variable name="first" select="key('item', in:for/@item)"/>
    <xsl:variable name="others" select="key('evidence-of-partnership',
        concat(../@wave, '|', @id, '|', @level, '|', ../../@n))/parent::in:item[not(@n = $first/@n)]"/>
    <xsl:apply-templates select="$first" mode="reference"/>
    <xsl:for-each select="$others[$evidence-listed][position() &lt;= 2 - count($first)]">
      <xsl:if test="$first or position() &gt; 1">, </xsl:if>
      <xsl:apply-templates select="." mode="reference"/>
    </xsl:for-each>
  </xsl:template>

  <!-- Figure 3: the frame before it is filled; it doubles as the form that partnerships fill in. -->
  <xsl:template name="figure-3">
    <figure id="figure-3" class="form" counter="figure" number="3">
      <xsl:call-template name="message"><xsl:with-param name="part">figure-3</xsl:with-param></xsl:call-template>
      <xsl:call-template name="figure-caption">
        <xsl:with-param name="title" select="ladle:words('figure.3')"/>
      </xsl:call-template>
      <table>
        <col width="46mm"/>
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
      <xsl:call-template name="message"><xsl:with-param name="part" select="concat('figure-', @figure)"/></xsl:call-template>
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
              <th scope="row">
                <xsl:apply-templates select="in:name" mode="said"/>
                <xsl:apply-templates select="." mode="standing"><xsl:with-param name="at" select="$type"/></xsl:apply-templates>
              </th>
              <td><xsl:apply-templates select="in:ideal[@level = $type]" mode="lines"/></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
      <xsl:apply-templates select="." mode="standing-note"/>
    </figure>
  </xsl:template>
  <!-- What stands beside the row of an element in an ideal type, and below the table: nothing, unless a
       template gives rules of its own for these two. -->
  <xsl:template match="in:element" mode="standing"/>
  <xsl:template match="in:level" mode="standing-note"/>
  <xsl:template match="in:ideal" mode="lines">
    <xsl:for-each select="in:line"><p><xsl:call-template name="language"/><xsl:value-of select="."/></p></xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
