#!/usr/bin/env bash
# Runs one fuzzer for a while: run.sh FUZZER CORPUS. What it finds is left in the
# working directory as crash-*, timeout-* or oom-*.
set -euo pipefail
mkdir -p corpus
corpus=$(mktemp -d corpus/XXXXXX)
trap 'rm -rf "$corpus"' EXIT
"$1" -max_total_time="${HEARSAY_FUZZ_SECONDS:-10}" -timeout=20 -rss_limit_mb=3000 -max_len=20000 \
  -verbosity=0 -print_final_stats=1 "$corpus" "$2"
