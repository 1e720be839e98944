#!/usr/bin/env bash
# Makes the pictures of docs/gallery, all or those named, from the samples' reports:
# scripts/gallery.sh [NAME...]. The list docs/gallery/pages says which there are.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/setup.sh
cmake --preset release > /dev/null
cmake --build --preset release --target ladle
scripts/pictures.py build/release/ladle . build/gallery docs/gallery "$@"
