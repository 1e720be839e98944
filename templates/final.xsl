<?xml version="1.0" encoding="UTF-8"?>
<!--
  The final report: the whole programme.

  The order of its chapters is that of this file's first rule; each chapter is a template below it.
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
        <xsl:with-param name="running" select="ladle:words('final.running', string(in:study/in:title))"/>
      </xsl:call-template>
      <xsl:call-template name="cover"/>
      <xsl:call-template name="final-colophon"/>
      <xsl:call-template name="foreword"/>
      <section class="front" master="front" contents="no">
        <xsl:call-template name="contents">
          <xsl:with-param name="omissions" select="false()"/>
        </xsl:call-template>
      </section>
      <xsl:call-template name="background"/>
      <xsl:call-template name="design"/>
      <xsl:call-template name="work"/>
      <xsl:call-template name="observations"/>
      <xsl:call-template name="factors"/>
      <xsl:call-template name="placement"/>
      <xsl:call-template name="forward"/>
      <xsl:call-template name="appendices"/>
      <xsl:if test="$texts/in:source">
        <section class="chapter" master="main" numbering="none">
          <h1><xsl:value-of select="ladle:words('literature.title')"/></h1>
          <xsl:call-template name="literature"/>
        </section>
      </xsl:if>
    </document>
  </xsl:template>

  <!-- ===================================================== front matter ===== -->

  <!-- The result is the drawing: a row a partnership, six at most. -->
  <xsl:template name="cover">
    <section class="cover" master="cover" contents="no">
      <p class="kind">
        <xsl:value-of select="ladle:words('final.kind.1')"/><br/>
        <xsl:value-of select="ladle:words('final.kind.2')"/>
      </p>
      <p class="title"><xsl:apply-templates select="$input/in:study/in:title" mode="said"/></p>
      <xsl:if test="$input/in:study/in:subtitle">
        <p class="subtitle"><xsl:apply-templates select="$input/in:study/in:subtitle" mode="said"/></p>
      </xsl:if>
      <xsl:if test="$assessments">
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
          <xsl:value-of select="concat(' ', ladle:words('final.cover.where'), ' ')"/>
          <ref to="matrix" show="full"/>
          <xsl:text>.</xsl:text>
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
            <xsl:value-of select="ladle:words('colophon.anonymous', string($input/@smallest-group))"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
      <xsl:with-param name="purpose" select="ladle:words('final.colophon.purpose')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="foreword">
    <xsl:if test="$texts/*[@chapter = 'foreword']">
      <section class="front" master="front" numbering="none">
        <h1><xsl:value-of select="ladle:words('final.foreword')"/></h1>
        <xsl:call-template name="chapter-texts">
          <xsl:with-param name="chapter">foreword</xsl:with-param>
          <xsl:with-param name="numbering">none</xsl:with-param>
        </xsl:call-template>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- Authors' texts below a section's h2: their titles are h3. -->
  <xsl:template name="texts-below">
    <xsl:param name="chapter"/>
    <xsl:apply-templates select="$texts/in:section[@chapter = $chapter]" mode="text">
      <xsl:with-param name="numbering">none</xsl:with-param>
      <xsl:with-param name="depth" select="3"/>
    </xsl:apply-templates>
    <xsl:apply-templates select="$texts/in:box[@chapter = $chapter]" mode="text"/>
  </xsl:template>

  <!-- ===================================================== 1 and 2 ===== -->

  <xsl:template name="background">
    <section class="chapter" master="main" numbering="decimal">
      <h1><xsl:value-of select="ladle:words('final.background')"/></h1>
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
        <p><xsl:value-of select="ladle:words(string($words), string($all),
            string($input/in:study/@studied))"/></p>
      </xsl:if>
      <xsl:call-template name="chapter-texts">
        <xsl:with-param name="chapter">background</xsl:with-param>
      </xsl:call-template>
    </section>
  </xsl:template>

  <xsl:template name="design">
    <section class="chapter" master="main" numbering="decimal">
      <h1><xsl:value-of select="ladle:words('final.design')"/></h1>
      <xsl:call-template name="chapter-texts">
        <xsl:with-param name="chapter">design</xsl:with-param>
      </xsl:call-template>
      <section numbering="decimal">
        <h2><xsl:value-of select="ladle:words('final.frame')"/></h2>
        <p><xsl:value-of select="ladle:words('final.frame.lead', string(count($elements)))"/></p>
        <xsl:call-template name="figure-1"/>
        <xsl:call-template name="redesign-and-phases"/>
        <xsl:call-template name="dimensions-table"/>
      </section>
    </section>
  </xsl:template>

  <xsl:template name="dimensions-table">
    <xsl:if test="$input/in:framework/in:dimension">
      <figure class="small whole" counter="overview">
        <figcaption><xsl:value-of select="ladle:words('final.dimensions')"/></figcaption>
        <table>
          <col width="42mm"/>
          <col width="*"/>
          <thead>
            <tr>
              <th scope="col"><xsl:value-of select="ladle:words('types.dimension')"/></th>
              <th scope="col"><xsl:value-of select="ladle:words('figure.elements')"/></th>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="$input/in:framework/in:dimension">
              <xsl:variable name="id" select="@id"/>
              <tr keep="yes">
                <th scope="row"><xsl:call-template name="language"/><xsl:value-of select="."/></th>
                <td>
                  <xsl:for-each select="$elements[@dimension = $id]">
                    <p>
                      <strong><xsl:apply-templates select="in:name" mode="said"/></strong>
                      <xsl:if test="in:about">
                        <xsl:text>: </xsl:text>
                        <xsl:apply-templates select="in:about" mode="said"/>
                      </xsl:if>
                    </p>
                  </xsl:for-each>
                </td>
              </tr>
            </xsl:for-each>
            <xsl:if test="$elements[not(@dimension)]">
              <tr>
                <th scope="row"><xsl:value-of select="ladle:words('final.dimensions.none')"/></th>
                <td>
                  <xsl:for-each select="$elements[not(@dimension)]">
                    <p>
                      <strong><xsl:apply-templates select="in:name" mode="said"/></strong>
                      <xsl:if test="in:about">
                        <xsl:text>: </xsl:text>
                        <xsl:apply-templates select="in:about" mode="said"/>
                      </xsl:if>
                    </p>
                  </xsl:for-each>
                </td>
              </tr>
            </xsl:if>
          </tbody>
        </table>
      </figure>
    </xsl:if>
  </xsl:template>

  <!-- Both in one sentence each: they are few, and a table would say no more. -->
  <xsl:template name="redesign-and-phases">
    <xsl:if test="$input/in:framework/in:redesign">
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
    <xsl:if test="$input/in:framework/in:phase">
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

  <!-- ===================================================== 3 what was done ===== -->

  <xsl:template name="work">
    <section class="chapter" master="main" numbering="decimal">
      <h1><xsl:value-of select="ladle:words('final.work')"/></h1>
      <xsl:call-template name="chapter-texts">
        <xsl:with-param name="chapter">work</xsl:with-param>
      </xsl:call-template>
      <section numbering="decimal">
        <h2><xsl:value-of select="ladle:words('final.material')"/></h2>
        <xsl:call-template name="material"/>
      </section>
      <xsl:if test="$input/in:framework/in:guide">
        <section numbering="decimal">
          <h2><xsl:value-of select="ladle:words('final.coverage')"/></h2>
          <xsl:call-template name="coverage"/>
        </section>
      </xsl:if>
      <section numbering="decimal">
        <h2><xsl:value-of select="ladle:words('final.timeline')"/></h2>
        <xsl:call-template name="programme-timeline"/>
      </section>
    </section>
  </xsl:template>

  <xsl:template name="material-words">
    <xsl:call-template name="material-count">
      <xsl:with-param name="records" select="sum($programme/in:method/@records)"/>
      <xsl:with-param name="statements" select="sum($programme/in:method/@statements)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="material">
    <p>
      <xsl:call-template name="material-words"/>
      <xsl:if test="$input/in:partnership[@studied = 'no']">
        <xsl:value-of select="concat(' ', ladle:capital(ladle:words('final.material.unstudied',
            string(count($studied)), string(count($input/in:partnership[@studied = 'no'])))))"/>
      </xsl:if>
    </p>
    <figure id="material" class="small" counter="overview">
      <figcaption><xsl:value-of select="ladle:words('final.material.caption', string($wave/@words))"/></figcaption>
      <table>
        <!-- Narrow, so that no head of a column has to break. -->
        <col width="24mm"/>
        <xsl:for-each select="$programme/in:method"><col width="*"/></xsl:for-each>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="ladle:words('final.partnership')"/></th>
            <xsl:for-each select="$programme/in:method">
              <th scope="col"><xsl:value-of select="ladle:words(concat('kind.', @id))"/></th>
            </xsl:for-each>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$input/in:partnership">
            <xsl:variable name="material" select="in:material"/>
            <tr keep="yes">
              <th scope="row"><xsl:apply-templates select="@alias" mode="said"/></th>
              <xsl:for-each select="$programme/in:method">
                <xsl:variable name="method" select="@id"/>
                <td>
                  <xsl:choose>
                    <xsl:when test="$material[@method = $method]">
                      <xsl:value-of select="$material[@method = $method]/@records"/>
                      <xsl:if test="$material[@method = $method]/@statements &gt; 0">
                        <span class="muted">
                          <xsl:value-of select="concat(' (', $material[@method = $method]/@statements, ')')"/>
                        </span>
                      </xsl:if>
                    </xsl:when>
                    <xsl:otherwise><span class="muted">0</span></xsl:otherwise>
                  </xsl:choose>
                </td>
              </xsl:for-each>
            </tr>
          </xsl:for-each>
        </tbody>
        <tfoot>
          <tr>
            <th scope="row"><strong><xsl:value-of select="ladle:words('final.material.all')"/></strong></th>
            <xsl:for-each select="$programme/in:method">
              <td>
                <strong><xsl:value-of select="@records"/></strong>
                <xsl:if test="@statements &gt; 0">
                  <span class="muted"><xsl:value-of select="concat(' (', @statements, ')')"/></span>
                </xsl:if>
              </td>
            </xsl:for-each>
          </tr>
        </tfoot>
      </table>
      <p class="note"><xsl:value-of select="ladle:words('final.material.note')"/></p>
    </figure>
  </xsl:template>

  <xsl:template name="coverage">
    <xsl:variable name="guides" select="$input/in:framework/in:guide"/>
    <p>
      <xsl:choose>
        <xsl:when test="$elements[not(@id = $guides/in:covers[@questions &gt; 0]/@element)]">
          <xsl:variable name="holes">
            <xsl:call-template name="enumeration">
              <xsl:with-param name="nodes"
                  select="$elements[not(@id = $guides/in:covers[@questions &gt; 0]/@element)]"/>
            </xsl:call-template>
          </xsl:variable>
          <xsl:value-of select="ladle:words('final.coverage.holes', string($holes))"/>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="ladle:words('final.coverage.all')"/></xsl:otherwise>
      </xsl:choose>
    </p>
    <figure class="small whole" counter="overview">
      <figcaption><xsl:value-of select="ladle:words('final.coverage.caption')"/></figcaption>
      <table>
        <col width="42mm"/>
        <xsl:for-each select="$guides"><col width="*"/></xsl:for-each>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="ladle:words('final.element')"/></th>
            <xsl:for-each select="$guides"><th scope="col"><xsl:apply-templates select="in:title" mode="said"/></th></xsl:for-each>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$elements">
            <xsl:variable name="id" select="@id"/>
            <tr keep="yes">
              <th scope="row"><xsl:apply-templates select="in:name" mode="said"/></th>
              <xsl:for-each select="$guides">
                <xsl:variable name="questions" select="in:covers[@element = $id]/@questions"/>
                <td>
                  <xsl:choose>
                    <xsl:when test="$questions &gt; 0"><xsl:value-of select="$questions"/></xsl:when>
                    <xsl:otherwise>
                      <span class="accent"><xsl:value-of select="ladle:words('final.coverage.none')"/></span>
                    </xsl:otherwise>
                  </xsl:choose>
                </td>
              </xsl:for-each>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </figure>
  </xsl:template>

  <xsl:template name="programme-timeline">
    <xsl:variable name="timeline" select="$input/in:timeline"/>
    <xsl:choose>
      <xsl:when test="$timeline/in:entry">
        <xsl:variable name="period"><xsl:apply-templates select="$timeline" mode="period"/></xsl:variable>
        <xsl:variable name="moved" select="count($timeline/in:entry[in:revised])"/>
        <p>
          <xsl:value-of select="ladle:words('final.timeline.lead', string(count($timeline/in:entry)))"/>
          <xsl:if test="$moved &gt; 0">
            <xsl:value-of select="concat(' ', ladle:capital(ladle:words('final.timeline.moved', string($moved))))"/>
          </xsl:if>
        </p>
        <xsl:apply-templates select="$timeline" mode="drawing">
          <xsl:with-param name="caption" select="ladle:words('final.timeline.caption', string($period))"/>
        </xsl:apply-templates>
        <xsl:apply-templates select="$timeline" mode="list"/>
      </xsl:when>
      <xsl:otherwise><p><xsl:value-of select="ladle:words('timeline.none')"/></p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ===================================================== 4 observations ===== -->

  <xsl:template name="observations">
    <section class="chapter" master="main" numbering="decimal">
      <h1><xsl:value-of select="ladle:words('final.observations')"/></h1>
      <xsl:if test="$texts/*[@chapter = 'content']">
        <section numbering="decimal">
          <h2><xsl:value-of select="ladle:words('final.content')"/></h2>
          <xsl:call-template name="texts-below"><xsl:with-param name="chapter">content</xsl:with-param></xsl:call-template>
        </section>
      </xsl:if>
      <section numbering="decimal">
        <h2><xsl:value-of select="ladle:words('final.structure')"/></h2>
        <xsl:call-template name="texts-below"><xsl:with-param name="chapter">structure</xsl:with-param></xsl:call-template>
        <xsl:call-template name="activity"/>
      </section>
      <xsl:if test="$texts/*[@chapter = 'process'] or $programme/in:code[@kind != 'factor']">
        <section numbering="decimal">
          <h2><xsl:value-of select="ladle:words('final.process')"/></h2>
          <xsl:call-template name="texts-below"><xsl:with-param name="chapter">process</xsl:with-param></xsl:call-template>
          <xsl:call-template name="codes"/>
        </section>
      </xsl:if>
      <section numbering="decimal">
        <h2><xsl:value-of select="ladle:words('findings.title')"/></h2>
        <xsl:call-template name="texts-below"><xsl:with-param name="chapter">baseline</xsl:with-param></xsl:call-template>
        <xsl:if test="not($texts/*[@chapter = 'baseline'])">
          <p><xsl:value-of select="ladle:words('final.findings.lead', string(count($studied)))"/></p>
        </xsl:if>
        <xsl:call-template name="figure-2">
          <xsl:with-param name="results" select="$programme/in:element"/>
          <xsl:with-param name="key-words" select="ladle:words('key.order')"/>
          <xsl:with-param name="notes">
            <p class="note">
              <xsl:value-of select="concat(ladle:words('final.findings.reading'), ' ', ladle:words('final.findings.note'))"/>
            </p>
          </xsl:with-param>
        </xsl:call-template>
      </section>
    </section>
  </xsl:template>

  <!-- In figure 2: partnerships in which an element is not covered, where most of them have it. -->
  <xsl:template match="in:programme/in:element" mode="remarks">
    <xsl:variable name="id" select="@id"/>
    <xsl:variable name="missing" select="$assessments[in:element[@id = $id][not(@level)]]/.."/>
    <xsl:if test="$missing and @items &gt; 0">
      <xsl:variable name="names">
        <xsl:for-each select="$missing">
          <xsl:if test="position() &gt; 1">, </xsl:if>
          <xsl:value-of select="@short"/>
        </xsl:for-each>
      </xsl:variable>
      <xsl:value-of select="concat('; ', ladle:words('evidence.unlevelled', string($names)))"/>
    </xsl:if>
  </xsl:template>

  <!-- Activity of the studied partnerships side by side. -->
  <xsl:template name="activity">
    <xsl:if test="$assessments">
      <h3><xsl:value-of select="ladle:words('final.activity')"/></h3>
      <p><xsl:value-of select="ladle:words('final.activity.lead', string($wave/@words))"/></p>
      <xsl:call-template name="panels"><xsl:with-param name="of">activity</xsl:with-param></xsl:call-template>
      <xsl:call-template name="visit-panels"/>
      <xsl:call-template name="targets"/>
    </xsl:if>
  </xsl:template>

  <!-- Small multiples: the visits of each partnership studied, over one time and on one scale. -->
  <xsl:key name="month" match="in:partnership[@studied = 'yes']/in:months/in:month" use="@month"/>
  <xsl:template name="visit-panels">
    <xsl:variable name="months" select="$studied/in:months/in:month
        [generate-id() = generate-id(key('month', @month)[1])]"/>
    <xsl:variable name="span">
      <xsl:for-each select="$months">
        <xsl:sort select="@month"/>
        <xsl:if test="position() = 1"><xsl:value-of select="concat(@month, '/')"/></xsl:if>
        <xsl:if test="position() = last()"><xsl:value-of select="@month"/></xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:if test="$months">
      <figure id="visit-panels" class="bars" counter="overview">
        <figcaption><xsl:value-of select="ladle:words('final.panels.caption', ladle:date(string($span)))"/></figcaption>
        <chart kind="panels" class="panels" groups="{ladle:words('final.partnership')}"
            names="{ladle:words('column.month')}" values="{ladle:words('column.visits')}"
            parts="{ladle:words('final.activity.three-visits')}">
          <xsl:attribute name="alt">
            <xsl:value-of select="ladle:words('alt.panels', string(count($studied)))"/>
            <xsl:for-each select="$studied">
              <xsl:variable name="target"><xsl:call-template name="visit-target"/></xsl:variable>
              <xsl:variable name="every" select="$target = '' or in:assessment[@wave = $wave/@id]/in:activity
                                                 /in:target[@measure = 'visits'][not(@axis)]"/>
              <xsl:variable name="last" select="in:months[@target or $every]/in:month[last()]"/>
              <xsl:text> </xsl:text>
              <xsl:call-template name="alt-visits">
                <xsl:with-param name="who" select="@alias"/>
                <xsl:with-param name="end" select="ladle:date(substring-after($span, '/'))"/>
                <xsl:with-param name="visits" select="sum($last/@visits)"/>
                <xsl:with-param name="three" select="sum($last/@three)"/>
                <xsl:with-param name="target" select="string($target)"/>
              </xsl:call-template>
            </xsl:for-each>
          </xsl:attribute>
          <xsl:for-each select="$studied">
            <xsl:variable name="target"><xsl:call-template name="visit-target"/></xsl:variable>
            <xsl:variable name="every" select="$target = '' or in:assessment[@wave = $wave/@id]/in:activity
                                               /in:target[@measure = 'visits'][not(@axis)]"/>
            <xsl:variable name="own" select="in:months[@target or $every]/in:month"/>
            <panel label="{@alias}">
              <xsl:if test="$target != ''">
                <xsl:attribute name="target"><xsl:value-of select="$target"/></xsl:attribute>
                <xsl:attribute name="target-label">
                  <xsl:value-of select="ladle:words('activity.bars.target', ladle:number(string($target)))"/>
                </xsl:attribute>
              </xsl:if>
              <xsl:for-each select="$months">
                <xsl:sort select="@month"/>
                <!-- Months as numbers can be compared. What is added up stays as it was last. -->
                <xsl:variable name="month" select="number(translate(@month, '-', ''))"/>
                <xsl:variable name="now"
                    select="$own[number(translate(@month, '-', '')) &lt;= $month]
                                [not(number(translate(following-sibling::in:month[1]/@month, '-', '')) &lt;= $month)]"/>
                <bar label="{ladle:date(string(@month))}" value="{sum($now/@visits)}"
                    part="{sum($now/@three)}" words="{ladle:number(string(sum($now/@visits)))}"/>
              </xsl:for-each>
            </panel>
          </xsl:for-each>
        </chart>
        <p class="note">
          <xsl:choose>
            <xsl:when test="not($months/../in:month[@three &gt; 0])">
              <xsl:value-of select="ladle:words('activity.bars.note.none')"/>
            </xsl:when>
            <xsl:when test="count($studied) &gt; 1">
              <xsl:value-of select="ladle:words('activity.bars.note')"/>
            </xsl:when>
            <xsl:otherwise><xsl:value-of select="ladle:words('activity.bars.note.one')"/></xsl:otherwise>
          </xsl:choose>
          <!-- With targets by axis, visits are held against them axis by axis. -->
          <xsl:if test="$studied[in:months[not(@target)]]
              [in:assessment[@wave = $wave/@id]/in:activity/in:target[@measure = 'visits'][@axis]]
              [not(in:assessment[@wave = $wave/@id]/in:activity/in:target[@measure = 'visits'][not(@axis)])]">
            <xsl:value-of select="concat(' ', ladle:words('final.panels.note'))"/>
          </xsl:if>
        </p>
      </figure>
    </xsl:if>
  </xsl:template>
  <!-- The partnership's target of visits: one for all axes counts for itself, else they are added up. -->
  <xsl:template name="visit-target">
    <xsl:variable name="targets"
        select="in:assessment[@wave = $wave/@id]/in:activity/in:target[@measure = 'visits']"/>
    <xsl:choose>
      <xsl:when test="$targets[not(@axis)]"><xsl:value-of select="sum($targets[not(@axis)][1]/@value)"/></xsl:when>
      <xsl:when test="$targets"><xsl:value-of select="sum($targets/@value)"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="activity-table">
    <xsl:param name="here"/>
    <xsl:param name="first"/>
    <xsl:variable name="in-wave" select="$here/in:assessment[@wave = $wave/@id]"/>
    <figure class="small" counter="overview">
      <xsl:if test="$first"><xsl:attribute name="id">activity</xsl:attribute></xsl:if>
      <figcaption><xsl:value-of select="ladle:words('final.activity.caption', string($wave/@words))"/></figcaption>
      <table>
        <col width="*"/>
        <xsl:for-each select="$here">
          <col><xsl:attribute name="width"><xsl:choose>
            <xsl:when test="count($here) &lt; 5">22mm</xsl:when>
            <xsl:otherwise>17mm</xsl:otherwise>
          </xsl:choose></xsl:attribute></col>
        </xsl:for-each>
        <thead>
          <tr>
            <th scope="col"/>
            <xsl:for-each select="$here">
              <th scope="col" class="number"><xsl:value-of select="@short"/></th>
            </xsl:for-each>
          </tr>
        </thead>
        <tbody>
          <xsl:call-template name="activity-row">
            <xsl:with-param name="of">held</xsl:with-param>
            <xsl:with-param name="in-wave" select="$in-wave"/>
          </xsl:call-template>
          <xsl:call-template name="activity-row">
            <xsl:with-param name="of">cancelled</xsl:with-param>
            <xsl:with-param name="in-wave" select="$in-wave"/>
          </xsl:call-template>
          <xsl:call-template name="activity-row">
            <xsl:with-param name="of">per-month</xsl:with-param>
            <xsl:with-param name="in-wave" select="$in-wave"/>
          </xsl:call-template>
          <xsl:call-template name="activity-row">
            <xsl:with-param name="of">gap</xsl:with-param>
            <xsl:with-param name="in-wave" select="$in-wave"/>
          </xsl:call-template>
          <xsl:call-template name="activity-row">
            <xsl:with-param name="of">calendar</xsl:with-param>
            <xsl:with-param name="in-wave" select="$in-wave"/>
          </xsl:call-template>
          <xsl:call-template name="activity-row">
            <xsl:with-param name="of">three-meetings</xsl:with-param>
            <xsl:with-param name="in-wave" select="$in-wave"/>
          </xsl:call-template>
          <xsl:call-template name="activity-row">
            <xsl:with-param name="of">visits</xsl:with-param>
            <xsl:with-param name="in-wave" select="$in-wave"/>
          </xsl:call-template>
          <xsl:call-template name="activity-row">
            <xsl:with-param name="of">joint</xsl:with-param>
            <xsl:with-param name="in-wave" select="$in-wave"/>
          </xsl:call-template>
          <xsl:call-template name="activity-row">
            <xsl:with-param name="of">three-visits</xsl:with-param>
            <xsl:with-param name="in-wave" select="$in-wave"/>
          </xsl:call-template>
          <xsl:call-template name="activity-row">
            <xsl:with-param name="of">key</xsl:with-param>
            <xsl:with-param name="in-wave" select="$in-wave"/>
          </xsl:call-template>
          <xsl:call-template name="activity-row">
            <xsl:with-param name="of">overlap</xsl:with-param>
            <xsl:with-param name="in-wave" select="$in-wave"/>
          </xsl:call-template>
          <xsl:call-template name="activity-row">
            <xsl:with-param name="of">late</xsl:with-param>
            <xsl:with-param name="in-wave" select="$in-wave"/>
          </xsl:call-template>
        </tbody>
      </table>
      <p class="note"><xsl:value-of select="ladle:words('final.activity.note')"/><xsl:call-template name="short-key"/></p>
    </figure>
  </xsl:template>

  <xsl:template name="activity-row">
    <xsl:param name="of"/>
    <xsl:param name="in-wave"/>
    <tr keep="yes">
      <th scope="row"><xsl:value-of select="ladle:words(concat('final.activity.', $of))"/></th>
      <xsl:for-each select="$in-wave/in:activity">
        <td class="number">
          <xsl:variable name="value">
            <xsl:choose>
              <xsl:when test="$of = 'held'"><xsl:value-of select="in:meetings/@held"/></xsl:when>
              <xsl:when test="$of = 'cancelled'">
                <xsl:value-of select="in:meetings/@cancelled + in:meetings/@moved"/>
              </xsl:when>
              <xsl:when test="$of = 'per-month'">
                <xsl:value-of select="ladle:number(string(in:meetings/@per-month), '1')"/>
              </xsl:when>
              <xsl:when test="$of = 'gap'"><xsl:value-of select="in:meetings/@longest-gap"/></xsl:when>
              <xsl:when test="$of = 'calendar'">
                <xsl:value-of select="ladle:percent(string(in:agenda[@kind = 'calendar']/@share))"/>
              </xsl:when>
              <xsl:when test="$of = 'three-meetings' and in:presence[@of = 'meetings']/@recorded &gt; 0">
                <xsl:value-of select="ladle:words('of', string(in:presence[@of = 'meetings']/@three-or-more),
                                      string(in:presence[@of = 'meetings']/@recorded))"/>
              </xsl:when>
              <xsl:when test="$of = 'visits'"><xsl:value-of select="in:visits/@held"/></xsl:when>
              <xsl:when test="$of = 'joint' and in:visits/@held &gt; 0">
                <xsl:value-of select="in:visits/@joint"/>
              </xsl:when>
              <xsl:when test="$of = 'three-visits' and in:presence[@of = 'visits']/@recorded &gt; 0">
                <xsl:value-of select="ladle:words('of', string(in:presence[@of = 'visits']/@three-or-more),
                                      string(in:presence[@of = 'visits']/@recorded))"/>
              </xsl:when>
              <xsl:when test="$of = 'key'">
                <xsl:value-of select="ladle:percent(string(in:key-person/@share))"/>
              </xsl:when>
              <xsl:when test="$of = 'overlap' and in:overlap/@either &gt; 0">
                <xsl:value-of select="ladle:words('of', string(in:overlap/@both), string(in:overlap/@either))"/>
              </xsl:when>
              <xsl:when test="$of = 'late' and in:accounts/@papers &gt; 0">
                <xsl:value-of select="ladle:words('of', string(in:accounts/@late), string(in:accounts/@papers))"/>
              </xsl:when>
            </xsl:choose>
          </xsl:variable>
          <xsl:choose>
            <xsl:when test="string($value) != ''"><xsl:value-of select="$value"/></xsl:when>
            <xsl:otherwise><span class="muted">–</span></xsl:otherwise>
          </xsl:choose>
        </td>
      </xsl:for-each>
    </tr>
  </xsl:template>

  <!-- Targets of all partnerships added up by measure and axis. -->
  <xsl:template name="targets">
    <xsl:variable name="targets"
        select="$input/in:partnership/in:assessment[@wave = $wave/@id]/in:activity/in:target"/>
    <xsl:if test="$targets">
      <figure class="small" counter="overview">
        <figcaption><xsl:value-of select="ladle:words('final.targets.caption', string(count($input/in:partnership)))"/></figcaption>
        <table>
          <col width="*"/>
          <col width="10mm"/><col width="20mm"/><col width="20mm"/><col width="16mm"/><col width="24mm"/>
          <thead>
            <tr>
              <th scope="col"><xsl:value-of select="ladle:words('activity.target')"/></th>
              <th scope="col"><xsl:value-of select="ladle:words('activity.target.axis')"/></th>
              <th scope="col" align="right"><xsl:value-of select="ladle:words('activity.target.value')"/></th>
              <th scope="col" align="right"><xsl:value-of select="ladle:words('activity.target.actual')"/></th>
              <th scope="col" align="right"><xsl:value-of select="ladle:words('activity.target.share')"/></th>
              <th scope="col" align="right"><xsl:value-of select="ladle:words('final.targets.reached')"/></th>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="$targets">
              <!-- Visits first, money last; the same measure on all axes together. -->
              <xsl:sort data-type="number" select="string-length(substring-before(
                  ' visits joint-visits firms-identified firms-committed meetings spending',
                  concat(' ', @measure)))"/>
              <xsl:sort select="@axis"/>
              <xsl:variable name="measure" select="@measure"/>
              <xsl:variable name="axis" select="string(@axis)"/>
              <xsl:variable name="same" select="$targets[@measure = $measure][string(@axis) = $axis]"/>
              <xsl:if test="generate-id() = generate-id($same[1])">
                <tr keep="yes">
                  <th scope="row"><xsl:value-of select="ladle:words(concat('measure.name.', @measure))"/></th>
                  <td><xsl:value-of select="@axis"/></td>
                  <td align="right"><xsl:value-of select="ladle:number(string(sum($same/@value)))"/></td>
                  <td align="right"><xsl:value-of select="ladle:number(string(sum($same/@actual)))"/></td>
                  <td align="right">
                    <xsl:value-of select="ladle:percent(string(sum($same/@actual) div sum($same/@value)))"/>
                  </td>
                  <td align="right">
                    <xsl:value-of select="ladle:words('of', string(count($same[@share &gt;= 1])),
                                          string(count($same)))"/>
                  </td>
                </tr>
              </xsl:if>
            </xsl:for-each>
          </tbody>
        </table>
        <p class="note"><xsl:value-of select="ladle:words('final.targets.note', string($wave-name))"/></p>
      </figure>
    </xsl:if>
  </xsl:template>

  <!-- Indicators of figure 1 and forms of redesign: how often they were coded. -->
  <xsl:template name="codes">
    <xsl:if test="$programme/in:code[@kind != 'factor']">
      <h3><xsl:value-of select="ladle:words('final.codes')"/></h3>
      <p><xsl:value-of select="ladle:words('final.codes.lead')"/></p>
      <figure class="small" counter="overview">
        <figcaption><xsl:value-of select="ladle:words('final.codes.caption', string($wave/@words))"/></figcaption>
        <table>
          <col width="*"/>
          <col width="24mm"/><col width="26mm"/><col width="28mm"/>
          <thead>
            <tr>
              <th scope="col"><xsl:value-of select="ladle:words('final.code')"/></th>
              <th scope="col" align="right"><xsl:value-of select="ladle:words('final.statements')"/></th>
              <th scope="col" align="right"><xsl:value-of select="ladle:words('participants.records')"/></th>
              <th scope="col" align="right"><xsl:value-of select="ladle:words('final.partnerships')"/></th>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="$programme/in:code[@kind != 'factor']">
              <xsl:variable name="id" select="@id"/>
              <tr keep="yes">
                <th scope="row">
                  <xsl:value-of select="ladle:capital(string(
                      ($input/in:framework/in:column/in:indicator | $input/in:framework/in:redesign)[@id = $id]))"/>
                  <xsl:if test="@kind = 'redesign'">
                    <span class="muted"><xsl:value-of select="concat(' ', ladle:words('final.code.redesign'))"/></span>
                  </xsl:if>
                </th>
                <td align="right"><xsl:value-of select="@statements"/></td>
                <td align="right"><xsl:value-of select="@records"/></td>
                <td align="right"><xsl:value-of select="@partnerships"/></td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </figure>
    </xsl:if>
  </xsl:template>

  <!-- ===================================================== 5 benefits and drawbacks ===== -->

  <xsl:template name="factors">
    <xsl:if test="$input/in:framework/in:factor or $texts/*[@chapter = 'benefits' or @chapter = 'drawbacks']">
      <section class="chapter" master="main" numbering="decimal">
        <h1><xsl:value-of select="ladle:words('final.factors')"/></h1>
        <p><xsl:value-of select="ladle:words('final.factors.lead')"/></p>
        <xsl:call-template name="factor-section">
          <xsl:with-param name="kind">benefit</xsl:with-param>
          <xsl:with-param name="chapter">benefits</xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="factor-section">
          <xsl:with-param name="kind">drawback</xsl:with-param>
          <xsl:with-param name="chapter">drawbacks</xsl:with-param>
        </xsl:call-template>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="factor-section">
    <xsl:param name="kind"/>
    <xsl:param name="chapter"/>
    <xsl:variable name="factors" select="$input/in:framework/in:factor[@kind = $kind]"/>
    <xsl:if test="$factors or $texts/*[@chapter = $chapter]">
      <section numbering="decimal">
        <h2>
          <xsl:value-of select="ladle:capital(ladle:words(concat('final.factors.', $kind), string(count($factors))))"/>
        </h2>
        <xsl:call-template name="texts-below"><xsl:with-param name="chapter" select="$chapter"/></xsl:call-template>
        <xsl:if test="$factors">
          <figure class="small factors" counter="overview">
            <figcaption>
              <xsl:value-of select="ladle:words(concat('final.factors.', $kind, '.caption'), string($wave/@words))"/>
            </figcaption>
            <table>
              <col width="42mm"/>
              <col width="23mm"/>
              <col width="*"/>
              <thead>
                <tr>
                  <th scope="col"><xsl:value-of select="ladle:words('final.factor')"/></th>
                  <th scope="col"><xsl:value-of select="ladle:words('final.statements')"/></th>
                  <th scope="col"><xsl:value-of select="ladle:words('evidence.text')"/></th>
                </tr>
              </thead>
              <tbody><xsl:apply-templates select="$factors" mode="row"/></tbody>
            </table>
            <p class="note"><xsl:value-of select="ladle:words('final.factors.note')"/><xsl:call-template name="short-key"/></p>
          </figure>
        </xsl:if>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="in:factor" mode="row">
    <xsl:variable name="code" select="key('code', concat('factor|', @id))"/>
    <tr>
      <!-- A short row stays whole; moving a long one would leave much of a page empty. -->
      <xsl:if test="count($code/in:mention) &lt; 4">
        <xsl:attribute name="keep">yes</xsl:attribute>
      </xsl:if>
      <th scope="row">
        <p><strong><xsl:apply-templates select="in:name" mode="said"/></strong></p>
        <xsl:if test="in:about"><p><span class="muted"><xsl:apply-templates select="in:about" mode="said"/></span></p></xsl:if>
      </th>
      <td>
        <xsl:choose>
          <xsl:when test="$code">
            <p><xsl:value-of select="$code/@statements"/></p>
            <p><span class="muted"><xsl:value-of select="ladle:words('final.in-partnerships', string($code/@partnerships))"/></span></p>
          </xsl:when>
          <xsl:otherwise>0</xsl:otherwise>
        </xsl:choose>
      </td>
      <td>
        <xsl:choose>
          <xsl:when test="$code"><xsl:apply-templates select="$code/in:mention" mode="row"/></xsl:when>
          <xsl:otherwise><span class="muted"><xsl:value-of select="ladle:words('final.factors.none')"/></span></xsl:otherwise>
        </xsl:choose>
      </td>
    </tr>
  </xsl:template>

  <xsl:template match="in:mention" mode="row">
    <p>
      <xsl:choose>
        <xsl:when test="@quote = 'yes'">
          <xsl:value-of select="ladle:words('quote.open')"/>
          <xsl:apply-templates select="in:text" mode="said"/>
          <xsl:value-of select="ladle:words('quote.close')"/>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates select="in:text" mode="said"/></xsl:otherwise>
      </xsl:choose>
      <span class="muted">
        <xsl:text> </xsl:text>
        <xsl:if test="@partnership">
          <xsl:value-of select="concat(key('partnership', @partnership)/@short, ', ')"/>
        </xsl:if>
        <xsl:choose>
          <xsl:when test="@who and @partnership">
            <xsl:call-template name="inside-sentence"><xsl:with-param name="words" select="string(@who)"/></xsl:call-template>
          </xsl:when>
          <xsl:when test="@who"><xsl:value-of select="@who"/></xsl:when>
          <xsl:otherwise>
            <xsl:variable name="kind"><xsl:call-template name="source-kind"/></xsl:variable>
            <xsl:choose>
              <xsl:when test="@partnership">
                <xsl:call-template name="inside-sentence"><xsl:with-param name="words" select="string($kind)"/></xsl:call-template>
              </xsl:when>
              <xsl:otherwise><xsl:value-of select="$kind"/></xsl:otherwise>
            </xsl:choose>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:value-of select="concat(', ', @words)"/>
      </span>
    </p>
  </xsl:template>

  <!-- ===================================================== 6 placement ===== -->

  <xsl:template name="placement">
    <section class="chapter" master="main" numbering="decimal">
      <h1><xsl:value-of select="ladle:words('final.placement')"/></h1>
      <p><xsl:call-template name="placement-words"/></p>
      <section numbering="decimal">
        <h2><xsl:value-of select="ladle:capital(ladle:words('final.types', string(count($types))))"/></h2>
        <p><xsl:value-of select="ladle:words('final.types.lead', string(count($types)))"/></p>
        <xsl:call-template name="figure-3"/>
        <xsl:apply-templates select="$types" mode="ideal-type"/>
      </section>
      <section numbering="decimal">
        <h2><xsl:value-of select="ladle:words('final.matrix')"/></h2>
        <xsl:choose>
          <xsl:when test="$assessments"><xsl:call-template name="matrices"/></xsl:when>
          <xsl:otherwise><p><xsl:value-of select="ladle:words('final.matrix.none')"/></p></xsl:otherwise>
        </xsl:choose>
      </section>
      <xsl:if test="$assessments">
        <section numbering="decimal">
          <h2><xsl:value-of select="ladle:words('summary.sure')"/></h2>
          <xsl:call-template name="certainty"/>
        </section>
        <section numbering="decimal">
          <h2>
            <xsl:choose>
              <xsl:when test="$assessments/in:element[@split = 'yes']"><xsl:value-of select="ladle:words('voices.title')"/></xsl:when>
              <xsl:otherwise><xsl:value-of select="ladle:words('voices.title.same')"/></xsl:otherwise>
            </xsl:choose>
          </h2>
          <xsl:call-template name="voices"/>
        </section>
      </xsl:if>
      <section numbering="decimal">
        <h2><xsl:value-of select="ladle:words('final.development')"/></h2>
        <xsl:call-template name="changes"/>
        <xsl:call-template name="texts-below"><xsl:with-param name="chapter">development</xsl:with-param></xsl:call-template>
      </section>
    </section>
  </xsl:template>

  <!-- "Ét partnerskab er placeret på Klubben og tre på Kantinen; intet på Kompagniet." -->
  <xsl:template name="placement-words">
    <xsl:variable name="placed">
      <xsl:for-each select="$programme/in:placement[@partnerships &gt; 0]">
        <xsl:sort select="position()" data-type="number" order="descending"/>
        <xsl:choose>
          <xsl:when test="position() &gt; 1 and position() = last()">
            <xsl:value-of select="concat(' ', ladle:words('and'), ' ')"/>
          </xsl:when>
          <xsl:when test="position() &gt; 1">, </xsl:when>
        </xsl:choose>
        <xsl:value-of select="ladle:words('final.placement.count', string(@partnerships),
                              string(key('level', @level)))"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$placed = ''">
        <xsl:value-of select="ladle:words('final.matrix.none')"/>
      </xsl:when>
      <xsl:when test="count($studied) = 1">
        <xsl:value-of select="ladle:words('final.placement.single',
            string(key('level', $programme/in:placement[@partnerships &gt; 0]/@level)))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="ladle:words('final.placement.lead', string(count($studied)), string($placed))"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:for-each select="$types[count($studied) &gt; 1]
                                [@id = $programme/in:placement[@partnerships = 0]/@level]">
      <xsl:value-of select="concat(' ', ladle:words('final.placement.empty', string(.)))"/>
    </xsl:for-each>
  </xsl:template>

  <!-- The matrix: one panel to 15 partnerships, then more of the same size, element names
       repeated. -->
  <xsl:template name="matrices">
    <p>
      <xsl:value-of select="ladle:words('final.matrix.lead')"/>
    </p>
    <xsl:call-template name="panel"><xsl:with-param name="from" select="1"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="panel">
    <xsl:param name="from"/>
    <xsl:variable name="size" select="ceiling(count($studied) div ceiling(count($studied) div 15))"/>
    <xsl:variable name="here" select="$studied[position() &gt;= $from and position() &lt; $from + $size]"/>
    <xsl:variable name="in-wave" select="$here/in:assessment[@wave = $wave/@id]"/>
    <!-- To six partnerships there is room for their names; to four also for the spread. -->
    <xsl:variable name="wide" select="count($studied) &lt;= 6"/>
    <xsl:variable name="spread" select="count($studied) &lt;= 4"/>
    <figure class="matrix" counter="overview">
      <xsl:attribute name="id">
        <xsl:choose>
          <xsl:when test="$from = 1">matrix</xsl:when>
          <xsl:otherwise><xsl:value-of select="concat('matrix-', $from)"/></xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <figcaption>
        <xsl:value-of select="ladle:words('final.matrix.caption', string(count($levels)), string($wave/@words))"/>
      </figcaption>
      <xsl:call-template name="level-key">
        <xsl:with-param name="missing" select="boolean($in-wave/in:element[not(@level)])"/>
      </xsl:call-template>
      <table>
        <col width="43mm"/>
        <xsl:for-each select="$here">
          <col>
            <xsl:attribute name="width">
              <xsl:choose>
                <xsl:when test="$wide">15mm</xsl:when>
                <xsl:otherwise>7.5mm</xsl:otherwise>
              </xsl:choose>
            </xsl:attribute>
          </col>
        </xsl:for-each>
        <xsl:if test="$wide"><col width="*" class="gap"/></xsl:if>
        <xsl:if test="$spread"><col width="38mm"/></xsl:if>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="ladle:words('final.element')"/></th>
            <xsl:for-each select="$here">
              <th scope="col" class="number"><xsl:value-of select="@short"/></th>
            </xsl:for-each>
            <xsl:if test="$wide">
              <th scope="col" class="gap"><xsl:value-of select="ladle:words('final.matrix.dominant')"/></th>
            </xsl:if>
            <xsl:if test="$spread">
              <th scope="col"><xsl:value-of select="ladle:words('final.matrix.spread')"/></th>
            </xsl:if>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$elements">
            <xsl:variable name="id" select="@id"/>
            <tr>
              <th scope="row"><xsl:apply-templates select="in:name" mode="said"/></th>
              <xsl:for-each select="$in-wave">
                <td class="number"><xsl:apply-templates select="in:element[@id = $id]" mode="sign"/></td>
              </xsl:for-each>
              <xsl:if test="$wide">
                <td class="gap">
                  <xsl:choose>
                    <xsl:when test="$programme/in:element[@id = $id]/@dominant">
                      <xsl:apply-templates mode="symbol"
                          select="key('level', $programme/in:element[@id = $id]/@dominant)"/>
                    </xsl:when>
                    <xsl:otherwise><xsl:call-template name="no-symbol"/></xsl:otherwise>
                  </xsl:choose>
                </td>
              </xsl:if>
              <xsl:if test="$spread">
                <td><xsl:apply-templates select="$programme/in:element[@id = $id]" mode="mini-strip"/></td>
              </xsl:if>
            </tr>
          </xsl:for-each>
          <xsl:call-template name="placement-rows">
            <xsl:with-param name="in-wave" select="$in-wave"/>
            <xsl:with-param name="wide" select="$wide"/>
            <xsl:with-param name="rest" select="$wide + $spread"/>
          </xsl:call-template>
        </tbody>
      </table>
      <p class="note">
        <xsl:value-of select="ladle:words('final.matrix.note')"/>
        <xsl:call-template name="short-key"/>
        <xsl:for-each select="$in-wave[in:element[not(@level)]]">
          <xsl:variable name="missing">
            <xsl:call-template name="enumeration">
              <xsl:with-param name="nodes" select="key('element', in:element[not(@level)]/@id)"/>
            </xsl:call-template>
          </xsl:variable>
          <xsl:choose>
            <xsl:when test="@lowest = @highest">
              <xsl:value-of select="concat(' ', ladle:words('final.matrix.missing.same', string(../@short), string($missing)))"/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:value-of select="concat(' ', ladle:words('final.matrix.missing', string(../@short),
                  string($missing), string(key('level', @lowest)), string(key('level', @highest))))"/>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
      </p>
    </figure>
    <xsl:if test="$studied[position() &gt;= $from + $size]">
      <xsl:call-template name="panel"><xsl:with-param name="from" select="$from + $size"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- A sign in the matrix, a link to its evidence. -->
  <xsl:template match="in:assessment/in:element" mode="sign">
    <xsl:choose>
      <xsl:when test="@level">
        <xsl:call-template name="level-link">
          <xsl:with-param name="element" select="@id"/>
          <xsl:with-param name="level" select="@level"/>
          <xsl:with-param name="wave-id" select="../@wave"/>
          <xsl:with-param name="partnership" select="../../@n"/>
          <xsl:with-param name="words"><xsl:apply-templates select="key('level', @level)" mode="symbol"/></xsl:with-param>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="no-symbol"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="placement-rows">
    <xsl:param name="in-wave"/>
    <xsl:param name="wide"/>
    <xsl:param name="rest"/>
    <tr class="placement" keep="yes">
      <th scope="row"><xsl:value-of select="ladle:words('final.placement.row')"/></th>
      <xsl:for-each select="$in-wave">
        <td class="number">
          <p><xsl:apply-templates select="key('level', @placement)" mode="symbol"/></p>
          <xsl:if test="$wide"><p><strong><xsl:value-of select="key('level', @placement)"/></strong></p></xsl:if>
        </td>
      </xsl:for-each>
      <xsl:if test="$wide">
        <td colspan="{$rest}" class="gap"><span class="muted"><xsl:value-of select="ladle:words('final.placement.rule')"/></span></td>
      </xsl:if>
    </tr>
    <xsl:for-each select="$types">
      <xsl:sort select="@n" data-type="number" order="descending"/>
      <xsl:variable name="type" select="@id"/>
      <xsl:if test="$in-wave/in:count[@level = $type]/@reached &gt; 0">
        <tr class="foot" keep="yes">
          <th scope="row"><xsl:value-of select="ladle:words('final.matrix.reached', string(.))"/></th>
          <xsl:for-each select="$in-wave">
            <td class="number"><xsl:value-of select="in:count[@level = $type]/@reached"/></td>
          </xsl:for-each>
          <xsl:if test="$wide"><td colspan="{$rest}"/></xsl:if>
        </tr>
      </xsl:if>
    </xsl:for-each>
    <tr class="foot" keep="yes">
      <th scope="row"><xsl:value-of select="ladle:words('final.matrix.assessed')"/></th>
      <xsl:for-each select="$in-wave"><td class="number"><xsl:value-of select="@assessed"/></td></xsl:for-each>
      <xsl:if test="$wide">
        <td colspan="{$rest}" class="gap"><span class="muted"><xsl:value-of select="ladle:words('final.matrix.of', string(count($elements)))"/></span></td>
      </xsl:if>
    </tr>
    <tr class="foot" keep="yes">
      <th scope="row"><xsl:value-of select="ladle:words('final.matrix.slack')"/></th>
      <xsl:for-each select="$in-wave"><td class="number"><xsl:value-of select="@slack"/></td></xsl:for-each>
      <xsl:if test="$wide"><td colspan="{$rest}"/></xsl:if>
    </tr>
    <tr class="foot" keep="yes">
      <th scope="row"><xsl:value-of select="ladle:words('final.matrix.to-next')"/></th>
      <xsl:for-each select="$in-wave">
        <td class="number">
          <xsl:choose>
            <xsl:when test="@to-next"><xsl:value-of select="@to-next"/></xsl:when>
            <xsl:otherwise><span class="muted">–</span></xsl:otherwise>
          </xsl:choose>
        </td>
      </xsl:for-each>
      <xsl:if test="$wide">
        <td colspan="{$rest}" class="gap"><span class="muted"><xsl:value-of select="ladle:words('final.matrix.to-next.note')"/></span></td>
      </xsl:if>
    </tr>
  </xsl:template>

  <!-- Membership, bounds, stability; how well the elements are covered; dimensions. -->
  <xsl:template name="certainty">
    <p><xsl:value-of select="ladle:words('final.certainty.lead')"/></p>
    <xsl:call-template name="panels"><xsl:with-param name="of">certainty</xsl:with-param></xsl:call-template>
    <xsl:if test="$assessments/in:pivotal">
      <p>
        <xsl:choose>
          <xsl:when test="count($assessments/in:pivotal) = 1">
            <xsl:variable name="source"><xsl:apply-templates select="$assessments/in:pivotal" mode="words"/></xsl:variable>
            <xsl:value-of select="ladle:words('final.pivotal.one', string($assessments[in:pivotal]/../@short),
                                  string($source))"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:value-of select="ladle:words('final.pivotal')"/>
            <xsl:for-each select="$assessments/in:pivotal">
              <xsl:value-of select="concat(' ', ../../@short, ': ')"/>
              <xsl:apply-templates select="." mode="words"/>
              <xsl:choose>
                <xsl:when test="position() = last()">.</xsl:when>
                <xsl:otherwise>;</xsl:otherwise>
              </xsl:choose>
            </xsl:for-each>
          </xsl:otherwise>
        </xsl:choose>
      </p>
    </xsl:if>
    <p><xsl:value-of select="ladle:words('final.support.lead')"/></p>
    <xsl:call-template name="panels"><xsl:with-param name="of">support</xsl:with-param></xsl:call-template>
  </xsl:template>

  <xsl:template match="in:pivotal" mode="words">
    <xsl:choose>
      <xsl:when test="@form"><xsl:value-of select="ladle:words(concat('form.', @form, '.the'))"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="ladle:words(concat('kind.', @kind, '.the'))"/></xsl:otherwise>
    </xsl:choose>
    <xsl:value-of select="concat(' ', @words)"/>
  </xsl:template>

  <!-- How well each element is covered in each partnership, and how far the evidence agrees. -->
  <xsl:template name="support">
    <xsl:param name="here"/>
    <xsl:variable name="in-wave" select="$here/in:assessment[@wave = $wave/@id]"/>
    <figure class="small" counter="overview">
      <figcaption><xsl:value-of select="ladle:words('final.support.caption', string($wave/@words))"/></figcaption>
      <table>
        <col width="42mm"/>
        <xsl:for-each select="$in-wave"><col width="*"/></xsl:for-each>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="ladle:words('final.element')"/></th>
            <xsl:for-each select="$here"><th scope="col"><xsl:value-of select="@short"/></th></xsl:for-each>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$elements">
            <xsl:variable name="id" select="@id"/>
            <tr keep="yes">
              <th scope="row"><xsl:apply-templates select="in:name" mode="said"/></th>
              <xsl:for-each select="$in-wave/in:element[@id = $id]">
                <td>
                  <xsl:value-of select="ladle:words(concat('support.', @support))"/>
                  <xsl:if test="@level">
                    <br/>
                    <span class="muted">
                      <xsl:value-of select="ladle:words('final.support.cell', string(@items),
                                            ladle:number(string(@agreement), '2'))"/>
                    </span>
                  </xsl:if>
                </td>
              </xsl:for-each>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
      <p class="note"><xsl:value-of select="ladle:words('final.support.note')"/></p>
    </figure>
  </xsl:template>

  <!-- Tables with a column a partnership: five columns at the most, then the next table. of: which. -->
  <xsl:template name="panels">
    <xsl:param name="of"/>
    <xsl:param name="from" select="1"/>
    <xsl:variable name="size" select="ceiling(count($studied) div ceiling(count($studied) div 5))"/>
    <xsl:variable name="here" select="$studied[position() &gt;= $from and position() &lt; $from + $size]"/>
    <xsl:choose>
      <xsl:when test="$of = 'activity'">
        <xsl:call-template name="activity-table">
          <xsl:with-param name="here" select="$here"/>
          <xsl:with-param name="first" select="$from = 1"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$of = 'certainty'">
        <xsl:call-template name="certainty-table">
          <xsl:with-param name="here" select="$here"/>
          <xsl:with-param name="first" select="$from = 1"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="support"><xsl:with-param name="here" select="$here"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$studied[position() &gt;= $from + $size]">
      <xsl:call-template name="panels">
        <xsl:with-param name="of" select="$of"/>
        <xsl:with-param name="from" select="$from + $size"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="certainty-table">
    <xsl:param name="here"/>
    <xsl:param name="first"/>
    <xsl:variable name="in-wave" select="$here/in:assessment[@wave = $wave/@id]"/>
    <figure class="small whole" counter="overview">
      <xsl:if test="$first"><xsl:attribute name="id">certainty</xsl:attribute></xsl:if>
      <figcaption><xsl:value-of select="ladle:words('final.certainty.caption', string($wave/@words))"/></figcaption>
      <table>
        <col width="*"/>
        <xsl:for-each select="$here">
          <col><xsl:attribute name="width"><xsl:choose>
            <xsl:when test="count($here) &lt; 5">27mm</xsl:when>
            <xsl:otherwise>21mm</xsl:otherwise>
          </xsl:choose></xsl:attribute></col>
        </xsl:for-each>
        <thead>
          <tr>
            <th scope="col"/>
            <xsl:for-each select="$here"><th scope="col"><xsl:value-of select="@short"/></th></xsl:for-each>
          </tr>
        </thead>
        <tbody>
          <tr keep="yes">
            <th scope="row"><xsl:value-of select="ladle:words('final.placement.row')"/></th>
            <xsl:for-each select="$in-wave">
              <td>
                <xsl:apply-templates select="key('level', @placement)" mode="level"/>
                <xsl:if test="@provisional = 'yes'">
                  <span class="muted"><xsl:value-of select="concat(' ', ladle:words('final.provisional'))"/></span>
                </xsl:if>
              </td>
            </xsl:for-each>
          </tr>
          <tr keep="yes">
            <th scope="row"><xsl:value-of select="ladle:words('final.bounds')"/></th>
            <xsl:for-each select="$in-wave">
              <td>
                <xsl:value-of select="key('level', @lowest)"/>
                <xsl:if test="@lowest != @highest">
                  <xsl:value-of select="concat(' – ', key('level', @highest))"/>
                </xsl:if>
              </td>
            </xsl:for-each>
          </tr>
          <tr keep="yes">
            <th scope="row"><xsl:value-of select="ladle:words('final.stability')"/></th>
            <xsl:for-each select="$in-wave">
              <td><xsl:value-of select="ladle:words('of', string(@kept), string(@runs))"/></td>
            </xsl:for-each>
          </tr>
          <xsl:for-each select="$types">
            <xsl:variable name="type" select="@id"/>
            <tr keep="yes">
              <th scope="row"><xsl:value-of select="ladle:words('final.membership', string(.))"/></th>
              <xsl:for-each select="$in-wave">
                <td>
                  <xsl:value-of select="ladle:number(string(in:membership[@type = $type]/@majority), '2')"/>
                  <span class="muted">
                    <xsl:value-of select="concat(' (', ladle:number(string(in:membership[@type = $type]/@minimum), '2'), ')')"/>
                  </span>
                </td>
              </xsl:for-each>
            </tr>
          </xsl:for-each>
          <xsl:for-each select="$input/in:framework/in:dimension">
            <xsl:variable name="dimension" select="@id"/>
            <xsl:if test="$in-wave/in:dimension[@id = $dimension]">
              <tr keep="yes">
                <th scope="row"><xsl:value-of select="ladle:words('final.dimension', string(.))"/></th>
                <xsl:for-each select="$in-wave">
                  <td>
                    <xsl:choose>
                      <xsl:when test="in:dimension[@id = $dimension]">
                        <xsl:apply-templates mode="level"
                            select="key('level', in:dimension[@id = $dimension]/@level)"/>
                      </xsl:when>
                      <xsl:otherwise><xsl:call-template name="no-level"/></xsl:otherwise>
                    </xsl:choose>
                  </td>
                </xsl:for-each>
              </tr>
            </xsl:if>
          </xsl:for-each>
        </tbody>
      </table>
      <p class="note"><xsl:value-of select="ladle:words('final.certainty.note')"/><xsl:call-template name="short-key"/></p>
    </figure>
  </xsl:template>

  <!-- Elements on which steering and consultant group are at different levels. -->
  <xsl:template name="voices">
    <xsl:variable name="split" select="$assessments/in:element[@split = 'yes']"/>
    <xsl:choose>
      <xsl:when test="$split">
        <p><xsl:value-of select="ladle:words('final.voices.lead', string(count($split)))"/></p>
        <figure class="small" counter="overview">
          <figcaption><xsl:value-of select="ladle:words('final.voices.caption', string($wave/@words))"/></figcaption>
          <table>
            <col width="42mm"/><col width="16mm"/><col width="*"/><col width="*"/>
            <thead>
              <tr>
                <th scope="col"><xsl:value-of select="ladle:words('final.element')"/></th>
                <th scope="col"><xsl:value-of select="ladle:words('evidence.partnership')"/></th>
                <th scope="col"><xsl:value-of select="ladle:words('group.steering')"/></th>
                <th scope="col"><xsl:value-of select="ladle:words('group.consultant')"/></th>
              </tr>
            </thead>
            <tbody>
              <xsl:for-each select="$split">
                <xsl:sort select="key('element', @id)/@n" data-type="number"/>
                <tr keep="yes">
                  <th scope="row"><xsl:apply-templates select="key('element', @id)/in:name" mode="said"/></th>
                  <td><xsl:value-of select="../../@short"/></td>
                  <td><xsl:apply-templates select="in:voice[@group = 'steering']" mode="voice"/></td>
                  <td><xsl:apply-templates select="in:voice[@group = 'consultant']" mode="voice"/></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </figure>
      </xsl:when>
      <xsl:otherwise><p><xsl:value-of select="ladle:words('final.voices.none')"/></p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="in:voice" mode="voice">
    <xsl:call-template name="level-link">
      <xsl:with-param name="element" select="../@id"/>
      <xsl:with-param name="level" select="@level"/>
      <xsl:with-param name="partnership" select="../../../@n"/>
    </xsl:call-template>
    <span class="muted"><xsl:value-of select="concat(', ', ladle:words('evidence.items', string(@items)))"/></span>
  </xsl:template>

  <!-- What moved since the wave before, in the partnerships that both have. -->
  <xsl:template name="changes">
    <xsl:variable name="moved" select="$assessments/in:element[@by != 0]"/>
    <xsl:choose>
      <xsl:when test="not($before)"><p><xsl:value-of select="ladle:words('final.changes.baseline')"/></p></xsl:when>
      <xsl:when test="not($assessments/in:element[@by])">
        <p><xsl:value-of select="ladle:words('final.changes.none', string($before-name))"/></p>
      </xsl:when>
      <xsl:otherwise>
        <p>
          <xsl:value-of select="ladle:words('final.changes.lead', string(count($moved)),
              string(count($assessments/in:element[@by])), string(count($moved[@by &gt; 0])),
              string(count($moved[@by &lt; 0])), string($before-name))"/>
        </p>
        <xsl:if test="$moved">
          <figure id="changes" class="changes" counter="overview">
            <figcaption><xsl:value-of select="ladle:words('final.changes.caption', string($before-name), string($wave-name))"/></figcaption>
            <table>
              <col width="6mm"/><col width="36mm"/>
              <xsl:for-each select="$levels"><col width="{64.8 div count($levels)}mm"/></xsl:for-each>
              <col width="*"/>
              <thead>
                <tr>
                  <th scope="col"><xsl:value-of select="ladle:words('evidence.partnership')"/></th>
                  <th scope="col"><xsl:value-of select="ladle:words('final.element')"/></th>
                  <xsl:for-each select="$levels">
                    <th scope="col" class="number">
                      <xsl:apply-templates select="." mode="symbol"/><br/><xsl:value-of select="."/>
                    </th>
                  </xsl:for-each>
                  <th scope="col" class="name"><xsl:value-of select="ladle:words('changes.evidence')"/></th>
                </tr>
              </thead>
              <tbody><xsl:apply-templates select="$moved" mode="move"/></tbody>
            </table>
            <p class="note"><xsl:value-of select="ladle:words('final.changes.note')"/></p>
          </figure>
        </xsl:if>
        <xsl:apply-templates select="$moved[@by &gt; 1 or @by &lt; -1]" mode="jump"/>
        <xsl:call-template name="placements-before"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="in:assessment/in:element" mode="move">
    <tr class="moved" keep="yes">
      <td><xsl:value-of select="../../@short"/></td>
      <th scope="row">
        <p><xsl:apply-templates select="key('element', @id)/in:name" mode="said"/></p>
        <p>
          <span class="muted">
            <xsl:call-template name="by-words"/>
            <xsl:text> </xsl:text>
            <xsl:apply-templates select="key('level', @before)" mode="level"/>
          </span>
        </p>
      </th>
      <td colspan="{count($levels)}">
        <chart kind="scale" class="scale" of="{count($levels)}" level="{@level-n}" was="{@before-n}">
          <xsl:attribute name="alt">
            <xsl:apply-templates select="." mode="alt"><xsl:with-param name="moved" select="true()"/></xsl:apply-templates>
          </xsl:attribute>
        </chart>
      </td>
      <td class="why">
        <xsl:for-each select="in:strongest[position() &lt;= 2]">
          <xsl:if test="position() &gt; 1">, </xsl:if>
          <xsl:apply-templates select="key('item', @item)" mode="reference"/>
        </xsl:for-each>
        <xsl:text> </xsl:text>
        <xsl:apply-templates select="key('item', in:strongest[1]/@item)" mode="text"/>
      </td>
    </tr>
  </xsl:template>

  <xsl:template name="by-words">
    <xsl:choose>
      <xsl:when test="@by &gt; 0"><xsl:value-of select="ladle:words('changes.up', string(@by))"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="ladle:words('changes.down', string(-@by))"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="in:assessment/in:element" mode="jump">
    <xsl:variable name="steps">
      <xsl:choose>
        <xsl:when test="@by &gt; 0"><xsl:value-of select="@by"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="-@by"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <aside class="jump">
      <p class="list-head">
        <xsl:value-of select="ladle:words('changes.jump', string($steps),
            concat(../../@alias, ', ', key('element', @id)/in:name))"/>
      </p>
      <p><xsl:value-of select="ladle:words('changes.jump.text', string(@items), string(@methods))"/></p>
    </aside>
  </xsl:template>

  <!-- Placement before and now, a line a partnership. -->
  <xsl:template name="placements-before">
    <figure class="small" counter="overview">
      <figcaption><xsl:value-of select="ladle:words('final.placements.caption')"/></figcaption>
      <table>
        <col width="42mm"/><col width="*"/><col width="*"/><col width="*"/>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="ladle:words('final.partnership')"/></th>
            <th scope="col"><xsl:apply-templates select="$before/in:name" mode="said"/></th>
            <th scope="col"><xsl:apply-templates select="$wave/in:name" mode="said"/></th>
            <th scope="col"><xsl:value-of select="ladle:words('final.placements.elements')"/></th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$input/in:partnership[in:assessment/@placement]">
            <xsl:variable name="was" select="in:assessment[@wave = $before/@id]"/>
            <xsl:variable name="is" select="in:assessment[@wave = $wave/@id]"/>
            <tr keep="yes">
              <th scope="row"><xsl:apply-templates select="@alias" mode="said"/></th>
              <td><xsl:call-template name="placed"><xsl:with-param name="at" select="$was/@placement"/></xsl:call-template></td>
              <td><xsl:call-template name="placed"><xsl:with-param name="at" select="$is/@placement"/></xsl:call-template></td>
              <td>
                <xsl:value-of select="ladle:words('final.placements.moves',
                    string(count($is/in:element[@by &gt; 0])), string(count($is/in:element[@by &lt; 0])),
                    string(count($is/in:element[@by = 0])))"/>
              </td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </figure>
  </xsl:template>
  <xsl:template name="placed">
    <xsl:param name="at"/>
    <xsl:choose>
      <xsl:when test="$at"><xsl:apply-templates select="key('level', $at)" mode="level"/></xsl:when>
      <xsl:otherwise><span class="muted"><xsl:value-of select="ladle:words('summary.none')"/></span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ===================================================== 7 looking ahead ===== -->

  <xsl:template name="forward">
    <xsl:if test="$texts/*[@chapter = 'future' or @chapter = 'recommendations']">
      <section class="chapter" master="main" numbering="decimal">
        <h1><xsl:value-of select="ladle:words('final.forward')"/></h1>
        <xsl:if test="$texts/*[@chapter = 'future']">
          <section numbering="decimal">
            <h2><xsl:value-of select="ladle:words('final.future')"/></h2>
            <xsl:call-template name="texts-below"><xsl:with-param name="chapter">future</xsl:with-param></xsl:call-template>
          </section>
        </xsl:if>
        <xsl:if test="$texts/*[@chapter = 'recommendations']">
          <section numbering="decimal">
            <h2><xsl:value-of select="ladle:words('recommendations.title')"/></h2>
            <xsl:call-template name="texts-below"><xsl:with-param name="chapter">recommendations</xsl:with-param></xsl:call-template>
          </section>
        </xsl:if>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- ===================================================== appendices ===== -->

  <xsl:template name="appendices">
    <section class="chapter" master="main" numbering="none">
      <h1><xsl:value-of select="ladle:words('final.appendices')"/></h1>
      <xsl:if test="$texts/*[@chapter = 'appendix']">
        <xsl:call-template name="chapter-texts">
          <xsl:with-param name="chapter">appendix</xsl:with-param>
          <xsl:with-param name="numbering">none</xsl:with-param>
        </xsl:call-template>
      </xsl:if>
      <xsl:if test="$input/in:framework/in:guide">
        <section class="appendix" numbering="letter">
          <h2><xsl:value-of select="ladle:words('final.guides')"/></h2>
          <p><xsl:value-of select="ladle:words('final.guides.lead')"/></p>
          <xsl:apply-templates select="$input/in:framework/in:guide" mode="form"/>
        </section>
      </xsl:if>
      <section class="appendix" numbering="letter">
        <h2><xsl:value-of select="ladle:words('method.title')"/></h2>
        <xsl:call-template name="rules">
          <xsl:with-param name="programme" select="true()"/>
        </xsl:call-template>
      </section>
      <section class="appendix" numbering="letter">
        <h2><xsl:value-of select="ladle:words('final.coders')"/></h2>
        <xsl:call-template name="coders"/>
      </section>
      <section class="appendix" numbering="letter">
        <h2><xsl:value-of select="ladle:words('evidence.title')"/></h2>
        <xsl:call-template name="evidence-list">
          <xsl:with-param name="show-partnership" select="true()"/>
        </xsl:call-template>
      </section>
      <section class="appendix" numbering="letter">
        <h2><xsl:value-of select="ladle:words('contradictions.title')"/></h2>
        <xsl:choose>
          <xsl:when test="$input/in:contradiction"><xsl:call-template name="contradictions"/></xsl:when>
          <xsl:otherwise><p><xsl:value-of select="ladle:words('final.contradictions.none')"/></p></xsl:otherwise>
        </xsl:choose>
      </section>
      <xsl:if test="$input/in:records/in:record">
        <section class="appendix" numbering="letter">
          <h2><xsl:value-of select="ladle:words('records.title')"/></h2>
          <p><xsl:value-of select="ladle:words('records.lead')"/></p>
          <xsl:call-template name="record-list">
            <xsl:with-param name="show-partnership" select="true()"/>
          </xsl:call-template>
        </section>
      </xsl:if>
    </section>
  </xsl:template>

  <!-- A guide with room to write. -->
  <xsl:template match="in:guide" mode="form">
    <h3><xsl:call-template name="language"/><xsl:value-of select="in:title"/></h3>
    <xsl:if test="in:intro"><p><xsl:call-template name="language"/><xsl:value-of select="in:intro"/></p></xsl:if>
    <figure class="guide">
      <table>
        <col width="6mm"/><col width="27mm"/><col width="*"/><col width="50mm"/>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="ladle:words('evidence.number')"/></th>
            <th scope="col"><xsl:value-of select="ladle:words('final.element')"/></th>
            <th scope="col"><xsl:value-of select="ladle:words('final.question')"/></th>
            <th scope="col"><xsl:value-of select="ladle:words('final.answer')"/></th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="in:question">
            <tr keep="yes">
              <th scope="row"><xsl:value-of select="@n"/></th>
              <td>
                <xsl:if test="not(preceding-sibling::in:question[1]/@element = @element)">
                  <xsl:apply-templates select="key('element', @element)/in:name" mode="said"/>
                </xsl:if>
              </td>
              <td>
                <p><xsl:call-template name="language"/><xsl:value-of select="in:text"/></p>
                <xsl:if test="in:option or in:band">
                  <p><span class="muted">
                    <xsl:for-each select="in:option">
                      <xsl:if test="position() &gt; 1"> · </xsl:if>
                      <xsl:value-of select="."/>
                      <xsl:if test="@level"><xsl:value-of select="concat(': ', key('level', @level))"/></xsl:if>
                    </xsl:for-each>
                    <xsl:for-each select="in:band">
                      <xsl:if test="position() &gt; 1"> · </xsl:if>
                      <xsl:choose>
                        <xsl:when test="@to"><xsl:value-of select="ladle:words('final.band', string(@from), string(@to))"/></xsl:when>
                        <xsl:otherwise><xsl:value-of select="ladle:words('final.band.open', string(@from))"/></xsl:otherwise>
                      </xsl:choose>
                      <xsl:value-of select="concat(': ', key('level', @level))"/>
                    </xsl:for-each>
                  </span></p>
                </xsl:if>
              </td>
              <td class="write"/>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </figure>
  </xsl:template>

  <xsl:template name="coders">
    <xsl:variable name="coders" select="$input/in:coders"/>
    <xsl:choose>
      <xsl:when test="not($coders)"><p><xsl:value-of select="ladle:words('final.coders.none')"/></p></xsl:when>
      <xsl:otherwise>
        <p>
          <xsl:choose>
            <xsl:when test="$coders/@alpha">
              <xsl:value-of select="ladle:words('final.coders.lead', string($coders/@units),
                                    ladle:number(string($coders/@alpha), '3'))"/>
            </xsl:when>
            <xsl:otherwise><xsl:value-of select="ladle:words('final.coders.flat', string($coders/@units))"/></xsl:otherwise>
          </xsl:choose>
        </p>
        <figure class="small narrow" counter="overview">
          <figcaption><xsl:value-of select="ladle:words('final.coders.caption')"/></figcaption>
          <table>
            <col width="*"/><col width="24mm" align="right"/><col width="30mm" align="right"/>
            <thead>
              <tr>
                <th scope="col"><xsl:value-of select="ladle:words('final.element')"/></th>
                <th scope="col" align="right"><xsl:value-of select="ladle:words('final.coders.units')"/></th>
                <th scope="col" align="right"><xsl:value-of select="ladle:words('final.coders.alpha')"/></th>
              </tr>
            </thead>
            <tbody>
              <xsl:for-each select="$coders/in:element">
                <tr keep="yes">
                  <th scope="row"><xsl:apply-templates select="key('element', @id)/in:name" mode="said"/></th>
                  <td align="right"><xsl:value-of select="@units"/></td>
                  <td align="right">
                    <xsl:choose>
                      <xsl:when test="@alpha"><xsl:value-of select="ladle:number(string(@alpha), '3')"/></xsl:when>
                      <xsl:otherwise><span class="muted"><xsl:value-of select="ladle:words('final.coders.no-alpha')"/></span></xsl:otherwise>
                    </xsl:choose>
                  </td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </figure>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
