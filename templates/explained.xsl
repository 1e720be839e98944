<?xml version="1.0" encoding="UTF-8"?>
<!--
  How a placement comes about, on one page: the levels in a sentence each, one element worked through,
  the elements counted, and how certain the result is, with the numbers of the report.

  The example is chosen by the data. In the final report it is the partnership in the middle: placed
  partnerships in order of placement, then of how many elements have reached it, then as they stand in the
  study; of an even number the lower of the two in the middle. It is neither the best nor the worst, and
  the reader sees the ordinary case. A partnership's report has its own numbers. The element is the one with
  the most evidence of those whose level is the placement, so that both drawings speak of one level (some
  element is always there: the placement is the highest level with a majority at it or above). Without a
  placement the page explains the rule and has no example.

  Included by common.xsl.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:in="urn:x-ladle:input"
    xmlns:ladle="urn:x-ladle:functions"
    xmlns="urn:x-ladle:document"
    exclude-result-prefixes="in ladle">

  <!-- The steps that are counted: every level but the lowest, which all have reached. -->
  <xsl:variable name="steps" select="$levels[position() &gt; 1 or last() = 1]"/>

  <!-- Of the final report. -->
  <xsl:template name="placement-explained">
    <xsl:variable name="placed"
        select="/in:input/in:partnership/in:assessment[@wave = $wave/@id][@placement]"/>
    <xsl:variable name="middle">
      <xsl:for-each select="$placed">
        <xsl:sort select="@placement-n" data-type="number"/>
        <xsl:sort select="in:count[@level = current()/@placement]/@reached" data-type="number"/>
        <xsl:if test="position() = floor((last() + 1) div 2)"><xsl:value-of select="generate-id()"/></xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:call-template name="explanation">
      <xsl:with-param name="example" select="$placed[generate-id() = $middle]"/>
    </xsl:call-template>
  </xsl:template>
  <!-- Its page, with what authors wrote to be read after it. -->
  <xsl:template name="placement-explained-page">
    <xsl:variable name="content">
      <xsl:call-template name="part">
        <xsl:with-param name="name">placement-explained</xsl:with-param>
        <xsl:with-param name="depth" select="2"/>
        <xsl:with-param name="numbering">none</xsl:with-param>
      </xsl:call-template>
    </xsl:variable>
    <xsl:if test="normalize-space($content) != ''">
      <section id="placement-explained" class="explained" master="main" numbering="none">
        <p class="section-name"><xsl:value-of select="ladle:words('explained.name')"/></p>
        <h1 class="titled">
          <xsl:call-template name="chapter-title">
            <xsl:with-param name="of">placement-explained</xsl:with-param>
            <xsl:with-param name="words" select="ladle:words('explained.title')"/>
          </xsl:call-template>
        </h1>
        <xsl:copy-of select="$content"/>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- All below the title. example: an assessment with a placement, or nothing; own: the report is
       about this partnership alone. -->
  <xsl:template name="explanation">
    <xsl:param name="example"/>
    <xsl:param name="own" select="false()"/>
    <xsl:variable name="most">
      <xsl:for-each select="$example/in:element[@level = $example/@placement]">
        <xsl:sort select="@statements" data-type="number" order="descending"/>
        <xsl:if test="position() = 1"><xsl:value-of select="@id"/></xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="element" select="$example/in:element[@id = $most]"/>
    <p class="opening">
      <xsl:choose>
        <xsl:when test="$input/in:framework/@built-in = 'yes'">
          <xsl:value-of select="ladle:words('explained.lead', string(count($levels)))"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="ladle:words('explained.lead.other', string(count($levels)))"/>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:text> </xsl:text>
      <xsl:variable name="round"><xsl:apply-templates select="$wave" mode="small-name"/></xsl:variable>
      <xsl:choose>
        <xsl:when test="not($example)">
          <xsl:value-of select="ladle:words('explained.example.none', string($round))"/>
        </xsl:when>
        <xsl:when test="$own">
          <xsl:value-of select="ladle:words('explained.example.own', string($round))"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="words-with">
            <xsl:with-param name="words" select="ladle:words('explained.example', $here, string($round))"/>
            <xsl:with-param name="said"><xsl:apply-templates select="$example/../@alias" mode="said"/></xsl:with-param>
          </xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </p>
    <xsl:call-template name="explained-levels">
      <xsl:with-param name="example" select="$example"/>
      <xsl:with-param name="element" select="$element"/>
    </xsl:call-template>
    <p class="step">
      <span class="step">1</span>
      <xsl:text> </xsl:text>
      <strong><xsl:value-of select="ladle:words('explained.1')"/></strong>
      <xsl:text> </xsl:text>
      <xsl:choose>
        <xsl:when test="$element">
          <xsl:call-template name="words-with">
            <xsl:with-param name="words" select="ladle:words('explained.1.words', $here)"/>
            <xsl:with-param name="said"><xsl:apply-templates select="key('element', $element/@id)" mode="said-inside"/></xsl:with-param>
          </xsl:call-template>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="ladle:words('explained.1.general')"/></xsl:otherwise>
      </xsl:choose>
    </p>
    <xsl:apply-templates select="$element" mode="reach"/>
    <p class="step">
      <span class="step">2</span>
      <xsl:text> </xsl:text>
      <strong><xsl:value-of select="ladle:words('explained.2')"/></strong>
      <xsl:text> </xsl:text>
      <xsl:call-template name="counting"><xsl:with-param name="example" select="$example"/></xsl:call-template>
    </p>
    <xsl:apply-templates select="$example" mode="stairs"/>
    <p class="step">
      <span class="step">3</span>
      <xsl:text> </xsl:text>
      <strong><xsl:value-of select="ladle:words('explained.3')"/></strong>
      <xsl:text> </xsl:text>
      <xsl:choose>
        <xsl:when test="$example"><xsl:apply-templates select="$example" mode="sure"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="ladle:words('explained.3.general')"/></xsl:otherwise>
      </xsl:choose>
    </p>
    <xsl:if test="not(key('left-out', 'method'))">
      <xsl:call-template name="says">
        <xsl:with-param name="class">note</xsl:with-param>
        <xsl:with-param name="words">
          <xsl:value-of select="concat(ladle:words('explained.more'), ' ')"/>
          <ref to="method" show="full" optional="yes"/>
          <xsl:text>.</xsl:text>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- ============================================================ the levels ===== -->

  <!-- A column a level: its sign, its name, and what it means. The built-in framework's levels have a
       sentence each among the labels; of another framework it is the first line of the ideal of the
       element worked through, as long as all of them are short enough for their columns and the elements are
       not so many that the page needs the room. Else the levels are named in a line. -->
  <xsl:template name="explained-levels">
    <xsl:param name="example"/>
    <xsl:param name="element"/>
    <xsl:variable name="built-in" select="$input/in:framework/@built-in = 'yes'"/>
    <xsl:variable name="lines" select="key('element', $element/@id)/in:ideal/in:line[1]"/>
    <xsl:choose>
      <xsl:when test="$built-in or ($lines and count($elements) &lt;= 12
                      and not($lines[string-length(.) &gt; 400 div count($levels)]))">
        <table class="levels">
          <xsl:for-each select="$levels"><col width="{160 div count($levels)}mm"/></xsl:for-each>
          <thead>
            <tr>
              <xsl:for-each select="$levels">
                <th scope="col">
                  <xsl:if test="@id = $example/@placement"><xsl:attribute name="class">placed</xsl:attribute></xsl:if>
                  <chart kind="symbol" class="symbol" of="{count($levels)}" level="{@n}"/>
                  <br/>
                  <xsl:apply-templates select="." mode="said"/>
                </th>
              </xsl:for-each>
            </tr>
          </thead>
          <tbody>
            <tr>
              <xsl:for-each select="$levels">
                <td>
                  <xsl:if test="@id = $example/@placement"><xsl:attribute name="class">placed</xsl:attribute></xsl:if>
                  <xsl:choose>
                    <xsl:when test="$built-in">
                      <xsl:value-of select="ladle:words(concat('explained.level.', @id))"/>
                    </xsl:when>
                    <xsl:when test="$lines[../@level = current()/@id]">
                      <xsl:apply-templates select="$lines[../@level = current()/@id]" mode="said"/>
                    </xsl:when>
                    <xsl:otherwise>&#x2013;</xsl:otherwise>
                  </xsl:choose>
                </td>
              </xsl:for-each>
            </tr>
          </tbody>
        </table>
        <xsl:if test="not($built-in)">
          <xsl:call-template name="says">
            <xsl:with-param name="class">note</xsl:with-param>
            <xsl:with-param name="words">
              <xsl:call-template name="words-with">
                <xsl:with-param name="words" select="ladle:words('explained.levels.note', $here)"/>
                <xsl:with-param name="said"><xsl:apply-templates select="key('element', $element/@id)" mode="said-inside"/></xsl:with-param>
              </xsl:call-template>
            </xsl:with-param>
          </xsl:call-template>
        </xsl:if>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="level-key"><xsl:with-param name="class">key steps</xsl:with-param></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ============================================================ one element ===== -->

  <!-- The share of the evidence that reaches each step, and the line at one half. -->
  <xsl:template match="in:assessment/in:element" mode="reach">
    <xsl:variable name="element" select="."/>
    <figure class="explained">
      <p class="list-head">
        <xsl:apply-templates select="key('element', @id)/in:name" mode="said"/>
        <xsl:value-of select="concat(' ', ladle:words('explained.in'), ' ')"/>
        <xsl:apply-templates select="../../@alias" mode="said"/>
        <xsl:text>: </xsl:text>
        <span class="plain">
          <xsl:value-of select="ladle:words('explained.reach.material', string(@statements), string(@methods))"/>
          <xsl:text> </xsl:text>
          <xsl:choose>
            <xsl:when test="@level = $steps/@id">
              <xsl:value-of select="ladle:words('explained.reach.level', string(key('level', @level)))"/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:value-of select="ladle:words('explained.reach.none', string(key('level', @level)))"/>
            </xsl:otherwise>
          </xsl:choose>
        </span>
      </p>
      <chart kind="reach" class="reach" threshold="0.5" threshold-label="{ladle:words('explained.half')}"
          names="{ladle:words('column.step')}" values="{ladle:words('column.share')}">
        <xsl:attribute name="alt"><xsl:apply-templates select="." mode="alt-reach"/></xsl:attribute>
        <xsl:for-each select="$steps">
          <xsl:variable name="share">
            <xsl:call-template name="share-reached">
              <xsl:with-param name="element" select="$element"/>
              <xsl:with-param name="level" select="."/>
            </xsl:call-template>
          </xsl:variable>
          <bar value="{$share}" words="{ladle:percent(string($share))}">
            <xsl:attribute name="label"><xsl:apply-templates select="." mode="reached"/></xsl:attribute>
            <xsl:if test="@id = $element/@level"><xsl:attribute name="emphasis">yes</xsl:attribute></xsl:if>
          </bar>
        </xsl:for-each>
      </chart>
    </figure>
  </xsl:template>
  <!-- "Når mindst Klubben"; at the top there is nothing above. -->
  <xsl:template match="in:level" mode="reached">
    <xsl:choose>
      <xsl:when test="@n = $levels[last()]/@n">
        <xsl:value-of select="ladle:words('explained.reach.top', string(.))"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="ladle:words('explained.reach.least', string(.))"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- As results are: six decimals at most, and never above 1, however the shares add up. -->
  <xsl:template name="share-reached">
    <xsl:param name="element"/>
    <xsl:param name="level"/>
    <xsl:variable name="sum"
        select="sum($element/in:share[key('level', @level)/@n &gt;= $level/@n]/@value)"/>
    <xsl:choose>
      <xsl:when test="$sum &gt;= 1">1</xsl:when>
      <xsl:otherwise><xsl:value-of select="format-number($sum, '0.######')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ============================================================ all elements ===== -->

  <xsl:template name="counting">
    <xsl:param name="example"/>
    <xsl:variable name="level" select="key('level', $example/@placement)"/>
    <xsl:variable name="below" select="$steps[@n = $level/@n - 1]"/>
    <xsl:choose>
      <xsl:when test="$example and $below">
        <xsl:value-of select="ladle:words('explained.2.words', string($level), string($below))"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="ladle:words('explained.2.general')"/></xsl:otherwise>
    </xsl:choose>
    <xsl:text> </xsl:text>
    <xsl:choose>
      <xsl:when test="$example">
        <xsl:value-of select="ladle:words('explained.2.majority', string($example/@needed), string($example/@assessed))"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="ladle:words('explained.2.rule')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="in:assessment" mode="stairs">
    <xsl:variable name="assessment" select="."/>
    <figure class="explained">
      <p class="list-head">
        <xsl:apply-templates select="../@alias" mode="said"/>
        <xsl:text>: </xsl:text>
        <span class="plain"><xsl:apply-templates select="." mode="stairs-message"/></span>
      </p>
      <chart kind="stairs" class="stairs" of="{count($levels)}" needed="{@needed}"
          needed-words="{ladle:words('of', string(@needed), string(@assessed))}"
          total="{ladle:words('explained.total')}" names="{ladle:words('final.element')}"
          values="{ladle:words('data.level')}">
        <xsl:attribute name="alt"><xsl:apply-templates select="." mode="alt-stairs"/></xsl:attribute>
        <xsl:for-each select="$steps">
          <xsl:variable name="reached" select="$assessment/in:count[@level = current()/@id]/@reached"/>
          <slot label="{.}" level="{@n}">
            <xsl:attribute name="words">
              <xsl:value-of select="ladle:words('of', string($reached), string($assessment/@assessed))"/>
              <xsl:text>: </xsl:text>
              <xsl:choose>
                <xsl:when test="$reached &gt;= $assessment/@needed"><xsl:value-of select="ladle:words('data.yes')"/></xsl:when>
                <xsl:otherwise><xsl:value-of select="ladle:words('data.no')"/></xsl:otherwise>
              </xsl:choose>
            </xsl:attribute>
            <xsl:if test="@id = $assessment/@placement"><xsl:attribute name="heavy">yes</xsl:attribute></xsl:if>
          </slot>
        </xsl:for-each>
        <!-- Highest first; what has no evidence last, and of many elements in one row. -->
        <xsl:variable name="few" select="count($elements) &lt;= 12"/>
        <xsl:for-each select="in:element[@level or $few]">
          <xsl:sort select="number(not(@level))" data-type="number"/>
          <xsl:sort select="@level-n" data-type="number" order="descending"/>
          <row label="{key('element', @id)/in:name}">
            <xsl:if test="@level">
              <xsl:attribute name="level"><xsl:value-of select="@level-n"/></xsl:attribute>
              <xsl:attribute name="words"><xsl:value-of select="key('level', @level)"/></xsl:attribute>
            </xsl:if>
          </row>
        </xsl:for-each>
        <xsl:if test="not($few) and in:element[not(@level)]">
          <row label="{ladle:words('explained.rest', string(count(in:element[not(@level)])))}"/>
        </xsl:if>
      </chart>
    </figure>
  </xsl:template>

  <!-- "7 af 11 elementer har nået Klubben og 1 Kompagniet. Placeringen er Klubben." -->
  <xsl:template match="in:assessment" mode="stairs-message">
    <xsl:variable name="placement" select="key('level', @placement)"/>
    <xsl:variable name="above" select="$levels[@n = $placement/@n + 1]"/>
    <xsl:variable name="reached" select="in:count[@level = $placement/@id]/@reached"/>
    <xsl:variable name="further" select="in:count[@level = $above/@id]/@reached"/>
    <xsl:choose>
      <xsl:when test="not($above)">
        <xsl:value-of select="ladle:words('explained.stairs', string($reached), string(@assessed), string($placement))"/>
      </xsl:when>
      <xsl:when test="not($placement/@id = $steps/@id)">
        <xsl:choose>
          <xsl:when test="$further = 0">
            <xsl:value-of select="ladle:words('explained.stairs.none', string(@assessed), string($above))"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:value-of select="ladle:words('explained.stairs', string($further), string(@assessed), string($above))"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:when>
      <xsl:when test="$further = 0">
        <xsl:value-of select="ladle:words('explained.stairs.next.none', string($reached), string(@assessed),
                              string($placement), string($above))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="ladle:words('explained.stairs.next', string($reached), string(@assessed),
                              string($placement), string($further), string($above))"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:text> </xsl:text>
    <xsl:choose>
      <xsl:when test="@provisional = 'yes'">
        <xsl:value-of select="ladle:words('explained.stairs.provisional', string($placement))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="ladle:words('explained.stairs.placement', string($placement))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ============================================================ certainty ===== -->

  <xsl:template match="in:assessment" mode="sure">
    <xsl:variable name="missing" select="in:element[not(@level)]"/>
    <xsl:variable name="weak" select="count(in:element[@support = 'weak'])"/>
    <xsl:if test="@provisional = 'yes'">
      <xsl:value-of select="concat(ladle:words('explained.sure.provisional', string(@assessed), string(@elements)), ' ')"/>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="@placement-n = 0"><xsl:value-of select="ladle:words('explained.sure.lowest')"/></xsl:when>
      <xsl:when test="@slack = 0"><xsl:value-of select="ladle:words('explained.sure.slack.none')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="ladle:words('explained.sure.slack', string(@slack))"/></xsl:otherwise>
    </xsl:choose>
    <xsl:text> </xsl:text>
    <xsl:choose>
      <xsl:when test="not(@runs &gt; 0)"/>
      <xsl:when test="@runs = 1"><xsl:value-of select="concat(ladle:words('explained.sure.single'), ' ')"/></xsl:when>
      <xsl:when test="@kept = @runs">
        <xsl:value-of select="concat(ladle:words('explained.sure.kept', string(@runs)), ' ')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat(ladle:words('explained.sure.lost', string(@runs - @kept), string(@runs)), ' ')"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$weak &gt; 0">
      <xsl:value-of select="concat(ladle:words('explained.sure.weak', string($weak), string(@assessed)), ' ')"/>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="$missing">
        <xsl:value-of select="ladle:words('explained.sure.missing', string(count($missing)))"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="ladle:words('explained.sure.missing.none')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ============================================================ in words ===== -->

  <xsl:template match="in:assessment/in:element" mode="alt-reach">
    <xsl:variable name="element" select="."/>
    <xsl:variable name="list">
      <xsl:for-each select="$steps">
        <xsl:variable name="share">
          <xsl:call-template name="share-reached">
            <xsl:with-param name="element" select="$element"/>
            <xsl:with-param name="level" select="."/>
          </xsl:call-template>
        </xsl:variable>
        <xsl:call-template name="joint"/>
        <xsl:choose>
          <xsl:when test="$share = 0"><xsl:value-of select="ladle:words('alt.reach.nothing', string(.))"/></xsl:when>
          <xsl:when test="@n = $levels[last()]/@n">
            <xsl:value-of select="ladle:words('alt.reach.top', ladle:percent(string($share)), string(.))"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:value-of select="ladle:words('alt.reach.least', ladle:percent(string($share)), string(.))"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </xsl:variable>
    <xsl:value-of select="ladle:words('alt.reach', string(key('element', @id)/in:name), string($list),
                          ladle:percent('0.5'))"/>
  </xsl:template>

  <xsl:template match="in:assessment" mode="alt-stairs">
    <xsl:variable name="assessment" select="."/>
    <xsl:variable name="list">
      <xsl:for-each select="$steps">
        <xsl:call-template name="joint"/>
        <xsl:variable name="reached" select="$assessment/in:count[@level = current()/@id]/@reached"/>
        <xsl:choose>
          <xsl:when test="$reached = 0"><xsl:value-of select="ladle:words('alt.stairs.item.none', string(.))"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="ladle:words('alt.stairs.item', string($reached), string(.))"/></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </xsl:variable>
    <xsl:value-of select="ladle:words('alt.stairs', string(@assessed), string($list), string(@needed))"/>
    <xsl:if test="in:element[not(@level)]">
      <xsl:value-of select="concat(' ', ladle:words('alt.stairs.missing', string(count(in:element[not(@level)]))))"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
