"""The command as its users meet it: bad input, exit statuses, the same bytes for
any number of threads. One test: cli_test.py HEARSAY Cli.test_name"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

HEARSAY = sys.argv.pop(1)
STORY = 'Mayor Ada Holm said on Monday that the bridge was safe.\n\n“Nobody asked us,” the union’s Per Dahl replied.\n'


def hearsay(*arguments, stdin=b"", **options):
    done = subprocess.run([HEARSAY, *map(str, arguments)], input=stdin, capture_output=True, timeout=300, **options)
    return done.returncode, done.stdout, done.stderr.decode()


class Cli(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def file(self, name, content):
        path = pathlib.Path(self.folder.name) / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def read(self, *arguments, status=0, stdin=b""):
        """The JSON records and the lines on standard error of a run with this status."""
        found, out, err = hearsay("read", "--format", "json", *arguments, stdin=stdin)
        self.assertEqual(found, status, err)
        return [json.loads(line) for line in out.splitlines()], err.splitlines()

    def fails_alone(self, bad, *expected):
        """A bad file costs itself: one line names it, the good file is read."""
        good = self.file("good.txt", STORY)
        records, errors = self.read(bad, good, status=1)
        self.assertEqual(len(errors), 1)
        for part in (str(bad), *expected):
            self.assertIn(part, errors[0])
        self.assertEqual([("error" in r) for r in records], [True, False])
        self.assertEqual(records[1]["text"], STORY)

    def test_empty_file(self):
        self.fails_alone(self.file("empty.txt", ""), "empty")

    def test_white_space_only(self):
        self.fails_alone(self.file("white.txt", " \n\n\t\n"))

    def test_binary_file(self):
        self.fails_alone(self.file("image.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0"), "expected articles, found an image")
        self.fails_alone(self.file("core", b"\x01\x02\0\0\0"), "NUL")

    def test_invalid_utf8(self):
        self.fails_alone(self.file("latin1.txt", "Håkon sa nei.".encode("latin-1")), "UTF-8")

    def test_missing_file(self):
        self.fails_alone(pathlib.Path(self.folder.name) / "nowhere.txt")

    def test_directory(self):
        folder = pathlib.Path(self.folder.name)
        (folder / "empty").mkdir()
        self.fails_alone(folder / "empty", "expected files in the folder, found none")
        (folder / "full/page_files").mkdir(parents=True)
        for name in ("b.txt", "a.txt", ".hidden", "page_files/style.css"):
            (folder / "full" / name).write_text(STORY)
        records, _ = self.read(folder / "full")
        self.assertEqual([r["file"] for r in records], [str(folder / "full" / name) for name in ("a.txt", "b.txt")])

    def test_broken_line_in_the_middle(self):
        lines = self.file("a.jsonl", '{"id": "1", "text": "Holm denied it."}\n{"id": "2", "text": "open\n\n{"id": "4", "text": "No."}\n')
        records, errors = self.read(lines, status=1)
        self.assertEqual([r["id"] for r in records if "error" not in r], ["1", "4"])
        self.assertEqual(len(errors), 1)
        self.assertIn("a.jsonl:2", errors[0])

    def test_line_of_100_megabytes(self):
        line = b'{"id": "big", "text": "' + b"a " * 50_000_000 + b'"}\n{"id": "small", "text": "Holm denied it."}\n'
        records, errors = self.read(self.file("big.jsonl", line), status=1)
        self.assertEqual([r["id"] for r in records if "error" not in r], ["small"])
        self.assertEqual(len(errors), 1)

    def test_100000_nested_quotes(self):
        records, _ = self.read("-", stdin=("“" * 100_000 + "Holm said so." + "”" * 100_000).encode())
        self.assertNotIn("error", records[0])

    def test_one_word_of_a_megabyte(self):
        # Further kinds of text, and that time stays linear, are in tests/hostile.
        for word in ("a.", "中", "x"):
            text = word * (1_000_000 // len(word.encode()))
            records, _ = self.read("-", stdin=text.encode())
            self.assertEqual(records[0]["text"], text)

    def test_missing_models(self):
        for where in (self.folder.name, self.folder.name + "/nowhere"):
            status, out, err = hearsay("read", "--models", where, self.file("good.txt", STORY))
            self.assertEqual((status, out, len(err.splitlines())), (1, b"", 1))

    def test_corrupt_models(self):
        source = pathlib.Path(__file__).resolve().parents[2] / "models/en"
        for broken in sorted(source.glob("*.model")):
            with tempfile.TemporaryDirectory() as models:
                (pathlib.Path(models) / "times.rules").write_bytes((source / "times.rules").read_bytes())
                for model in source.glob("*.model"):
                    content = bytearray(model.read_bytes())
                    if model == broken:
                        content[len(content) // 2] ^= 0x55
                    (pathlib.Path(models) / model.name).write_bytes(content)
                command = ["add", pathlib.Path(models) / "ledger"] if broken.stem == "relations" else ["read"]
                status, out, err = hearsay(*command, "--models", models, self.file("good.txt", STORY))
            self.assertEqual((status, out, len(err.splitlines())), (1, b"", 1))
            self.assertIn(broken.name, err)

    def test_unwritable_output(self):
        good = self.file("good.txt", STORY)
        status, _, err = hearsay("read", "--output", self.folder.name + "/no/where", good)
        self.assertEqual((status, len(err.splitlines())), (1, 1))
        with open("/dev/full", "wb") as full:
            done = subprocess.run([HEARSAY, "read", "--format", "json", good], stdout=full, stderr=subprocess.PIPE)
        self.assertEqual((done.returncode, len(done.stderr.splitlines())), (1, 1))

    def test_closed_pipe(self):
        lines = self.file("many.jsonl", '{"text": "Holm denied it."}\n' * 5000)
        for form in ("json", "conllu", "text"):
            child = subprocess.Popen([HEARSAY, "read", "--format", form, lines], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            child.stdout.read(10)
            child.stdout.close()
            self.assertEqual((child.stderr.read(), child.wait()), (b"", 0))
            child.stderr.close()

    def test_wrong_usage(self):
        for arguments in (["reed"], ["read", "--bogus"], ["read", "--format", "xml"], ["read", "--threads", "x"],
                          ["read", "--published", "yesterday"], ["train"]):
            status, out, err = hearsay(*arguments)
            self.assertEqual((status, out), (2, b""), arguments)
            self.assertNotEqual(err, "")

    def test_explain_says_why(self):
        good = self.file("good.txt", STORY)
        plain, _ = self.read(good)
        explained, _ = self.read("--explain", good)
        for a, b in zip(plain[0]["attributions"], explained[0]["attributions"], strict=True):
            why = b.pop("explanation")
            self.assertNotIn("explanation", a)
            self.assertEqual(a, b, "the claims are the same")
            self.assertEqual([w["part"] for w in why][:1] + [w["part"] for w in why][-1:], ["cue", "confidence"])
            for finding in why:
                self.assertTrue(finding["words"])
                for reason in finding.get("reasons", ()):
                    self.assertLessEqual(reason["without"], finding["sure"])
                    if reason["span"]:
                        start, end = reason["span"]
                        self.assertTrue(plain[0]["text"][start:end].strip())
        status, out, _ = hearsay("read", "--format", "text", "--explain", good)
        self.assertEqual(status, 0)
        self.assertIn("· cue: ", out.decode())
        self.assertNotIn("· cue: ", hearsay("read", "--format", "text", good)[1].decode())

    def test_explained_claims_that_are_unsure_are_left_out_too(self):
        good = self.file("good.txt", STORY)
        explained, _ = self.read("--explain", "--min-confidence", "1", good)
        self.assertEqual(explained[0]["attributions"], [])

    def test_threads_give_the_same_bytes(self):
        # Nearly twice as many as eight threads may be ahead.
        lines = "".join(json.dumps({"id": str(i), "text": STORY * (1 + i % 5)}) + "\n" + "{bad\n" * (i % 25 == 0) for i in range(60))
        path = self.file("many.jsonl", lines)
        for form in ("json", "text", "conllu", "html"):
            outputs = {hearsay("read", "--format", form, "--threads", n, path)[:2] for n in (1, 2, 8)}
            self.assertEqual(len(outputs), 1, form)
            self.assertEqual(outputs.pop()[0], 1)

    def test_threads_give_the_same_explanations(self):
        path = self.file("few.jsonl", "".join(json.dumps({"id": str(i), "text": STORY}) + "\n" for i in range(9)))
        outputs = {hearsay("read", "--format", "json", "--explain", "--threads", n, path)[:2] for n in (1, 4)}
        self.assertEqual(len(outputs), 1)
        self.assertEqual(outputs.pop()[0], 0)

    def test_positions_are_code_points(self):
        records, _ = self.read("-", stdin=("🚢\n\n" + STORY).encode())
        doc = records[0]
        self.assertEqual(doc["schema"], 1)
        self.assertEqual(doc["text"], "🚢\n\n" + STORY)
        slices = [doc["text"][s:e] for a in doc["attributions"] for s, e in a["source"]["spans"]]
        self.assertTrue(any(s.endswith("Mayor Ada Holm") for s in slices), slices)
        self.assertTrue(all(doc["text"][s:e].strip() == doc["text"][s:e] for s, e in doc["sentences"]))

    def test_conllu_keeps_the_tokens(self):
        gold = "".join(f"{i}\t{word}\t_\tX\t_\t_\t{i - 1}\tdep\t_\tSpaceAfter=No\n" for i, word in enumerate("Holm de nied it!?".split(), 1))
        gold = gold.replace("\t0\tdep", "\t0\troot")
        status, out, _ = hearsay("read", "--input", "conllu", "--format", "conllu", "-", stdin=(gold + "\n").encode())
        rows = [line.split("\t") for line in out.decode().splitlines() if line and not line.startswith("#")]
        self.assertEqual((status, [r[1] for r in rows]), (0, ["Holm", "de", "nied", "it!?"]))
        self.assertTrue(all(len(r) == 10 for r in rows))

    def test_html_needs_nothing_from_elsewhere(self):
        status, out, _ = hearsay("read", "--from", "text", "--format", "html", "-", stdin=("<script>alert(1)</script> & " + STORY).encode())
        self.assertEqual(status, 0)
        page = out.decode()
        self.assertNotIn("<script>alert(1)", page)
        self.assertIn("&lt;", page)
        for outside in ("http://", "https://", "src=", "@import", "url("):
            self.assertNotIn(outside, page)

    def test_help(self):
        for arguments in (["--help"], ["--version"], ["help", "read"], ["read", "--help"], ["help", "--man"],
                          *(["help", "--completion", shell] for shell in ("bash", "zsh", "fish"))):
            status, out, err = hearsay(*arguments)
            self.assertEqual((status, err), (0, ""), arguments)
            self.assertNotEqual(out, b"")


if __name__ == "__main__":
    unittest.main()
