<?xml version="1.0" encoding="UTF-8"?>
<!--
  The final report: where the partnerships stand.

  Imported by final.xsl.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:in="urn:x-ladle:input"
    xmlns:ladle="urn:x-ladle:functions"
    xmlns="urn:x-ladle:document"
    exclude-result-prefixes="in ladle">

  <xsl:template name="placement">
    <xsl:call-template name="chapter">
      <xsl:with-param name="of">placement</xsl:with-param>
      <xsl:with-param name="title" select="ladle:words('final.placement')"/>
      <xsl:with-param name="content">
        <xsl:call-template name="says">
          <xsl:with-param name="words"><xsl:call-template name="placement-words"/></xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="section">
          <xsl:with-param name="of">types</xsl:with-param>
          <xsl:with-param name="title" select="ladle:capital(ladle:words('final.types', string(count($types))))"/>
          <xsl:with-param name="content"><xsl:call-template name="types-and-frame"/></xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="section-of-part">
          <xsl:with-param name="part">matrix</xsl:with-param>
          <xsl:with-param name="title" select="ladle:words('final.matrix')"/>
        </xsl:call-template>
        <xsl:call-template name="section">
          <xsl:with-param name="of">certainty</xsl:with-param>
          <xsl:with-param name="title" select="ladle:words('summary.sure')"/>
          <xsl:with-param name="content">
            <xsl:call-template name="part"><xsl:with-param name="name">certainty</xsl:with-param></xsl:call-template>
            <xsl:call-template name="part"><xsl:with-param name="name">support</xsl:with-param></xsl:call-template>
          </xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="section-of-part">
          <xsl:with-param name="part">voices</xsl:with-param>
          <xsl:with-param name="title" select="ladle:words('voices.title')"/>
        </xsl:call-template>
        <xsl:call-template name="section">
          <xsl:with-param name="of">development</xsl:with-param>
          <xsl:with-param name="title" select="ladle:words('final.development')"/>
          <xsl:with-param name="content">
            <xsl:call-template name="part"><xsl:with-param name="name">changes</xsl:with-param></xsl:call-template>
            <xsl:call-template name="texts-below"><xsl:with-param name="chapter">development</xsl:with-param></xsl:call-template>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Figure 3, and the ideal types, each with what the author wrote of it. -->
  <xsl:template name="types-and-frame">
    <xsl:variable name="parts">
      <xsl:call-template name="part"><xsl:with-param name="name">figure-3</xsl:with-param></xsl:call-template>
      <xsl:for-each select="$types">
        <xsl:call-template name="part"><xsl:with-param name="name" select="concat('figure-', @figure)"/></xsl:call-template>
      </xsl:for-each>
    </xsl:variable>
    <xsl:if test="normalize-space($parts) != ''">
      <xsl:call-template name="says">
        <xsl:with-param name="words" select="ladle:words('final.types.lead', string(count($types)))"/>
      </xsl:call-template>
      <xsl:copy-of select="$parts"/>
    </xsl:if>
  </xsl:template>

  <!-- Beside each row of an ideal type, in the side column: the partnerships at that level; of more than
       eight, how many. -->
  <xsl:template match="in:framework/in:element" mode="standing">
    <xsl:param name="at"/>
    <xsl:variable name="here" select="$assessments/in:element[@id = current()/@id][@level = $at]/../../@short"/>
    <xsl:if test="$here">
      <aside>
        <xsl:choose>
          <xsl:when test="count($here) &gt; 8">
            <xsl:value-of select="ladle:words('of', string(count($here)), string(count($studied)))"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:for-each select="$here">
              <xsl:if test="position() &gt; 1">, </xsl:if>
              <xsl:value-of select="."/>
            </xsl:for-each>
          </xsl:otherwise>
        </xsl:choose>
      </aside>
    </xsl:if>
  </xsl:template>
  <xsl:template match="in:level" mode="standing-note">
    <xsl:if test="$assessments/in:element[@level = current()/@id]">
      <xsl:call-template name="says">
        <xsl:with-param name="class">note</xsl:with-param>
        <xsl:with-param name="words">
          <xsl:value-of select="ladle:words('final.types.note')"/>
          <xsl:call-template name="short-key"/>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:variable name="matrix-stands" select="$assessments and not(key('left-out', 'matrix'))"/>

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
        <xsl:variable name="level"><xsl:apply-templates select="." mode="said-level"/></xsl:variable>
        <xsl:value-of select="ladle:words('final.placement.count', string(@partnerships), string($level))"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$placed = ''">
        <xsl:value-of select="ladle:words('final.matrix.none')"/>
      </xsl:when>
      <xsl:when test="count($studied) = 1">
        <xsl:variable name="level">
          <xsl:apply-templates select="$programme/in:placement[@partnerships &gt; 0]" mode="said-level"/>
        </xsl:variable>
        <xsl:value-of select="ladle:words('final.placement.single', string($level))"/>
      </xsl:when>
      <xsl:when test="$programme/in:placement[@partnerships = count($studied)]">
        <xsl:variable name="level">
          <xsl:apply-templates select="$programme/in:placement[@partnerships &gt; 0]" mode="said-level"/>
        </xsl:variable>
        <xsl:variable name="both"><xsl:if test="count($studied) = 2">.both</xsl:if></xsl:variable>
        <xsl:value-of select="ladle:words(concat('final.placement.all', $both), string(count($studied)), string($level))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="ladle:words('final.placement.lead', string(count($studied)), string($placed))"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:variable name="empty" select="$types[count($studied) &gt; 1][@id = $programme/in:placement[@partnerships = 0]/@level]"/>
    <xsl:if test="$empty">
      <xsl:variable name="names">
        <xsl:for-each select="$empty">
          <xsl:choose>
            <xsl:when test="position() = 1"/>
            <xsl:when test="position() = last()"><xsl:value-of select="concat(' ', ladle:words('or'), ' ')"/></xsl:when>
            <xsl:otherwise>, </xsl:otherwise>
          </xsl:choose>
          <xsl:value-of select="ladle:words('final.placement.empty.level', string(.))"/>
        </xsl:for-each>
      </xsl:variable>
      <xsl:value-of select="concat(' ', ladle:words('final.placement.empty', string($names)))"/>
    </xsl:if>
  </xsl:template>

  <!-- The matrix: one panel to 15 partnerships, then more of the same size, element names
       repeated. -->
  <xsl:template name="matrices">
    <xsl:choose>
      <xsl:when test="$assessments">
        <xsl:call-template name="says">
          <xsl:with-param name="words">
            <xsl:value-of select="ladle:words('final.matrix.lead')"/>
            <xsl:if test="$evidence-complete"><xsl:value-of select="concat(' ', ladle:words('final.matrix.links'))"/></xsl:if>
          </xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="panel"><xsl:with-param name="from" select="1"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="says"><xsl:with-param name="words" select="ladle:words('final.matrix.none')"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="panel">
    <xsl:param name="from"/>
    <xsl:variable name="size" select="ceiling(count($studied) div ceiling(count($studied) div 15))"/>
    <xsl:variable name="here" select="$studied[position() &gt;= $from and position() &lt; $from + $size]"/>
    <xsl:variable name="in-wave" select="$here/in:assessment[@wave = $wave/@id]"/>
    <!-- To six partnerships there is room for their names; to four also for the spread. -->
    <xsl:variable name="wide" select="count($studied) &lt;= 6"/>
    <xsl:variable name="spread" select="count($studied) &lt;= 4"/>
    <figure class="matrix" counter="table">
      <xsl:attribute name="id">
        <xsl:choose>
          <xsl:when test="$from = 1">matrix</xsl:when>
          <xsl:otherwise><xsl:value-of select="concat('matrix-', $from)"/></xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:if test="$from = 1">
        <xsl:call-template name="message">
          <xsl:with-param name="part">matrix</xsl:with-param>
          <xsl:with-param name="words"><xsl:call-template name="matrix-message"/></xsl:with-param>
        </xsl:call-template>
      </xsl:if>
      <figcaption>
        <xsl:value-of select="ladle:words('final.matrix.caption', string(count($levels)), string($wave/@words))"/>
      </figcaption>
      <xsl:call-template name="level-key">
        <xsl:with-param name="missing" select="boolean($in-wave/in:element[not(@level)])"/>
      </xsl:call-template>
      <table>
        <col width="39mm"/>
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
        <xsl:if test="$spread"><col width="37.5mm"/></xsl:if>
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
      <xsl:variable name="note">
        <xsl:if test="$in-wave/in:element[not(@level)]"><xsl:value-of select="ladle:words('final.matrix.note')"/></xsl:if>
        <xsl:call-template name="short-key"/>
        <xsl:if test="$in-wave[@provisional = 'yes']">
          <xsl:variable name="provisional">
            <xsl:for-each select="$in-wave[@provisional = 'yes']">
              <xsl:call-template name="joint"/>
              <xsl:value-of select="../@short"/>
            </xsl:for-each>
          </xsl:variable>
          <xsl:value-of select="concat(' ', ladle:words('final.matrix.provisional', string($provisional)))"/>
        </xsl:if>
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
      </xsl:variable>
      <xsl:call-template name="says">
        <xsl:with-param name="class">note</xsl:with-param>
        <xsl:with-param name="words" select="normalize-space($note)"/>
      </xsl:call-template>
    </figure>
    <xsl:if test="$studied[position() &gt;= $from + $size]">
      <xsl:call-template name="panel"><xsl:with-param name="from" select="$from + $size"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- "Flest vurderinger ligger på Klubben (21 af 43)." Nothing where no level has more than every other. -->
  <xsl:template name="matrix-message">
    <xsl:variable name="all" select="$assessments/in:element[@level]"/>
    <xsl:variable name="most">
      <xsl:for-each select="$levels">
        <xsl:sort data-type="number" order="descending" select="count($all[@level = current()/@id])"/>
        <xsl:if test="position() = 1"><xsl:value-of select="@id"/></xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="n" select="count($all[@level = $most])"/>
    <xsl:if test="$n &gt; 0 and $n &lt; count($all)">
      <xsl:variable name="as-many">
        <xsl:for-each select="$levels[@id != $most]">
          <xsl:if test="count($all[@level = current()/@id]) = $n">x</xsl:if>
        </xsl:for-each>
      </xsl:variable>
      <xsl:if test="$as-many = ''">
        <xsl:value-of select="ladle:words('message.matrix', string(key('level', $most)), string($n), string(count($all)))"/>
      </xsl:if>
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
          <th scope="row"><xsl:choose>
            <xsl:when test="@id = $levels[last()]/@id"><xsl:value-of select="ladle:words('final.matrix.reached.top', string(.))"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="ladle:words('final.matrix.reached', string(.))"/></xsl:otherwise>
          </xsl:choose></th>
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

  <!-- Bounds, stability, dimensions, and the sources that decide. -->
  <xsl:template name="certainty">
    <xsl:if test="$assessments">
    <xsl:call-template name="says"><xsl:with-param name="words" select="ladle:words('final.certainty.lead')"/></xsl:call-template>
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
    <xsl:call-template name="weak-coders"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="in:pivotal" mode="words">
    <xsl:choose>
      <xsl:when test="@form"><xsl:value-of select="ladle:words(concat('form.', @form, '.the'))"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="ladle:words(concat('kind.', @kind, '.the'))"/></xsl:otherwise>
    </xsl:choose>
    <xsl:value-of select="concat(' ', ladle:words('source.dated', ladle:date(string(@date), 'full')))"/>
  </xsl:template>

  <!-- How well each element is covered in each partnership: a word and the number of
       statements, a line an element. -->
  <xsl:template name="support">
    <xsl:if test="$assessments">
      <xsl:call-template name="says"><xsl:with-param name="words" select="ladle:words('final.support.lead')"/></xsl:call-template>
      <xsl:call-template name="panels"><xsl:with-param name="of">support</xsl:with-param></xsl:call-template>
    </xsl:if>
  </xsl:template>
  <xsl:template name="support-table">
    <xsl:param name="here"/>
    <xsl:param name="first"/>
    <xsl:variable name="in-wave" select="$here/in:assessment[@wave = $wave/@id]"/>
    <figure class="small whole" counter="table">
      <xsl:if test="$first">
        <xsl:attribute name="id">support</xsl:attribute>
        <xsl:call-template name="message"><xsl:with-param name="part">support</xsl:with-param></xsl:call-template>
      </xsl:if>
      <figcaption><xsl:value-of select="ladle:words('final.support.caption', string($wave/@words))"/></figcaption>
      <table>
        <col width="46mm"/>
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
                  <xsl:choose>
                    <xsl:when test="@level">
                      <span>
                        <xsl:if test="@support = 'weak'"><xsl:attribute name="class">accent</xsl:attribute></xsl:if>
                        <xsl:value-of select="ladle:words(concat('support.short.', @support))"/>
                      </span>
                      <span class="muted"><xsl:value-of select="concat(' (', @statements, ')')"/></span>
                    </xsl:when>
                    <xsl:otherwise><span class="muted"><xsl:value-of select="ladle:words('level.none')"/></span></xsl:otherwise>
                  </xsl:choose>
                </td>
              </xsl:for-each>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
      <xsl:call-template name="says">
        <xsl:with-param name="class">note</xsl:with-param>
        <xsl:with-param name="words" select="ladle:words('final.support.note')"/>
      </xsl:call-template>
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
        <xsl:call-template name="support-table">
          <xsl:with-param name="here" select="$here"/>
          <xsl:with-param name="first" select="$from = 1"/>
        </xsl:call-template>
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
    <figure class="small whole" counter="table">
      <xsl:if test="$first">
        <xsl:attribute name="id">certainty</xsl:attribute>
        <xsl:call-template name="message"><xsl:with-param name="part">certainty</xsl:with-param></xsl:call-template>
      </xsl:if>
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
          <xsl:for-each select="$input/in:framework/in:dimension">
            <xsl:variable name="dimension" select="@id"/>
            <xsl:if test="$in-wave/in:dimension[@id = $dimension]">
              <tr keep="yes">
                <th scope="row">
                  <xsl:value-of select="ladle:words('final.dimension', string(.))"/>
                  <xsl:variable name="direct">
                    <xsl:apply-templates select="$in-wave/in:dimension[@id = $dimension]" mode="direct"/>
                  </xsl:variable>
                  <xsl:if test="$direct != ''">
                    <br/><span class="muted"><xsl:value-of select="ladle:words('final.dimension.direct')"/></span>
                  </xsl:if>
                </th>
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
      <xsl:call-template name="says">
        <xsl:with-param name="class">note</xsl:with-param>
        <xsl:with-param name="words">
          <xsl:value-of select="ladle:words('final.certainty.note')"/>
          <xsl:apply-templates select="$in-wave/in:dimension" mode="decided"/>
          <xsl:call-template name="short-key"/>
        </xsl:with-param>
      </xsl:call-template>
    </figure>
  </xsl:template>

  <!-- Statements on the dimension itself count besides its elements: a sign where there are any, and a
       sentence where the elements alone would give another level. -->
  <xsl:template match="in:dimension" mode="direct">
    <xsl:variable name="id" select="@id"/>
    <xsl:if test="@of &gt; count(../in:element[@level][key('element', @id)/@dimension = $id])">x</xsl:if>
  </xsl:template>
  <xsl:template match="in:dimension" mode="decided">
    <xsl:variable name="id" select="@id"/>
    <xsl:variable name="own" select="../in:element[@level][key('element', @id)/@dimension = $id]"/>
    <xsl:variable name="at-once">
      <xsl:for-each select="$levels">
        <xsl:sort select="@n" data-type="number" order="descending"/>
        <xsl:if test="2 * count($own[@level-n &gt;= current()/@n]) &gt; count($own)">
          <xsl:value-of select="concat(@id, ' ')"/>
        </xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="alone" select="substring-before($at-once, ' ')"/>
    <xsl:choose>
      <xsl:when test="not($own)">
        <xsl:value-of select="concat(' ', ladle:words('final.dimension.only', string(key('dimension', @id)),
                                                      string(../../@short)))"/>
      </xsl:when>
      <xsl:when test="$alone != @level">
        <xsl:value-of select="concat(' ', ladle:words('final.dimension.decides', string(key('dimension', @id)),
                                                      string(../../@short), string(key('level', $alone))))"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Elements on which steering and consultant group are at different levels; where there is none, there
       is nothing to say. -->
  <xsl:template name="voices">
    <xsl:variable name="split" select="$assessments/in:element[@split = 'yes']"/>
    <xsl:if test="$split">
        <xsl:call-template name="says">
          <xsl:with-param name="words" select="ladle:words('final.voices.lead', string(count($split)))"/>
        </xsl:call-template>
        <figure id="voices" class="small" counter="table">
          <xsl:call-template name="message"><xsl:with-param name="part">voices</xsl:with-param></xsl:call-template>
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
    </xsl:if>
  </xsl:template>
  <xsl:template match="in:voice" mode="voice">
    <xsl:call-template name="level-link">
      <xsl:with-param name="element" select="../@id"/>
      <xsl:with-param name="level" select="@level"/>
      <xsl:with-param name="partnership" select="../../../@n"/>
    </xsl:call-template>
    <span class="muted"><xsl:value-of select="concat(', ', ladle:words('evidence.items', string(@statements)))"/></span>
  </xsl:template>

  <!-- What moved since the wave before, in the partnerships that both have: the placements first, then
       the elements. -->
  <xsl:template name="changes">
    <xsl:variable name="moved" select="$assessments/in:element[@by != 0]"/>
    <xsl:choose>
      <xsl:when test="not($before)">
        <xsl:call-template name="says"><xsl:with-param name="words" select="ladle:words('final.changes.baseline')"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="not($assessments/in:element[@by])">
        <xsl:call-template name="says">
          <xsl:with-param name="words" select="ladle:words('final.changes.none', string($before-name))"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="way">
          <xsl:choose>
            <xsl:when test="not($moved)">changes.lead.none</xsl:when>
            <xsl:when test="not($moved[@by &lt; 0])">final.changes.lead.up</xsl:when>
            <xsl:when test="not($moved[@by &gt; 0])">final.changes.lead.down</xsl:when>
            <xsl:otherwise>final.changes.lead</xsl:otherwise>
          </xsl:choose>
        </xsl:variable>
        <xsl:call-template name="says">
          <xsl:with-param name="words">
            <xsl:value-of select="ladle:words(string($way), string(count($moved)),
                string(count($assessments/in:element[@by])), string(count($moved[@by &gt; 0])),
                string(count($moved[@by &lt; 0])), string($before-name))"/>
            <xsl:if test="$moved[@firm = 'no']">
              <xsl:text> </xsl:text>
              <xsl:call-template name="weak-moves">
                <xsl:with-param name="moved" select="count($moved)"/>
                <xsl:with-param name="weak" select="count($moved[@firm = 'no'])"/>
              </xsl:call-template>
            </xsl:if>
          </xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="placements-before"/>
        <xsl:if test="$moved">
          <figure id="changes" class="changes" counter="table">
            <xsl:call-template name="message"><xsl:with-param name="part">changes</xsl:with-param></xsl:call-template>
            <figcaption><xsl:value-of select="ladle:words('final.changes.caption', string($before-name), string($wave-name))"/></figcaption>
            <table>
              <xsl:choose>
                <xsl:when test="$input/in:partnership[string-length(@short) &gt; 2]"><col width="9mm"/></xsl:when>
                <xsl:otherwise><col width="6mm"/></xsl:otherwise>
              </xsl:choose>
              <xsl:choose>
                <xsl:when test="$evidence-held"><col width="36mm"/></xsl:when>
                <xsl:otherwise><col width="*"/></xsl:otherwise>
              </xsl:choose>
              <xsl:for-each select="$levels"><col width="{64.8 div count($levels)}mm"/></xsl:for-each>
              <xsl:if test="$evidence-held"><col width="*"/></xsl:if>
              <thead>
                <tr>
                  <th scope="col"><xsl:value-of select="ladle:words('evidence.partnership')"/></th>
                  <th scope="col"><xsl:value-of select="ladle:words('final.element')"/></th>
                  <xsl:for-each select="$levels">
                    <th scope="col" class="number">
                      <xsl:apply-templates select="." mode="symbol"/><br/><xsl:value-of select="."/>
                    </th>
                  </xsl:for-each>
                  <xsl:if test="$evidence-held">
                    <th scope="col" class="name"><xsl:value-of select="ladle:words('changes.evidence')"/></th>
                  </xsl:if>
                </tr>
              </thead>
              <tbody><xsl:apply-templates select="$moved" mode="move"/></tbody>
            </table>
            <xsl:call-template name="says">
              <xsl:with-param name="class">note</xsl:with-param>
              <xsl:with-param name="words">
                <xsl:value-of select="ladle:words('final.changes.note')"/>
                <xsl:if test="$evidence-held"><xsl:value-of select="concat(' ', ladle:words('final.changes.note.evidence'))"/></xsl:if>
                <xsl:if test="$moved[@firm = 'no']">
                  <xsl:value-of select="concat(' ', ladle:words('changes.weak.note'))"/>
                </xsl:if>
              </xsl:with-param>
            </xsl:call-template>
          </figure>
        </xsl:if>
        <xsl:apply-templates select="$moved[@by &gt; 1 or @by &lt; -1]" mode="jump"/>
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
        <xsl:if test="@firm = 'no'">
          <p><span class="accent"><xsl:value-of select="ladle:words('support.weak')"/></span></p>
        </xsl:if>
      </th>
      <td colspan="{count($levels)}">
        <chart kind="scale" class="scale" of="{count($levels)}" level="{@level-n}" was="{@before-n}">
          <xsl:attribute name="alt">
            <xsl:apply-templates select="." mode="alt"><xsl:with-param name="moved" select="true()"/></xsl:apply-templates>
          </xsl:attribute>
        </chart>
      </td>
      <xsl:if test="$evidence-held">
        <td class="why">
          <xsl:apply-templates select="." mode="level-references"/>
          <xsl:text> </xsl:text>
          <xsl:apply-templates select="key('item', in:for/@item)" mode="text"/>
        </td>
      </xsl:if>
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
      <p>
        <xsl:value-of select="ladle:words('changes.jump.text', string(@statements), string(@methods))"/>
        <xsl:if test="@firm = 'no'"><xsl:value-of select="concat(' ', ladle:words('changes.jump.weak'))"/></xsl:if>
      </p>
    </aside>
  </xsl:template>

  <!-- Placement before and now, a line a partnership. -->
  <xsl:template name="placements-before">
    <figure class="small whole" counter="table">
      <figcaption><xsl:value-of select="ladle:words('final.placements.caption')"/></figcaption>
      <table>
        <col width="38mm"/><col width="*"/><col width="*"/><col width="62mm"/>
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
              <td><xsl:call-template name="placed"><xsl:with-param name="at" select="$was"/></xsl:call-template></td>
              <td><xsl:call-template name="placed"><xsl:with-param name="at" select="$is"/></xsl:call-template></td>
              <td>
                <xsl:choose>
                  <xsl:when test="$is/in:element[@by]">
                    <xsl:variable name="weak" select="count($is/in:element[@by != 0][@firm = 'no'])"/>
                    <xsl:variable name="label">
                      <xsl:text>final.placements.moves</xsl:text>
                      <xsl:if test="$weak &gt; 0">.weak</xsl:if>
                    </xsl:variable>
                    <xsl:value-of select="ladle:words(string($label),
                        string(count($is/in:element[@by &gt; 0])), string(count($is/in:element[@by &lt; 0])),
                        string(count($is/in:element[@by = 0])), string($weak))"/>
                  </xsl:when>
                  <xsl:otherwise>
                    <span class="muted"><xsl:value-of select="ladle:words('final.placements.apart')"/></span>
                  </xsl:otherwise>
                </xsl:choose>
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
      <xsl:when test="$at/@placement">
        <xsl:apply-templates select="key('level', $at/@placement)" mode="level"/>
        <xsl:if test="$at/@provisional = 'yes'">
          <span class="muted"><xsl:value-of select="concat(' ', ladle:words('final.provisional'))"/></span>
        </xsl:if>
      </xsl:when>
      <xsl:otherwise><span class="muted"><xsl:value-of select="ladle:words('summary.none')"/></span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
