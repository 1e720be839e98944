<?xml version="1.0" encoding="UTF-8"?>
<!--
  The final report: its main results, on two pages at most, before anything else is read.

  A title that states the result, three key figures with the period each counts, the matrix before
  and now, and then why, what should be done, and how certain it is. All is composed from the data;
  each of these is a part, and a section of the study with the part's name as chapter stands in its
  place. Imported by final.xsl.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:in="urn:x-ladle:input"
    xmlns:ladle="urn:x-ladle:functions"
    xmlns="urn:x-ladle:document"
    exclude-result-prefixes="in ladle">

  <!-- More columns than this have no room for what was before; more than that none for signs. -->
  <xsl:variable name="most-moves" select="8"/>
  <xsl:variable name="most-columns" select="20"/>
  <!-- So many partnerships have a sentence each. -->
  <xsl:variable name="most-sentences" select="8"/>
  <!-- Elements without evidence are named up to so many. -->
  <xsl:variable name="most-missing" select="12"/>

  <xsl:variable name="results-placed" select="$assessments[@placement]"/>
  <!-- The highest level that a partnership is at: the title's. -->
  <xsl:variable name="results-level"
      select="$levels[@id = $results-placed/@placement][last()]"/>
  <!-- Assessments of the wave before, of the partnerships that are placed now and were then. -->
  <xsl:variable name="results-before"
      select="$results-placed/../in:assessment[@wave = $before/@id][@placement]"/>
  <xsl:variable name="results-both" select="$results-placed/in:element[@by]"/>
  <xsl:variable name="results-weak" select="$results-placed/in:element[@level][@support = 'weak']"/>

  <!-- The pages of their own. Where the part is left out or placed, what authors wrote for the chapter
       stands there by itself, and of a part left out also what they wrote for its parts. -->
  <xsl:template name="results-chapter">
    <xsl:variable name="there" select="not(key('left-out', 'results') | key('placed', 'results'))"/>
    <xsl:variable name="content">
      <xsl:if test="$there"><xsl:call-template name="results"/></xsl:if>
      <xsl:call-template name="chapter-texts">
        <xsl:with-param name="chapter">results</xsl:with-param>
        <xsl:with-param name="numbering">none</xsl:with-param>
      </xsl:call-template>
      <xsl:if test="key('left-out', 'results')">
        <xsl:call-template name="texts-after-parts-of">
          <xsl:with-param name="part">results</xsl:with-param>
          <xsl:with-param name="depth" select="2"/>
          <xsl:with-param name="numbering">none</xsl:with-param>
        </xsl:call-template>
      </xsl:if>
    </xsl:variable>
    <xsl:if test="$there or normalize-space($content) != ''">
      <section id="results" class="results" master="main" numbering="none" running="{ladle:words('results.name')}">
        <p class="section-name">
          <xsl:choose>
            <xsl:when test="$there and $results-title">
              <xsl:call-template name="chapter-title">
                <xsl:with-param name="of">results</xsl:with-param>
                <xsl:with-param name="words" select="ladle:words('results.name')"/>
              </xsl:call-template>
            </xsl:when>
            <xsl:otherwise><xsl:value-of select="ladle:words('results.name')"/></xsl:otherwise>
          </xsl:choose>
        </p>
        <h1 class="titled">
          <xsl:choose>
            <xsl:when test="$there"><xsl:call-template name="results-head-line"/></xsl:when>
            <xsl:otherwise>
              <xsl:call-template name="chapter-title">
                <xsl:with-param name="of">results</xsl:with-param>
                <xsl:with-param name="words" select="ladle:words('results.name')"/>
              </xsl:call-template>
            </xsl:otherwise>
          </xsl:choose>
        </h1>
        <xsl:copy-of select="$content"/>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- The title: what authors wrote for it, else their title of the chapter, else the result in a sentence. -->
  <xsl:variable name="results-title"
      select="/in:input/in:texts/in:section[@chapter = 'results-title'][not(key('placed', 'results-title'))][in:title or in:p][1]"/>
  <xsl:template name="results-head-line">
    <xsl:choose>
      <xsl:when test="$results-title">
        <xsl:for-each select="($results-title/in:title | $results-title[not(in:title)]/in:p[1])">
          <xsl:call-template name="language"/>
          <xsl:apply-templates mode="brief"/>
        </xsl:for-each>
      </xsl:when>
      <xsl:when test="key('chapter-title', 'results')">
        <xsl:call-template name="chapter-title"><xsl:with-param name="of">results</xsl:with-param></xsl:call-template>
      </xsl:when>
      <xsl:when test="key('left-out', 'results-title') | key('placed', 'results-title')">
        <xsl:value-of select="ladle:words('results.name')"/>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="results-sentence"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- What authors wrote for the title beyond the line that is in it. -->
  <xsl:template name="results-title-rest">
    <xsl:if test="not(key('placed', 'results-title'))">
      <xsl:for-each select="$texts/in:section[@chapter = 'results-title']">
        <xsl:variable name="first" select="generate-id() = generate-id($results-title)"/>
        <xsl:if test="in:title and not($first)">
          <h2 class="minor"><xsl:call-template name="language"/><xsl:apply-templates select="in:title/node()" mode="text"/></h2>
        </xsl:if>
        <xsl:apply-templates mode="text"
            select="*[not(self::in:title)][not($first and not(../in:title) and self::in:p and not(preceding-sibling::in:p))]">
          <xsl:with-param name="numbering">none</xsl:with-param>
        </xsl:apply-templates>
      </xsl:for-each>
      <xsl:apply-templates select="$texts/in:box[@chapter = 'results-title']" mode="text"/>
    </xsl:if>
  </xsl:template>

  <!-- These pages reach over the side column, so evidence that authors cite stands in the line. -->
  <xsl:template match="in:section[starts-with(@chapter, 'results-')]//@items
                       | in:section[starts-with(@chapter, 'results-')]//@item" mode="beside" priority="2">
    <xsl:if test="$evidence-listed">
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="." mode="evidence"/>
    </xsl:if>
  </xsl:template>
  <xsl:template match="in:section[starts-with(@chapter, 'results-')]//in:quote" mode="text" priority="2">
    <blockquote>
      <p>
        <xsl:call-template name="language"/>
        <xsl:apply-templates mode="text"/>
        <xsl:if test="@items and $evidence-listed">
          <xsl:text> </xsl:text>
          <xsl:call-template name="references">
            <xsl:with-param name="ids" select="normalize-space(@items)"/>
          </xsl:call-template>
        </xsl:if>
      </p>
      <xsl:if test="@who"><p class="role"><xsl:value-of select="@who"/></p></xsl:if>
    </blockquote>
  </xsl:template>
  <!-- The words of a recommendation that stands in full elsewhere: without notes and evidence. -->
  <xsl:template match="in:em" mode="brief"><em><xsl:apply-templates mode="brief"/></em></xsl:template>
  <xsl:template match="in:strong" mode="brief"><strong><xsl:apply-templates mode="brief"/></strong></xsl:template>
  <xsl:template match="in:note | in:evidence | in:cite" mode="brief"/>
  <xsl:template match="in:br" mode="brief"><xsl:text> </xsl:text></xsl:template>

  <xsl:template name="results">
    <xsl:call-template name="results-title-rest"/>
    <xsl:call-template name="results-part"><xsl:with-param name="name">results-figures</xsl:with-param></xsl:call-template>
    <xsl:call-template name="results-part"><xsl:with-param name="name">results-matrix</xsl:with-param></xsl:call-template>
    <xsl:variable name="why">
      <xsl:call-template name="results-part"><xsl:with-param name="name">results-why</xsl:with-param></xsl:call-template>
    </xsl:variable>
    <xsl:variable name="what">
      <xsl:call-template name="results-part"><xsl:with-param name="name">results-what</xsl:with-param></xsl:call-template>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="normalize-space($why) != '' and normalize-space($what) != ''">
        <columns class="pair results-pair">
          <div><xsl:copy-of select="$why"/></div>
          <div><xsl:copy-of select="$what"/></div>
        </columns>
      </xsl:when>
      <xsl:otherwise>
        <xsl:copy-of select="$why"/>
        <xsl:copy-of select="$what"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="results-part"><xsl:with-param name="name">results-sure</xsl:with-param></xsl:call-template>
  </xsl:template>

  <!-- A part of the main results: the author's where there is one, else composed; nothing where the
       study leaves it out or places it elsewhere. -->
  <xsl:template name="results-part">
    <xsl:param name="name"/>
    <xsl:variable name="own" select="$texts/*[@chapter = $name]"/>
    <xsl:choose>
      <xsl:when test="key('placed', $name)"/>
      <xsl:when test="$own">
        <xsl:if test="$name = 'results-why' or $name = 'results-what' or $name = 'results-sure'">
          <xsl:if test="not($own[self::in:section]/in:title)">
            <xsl:call-template name="results-head"><xsl:with-param name="of" select="$name"/></xsl:call-template>
          </xsl:if>
        </xsl:if>
        <xsl:for-each select="$own[self::in:section]">
          <xsl:if test="in:title">
            <h2 class="minor">
              <xsl:call-template name="language"/>
              <xsl:apply-templates select="in:title/node()" mode="text"/>
            </h2>
          </xsl:if>
          <xsl:apply-templates select="*[not(self::in:title)]" mode="text">
            <xsl:with-param name="numbering">none</xsl:with-param>
          </xsl:apply-templates>
        </xsl:for-each>
        <xsl:apply-templates select="$own[self::in:box]" mode="text"/>
      </xsl:when>
      <xsl:when test="key('left-out', $name)"/>
      <xsl:otherwise><xsl:call-template name="results-composed"><xsl:with-param name="name" select="$name"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="results-composed">
    <xsl:param name="name"/>
    <xsl:choose>
      <xsl:when test="$name = 'results-title'"><p><xsl:call-template name="results-sentence"/></p></xsl:when>
      <xsl:when test="$name = 'results-figures'"><xsl:call-template name="results-figures"/></xsl:when>
      <xsl:when test="not($results-placed)"/>
      <xsl:when test="$name = 'results-matrix'"><xsl:call-template name="results-matrix"/></xsl:when>
      <xsl:when test="$name = 'results-why'"><xsl:call-template name="results-why"/></xsl:when>
      <xsl:when test="$name = 'results-what'"><xsl:call-template name="results-what"/></xsl:when>
      <xsl:when test="$name = 'results-sure'"><xsl:call-template name="results-sure"/></xsl:when>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="results-head">
    <xsl:param name="of"/>
    <h2 class="minor"><xsl:value-of select="ladle:words(concat('results.', substring-after($of, 'results-')))"/></h2>
  </xsl:template>

  <!-- ===================================================== title ===== -->

  <!-- "2 af 4 partnerskaber er på Klubben, 2 på Kantinen og ingen på Kompagniet". -->
  <xsl:template name="results-sentence">
    <xsl:variable name="all" select="count($results-placed)"/>
    <xsl:variable name="occupied" select="$levels[@id = $results-placed/@placement]"/>
    <xsl:variable name="provisional" select="count($results-placed[@provisional = 'yes'])"/>
    <xsl:variable name="level" select="string($results-level)"/>
    <xsl:variable name="not-yet">
      <xsl:if test="$provisional &gt; 0 and $provisional = $all">.provisional</xsl:if>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$all = 0"><xsl:value-of select="ladle:words('results.title.none')"/></xsl:when>
      <xsl:when test="$all = 1">
        <xsl:variable name="words"><xsl:text>results.title.one</xsl:text><xsl:value-of select="$not-yet"/></xsl:variable>
        <xsl:value-of select="ladle:words(string($words), $level)"/>
      </xsl:when>
      <xsl:when test="count($occupied) = 1">
        <xsl:choose>
          <xsl:when test="$all = 2">
            <xsl:variable name="words"><xsl:text>results.title.both</xsl:text><xsl:value-of select="$not-yet"/></xsl:variable>
            <xsl:value-of select="ladle:words(string($words), $level)"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:variable name="words"><xsl:text>results.title.same</xsl:text><xsl:value-of select="$not-yet"/></xsl:variable>
            <xsl:value-of select="ladle:words(string($words), string($all), $level)"/>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:if test="$provisional &gt; 0 and $provisional &lt; $all">
          <xsl:value-of select="concat(' ', ladle:words('results.title.some', string($provisional)))"/>
        </xsl:if>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="empty" select="$levels[last()][not(@id = $results-placed/@placement)]"/>
        <xsl:variable name="told" select="$occupied | $empty[count($occupied) = 2]"/>
        <xsl:for-each select="$occupied">
          <xsl:sort select="@n" data-type="number" order="descending"/>
          <xsl:variable name="here" select="$results-placed[@placement = current()/@id]"/>
          <xsl:variable name="some" select="count($here[@provisional = 'yes'])"/>
          <xsl:choose>
            <xsl:when test="position() = 1"/>
            <xsl:when test="position() = last() and count($told) = count($occupied)">
              <xsl:value-of select="concat(' ', ladle:words('and'), ' ')"/>
            </xsl:when>
            <xsl:otherwise>, </xsl:otherwise>
          </xsl:choose>
          <xsl:choose>
            <xsl:when test="position() = 1">
              <xsl:variable name="words"><xsl:text>results.title.first</xsl:text><xsl:value-of select="$not-yet"/></xsl:variable>
              <xsl:value-of select="ladle:words(string($words), string(count($here)), string($all), string(.))"/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:value-of select="ladle:words('results.title.next', string(count($here)), string(.))"/>
            </xsl:otherwise>
          </xsl:choose>
          <xsl:choose>
            <xsl:when test="$some = 0 or $provisional = $all"/>
            <xsl:when test="$some = count($here)">
              <xsl:value-of select="concat(' ', ladle:words('results.title.provisional'))"/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:value-of select="concat(' ', ladle:words('results.title.some', string($some)))"/>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
        <xsl:if test="count($told) &gt; count($occupied)">
          <xsl:value-of select="concat(' ', ladle:words('and'), ' ', ladle:words('results.title.empty', string($empty)))"/>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ===================================================== key figures ===== -->

  <xsl:template name="results-figures">
    <xsl:variable name="all" select="count($results-placed)"/>
    <columns class="three">
      <xsl:if test="$all &gt; 0">
        <div><xsl:call-template name="results-figure-levels"/></div>
        <div><xsl:call-template name="results-figure-elements"/></div>
      </xsl:if>
      <div><xsl:call-template name="results-figure-activity"/></div>
    </columns>
  </xsl:template>

  <!-- Partnerships at the level of the title or higher, and how many there were before. -->
  <xsl:template name="results-figure-levels">
    <xsl:variable name="there" select="$results-placed[@placement-n &gt;= $results-level/@n]"/>
    <xsl:variable name="provisional" select="count($there[@provisional = 'yes'])"/>
    <xsl:call-template name="key-figure">
      <xsl:with-param name="figure"
          select="ladle:words('of', string(count($there)), string(count($results-placed)))"/>
      <xsl:with-param name="caption">
        <xsl:choose>
          <xsl:when test="$results-level/@n = 0 or $results-level/@n = $levels[last()]/@n">
            <xsl:value-of select="ladle:words('results.key.level', string($results-level),
                string($wave-name), string(count($results-placed)), string(count($there)))"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:value-of select="ladle:words('results.key.level.above', string($results-level),
                string($wave-name), string(count($results-placed)), string(count($there)))"/>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:choose>
          <xsl:when test="$provisional = 0"/>
          <xsl:when test="$provisional = count($there)">
            <xsl:value-of select="ladle:words('results.key.provisional.all')"/>
          </xsl:when>
          <xsl:otherwise><xsl:value-of select="ladle:words('results.key.provisional', string($provisional))"/></xsl:otherwise>
        </xsl:choose>
        <xsl:text>.</xsl:text>
        <xsl:if test="$results-before and $results-level/@n &gt; 0">
          <xsl:value-of select="concat(' ', ladle:words('results.key.level.before', string($before-name),
              string(count($results-before[@placement-n &gt;= $results-level/@n])),
              string(count($results-before))))"/>
        </xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Moves of elements; in a first round, how many are covered. -->
  <xsl:template name="results-figure-elements">
    <xsl:variable name="up" select="count($results-both[@by &gt; 0])"/>
    <xsl:variable name="down" select="count($results-both[@by &lt; 0])"/>
    <xsl:variable name="loose" select="count($results-both[@by != 0][@firm = 'no'])"/>
    <xsl:choose>
      <xsl:when test="$results-both and $up + $down = 0">
        <xsl:call-template name="key-figure">
          <xsl:with-param name="figure" select="ladle:words('of', '0', string(count($results-both)))"/>
          <xsl:with-param name="caption" select="ladle:words('results.key.moves.none',
              string($before-name), string($wave-name), string(count($results-both)))"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$results-both">
        <xsl:call-template name="key-figure">
          <xsl:with-param name="figure">
            <xsl:if test="$up &gt; 0"><xsl:value-of select="ladle:words('results.key.up', string($up))"/></xsl:if>
            <xsl:if test="$up &gt; 0 and $down &gt; 0">, </xsl:if>
            <xsl:if test="$down &gt; 0"><xsl:value-of select="ladle:words('results.key.down', string($down))"/></xsl:if>
          </xsl:with-param>
          <xsl:with-param name="caption">
            <xsl:choose>
              <xsl:when test="count($results-both) = 1">
                <xsl:value-of select="ladle:words('results.key.moves.one', string($before-name), string($wave-name))"/>
              </xsl:when>
              <xsl:otherwise>
                <xsl:value-of select="ladle:words('results.key.moves', string(count($results-both)),
                    string($before-name), string($wave-name))"/>
              </xsl:otherwise>
            </xsl:choose>
            <xsl:if test="$loose &gt; 0">
              <xsl:text> </xsl:text>
              <xsl:call-template name="weak-moves">
                <xsl:with-param name="moved" select="$up + $down"/>
                <xsl:with-param name="weak" select="$loose"/>
              </xsl:call-template>
            </xsl:if>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="key-figure">
          <xsl:with-param name="figure" select="ladle:words('of', string(sum($results-placed/@assessed)),
              string(sum($results-placed/@elements)))"/>
          <xsl:with-param name="caption">
            <xsl:value-of select="ladle:words('results.key.covered', string($wave/@words),
                string(count($results-placed)), string(sum($results-placed/@elements)),
                string(sum($results-placed/@assessed)))"/>
            <xsl:if test="$results-weak">
              <xsl:text> </xsl:text>
              <xsl:choose>
                <xsl:when test="sum($results-placed/@assessed) = 1">
                  <xsl:value-of select="ladle:words('results.key.covered.weak.one')"/>
                </xsl:when>
                <xsl:when test="count($results-weak) = sum($results-placed/@assessed)">
                  <xsl:value-of select="ladle:words('results.key.covered.weak.all', string(count($results-weak)))"/>
                </xsl:when>
                <xsl:otherwise>
                  <xsl:value-of select="ladle:words('results.key.covered.weak', string(count($results-weak)))"/>
                </xsl:otherwise>
              </xsl:choose>
            </xsl:if>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Visits against what was agreed; else the first other target; else what was held. -->
  <xsl:template name="results-figure-activity">
    <xsl:variable name="activities" select="$results-placed/in:activity
        | $input/in:partnership[not($results-placed)]/in:assessment[@wave = $wave/@id]/in:activity"/>
    <xsl:variable name="targets" select="$activities/in:target"/>
    <xsl:variable name="measure">
      <xsl:choose>
        <xsl:when test="$targets[@measure = 'visits']">visits</xsl:when>
        <xsl:otherwise><xsl:value-of select="$targets[1]/@measure"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="of-measure" select="$targets[@measure = $measure]"/>
    <!-- A target for all axes counts for itself; else those of the axes are added up. -->
    <xsl:variable name="counted" select="$of-measure[not(@axis)]
        | $of-measure[not(../in:target[@measure = $measure][not(@axis)])]"/>
    <xsl:variable name="deadlines" select="$counted/in:revised | $counted[not(in:revised)]/in:due"/>
    <xsl:variable name="shared" select="count($counted) = count($deadlines[@words = $deadlines[1]/@words])"/>
    <xsl:variable name="visits" select="sum($activities/in:visits/@held)"/>
    <xsl:choose>
      <xsl:when test="$counted">
        <xsl:call-template name="key-figure">
          <xsl:with-param name="figure" select="ladle:words('of', ladle:number(string(sum($counted/@actual))),
              ladle:number(string(sum($counted/@value))))"/>
          <xsl:with-param name="caption">
            <xsl:value-of select="ladle:words(concat('results.key.target.', $measure),
                string(count($counted/ancestor::in:partnership)))"/>
            <xsl:text> </xsl:text>
            <xsl:call-template name="since-the-start">
              <xsl:with-param name="shared" select="$shared"/>
              <xsl:with-param name="passed" select="not($counted[@passed = 'no'])"/>
              <xsl:with-param name="deadline" select="ladle:date(string($deadlines[1]/@date), 'full')"/>
              <xsl:with-param name="after" select="sum($counted/@after)"/>
            </xsl:call-template>
            <xsl:text>.</xsl:text>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$visits &gt; 0">
        <xsl:call-template name="key-figure">
          <xsl:with-param name="figure" select="ladle:number(string($visits))"/>
          <xsl:with-param name="caption" select="ladle:words('results.key.visits', string($visits), string($wave/@words))"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="records" select="sum($programme/in:method/@records)"/>
        <xsl:call-template name="key-figure">
          <xsl:with-param name="figure" select="ladle:number(string($records))"/>
          <xsl:with-param name="caption" select="ladle:words('results.key.records', string($records), string($wave/@words))"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ===================================================== matrix ===== -->

  <xsl:template name="results-matrix">
    <xsl:variable name="n" select="count($results-placed)"/>
    <xsl:variable name="pairs" select="boolean($results-before) and $n &lt;= $most-moves"/>
    <figure id="results-matrix" class="moves">
      <xsl:if test="$n &gt; $most-moves"><xsl:attribute name="class">moves many</xsl:attribute></xsl:if>
      <xsl:call-template name="message"><xsl:with-param name="part">results-matrix</xsl:with-param></xsl:call-template>
      <figcaption>
        <strong>
          <xsl:choose>
            <xsl:when test="$pairs"><xsl:value-of select="ladle:words('results.matrix.moves')"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="ladle:words('results.matrix')"/></xsl:otherwise>
          </xsl:choose>
        </strong>
        <xsl:text>&#x2002;</xsl:text>
        <xsl:choose>
          <xsl:when test="$pairs">
            <xsl:value-of select="ladle:words('results.matrix.caption.moves', string($before-name),
                string($before/@words), string($wave/@words))"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:value-of select="ladle:words('results.matrix.caption', string(count($elements)), string($n),
                string($wave/@words))"/>
          </xsl:otherwise>
        </xsl:choose>
      </figcaption>
      <xsl:call-template name="results-key"><xsl:with-param name="pairs" select="$pairs"/></xsl:call-template>
      <xsl:choose>
        <xsl:when test="$pairs"><xsl:call-template name="results-table-moves"/></xsl:when>
        <xsl:when test="$n &lt;= $most-columns"><xsl:call-template name="results-table-now"/></xsl:when>
        <xsl:otherwise><xsl:call-template name="results-table-counts"/></xsl:otherwise>
      </xsl:choose>
    </figure>
  </xsl:template>

  <xsl:template name="results-key">
    <xsl:param name="pairs"/>
    <xsl:variable name="shown" select="$results-placed | $results-before[$pairs]"/>
    <xsl:variable name="moved" select="$results-both[@by != 0]"/>
    <p class="key">
      <xsl:for-each select="$levels">
        <xsl:if test="position() &gt; 1"><xsl:text>&#x2003;&#x2002; </xsl:text></xsl:if>
        <xsl:apply-templates select="." mode="level"/>
      </xsl:for-each>
      <xsl:if test="$shown/in:element[not(@level)] or ($pairs and count($results-before) &lt; count($results-placed))">
        <xsl:text>&#x2003;&#x2002; </xsl:text>
        <xsl:call-template name="no-level"/>
      </xsl:if>
      <xsl:if test="$pairs and $moved">
        <xsl:text>&#x2003;&#x2002; </xsl:text>
        <span class="nowrap"><chart kind="move"/>&#xA0;<xsl:value-of select="ladle:words('results.key.arrow')"/></span>
      </xsl:if>
      <xsl:if test="$pairs and $moved[@firm = 'no']">
        <xsl:text>&#x2003;&#x2002; </xsl:text>
        <span class="nowrap"><chart kind="move" firm="no"/>&#xA0;<xsl:value-of select="ladle:words('results.key.arrow.weak')"/></span>
      </xsl:if>
    </p>
  </xsl:template>

  <!-- A pair of columns a partnership: before and now. -->
  <xsl:template name="results-table-moves">
    <xsl:variable name="n" select="count($results-placed)"/>
    <!-- Of the 160 mm a name has 46; no pair needs more than 30. -->
    <xsl:variable name="half">
      <xsl:choose>
        <xsl:when test="$n &lt; 4">15</xsl:when>
        <xsl:otherwise><xsl:value-of select="format-number(57 div $n, '0.00')"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <table>
      <col width="*"/>
      <xsl:for-each select="$results-placed"><col width="{$half}mm"/><col width="{$half}mm"/></xsl:for-each>
      <thead>
        <tr class="letters">
          <th scope="col" class="plain"><xsl:value-of select="ladle:words('final.element')"/></th>
          <xsl:for-each select="$results-placed">
            <th scope="col" colspan="2" class="number"><xsl:value-of select="../@short"/></th>
          </xsl:for-each>
        </tr>
        <tr class="times">
          <th/>
          <xsl:for-each select="$results-placed">
            <th scope="col" class="number muted"><xsl:value-of select="ladle:words('results.before')"/></th>
            <th scope="col" class="number muted"><xsl:value-of select="ladle:words('results.now')"/></th>
          </xsl:for-each>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="$elements">
          <xsl:variable name="id" select="@id"/>
          <tr keep="yes">
            <th scope="row"><xsl:apply-templates select="in:name" mode="said"/></th>
            <xsl:for-each select="$results-placed">
              <xsl:variable name="is" select="in:element[@id = $id]"/>
              <xsl:variable name="was" select="../in:assessment[@wave = $before/@id]/in:element[@id = $id]"/>
              <td colspan="2">
                <div>
                  <xsl:call-template name="move-chart">
                    <xsl:with-param name="name" select="string(key('element', $id)/in:name)"/>
                    <xsl:with-param name="was" select="key('level', $was/@level)"/>
                    <xsl:with-param name="is" select="key('level', $is/@level)"/>
                    <xsl:with-param name="firm" select="not($is/@firm = 'no')"/>
                  </xsl:call-template>
                </div>
              </td>
            </xsl:for-each>
          </tr>
        </xsl:for-each>
      </tbody>
      <tfoot>
        <tr class="placement">
          <th scope="row" class="name"><xsl:value-of select="ladle:words('final.placement.row')"/></th>
          <xsl:for-each select="$results-placed">
            <xsl:variable name="was" select="../in:assessment[@wave = $before/@id]"/>
            <td colspan="2">
              <div>
                <xsl:call-template name="move-chart">
                  <xsl:with-param name="name" select="ladle:words('final.placement.row')"/>
                  <xsl:with-param name="was" select="key('level', $was/@placement)"/>
                  <xsl:with-param name="is" select="key('level', @placement)"/>
                  <xsl:with-param name="firm" select="@provisional = 'no' and not($was/@provisional = 'yes')"/>
                </xsl:call-template>
              </div>
            </td>
          </xsl:for-each>
        </tr>
        <tr class="names">
          <th scope="row"><xsl:value-of select="ladle:words('results.matrix.now')"/></th>
          <xsl:for-each select="$results-placed">
            <td colspan="2" class="number"><xsl:call-template name="results-type"/></td>
          </xsl:for-each>
        </tr>
        <xsl:if test="$results-level/@n &gt; 0">
          <tr>
            <th scope="row" class="muted"><xsl:call-template name="results-count-words"/></th>
            <xsl:for-each select="$results-placed">
              <xsl:variable name="was"
                  select="../in:assessment[@wave = $before/@id]/in:count[@level = $results-level/@id]/@reached"/>
              <td colspan="2" class="number">
                <xsl:if test="$was"><xsl:value-of select="concat($was, ' → ')"/></xsl:if>
                <xsl:value-of select="in:count[@level = $results-level/@id]/@reached"/>
              </td>
            </xsl:for-each>
          </tr>
        </xsl:if>
      </tfoot>
    </table>
  </xsl:template>

  <!-- The placement by name, below its sign. -->
  <xsl:template name="results-type">
    <strong><xsl:apply-templates select="key('level', @placement)" mode="said"/></strong>
    <xsl:if test="@provisional = 'yes'">
      <xsl:value-of select="concat(' ', ladle:words('final.provisional'))"/>
    </xsl:if>
  </xsl:template>

  <!-- "På Klubben eller højere (6 kræves)": the number, where all need the same. -->
  <xsl:template name="results-count-words">
    <xsl:variable name="needed" select="$results-placed[1]/@needed"/>
    <xsl:choose>
      <xsl:when test="$results-level/@n = $levels[last()]/@n">
        <xsl:value-of select="ladle:words('results.matrix.count.top', string($results-level))"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="ladle:words('results.matrix.count', string($results-level))"/></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="not($results-placed[@needed != $needed])">
      <xsl:value-of select="concat(' ', ladle:words('results.matrix.needed', string($needed)))"/>
    </xsl:if>
  </xsl:template>

  <!-- A level before and now; was, is: the levels, or nothing. -->
  <xsl:template name="move-chart">
    <xsl:param name="name"/>
    <xsl:param name="was"/>
    <xsl:param name="is"/>
    <xsl:param name="firm"/>
    <chart kind="move" class="move" of="{count($levels)}">
      <xsl:attribute name="alt">
        <xsl:choose>
          <xsl:when test="$was and $is and $was/@n &lt; $is/@n">
            <xsl:value-of select="ladle:words('alt.scale.up', $name, string($was), string($is))"/>
          </xsl:when>
          <xsl:when test="$was and $is and $was/@n &gt; $is/@n">
            <xsl:value-of select="ladle:words('alt.scale.down', $name, string($was), string($is))"/>
          </xsl:when>
          <xsl:when test="$was and $is"><xsl:value-of select="ladle:words('alt.move.same', $name, string($is))"/></xsl:when>
          <xsl:when test="$is"><xsl:value-of select="ladle:words('alt.move.new', $name, string($is))"/></xsl:when>
          <xsl:when test="$was"><xsl:value-of select="ladle:words('alt.move.gone', $name, string($was))"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="ladle:words('alt.scale.none', $name)"/></xsl:otherwise>
        </xsl:choose>
        <xsl:if test="$was and $is and $was/@n != $is/@n and not($firm)">
          <xsl:value-of select="concat(' ', ladle:words('alt.move.weak'))"/>
        </xsl:if>
      </xsl:attribute>
      <xsl:if test="$is">
        <xsl:attribute name="level"><xsl:value-of select="$is/@n"/></xsl:attribute>
        <xsl:attribute name="words"><xsl:value-of select="$is"/></xsl:attribute>
      </xsl:if>
      <xsl:if test="$was">
        <xsl:attribute name="was"><xsl:value-of select="$was/@n"/></xsl:attribute>
        <xsl:attribute name="was-words"><xsl:value-of select="$was"/></xsl:attribute>
      </xsl:if>
      <xsl:if test="not($firm)"><xsl:attribute name="firm">no</xsl:attribute></xsl:if>
    </chart>
  </xsl:template>

  <!-- A column a partnership: now only. -->
  <xsl:template name="results-table-now">
    <xsl:variable name="n" select="count($results-placed)"/>
    <xsl:variable name="width">
      <xsl:choose>
        <xsl:when test="$n &lt; 5">24</xsl:when>
        <xsl:otherwise><xsl:value-of select="format-number(118 div $n, '0.00')"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <table>
      <col width="*"/>
      <xsl:for-each select="$results-placed"><col width="{$width}mm" align="centre"/></xsl:for-each>
      <thead>
        <tr class="letters">
          <th scope="col" class="plain"><xsl:value-of select="ladle:words('final.element')"/></th>
          <xsl:for-each select="$results-placed">
            <th scope="col" class="number"><xsl:value-of select="../@short"/></th>
          </xsl:for-each>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="$elements">
          <xsl:variable name="id" select="@id"/>
          <tr keep="yes">
            <th scope="row"><xsl:apply-templates select="in:name" mode="said"/></th>
            <xsl:for-each select="$results-placed">
              <td class="number">
                <xsl:call-template name="results-sign">
                  <xsl:with-param name="of" select="key('level', in:element[@id = $id]/@level)"/>
                </xsl:call-template>
              </td>
            </xsl:for-each>
          </tr>
        </xsl:for-each>
      </tbody>
      <tfoot>
        <tr class="placement">
          <th scope="row" class="name"><xsl:value-of select="ladle:words('final.placement.row')"/></th>
          <xsl:for-each select="$results-placed">
            <td class="number">
              <xsl:choose>
                <xsl:when test="$n &lt;= 5">
                  <chart kind="symbol" class="symbol" of="{count($levels)}" level="{@placement-n}"/>
                  <br/>
                  <xsl:call-template name="results-type"/>
                </xsl:when>
                <xsl:otherwise>
                  <xsl:call-template name="results-sign">
                    <xsl:with-param name="of" select="key('level', @placement)"/>
                  </xsl:call-template>
                </xsl:otherwise>
              </xsl:choose>
            </td>
          </xsl:for-each>
        </tr>
        <xsl:if test="$results-level/@n &gt; 0">
          <tr>
            <th scope="row" class="muted"><xsl:call-template name="results-count-words"/></th>
            <xsl:for-each select="$results-placed">
              <td class="number"><xsl:value-of select="in:count[@level = $results-level/@id]/@reached"/></td>
            </xsl:for-each>
          </tr>
        </xsl:if>
      </tfoot>
    </table>
  </xsl:template>
  <xsl:template name="results-sign">
    <xsl:param name="of"/>
    <xsl:choose>
      <xsl:when test="$of"><xsl:apply-templates select="$of" mode="symbol"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="no-symbol"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Too many for a column each: how many are at each level. -->
  <xsl:template name="results-table-counts">
    <table>
      <col width="*"/>
      <xsl:for-each select="$levels"><col width="{format-number(100 div count($levels), '0.00')}mm" align="centre"/></xsl:for-each>
      <thead>
        <tr class="letters">
          <th scope="col" class="plain"><xsl:value-of select="ladle:words('final.element')"/></th>
          <xsl:for-each select="$levels">
            <th scope="col" class="number"><xsl:value-of select="."/></th>
          </xsl:for-each>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="$elements">
          <xsl:variable name="at" select="$results-placed/in:element[@id = current()/@id]"/>
          <tr keep="yes">
            <th scope="row"><xsl:apply-templates select="in:name" mode="said"/></th>
            <xsl:for-each select="$levels">
              <td class="number"><xsl:value-of select="count($at[@level = current()/@id])"/></td>
            </xsl:for-each>
          </tr>
        </xsl:for-each>
      </tbody>
      <tfoot>
        <tr class="placement">
          <th scope="row" class="name"><xsl:value-of select="ladle:words('final.placement.row')"/></th>
          <xsl:for-each select="$levels">
            <td class="number"><strong><xsl:value-of select="count($results-placed[@placement = current()/@id])"/></strong></td>
          </xsl:for-each>
        </tr>
      </tfoot>
    </table>
  </xsl:template>

  <!-- ===================================================== why ===== -->

  <xsl:template name="results-why">
    <xsl:call-template name="results-head"><xsl:with-param name="of">results-why</xsl:with-param></xsl:call-template>
    <ul>
      <xsl:choose>
        <xsl:when test="count($results-placed) &lt;= $most-sentences">
          <xsl:for-each select="$results-placed"><li><xsl:apply-templates select="." mode="why"/></li></xsl:for-each>
        </xsl:when>
        <xsl:otherwise>
          <xsl:for-each select="$levels[@id = $results-placed/@placement]">
            <xsl:sort select="@n" data-type="number" order="descending"/>
            <xsl:variable name="here" select="$results-placed[@placement = current()/@id]"/>
            <xsl:variable name="names">
              <xsl:call-template name="enumeration"><xsl:with-param name="nodes" select="$here/../@short"/></xsl:call-template>
            </xsl:variable>
            <li>
              <strong><xsl:value-of select="."/></strong>
              <xsl:value-of select="ladle:words('results.why.level', string(count($here)), string($names))"/>
            </li>
          </xsl:for-each>
        </xsl:otherwise>
      </xsl:choose>
    </ul>
  </xsl:template>

  <!-- A partnership in a sentence or two: where it is and what carries that, and a statement that shows
       it. Of what moved up where the placement did, else of an element at the placement's level, the
       one that rests on most. -->
  <xsl:template match="in:assessment" mode="why">
    <xsl:variable name="a" select="."/>
    <xsl:variable name="was" select="../in:assessment[@wave = $before/@id][@placement]"/>
    <xsl:variable name="rises" select="$was and $was/@placement-n &lt; @placement-n"/>
    <xsl:variable name="falls" select="$was and $was/@placement-n &gt; @placement-n"/>
    <xsl:variable name="level" select="key('level', @placement)"/>
    <xsl:variable name="reached" select="in:count[@level = current()/@placement]/@reached"/>
    <xsl:variable name="up" select="in:element[@by &gt; 0][@level-n &gt;= $a/@placement-n]"/>
    <xsl:variable name="down" select="in:element[@by &lt; 0]"/>
    <xsl:variable name="not-yet"><xsl:if test="@provisional = 'yes'">.provisional</xsl:if></xsl:variable>
    <strong><xsl:value-of select="../@short"/></strong>
    <xsl:text> </xsl:text>
    <xsl:variable name="words">
      <xsl:text>results.why.</xsl:text>
      <xsl:choose>
        <xsl:when test="$rises">up</xsl:when>
        <xsl:when test="$falls">down</xsl:when>
        <xsl:when test="$was">same</xsl:when>
        <xsl:otherwise>first</xsl:otherwise>
      </xsl:choose>
      <xsl:value-of select="$not-yet"/>
    </xsl:variable>
    <xsl:value-of select="ladle:words(string($words), string($level), string(key('level', $was/@placement)))"/>
    <xsl:choose>
      <xsl:when test="$level/@n = 0"><xsl:text>.</xsl:text></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="all">
          <xsl:choose>
            <xsl:when test="$reached = @assessed and @assessed = 1">.one</xsl:when>
            <xsl:when test="$reached = @assessed">.all</xsl:when>
          </xsl:choose>
        </xsl:variable>
        <xsl:value-of select="ladle:words(concat('results.why.reached', $all), string($reached), string(@assessed))"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:variable name="candidates"
        select="$up[$rises] | $down[$falls] | in:element[not($rises or $falls)][@level = $a/@placement]"/>
    <xsl:variable name="shown">
      <xsl:for-each select="$candidates[in:for]">
        <xsl:sort select="number(@support = 'strong') * 2 + number(@support = 'moderate')" data-type="number" order="descending"/>
        <xsl:sort select="@statements" data-type="number" order="descending"/>
        <xsl:if test="position() = 1"><xsl:value-of select="@id"/></xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="element" select="in:element[@id = $shown]"/>
    <xsl:variable name="item" select="key('item', $element/in:for/@item)"/>
    <xsl:if test="$item">
      <xsl:variable name="name"><xsl:apply-templates select="key('element', $shown)" mode="small-name"/></xsl:variable>
      <xsl:text> </xsl:text>
      <xsl:choose>
        <xsl:when test="string-length($item/in:text) &lt; 150 and $item/in:text != '' and count($results-placed) &lt;= 5">
          <xsl:value-of select="ladle:words('results.why.shown', string($name))"/>
          <xsl:text> </xsl:text>
          <xsl:apply-templates select="$item" mode="text"/>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="ladle:words('results.why.see', string($name))"/></xsl:otherwise>
      </xsl:choose>
      <xsl:if test="$evidence-listed">
        <xsl:text> </xsl:text>
        <xsl:apply-templates select="$item" mode="reference"/>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- ===================================================== what should be done ===== -->

  <!-- The authors' first recommendations, and where all stand; nothing where there are none. -->
  <xsl:template name="results-what">
    <xsl:variable name="all" select="$texts/in:section[@chapter = 'recommendations'][not(@written)]//in:recommendation"/>
    <xsl:if test="$all">
      <xsl:call-template name="results-head"><xsl:with-param name="of">results-what</xsl:with-param></xsl:call-template>
      <ul>
        <xsl:for-each select="$all[position() &lt;= 3]">
          <li>
            <xsl:if test="@to">
              <strong><xsl:call-template name="language"/><xsl:value-of select="@to"/>:</strong>
              <xsl:text> </xsl:text>
            </xsl:if>
            <xsl:variable name="words" select="in:p[1] | self::*[not(in:p)]"/>
            <xsl:apply-templates select="$words/node()" mode="brief"/>
            <xsl:if test="@items and $evidence-listed">
              <xsl:text> </xsl:text>
              <xsl:apply-templates select="@items" mode="evidence"/>
            </xsl:if>
          </li>
        </xsl:for-each>
      </ul>
      <xsl:if test="count($all) &gt; 3">
        <p class="more">
          <xsl:value-of select="concat(ladle:words('results.what.all', string(count($all))), ' ')"/>
          <ref to="recommendations" show="full" optional="yes"/>
          <xsl:text>.</xsl:text>
        </p>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- ===================================================== how certain ===== -->

  <xsl:template name="results-sure">
    <xsl:call-template name="results-head"><xsl:with-param name="of">results-sure</xsl:with-param></xsl:call-template>
    <xsl:variable name="one" select="count($results-placed) = 1"/>
    <p class="sure">
      <xsl:choose>
        <xsl:when test="$one"><xsl:apply-templates select="$results-placed" mode="sure"/></xsl:when>
        <xsl:when test="count($results-placed) &gt; $most-sentences">
          <xsl:variable name="provisional" select="count($results-placed[@provisional = 'yes'])"/>
          <xsl:variable name="stable" select="count($results-placed[@runs &gt; 1][@kept = @runs])"/>
          <xsl:choose>
            <xsl:when test="$stable = 0">
              <xsl:value-of select="ladle:words('results.sure.many.none', string(count($results-placed)))"/>
            </xsl:when>
            <xsl:when test="$stable = count($results-placed)">
              <xsl:value-of select="ladle:words('results.sure.stable.all', string($stable))"/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:value-of select="ladle:words('results.sure.many', string(count($results-placed)), string($stable))"/>
            </xsl:otherwise>
          </xsl:choose>
          <xsl:if test="$provisional &gt; 0">
            <xsl:value-of select="concat(' ', ladle:words('results.sure.many.provisional', string($provisional)))"/>
          </xsl:if>
        </xsl:when>
        <xsl:otherwise><xsl:call-template name="results-sure-placements"/></xsl:otherwise>
      </xsl:choose>
      <xsl:text> </xsl:text>
      <xsl:call-template name="results-sure-elements"/>
    </p>
  </xsl:template>

  <!-- What holds of which placements. -->
  <xsl:template name="results-sure-placements">
    <xsl:variable name="stable" select="$results-placed[@runs &gt; 1][@kept = @runs]"/>
    <xsl:variable name="provisional" select="$results-placed[@provisional = 'yes']"/>
    <xsl:variable name="open" select="$results-placed[@provisional = 'no'][@lowest != @highest]"/>
    <xsl:variable name="single" select="$results-placed[@runs = 1]"/>
    <xsl:choose>
      <xsl:when test="count($stable) = 2 and count($results-placed) = 2">
        <xsl:value-of select="ladle:words('results.sure.stable.both')"/>
      </xsl:when>
      <xsl:when test="count($stable) = count($results-placed)">
        <xsl:value-of select="ladle:words('results.sure.stable.all', string(count($stable)))"/>
      </xsl:when>
      <xsl:when test="$stable">
        <xsl:variable name="who"><xsl:call-template name="enumeration"><xsl:with-param name="nodes" select="$stable/../@short"/></xsl:call-template></xsl:variable>
        <xsl:value-of select="ladle:words('results.sure.stable', string($who))"/>
      </xsl:when>
    </xsl:choose>
    <xsl:for-each select="$results-placed[@runs &gt; 1][@kept != @runs]">
      <xsl:variable name="records"><xsl:call-template name="pivotal-records"/></xsl:variable>
      <xsl:text> </xsl:text>
      <xsl:value-of select="ladle:words('results.sure.pivotal', string(../@short), string($records),
                            string(count(in:pivotal)))"/>
    </xsl:for-each>
    <xsl:if test="$single">
      <xsl:variable name="who"><xsl:call-template name="enumeration"><xsl:with-param name="nodes" select="$single/../@short"/></xsl:call-template></xsl:variable>
      <xsl:value-of select="concat(' ', ladle:words('results.sure.single', string($who), string(count($single))))"/>
    </xsl:if>
    <xsl:if test="$provisional">
      <xsl:variable name="who"><xsl:call-template name="enumeration"><xsl:with-param name="nodes" select="$provisional/../@short"/></xsl:call-template></xsl:variable>
      <xsl:value-of select="concat(' ', ladle:words('results.sure.provisional', string($who), string(count($provisional))))"/>
    </xsl:if>
    <xsl:if test="$open">
      <xsl:variable name="who"><xsl:call-template name="enumeration"><xsl:with-param name="nodes" select="$open/../@short"/></xsl:call-template></xsl:variable>
      <xsl:value-of select="concat(' ', ladle:words('results.sure.open', string($who), string(count($open))))"/>
    </xsl:if>
  </xsl:template>

  <!-- Elements that are weakly covered or not at all, with the partnerships; what coders do not agree
       on; and how much there is. -->
  <xsl:template name="results-sure-elements">
    <xsl:variable name="weak">
      <xsl:call-template name="results-elements"><xsl:with-param name="of" select="$results-weak"/></xsl:call-template>
    </xsl:variable>
    <xsl:variable name="bare" select="$results-placed/in:element[not(@level)]"/>
    <xsl:variable name="missing">
      <xsl:call-template name="results-elements"><xsl:with-param name="of" select="$bare"/></xsl:call-template>
    </xsl:variable>
    <xsl:variable name="one" select="count($results-placed) = 1"/>
    <xsl:variable name="coders" select="$input/in:coders"/>
    <xsl:variable name="apart" select="$coders/in:element[@alpha &lt; 0.667]"/>
    <xsl:variable name="now-items" select="number($input/in:evidence/in:of-wave[@wave = $wave/@id]/@items)"/>
    <xsl:variable name="then-items" select="number($input/in:evidence/in:of-wave[@wave = $before/@id]/@items)"/>
      <!-- Of one partnership it is said above how many there are. -->
      <xsl:if test="$results-weak and not($one and $results-placed/@assessed = 1)">
        <xsl:choose>
          <xsl:when test="$one"><xsl:value-of select="ladle:words('results.sure.weak.names', string($weak))"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="ladle:words('results.sure.weak', string($weak))"/></xsl:otherwise>
        </xsl:choose>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:if test="$bare">
        <xsl:choose>
          <xsl:when test="count($bare) &gt; $most-missing">
            <xsl:value-of select="ladle:words('results.sure.missing.many', string(count($bare)),
                                  string(sum($results-placed/@elements)))"/>
          </xsl:when>
          <xsl:otherwise><xsl:value-of select="ladle:words('results.sure.missing', string($missing))"/></xsl:otherwise>
        </xsl:choose>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:if test="not($results-weak or $bare or $one)">
        <xsl:value-of select="concat(ladle:words('results.sure.none'), ' ')"/>
      </xsl:if>
      <xsl:if test="$apart">
        <xsl:variable name="list">
          <xsl:for-each select="$apart">
            <xsl:call-template name="joint"/>
            <xsl:apply-templates select="key('element', @id)" mode="small-name"/>
            <xsl:value-of select="concat(' (', ladle:number(string(@alpha), '2'), ')')"/>
          </xsl:for-each>
        </xsl:variable>
        <xsl:value-of select="concat(ladle:words('results.sure.coders', string($list), ladle:number('0.667', '3')), ' ')"/>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="$then-items &gt; 0">
          <xsl:value-of select="ladle:words('results.sure.items.before', ladle:number(string($now-items)),
              ladle:number(string($then-items)), string($before-name), string($wave-name))"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="ladle:words('results.sure.items', ladle:number(string($now-items)), string($wave-name))"/>
        </xsl:otherwise>
      </xsl:choose>
  </xsl:template>
  <!-- "belastning (A, B og D) og udbytte (A)"; with one partnership the names alone; with many how
       many of them. -->
  <xsl:template name="results-elements">
    <xsl:param name="of"/>
    <xsl:for-each select="$elements[@id = $of/@id]">
      <xsl:variable name="here" select="$of[@id = current()/@id]"/>
      <xsl:call-template name="joint"/>
      <xsl:apply-templates select="." mode="small-name"/>
      <xsl:choose>
        <xsl:when test="count($results-placed) = 1"/>
        <xsl:when test="count($results-placed) &gt; $most-sentences">
          <xsl:value-of select="concat(' (', count($here), ')')"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:text> (</xsl:text>
          <xsl:for-each select="$here">
            <xsl:if test="position() &gt; 1">, </xsl:if>
            <xsl:value-of select="../../@short"/>
          </xsl:for-each>
          <xsl:text>)</xsl:text>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
