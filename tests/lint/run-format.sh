#!/bin/sh
# Every C file is as clang-format sets it (.clang-format).
#
# usage: run-format.sh PROGRAM SOURCE_DIR WORK_DIR
set -eu
cd "$2"
find src include words tests -name '*.[ch]' ! -path '*/node_modules/*' -print0 |
    xargs -0 -n 40 -P 2 clang-format --dry-run -Werror
