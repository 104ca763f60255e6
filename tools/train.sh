#!/usr/bin/env bash
# Refits every model: tools/train.sh HEARSAY DATA OUTPUT. The network is fitted by
# PyTorch, the rest by `hearsay train`; attribution comes last, since it is trained
# on what the other stages make of its articles.
set -euo pipefail
hearsay=$1 data=$2 output=$3
mkdir -p "$output"
[ "$output" -ef models/en ] || cp models/en/*.txt "$output/"
"$hearsay" train --data "$data" --output "$output" --only tokenizer
"$hearsay" train --data "$data" --output "$output" --only lemmatizer
python=$(for p in /usr/bin/python3 python3; do "$p" -c 'import torch, xxhash' 2>/dev/null && echo "$p" && break; done) ||
  { echo "train: expected a Python with torch and xxhash, found none" >&2; exit 1; }
"$python" tools/train_syntax.py --data "$data" --output "$output/syntax.model" --threads "$(nproc)"
HEARSAY_MODELS=$output "$hearsay" train --data "$data" --output "$output" --only attribution
HEARSAY_MODELS=$output "$hearsay" train --data "$data" --output "$output" --only acts
