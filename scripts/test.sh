#!/usr/bin/env bash
# Installs what is missing, builds Ladle in every way it is tested, and runs all tests:
# unit tests with gcc and with clang under AddressSanitizer and UndefinedBehaviorSanitizer, and the
# whole suite on the release build. ctest prints the closing lines.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/setup.sh
export ASAN_OPTIONS=detect_leaks=1 UBSAN_OPTIONS=print_stacktrace=1
for preset in release dev dev-clang; do
    cmake --preset "$preset" > /dev/null
    cmake --build --preset "$preset"
done

failed=()
run() {
    ctest --preset "$@" --parallel "$(nproc)" || failed+=("$1")
}
run dev-clang -L unit
run dev -L "unit|regress"
run release
if [ ${#failed[@]} -gt 0 ]; then
    echo "Tests failed in: ${failed[*]}" >&2
    exit 1
fi
