#!/usr/bin/env python3
"""Draws how well the confidence is calibrated: bench/reliability.py GOLD.jsonl PREDICTED.jsonl

Of the outermost attributions in each tenth of confidence, the share that match a gold
one (relaxed match of the scorer, looked for in ../shared/eval or $HEARSAY_SHARED/eval).
"""
import json
import os
import pathlib
import sys

SHARED = pathlib.Path(os.environ.get("HEARSAY_SHARED", pathlib.Path(__file__).resolve().parents[2] / "shared"))
sys.path.insert(0, str(SHARED / "eval"))
from score_attribution import ROLES, as_token_set, is_relaxed, pair, plain, tokens_of  # noqa: E402


def judged(gold_path, predicted_path):
    """(confidence, right) of every outermost prediction."""
    gold = {d["id"]: d for d in map(json.loads, open(gold_path, encoding="utf-8"))}
    for document in map(json.loads, open(predicted_path, encoding="utf-8")):
        tokens = tokens_of(gold[document["id"]]["text"])
        sets = lambda a: {r: as_token_set(plain(a)[r], tokens) for r in ROLES}
        found = [a for a in document["attributions"] if a.get("parent") is None]
        pairs = pair([sets(a) for a in gold[document["id"]]["attributions"]], [sets(a) for a in found], is_relaxed)
        right = {j for _, j in pairs}
        yield from ((a["confidence"], j in right) for j, a in enumerate(found))


def main():
    bins = [[] for _ in range(10)]
    for confidence, right in judged(*sys.argv[1:3]):
        bins[min(9, int(confidence * 10))].append((confidence, right))
    total = sum(map(len, bins))
    error = 0
    print("confidence   said  right  count")
    for k, items in enumerate(bins):
        if not items:
            continue
        said = sum(c for c, _ in items) / len(items)
        right = sum(r for _, r in items) / len(items)
        error += abs(said - right) * len(items) / total
        bar = "".join("|" if i == round(30 * said) else "#" if i < 30 * right else " " for i in range(31))
        print(f"{k / 10:.1f} to {(k + 1) / 10:.1f}  {said:6.2f} {right:6.2f} {len(items):6}  {bar}")
    print(f"expected calibration error {error:.3f} over {total}")


if __name__ == "__main__":
    main()
