<?xml version="1.0" encoding="UTF-8"?>
<!--
  Charts in words, for those who cannot see them: a chart's alternative text says in full sentences
  what the chart says. Signs of levels in a matrix have their level's name; signs beside their name,
  and the marks of a key, have none, since the words stand there.

  Included by common.xsl. The words are the labels alt.… of templates/language/.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:in="urn:x-ladle:input"
    xmlns:ladle="urn:x-ladle:functions"
    xmlns="urn:x-ladle:document"
    exclude-result-prefixes="in ladle">

  <!-- What stands before an item of a list "A, B og C": call it first in each. -->
  <xsl:template name="joint">
    <xsl:choose>
      <xsl:when test="position() = 1"/>
      <xsl:when test="position() = last()"><xsl:value-of select="concat(' ', ladle:words('and'), ' ')"/></xsl:when>
      <xsl:otherwise>, </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The name of the level that a partnership is placed at, called provisional where it is. -->
  <xsl:template match="in:assessment" mode="said-level">
    <xsl:choose>
      <xsl:when test="@provisional = 'yes'">
        <xsl:value-of select="ladle:words('level.provisional', string(key('level', @placement)))"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="key('level', @placement)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- The same of the partnerships at a level. -->
  <xsl:template match="in:programme/in:placement" mode="said-level">
    <xsl:choose>
      <xsl:when test="@provisional = 0"><xsl:value-of select="key('level', @level)"/></xsl:when>
      <xsl:when test="@provisional = @partnerships">
        <xsl:value-of select="ladle:words('level.provisional', string(key('level', @level)))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="ladle:words('levels.provisional', string(key('level', @level)), string(@provisional))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "Partnerskab B har nået Klubben på 10 af 11 elementer; til Kompagniet mangler fem elementer." -->
  <xsl:template match="in:assessment" mode="alt">
    <xsl:param name="who" select="../@alias"/>
    <xsl:variable name="reached" select="in:count[@level = current()/@placement]/@reached"/>
    <xsl:variable name="level"><xsl:apply-templates select="." mode="said-level"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="not(@placement)">
        <xsl:value-of select="ladle:words('alt.assessment.none', string($who))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:choose>
          <xsl:when test="@assessed = 1 and @elements &gt; 1">
            <xsl:value-of select="ladle:words('alt.assessment.one', string($who), string($level), string(@elements))"/>
          </xsl:when>
          <xsl:when test="@assessed = @elements">
            <xsl:value-of select="ladle:words('alt.assessment', string($who), string($level), string($reached),
                string(@elements))"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:value-of select="ladle:words('alt.assessment.some', string($who), string($level), string($reached),
                string(@assessed), string(@elements))"/>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:if test="@next and @to-next &gt; 0">
          <xsl:value-of select="ladle:words('alt.assessment.next', string(@to-next),
                                string(key('level', @next)))"/>
        </xsl:if>
        <xsl:text>.</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- An element on the scale; moved: it is drawn with an arrow from the level before. -->
  <xsl:template match="in:assessment/in:element" mode="alt">
    <xsl:param name="moved" select="false()"/>
    <xsl:variable name="name" select="string(key('element', @id)/in:name)"/>
    <xsl:choose>
      <xsl:when test="not(@level)">
        <xsl:value-of select="ladle:words('alt.scale.none', $name)"/>
      </xsl:when>
      <xsl:when test="$moved and @before and @before-n &lt; @level-n">
        <xsl:value-of select="ladle:words('alt.scale.up', $name, string(key('level', @before)),
                              string(key('level', @level)))"/>
      </xsl:when>
      <xsl:when test="$moved and @before and @before-n &gt; @level-n">
        <xsl:value-of select="ladle:words('alt.scale.down', $name, string(key('level', @before)),
                              string(key('level', @level)))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="ladle:words('alt.scale', $name, string(key('level', @level)))"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$moved and @by != 0 and @firm = 'no'">
      <xsl:value-of select="concat(' ', ladle:words('alt.move.weak'))"/>
    </xsl:if>
  </xsl:template>

  <!-- Mini-strips: the spread of the evidence, or of the partnerships. -->
  <xsl:template match="in:assessment/in:element" mode="alt-strip">
    <xsl:variable name="there" select="in:share[@value &gt; 0]"/>
    <xsl:variable name="list">
      <xsl:for-each select="$there">
        <xsl:call-template name="joint"/>
        <xsl:value-of select="ladle:words('alt.item.level', string(key('level', @level)), ladle:percent(string(@value)))"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="not($there)"><xsl:value-of select="ladle:words('alt.strip.none')"/></xsl:when>
      <xsl:when test="count($there) = 1">
        <xsl:value-of select="ladle:words('alt.strip.all', string(key('level', $there/@level)))"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="ladle:words('alt.strip', string($list))"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="in:programme/in:element" mode="alt-strip">
    <xsl:variable name="there" select="in:count[@partnerships &gt; 0]"/>
    <xsl:variable name="list">
      <xsl:for-each select="$there">
        <xsl:call-template name="joint"/>
        <xsl:value-of select="ladle:words('alt.item.level', string(key('level', @level)), string(@partnerships))"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="not($there)"><xsl:value-of select="ladle:words('alt.marks.none')"/></xsl:when>
      <xsl:when test="count($there) = 1">
        <xsl:value-of select="ladle:words('alt.marks.all', string($there/@partnerships),
                              string(key('level', $there/@level)))"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="ladle:words('alt.marks', string($list))"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The timeline: how many events, the first and the last, and what became of the deadlines.
       Targets due and moved together are one deadline, as in the drawing. -->
  <xsl:template match="in:timeline" mode="alt">
    <xsl:param name="drawn"/>
    <xsl:variable name="marks" select="$drawn[not(@kind = 'target')
        or generate-id() = generate-id(key('deadline', concat(generate-id(..), @date, '|', in:revised/@date))[1])]"/>
    <xsl:variable name="deadlines" select="$marks[@kind = 'deadline' or @kind = 'target']"/>
    <xsl:variable name="moved" select="$marks[in:revised]"/>
    <xsl:variable name="first"><xsl:apply-templates select="$marks[1]" mode="alt"/></xsl:variable>
    <xsl:variable name="last"><xsl:apply-templates select="$marks[last()]" mode="alt"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="not($marks)"><xsl:value-of select="ladle:words('alt.timeline.none')"/></xsl:when>
      <xsl:when test="count($marks) = 1">
        <xsl:value-of select="ladle:words('alt.timeline.one', string($first))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="ladle:words('alt.timeline', string(count($marks)), string($first), string($last))"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:choose>
      <xsl:when test="$moved">
        <xsl:variable name="list">
          <xsl:for-each select="$moved">
            <xsl:if test="position() &gt; 1">; </xsl:if>
            <xsl:apply-templates select="." mode="alt"/>
          </xsl:for-each>
        </xsl:variable>
        <xsl:value-of select="concat(' ', ladle:capital(ladle:words('alt.timeline.moved', string(count($moved)), string($list))))"/>
      </xsl:when>
      <xsl:when test="$deadlines">
        <xsl:value-of select="concat(' ', ladle:words('alt.timeline.unmoved', string(count($deadlines))))"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="in:entry" mode="alt">
    <xsl:variable name="what"><xsl:apply-templates select="." mode="alt-name"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="in:revised">
        <xsl:value-of select="ladle:words('alt.timeline.move', string($what), ladle:date(string(@date), 'full'),
                              ladle:date(string(in:revised/@date), 'full'))"/>
      </xsl:when>
      <xsl:when test="@words != ''">
        <xsl:value-of select="ladle:words('alt.item', string($what), ladle:date(string(@date), 'full'))"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$what"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- Its name in the drawing, in quotation marks. -->
  <xsl:template match="in:entry" mode="alt-name">
    <xsl:variable name="alike" select="key('deadline', concat(generate-id(..), @date, '|', in:revised/@date))"/>
    <xsl:variable name="name">
      <xsl:choose>
        <xsl:when test="@kind = 'target' and count($alike) &gt; 1">
          <xsl:value-of select="ladle:words('entry.targets', string(count($alike)))"/>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates select="." mode="words"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:value-of select="ladle:quote(string($name))"/>
  </xsl:template>

  <!-- Visits over time, a panel: how many at the end, of which target, how many with three sectors,
       and what the last months added. who: what the panel is of. -->
  <xsl:template match="in:months" mode="alt">
    <xsl:param name="who"/>
    <xsl:variable name="last" select="in:month[last()]"/>
    <xsl:variable name="before" select="$last/preceding-sibling::in:month[3]"/>
    <xsl:variable name="end" select="ladle:date(string($last/@month), 'full')"/>
    <xsl:call-template name="alt-visits">
      <xsl:with-param name="who" select="$who"/>
      <xsl:with-param name="end" select="$end"/>
      <xsl:with-param name="visits" select="$last/@visits"/>
      <xsl:with-param name="three" select="$last/@three"/>
      <xsl:with-param name="recorded" select="@recorded"/>
      <xsl:with-param name="target" select="string(@target)"/>
      <xsl:with-param name="missed" select="@reached = 'no'"/>
    </xsl:call-template>
    <xsl:if test="$last/@visits &gt; 0">
      <xsl:choose>
        <xsl:when test="$before and $before/@visits = $last/@visits">
          <xsl:value-of select="concat(' ', ladle:words('alt.bars.still', '3'))"/>
        </xsl:when>
        <xsl:when test="$before">
          <xsl:value-of select="concat(' ', ladle:words('alt.bars.trend', '3', string($last/@visits - $before/@visits)))"/>
        </xsl:when>
      </xsl:choose>
    </xsl:if>
  </xsl:template>

  <!-- "Akse 4: Ved udgangen af december 2016 var 39 virksomhedsbesøg gennemført; målet er 48." recorded:
       of how many visits it is noted who was present; missed: the target was not reached by its deadline. -->
  <xsl:template name="alt-visits">
    <xsl:param name="who"/>
    <xsl:param name="end"/>
    <xsl:param name="visits"/>
    <xsl:param name="three"/>
    <xsl:param name="recorded"/>
    <xsl:param name="target"/>
    <xsl:param name="missed" select="false()"/>
    <xsl:choose>
      <xsl:when test="not($visits &gt; 0)">
        <xsl:value-of select="ladle:words('alt.bars.none', string($who), string($end))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="ladle:words('alt.bars', string($who), string($end), string($visits))"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:choose>
      <xsl:when test="$target = ''"/>
      <xsl:when test="$target &gt; $visits">
        <xsl:value-of select="ladle:words('alt.bars.target', ladle:number(string($target)))"/>
      </xsl:when>
      <xsl:when test="$missed">
        <xsl:value-of select="ladle:words('alt.bars.target.late', ladle:number(string($target)))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="ladle:words('alt.bars.target.reached', ladle:number(string($target)))"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:text>.</xsl:text>
    <xsl:choose>
      <xsl:when test="$recorded = 0"/>
      <xsl:when test="$recorded = 1 and $visits &gt; 1">
        <xsl:value-of select="concat(' ', ladle:words('alt.bars.three.of.one', string($three)))"/>
      </xsl:when>
      <xsl:when test="$recorded &lt; $visits">
        <xsl:value-of select="concat(' ', ladle:capital(ladle:words('alt.bars.three.of', string($three), string($recorded))))"/>
      </xsl:when>
      <xsl:when test="$visits = 1">
        <xsl:value-of select="concat(' ', ladle:words('alt.bars.three.one', string($three)))"/>
      </xsl:when>
      <xsl:when test="$visits &gt; 1">
        <xsl:value-of select="concat(' ', ladle:capital(ladle:words('alt.bars.three', string($three))))"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- No visit of these months is known to have had three sectors: how much is known. -->
  <xsl:template name="no-three-sectors">
    <xsl:param name="months"/>
    <xsl:variable name="recorded" select="sum($months/@recorded)"/>
    <xsl:choose>
      <xsl:when test="$recorded = 0"><xsl:value-of select="ladle:words('activity.bars.note.unrecorded')"/></xsl:when>
      <xsl:when test="$recorded &lt; sum($months/in:month[last()]/@visits)">
        <xsl:value-of select="ladle:words('activity.bars.note.none.some')"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="ladle:words('activity.bars.note.none')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- How many sectors took part. -->
  <xsl:template match="in:presence" mode="alt">
    <xsl:choose>
      <xsl:when test="@recorded = 1">
        <xsl:variable name="sectors"
            select="1 * (@one-sector = 1) + 2 * (@two-sectors = 1) + 3 * (@three-or-more = 1)"/>
        <xsl:value-of select="ladle:words(concat('alt.parts.', @of, '.one'),
                              ladle:words(concat('alt.sectors.', $sectors)))"/>
      </xsl:when>
      <xsl:when test="@one-sector = @recorded or @two-sectors = @recorded or @three-or-more = @recorded">
        <xsl:variable name="sectors"
            select="1 * (@one-sector &gt; 0) + 2 * (@two-sectors &gt; 0) + 3 * (@three-or-more &gt; 0)"/>
        <xsl:variable name="all">
          <xsl:choose>
            <xsl:when test="@recorded = 2">.both</xsl:when>
            <xsl:otherwise>.all</xsl:otherwise>
          </xsl:choose>
        </xsl:variable>
        <xsl:value-of select="ladle:words(concat('alt.parts.', @of, $all),
                              ladle:words(concat('alt.sectors.', $sectors)), string(@recorded))"/>
      </xsl:when>
      <xsl:when test="@one-sector + @two-sectors + @three-or-more = 0">
        <xsl:value-of select="ladle:words(concat('alt.parts.', @of, '.none'))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="parts">
          <xsl:for-each select="(@one-sector | @two-sectors | @three-or-more)[. &gt; 0]">
            <xsl:sort select="3 * (local-name() = 'three-or-more') + 2 * (local-name() = 'two-sectors')" data-type="number"/>
            <xsl:call-template name="joint"/>
            <xsl:value-of select="ladle:words('alt.parts.item', string(.), ladle:words(concat('alt.sectors.',
                1 + (local-name() = 'two-sectors') + 2 * (local-name() = 'three-or-more'))))"/>
          </xsl:for-each>
        </xsl:variable>
        <xsl:value-of select="ladle:words(concat('alt.parts.', @of), string(@recorded), string($parts))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Sectors that took part, each in a sentence. -->
  <xsl:template name="alt-pair">
    <xsl:param name="sectors"/>
    <xsl:param name="visits"/>
    <xsl:param name="meetings"/>
    <xsl:for-each select="$sectors">
      <xsl:variable name="at-visits" select="$visits/in:sector[@id = current()/@id]/@share"/>
      <xsl:variable name="at-meetings" select="$meetings/in:sector[@id = current()/@id]/@share"/>
      <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
      <xsl:choose>
        <xsl:when test="$visits and $meetings">
          <xsl:value-of select="ladle:words('alt.pair', string(.), ladle:percent(string($at-visits)),
                                ladle:percent(string($at-meetings)))"/>
        </xsl:when>
        <xsl:when test="$visits">
          <xsl:value-of select="ladle:words('alt.pair.visits', string(.), ladle:percent(string($at-visits)))"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="ladle:words('alt.pair.meetings', string(.), ladle:percent(string($at-meetings)))"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <!-- What rests on the key person: how often that person was there, and then what would have been without. -->
  <xsl:template match="in:key-person" mode="present">
    <xsl:variable name="noted">
      <xsl:if test="@of &lt; ../in:meetings/@held + ../in:visits/@held"><xsl:value-of select="ladle:words('alt.noted')"/></xsl:if>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="@of = 1"><xsl:value-of select="ladle:words('alt.ticks.one', string($noted))"/></xsl:when>
      <xsl:when test="@present = @of">
        <xsl:value-of select="ladle:words('alt.ticks.all', string(@of), string($noted))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="ladle:words('alt.ticks', string(@present), string(@of), string($noted))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="in:key-person" mode="alt">
    <xsl:apply-templates select="." mode="present"/>
    <xsl:choose>
      <xsl:when test="@of = 1 and @joint &gt; 0">
        <xsl:value-of select="concat(' ', ladle:words('alt.ticks.joint.one', string(@joint-without)))"/>
      </xsl:when>
      <xsl:when test="@joint = @of and @joint-without &gt; 0">
        <xsl:value-of select="concat(' ', ladle:words('alt.ticks.joint.every', string(@joint-without)))"/>
      </xsl:when>
      <xsl:when test="@joint = @of">
        <xsl:value-of select="concat(' ', ladle:words('alt.ticks.joint.every.none'))"/>
      </xsl:when>
      <xsl:when test="@joint &gt; 0 and @joint-without &gt; 0">
        <xsl:value-of select="concat(' ', ladle:words('alt.ticks.joint', string(@joint), string(@joint-without),
                              string(@of)))"/>
      </xsl:when>
      <xsl:when test="@joint &gt; 0">
        <xsl:value-of select="concat(' ', ladle:words('alt.ticks.joint.none', string(@joint), string(@of)))"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- What meeting time was spent on: the most first, what is called other last, as in the chart. -->
  <xsl:template name="alt-shares">
    <xsl:param name="agenda"/>
    <xsl:choose>
      <xsl:when test="count($agenda) = 1">
        <xsl:variable name="what">
          <xsl:call-template name="inside-sentence">
            <xsl:with-param name="words" select="ladle:words(concat('agenda.', $agenda/@kind))"/>
          </xsl:call-template>
        </xsl:variable>
        <xsl:value-of select="ladle:words('alt.shares.all', string($what))"/>
      </xsl:when>
      <xsl:otherwise>
        <!-- Unless it is the most: what is told first is the most. -->
        <xsl:variable name="other" select="$agenda[@kind = 'other'][$agenda[@kind != 'other'][@share &gt;= $agenda[@kind = 'other']/@share]]"/>
        <xsl:for-each select="$agenda">
          <xsl:sort select="number(boolean($other) and @kind = 'other')" data-type="number"/>
          <xsl:sort select="@share" data-type="number" order="descending"/>
          <xsl:variable name="what">
            <xsl:call-template name="inside-sentence">
              <xsl:with-param name="words" select="ladle:words(concat('agenda.', @kind))"/>
            </xsl:call-template>
          </xsl:variable>
          <xsl:choose>
            <xsl:when test="position() = 1">
              <xsl:value-of select="concat(ladle:words('alt.shares.first', string($what),
                                    ladle:percent(string(@share))), ' ', ladle:words('alt.shares.then'), ' ')"/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:if test="position() &gt; 2"><xsl:call-template name="joint"/></xsl:if>
              <xsl:value-of select="ladle:words('alt.item', string($what),
                                    ladle:percent(string(@share)))"/>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
        <xsl:text>.</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
