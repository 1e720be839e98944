#!/usr/bin/env bash
# Makes the pictures of the README, docs/pictures/*.png, from the sample's reports in out/baseline
# (scripts/demo.sh writes them): the second page of figure 2, and a partnership's summary.
set -euo pipefail
cd "$(dirname "$0")/.."

reports=${1:-out/baseline}

# The number of the first page of a PDF on which a line begins with these words.
page_with() {
    local file=$1 words=$2 last page
    last=$(pdfinfo "$file" | sed -n 's/^Pages: *//p')
    for ((page = 1; page <= last; page++)); do
        if pdftotext -f "$page" -l "$page" "$file" - | grep -q -- "^$words"; then
            echo "$page"
            return
        fi
    done
    echo "$file: no page has \"$words\"" >&2
    exit 1
}

picture() {
    local file=$1 words=$2 name=$3 page
    page=$(page_with "$file" "$words")
    mkdir -p docs/pictures
    pdftoppm -r 80 -png -singlefile -f "$page" -l "$page" "$file" "docs/pictures/$name"
    echo "docs/pictures/$name.png: page $page of $file"
}

picture "$reports/final.pdf" 'Figur 2 fortsat' final
picture "$reports/partnerships/partnerskab-a.pdf" 'Hvad skal der til' partnership
