"""`hearsay watch` and news sites that behave well and badly. One test: watch_test.py HEARSAY Watches.test_name"""
import json
import os
import pathlib
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

import news_server
from news_server import NewsServer, item, page, redirect, rss

HEARSAY = os.path.abspath(sys.argv.pop(1))


class WatchCase(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.ledger = self.path("story.ledger")
        self.site = self.server()

    def server(self, routes=None):
        server = NewsServer(routes)
        self.addCleanup(server.close)
        return server

    def path(self, name):
        return str(pathlib.Path(self.folder.name) / name)

    def command(self, *arguments):
        return [HEARSAY, *map(str, arguments)]

    def watch(self, *feeds, status=0, flags=("--allow-private", "--delay", "0s", "--timeout", "2s")):
        """Asks all feeds once. Returns standard error as lines, and the summary."""
        done = subprocess.run(self.command("watch", self.ledger, *feeds, "--once", *flags), capture_output=True, timeout=120)
        lines = done.stderr.decode().splitlines()
        self.assertEqual(done.returncode, status, lines)
        return [line[20:] for line in lines], done.stdout.decode().strip()

    def documents(self):
        done = subprocess.run(self.command("export", self.ledger), capture_output=True, timeout=60)
        self.assertEqual(done.returncode, 0, done.stderr)
        records = map(json.loads, done.stdout.decode().splitlines())
        return {r["id"]: r for r in records if r["record"] == "document"}

    def check(self):
        done = subprocess.run(self.command("check", self.ledger), capture_output=True, timeout=60)
        self.assertEqual(done.returncode, 0, done.stdout)

    def remembered(self, column, key, table="feed_items", name="key"):
        with sqlite3.connect(self.ledger) as database:
            return database.execute(f"SELECT {column} FROM {table} WHERE {name} = ?", (key,)).fetchone()[0]

    def serve_stories(self, count, **routes):
        """A feed of `count` articles, and whatever else is given."""
        self.site.routes.update({f"/{i}": page(i) for i in range(count)})
        self.site.routes["/rss"] = rss(item(self.site.url(f"/{i}")) for i in range(count))
        self.site.routes.update(routes)
        return self.site.url("/rss")

    def one_bad_article(self, answer, link=None):
        """The lines about an article that is answered so, between two that are well."""
        bad = link or self.site.url("/bad")
        self.site.routes.update({"/0": page(0), "/1": page(1), "/bad": answer,
                                 "/rss": rss([item(self.site.url("/0")), item(bad), item(self.site.url("/1"))])})
        lines, summary = self.watch(self.site.url("/rss"))
        self.assertIn("2 articles added", summary)
        failures = [line for line in lines if line.startswith("hearsay: ")]
        self.assertEqual(len(failures), 1, lines)
        self.assertTrue(failures[0].startswith(f"hearsay: {bad}: expected "), failures)
        self.check()
        return failures[0]


class Keeping:
    def test_adds_the_articles_of_a_feed(self):
        feed = self.serve_stories(3)
        lines, summary = self.watch(feed)
        self.assertEqual(summary, "3 articles added, 0 new versions, 0 known already")
        self.assertEqual(lines[0], "Northline: 3 items, 3 to read")
        self.assertEqual(lines[1], "Northline: added “Pier 0 under scrutiny”, 3 statements")
        article = self.documents()[self.site.url("/1")]
        self.assertEqual(article["title"], "Pier 1 under scrutiny")
        self.assertEqual(article["publisher"], "Northline")
        self.assertEqual(article["published"][:7], "2025-03")
        self.assertNotIn("Home", article["text"])
        self.check()

    def test_nothing_is_fetched_twice(self):
        feed = self.serve_stories(3)
        self.watch(feed)
        lines, summary = self.watch(feed)
        self.assertEqual(lines, ["Northline: 3 items, nothing new"])
        self.assertEqual(summary, "0 articles added, 0 new versions, 0 known already")
        self.assertEqual(sorted(self.site.paths()), sorted(["/robots.txt", "/rss", "/0", "/1", "/2", "/robots.txt", "/rss"]))

    def test_asks_only_whether_a_feed_changed(self):
        body = None

        def feed(exchange):
            if exchange.headers.get("If-None-Match") == '"1"':
                exchange.answer(304, b"", ETag='"1"')
            else:
                exchange.answer(200, body, ETag='"1"', Last_Modified="Tue, 04 Mar 2025 09:30:00 GMT")
        url = self.serve_stories(2)
        body = self.site.routes["/rss"]
        self.site.routes["/rss"] = feed
        self.watch(url)
        lines, _ = self.watch(url)
        self.assertEqual(lines, ["Northline: not changed"])
        self.assertEqual(self.site.asked[-1][2]["If-Modified-Since"], "Tue, 04 Mar 2025 09:30:00 GMT")
        self.assertIn("Hearsay/", self.site.asked[-1][2]["User-Agent"])

    def test_a_changed_item_is_a_new_version(self):
        feed = self.serve_stories(2)
        self.watch(feed)
        self.site.routes["/1"] = page(1, "denied")
        self.site.routes["/rss"] = rss([item(self.site.url("/0")), item(self.site.url("/1"), title="Pier: corrected")])
        lines, summary = self.watch(feed)
        self.assertEqual(summary, "0 articles added, 1 new version, 0 known already")
        self.assertEqual(lines[-1], "Northline: a new version of “Pier 1 under scrutiny”, 3 statements")
        # What a feed no longer has stays.
        self.site.routes["/rss"] = rss([])
        self.watch(feed)
        self.assertEqual(len(self.documents()), 2)

    def test_reads_lists_of_feeds_and_remembers_them(self):
        second = self.server()
        second.routes.update({"/a": page(7), "/atom": f"<feed xmlns='http://www.w3.org/2005/Atom'><title>Courier</title><entry><title>x</title><link href='/a'/></entry></feed>"})
        opml = pathlib.Path(self.path("feeds.opml"))
        opml.write_text(f"<opml><body><outline text='All'><outline xmlUrl='{self.serve_stories(1)}'/><outline xmlUrl='{second.url('/atom')}'/></outline></body></opml>")
        self.assertIn("2 articles added", self.watch(opml)[1])
        lines, _ = self.watch()
        self.assertEqual(sorted(lines), ["Courier: 1 item, nothing new", "Northline: 1 item, nothing new"])

    def test_what_the_feed_has_serves_where_the_page_cannot_be_had(self):
        whole = "".join(f"<p>{p}</p>" for p in news_server.story(4)[1])
        self.site.routes["/rss"] = rss([item(self.site.url("/gone"), title="Pier 4", content=whole)])
        lines, summary = self.watch(self.site.url("/rss"))
        self.assertIn("1 article added", summary)
        self.assertEqual(lines[1], f"hearsay: {self.site.url('/gone')}: expected status 200, found 404; what the feed has of it is kept")
        article = self.documents()[self.site.url("/gone")]
        self.assertEqual(article["title"], "Pier 4")
        self.assertEqual(article["attributions"][0]["cue"]["lemma"], "say")

    def test_takes_json_feeds_and_items_without_pages(self):
        whole = "".join(f"<p>{p}</p>" for p in news_server.story(4)[1])
        self.site.routes["/feed.json"] = json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Harbour", "items": [
            {"id": "h-1", "title": "Pier 4", "content_html": whole, "date_published": "2025-03-04T09:30:00Z"}]})
        self.assertIn("1 article added", self.watch(self.site.url("/feed.json"))[1])
        article = self.documents()[self.site.url("/feed.json") + "#h-1"]
        self.assertEqual((article["publisher"], article["published"]), ("Harbour", "2025-03-04T09:30:00Z"))

    def test_items_without_an_address_are_counted(self):
        self.site.routes["/rss"] = rss([item("", title="Short"), item("mailto:a@b.test"), item("javascript:x", content="x" * 5_000_000)])
        self.assertEqual(self.watch(self.site.url("/rss"))[0], ["Northline: 3 items, nothing new, 3 without an address"])

    def test_max_items_leaves_the_rest_for_later(self):
        feed = self.serve_stories(5)
        flags = ("--allow-private", "--delay", "0s", "--max-items", "2")
        lines, summary = self.watch(feed, flags=flags)
        self.assertEqual(lines[0], "Northline: 5 items, 2 to read, 3 left for later")
        self.assertIn("2 articles added", summary)
        self.assertIn("2 articles added", self.watch(feed, flags=flags)[1])
        self.assertIn("1 article added", self.watch(feed, flags=flags)[1])

    def test_threads_do_not_change_what_is_kept(self):
        feed = self.serve_stories(6)
        self.watch(feed, flags=("--allow-private", "--delay", "0s", "-j", "8"))
        self.assertEqual(len(self.documents()), 6)

    def test_quiet_says_only_what_fails(self):
        feed = self.serve_stories(1)
        lines, _ = self.watch(feed, flags=("--allow-private", "--delay", "0s", "--quiet"))
        self.assertEqual(lines, [])

    def test_upgrade_keeps_the_feeds(self):
        feed = self.serve_stories(2)
        self.watch(feed)
        done = subprocess.run(self.command("upgrade", self.ledger), capture_output=True, timeout=60)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.watch()[0], ["Northline: 2 items, nothing new"])

    def test_says_what_it_wants(self):
        for arguments, problem in (((), "remembers no feeds"), (("nowhere.opml",), "nowhere.opml: expected a feed's address"),
                                   (("file:///etc/passwd",), "another scheme: 'file:///etc/passwd'")):
            done = subprocess.run(self.command("watch", self.ledger, *arguments, "--once"), capture_output=True, timeout=60)
            self.assertEqual(done.returncode, 1)
            self.assertIn(problem, done.stderr.decode())
        for flag, value in (("--every", "1s"), ("--every", "soon"), ("--delay", "15"), ("--delay", "2m"), ("--timeout", "0s"), ("-j", "0"), ("--max-items", "-1")):
            done = subprocess.run(self.command("watch", self.ledger, "http://a.test/", flag, value), capture_output=True, timeout=60)
            self.assertEqual(done.returncode, 2, flag)
            self.assertIn(f"found '{value}'", done.stderr.decode())


