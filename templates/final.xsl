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
        <xsl:with-param name="running" select="ladle:words('final.running', string(in:study/in:title))"/>
      </xsl:call-template>
      <xsl:call-template name="cover"/>
      <xsl:call-template name="final-colophon"/>
      <xsl:call-template name="placement-explained"/>
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
      <figure class="small whole" counter="table">
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
</xsl:stylesheet>
