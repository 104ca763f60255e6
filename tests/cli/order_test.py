"""The order in which articles are added leaves no trace in a ledger. One test:
order_test.py HEARSAY Orders.test_name"""
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import unittest

HEARSAY = os.path.abspath(sys.argv.pop(1))
STORIES = pathlib.Path(__file__).resolve().parents[2] / "examples/annotated"
FEW, MORE = range(2), range(2, 5)  # shuffles


def stories():
    """The articles of all annotated stories."""
    fields = ("id", "publisher", "published", "title", "text")
    return [{field: article[field] for field in fields if field in article}
            for path in sorted(STORIES.glob("*.json"))
            for article in json.loads(path.read_text(encoding="utf-8"))["articles"]]


def crowd():
    """More articles of one claim than a statement keeps relations with."""
    said = ["said that the bridge was safe", "denied that the bridge was safe", "confirmed that the bridge was safe"]
    return [{"id": f"crowd-{i:02}", "publisher": f"Outlet {i}", "published": f"2024-03-{1 + i % 9:02}",
             "title": f"The bridge, day {i}",
             "text": f"Mayor Ada Holm {said[i % 3]}. {i} people had crossed the Lantern Bridge at Port Ansel by noon, "
                     f"the ferry office said.\n\nEngineer Tom Dahl {said[(i + 1) % 3]}, he told reporter {i}.\n"}
            for i in range(30)]


class Orders(unittest.TestCase):
    def export(self, folder, articles, calls):
        """The export of a ledger that the articles were put into by some calls of `add`."""
        ledger = folder / "order.ledger"
        for file in folder.iterdir():
            file.unlink()
        for i in range(calls):
            part = folder / "part.jsonl"
            part.write_text("".join(json.dumps(a) + "\n" for a in articles[i::calls]), encoding="utf-8")
            subprocess.run([HEARSAY, "add", ledger, part], check=True, capture_output=True, timeout=600)
        check = subprocess.run([HEARSAY, "check", "-f", "text", ledger], capture_output=True, text=True, timeout=600)
        self.assertEqual(check.returncode, 0, check.stdout + check.stderr)
        done = subprocess.run([HEARSAY, "export", ledger], check=True, capture_output=True, text=True, timeout=600)
        return done.stdout.splitlines()

    def compare(self, articles, shuffles):
        with tempfile.TemporaryDirectory() as folder:
            shuffled = list(articles)
            first = self.export(pathlib.Path(folder), shuffled, 1)
            self.assertTrue(any('"record": "relation"' in line for line in first))
            for seed in shuffles:
                random.Random(seed).shuffle(shuffled)
                other = self.export(pathlib.Path(folder), shuffled, 1 + seed)
                self.assertEqual(set(first) - set(other), set(), f"shuffle {seed}")
                self.assertEqual(first, other, f"shuffle {seed}")

    def test_stories_in_any_order(self):
        self.compare(stories(), FEW)

    def test_stories_in_more_orders(self):
        self.compare(stories(), MORE)

    def test_a_crowded_claim_in_any_order(self):
        self.compare(crowd(), [*FEW, *MORE])


if __name__ == "__main__":
    unittest.main()
