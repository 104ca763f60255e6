"""What people tell a ledger holds, whenever they tell it. One test:
correcting_test.py HEARSAY Correcting.test_name"""
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import unittest

HEARSAY = os.path.abspath(sys.argv.pop(1))
STORY = pathlib.Path(__file__).resolve().parents[2] / "examples/story/lantern-bridge.jsonl"
DISPUTE = ("ansel-bridge-1/a14", "ansel-bridge-1/a15")


def story():
    """The example story, its first article also in another paper."""
    articles = [json.loads(line) for line in STORY.read_text(encoding="utf-8").splitlines()]
    copy = {**articles[0], "id": "post-9", "publisher": "Tidewater Post", "url": "https://post.example/9"}
    return [*articles, copy]


class Correcting(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.count = 0

    def run_command(self, *arguments, status=0, stdin=""):
        done = subprocess.run([HEARSAY, *arguments], input=stdin, capture_output=True, text=True, timeout=300)
        self.assertEqual(done.returncode, status, done.stderr)
        return done.stdout or done.stderr

    def new_ledger(self, articles=()):
        self.count += 1
        ledger = str(pathlib.Path(self.folder.name) / f"{self.count}.ledger")
        if articles:
            self.add(ledger, articles)
        return ledger

    def add(self, ledger, articles):
        self.run_command("add", "--from", "jsonl", ledger, stdin="".join(json.dumps(a) + "\n" for a in articles))

    def export(self, ledger):
        self.assertIn("all is well", self.run_command("check", "-f", "text", ledger))
        return self.run_command("export", ledger).splitlines()

    def relations(self, ledger):
        def place(end):
            return end["document"] + "/" + end["attribution"]
        records = map(json.loads, self.run_command("export", ledger).splitlines())
        return {(place(r["from"]), place(r["to"])) for r in records if r["record"] == "relation"}

    def unrelated(self, ledger, first, second, status=0):
        return self.run_command("disputes", "-f", "text", ledger, "--unrelated", first, second, status=status)

    def test_what_is_unrelated_is_gone_with_its_copies(self):
        ledger = self.new_ledger(story())
        before, related = self.export(ledger), self.relations(ledger)
        self.assertIn("sensors on the bridge", self.run_command("disputes", ledger))
        self.assertEqual(self.unrelated(ledger, *DISPUTE),
                         "1: ansel-bridge-1/a14 and ansel-bridge-1/a15 are not related\n")
        gone = related - self.relations(ledger)
        self.assertEqual(gone, {tuple(reversed(DISPUTE)), ("post-9/a15", "post-9/a14")})
        self.assertEqual(self.relations(ledger) - related, set())
        self.assertNotIn("sensors on the bridge", self.run_command("disputes", ledger))
        self.assertNotIn("sensors on the bridge", self.run_command("claims", ledger, "aware"))
        self.assertNotIn("rejects what Two officials", self.run_command("report", ledger))
        self.assertNotIn("rejects what Two officials", self.run_command("show", "-f", "text", ledger, DISPUTE[0]))
        self.run_command("disputes", ledger, "--undo", "1")
        self.assertEqual(self.export(ledger), before)

    def test_it_does_not_matter_when_it_is_told(self):
        ledger = self.new_ledger(story())
        told = [DISPUTE, ("ansel-bridge-4/a3", "ansel-bridge-2/a12")]
        for pair in told:
            self.unrelated(ledger, *pair)
        wanted = self.export(ledger)
        for seed in range(4):
            articles = story()
            random.Random(seed).shuffle(articles)
            other, there = self.new_ledger(), set()
            for article in articles:
                self.add(other, [article])
                there.add(article["id"])
                for pair in told:
                    documents = {statement.split("/")[0] for statement in pair}
                    if documents <= there and article["id"] in documents:
                        self.unrelated(other, *pair)
            self.assertEqual(self.export(other), wanted, f"shuffle {seed}")

    def test_it_outlives_the_article(self):
        ledger = self.new_ledger(story())
        self.unrelated(ledger, *DISPUTE)
        wanted = self.export(ledger)
        self.run_command("upgrade", ledger)
        self.assertEqual(self.export(ledger), wanted)
        self.run_command("remove", ledger, "ansel-bridge-1")
        self.assertEqual(len(self.run_command("disputes", "-f", "json", ledger, "--corrections").splitlines()), 1)
        self.add(ledger, story())
        self.assertFalse(set(self.relations(ledger)) & {tuple(reversed(DISPUTE)), ("post-9/a15", "post-9/a14")})

    def related(self, ledger, first, second, *flags, status=0):
        return self.run_command("disputes", "-f", "text", ledger, "--related", first, second, *flags, status=status)

    def told(self, ledger):
        """The relations that were told."""
        records = map(json.loads, self.export(ledger))
        return [r for r in records if r["record"] == "relation" and r.get("told")]

    def test_a_relation_is_confirmed(self):
        ledger = self.new_ledger(story())
        before = self.export(ledger)
        self.assertEqual(self.related(ledger, *DISPUTE),
                         "1: ansel-bridge-1/a14 and ansel-bridge-1/a15 are related: disputes\n")
        confirmed = self.told(ledger)  # and its copy in the other paper
        self.assertEqual({(r["from"]["document"], r["type"], r["confidence"]) for r in confirmed},
                         {("ansel-bridge-1", "disputes", 1), ("post-9", "disputes", 1)})
        self.assertIn("confirmed by hand: Holm's office rejects what",
                      " ".join(self.run_command("disputes", "-f", "text", ledger, "--min-confidence", "1").split()))
        wanted = self.export(ledger)
        self.run_command("upgrade", ledger)
        self.assertEqual(self.export(ledger), wanted)
        self.assertIn("undo it first", self.unrelated(ledger, *DISPUTE, status=1))
        self.run_command("disputes", ledger, "--undo", "1")
        self.assertEqual(self.export(ledger), before)

    def test_what_nothing_relates_is_told_to_be_related(self):
        pair = ("ansel-bridge-1/a1", "ansel-bridge-4/a5")
        ledger = self.new_ledger(story())
        before = self.export(ledger)
        self.assertIn("say which one it is", self.related(ledger, *pair, status=1))
        self.assertIn("expected disputes, retracts, supports, repeats or conflicts",
                      self.related(ledger, *pair, "--as", "likes", status=2))
        self.assertIn("expected --related A B", self.run_command("disputes", ledger, "--as", "repeats", status=2))
        self.related(ledger, *pair, "--as", "supports")
        [relation] = [r for r in self.told(ledger) if r["from"]["document"] == "ansel-bridge-4"
                      and r["to"]["document"] == "ansel-bridge-1"]
        self.assertEqual((relation["type"], relation["why"]), ("supports", "told by hand"))
        wanted = self.export(ledger)
        for seed in range(3):
            articles = story()
            random.Random(seed).shuffle(articles)
            other, there = self.new_ledger(), set()
            for article in articles:
                self.add(other, [article])
                there.add(article["id"])
                if {"ansel-bridge-1", "ansel-bridge-4"} <= there and article["id"] in ("ansel-bridge-1", "ansel-bridge-4"):
                    self.related(other, *pair, "--as", "supports")
            self.assertEqual(self.export(other), wanted, f"shuffle {seed}")
        self.run_command("disputes", ledger, "--undo", "1")
        self.assertEqual(self.export(ledger), before)

    def side(self, ledger):
        self.run_command("who", ledger, "--side", "Paula Holm", "Yusuf Amadi")

    def test_a_side_that_is_told_relates_statements_anew(self):
        ledger = self.new_ledger(story())
        before, related = self.export(ledger), self.relations(ledger)
        self.side(ledger)
        told = self.relations(ledger)
        self.assertTrue(told - related or related - told)
        self.run_command("who", ledger, "--undo", "1")
        self.assertEqual(self.export(ledger), before)
        self.side(ledger)
        wanted = self.export(ledger)
        self.run_command("upgrade", ledger)
        self.assertEqual(self.export(ledger), wanted)

    def test_it_does_not_matter_when_a_side_is_told(self):
        ledger = self.new_ledger(story())
        self.side(ledger)
        wanted = self.export(ledger)
        for seed in range(4):
            articles = story()
            random.Random(seed).shuffle(articles)
            other, told, there = self.new_ledger(), False, set()
            for article in articles:
                self.add(other, [article])
                there.add(article["id"])
                if not told and there & {"ansel-bridge-2", "ansel-bridge-3"}:  # both are named there
                    self.side(other)
                    told = True
            self.assertEqual(self.export(other), wanted, f"shuffle {seed}")

    def test_refuses_statements_that_nothing_relates(self):
        ledger = self.new_ledger(story())
        self.assertIn("expected --unrelated A B, found 1 operands",
                      self.run_command("disputes", ledger, "--unrelated", "x", status=2))
        self.assertIn("found no relation between", self.unrelated(ledger, DISPUTE[0], DISPUTE[0], status=1))
        self.assertIn("found no statement 'ansel-bridge-1/a99'",
                      self.unrelated(ledger, DISPUTE[0], "ansel-bridge-1/a99", status=1))
        self.assertIn("expected a statement (ARTICLE/a3)", self.unrelated(ledger, "Holm", DISPUTE[0], status=1))


if __name__ == "__main__":
    unittest.main()
