<?xml version="1.0" encoding="UTF-8"?>
<!--
  The report to a partnership: its figure 2, voices that differ, its own cells in the ideal types.

  Imported by partnership.xsl.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:in="urn:x-ladle:input"
    xmlns:ladle="urn:x-ladle:functions"
    xmlns="urn:x-ladle:document"
    exclude-result-prefixes="in ladle">

  <!-- ============================================================ figure 2 ===== -->

  <!-- Its chapter: not there where none of its parts stands in it, and nothing is written for it. -->
  <xsl:template name="findings">
    <xsl:variable name="figure">
      <xsl:call-template name="part">
        <xsl:with-param name="name">figure-2</xsl:with-param>
        <xsl:with-param name="depth" select="2"/>
      </xsl:call-template>
      <xsl:call-template name="part">
        <xsl:with-param name="name">coverage</xsl:with-param>
        <xsl:with-param name="depth" select="2"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="content">
      <xsl:if test="$placement and not(key('left-out', 'figure-2') | key('placed', 'figure-2'))">
        <xsl:call-template name="says">
          <xsl:with-param name="words">
            <xsl:value-of select="ladle:words('findings.lead', string(count($elements)))"/>
            <xsl:if test="$evidence-complete"><xsl:value-of select="concat(' ', ladle:words('findings.links'))"/></xsl:if>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:if>
      <xsl:call-template name="chapter-texts"><xsl:with-param name="chapter">baseline</xsl:with-param></xsl:call-template>
      <!-- Without a figure 2, what authors wrote for its rows stands in the chapter. -->
      <xsl:if test="not($placement or key('left-out', 'figure-2'))">
        <xsl:for-each select="$elements[key('finding', @id)]">
          <p><strong><xsl:apply-templates select="in:name" mode="said"/></strong></p>
          <xsl:apply-templates select="key('finding', @id)/*" mode="text"/>
        </xsl:for-each>
      </xsl:if>
      <xsl:copy-of select="$figure"/>
      <!-- Here, and not below the ideal types: these take a page of their own, and figure 2 ends on one
           that has room. -->
      <xsl:call-template name="voices-section"/>
    </xsl:variable>
    <xsl:if test="normalize-space($content) != '' or key('pictured', 'baseline')">
      <section id="findings" numbering="decimal">
        <h1 class="tight">
          <xsl:call-template name="chapter-title">
            <xsl:with-param name="of">baseline</xsl:with-param>
            <xsl:with-param name="words" select="ladle:words('findings.title')"/>
          </xsl:call-template>
        </h1>
        <xsl:copy-of select="$content"/>
      </section>
    </xsl:if>
  </xsl:template>
  <xsl:template name="own-figure-2">
    <xsl:variable name="name"><xsl:apply-templates select="$wave" mode="small-words"/></xsl:variable>
      <xsl:call-template name="figure-2">
        <xsl:with-param name="results" select="$now/in:element"/>
        <xsl:with-param name="caption" select="ladle:words('findings.caption', string($p/@alias), string($name))"/>
        <xsl:with-param name="key-words" select="ladle:words('key.shares')"/>
        <xsl:with-param name="notes">
          <xsl:call-template name="says">
            <xsl:with-param name="class">note</xsl:with-param>
            <xsl:with-param name="words" select="ladle:words('findings.note')"/>
          </xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>
  </xsl:template>

  <!-- Elements that no question is about. -->
  <xsl:template name="coverage">
    <xsl:variable name="covered" select="$input/in:framework/in:guide/in:covers[@questions &gt; 0]"/>
    <xsl:variable name="holes" select="$elements[not(@id = $covered/@element)]"/>
    <xsl:if test="$covered and $holes">
      <xsl:variable name="names">
        <xsl:call-template name="enumeration"><xsl:with-param name="nodes" select="$holes"/></xsl:call-template>
      </xsl:variable>
      <p><xsl:value-of select="ladle:words('final.coverage.holes', string($names))"/></p>
    </xsl:if>
  </xsl:template>

  <!-- What else the level line says: how well the element is covered. Its evidence is a link away. -->
  <xsl:template match="in:assessment/in:element" mode="remarks">
    <xsl:if test="@items &gt; 0">
      <xsl:value-of select="concat('; ', ladle:words(concat('support.', @support)))"/>
    </xsl:if>
  </xsl:template>

  <!-- ============================================================ figures 4 to 6 ===== -->

  <!-- One table of the types that are not left out or placed by themselves, and what is written on each. -->
  <xsl:template name="types">
    <xsl:variable name="here" select="$types[$placement][not(key('left-out', concat('figure-', @figure))
                                                             | key('placed', concat('figure-', @figure)))]"/>
    <xsl:variable name="content">
      <xsl:if test="$here">
        <xsl:call-template name="says">
          <xsl:with-param name="words"><xsl:call-template name="types-words"/></xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="own-cells"><xsl:with-param name="of" select="$here"/></xsl:call-template>
      </xsl:if>
      <xsl:for-each select="$types">
        <xsl:call-template name="texts-here">
          <xsl:with-param name="name" select="concat('figure-', @figure)"/>
          <xsl:with-param name="depth" select="2"/>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:variable>
    <xsl:if test="normalize-space($content) != ''">
      <section id="types" numbering="decimal">
        <h1 class="tight"><xsl:value-of select="ladle:words('types.title')"/></h1>
        <xsl:copy-of select="$content"/>
      </section>
    </xsl:if>
  </xsl:template>
  <xsl:template name="types-words">
    <xsl:variable name="name"><xsl:apply-templates select="$wave" mode="small-words"/></xsl:variable>
    <xsl:variable name="counts">
      <xsl:for-each select="$now/in:count[@elements &gt; 0]">
        <xsl:choose>
          <xsl:when test="position() = 1"/>
          <xsl:when test="position() = last()">
            <xsl:value-of select="concat(' ', ladle:words('and'), ' ')"/>
          </xsl:when>
          <xsl:otherwise>, </xsl:otherwise>
        </xsl:choose>
        <xsl:value-of select="ladle:words('types.count', string(@elements),
                              string(key('level', @level)))"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:value-of select="ladle:words('types.lead', string(count($types)), string($name), string($counts))"/>
  </xsl:template>

  <!-- Ideal types in one table; the element's own cell has a bar, a ground and the sign. of: the levels. -->
  <xsl:template name="own-cells">
    <xsl:param name="of" select="$types"/>
    <xsl:variable name="lowest" select="$levels[@type = 'no']"/>
    <figure id="figure-{$of[1]/@figure}" class="own" counter="figure" number="{$of[1]/@figure}">
      <xsl:if test="count($of) &gt; 1">
        <xsl:attribute name="numbers">
          <xsl:choose>
            <xsl:when test="count($of) = $of[last()]/@figure - $of[1]/@figure + 1">
              <xsl:value-of select="concat($of[1]/@figure, '–', $of[last()]/@figure)"/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:call-template name="enumeration"><xsl:with-param name="nodes" select="$of/@figure"/></xsl:call-template>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
      </xsl:if>
      <xsl:for-each select="$of">
        <xsl:if test="key('message', concat('figure-', @figure))">
          <xsl:call-template name="message"><xsl:with-param name="part" select="concat('figure-', @figure)"/></xsl:call-template>
        </xsl:if>
      </xsl:for-each>
      <figcaption>
        <xsl:variable name="names">
          <xsl:call-template name="enumeration"><xsl:with-param name="nodes" select="$of"/><xsl:with-param name="level" select="true()"/></xsl:call-template>
        </xsl:variable>
        <xsl:value-of select="ladle:words('types.caption', string($names))"/>
      </figcaption>
      <table>
        <!-- Types are compared cell by cell, so their columns are equal, whatever the longest word. -->
        <col width="30mm"/>
        <xsl:for-each select="$of">
          <col width="*">
            <xsl:if test="last() &lt; 5">
              <xsl:attribute name="width">
                <xsl:value-of select="concat(format-number((130 - 4 * last()) div last(), '0.0'), 'mm')"/>
              </xsl:attribute>
            </xsl:if>
          </col>
        </xsl:for-each>
        <thead>
          <tr>
            <th class="name"/>
            <xsl:for-each select="$of">
              <th scope="col">
                <xsl:apply-templates select="." mode="level"/>
                <xsl:text>&#x2002;</xsl:text>
                <span class="figure-number">
                  <xsl:value-of select="concat(ladle:words('counter.figure'), '&#xA0;', @figure)"/>
                </span>
              </th>
            </xsl:for-each>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$elements">
            <xsl:variable name="element" select="."/>
            <xsl:variable name="own" select="$now/in:element[@id = current()/@id]"/>
            <tr keep="yes">
              <th scope="row" class="name">
                <xsl:call-template name="level-link">
                  <xsl:with-param name="element" select="@id"/>
                  <xsl:with-param name="level" select="$own/@level"/>
                  <xsl:with-param name="partnership" select="$p/@n"/>
                  <xsl:with-param name="words"><xsl:value-of select="in:name"/></xsl:with-param>
                </xsl:call-template>
              </th>
              <xsl:for-each select="$of">
                <td>
                  <xsl:choose>
                    <xsl:when test="@id = $own/@level">
                      <xsl:attribute name="class">own</xsl:attribute>
                      <xsl:apply-templates select="." mode="symbol"/>
                    </xsl:when>
                    <xsl:when test="position() = 1 and $own/@level = $lowest/@id">
                      <xsl:attribute name="class">bar</xsl:attribute>
                    </xsl:when>
                  </xsl:choose>
                  <xsl:apply-templates select="$element/in:ideal[@level = current()/@id]" mode="lines"/>
                </td>
              </xsl:for-each>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
      <xsl:call-template name="says">
        <xsl:with-param name="class">note</xsl:with-param>
        <xsl:with-param name="words">
          <xsl:value-of select="ladle:words('types.note')"/>
          <xsl:if test="$lowest and $now/in:element[@level = $lowest/@id]">
            <xsl:text> </xsl:text>
            <xsl:value-of select="ladle:words('types.note.below', string($lowest), string($of[1]))"/>
          </xsl:if>
          <xsl:if test="$now/in:element[not(@level)]">
            <xsl:value-of select="concat(' ', ladle:words('types.note.missing'))"/>
          </xsl:if>
        </xsl:with-param>
      </xsl:call-template>
    </figure>
  </xsl:template>

  <!-- Authors' references to a figure: 4 to 6 are one here; 1 and 3 are in the final report. -->
  <xsl:template name="figure-reference">
    <xsl:param name="number"/>
    <xsl:choose>
      <xsl:when test="not($placement)">
        <xsl:value-of select="ladle:words('figure.elsewhere', string($number))"/>
      </xsl:when>
      <xsl:when test="$number = 2"><ref to="figure-2" optional="yes" none="{ladle:words('part.figure', 2)}"/></xsl:when>
      <xsl:when test="$types[@figure = $number]">
        <xsl:variable name="here" select="$types[not(key('left-out', concat('figure-', @figure)))]"/>
        <xsl:variable name="words" select="concat(ladle:words('counter.figure.ref'), '&#xA0;', $number)"/>
        <xsl:choose>
          <xsl:when test="not($here[@figure = $number])"><xsl:value-of select="$words"/></xsl:when>
          <xsl:when test="key('placed', concat('figure-', $number))">
            <a href="#figure-{$number}"><xsl:value-of select="$words"/></a>
          </xsl:when>
          <xsl:otherwise>
            <a href="#figure-{$here[not(key('placed', concat('figure-', @figure)))][1]/@figure}"><xsl:value-of select="$words"/></a>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="ladle:words('figure.elsewhere', string($number))"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ============================================================ voices ===== -->

  <!-- Elements on which groups or sectors that can be worked out apart are at different levels; where
       there are none, nothing is said. -->
  <xsl:variable name="differ" select="$now/in:element[in:voice/@level != in:voice/@level]"/>

  <!-- One element is told in a sentence; of more there is a table. -->
  <xsl:template name="voices">
    <xsl:choose>
      <xsl:when test="not($differ)"/>
      <xsl:when test="count($differ) = 1 and $composed"><xsl:call-template name="voices-on-one"/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="says"><xsl:with-param name="words">
          <xsl:value-of select="ladle:words('voices.lead', string(count($differ)))"/>
          <xsl:for-each select="$differ[@split = 'yes']">
            <xsl:text> </xsl:text>
            <xsl:value-of select="ladle:words('voices.split',
                string(key('element', @id)/in:name),
                string(key('level', in:voice[@group = 'steering']/@level)),
                string(key('level', in:voice[@group = 'consultant']/@level)))"/>
          </xsl:for-each>
          <xsl:call-template name="small-groups"/>
        </xsl:with-param></xsl:call-template>
        <xsl:call-template name="voice-matrix">
          <xsl:with-param name="rows" select="$differ"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- Groups and sectors too small to be shown. -->
  <xsl:template name="small-groups">
    <xsl:if test="$input/@names = 'no' and $input/@smallest-group &gt; 1">
      <xsl:value-of select="concat(' ', ladle:words('voices.small', string($input/@smallest-group)))"/>
    </xsl:if>
  </xsl:template>
  <!-- "Kun på projekter …: styregruppen på Klubben (4 belæg), konsulentgruppen på Kantinen (6 belæg) …". -->
  <xsl:template name="voices-on-one">
    <p>
      <xsl:call-template name="words-with">
        <xsl:with-param name="words" select="ladle:words('voices.one', $here)"/>
        <xsl:with-param name="said"><xsl:apply-templates select="key('element', $differ/@id)" mode="said-inside"/></xsl:with-param>
      </xsl:call-template>
      <xsl:text> </xsl:text>
      <xsl:for-each select="$differ/in:voice">
        <xsl:sort select="number(not(@group))" data-type="number"/>
        <xsl:sort select="@group" order="descending"/>
        <xsl:sort select="position()" data-type="number"/>
        <xsl:call-template name="joint"/>
        <xsl:apply-templates select="." mode="inside"/>
      </xsl:for-each>
      <xsl:text>. </xsl:text>
      <xsl:value-of select="ladle:words('voices.few')"/>
      <xsl:call-template name="small-groups"/>
    </p>
  </xsl:template>
  <xsl:template match="in:voice" mode="inside">
    <xsl:choose>
      <xsl:when test="@group"><xsl:value-of select="ladle:words(concat('group.', @group, '.the'))"/></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="sector" select="$input/in:framework/in:sector[@id = current()/@sector]"/>
        <xsl:variable name="words">
          <xsl:call-template name="inside-sentence"><xsl:with-param name="words" select="string($sector)"/></xsl:call-template>
        </xsl:variable>
        <xsl:apply-templates select="$sector" mode="said"><xsl:with-param name="words" select="string($words)"/></xsl:apply-templates>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:text>&#xA0;</xsl:text>
    <xsl:call-template name="level-link">
      <xsl:with-param name="element" select="../@id"/>
      <xsl:with-param name="level" select="@level"/>
      <xsl:with-param name="partnership" select="$p/@n"/>
    </xsl:call-template>
    <xsl:value-of select="concat(' (', ladle:words('voices.statements', string(@statements)), ')')"/>
  </xsl:template>
  <!-- Its section: not there where the part is left out, placed or empty, and nothing is written on it. -->
  <xsl:template name="voices-section">
    <xsl:variable name="content"><xsl:call-template name="part"><xsl:with-param name="name">voices</xsl:with-param></xsl:call-template></xsl:variable>
    <xsl:if test="normalize-space($content) != ''">
      <section id="voices" numbering="decimal">
        <h2>
          <xsl:call-template name="chapter-title">
            <xsl:with-param name="of">voices</xsl:with-param>
            <xsl:with-param name="words" select="ladle:words('voices.title')"/>
          </xsl:call-template>
        </h2>
        <xsl:copy-of select="$content"/>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:key name="voice-group" match="in:voice[@group]" use="concat(../../@wave, '|', @group)"/>
  <xsl:key name="voice-sector" match="in:voice[@sector]" use="concat(../../@wave, '|', @sector)"/>

  <xsl:template name="voice-matrix">
    <xsl:param name="rows"/>
    <!-- Each kind of group once, then the sectors, all that have a voice on some element. -->
    <xsl:variable name="columns"
        select="$rows/../in:element/in:voice[@group][generate-id()
                    = generate-id(key('voice-group', concat($wave/@id, '|', @group))[1])]
                | $input/in:framework/in:sector[key('voice-sector', concat($wave/@id, '|', @id))]"/>
    <xsl:variable name="groups" select="$columns[self::in:voice]"/>
    <xsl:variable name="sectors" select="$columns[self::in:sector]"/>
    <figure id="voices-matrix" class="matrix" counter="table">
      <xsl:call-template name="message"><xsl:with-param name="part">voices</xsl:with-param></xsl:call-template>
      <figcaption><xsl:value-of select="ladle:words('voices.caption')"/></figcaption>
      <xsl:call-template name="level-key">
        <xsl:with-param name="missing" select="count($rows/in:voice) &lt; count($rows) * count($columns)"/>
      </xsl:call-template>
      <table>
        <col width="40mm"/>
        <xsl:for-each select="$columns">
          <col width="{floor(120 div count($columns))}mm" align="centre"/>
        </xsl:for-each>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="ladle:words('summary.next.element')"/></th>
            <xsl:for-each select="$groups">
              <xsl:sort select="@group" order="descending"/>
              <th scope="col" class="voice"><xsl:value-of select="ladle:words(concat('group.', @group))"/></th>
            </xsl:for-each>
            <xsl:for-each select="$sectors">
              <th scope="col" class="voice"><xsl:value-of select="."/></th>
            </xsl:for-each>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$rows">
            <xsl:variable name="row" select="."/>
            <tr>
              <th scope="row"><xsl:apply-templates select="key('element', @id)/in:name" mode="said"/></th>
              <xsl:for-each select="$groups">
                <xsl:sort select="@group" order="descending"/>
                <xsl:call-template name="voice-cell">
                  <xsl:with-param name="voice" select="$row/in:voice[@group = current()/@group]"/>
                </xsl:call-template>
              </xsl:for-each>
              <xsl:for-each select="$sectors">
                <xsl:call-template name="voice-cell">
                  <xsl:with-param name="voice" select="$row/in:voice[@sector = current()/@id]"/>
                </xsl:call-template>
              </xsl:for-each>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </figure>
  </xsl:template>
  <xsl:template name="voice-cell">
    <xsl:param name="voice"/>
    <td class="number">
      <xsl:choose>
        <xsl:when test="$voice">
          <xsl:call-template name="level-link">
            <xsl:with-param name="element" select="$voice/../@id"/>
            <xsl:with-param name="level" select="$voice/@level"/>
            <xsl:with-param name="partnership" select="$p/@n"/>
            <xsl:with-param name="words">
              <xsl:apply-templates select="key('level', $voice/@level)" mode="symbol"/>
            </xsl:with-param>
          </xsl:call-template>
          <xsl:text>&#xA0;</xsl:text>
          <span class="count"><xsl:value-of select="$voice/@statements"/></span>
        </xsl:when>
        <xsl:otherwise><xsl:call-template name="no-symbol"/></xsl:otherwise>
      </xsl:choose>
    </td>
  </xsl:template>
</xsl:stylesheet>
