#!/bin/sh
# A template whose report has a paragraph of 300 kB, a cell as long, a word of 100,000 letters, and
# 50,000 short words.
words() { awk -v n="$2" -v w="$1" 'BEGIN { for (i = 0; i < n; i++) printf "%s", w }'; }
cat <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:in="urn:x-ladle:input" xmlns="urn:x-ladle:document" exclude-result-prefixes="in">
  <xsl:template match="/in:input">
    <document version="1" xml:lang="da" title="T">
      <master id="body" folio="arabic"/>
      <section master="body" contents="no"><h1>T</h1>
END
echo "<p>$(words 'en virksomhed og en til ' 13500)</p>"
echo "<table><tbody><tr><td>$(words 'en virksomhed og en til ' 13500)</td><td>kort</td></tr></tbody></table>"
echo "<p>$(words x 100000)</p><p>$(words 'bo ' 50000)</p>"
cat <<'END'
      </section>
    </document>
  </xsl:template>
</xsl:stylesheet>
END
