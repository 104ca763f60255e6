"""Every flag of the command, and what its tables make: help, manual page and
completions. One test: flags_test.py HEARSAY Flags.test_name"""
import json
import os
import pathlib
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import unittest
from html.parser import HTMLParser

HEARSAY = os.path.abspath(sys.argv.pop(1))
EXAMPLES = pathlib.Path(__file__).parents[2] / "examples" / "story"
ARTICLE = "Ada Holm said the bridge was safe.\n\nNobody believed her.\n"


def run(*arguments, stdin=b"", **options):
    return subprocess.run([HEARSAY, *map(str, arguments)], input=stdin, capture_output=True, timeout=120, **options)


def on_terminal(*arguments, columns=80, **environment):
    """What the command prints to a terminal of this width."""
    ours, theirs = pty.openpty()
    env = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS")} | {"TERM": "xterm"} | environment
    import fcntl, struct, termios
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    child = subprocess.Popen([HEARSAY, *map(str, arguments)], stdout=theirs, stderr=subprocess.DEVNULL, env=env)
    os.close(theirs)
    out = b""
    while select.select([ours], [], [], 60)[0]:
        try:
            chunk = os.read(ours, 65536)
        except OSError:
            break
        if not chunk:
            break
        out += chunk
    child.wait()
    os.close(ours)
    return out.decode().replace("\r\n", "\n")


class Page(HTMLParser):
    """Checks that tags are balanced, ids unique, and collects what is linked."""
    VOID = {"meta", "br", "hr", "img", "link", "input"}

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.ids, self.links, self.faults, self.handlers = [], set(), [], [], []

    def handle_starttag(self, tag, attributes):
        if tag not in self.VOID:
            self.open.append(tag)
        for name, value in attributes:
            if name == "id":
                self.faults += [f"twice: {value}"] if value in self.ids else []
                self.ids.add(value)
            if name in ("href", "aria-labelledby", "aria-describedby"):
                self.links.append(value if name == "href" else "#" + value)
            if name.startswith("on") or name == "style":
                self.handlers.append(name)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"unbalanced: {tag}")


