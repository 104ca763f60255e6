#!/usr/bin/env python3
"""Measures `hearsay serve`, one line a figure: its name, a tab, the number.

    bench/server.py build/release/hearsay LEDGER [--reads 120] [--queries 30] [--listeners 1000]

The server answers on one thread. "ms" are of wall time as a client meets it, "CPU ms" what the server's threads
used for one request. Reading: an article of about 800 words, over 32 connections; closed (each asks again as soon as
it has an answer, so that 31 wait for others) and open (requests come at random times, at 50 and 80 % of what it can do). A 99th
percentile takes some 2,000 reads to be told within a few percent. Listeners:
so many wait for events, ten of them never read, while articles are added.
"""
import argparse
import http.client
import json
import os
import pathlib
import random
import resource
import select
import socket
import subprocess
import sys
import threading
import time
import urllib.parse

CONNECTIONS = 32
WORDS = 800
QUERIES = {"board": "/v1/threads", "disputes": "/v1/disputes", "changes": "/v1/changes", "timeline": "/v1/timeline", "person": "/v1/entities/{who}",
           "search": "/v1/search?q=bridge", "board of a person": "/v1/threads?who={name}", "disputes with a word": "/v1/disputes?q=bridge",
           "disputes of an outlet": "/v1/disputes?outlet={outlet}", "timeline of an outlet": "/v1/timeline?outlet={outlet}"}


class Server:
    def __init__(self, hearsay, ledger):
        self.child = subprocess.Popen([hearsay, "serve", "--port", "0", "--threads", "1", ledger], stdout=subprocess.PIPE, text=True)
        self.port = int(self.child.stdout.readline().rstrip("/\n").rsplit(":", 1)[1])
        self.own = http.client.HTTPConnection("127.0.0.1", self.port)

    def cpu(self):
        """Seconds that all of its threads have used."""
        tasks = pathlib.Path(f"/proc/{self.child.pid}/task")
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks.iterdir()) / 1e9

    def memory(self):
        status = pathlib.Path(f"/proc/{self.child.pid}/status").read_text()
        return int(status.split("VmHWM:")[1].split()[0]) / 1024

    def get(self, path):
        return self.ask("GET", path)

    def ask(self, method, path, body=None, kind="text/plain"):
        self.own.request(method, path, body, {"Content-Type": kind} if body else {})
        answer = self.own.getresponse()
        text = answer.read()
        if answer.status >= 300:
            sys.exit(f"{method} {path}: {answer.status} {text[:300]}")
        return json.loads(text)

    def end(self):
        self.child.terminate()
        self.child.wait()


def article():
    """Sentences of the example story, until there are 800 words."""
    story = pathlib.Path(__file__).resolve().parent.parent / "examples/story/lantern-bridge.jsonl"
    paragraphs = [p for line in story.read_text().splitlines() for p in json.loads(line)["text"].split("\n\n")]
    text, words = [], 0
    for paragraph in paragraphs:
        if words >= WORDS:
            break
        text.append(paragraph)
        words += len(paragraph.split())
    return "\n\n".join(text).encode()


def share(values, part):
    values = sorted(values)
    return 1000 * values[min(len(values) - 1, int(len(values) * part))]


