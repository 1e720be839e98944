#!/bin/sh
# Makes the XML syntax of each schema (schema/NAME.rng) from its compact one (schema/NAME.rnc),
# which is the one to edit. With --check, only says which are not up to date.
set -eu
cd "$(dirname "$0")/../schema"

check=no
[ "${1:-}" = --check ] && check=yes

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
stale=0
for compact in *.rnc; do
    name=${compact%.rnc}
    trang "$compact" "$work/$name.rng"
    if cmp -s "$work/$name.rng" "$name.rng"; then
        continue
    elif [ "$check" = yes ]; then
        echo "schema/$name.rng is not what schema/$compact gives; run scripts/schema.sh" >&2
        stale=1
    else
        cp "$work/$name.rng" "$name.rng"
        echo "schema/$name.rng"
    fi
done
exit $stale
