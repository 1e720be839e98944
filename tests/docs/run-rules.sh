#!/bin/sh
# docs/verify.md is what the table of rules gives.
set -eu
source=$2
"$source/scripts/rules.py" --check
[ "$(grep -c '^| `' "$source/docs/verify.md")" -gt 80 ]
