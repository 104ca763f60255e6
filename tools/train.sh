#!/usr/bin/env bash
# Refits every model: tools/train.sh HEARSAY DATA OUTPUT [attribution]. Networks are
# fitted by PyTorch, the rest by `hearsay train`; attribution comes last, since it is
# trained on what the other stages make of its articles. With `attribution`, only that
# is refitted, on the other models in OUTPUT. Corpora without tokens are read by the
# command with the models that it has.
set -euo pipefail
hearsay=$1 data=$2 output=$3 only=${4:-}
python=$(for p in /usr/bin/python3 python3; do "$p" -c 'import torch, xxhash' 2>/dev/null && echo "$p" && break; done) ||
  { echo "train: expected a Python with torch and xxhash, found none" >&2; exit 1; }
mkdir -p "$output"
if [ "$only" != attribution ]; then
  [ "$output" -ef models/en ] || cp models/en/*.txt "$output/"
  "$hearsay" train --data "$data" --output "$output" --only tokenizer
  "$hearsay" train --data "$data" --output "$output" --only lemmatizer
  "$hearsay" train --data "$data" --output "$output" --only events
  "$python" tools/places_data.py "$output/places.model"
  "$python" tools/language_data.py "$output/languages.model"
  "$python" tools/train_syntax.py --hearsay "$hearsay" --data "$data" --output "$output/syntax.model"
  "$python" tools/train_names.py --hearsay "$hearsay" --data "$data" --model "$output/syntax.model"
fi
export HEARSAY_MODELS=$output
[ "$only" = attribution ] || "$hearsay" train --data "$data" --output "$output" --only coreference
"$hearsay" train --data "$data" --output "$output" --only attribution
"$python" tools/train_roles.py --examples "$output/training/train.examples" --dev "$output/training/dev.examples" \
  --output "$output/roles.model" --threads "$(nproc)"
"$hearsay" train --data "$data" --output "$output" --only confidence
rm -r "$output/training"
[ "$only" = attribution ] || "$hearsay" train --data "$data" --output "$output" --only acts
# On statements as the stages above find them.
"$hearsay" train --data "$data" --output "$output" --only relations
