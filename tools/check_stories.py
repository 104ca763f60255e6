#!/usr/bin/env python3
"""Checks the annotated stories of examples/annotated: that every annotation lies in
the text it speaks of and uses the words of the contract. With arguments: those files."""
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
DATE = re.compile(r"\d{4}-\d\d-\d\d")
KINDS = "person organization place group event".split()
FORMS = "direct indirect mixed".split()
ACTS = ("assert confirm deny retract accuse claim_responsibility promise threaten demand criticize praise predict ask "
        "decline opine").split()
RELATIONS = "disputes retracts supports repeats conflicts".split()
DETAILS = [None, "number", "cause", "actor", "role", "place", "time", "act"]


def pieces(value):
    return [] if value is None else value if isinstance(value, list) else [value]


def twice(kind, names):
    seen = set()
    for name in names:
        if name in seen:
            yield f"{kind} {name} occurs twice"
        seen.add(name)


def check_article(article):
    if not DATE.fullmatch(article["published"]) or not article["publisher"] or not article["title"]:
        yield f"{article['id']}: needs a publisher, a title and a date"
    if article["text"] != article["text"].strip():
        yield f"{article['id']}: the text begins or ends with blanks"


def check_entities(entities):
    names = {e["name"] for e in entities}
    for e in entities:
        if e["kind"] not in KINDS:
            yield f"{e['name']}: kind {e['kind']}"
        for other in e["member_of"]:
            if other not in names:
                yield f"{e['name']}: member of {other}, which is no entity"


def check_statement(s, texts, entities, statements):
    if s["article"] not in texts:
        yield f"{s['id']}: no article {s['article']}"
        return
    text = texts[s["article"]]
    if not pieces(s["content"]) or not s["cue"]:
        yield f"{s['id']}: needs a cue and a content"
    for part in ("content", "cue", "source"):
        for piece in pieces(s[part]):
            if not piece or piece not in text:
                yield f"{s['id']}: {part} {piece!r} is not in {s['article']}"
    who = s["source_entity"]
    if who is not None and who not in entities and not who.startswith("unnamed"):
        yield f"{s['id']}: {who} is no entity"
    for part, known in (("form", FORMS), ("act", ACTS), ("negated", [True, False])):
        if s[part] not in known:
            yield f"{s['id']}: {part} {s[part]}"
    outer = statements.get(s["parent"])
    if s["parent"] is not None and (outer is None or outer is s or outer["article"] != s["article"]):
        yield f"{s['id']}: parent {s['parent']} is no other statement of its article"


def check_relation(r, statements, published):
    name = f"{r['type']} {r['from']} {r['to']}"
    ends = [statements.get(r[end]) for end in ("from", "to")]
    if r["type"] not in RELATIONS or r["detail"] not in DETAILS or not r["why"]:
        yield f"{name}: its type, detail or why is wrong"
    if None in ends or ends[0] is ends[1]:
        yield f"{name}: needs two statements"
    elif published[ends[0]["article"]] < published[ends[1]["article"]]:
        yield f"{name}: goes from an earlier article to a later one"


def check_story(story, name):
    texts = {a["id"]: a["text"] for a in story["articles"]}
    published = {a["id"]: a["published"] for a in story["articles"]}
    statements = {s["id"]: s for s in story["statements"]}
    entities = {e["name"] for e in story["entities"]}
    found = [f"its id is {story['id']}, its file {name}"] if story["id"] != name else []
    found += [*twice("statement", (s["id"] for s in story["statements"])), *twice("entity", (e["name"] for e in story["entities"]))]
    found += twice("relation", (" ".join((r["type"], r["from"], r["to"])) for r in story["relations"]))
    found += [line for a in story["articles"] for line in check_article(a)]
    found += check_entities(story["entities"])
    found += [line for s in story["statements"] for line in check_statement(s, texts, entities, statements)]
    found += [line for r in story["relations"] for line in check_relation(r, statements, published)]
    found += [f"time {t['time_expression']!r} or its event is not in {t['article']}" for t in story["timeline"]
              if not t["value"] or any(t[part] not in texts.get(t["article"], "") for part in ("time_expression", "event"))]
    return found


def main():
    paths = [pathlib.Path(p) for p in sys.argv[1:]] or sorted((ROOT / "examples/annotated").glob("*.json"))
    errors, articles = [], []
    for path in paths:
        try:
            story = json.loads(path.read_text(encoding="utf-8"))
            found = check_story(story, path.stem)
            articles += [a["id"] for a in story["articles"]]
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            found = [f"not a story: {error!r}"]
        errors += [f"{path}: {line}" for line in found]
    errors += twice("article", articles)
    print("\n".join(errors or [f"{len(paths)} stories hold what they promise"]))
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
