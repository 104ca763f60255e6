#!/usr/bin/env python3
"""How well near copies are found: bench/near_copies.py hearsay_near_copies ARTICLES.jsonl

Of every article, rewrites are made as an outlet might make them of a wire story: a fifth of the sentences
dropped, moved or edited, in equal parts (the bar); more of them; cut to its first half or quarter;
paragraphs joined. Articles and rewrites of one kind go through the index together, and of all
pairs that it gives as near copies it is counted which ones are of one original.

Pairs of different originals count as wrong unless three fifths of the words of the shorter
article stand in the other one in runs of twelve words and more, which is computed from the texts: then the
two carry the same report indeed. With --show, all pairs of different originals
are printed with this share.
"""
import argparse
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

RUN = 12  # words


def sentences_of(text):
    """A list of sentences for each paragraph."""
    return [re.split(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])", p) for p in text.split("\n\n") if p.strip()]


def edit(sentence, words, rng):
    """Replaces, inserts and deletes three words of ten."""
    out = []
    for word in sentence.split():
        draw = rng.random()
        if draw < 0.1:
            out.append(rng.choice(words))
        elif draw < 0.2:
            out += [word, rng.choice(words)]
        elif draw >= 0.3:
            out.append(word)
    return " ".join(out)


def rewrite(text, words, share, rng):
    """Drops, moves and edits a share of the sentences."""
    paragraphs = sentences_of(text)
    places = [(p, s) for p, paragraph in enumerate(paragraphs) for s in range(len(paragraph))]
    chosen = rng.sample(places, max(1, round(share * len(places))))
    for number, (p, s) in enumerate(chosen):
        if number % 3 == 0 and len(places) > 2:
            paragraphs[p][s] = ""
        elif number % 3 == 1:
            q, t = rng.choice(places)
            paragraphs[p][s], paragraphs[q][t] = paragraphs[q][t], paragraphs[p][s]
        else:
            paragraphs[p][s] = edit(paragraphs[p][s], words, rng)
    return "\n\n".join(filter(None, (" ".join(filter(None, p)) for p in paragraphs)))


def cut(text, share):
    """The first sentences, as an editor cuts from below."""
    paragraphs = sentences_of(text)
    left = max(1, round(share * sum(map(len, paragraphs))))
    kept = []
    for paragraph in paragraphs:
        kept.append(" ".join(paragraph[:left]))
        left -= len(paragraph[:left])
        if left == 0:
            break
    return "\n\n".join(kept)


def join_paragraphs(text):
    paragraphs = text.split("\n\n")
    return "\n\n".join(" ".join(paragraphs[i:i + 2]) for i in range(0, len(paragraphs), 2))


KINDS = {
    "a fifth rewritten": lambda text, words, rng: rewrite(text, words, 0.2, rng),
    "two fifths rewritten": lambda text, words, rng: rewrite(text, words, 0.4, rng),
    "a fifth, cut to half": lambda text, words, rng: cut(rewrite(text, words, 0.2, rng), 0.5),
    "a fifth, cut to a quarter": lambda text, words, rng: cut(rewrite(text, words, 0.2, rng), 0.25),
    "a fifth, paragraphs joined": lambda text, words, rng: join_paragraphs(rewrite(text, words, 0.2, rng)),
}


def run_tool(tool, articles):
    """Pairs given as near copies, and what the tool says of its cost."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "articles.jsonl"
        path.write_text("".join(json.dumps(a) + "\n" for a in articles), encoding="utf-8")
        done = subprocess.run([tool, path], capture_output=True, text=True, check=True)
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    return [(a, b, int(r), int(c), int(s), y == "1") for a, b, r, c, s, y in rows], done.stderr


def words_of(text):
    return re.findall(r"\w+", text.lower().replace("’", "").replace("'", ""))


def carried_share(a, b):
    """The share of the shorter text's words that stand in the other one in long runs."""
    short, long = sorted((words_of(a), words_of(b)), key=len)
    runs = {tuple(long[i:i + RUN]) for i in range(len(long) - RUN + 1)}
    covered = set()
    for i in range(len(short) - RUN + 1):
        if tuple(short[i:i + RUN]) in runs:
            covered.update(range(i, i + RUN))
    return len(covered) / max(1, len(short))


def judge(pairs, texts, show):
    """Counts of right pairs, wrong pairs, and pairs of different originals that do carry the same report."""
    right = wrong = same_report = 0
    for a, b, resemblance, containment, shared, _ in pairs:
        one, other = int(a[1:]), int(b[1:])
        if one == other:
            right += 1
            continue
        share = carried_share(texts[one], texts[other])
        if share >= 0.6:
            same_report += 1
        else:
            wrong += 1
        if show and a[0] == b[0] == "o":
            print(f"    {one} {other}: containment {containment}, shared {shared}, in long runs {share:.2f}")
    return right, wrong, same_report


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tool")
    parser.add_argument("articles", type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true")
    args = parser.parse_args()
    texts = [json.loads(line)["text"] for line in args.articles.open(encoding="utf-8")]
    words = [w for text in texts for w in text.split()]
    print("rewrites                     recall  precision  (all of other originals wrong)  same report")
    for name, make in KINDS.items():
        rng = random.Random(args.seed)
        articles = [{"id": f"o{i}", "text": text} for i, text in enumerate(texts)]
        articles += [{"id": f"r{i}", "text": make(text, words, rng)} for i, text in enumerate(texts)]
        rows, cost = run_tool(args.tool, articles)
        right, wrong, same = judge([row for row in rows if row[5]], texts, args.show)
        print(f"{name:28} {100 * right / len(texts):6.1f} {100 * (right + same) / max(1, right + same + wrong):10.1f}"
              f" {100 * right / max(1, right + same + wrong):10.1f} {same:33}")
        print(cost, end="", file=sys.stderr)


if __name__ == "__main__":
    main()
