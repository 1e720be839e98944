<?xml version="1.0" encoding="UTF-8"?>
<!--
  The report to a partnership: what each chart shows, in a line above it that is read out of the data.

  A chart whose data say nothing for certain has no line. An author's words stand in place of the line
  (parts.xsl). Imported by partnership.xsl.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:in="urn:x-ladle:input"
    xmlns:ladle="urn:x-ladle:functions"
    xmlns="urn:x-ladle:document"
    exclude-result-prefixes="in ladle">

  <!-- "Virksomhedsbesøg (48) fylder mest blandt de 96 begivenheder; 9 frister er flyttet." As the lanes
       count: targets that share their days are one deadline. -->
  <xsl:template match="in:timeline" mode="lanes-message">
    <xsl:variable name="there" select="in:entry[not(@status)][@first or @last][not(@kind = 'target')
        or generate-id() = generate-id(key('deadline', concat(generate-id(..), @date, '|', in:revised/@date))[1])]"/>
    <xsl:variable name="steering" select="$there[@kind = 'meeting'][@group = 'steering']"/>
    <xsl:variable name="consultant" select="$there[@kind = 'meeting'][@group = 'consultant']"/>
    <xsl:variable name="asked" select="$there[@kind = 'interview' or @kind = 'questionnaire']"/>
    <xsl:variable name="seen" select="$there[@kind = 'observation' or @kind = 'document']"/>
    <xsl:variable name="visits" select="$there[@kind = 'visit']"/>
    <xsl:variable name="deadlines" select="$there[@kind = 'deadline' or @kind = 'target']"/>
    <xsl:variable name="meetings" select="count($there[@kind = 'meeting']) - count($steering | $consultant)"/>
    <xsl:variable name="events"
        select="count($there) - count($there[@kind = 'meeting'] | $asked | $seen | $visits | $deadlines)"/>
    <!-- Each lane with how many are in it, as "steering:3 ". -->
    <xsl:variable name="lanes" select="concat('events:', $events, ' steering:', count($steering), ' consultant:',
        count($consultant), ' meetings:', $meetings, ' asked:', count($asked), ' seen:', count($seen), ' visits:',
        count($visits), ' deadlines:', count($deadlines), ' ')"/>
    <xsl:variable name="most">
      <xsl:call-template name="fullest-lane">
        <xsl:with-param name="lanes" select="$lanes"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="n" select="substring-after($most, ':')"/>
    <xsl:choose>
      <xsl:when test="$most = '' or $n = count($there)">
        <xsl:value-of select="ladle:words('message.timeline', string(count($there)))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="ladle:words('message.timeline.most',
            ladle:words(concat('lane.', substring-before($most, ':')), string($n)), string(count($there)))"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$there[in:revised]">
      <xsl:value-of select="concat('; ', ladle:words('message.timeline.moved', string(count($there[in:revised]))))"/>
    </xsl:if>
    <xsl:text>.</xsl:text>
  </xsl:template>
  <!-- The lane with more in it than any other, as "visits:48"; nothing where two have as many. -->
  <xsl:template name="fullest-lane">
    <xsl:param name="lanes"/>
    <xsl:param name="most"/>
    <xsl:param name="n" select="0"/>
    <xsl:variable name="lane" select="substring-before($lanes, ' ')"/>
    <xsl:variable name="here" select="number(substring-after($lane, ':'))"/>
    <xsl:choose>
      <xsl:when test="$lane = ''"><xsl:value-of select="$most"/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="fullest-lane">
          <xsl:with-param name="lanes" select="substring-after($lanes, ' ')"/>
          <xsl:with-param name="n" select="$n * ($n &gt;= $here) + $here * ($here &gt; $n)"/>
          <xsl:with-param name="most">
            <xsl:choose>
              <xsl:when test="$here &gt; $n"><xsl:value-of select="$lane"/></xsl:when>
              <xsl:when test="$here &lt; $n"><xsl:value-of select="$most"/></xsl:when>
            </xsl:choose>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "48 besøg er gennemført; ingen af de 2 mål er nået." -->
  <xsl:template name="bars-message">
    <xsl:variable name="visits" select="sum($p/in:months/in:month[last()]/@visits)"/>
    <xsl:variable name="unknown"
        select="$p/in:timeline/in:entry[@kind = 'visit'][not(@status)][not(@first) or not(@last)]"/>
    <xsl:variable name="reached">
      <xsl:call-template name="reached-words">
        <xsl:with-param name="targets" select="$activity/in:target[@measure = 'visits']"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$unknown"><xsl:value-of select="ladle:words('message.visits.known', string($visits))"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="ladle:words('message.visits.one', string($visits))"/></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$reached != ''"><xsl:value-of select="concat('; ', $reached)"/></xsl:if>
    <xsl:text>.</xsl:text>
  </xsl:template>

  <!-- How many of the partnership's targets it has reached, inside a sentence; nothing without targets.
       What was reached after its deadline was not reached by it. -->
  <xsl:template name="reached-words">
    <xsl:param name="targets"/>
    <xsl:variable name="reached" select="$targets[@share &gt;= 1]"/>
    <xsl:variable name="missed" select="$targets[@share &lt; 1]"/>
    <xsl:variable name="late" select="$missed[@actual + @after &gt;= @value]"/>
    <xsl:variable name="n" select="count($targets)"/>
    <xsl:choose>
      <xsl:when test="$n = 0"/>
      <xsl:when test="$n = 1 and $late"><xsl:value-of select="ladle:words('message.target.late')"/></xsl:when>
      <xsl:when test="$n = 1 and $missed"><xsl:value-of select="ladle:words('message.reached.none', '1')"/></xsl:when>
      <xsl:when test="$n = 1"><xsl:value-of select="ladle:words('message.reached.all', '1')"/></xsl:when>
      <xsl:when test="$late and not($reached)"><xsl:value-of select="ladle:words('message.targets.in-time.none')"/></xsl:when>
      <xsl:when test="$late">
        <xsl:value-of select="ladle:words('message.targets.in-time', string(count($reached)), string($n))"/>
      </xsl:when>
      <xsl:when test="not($reached) and $n = 2"><xsl:value-of select="ladle:words('message.targets.neither')"/></xsl:when>
      <xsl:when test="not($reached)"><xsl:value-of select="ladle:words('message.targets.none', string($n))"/></xsl:when>
      <xsl:when test="not($missed) and $n = 2"><xsl:value-of select="ladle:words('message.targets.both')"/></xsl:when>
      <xsl:when test="not($missed)"><xsl:value-of select="ladle:words('message.targets.all', string($n))"/></xsl:when>
      <xsl:when test="$n = 2 and $reached/@axis and $missed/@axis and $reached/@axis != $missed/@axis">
        <xsl:value-of select="ladle:words('message.targets.but', ladle:words('axis', string($reached/@axis)),
                                          ladle:words('axis', string($missed/@axis)))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="ladle:words('message.targets', string(count($reached)), string($n))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="own-targets-message">
    <xsl:variable name="words">
      <xsl:call-template name="reached-words">
        <xsl:with-param name="targets" select="$activity/in:target"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:value-of select="concat(ladle:capital(string($words)), '.')"/>
  </xsl:template>

  <!-- "Tre sektorer eller flere var samlet ved alle 10 møder, men ikke ved noget besøg." -->
  <xsl:template name="sectors-message">
    <xsl:param name="meetings"/>
    <xsl:param name="visits"/>
    <xsl:variable name="some" select="($meetings | $visits)[@three-or-more &gt; 0]"/>
    <xsl:variable name="none" select="($meetings | $visits)[@three-or-more = 0]"/>
    <xsl:variable name="one"><xsl:apply-templates select="($some | $none[not($some)])[1]" mode="three"/></xsl:variable>
    <xsl:variable name="two">
      <xsl:apply-templates select="$some[2] | $none[$some] | $none[not($some)][2]" mode="three"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="not($some) and $two != ''">
        <xsl:value-of select="ladle:words('activity.sectors.note.none',
            concat($one, ' ', ladle:words('or'), ' ', $two))"/>
      </xsl:when>
      <xsl:when test="not($some)">
        <xsl:value-of select="ladle:words('activity.sectors.note.none', string($one))"/>
      </xsl:when>
      <xsl:when test="$none">
        <xsl:value-of select="ladle:words('activity.sectors.note.but', string($one), string($two))"/>
      </xsl:when>
      <xsl:when test="$two != ''">
        <xsl:value-of select="ladle:words('activity.sectors.note',
            concat($one, ' ', ladle:words('and'), ' ', $two))"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="ladle:words('activity.sectors.note', string($one))"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "Uddannelse var oftest med ved besøgene (94 %); sektorerne var lige ofte med ved møderne (100 %)."
       sectors: those the chart has. Shares that are printed alike are alike. -->
  <xsl:template name="presence-message">
    <xsl:param name="sectors"/>
    <xsl:param name="visits"/>
    <xsl:param name="meetings"/>
    <xsl:variable name="at-visits">
      <xsl:apply-templates select="$visits" mode="most-present"><xsl:with-param name="sectors" select="$sectors"/></xsl:apply-templates>
    </xsl:variable>
    <xsl:variable name="at-meetings">
      <xsl:apply-templates select="$meetings" mode="most-present">
        <xsl:with-param name="sectors" select="$sectors"/>
        <xsl:with-param name="again" select="starts-with($at-visits, ladle:words('message.presence.shown'))"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:variable name="part-noted" select="$visits/@recorded &lt; $activity/in:visits/@held
                                            or $meetings/@recorded &lt; $activity/in:meetings/@held"/>
    <xsl:variable name="words">
      <xsl:choose>
        <xsl:when test="count($sectors) = 1 and $at-visits != '' and $at-meetings != '' and not($part-noted)">
          <xsl:variable name="name"><xsl:call-template name="inside-sentence"><xsl:with-param name="words" select="string($sectors)"/></xsl:call-template></xsl:variable>
          <xsl:value-of select="ladle:words('message.presence.one.both', string($name), ladle:words('message.presence.visits'),
              ladle:percent(string($visits/in:sector[@id = $sectors/@id]/@share)), ladle:words('message.presence.meetings'),
              ladle:percent(string($meetings/in:sector[@id = $sectors/@id]/@share)))"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="$at-visits"/>
          <xsl:if test="$at-visits != '' and $at-meetings != ''">; </xsl:if>
          <xsl:value-of select="$at-meetings"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:if test="$words != ''"><xsl:value-of select="concat(ladle:capital(string($words)), '.')"/></xsl:if>
  </xsl:template>
  <xsl:template match="in:presence" mode="most-present">
    <xsl:param name="sectors"/>
    <xsl:param name="again" select="false()"/>
    <xsl:variable name="here" select="in:sector[@id = $sectors/@id]"/>
    <xsl:variable name="share"><xsl:call-template name="largest-share"><xsl:with-param name="of" select="$here"/></xsl:call-template></xsl:variable>
    <xsl:variable name="first" select="$here[round(100 * @share) = round(100 * $share)]"/>
    <xsl:variable name="names">
      <xsl:call-template name="enumeration">
        <xsl:with-param name="nodes" select="$sectors[@id = $first/@id]"/>
        <xsl:with-param name="small" select="true()"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="where"><xsl:apply-templates select="." mode="of-which"/></xsl:variable>
    <xsl:variable name="how">
      <xsl:choose>
        <xsl:when test="count($sectors) = 1">message.presence.one</xsl:when>
        <!-- Of those in the chart: a sector that may not be told apart may have been there more often. -->
        <xsl:when test="count($first) = count($sectors) and @untold = 'yes'">message.presence.same.shown</xsl:when>
        <xsl:when test="count($first) = count($sectors)">message.presence.same</xsl:when>
        <xsl:when test="@untold = 'yes' and not($again)">message.presence.most.shown</xsl:when>
        <xsl:otherwise>message.presence.most</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:if test="$share &gt; 0">
      <xsl:value-of select="ladle:words(string($how), string($names), string($where), ladle:percent(string($share)),
                                        ladle:words('message.presence.shown'))"/>
    </xsl:if>
  </xsl:template>
  <!-- "besøgene", or those of which it is noted who was there. -->
  <xsl:template match="in:presence" mode="of-which">
    <xsl:variable name="held" select="../in:meetings[current()/@of = 'meetings']/@held
                                      | ../in:visits[current()/@of = 'visits']/@held"/>
    <xsl:variable name="noted"><xsl:if test="@recorded &lt; $held">.noted</xsl:if></xsl:variable>
    <xsl:value-of select="ladle:words(concat('message.presence.', @of, $noted))"/>
  </xsl:template>

  <!-- "Mest tid gik til drift og besøg (36 %)." What is called other names nothing, so the most that has
       a name is told after it. agenda: what took any time. -->
  <xsl:template name="agenda-message">
    <xsl:param name="agenda"/>
    <xsl:variable name="share"><xsl:call-template name="largest-share"><xsl:with-param name="of" select="$agenda"/></xsl:call-template></xsl:variable>
    <xsl:variable name="first" select="$agenda[round(100 * @share) = round(100 * $share)]"/>
    <xsl:variable name="what"><xsl:call-template name="agenda-names"><xsl:with-param name="of" select="$first"/></xsl:call-template></xsl:variable>
    <xsl:choose>
      <xsl:when test="count($agenda) = 1"><xsl:value-of select="ladle:words('alt.shares.all', string($what))"/></xsl:when>
      <xsl:when test="count($first) = count($agenda)">
        <xsl:value-of select="ladle:words('message.agenda.same', string($what))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="ladle:words('message.agenda.most', string($what), ladle:percent(string($share)),
                                          string(count($first)))"/>
        <xsl:if test="count($first) = 1 and $first/@kind = 'other'">
          <xsl:variable name="rest" select="$agenda[@kind != 'other']"/>
          <xsl:variable name="next"><xsl:call-template name="largest-share"><xsl:with-param name="of" select="$rest"/></xsl:call-template></xsl:variable>
          <xsl:variable name="named" select="$rest[round(100 * @share) = round(100 * $next)]"/>
          <xsl:variable name="then"><xsl:call-template name="agenda-names"><xsl:with-param name="of" select="$named"/></xsl:call-template></xsl:variable>
          <xsl:value-of select="ladle:words('message.agenda.then', string($then), ladle:percent(string($next)),
                                            string(count($named)))"/>
        </xsl:if>
        <xsl:text>.</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="largest-share">
    <xsl:param name="of"/>
    <xsl:for-each select="$of">
      <xsl:sort select="@share" data-type="number" order="descending"/>
      <xsl:if test="position() = 1"><xsl:value-of select="@share"/></xsl:if>
    </xsl:for-each>
  </xsl:template>
  <!-- "drift og besøg samt læring": some names have an "and" of their own. -->
  <xsl:template name="agenda-names">
    <xsl:param name="of"/>
    <xsl:variable name="and" select="concat(' ', ladle:words('and'), ' ')"/>
    <xsl:variable name="all">
      <xsl:for-each select="$of"><xsl:value-of select="ladle:words(concat('agenda.', @kind))"/></xsl:for-each>
    </xsl:variable>
    <xsl:for-each select="$of">
      <xsl:choose>
        <xsl:when test="position() = 1"/>
        <xsl:when test="position() &lt; last()">, </xsl:when>
        <xsl:when test="contains($all, $and)"><xsl:value-of select="concat(' ', ladle:words('and.besides'), ' ')"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="$and"/></xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="inside-sentence">
        <xsl:with-param name="words" select="ladle:words(concat('agenda.', @kind))"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
