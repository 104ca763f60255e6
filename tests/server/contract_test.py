"""Requests made from the description of the server, and their answers compared with it. One test:
contract_test.py HEARSAY Contract.test_name"""
import gzip
import http.client
import json
import random
import re
import unittest
import urllib.parse

from served import ARTICLES, Served, fits

WORDS = ["bridge", "Ada Holm", "\"old bridge\"", "", " ", "\"", "act:deny", "by:holm", "after:2024-03-06", "M\u00e4r \u00e9", "\U0001f600",
         "%", "+", "a&b=c", "'; DROP TABLE articles; --", "*", "a" * 3000, "NEAR(a b)", "-", "(", "content:x", "\n", "\u0301"]
BAD_FILTERS = "act:shout", "after:June"
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
ROUNDS = 12


class Contract(Served):
    def setUp(self):
        super().setUp()
        self.serve()
        self.api = self.get("/openapi.json")
        self.schemas = self.api["components"]["schemas"]
        self.random = random.Random(8)
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        self.addCleanup(self.connection.close)
        who = self.get("/v1/entities?name=Holm")["items"][0]["id"]
        thread = (self.get("/v1/threads")["items"] or [{"id": "T0000000000000000"}])[0]["id"]
        self.ids = {"articles": "quay-1", "threads": thread, "entities": who, "statements": "quay-1/a1", "corrections": "1"}

    def operations(self):
        for path, methods in self.api["paths"].items():
            for method, operation in methods.items():
                yield path, method.upper(), operation

    def fill(self, path, id=None):
        return path.replace("{id}", urllib.parse.quote(self.ids.get(path.split("/")[2]) if id is None else id, "")) if "{id}" in path else path

    def request(self, method, path, body=None, **headers):
        self.connection.request(method, path, body, {k.replace("_", "-"): v for k, v in headers.items()})
        answer = self.connection.getresponse()
        fields = dict(answer.getheaders())
        if fields.get("Content-Type") == "text/event-stream" and method == "GET":  # it never ends
            self.connection.close()
            return answer.status, fields, b""
        return answer.status, fields, answer.read()

    def check(self, operation, method, path, body=None, status=None, **headers):
        """Asks, and compares the answer with its description; returns status and body."""
        found, fields, body = self.request(method, path, body, **headers)
        what = f"{method} {path}: {found} {body[:300]}"
        self.assertLess(found, 500, what)
        if status is not None:
            self.assertIn(found, status if isinstance(status, tuple) else (status,), what)
        self.assertEqual(fields.get("X-Content-Type-Options"), "nosniff", what)
        described = operation["responses"].get(str(found)) or (operation["responses"]["default"] if found >= 400 else None)
        self.assertIsNotNone(described, what)
        content = described.get("content")
        if content is None:
            self.assertEqual(body, b"", what)
            return found, body
        kind = fields["Content-Type"].split(";")[0]
        self.assertIn(kind, content, what)
        if kind in ("application/json", "application/problem+json"):
            value = json.loads(body)
            self.assertEqual(fits(value, content[kind]["schema"], self.schemas), "", what)
            if kind == "application/problem+json":
                self.assertEqual(value["status"], found, what)
        return found, body

    def valid(self, parameter):
        schema = parameter["schema"]
        if "enum" in schema:
            return self.random.choice(schema["enum"])
        if schema["type"] == "integer":
            least, most = schema["minimum"], schema.get("maximum", 3)
            return str(self.random.choice([least, most, self.random.randint(least, most)]))
        if schema["type"] == "number":
            return self.random.choice(["0", "1", "0.5", "1e-3", str(self.random.random())])
        if schema.get("format") == "date":
            return self.random.choice(["2024-03-06", "2024-02-29", "1900-01-01", "9999-12-31"])
        return self.random.choice(WORDS)

    def invalid(self, parameter):
        schema = parameter["schema"]
        if "enum" in schema:
            return self.random.choice(["shout", "DENY", "deny ", "0"])
        if schema["type"] == "integer":
            beyond = [str(schema["maximum"] + 1), "9" * 40] if "maximum" in schema else []
            return self.random.choice([str(schema["minimum"] - 1), "x", "1.5", "-1", " 1", "0x10", "1e2", *beyond])
        if schema["type"] == "number":
            return self.random.choice(["-0.1", "1.1", "x", "nan", "inf", "0,5", "--1"])
        if schema.get("format") == "date":
            return self.random.choice(["June", "2024-13-01", "2024-02-30", "2024-3-6", "2024-03-06T00:00", "-2024-03-06"])
        return None

    def query(self, parameters):
        return urllib.parse.urlencode(parameters, quote_via=urllib.parse.quote)

    def test_every_parameter_is_as_described(self):
        for path, method, operation in self.operations():
            parameters = [p for p in operation.get("parameters", []) if p["in"] == "query"]
            if method != "GET":
                continue
            self.check(operation, method, self.fill(path), status=200)
            for _ in range(ROUNDS if parameters else 0):
                chosen = [p for p in parameters if p["name"] != "cursor" and self.random.random() < 0.5]
                given = {p["name"]: self.valid(p) for p in chosen}
                status, _ = self.check(operation, method, self.fill(path) + "?" + self.query(given))
                if not {"q", "who", "version"} & set(given):  # a filter in the words may be none, a version may be missing
                    self.assertEqual(status, 200, (path, given))
                for wrong in filter(self.invalid, parameters):
                    bad = {**given, wrong["name"]: self.invalid(wrong)}
                    refused = (400, 404) if wrong["name"] == "version" else 400
                    self.check(operation, method, self.fill(path) + "?" + self.query(bad), status=refused)
            for query in ("colour=red", "=", "%zz=1", "a" * 5000 + "=1", "%ff"):
                self.check(operation, method, self.fill(path) + "?" + query, status=400)
            for p in parameters:
                twice = self.query([(p["name"], self.valid(p))] * 2)
                self.check(operation, method, self.fill(path) + "?" + twice, status=400)

    def test_filters_may_stand_in_the_words(self):
        for path, method, operation in self.operations():
            if any(p["name"] == "q" for p in operation.get("parameters", [])):
                for words in WORDS + list(BAD_FILTERS):
                    self.check(operation, method, path + "?" + self.query({"q": words}), status=400 if words in BAD_FILTERS else (200, 400))

    def test_cursors_are_as_described(self):
        for path, method, operation in self.operations():
            parameters = {p["name"]: p for p in operation.get("parameters", [])}
            if "cursor" not in parameters:
                continue
            asked = self.fill(path) + "?limit=1" + ("&min_confidence=0" if "min_confidence" in parameters else "")
            _, body = self.check(operation, method, asked, status=200)
            cursor = json.loads(body)["next"]
            if cursor:
                self.check(operation, method, asked + "&cursor=" + cursor, status=200)
                for _ in range(ROUNDS):
                    at = self.random.randrange(len(cursor))
                    bent = cursor[:at] + self.random.choice("0123456789abcdef.x-") + cursor[at + 1:]
                    self.check(operation, method, asked + "&" + self.query({"cursor": bent}), status=200 if bent == cursor else 400)
            for bad in WORDS:
                self.check(operation, method, asked + "&" + self.query({"cursor": bad}), status=200 if bad == "" else 400)

    def test_ids_that_nothing_has(self):
        for path, method, operation in self.operations():
            if "{id}" not in path:
                continue
            for id in ("none", "T0000000000000001", "E0000000000000001", "a" * 2000, "x/a1", "quay-1/a99999999999", "quay-1/a-1", "\u00e9", "-1", "0",
                       "99999999999999999999", "'", "quay-1/", "/", "%", "T", "E", " "):
                self.check(operation, method, self.fill(path, id), status=404)
            for id in ("%00", "%ff", ".", "%2e%2e", "%zz", ""):
                self.check(operation, method, path.replace("{id}", id), status=400)

    def test_every_other_method_is_refused(self):
        for path, methods in self.api["paths"].items():
            operation = next(iter(methods.values()))
            for method in METHODS:
                if method.lower() in methods:
                    continue
                _, headers, _ = self.request(method, self.fill(path), "{}" if method in ("POST", "PUT", "PATCH") else None)
                allowed = {m.upper() for m in methods} | ({"HEAD"} if "get" in methods else set())
                self.assertEqual(set(headers["Allow"].split(", ")), allowed, (method, path))
                self.check(operation, method, self.fill(path), "{}" if method in ("POST", "PUT", "PATCH") else None, status=405)

    def test_head_is_get_without_a_body(self):
        for path, method, operation in self.operations():
            if method != "GET" or path in ("/v1/events", "/v1/export"):
                continue
            status, headers, body = self.request("GET", self.fill(path))
            found, fields, nothing = self.request("HEAD", self.fill(path))
            self.assertEqual((found, nothing), (status, b""), path)
            if path != "/metrics":  # it counts
                self.assertEqual(fields.get("Content-Length"), str(len(body)), path)
            self.assertEqual(fields.get("Content-Type"), headers.get("Content-Type"), path)

    def test_forms_of_answers(self):
        for path, method, operation in self.operations():
            if method != "GET" or "application/json" not in operation["responses"]["200"]["content"]:
                continue
            self.check(operation, method, self.fill(path), status=406, Accept="text/html")
            status, headers, body = self.request("GET", self.fill(path))
            self.assertEqual(headers["Vary"], "Accept-Encoding", path)
            _, fields, packed = self.request("GET", self.fill(path), Accept_Encoding="gzip")
            self.assertEqual(gzip.decompress(packed) if fields.get("Content-Encoding") == "gzip" else packed, body, path)
            if "ETag" in headers:
                self.check(operation, method, self.fill(path), status=304, If_None_Match=headers["ETag"])

    def test_bodies_are_as_described(self):
        article = {"id": "n1", "text": "Ada Holm said it rained.", "title": "T", "published": "2024-03-09", "url": "https://news.example/n1"}
        bodies = {"application/json": [article, {"text": ""}, {"html": "<p>Ada Holm said no.</p>"}, {**article, "language": "xx"}],
                  "text/plain": [ARTICLES[0][3], "", "\u00e9", "a" * 10000], "text/html": ["<p>Ada Holm said no.</p>", "", "<", "<b>" * 5000],
                  "application/x-ndjson": [json.dumps(article) + "\n{", json.dumps(article)]}
        wrong = ["", "{", "[]", "null", "1", '"a"', "{}", '{"text": 1}', '{"text": null}', '{"text": "\\ud800"}', "[" * 9000, '{"text": "a", "id": []}',
                 b"\xff\xfe", b"\x00", '{"kind": "merge"}', '{"kind": "shout", "first": "a"}', '{"kind": "merge", "first": "Nobody", "second": "No one"}',
                 '{"kind": "split", "first": "Ada Holm", "articles": [1]}', '{"kind": "split", "first": "Ada Holm"}', '{"kind": 1, "first": {}}']
        for path, method, operation in self.operations():
            content = operation.get("requestBody", {}).get("content", {})
            for kind in content:
                for body in bodies[kind] if "correction" not in path else [{"kind": "side", "first": "Ada Holm", "second": "Tom Dahl"}]:
                    text = body if isinstance(body, str) else json.dumps(body)
                    if isinstance(body, dict):
                        self.assertEqual(fits(body, content[kind]["schema"], self.schemas), "")
                    self.check(operation, method, path, text.encode(), Content_Type=kind)
                for body in wrong:
                    self.check(operation, method, path, body if isinstance(body, bytes) else body.encode(), Content_Type=kind)
                    if kind == "application/json":
                        self.check(operation, method, path, body if isinstance(body, bytes) else body.encode(), status=400, Content_Type=kind)
            if content:
                for kind in ("application/pdf", "", "application/x-www-form-urlencoded", "json"):
                    self.check(operation, method, path, b"{}", status=415, Content_Type=kind)
        self.check(self.api["paths"]["/v1/corrections/{id}"]["delete"], "DELETE", "/v1/corrections/1", status=204)

    def test_the_description_is_sound(self):
        text = json.dumps(self.api)
        self.assertTrue(self.api["openapi"].startswith("3.1."))
        used = set(re.findall(r'"#/components/schemas/(\w+)"', text))
        self.assertEqual(used, set(self.schemas))
        names = [operation["operationId"] for _, _, operation in self.operations()]
        self.assertEqual(len(names), len(set(names)))
        for path, method, operation in self.operations():
            where = f"{method} {path}"
            self.assertTrue(operation["summary"], where)
            parameters = operation.get("parameters", [])
            self.assertEqual(len({(p["in"], p["name"]) for p in parameters}), len(parameters), where)
            self.assertEqual({p["name"] for p in parameters if p["in"] == "path"}, set(re.findall(r"{(\w+)}", path)), where)
            for p in parameters:
                self.assertEqual(p["required"], p["in"] == "path", where)
                self.assertTrue(p["description"] and p["schema"], where)
            responses = operation["responses"]
            self.assertIn("default", responses, where)
            self.assertTrue(any(status.startswith("2") for status in responses), where)
            for status, response in responses.items():
                self.assertTrue(response["description"], where)
                problem = response.get("content", {}).get("application/problem+json")
                self.assertEqual(problem is not None, status == "default" or status >= "400", (where, status))


if __name__ == "__main__":
    unittest.main()
