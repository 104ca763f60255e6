#!/usr/bin/env python3
"""Token and sentence F1 on raw text, as in the CoNLL 2018 shared task.

    tools/eval_tokens.py --command "build/release/hearsay read --format conllu -" ewt-dev.conllu ...

The text of each document is rebuilt from `# text`, `# newpar` and `# newdoc` in three
layouts: paragraphs (one a line, blank lines between), lines (one a line, no blank
lines) and wrapped (80 columns, blank lines between). The command reads it on stdin and
prints CoNLL-U. Words and sentences count as found when they cover the same characters,
white space left out; words of a multiword token are spans of their own.
"""
import argparse
import collections
import subprocess
import sys
import textwrap


def read_gold(path):
    """Yields documents: (name, [paragraph]); a paragraph is [(text, [word])]."""
    docs, words, skip, text, newpar, newdoc = [], [], 0, "", False, None
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# text = "):
            text = line[9:]
        elif line.startswith("# newdoc"):
            newdoc = line.split("=", 1)[-1].strip()
        elif line.startswith("# newpar"):
            newpar = True
        elif line.startswith("#"):
            continue
        elif not line:
            if words:
                if newdoc is not None or not docs:
                    docs.append((newdoc or "", [[]]))
                elif newpar and docs[-1][1][-1]:
                    docs[-1][1].append([])
                docs[-1][1][-1].append((text, words))
            words, skip, text, newpar, newdoc = [], 0, "", False, None
        else:
            columns = line.split("\t")
            if "." in columns[0]:
                continue
            if "-" in columns[0]:
                first, last = map(int, columns[0].split("-"))
                multiword, parts, skip = columns[1], [], last
                words.append((multiword, parts))
            elif int(columns[0]) <= skip:
                words[-1][1].append(columns[1])
            else:
                words.append((columns[1], [columns[1]]))
    return docs


def squeeze(text):
    return "".join(text.split())


def gold_spans(paragraphs):
    words, sentences, at = [], [], 0
    for sentence in (s for p in paragraphs for s in p):
        begin = at
        for form, parts in sentence[1]:
            end = at + len(squeeze(form))
            if squeeze("".join(parts)) != squeeze(form):
                words.extend((at, end) for _ in parts)
                at = end
                continue
            for part in parts:
                words.append((at, at + len(squeeze(part))))
                at += len(squeeze(part))
        sentences.append((begin, at))
    return words, sentences


def layout(paragraphs, how):
    lines = [" ".join(text for text, _ in p) for p in paragraphs]
    if how == "wrapped":
        lines = ["\n".join(textwrap.wrap(l, 80, break_long_words=False, break_on_hyphens=False)) for l in lines]
    return ("\n" if how == "lines" else "\n\n").join(lines) + "\n"


def run(command, text):
    out = subprocess.run(command, input=text.encode(), stdout=subprocess.PIPE, check=True, shell=True).stdout.decode()
    words, sentences, at, begin = [], [], 0, 0
    for line in out.split("\n"):
        if not line and at > begin:
            sentences.append((begin, at))
            begin = at
        columns = line.split("\t")
        if line.startswith("#") and len(columns) < 2 or not columns[0].isdigit():
            continue
        size = len(squeeze(columns[1]))
        words.append((at, at + size))
        at += size
    return words, sentences, at


def f1(counts):
    gold, predicted, right = counts
    return 200.0 * right / (gold + predicted) if gold + predicted else 0.0


def count(gold, predicted):
    right = sum((collections.Counter(gold) & collections.Counter(predicted)).values())
    return [len(gold), len(predicted), right]


def show_errors(text, words, sentences, got_words, got_sentences, limit):
    marks = squeeze(text)
    shown = 0
    for kind, gold, predicted in (("word", words, got_words), ("sentence", sentences, got_sentences)):
        gold_ends, ends = {e for _, e in gold}, {e for _, e in predicted}
        for at in sorted(gold_ends ^ ends):
            what = "missed" if at in gold_ends else "extra"
            print(f"  {what} {kind} end: {marks[max(0, at - 30):at]} | {marks[at:at + 25]}")
            shown += 1
            if shown >= limit:
                return


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--command", required=True)
    parser.add_argument("--layout", action="append", choices=("paragraphs", "lines", "wrapped"))
    parser.add_argument("--only", default="", help="documents whose name holds this")
    parser.add_argument("--errors", type=int, default=0, help="errors to print per document")
    parser.add_argument("files", nargs="+")
    args = parser.parse_args()
    for path in args.files:
        docs = [d for d in read_gold(path) if args.only in d[0]]
        for how in args.layout or ("paragraphs", "lines", "wrapped"):
            totals = {"token": [0] * 3, "sentence": [0] * 3}
            for name, paragraphs in docs:
                text = layout(paragraphs, how)
                words, sentences = gold_spans(paragraphs)
                got_words, got_sentences, size = run(args.command, text)
                if size != len(squeeze(text)):
                    sys.exit(f"{name}: expected {len(squeeze(text))} characters in tokens, found {size}")
                for key, gold, got in (("token", words, got_words), ("sentence", sentences, got_sentences)):
                    totals[key] = [a + b for a, b in zip(totals[key], count(gold, got))]
                if args.errors:
                    print(name)
                    show_errors(text, words, sentences, got_words, got_sentences, args.errors)
            print(f"{path.split('/')[-1]:20} {how:11} token F1 {f1(totals['token']):6.2f}   "
                  f"sentence F1 {f1(totals['sentence']):6.2f}   ({totals['token'][0]} words, "
                  f"{totals['sentence'][0]} sentences)")


if __name__ == "__main__":
    main()
