"""`hearsay serve` as its clients meet it. One test: server_test.py HEARSAY Server.test_name"""
import gzip
import json
import os
import pathlib
import resource
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import unittest
import urllib.parse

from served import ARTICLES, HEARSAY, Served, fits

SCRIPT = "<script>alert('x')</script>"
TOKEN = "0123456789abcdef0123"


class Server(Served):
    def test_reads_as_the_command_does(self):
        self.serve()
        text = ARTICLES[0][3]
        expected = subprocess.run([HEARSAY, "read", "--format", "json"], input=text, text=True, capture_output=True, check=True).stdout
        self.assertEqual(self.post("/v1/read", text, 200, "text/plain"), json.loads(expected))
        given = {"text": text, "id": "x", "title": "T", "published": "2024-03-06"}
        expected = subprocess.run([HEARSAY, "read", "--input", "jsonl", "--format", "json"], input=json.dumps(given), text=True,
                                  capture_output=True, check=True).stdout
        self.assertEqual(self.post("/v1/read", given, 200), json.loads(expected))
        page = self.post("/v1/read", "<html><title>Bridge</title><body><article><p>Mayor Ada Holm said the bridge was safe.</p></article>",
                         200, "text/html")
        self.assertIn("Ada Holm said", page["text"])
        self.assertEqual(self.get("/v1/stats")["articles"], 3)

    def test_adds_and_corrects(self):
        self.serve()
        added = self.post("/v1/articles", {"id": "n/1", "text": "Tom Dahl said it rained."}, 201)
        self.assertEqual((added["added"], added["articles"][0]["outcome"]), (1, "added"))
        lines = "\n".join([json.dumps({"id": "n2", "text": "Ada Holm said it snowed."}), "{", json.dumps({"id": "quay-1", "text": "Ada Holm said no."})])
        added = self.post("/v1/articles", lines, 201, "application/x-ndjson")
        self.assertEqual((added["added"], added["new_versions"], added["failed"]), (1, 1, 1))
        self.assertEqual(self.get("/v1/articles/n%2F1")["document"]["id"], "n/1")
        made = self.post("/v1/corrections", {"kind": "side", "first": "Ada Holm", "second": "Tom Dahl"}, 201)
        self.assertEqual(len(self.get("/v1/corrections")["items"]), 1)
        self.assertEqual(self.ask("DELETE", f"/v1/corrections/{made['number']}")[0], 204)
        self.assertEqual(self.ask("DELETE", f"/v1/corrections/{made['number']}")[0], 404)
        self.post("/v1/corrections", {"kind": "merge", "first": "Nobody", "second": "Tom Dahl"}, 400)
        self.assertEqual(subprocess.run([HEARSAY, "check", self.ledger], capture_output=True).returncode, 0)

    def test_corrections_have_pages(self):
        self.serve()
        first, second = "quay-1/a1", "quay-2/a1"
        self.post("/v1/corrections", {"kind": "side", "first": "Ada Holm", "second": "Tom Dahl"}, 201)
        made = self.post("/v1/corrections", {"kind": "related", "first": first, "second": second, "type": "disputes"}, 201)
        self.assertEqual((made["kind"], made["type"]), ("related", "disputes"))
        relations = self.get("/v1/statements/" + urllib.parse.quote(first, ""))["relations"]
        self.assertTrue(any(r.get("told") and r["confidence"] == 1 for r in relations), relations)
        self.post("/v1/corrections", {"kind": "unrelated", "first": first, "second": second}, 400)
        numbers = [c["number"] for page in self.pages("/v1/corrections?limit=1") for c in page]
        self.assertEqual(numbers, sorted(numbers, reverse=True))
        self.assertEqual(numbers[0], made["number"])
        self.assertEqual(self.ask("DELETE", f"/v1/corrections/{made['number']}")[0], 204)
        relations = self.get("/v1/statements/" + urllib.parse.quote(first, ""))["relations"]
        self.assertFalse(any("told" in r for r in relations), relations)

    def test_an_outlet_narrows_disputes_changes_and_the_timeline(self):
        story = pathlib.Path(__file__).resolve().parents[2] / "examples/story"
        subprocess.run([HEARSAY, "add", self.ledger, story], check=True, capture_output=True)
        self.serve()
        for path in ("/v1/disputes?min_confidence=0&limit=500", "/v1/changes?min_confidence=0&limit=500"):
            every = self.get(path)["items"]
            of = self.get(path + "&outlet=Harbour+Radio")["items"]
            def outlets(item, against):
                return {item["statement"]["publisher"], against["statement"]["publisher"]}
            pairs = [json.dumps([i["statement"], a]) for i in every for a in i["against"] if "Harbour Radio" in outlets(i, a)]
            self.assertEqual(sorted(pairs), sorted(json.dumps([i["statement"], a]) for i in of for a in i["against"]), path)
            self.assertEqual(self.get(path + "&outlet=Harbour")["items"], [])
        entries = self.get("/v1/timeline?limit=500")["items"]
        of = self.get("/v1/timeline?limit=500&outlet=Northline")["items"]
        self.assertEqual([e for e in entries if e.get("publisher") == "Northline"], of)
        self.assertTrue(of)

    def pages(self, path, between=lambda: None):
        """The items of a list, page by page."""
        seen, cursor = [], ""
        for _ in range(200):
            page = self.get(path + cursor)
            seen.append(page["items"])
            if page["next"] is None:
                return seen
            cursor = "&cursor=" + urllib.parse.quote(page["next"])
            between()
        self.fail(path + ": no end")

    def lists(self):
        who = self.get("/v1/entities?name=Ada+Holm")["items"][0]["id"]
        return ("/v1/search?", "/v1/search?q=bridge&", "/v1/articles?", "/v1/articles?outlet=The+Quay+Mail&", "/v1/threads?",
                "/v1/threads?q=bridge&", "/v1/disputes?min_confidence=0&outlet=Northline&",
                "/v1/timeline?outlet=Northline&", "/v1/disputes?min_confidence=0&", "/v1/disputes?min_confidence=0&q=bridge&",
                "/v1/changes?min_confidence=0&", "/v1/timeline?", "/v1/timeline?who=Holm&", "/v1/entities?", "/v1/entities?name=Holm&",
                f"/v1/entities/{who}/statements?", f"/v1/entities/{who}/about?")

    def test_pages_hold_everything_once(self):
        story = pathlib.Path(__file__).resolve().parents[2] / "examples/story"
        subprocess.run([HEARSAY, "add", self.ledger, story], check=True, capture_output=True)
        self.serve()
        lengths = {}
        for path in self.lists():
            whole = self.get(path + "limit=500")
            self.assertIsNone(whole["next"], path)
            items = sorted(json.dumps(i) for i in whole["items"])
            for limit in (1, 2, 7):
                pages = self.pages(f"{path}limit={limit}")
                counted = [sum(i.get("record") != "event" for i in page) for page in pages]
                self.assertLessEqual(max(counted), limit, path)
                self.assertEqual(sorted(json.dumps(i) for page in pages for i in page), items, (path, limit))
            lengths[path] = len(items)
        self.assertGreater(min(lengths.values()), 0, lengths)

    def test_pages_stand_while_articles_are_added(self):
        self.serve()
        many = 0

        def add():
            nonlocal many
            many += 1
            self.post("/v1/articles", {"id": f"n{many}", "published": "2024-04-01", "publisher": "The Quay Mail",
                                       "text": f"Mayor Ada Holm said the old bridge was safe.\n\nInga Moe {many} denied that it rained."}, 201)

        for path in self.lists():
            before = [json.dumps(i) for page in self.pages(path + "limit=500") for i in page]
            seen = [json.dumps(i) for page in self.pages(path + "limit=2", add) for i in page]
            ids = [json.loads(i).get("id") or i for i in seen]
            self.assertEqual(len(ids), len(set(ids)), path)
            if "entities?" not in path and "threads?" not in path and "disputes?" not in path:  # these themselves change
                self.assertLessEqual(set(before), set(seen), path)

    def test_other_cursors_are_refused(self):
        self.serve()
        cursor = self.get("/v1/search?limit=1")["next"]
        for path in self.lists():
            for wrong in ("x", "0", cursor + "0", cursor[:-1], "-1.0.0.00000000", "%00"):
                self.get(f"{path}cursor={wrong}", 400)
            if path != "/v1/search?":
                self.get(f"{path}cursor={cursor}", 400)
        self.assertTrue(self.get("/v1/search?limit=2&cursor=" + cursor)["items"])

    def test_tags_change_with_the_ledger(self):
        self.serve()
        tag = self.ask("GET", "/v1/threads")[1]["ETag"]
        self.assertEqual(self.ask("GET", "/v1/threads", If_None_Match=tag)[0], 304)
        subprocess.run([HEARSAY, "add", self.ledger], input="Tom Dahl said it rained.", text=True, check=True, capture_output=True)
        self.assertEqual(self.ask("GET", "/v1/threads", If_None_Match=tag)[0], 200)

    def test_asks_for_the_token(self):
        token = pathlib.Path(self.folder.name) / "token"
        token.write_text(TOKEN + "\n")
        self.serve("--token-file", str(token))
        self.assertEqual(self.get("/healthz"), {"status": "ok"})
        for value in ("", "Bearer x", "Basic " + TOKEN, "Bearer " + TOKEN + "x"):
            self.get("/v1/stats", 401, Authorization=value)
        self.assertEqual(self.get("/v1/stats", Authorization="Bearer " + TOKEN)["articles"], 3)

    def test_others_need_a_token(self):
        done = subprocess.run([HEARSAY, "serve", "--host", "0.0.0.0", "--port", "0", self.ledger], capture_output=True, text=True, timeout=60)
        self.assertEqual((done.returncode, done.stderr.count("\n")), (1, 1))
        self.assertIn("expected a token", done.stderr)

    def test_refuses_pages_from_elsewhere(self):
        self.serve()
        self.get("/v1/stats", 421, Host="news.example")
        for headers in ({"Origin": "http://news.example"}, {"Origin": "null"}, {"Sec_Fetch_Site": "cross-site"}):
            self.assertEqual(self.ask("POST", "/v1/read", "Holm said no.", Content_Type="text/plain", **headers)[0], 403)
        self.assertEqual(self.ask("POST", "/v1/read", "a=b", Content_Type="application/x-www-form-urlencoded")[0], 415)
        self.assertNotIn("Access-Control-Allow-Origin", self.ask("GET", "/v1/stats", Origin="http://news.example")[1])

    def test_bad_input_is_an_answer(self):
        self.serve()
        for path in ("/v1/articles/none", "/v1/threads/T1", "/v1/entities/E1", "/v1/statements/none%2Fa1", "/assets/none", "/v2"):
            self.assertEqual(self.get(path, 404)["status"], 404)
        for path in ("/v1/../etc/passwd", "/v1/%2e%2e/x", "/v1//x", "/v1/articles/%00", "/v1/search?limit=0", "/v1/search?act=shout",
                     "/v1/search?after=June", "/v1/search?cursor=zz", "/v1/export?format=pdf", "/v1/search?q=%ff"):
            self.get(path, 400)
        self.assertEqual(self.ask("PATCH", "/v1/articles", "{}")[1]["Allow"], "GET, HEAD, POST")
        for body in ("{", "[]", "{}", '{"text": 1}', "\x00", '{"text": "\\ud800"}', "[" * 5000):
            self.post("/v1/read", body, 400)
        self.assertIn(b" 400 ", self.raw(b"GARBAGE\r\n\r\n"))
        self.assertIn(b" 400 ", self.raw(b"GET / HTTP/1.1\r\n\r\n"))
        self.assertIn(b" 431 ", self.raw(b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"a" * 40000 + b"\r\n\r\n"))
        self.assertIn(b" 413 ", self.raw(b"POST /v1/read HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9000000\r\n\r\n"))
        self.assertIn(b" 400 ", self.raw(b"POST /v1/read HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"))
        self.assertEqual(self.get("/healthz"), {"status": "ok"})

    def test_markup_stays_text(self):
        self.serve()
        fields = {f: SCRIPT for f in ("id", "title", "publisher", "byline", "published", "url", "language")}
        self.post("/v1/articles", {**fields, "text": f"Ada Holm said {SCRIPT} was safe."}, 201)
        for path in ("/v1/articles", "/v1/articles/" + urllib.parse.quote(SCRIPT, ""), "/v1/search", "/v1/timeline", "/v1/threads",
                     "/v1/entities", "/v1/articles/" + urllib.parse.quote("<b>", "")):
            _, headers, _ = self.ask("GET", path)
            self.assertIn(headers["Content-Type"], ("application/json", "application/problem+json"))
            self.assertIn("default-src 'none'", headers["Content-Security-Policy"])

    def test_slow_clients_do_not_stall_others(self):
        self.serve()
        slow = [socket.create_connection(("127.0.0.1", self.port)) for _ in range(50)]
        for s in slow:
            s.sendall(b"POST /v1/read HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nAda")
        begin = time.monotonic()
        self.get("/v1/stats")
        self.assertLess(time.monotonic() - begin, 5)
        for s in slow:
            s.close()

    def test_bounds_each_client(self):
        self.serve("--rate", "1")
        statuses = [self.ask("GET", "/v1/stats")[0] for _ in range(8)]
        self.assertIn(429, statuses)
        self.assertEqual(statuses[0], 200)

    def listen(self, last=None):
        s = socket.create_connection(("127.0.0.1", self.port), timeout=30)
        self.addCleanup(s.close)
        extra = f"Last-Event-ID: {last}\r\n" if last is not None else ""
        s.sendall(f"GET /v1/events HTTP/1.1\r\nHost: localhost\r\n{extra}\r\n".encode())
        return s

    def wait_for(self, s, words, times=1):
        found = b""
        while found.count(words) < times:
            more = s.recv(65536)
            self.assertTrue(more, found)
            found += more
        return found

    def test_tells_what_is_new(self):
        self.serve()
        s = self.listen()
        self.wait_for(s, b": hearsay")
        self.post("/v1/articles", {"id": "n1", "text": "Tom Dahl said it rained."}, 201)
        told = self.wait_for(s, b"it rained")
        self.assertIn(b"id: 1\nevent: article\n", told)
        self.assertIn(b"id: 2\nevent: statement\n", told)
        self.assertNotIn(b"event: article", self.wait_for(self.listen(1), b"it rained"))
        self.wait_for(self.listen(99), b"event: reset")
        subprocess.run([HEARSAY, "add", self.ledger], input="Tom Dahl said it snowed.", text=True, check=True, capture_output=True)
        self.wait_for(s, b"event: changed")

    def test_exports_as_the_command_does(self):
        self.serve()
        for form in ("json", "csv", "jsonld", "ftm", "webanno"):
            expected = subprocess.run([HEARSAY, "export", "--format", form, self.ledger], capture_output=True, check=True).stdout
            self.assertEqual(self.ask("GET", "/v1/export?format=" + form)[2], expected, form)

    def test_tells_what_publishers_took_back(self):
        self.serve()
        self.assertEqual(self.get("/v1/notices")["items"], [])
        item = {"id": "pier", "title": "Pier", "publisher": "Post", "published": "2025-06-15"}
        kill = item | {"version": "2", "status": "canceled", "text": "Kill: Moe said no such thing."}
        versions = [item | {"version": "1", "text": "The pier is safe, harbour master Ada Moe said."}, kill]
        for version in versions:
            self.post("/v1/articles", version, 201)
        [notice] = self.get("/v1/notices?who=Post&after=2025-06-01&limit=5")["items"]
        self.assertEqual((notice["document"], notice["status"], notice["version"]), ("pier", "canceled", 2))
        self.assertEqual([(c["before"]["content"], c["after"]) for c in notice["changes"]], [("The pier is safe", None)])
        api = self.get("/openapi.json")
        self.assertEqual(fits(notice, {"$ref": "#/components/schemas/Notice"}, api["components"]["schemas"]), "")
        self.assertEqual(self.get("/v1/notices?who=Star")["items"], [])
        self.assertEqual(self.get("/v1/notices?outlet=Star")["items"], [])
        self.assertEqual(len(self.get("/v1/notices?outlet=Post")["items"]), 1)
        second = item | {"id": "quay", "published": "2025-06-16"}
        for version in ({"version": "1", "text": "The quay is safe, Ada Moe said."}, {"version": "2", "status": "canceled", "text": "Kill."}):
            self.post("/v1/articles", second | version, 201)
        pages = self.pages("/v1/notices?limit=1")
        self.assertEqual([[n["document"] for n in page] for page in pages], [["quay"], ["pier"]])
        self.get("/v1/notices?limit=0", 400)

    def test_the_ledger_may_go_and_come_back(self):
        self.serve()
        os.rename(self.ledger, self.ledger + ".away")
        self.assertIn("gone", self.get("/v1/threads", 503)["detail"])
        self.post("/v1/articles", {"text": "Ada Holm said no."}, 503)
        pathlib.Path(self.ledger).write_text("no ledger at all")
        self.get("/v1/threads", 503)
        os.rename(self.ledger + ".away", self.ledger)
        self.assertEqual(self.get("/v1/stats")["articles"], 3)

    def test_compresses_answers(self):
        self.serve()
        plain, packed = self.ask("GET", "/openapi.json"), self.ask("GET", "/openapi.json", Accept_Encoding="br, gzip;q=0.5")
        self.assertEqual((plain[1]["Vary"], packed[1]["Vary"], packed[1]["Content-Encoding"]), ("Accept-Encoding",) * 2 + ("gzip",))
        self.assertEqual(gzip.decompress(packed[2]), plain[2])
        self.assertLess(len(packed[2]), len(plain[2]) / 5)
        for path, coding in (("/openapi.json", "identity"), ("/openapi.json", "gzip;q=0"), ("/healthz", "gzip")):
            self.assertNotIn("Content-Encoding", self.ask("GET", path, Accept_Encoding=coding)[1])
        self.assertEqual(self.ask("HEAD", "/openapi.json", Accept_Encoding="gzip")[1]["Content-Length"], str(len(packed[2])))

    def test_says_what_it_cannot_do(self):
        self.serve()
        self.get("/v1/stats", 406, Accept="text/html")
        self.get("/v1/stats", 200, Accept="text/html, */*;q=0.1")
        self.assertEqual(self.ask("POST", "/v1/threads", "{}")[1]["Allow"], "GET, HEAD")
        for head, status in ((b"POST /v1/read HTTP/1.1\r\nHost: localhost\r\n", 411),
                             (b"POST /v1/read HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n", 400),
                             (b"POST /v1/read HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n", 400),
                             (b"POST /v1/read HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n", 400),
                             (b"POST /v1/read HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: gzip\r\n", 400),
                             (b"GET /v1/stats HTTP/1.1\r\nHost: localhost\r\nExpect: cake\r\n", 417),
                             (b"GET /v1/stats HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n", 400),
                             (b"GET /v1/stats HTTP/9.9\r\nHost: localhost\r\n", 400), (b"GET /v1/stats\r\nHost: localhost\r\n", 400)):
            found = self.raw(head + b"\r\n")
            self.assertIn(b" %d " % status, found.split(b"\r\n")[0], head)
            self.assertIn(b"application/problem+json", found, head)

    def test_a_refused_body_does_not_lose_the_answer(self):
        self.serve()
        status, _, body = self.ask("POST", "/v1/read", "a" * (9 << 20), Content_Type="text/plain")
        self.assertEqual((status, json.loads(body)["status"]), (413, 413))

    def test_requests_follow_each_other_on_a_connection(self):
        self.serve()
        one = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"
        with socket.create_connection(("127.0.0.1", self.port), timeout=30) as s:
            s.sendall(one * 3)
            self.assertEqual(self.wait_for(s, b'{"status": "ok"}', 3).count(b"200 OK"), 3)
            s.sendall(one)
            self.wait_for(s, b'{"status": "ok"}')

    def test_slow_requests_end(self):
        self.serve()
        begun = time.monotonic()
        slow = {}
        for name, data in (("header", b"GET /healthz HTTP/1.1\r\nHost: loc"), ("nothing", b""),
                           ("body", b"POST /v1/read HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nAda")):
            slow[name] = socket.create_connection(("127.0.0.1", self.port), timeout=50)
            self.addCleanup(slow[name].close)
            slow[name].sendall(data)
        while time.monotonic() - begun < 14:
            time.sleep(1)
            slow["header"].sendall(b"a")  # a byte now and then does not help
            slow["body"].sendall(b"a")
        self.assertIn(b" 408 ", slow["header"].recv(65536))
        self.assertEqual(slow["nothing"].recv(65536), b"")
        self.assertIn(b" 408 ", slow["body"].recv(65536))
        self.assertLess(time.monotonic() - begun, 45)
        self.assertEqual(self.get("/healthz"), {"status": "ok"})

    def test_a_ledger_that_is_written_over_or_replaced(self):
        self.serve()
        self.assertEqual(self.get("/v1/stats")["articles"], 3)
        other = self.ledger + ".other"
        subprocess.run([HEARSAY, "add", other], input="Tom Dahl said it rained.", text=True, check=True, capture_output=True)
        kept = pathlib.Path(self.ledger).read_bytes()
        for side in ("-wal", "-shm"):
            pathlib.Path(self.ledger + side).unlink(missing_ok=True)
        os.replace(other, self.ledger)
        self.assertEqual(self.get("/v1/stats")["articles"], 1)
        self.post("/v1/articles", {"text": "Ada Holm said no."}, 201)
        self.assertEqual(self.get("/v1/stats")["articles"], 2)
        pathlib.Path(self.ledger).unlink()
        self.get("/v1/stats", 503)
        for side in ("-wal", "-shm"):
            pathlib.Path(self.ledger + side).unlink(missing_ok=True)
        pathlib.Path(self.ledger).write_bytes(b"")
        status, headers, _ = self.ask("GET", "/v1/threads")
        self.assertEqual((status, headers["Retry-After"]), (503, "2"))
        self.post("/v1/articles", {"text": "Ada Holm said yes."}, 503)
        self.get("/healthz", 503)
        pathlib.Path(self.ledger).unlink()
        pathlib.Path(self.ledger).write_bytes(kept)
        self.assertEqual(self.get("/v1/stats")["articles"], 3)
        self.post("/v1/articles", {"text": "Ada Holm said yes."}, 201)

    def test_a_ledger_that_another_process_writes_to(self):
        self.serve("--threads", "2")
        other = sqlite3.connect(self.ledger, isolation_level=None)
        self.addCleanup(other.close)
        other.execute("BEGIN IMMEDIATE")
        status, headers, body = self.ask("POST", "/v1/articles", "Ada Holm said yes.", Content_Type="text/plain")
        self.assertEqual((status, headers.get("Retry-After")), (503, "2"), body)
        self.assertIn("locked", json.loads(body)["detail"])
        self.post("/v1/corrections", {"kind": "side", "first": "Ada Holm", "second": "Tom Dahl"}, 503)
        self.assertEqual(self.get("/v1/stats")["articles"], 3)
        other.execute("ROLLBACK")
        self.post("/v1/articles", "Ada Holm said yes.", 201, "text/plain")
        self.assertEqual(self.get("/v1/stats")["articles"], 4)

    def test_a_ledger_that_may_only_be_read(self):
        if os.geteuid() == 0:
            os.chmod(self.folder.name, 0o755)
            user = {"user": 65534, "group": 65534, "extra_groups": []}
        else:
            user = {}
        subprocess.run(["true"], check=True, **user)
        os.chmod(self.ledger, 0o444)
        open(self.ledger + "-wal", "ab").close()
        open(self.ledger + "-shm", "ab").close()
        for side in ("-wal", "-shm"):
            os.chmod(self.ledger + side, 0o666)
        os.chmod(self.folder.name, 0o777)
        self.serve(**user)
        self.assertEqual(self.get("/v1/stats")["articles"], 3)
        status, headers, _ = self.ask("POST", "/v1/articles", "Ada Holm said yes.", Content_Type="text/plain")
        self.assertEqual((status, headers.get("Retry-After")), (503, "2"))
        os.chmod(self.ledger, 0o666)
        self.post("/v1/articles", "Ada Holm said yes.", 201, "text/plain")

    def test_rests_where_no_descriptor_is_left(self):
        self.serve(preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (40, 40)))
        clients = [socket.create_connection(("127.0.0.1", self.port), timeout=30) for _ in range(60)]
        stat = pathlib.Path(f"/proc/{self.server.pid}/stat")
        ticks = lambda: sum(map(int, stat.read_text().rsplit(")", 1)[1].split()[11:13]))
        time.sleep(0.5)
        before = ticks()
        time.sleep(1)
        self.assertLess((ticks() - before) / os.sysconf("SC_CLK_TCK"), 0.5)
        for client in clients:
            client.close()
        self.assertEqual(self.get("/healthz")["status"], "ok")

    def test_makes_a_ledger_where_that_is_wanted(self):
        new = self.ledger + ".new"
        refused = subprocess.run([HEARSAY, "serve", "--port", "0", new], capture_output=True, text=True, timeout=60)
        self.assertEqual(refused.returncode, 1)
        self.assertIn("expected a ledger, found no such file; `hearsay add` makes one of articles, `hearsay serve --create`", refused.stderr)
        self.assertFalse(os.path.exists(new))
        self.ledger = new
        self.serve("--create")
        self.assertEqual(self.get("/v1/stats")["articles"], 0)
        self.post("/v1/articles", {"text": "Ada Holm said it rained."}, 201)
        self.assertEqual(self.get("/v1/stats")["articles"], 1)
        self.end()
        self.serve("--create")  # one that is there is served as it is
        self.assertEqual(self.get("/v1/stats")["articles"], 1)

    def test_ends_in_order(self):
        for how in (signal.SIGINT, signal.SIGTERM):
            self.serve()
            s = self.listen()
            self.wait_for(s, b": hearsay")
            self.post("/v1/articles", {"id": f"n{how}", "text": "Tom Dahl said it rained."}, 201)
            self.server.send_signal(how)
            self.assertEqual(self.server.wait(20), 0)
            self.assertEqual(self.server.stderr.read(), "")
        self.assertEqual(subprocess.run([HEARSAY, "check", self.ledger], capture_output=True).returncode, 0)


if __name__ == "__main__":
    unittest.main()
