#!/bin/sh
# The small sample's reports, and a brochure: sound PDFs, and the same bytes in another time zone, locale and
# working directory.
set -eu
ladle=$1 source=$2 work=$3
rm -rf "$work"
mkdir -p "$work"
"$ladle" report "$source/samples/small" -o "$work/one" --quiet
"$ladle" report "$source/samples/centres" -o "$work/one/centres" --quiet --template brochure \
    --only brochure
cd /
TZ=Pacific/Auckland LC_ALL=da_DK.UTF-8 "$ladle" report "$source/samples/small" -o "$work/two" --quiet
TZ=Pacific/Auckland LC_ALL=da_DK.UTF-8 "$ladle" report "$source/samples/centres" \
    -o "$work/two/centres" --quiet --template brochure --only brochure
diff -r --exclude=.ladle "$work/one" "$work/two"
find "$work/one" -name '*.pdf' | sort >"$work/list"
[ -s "$work/list" ]
xargs "$source/tests/pdf/check.sh" <"$work/list"
