<?xml version="1.0" encoding="UTF-8"?>
<!--
  What summaries share: how certain a placement is, in plain words (a verdict, and the sentences it
  rests on), and a key figure with the period it counts.

  Included by common.xsl. Modes "verdict" and "sure" are of an assessment that has a placement.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:in="urn:x-ladle:input"
    xmlns:ladle="urn:x-ladle:functions"
    xmlns="urn:x-ladle:document"
    exclude-result-prefixes="in ladle">

  <!-- In a word or two: what weighs most comes first. A source in ten may change a placement that is
       called robust; from three elements on the margin is called good. -->
  <xsl:template match="in:assessment" mode="verdict">
    <xsl:variable name="weak" select="count(in:element[@level][@support = 'weak'])"/>
    <xsl:choose>
      <xsl:when test="@provisional = 'yes'"><xsl:value-of select="ladle:words('verdict.provisional')"/></xsl:when>
      <xsl:when test="@runs = 1"><xsl:value-of select="ladle:words('verdict.single')"/></xsl:when>
      <xsl:when test="2 * $weak &gt; @assessed"><xsl:value-of select="ladle:words('verdict.thin')"/></xsl:when>
      <xsl:when test="10 * @kept &lt; 9 * @runs"><xsl:value-of select="ladle:words('verdict.few')"/></xsl:when>
      <xsl:when test="@lowest != @highest"><xsl:value-of select="ladle:words('verdict.open')"/></xsl:when>
      <!-- At the lowest level nothing can fall. -->
      <xsl:when test="@placement-n = 0"><xsl:value-of select="ladle:words('verdict.robust')"/></xsl:when>
      <xsl:when test="@slack = 0"><xsl:value-of select="ladle:words('verdict.robust.none')"/></xsl:when>
      <xsl:when test="@slack &lt; 3"><xsl:value-of select="ladle:words('verdict.robust.small')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="ladle:words('verdict.robust.good')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="in:assessment" mode="sure">
    <xsl:variable name="weak" select="count(in:element[@level][@support = 'weak'])"/>
    <xsl:choose>
      <xsl:when test="@elements = 1"><xsl:value-of select="ladle:words('sure.only')"/></xsl:when>
      <xsl:when test="@assessed = @elements and @elements = 2">
        <xsl:value-of select="ladle:words('sure.both')"/>
      </xsl:when>
      <xsl:when test="@assessed = @elements">
        <xsl:value-of select="ladle:words('sure.all', string(@elements))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="ladle:words('sure.some', string(@assessed), string(@elements))"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:text> </xsl:text>
    <xsl:choose>
      <xsl:when test="$weak = 0 and @assessed = 1"><xsl:value-of select="ladle:words('sure.weak.none.one')"/></xsl:when>
      <xsl:when test="$weak = 0"><xsl:value-of select="ladle:words('sure.weak.none')"/></xsl:when>
      <xsl:when test="@assessed = 1"><xsl:value-of select="ladle:words('sure.weak.one')"/></xsl:when>
      <xsl:when test="$weak = @assessed"><xsl:value-of select="ladle:words('sure.weak.all')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="ladle:words('sure.weak', string($weak))"/></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="@assessed != @elements">
      <xsl:text> </xsl:text>
      <xsl:choose>
        <xsl:when test="@lowest = @highest"><xsl:value-of select="ladle:words('sure.bounds.same', string(@elements - @assessed))"/></xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="ladle:words('sure.bounds', string(key('level', @lowest)),
                                string(key('level', @highest)), string(@elements - @assessed))"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:if>
    <xsl:if test="@provisional = 'yes'">
      <xsl:value-of select="concat(' ', ladle:words('sure.provisional'))"/>
    </xsl:if>
    <xsl:if test="@placement-n &gt; 0 and @assessed &gt; 1">
      <xsl:text> </xsl:text>
      <xsl:choose>
        <xsl:when test="@slack = 0"><xsl:value-of select="ladle:words('sure.slack.none')"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="ladle:words('sure.slack', string(@slack))"/></xsl:otherwise>
      </xsl:choose>
    </xsl:if>
    <xsl:text> </xsl:text>
    <xsl:choose>
      <xsl:when test="@runs = 1">
        <xsl:variable name="record"><xsl:call-template name="pivotal-records"/></xsl:variable>
        <xsl:value-of select="ladle:words('sure.single', string($record))"/>
      </xsl:when>
      <xsl:when test="@kept = @runs"><xsl:value-of select="ladle:words('sure.runs.all', string(@runs))"/></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="records"><xsl:call-template name="pivotal-records"/></xsl:variable>
        <xsl:value-of select="ladle:words('sure.runs', string(@kept), string(@runs))"/>
        <xsl:value-of select="concat(' ', ladle:words('sure.pivotal', string($records)))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "fokusgruppen den 26. januar 2016 eller referatet den 2. februar 2016", three by name at most. -->
  <xsl:template name="pivotal-records">
    <xsl:variable name="all" select="in:pivotal"/>
    <xsl:variable name="named" select="$all[count($all) &lt;= 3 or position() &lt;= 2]"/>
    <xsl:for-each select="$named">
      <xsl:choose>
        <xsl:when test="position() = 1"/>
        <xsl:when test="position() = last() and count($all) &lt;= 3">
          <xsl:value-of select="concat(' ', ladle:words('or'), ' ')"/>
        </xsl:when>
        <xsl:otherwise>, </xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates select="." mode="the-record"/>
    </xsl:for-each>
    <xsl:if test="count($all) &gt; 3">
      <xsl:value-of select="concat(' ', ladle:words('sure.pivotal.more', string(count($all) - 2)))"/>
    </xsl:if>
  </xsl:template>

  <!-- "fokusgruppen den 26. januar 2016": a record inside a sentence. -->
  <xsl:template match="in:pivotal" mode="the-record">
    <xsl:variable name="what">
      <xsl:choose>
        <xsl:when test="@form"><xsl:value-of select="ladle:words(concat('form.', @form, '.the'))"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="ladle:words(concat('kind.', @kind, '.the'))"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="@first and @first = @last and not(@start-approximate)">
        <xsl:value-of select="ladle:words('record.day', string($what), ladle:date(string(@date), 'full'))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="ladle:words('record.time', string($what), ladle:date(string(@date), 'full'))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The period that a target counts: from the start to its deadline (shared: all have the same one;
       passed: it is behind), and what came after it. -->
  <xsl:template name="since-the-start">
    <xsl:param name="shared"/>
    <xsl:param name="passed"/>
    <xsl:param name="deadline"/>
    <xsl:param name="after" select="0"/>
    <xsl:choose>
      <xsl:when test="$shared and $passed">
        <xsl:variable name="by" select="ladle:words('key.by-deadline', $deadline)"/>
        <xsl:choose>
          <xsl:when test="$after &gt; 0">
            <xsl:value-of select="ladle:words('key.after', $by, ladle:number(string($after)))"/>
          </xsl:when>
          <xsl:otherwise><xsl:value-of select="$by"/></xsl:otherwise>
        </xsl:choose>
      </xsl:when>
      <xsl:when test="$shared">
        <xsl:value-of select="ladle:words('key.since-start.deadline', $deadline)"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="ladle:words('key.since-start')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="key-figure">
    <xsl:param name="figure"/>
    <xsl:param name="caption"/>
    <p class="key-figure"><xsl:value-of select="$figure"/></p>
    <p class="key-caption"><xsl:value-of select="$caption"/></p>
  </xsl:template>
</xsl:stylesheet>
