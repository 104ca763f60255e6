"""What a ledger prints, shows and exports. One test: ledger_commands_test.py HEARSAY
LedgerCommands.test_name"""
import csv
import html
import html.parser
import io
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

HEARSAY = os.path.abspath(sys.argv.pop(1))
STORY = pathlib.Path(__file__).parents[2] / "examples/story"
PAYLOAD = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'>"


class LedgerCommands(unittest.TestCase):
    """All look into one ledger of the example story, which nobody changes."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.ledger = cls.path("story.ledger")
        subprocess.run([HEARSAY, "add", cls.ledger, STORY], check=True, capture_output=True)

    @classmethod
    def path(cls, name):
        return str(pathlib.Path(cls.folder.name) / name)

    def run_command(self, *arguments, status=0):
        done = subprocess.run([HEARSAY, *map(str, arguments)], capture_output=True, timeout=300)
        self.assertEqual(done.returncode, status, done.stderr.decode())
        return done.stdout.decode(), done.stderr.decode()

    def lines(self, *arguments):
        return [json.loads(line) for line in self.run_command(*arguments)[0].splitlines()]

    def records(self, kind):
        return [r for r in self.lines("export", self.ledger) if r["record"] == kind]

    def ledger_of(self, name, *articles):
        """A ledger of its own."""
        ledger, file = self.path(name + ".ledger"), pathlib.Path(self.path(name + ".jsonl"))
        file.write_text("".join(json.dumps(a) + "\n" for a in articles), encoding="utf-8")
        self.run_command("add", ledger, file)
        return ledger

    def test_export_as_linked_data(self):
        graph = json.loads(self.run_command("export", "-f", "jsonld", self.ledger)[0])
        self.assertEqual(graph["@context"], "https://schema.org")
        nodes = {n["@id"]: n for n in graph["@graph"] if "@type" in n}
        kinds = [n["@type"] for n in nodes.values()]
        self.assertEqual(kinds.count("NewsArticle"), len(self.records("document")))
        statements = sum(len(d["attributions"]) for d in self.records("document"))
        self.assertEqual(kinds.count("Claim") + kinds.count("Quotation"), statements + len(self.records("thread")))
        for node in nodes.values():
            for value in node.values():
                for part in value if isinstance(value, list) else [value]:
                    if isinstance(part, dict) and "@id" in part:
                        self.assertIn(part["@id"], nodes)

    def test_export_for_follow_the_money(self):
        entities = self.lines("export", "-f", "ftm", self.ledger)
        ids = {e["id"] for e in entities}
        self.assertEqual(len(ids), len(entities))
        links = [e for e in entities if e["schema"] == "UnknownLink" and "role" in e["properties"]]
        self.assertEqual(len(links), len(self.records("relation")))
        for entity in entities:
            for key in ("entity", "document", "resolved", "member", "organization", "subject", "object", "proof"):
                for reference in entity["properties"].get(key, []):
                    self.assertIn(reference, ids)

    def test_export_as_annotations(self):
        documents = {d["id"]: d for d in self.records("document")}
        annotations = self.lines("export", "-f", "webanno", self.ledger)
        self.assertEqual(len(annotations), sum(len(d["attributions"]) for d in documents.values()))
        for annotation in annotations:
            article = annotation["id"].removeprefix("urn:hearsay:statement:").rsplit("/", 1)[0]
            text = documents[article]["text"]
            for target in annotation["target"]:
                position, quote = target["selector"]
                self.assertEqual(target["source"], documents[article]["url"])
                begin, end = position["start"], position["end"]
                self.assertEqual(text[begin:end], quote["exact"])
                self.assertTrue(text[:begin].endswith(quote.get("prefix", "")))
                self.assertTrue(text[end:].startswith(quote.get("suffix", "")))

    def test_export_of_tables(self):
        counts = {}
        for table in ("statements", "relations", "threads", "entities", "articles"):
            rows = list(csv.reader(io.StringIO(self.run_command("export", "-f", "csv", "--table", table, self.ledger)[0])))
            self.assertEqual({len(row) for row in rows}, {len(rows[0])})
            self.assertEqual(len(set(rows[0])), len(rows[0]))
            counts[table] = len(rows) - 1
            if table == "statements":
                self.assertEqual(rows[0][-1], "said")
                self.assertIn("2025-06-15", {row[-1] for row in rows})
        self.assertEqual(counts["relations"], len(self.records("relation")))
        self.assertEqual(counts["entities"], len(self.records("entity")))
        self.assertEqual(counts["articles"], len(self.records("document")))
        self.assertEqual(counts["statements"], sum(len(d["attributions"]) for d in self.records("document")))
        self.assertGreaterEqual(counts["threads"], len(self.records("thread")))
        self.run_command("export", "-f", "csv", "--table", "chairs", self.ledger, status=2)
        short = self.run_command("export", "--table", "relations", self.ledger)[0]
        self.assertEqual(short, self.run_command("export", "-f", "csv", "--table", "relations", self.ledger)[0])
        self.run_command("export", "-f", "json", "--table", "relations", self.ledger, status=2)

    def test_timeline(self):
        entries = self.lines("timeline", "-f", "json", "-n", 1000, self.ledger)
        statements = [e for e in entries if e["record"] == "statement"]
        events = [e for e in entries if e["record"] == "event"]
        documents = {d["id"]: d for d in self.records("document")}
        self.assertEqual(len(statements), sum(len(d["attributions"]) for d in documents.values()))
        self.assertEqual(len(events), sum(len(d["events"]) for d in documents.values()))
        days = [e["when"] for e in statements if len(e["when"]) == 10]
        self.assertEqual(days, sorted(days))
        self.assertTrue(any(e["against"] for e in statements))
        newest = [e for e in self.lines("timeline", "-f", "json", "-n", 10, self.ledger) if e["record"] == "statement"]
        self.assertEqual(newest, statements[-10:])
        rows = list(csv.reader(io.StringIO(self.run_command("timeline", "-f", "csv", "-n", 1000, self.ledger)[0])))
        self.assertEqual({len(row) for row in rows}, {len(rows[0])})
        self.assertEqual(len(rows), len(entries) + 1)
        text, _ = self.run_command("timeline", "-f", "text", self.ledger)
        self.assertIn("claimed │ denied or disputed", text.splitlines()[0])
        self.assertIn("ansel-bridge-4/a", text)

    def test_filters_are_the_same_everywhere(self):
        for command in ("timeline", "search", "claims", "disputes", "changes"):
            words = ["Holm"] if command == "changes" else ["by:Holm"]
            by_flag = self.run_command(command, "-f", "json", "--by", "Holm", self.ledger)
            self.assertEqual(by_flag, self.run_command(command, "-f", "json", self.ledger, *words))
            if command != "changes":  # nobody else of the story changes
                self.assertNotEqual(by_flag, self.run_command(command, "-f", "json", self.ledger))
            self.assertEqual(self.run_command(command, "-f", "json", "--after", "2030-01-01", self.ledger)[0], "")
            self.assertEqual(self.run_command(command, "-f", "json", "--before", "2020-01-01", self.ledger)[0], "")
            self.run_command(command, "--after", "yesterday", self.ledger, status=2)
            self.run_command(command, "--by", "", self.ledger, status=2)
            for name, value in (("act", "retract"), ("outlet", "Harbour Radio")):
                narrowed = self.run_command(command, "-f", "json", f"--{name}", value, self.ledger)
                self.assertEqual(narrowed, self.run_command(command, "-f", "json", self.ledger, f'{name}:{value}'))
                if command != "changes":
                    self.assertNotEqual(narrowed, self.run_command(command, "-f", "json", self.ledger), (command, name))
                self.run_command(command, f"--{name}", "", self.ledger, status=2)
            self.assertEqual(self.run_command(command, "-f", "json", "--outlet", "Harbour", self.ledger)[0], "")
        timeline = self.lines("timeline", "-f", "json", "--by", "Holm", self.ledger)
        self.assertTrue(all("Holm" in e.get("source", "") or e["record"] == "event" for e in timeline))

    def test_report(self):
        page, _ = self.run_command("report", self.ledger)
        parser = Page()
        parser.feed(page)
        self.assertEqual(len(parser.ids), len(set(parser.ids)))
        for link in parser.links:
            if link.startswith("#"):
                self.assertIn(link[1:], parser.ids)
            else:
                self.assertIn(link, {d["url"] for d in self.records("document")})
        for document in self.records("document"):
            self.assertIn(html.escape(document["title"], quote=True).replace("&#x27;", "&#39;"), page)
        target = self.path("story.html")
        self.run_command("report", "-o", target, self.ledger)
        self.assertEqual(pathlib.Path(target).read_text(encoding="utf-8"), page)
        short, _ = self.run_command("report", "-n", 1, self.ledger)
        self.assertIn("The newest 1 of 4 articles", short)
        self.assertEqual(short.count('<article class="doc"'), 1)

    def test_a_report_runs_nothing_from_articles(self):
        text = f"Ada Holm {PAYLOAD} said that {PAYLOAD} was safe. Per Dahl denied that it was safe.\n"
        fields = {name: PAYLOAD for name in ("id", "title", "publisher", "byline", "url", "language")}
        ledger = self.ledger_of("payload", {"text": text, "published": "2024-03-06", **fields},
                                {"text": "Per Dahl said no.", "published": PAYLOAD})
        page, _ = self.run_command("report", ledger)
        parser = Page()
        parser.feed(page)
        self.assertEqual(parser.tags.count("script"), 1)
        self.assertNotIn("img", parser.tags)
        self.assertEqual([a for a in parser.attributes if a.startswith("on")], [])
        self.assertIn("default-src 'none'", page)

    def test_show_an_article(self):
        text, _ = self.run_command("show", "-f", "text", self.ledger, "ansel-bridge-1")
        read, _ = self.run_command("read", "-f", "text", STORY / "lantern-bridge.jsonl")
        title = self.records("document")[0]["title"]
        self.assertTrue(text.startswith(title[:40]))
        self.assertIn(text.split("\n\n")[1], read)
        self.assertIn("disputed by", text)
        records = self.lines("show", "-f", "json", self.ledger, "ansel-bridge-1")
        self.assertEqual(records[0], self.records("document")[0])
        relations = [r for r in records if r["record"] == "relation"]
        wanted = [r for r in self.records("relation") if "ansel-bridge-1" in (r["from"]["document"], r["to"]["document"])]
        self.assertEqual(len(relations), len(wanted))

    def test_show_what_versions_changed(self):
        said = {"id": "v", "published": "2024-03-06", "text": "Ada Holm said that the old bridge was safe.\n\nPer Dahl denied it.\n"}
        changed = {**said, "text": "Ada Holm said that the old bridge was quite safe.\n\nEva Strand promised an inquiry.\n"}
        ledger = self.ledger_of("versions", said, changed)
        text, _ = self.run_command("show", "-f", "text", ledger, "v")
        changes = text[text.index("Version 2 of 2 changed:"):]
        self.assertIn("  - Ada Holm said: that the old bridge was safe\n  ~ Ada Holm said: that the old bridge was quite safe\n", changes)
        self.assertIn("  + Eva Strand promised: an inquiry\n", changes)
        self.assertIn("  - Per Dahl denied: it\n", changes)
        records = [r for r in self.lines("show", "-f", "json", ledger, "v") if r["record"] == "change"]
        self.assertEqual([(r["before"] is None, r["after"] is None) for r in records], [(False, False), (True, False), (False, True)])

    def test_show_a_statement_a_claim_and_a_person(self):
        relation = next(r for r in self.records("relation") if r["type"] == "disputes")
        earlier = f"{relation['to']['document']}/{relation['to']['attribution']}"
        later = f"{relation['from']['document']}/{relation['from']['attribution']}"
        text, _ = self.run_command("show", "-f", "text", self.ledger, earlier)
        self.assertIn("disputed by", text)
        self.assertIn(later, text.replace("\n    ", " "))
        self.assertIn("In its paragraph:", text)
        self.assertIn("disputes, ", self.run_command("show", "-f", "text", self.ledger, later)[0])
        record = self.lines("show", "-f", "json", self.ledger, earlier)[0]
        document = next(d for d in self.records("document") if d["id"] == relation["to"]["document"])
        attribution = next(a for a in document["attributions"] if a["id"] == relation["to"]["attribution"])
        self.assertEqual(record["spans"]["content"], attribution["content"]["spans"])
        thread = self.records("thread")[0]
        records = self.lines("show", "-f", "json", self.ledger, thread["id"])
        self.assertEqual(records[0], thread)
        self.assertEqual(len(records) - 1, len(thread["statements"]))
        self.assertIn(thread["id"], self.run_command("claims", "-f", "text", self.ledger)[0])
        holm = self.lines("who", "-f", "json", self.ledger, "Holm")[0]
        records = self.lines("show", "-f", "json", self.ledger, holm["id"])
        self.assertEqual(records[0]["name"], holm["name"])
        self.assertEqual({r["entity"] for r in records[1:]}, {holm["id"]})

    def test_show_everything_that_is_printed(self):
        places = {w for w in self.run_command("search", "-f", "text", self.ledger)[0].split() if w.startswith("ansel-bridge-")}
        self.assertGreater(len(places), 10)
        for place in sorted(places)[:12]:
            self.run_command("show", "-f", "csv", self.ledger, place)
        for bad in ("nobody", "ansel-bridge-1/a999", "ansel-bridge-1/a0", "T0123", "T0123456789abcdef", "E0123456789abcdef", "/a1"):
            _, err = self.run_command("show", self.ledger, bad, status=1)
            self.assertEqual(len(err.splitlines()), 1)
        self.run_command("show", self.ledger, status=2)
        self.run_command("show", self.ledger, "a", "b", status=2)

    def test_stats_and_check(self):
        stats = self.lines("stats", "-f", "json", self.ledger)[0]
        self.assertEqual(stats["articles"], len(self.records("document")))
        self.assertEqual(stats["relations"], len(self.records("relation")))
        self.assertEqual(stats["claims"], len(self.records("thread")))
        # One entity may have several.
        self.assertGreaterEqual(stats["names"], len([e for e in self.records("entity") if e["named"]]))
        self.assertEqual((stats["first"], stats["last"]), ("2025-06-15", "2025-06-20"))
        header, row = csv.reader(io.StringIO(self.run_command("stats", "-f", "csv", self.ledger)[0]))
        self.assertEqual(dict(zip(header, row))["articles"], str(stats["articles"]))
        self.assertIn("statements", self.run_command("stats", "-f", "text", self.ledger)[0])
        self.assertEqual(self.lines("check", "-f", "json", self.ledger), [{"record": "check", "sound": True}])
        self.assertIn("all is well", self.run_command("check", "-f", "text", self.ledger)[0])

    def test_remove(self):
        articles = [{"id": f"a{i}", "published": "2024-03-06", "text": f"Ada Holm said that pier {i} was safe.\n"} for i in range(3)]
        ledger = self.ledger_of("remove", *articles)
        out, err = self.run_command("remove", ledger, "a1", "nobody", status=1)
        self.assertEqual(out, "1 article removed\n")
        self.assertIn("nobody", err)
        self.assertEqual(len(err.splitlines()), 1)
        self.run_command("check", ledger)
        left = [r["id"] for r in self.lines("export", ledger) if r["record"] == "document"]
        self.assertEqual(left, ["a0", "a2"])
        self.run_command("remove", ledger, status=2)
        self.run_command("remove", self.path("none.ledger"), "a1", status=1)
        self.assertFalse(os.path.exists(self.path("none.ledger")))


class Page(html.parser.HTMLParser):
    """What a browser finds on a page."""

    def __init__(self):
        super().__init__()
        self.tags, self.ids, self.links, self.attributes = [], [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]
        self.ids += [value for name, value in attrs if name == "id"]
        self.links += [value for name, value in attrs if name == "href"]


if __name__ == "__main__":
    unittest.main()
