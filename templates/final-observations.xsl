<?xml version="1.0" encoding="UTF-8"?>
<!--
  The final report: what was observed, benefits and drawbacks.

  Imported by final.xsl.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:in="urn:x-ladle:input"
    xmlns:ladle="urn:x-ladle:functions"
    xmlns="urn:x-ladle:document"
    exclude-result-prefixes="in ladle">

  <!-- ===================================================== 4 observations ===== -->

  <xsl:template name="observations">
    <xsl:call-template name="chapter">
      <xsl:with-param name="of">observations</xsl:with-param>
      <xsl:with-param name="title" select="ladle:words('final.observations')"/>
      <xsl:with-param name="content">
        <xsl:call-template name="section-of-texts">
          <xsl:with-param name="chapter">content</xsl:with-param>
          <xsl:with-param name="title" select="ladle:words('final.content')"/>
        </xsl:call-template>
        <xsl:call-template name="section">
          <xsl:with-param name="of">structure</xsl:with-param>
          <xsl:with-param name="title" select="ladle:words('final.structure')"/>
          <xsl:with-param name="content">
            <xsl:call-template name="texts-below"><xsl:with-param name="chapter">structure</xsl:with-param></xsl:call-template>
            <xsl:call-template name="heading-of-part">
              <xsl:with-param name="title" select="ladle:words('final.activity')"/>
              <xsl:with-param name="content">
                <xsl:call-template name="part"><xsl:with-param name="name">activity</xsl:with-param></xsl:call-template>
                <xsl:call-template name="part"><xsl:with-param name="name">targets</xsl:with-param></xsl:call-template>
              </xsl:with-param>
            </xsl:call-template>
          </xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="section">
          <xsl:with-param name="of">process</xsl:with-param>
          <xsl:with-param name="title" select="ladle:words('final.process')"/>
          <xsl:with-param name="content">
            <xsl:call-template name="texts-below"><xsl:with-param name="chapter">process</xsl:with-param></xsl:call-template>
            <xsl:call-template name="heading-of-part">
              <xsl:with-param name="title" select="ladle:words('final.codes')"/>
              <xsl:with-param name="content">
                <xsl:call-template name="part"><xsl:with-param name="name">codes</xsl:with-param></xsl:call-template>
              </xsl:with-param>
            </xsl:call-template>
          </xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="section">
          <xsl:with-param name="of">baseline</xsl:with-param>
          <xsl:with-param name="title" select="ladle:words('findings.title')"/>
          <xsl:with-param name="content">
            <xsl:call-template name="texts-below"><xsl:with-param name="chapter">baseline</xsl:with-param></xsl:call-template>
            <xsl:call-template name="part"><xsl:with-param name="name">figure-2</xsl:with-param></xsl:call-template>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- A small heading over parts that stand here. -->
  <xsl:template name="heading-of-part">
    <xsl:param name="title"/>
    <xsl:param name="content"/>
    <xsl:if test="normalize-space($content) != ''">
      <h3><xsl:value-of select="$title"/></h3>
      <xsl:copy-of select="$content"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="figure-2-and-reading">
    <xsl:if test="not($texts/*[@chapter = 'baseline'])">
      <xsl:call-template name="says">
        <xsl:with-param name="words" select="ladle:words('final.findings.lead', string(count($studied)))"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="figure-2">
      <xsl:with-param name="results" select="$programme/in:element"/>
      <xsl:with-param name="key-words" select="ladle:words('key.order')"/>
      <xsl:with-param name="notes">
        <xsl:call-template name="says">
          <xsl:with-param name="class">note</xsl:with-param>
          <xsl:with-param name="words">
            <xsl:value-of select="ladle:words('final.findings.reading')"/>
            <xsl:if test="$evidence-complete"><xsl:value-of select="concat(' ', ladle:words('final.findings.links'))"/></xsl:if>
            <xsl:value-of select="concat(' ', ladle:words('final.findings.note'))"/>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="figure-2-reading"/>
  </xsl:template>

  <!-- In figure 2: partnerships in which an element is not covered, where most of them have it; of many how
       many there are. -->
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
      <xsl:text>; </xsl:text>
      <xsl:choose>
        <xsl:when test="count($missing) &gt; 4">
          <xsl:value-of select="ladle:words('evidence.unlevelled.many', string(count($missing)))"/>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="ladle:words('evidence.unlevelled', string($names))"/></xsl:otherwise>
      </xsl:choose>
    </xsl:if>
  </xsl:template>

  <!-- Activity of the studied partnerships side by side; nothing where nothing is recorded of it. -->
  <xsl:variable name="recorded-activity"
      select="$assessments/in:activity[in:meetings/@held + in:meetings/@cancelled + in:meetings/@moved &gt; 0
                                       or in:visits/@held &gt; 0 or in:accounts/@papers &gt; 0]"/>
  <xsl:template name="activity">
    <xsl:param name="depth"/>
    <xsl:param name="numbering"/>
    <xsl:if test="$recorded-activity">
      <xsl:call-template name="says">
        <xsl:with-param name="words" select="ladle:words('final.activity.lead', ladle:date(string($wave/@date), 'full'))"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="part">
      <xsl:with-param name="name">activity-table</xsl:with-param>
      <xsl:with-param name="depth" select="$depth"/>
      <xsl:with-param name="numbering" select="$numbering"/>
    </xsl:call-template>
    <xsl:call-template name="part">
      <xsl:with-param name="name">activity-visits</xsl:with-param>
      <xsl:with-param name="depth" select="$depth"/>
      <xsl:with-param name="numbering" select="$numbering"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template name="activity-tables">
    <xsl:if test="$recorded-activity">
      <xsl:call-template name="panels"><xsl:with-param name="of">activity</xsl:with-param></xsl:call-template>
    </xsl:if>
  </xsl:template>
  <xsl:template name="all-targets">
    <xsl:param name="depth"/>
    <xsl:param name="numbering"/>
    <xsl:call-template name="part">
      <xsl:with-param name="name">targets-chart</xsl:with-param>
      <xsl:with-param name="depth" select="$depth"/>
      <xsl:with-param name="numbering" select="$numbering"/>
    </xsl:call-template>
    <xsl:call-template name="part">
      <xsl:with-param name="name">targets-table</xsl:with-param>
      <xsl:with-param name="depth" select="$depth"/>
      <xsl:with-param name="numbering" select="$numbering"/>
    </xsl:call-template>
  </xsl:template>

  <!-- All partnerships against their targets, those without evidence too: visits, agreements and money,
       all axes together, as shares of the target. A measure that fewer than half of them have a target
       for is not in it: the table below and the partnerships' own reports have them all. -->
  <xsl:key name="targets-of" match="in:partnership/in:assessment/in:activity/in:target"
      use="concat(../../@wave, '|', @measure)"/>
  <xsl:template name="targets-chart">
    <xsl:variable name="with" select="$input/in:partnership[in:assessment[@wave = $wave/@id]/in:activity/in:target]"/>
    <xsl:variable name="targets" select="$with/in:assessment[@wave = $wave/@id]/in:activity/in:target"/>
    <xsl:variable name="first-of-each" select="$targets[generate-id() = generate-id(key('targets-of', concat($wave/@id, '|', @measure))[1])]"/>
    <xsl:variable name="common">
      <xsl:for-each select="$first-of-each">
        <xsl:variable name="measure" select="@measure"/>
        <xsl:if test="2 * count($with[in:assessment[@wave = $wave/@id]/in:activity/in:target[@measure = $measure]])
                      &gt;= count($with)">
          <xsl:value-of select="concat(' ', $measure, ' ')"/>
        </xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="measures" select="$first-of-each[contains($common, concat(' ', @measure, ' '))]"/>
    <xsl:if test="$measures and count($with) &gt; 1">
      <figure id="targets-chart" class="bars" counter="diagram">
        <xsl:call-template name="message">
          <xsl:with-param name="part">targets-chart</xsl:with-param>
          <xsl:with-param name="words">
            <xsl:call-template name="targets-message">
              <xsl:with-param name="with" select="$with"/>
              <xsl:with-param name="common" select="string($common)"/>
            </xsl:call-template>
          </xsl:with-param>
        </xsl:call-template>
        <figcaption><xsl:value-of select="ladle:words('final.targets-chart.caption', string($wave-name))"/></figcaption>
        <chart kind="targets" class="targets" full="{ladle:percent('1')}" groups="{ladle:words('final.partnership')}"
            names="{ladle:words('activity.target')}" values="{ladle:words('activity.target.share')}">
          <xsl:attribute name="alt">
            <xsl:call-template name="alt-targets">
              <xsl:with-param name="with" select="$with"/>
              <xsl:with-param name="measures" select="$measures"/>
            </xsl:call-template>
          </xsl:attribute>
          <xsl:for-each select="$measures">
            <xsl:sort data-type="number" select="string-length(substring-before($measure-order, concat(' ', @measure)))"/>
            <slot label="{ladle:words(concat('measure.short.', @measure))}" mark="{substring-before(substring-after(
                ' visits:tick joint-visits:open-down firms-identified:open-tick firms-committed:open-triangle meetings:down spending:triangle ',
                concat(' ', @measure, ':')), ' ')}"/>
          </xsl:for-each>
          <xsl:for-each select="$with">
            <xsl:variable name="own" select="in:assessment[@wave = $wave/@id]/in:activity/in:target"/>
            <row label="{@alias}">
              <xsl:if test="@studied = 'yes' and count($with) &gt; count($studied)"><xsl:attribute name="emphasis">yes</xsl:attribute></xsl:if>
              <xsl:for-each select="$measures">
                <xsl:sort data-type="number" select="string-length(substring-before($measure-order, concat(' ', @measure)))"/>
                <xsl:variable name="these" select="$own[@measure = current()/@measure]"/>
                <cell>
                  <xsl:if test="sum($these/@value) &gt; 0">
                    <xsl:variable name="share" select="sum($these/@actual) div sum($these/@value)"/>
                    <xsl:attribute name="value"><xsl:value-of select="format-number($share, '0.######')"/></xsl:attribute>
                    <xsl:attribute name="words"><xsl:value-of select="ladle:percent(string($share))"/></xsl:attribute>
                  </xsl:if>
                </cell>
              </xsl:for-each>
            </row>
          </xsl:for-each>
        </chart>
        <xsl:call-template name="says">
          <xsl:with-param name="class">note</xsl:with-param>
          <xsl:with-param name="words">
            <xsl:value-of select="ladle:words('final.targets-chart.note')"/>
            <xsl:if test="count($with) &gt; count($studied)">
              <xsl:value-of select="concat(' ', ladle:words('final.targets-chart.bold'))"/>
            </xsl:if>
          </xsl:with-param>
        </xsl:call-template>
      </figure>
    </xsl:if>
  </xsl:template>
  <!-- Visits first, money last. -->
  <xsl:variable name="measure-order"> visits joint-visits firms-identified firms-committed meetings spending</xsl:variable>

  <!-- "Ingen af de 15 partnerskaber har nået alle deres mål. Længst med virksomhedsbesøgene er …". -->
  <xsl:template name="targets-message">
    <xsl:param name="with"/>
    <xsl:param name="common"/>
    <!-- All targets are meant, also those that the chart does not show. -->
    <xsl:variable name="n" select="count($with[not(in:assessment[@wave = $wave/@id]/in:activity/in:target[@actual &lt; @value])])"/>
    <!-- Who reached the last of them after its deadline has reached them all, but not in time. -->
    <xsl:variable name="late" select="$with[in:assessment[@wave = $wave/@id]/in:activity/in:target[@actual &lt; @value]]
        [not(in:assessment[@wave = $wave/@id]/in:activity/in:target[@actual + @after &lt; @value])]"/>
    <xsl:choose>
      <xsl:when test="$late and $n = 0"><xsl:value-of select="ladle:words('final.targets-chart.none.in-time')"/></xsl:when>
      <xsl:when test="$late">
        <xsl:value-of select="ladle:words('final.targets-chart.some.in-time', string($n), string(count($with)))"/>
      </xsl:when>
      <xsl:when test="$n = 0 and count($with) = 2"><xsl:value-of select="ladle:words('final.targets-chart.none.both')"/></xsl:when>
      <xsl:when test="$n = 2 and count($with) = 2"><xsl:value-of select="ladle:words('final.targets-chart.all.both')"/></xsl:when>
      <xsl:when test="$n = 0"><xsl:value-of select="ladle:words('final.targets-chart.none', string(count($with)))"/></xsl:when>
      <xsl:when test="$n = count($with)"><xsl:value-of select="ladle:words('final.targets-chart.all', string($n))"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="ladle:words('final.targets-chart.some', string($n), string(count($with)))"/></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="contains($common, ' visits ')">
      <xsl:variable name="most">
        <xsl:for-each select="$with[in:assessment[@wave = $wave/@id]/in:activity/in:target[@measure = 'visits']]">
          <xsl:sort data-type="number" order="descending" select="sum(in:assessment[@wave = $wave/@id]/in:activity/in:target[@measure = 'visits']/@actual)
              div sum(in:assessment[@wave = $wave/@id]/in:activity/in:target[@measure = 'visits']/@value)"/>
          <xsl:if test="position() = 1"><xsl:value-of select="@n"/></xsl:if>
        </xsl:for-each>
      </xsl:variable>
      <xsl:variable name="share">
        <xsl:call-template name="target-share">
          <xsl:with-param name="of" select="$with[@n = $most]"/>
          <xsl:with-param name="measure">visits</xsl:with-param>
        </xsl:call-template>
      </xsl:variable>
      <xsl:if test="$share &gt; 0">
        <xsl:variable name="first"><xsl:call-template name="with-share">
          <xsl:with-param name="those" select="$with[in:assessment[@wave = $wave/@id]/in:activity/in:target[@measure = 'visits']]"/>
          <xsl:with-param name="measure">visits</xsl:with-param>
          <xsl:with-param name="share" select="number($share)"/>
        </xsl:call-template></xsl:variable>
        <xsl:value-of select="concat(' ', ladle:words('final.targets-chart.most', string($first), ladle:percent(string($share))))"/>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- For each measure: who is farthest and who least far. -->
  <xsl:template name="alt-targets">
    <xsl:param name="with"/>
    <xsl:param name="measures"/>
    <xsl:for-each select="$measures">
      <xsl:sort data-type="number" select="string-length(substring-before($measure-order, concat(' ', @measure)))"/>
      <xsl:variable name="measure" select="@measure"/>
      <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
      <xsl:variable name="those" select="$with[in:assessment[@wave = $wave/@id]/in:activity/in:target[@measure = $measure]]"/>
      <xsl:variable name="ordered">
        <xsl:for-each select="$those">
          <xsl:sort data-type="number" order="descending" select="sum(in:assessment[@wave = $wave/@id]/in:activity/in:target[@measure = $measure]/@actual)
              div sum(in:assessment[@wave = $wave/@id]/in:activity/in:target[@measure = $measure]/@value)"/>
          <xsl:if test="position() = 1 or position() = last()"><xsl:value-of select="concat(@n, '|')"/></xsl:if>
        </xsl:for-each>
      </xsl:variable>
      <xsl:variable name="most" select="$those[@n = substring-before($ordered, '|')]"/>
      <xsl:variable name="least" select="$those[concat(@n, '|') = substring-after($ordered, '|')]"/>
      <xsl:variable name="most-share"><xsl:call-template name="target-share"><xsl:with-param name="of" select="$most"/><xsl:with-param name="measure" select="$measure"/></xsl:call-template></xsl:variable>
      <xsl:variable name="least-share"><xsl:call-template name="target-share"><xsl:with-param name="of" select="$least"/><xsl:with-param name="measure" select="$measure"/></xsl:call-template></xsl:variable>
      <xsl:choose>
        <xsl:when test="not($least)">
          <xsl:value-of select="ladle:words('alt.targets.one', ladle:words(concat('measure.short.', $measure)),
              string($most/@alias), ladle:percent(string($most-share)))"/>
        </xsl:when>
        <xsl:when test="$most-share = 0">
          <xsl:value-of select="ladle:words('alt.targets.none', ladle:words(concat('measure.short.', $measure)))"/>
        </xsl:when>
        <!-- What is not told apart by the numbers printed is not told apart in words. -->
        <xsl:when test="round(100 * $most-share) = round(100 * $least-share)">
          <xsl:value-of select="ladle:words('alt.targets.same', ladle:words(concat('measure.short.', $measure)),
              ladle:percent(string($most-share)))"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:variable name="first"><xsl:call-template name="with-share"><xsl:with-param name="those" select="$those"/><xsl:with-param name="measure" select="$measure"/><xsl:with-param name="share" select="number($most-share)"/></xsl:call-template></xsl:variable>
          <xsl:variable name="last"><xsl:call-template name="with-share"><xsl:with-param name="those" select="$those"/><xsl:with-param name="measure" select="$measure"/><xsl:with-param name="share" select="number($least-share)"/></xsl:call-template></xsl:variable>
          <xsl:variable name="few" select="$those[sum(in:assessment[@wave = $wave/@id]/in:activity/in:target[@measure = $measure]/@actual) &gt; 0
              and round(100 * sum(in:assessment[@wave = $wave/@id]/in:activity/in:target[@measure = $measure]/@actual)
              div sum(in:assessment[@wave = $wave/@id]/in:activity/in:target[@measure = $measure]/@value)) = 0]"/>
          <xsl:choose>
            <xsl:when test="$least-share = 0 and not($few)">
              <xsl:value-of select="ladle:words('alt.targets.nothing', ladle:words(concat('measure.short.', $measure)),
                  string($first), ladle:percent(string($most-share)), string($last))"/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:value-of select="ladle:words('alt.targets', ladle:words(concat('measure.short.', $measure)),
                  string($first), ladle:percent(string($most-share)), string($last), ladle:percent(string($least-share)))"/>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>
  <!-- Those who have a share, as printed, in common: by name, or how many they are. -->
  <xsl:template name="with-share">
    <xsl:param name="those"/>
    <xsl:param name="measure"/>
    <xsl:param name="share"/>
    <xsl:variable name="same" select="$those[round(100 * sum(in:assessment[@wave = $wave/@id]/in:activity/in:target[@measure = $measure]/@actual)
        div sum(in:assessment[@wave = $wave/@id]/in:activity/in:target[@measure = $measure]/@value)) = round(100 * $share)]"/>
    <xsl:choose>
      <xsl:when test="count($same) &gt; 3"><xsl:value-of select="ladle:words('alt.targets.several', string(count($same)))"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="enumeration"><xsl:with-param name="nodes" select="$same/@alias"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="target-share">
    <xsl:param name="of"/>
    <xsl:param name="measure"/>
    <xsl:variable name="these" select="$of/in:assessment[@wave = $wave/@id]/in:activity/in:target[@measure = $measure]"/>
    <xsl:if test="$these"><xsl:value-of select="format-number(sum($these/@actual) div sum($these/@value), '0.######')"/></xsl:if>
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
      <figure id="visit-panels" class="bars" counter="diagram">
        <xsl:call-template name="message">
          <xsl:with-param name="part">activity-visits</xsl:with-param>
          <xsl:with-param name="words"><xsl:call-template name="visits-message"/></xsl:with-param>
        </xsl:call-template>
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
                <xsl:with-param name="end" select="ladle:date(substring-after($span, '/'), 'full')"/>
                <xsl:with-param name="visits" select="sum($last/@visits)"/>
                <xsl:with-param name="three" select="sum($last/@three)"/>
                <xsl:with-param name="recorded" select="sum(in:months[@target or $every]/@recorded)"/>
                <xsl:with-param name="target" select="string($target)"/>
                <xsl:with-param name="missed"
                    select="boolean(in:assessment[@wave = $wave/@id]/in:activity/in:target[@measure = 'visits']
                                    [boolean(@axis) = not($every)][@share &lt; 1])"/>
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
        <xsl:call-template name="says">
          <xsl:with-param name="class">note</xsl:with-param>
          <xsl:with-param name="words">
          <xsl:choose>
            <xsl:when test="not($months/../in:month[@three &gt; 0])">
              <xsl:call-template name="no-three-sectors">
                <xsl:with-param name="months" select="$studied/in:months"/>
              </xsl:call-template>
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
          </xsl:with-param>
        </xsl:call-template>
      </figure>
    </xsl:if>
  </xsl:template>
  <!-- Visits that are held against a target, or all where there is none or one for all axes. -->
  <xsl:variable name="visit-months" select="$studied/in:months[@target
      or not(../in:assessment[@wave = $wave/@id]/in:activity/in:target[@measure = 'visits'][@axis])
      or ../in:assessment[@wave = $wave/@id]/in:activity/in:target[@measure = 'visits'][not(@axis)]]"/>
  <!-- "B har flest besøg (48); ingen har nået målet." -->
  <xsl:template name="visits-message">
    <xsl:variable name="most">
      <xsl:for-each select="$studied">
        <xsl:sort data-type="number" order="descending"
            select="sum(in:months[count(. | $visit-months) = count($visit-months)]/in:month[last()]/@visits)"/>
        <xsl:if test="position() = 1">
          <xsl:value-of select="sum(in:months[count(. | $visit-months) = count($visit-months)]/in:month[last()]/@visits)"/>
        </xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="first" select="$studied[sum(in:months[count(. | $visit-months) = count($visit-months)]
                                                    /in:month[last()]/@visits) = $most]"/>
    <xsl:variable name="names">
      <xsl:call-template name="enumeration"><xsl:with-param name="nodes" select="$first/@short"/></xsl:call-template>
    </xsl:variable>
    <xsl:variable name="with-target" select="$studied[in:assessment[@wave = $wave/@id]/in:activity
                                                      /in:target[@measure = 'visits']]"/>
    <xsl:variable name="reached" select="$with-target[not(in:assessment[@wave = $wave/@id]/in:activity
                                                          /in:target[@measure = 'visits'][@share &lt; 1])]"/>
    <xsl:variable name="said">
      <xsl:choose>
        <xsl:when test="count($studied) = 1">
          <xsl:value-of select="ladle:words('message.visits.one', ladle:number(string($most)))"/>
        </xsl:when>
        <xsl:when test="count($first) = count($studied)">
          <xsl:value-of select="ladle:words('message.visits.same', ladle:number(string($most)))"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="ladle:words('message.visits.most', string($names), ladle:number(string($most)),
                                            string(count($first)))"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:call-template name="with-target-reached">
      <xsl:with-param name="said" select="string($said)"/>
      <xsl:with-param name="all" select="$with-target"/>
      <xsl:with-param name="reached" select="$reached"/>
    </xsl:call-template>
  </xsl:template>
  <!-- A sentence that ends with who has reached the target of visits. all: the partnerships that have one. -->
  <xsl:template name="with-target-reached">
    <xsl:param name="said"/>
    <xsl:param name="all"/>
    <xsl:param name="reached"/>
    <xsl:variable name="names">
      <xsl:call-template name="enumeration"><xsl:with-param name="nodes" select="$reached/@short"/></xsl:call-template>
    </xsl:variable>
    <!-- What came after the deadline was reached, but not in time. -->
    <xsl:variable name="in-time">
      <xsl:if test="$all[count(. | $reached) &gt; count($reached)][not(in:assessment[@wave = $wave/@id]/in:activity
                        /in:target[@measure = 'visits'][@actual + @after &lt; @value])]">.in-time</xsl:if>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="not($all)"><xsl:value-of select="concat($said, '.')"/></xsl:when>
      <xsl:when test="not($reached)">
        <xsl:value-of select="concat($said, '; ', ladle:words(concat('message.reached.none', $in-time), string(count($all))), '.')"/>
      </xsl:when>
      <xsl:when test="count($all) = count($reached)">
        <xsl:value-of select="concat($said, '; ', ladle:words('message.reached.all', string(count($all))), '.')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat($said, '; ', ladle:words(concat('message.reached.some', $in-time), string($names),
                                     string(count($reached)), string(count($all))), '.')"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The partnership's target of visits: one for all axes counts for itself, else they are added up. -->
  <xsl:template name="visit-target">
    <xsl:variable name="targets"
        select="in:assessment[@wave = $wave/@id]/in:activity/in:target[@measure = 'visits']"/>
    <xsl:choose>
      <xsl:when test="$targets[not(@axis)]"><xsl:value-of select="format-number($targets[not(@axis)][1]/@value, '0.######')"/></xsl:when>
      <xsl:when test="$targets"><xsl:value-of select="format-number(sum($targets/@value), '0.######')"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="activity-table">
    <xsl:param name="here"/>
    <xsl:param name="first"/>
    <xsl:variable name="in-wave" select="$here/in:assessment[@wave = $wave/@id]"/>
    <figure class="small whole" counter="table">
      <xsl:if test="$first">
        <xsl:attribute name="id">activity</xsl:attribute>
        <xsl:call-template name="message"><xsl:with-param name="part">activity-table</xsl:with-param></xsl:call-template>
      </xsl:if>
      <figcaption><xsl:value-of select="ladle:words('final.activity.caption', string($wave/@words))"/></figcaption>
      <xsl:variable name="rows">
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
      </xsl:variable>
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
        <tbody><xsl:copy-of select="$rows"/></tbody>
      </table>
      <xsl:call-template name="says">
        <xsl:with-param name="class">note</xsl:with-param>
        <xsl:with-param name="words">
          <xsl:value-of select="ladle:words('final.activity.note')"/>
          <xsl:if test="contains($rows, '–')"><xsl:value-of select="concat(' ', ladle:words('final.activity.dash'))"/></xsl:if>
          <xsl:call-template name="short-key"/>
        </xsl:with-param>
      </xsl:call-template>
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
              <!-- Of one occasion there is no share to tell. -->
              <xsl:when test="$of = 'key' and in:key-person/@of = 1"/>
              <xsl:when test="$of = 'key'">
                <xsl:value-of select="ladle:percent(string(in:key-person/@share))"/>
              </xsl:when>
              <!-- Who is in both is a question only where there are both. -->
              <xsl:when test="$of = 'overlap' and in:overlap/@either &gt; 0
                              and ../../in:group[@kind = 'steering'] and ../../in:group[@kind = 'consultant']">
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
    <xsl:variable name="late" select="boolean($targets[@after &gt; 0])"/>
    <xsl:if test="$targets">
      <!-- How many have reached a target is a column where it differs from target to target. -->
      <xsl:variable name="reached" select="$targets[@share &gt;= 1] and $targets[@share &lt; 1]"/>
      <figure id="targets" class="small whole" counter="table">
        <xsl:call-template name="message">
          <xsl:with-param name="part">targets-table</xsl:with-param>
          <xsl:with-param name="words">
            <xsl:choose>
              <xsl:when test="$reached"/>
              <xsl:when test="$targets[@share &gt;= 1]"><xsl:value-of select="ladle:words('final.targets.all')"/></xsl:when>
              <xsl:when test="$targets[@actual + @after &gt;= @value]">
                <xsl:value-of select="ladle:words('final.targets.none.in-time')"/>
              </xsl:when>
              <xsl:otherwise><xsl:value-of select="ladle:words('final.targets.none')"/></xsl:otherwise>
            </xsl:choose>
          </xsl:with-param>
        </xsl:call-template>
        <figcaption><xsl:value-of select="ladle:words('final.targets.caption',
            string(count($input/in:partnership[in:assessment[@wave = $wave/@id]/in:activity/in:target])))"/></figcaption>
        <table>
          <col width="*"/>
          <col width="10mm"/><col width="20mm"/><col width="20mm"/><col width="16mm"/>
          <xsl:if test="$reached"><col width="24mm"/></xsl:if>
          <xsl:if test="$late"><col width="20mm"/></xsl:if>
          <thead>
            <tr>
              <th scope="col"><xsl:value-of select="ladle:words('activity.target')"/></th>
              <th scope="col"><xsl:value-of select="ladle:words('activity.target.axis')"/></th>
              <th scope="col" align="right"><xsl:value-of select="ladle:words('activity.target.value')"/></th>
              <th scope="col" align="right"><xsl:value-of select="ladle:words('activity.target.actual')"/></th>
              <th scope="col" align="right"><xsl:value-of select="ladle:words('activity.target.share')"/></th>
              <xsl:if test="$reached">
                <th scope="col" align="right"><xsl:value-of select="ladle:words('final.targets.reached')"/></th>
              </xsl:if>
              <xsl:if test="$late">
                <th scope="col" align="right"><xsl:value-of select="ladle:words('final.targets.after')"/></th>
              </xsl:if>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="$targets">
              <!-- Axis by axis, those without an axis last; visits first, money last. -->
              <xsl:sort data-type="number" select="number(not(@axis))"/>
              <xsl:sort select="ladle:sort-key(string(@axis))"/>
              <xsl:sort data-type="number" select="string-length(substring-before(
                  ' visits joint-visits firms-identified firms-committed meetings spending',
                  concat(' ', @measure)))"/>
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
                  <xsl:if test="$reached">
                    <td align="right">
                      <xsl:value-of select="ladle:words('of', string(count($same[@share &gt;= 1])),
                                            string(count($same)))"/>
                    </td>
                  </xsl:if>
                  <xsl:if test="$late">
                    <td align="right"><xsl:value-of select="ladle:number(string(sum($same/@after)))"/></td>
                  </xsl:if>
                </tr>
              </xsl:if>
            </xsl:for-each>
          </tbody>
        </table>
        <xsl:call-template name="says">
          <xsl:with-param name="class">note</xsl:with-param>
          <xsl:with-param name="words" select="ladle:words('final.targets.note', string($wave-name))"/>
        </xsl:call-template>
      </figure>
    </xsl:if>
  </xsl:template>

  <!-- Which indicators of figure 1 and forms of redesign the statements are about: the most, and what
       nobody spoke of. Counts of one and two would say nothing. -->
  <xsl:template name="codes">
    <xsl:variable name="codes" select="$programme/in:code[@kind != 'factor']"/>
    <xsl:variable name="all" select="$input/in:framework/in:column/in:indicator | $input/in:framework/in:redesign"/>
    <xsl:variable name="never" select="$all[not(@id = $codes[@statements &gt; 0]/@id)]"/>
    <xsl:if test="$codes[@statements &gt; 0]">
      <xsl:variable name="most">
        <xsl:for-each select="$codes[@statements &gt; 0]">
          <xsl:sort select="@statements" data-type="number" order="descending"/>
          <xsl:sort select="position()" data-type="number"/>
          <xsl:if test="position() &lt;= 3">
            <xsl:choose>
              <xsl:when test="position() = 1"/>
              <xsl:when test="position() = 3 or position() = last()">
                <xsl:value-of select="concat(' ', ladle:words('and'), ' ')"/>
              </xsl:when>
              <xsl:otherwise>, </xsl:otherwise>
            </xsl:choose>
            <xsl:variable name="id" select="@id"/>
            <xsl:value-of select="ladle:words('final.codes.of', string($all[@id = $id][1]), string(@statements))"/>
          </xsl:if>
        </xsl:for-each>
      </xsl:variable>
      <xsl:call-template name="says"><xsl:with-param name="words" select="ladle:words('final.codes.lead')"/></xsl:call-template>
      <p>
        <xsl:value-of select="ladle:words('final.codes.most', string($most))"/>
        <xsl:if test="$never">
          <xsl:variable name="names">
            <xsl:call-template name="enumeration"><xsl:with-param name="nodes" select="$never"/><xsl:with-param name="small" select="true()"/></xsl:call-template>
          </xsl:variable>
          <xsl:value-of select="concat(' ', ladle:words('final.codes.never', string($names)))"/>
        </xsl:if>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- ===================================================== 5 benefits and drawbacks ===== -->

  <!-- Both tables stand in their sections; placed by an author, one after the other. -->
  <xsl:template name="factors">
    <xsl:variable name="here" select="not(key('left-out', 'factors') | key('placed', 'factors'))"/>
    <xsl:call-template name="chapter">
      <xsl:with-param name="of">factors</xsl:with-param>
      <xsl:with-param name="title" select="ladle:words('final.factors')"/>
      <xsl:with-param name="content">
        <xsl:variable name="sections">
          <xsl:call-template name="factor-section">
            <xsl:with-param name="kind">benefit</xsl:with-param>
            <xsl:with-param name="chapter">benefits</xsl:with-param>
            <xsl:with-param name="here" select="$here"/>
          </xsl:call-template>
          <xsl:call-template name="factor-section">
            <xsl:with-param name="kind">drawback</xsl:with-param>
            <xsl:with-param name="chapter">drawbacks</xsl:with-param>
            <xsl:with-param name="here" select="$here"/>
          </xsl:call-template>
        </xsl:variable>
        <xsl:if test="$here and normalize-space($sections) != ''">
          <xsl:call-template name="says">
            <xsl:with-param name="words" select="ladle:words('final.factors.lead')"/>
          </xsl:call-template>
        </xsl:if>
        <xsl:if test="$here">
          <xsl:call-template name="message"><xsl:with-param name="part">factors</xsl:with-param></xsl:call-template>
        </xsl:if>
        <xsl:copy-of select="$sections"/>
        <xsl:if test="not(key('placed', 'factors'))">
          <xsl:call-template name="texts-after"><xsl:with-param name="part">factors</xsl:with-param><xsl:with-param name="depth" select="2"/></xsl:call-template>
        </xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
  <xsl:template name="factor-tables">
    <xsl:call-template name="factor-table"><xsl:with-param name="kind">benefit</xsl:with-param></xsl:call-template>
    <xsl:call-template name="factor-table"><xsl:with-param name="kind">drawback</xsl:with-param></xsl:call-template>
  </xsl:template>

  <xsl:template name="factor-section">
    <xsl:param name="kind"/>
    <xsl:param name="chapter"/>
    <xsl:param name="here"/>
    <xsl:variable name="factors" select="$input/in:framework/in:factor[@kind = $kind]"/>
    <xsl:call-template name="section">
      <xsl:with-param name="of" select="$chapter"/>
      <xsl:with-param name="title"
          select="ladle:capital(ladle:words(concat('final.factors.', $kind), string(count($factors))))"/>
      <xsl:with-param name="content">
        <xsl:call-template name="texts-below"><xsl:with-param name="chapter" select="$chapter"/></xsl:call-template>
        <xsl:if test="$here">
          <xsl:call-template name="factor-table"><xsl:with-param name="kind" select="$kind"/></xsl:call-template>
        </xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- A row for each factor that somebody spoke of; the others are named in one sentence. -->
  <xsl:template name="factor-table">
    <xsl:param name="kind"/>
    <xsl:variable name="factors" select="$input/in:framework/in:factor[@kind = $kind]"/>
    <xsl:variable name="spoken" select="$factors[key('code', concat('factor|', @id))/@statements &gt; 0]"/>
    <xsl:variable name="silent" select="$factors[not(key('code', concat('factor|', @id))/@statements &gt; 0)]"/>
    <xsl:if test="$spoken">
      <figure class="small factors" counter="table">
        <figcaption>
          <xsl:value-of select="ladle:words(concat('final.factors.', $kind, '.caption'), string($wave/@words))"/>
        </figcaption>
        <table>
          <xsl:choose>
            <xsl:when test="$evidence-held"><col width="42mm"/><col width="23mm"/><col width="*"/></xsl:when>
            <xsl:otherwise><col width="*"/><col width="40mm"/></xsl:otherwise>
          </xsl:choose>
          <thead>
            <tr>
              <th scope="col"><xsl:value-of select="ladle:words(concat('final.factor.', $kind))"/></th>
              <th scope="col"><xsl:value-of select="ladle:words('final.statements')"/></th>
              <xsl:if test="$evidence-held"><th scope="col"><xsl:value-of select="ladle:words('final.factors.examples')"/></th></xsl:if>
            </tr>
          </thead>
          <tbody>
            <xsl:apply-templates select="$spoken" mode="row"/>
          </tbody>
        </table>
        <xsl:if test="$evidence-held">
          <xsl:call-template name="says">
            <xsl:with-param name="class">note</xsl:with-param>
            <xsl:with-param name="words">
              <xsl:value-of select="ladle:words('final.factors.note')"/>
              <xsl:call-template name="short-key"/>
            </xsl:with-param>
          </xsl:call-template>
        </xsl:if>
      </figure>
    </xsl:if>
    <xsl:if test="$silent">
      <xsl:variable name="names">
        <xsl:call-template name="enumeration"><xsl:with-param name="nodes" select="$silent/in:name"/><xsl:with-param name="small" select="true()"/></xsl:call-template>
      </xsl:variable>
      <p>
        <xsl:choose>
          <xsl:when test="$spoken">
            <xsl:value-of select="ladle:words(concat('final.factors.', $kind, '.silent'), string($names), string(count($silent)))"/>
          </xsl:when>
          <xsl:otherwise><xsl:value-of select="ladle:words(concat('final.factors.', $kind, '.none'))"/></xsl:otherwise>
        </xsl:choose>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- Two statements, of two partnerships where there are such; the others by their numbers. -->
  <xsl:template match="in:factor" mode="row">
    <xsl:variable name="code" select="key('code', concat('factor|', @id))"/>
    <xsl:variable name="first" select="key('item', $code/in:mention[1]/@item)"/>
    <xsl:variable name="rest" select="key('item', $code/in:mention[position() &gt; 1]/@item)"/>
    <xsl:variable name="second" select="($rest[not(@partnerships = $first/@partnerships)]
        | $rest[not($rest[not(@partnerships = $first/@partnerships)])])[1]"/>
    <tr keep="yes">
      <th scope="row">
        <p><strong><xsl:apply-templates select="in:name" mode="said"/></strong></p>
        <xsl:if test="in:about"><p><span class="muted"><xsl:apply-templates select="in:about" mode="said"/></span></p></xsl:if>
      </th>
      <td>
        <p><xsl:value-of select="$code/@statements"/></p>
        <p><span class="muted"><xsl:value-of select="ladle:words('final.in-partnerships', string($code/@partnerships))"/></span></p>
      </td>
      <xsl:if test="$evidence-held">
        <td>
          <xsl:apply-templates select="$first | $second" mode="mention"/>
          <xsl:variable name="others" select="$rest[not(@n = $second/@n)]"/>
          <xsl:if test="$others and $evidence-listed">
            <p>
              <span class="muted"><xsl:value-of select="concat(ladle:words('final.factors.others'), ' ')"/></span>
              <xsl:for-each select="$others">
                <xsl:if test="position() &gt; 1">, </xsl:if>
                <xsl:apply-templates select="." mode="reference"/>
              </xsl:for-each>
            </p>
          </xsl:if>
        </td>
      </xsl:if>
    </tr>
  </xsl:template>

  <xsl:template match="in:item" mode="mention">
    <p>
      <xsl:apply-templates select="." mode="text"/>
      <span class="muted">
        <xsl:text> </xsl:text>
        <xsl:if test="@partnerships">
          <xsl:call-template name="partnership-letters"/>
          <xsl:text>, </xsl:text>
        </xsl:if>
        <xsl:variable name="kind"><xsl:call-template name="source-kind"/></xsl:variable>
        <xsl:variable name="source">
          <xsl:choose>
            <xsl:when test="@who"><xsl:value-of select="@who"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="$kind"/></xsl:otherwise>
          </xsl:choose>
        </xsl:variable>
        <xsl:choose>
          <xsl:when test="@partnerships and not(@who)">
            <xsl:call-template name="inside-sentence"><xsl:with-param name="words" select="string($kind)"/></xsl:call-template>
          </xsl:when>
          <xsl:otherwise><xsl:value-of select="$source"/></xsl:otherwise>
        </xsl:choose>
        <xsl:value-of select="concat(', ', @words)"/>
      </span>
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="." mode="reference"/>
    </p>
  </xsl:template>
</xsl:stylesheet>
