#!/bin/sh
# share.sh DIR: what the program ships, with the two smallest templates in place of the built-in ones.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
source=$(cd "$here/../../.." && pwd)
mkdir -p "$1/templates"
cp -r "$source/templates/framework" "$source/templates/language" "$source/templates/theme.xml" \
    "$source/templates/init" "$1/templates"
cp "$here/final.xsl" "$here/partnership.xsl" "$1/templates"
cp -r "$source/fonts" "$source/hyphenation" "$source/schema" "$1"
chmod -R u+w "$1"
# Of the words only those that the program itself asks for, so that cases outlive their improvement.
for language in "$1"/templates/language/*.xml; do
    sed -i -E '/<label id="(month|season|date|number|alphabet|participant|person)/b; /<label /d' "$language"
done