class Politeness:
    def test_private_addresses_are_refused(self):
        lines, _ = self.watch(self.serve_stories(1), status=1, flags=("--delay", "0s"))
        self.assertEqual(lines, [f"hearsay: {self.site.url('/rss')}: expected a public address, found 127.0.0.1 (loopback); --allow-private allows it"])
        port = self.site.url().rsplit(":", 1)[1]
        for host in ("localhost", "127.1", "2130706433", "0x7f.0.0.1", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]"):
            lines, _ = self.watch(f"http://{host}:{port}/rss", status=1, flags=("--delay", "0s"))
            self.assertIn("expected a public address", lines[0])
        self.assertEqual(self.site.asked, [])

    def test_robots_are_obeyed(self):
        feed = self.serve_stories(2, **{"/robots.txt": "User-agent: Hearsay\nDisallow: /1"})
        lines, summary = self.watch(feed)
        self.assertIn("1 article added", summary)
        self.assertIn(f"hearsay: {self.site.url('/1')}: expected to be allowed, found robots.txt forbidding it", lines)
        self.assertNotIn("/1", self.site.paths())
        self.site.routes["/robots.txt"] = "User-agent: *\nDisallow: /"
        self.watch(feed, status=1)

    def test_an_unwell_robots_txt_forbids_all(self):
        lines, _ = self.watch(self.serve_stories(1, **{"/robots.txt": lambda e: e.answer(503)}), status=1)
        self.assertEqual(lines, [f"hearsay: {self.site.url('/rss')}: robots.txt: expected status 200 or 404, found 503"])
        self.assertEqual(self.site.paths(), ["/robots.txt"])

    def test_hosts_get_pauses(self):
        feed = self.serve_stories(3)
        self.watch(feed, flags=("--allow-private", "--delay", "0.5s"))
        times = [at for path, at, _ in self.site.asked if path != "/robots.txt"]
        self.assertEqual(len(times), 4)
        for before, after in zip(times, times[1:]):
            self.assertGreater(after - before, 0.45)

    def test_retry_after_is_honoured(self):
        url = self.serve_stories(3, **{"/0": lambda e: e.answer(429, b"", Retry_After="3600")})
        lines, summary = self.watch(url)
        self.assertIn("0 articles added", summary)
        self.assertEqual(self.site.paths(), ["/robots.txt", "/rss", "/0"])
        self.assertEqual(len(lines), 3)
        self.assertIn("expected status 200, found 429; tried again in 15 min", lines[1])
        self.assertIn("2 other articles put off", lines[2])
        self.site.routes["/rss"] = lambda e: e.answer(429, b"", Retry_After="3600")
        self.watch(url, status=1)
        lines, _ = self.watch(url, status=1)
        self.assertIn("left alone until", lines[0])

    def test_what_failed_for_now_is_tried_again(self):
        url = self.serve_stories(1, **{"/0": lambda e: e.answer(500)})
        self.watch(url)
        self.assertEqual(self.remembered("fate", self.site.url("/0")), 0)
        with sqlite3.connect(self.ledger) as database:
            database.execute("UPDATE feed_items SET not_before = 0")
        self.site.routes["/0"] = page(0)
        self.assertIn("1 article added", self.watch(url)[1])
        self.assertEqual(self.remembered("fate", self.site.url("/0")), 1)

    def test_what_waits_is_tried_when_the_feed_has_dropped_it(self):
        url = self.serve_stories(2, **{"/0": lambda e: e.answer(500)})
        self.watch(url)
        with sqlite3.connect(self.ledger) as database:
            database.execute("UPDATE feed_items SET not_before = 0")
        self.site.routes.update({"/0": page(0), "/rss": rss([item(self.site.url("/1"))])})
        self.assertIn("1 article added", self.watch(url)[1])
        self.assertEqual(self.remembered("fate", self.site.url("/0")), 1)
        with sqlite3.connect(self.ledger) as database:
            self.assertEqual(database.execute("SELECT count(*) FROM waiting_items").fetchone()[0], 0)
        self.check()

    def test_feeds_that_fail_are_asked_less(self):
        url = self.site.url("/none")
        for failures in (1, 2):
            self.watch(url, status=1)
            self.assertEqual(self.remembered("failures", url, "feeds", "url"), failures)
        self.site.routes["/none"] = rss([])
        self.watch(url)
        self.assertEqual(self.remembered("failures", url, "feeds", "url"), 0)


