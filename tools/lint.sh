#!/usr/bin/env bash
# clang-tidy over the sources: lint.sh BUILD_DIR JOBS. Checks are in .clang-tidy.
set -euo pipefail
cd "$(dirname "$0")/.."
find src apps bench -name '*.cc' ! -name '*_test.cc' -print0 |
  xargs -0 -n 1 -P "$2" clang-tidy -p "$1" --quiet
