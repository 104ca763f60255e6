"""Who is who in a ledger, as its users meet it: showing, correcting, undoing. One test:
who_test.py HEARSAY Who.test_name"""
import csv
import io
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import unittest

HEARSAY = os.path.abspath(sys.argv.pop(1))
ARTICLES = [
    ("a", "2024-03-06", "Mayor Ada Holm said the bridge was safe.\n\nHolm said it would open in May."),
    ("b", "2024-03-07", "Holm said on Thursday that the bridge was closed.\n\nPolice chief Tom Dahl said Ada Holm was wrong."),
    ("c", "2024-03-08", "Tom Dahl said nobody was hurt.\n\nTwo officials said Dahl was right."),
    ("d", "2024-03-09", "Thomas Dahl said the inquiry was open.\n\nThe Harbour Board said it was closed."),
]


class Who(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.ledger = str(pathlib.Path(self.folder.name) / "story.ledger")
        self.add(ARTICLES)

    def run_command(self, *arguments, status=0, stdin=""):
        done = subprocess.run([HEARSAY, *arguments], input=stdin, capture_output=True, text=True, timeout=300)
        self.assertEqual(done.returncode, status, done.stderr)
        self.assertLessEqual(done.stderr.count("\n"), 2 if status == 2 else 1)
        return done.stdout or done.stderr

    def add(self, articles, ledger=None):
        lines = [json.dumps({"id": i, "published": day, "text": text}) for i, day, text in articles]
        self.run_command("add", "--from", "jsonl", ledger or self.ledger, stdin="\n".join(lines))

    def who(self, *arguments, status=0, form="text"):
        return self.run_command("who", "--format", form, self.ledger, *arguments, status=status)

    def entities(self, *arguments):
        records = map(json.loads, self.who(*arguments, form="json").splitlines())
        return {r["name"]: r for r in records if r["record"] == "entity"}

    def test_shows_what_is_said_and_what_is_said_about_them(self):
        out = self.who("Ada", "Holm")
        self.assertIn("Ada Holm · person · also Holm", out.splitlines()[0])
        self.assertIn("3 statements, 2 articles", out.splitlines()[0])
        (entity,) = self.entities("Ada", "Holm").values()
        self.assertTrue(out.splitlines()[0].endswith(" · " + entity["id"]))
        self.assertIn("`hearsay who` print ids", self.run_command("show", self.ledger, "Ada Holm", status=1))
        self.assertLess(out.index("the bridge was closed"), out.index("About Ada Holm:"))
        self.assertGreater(out.index("was wrong"), out.index("About Ada Holm:"))
        rows = list(csv.DictReader(io.StringIO(self.who("Holm", form="csv"))))
        self.assertEqual({r["entity_name"] for r in rows}, {"Ada Holm"})

    def test_dates_choose_the_statements(self):
        out = self.who("--after", "2024-03-07", "Ada", "Holm")
        self.assertIn("the bridge was closed", out)
        self.assertNotIn("would open in May", out)
        out = self.who("--before", "2024-03-06", "Ada", "Holm")
        self.assertIn("would open in May", out)
        self.assertNotIn("the bridge was closed", out)
        self.assertNotIn("About Ada Holm", out)
        self.assertIn("3 statements, 2 articles", out)  # that is who she is, whatever the days

    def test_an_id_finds_its_bearer(self):
        for name, entity in self.entities("Dahl").items():
            self.assertIn(name, self.run_command("show", "--format", "text", self.ledger, entity["id"]))
        (unnamed,) = {r["id"] for r in map(json.loads, self.run_command("export", self.ledger).splitlines())
                      if r["record"] == "entity" and "two officials" in r["name"].lower()}
        self.assertIn("Dahl was right", self.run_command("show", "--format", "text", self.ledger, unnamed))
        self.run_command("show", self.ledger, "E0123456789abcdef", status=1)

    def test_the_order_of_adding_does_not_matter(self):
        shuffled, other = list(ARTICLES), self.ledger + "2"
        random.Random(7).shuffle(shuffled)
        for article in shuffled:
            self.add([article], other)
        self.assertEqual(self.run_command("export", other), self.run_command("export", self.ledger))

    def test_merges(self):
        out = self.who("--merge", "Tom Dahl", "Thomas Dahl")
        self.assertEqual(out, "1: Tom Dahl and Thomas Dahl are one\n")
        self.assertEqual(self.entities("Dahl")["Thomas Dahl"]["statements"], 3)
        self.assertIn("Tom Dahl", self.entities("Dahl")["Thomas Dahl"]["aliases"])
        self.add([("e", "2024-03-10", "Tom Dahl said he was tired."), ("d", "2024-03-09", "Thomas Dahl said little.")])
        self.assertEqual(list(self.entities("Dahl")), ["Thomas Dahl"])
        self.assertIn("one already", self.who("--merge", "Tom Dahl", "Thomas Dahl", status=1))
        self.who("--undo", "1")
        self.assertEqual(set(self.entities("Dahl")), {"Tom Dahl", "Thomas Dahl"})

    def test_splits(self):
        self.who("--split", "Tom Dahl", "c")
        found = self.who("Dahl")
        self.assertEqual(found.count("Tom Dahl · person"), 2)
        self.assertIn("expected one whole name or id, found several called 'Dahl'", self.who("--side", "Dahl", "Dahl", status=1))
        self.assertIn("found no article 'x'", self.who("--split", "Ada Holm", "x", status=1))
        self.assertIn("expected fewer articles", self.who("--split", "Ada Holm", "a", "b", status=1))

    def test_tells_sides_by_id_too(self):
        board = next(iter(self.entities("Harbour Board").values()))["id"]
        self.who("--side", "Tom Dahl", board)
        self.assertEqual(self.entities("Tom Dahl")["Tom Dahl"]["side"], board)

    def test_lists_corrections(self):
        self.assertEqual(self.who("--corrections"), "")
        self.who("--merge", "Tom Dahl", "Thomas Dahl")
        self.who("--split", "Ada Holm", "b")
        self.assertEqual(self.who("--corrections").splitlines()[1], "2: Ada Holm is another in b")
        self.assertEqual([json.loads(line)["kind"] for line in self.who("--corrections", form="json").splitlines()],
                         ["merge", "split"])
        self.assertEqual(len(self.who("--corrections", form="csv").splitlines()), 3)

    def test_corrections_survive_reading_anew(self):
        self.who("--merge", "Tom Dahl", "Thomas Dahl")
        self.who("--split", "Ada Holm", "b")
        self.who("--undo", "1")
        before = self.who("--corrections"), self.run_command("export", self.ledger)
        self.run_command("upgrade", self.ledger)
        self.assertEqual((self.who("--corrections"), self.run_command("export", self.ledger)), before)

    def test_refuses_what_makes_no_sense(self):
        self.assertIn("found nobody called 'Nobody'", self.who("Nobody", status=1))
        self.assertIn("found nobody called 'Nobody'", self.who("--merge", "Tom Dahl", "Nobody", status=1))
        self.assertIn("one already", self.who("--merge", "Ada Holm", "Holm", status=1))
        self.assertIn("expected --merge A B, found 1", self.who("--merge", "Ada Holm", status=2))
        self.assertIn("found no correction 7", self.who("--undo", "7", status=1))
        self.assertIn("found two", self.who("--merge", "--split", "Ada Holm", "a", status=2))
        missing = self.run_command("who", self.ledger + "x", "--merge", "a", "b", status=1)
        self.assertIn("story.ledgerx", missing)
        self.assertFalse(os.path.exists(self.ledger + "x"))


if __name__ == "__main__":
    unittest.main()
