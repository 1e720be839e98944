#!/usr/bin/env bash
# Installs what is missing, builds Ladle, and makes the sample study's reports:
# out/baseline (the programme's own round) and out/follow-up (a made-up later one);
# and a brochure of another study: out/brochure.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/setup.sh program
cmake --preset release > /dev/null
cmake --build --preset release --target ladle libladle
ladle=build/release/ladle
"$ladle" report samples/midt -o out/baseline --wave w1 2> >(grep -v '\[N' >&2)
"$ladle" report samples/midt -o out/follow-up --wave w2 2> >(grep -v '\[N' >&2)
"$ladle" report samples/centres -o out/brochure --template brochure --only brochure 2> >(grep -v '\[N' >&2)
echo
echo "Look at out/baseline/final.pdf and out/baseline/partnerships/,"
echo "then at the same in out/follow-up/, and at out/brochure/brochure.pdf."
