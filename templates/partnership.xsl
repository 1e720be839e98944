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
  <xsl:import href="partnership-summary.xsl"/>
  <xsl:import href="partnership-levels.xsl"/>
  <xsl:import href="partnership-activity.xsl"/>
  <xsl:import href="partnership-changes.xsl"/>
  <xsl:import href="partnership-messages.xsl"/>

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
        <xsl:with-param name="running">
          <xsl:call-template name="running-head">
            <xsl:with-param name="words" select="ladle:words('partnership.running', string($p/@alias))"/>
            <xsl:with-param name="name" select="$p/@alias"/>
          </xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="cover"/>
      <xsl:call-template name="front"/>
      <xsl:call-template name="summary"/>
      <!-- A page of its own stands behind another: elsewhere the page before it ends where its text does. -->
      <xsl:call-template name="chapter-of-part">
        <xsl:with-param name="part">placement-explained</xsl:with-param>
        <xsl:with-param name="numbering">none</xsl:with-param>
        <xsl:with-param name="title" select="ladle:words('explained.title.own')"/>
        <xsl:with-param name="class">explained</xsl:with-param>
        <xsl:with-param name="head-class"/>
      </xsl:call-template>
      <xsl:call-template name="participants"/>
      <!-- Where nothing was assessed, two pages say what there is, who takes part, activity and targets;
           of the others only what authors wrote for them. -->
      <xsl:call-template name="timeline-chapter"/>
      <xsl:call-template name="findings"/>
      <xsl:call-template name="types"/>
      <xsl:call-template name="activity-chapter"/>
      <xsl:call-template name="changes-chapter"/>
      <xsl:call-template name="recommendations"/>
      <xsl:call-template name="appendices"/>
    </document>
  </xsl:template>

  <xsl:variable name="chapters-of-report" select="' activity '"/>

  <!-- What the parts are made of, by their names: of all partnerships, of those with a placement, and of
       the others only where an author asks for them. -->
  <xsl:template name="the-part">
    <xsl:param name="name"/>
    <xsl:param name="placed" select="false()"/>
    <xsl:param name="depth" select="2"/>
    <xsl:param name="numbering">decimal</xsl:param>
    <xsl:choose>
      <xsl:when test="$name = 'activity'">
        <xsl:call-template name="activity">
          <xsl:with-param name="placed" select="$placed"/>
          <xsl:with-param name="depth" select="$depth"/>
          <xsl:with-param name="numbering" select="$numbering"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$name = 'activity-visits'"><xsl:call-template name="bars"/></xsl:when>
      <xsl:when test="$name = 'targets'">
        <xsl:call-template name="part">
          <xsl:with-param name="name">targets-table</xsl:with-param>
          <xsl:with-param name="depth" select="$depth"/>
          <xsl:with-param name="numbering" select="$numbering"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$name = 'targets-table'"><xsl:call-template name="targets"/></xsl:when>
      <xsl:when test="$name = 'evidence'"><xsl:call-template name="evidence-list"/></xsl:when>
      <xsl:when test="$name = 'records'">
        <xsl:if test="$input/in:records/in:record"><xsl:call-template name="record-list"/></xsl:if>
      </xsl:when>
      <xsl:when test="$name = 'contradictions'">
        <xsl:if test="$input/in:contradiction"><xsl:call-template name="contradictions"/></xsl:if>
      </xsl:when>
      <xsl:when test="not($placement or $placed)"/>
      <xsl:when test="$name = 'material'"><xsl:call-template name="material"/></xsl:when>
      <xsl:when test="$name = 'timeline'"><xsl:call-template name="timeline"/></xsl:when>
      <xsl:when test="$name = 'coverage'"><xsl:call-template name="coverage"/></xsl:when>
      <xsl:when test="$name = 'activity-sectors'"><xsl:call-template name="sectors-chart"/></xsl:when>
      <xsl:when test="$name = 'activity-presence'"><xsl:call-template name="presence-chart"/></xsl:when>
      <xsl:when test="$name = 'activity-key-person'"><xsl:call-template name="key-person-chart"/></xsl:when>
      <xsl:when test="$name = 'activity-agenda'"><xsl:call-template name="agenda-chart"/></xsl:when>
      <xsl:when test="$name = 'method'">
        <xsl:call-template name="rules"><xsl:with-param name="placed" select="boolean($placement)"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="not($placement)"/>
      <xsl:when test="$name = 'certainty'"><xsl:call-template name="certainty"/></xsl:when>
      <xsl:when test="$name = 'figure-2'"><xsl:call-template name="own-figure-2"/></xsl:when>
      <xsl:when test="$types[concat('figure-', @figure) = $name]">
        <xsl:call-template name="own-cells">
          <xsl:with-param name="of" select="$types[concat('figure-', @figure) = $name]"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$name = 'voices'"><xsl:call-template name="voices"/></xsl:when>
      <xsl:when test="$name = 'changes'"><xsl:if test="$before"><xsl:call-template name="changes"/></xsl:if></xsl:when>
      <xsl:when test="$name = 'placement-explained'">
        <xsl:call-template name="explanation">
          <xsl:with-param name="example" select="$now"/>
          <xsl:with-param name="own" select="true()"/>
        </xsl:call-template>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- A chapter or appendix for a part and what is read after it; not there where there is nothing of
       either. -->
  <xsl:template name="chapter-of-part">
    <xsl:param name="part"/>
    <xsl:param name="title"/>
    <xsl:param name="id" select="$part"/>
    <xsl:param name="numbering">letter</xsl:param>
    <xsl:param name="class"/>
    <xsl:param name="head-class">follow</xsl:param>
    <xsl:variable name="content">
      <xsl:call-template name="part">
        <xsl:with-param name="name" select="$part"/>
        <xsl:with-param name="depth" select="2"/>
        <xsl:with-param name="numbering">
          <xsl:choose>
            <xsl:when test="$numbering = 'none'">none</xsl:when>
            <xsl:otherwise>decimal</xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:variable>
    <xsl:if test="normalize-space($content) != '' or key('pictured', $part)">
      <section id="{$id}">
        <xsl:if test="$class != ''"><xsl:attribute name="class"><xsl:value-of select="$class"/></xsl:attribute></xsl:if>
        <xsl:attribute name="numbering"><xsl:value-of select="$numbering"/></xsl:attribute>
        <h1>
          <xsl:if test="$head-class != ''"><xsl:attribute name="class"><xsl:value-of select="$head-class"/></xsl:attribute></xsl:if>
          <xsl:call-template name="chapter-title">
            <xsl:with-param name="of" select="$part"/>
            <xsl:with-param name="words" select="$title"/>
          </xsl:call-template>
        </h1>
        <xsl:copy-of select="$content"/>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- ============================================================ cover ===== -->

  <xsl:template name="cover">
    <xsl:variable name="rows" select="$p/in:assessment[@assessed &gt; 0]"/>
    <section class="cover" master="cover" contents="no">
      <p class="kind">
        <xsl:value-of select="ladle:words('partnership.kind.1')"/>
        <br/>
        <xsl:value-of select="ladle:words('partnership.kind.2')"/>
        <xsl:call-template name="cover-round"/>
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
            <xsl:value-of select="ladle:words(concat('colophon.anonymous', $each), string($input/@smallest-group))"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
      <xsl:with-param name="purpose" select="ladle:words('colophon.purpose')"/>
    </xsl:call-template>
    <xsl:if test="$placement">
      <section master="main" contents="no">
        <xsl:call-template name="contents"><xsl:with-param name="depth" select="3"/></xsl:call-template>
      </section>
    </xsl:if>
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
          <xsl:call-template name="chapter-title">
            <xsl:with-param name="of">recommendations</xsl:with-param>
            <xsl:with-param name="words" select="ladle:words('recommendations.title')"/>
          </xsl:call-template>
        </h1>
        <xsl:call-template name="chapter-texts">
          <xsl:with-param name="chapter">recommendations</xsl:with-param>
        </xsl:call-template>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- ============================================================ appendices ===== -->

  <xsl:template name="appendices">
    <xsl:if test="$input/in:evidence/@items &gt; 0 or $input/in:texts/*[@chapter = 'evidence']">
      <xsl:call-template name="chapter-of-part">
        <xsl:with-param name="part">evidence</xsl:with-param>
        <xsl:with-param name="title" select="ladle:words('evidence.title')"/>
        <xsl:with-param name="head-class">
          <xsl:choose>
            <xsl:when test="$last-word != '' and string-length($last-word) &lt; 1400">follow</xsl:when>
            <xsl:otherwise>tight</xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$placement and not(key('left-out', 'timeline'))"><xsl:call-template name="timeline-list"/></xsl:if>
    <xsl:if test="$records = 'yes' or $input/in:texts/*[@chapter = 'records']">
      <xsl:call-template name="chapter-of-part">
        <xsl:with-param name="part">records</xsl:with-param>
        <xsl:with-param name="title" select="ladle:words('records.title')"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="chapter-of-part">
      <xsl:with-param name="part">contradictions</xsl:with-param>
      <xsl:with-param name="title" select="ladle:words('contradictions.title')"/>
    </xsl:call-template>
    <xsl:call-template name="chapter-of-part">
      <xsl:with-param name="part">method</xsl:with-param>
      <xsl:with-param name="title" select="ladle:words('method.title')"/>
    </xsl:call-template>
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
