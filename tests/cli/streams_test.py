"""Where bytes come from and go to: pipes, devices, files given twice, closed streams,
and what the error records say. One test: streams_test.py HEARSAY Streams.test_name"""
import gzip
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import unittest

HEARSAY = sys.argv.pop(1)
ARTICLE = "Ada Holm said the bridge was safe.\n"


class Streams(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.article = self.file("article.txt", ARTICLE)

    def file(self, name, content):
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def read(self, *arguments, stdin=b"", shell_end=""):
        """Status, records and lines on standard error of `hearsay read -f json`."""
        command = [HEARSAY, "read", "-f", "json", *map(str, arguments)]
        if shell_end:
            command = ["sh", "-c", 'exec "$@" ' + shell_end, "sh", *command]
        done = subprocess.run(command, input=stdin, capture_output=True, timeout=120)
        return done.returncode, [json.loads(line) for line in done.stdout.splitlines()], done.stderr.decode().splitlines()

    def fails(self, *arguments, message, **options):
        """One error: the same words in the record and on standard error."""
        status, records, errors = self.read(*arguments, **options)
        self.assertEqual((status, len(records), len(errors)), (1, 1, 1), errors)
        self.assertIn(message, records[0]["error"]["message"])
        self.assertEqual(errors[0], "hearsay: " + records[0]["error"]["message"])
        self.assertEqual(set(records[0]), {"schema", "id", "error"})
        return records[0]

    def test_standard_input_twice(self):
        status, records, errors = self.read("-", "-", stdin=ARTICLE.encode())
        self.assertEqual((status, records[0]["text"], len(errors)), (1, ARTICLE, 1))
        self.assertIn("empty", records[1]["error"]["message"])

    def test_no_name_is_standard_input(self):
        status, records, errors = self.read(stdin=ARTICLE.encode())
        self.assertEqual((status, records[0]["text"], errors), (0, ARTICLE, []))
        self.assertNotIn("file", records[0])

    def test_a_terminal_is_told_that_it_is_read(self):
        ours, theirs = os.openpty()
        child = subprocess.Popen([HEARSAY, "read"], stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        os.close(theirs)
        os.write(ours, b"Ada Holm said that the bridge was safe.\n\x04")
        out, err = child.communicate(timeout=60)
        os.close(ours)
        self.assertEqual(err, b"hearsay: reading what is typed here, up to Ctrl-D\n")
        self.assertIn(b"that the bridge was safe", out)

    def test_closed_standard_input(self):
        self.assertEqual(self.fails("-", shell_end="<&-", message="cannot be read")["error"]["code"], "io")

    def test_closed_standard_output(self):
        status, records, errors = self.read(self.article, shell_end=">&-")
        self.assertEqual((status, records, len(errors)), (1, [], 1))
        self.assertIn("standard output", errors[0])

    def test_a_file_given_twice(self):
        status, records, _ = self.read(self.article, self.article)
        self.assertEqual((status, len(records), records[0]), (0, 2, records[1]))

    def test_named_pipe(self):
        pipe = self.folder / "pipe"
        os.mkfifo(pipe)
        writer = threading.Thread(target=pipe.write_text, args=(ARTICLE,))
        writer.start()
        status, records, _ = self.read(pipe)
        writer.join()
        self.assertEqual((status, records[0]["text"]), (0, ARTICLE))

    def test_null_device(self):
        self.fails("/dev/null", message="/dev/null: expected text, found an empty file")

    def test_compressed_file(self):
        whole = gzip.compress(ARTICLE.encode() * 50)
        status, records, errors = self.read(self.file("a.txt.gz", whole), "-", stdin=whole)
        self.assertEqual((status, [r["text"] for r in records], errors), (0, [ARTICLE * 50] * 2, []))
        self.fails(self.file("b.txt.gz", whole[:20]),
                   message="b.txt.gz: gzip member at byte 0: expected its end, found that of the file at byte 20")

    def test_compressed_lines_up_to_the_damage(self):
        lines = "".join(json.dumps({"id": f"a{i}", "text": f"Holm said no to {i * i}."}) + "\n" for i in range(1000))
        first, second = gzip.compress(lines.encode()), gzip.compress(b'{"id": "last", "text": "Yes."}\n')
        status, records, errors = self.read(self.file("a.jsonl.gz", first[:len(first) // 2]))
        self.assertEqual((status, len(errors)), (1, 1))
        self.assertIn("a.jsonl.gz: gzip member at byte 0: expected its end", errors[0])
        self.assertGreater(len(records), 100)
        status, records, errors = self.read(self.file("b.jsonl.gz", first[:len(first) // 2] + second))
        self.assertEqual((status, records[0]["id"], records[-1]["id"]), (1, "a0", "last"))
        self.assertIn("b.jsonl.gz: gzip member at byte 0: ", errors[-1])

    def test_utf16(self):
        for name in ("utf-16-le", "utf-16-be"):
            bom = "\ufeff".encode(name)
            self.fails(self.file("a.txt", bom + ARTICLE.encode(name)), message="expected UTF-8, found UTF-16")

    def test_byte_order_mark(self):
        status, records, _ = self.read(self.file("a.txt", "\ufeff" + ARTICLE))
        self.assertEqual((status, records[0]["text"]), (0, "\ufeff" + ARTICLE))
        self.assertEqual(records[0]["sentences"][0][0], 1)
        status, records, _ = self.read(self.file("a.jsonl", '\ufeff{"text": "x"}\n'))
        self.assertEqual((status, records[0]["text"]), (0, "x"))

    def test_line_ends(self):
        for end in ("\n", "\r\n", "\r"):
            text = end.join(["One.", "", "Two.", "", "", "Three."])
            _, records, _ = self.read("-", stdin=text.encode())
            self.assertEqual(records[0]["text"], text)
            self.assertEqual([text[s:e] for s, e in records[0]["sentences"]], ["One.", "Two.", "Three."], repr(end))

    def test_errors_of_lines_name_the_line(self):
        lines = '{"id": 5, "text": "x"}\n\n{"id": "b", "text": 1}\n[]\n{"id": "d", "text": "Fine."}'
        status, records, errors = self.read(self.file("a.jsonl", lines))
        self.assertEqual((status, len(errors)), (1, 3))
        self.assertEqual([r["id"] for r in records][1::2], ["b", "d"])
        for error, place in zip(errors, ("a.jsonl:1: id: expected a string", "a.jsonl:3: text: expected a string",
                                         "a.jsonl:4: expected a JSON object, found an array")):
            self.assertIn(place, error)

    def test_nul_in_json_is_text(self):
        _, records, errors = self.read("-i", "jsonl", stdin=b'{"text": "a\\u0000b said no."}\n')
        self.assertEqual((records[0]["text"], errors), ("a\0b said no.", []))

    def test_last_of_two_equal_keys_counts(self):
        _, records, _ = self.read("-i", "jsonl", stdin=b'{"id": "a", "text": "x", "id": "b"}\n')
        self.assertEqual(records[0]["id"], "b")

    def test_errors_of_conllu_name_the_line(self):
        good = "1\tYes\t_\t_\t_\t_\t_\t_\t_\t_\n\n"
        status, records, errors = self.read(self.file("a.conllu", "# newdoc id = a\n1\tx\n\n# newdoc id = b\n" + good))
        self.assertEqual((status, len(errors), records[1]["text"]), (1, 1, "Yes"))
        self.assertIn("a.conllu: line 2: expected 10 columns, found 2", errors[0])

    def test_articles_in_other_languages_are_kept(self):
        german = "Die Mayorin sagte am Montag, die Brücke sei sicher und niemand habe sie nach den Messwerten gefragt. Das bestritten zwei Beamte.\n"
        file = self.file("de.txt", german)
        status, records, errors = self.read(file)
        self.assertEqual((status, records[0]["language"], records[0]["text"]), (0, "de", german))
        self.assertEqual(records[0]["unread"], "no models for language de")
        self.assertEqual((len(records[0]["blocks"]), records[0]["sentences"], records[0]["attributions"]), (1, [], []))
        self.assertEqual(errors, ["hearsay: 1 article not read, no models for its language: de 1"])
        status, records, errors = self.read("--language", "en", file)
        self.assertEqual((status, errors, "unread" in records[0]), (0, [], False))
        for form in "text", "html":
            done = subprocess.run([HEARSAY, "read", "-f", form, file], capture_output=True, timeout=120)
            self.assertIn("Not read: no models for language de", done.stdout.decode())
        done = subprocess.run([HEARSAY, "read", "--language", "English!", file], capture_output=True, timeout=120)
        self.assertEqual(done.returncode, 2)
        self.assertIn("expected a language such as en or pt-BR, found 'English!'", done.stderr.decode())

    def test_every_input_fails(self):
        (self.folder / "empty").mkdir()
        status, records, errors = self.read("nowhere.txt", self.folder / "empty", "/dev/null")
        self.assertEqual((status, len(records), len(errors)), (1, 3, 3))
        self.assertTrue(all("error" in r for r in records))

    def test_ids_are_those_of_the_content(self):
        other = self.file("copy.txt", ARTICLE)
        _, records, _ = self.read(self.article, other, self.file("different.txt", ARTICLE + " "))
        ids = [r["id"] for r in records]
        self.assertEqual(ids[0], ids[1])
        self.assertNotEqual(ids[0], ids[2])
        self.assertRegex(ids[0], r"^[0-9a-f]{32}$")

    def test_output_is_whole_lines_while_others_fail(self):
        files = [self.article if i % 3 else "nowhere%d.txt" % i for i in range(60)]
        for threads in (1, 4):
            status, records, errors = self.read("--threads", threads, *files)
            self.assertEqual((status, len(records), len(errors)), (1, 60, 20))
            self.assertEqual(["error" in r for r in records], [i % 3 == 0 for i in range(60)])
            self.assertEqual([e.split(": ")[1] for e in errors], [str(f) for f in files if f != self.article])

    def test_output_keeps_what_stood_there_when_nothing_can_be_written(self):
        missing = self.folder / "no" / "out.json"
        done = subprocess.run([HEARSAY, "read", "-o", missing, self.article], capture_output=True)
        self.assertEqual((done.returncode, done.stdout, missing.exists()), (1, b"", False))
        done = subprocess.run([HEARSAY, "read", "-o", self.folder, self.article], capture_output=True)
        self.assertEqual((done.returncode, done.stdout), (1, b""))

    def test_broken_pipe_of_every_format(self):
        for form in ("json", "text", "conllu", "html"):
            command = f'"$0" read -f {form} "$@" | head -c 1 >/dev/null; echo "${{PIPESTATUS[0]}}"'
            done = subprocess.run(["bash", "-c", command, HEARSAY, *[str(self.article)] * 300], capture_output=True)
            self.assertEqual((done.stdout, done.stderr), (b"0\n", b""), form)

    def test_wrong_usage_says_what_was_expected(self):
        for arguments, message in ((["read", "-f"], "--format"), (["read", "--threads", "300"], "--threads"),
                                   (["help", "nothing"], "expected read, add, watch, claims, "),
                                   (["read", "--published", "2024-02-30"], "expected a date"),
                                   (["read", "--from", "pdf"], "--from")):
            done = subprocess.run([HEARSAY, *arguments], capture_output=True, stdin=subprocess.DEVNULL)
            self.assertEqual((done.returncode, done.stdout), (2, b""), arguments)
            self.assertIn(message, done.stderr.decode())


if __name__ == "__main__":
    unittest.main()
