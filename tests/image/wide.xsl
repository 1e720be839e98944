<?xml version="1.0" encoding="UTF-8"?>
<!-- A table too wide for an upright page, of what the samples have: elements across, partnerships down. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:in="urn:x-ladle:input" xmlns="urn:x-ladle:document">
  <xsl:template match="/in:input">
    <document version="1" xml:lang="da" title="Elementer på tværs">
      <counter id="table" label="Tabel" several="Tabel" ref="tabel"/>
      <master id="body" folio="arabic">
        <running place="foot-right"><field of="page"/></running>
      </master>
      <section master="body">
        <h1>Elementer på tværs</h1>
        <p>Tabellen er for bred til en stående side.</p>
        <figure counter="table">
          <figcaption>Niveau på hvert element</figcaption>
          <table>
            <thead>
              <tr>
                <th>Partnerskab</th>
                <xsl:for-each select="in:framework/in:element">
                  <th><xsl:value-of select="in:name"/></th>
                </xsl:for-each>
              </tr>
            </thead>
            <tbody>
              <xsl:for-each select="in:partnership[in:assessment]">
                <tr>
                  <th scope="row"><xsl:value-of select="@alias"/></th>
                  <xsl:for-each select="/in:input/in:framework/in:element">
                    <td>Sammenfattende</td>
                  </xsl:for-each>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </figure>
      </section>
    </document>
  </xsl:template>
</xsl:stylesheet>
