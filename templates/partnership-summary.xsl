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

  <!-- Authors' words stand above the strip while they are so few that the page still holds at least
       one row of the elements nearest to the next type: a line of words is 14 pt high and has some
       72 letters, a row is 16 pt (more where a step takes two lines), and five rows leave some
       38 pt. Longer words follow the page. -->
  <xsl:variable name="summary-text" select="$input/in:texts/*[@chapter = 'summary']"/>
  <xsl:variable name="words-lines">
    <xsl:variable name="all">
      <xsl:for-each select="$summary-text"><xsl:value-of select="."/></xsl:for-each>
    </xsl:variable>
    <xsl:value-of select="ceiling(string-length($all) div 72)"/>
  </xsl:variable>
  <xsl:variable name="long-steps"
      select="count($elements/in:ideal[@level = $next/@id][string-length(in:line[1]) &gt; 45])"/>
  <xsl:variable name="rows-left"
      select="floor(5.4 - (14 * $words-lines - 31) div 16 - 0.6 * ($long-steps &gt; 0))"/>
  <xsl:variable name="words-first"
      select="$rows-left &gt; 0 and not($summary-text//*[not(self::in:p or self::in:em
                                                       or self::in:strong or self::in:ref)])"/>
  <xsl:template name="summary-words">
    <xsl:call-template name="chapter-texts">
      <xsl:with-param name="chapter">summary</xsl:with-param>
      <xsl:with-param name="numbering">none</xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="summary">
    <section id="summary" class="summary" master="main">
      <h1 class="section-name"><xsl:value-of select="ladle:words('summary.title')"/></h1>
      <columns class="headline">
        <div>
          <p class="placement"><xsl:apply-templates select="$p/@alias" mode="said"/></p>
        </div>
        <div>
          <xsl:choose>
            <xsl:when test="$placement">
              <p class="placement"><xsl:apply-templates select="$placement" mode="level"/></p>
            </xsl:when>
            <xsl:otherwise>
              <p class="placement"><xsl:value-of select="ladle:words('summary.none')"/></p>
            </xsl:otherwise>
          </xsl:choose>
          <p class="placement-note">
            <xsl:choose>
              <xsl:when test="$placement">
                <xsl:value-of select="ladle:words('summary.placement', string($wave/@words))"/>
              </xsl:when>
              <xsl:otherwise>
                <xsl:variable name="name"><xsl:apply-templates select="$wave" mode="small-name"/></xsl:variable>
                <xsl:value-of select="ladle:words('summary.none.note', string($name), string($wave/@words))"/>
              </xsl:otherwise>
            </xsl:choose>
            <xsl:if test="$then/@placement">
              <xsl:variable name="name"><xsl:apply-templates select="$before" mode="small-name"/></xsl:variable>
              <xsl:choose>
                <xsl:when test="$placement">
                  <xsl:value-of select="concat('; ', ladle:words('summary.before', string($name)), ' ')"/>
                </xsl:when>
                <xsl:otherwise>
                  <xsl:value-of select="concat(' ', ladle:capital(ladle:words('summary.before', string($name))), ' ')"/>
                </xsl:otherwise>
              </xsl:choose>
              <xsl:apply-templates select="key('level', $then/@placement)" mode="level"/>
            </xsl:if>
          </p>
        </div>
      </columns>
      <xsl:choose>
        <xsl:when test="$placement">
          <xsl:call-template name="key-figures"/>
          <xsl:if test="$words-first"><xsl:call-template name="summary-words"/></xsl:if>
          <xsl:call-template name="strip"/>
          <xsl:call-template name="next-type"/>
          <xsl:call-template name="certainty"/>
          <xsl:if test="not($words-first)"><xsl:call-template name="summary-words"/></xsl:if>
        </xsl:when>
        <xsl:otherwise>
          <p><xsl:value-of select="ladle:words('summary.nothing')"/></p>
          <xsl:call-template name="summary-words"/>
        </xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>

  <!-- Three numbers: elements that carry the placement; visits against target; three sectors. -->
  <xsl:template name="key-figures">
    <xsl:variable name="reached" select="$now/in:count[@level = $placement/@id]/@reached"/>
    <xsl:variable name="visits" select="$activity/in:target[@measure = 'visits']"/>
    <!-- A target for all axes counts for itself; else those of the axes are added up. -->
    <xsl:variable name="counted" select="$visits[not(@axis)] | $visits[not($visits[not(@axis)])]"/>
    <columns class="three">
      <div>
        <xsl:call-template name="key-figure">
          <xsl:with-param name="figure"
              select="ladle:words('of', string($reached), string($now/@assessed))"/>
          <xsl:with-param name="caption"
              select="ladle:words('summary.key.elements', string($placement), string($now/@needed))"/>
        </xsl:call-template>
      </div>
      <div>
        <xsl:choose>
          <xsl:when test="$counted">
            <xsl:variable name="axes">
              <xsl:call-template name="axes"><xsl:with-param name="targets" select="$counted"/></xsl:call-template>
            </xsl:variable>
            <xsl:call-template name="key-figure">
              <xsl:with-param name="figure"
                  select="ladle:words('of', ladle:number(string(sum($counted/@actual))),
                                      ladle:number(string(sum($counted/@value))))"/>
              <xsl:with-param name="caption">
                <xsl:variable name="what">
                  <xsl:choose>
                    <xsl:when test="$axes != ''">
                      <xsl:value-of select="ladle:words('summary.key.visits.axes', string($axes))"/>
                    </xsl:when>
                    <xsl:otherwise><xsl:value-of select="ladle:words('summary.key.visits')"/></xsl:otherwise>
                  </xsl:choose>
                </xsl:variable>
                <xsl:variable name="when">
                  <xsl:choose>
                    <xsl:when test="not($counted[@passed = 'no'])">
                      <xsl:value-of select="ladle:words('summary.key.by-deadline', string($what))"/>
                    </xsl:when>
                    <xsl:otherwise>
                      <xsl:value-of select="ladle:words('summary.key.period', string($what), string($wave/in:so-far/@words))"/>
                    </xsl:otherwise>
                  </xsl:choose>
                </xsl:variable>
                <xsl:choose>
                  <xsl:when test="sum($counted/@after) &gt; 0">
                    <xsl:value-of select="ladle:words('summary.key.after', string($when),
                                          ladle:number(string(sum($counted/@after))))"/>
                  </xsl:when>
                  <xsl:otherwise><xsl:value-of select="$when"/></xsl:otherwise>
                </xsl:choose>
              </xsl:with-param>
            </xsl:call-template>
          </xsl:when>
          <xsl:when test="$activity/in:visits/@held &gt; 0">
            <xsl:call-template name="key-figure">
              <xsl:with-param name="figure" select="string($activity/in:visits/@held)"/>
              <xsl:with-param name="caption" select="ladle:words('summary.key.period',
                  ladle:words('summary.key.visits.held'), string($wave/@words))"/>
            </xsl:call-template>
          </xsl:when>
          <xsl:otherwise>
            <xsl:call-template name="key-figure">
              <xsl:with-param name="figure" select="string($activity/in:meetings/@held)"/>
              <xsl:with-param name="caption" select="ladle:words('summary.key.period',
                  ladle:words('summary.key.meetings'), string($wave/@words))"/>
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
                  select="ladle:words('summary.key.period', ladle:words(concat('summary.key.sectors.', $presence/@of)),
                                      string($wave/@words))"/>
            </xsl:call-template>
          </xsl:when>
          <xsl:otherwise>
            <xsl:call-template name="key-figure">
              <xsl:with-param name="figure" select="string(count($input/in:evidence/in:item[in:says[@element]
                  [@partnership = $p/@n]][@wave = $wave/@id]))"/>
              <xsl:with-param name="caption" select="ladle:words('summary.key.evidence',
                  string(count($p/in:material[@statements &gt; 0])))"/>
            </xsl:call-template>
          </xsl:otherwise>
        </xsl:choose>
      </div>
    </columns>
  </xsl:template>
  <xsl:template name="key-figure">
    <xsl:param name="figure"/>
    <xsl:param name="caption"/>
    <p class="key-figure"><xsl:value-of select="$figure"/></p>
    <p class="key-caption"><xsl:value-of select="$caption"/></p>
  </xsl:template>
  <!-- "akse 1 og akse 4", in order. -->
  <xsl:template name="axes">
    <xsl:param name="targets"/>
    <xsl:for-each select="$targets[@axis]">
      <xsl:sort select="ladle:sort-key(string(@axis))"/>
      <xsl:choose>
        <xsl:when test="position() = 1"/>
        <xsl:when test="position() = last()">
          <xsl:value-of select="concat(' ', ladle:words('and'), ' ')"/>
        </xsl:when>
        <xsl:otherwise>, </xsl:otherwise>
      </xsl:choose>
      <xsl:value-of select="ladle:words('axis', string(@axis))"/>
    </xsl:for-each>
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
                <xsl:when test="@items &gt; 0">
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
    <xsl:variable name="chart">
      <chart kind="scale" class="scale" of="{count($levels)}">
        <xsl:attribute name="alt">
          <xsl:apply-templates select="." mode="alt">
            <xsl:with-param name="moved" select="$was != ''"/>
          </xsl:apply-templates>
        </xsl:attribute>
        <xsl:if test="@level"><xsl:attribute name="level"><xsl:value-of select="@level-n"/></xsl:attribute></xsl:if>
        <xsl:if test="$was != ''"><xsl:attribute name="was"><xsl:value-of select="$was"/></xsl:attribute></xsl:if>
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

  <!-- What would take the partnership to the next type: the elements nearest to it. -->
  <xsl:template name="next-type">
    <xsl:choose>
      <xsl:when test="$next">
        <xsl:variable name="below"
            select="$now/in:element[@level][@level-n &lt; $next/@n][@towards-next &gt; 0]"/>
        <xsl:variable name="most">
          <xsl:choose>
            <xsl:when test="$words-first"><xsl:value-of select="$rows-left"/></xsl:when>
            <xsl:otherwise>5</xsl:otherwise>
          </xsl:choose>
        </xsl:variable>
        <xsl:variable name="asked">
          <xsl:choose>
            <xsl:when test="$now/@to-next &gt; count($below)"><xsl:value-of select="count($below)"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="$now/@to-next"/></xsl:otherwise>
          </xsl:choose>
        </xsl:variable>
        <xsl:variable name="shown">
          <xsl:choose>
            <xsl:when test="$asked &gt; $most"><xsl:value-of select="$most"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="$asked"/></xsl:otherwise>
          </xsl:choose>
        </xsl:variable>
        <h2 class="minor"><xsl:value-of select="ladle:words('summary.next', string($next))"/></h2>
        <xsl:if test="not($below)">
          <p>
            <xsl:value-of select="ladle:words('summary.next.none',
                                  ladle:capital(ladle:words('word', string($now/@to-next))),
                                  string($now/@to-next), string($next))"/>
          </p>
        </xsl:if>
        <xsl:if test="$below">
          <p>
            <xsl:variable name="these">
              <xsl:choose>
                <xsl:when test="$shown = 1"><xsl:value-of select="ladle:words('summary.next.these.one')"/></xsl:when>
                <xsl:otherwise><xsl:value-of select="ladle:words('summary.next.these', string($shown))"/></xsl:otherwise>
              </xsl:choose>
            </xsl:variable>
            <xsl:value-of select="ladle:words('summary.next.lead',
                                  ladle:capital(ladle:words('word', string($now/@to-next))),
                                  string($now/@to-next), string($next), string($these), $half)"/>
          </p>
          <table class="nearest">
            <col width="42mm"/>
            <col width="48mm"/>
            <col width="*"/>
            <thead>
              <tr>
                <th scope="col" class="muted"><xsl:value-of select="ladle:words('summary.next.element')"/></th>
                <th scope="col" class="muted">
                  <xsl:value-of select="ladle:words('summary.next.points', string($next), $half)"/>
                </th>
                <th scope="col" class="muted"><xsl:value-of select="ladle:words('summary.next.step')"/></th>
              </tr>
            </thead>
            <tbody>
              <xsl:for-each select="$below">
                <xsl:sort select="@towards-next" data-type="number" order="descending"/>
                <xsl:if test="position() &lt;= $shown">
                  <tr>
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
                      <xsl:value-of select="concat('&#xA0;', ladle:percent(string(@towards-next)))"/>
                    </td>
                    <td>
                      <xsl:value-of select="key('element', @id)/in:ideal[@level = $next/@id]/in:line[1]"/>
                    </td>
                  </tr>
                </xsl:if>
              </xsl:for-each>
            </tbody>
          </table>
        </xsl:if>
      </xsl:when>
      <xsl:otherwise>
        <p><xsl:value-of select="ladle:words('summary.top')"/></p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- How certain the placement is: coverage, bounds, slack, stability. -->
  <xsl:template name="certainty">
    <h2 class="minor"><xsl:value-of select="ladle:words('summary.sure')"/></h2>
    <p>
      <xsl:choose>
        <xsl:when test="$now/@assessed = $now/@elements">
          <xsl:value-of select="ladle:words('summary.sure.all', string($now/@elements))"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="ladle:words('summary.sure.some',
                                ladle:capital(ladle:words('word', string($now/@assessed))),
                                string($now/@elements), string($now/@assessed))"/>
          <xsl:text> </xsl:text>
          <xsl:choose>
            <xsl:when test="$now/@lowest = $now/@highest">
              <xsl:value-of select="ladle:words('summary.sure.bounds.same')"/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:value-of select="ladle:words('summary.sure.bounds',
                                    string(key('level', $now/@lowest)),
                                    string(key('level', $now/@highest)))"/>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:if test="$now/@provisional = 'yes'">
        <xsl:value-of select="concat(' ', ladle:words('summary.sure.provisional'))"/>
      </xsl:if>
      <xsl:text> </xsl:text>
      <xsl:choose>
        <xsl:when test="$now/@slack = 0">
          <xsl:value-of select="ladle:words('summary.sure.slack.none')"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="ladle:words('summary.sure.slack',
                                ladle:capital(ladle:words('word', string($now/@slack))),
                                string($now/@slack))"/>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:if test="$now/@runs &gt; 0">
        <xsl:text> </xsl:text>
        <xsl:value-of select="ladle:words('summary.sure.runs', string($now/@kept), string($now/@runs))"/>
      </xsl:if>
      <xsl:if test="$now/in:pivotal">
        <xsl:variable name="records">
          <xsl:for-each select="$now/in:pivotal">
            <xsl:choose>
              <xsl:when test="position() = 1"/>
              <xsl:when test="position() = last()">
                <xsl:value-of select="concat(' ', ladle:words('or'), ' ')"/>
              </xsl:when>
              <xsl:otherwise>, </xsl:otherwise>
            </xsl:choose>
            <xsl:choose>
              <xsl:when test="@form">
                <xsl:value-of select="ladle:words(concat('form.', @form, '.the'))"/>
              </xsl:when>
              <xsl:otherwise>
                <xsl:value-of select="ladle:words(concat('kind.', @kind, '.the'))"/>
              </xsl:otherwise>
            </xsl:choose>
            <xsl:value-of select="concat(' ', ladle:date(string(@date), 'full'))"/>
          </xsl:for-each>
        </xsl:variable>
        <xsl:text> </xsl:text>
        <xsl:choose>
          <xsl:when test="$now/@runs = 1">
            <xsl:value-of select="ladle:words('summary.sure.single', string($records))"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:value-of select="ladle:words('summary.sure.pivotal', string($records))"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:if>
    </p>
  </xsl:template>
</xsl:stylesheet>
