<?xml version="1.0" encoding="UTF-8"?>
<!--
  The report to a partnership: its summary on one page.

  Imported by partnership.xsl.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:in="urn:x-ladle:input"
    xmlns:ladle="urn:x-ladle:functions"
    xmlns="urn:x-ladle:document"
    exclude-result-prefixes="in ladle">

  <!-- Authors' words stand above the strip; where they leave the page no room for a row of the elements
       nearest to the next type, the layout puts them last (fit). Words with a heading of their own
       are sections, and these come last in any case. -->
  <xsl:variable name="summary-text" select="$input/in:texts/*[@chapter = 'summary']"/>
  <xsl:variable name="words-first" select="not($summary-text[in:title or @id or in:section])"/>
  <xsl:template name="summary-words">
    <xsl:call-template name="chapter-texts">
      <xsl:with-param name="chapter">summary</xsl:with-param>
      <xsl:with-param name="numbering">none</xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="summary">
    <section id="summary" class="summary" master="main" fit="page">
      <h1 class="section-name">
        <xsl:call-template name="chapter-title">
          <xsl:with-param name="of">summary</xsl:with-param>
          <xsl:with-param name="words" select="ladle:words('summary.title')"/>
        </xsl:call-template>
      </h1>
      <xsl:call-template name="headline"/>
      <xsl:choose>
        <xsl:when test="$placement">
          <xsl:call-template name="key-figures"/>
          <xsl:if test="$summary-text and $words-first">
            <div fit="last"><xsl:call-template name="summary-words"/></div>
          </xsl:if>
          <xsl:call-template name="strip"/>
          <xsl:call-template name="next-type"/>
          <xsl:call-template name="certainty-here"/>
          <xsl:if test="not($words-first)"><xsl:call-template name="summary-words"/></xsl:if>
        </xsl:when>
        <xsl:otherwise>
          <p><xsl:value-of select="ladle:words('summary.nothing')"/></p>
          <xsl:call-template name="summary-words"/>
          <xsl:call-template name="certainty-here"/>
        </xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>

  <xsl:template name="certainty-here">
    <xsl:call-template name="part">
      <xsl:with-param name="name">certainty</xsl:with-param>
      <xsl:with-param name="depth" select="2"/>
      <xsl:with-param name="numbering">none</xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- The partnership, the sign of its placement, and its name with what was before. -->
  <xsl:template name="headline">
    <columns class="headline">
      <div>
        <p class="placement"><xsl:apply-templates select="$p/@alias" mode="said"/></p>
      </div>
      <div>
        <xsl:if test="$placement">
          <p class="placement"><xsl:apply-templates select="$placement" mode="symbol"/></p>
        </xsl:if>
      </div>
      <div>
        <p class="placement">
          <xsl:choose>
            <xsl:when test="$placement">
              <xsl:call-template name="language"><xsl:with-param name="of" select="$placement"/></xsl:call-template>
              <xsl:value-of select="$placement"/>
            </xsl:when>
            <xsl:otherwise><xsl:value-of select="ladle:words('summary.none')"/></xsl:otherwise>
          </xsl:choose>
        </p>
        <p class="placement-note">
          <xsl:variable name="name"><xsl:apply-templates select="$wave" mode="small-name"/></xsl:variable>
          <xsl:choose>
            <xsl:when test="not($placement)">
              <xsl:value-of select="ladle:words('summary.none.note', string($name), string($wave/@words))"/>
            </xsl:when>
            <xsl:when test="$now/@provisional = 'yes'">
              <xsl:value-of select="ladle:words('summary.placement.provisional', string($wave/@words))"/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:value-of select="ladle:words('summary.placement', string($wave/@words))"/>
            </xsl:otherwise>
          </xsl:choose>
          <xsl:if test="$then/@placement">
            <xsl:variable name="then-name"><xsl:apply-templates select="$before" mode="small-name"/></xsl:variable>
            <xsl:value-of select="concat(' ', ladle:words('summary.before', string($then-name)), ' ')"/>
            <xsl:apply-templates select="key('level', $then/@placement)" mode="level"/>
            <xsl:if test="$then/@provisional = 'yes'">
              <xsl:value-of select="concat(' ', ladle:words('final.provisional'))"/>
            </xsl:if>
          </xsl:if>
        </p>
      </div>
    </columns>
  </xsl:template>

  <!-- Three numbers, each with the period it counts: elements that carry the placement; visits
       against target; three sectors. -->
  <xsl:template name="key-figures">
    <xsl:variable name="name"><xsl:apply-templates select="$wave" mode="small-name"/></xsl:variable>
    <xsl:variable name="count" select="$now/in:count[@level = $placement/@id]"/>
    <xsl:variable name="visits" select="$activity/in:target[@measure = 'visits']"/>
    <!-- A target for all axes counts for itself; else those of the axes are added up. -->
    <xsl:variable name="counted" select="$visits[not(@axis)] | $visits[not($visits[not(@axis)])]"/>
    <columns class="three">
      <div>
        <xsl:call-template name="key-figure">
          <!-- At the lowest level or above are all; there it is those at the level itself. -->
          <xsl:with-param name="figure">
            <xsl:choose>
              <xsl:when test="$placement/@n = 0">
                <xsl:value-of select="ladle:words('of', string($count/@elements), string($now/@assessed))"/>
              </xsl:when>
              <xsl:otherwise>
                <xsl:value-of select="ladle:words('of', string($count/@reached), string($now/@assessed))"/>
              </xsl:otherwise>
            </xsl:choose>
          </xsl:with-param>
          <xsl:with-param name="caption">
            <xsl:choose>
              <xsl:when test="$placement/@n = 0">
                <xsl:value-of select="ladle:words('summary.key.elements.lowest', string($placement), string($name), '', string($now/@assessed))"/>
              </xsl:when>
              <xsl:when test="$placement/@n = $levels[last()]/@n">
                <xsl:value-of select="ladle:words('summary.key.elements.top', string($placement), string($name),
                                      string($now/@needed), string($now/@assessed))"/>
              </xsl:when>
              <xsl:otherwise>
                <xsl:value-of select="ladle:words('summary.key.elements', string($placement), string($name),
                                      string($now/@needed), string($now/@assessed))"/>
              </xsl:otherwise>
            </xsl:choose>
          </xsl:with-param>
        </xsl:call-template>
      </div>
      <div>
        <xsl:choose>
          <xsl:when test="$counted">
            <xsl:call-template name="key-target"><xsl:with-param name="targets" select="$counted"/></xsl:call-template>
          </xsl:when>
          <xsl:when test="$activity/in:visits/@held &gt; 0">
            <xsl:call-template name="key-figure">
              <xsl:with-param name="figure" select="string($activity/in:visits/@held)"/>
              <xsl:with-param name="caption" select="ladle:words('summary.key.visits.held',
                  string($wave/@words), string($activity/in:visits/@held))"/>
            </xsl:call-template>
          </xsl:when>
          <xsl:otherwise>
            <xsl:call-template name="key-figure">
              <xsl:with-param name="figure" select="string($activity/in:meetings/@held)"/>
              <xsl:with-param name="caption" select="ladle:words('summary.key.meetings',
                  string($wave/@words), string($activity/in:meetings/@held))"/>
            </xsl:call-template>
          </xsl:otherwise>
        </xsl:choose>
      </div>
      <div>
        <xsl:variable name="presence"
            select="($activity/in:presence[@of = 'visits'][@recorded &gt; 0]
                     | $activity/in:presence[@of = 'meetings'][@recorded &gt; 0]
                         [not($activity/in:presence[@of = 'visits'][@recorded &gt; 0])])[1]"/>
        <xsl:choose>
          <xsl:when test="$presence">
            <xsl:call-template name="key-figure">
              <xsl:with-param name="figure"
                  select="ladle:words('of', string($presence/@three-or-more), string($presence/@recorded))"/>
              <xsl:with-param name="caption"
                  select="ladle:words(concat('summary.key.sectors.', $presence/@of), string($wave/@words))"/>
            </xsl:call-template>
          </xsl:when>
          <xsl:otherwise>
            <xsl:variable name="statements"
                select="sum($input/in:evidence/in:of-wave[@wave = $wave/@id]/@items)"/>
            <xsl:call-template name="key-figure">
              <xsl:with-param name="figure" select="string($statements)"/>
              <xsl:with-param name="caption" select="ladle:words('summary.key.evidence',
                  string(count($p/in:material[@statements &gt; 0])), string($wave/@words))"/>
            </xsl:call-template>
          </xsl:otherwise>
        </xsl:choose>
      </div>
    </columns>
  </xsl:template>
  <!-- Visits against what was agreed, added up over targets, with the deadline where they share it. -->
  <xsl:template name="key-target">
    <xsl:param name="targets"/>
    <xsl:variable name="axes">
      <xsl:call-template name="axes"><xsl:with-param name="targets" select="$targets"/></xsl:call-template>
    </xsl:variable>
    <xsl:variable name="deadlines"
        select="$targets/in:revised | $targets[not(in:revised)]/in:due"/>
    <xsl:variable name="shared"
        select="count($targets) = count($deadlines[@words = $deadlines[1]/@words])"/>
    <xsl:call-template name="key-figure">
      <xsl:with-param name="figure"
          select="ladle:words('of', ladle:number(string(sum($targets/@actual))),
                              ladle:number(string(sum($targets/@value))))"/>
      <xsl:with-param name="caption">
        <xsl:choose>
          <xsl:when test="$axes != ''">
            <xsl:value-of select="ladle:words('summary.key.visits.axes', string($axes))"/>
          </xsl:when>
          <xsl:otherwise><xsl:value-of select="ladle:words('summary.key.visits')"/></xsl:otherwise>
        </xsl:choose>
        <xsl:text> </xsl:text>
        <xsl:call-template name="since-the-start">
          <xsl:with-param name="shared" select="$shared"/>
          <xsl:with-param name="passed" select="not($targets[@passed = 'no'])"/>
          <xsl:with-param name="deadline" select="ladle:date(string($deadlines[1]/@date), 'full')"/>
          <xsl:with-param name="after" select="sum($targets/@after)"/>
        </xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
  <!-- "akse 1 og 4", in order; nothing where no target is of an axis. -->
  <xsl:template name="axes">
    <xsl:param name="targets"/>
    <xsl:variable name="list">
      <xsl:for-each select="$targets[@axis]">
        <xsl:sort select="ladle:sort-key(string(@axis))"/>
        <xsl:call-template name="joint"/>
        <xsl:value-of select="@axis"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$list = ''"/>
      <xsl:when test="count($targets[@axis]) = 1"><xsl:value-of select="ladle:words('axis', string($list))"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="ladle:words('axes', string($list))"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- All elements on one scale; the column of the placement has a ground. -->
  <xsl:template name="strip">
    <figure id="strip" class="strip" counter="table">
      <figcaption>
        <xsl:value-of select="ladle:words('summary.strip', string(count($elements)), string(count($levels)))"/>
      </figcaption>
      <table>
        <col width="46mm"/>
        <xsl:for-each select="$levels"><col width="{80 div count($levels)}mm" align="centre"/></xsl:for-each>
        <col width="14mm" align="right"/>
        <col width="*"/>
        <thead>
          <tr>
            <th/>
            <xsl:call-template name="level-heads">
              <xsl:with-param name="placed" select="$placement/@id"/>
            </xsl:call-template>
            <th scope="col" colspan="2" class="muted methods" align="left">
              <xsl:value-of select="ladle:words('summary.strip.evidence')"/>
            </th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$now/in:element">
            <tr>
              <th scope="row"><xsl:apply-templates select="key('element', @id)/in:name" mode="said"/></th>
              <td colspan="{count($levels)}">
                <xsl:call-template name="scale">
                  <xsl:with-param name="placed" select="$placement/@n"/>
                </xsl:call-template>
              </td>
              <xsl:choose>
                <xsl:when test="@statements &gt; 0">
                  <td class="muted"><xsl:value-of select="@statements"/></td>
                  <td class="muted methods">
                    <xsl:value-of select="ladle:words('methods.count', string(@methods))"/>
                  </td>
                </xsl:when>
                <xsl:otherwise>
                  <td class="muted"/>
                  <td class="muted methods"><xsl:value-of select="ladle:words('level.none')"/></td>
                </xsl:otherwise>
              </xsl:choose>
            </tr>
          </xsl:for-each>
        </tbody>
        <tfoot>
          <tr class="foot">
            <th scope="row"><xsl:value-of select="ladle:words('summary.strip.count')"/></th>
            <xsl:for-each select="$now/in:count">
              <td class="number">
                <xsl:if test="@level = $placement/@id">
                  <xsl:attribute name="class">number placed</xsl:attribute>
                </xsl:if>
                <xsl:value-of select="@elements"/>
              </td>
            </xsl:for-each>
            <td/>
            <td/>
          </tr>
        </tfoot>
      </table>
    </figure>
  </xsl:template>
  <xsl:template name="level-heads">
    <xsl:param name="placed"/>
    <xsl:for-each select="$levels">
      <th scope="col" class="number">
        <xsl:if test="@id = $placed"><xsl:attribute name="class">number placed</xsl:attribute></xsl:if>
        <chart kind="symbol" class="symbol" of="{count($levels)}" level="{@n}"/>
        <br/>
        <xsl:value-of select="."/>
      </th>
    </xsl:for-each>
  </xsl:template>
  <!-- The element's place on the scale, a link to its evidence. -->
  <xsl:template name="scale">
    <xsl:param name="placed"/>
    <xsl:param name="was"/>
    <xsl:param name="firm" select="true()"/>
    <xsl:variable name="chart">
      <chart kind="scale" class="scale" of="{count($levels)}">
        <xsl:attribute name="alt">
          <xsl:apply-templates select="." mode="alt">
            <xsl:with-param name="moved" select="$was != ''"/>
          </xsl:apply-templates>
        </xsl:attribute>
        <xsl:if test="@level"><xsl:attribute name="level"><xsl:value-of select="@level-n"/></xsl:attribute></xsl:if>
        <xsl:if test="$was != ''"><xsl:attribute name="was"><xsl:value-of select="$was"/></xsl:attribute></xsl:if>
        <xsl:if test="not($firm)"><xsl:attribute name="firm">no</xsl:attribute></xsl:if>
        <xsl:if test="$placed != ''"><xsl:attribute name="placed"><xsl:value-of select="$placed"/></xsl:attribute></xsl:if>
      </chart>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="@level">
        <xsl:call-template name="level-link">
          <xsl:with-param name="element" select="@id"/>
          <xsl:with-param name="level" select="@level"/>
          <xsl:with-param name="partnership" select="$p/@n"/>
          <xsl:with-param name="words" select="$chart"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:copy-of select="$chart"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What would take the partnership to the next type: the elements nearest to it, as many as are
       missing and the page has room for. -->
  <xsl:template name="next-type">
    <xsl:choose>
      <xsl:when test="not($next)">
        <xsl:choose>
          <xsl:when test="$now/@provisional = 'yes'"><p><xsl:value-of select="ladle:words('summary.top.provisional')"/></p></xsl:when>
          <xsl:otherwise><p><xsl:value-of select="ladle:words('summary.top')"/></p></xsl:otherwise>
        </xsl:choose>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="below"
            select="$now/in:element[@level][@level-n &lt; $next/@n][@towards-next &gt; 0]"/>
        <h2 class="minor"><xsl:value-of select="ladle:words('summary.next', string($next))"/></h2>
        <xsl:choose>
          <xsl:when test="$below">
            <p>
              <xsl:variable name="lead">
                <xsl:choose>
                  <xsl:when test="$next/@id = $levels[last()]/@id">summary.next.lead.top</xsl:when>
                  <xsl:otherwise>summary.next.lead</xsl:otherwise>
                </xsl:choose>
              </xsl:variable>
              <xsl:value-of select="ladle:words(string($lead), string($now/@to-next), string($next), $half)"/>
            </p>
            <xsl:call-template name="nearest"><xsl:with-param name="below" select="$below"/></xsl:call-template>
          </xsl:when>
          <xsl:otherwise>
            <p><xsl:value-of select="ladle:words('summary.next.none', string($now/@to-next), string($next))"/></p>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="nearest">
    <xsl:param name="below"/>
    <table class="nearest">
      <col width="40mm"/>
      <col width="47mm"/>
      <col width="*"/>
      <thead>
        <tr>
          <th scope="col" class="muted"><xsl:value-of select="ladle:words('summary.next.element')"/></th>
          <th scope="col" class="muted">
            <xsl:value-of select="ladle:words('summary.next.points', string($next), $half)"/>
          </th>
          <th scope="col" class="muted"><xsl:value-of select="ladle:words('summary.next.ideal', string($next))"/></th>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="$below">
          <xsl:sort select="@towards-next" data-type="number" order="descending"/>
          <xsl:if test="position() &lt;= $now/@to-next">
            <tr fit="drop">
              <th scope="row"><xsl:apply-templates select="key('element', @id)/in:name" mode="said"/></th>
              <td>
                <chart kind="progress" class="progress" value="{@towards-next}" threshold="0.5">
                  <xsl:attribute name="alt">
                    <xsl:choose>
                      <xsl:when test="$next/@n = $levels[last()]/@n">
                        <xsl:value-of select="ladle:words('alt.progress.top',
                            ladle:percent(string(@towards-next)), string($next), $half)"/>
                      </xsl:when>
                      <xsl:otherwise>
                        <xsl:value-of select="ladle:words('alt.progress',
                            ladle:percent(string(@towards-next)), string($next), $half)"/>
                      </xsl:otherwise>
                    </xsl:choose>
                  </xsl:attribute>
                </chart>
                <xsl:value-of select="concat('&#xA0;&#x2002;', ladle:percent(string(@towards-next)))"/>
              </td>
              <td>
                <xsl:call-template name="language">
                  <xsl:with-param name="of" select="key('element', @id)/in:ideal"/>
                </xsl:call-template>
                <xsl:value-of select="key('element', @id)/in:ideal[@level = $next/@id]/in:line[1]"/>
              </td>
            </tr>
          </xsl:if>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

  <!-- How certain the placement is: a verdict, and what it rests on. -->
  <xsl:template name="certainty">
    <h2 class="minor"><xsl:value-of select="ladle:words('summary.sure')"/></h2>
    <p>
      <strong><xsl:apply-templates select="$now" mode="verdict"/></strong>
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="$now" mode="sure"/>
    </p>
  </xsl:template>
</xsl:stylesheet>