class Flags(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.article = self.folder / "article.txt"
        self.article.write_text(ARTICLE)

    def test_input_is_recognized(self):
        line = json.dumps({"id": "a", "text": ARTICLE})
        for name, content in (("x.jsonl", line), ("x", "  \n" + line), ("x.ndjson", line)):
            (self.folder / name).write_text(content)
            self.assertEqual(json.loads(run("read", "-f", "json", self.folder / name).stdout)["id"], "a")
        conllu = self.folder / "x.conllu"
        conllu.write_text("1\tYes\t_\t_\t_\t_\t_\t_\t_\t_\n\n")
        self.assertEqual(json.loads(run("read", conllu).stdout)["text"].strip(), "Yes")

    def test_input_can_be_forced(self):
        line = json.dumps({"id": "a", "text": ARTICLE}).encode()
        self.assertEqual(json.loads(run("read", "--from", "text", "-", stdin=line).stdout)["text"], line.decode())
        self.assertEqual(json.loads(run("read", "--input", "text", "-", stdin=line).stdout)["text"], line.decode())
        self.assertEqual(json.loads(run("read", "-i", "jsonl", "-", stdin=line).stdout)["id"], "a")
        self.assertEqual(run("read", "--input=jsonl", self.article).returncode, 1)

    def test_format_suits_the_output(self):
        self.assertEqual(json.loads(run("read", self.article).stdout)["text"], ARTICLE)
        shown = on_terminal("read", self.article)
        self.assertIn("article.txt", shown)
        self.assertNotIn('"schema"', shown)

    def test_format_names(self):
        for name, part in (("json", b'"schema": 1'), ("text", b"article.txt"), ("conllu", b"1\tAda\t"), ("html", b"<!doctype html>")):
            done = run("read", "--format", name, self.article)
            self.assertEqual((done.returncode, done.stderr), (0, b""))
            self.assertIn(part, done.stdout)

    def test_output(self):
        target = self.folder / "out.json"
        target.write_text("old " * 10000)
        done = run("read", "--output", target, self.article)
        self.assertEqual((done.returncode, done.stdout), (0, b""))
        self.assertEqual(json.loads(target.read_text())["text"], ARTICLE)

    def test_output_spares_the_input(self):
        done = run("read", "-o", self.article, self.article)
        self.assertEqual((done.returncode, self.article.read_text()), (2, ARTICLE))

    def test_output_full_device(self):
        done = run("read", "--output", "/dev/full", self.article)
        self.assertEqual((done.returncode, len(done.stderr.splitlines())), (1, 1))

    def test_language(self):
        german = "Die Polizei sagte am Montag, dass niemand verletzt worden sei, und das Feuer sei gelöscht.".encode()
        read = lambda *flags: json.loads(run("read", *flags, stdin=german).stdout)
        self.assertEqual(read()["unread"], "no models for language de")
        self.assertNotIn("unread", read("--language", "en"))
        self.assertEqual(run("read", "--language", "no language", self.article).returncode, 2)

    def test_published(self):
        lines = b'{"text": "One."}\n{"text": "Two.", "published": "2020-01-01"}\n'
        records = [json.loads(r) for r in run("read", "--published", "2024-02-29", stdin=lines).stdout.splitlines()]
        self.assertEqual([r["published"] for r in records], ["2024-02-29", "2020-01-01"])
        for wrong in ("2023-02-29", "2024-13-01", "2024-1-1", "24-01-01", "2024-01-01x", ""):
            self.assertEqual(run("read", "--published", wrong, self.article).returncode, 2, wrong)

    def test_min_confidence(self):
        for right in ("0", "0.5", "1"):
            self.assertEqual(run("read", "--min-confidence", right, self.article).returncode, 0, right)
        for wrong in ("-0.1", "1.01", "half", "", "nan"):
            self.assertEqual(run("read", "--min-confidence", wrong, self.article).returncode, 2, wrong)
        sure = run("read", "--format", "json", "--min-confidence", "0.5", self.article).stdout
        self.assertTrue(all(a["confidence"] >= 0.5 for a in json.loads(sure.splitlines()[0])["attributions"]))

    def test_explain(self):
        plain = json.loads(run("read", "--format", "json", self.article).stdout)
        explained = json.loads(run("read", "--format", "json", "--explain", self.article).stdout)
        self.assertNotIn("explanation", plain["attributions"][0])
        self.assertTrue(explained["attributions"][0]["explanation"])
        for attribution in explained["attributions"]:
            del attribution["explanation"]
        self.assertEqual(explained, plain)

    def test_threads(self):
        self.assertEqual(run("read", "--threads", "0", self.article).returncode, 0)
        for wrong in ("-1", "257", "x", "", "1.5"):
            self.assertEqual(run("read", "--threads", wrong, self.article).returncode, 2, wrong)

    def test_models(self):
        done = run("read", "--models", self.folder / "nowhere", self.article)
        self.assertEqual((done.returncode, done.stdout, len(done.stderr.splitlines())), (1, b"", 1))
        done = run("read", self.article, env=os.environ | {"HEARSAY_MODELS": str(self.folder / "elsewhere")})
        self.assertIn(b"elsewhere", done.stderr)

    def test_color(self):
        colored = lambda *arguments, **environment: "\033[" in on_terminal("read", *arguments, self.article, **environment)
        self.assertTrue(colored())
        self.assertTrue(colored(NO_COLOR=""))
        self.assertFalse(colored(NO_COLOR="1"))
        self.assertFalse(colored(TERM="dumb"))
        self.assertFalse(colored("--color", "never"))
        self.assertTrue(colored("--color", "always", NO_COLOR="1"))
        self.assertNotIn(b"\033[", run("read", "-f", "text", self.article).stdout)
        self.assertIn(b"\033[", run("read", "-f", "text", "--color", "always", self.article).stdout)

    def test_width_of_the_terminal(self):
        long = self.folder / "long.jsonl"
        long.write_text(json.dumps({"title": "word " * 100, "text": ARTICLE}))
        for columns in (50, 90):
            widths = [len(line) for line in on_terminal("read", "--color", "never", long, columns=columns).splitlines()]
            self.assertTrue(columns - 6 < max(widths) <= columns, max(widths))

    def test_escapes_in_text_and_names_are_disarmed(self):
        evil = self.folder / "evil\033]0;x\007.txt"
        evil.write_text("Ada \033[2J said no.\n")
        done = run("read", "-f", "text", evil, self.folder / "missing\033[2J")
        self.assertNotIn(b"\033", done.stdout + done.stderr)

    def test_last_of_a_flag_wins(self):
        self.assertIn(b"article.txt", run("read", "-f", "json", "-f", "text", self.article).stdout)

    def test_a_file_may_be_named_like_a_command(self):
        (self.folder / "train").write_text(ARTICLE)
        (self.folder / "-x").write_text(ARTICLE)
        self.assertEqual(run("read", "train", cwd=self.folder).returncode, 0)
        self.assertEqual(run("read", "--", "-x", cwd=self.folder).returncode, 0)

    def test_report_of_the_example(self):
        html = run("read", "--format", "html", *EXAMPLES.iterdir()).stdout.decode()
        page = Page()
        page.feed(html)
        self.assertEqual((page.open, page.faults, page.handlers), ([], [], []))
        inside = {link[1:] for link in page.links if link.startswith("#")}
        self.assertEqual(inside - page.ids, set())
        outside = {link for link in page.links if not link.startswith("#")}
        self.assertTrue(all(".example/" in link for link in outside), outside)
        self.assertEqual(re.findall(r"<(?:img|link|iframe|object|base)\b|@import|url\(|\bsrc=", html), [])

    def test_policy_admits_style_and_script(self):
        import base64, hashlib
        html = run("read", "--format", "html", self.article).stdout.decode()
        for tag in ("style", "script"):
            body = re.search(f"<{tag}>(.*?)</{tag}>", html, re.S).group(1)
            digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
            self.assertIn(f"{tag}-src 'sha256-{digest}'", html)
        self.assertIn("default-src 'none'", html)

    def test_help_of_each_command(self):
        overview = run("--help").stdout.decode()
        for command in ("read", "train", "eval", "help"):
            self.assertIn(f"\n  {command} ", overview)
            short = run(command, "-h").stdout.decode()
            full = run(command, "--help").stdout.decode()
            self.assertEqual(full, run("help", command).stdout.decode())
            self.assertLess(len(short), len(full))
            self.assertLessEqual(max(map(len, short.splitlines())), 100)
            self.assertEqual(set(re.findall(r"--[a-z]+", short)) - set(re.findall(r"--[a-z]+", full)), set())
        self.assertEqual(run("help", "nothing").returncode, 2)

    def test_no_command_is_wrong_usage(self):
        done = run()
        self.assertEqual((done.returncode, done.stdout), (2, b""))
        self.assertIn(b"Usage:", done.stderr)

    def test_wrong_lines_say_what_was_meant(self):
        for line, message in {
            "serch": "hearsay: expected a command, found 'serch'; did you mean 'search'?\nTry 'hearsay --help'.\n",
            "--colour": "hearsay: expected a command, found '--colour'\nTry 'hearsay --help'.\n",
            "read --form text": "hearsay: read: expected one of its options, found '--form'; did you mean '--format'?\n"
                                "Try 'hearsay help read'.\n",
            "export a.ledger --by Holm": "hearsay: export: expected one of its options, found '--by'\nTry 'hearsay help export'.\n",
            "stats a.ledger b": "hearsay: stats: b: expected one ledger, found 'b' as well\nTry 'hearsay help stats'.\n",
            "help read add": "hearsay: help: add: expected one command, found 'add' as well\nTry 'hearsay help help'.\n",
            "read --format": "hearsay: read: --format: expected a value, found nothing\nTry 'hearsay help read'.\n",
        }.items():
            done = run(*line.split())
            self.assertEqual((done.returncode, done.stderr.decode()), (2, message), line)

    def test_version(self):
        self.assertRegex(run("--version").stdout.decode(), r"^hearsay \d+\.\d+\.\d+\n$")

    def test_manual_page(self):
        page = run("help", "--man").stdout
        for flag in re.findall(r"--[a-z]+", run("help", "read").stdout.decode()):
            self.assertIn(flag.replace("-", r"\-").encode(), page)
        if not shutil.which("groff"):
            self.skipTest("no groff")
        done = subprocess.run(["groff", "-man", "-ww", "-Tutf8", "-z"], input=page, capture_output=True)
        self.assertEqual((done.returncode, done.stderr), (0, b""))

    def test_completions_are_scripts(self):
        for shell in ("bash", "zsh", "fish"):
            script = run("help", "--completion", shell).stdout
            self.assertIn(b"published", script)
            if shutil.which(shell):
                done = subprocess.run([shell, "-n"], input=script, capture_output=True)
                self.assertEqual((done.returncode, done.stderr), (0, b""), shell)

    def test_bash_completes(self):
        script = run("help", "--completion", "bash").stdout.decode()
        def complete(*words):
            probe = f'{script}\nCOMP_WORDS=({" ".join(words)} ""); COMP_CWORD={len(words)}; _hearsay; echo "${{COMPREPLY[*]}}"'
            return subprocess.run(["bash", "-c", probe], capture_output=True).stdout.decode().split()
        self.assertEqual(complete("hearsay", "read", "--format"), ["auto", "text", "json", "conllu", "html"])
        overview = run("--help").stdout.decode()
        names = re.findall(r"^  ([a-z]+)  ", overview[:overview.index("Options:")], re.M)
        self.assertIn("timeline", names)
        self.assertEqual(complete("hearsay", "help"), names)
        self.assertIn("train", complete("hearsay"))

    def test_train_says_what_is_missing(self):
        done = run("train", "--data", self.folder, "--output", self.folder / "models", "--only", "tokenizer")
        self.assertEqual((done.returncode, done.stdout), (1, b""))
        self.assertEqual(run("train", "--data", "x", "--output", "y", "--only", "nothing").returncode, 2)

    def test_every_flag_is_tested(self):
        source = pathlib.Path(__file__).read_text()
        for command in ("read", "train", "help"):
            for flag in re.findall(r"^ .*?(--[a-z]+)", run(command, "-h").stdout.decode(), re.M):
                self.assertIn(flag, source)


if __name__ == "__main__":
    unittest.main()