def read_all(server, body, arrivals):
    """Seconds that each request took, from when it should have been sent; arrivals: when, or None for at once."""
    waiting, taken, lock = list(reversed(arrivals)), [], threading.Lock()
    begun = time.monotonic()

    def work():
        connection = http.client.HTTPConnection("127.0.0.1", server.port)
        while True:
            with lock:
                if not waiting:
                    return
                due = waiting.pop()
            if due is not None:
                time.sleep(max(0, begun + due - time.monotonic()))
            start = time.monotonic() if due is None else begun + due
            connection.request("POST", "/v1/read", body, {"Content-Type": "text/plain"})
            answer = connection.getresponse()
            answer.read()
            if answer.status != 200:
                sys.exit(f"POST /v1/read: {answer.status}")
            taken.append(time.monotonic() - start)

    threads = [threading.Thread(target=work) for _ in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return taken, time.monotonic() - begun


def measure_reading(server, hearsay, reads):
    body = article()
    read_all(server, body, [None] * CONNECTIONS)  # warm
    before = server.cpu()
    taken, seconds = read_all(server, body, [None] * reads)
    cpu = (server.cpu() - before) / reads
    yield "read, CPU ms", 1000 * cpu
    yield "read, 32 connections, requests/s", reads / seconds
    yield "read, 32 connections, p50 ms", share(taken, 0.5)
    yield "read, 32 connections, p99 ms", share(taken, 0.99)
    chance = random.Random(1)
    for load in (0.5, 0.8):
        at, arrivals = 0.0, []
        for _ in range(reads):
            at += chance.expovariate(load * reads / seconds)
            arrivals.append(at)
        taken, _ = read_all(server, body, arrivals)
        yield f"read, {load:.0%} of that, p50 ms", share(taken, 0.5)
        yield f"read, {load:.0%} of that, p99 ms", share(taken, 0.99)
    lines = "".join(json.dumps({"id": f"a{i}", "text": body.decode()}) + "\n" for i in range(reads))
    def command(text):
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([hearsay, "read", "--format", "json", "--threads", "1", "--input", "jsonl"], input=text, text=True,
                       stdout=subprocess.DEVNULL, check=True)
        now = resource.getrusage(resource.RUSAGE_CHILDREN)
        return now.ru_utime + now.ru_stime - used.ru_utime - used.ru_stime
    alone = command(lines) - command('{"id": "a", "text": "No."}\n')  # without loading the models
    yield "read, percent of what the command reads in the same CPU time", 100 * alone / reads / cpu


def measure_queries(server, queries):
    most = server.get("/v1/entities?limit=20")["items"]
    outlets = sorted({a["publisher"] for a in server.get("/v1/articles?limit=500")["items"] if "publisher" in a}) or [""]
    for name, path in QUERIES.items():
        paths = [path.format(who=e["id"], name=urllib.parse.quote(e["name"]), outlet=urllib.parse.quote(outlets[i % len(outlets)]))
                 for i, e in enumerate(most)] or [path]
        taken, before = [], server.cpu()
        for i in range(queries):
            start = time.monotonic()
            server.get(paths[i % len(paths)])
            taken.append(time.monotonic() - start)
        yield f"{name}, CPU ms", 1000 * (server.cpu() - before) / queries
        yield f"{name}, p50 ms", share(taken, 0.5)
        yield f"{name}, p99 ms", share(taken, 0.99)


def measure_listeners(server, listeners, articles=20, lazy=10):
    """The last event reaches all who read; those who do not hold nobody up."""
    sockets = []
    for _ in range(listeners):
        s = socket.create_connection(("127.0.0.1", server.port))
        s.sendall(b"GET /v1/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
        sockets.append(s)
    for s in sockets:
        if not s.recv(1 << 12).startswith(b"HTTP/1.1 200"):
            sys.exit("a listener was refused")
    told, slowest = 0, 0.0
    poll = select.poll()
    last = {}
    for s in sockets[lazy:]:
        poll.register(s, select.POLLIN)
        last[s.fileno()] = (s, b"")
    for i in range(articles):
        mark = f'"id": "ferry-{i}"'.encode()
        start = time.monotonic()
        server.ask("POST", f"/v1/articles?id=ferry-{i}", b"Ada Holm said that the ferry was late.")
        missing = set(last)
        while missing:
            if time.monotonic() - start > 20:
                sys.exit(f"{len(missing)} of {listeners} listeners have not heard of an article for twenty seconds")
            for fd, _ in poll.poll(1000):
                s, kept = last[fd]
                kept = (kept + s.recv(1 << 16))[-4096:]
                last[fd] = (s, kept)
                if mark in kept and fd in missing:
                    missing.discard(fd)
                    told += 1
        slowest = max(slowest, time.monotonic() - start)
    yield f"{listeners} listeners, slowest event, ms", 1000 * slowest
    yield f"{listeners} listeners, peak memory, MB", server.memory()
    for s in sockets:
        s.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("hearsay")
    parser.add_argument("ledger")
    parser.add_argument("--reads", type=int, default=120)
    parser.add_argument("--queries", type=int, default=30)
    parser.add_argument("--listeners", type=int, default=1000)
    args = parser.parse_args()
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, min(hard, 4096)), hard))
    server = Server(os.path.abspath(args.hearsay), args.ledger)
    try:
        for measure in (measure_queries(server, args.queries), measure_listeners(server, args.listeners),
                        measure_reading(server, os.path.abspath(args.hearsay), args.reads)):
            for name, value in measure:
                print(f"{name}\t{value:.1f}", flush=True)
    finally:
        server.end()


if __name__ == "__main__":
    main()
