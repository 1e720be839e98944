#!/usr/bin/env bash
# Installs what building, running and testing Ladle need, where it is missing. Debian 12; pdf.js by npm.
# With the word `program`, without what only the tests need of npm.
set -euo pipefail
cd "$(dirname "$0")/.."
for_tests=yes
[ "${1:-}" = program ] && for_tests=no

missing=()
while read -r package; do
    case "$package" in
        "" | "#"*) continue ;;
    esac
    if ! dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q "ok installed"; then
        missing+=("$package")
    fi
done < scripts/packages.txt
# Any node will do, also one that is not Debian's.
if [ "$for_tests" = yes ]; then
    command -v node > /dev/null || missing+=(nodejs)
    command -v npm > /dev/null || missing+=(npm)
fi

if [ ${#missing[@]} -gt 0 ]; then
    echo "Installing: ${missing[*]}"
    as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo > /dev/null; then
            echo "These packages are missing, and only an administrator can install them." >&2
            echo "Ask for: apt-get install ${missing[*]}" >&2
            exit 1
        fi
        as_root=(sudo)
    fi
    export DEBIAN_FRONTEND=noninteractive
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null
fi

# pdf.js, with which the tests read finished PDFs; what it needs to draw them is left out.
if [ "$for_tests" = yes ] && ! cmp -s tests/pdf/package-lock.json tests/pdf/node_modules/.installed; then
    echo "Installing pdf.js for the tests"
    (cd tests/pdf && npm ci --omit=optional --ignore-scripts --no-audit --no-fund --silent)
    cp tests/pdf/package-lock.json tests/pdf/node_modules/.installed
fi
