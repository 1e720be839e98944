<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:in="urn:x-ladle:input" xmlns="urn:x-ladle:document">
  <xsl:template match="/in:input">
    <document version="1" xml:lang="da" title="T">
      <master id="body" folio="arabic"/>
      <section master="body" contents="no"><h1>T</h1>
<p>a</p>
        <figure><figcaption>Svar fordelt på måneder</figcaption>
          <table><tbody><tr>
            <td class="whole">januar01_uden_mellemrum_xxxxxxxxxxxx</td>
            <td class="whole">januar02_uden_mellemrum_xxxxxxxxxxxx</td>
            <td class="whole">januar03_uden_mellemrum_xxxxxxxxxxxx</td>
            <td class="whole">januar04_uden_mellemrum_xxxxxxxxxxxx</td>
            <td class="whole">januar05_uden_mellemrum_xxxxxxxxxxxx</td>
            <td class="whole">januar06_uden_mellemrum_xxxxxxxxxxxx</td>
            <td class="whole">januar07_uden_mellemrum_xxxxxxxxxxxx</td>
            <td class="whole">januar08_uden_mellemrum_xxxxxxxxxxxx</td>
            <td class="whole">januar09_uden_mellemrum_xxxxxxxxxxxx</td>
            <td class="whole">januar10_uden_mellemrum_xxxxxxxxxxxx</td>
            <td class="whole">januar11_uden_mellemrum_xxxxxxxxxxxx</td>
            <td class="whole">januar12_uden_mellemrum_xxxxxxxxxxxx</td>
            <td class="whole">januar13_uden_mellemrum_xxxxxxxxxxxx</td>
            <td class="whole">januar14_uden_mellemrum_xxxxxxxxxxxx</td>
            <td class="whole">januar15_uden_mellemrum_xxxxxxxxxxxx</td>
            <td class="whole">januar16_uden_mellemrum_xxxxxxxxxxxx</td>
          </tr></tbody></table></figure>
      </section>
    </document>
  </xsl:template>
</xsl:stylesheet>
