<?xml version="1.0" encoding="UTF-8"?>
<!-- Text that is hard to set and must come out whole. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:in="urn:x-ladle:input" xmlns="urn:x-ladle:document" exclude-result-prefixes="in">
  <xsl:template match="/in:input">
    <document version="1" xml:lang="da" title="T">
      <master id="body" folio="arabic"/>
      <section master="body" contents="no"><h1>T</h1>
        <p>NFD: fa&#x30A;r bla&#x30A;b&#xE6;r e&#x301;n, i&#x301; j&#x301; m&#x303; &#x14B;&#x301; &#x254;&#x303;&#x301; slut.</p>
        <p>Dynge: a&#x301;&#x302;&#x303;&#x304;&#x305;&#x306; p&#x327;&#x323;&#x331;&#x32D; slut.</p>
        <p>Usynligt: A&#xFE0F;B C&#x200B;D &#xFE0F;E F&#xE0041;G H&#x200D;I slut.</p>
        <p>Kanter: &#xAD;foran mid&#xAD;&#xAD;te bag&#xAD; &#xA0;fast&#xA0; &#x9;tab slut.</p>
        <p>Hebraisk: &#x5E9;&#x5DC;&#x5D5;&#x5DD; (fred) og 123 slut.</p>
        <p>&#x5E9;&#x5DC;&#x5D5;&#x5DD; &#x5E2;&#x5D5;&#x5DC;&#x5DD; (&#x5D0;&#x5D1;) 123.</p>
        <p>Arabisk: <strong>&#x645;&#x62D;&#x645;&#x62F;</strong> &#x639;&#x644;&#x64A; slut.</p>
        <table><tbody><tr><td>&#x5E9;&#x5DC;&#x5D5;&#x5DD;</td><td>e&#x301;n</td></tr></tbody></table>
      </section>
    </document>
  </xsl:template>
</xsl:stylesheet>
