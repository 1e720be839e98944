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
