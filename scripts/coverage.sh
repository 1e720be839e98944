#!/usr/bin/env bash
# Which branches of src/analysis and src/study the tests take: builds the preset `coverage`, runs the
# tests that concern these two, and prints what gcovr counts. About ten minutes.
set -euo pipefail
cd "$(dirname "$0")/.."

cmake --preset coverage > /dev/null
cmake --build --preset coverage
find build/coverage -name '*.gcda' -delete
ctest --test-dir build/coverage -L 'unit|assess|property|mutation|regress' --output-on-failure
gcovr --root . --object-directory build/coverage --filter 'src/(analysis|study)/' --branches \
    --exclude-unreachable-branches --exclude-throw-branches build/coverage
