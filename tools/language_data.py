#!/usr/bin/env python3
"""Make models/en/languages.model from the n-gram counts of langdetect (Debian: python3-langdetect).

usage: language_data.py OUTPUT [PROFILES]

A naive Bayes classifier over trigrams of letters, hashed into rows of one weight a language;
src/ingest/language.h says how it is read. Languages that their script tells are not in it.
"""
import json
import math
import sys
from pathlib import Path

import numpy as np

from model_file import write_sections

PROFILES = "/usr/lib/python3/dist-packages/langdetect/profiles"
READS = "en"
# The rest are told by their script alone.
LANGUAGES = ("af ar bg ca cs cy da de en es et fa fi fr hi hr hu id it lt lv mk mr ne nl no pl pt ro ru sk sl so sq sv "
             "sw tl tr uk ur vi").split()
NAMES = {"no": "nb"}
BITS = 13
COLUMNS = 48  # of a row: one a language, the rest empty
# A trigram that a language has less often counts as one that it has this often.
FLOOR = 4e-5
UNIT = 1 / 10  # of a weight, in bits
MASK = (1 << 64) - 1


def mix(h, value):
    """src/model/feature_hash.h"""
    h = (h ^ value) * 0x9E3779B97F4A7C15 & MASK
    h ^= h >> 32
    h = h * 0xD6E8FEB86659FD93 & MASK
    return h ^ (h >> 29)


def row_of(gram):
    h = 1
    for c in gram:
        h = mix(h, ord(c))
    return h >> (64 - BITS)


def read_profile(path):
    """{trigram in small letters: share}"""
    profile = json.loads(Path(path).read_text(encoding="utf-8"))
    total = profile["n_words"][2]
    shares = {}
    for gram, count in profile["freq"].items():
        if len(gram) == 3 and len(gram.lower()) == 3:
            shares[gram.lower()] = shares.get(gram.lower(), 0) + count / total
    return shares


def main():
    if len(sys.argv) not in (2, 3):
        raise SystemExit(__doc__.strip())
    profiles = Path(sys.argv[2] if len(sys.argv) == 3 else PROFILES)
    shares = np.zeros((1 << BITS, COLUMNS))
    for column, language in enumerate(LANGUAGES):
        for gram, share in sorted(read_profile(profiles / language).items()):
            if share >= FLOOR:
                shares[row_of(gram), column] += share
    weights = np.clip(np.rint(np.log2(np.maximum(shares, FLOOR) / FLOOR) / UNIT), 0, 127).astype(np.int8)
    names = "".join(NAMES.get(language, language) + "\n" for language in LANGUAGES)
    write_sections(sys.argv[1], "languages", 1,
                   [("reads", READS.encode()), ("names", names.encode()), ("weights", weights.tobytes())])


if __name__ == "__main__":
    main()
