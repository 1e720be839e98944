<?xml version="1.0" encoding="UTF-8"?>
<!--
  The final report: the whole programme.

  The order of its chapters is that of this file's first rule; each chapter is a template below it, or
  in one of the sheets final-….xsl.
  Pieces shared with other reports are in common.xsl. To change this report, copy the file under the
  same name, change the copy, and give it to the program: ladle report STUDY -o DIR - -template
  my/final.xsl (two hyphens together). Words are labels in language/da.xml.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:in="urn:x-ladle:input"
    xmlns:ladle="urn:x-ladle:functions"
    xmlns="urn:x-ladle:document"
    exclude-result-prefixes="in ladle">

  <xsl:import href="common.xsl"/>
  <xsl:import href="readings.xsl"/>
  <xsl:import href="results.xsl"/>
  <xsl:import href="final-material.xsl"/>
  <xsl:import href="final-observations.xsl"/>
  <xsl:import href="final-placement.xsl"/>
  <xsl:import href="final-appendices.xsl"/>

  <xsl:key name="code" match="in:programme/in:code" use="concat(@kind, '|', @id)"/>

  <!-- Partnerships with evidence in the wave reported, and their assessments in that wave. -->
  <xsl:variable name="studied" select="/in:input/in:partnership[@studied = 'yes']"/>
  <xsl:variable name="assessments" select="$studied/in:assessment[@wave = $wave/@id]"/>
  <xsl:variable name="programme" select="/in:input/in:programme"/>
  <xsl:variable name="texts" select="/in:input/in:texts"/>
  <!-- Names of the waves inside sentences. -->
  <xsl:variable name="wave-name"><xsl:apply-templates select="$wave" mode="small-name"/></xsl:variable>
  <xsl:variable name="before-name"><xsl:apply-templates select="$before" mode="small-name"/></xsl:variable>

  <xsl:template match="/in:input">
    <document>
      <xsl:call-template name="document-attributes">
        <xsl:with-param name="title" select="in:study/in:title"/>
        <xsl:with-param name="subject" select="ladle:words('final.subject')"/>
      </xsl:call-template>
      <xsl:call-template name="document-head">
        <xsl:with-param name="running">
          <xsl:call-template name="running-head">
            <xsl:with-param name="words" select="ladle:words('final.running', string(in:study/in:title))"/>
            <xsl:with-param name="name" select="in:study/in:title"/>
          </xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="cover"/>
      <xsl:call-template name="final-colophon"/>
      <xsl:call-template name="results-chapter"/>
      <xsl:call-template name="placement-explained-page"/>
      <xsl:call-template name="foreword"/>
      <xsl:call-template name="contents-of-report"/>
      <xsl:call-template name="background"/>
      <xsl:call-template name="design"/>
      <xsl:call-template name="work"/>
      <xsl:call-template name="observations"/>
      <xsl:call-template name="factors"/>
      <xsl:call-template name="placement"/>
      <xsl:call-template name="forward"/>
      <xsl:call-template name="appendices"/>
      <xsl:if test="$texts/in:source">
        <section class="chapter" numbering="none">
          <h1><xsl:value-of select="ladle:words('literature.title')"/></h1>
          <xsl:call-template name="literature"/>
        </section>
      </xsl:if>
    </document>
  </xsl:template>

  <!-- Chapters with the name of a part. -->
  <xsl:variable name="chapters-of-report" select="' results '"/>

  <!-- What the parts are made of, by their names. -->
  <xsl:template name="the-part">
    <xsl:param name="name"/>
    <xsl:param name="placed" select="false()"/>
    <xsl:param name="depth" select="3"/>
    <xsl:param name="numbering">decimal</xsl:param>
    <xsl:choose>
      <xsl:when test="$name = 'results'"><div class="results"><xsl:call-template name="results"/></div></xsl:when>
      <xsl:when test="starts-with($name, 'results-')">
        <!-- The author's words of this name stand in its place. -->
        <xsl:if test="not($texts/*[@chapter = $name])">
          <xsl:call-template name="results-composed"><xsl:with-param name="name" select="$name"/></xsl:call-template>
        </xsl:if>
      </xsl:when>
      <xsl:when test="$name = 'placement-explained'"><xsl:call-template name="placement-explained"/></xsl:when>
      <xsl:when test="$name = 'figure-1'"><xsl:call-template name="figure-1-and-reading"/></xsl:when>
      <xsl:when test="$name = 'figure-2'"><xsl:call-template name="figure-2-and-reading"/></xsl:when>
      <xsl:when test="$name = 'figure-3'"><xsl:call-template name="figure-3"/></xsl:when>
      <xsl:when test="$types[concat('figure-', @figure) = $name]">
        <xsl:apply-templates select="$types[concat('figure-', @figure) = $name]" mode="ideal-type"/>
      </xsl:when>
      <xsl:when test="$name = 'timeline'"><xsl:call-template name="programme-timeline"/></xsl:when>
      <xsl:when test="$name = 'material'"><xsl:call-template name="material"/></xsl:when>
      <xsl:when test="$name = 'coverage'"><xsl:call-template name="coverage"/></xsl:when>
      <xsl:when test="$name = 'activity'">
        <xsl:call-template name="activity">
          <xsl:with-param name="depth" select="$depth"/>
          <xsl:with-param name="numbering" select="$numbering"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$name = 'activity-table'"><xsl:call-template name="activity-tables"/></xsl:when>
      <xsl:when test="$name = 'activity-visits'"><xsl:call-template name="visit-panels"/></xsl:when>
      <xsl:when test="$name = 'targets'">
        <xsl:call-template name="all-targets">
          <xsl:with-param name="depth" select="$depth"/>
          <xsl:with-param name="numbering" select="$numbering"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$name = 'targets-chart'"><xsl:call-template name="targets-chart"/></xsl:when>
      <xsl:when test="$name = 'targets-table'"><xsl:call-template name="targets"/></xsl:when>
      <xsl:when test="$name = 'factors'"><xsl:call-template name="factor-tables"/></xsl:when>
      <xsl:when test="$name = 'codes'"><xsl:call-template name="codes"/></xsl:when>
      <xsl:when test="$name = 'matrix'"><xsl:call-template name="matrices"/></xsl:when>
      <xsl:when test="$name = 'certainty'"><xsl:call-template name="certainty"/></xsl:when>
      <xsl:when test="$name = 'support'"><xsl:call-template name="support"/></xsl:when>
      <xsl:when test="$name = 'voices'"><xsl:call-template name="voices"/></xsl:when>
      <xsl:when test="$name = 'changes'"><xsl:call-template name="changes"/></xsl:when>
      <xsl:when test="$name = 'guides'"><xsl:call-template name="guides"/></xsl:when>
      <xsl:when test="$name = 'method'">
        <xsl:call-template name="rules"><xsl:with-param name="programme" select="true()"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="$name = 'coders'"><xsl:call-template name="coders"/></xsl:when>
      <xsl:when test="$name = 'evidence'">
        <xsl:call-template name="evidence-list"/>
      </xsl:when>
      <xsl:when test="$name = 'records' and $input/in:records/in:record">
        <xsl:call-template name="record-list">
          <xsl:with-param name="show-partnership" select="true()"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$name = 'contradictions' and $input/in:contradiction"><xsl:call-template name="contradictions"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- ===================================================== front matter ===== -->

  <!-- The result is the drawing: a row a partnership, six at most. -->
  <xsl:template name="cover">
    <xsl:variable name="matrix" select="$assessments and not(key('left-out', 'cover-matrix'))"/>
    <section class="cover" master="cover" contents="no">
      <xsl:if test="not($matrix)"><xsl:attribute name="master">cover-bare</xsl:attribute></xsl:if>
      <p class="kind">
        <xsl:value-of select="ladle:words('final.kind.1')"/><br/>
        <xsl:value-of select="ladle:words('final.kind.2')"/>
        <xsl:call-template name="cover-round"/>
      </p>
      <p class="title"><xsl:apply-templates select="$input/in:study/in:title" mode="said"/></p>
      <xsl:if test="$input/in:study/in:subtitle">
        <p class="subtitle"><xsl:apply-templates select="$input/in:study/in:subtitle" mode="said"/></p>
      </xsl:if>
      <xsl:if test="$matrix">
        <chart kind="cover-matrix" class="cover-matrix" of="{count($levels)}"
            groups="{ladle:words('final.partnership')}" names="{ladle:words('final.element')}">
          <xsl:attribute name="alt">
            <xsl:value-of select="ladle:words('alt.cover', string(count($elements)),
                                  string(count($studied[position() &lt;= 6])))"/>
            <xsl:for-each select="$studied[position() &lt;= 6]">
              <xsl:text> </xsl:text>
              <xsl:apply-templates select="in:assessment[@wave = $wave/@id]" mode="alt"/>
            </xsl:for-each>
          </xsl:attribute>
          <xsl:for-each select="$studied[position() &lt;= 6]">
            <row label="{@short}">
              <xsl:for-each select="in:assessment[@wave = $wave/@id]/in:element">
                <cell label="{key('element', @id)/in:name}">
                  <xsl:if test="@level-n">
                    <xsl:attribute name="level"><xsl:value-of select="@level-n"/></xsl:attribute>
                    <xsl:attribute name="words"><xsl:value-of select="key('level', @level)"/></xsl:attribute>
                  </xsl:if>
                </cell>
              </xsl:for-each>
            </row>
          </xsl:for-each>
        </chart>
        <xsl:call-template name="level-key">
          <xsl:with-param name="missing" select="boolean($assessments/in:element[not(@level)])"/>
          <xsl:with-param name="class">cover-key</xsl:with-param>
        </xsl:call-template>
        <p class="cover-text">
          <xsl:value-of select="ladle:words('final.cover.text', string(count($elements)))"/>
          <xsl:if test="count($studied) &gt; 6">
            <xsl:value-of select="concat(' ', ladle:words('final.cover.first', '6', string(count($studied))))"/>
          </xsl:if>
          <xsl:if test="$matrix-stands">
            <xsl:value-of select="concat(' ', ladle:words('final.cover.where'), ' ')"/>
            <ref to="matrix" show="full"/>
            <xsl:text>.</xsl:text>
          </xsl:if>
        </p>
      </xsl:if>
      <p class="imprint-left"><xsl:apply-templates select="$input/in:study/in:publisher" mode="said"/></p>
      <p class="imprint-right"><xsl:value-of select="$input/in:study/in:published/@words"/></p>
    </section>
  </xsl:template>

  <xsl:template name="final-colophon">
    <xsl:call-template name="colophon">
      <xsl:with-param name="subtitle" select="$input/in:study/in:subtitle"/>
      <xsl:with-param name="kind" select="ladle:words('final.subject')"/>
      <xsl:with-param name="basis">
        <xsl:value-of select="ladle:words('colophon.wave', string($wave/in:name), string($wave/@words))"/>
        <xsl:text> </xsl:text>
        <xsl:call-template name="material-words"/>
      </xsl:with-param>
      <xsl:with-param name="names">
        <xsl:choose>
          <xsl:when test="$input/@names = 'yes'">
            <xsl:value-of select="ladle:words('final.colophon.named')"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:value-of select="ladle:words(concat('colophon.anonymous', $each), string($input/@smallest-group))"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
      <xsl:with-param name="purpose" select="ladle:words('final.colophon.purpose')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="foreword">
    <xsl:if test="$texts/*[@chapter = 'foreword']">
      <section class="front" master="main" numbering="none">
        <h1>
          <xsl:call-template name="chapter-title">
            <xsl:with-param name="of">foreword</xsl:with-param>
            <xsl:with-param name="words" select="ladle:words('final.foreword')"/>
          </xsl:call-template>
        </h1>
        <xsl:call-template name="chapter-texts">
          <xsl:with-param name="chapter">foreword</xsl:with-param>
          <xsl:with-param name="numbering">none</xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="signature"/>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- In two columns, so that contents stand on one page; below a short foreword, else on a page of their own. -->
  <xsl:template name="contents-of-report">
    <section class="front" contents="no">
      <xsl:if test="not($texts/*[@chapter = 'foreword'])"><xsl:attribute name="master">main</xsl:attribute></xsl:if>
      <xsl:call-template name="contents">
        <xsl:with-param name="depth" select="3"/>
        <xsl:with-param name="flow" select="true()"/>
      </xsl:call-template>
    </section>
  </xsl:template>

  <!-- Authors' texts below a section's h2: their titles are h3. -->
  <xsl:template name="texts-below">
    <xsl:param name="chapter"/>
    <xsl:call-template name="chapter-texts">
      <xsl:with-param name="chapter" select="$chapter"/>
      <xsl:with-param name="depth" select="3"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template name="section-of-texts">
    <xsl:param name="chapter"/>
    <xsl:param name="title"/>
    <xsl:param name="id"/>
    <xsl:call-template name="section">
      <xsl:with-param name="of" select="$chapter"/>
      <xsl:with-param name="id" select="$id"/>
      <xsl:with-param name="title" select="$title"/>
      <xsl:with-param name="content">
        <xsl:call-template name="texts-below"><xsl:with-param name="chapter" select="$chapter"/></xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- A section that a part stands in at its own place. -->
  <xsl:template name="section-of-part">
    <xsl:param name="part"/>
    <xsl:param name="title"/>
    <xsl:param name="numbering">decimal</xsl:param>
    <xsl:param name="class"/>
    <xsl:param name="id"/>
    <xsl:call-template name="section">
      <xsl:with-param name="of" select="$part"/>
      <xsl:with-param name="id" select="$id"/>
      <xsl:with-param name="title" select="$title"/>
      <xsl:with-param name="numbering" select="$numbering"/>
      <xsl:with-param name="class" select="$class"/>
      <xsl:with-param name="content">
        <xsl:call-template name="part"><xsl:with-param name="name" select="$part"/></xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- ===================================================== 1 and 2 ===== -->

  <!-- The first chapter: here the pages of the report's body begin. -->
  <xsl:template name="background">
    <xsl:call-template name="chapter">
      <xsl:with-param name="of">background</xsl:with-param>
      <xsl:with-param name="title" select="ladle:words('final.background')"/>
      <xsl:with-param name="content">
        <xsl:if test="not($texts/*[@chapter = 'background'])">
          <xsl:variable name="all" select="$input/in:study/@partnerships"/>
          <xsl:variable name="words">
            <xsl:text>final.background.lead</xsl:text>
            <xsl:choose>
              <xsl:when test="not($all = $input/in:study/@studied)"/>
              <xsl:when test="$all = 2">.both</xsl:when>
              <xsl:otherwise>.all</xsl:otherwise>
            </xsl:choose>
          </xsl:variable>
          <xsl:call-template name="says">
            <xsl:with-param name="words" select="ladle:words(string($words), string($all),
                string($input/in:study/@studied))"/>
          </xsl:call-template>
        </xsl:if>
        <xsl:call-template name="chapter-texts">
          <xsl:with-param name="chapter">background</xsl:with-param>
        </xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Figure 1 stands after the first section that speaks of it, else at the chapter's end. -->
  <xsl:variable name="speaks-of-figure-1"
      select="/in:input/in:texts/in:section[@chapter = 'design'][.//in:ref[@to = 'figure-1']][1]"/>
  <xsl:template name="design">
    <xsl:call-template name="chapter">
      <xsl:with-param name="of">design</xsl:with-param>
      <xsl:with-param name="title" select="ladle:words('final.design')"/>
      <xsl:with-param name="content">
        <xsl:call-template name="written">
          <xsl:with-param name="of" select="$texts/in:section[@chapter = 'design'][not(in:title)]/@written"/>
        </xsl:call-template>
        <xsl:for-each select="$texts/in:section[@chapter = 'design']">
          <xsl:apply-templates select="." mode="text"/>
          <xsl:if test="generate-id() = generate-id($speaks-of-figure-1)">
            <xsl:call-template name="part">
              <xsl:with-param name="name">figure-1</xsl:with-param>
              <xsl:with-param name="depth" select="2"/>
            </xsl:call-template>
          </xsl:if>
        </xsl:for-each>
        <xsl:apply-templates select="$texts/in:box[@chapter = 'design']" mode="text"/>
        <xsl:if test="not($speaks-of-figure-1)">
          <xsl:call-template name="section-of-part">
            <xsl:with-param name="part">figure-1</xsl:with-param>
            <xsl:with-param name="title" select="ladle:words('final.frame')"/>
          </xsl:call-template>
        </xsl:if>
        <xsl:if test="not($texts/in:section[@chapter = 'design'])">
          <xsl:call-template name="redesign-and-phases"/>
        </xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
  <xsl:template name="figure-1-and-reading">
    <xsl:if test="not($speaks-of-figure-1)">
      <xsl:call-template name="says">
        <xsl:with-param name="words" select="ladle:words('final.frame.lead', string(count($elements)))"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="figure-1"/>
    <xsl:call-template name="figure-1-reading"/>
  </xsl:template>

  <!-- Both in one sentence each: they are few, and a table would say no more. -->
  <xsl:template name="redesign-and-phases">
    <xsl:if test="$composed and $input/in:framework/in:redesign">
      <p>
        <xsl:value-of select="ladle:words('final.redesign')"/>
        <xsl:for-each select="$input/in:framework/in:redesign">
          <xsl:value-of select="concat(' ', position(), ') ', .)"/>
          <xsl:choose>
            <xsl:when test="position() = last()">.</xsl:when>
            <xsl:otherwise>;</xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
      </p>
    </xsl:if>
    <xsl:if test="$composed and $input/in:framework/in:phase">
      <p>
        <xsl:value-of select="ladle:words('final.phases')"/>
        <xsl:for-each select="$input/in:framework/in:phase">
          <xsl:value-of select="concat(' ', position(), ') ', .)"/>
          <xsl:choose>
            <xsl:when test="position() = last()">.</xsl:when>
            <xsl:otherwise>;</xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- ===================================================== 7 looking ahead ===== -->

  <!-- Sections of the author's are the chapter's own where there is nothing else in it. -->
  <xsl:template name="forward">
    <xsl:variable name="all-titled" select="not($texts/*[@chapter = 'future'][not(in:title)])"/>
    <xsl:call-template name="chapter">
      <xsl:with-param name="of">forward</xsl:with-param>
      <xsl:with-param name="title" select="ladle:words('final.forward')"/>
      <xsl:with-param name="content">
        <xsl:choose>
          <xsl:when test="$all-titled and not(key('chapter-title', 'future'))">
            <xsl:call-template name="chapter-texts"><xsl:with-param name="chapter">future</xsl:with-param></xsl:call-template>
          </xsl:when>
          <xsl:otherwise>
            <xsl:call-template name="section-of-texts">
              <xsl:with-param name="chapter">future</xsl:with-param>
              <xsl:with-param name="title" select="ladle:words('final.future')"/>
            </xsl:call-template>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:call-template name="section-of-texts">
          <xsl:with-param name="chapter">recommendations</xsl:with-param>
          <xsl:with-param name="id">recommendations</xsl:with-param>
          <xsl:with-param name="title" select="ladle:words('recommendations.title')"/>
        </xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
