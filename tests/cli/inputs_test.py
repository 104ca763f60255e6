"""Every format that is read, compressed and not, found by its bytes; what is wrong with archives.
One test: inputs_test.py HEARSAY Inputs.test_name"""
import csv
import gzip
import io
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

HEARSAY = sys.argv.pop(1)
PAGE = (b"<!doctype html><html><head><title>Bridge closed</title></head><body><article><h1>Bridge closed</h1>"
        b"<p>Mayor Ada Holm said on Monday that the bridge was safe and would be opened again within a week.</p>"
        b"<p>Nobody believed her when she said so in the council, and the union's Eva Strand denied it.</p></article></body></html>")


def record(kind, fields, content):
    return f"WARC/1.0\r\nWARC-Type: {kind}\r\n{fields}Content-Length: {len(content)}\r\n\r\n".encode() + content + b"\r\n\r\n"


def response(name, body=PAGE):
    return record("response", f"WARC-Target-URI: https://example.com/{name}\r\nContent-Type: application/http; msgtype=response\r\n",
                  b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body)


WARC = record("request", "", b"GET / HTTP/1.1\r\n\r\n") + response("a") + response("b")
MAIL = (b"From news@example.com Wed Mar  6 08:15:00 2024\nFrom: Harbour Radio <news@example.com>\nSubject: Bridge closed\n"
        b"Date: Wed, 6 Mar 2024 08:15:00 +0000\n\nMayor Ada Holm said that the bridge was safe.\n")
NEWSML = (b"<?xml version='1.0'?><newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='urn:1' xml:lang='en'><itemMeta>"
          b"<provider><name>Northwire</name></provider><firstCreated>2024-03-06T08:00:00Z</firstCreated></itemMeta><contentMeta>"
          b"<headline>Bridge closed</headline></contentMeta><contentSet><inlineXML><nitf><body><body.content>"
          b"<p>Mayor Ada Holm said on Monday that the bridge was safe and would be opened again within a week.</p>"
          b"</body.content></body></nitf></inlineXML></contentSet></newsItem>")
NINJS = {"uri": "urn:1", "pubstatus": "usable", "headline": "Bridge closed", "firstcreated": "2024-03-06T08:00:00Z",
         "body_text": "Mayor Ada Holm said that the bridge was safe."}


