#!/bin/sh
# docs/diagnostics.md is what the table of codes gives, and `ladle explain` knows every code of it.
set -eu
ladle=$1 source=$2
"$source/scripts/diagnostics.py" --check
sed -n 's/^\*\*\([EWN][0-9]*\)\*\*.*/\1/p' "$source/docs/diagnostics.md" | while read -r code; do
    "$ladle" explain "$code" | grep -q "^$code " || { echo "explain does not know $code"; exit 1; }
done
[ "$(grep -c '^\*\*[EWN]' "$source/docs/diagnostics.md")" -gt 50 ]
