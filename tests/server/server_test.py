"""`hearsay serve` as its clients meet it. One test: server_test.py HEARSAY Server.test_name"""
import http.client
import json
import os
import pathlib
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.parse

HEARSAY = os.path.abspath(sys.argv.pop(1))
ARTICLES = [
    ("quay-1", "2024-03-06", "The Quay Mail", "Mayor Ada Holm said the old bridge was safe.\n\nHolm promised that it would open in May."),
    ("quay-2", "2024-03-07", "Northline", "Police chief Tom Dahl denied that the old bridge was safe.\n\nDahl said Ada Holm was wrong."),
    ("quay-3", "2024-03-08", "The Quay Mail", "Ada Holm said the old bridge was not safe after all.\n\nTwo officials said Dahl was right."),
]
SCRIPT = "<script>alert('x')</script>"
TOKEN = "0123456789abcdef0123"


def fits(value, schema, schemas):
    """Enough of JSON Schema for our description: "" or what is wrong."""
    if "$ref" in schema:
        return fits(value, schemas[schema["$ref"].rsplit("/", 1)[1]], schemas)
    if "const" in schema and value != schema["const"]:
        return f"expected {schema['const']!r}, found {value!r}"
    if "enum" in schema and value not in schema["enum"]:
        return f"expected one of {schema['enum']}, found {value!r}"
    kinds = {"object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "boolean": bool, "null": type(None)}
    types = schema.get("type", [])
    types = [types] if isinstance(types, str) else types
    if types and not any(isinstance(value, kinds[t]) for t in types):
        return f"expected {types}, found {value!r}"
    if isinstance(value, dict):
        for name in schema.get("required", []):
            if name not in value:
                return f"lacks {name}: {value}"
        for name, part in schema.get("properties", {}).items():
            if name in value and (wrong := fits(value[name], part, schemas)):
                return f"{name}: {wrong}"
    if isinstance(value, list) and "items" in schema:
        return next(filter(None, (fits(v, schema["items"], schemas) for v in value)), "")
    return ""


class Server(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.ledger = str(pathlib.Path(self.folder.name) / "story.ledger")
        lines = "\n".join(json.dumps({"id": i, "published": day, "publisher": p, "text": t}) for i, day, p, t in ARTICLES)
        subprocess.run([HEARSAY, "add", "--input", "jsonl", self.ledger], input=lines, text=True, check=True, capture_output=True)

    def serve(self, *flags, environment=None):
        self.server = subprocess.Popen([HEARSAY, "serve", "--port", "0", *flags, self.ledger], stdout=subprocess.PIPE,
                                       stderr=subprocess.PIPE, text=True, env={**os.environ, **(environment or {})})
        self.addCleanup(self.end)
        line = self.server.stdout.readline()
        self.assertTrue(line.startswith("http://"), line)
        self.port = int(line.rstrip("/\n").rsplit(":", 1)[1])

    def end(self):
        self.server.kill()
        self.server.wait()
        self.server.stdout.close()
        self.server.stderr.close()

    def ask(self, method, path, body=None, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, body, {k.replace("_", "-"): v for k, v in headers.items()})
            answer = connection.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read()
        finally:
            connection.close()

    def get(self, path, status=200, **headers):
        found, _, body = self.ask("GET", path, **headers)
        self.assertEqual(found, status, body)
        return json.loads(body) if body else None

    def post(self, path, value, status, type="application/json"):
        body = value if isinstance(value, (str, bytes)) else json.dumps(value)
        found, _, body = self.ask("POST", path, body, Content_Type=type)
        self.assertEqual(found, status, body)
        return json.loads(body)

    def raw(self, data, timeout=30):
        with socket.create_connection(("127.0.0.1", self.port), timeout=timeout) as s:
            s.sendall(data)
            return s.recv(65536)

    def test_every_answer_is_as_described(self):
        self.serve()
        api = self.get("/openapi.json")
        schemas = api["components"]["schemas"]
        entity = self.get("/v1/entities?name=Holm")["items"][0]["id"]
        thread = (self.get("/v1/threads")["items"] or [{"id": "T0000000000000000"}])[0]["id"]
        ids = {"/v1/articles/{id}": "quay-1", "/v1/threads/{id}": thread, "/v1/entities/{id}": entity,
               "/v1/statements/{id}": "quay-1%2Fa1"}
        for path, methods in api["paths"].items():
            if "get" not in methods or path == "/v1/events":
                continue
            status, headers, body = self.ask("GET", path.replace("{id}", ids.get(path, "")))
            self.assertLess(status, 500, path)
            self.assertIn(str(status), methods["get"]["responses"], path)
            self.assertEqual(headers["X-Content-Type-Options"], "nosniff")
            content = methods["get"]["responses"][str(status)]["content"]
            kind = headers["Content-Type"].split(";")[0]
            self.assertIn(kind, content, path)
            if kind == "application/json":
                self.assertEqual(fits(json.loads(body), content[kind]["schema"], schemas), "", path)
            if methods["get"].get("parameters"):
                self.get(path.replace("{id}", ids.get(path, "x")) + "?colour=red", 400)

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
                "/v1/threads?q=bridge&", "/v1/disputes?min_confidence=0&", "/v1/disputes?min_confidence=0&q=bridge&",
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
        self.assertEqual(self.ask("PATCH", "/v1/articles")[1]["Allow"], "GET, POST")
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

    def wait_for(self, s, words):
        found = b""
        while words not in found:
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
        lines = pathlib.Path(self.ledger + ".jsonl")
        lines.write_text("".join(json.dumps(version) + "\n" for version in versions))
        subprocess.run([HEARSAY, "add", self.ledger, lines], check=True, capture_output=True)
        [notice] = self.get("/v1/notices?who=Post&after=2025-06-01&limit=5")["items"]
        self.assertEqual((notice["document"], notice["status"], notice["version"]), ("pier", "canceled", 2))
        self.assertEqual([(c["before"]["content"], c["after"]) for c in notice["changes"]], [("The pier is safe", None)])
        api = self.get("/openapi.json")
        self.assertEqual(fits(notice, {"$ref": "#/components/schemas/Notice"}, api["components"]["schemas"]), "")
        self.assertEqual(self.get("/v1/notices?who=Star")["items"], [])
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
