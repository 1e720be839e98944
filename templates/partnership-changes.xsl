<?xml version="1.0" encoding="UTF-8"?>
<!--
  The report to a partnership: what has changed since the wave before.

  Imported by partnership.xsl.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:in="urn:x-ladle:input"
    xmlns:ladle="urn:x-ladle:functions"
    xmlns="urn:x-ladle:document"
    exclude-result-prefixes="in ladle">

  <xsl:template name="changes">
    <xsl:variable name="name"><xsl:apply-templates select="$before" mode="small-name"/></xsl:variable>
    <xsl:variable name="both" select="$now/in:element[@by]"/>
    <xsl:choose>
      <xsl:when test="not($both)">
        <xsl:call-template name="says"><xsl:with-param name="words" select="ladle:words('changes.none', string($name))"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="says"><xsl:with-param name="words">
          <xsl:call-template name="moves-words"><xsl:with-param name="both" select="$both"/></xsl:call-template>
          <xsl:text> </xsl:text>
          <xsl:call-template name="placement-words"><xsl:with-param name="name" select="string($name)"/></xsl:call-template>
        </xsl:with-param></xsl:call-template>
        <xsl:if test="$now/@placement != $then/@placement"><xsl:call-template name="placement-move"/></xsl:if>
        <xsl:call-template name="moves"/>
        <xsl:apply-templates select="$both[@by &gt; 1 or @by &lt; -1]" mode="jump"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "5 af 11 elementer har flyttet sig: 4 op og ét ned." both: the elements covered in both rounds. -->
  <xsl:template name="moves-words">
    <xsl:param name="both"/>
    <xsl:variable name="moved" select="$both[@by != 0]"/>
    <xsl:variable name="count" select="string(count($moved))"/>
    <xsl:choose>
      <xsl:when test="not($moved)"><xsl:value-of select="ladle:words('changes.lead.none')"/></xsl:when>
      <xsl:when test="$moved[@by &gt; 0] and $moved[@by &lt; 0]">
        <xsl:value-of select="ladle:words('changes.lead', ladle:capital(ladle:words('word', $count)),
            string(count($both)), ladle:words('word', string(count($moved[@by &gt; 0]))),
            ladle:words('word', string(count($moved[@by &lt; 0]))), $count)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="way">
          <xsl:choose>
            <xsl:when test="$moved[@by &gt; 0]">changes.lead.up</xsl:when>
            <xsl:otherwise>changes.lead.down</xsl:otherwise>
          </xsl:choose>
        </xsl:variable>
        <xsl:value-of select="ladle:words(string($way), ladle:capital(ladle:words('word', $count)),
                              string(count($both)), '', '', $count)"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$moved[@firm = 'no']">
      <xsl:text> </xsl:text>
      <xsl:call-template name="weak-moves">
        <xsl:with-param name="moved" select="count($moved)"/>
        <xsl:with-param name="weak" select="count($moved[@firm = 'no'])"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Whether the placement is another; of one that is not, how many elements carry it then and now.
       name: of the round before. -->
  <xsl:template name="placement-words">
    <xsl:param name="name"/>
    <xsl:variable name="same" select="$now/@placement = $then/@placement"/>
    <xsl:variable name="which">
      <xsl:choose>
        <xsl:when test="$now/@provisional = 'yes'">placement.the.provisional</xsl:when>
        <xsl:otherwise>placement.the</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="round">
      <xsl:choose>
        <xsl:when test="$then/@provisional = 'yes'"><xsl:value-of select="ladle:words('level.provisional', $name)"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="$name"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="as">
      <xsl:choose>
        <xsl:when test="$same">changes.placement.same</xsl:when>
        <xsl:otherwise>changes.placement.other</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:value-of select="ladle:words(string($as), string($round), ladle:words(string($which)))"/>
    <xsl:if test="$same and $placement/@n &gt; 0">
      <xsl:variable name="carry">
        <xsl:choose>
          <xsl:when test="$placement/@id = $levels[last()]/@id">changes.carry.top</xsl:when>
          <xsl:otherwise>changes.carry</xsl:otherwise>
        </xsl:choose>
      </xsl:variable>
      <xsl:value-of select="concat(' ', ladle:words(string($carry), $name,
          string($then/in:count[@level = $placement/@id]/@reached),
          string($now/in:count[@level = $placement/@id]/@reached), string($placement)))"/>
    </xsl:if>
  </xsl:template>

  <!-- In a study of one round there are none, but what authors wrote to be read after them. -->
  <xsl:template name="changes-chapter">
    <xsl:variable name="name"><xsl:apply-templates select="$before" mode="small-name"/></xsl:variable>
    <xsl:call-template name="chapter-of-part">
      <xsl:with-param name="part">changes</xsl:with-param>
      <xsl:with-param name="numbering">decimal</xsl:with-param>
      <xsl:with-param name="head-class">tight</xsl:with-param>
      <xsl:with-param name="title">
        <xsl:choose>
          <xsl:when test="$before"><xsl:value-of select="ladle:words('changes.title', string($name))"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="ladle:words('final.development')"/></xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- The placement then and now, with an arrow between. -->
  <xsl:template name="placement-move">
    <xsl:variable name="then-name"><xsl:apply-templates select="$before" mode="small-words"/></xsl:variable>
    <columns class="move">
      <div>
        <p class="move-name"><xsl:apply-templates select="key('level', $then/@placement)" mode="level"/></p>
        <p class="move-note">
          <xsl:value-of select="$then-name"/>
          <xsl:if test="$then/@provisional = 'yes'"><xsl:value-of select="concat(' ', ladle:words('final.provisional'))"/></xsl:if>
        </p>
      </div>
      <div><p class="move-arrow">→</p></div>
      <div>
        <p class="move-name"><xsl:apply-templates select="$placement" mode="level"/></p>
        <p class="move-note">
          <xsl:value-of select="ladle:words('changes.now', string($wave/@words))"/>
          <xsl:if test="$now/@provisional = 'yes'"><xsl:value-of select="concat(' ', ladle:words('final.provisional'))"/></xsl:if>
        </p>
      </div>
      <div>
        <p class="move-note">
          <xsl:variable name="reached">
            <xsl:choose>
              <xsl:when test="$placement/@id = $levels[last()]/@id">changes.reached.top</xsl:when>
              <xsl:otherwise>changes.reached</xsl:otherwise>
            </xsl:choose>
          </xsl:variable>
          <xsl:value-of select="ladle:words(string($reached),
              string($then/in:count[@level = $placement/@id]/@reached),
              string($now/in:count[@level = $placement/@id]/@reached), string($placement))"/>
        </p>
      </div>
    </columns>
  </xsl:template>

  <!-- Moved elements first, up before down; then the others, a row for all that are alike. -->
  <xsl:template name="moves">
    <xsl:variable name="moved" select="$now/in:element[@by != 0]"/>
    <figure id="moves" class="changes" counter="table">
      <xsl:call-template name="message"><xsl:with-param name="part">changes</xsl:with-param></xsl:call-template>
      <figcaption>
        <xsl:choose>
          <xsl:when test="$moved"><xsl:value-of select="ladle:words('changes.caption')"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="ladle:words('changes.caption.none')"/></xsl:otherwise>
        </xsl:choose>
      </figcaption>
      <table>
        <xsl:choose>
          <xsl:when test="$evidence-held"><col width="46mm"/></xsl:when>
          <xsl:otherwise><col width="*"/></xsl:otherwise>
        </xsl:choose>
        <xsl:for-each select="$levels"><col width="{64.8 div count($levels)}mm" align="centre"/></xsl:for-each>
        <xsl:if test="$evidence-held"><col width="*"/></xsl:if>
        <xsl:if test="$moved">
          <thead>
            <tr>
              <th/>
              <xsl:call-template name="level-heads"/>
              <xsl:if test="$evidence-held">
                <th scope="col" class="name"><xsl:value-of select="ladle:words('changes.evidence')"/></th>
              </xsl:if>
            </tr>
          </thead>
        </xsl:if>
        <tbody>
          <xsl:apply-templates select="$now/in:element[@by &gt; 0]" mode="move"/>
          <xsl:apply-templates select="$now/in:element[@by &lt; 0]" mode="move"/>
          <xsl:call-template name="not-moved">
            <xsl:with-param name="name" select="ladle:words('changes.unchanged')"/>
            <xsl:with-param name="those" select="$now/in:element[@by = 0]"/>
          </xsl:call-template>
          <xsl:call-template name="not-moved">
            <xsl:with-param name="name" select="ladle:words('changes.new')"/>
            <xsl:with-param name="those" select="$now/in:element[@level][not(@before)]"/>
          </xsl:call-template>
          <xsl:call-template name="not-moved">
            <xsl:with-param name="name" select="ladle:words('changes.gone')"/>
            <xsl:with-param name="those" select="$now/in:element[not(@level)]"/>
          </xsl:call-template>
        </tbody>
      </table>
    </figure>
  </xsl:template>
  <!-- "Uændret: ● Klubben: mandat, mål og projekter; ■ Kompagniet: aftaler og møder", by the level now,
       else that of before. -->
  <xsl:template name="not-moved">
    <xsl:param name="name"/>
    <xsl:param name="those"/>
    <xsl:if test="$those">
      <tr class="unchanged" keep="yes">
        <th scope="row"><xsl:value-of select="ladle:capital($name)"/></th>
        <td colspan="{count($levels) + $evidence-held}" align="left">
          <xsl:for-each select="$levels[@id = $those/@level or @id = $those[not(@level)]/@before]">
            <xsl:variable name="here" select="$those[@level = current()/@id or (not(@level) and @before = current()/@id)]"/>
            <p>
              <xsl:apply-templates select="." mode="level"/>
              <xsl:text>: </xsl:text>
              <xsl:apply-templates select="$here" mode="not-moved"/>
            </p>
          </xsl:for-each>
          <!-- Covered in neither round. -->
          <xsl:variable name="never" select="$those[not(@level or @before)]"/>
          <xsl:if test="$never"><p><xsl:apply-templates select="$never" mode="not-moved"/></p></xsl:if>
        </td>
      </tr>
    </xsl:if>
  </xsl:template>
  <xsl:template match="in:element" mode="not-moved">
    <xsl:call-template name="joint"/>
    <span id="change-{@id}">
      <xsl:call-template name="level-link">
        <xsl:with-param name="element" select="@id"/>
        <xsl:with-param name="level" select="@level"/>
        <xsl:with-param name="partnership" select="$p/@n"/>
        <xsl:with-param name="words"><xsl:apply-templates select="key('element', @id)" mode="said-inside"/></xsl:with-param>
      </xsl:call-template>
    </span>
  </xsl:template>
  <xsl:template match="in:element" mode="move">
    <tr id="change-{@id}" class="moved" keep="yes">
      <th scope="row">
        <xsl:apply-templates select="key('element', @id)/in:name" mode="said"/>
        <br/>
        <span class="by">
          <xsl:choose>
            <xsl:when test="@by &gt; 0"><xsl:value-of select="ladle:words('changes.up', string(@by))"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="ladle:words('changes.down', string(-@by))"/></xsl:otherwise>
          </xsl:choose>
          <xsl:text> </xsl:text>
          <xsl:call-template name="level-link">
            <xsl:with-param name="element" select="@id"/>
            <xsl:with-param name="level" select="@before"/>
            <xsl:with-param name="wave-id" select="$before/@id"/>
            <xsl:with-param name="partnership" select="$p/@n"/>
          </xsl:call-template>
        </span>
        <xsl:if test="@firm = 'no'">
          <br/><span class="accent"><xsl:value-of select="ladle:words('support.weak')"/></span>
        </xsl:if>
      </th>
      <td colspan="{count($levels)}">
        <xsl:call-template name="scale">
          <xsl:with-param name="was" select="@before-n"/>
          <xsl:with-param name="firm" select="not(@firm = 'no')"/>
        </xsl:call-template>
      </td>
      <xsl:if test="$evidence-held">
        <td class="why">
          <xsl:if test="$evidence-listed"><p><xsl:apply-templates select="." mode="level-references"/></p></xsl:if>
          <p><xsl:apply-templates select="key('item', in:for/@item)" mode="text"/></p>
        </td>
      </xsl:if>
    </tr>
  </xsl:template>

  <!-- Evidence of the wave before belongs to the element's row among the changes. -->
  <xsl:template match="in:item" mode="home">
    <xsl:choose>
      <xsl:when test="not($placement)"/>
      <xsl:when test="not(in:says)"/>
      <xsl:when test="@wave = $wave/@id"><xsl:value-of select="concat('finding-', in:says[1]/@element)"/></xsl:when>
      <xsl:when test="@wave = $before/@id and $now/in:element/@by">
        <xsl:value-of select="concat('change-', in:says[1]/@element)"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Two levels or more ask for a comment. -->
  <xsl:template match="in:element" mode="jump">
    <xsl:variable name="by">
      <xsl:choose>
        <xsl:when test="@by &lt; 0"><xsl:value-of select="-@by"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="@by"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <aside class="jump">
      <p class="list-head">
        <xsl:value-of select="ladle:words('changes.jump', string($by), string(key('element', @id)/in:name))"/>
      </p>
      <p>
        <xsl:value-of select="ladle:words('changes.jump.text', string(@statements), string(@methods))"/>
        <xsl:if test="@firm = 'no'"><xsl:value-of select="concat(' ', ladle:words('changes.jump.weak'))"/></xsl:if>
        <xsl:if test="@split = 'yes'">
          <xsl:value-of select="concat(' ', ladle:words('changes.jump.split'))"/>
        </xsl:if>
      </p>
    </aside>
  </xsl:template>
</xsl:stylesheet>
