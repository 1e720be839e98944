<?xml version="1.0" encoding="UTF-8"?>
<!--
  The final report: its appendices.

  Imported by final.xsl.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:in="urn:x-ladle:input"
    xmlns:ladle="urn:x-ladle:functions"
    xmlns="urn:x-ladle:document"
    exclude-result-prefixes="in ladle">

  <xsl:template name="appendices">
    <xsl:call-template name="chapter">
      <xsl:with-param name="of">appendix</xsl:with-param>
      <xsl:with-param name="title" select="ladle:words('final.appendices')"/>
      <xsl:with-param name="numbering">none</xsl:with-param>
      <xsl:with-param name="content">
        <xsl:call-template name="chapter-texts">
          <xsl:with-param name="chapter">appendix</xsl:with-param>
          <xsl:with-param name="numbering">letter</xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="appendix">
          <xsl:with-param name="part">guides</xsl:with-param>
          <xsl:with-param name="title" select="ladle:words('final.guides')"/>
        </xsl:call-template>
        <xsl:call-template name="appendix">
          <xsl:with-param name="part">method</xsl:with-param>
          <xsl:with-param name="title" select="ladle:words('method.title')"/>
        </xsl:call-template>
        <xsl:call-template name="appendix">
          <xsl:with-param name="part">coders</xsl:with-param>
          <xsl:with-param name="title" select="ladle:words('final.coders')"/>
        </xsl:call-template>
        <xsl:call-template name="appendix">
          <xsl:with-param name="part">evidence</xsl:with-param>
          <xsl:with-param name="title" select="ladle:words('evidence.title')"/>
        </xsl:call-template>
        <xsl:call-template name="appendix">
          <xsl:with-param name="part">contradictions</xsl:with-param>
          <xsl:with-param name="title" select="ladle:words('contradictions.title')"/>
        </xsl:call-template>
        <xsl:if test="$records = 'yes' or $texts/*[@chapter = 'records']">
          <xsl:call-template name="appendix">
            <xsl:with-param name="part">records</xsl:with-param>
            <xsl:with-param name="title" select="ladle:words('records.title')"/>
          </xsl:call-template>
        </xsl:if>
      </xsl:with-param>
    </xsl:call-template>
    <!-- Not printed, records go along as data; an author who places them has them printed. -->
    <xsl:if test="$input/in:records/in:record and $records = 'no'
                  and not(key('placed', 'records') | key('left-out', 'records') | $texts/*[@chapter = 'records'])">
      <section contents="no">
        <xsl:call-template name="record-data">
          <xsl:with-param name="show-partnership" select="true()"/>
        </xsl:call-template>
      </section>
    </xsl:if>
  </xsl:template>
  <xsl:template name="appendix">
    <xsl:param name="part"/>
    <xsl:param name="title"/>
    <xsl:call-template name="section-of-part">
      <xsl:with-param name="part" select="$part"/>
      <xsl:with-param name="title" select="$title"/>
      <xsl:with-param name="numbering">letter</xsl:with-param>
      <xsl:with-param name="class">appendix</xsl:with-param>
      <xsl:with-param name="id"><xsl:if test="$part = 'method'">method</xsl:if></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="guides">
    <xsl:if test="$input/in:framework/in:guide">
      <xsl:call-template name="says"><xsl:with-param name="words" select="ladle:words('final.guides.lead')"/></xsl:call-template>
      <xsl:apply-templates select="$input/in:framework/in:guide" mode="form"/>
      <xsl:call-template name="guide-key"/>
    </xsl:if>
  </xsl:template>

  <!-- A guide to hand out: what each element is about, its questions with what may be answered, and lines
       to write on. What an answer is worth is not said here. -->
  <xsl:template match="in:guide" mode="form">
    <h3><xsl:call-template name="language"/><xsl:value-of select="in:title"/></h3>
    <xsl:if test="in:intro"><p><xsl:call-template name="language"/><xsl:value-of select="in:intro"/></p></xsl:if>
    <figure class="guide">
      <table>
        <col width="7mm"/><col width="70mm"/><col width="*"/>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="ladle:words('evidence.number')"/></th>
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
                  <p>
                    <strong><xsl:apply-templates select="key('element', @element)/in:name" mode="said"/></strong>
                    <xsl:if test="key('element', @element)/in:about">
                      <span class="muted">
                        <xsl:text>: </xsl:text>
                        <xsl:apply-templates select="key('element', @element)/in:about" mode="said"/>
                      </span>
                    </xsl:if>
                  </p>
                </xsl:if>
                <p><xsl:call-template name="language"/><xsl:value-of select="in:text"/></p>
                <xsl:if test="in:option">
                  <p>
                    <xsl:call-template name="language"/>
                    <xsl:for-each select="in:option">
                      <xsl:if test="position() &gt; 1"><xsl:text>&#x2003;</xsl:text></xsl:if>
                      <span class="nowrap"><xsl:value-of select="concat('[&#xA0;&#xA0;]&#xA0;', .)"/></span>
                    </xsl:for-each>
                  </p>
                </xsl:if>
              </td>
              <td class="write"><p class="line">&#xA0;</p><p class="last-line">&#xA0;</p></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </figure>
  </xsl:template>

  <!-- The key, apart from the guides: which level each answer points to. An element once, and below its
       questions what their answers are worth, once for those that have the same. -->
  <xsl:template name="guide-key">
    <xsl:variable name="closed" select="$input/in:framework/in:guide/in:question[in:option or in:band]"/>
    <xsl:if test="$closed">
      <h3><xsl:value-of select="ladle:words('final.guides.key')"/></h3>
      <xsl:call-template name="says"><xsl:with-param name="words" select="ladle:words('final.guides.key.lead')"/></xsl:call-template>
      <figure class="small" counter="table">
        <figcaption><xsl:value-of select="ladle:words('final.guides.key.caption')"/></figcaption>
        <table>
          <col width="38mm"/><col width="*"/>
          <thead>
            <tr>
              <th scope="col"><xsl:value-of select="ladle:words('final.element')"/></th>
              <th scope="col"><xsl:value-of select="ladle:words('final.guides.key.answers')"/></th>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="$elements[@id = $closed/@element]">
              <tr keep="yes">
                <th scope="row"><xsl:apply-templates select="in:name" mode="said"/></th>
                <td>
                  <xsl:call-template name="questions-by-answers">
                    <xsl:with-param name="questions" select="$closed[@element = current()/@id]"/>
                  </xsl:call-template>
                </td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </figure>
    </xsl:if>
  </xsl:template>

  <!-- Questions with the same answers stand together, above them; one that two guides have in the same words, once. -->
  <xsl:template name="questions-by-answers">
    <xsl:param name="questions"/>
    <xsl:for-each select="$questions">
      <xsl:variable name="at" select="position()"/>
      <xsl:variable name="answers"><xsl:apply-templates select="." mode="answers"/></xsl:variable>
      <xsl:variable name="said-before">
        <xsl:for-each select="$questions[position() &lt; $at]">
          <xsl:text>|</xsl:text><xsl:apply-templates select="." mode="answers"/><xsl:text>|</xsl:text>
        </xsl:for-each>
      </xsl:variable>
      <xsl:if test="not(contains($said-before, concat('|', $answers, '|')))">
        <xsl:for-each select="$questions">
          <xsl:variable name="own"><xsl:apply-templates select="." mode="answers"/></xsl:variable>
          <xsl:variable name="first" select="$questions[in:text = current()/in:text][1]"/>
          <xsl:variable name="of-first"><xsl:apply-templates select="$first" mode="answers"/></xsl:variable>
          <xsl:if test="$own = $answers and (generate-id($first) = generate-id() or $of-first != $own)">
            <p><xsl:call-template name="language"/><xsl:value-of select="in:text"/></p>
          </xsl:if>
        </xsl:for-each>
        <p class="answers"><xsl:call-template name="language"/><xsl:value-of select="$answers"/></p>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- "Ja: Kompagniet · Delvis: Klubben · Nej: Kantinen". -->
  <xsl:template match="in:question" mode="answers">
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
  </xsl:template>

  <!-- Krippendorff's floor for tentative conclusions. -->
  <xsl:variable name="least-alpha" select="0.667"/>
  <!-- "Koderne er for lidt enige (alfa under 0,667) om udbytte (0,400) og medarbejdere (0,466)." -->
  <xsl:template name="weak-coders">
    <xsl:variable name="coders" select="$input/in:coders"/>
    <xsl:variable name="weak" select="$coders/in:element[@alpha &lt; $least-alpha]"/>
    <xsl:variable name="names">
      <xsl:for-each select="$weak">
        <xsl:sort select="@alpha" data-type="number"/>
        <xsl:variable name="name"><xsl:apply-templates select="key('element', @id)" mode="small-name"/></xsl:variable>
        <xsl:call-template name="joint"/>
        <xsl:value-of select="ladle:words('alt.item', string($name),
                              ladle:number(string(@alpha), '3'))"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:if test="$weak or $coders/@alpha &lt; $least-alpha">
      <xsl:variable name="where">
        <xsl:if test="$coders/@alpha &lt; $least-alpha">
          <xsl:value-of select="ladle:words('alt.item', ladle:words('final.coders.weak.all'),
                                ladle:number(string($coders/@alpha), '3'))"/>
          <xsl:if test="$weak"><xsl:value-of select="concat(' ', ladle:words('and'), ' ')"/></xsl:if>
        </xsl:if>
        <xsl:if test="$weak"><xsl:value-of select="ladle:words('final.coders.weak.elements', string($names))"/></xsl:if>
      </xsl:variable>
      <p><xsl:value-of select="ladle:words('final.coders.weak', ladle:number(string($least-alpha), '3'), string($where))"/></p>
    </xsl:if>
  </xsl:template>

  <xsl:template name="coders">
    <xsl:variable name="coders" select="$input/in:coders"/>
    <xsl:choose>
      <xsl:when test="not($coders)">
        <xsl:call-template name="says"><xsl:with-param name="words" select="ladle:words('final.coders.none')"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="says">
          <xsl:with-param name="words">
            <xsl:choose>
              <xsl:when test="$coders/@alpha">
                <xsl:value-of select="ladle:words('final.coders.lead', string($coders/@units),
                                      ladle:number(string($coders/@alpha), '3'))"/>
              </xsl:when>
              <xsl:otherwise><xsl:value-of select="ladle:words('final.coders.flat', string($coders/@units))"/></xsl:otherwise>
            </xsl:choose>
          </xsl:with-param>
        </xsl:call-template>
        <figure class="small narrow whole" counter="table">
          <figcaption><xsl:value-of select="ladle:words('final.coders.caption')"/></figcaption>
          <table>
            <col width="*"/><col width="24mm" align="right"/><col width="20mm" align="right"/>
            <col width="26mm"/>
            <thead>
              <tr>
                <th scope="col"><xsl:value-of select="ladle:words('final.element')"/></th>
                <th scope="col" align="right"><xsl:value-of select="ladle:words('final.coders.units')"/></th>
                <th scope="col" align="right"><xsl:value-of select="ladle:words('final.coders.alpha')"/></th>
                <th/>
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
                  <td>
                    <xsl:if test="@alpha &lt; $least-alpha">
                      <span class="accent">
                        <xsl:value-of select="ladle:words('final.coders.low', ladle:number(string($least-alpha), '3'))"/>
                      </span>
                    </xsl:if>
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
