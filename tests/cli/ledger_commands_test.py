"""What a ledger prints, shows and exports. One test: ledger_commands_test.py HEARSAY
LedgerCommands.test_name"""
import csv
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
        for table in ("statements", "relations", "threads", "entities"):
            rows = list(csv.reader(io.StringIO(self.run_command("export", "-f", "csv", "--table", table, self.ledger)[0])))
            self.assertEqual({len(row) for row in rows}, {len(rows[0])})
            self.assertEqual(len(set(rows[0])), len(rows[0]))
            counts[table] = len(rows) - 1
        self.assertEqual(counts["relations"], len(self.records("relation")))
        self.assertEqual(counts["entities"], len(self.records("entity")))
        self.assertEqual(counts["statements"], sum(len(d["attributions"]) for d in self.records("document")))
        self.assertGreaterEqual(counts["threads"], len(self.records("thread")))
        self.run_command("export", "-f", "csv", "--table", "chairs", self.ledger, status=2)


if __name__ == "__main__":
    unittest.main()
