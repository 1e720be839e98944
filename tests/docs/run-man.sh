#!/bin/sh
# The manual pages are clean, and tell of every command and option that --help knows, and of no other.
set -eu
ladle=$1 source=$2 work=$3
rm -rf "$work" && mkdir -p "$work"
cd "$source/docs/man"
for page in *.[15]; do
    mandoc -T lint -W style "$page"
done
options() { grep -o -e '--[a-z][a-z-]*' | sort -u; }
{ "$ladle" --help; "$ladle" check --help; "$ladle" report --help; } | options >"$work/help"
mandoc -T ascii -O width=78 ladle.1 | sed 's/.\x08//g' | options >"$work/manual"
diff "$work/help" "$work/manual"
for command in check assess report init explain; do
    "$ladle" --help | grep -q "^  ladle $command"
    grep -q "^\.It Cm $command" ladle.1
done
