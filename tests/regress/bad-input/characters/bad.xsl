<?xml version="1.0" encoding="UTF-8"?>
<!-- Text that cannot be set as it stands: what is said of it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:in="urn:x-ladle:input" xmlns="urn:x-ladle:document" exclude-result-prefixes="in">
  <xsl:template match="/in:input">
    <document version="1" xml:lang="da" title="T">
      <master id="body" folio="arabic"/>
      <section master="body" contents="no"><h1>T</h1>
        <p>Vendt: f&#xF8;r &#x202E;tekst efter, &#x2066;isoleret.</p>
        <p>Intet tegn: A&#xFDD0;B C&#x81;D &#x10FFFF;.</p>
        <p>Uden skrift: godt &#x1F600; g&#xE5;et, hjerte &#x2764;&#xFE0F;, &#x6F22;&#x5B57;&#x6F22;, &#xE000;.</p>
        <p>Igen &#x6F22;.</p>
        <p>For mange: a&#x301;&#x301;&#x301;&#x301;&#x301;&#x301;&#x301;&#x301;&#x301;&#x301;&#x301;&#x301;&#x301;&#x301;&#x301;&#x301;&#x301;&#x301;&#x301;&#x301;&#x301;&#x301;&#x301;&#x301;&#x301;&#x301;&#x301;&#x301;&#x301;&#x301;&#x301;&#x301;&#x301;&#x301;&#x301;&#x301;&#x301;&#x301;&#x301;&#x301; slut.</p>
      </section>
    </document>
  </xsl:template>
</xsl:stylesheet>