class Inputs(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def file(self, name, content):
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def run_command(self, *arguments):
        return subprocess.run([HEARSAY, *map(str, arguments)], capture_output=True, text=True, timeout=120)

    def read(self, *arguments):
        done = self.run_command("read", "-f", "json", *arguments)
        return done.returncode, [json.loads(line) for line in done.stdout.splitlines()], done.stderr.splitlines()

    def test_formats_are_found_by_content(self):
        for content, count in ((PAGE, 1), (WARC, 2), (MAIL, 1), (NEWSML, 1), (json.dumps(NINJS, indent=2).encode(), 1),
                               (json.dumps({"html": PAGE.decode()}).encode() + b"\n", 1)):
            for packed in (content, gzip.compress(content)):
                status, records, errors = self.read(self.file("x", packed))
                self.assertEqual((status, len(records), errors), (0, count, []), content[:40])
                for found in records:
                    self.assertIn("Bridge closed", found["title"])
                    self.assertIn("Ada Holm said", found["text"])
                    self.assertTrue(found["attributions"])

    def test_zstd(self):
        if not shutil.which("zstd"):
            self.skipTest("no zstd")
        packed = subprocess.run(["zstd", "-qc"], input=WARC, capture_output=True).stdout
        self.assertEqual(len(self.read(self.file("x", packed))[1]), 2)

    def test_metadata_of_each(self):
        _, (mail, newsml, ninjs), _ = self.read(self.file("m", MAIL), self.file("n", NEWSML), self.file("j", json.dumps(NINJS)))
        self.assertEqual((mail["publisher"], mail["published"]), ("Harbour Radio", "2024-03-06T08:15:00+00:00"))
        self.assertEqual((newsml["id"], newsml["publisher"], newsml["published"]), ("urn:1", "Northwire", "2024-03-06T08:00:00Z"))
        self.assertEqual((ninjs["id"], ninjs["published"]), ("urn:1", "2024-03-06T08:00:00Z"))

    def test_formats_can_be_forced(self):
        for name, content in (("html", b"Mayor Ada Holm said that the bridge was safe and would be opened again within a week."), ("warc", WARC), ("mbox", MAIL),
                              ("newsml", NEWSML), ("ninjs", json.dumps(NINJS).encode())):
            self.assertEqual(self.read("--from", name, self.file("x.txt", content))[0], 0, name)
        self.assertEqual(self.read("--from", "text", self.file("x", json.dumps(NINJS)))[1][0]["text"], json.dumps(NINJS))

    def test_what_is_refused_is_named(self):
        for content, what in ((b"%PDF-1.4", "a PDF"), (b"PK\x03\x04", "a ZIP archive"), (b"<rss version='2.0'></rss>", "an RSS feed")):
            status, records, errors = self.read(self.file("x", content))
            self.assertEqual((status, len(records), len(errors)), (1, 1, 1))
            self.assertIn("x: expected articles, found " + what, errors[0])

    def test_errors_name_file_record_and_byte(self):
        broken = record("response", "Content-Type: application/http\r\n", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
                        b"Transfer-Encoding: chunked\r\n\r\nff\r\n<p>x")
        status, records, errors = self.read(self.file("x.warc", WARC + broken + response("c")))
        self.assertEqual((status, len(records), len(errors)), (1, 4, 1))
        self.assertIn(f"x.warc: record 4 at byte {len(WARC)}: expected a chunk of 255 bytes", errors[0])
        members = gzip.compress(WARC, mtime=0) + gzip.compress(response("c"), mtime=0)[:-30] + gzip.compress(response("d"), mtime=0)
        status, records, errors = self.read(self.file("x.warc.gz", members))
        self.assertEqual((status, len([r for r in records if "error" not in r]), len(errors)), (1, 3, 1))
        self.assertIn(f"gzip member at byte {len(gzip.compress(WARC, mtime=0))}", errors[0])

    def test_add_counts_what_it_skips(self):
        done = self.run_command("add", self.folder / "l.ledger", self.file("x.warc", WARC))
        self.assertEqual(done.stdout, "2 articles added, 0 new versions, 0 known already, 2 without a date (--published gives one), "
                                      "1 other record of archives skipped\n")

    def test_cancelled_items_are_taken_back(self):
        ledger = self.folder / "l.ledger"
        item = NINJS | {"source": "Northwire"}
        self.run_command("add", ledger, self.file("1.json", json.dumps(item)))
        self.assertIn("safe", self.run_command("search", ledger, "bridge", "safe").stdout)
        kill = item | {"pubstatus": "canceled", "ednote": "Kill: Holm said no such thing."}
        done = self.run_command("add", ledger, self.file("2.json", json.dumps(kill)))
        self.assertEqual(done.stdout, "0 articles added, 1 new version, 0 known already\n")
        self.assertNotIn("safe", self.run_command("search", ledger, "bridge", "safe").stdout)
        shown = self.run_command("show", "--format", "text", ledger, "urn:1").stdout
        self.assertIn("Canceled by its publisher", shown)
        self.assertIn("that the bridge was safe", shown)
        self.assertEqual(self.run_command("check", ledger).returncode, 0)
        # Whose story moved: the outlet's.
        for words, found in (((), True), (("Northwire",), True), (("Ada", "Holm"), True), (("Strand",), False)):
            changes = self.run_command("changes", "--format", "text", ledger, *words).stdout
            self.assertEqual("canceled by its publisher\n  - Mayor Ada Holm said: that the bridge was safe" in changes, found, (words, changes))
        notice, change = map(json.loads, self.run_command("changes", ledger).stdout.splitlines())
        self.assertEqual((notice["record"], notice["status"], notice["version"]), ("notice", "canceled", 2))
        self.assertEqual(change["before"]["content"], "that the bridge was safe")
        rows = list(csv.DictReader(io.StringIO(self.run_command("changes", "--format", "csv", ledger).stdout)))
        self.assertEqual([(row["type"], row["later_article"], row["earlier_content"]) for row in rows],
                         [("canceled", "urn:1", "that the bridge was safe")])
        exported = json.loads(self.run_command("export", ledger).stdout.splitlines()[0])
        self.assertEqual((exported["title"], exported["status"]), ("Bridge closed", "canceled"))
        self.assertIn("canceled by its publisher", self.run_command("report", ledger).stdout)
        # A ledger that is read anew, and one that is filled from an export, say the same.
        self.assertEqual(self.run_command("upgrade", ledger).returncode, 0)
        self.assertIn("canceled by its publisher\n  - Mayor Ada Holm", self.run_command("changes", "--format", "text", ledger).stdout)
        again = self.file("again.jsonl", json.dumps(exported))
        self.run_command("add", self.folder / "again.ledger", again)
        self.assertEqual(self.run_command("search", self.folder / "again.ledger", "Holm").stdout, "")

    def test_older_versions_do_not_replace_newer_ones(self):
        ledger = self.folder / "l.ledger"
        newer = NINJS | {"version": "3", "pubstatus": "corrected", "body_text": "Mayor Ada Holm said that the bridge was closed."}
        older = NINJS | {"version": "2", "body_text": "Mayor Ada Holm said that the bridge was open."}
        for number, version in enumerate((newer, older)):
            self.run_command("add", ledger, self.file(f"{number}.json", json.dumps(version)))
        self.assertIn("that the bridge was closed", self.run_command("search", ledger, "bridge").stdout)
        self.assertNotIn("was open", self.run_command("search", ledger, "bridge").stdout)
        changes = self.run_command("changes", "--format", "text", ledger).stdout
        self.assertIn("corrected by its publisher\n  - Mayor Ada Holm said: that the bridge was open\n  ~ ", changes)
        self.assertEqual(self.run_command("check", ledger).returncode, 0)


if __name__ == "__main__":
    unittest.main()
