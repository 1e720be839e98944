<?xml version="1.0" encoding="UTF-8"?>
<!--
  The timeline as a drawing with its key, and as a list.

  Included by common.xsl.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:in="urn:x-ladle:input"
    xmlns:ladle="urn:x-ladle:functions"
    xmlns="urn:x-ladle:document"
    exclude-result-prefixes="in ladle">

  <!-- The timeline as a drawing with its key. drawn: the entries in it. -->
  <xsl:template match="in:timeline" mode="drawing">
    <xsl:param name="id">timeline</xsl:param>
    <xsl:param name="caption"/>
    <xsl:param name="note"/>
    <xsl:param name="message"/>
    <xsl:param name="drawn" select="in:entry"/>
    <figure id="{$id}" class="timeline" counter="diagram">
      <xsl:call-template name="message">
        <xsl:with-param name="part">timeline</xsl:with-param>
        <xsl:with-param name="words" select="$message"/>
      </xsl:call-template>
      <figcaption><xsl:value-of select="$caption"/></figcaption>
      <chart kind="timeline" class="timeline" months="{ladle:words('months.initials')}"
          names="{ladle:words('entry.other')}">
        <xsl:attribute name="alt">
          <xsl:apply-templates select="." mode="alt"><xsl:with-param name="drawn" select="$drawn"/></xsl:apply-templates>
        </xsl:attribute>
        <xsl:apply-templates select="$drawn" mode="drawing"/>
      </chart>
      <xsl:call-template name="timeline-key"><xsl:with-param name="drawn" select="$drawn"/></xsl:call-template>
      <xsl:call-template name="says">
        <xsl:with-param name="class">note</xsl:with-param>
        <xsl:with-param name="words" select="$note"/>
      </xsl:call-template>
    </figure>
  </xsl:template>

  <!-- The same by kind, a lane each: what there was of meetings, interviews, visits and deadlines is seen
       at once, and what each is called stands in the list. What was cancelled or moved stands there too. -->
  <xsl:template match="in:timeline" mode="lanes">
    <xsl:param name="id">timeline</xsl:param>
    <xsl:param name="caption"/>
    <xsl:param name="note"/>
    <xsl:param name="message"/>
    <xsl:variable name="there" select="in:entry[not(@status)][@first or @last]"/>
    <xsl:variable name="off" select="in:entry[@status]"/>
    <xsl:if test="$there">
      <figure id="{$id}" class="timeline lanes" counter="diagram">
        <xsl:call-template name="message">
          <xsl:with-param name="part">timeline</xsl:with-param>
          <xsl:with-param name="words" select="$message"/>
        </xsl:call-template>
        <figcaption><xsl:value-of select="$caption"/></figcaption>
        <chart kind="lanes" class="lanes" months="{ladle:words('months.initials')}"
            groups="{ladle:words('column.lane')}" names="{ladle:words('entry.other')}">
          <xsl:attribute name="alt">
            <xsl:apply-templates select="." mode="alt"><xsl:with-param name="drawn" select="$there"/></xsl:apply-templates>
          </xsl:attribute>
          <xsl:call-template name="lane">
            <xsl:with-param name="of">events</xsl:with-param>
            <xsl:with-param name="entries" select="$there[not(@kind = 'meeting' or @kind = 'interview' or @kind = 'questionnaire'
                or @kind = 'observation' or @kind = 'document' or @kind = 'visit' or @kind = 'deadline' or @kind = 'target')]"/>
          </xsl:call-template>
          <xsl:call-template name="lane">
            <xsl:with-param name="of">steering</xsl:with-param>
            <xsl:with-param name="entries" select="$there[@kind = 'meeting'][@group = 'steering']"/>
          </xsl:call-template>
          <xsl:call-template name="lane">
            <xsl:with-param name="of">consultant</xsl:with-param>
            <xsl:with-param name="entries" select="$there[@kind = 'meeting'][@group = 'consultant']"/>
          </xsl:call-template>
          <xsl:call-template name="lane">
            <xsl:with-param name="of">meetings</xsl:with-param>
            <xsl:with-param name="entries" select="$there[@kind = 'meeting'][not(@group = 'steering' or @group = 'consultant')]"/>
          </xsl:call-template>
          <xsl:call-template name="lane">
            <xsl:with-param name="of">asked</xsl:with-param>
            <xsl:with-param name="entries" select="$there[@kind = 'interview' or @kind = 'questionnaire']"/>
          </xsl:call-template>
          <xsl:call-template name="lane">
            <xsl:with-param name="of">seen</xsl:with-param>
            <xsl:with-param name="entries" select="$there[@kind = 'observation' or @kind = 'document']"/>
          </xsl:call-template>
          <xsl:call-template name="lane">
            <xsl:with-param name="of">visits</xsl:with-param>
            <xsl:with-param name="entries" select="$there[@kind = 'visit']"/>
          </xsl:call-template>
          <!-- Targets due and moved on the same days are one deadline. -->
          <xsl:call-template name="lane">
            <xsl:with-param name="of">deadlines</xsl:with-param>
            <xsl:with-param name="entries" select="$there[@kind = 'deadline' or (@kind = 'target'
                and generate-id() = generate-id(key('deadline', concat(generate-id(..), @date, '|', in:revised/@date))[1]))]"/>
          </xsl:call-template>
        </chart>
        <xsl:call-template name="timeline-key"><xsl:with-param name="drawn" select="$there"/></xsl:call-template>
        <xsl:call-template name="says">
          <xsl:with-param name="class">note</xsl:with-param>
          <xsl:with-param name="words">
            <xsl:copy-of select="$note"/>
            <xsl:if test="$off">
              <xsl:if test="$note != ''"><xsl:text> </xsl:text></xsl:if>
              <xsl:value-of select="ladle:words('timeline.off', string(count($off)))"/>
            </xsl:if>
          </xsl:with-param>
        </xsl:call-template>
      </figure>
    </xsl:if>
  </xsl:template>
  <xsl:template name="lane">
    <xsl:param name="of"/>
    <xsl:param name="entries"/>
    <xsl:if test="$entries">
      <row label="{ladle:words(concat('lane.', $of), string(count($entries)))}">
        <xsl:apply-templates select="$entries" mode="drawing"/>
      </row>
    </xsl:if>
  </xsl:template>

  <xsl:template match="in:entry[@kind = 'target']" mode="drawing">
    <xsl:variable name="alike"
        select="key('deadline', concat(generate-id(..), @date, '|', in:revised/@date))"/>
    <xsl:choose>
      <xsl:when test="count($alike) = 1"><xsl:call-template name="drawn-entry"/></xsl:when>
      <xsl:when test="generate-id() = generate-id($alike[1])">
        <xsl:call-template name="drawn-entry">
          <xsl:with-param name="label" select="ladle:words('entry.targets', string(count($alike)))"/>
        </xsl:call-template>
      </xsl:when>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="in:entry" mode="drawing"><xsl:call-template name="drawn-entry"/></xsl:template>
  <xsl:template name="drawn-entry">
    <xsl:param name="label"><xsl:apply-templates select="." mode="words"/></xsl:param>
    <entry label="{$label}">
      <xsl:if test="@first">
        <xsl:attribute name="start-first"><xsl:value-of select="@first"/></xsl:attribute>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="@interval">
          <xsl:if test="@start-last">
            <xsl:attribute name="start-last"><xsl:value-of select="@start-last"/></xsl:attribute>
          </xsl:if>
          <xsl:if test="@end-first">
            <xsl:attribute name="end-first"><xsl:value-of select="@end-first"/></xsl:attribute>
          </xsl:if>
          <xsl:if test="@last">
            <xsl:attribute name="end-last"><xsl:value-of select="@last"/></xsl:attribute>
          </xsl:if>
          <xsl:attribute name="interval">yes</xsl:attribute>
        </xsl:when>
        <xsl:when test="@last">
          <xsl:attribute name="start-last"><xsl:value-of select="@last"/></xsl:attribute>
        </xsl:when>
      </xsl:choose>
      <xsl:if test="@start-approximate">
        <xsl:attribute name="start-approximate">yes</xsl:attribute>
      </xsl:if>
      <!-- An uncertain day as the end of a period is an end that was only expected. -->
      <xsl:if test="@end-approximate">
        <xsl:choose>
          <xsl:when test="@interval and @end-first = @last">
            <xsl:attribute name="end-expected">yes</xsl:attribute>
          </xsl:when>
          <xsl:otherwise><xsl:attribute name="end-approximate">yes</xsl:attribute></xsl:otherwise>
        </xsl:choose>
      </xsl:if>
      <xsl:if test="@kind = 'deadline' or @kind = 'target'">
        <xsl:attribute name="deadline">yes</xsl:attribute>
        <xsl:attribute name="date"><xsl:value-of select="@words"/></xsl:attribute>
      </xsl:if>
      <xsl:if test="in:revised">
        <xsl:if test="in:revised/@first">
          <xsl:attribute name="revised-first"><xsl:value-of select="in:revised/@first"/></xsl:attribute>
        </xsl:if>
        <xsl:if test="in:revised/@last">
          <xsl:attribute name="revised-last"><xsl:value-of select="in:revised/@last"/></xsl:attribute>
        </xsl:if>
        <xsl:attribute name="revised"><xsl:value-of select="in:revised/@words"/></xsl:attribute>
      </xsl:if>
    </entry>
  </xsl:template>

  <!-- Only the marks that occur. -->
  <xsl:template name="timeline-key">
    <xsl:param name="drawn"/>
    <xsl:variable name="deadlines" select="$drawn[@kind = 'deadline' or @kind = 'target']"/>
    <xsl:variable name="plain" select="$drawn[not(@kind = 'deadline' or @kind = 'target')]"/>
    <p class="key below">
      <xsl:call-template name="mark">
        <xsl:with-param name="of">day</xsl:with-param>
        <xsl:with-param name="there" select="$plain[not(@interval)][@first = @last]"/>
      </xsl:call-template>
      <xsl:call-template name="mark">
        <xsl:with-param name="of">span</xsl:with-param>
        <xsl:with-param name="there"
            select="$plain[not(@interval or @start-approximate)][@first != @last]"/>
      </xsl:call-template>
      <xsl:call-template name="mark">
        <xsl:with-param name="of">approximate</xsl:with-param>
        <xsl:with-param name="there"
            select="$plain[@start-approximate or (@end-approximate and not(@end-first = @last))]"/>
      </xsl:call-template>
      <xsl:call-template name="mark">
        <xsl:with-param name="of">interval</xsl:with-param>
        <xsl:with-param name="there" select="$plain[@interval]"/>
      </xsl:call-template>
      <xsl:call-template name="mark">
        <xsl:with-param name="of">expected</xsl:with-param>
        <xsl:with-param name="there"
            select="$plain[@interval and @end-approximate and @end-first = @last]"/>
      </xsl:call-template>
      <xsl:call-template name="mark">
        <xsl:with-param name="of">deadline</xsl:with-param>
        <xsl:with-param name="there" select="$deadlines[not(in:revised)]"/>
      </xsl:call-template>
      <xsl:call-template name="mark">
        <xsl:with-param name="of">moved</xsl:with-param>
        <xsl:with-param name="there" select="$drawn[in:revised]"/>
      </xsl:call-template>
    </p>
  </xsl:template>
  <xsl:template name="mark">
    <xsl:param name="of"/>
    <xsl:param name="there"/>
    <xsl:if test="$there">
      <span class="nowrap">
        <chart kind="mark" class="mark" of="{$of}"/>
        <xsl:value-of select="concat('&#xA0;&#xA0;', ladle:words(concat('timeline.key.', $of)))"/>
      </span>
      <xsl:text>&#x2003;&#x2002; </xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- What an entry of the timeline is called. -->
  <xsl:template match="in:entry" mode="words">
    <xsl:variable name="what">
      <xsl:choose>
        <xsl:when test="in:title"><xsl:apply-templates select="in:title" mode="said"/></xsl:when>
        <xsl:when test="@kind = 'target'">
          <xsl:value-of select="ladle:words('entry.target', ladle:words(
                                concat('measure.', @measure), ladle:number(string(@value))))"/>
        </xsl:when>
        <xsl:when test="@kind = 'meeting' and @group">
          <xsl:value-of select="ladle:words(concat('entry.meeting.', @group))"/>
        </xsl:when>
        <xsl:when test="@form or key('label', concat('kind.', @kind))">
          <xsl:call-template name="source-kind"/>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="ladle:words(concat('entry.', @kind))"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="on-axis">
      <xsl:choose>
        <xsl:when test="@axis">
          <xsl:call-template name="words-with">
            <xsl:with-param name="words"
                select="ladle:words('entry.axis', $here, ladle:words('axis', string(@axis)))"/>
            <xsl:with-param name="said" select="$what"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:otherwise><xsl:copy-of select="$what"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="@status">
        <xsl:call-template name="words-with">
          <xsl:with-param name="words" select="ladle:words(concat('entry.', @status), $here)"/>
          <xsl:with-param name="said" select="$on-axis"/>
        </xsl:call-template>
      </xsl:when>
      <!-- Among the programme's own, an entry says whose it is. -->
      <xsl:when test="@partnership and not(ancestor::in:partnership)">
        <xsl:call-template name="words-with">
          <xsl:with-param name="words" select="ladle:words('entry.of', $here,
                                                           string(key('partnership', @partnership)/@alias))"/>
          <xsl:with-param name="said" select="$on-axis"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:copy-of select="$on-axis"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Targets due on the same day, and moved to the same day, are one deadline. -->
  <xsl:key name="deadline" match="in:entry[@kind = 'target']"
      use="concat(generate-id(..), @date, '|', in:revised/@date)"/>

  <!-- Company visits that were made and questionnaires are many: in the list they are one line a
       month and axis, with every date in it. Nothing is left out. -->
  <xsl:key name="folded" match="in:entry[(@kind = 'visit' and not(@status))
                                         or @kind = 'questionnaire'][@first]"
      use="concat(generate-id(..), @kind, substring(@first, 1, 7), @axis)"/>

  <xsl:template match="in:timeline" mode="list">
    <xsl:param name="title" select="ladle:words('timeline.list')"/>
    <figure class="list">
      <table>
        <col width="42mm"/>
        <col width="*"/>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="ladle:words('records.date')"/></th>
            <th scope="col"><xsl:value-of select="$title"/></th>
          </tr>
        </thead>
        <tbody><xsl:apply-templates select="in:entry" mode="list"/></tbody>
      </table>
    </figure>
  </xsl:template>
  <xsl:template match="in:entry[@kind = 'target']" mode="list">
    <xsl:variable name="alike"
        select="key('deadline', concat(generate-id(..), @date, '|', in:revised/@date))"/>
    <xsl:if test="generate-id() = generate-id($alike[1])">
      <xsl:call-template name="list-row">
        <xsl:with-param name="words">
          <xsl:choose>
            <xsl:when test="count($alike) = 1"><xsl:apply-templates select="." mode="words"/></xsl:when>
            <xsl:otherwise>
              <xsl:variable name="targets">
                <xsl:for-each select="$alike">
                  <xsl:if test="position() &gt; 1">; </xsl:if>
                  <xsl:apply-templates select="." mode="measure"/>
                </xsl:for-each>
              </xsl:variable>
              <xsl:value-of select="ladle:words('entry.targets.list', string(count($alike)),
                                    string($targets))"/>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>
  <!-- "48 virksomhedsbesøg, akse 4". -->
  <xsl:template match="in:entry" mode="measure">
    <xsl:variable name="measure"
        select="ladle:words(concat('measure.', @measure), ladle:number(string(@value)))"/>
    <xsl:choose>
      <xsl:when test="@axis">
        <xsl:value-of select="ladle:words('entry.axis', $measure, ladle:words('axis', string(@axis)))"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$measure"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="in:entry" mode="list">
    <xsl:variable name="month"
        select="key('folded', concat(generate-id(..), @kind, substring(@first, 1, 7), @axis))"/>
    <xsl:choose>
      <xsl:when test="count($month) &gt; 1 and $month[generate-id() = generate-id(current())]">
        <xsl:if test="generate-id() = generate-id($month[1])">
          <tr>
            <th scope="row"><xsl:value-of select="ladle:date(substring(@first, 1, 7))"/></th>
            <td>
              <xsl:variable name="dates">
                <xsl:for-each select="$month">
                  <xsl:variable name="day" select="$month[@words = current()/@words]"/>
                  <xsl:if test="generate-id() = generate-id($day[1])">
                    <xsl:if test="position() &gt; 1">, </xsl:if>
                    <xsl:value-of select="@words"/>
                    <xsl:if test="count($day) &gt; 1">
                      <xsl:value-of select="concat(' (', count($day), ')')"/>
                    </xsl:if>
                  </xsl:if>
                </xsl:for-each>
              </xsl:variable>
              <xsl:choose>
                <xsl:when test="@axis">
                  <xsl:value-of select="ladle:words(concat('entry.', @kind, 's.axis'),
                                        string(count($month)), string($dates),
                                        ladle:words('axis', string(@axis)))"/>
                </xsl:when>
                <xsl:otherwise>
                  <xsl:value-of select="ladle:words(concat('entry.', @kind, 's'),
                                        string(count($month)), string($dates))"/>
                </xsl:otherwise>
              </xsl:choose>
            </td>
          </tr>
        </xsl:if>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="list-row"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="list-row">
    <xsl:param name="words"><xsl:apply-templates select="." mode="words"/></xsl:param>
    <tr>
      <!-- That the end was only expected is said beside the words, and once. -->
      <xsl:variable name="expected" select="@interval and @end-approximate and @end-first = @last"/>
      <th scope="row">
        <xsl:choose>
          <xsl:when test="$expected and @first and not(@start-approximate)">
            <xsl:value-of select="ladle:date(concat(@first, '/', @last))"/>
          </xsl:when>
          <xsl:otherwise><xsl:value-of select="@words"/></xsl:otherwise>
        </xsl:choose>
      </th>
      <td>
        <xsl:copy-of select="$words"/>
        <xsl:if test="$expected"><xsl:value-of select="concat(' ', ladle:words('timeline.expected'))"/></xsl:if>
        <xsl:if test="in:revised">
          <xsl:text>. </xsl:text>
          <span class="accent">
            <!-- "Flyttet til til 2016" would say it twice: without a first day it is a new deadline. -->
            <xsl:choose>
              <xsl:when test="in:revised/@first">
                <xsl:value-of select="ladle:words('timeline.moved-to', string(in:revised/@words))"/>
              </xsl:when>
              <xsl:otherwise>
                <xsl:value-of select="ladle:words('timeline.moved-to.open', string(in:revised/@words))"/>
              </xsl:otherwise>
            </xsl:choose>
          </span>
        </xsl:if>
      </td>
    </tr>
  </xsl:template>

  <!-- The time a timeline covers, for captions: "sep. 2014 – dec. 2016". -->
  <xsl:template match="in:timeline" mode="period">
    <xsl:variable name="ends" select="in:entry/@last | in:entry/in:revised/@last"/>
    <xsl:variable name="last">
      <xsl:for-each select="$ends">
        <xsl:sort select="." order="descending"/>
        <xsl:if test="position() = 1"><xsl:value-of select="."/></xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="first" select="in:entry[@first][1]/@first"/>
    <xsl:if test="$first and $last != ''">
      <xsl:value-of select="ladle:date(concat(substring($first, 1, 7), '/', substring($last, 1, 7)))"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
