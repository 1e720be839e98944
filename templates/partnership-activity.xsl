<?xml version="1.0" encoding="UTF-8"?>
<!--
  The report to a partnership: who takes part, its timeline, its activity against its targets.

  Imported by partnership.xsl.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:in="urn:x-ladle:input"
    xmlns:ladle="urn:x-ladle:functions"
    xmlns="urn:x-ladle:document"
    exclude-result-prefixes="in ladle">

  <!-- ============================================================ who takes part ===== -->

  <xsl:template name="participants">
    <section id="participants" numbering="decimal">
      <h1 class="{$chapter-class}">
        <xsl:call-template name="chapter-title">
          <xsl:with-param name="of">participants</xsl:with-param>
          <xsl:with-param name="words" select="ladle:words('participants.title')"/>
        </xsl:call-template>
      </h1>
      <xsl:call-template name="says">
        <xsl:with-param name="words">
            <xsl:choose>
              <xsl:when test="$p/in:municipality">
                <xsl:variable name="names">
                  <xsl:call-template name="enumeration">
                    <xsl:with-param name="nodes" select="$p/in:municipality"/>
                  </xsl:call-template>
                </xsl:variable>
                <xsl:value-of select="ladle:words('participants.municipalities.named', string($names))"/>
              </xsl:when>
              <xsl:when test="$p/@municipalities &gt; 0">
                <xsl:value-of select="ladle:words('participants.municipalities', string($p/@municipalities))"/>
              </xsl:when>
            </xsl:choose>
            <xsl:if test="$p/@lead">
              <xsl:variable name="member" select="$p/in:member[. = $p/@lead]"/>
              <xsl:text> </xsl:text>
              <xsl:choose>
                <xsl:when test="$input/@names = 'no' and $member">
                  <xsl:value-of select="ladle:words('participants.lead.sector', string($p/@lead),
                                        string(key('sector', $member/@sector)))"/>
                </xsl:when>
                <xsl:otherwise><xsl:value-of select="ladle:words('participants.lead', string($p/@lead))"/></xsl:otherwise>
              </xsl:choose>
            </xsl:if>
            <xsl:if test="$activity/in:overlap/@either &gt; 0">
              <xsl:text> </xsl:text>
              <xsl:choose>
                <xsl:when test="$activity/in:overlap/@both &gt; 0">
                  <xsl:value-of select="ladle:words('participants.overlap',
                      ladle:capital(ladle:words('word.c', string($activity/in:overlap/@both))),
                      string($activity/in:overlap/@either), string($activity/in:overlap/@both))"/>
                </xsl:when>
                <xsl:when test="$p/in:group[@kind = 'steering']/in:seat and $p/in:group[@kind = 'consultant']/in:seat">
                  <xsl:value-of select="ladle:words('participants.overlap.none')"/>
                </xsl:when>
              </xsl:choose>
            </xsl:if>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="chapter-texts">
        <xsl:with-param name="chapter">participants</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="groups"/>
      <xsl:if test="$input/@names = 'yes'"><xsl:call-template name="members"/></xsl:if>
      <xsl:call-template name="part">
        <xsl:with-param name="name">material</xsl:with-param>
        <xsl:with-param name="depth" select="2"/>
      </xsl:call-template>
    </section>
  </xsl:template>

  <!-- Sectors have a column only where they are told of somebody whose words do not say it. -->
  <xsl:template name="groups">
    <xsl:variable name="capitals" select="string(key('label', 'alphabet.capitals'))"/>
    <xsl:variable name="small" select="string(key('label', 'alphabet.small'))"/>
    <xsl:variable name="sectors" select="$p/in:group/in:seat[@sector][not(contains(
        translate(., $capitals, $small), translate(key('sector', @sector), $capitals, $small)))]"/>
    <xsl:choose>
      <xsl:when test="$p/in:group/in:seat">
        <figure class="small" counter="table">
          <figcaption>
            <xsl:value-of select="ladle:words('participants.groups', string($wave/@words))"/>
          </figcaption>
          <table>
            <col width="42mm"/>
            <col width="*"/>
            <xsl:if test="$sectors"><col width="38mm"/></xsl:if>
            <col width="16mm" align="centre"/>
            <thead>
              <tr>
                <th scope="col"><xsl:value-of select="ladle:words('participants.group')"/></th>
                <th scope="col"><xsl:value-of select="ladle:words('participants.seat')"/></th>
                <xsl:if test="$sectors">
                  <th scope="col"><xsl:value-of select="ladle:words('participants.sector')"/></th>
                </xsl:if>
                <th scope="col" class="number"><xsl:value-of select="ladle:words('participants.count')"/></th>
              </tr>
            </thead>
            <tbody>
              <xsl:for-each select="$p/in:group/in:seat">
                <tr>
                  <th scope="row">
                    <xsl:if test="not(preceding-sibling::in:seat)">
                      <xsl:value-of select="ladle:words(concat('group.', ../@kind))"/>
                      <xsl:if test="../@shared">
                        <br/>
                        <span class="muted"><xsl:value-of select="ladle:words('participants.shared')"/></span>
                      </xsl:if>
                    </xsl:if>
                  </th>
                  <td>
                    <xsl:choose>
                      <xsl:when test="string(.)"><xsl:value-of select="."/></xsl:when>
                      <xsl:otherwise>
                        <span class="muted"><xsl:value-of select="ladle:words('participants.seat.untold')"/></span>
                      </xsl:otherwise>
                    </xsl:choose>
                  </td>
                  <xsl:if test="$sectors">
                    <td><xsl:apply-templates select="key('sector', @sector)" mode="said"/></td>
                  </xsl:if>
                  <td class="number"><xsl:value-of select="@count"/></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
          <xsl:if test="$input/@names = 'no'">
            <xsl:call-template name="says">
              <xsl:with-param name="class">note</xsl:with-param>
              <xsl:with-param name="words">
                <xsl:choose>
                  <xsl:when test="$each != ''"><xsl:value-of select="ladle:words('participants.note.each')"/></xsl:when>
                  <xsl:otherwise>
                    <xsl:value-of select="ladle:words('participants.note', string($input/@smallest-group))"/>
                  </xsl:otherwise>
                </xsl:choose>
              </xsl:with-param>
            </xsl:call-template>
          </xsl:if>
        </figure>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="says"><xsl:with-param name="words" select="ladle:words('participants.groups.none')"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Without names, members are numbers that tell nothing. -->
  <xsl:template name="members">
    <xsl:choose>
      <xsl:when test="$p/in:member">
        <figure class="small" counter="table">
          <figcaption><xsl:value-of select="ladle:words('participants.members')"/></figcaption>
          <table>
            <col width="30mm"/>
            <col width="*"/>
            <thead>
              <tr>
                <th scope="col"><xsl:value-of select="ladle:words('participants.sector')"/></th>
                <th scope="col"><xsl:value-of select="ladle:words('participants.member')"/></th>
              </tr>
            </thead>
            <tbody>
              <xsl:for-each select="$input/in:framework/in:sector">
                <xsl:variable name="members" select="$p/in:member[@sector = current()/@id]"/>
                <xsl:if test="$members">
                  <tr>
                    <th scope="row"><xsl:call-template name="language"/><xsl:value-of select="."/></th>
                    <td>
                      <xsl:for-each select="$members">
                        <xsl:if test="position() &gt; 1"><br/></xsl:if>
                        <xsl:apply-templates select="." mode="said"/>
                      </xsl:for-each>
                    </td>
                  </tr>
                </xsl:if>
              </xsl:for-each>
            </tbody>
          </table>
        </figure>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="says"><xsl:with-param name="words" select="ladle:words('participants.members.none')"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="material">
    <xsl:choose>
      <xsl:when test="$p/in:material">
        <figure class="small" counter="table">
          <xsl:call-template name="message"><xsl:with-param name="part">material</xsl:with-param></xsl:call-template>
          <figcaption>
            <xsl:value-of select="ladle:words('participants.material', string($wave/@words))"/>
          </figcaption>
          <table>
            <col width="*"/>
            <col width="20mm" align="centre"/>
            <col width="18mm" align="centre"/>
            <thead>
              <tr>
                <th scope="col"><xsl:value-of select="ladle:words('participants.method')"/></th>
                <th scope="col" class="number"><xsl:value-of select="ladle:words('participants.records')"/></th>
                <th scope="col" class="number"><xsl:value-of select="ladle:words('participants.statements')"/></th>
              </tr>
            </thead>
            <tbody>
              <xsl:for-each select="$p/in:material">
                <tr>
                  <th scope="row"><xsl:value-of select="ladle:words(concat('kind.', @method))"/></th>
                  <td class="number"><xsl:value-of select="@records"/></td>
                  <td class="number"><xsl:value-of select="@statements"/></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </figure>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="says"><xsl:with-param name="words" select="ladle:words('participants.material.none')"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ============================================================ timeline ===== -->

  <!-- Visits and questionnaires are many: they are in the list, and in the chart of activity. -->
  <xsl:template name="timeline">
    <xsl:variable name="dated" select="$p/in:timeline/in:entry[@first or @last]"/>
      <xsl:choose>
        <xsl:when test="$dated[not(@status)]">
          <xsl:variable name="period"><xsl:apply-templates select="$p/in:timeline" mode="period"/></xsl:variable>
          <xsl:apply-templates select="$p/in:timeline" mode="lanes">
            <xsl:with-param name="message"><xsl:apply-templates select="$p/in:timeline" mode="lanes-message"/></xsl:with-param>
            <xsl:with-param name="caption" select="ladle:words('timeline.caption', string($period))"/>
            <xsl:with-param name="note">
              <xsl:value-of select="concat(ladle:words('timeline.where'), ' ')"/>
              <ref to="timeline-list" show="full" optional="yes"/>
              <xsl:text>.</xsl:text>
            </xsl:with-param>
          </xsl:apply-templates>
        </xsl:when>
        <xsl:when test="$p/in:timeline/in:entry">
          <xsl:call-template name="says">
            <xsl:with-param name="words">
              <xsl:value-of select="concat(ladle:words('timeline.where'), ' ')"/>
              <ref to="timeline-list" show="full" optional="yes"/>
              <xsl:text>.</xsl:text>
            </xsl:with-param>
          </xsl:call-template>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="says"><xsl:with-param name="words" select="ladle:words('timeline.none')"/></xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
  </xsl:template>
  <xsl:template name="timeline-chapter">
    <xsl:call-template name="chapter-of-part">
      <xsl:with-param name="part">timeline</xsl:with-param>
      <xsl:with-param name="id">timeline-chapter</xsl:with-param>
      <xsl:with-param name="numbering">decimal</xsl:with-param>
      <xsl:with-param name="title" select="ladle:words('timeline.title')"/>
    </xsl:call-template>
  </xsl:template>

  <!-- An appendix: everything in the timeline, with its name. -->
  <xsl:template name="timeline-list">
    <xsl:if test="$p/in:timeline/in:entry">
      <section id="timeline-list" numbering="letter">
        <h1 class="follow"><xsl:value-of select="ladle:words('timeline.all')"/></h1>
        <xsl:apply-templates select="$p/in:timeline" mode="list">
          <xsl:with-param name="title" select="ladle:words('entry.other')"/>
        </xsl:apply-templates>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- ============================================================ activity ===== -->

  <!-- Its chapter: not there where both of its parts are left out or placed, and nothing is written for it. -->
  <xsl:template name="activity-chapter">
    <xsl:variable name="content">
      <xsl:choose>
        <xsl:when test="key('left-out', 'activity') | key('placed', 'activity')"/>
        <xsl:when test="$any-activity"><xsl:call-template name="visit-targets"/></xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="says"><xsl:with-param name="words" select="ladle:words('activity.none')"/></xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="chapter-texts"><xsl:with-param name="chapter">activity</xsl:with-param></xsl:call-template>
      <xsl:call-template name="part">
        <xsl:with-param name="name">activity</xsl:with-param>
        <xsl:with-param name="depth" select="2"/>
      </xsl:call-template>
      <xsl:call-template name="part">
        <xsl:with-param name="name">targets</xsl:with-param>
        <xsl:with-param name="depth" select="2"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:if test="normalize-space($content) != '' or key('pictured', 'activity')">
      <section id="activity" numbering="decimal">
        <h1 class="{concat('tight ', $chapter-class)}">
          <xsl:call-template name="chapter-title">
            <xsl:with-param name="of">activity</xsl:with-param>
            <xsl:with-param name="words" select="ladle:words('activity.title')"/>
          </xsl:call-template>
        </h1>
        <xsl:copy-of select="$content"/>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:variable name="any-activity" select="$p/in:months or $activity/in:target or $activity/in:visits/@held &gt; 0
                                            or $activity/in:meetings[@held + @cancelled + @moved &gt; 0]
                                            or $activity/in:accounts/@papers &gt; 0"/>

  <!-- The part: its charts, and meetings and accounts in numbers. -->
  <xsl:template name="activity">
    <xsl:param name="placed" select="false()"/>
    <xsl:param name="depth"/>
    <xsl:param name="numbering"/>
    <xsl:if test="$placed"><xsl:call-template name="visit-targets"/></xsl:if>
    <xsl:call-template name="part">
      <xsl:with-param name="name">activity-visits</xsl:with-param>
      <xsl:with-param name="depth" select="$depth"/>
      <xsl:with-param name="numbering" select="$numbering"/>
    </xsl:call-template>
    <xsl:call-template name="parts-side-by-side">
      <xsl:with-param name="first">activity-sectors</xsl:with-param>
      <xsl:with-param name="second">activity-presence</xsl:with-param>
      <xsl:with-param name="depth" select="$depth"/>
      <xsl:with-param name="numbering" select="$numbering"/>
    </xsl:call-template>
    <xsl:call-template name="parts-side-by-side">
      <xsl:with-param name="first">activity-key-person</xsl:with-param>
      <xsl:with-param name="second">activity-agenda</xsl:with-param>
      <xsl:with-param name="depth" select="$depth"/>
      <xsl:with-param name="numbering" select="$numbering"/>
    </xsl:call-template>
    <xsl:if test="$any-activity"><xsl:call-template name="facts"/></xsl:if>
  </xsl:template>

  <!-- Two parts beside each other; one by itself, and what authors wrote to be read after them, has the
       whole width. -->
  <xsl:template name="parts-side-by-side">
    <xsl:param name="first"/>
    <xsl:param name="second"/>
    <xsl:param name="depth"/>
    <xsl:param name="numbering"/>
    <xsl:variable name="left"><xsl:call-template name="part-here"><xsl:with-param name="name" select="$first"/></xsl:call-template></xsl:variable>
    <xsl:variable name="right"><xsl:call-template name="part-here"><xsl:with-param name="name" select="$second"/></xsl:call-template></xsl:variable>
    <xsl:choose>
      <xsl:when test="normalize-space($left) = ''"><xsl:copy-of select="$right"/></xsl:when>
      <xsl:when test="normalize-space($right) = ''"><xsl:copy-of select="$left"/></xsl:when>
      <xsl:otherwise>
        <columns class="pair">
          <div><xsl:copy-of select="$left"/></div>
          <div><xsl:copy-of select="$right"/></div>
        </columns>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="texts-here">
      <xsl:with-param name="name" select="$first"/>
      <xsl:with-param name="depth" select="$depth"/>
      <xsl:with-param name="numbering" select="$numbering"/>
    </xsl:call-template>
    <xsl:call-template name="texts-here">
      <xsl:with-param name="name" select="$second"/>
      <xsl:with-param name="depth" select="$depth"/>
      <xsl:with-param name="numbering" select="$numbering"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A sentence for each target of visits. -->
  <xsl:template name="visit-targets">
    <xsl:variable name="visits" select="$activity/in:target[@measure = 'visits']"/>
    <xsl:if test="$visits">
      <xsl:call-template name="says"><xsl:with-param name="words">
        <xsl:for-each select="$visits">
          <xsl:sort select="ladle:sort-key(string(@axis))"/>
          <xsl:variable name="who">
            <xsl:choose>
              <xsl:when test="@axis">
                <xsl:value-of select="ladle:words('axis', string(@axis))"/>
              </xsl:when>
            </xsl:choose>
          </xsl:variable>
          <xsl:variable name="all"><xsl:if test="not(@axis)">.all</xsl:if></xsl:variable>
          <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
          <xsl:choose>
            <xsl:when test="@actual &lt; @value">
              <xsl:variable name="label">
                <xsl:choose>
                  <xsl:when test="@actual = 0 and @passed = 'yes'">activity.axis.never</xsl:when>
                  <xsl:when test="@actual = 0">activity.axis.not-yet</xsl:when>
                  <xsl:when test="@passed = 'yes'">activity.axis.missed</xsl:when>
                  <xsl:otherwise>activity.axis.missing</xsl:otherwise>
                </xsl:choose>
              </xsl:variable>
              <xsl:value-of select="ladle:words(concat($label, $all), string($who),
                                    ladle:number(string(@value - @actual)),
                                    ladle:number(string(@value)))"/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:value-of select="ladle:words(concat('activity.axis.done', $all), string($who),
                                    ladle:number(string(@value)))"/>
            </xsl:otherwise>
          </xsl:choose>
          <xsl:if test="@after &gt; 0">
            <xsl:value-of select="concat(' ', ladle:capital(ladle:words('activity.axis.after', string(@after))))"/>
          </xsl:if>
        </xsl:for-each>
      </xsl:with-param></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Visits made, added up month by month. Two axes are on one scale, side by side while
       their months fit, else one below the other. -->
  <xsl:template name="bars">
    <xsl:variable name="months" select="$p/in:months"/>
    <xsl:choose>
      <xsl:when test="not($months)">
        <xsl:if test="$activity/in:target[@measure = 'visits']">
          <xsl:call-template name="says">
            <xsl:with-param name="words">
              <xsl:choose>
                <xsl:when test="$p/in:assessment/in:activity/in:visits/@held &gt; 0">
                  <xsl:value-of select="ladle:words('activity.visits.undated')"/>
                </xsl:when>
                <xsl:otherwise><xsl:value-of select="ladle:words('activity.visits.none')"/></xsl:otherwise>
              </xsl:choose>
            </xsl:with-param>
          </xsl:call-template>
        </xsl:if>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="first" select="$months[1]/in:month[1]/@month"/>
        <xsl:variable name="last" select="$months[1]/in:month[last()]/@month"/>
        <figure id="visits" class="bars" counter="diagram">
          <xsl:call-template name="message">
            <xsl:with-param name="part">activity-visits</xsl:with-param>
            <xsl:with-param name="words"><xsl:call-template name="bars-message"/></xsl:with-param>
          </xsl:call-template>
          <figcaption>
            <xsl:value-of select="ladle:words('activity.bars', ladle:date(concat($first, '/', $last)))"/>
          </figcaption>
          <chart kind="bars" class="bars" groups="{ladle:words('activity.target.axis')}"
              names="{ladle:words('column.month')}" values="{ladle:words('column.visits')}"
              parts="{ladle:words('final.activity.three-visits')}">
            <xsl:attribute name="alt">
              <xsl:for-each select="$months">
                <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
                <xsl:apply-templates select="." mode="alt">
                  <xsl:with-param name="who"><xsl:apply-templates select="." mode="panel-name"/></xsl:with-param>
                </xsl:apply-templates>
              </xsl:for-each>
            </xsl:attribute>
            <xsl:apply-templates select="$months" mode="panel"/>
          </chart>
          <xsl:call-template name="says"><xsl:with-param name="class">note</xsl:with-param><xsl:with-param name="words">
            <xsl:choose>
              <xsl:when test="not($months/in:month[@three &gt; 0])">
                <xsl:call-template name="no-three-sectors"><xsl:with-param name="months" select="$months"/></xsl:call-template>
              </xsl:when>
              <xsl:when test="count($months) &gt; 1">
                <xsl:value-of select="ladle:words('activity.bars.note')"/>
              </xsl:when>
              <xsl:otherwise><xsl:value-of select="ladle:words('activity.bars.note.one')"/></xsl:otherwise>
            </xsl:choose>
          </xsl:with-param></xsl:call-template>
        </figure>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="in:months" mode="panel">
    <panel>
      <xsl:attribute name="label"><xsl:apply-templates select="." mode="panel-name"/></xsl:attribute>
      <xsl:if test="@target">
        <xsl:attribute name="target"><xsl:value-of select="@target"/></xsl:attribute>
        <xsl:attribute name="target-label">
          <xsl:value-of select="ladle:words('activity.bars.target', ladle:number(string(@target)))"/>
        </xsl:attribute>
      </xsl:if>
      <xsl:for-each select="in:month">
        <bar label="{@words}" value="{@visits}" part="{@three}" words="{@visits}"/>
      </xsl:for-each>
    </panel>
  </xsl:template>

  <xsl:template match="in:months" mode="panel-name">
    <xsl:choose>
      <xsl:when test="@axis"><xsl:value-of select="ladle:words('activity.bars.axis', string(@axis))"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="ladle:words('activity.bars.noaxis')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- How many sectors took part, and which. -->
  <xsl:template name="sectors-chart">
    <xsl:variable name="meetings" select="$activity/in:presence[@of = 'meetings'][@recorded &gt; 0]"/>
    <xsl:variable name="visits" select="$activity/in:presence[@of = 'visits'][@recorded &gt; 0]"/>
    <xsl:if test="$meetings or $visits">
          <figure id="sectors" counter="diagram" class="half">
            <xsl:call-template name="message">
              <xsl:with-param name="part">activity-sectors</xsl:with-param>
              <xsl:with-param name="words">
                <xsl:call-template name="sectors-message">
                  <xsl:with-param name="meetings" select="$meetings"/>
                  <xsl:with-param name="visits" select="$visits"/>
                </xsl:call-template>
              </xsl:with-param>
            </xsl:call-template>
            <figcaption><xsl:value-of select="ladle:words('activity.sectors')"/></figcaption>
            <chart kind="parts" class="parts" groups="{ladle:words('column.occasion')}"
                names="{ladle:words('column.sectors')}" values="{ladle:words('column.count')}">
              <xsl:attribute name="alt">
                <xsl:for-each select="$meetings | $visits">
                  <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
                  <xsl:apply-templates select="." mode="alt"/>
                </xsl:for-each>
              </xsl:attribute>
              <xsl:for-each select="$meetings | $visits">
                <row label="{ladle:words(concat('activity.', @of))}">
                  <part label="{ladle:words('activity.sectors.1')}" value="{@one-sector}" words="{@one-sector}"/>
                  <part label="{ladle:words('activity.sectors.2')}" value="{@two-sectors}" words="{@two-sectors}"/>
                  <part label="{ladle:words('activity.sectors.3')}" value="{@three-or-more}" words="{@three-or-more}"/>
                </row>
              </xsl:for-each>
            </chart>
          </figure>
    </xsl:if>
  </xsl:template>
  <xsl:template name="presence-chart">
    <xsl:variable name="meetings" select="$activity/in:presence[@of = 'meetings'][@recorded &gt; 0]"/>
    <xsl:variable name="visits" select="$activity/in:presence[@of = 'visits'][@recorded &gt; 0]"/>
          <!-- Sectors that are members, or came all the same, and that may be told by themselves. -->
          <xsl:variable name="sectors" select="$input/in:framework/in:sector
                                      [@id = ($meetings | $visits)/in:sector
                                             [@share &gt; 0 or @id = $p/in:member/@sector]/@id]"/>
          <xsl:if test="$sectors">
            <figure id="presence" counter="diagram" class="half">
              <xsl:call-template name="message">
                <xsl:with-param name="part">activity-presence</xsl:with-param>
                <xsl:with-param name="words">
                  <xsl:call-template name="presence-message">
                    <xsl:with-param name="sectors" select="$sectors"/>
                    <xsl:with-param name="meetings" select="$meetings"/>
                    <xsl:with-param name="visits" select="$visits"/>
                  </xsl:call-template>
                </xsl:with-param>
              </xsl:call-template>
              <figcaption><xsl:value-of select="ladle:words('activity.presence')"/></figcaption>
              <chart kind="pair" class="pair" first="" second="" full="{ladle:percent('1')}"
                  names="{ladle:words('participants.sector')}">
                <xsl:if test="$visits">
                  <xsl:attribute name="first"><xsl:value-of select="ladle:words('activity.presence.visits')"/></xsl:attribute>
                </xsl:if>
                <xsl:if test="$meetings">
                  <xsl:attribute name="second"><xsl:value-of select="ladle:words('activity.presence.meetings')"/></xsl:attribute>
                </xsl:if>
                <xsl:attribute name="alt">
                  <xsl:call-template name="alt-pair">
                    <xsl:with-param name="sectors" select="$sectors"/>
                    <xsl:with-param name="visits" select="$visits"/>
                    <xsl:with-param name="meetings" select="$meetings"/>
                  </xsl:call-template>
                </xsl:attribute>
                <xsl:for-each select="$sectors">
                  <row label="{.}">
                    <xsl:variable name="at-visits" select="$visits/in:sector[@id = current()/@id]/@share"/>
                    <xsl:variable name="at-meetings" select="$meetings/in:sector[@id = current()/@id]/@share"/>
                    <xsl:if test="$visits">
                      <xsl:attribute name="first"><xsl:value-of select="$at-visits"/></xsl:attribute>
                      <xsl:attribute name="first-words">
                        <xsl:value-of select="ladle:number(string(round(100 * $at-visits)))"/>
                      </xsl:attribute>
                    </xsl:if>
                    <xsl:if test="$meetings">
                      <xsl:attribute name="second"><xsl:value-of select="$at-meetings"/></xsl:attribute>
                      <xsl:attribute name="second-words">
                        <xsl:value-of select="ladle:number(string(round(100 * $at-meetings)))"/>
                      </xsl:attribute>
                    </xsl:if>
                  </row>
                </xsl:for-each>
              </chart>
              <xsl:if test="($meetings | $visits)[@untold = 'yes']">
                <p class="note"><xsl:value-of select="ladle:words('activity.presence.small', string($input/@smallest-group))"/></p>
              </xsl:if>
            </figure>
          </xsl:if>
  </xsl:template>

  <!-- At how many meetings or visits three sectors came together: "ved alle tre møder"; of none, what
       stands after "ikke". -->
  <xsl:template match="in:presence" mode="three">
    <xsl:variable name="many">
      <xsl:choose>
        <xsl:when test="@three-or-more = 0">none</xsl:when>
        <xsl:when test="@three-or-more &lt; @recorded">some</xsl:when>
        <xsl:when test="@recorded = 1">one</xsl:when>
        <xsl:when test="@recorded = 2">both</xsl:when>
        <xsl:otherwise>all</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="held" select="../in:meetings[current()/@of = 'meetings']/@held
                                      | ../in:visits[current()/@of = 'visits']/@held"/>
    <xsl:variable name="noted">
      <xsl:if test="@recorded &lt; $held"><xsl:value-of select="ladle:words('alt.noted')"/></xsl:if>
    </xsl:variable>
    <xsl:value-of select="ladle:words(concat('activity.three.', @of, '.', $many), string(@recorded),
                          string(@three-or-more), string($noted))"/>
  </xsl:template>

  <!-- How much rests on one person; what meeting time was spent on. -->
  <xsl:template name="key-person-chart">
    <xsl:variable name="key" select="$activity/in:key-person"/>
          <xsl:if test="$key and $p/in:sequence/in:event">
            <figure id="key-person" counter="diagram" class="half">
              <xsl:call-template name="message">
                <xsl:with-param name="part">activity-key-person</xsl:with-param>
                <xsl:with-param name="words"><xsl:apply-templates select="$key" mode="present"/></xsl:with-param>
              </xsl:call-template>
              <figcaption><xsl:value-of select="ladle:words('activity.key')"/></figcaption>
              <chart kind="ticks" class="ticks" groups="{ladle:words('column.occasion')}"
                  values="{ladle:words('column.thick')}">
                <xsl:attribute name="alt"><xsl:apply-templates select="$key" mode="alt"/></xsl:attribute>
                <row label="{ladle:words('activity.key.all')}"
                    words="{ladle:words('activity.key.present', string($key/@present), string($key/@of))}">
                  <xsl:for-each select="$p/in:sequence/in:event"><tick on="{@key}"/></xsl:for-each>
                </row>
                <xsl:if test="$key/@joint &gt; 0">
                  <row label="{ladle:words('activity.key.joint')}"
                      words="{ladle:words('activity.key.without', string($key/@joint-without), string($key/@joint))}">
                    <xsl:for-each select="$p/in:sequence/in:event[@joint = 'yes']">
                      <tick on="{@without}"/>
                    </xsl:for-each>
                  </row>
                </xsl:if>
              </chart>
              <xsl:call-template name="says">
                <xsl:with-param name="class">note</xsl:with-param>
                <xsl:with-param name="words" select="ladle:words('activity.key.note')"/>
              </xsl:call-template>
            </figure>
          </xsl:if>
  </xsl:template>
  <xsl:template name="agenda-chart">
    <xsl:variable name="agenda" select="$activity/in:agenda[@share]"/>
          <xsl:if test="$agenda">
            <figure id="agenda" counter="diagram" class="half">
              <xsl:call-template name="message">
                <xsl:with-param name="part">activity-agenda</xsl:with-param>
                <xsl:with-param name="words">
                  <xsl:call-template name="agenda-message">
                    <xsl:with-param name="agenda" select="$agenda[@share &gt; 0]"/>
                  </xsl:call-template>
                </xsl:with-param>
              </xsl:call-template>
              <figcaption>
                <xsl:value-of select="ladle:words('activity.agenda', ladle:number(string(sum($agenda/@minutes))))"/>
              </figcaption>
              <chart kind="shares" class="shares" names="{ladle:words('activity.agenda.items')}"
                  values="{ladle:words('column.minutes')}">
                <xsl:attribute name="alt">
                  <xsl:call-template name="alt-shares">
                    <xsl:with-param name="agenda" select="$agenda[@share &gt; 0]"/>
                  </xsl:call-template>
                </xsl:attribute>
                <xsl:for-each select="$agenda[@share &gt; 0]">
                  <xsl:sort select="number(@kind = 'other')" data-type="number"/>
                  <xsl:sort select="@share" data-type="number" order="descending"/>
                  <bar label="{ladle:words(concat('agenda.', @kind))}" value="{@share}"
                      words="{ladle:percent(string(@share))}">
                    <xsl:if test="position() = 1"><xsl:attribute name="emphasis">yes</xsl:attribute></xsl:if>
                  </bar>
                </xsl:for-each>
              </chart>
            </figure>
          </xsl:if>
  </xsl:template>

  <xsl:template name="facts">
    <xsl:variable name="meetings" select="$activity/in:meetings"/>
    <columns class="facts">
      <div><p><strong><xsl:value-of select="ladle:words('activity.facts')"/></strong></p></div>
      <div>
        <p>
          <strong><xsl:value-of select="$meetings/@held"/></strong>
          <xsl:text> </xsl:text>
          <xsl:value-of select="ladle:words('activity.facts.held', string($meetings/@held),
                                string($meetings/@cancelled), string($meetings/@moved))"/>
        </p>
      </div>
      <div>
        <p>
          <xsl:choose>
            <xsl:when test="$meetings/@longest-gap">
              <strong><xsl:value-of select="$meetings/@longest-gap"/></strong>
              <xsl:text> </xsl:text>
              <xsl:value-of select="ladle:words('activity.facts.gap', string($meetings/@longest-gap))"/>
            </xsl:when>
            <xsl:when test="$meetings/@per-month">
              <strong><xsl:value-of select="ladle:number(string($meetings/@per-month), '1')"/></strong>
              <xsl:text> </xsl:text>
              <xsl:value-of select="ladle:words('activity.facts.month')"/>
            </xsl:when>
          </xsl:choose>
        </p>
      </div>
      <div>
        <p>
          <xsl:if test="$activity/in:accounts/@papers &gt; 0">
            <strong><xsl:value-of select="$activity/in:accounts/@late"/></strong>
            <xsl:text> </xsl:text>
            <xsl:value-of select="ladle:words('activity.facts.late', string($activity/in:accounts/@papers))"/>
          </xsl:if>
        </p>
      </div>
    </columns>
  </xsl:template>

  <!-- All targets, and what was spent. -->
  <xsl:template name="targets">
    <xsl:variable name="moved" select="$activity/in:target/in:revised"/>
    <xsl:variable name="name"><xsl:apply-templates select="$wave" mode="small-words"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="$activity/in:target">
        <figure id="targets" class="small" counter="table">
          <!-- All of the targets are this table here, so what is said of them is said of it. -->
          <xsl:if test="key('message', 'targets')">
            <xsl:call-template name="message"><xsl:with-param name="part">targets</xsl:with-param></xsl:call-template>
          </xsl:if>
          <xsl:if test="key('message', 'targets-table') or not(key('message', 'targets'))">
            <xsl:call-template name="message">
              <xsl:with-param name="part">targets-table</xsl:with-param>
              <xsl:with-param name="words"><xsl:call-template name="own-targets-message"/></xsl:with-param>
            </xsl:call-template>
          </xsl:if>
          <figcaption><xsl:value-of select="ladle:words('activity.targets', string($name))"/></figcaption>
          <table>
            <col width="36mm"/>
            <col width="8mm" align="centre"/>
            <col width="15mm" align="right"/>
            <col width="15mm" align="right"/>
            <col width="11mm" align="right"/>
            <col width="*"/>
            <xsl:if test="$moved"><col width="18mm"/></xsl:if>
            <thead>
              <tr>
                <th scope="col"><xsl:value-of select="ladle:words('activity.target')"/></th>
                <th scope="col" class="number"><xsl:value-of select="ladle:words('activity.target.axis')"/></th>
                <th scope="col" align="right"><xsl:value-of select="ladle:words('activity.target.value')"/></th>
                <th scope="col" align="right"><xsl:value-of select="ladle:words('activity.target.actual')"/></th>
                <th scope="col" align="right"><xsl:value-of select="ladle:words('activity.target.share')"/></th>
                <th scope="col"><xsl:value-of select="ladle:words('activity.target.due')"/></th>
                <xsl:if test="$moved"><th scope="col"><xsl:value-of select="ladle:words('activity.target.revised')"/></th></xsl:if>
              </tr>
            </thead>
            <tbody>
              <!-- As in the final report: axis by axis in the order of the chart, those without an axis last. -->
              <xsl:for-each select="$activity/in:target">
                <xsl:sort data-type="number" select="number(not(@axis))"/>
                <xsl:sort select="ladle:sort-key(string(@axis))"/>
                <xsl:sort data-type="number" select="string-length(substring-before(
                    ' visits joint-visits firms-identified firms-committed meetings spending',
                    concat(' ', @measure)))"/>
                <tr>
                  <th scope="row"><xsl:value-of select="ladle:words(concat('measure.name.', @measure))"/></th>
                  <td class="number"><xsl:value-of select="@axis"/></td>
                  <td align="right"><xsl:value-of select="ladle:number(string(@value))"/></td>
                  <td align="right"><xsl:value-of select="ladle:number(string(@actual))"/></td>
                  <td align="right"><xsl:value-of select="ladle:percent(string(@share))"/></td>
                  <td>
                    <xsl:value-of select="in:due/@words"/>
                    <xsl:if test="@after &gt; 0">
                      <xsl:value-of select="concat('; ', ladle:words('activity.target.after', ladle:number(string(@after))))"/>
                    </xsl:if>
                  </td>
                  <xsl:if test="$moved"><td><span class="accent"><xsl:value-of select="in:revised/@words"/></span></td></xsl:if>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
          <xsl:if test="$activity/in:accounts/in:axis">
            <xsl:variable name="sums">
              <xsl:for-each select="$activity/in:accounts/in:axis">
                <xsl:if test="position() &gt; 1">, </xsl:if>
                <xsl:choose>
                  <xsl:when test="@id">
                    <xsl:value-of select="ladle:words('activity.spent.axis',
                        ladle:number(string(@spent)), ladle:words('axis', string(@id)))"/>
                  </xsl:when>
                  <xsl:otherwise>
                    <xsl:value-of select="ladle:words('activity.spent.noaxis', ladle:number(string(@spent)))"/>
                  </xsl:otherwise>
                </xsl:choose>
              </xsl:for-each>
            </xsl:variable>
            <xsl:call-template name="says">
              <xsl:with-param name="class">note</xsl:with-param>
              <xsl:with-param name="words" select="ladle:words('activity.spent', string($sums))"/>
            </xsl:call-template>
          </xsl:if>
        </figure>
      </xsl:when>
      <xsl:when test="not($any-activity)"/>
      <xsl:otherwise>
        <xsl:call-template name="says"><xsl:with-param name="words" select="ladle:words('activity.targets.none')"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
