"""Ledgers as their users meet them: adding, killing, reading meanwhile, asking. One
test: ledger_test.py HEARSAY Ledgers.test_name"""
import csv
import io
import json
import os
import pathlib
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

HEARSAY = os.path.abspath(sys.argv.pop(1))
NAMES = ["Ada Holm", "Tom Dahl", "Ingrid Moe", "Jonas Lie", "Sara Vik"]


def article(number, verb="said"):
    name = NAMES[number % len(NAMES)]
    text = (f"{name} {verb} on Monday that pier {number} was safe.\n\n"
            f"“Nobody asked us about pier {number},” the union’s Eva Strand replied.\n")
    return {"id": f"n{number:04}", "published": f"2024-03-{1 + number % 28:02}", "title": f"Pier {number}", "text": text}


class Ledgers(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.ledger = self.path("story.ledger")

    def path(self, name):
        return str(pathlib.Path(self.folder.name) / name)

    def file(self, articles, name="articles.jsonl"):
        pathlib.Path(self.path(name)).write_text("".join(json.dumps(a) + "\n" for a in articles), encoding="utf-8")
        return self.path(name)

    def run_command(self, *arguments, status=0, stdin=b""):
        done = subprocess.run([HEARSAY, *map(str, arguments)], input=stdin, capture_output=True, timeout=300)
        self.assertEqual(done.returncode, status, done.stderr.decode())
        return done.stdout.decode(), done.stderr.decode()

    def add(self, *files, status=0):
        return self.run_command("add", self.ledger, *files, status=status)

    def records(self, command, *arguments):
        out, _ = self.run_command(command, "--format", "json", self.ledger, *arguments)
        return [json.loads(line) for line in out.splitlines()]

    def test_interrupted_it_says_how_far_it_came(self):
        feed = subprocess.Popen([HEARSAY, "add", "-j", "1", self.ledger], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE)
        for i in range(200):  # more than it buffers of what it is given
            feed.stdin.write((json.dumps(article(i)) + "\n").encode())
        feed.stdin.flush()
        time.sleep(1)
        feed.send_signal(signal.SIGINT)
        out, err = feed.communicate(timeout=60)
        self.assertEqual((feed.returncode, err), (130, b""))
        self.assertIn(b"; stopped before the end: give the same command again to go on", out)
        added = int(out.split()[0])
        self.run_command("check", self.ledger)
        again, _ = self.add(self.file([article(i) for i in range(200)]))
        self.assertIn(f"{200 - added} articles added, 0 new versions, {added} known already", again)

    def test_export_holds_what_was_read(self):
        articles = self.file([article(i) for i in range(10)])
        self.assertIn("10 articles added", self.add(articles)[0])
        read = {r["id"]: r for r in map(json.loads, self.run_command("read", "--format", "json", articles)[0].splitlines())}
        records = self.records("export")
        documents = [r for r in records if r["record"] == "document"]
        self.assertEqual(len(documents), 10)
        for document in documents:
            self.assertEqual({k: v for k, v in document.items() if k != "record"}, read[document["id"]])
        entities = {r["name"]: r for r in records if r["record"] == "entity"}
        self.assertEqual(len({m["document"] for m in entities["Eva Strand"]["mentions"]}), 10)
        self.assertEqual([d["published"] for d in documents], sorted(d["published"] for d in documents))

    def test_order_of_adding_does_not_show(self):
        articles = [article(i) for i in range(20)]
        self.add(self.file(articles))
        before = self.run_command("export", self.ledger)[0]
        os.remove(self.ledger)
        random.Random(1).shuffle(articles)
        for part in (articles[:7], articles[7:]):
            self.add(self.file(part))
        self.assertEqual(self.run_command("export", self.ledger)[0], before)

    def test_adding_again_changes_nothing(self):
        articles = self.file([article(i) for i in range(5)])
        self.add(articles)
        before = self.run_command("export", self.ledger)[0]
        out, _ = self.add(articles, articles)
        self.assertEqual(out, "0 articles added, 0 new versions, 10 known already\n")
        self.assertEqual(self.run_command("export", self.ledger)[0], before)

    def test_new_text_is_a_new_version(self):
        self.add(self.file([article(1)]))
        out, _ = self.add(self.file([article(1, "denied")]))
        self.assertEqual(out, "0 articles added, 1 new version, 0 known already\n")
        documents = [r for r in self.records("export") if r["record"] == "document"]
        self.assertEqual(len(documents), 1)
        self.assertIn("denied", documents[0]["text"])

    def test_a_folder_and_a_bad_line(self):
        os.makedirs(self.path("inbox/deep"))
        self.file([article(1)], "inbox/deep/one.jsonl")
        pathlib.Path(self.path("inbox/two.txt")).write_text("Ada Holm said no.\n")
        pathlib.Path(self.path("inbox/three.jsonl")).write_text('{"text": "Per Dahl denied it."}\n{broken\n')
        out, err = self.add(self.path("inbox"), status=1)
        self.assertEqual(out, "3 articles added, 0 new versions, 0 known already, 2 without a date (--published gives one), 1 could not be read\n")
        self.assertIn("three.jsonl:2", err)
        self.assertEqual(len(err.splitlines()), 1)

    def test_threads_give_the_same_ledger(self):
        articles = self.file([article(i) for i in range(60)])
        exports = []
        for threads in (1, 4):
            self.run_command("add", "-j", threads, self.ledger, articles)
            exports.append(self.run_command("export", self.ledger)[0])
            os.remove(self.ledger)
        self.assertEqual(exports[0], exports[1])

    def test_killed_at_any_point(self):
        articles = self.file([article(i) for i in range(600)])
        chance = random.Random(7)
        for _ in range(8):
            child = subprocess.Popen([HEARSAY, "add", self.ledger, articles], stdout=subprocess.DEVNULL)
            time.sleep(chance.uniform(0, 0.4))
            child.send_signal(signal.SIGKILL)
            child.wait()
            if os.path.exists(self.ledger) and os.path.getsize(self.ledger) > 0:
                self.run_command("check", self.ledger)
        self.add(articles)
        self.run_command("check", self.ledger)
        ids = [r["id"] for r in self.records("export") if r["record"] == "document"]
        self.assertEqual(sorted(ids), sorted(article(i)["id"] for i in range(600)))

    def test_reading_while_another_process_adds(self):
        self.add(self.file([article(0)]))
        articles = self.file([article(i) for i in range(600)], "more.jsonl")
        child = subprocess.Popen([HEARSAY, "add", self.ledger, articles], stdout=subprocess.DEVNULL)
        while child.poll() is None:
            self.assertGreaterEqual(len(self.records("search", "--limit", 10, "pier")), 1)
        self.assertEqual(child.returncode, 0)
        self.assertEqual(len([r for r in self.records("export") if r["record"] == "document"]), 600)

    def test_search_and_its_filters(self):
        self.add(self.file([article(i, "denied" if i % 2 else "said") for i in range(6)]))
        self.assertEqual({r["document"] for r in self.records("search", '"pier 3"')}, {"n0003"})
        self.assertEqual({r["source"] for r in self.records("search", 'by:"Tom Dahl"')}, {"Tom Dahl"})
        self.assertEqual({r["act"] for r in self.records("search", "act:deny")}, {"deny"})
        self.assertEqual({r["document"] for r in self.records("search", "after:2024-03-05")}, {"n0004", "n0005"})
        self.assertEqual(len(self.records("search", "-n", 1, "pier")), 1)
        self.assertEqual(self.records("search", "nowhere"), [])
        for bad in ("act:dance", "after:yesterday"):
            out, err = self.run_command("search", self.ledger, bad, status=2)
            self.assertEqual(out, "")
            self.assertEqual(len(err.splitlines()), 1)

    def wire(self):
        """A report that two outlets carry, and an own report with a quotation of it."""
        gates = ("Mayor Ada Holm said on Wednesday that the sluice gates at Port Ansel would stay shut until engineers had "
                 "tested both pumps.\n\n“We looked at each pump in the house and found that none of them ran,” the union’s "
                 "Eva Strand said.\n\nThe harbour office denied that the pumps had failed. Its director, Per Dahl, said that "
                 "the gates were shut because of high water in the upper basin.")
        end = ("\n\nTwo dredgers have waited in the outer harbour since Monday, and a third was sent back to Brannoc after "
               "its crew had run out of fresh water.")
        own = ("The opposition in Port Ansel asked on Thursday why the harbour office had not told anybody of the trouble.\n\n"
               "“We looked at each pump in the house and found that none of them ran,” Eva Strand of the dockers’ union said."
               "\n\nThe council was told on Sunday, and a report will be published next week.")
        return [{"id": "quay", "publisher": "The Quay Mail", "published": "2024-03-06", "text": gates + end},
                {"id": "north", "publisher": "Northline", "published": "2024-03-07", "text": "PORT ANSEL — " + gates},
                {"id": "post", "publisher": "Harbour Post", "published": "2024-03-07", "text": own}]

    def test_wire_stories_count_once(self):
        self.add(self.file(self.wire()))
        records = self.records("export")
        self.assertEqual({r["id"]: r.get("copy_of") for r in records if r["record"] == "document"},
                         {"quay": None, "north": "quay", "post": None})
        repeats = [r for r in records if r["record"] == "relation" and r["type"] == "repeats"]
        self.assertTrue(any(r["why"].endswith("copy of the same report, carried by Northline") for r in repeats))
        self.assertTrue(any(r["why"].endswith("of two reports, carried by Harbour Post") for r in repeats))
        across = [r for r in records if r["record"] == "relation" and {r["from"]["document"], r["to"]["document"]} == {"quay", "north"}]
        self.assertEqual({r["type"] for r in across}, {"repeats"})
        text, _ = self.run_command("disputes", "--format", "text", self.ledger, "by:office")
        self.assertEqual(text.count("denied"), 2)  # of two statements, not four
        self.assertIn("also carried by Northline\n", text)
        self.assertIn("in the same words carried by The Quay Mail, Northline\n",
                      self.run_command("claims", "--format", "text", self.ledger)[0])
        found = {r["document"]: r for r in self.records("search", "found ran")}
        self.assertEqual(found["post"]["carried_by"], ["quay", "north"])

    def test_wire_stories_in_any_order_and_without_one(self):
        articles = self.wire()
        self.add(self.file(articles))
        before = self.run_command("export", self.ledger)[0]
        os.remove(self.ledger)
        for one in (articles[2], articles[1], articles[0]):
            self.add(self.file([one]))
        self.assertEqual(self.run_command("export", self.ledger)[0], before)
        articles[0]["text"] = "Nothing is left of this report but a line about the weather, which was fine on Wednesday."
        self.add(self.file(articles[:1]))
        self.assertIn("all is well", self.run_command("check", "--format", "text", self.ledger)[0])
        self.assertFalse([r for r in self.records("export") if r.get("copy_of")])

    def test_who(self):
        self.add(self.file([article(i) for i in range(5)]))
        names = [r["name"] for r in self.records("who") if r["record"] == "entity"]
        self.assertEqual(names[0], "Eva Strand")
        found = self.records("who", "Holm")
        self.assertEqual(found[0]["name"], "Ada Holm")
        self.assertEqual({r["source"] for r in found[1:]}, {"Ada Holm"})
        self.run_command("who", self.ledger, "Nobody", status=1)

    def add_story(self):
        """The example story: one claim told by four outlets."""
        self.add(pathlib.Path(__file__).parents[2] / "examples/story")

    def test_disputes_and_why(self):
        self.add_story()
        records = self.records("disputes")
        statements = {(r["document"], r["attribution"]): r for r in records if r["record"] == "statement"}
        relations = [r for r in records if r["record"] == "relation"]
        self.assertGreaterEqual(len(relations), 3)
        for relation in relations:
            self.assertIn(relation["type"], ("disputes", "conflicts", "retracts"))
            self.assertGreaterEqual(relation["confidence"], 0.5)
            self.assertNotEqual(relation["why"], "")
            for end in ("from", "to"):
                self.assertIn((relation[end]["document"], relation[end]["attribution"]), statements)
            later, earlier = (statements[relation[e]["document"], relation[e]["attribution"]] for e in ("from", "to"))
            self.assertGreaterEqual(later["published"], earlier["published"])
        surest = max(r["confidence"] for r in relations)
        sure = [r for r in self.records("disputes", "--min-confidence", surest) if r["record"] == "relation"]
        self.assertEqual(sure, [r for r in relations if r["confidence"] == surest])
        self.assertLess(len(sure), len(relations))
        self.assertEqual(self.records("disputes", "by:Nobody"), [])
        text, _ = self.run_command("disputes", "--format", "text", self.ledger)
        self.assertRegex(text, r"disputed, \d\d % sure: ")
        table = list(csv.DictReader(io.StringIO(self.run_command("disputes", "-f", "csv", self.ledger)[0], newline="")))
        self.assertEqual([float(row["confidence"]) for row in table], [r["confidence"] for r in relations])

    def test_claims_have_threads_of_the_export(self):
        self.add_story()
        exported = {r["id"]: r for r in self.records("export") if r["record"] == "thread"}
        claims = self.records("claims")
        self.assertEqual({r["id"] for r in claims}, set(exported))
        documents = {r["id"]: r for r in self.records("export") if r["record"] == "document"}
        for claim in claims:
            self.assertEqual(claim, exported[claim["id"]])
            self.assertGreaterEqual(len(claim["statements"]), 2)
            for place in claim["statements"]:
                self.assertIn(place["attribution"], {a["id"] for a in documents[place["document"]]["attributions"]})
            for position in claim["positions"]:
                self.assertIn(position["position"], ("asserted", "denied", "confirmed", "retracted", "declined", "none"))
        text, _ = self.run_command("claims", "--format", "text", self.ledger)
        self.assertIn("independent source", text)

    def test_changes_are_of_one_side(self):
        told = [(1, "nine", "Police chief Ada Holm"), (2, "two", "Police chief Ada Holm"), (2, "seven", "Ferry owner Tom Vik")]
        self.add(self.file([{"id": f"a{i}", "published": f"2024-03-0{day}",
                             "text": f"{who} said that {count} people were missing after the ferry sank.\n"}
                            for i, (day, count, who) in enumerate(told)]))
        records = self.records("changes", "Holm")
        self.assertEqual([(r["type"], r["from"]["document"], r["to"]["document"]) for r in records if r["record"] == "relation"],
                         [("retracts", "a1", "a0")])
        self.assertEqual(self.records("changes", "Vik"), [])

    def test_a_replaced_version_relates_to_nothing(self):
        told = {"id": "a", "published": "2024-03-01", "text": "Mayor Ada Holm said that nine people were missing after the ferry sank.\n"}
        other = {"id": "b", "published": "2024-03-02",
                 "text": "The coast guard denied that nine people were missing after the ferry sank.\n"}
        self.add(self.file([told, other]))
        before = [r for r in self.records("export") if r["record"] == "relation"]
        self.assertEqual(len(before), 1)
        self.add(self.file([{**told, "text": "Mayor Ada Holm said nothing.\n"}]))
        self.assertEqual([r for r in self.records("export") if r["record"] == "relation"], [])

    def test_tables(self):
        self.add(self.file([article(i) for i in range(3)]))
        for command, column in ("export", "entity_name"), ("search", "entity_name"), ("who", "name"):
            out, _ = self.run_command(command, "--format", "csv", self.ledger)
            rows = list(csv.DictReader(io.StringIO(out, newline="")))
            self.assertEqual({r[column] for r in rows}, {"Ada Holm", "Tom Dahl", "Ingrid Moe", "Eva Strand"})

    def test_text_is_for_people(self):
        self.add(self.file([article(0)]))
        out, _ = self.run_command("search", "--format", "text", self.ledger, "safe")
        self.assertIn("Pier 0 · ¶1", out)
        self.assertIn("Ada Holm said", out)

    def test_an_id_is_never_broken_and_a_text_has_a_name(self):
        address = "https://northline.example.com/2024/03/06/the-bridge-over-the-strait-was-safe-says-the-mayor"
        self.add(self.file([{**article(0), "id": address}]))
        folder = pathlib.Path(self.path("inbox"))
        folder.mkdir()
        (folder / "note.txt").write_text("Mayor Ada Holm said that the pier was safe.\n")
        (folder / "story.txt").write_text("Pier is safe, says mayor\n\nMayor Ada Holm said that the old pier was safe.\n")
        self.add(folder)
        for command in "search", "timeline":
            out, _ = self.run_command(command, "--format", "text", self.ledger)
            self.assertRegex(out, rf"(?m)^ *{address}/a1$")
        titles = {r["document"]: r.get("title") for r in self.records("search")}
        self.assertEqual(set(titles.values()), {"Pier 0", "note.txt", "Pier is safe, says mayor"})

    def test_what_is_not_there_is_not_made(self):
        none = self.path("none.ledger")
        self.assertIn("remembers no feeds", self.run_command("watch", none, status=1)[1])
        for command in ["serve", none], ["who", none, "--merge", "A", "B"]:
            _, err = self.run_command(*command, status=1)
            self.assertTrue(err.startswith(f"hearsay: {none}: expected a ledger, found no such file"), err)
        self.assertFalse(os.path.exists(none))
        _, err = self.run_command("add", self.path("no/where.ledger"), self.file([article(0)]), status=1)
        self.assertEqual(err, f"hearsay: {self.path('no/where.ledger')}: cannot be opened: No such file or directory\n")

    def test_a_last_line_that_is_lost_is_a_failure(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([HEARSAY, "add", self.ledger, self.file([article(0)])], stdout=full, stderr=subprocess.PIPE)
        self.assertEqual((done.returncode, done.stderr), (1, b"hearsay: standard output: cannot be written: No space left on device\n"))
        self.assertEqual(len(self.records("search")), 2)

    def test_what_is_no_ledger_is_left_alone(self):
        articles = self.file([article(0)])
        before = pathlib.Path(articles).read_bytes()
        for command in (["add", articles, articles], ["search", articles, "x"], ["export", articles], ["check", articles]):
            _, err = self.run_command(*command, status=1)
            self.assertEqual(len(err.splitlines()), 1)
            self.assertIn("expected a ledger", err)
        self.assertEqual(pathlib.Path(articles).read_bytes(), before)
        self.add(articles)
        kept = pathlib.Path(self.ledger).read_bytes()
        for command in ("search", "claims", "disputes", "changes", "who", "export"):
            self.run_command(command, "--output", self.ledger, self.ledger, status=1)
        self.assertEqual(pathlib.Path(self.ledger).read_bytes(), kept)
        empty = pathlib.Path(self.path("empty.ledger"))
        empty.touch()
        self.assertIn("expected a ledger, found an empty file", self.run_command("check", empty, status=1)[1])
        self.assertIn("1 article added", self.run_command("add", empty, articles)[0])
        for command in ("search", "export", "stats", "check", "who"):
            _, err = self.run_command(command, self.path("none.ledger"), status=1)
            self.assertIn("none.ledger", err)
            self.assertFalse(os.path.exists(self.path("none.ledger")))
            self.run_command(command, status=2)

    def test_a_damaged_ledger_is_said_to_be_damaged(self):
        self.add(self.file([article(i) for i in range(300)]))
        content = bytearray(pathlib.Path(self.ledger).read_bytes())
        for at in range(8192, len(content), 4096):
            content[at:at + 64] = bytes(64)
        pathlib.Path(self.ledger).write_bytes(content)
        done = subprocess.run([HEARSAY, "check", self.ledger], capture_output=True, timeout=60)
        self.assertEqual(done.returncode, 1)
        self.assertNotEqual(done.stderr, b"")

    def test_a_ledger_of_a_newer_schema(self):
        self.add(self.file([article(0)]))
        with open(self.ledger, "r+b") as file:
            file.seek(60)  # user_version, big-endian
            file.write((99).to_bytes(4, "big"))
        _, err = self.run_command("stats", self.ledger, status=1)
        self.assertIn("schema 99", err)

    def test_a_ledger_is_read_anew(self):
        self.add(self.file([article(i) for i in range(20)]))
        self.add(self.file([{**article(3), "text": "Ada Holm denied it.\n"}]))
        before = self.run_command("export", self.ledger)[0]
        self.assertEqual(self.run_command("upgrade", self.ledger)[0], "20 articles read anew, 1 newer version\n")
        self.assertEqual(self.run_command("export", self.ledger)[0], before)
        self.assertEqual(os.listdir(self.folder.name).count("story.ledger"), 1)
        self.assertEqual([f for f in os.listdir(self.folder.name) if "upgrade" in f], [])
        self.run_command("check", self.ledger)
        articles = self.file([article(0)])
        self.run_command("upgrade", articles, status=1)
        self.assertNotEqual(pathlib.Path(articles).read_bytes(), b"")

    def test_reading_anew_is_stopped(self):
        self.add(self.file([article(i) for i in range(300)]))
        before = self.run_command("export", self.ledger)[0]
        anew = subprocess.Popen([HEARSAY, "upgrade", "-j", "1", self.ledger], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        deadline = time.monotonic() + 30
        while not os.path.exists(self.ledger + ".upgrade-wal") and time.monotonic() < deadline:
            time.sleep(0.001)
        anew.send_signal(signal.SIGINT)
        out, err = anew.communicate(timeout=60)
        self.assertEqual((anew.returncode, err), (130, b""))
        self.assertRegex(out.decode(), r"story.ledger: stays as it was; stopped after \d+ of 300 versions of articles\n$")
        self.assertEqual([f for f in os.listdir(self.folder.name) if "upgrade" in f], [])
        self.assertEqual(self.run_command("export", self.ledger)[0], before)

    def test_an_article_in_another_language_is_kept(self):
        text = "Die Bürgermeisterin sagte am Montag, die Brücke sei sicher und niemand habe sie nach den Messwerten gefragt."
        file = self.file([{"id": "de", "published": "2031-03-04", "text": text}, article(1)])
        self.add(file)
        stats = self.records("stats")[0]
        self.assertEqual((stats["articles"], stats["unread"]), (2, 1))
        self.assertEqual(self.records("show", "de")[0]["unread"], "no models for language de")
        self.run_command("check", self.ledger)
        self.run_command("upgrade", self.ledger)
        self.assertEqual(self.records("stats")[0]["unread"], 1)
        self.assertIn("0 articles added", self.add(file)[0])

    def test_unread_articles_are_searched(self):
        text = "Die Bürgermeisterin sagte am Montag, die Brücke sei sicher und niemand habe sie nach den Messwerten gefragt."
        self.add(self.file([{"id": "de", "title": "Brücke gesperrt", "published": "2031-03-04", "text": text}, article(1)]))
        self.assertEqual(self.records("search", "brucke", "messwerten"),
                         [{"record": "unread", "document": "de", "title": "Brücke gesperrt", "published": "2031-03-04",
                           "unread": "no models for language de"}])
        self.assertEqual(self.records("search", "brücke", "after:2031-03-05"), [])
        self.assertEqual(self.records("search", "brücke", "by:Holm"), [])
        self.run_command("remove", self.ledger, "de")
        self.assertEqual(self.records("search", "brücke"), [])
        self.run_command("check", self.ledger)

    def test_a_language_that_was_given_is_remembered(self):
        text = "Die Bürgermeisterin sagte am Montag, die Brücke sei sicher und niemand habe sie nach den Messwerten gefragt."
        self.run_command("add", "--language", "en", self.ledger, self.file([{"id": "de", "text": text}]))
        self.assertEqual(self.records("stats")[0]["unread"], 0)
        self.run_command("upgrade", self.ledger)
        self.assertEqual(self.records("stats")[0]["unread"], 0)
        self.assertEqual((self.records("show", "de")[0]["language"], self.records("show", "de")[0]["language_given"]), ("en", True))

    def test_a_ledger_of_the_first_schema(self):
        lines = [json.loads(line) for line in
                 self.run_command("read", "--format", "json", self.file([article(i) for i in range(3)]))[0].splitlines()]
        old = sqlite3.connect(self.ledger)
        old.executescript("PRAGMA application_id = 1213354841; PRAGMA user_version = 1; "
                          "CREATE TABLE articles (number INTEGER PRIMARY KEY, id TEXT, version INTEGER, analysis TEXT);")
        old.executemany("INSERT INTO articles(id, version, analysis) VALUES (?, 1, ?)",
                        [(line["id"], json.dumps(line)) for line in lines])
        old.commit()
        old.close()
        _, err = self.run_command("stats", self.ledger, status=1)
        self.assertIn("hearsay upgrade", err)
        self.run_command("upgrade", self.ledger)
        self.assertEqual([r["id"] for r in self.records("export") if r["record"] == "document"], ["n0000", "n0001", "n0002"])

    def test_a_locked_ledger(self):
        self.add(self.file([article(0)]))
        other = sqlite3.connect(self.ledger)
        other.execute("BEGIN IMMEDIATE")
        _, err = self.add(self.file([article(1)]), status=1)
        self.assertIn("locked", err)
        self.assertEqual(len(err.splitlines()), 1)
        other.close()
        self.assertIn("1 article added", self.add(self.file([article(1)]))[0])

    def test_a_full_disk(self):
        articles = self.file([article(i) for i in range(900)])
        done = subprocess.run(["bash", "-c", f"ulimit -f 400; exec '{HEARSAY}' add '{self.ledger}' '{articles}'"],
                              capture_output=True, timeout=120, preexec_fn=lambda: signal.signal(signal.SIGXFSZ, signal.SIG_IGN))
        self.assertEqual(done.returncode, 1)
        self.assertEqual(len(done.stderr.decode().splitlines()), 1)
        added = int(done.stdout.split()[0])
        documents = [r for r in self.records("export") if r["record"] == "document"]
        self.assertEqual(len(documents), added)


if __name__ == "__main__":
    unittest.main()
