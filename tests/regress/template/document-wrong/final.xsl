<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:in="urn:x-ladle:input" xmlns:ladle="urn:x-ladle:functions" xmlns="urn:x-ladle:document">
  <xsl:template match="/in:input">
    <document version="1" xml:lang="da" title="T">
      <master id="body" folio="arabic"/>
      <section master="body" contents="no"><h1>T</h1>
<paragraph>a</paragraph><p><table/></p>text<p clas="x">b</p><chart/><p class="x" id="a">c</p><p id="a">d</p>
        <p><ref to="nowhere"/></p><ul/><chart kind="pie" alt="x"/><toc depth="9"/><chart kind="shares"><bar label="x" value="0.3" words="30"/></chart>
        <figure counter="none"><figcaption>x</figcaption><p>y</p></figure>
      </section>
    </document>
  </xsl:template>
</xsl:stylesheet>
