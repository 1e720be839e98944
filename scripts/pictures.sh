#!/usr/bin/env bash
# Makes the pictures of the README, docs/pictures/*.png, from the sample's reports in out/baseline
# (scripts/demo.sh writes them): the first page of figure 2, and a partnership's summary.
set -euo pipefail
cd "$(dirname "$0")/.."

reports=${1:-out/baseline}

# The number of the first page of a PDF that holds a text, after a page of its own choice.
page_with() {
    local file=$1 words=$2 from=${3:-1} last
    last=$(pdfinfo "$file" | sed -n 's/^Pages: *//p')
    for ((page = from; page <= last; page++)); do
        if pdftotext -f "$page" -l "$page" "$file" - | grep -q -- "$words"; then
            echo "$page"
            return
        fi
    done
    echo "$file: no page has \"$words\"" >&2
    exit 1
}

picture() {
    local file=$1 page=$2 name=$3
    mkdir -p docs/pictures
    pdftoppm -r 80 -png -singlefile -f "$page" -l "$page" "$file" "docs/pictures/$name"
    echo "docs/pictures/$name.png: page $page of $file"
}

final=$reports/final.pdf
one=$(find "$reports/partnerships" -name '*.pdf' | sort | head -1)
picture "$final" "$(page_with "$final" '^Figur 2 fortsat')" final
picture "$one" "$(page_with "$one" 'Sammenfatning' 4)" partnership
