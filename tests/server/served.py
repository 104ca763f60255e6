"""`hearsay serve` on a ledger of a test's own, and what its answers are compared with."""
import http.client
import json
import os
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import unittest

HEARSAY = os.path.abspath(sys.argv.pop(1))
ARTICLES = [
    ("quay-1", "2024-03-06", "The Quay Mail", "Mayor Ada Holm said the old bridge was safe.\n\nHolm promised that it would open in May."),
    ("quay-2", "2024-03-07", "Northline", "Police chief Tom Dahl denied that the old bridge was safe.\n\nDahl said Ada Holm was wrong."),
    ("quay-3", "2024-03-08", "The Quay Mail", "Ada Holm said the old bridge was not safe after all.\n\nTwo officials said Dahl was right."),
]

KINDS = {"object": dict, "array": list, "string": str, "number": (int, float), "integer": int, "boolean": bool, "null": type(None)}


def is_kind(value, kind):
    return isinstance(value, KINDS[kind]) and not (isinstance(value, bool) and kind in ("number", "integer"))


def fits(value, schema, schemas):
    """As much of JSON Schema as our description uses: "" or what is wrong."""
    unknown = set(schema) - {"$ref", "const", "enum", "type", "required", "properties", "items", "pattern", "minimum", "maximum",
                             "anyOf", "description", "default", "format"}
    if unknown:
        return f"the validator does not know {unknown}"
    if "$ref" in schema:
        return fits(value, schemas[schema["$ref"].rsplit("/", 1)[1]], schemas)
    if "const" in schema and value != schema["const"]:
        return f"expected {schema['const']!r}, found {value!r}"
    if "enum" in schema and value not in schema["enum"]:
        return f"expected one of {schema['enum']}, found {value!r}"
    types = schema.get("type", [])
    types = [types] if isinstance(types, str) else types
    if types and not any(is_kind(value, t) for t in types):
        return f"expected {types}, found {value!r}"
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        return f"expected {schema['pattern']}, found {value!r}"
    if is_kind(value, "number") and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        return f"expected another number, found {value!r}"
    if "anyOf" in schema and all(fits(value, one, schemas) for one in schema["anyOf"]):
        return f"fits none of {schema['anyOf']}: {value!r}"
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


class Served(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.ledger = str(pathlib.Path(self.folder.name) / "story.ledger")
        lines = "\n".join(json.dumps({"id": i, "published": day, "publisher": p, "text": t}) for i, day, p, t in ARTICLES)
        subprocess.run([HEARSAY, "add", "--input", "jsonl", self.ledger], input=lines, text=True, check=True, capture_output=True)

    def serve(self, *flags, environment=None, **how):
        self.server = subprocess.Popen([HEARSAY, "serve", "--port", "0", *flags, self.ledger], stdout=subprocess.PIPE,
                                       stderr=subprocess.PIPE, text=True, env={**os.environ, **(environment or {})}, **how)
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
