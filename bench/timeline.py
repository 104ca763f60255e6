#!/usr/bin/env python3
"""How well statements and events are dated: scored against the timelines of gold stories.

    bench/timeline.py build/release/hearsay STORY.json... [--errors]

A timeline entry is an event in words of the article, a time expression and its TIMEX3 value. Only entries with a
date count: durations and sets date nothing.

  statements  entries whose event holds a gold statement's cue: an attribution with that cue has the entry's day
  events      the others: an event or statement whose word lies in the entry's words (or a named neighbour of the time in
              them) has the entry's value, to the day
  dated       of the statements and events that are given a time which the gold lists, those that lie in the
              gold's event or its sentence part: precision
"""
import argparse
import json
import re
import subprocess
import sys


def occurrences(text, piece):
    return [[m.start(), m.end()] for m in re.finditer(re.escape(piece), text)]


def gap(a, b):
    return max(a[0] - b[1], b[0] - a[1], 0)


def overlap(a, b):
    return a[0] < b[1] and b[0] < a[1]


def day(value):
    return value.split("T")[0] if value else None


def is_dated(value):
    return value[:2].isdigit()


def locate(text, entry):
    """Spans of the event and of the time expression, those nearest to each other."""
    pairs = [(gap(e, t), e, t) for e in occurrences(text, entry["event"]) for t in occurrences(text, entry["time_expression"])]
    return min(pairs)[1:] if pairs else (None, None)


def read_stories(hearsay, paths):
    stories = [json.load(open(p, encoding="utf-8")) for p in paths]
    lines = [json.dumps(a, ensure_ascii=False) for s in stories for a in s["articles"]]
    out = subprocess.run([hearsay, "read", "--format", "json", "-"], input="\n".join(lines), capture_output=True,
                         text=True, check=True).stdout
    return stories, {d["id"]: d for d in map(json.loads, out.splitlines())}


def is_statement(story, article, event):
    """Does the event's text hold the cue of one of the story's statements, beside its source?"""
    text = article["text"]
    for s in story["statements"]:
        if s["article"] != article["id"] or not s.get("cue"):
            continue
        content = s["content"] if isinstance(s["content"], list) else [s["content"]]
        anchor = next((occurrences(text, c)[0] for c in content if c in text), None)
        cues = occurrences(text, s["cue"])
        if anchor and cues and overlap(min(cues, key=lambda c: gap(c, anchor)), event):
            return True
    return False


def score(stories, documents, complain):
    counts = {"statements": [0, 0], "events": [0, 0], "precision": [0, 0]}
    for story in stories:
        for article in story["articles"]:
            doc, gold = documents[article["id"]], []
            offset = doc["text"].find(article["text"])
            at = lambda spans: [[s - offset, e - offset] for s, e in spans]
            statements = [(at(a["cue"]["spans"]), a["when"]) for a in doc["attributions"] if a.get("when")]
            events = [(at([e["span"]]), e["when"]) for e in doc["events"]]
            for entry in (t for t in story["timeline"] if t["article"] == article["id"] and is_dated(t["value"])):
                event, time = locate(article["text"], entry)
                if event is None:
                    complain("absent", article["id"], entry)
                    continue
                gold.append((event, time, day(entry["value"])))
                kind = "statements" if is_statement(story, article, event) else "events"
                found = statements if kind == "statements" else statements + events
                inside = [day(w) for spans, w in found if any(overlap(s, event) for s in spans)]
                counts[kind][0] += day(entry["value"]) in inside
                counts[kind][1] += 1
                if day(entry["value"]) not in inside:
                    complain(kind, article["id"], entry["event"], "|", entry["time_expression"], entry["value"], inside)
            for spans, when in statements + events:
                same = [g for g in gold if g[2] == day(when)]
                if not same:
                    continue
                right = any(overlap(s, g[0]) for s in spans for g in same)
                counts["precision"][0] += right
                counts["precision"][1] += 1
                if not right:
                    s = spans[0]
                    complain("extra", article["id"], article["text"][max(0, s[0] - 60):s[1] + 60].replace("\n", " "), when)
    return counts


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("hearsay")
    parser.add_argument("stories", nargs="+")
    parser.add_argument("--errors", action="store_true")
    args = parser.parse_args()
    complain = (lambda *words: print(*words, file=sys.stderr)) if args.errors else lambda *words: None
    counts = score(*read_stories(args.hearsay, args.stories), complain)
    for name, (right, total) in counts.items():
        print(f"{name}\t{right}\t{total}\t{100 * right / max(1, total):.1f}")


if __name__ == "__main__":
    main()