class BadSites:
    """Each costs itself alone, with one line."""

    def test_an_article_that_hangs(self):
        self.assertIn("expected an answer in 2 s, found none", self.one_bad_article(news_server.hang))

    def test_an_article_that_drips(self):
        self.assertIn("found it too slow", self.one_bad_article(news_server.drip))

    def test_an_article_without_end(self):
        self.assertIn("expected at most 16777216 bytes, found more", self.one_bad_article(news_server.endless))

    def test_a_bomb(self):
        self.assertIn("found a bomb", self.one_bad_article(news_server.bomb))

    def test_cut_gzip(self):
        self.assertIn("found them cut off", self.one_bad_article(news_server.coded(page(3), cut=9)))

    def test_damaged_gzip(self):
        self.assertIn("found damaged ones", self.one_bad_article(lambda e: e.answer(200, b"no gzip", Content_Encoding="gzip")))

    def test_a_wrong_length(self):
        self.assertIn("found it cut off", self.one_bad_article(
            lambda e: e.raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n<p>short")))

    def test_chunks_cut_short(self):
        self.assertIn("found it cut off", self.one_bad_article(
            lambda e: e.raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n<p>sh")))

    def test_no_http(self):
        self.assertIn("expected an answer in HTTP, found another one", self.one_bad_article(lambda e: e.raw(b"SSH-2.0-x\r\n")))

    def test_headers_without_end(self):
        self.assertIn("bytes of headers", self.one_bad_article(
            lambda e: e.raw(b"HTTP/1.1 200 OK\r\n" + b"X-Header: x\r\n" * 100_000)))

    def test_redirects_in_a_circle(self):
        self.assertIn("expected at most 8 redirects", self.one_bad_article(redirect("/bad")))

    def test_a_redirect_to_a_file(self):
        self.assertIn("found another scheme: 'file:///etc/passwd'", self.one_bad_article(redirect("file:///etc/passwd")))

    def test_a_redirect_to_the_front_page(self):
        self.site.routes["/"] = page(9)
        self.assertIn("found the front page", self.one_bad_article(redirect("/")))

    def test_no_page(self):
        self.assertIn("expected a page, found application/pdf", self.one_bad_article(lambda e: e.answer(200, b"%PDF", Content_Type="application/pdf")))

    def test_a_page_of_nothing_but_scripts(self):
        self.one_bad_article("<html><head><title></title></head><body><script>x()</script></body></html>")

    def test_a_host_that_is_not_there(self):
        self.one_bad_article("", link="http://nowhere.invalid/1")

    def test_charset_lies(self):
        latin = page(0).replace("utf-8", "utf-8").replace("safe", "caf\u00e9-safe").encode("latin-1", "replace")
        self.site.routes.update({"/0": lambda e: e.answer(200, latin, Content_Type="text/html; charset=utf-8"),
                                 "/rss": lambda e: e.answer(200, rss([item(self.site.url("/0"), title="Café")]).encode("latin-1"))})
        self.assertIn("1 article added", self.watch(self.site.url("/rss"))[1])
        self.assertIn("café-safe", self.documents()[self.site.url("/0")]["text"])

    def test_feeds_that_are_none(self):
        good = self.serve_stories(1)
        self.site.routes.update({
            "/page": "<!doctype html><html><p>x</html>",
            "/bomb": "<!DOCTYPE r [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><rss><channel><title>&b;</title></channel></rss>",
            "/cut": rss([item(self.site.url("/0"))])[:-60],
            "/deep": "<rss>" + "<a>" * 100_000,
            "/empty": "", "/hang": news_server.hang, "/gz": news_server.bomb, "/loop": redirect("/loop"), "/json": "{\"items\": 1}"})
        bad = ["/page", "/bomb", "/cut", "/deep", "/empty", "/hang", "/gz", "/loop", "/json"]
        lines, summary = self.watch(good, *map(self.site.url, bad), status=1)
        self.assertIn("1 article added", summary)
        failures = sorted(line for line in lines if line.startswith("hearsay: "))
        self.assertEqual(len(failures), len(bad), failures)
        for path in bad:
            self.assertTrue(any(line.startswith(f"hearsay: {self.site.url(path)}") for line in failures), path)

    def test_a_feed_of_a_hundred_thousand_items(self):
        self.site.routes.update({f"/{i}": page(i) for i in range(2)})
        self.site.routes["/rss"] = rss(item(self.site.url(f"/{i}")) for i in range(100_000))
        lines, summary = self.watch(self.site.url("/rss"), flags=("--allow-private", "--delay", "0s", "--max-items", "2"))
        self.assertIn("2 articles added", summary)
        self.assertEqual(lines[0], "Northline: 100000 items, 2 to read, 99998 left for later")


class Stopping:
    def start(self, *arguments, delay="0s"):
        process = subprocess.Popen(self.command("watch", self.ledger, *arguments, "--allow-private", "--delay", delay),
                                   stderr=subprocess.PIPE, stdout=subprocess.DEVNULL)
        self.addCleanup(process.stderr.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        return process

    def test_what_it_said_is_added_is_there_after_a_kill(self):
        feed = self.serve_stories(40)
        for sign in (signal.SIGTERM, signal.SIGKILL, signal.SIGINT):
            process = self.start(feed, delay="0.1s")
            said = [process.stderr.readline().decode() for _ in range(6)]
            process.send_signal(sign)
            begin = time.monotonic()
            process.wait(10)
            self.assertLess(time.monotonic() - begin, 2)
            said += [line.decode() for line in process.stderr]
            titles = {d["title"] for d in self.documents().values()}
            for line in said:
                if "added “" in line:
                    self.assertIn(line.split("“")[1].split("”")[0], titles)
            self.check()
        self.watch(feed)
        self.assertEqual(len(self.documents()), 40)
        fetched = [path for path in self.site.paths() if path[1:].isdigit()]
        # At most what was under way when it was killed is fetched again.
        self.assertLessEqual(len(fetched), 40 + 3 * 4)

    def test_stopped_it_says_what_was_added(self):
        feed = self.serve_stories(3)
        hanging = self.server({"/rss": news_server.hang})
        process = subprocess.Popen(self.command("watch", self.ledger, feed, hanging.url("/rss"), "--allow-private", "--delay", "0s"),
                                   stderr=subprocess.PIPE, stdout=subprocess.PIPE)
        self.addCleanup(process.kill)
        while b"Pier 2" not in process.stderr.readline():
            pass
        process.send_signal(signal.SIGINT)
        begin = time.monotonic()
        out, _ = process.communicate(timeout=30)
        self.assertLess(time.monotonic() - begin, 5)
        self.assertEqual(process.returncode, 130)
        self.assertEqual(out.decode(), "3 articles added, 0 new versions, 0 known already; stopped: give the same command again to go on\n")
        self.assertEqual(len(self.documents()), 3)
        self.check()

    def test_asks_again_when_the_time_has_come(self):
        feed = self.serve_stories(1)
        process = self.start(feed, "--every", "5s")
        deadline = time.monotonic() + 30
        while self.site.paths().count("/rss") < 2 and time.monotonic() < deadline:
            time.sleep(0.1)
        process.terminate()
        self.assertEqual(self.site.paths().count("/rss"), 2)
        self.assertEqual(self.site.paths().count("/0"), 1)

    def test_another_command_may_add_meanwhile(self):
        feed = self.serve_stories(2)
        process = self.start(feed, "--every", "5s")
        for _ in range(3):
            process.stderr.readline()
        article = pathlib.Path(self.path("a.jsonl"))
        article.write_text(json.dumps({"id": "x", "text": "Ada Holm said on Monday that pier 1 of the old harbour was safe."}))
        done = subprocess.run(self.command("add", self.ledger, article), capture_output=True, timeout=60)
        self.assertIn(b"1 article added", done.stdout)
        self.site.routes.update({"/7": page(7), "/rss": rss([item(self.site.url("/7"))])})
        deadline = time.monotonic() + 30
        while self.site.paths().count("/7") < 1 and time.monotonic() < deadline:
            time.sleep(0.1)
        time.sleep(1)
        process.terminate()
        process.wait()
        self.assertEqual(len(self.documents()), 4)
        self.check()


class Watches(Keeping, Politeness, BadSites, Stopping, WatchCase):
    pass


if __name__ == "__main__":
    unittest.main()
