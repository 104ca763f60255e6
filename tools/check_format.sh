#!/usr/bin/env bash
# Checks that clang-format would change nothing; with --fix, lets it.
set -euo pipefail
cd "$(dirname "$0")/.."
mode=(--dry-run -Werror)
if [ "${1:-}" = --fix ]; then mode=(-i); fi
find include src apps tests bench examples -name '*.cc' -o -name '*.h' | sort | xargs clang-format-14 "${mode[@]}"
