#!/bin/sh
# Every header stands alone: a file that includes nothing else compiles.
set -eu
source=$2
work=$3
mkdir -p "$work"
flags=$(pkg-config --cflags glib-2.0 libxml-2.0 libxslt pangocairo pangoft2 cairo-pdf librsvg-2.0)
status=0
cd "$source"
for header in $(find src include -name '*.h' | sort); do
    # shellcheck disable=SC2086
    if ! printf '#include "%s"\n' "$source/$header" |
        cc -std=c17 -D_GNU_SOURCE -Wall -Wextra -Werror -fsyntax-only -Isrc -Iinclude $flags -x c - 2>"$work/said"; then
        echo "$header does not stand alone:"
        head -5 "$work/said"
        status=1
    fi
done
exit $status
