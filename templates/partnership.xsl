<?xml version="1.0" encoding="UTF-8"?>
<!--
  The report to one partnership: where it stands, and what that rests on.

  The pieces come in the order of the pages. What reports share (levels, evidence, figures, authors'
  texts) is in common.xsl; words are labels in language/da.xml and its kin.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:in="urn:x-ladle:input"
    xmlns:ladle="urn:x-ladle:functions"
    xmlns="urn:x-ladle:document"
    exclude-result-prefixes="in ladle">

  <xsl:import href="common.xsl"/>

  <xsl:variable name="p" select="/in:input/in:partnership"/>
  <!-- The assessment of the wave reported, and that of the wave before. -->
  <xsl:variable name="now" select="$p/in:assessment[@wave = $wave/@id]"/>
  <xsl:variable name="then" select="$p/in:assessment[@wave = $before/@id]"/>
  <xsl:variable name="placement" select="key('level', $now/@placement)"/>
  <xsl:variable name="next" select="key('level', $now/@next)"/>
  <xsl:variable name="activity" select="$now/in:activity"/>
  <!-- Half, as the language writes it: the threshold of a level. -->
  <xsl:variable name="half" select="ladle:percent('0.5')"/>
  <!-- Short chapters follow on the page: all of them where there is no placement, and so little to show;
       authors' last word while it is shorter than a page's half. -->
  <xsl:variable name="chapter-class">
    <xsl:if test="not($placement)">follow</xsl:if>
  </xsl:variable>

  <xsl:template match="/">
    <document>
      <xsl:call-template name="document-attributes">
        <xsl:with-param name="title" select="concat($p/@alias, '. ', $input/in:study/in:title)"/>
        <xsl:with-param name="subject" select="ladle:words('partnership.subject')"/>
      </xsl:call-template>
      <xsl:call-template name="document-head">
        <xsl:with-param name="running" select="ladle:words('partnership.running', string($p/@alias))"/>
      </xsl:call-template>
      <xsl:call-template name="cover"/>
      <xsl:call-template name="front"/>
      <xsl:call-template name="summary"/>
      <xsl:call-template name="participants"/>
      <xsl:call-template name="timeline"/>
      <xsl:if test="$placement">
        <xsl:call-template name="findings"/>
        <xsl:call-template name="types"/>
      </xsl:if>
      <xsl:call-template name="activity"/>
      <xsl:if test="$before and $placement"><xsl:call-template name="changes"/></xsl:if>
      <xsl:call-template name="recommendations"/>
      <xsl:call-template name="appendices"/>
    </document>
  </xsl:template>

  <!-- ============================================================ cover ===== -->

  <xsl:template name="cover">
    <xsl:variable name="rows" select="$p/in:assessment[@assessed &gt; 0]"/>
    <section class="cover" master="cover" contents="no">
      <p class="kind">
        <xsl:value-of select="ladle:words('partnership.kind.1')"/>
        <br/>
        <xsl:value-of select="ladle:words('partnership.kind.2')"/>
      </p>
      <p class="title"><xsl:apply-templates select="$p/@alias" mode="said"/></p>
      <p class="subtitle"><xsl:apply-templates select="$input/in:study/in:title" mode="said"/></p>
      <xsl:choose>
        <xsl:when test="$rows">
          <chart kind="cover-matrix" class="cover-matrix" of="{count($levels)}"
              groups="{ladle:words('column.wave')}" names="{ladle:words('final.element')}">
            <xsl:attribute name="alt">
              <xsl:value-of select="ladle:words('alt.cover.waves', string(count($elements)), string(count($rows)))"/>
              <xsl:for-each select="$rows">
                <xsl:variable name="round" select="$input/in:wave[@id = current()/@wave]"/>
                <xsl:variable name="sentence"><xsl:apply-templates select="." mode="alt"/></xsl:variable>
                <xsl:value-of select="concat(' ', ladle:words('alt.cover.wave', string($round/in:name), string($sentence)))"/>
              </xsl:for-each>
            </xsl:attribute>
            <xsl:for-each select="$rows">
              <row label="">
                <xsl:if test="count($rows) &gt; 1">
                  <xsl:attribute name="label">
                    <xsl:value-of select="$input/in:wave[@id = current()/@wave]/@n"/>
                  </xsl:attribute>
                </xsl:if>
                <xsl:for-each select="in:element">
                  <cell label="{key('element', @id)/in:name}">
                    <xsl:if test="@level">
                      <xsl:attribute name="level"><xsl:value-of select="@level-n"/></xsl:attribute>
                      <xsl:attribute name="words"><xsl:value-of select="key('level', @level)"/></xsl:attribute>
                    </xsl:if>
                  </cell>
                </xsl:for-each>
              </row>
            </xsl:for-each>
          </chart>
          <xsl:call-template name="level-key">
            <xsl:with-param name="class">cover-key</xsl:with-param>
            <xsl:with-param name="missing" select="boolean($rows/in:element[not(@level)])"/>
          </xsl:call-template>
          <p class="cover-text">
            <xsl:value-of select="ladle:words('cover.own', string(count($elements)),
                                  string($elements[1]/in:name), string($elements[last()]/in:name))"/>
            <xsl:if test="count($rows) &gt; 1">
              <xsl:value-of select="concat(' ', ladle:words('cover.waves'))"/>
            </xsl:if>
          </p>
        </xsl:when>
        <!-- Nothing is known of any element: a row of the signs that say so. -->
        <xsl:otherwise>
          <chart kind="cover-matrix" class="cover-matrix" of="{count($levels)}"
              alt="{ladle:words('cover.empty')}">
            <row label=""><xsl:for-each select="$elements"><cell/></xsl:for-each></row>
          </chart>
          <p class="cover-key"><xsl:call-template name="no-level"/></p>
          <p class="cover-text"><xsl:value-of select="ladle:words('cover.empty')"/></p>
        </xsl:otherwise>
      </xsl:choose>
      <p class="imprint-left">
        <xsl:apply-templates mode="said"
            select="($input/in:study/in:publisher | $input/in:study/in:programme)[last()]"/>
      </p>
      <p class="imprint-right"><xsl:value-of select="$input/in:study/in:published/@words"/></p>
    </section>
  </xsl:template>

  <!-- Colophon and contents. -->
  <xsl:template name="front">
    <xsl:call-template name="colophon">
      <xsl:with-param name="title" select="concat($p/@alias, '. ', $input/in:study/in:title)"/>
      <xsl:with-param name="kind" select="ladle:words('partnership.subject')"/>
      <xsl:with-param name="basis">
        <xsl:value-of select="ladle:words('colophon.wave', string($wave/in:name), string($wave/@words))"/>
        <xsl:if test="$p/in:material">
          <xsl:text> </xsl:text>
          <xsl:call-template name="material-count">
            <xsl:with-param name="records" select="sum($p/in:material/@records)"/>
            <xsl:with-param name="statements" select="sum($p/in:material/@statements)"/>
          </xsl:call-template>
        </xsl:if>
      </xsl:with-param>
      <xsl:with-param name="names">
        <xsl:choose>
          <xsl:when test="$input/@names = 'yes'">
            <xsl:value-of select="ladle:words('colophon.named')"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:value-of select="ladle:words('colophon.anonymous', string($input/@smallest-group))"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
      <xsl:with-param name="purpose" select="ladle:words('colophon.purpose')"/>
    </xsl:call-template>
    <section master="front" contents="no">
      <xsl:call-template name="contents">
        <xsl:with-param name="omissions" select="false()"/>
        <xsl:with-param name="figures" select="boolean($placement)"/>
      </xsl:call-template>
    </section>
  </xsl:template>

  <!-- ============================================================ summary, one page ===== -->

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
                <xsl:choose>
                  <xsl:when test="$axes != ''">
                    <xsl:value-of select="ladle:words('summary.key.visits.axes', string($axes))"/>
                  </xsl:when>
                  <xsl:otherwise><xsl:value-of select="ladle:words('summary.key.visits')"/></xsl:otherwise>
                </xsl:choose>
              </xsl:with-param>
            </xsl:call-template>
          </xsl:when>
          <xsl:when test="$activity/in:visits/@held &gt; 0">
            <xsl:call-template name="key-figure">
              <xsl:with-param name="figure" select="string($activity/in:visits/@held)"/>
              <xsl:with-param name="caption" select="ladle:words('summary.key.visits.held')"/>
            </xsl:call-template>
          </xsl:when>
          <xsl:otherwise>
            <xsl:call-template name="key-figure">
              <xsl:with-param name="figure" select="string($activity/in:meetings/@held)"/>
              <xsl:with-param name="caption" select="ladle:words('summary.key.meetings')"/>
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
                  select="ladle:words(concat('summary.key.sectors.', $presence/@of))"/>
            </xsl:call-template>
          </xsl:when>
          <xsl:otherwise>
            <xsl:call-template name="key-figure">
              <xsl:with-param name="figure" select="string(sum($now/in:element/@items))"/>
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
    <figure id="strip" class="strip" counter="overview">
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
                  <td class="muted"><xsl:value-of select="@items"/></td>
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
            <xsl:value-of select="concat(' ', @words)"/>
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

  <!-- ============================================================ who takes part ===== -->

  <xsl:template name="participants">
    <section id="participants" numbering="decimal">
      <h1 class="{$chapter-class}"><xsl:value-of select="ladle:words('participants.title')"/></h1>
      <p>
        <xsl:choose>
          <xsl:when test="$p/in:municipality">
            <xsl:variable name="names">
              <xsl:call-template name="enumeration">
                <xsl:with-param name="nodes" select="$p/in:municipality"/>
              </xsl:call-template>
            </xsl:variable>
            <xsl:value-of select="ladle:words('participants.municipalities.named', string($names))"/>
          </xsl:when>
          <xsl:when test="$p/@municipalities &gt; 0">
            <xsl:value-of select="ladle:words('participants.municipalities', string($p/@municipalities))"/>
          </xsl:when>
        </xsl:choose>
        <xsl:if test="$p/@lead">
          <xsl:value-of select="concat(' ', ladle:words('participants.lead', string($p/@lead)))"/>
        </xsl:if>
        <xsl:if test="$activity/in:overlap/@either &gt; 0">
          <xsl:text> </xsl:text>
          <xsl:choose>
            <xsl:when test="$activity/in:overlap/@both &gt; 0">
              <xsl:value-of select="ladle:words('participants.overlap',
                  ladle:capital(ladle:words('word.c', string($activity/in:overlap/@both))),
                  string($activity/in:overlap/@either), string($activity/in:overlap/@both))"/>
            </xsl:when>
            <xsl:when test="$p/in:group[@kind = 'steering'] and $p/in:group[@kind = 'consultant']">
              <xsl:value-of select="ladle:words('participants.overlap.none')"/>
            </xsl:when>
          </xsl:choose>
        </xsl:if>
      </p>
      <xsl:call-template name="chapter-texts">
        <xsl:with-param name="chapter">participants</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="groups"/>
      <columns class="pair">
        <div><xsl:call-template name="members"/></div>
        <div><xsl:call-template name="material"/></div>
      </columns>
    </section>
  </xsl:template>

  <xsl:template name="groups">
    <xsl:choose>
      <xsl:when test="$p/in:group/in:seat">
        <figure class="small" counter="overview">
          <figcaption>
            <xsl:value-of select="ladle:words('participants.groups', string($wave/@words))"/>
          </figcaption>
          <table>
            <col width="42mm"/>
            <col width="*"/>
            <col width="38mm"/>
            <col width="16mm" align="centre"/>
            <thead>
              <tr>
                <th scope="col"><xsl:value-of select="ladle:words('participants.group')"/></th>
                <th scope="col"><xsl:value-of select="ladle:words('participants.seat')"/></th>
                <th scope="col"><xsl:value-of select="ladle:words('participants.sector')"/></th>
                <th scope="col" class="number"><xsl:value-of select="ladle:words('participants.count')"/></th>
              </tr>
            </thead>
            <tbody>
              <xsl:for-each select="$p/in:group/in:seat">
                <tr>
                  <th scope="row">
                    <xsl:if test="not(preceding-sibling::in:seat)">
                      <xsl:value-of select="ladle:words(concat('group.', ../@kind))"/>
                      <xsl:if test="../@shared">
                        <br/>
                        <span class="muted"><xsl:value-of select="ladle:words('participants.shared')"/></span>
                      </xsl:if>
                    </xsl:if>
                  </th>
                  <td><xsl:value-of select="."/></td>
                  <td><xsl:apply-templates select="key('sector', @sector)" mode="said"/></td>
                  <td class="number"><xsl:value-of select="@count"/></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
          <xsl:if test="$input/@names = 'no'">
            <p class="note"><xsl:value-of select="ladle:words('participants.note')"/></p>
          </xsl:if>
        </figure>
      </xsl:when>
      <xsl:otherwise>
        <p><xsl:value-of select="ladle:words('participants.groups.none')"/></p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="members">
    <xsl:choose>
      <xsl:when test="$p/in:member">
        <figure class="small" counter="overview">
          <figcaption><xsl:value-of select="ladle:words('participants.members')"/></figcaption>
          <table>
            <col width="30mm"/>
            <col width="*"/>
            <thead>
              <tr>
                <th scope="col"><xsl:value-of select="ladle:words('participants.sector')"/></th>
                <th scope="col"><xsl:value-of select="ladle:words('participants.member')"/></th>
              </tr>
            </thead>
            <tbody>
              <xsl:for-each select="$input/in:framework/in:sector">
                <xsl:variable name="members" select="$p/in:member[@sector = current()/@id]"/>
                <xsl:if test="$members">
                  <tr>
                    <th scope="row"><xsl:call-template name="language"/><xsl:value-of select="."/></th>
                    <td>
                      <xsl:for-each select="$members">
                        <xsl:if test="position() &gt; 1"><br/></xsl:if>
                        <xsl:apply-templates select="." mode="said"/>
                      </xsl:for-each>
                    </td>
                  </tr>
                </xsl:if>
              </xsl:for-each>
            </tbody>
          </table>
        </figure>
      </xsl:when>
      <xsl:otherwise>
        <p><xsl:value-of select="ladle:words('participants.members.none')"/></p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="material">
    <xsl:choose>
      <xsl:when test="$p/in:material">
        <figure class="small" counter="overview">
          <figcaption>
            <xsl:value-of select="ladle:words('participants.material', string($wave/@words))"/>
          </figcaption>
          <table>
            <col width="*"/>
            <col width="20mm" align="centre"/>
            <col width="18mm" align="centre"/>
            <thead>
              <tr>
                <th scope="col"><xsl:value-of select="ladle:words('participants.method')"/></th>
                <th scope="col" class="number"><xsl:value-of select="ladle:words('participants.records')"/></th>
                <th scope="col" class="number"><xsl:value-of select="ladle:words('participants.statements')"/></th>
              </tr>
            </thead>
            <tbody>
              <xsl:for-each select="$p/in:material">
                <tr>
                  <th scope="row"><xsl:value-of select="ladle:words(concat('kind.', @method))"/></th>
                  <td class="number"><xsl:value-of select="@records"/></td>
                  <td class="number"><xsl:value-of select="@statements"/></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </figure>
      </xsl:when>
      <xsl:otherwise>
        <p><xsl:value-of select="ladle:words('participants.material.none')"/></p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ============================================================ timeline ===== -->

  <!-- Visits and questionnaires are many: they are in the list, and in the chart of activity. -->
  <xsl:template name="timeline">
    <xsl:variable name="entries" select="$p/in:timeline/in:entry"/>
    <xsl:variable name="folded"
        select="$entries[@kind = 'visit' or @kind = 'questionnaire' or @kind = 'observation'
                         or @kind = 'document']"/>
    <xsl:variable name="few" select="count($entries) &lt;= 24"/>
    <xsl:variable name="drawn" select="$entries[$few or not(@kind = 'visit' or @kind = 'questionnaire'
                                       or @kind = 'observation' or @kind = 'document')]"/>
    <section id="timeline-chapter" numbering="decimal">
      <h1 class="{$chapter-class}"><xsl:value-of select="ladle:words('timeline.title')"/></h1>
      <xsl:choose>
        <xsl:when test="$entries">
          <xsl:if test="$drawn">
            <xsl:variable name="period"><xsl:apply-templates select="$p/in:timeline" mode="period"/></xsl:variable>
            <xsl:apply-templates select="$p/in:timeline" mode="drawing">
              <xsl:with-param name="caption" select="ladle:words('timeline.caption', string($period))"/>
              <xsl:with-param name="drawn" select="$drawn"/>
              <xsl:with-param name="note">
                <xsl:if test="$folded and not($few)"><xsl:value-of select="ladle:words('timeline.folded')"/></xsl:if>
              </xsl:with-param>
            </xsl:apply-templates>
          </xsl:if>
          <xsl:apply-templates select="$p/in:timeline" mode="list">
            <xsl:with-param name="title">
              <xsl:choose>
                <xsl:when test="$folded and not($few)"><xsl:value-of select="ladle:words('timeline.all')"/></xsl:when>
                <xsl:otherwise><xsl:value-of select="ladle:words('timeline.list')"/></xsl:otherwise>
              </xsl:choose>
            </xsl:with-param>
          </xsl:apply-templates>
        </xsl:when>
        <xsl:otherwise><p><xsl:value-of select="ladle:words('timeline.none')"/></p></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>

  <!-- ============================================================ figure 2 ===== -->

  <xsl:template name="findings">
    <xsl:variable name="name"><xsl:apply-templates select="$wave" mode="small-words"/></xsl:variable>
    <xsl:variable name="covered" select="$input/in:framework/in:guide/in:covers[@questions &gt; 0]"/>
    <xsl:variable name="holes" select="$elements[not(@id = $covered/@element)]"/>
    <section id="findings" numbering="decimal">
      <h1><xsl:value-of select="ladle:words('findings.title')"/></h1>
      <p><xsl:value-of select="ladle:words('findings.lead', string(count($elements)))"/></p>
      <xsl:call-template name="chapter-texts">
        <xsl:with-param name="chapter">baseline</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="figure-2">
        <xsl:with-param name="results" select="$now/in:element"/>
        <xsl:with-param name="caption" select="ladle:words('findings.caption', string($p/@alias), string($name))"/>
        <xsl:with-param name="key-words" select="ladle:words('key.shares')"/>
        <xsl:with-param name="notes">
          <p class="note">
            <xsl:value-of select="ladle:words('findings.note')"/>
            <xsl:if test="$covered and $holes">
              <xsl:variable name="names">
                <xsl:call-template name="enumeration">
                  <xsl:with-param name="nodes" select="$holes"/>
                </xsl:call-template>
              </xsl:variable>
              <xsl:text> </xsl:text>
              <xsl:value-of select="ladle:words('findings.holes', string($names))"/>
            </xsl:if>
          </p>
        </xsl:with-param>
      </xsl:call-template>
    </section>
  </xsl:template>

  <!-- Below the level line: how well the element is covered, and its items of evidence: of more than six
       the first five, and a link to the next. -->
  <xsl:template match="in:assessment/in:element" mode="below-finding">
    <xsl:if test="@items &gt; 0">
      <p class="evidence-line">
        <span class="muted">
          <xsl:value-of select="concat(ladle:capital(ladle:words(concat('support.', @support))), ': ')"/>
        </span>
        <xsl:variable name="all" select="key('evidence-on-element', concat(../@wave, '|', @id, '|', $p/@n))"/>
        <xsl:for-each select="$all[count($all) &lt;= 6 or position() &lt;= 5]">
          <xsl:if test="position() &gt; 1">, </xsl:if>
          <xsl:apply-templates select="." mode="reference"/>
        </xsl:for-each>
        <xsl:if test="count($all) &gt; 6">
          <xsl:text> </xsl:text>
          <a class="evidence" href="#{$all[6]/@id}"><xsl:value-of select="ladle:words('layout.more')"/></a>
        </xsl:if>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- ============================================================ figures 4 to 6 ===== -->

  <xsl:template name="types">
    <xsl:variable name="name"><xsl:apply-templates select="$wave" mode="small-words"/></xsl:variable>
    <section id="types" numbering="decimal">
      <h1 class="tight"><xsl:value-of select="ladle:words('types.title')"/></h1>
      <p>
        <xsl:variable name="counts">
          <xsl:for-each select="$now/in:count[@elements &gt; 0]">
            <xsl:choose>
              <xsl:when test="position() = 1"/>
              <xsl:when test="position() = last()">
                <xsl:value-of select="concat(' ', ladle:words('and'), ' ')"/>
              </xsl:when>
              <xsl:otherwise>, </xsl:otherwise>
            </xsl:choose>
            <xsl:value-of select="ladle:words('types.count', ladle:words('word', string(@elements)),
                                  string(key('level', @level)))"/>
          </xsl:for-each>
        </xsl:variable>
        <xsl:value-of select="ladle:words('types.lead', string(count($types)), string($name), string($counts))"/>
      </p>
      <xsl:if test="$types"><xsl:call-template name="own-cells"/></xsl:if>
      <xsl:call-template name="distance"/>
      <xsl:call-template name="voices"/>
    </section>
  </xsl:template>

  <!-- The ideal types in one table; the element's own cell has a bar, a ground and the sign. -->
  <xsl:template name="own-cells">
    <xsl:variable name="lowest" select="$levels[@type = 'no']"/>
    <figure id="figure-{$types[1]/@figure}" class="own" counter="figure" number="{$types[1]/@figure}">
      <xsl:if test="count($types) &gt; 1">
        <xsl:attribute name="numbers">
          <xsl:value-of select="concat($types[1]/@figure, '–', $types[last()]/@figure)"/>
        </xsl:attribute>
      </xsl:if>
      <figcaption>
        <xsl:variable name="names">
          <xsl:call-template name="enumeration"><xsl:with-param name="nodes" select="$types"/></xsl:call-template>
        </xsl:variable>
        <xsl:value-of select="ladle:words('types.caption', string($names))"/>
      </figcaption>
      <table>
        <!-- Types are compared cell by cell, so their columns are equal, whatever the longest word. -->
        <col width="30mm"/>
        <xsl:for-each select="$types">
          <col width="*">
            <xsl:if test="last() &lt; 5">
              <xsl:attribute name="width">
                <xsl:value-of select="concat(format-number((130 - 4 * last()) div last(), '0.0'), 'mm')"/>
              </xsl:attribute>
            </xsl:if>
          </col>
        </xsl:for-each>
        <thead>
          <tr>
            <th class="name"/>
            <xsl:for-each select="$types">
              <th scope="col">
                <xsl:apply-templates select="." mode="level"/>
                <xsl:text>&#x2002;</xsl:text>
                <span class="figure-number">
                  <xsl:value-of select="concat(ladle:words('counter.figure'), '&#xA0;', @figure)"/>
                </span>
              </th>
            </xsl:for-each>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$elements">
            <xsl:variable name="element" select="."/>
            <xsl:variable name="own" select="$now/in:element[@id = current()/@id]"/>
            <tr keep="yes">
              <th scope="row" class="name">
                <xsl:call-template name="level-link">
                  <xsl:with-param name="element" select="@id"/>
                  <xsl:with-param name="level" select="$own/@level"/>
                  <xsl:with-param name="partnership" select="$p/@n"/>
                  <xsl:with-param name="words"><xsl:value-of select="in:name"/></xsl:with-param>
                </xsl:call-template>
              </th>
              <xsl:for-each select="$types">
                <td>
                  <xsl:choose>
                    <xsl:when test="@id = $own/@level">
                      <xsl:attribute name="class">own</xsl:attribute>
                      <xsl:apply-templates select="." mode="symbol"/>
                    </xsl:when>
                    <xsl:when test="position() = 1 and $own/@level = $lowest/@id">
                      <xsl:attribute name="class">bar</xsl:attribute>
                    </xsl:when>
                  </xsl:choose>
                  <xsl:apply-templates select="$element/in:ideal[@level = current()/@id]" mode="lines"/>
                </td>
              </xsl:for-each>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
      <p class="note">
        <xsl:value-of select="ladle:words('types.note')"/>
        <xsl:if test="$lowest and $now/in:element[@level = $lowest/@id]">
          <xsl:text> </xsl:text>
          <xsl:value-of select="ladle:words('types.note.below', string($lowest), string($types[1]))"/>
        </xsl:if>
        <xsl:if test="$now/in:element[not(@level)]">
          <xsl:value-of select="concat(' ', ladle:words('types.note.missing'))"/>
        </xsl:if>
      </p>
    </figure>
  </xsl:template>

  <!-- Elements, slack, distance and membership, level by level; and the dimensions. -->
  <xsl:template name="distance">
    <section numbering="decimal">
      <h2><xsl:value-of select="ladle:words('types.distance')"/></h2>
      <p><xsl:value-of select="ladle:words('types.distance.lead', string($now/@needed))"/></p>
      <figure id="distance" class="small" counter="overview">
        <figcaption>
          <xsl:value-of select="ladle:words('types.distance.caption', string($wave/@words))"/>
        </figcaption>
        <table>
          <col width="42mm"/>
          <col width="*" align="centre"/>
          <col width="*" align="centre"/>
          <col width="*" align="centre"/>
          <col width="*" align="centre"/>
          <col width="*" align="centre"/>
          <thead>
            <tr>
              <th scope="col"><xsl:value-of select="ladle:words('types.level')"/></th>
              <th scope="col" class="number"><xsl:value-of select="ladle:words('types.at')"/></th>
              <th scope="col" class="number"><xsl:value-of select="ladle:words('types.reached')"/></th>
              <th scope="col" class="number"><xsl:value-of select="ladle:words('types.missing')"/></th>
              <th scope="col" class="number"><xsl:value-of select="ladle:words('types.minimum')"/></th>
              <th scope="col" class="number"><xsl:value-of select="ladle:words('types.majority')"/></th>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="$levels">
              <xsl:variable name="count" select="$now/in:count[@level = current()/@id]"/>
              <xsl:variable name="membership" select="$now/in:membership[@type = current()/@id]"/>
              <tr>
                <xsl:if test="@id = $placement/@id"><xsl:attribute name="class">placed</xsl:attribute></xsl:if>
                <th scope="row"><xsl:apply-templates select="." mode="level"/></th>
                <td class="number"><xsl:value-of select="$count/@elements"/></td>
                <td class="number"><xsl:value-of select="$count/@reached"/></td>
                <td class="number">
                  <xsl:choose>
                    <xsl:when test="$count/@reached &lt; $now/@needed">
                      <xsl:value-of select="$now/@needed - $count/@reached"/>
                    </xsl:when>
                    <xsl:otherwise>0</xsl:otherwise>
                  </xsl:choose>
                </td>
                <td class="number">
                  <xsl:if test="$membership">
                    <xsl:value-of select="ladle:number(string($membership/@minimum), '2')"/>
                  </xsl:if>
                </td>
                <td class="number">
                  <xsl:if test="$membership">
                    <xsl:value-of select="ladle:number(string($membership/@majority), '2')"/>
                  </xsl:if>
                </td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </figure>
      <xsl:if test="$now/in:dimension">
        <figure id="dimensions" class="small" counter="overview">
          <figcaption>
            <xsl:value-of select="ladle:words('types.dimensions.caption',
                                  string(count($input/in:framework/in:dimension)))"/>
          </figcaption>
          <table>
            <col width="42mm"/>
            <col width="42mm"/>
            <col width="*"/>
            <thead>
              <tr>
                <th scope="col"><xsl:value-of select="ladle:words('types.dimension')"/></th>
                <th scope="col"><xsl:value-of select="ladle:words('types.level')"/></th>
                <th scope="col"><xsl:value-of select="ladle:words('figure.elements')"/></th>
              </tr>
            </thead>
            <tbody>
              <xsl:for-each select="$input/in:framework/in:dimension">
                <xsl:variable name="result" select="$now/in:dimension[@id = current()/@id]"/>
                <tr>
                  <th scope="row"><xsl:value-of select="."/></th>
                  <td>
                    <xsl:choose>
                      <xsl:when test="$result">
                        <xsl:apply-templates select="key('level', $result/@level)" mode="level"/>
                      </xsl:when>
                      <xsl:otherwise><xsl:call-template name="no-level"/></xsl:otherwise>
                    </xsl:choose>
                  </td>
                  <td>
                    <xsl:for-each select="$elements[@dimension = current()/@id]">
                      <xsl:if test="position() &gt; 1">, </xsl:if>
                      <xsl:value-of select="in:name"/>
                    </xsl:for-each>
                  </td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
          <p class="note"><xsl:value-of select="ladle:words('method.dimension')"/></p>
        </figure>
      </xsl:if>
    </section>
  </xsl:template>

  <!-- Authors' references to a figure: 4 to 6 are one here; 1 and 3 are in the final report. -->
  <xsl:template name="figure-reference">
    <xsl:param name="number"/>
    <xsl:choose>
      <xsl:when test="not($placement)">
        <xsl:value-of select="ladle:words('figure.elsewhere', string($number))"/>
      </xsl:when>
      <xsl:when test="$number = 2"><ref to="figure-2"/></xsl:when>
      <xsl:when test="$types[@figure = $number]">
        <a href="#figure-{$types[1]/@figure}">
          <xsl:value-of select="concat(ladle:words('counter.figure.ref'), '&#xA0;', $number)"/>
        </a>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="ladle:words('figure.elsewhere', string($number))"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ============================================================ voices ===== -->

  <!-- Elements on which groups or sectors that can be worked out apart are at different levels. -->
  <xsl:template name="voices">
    <xsl:variable name="differ"
        select="$now/in:element[in:voice/@level != in:voice/@level]"/>
    <section id="voices" numbering="decimal">
      <h2>
        <xsl:choose>
          <xsl:when test="not($now/in:element/in:voice)"><xsl:value-of select="ladle:words('voices.title.none')"/></xsl:when>
          <xsl:when test="not($differ)"><xsl:value-of select="ladle:words('voices.title.same')"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="ladle:words('voices.title')"/></xsl:otherwise>
        </xsl:choose>
      </h2>
      <xsl:variable name="small">
        <xsl:if test="$input/@names = 'no' and $input/@smallest-group &gt; 1">
          <xsl:value-of select="concat(' ', ladle:words('voices.small', string($input/@smallest-group)))"/>
        </xsl:if>
      </xsl:variable>
      <xsl:choose>
        <xsl:when test="not($now/in:element/in:voice)">
          <p><xsl:value-of select="concat(ladle:words('voices.none'), $small)"/></p>
        </xsl:when>
        <xsl:when test="not($differ)">
          <p><xsl:value-of select="concat(ladle:words('voices.same'), $small)"/></p>
        </xsl:when>
        <xsl:otherwise>
          <p>
            <xsl:value-of select="ladle:words('voices.lead',
                                  ladle:capital(ladle:words('word', string(count($differ)))),
                                  string(count($differ)))"/>
            <xsl:for-each select="$differ[@split = 'yes']">
              <xsl:text> </xsl:text>
              <xsl:value-of select="ladle:words('voices.split',
                  string(key('element', @id)/in:name),
                  string(key('level', in:voice[@group = 'steering']/@level)),
                  string(key('level', in:voice[@group = 'consultant']/@level)))"/>
            </xsl:for-each>
            <xsl:value-of select="$small"/>
          </p>
          <xsl:call-template name="voice-matrix">
            <xsl:with-param name="rows" select="$differ"/>
          </xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>

  <xsl:key name="voice-group" match="in:voice[@group]" use="concat(../../@wave, '|', @group)"/>
  <xsl:key name="voice-sector" match="in:voice[@sector]" use="concat(../../@wave, '|', @sector)"/>

  <xsl:template name="voice-matrix">
    <xsl:param name="rows"/>
    <!-- Each kind of group once, then the sectors, all that have a voice on some element. -->
    <xsl:variable name="columns"
        select="$rows/../in:element/in:voice[@group][generate-id()
                    = generate-id(key('voice-group', concat($wave/@id, '|', @group))[1])]
                | $input/in:framework/in:sector[key('voice-sector', concat($wave/@id, '|', @id))]"/>
    <xsl:variable name="groups" select="$columns[self::in:voice]"/>
    <xsl:variable name="sectors" select="$columns[self::in:sector]"/>
    <figure id="voices-matrix" class="matrix" counter="overview">
      <figcaption><xsl:value-of select="ladle:words('voices.caption')"/></figcaption>
      <xsl:call-template name="level-key">
        <xsl:with-param name="missing" select="count($rows/in:voice) &lt; count($rows) * count($columns)"/>
      </xsl:call-template>
      <table>
        <col width="40mm"/>
        <xsl:for-each select="$columns">
          <col width="{floor(120 div count($columns))}mm" align="centre"/>
        </xsl:for-each>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="ladle:words('summary.next.element')"/></th>
            <xsl:for-each select="$groups">
              <xsl:sort select="@group" order="descending"/>
              <th scope="col" class="voice"><xsl:value-of select="ladle:words(concat('group.', @group))"/></th>
            </xsl:for-each>
            <xsl:for-each select="$sectors">
              <th scope="col" class="voice"><xsl:value-of select="."/></th>
            </xsl:for-each>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$rows">
            <xsl:variable name="row" select="."/>
            <tr>
              <th scope="row"><xsl:apply-templates select="key('element', @id)/in:name" mode="said"/></th>
              <xsl:for-each select="$groups">
                <xsl:sort select="@group" order="descending"/>
                <xsl:call-template name="voice-cell">
                  <xsl:with-param name="voice" select="$row/in:voice[@group = current()/@group]"/>
                </xsl:call-template>
              </xsl:for-each>
              <xsl:for-each select="$sectors">
                <xsl:call-template name="voice-cell">
                  <xsl:with-param name="voice" select="$row/in:voice[@sector = current()/@id]"/>
                </xsl:call-template>
              </xsl:for-each>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </figure>
  </xsl:template>
  <xsl:template name="voice-cell">
    <xsl:param name="voice"/>
    <td class="number">
      <xsl:choose>
        <xsl:when test="$voice">
          <xsl:call-template name="level-link">
            <xsl:with-param name="element" select="$voice/../@id"/>
            <xsl:with-param name="level" select="$voice/@level"/>
            <xsl:with-param name="partnership" select="$p/@n"/>
            <xsl:with-param name="words">
              <xsl:apply-templates select="key('level', $voice/@level)" mode="symbol"/>
            </xsl:with-param>
          </xsl:call-template>
          <xsl:text>&#xA0;</xsl:text>
          <span class="count"><xsl:value-of select="$voice/@items"/></span>
        </xsl:when>
        <xsl:otherwise><xsl:call-template name="no-symbol"/></xsl:otherwise>
      </xsl:choose>
    </td>
  </xsl:template>

  <!-- ============================================================ activity ===== -->

  <xsl:template name="activity">
    <section id="activity" numbering="decimal">
      <h1 class="{concat('tight ', $chapter-class)}"><xsl:value-of select="ladle:words('activity.title')"/></h1>
      <xsl:choose>
        <xsl:when test="$p/in:months or $activity/in:target or $activity/in:meetings/@held &gt; 0
                        or $activity/in:visits/@held &gt; 0">
          <xsl:call-template name="visit-targets"/>
          <xsl:call-template name="chapter-texts">
            <xsl:with-param name="chapter">activity</xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="bars"/>
          <xsl:call-template name="sectors"/>
          <xsl:call-template name="persons-and-agenda"/>
          <xsl:call-template name="facts"/>
          <xsl:call-template name="targets"/>
        </xsl:when>
        <xsl:otherwise>
          <p><xsl:value-of select="ladle:words('activity.none')"/></p>
          <xsl:call-template name="chapter-texts">
            <xsl:with-param name="chapter">activity</xsl:with-param>
          </xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>

  <!-- A sentence for each target of visits. -->
  <xsl:template name="visit-targets">
    <xsl:variable name="visits" select="$activity/in:target[@measure = 'visits']"/>
    <xsl:if test="$visits">
      <p>
        <xsl:for-each select="$visits">
          <xsl:variable name="who">
            <xsl:choose>
              <xsl:when test="@axis">
                <xsl:value-of select="ladle:capital(ladle:words('axis', string(@axis)))"/>
              </xsl:when>
              <xsl:otherwise><xsl:value-of select="ladle:words('activity.total')"/></xsl:otherwise>
            </xsl:choose>
          </xsl:variable>
          <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
          <xsl:choose>
            <xsl:when test="@actual &lt; @value">
              <xsl:value-of select="ladle:words('activity.axis.missing', string($who),
                                    ladle:number(string(@value - @actual)),
                                    ladle:number(string(@value)))"/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:value-of select="ladle:words('activity.axis.done', string($who),
                                    ladle:number(string(@value)))"/>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- Visits made, added up month by month. Two axes are on one scale, side by side while
       their months fit, else one below the other. -->
  <xsl:template name="bars">
    <xsl:variable name="months" select="$p/in:months"/>
    <xsl:choose>
      <xsl:when test="not($months)">
        <xsl:if test="$activity/in:target[@measure = 'visits']">
          <p>
            <xsl:choose>
              <xsl:when test="$activity/in:target[@measure = 'visits'][@actual &gt; 0]">
                <xsl:value-of select="ladle:words('activity.visits.undated')"/>
              </xsl:when>
              <xsl:otherwise><xsl:value-of select="ladle:words('activity.visits.none')"/></xsl:otherwise>
            </xsl:choose>
          </p>
        </xsl:if>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="first" select="$months[1]/in:month[1]/@month"/>
        <xsl:variable name="last" select="$months[1]/in:month[last()]/@month"/>
        <figure id="visits" class="bars" counter="overview">
          <figcaption>
            <xsl:value-of select="ladle:words('activity.bars', ladle:date(concat($first, '/', $last)))"/>
          </figcaption>
          <chart kind="bars" class="bars" groups="{ladle:words('activity.target.axis')}"
              names="{ladle:words('column.month')}" values="{ladle:words('column.visits')}"
              parts="{ladle:words('final.activity.three-visits')}">
            <xsl:attribute name="alt">
              <xsl:for-each select="$months">
                <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
                <xsl:apply-templates select="." mode="alt">
                  <xsl:with-param name="who"><xsl:apply-templates select="." mode="panel-name"/></xsl:with-param>
                </xsl:apply-templates>
              </xsl:for-each>
            </xsl:attribute>
            <xsl:apply-templates select="$months" mode="panel"/>
          </chart>
          <p class="note">
            <xsl:choose>
              <xsl:when test="not($months/in:month[@three &gt; 0])">
                <xsl:value-of select="ladle:words('activity.bars.note.none')"/>
              </xsl:when>
              <xsl:when test="count($months) &gt; 1">
                <xsl:value-of select="ladle:words('activity.bars.note')"/>
              </xsl:when>
              <xsl:otherwise><xsl:value-of select="ladle:words('activity.bars.note.one')"/></xsl:otherwise>
            </xsl:choose>
          </p>
        </figure>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="in:months" mode="panel">
    <panel>
      <xsl:attribute name="label"><xsl:apply-templates select="." mode="panel-name"/></xsl:attribute>
      <xsl:if test="@target">
        <xsl:attribute name="target"><xsl:value-of select="@target"/></xsl:attribute>
        <xsl:attribute name="target-label">
          <xsl:value-of select="ladle:words('activity.bars.target', ladle:number(string(@target)))"/>
        </xsl:attribute>
      </xsl:if>
      <xsl:for-each select="in:month">
        <bar label="{@words}" value="{@visits}" part="{@three}" words="{@visits}"/>
      </xsl:for-each>
    </panel>
  </xsl:template>

  <xsl:template match="in:months" mode="panel-name">
    <xsl:choose>
      <xsl:when test="@axis"><xsl:value-of select="ladle:words('activity.bars.axis', string(@axis))"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="ladle:words('activity.bars.noaxis')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- How many sectors took part, and which. -->
  <xsl:template name="sectors">
    <xsl:variable name="meetings" select="$activity/in:presence[@of = 'meetings'][@recorded &gt; 0]"/>
    <xsl:variable name="visits" select="$activity/in:presence[@of = 'visits'][@recorded &gt; 0]"/>
    <xsl:if test="$meetings or $visits">
      <columns class="pair">
        <div>
          <figure id="sectors" counter="overview" class="half">
            <figcaption><xsl:value-of select="ladle:words('activity.sectors')"/></figcaption>
            <chart kind="parts" class="parts" groups="{ladle:words('column.occasion')}"
                names="{ladle:words('column.sectors')}" values="{ladle:words('column.count')}">
              <xsl:attribute name="alt">
                <xsl:for-each select="$meetings | $visits">
                  <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
                  <xsl:apply-templates select="." mode="alt"/>
                </xsl:for-each>
              </xsl:attribute>
              <xsl:for-each select="$meetings | $visits">
                <row label="{ladle:words(concat('activity.', @of))}">
                  <part label="{ladle:words('activity.sectors.1')}" value="{@one-sector}" words="{@one-sector}"/>
                  <part label="{ladle:words('activity.sectors.2')}" value="{@two-sectors}" words="{@two-sectors}"/>
                  <part label="{ladle:words('activity.sectors.3')}" value="{@three-or-more}" words="{@three-or-more}"/>
                </row>
              </xsl:for-each>
            </chart>
            <p class="note">
              <xsl:variable name="some" select="($meetings | $visits)[@three-or-more &gt; 0]"/>
              <xsl:variable name="none" select="($meetings | $visits)[@three-or-more = 0]"/>
              <xsl:variable name="one"><xsl:apply-templates select="($some | $none[not($some)])[1]" mode="three"/></xsl:variable>
              <xsl:variable name="two">
                <xsl:apply-templates select="$some[2] | $none[$some] | $none[not($some)][2]" mode="three"/>
              </xsl:variable>
              <xsl:choose>
                <xsl:when test="not($some) and $two != ''">
                  <xsl:value-of select="ladle:words('activity.sectors.note.none',
                      concat($one, ' ', ladle:words('or'), ' ', $two))"/>
                </xsl:when>
                <xsl:when test="not($some)">
                  <xsl:value-of select="ladle:words('activity.sectors.note.none', string($one))"/>
                </xsl:when>
                <xsl:when test="$none">
                  <xsl:value-of select="ladle:words('activity.sectors.note.but', string($one), string($two))"/>
                </xsl:when>
                <xsl:when test="$two != ''">
                  <xsl:value-of select="ladle:words('activity.sectors.note',
                      concat($one, ' ', ladle:words('and'), ' ', $two))"/>
                </xsl:when>
                <xsl:otherwise><xsl:value-of select="ladle:words('activity.sectors.note', string($one))"/></xsl:otherwise>
              </xsl:choose>
            </p>
          </figure>
        </div>
        <div>
          <!-- Sectors that are members, or came all the same. -->
          <xsl:variable name="sectors" select="$input/in:framework/in:sector
                                      [@id = $p/in:member/@sector
                                       or @id = ($meetings | $visits)/in:sector[@share &gt; 0]/@id]"/>
          <xsl:if test="$sectors">
            <figure id="presence" counter="overview" class="half">
              <figcaption><xsl:value-of select="ladle:words('activity.presence')"/></figcaption>
              <chart kind="pair" class="pair" first="" second="" full="{ladle:percent('1')}"
                  names="{ladle:words('participants.sector')}">
                <xsl:if test="$visits">
                  <xsl:attribute name="first"><xsl:value-of select="ladle:words('activity.presence.visits')"/></xsl:attribute>
                </xsl:if>
                <xsl:if test="$meetings">
                  <xsl:attribute name="second"><xsl:value-of select="ladle:words('activity.presence.meetings')"/></xsl:attribute>
                </xsl:if>
                <xsl:attribute name="alt">
                  <xsl:call-template name="alt-pair">
                    <xsl:with-param name="sectors" select="$sectors"/>
                    <xsl:with-param name="visits" select="$visits"/>
                    <xsl:with-param name="meetings" select="$meetings"/>
                  </xsl:call-template>
                </xsl:attribute>
                <xsl:for-each select="$sectors">
                  <row label="{.}">
                    <xsl:variable name="at-visits" select="$visits/in:sector[@id = current()/@id]/@share"/>
                    <xsl:variable name="at-meetings" select="$meetings/in:sector[@id = current()/@id]/@share"/>
                    <xsl:if test="$visits">
                      <xsl:attribute name="first"><xsl:value-of select="$at-visits"/></xsl:attribute>
                      <xsl:attribute name="first-words">
                        <xsl:value-of select="ladle:number(string($at-visits * 100))"/>
                      </xsl:attribute>
                    </xsl:if>
                    <xsl:if test="$meetings">
                      <xsl:attribute name="second"><xsl:value-of select="$at-meetings"/></xsl:attribute>
                      <xsl:attribute name="second-words">
                        <xsl:value-of select="ladle:number(string($at-meetings * 100))"/>
                      </xsl:attribute>
                    </xsl:if>
                  </row>
                </xsl:for-each>
              </chart>
            </figure>
          </xsl:if>
        </div>
      </columns>
    </xsl:if>
  </xsl:template>

  <!-- At how many meetings or visits three sectors came together: "ved alle tre møder"; of none, what
       stands after "ikke". -->
  <xsl:template match="in:presence" mode="three">
    <xsl:variable name="many">
      <xsl:choose>
        <xsl:when test="@three-or-more = 0">none</xsl:when>
        <xsl:when test="@three-or-more &lt; @recorded">some</xsl:when>
        <xsl:when test="@recorded = 1">one</xsl:when>
        <xsl:when test="@recorded = 2">both</xsl:when>
        <xsl:otherwise>all</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:value-of select="ladle:words(concat('activity.three.', @of, '.', $many), string(@recorded),
                          string(@three-or-more))"/>
  </xsl:template>

  <!-- How much rests on one person; what meeting time was spent on. -->
  <xsl:template name="persons-and-agenda">
    <xsl:variable name="key" select="$activity/in:key-person"/>
    <xsl:variable name="agenda" select="$activity/in:agenda[@share]"/>
    <xsl:if test="($key and $p/in:sequence/in:event) or $agenda">
      <columns class="pair">
        <div>
          <xsl:if test="$key and $p/in:sequence/in:event">
            <figure id="key-person" counter="overview" class="half">
              <figcaption><xsl:value-of select="ladle:words('activity.key')"/></figcaption>
              <chart kind="ticks" class="ticks" groups="{ladle:words('column.occasion')}"
                  values="{ladle:words('column.thick')}">
                <xsl:attribute name="alt"><xsl:apply-templates select="$key" mode="alt"/></xsl:attribute>
                <row label="{ladle:words('activity.key.all')}"
                    words="{ladle:words('activity.key.present', string($key/@present), string($key/@of))}">
                  <xsl:for-each select="$p/in:sequence/in:event"><tick on="{@key}"/></xsl:for-each>
                </row>
                <xsl:if test="$key/@joint &gt; 0">
                  <row label="{ladle:words('activity.key.joint')}"
                      words="{ladle:words('activity.key.without', string($key/@joint-without), string($key/@joint))}">
                    <xsl:for-each select="$p/in:sequence/in:event[@joint = 'yes']">
                      <tick on="{@without}"/>
                    </xsl:for-each>
                  </row>
                </xsl:if>
              </chart>
              <p class="note"><xsl:value-of select="ladle:words('activity.key.note')"/></p>
            </figure>
          </xsl:if>
        </div>
        <div>
          <xsl:if test="$agenda">
            <figure id="agenda" counter="overview" class="half">
              <figcaption>
                <xsl:value-of select="ladle:words('activity.agenda', ladle:number(string(sum($agenda/@minutes))))"/>
              </figcaption>
              <chart kind="shares" class="shares" names="{ladle:words('activity.agenda.items')}"
                  values="{ladle:words('column.minutes')}">
                <xsl:attribute name="alt">
                  <xsl:call-template name="alt-shares">
                    <xsl:with-param name="agenda" select="$agenda[@share &gt; 0]"/>
                  </xsl:call-template>
                </xsl:attribute>
                <xsl:for-each select="$agenda[@share &gt; 0]">
                  <xsl:sort select="number(@kind = 'other')" data-type="number"/>
                  <xsl:sort select="@share" data-type="number" order="descending"/>
                  <bar label="{ladle:words(concat('agenda.', @kind))}" value="{@share}"
                      words="{ladle:percent(string(@share))}">
                    <xsl:if test="position() = 1"><xsl:attribute name="emphasis">yes</xsl:attribute></xsl:if>
                  </bar>
                </xsl:for-each>
              </chart>
            </figure>
          </xsl:if>
        </div>
      </columns>
    </xsl:if>
  </xsl:template>

  <xsl:template name="facts">
    <xsl:variable name="meetings" select="$activity/in:meetings"/>
    <columns class="facts">
      <div><p><strong><xsl:value-of select="ladle:words('activity.facts')"/></strong></p></div>
      <div>
        <p>
          <strong><xsl:value-of select="$meetings/@held"/></strong>
          <xsl:text> </xsl:text>
          <xsl:value-of select="ladle:words('activity.facts.held', string($meetings/@held),
                                string($meetings/@cancelled), string($meetings/@moved))"/>
        </p>
      </div>
      <div>
        <p>
          <xsl:choose>
            <xsl:when test="$meetings/@longest-gap">
              <strong><xsl:value-of select="$meetings/@longest-gap"/></strong>
              <xsl:text> </xsl:text>
              <xsl:value-of select="ladle:words('activity.facts.gap', string($meetings/@longest-gap))"/>
            </xsl:when>
            <xsl:when test="$meetings/@per-month">
              <strong><xsl:value-of select="ladle:number(string($meetings/@per-month), '1')"/></strong>
              <xsl:text> </xsl:text>
              <xsl:value-of select="ladle:words('activity.facts.month')"/>
            </xsl:when>
          </xsl:choose>
        </p>
      </div>
      <div>
        <p>
          <xsl:if test="$activity/in:accounts/@papers &gt; 0">
            <strong><xsl:value-of select="$activity/in:accounts/@late"/></strong>
            <xsl:text> </xsl:text>
            <xsl:value-of select="ladle:words('activity.facts.late', string($activity/in:accounts/@papers))"/>
          </xsl:if>
        </p>
      </div>
    </columns>
  </xsl:template>

  <!-- All targets, and what was spent. -->
  <xsl:template name="targets">
    <xsl:variable name="name"><xsl:apply-templates select="$wave" mode="small-words"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="$activity/in:target">
        <figure id="targets" class="small" counter="overview">
          <figcaption><xsl:value-of select="ladle:words('activity.targets', string($name))"/></figcaption>
          <table>
            <col width="38mm"/>
            <col width="10mm" align="centre"/>
            <col width="16mm" align="right"/>
            <col width="16mm" align="right"/>
            <col width="12mm" align="right"/>
            <col width="*"/>
            <thead>
              <tr>
                <th scope="col"><xsl:value-of select="ladle:words('activity.target')"/></th>
                <th scope="col" class="number"><xsl:value-of select="ladle:words('activity.target.axis')"/></th>
                <th scope="col" align="right"><xsl:value-of select="ladle:words('activity.target.value')"/></th>
                <th scope="col" align="right"><xsl:value-of select="ladle:words('activity.target.actual')"/></th>
                <th scope="col" align="right"><xsl:value-of select="ladle:words('activity.target.share')"/></th>
                <th scope="col"><xsl:value-of select="ladle:words('activity.target.due')"/></th>
              </tr>
            </thead>
            <tbody>
              <xsl:for-each select="$activity/in:target">
                <tr>
                  <th scope="row"><xsl:value-of select="ladle:words(concat('measure.name.', @measure))"/></th>
                  <td class="number"><xsl:value-of select="@axis"/></td>
                  <td align="right"><xsl:value-of select="ladle:number(string(@value))"/></td>
                  <td align="right"><xsl:value-of select="ladle:number(string(@actual))"/></td>
                  <td align="right"><xsl:value-of select="ladle:percent(string(@share))"/></td>
                  <td>
                    <xsl:value-of select="in:due/@words"/>
                    <xsl:if test="in:revised">
                      <xsl:text>. </xsl:text>
                      <span class="accent">
                        <xsl:value-of select="ladle:words('timeline.moved-to', string(in:revised/@words))"/>
                      </span>
                    </xsl:if>
                  </td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
          <xsl:if test="$activity/in:accounts/in:axis">
            <xsl:variable name="sums">
              <xsl:for-each select="$activity/in:accounts/in:axis">
                <xsl:if test="position() &gt; 1">, </xsl:if>
                <xsl:choose>
                  <xsl:when test="@id">
                    <xsl:value-of select="ladle:words('activity.spent.axis',
                        ladle:number(string(@spent)), ladle:words('axis', string(@id)))"/>
                  </xsl:when>
                  <xsl:otherwise>
                    <xsl:value-of select="ladle:words('activity.spent.noaxis', ladle:number(string(@spent)))"/>
                  </xsl:otherwise>
                </xsl:choose>
              </xsl:for-each>
            </xsl:variable>
            <p class="note"><xsl:value-of select="ladle:words('activity.spent', string($sums))"/></p>
          </xsl:if>
        </figure>
      </xsl:when>
      <xsl:otherwise><p><xsl:value-of select="ladle:words('activity.targets.none')"/></p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ============================================================ changes ===== -->

  <xsl:template name="changes">
    <xsl:variable name="name"><xsl:apply-templates select="$before" mode="small-name"/></xsl:variable>
    <xsl:variable name="both" select="$now/in:element[@by]"/>
    <section id="changes" numbering="decimal">
      <h1 class="tight"><xsl:value-of select="ladle:words('changes.title', string($name))"/></h1>
      <xsl:choose>
        <xsl:when test="not($both)">
          <p><xsl:value-of select="ladle:words('changes.none', string($name))"/></p>
        </xsl:when>
        <xsl:otherwise>
          <p>
            <xsl:choose>
              <xsl:when test="$both[@by != 0]">
                <xsl:value-of select="ladle:words('changes.lead',
                    ladle:capital(ladle:words('word', string(count($both[@by != 0])))),
                    string(count($both)),
                    ladle:words('word', string(count($both[@by &gt; 0]))),
                    ladle:words('word', string(count($both[@by &lt; 0]))),
                    string(count($both[@by != 0])))"/>
              </xsl:when>
              <xsl:otherwise><xsl:value-of select="ladle:words('changes.lead.none')"/></xsl:otherwise>
            </xsl:choose>
            <xsl:text> </xsl:text>
            <xsl:choose>
              <xsl:when test="$now/@placement = $then/@placement">
                <xsl:value-of select="ladle:words('changes.placement.same', string($name))"/>
              </xsl:when>
              <xsl:otherwise>
                <xsl:value-of select="ladle:words('changes.placement.other', string($name))"/>
              </xsl:otherwise>
            </xsl:choose>
          </p>
          <xsl:call-template name="placement-move"/>
          <xsl:call-template name="moves"/>
          <xsl:apply-templates select="$both[@by &gt; 1 or @by &lt; -1]" mode="jump"/>
        </xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>

  <!-- The placement then and now, with an arrow between. -->
  <xsl:template name="placement-move">
    <xsl:variable name="then-name"><xsl:apply-templates select="$before" mode="small-words"/></xsl:variable>
    <columns class="move">
      <div>
        <p class="move-name"><xsl:apply-templates select="key('level', $then/@placement)" mode="level"/></p>
        <p class="move-note"><xsl:value-of select="$then-name"/></p>
      </div>
      <div><p class="move-arrow">→</p></div>
      <div>
        <p class="move-name"><xsl:apply-templates select="$placement" mode="level"/></p>
        <p class="move-note"><xsl:value-of select="ladle:words('changes.now', string($wave/@words))"/></p>
      </div>
      <div>
        <p class="move-note">
          <xsl:value-of select="ladle:words('changes.reached',
              string($then/in:count[@level = $placement/@id]/@reached),
              string($now/in:count[@level = $placement/@id]/@reached), string($placement))"/>
        </p>
      </div>
    </columns>
  </xsl:template>

  <!-- Moved elements first, up before down; then the others. -->
  <xsl:template name="moves">
    <figure id="moves" class="changes" counter="overview">
      <figcaption><xsl:value-of select="ladle:words('changes.caption')"/></figcaption>
      <table>
        <col width="46mm"/>
        <xsl:for-each select="$levels"><col width="{64.8 div count($levels)}mm" align="centre"/></xsl:for-each>
        <col width="*"/>
        <thead>
          <tr>
            <th/>
            <xsl:call-template name="level-heads"/>
            <th scope="col" class="name"><xsl:value-of select="ladle:words('changes.evidence')"/></th>
          </tr>
        </thead>
        <tbody>
          <xsl:apply-templates select="$now/in:element[@by &gt; 0]" mode="move"/>
          <xsl:apply-templates select="$now/in:element[@by &lt; 0]" mode="move"/>
          <xsl:for-each select="$now/in:element[not(@by) or @by = 0]">
            <tr id="change-{@id}" class="unchanged">
              <th scope="row"><xsl:apply-templates select="key('element', @id)/in:name" mode="said"/></th>
              <td colspan="{count($levels)}"><xsl:call-template name="scale"/></td>
              <td class="why">
                <xsl:choose>
                  <xsl:when test="not(@level)"><xsl:value-of select="ladle:words('changes.gone')"/></xsl:when>
                  <xsl:when test="not(@before)"><xsl:value-of select="ladle:words('changes.new')"/></xsl:when>
                  <xsl:otherwise><xsl:value-of select="ladle:words('changes.unchanged')"/></xsl:otherwise>
                </xsl:choose>
              </td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </figure>
  </xsl:template>
  <xsl:template match="in:element" mode="move">
    <tr id="change-{@id}" class="moved" keep="yes">
      <th scope="row">
        <xsl:apply-templates select="key('element', @id)/in:name" mode="said"/>
        <br/>
        <span class="by">
          <xsl:choose>
            <xsl:when test="@by &gt; 0"><xsl:value-of select="ladle:words('changes.up', string(@by))"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="ladle:words('changes.down', string(-@by))"/></xsl:otherwise>
          </xsl:choose>
          <xsl:text> </xsl:text>
          <xsl:call-template name="level-link">
            <xsl:with-param name="element" select="@id"/>
            <xsl:with-param name="level" select="@before"/>
            <xsl:with-param name="wave-id" select="$before/@id"/>
            <xsl:with-param name="partnership" select="$p/@n"/>
          </xsl:call-template>
        </span>
      </th>
      <td colspan="{count($levels)}">
        <xsl:call-template name="scale"><xsl:with-param name="was" select="@before-n"/></xsl:call-template>
      </td>
      <td class="why">
        <p>
          <xsl:for-each select="in:strongest[position() &lt;= 2]">
            <xsl:if test="position() &gt; 1">, </xsl:if>
            <xsl:apply-templates select="key('item', @item)" mode="reference"/>
          </xsl:for-each>
        </p>
        <p><xsl:apply-templates select="key('item', in:strongest[1]/@item)" mode="text"/></p>
      </td>
    </tr>
  </xsl:template>

  <!-- Evidence of the wave before belongs to the element's row among the changes. -->
  <xsl:template match="in:item" mode="home">
    <xsl:choose>
      <xsl:when test="not($placement)"/>
      <xsl:when test="@wave = $wave/@id"><xsl:value-of select="concat('finding-', @element)"/></xsl:when>
      <xsl:when test="@wave = $before/@id and $now/in:element/@by">
        <xsl:value-of select="concat('change-', @element)"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Two levels or more ask for a comment. -->
  <xsl:template match="in:element" mode="jump">
    <xsl:variable name="by">
      <xsl:choose>
        <xsl:when test="@by &lt; 0"><xsl:value-of select="-@by"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="@by"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <aside class="jump">
      <p class="list-head">
        <xsl:value-of select="ladle:words('changes.jump', string($by), string(key('element', @id)/in:name))"/>
      </p>
      <p>
        <xsl:value-of select="ladle:words('changes.jump.text', string(@items), string(@methods))"/>
        <xsl:if test="@split = 'yes'">
          <xsl:value-of select="concat(' ', ladle:words('changes.jump.split'))"/>
        </xsl:if>
      </p>
    </aside>
  </xsl:template>

  <!-- ============================================================ authors' last word ===== -->

  <xsl:variable name="last-word">
    <xsl:for-each select="$input/in:texts/*[@chapter = 'recommendations']"><xsl:value-of select="."/></xsl:for-each>
  </xsl:variable>
  <xsl:template name="recommendations">
    <xsl:if test="$input/in:texts/*[@chapter = 'recommendations']">
      <section id="recommendations" numbering="decimal">
        <h1>
          <xsl:if test="string-length($last-word) &lt; 1400">
            <xsl:attribute name="class">follow</xsl:attribute>
          </xsl:if>
          <xsl:value-of select="ladle:words('recommendations.title')"/>
        </h1>
        <xsl:call-template name="chapter-texts">
          <xsl:with-param name="chapter">recommendations</xsl:with-param>
        </xsl:call-template>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- ============================================================ appendices ===== -->

  <xsl:template name="appendices">
    <xsl:if test="$input/in:evidence/in:item">
      <section id="evidence" numbering="letter">
        <h1 class="tight">
          <xsl:if test="$last-word != '' and string-length($last-word) &lt; 1400">
            <xsl:attribute name="class">follow</xsl:attribute>
          </xsl:if>
          <xsl:value-of select="ladle:words('evidence.title')"/>
        </h1>
        <xsl:call-template name="evidence-list"/>
      </section>
    </xsl:if>
    <xsl:if test="$input/in:contradiction">
      <section id="contradictions" numbering="letter">
        <h1 class="follow"><xsl:value-of select="ladle:words('contradictions.title')"/></h1>
        <xsl:call-template name="contradictions"/>
      </section>
    </xsl:if>
    <section id="method" numbering="letter">
      <h1 class="follow"><xsl:value-of select="ladle:words('method.title')"/></h1>
      <xsl:call-template name="rules"><xsl:with-param name="placed" select="boolean($placement)"/></xsl:call-template>
    </section>
    <xsl:variable name="cited"
        select="$input/in:texts/in:source[@id = $input/in:texts//in:cite/@source]"/>
    <xsl:if test="$cited">
      <section id="literature">
        <h1 class="follow"><xsl:value-of select="ladle:words('literature.title')"/></h1>
        <xsl:call-template name="literature"><xsl:with-param name="sources" select="$cited"/></xsl:call-template>
      </section>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
