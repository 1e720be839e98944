#!/bin/sh
# The results of the small study, to the byte: as facts, and as a document (whose axes stand in
# byte order, as the rules say), valid by its schema.
# usage: run-mini.sh PROGRAM SOURCE_DIR WORK_DIR
set -eu
program=$1 source=$2 work=$3
here=$source/tests/assess
rm -rf "$work"
mkdir -p "$work"
"$program" assess "$here/mini" > "$work/results.xml"
sed 's/ program="[^"]*"/ program="ladle"/' "$work/results.xml" | diff "$here/mini.results" -
python3 "$source/tests/property/facts.py" "$work/results.xml" | diff "$here/mini.facts" -
xmllint --noout --relaxng "$source/schema/results.rng" "$work/results.xml"
