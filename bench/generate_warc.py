#!/usr/bin/env python3
"""Writes an invented web archive to standard output, and goes on until it has as many bytes as asked for.

    bench/generate_warc.py --megabytes 200 --compression gz|zst|none [--pages SHARE] > pages.warc.gz

Records are as Common Crawl's news archives have them: for each page a request, a response and
metadata, each a member of its own. Pages are as large as those of news sites (a median of 80 kB, most of it
markup and scripts), of words in the frequencies of examples/story. With --pages 0.01, one response in a hundred is a page and the
others are images and missing pages. Pages are made once, 400 of them, and repeated with other addresses.
"""
import argparse
import collections
import gzip
import pathlib
import random
import re
import subprocess
import sys
import zlib

ROOT = pathlib.Path(__file__).resolve().parent.parent
STORY = "".join(p.read_text() for p in sorted((ROOT / "examples/story").glob("*")) if p.is_file())
COUNTS = collections.Counter(re.findall(r"[A-Za-z’']+", STORY))
WORDS, WEIGHTS = list(COUNTS), list(COUNTS.values())
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
NAMES = ["".join(random.Random(i).choices(LETTERS, k=32)) for i in range(60)]


def sentence(rng):
    words = " ".join(rng.choices(WORDS, WEIGHTS, k=rng.randint(8, 30)))
    return words[:1].upper() + words[1:] + "."


def name(rng, size=10):
    """Letters and digits, most of them as they stood before, as in the scripts and addresses of pages."""
    if rng.random() < 0.85:
        return NAMES[rng.randrange(len(NAMES))][:size]
    return "".join(rng.choices(LETTERS, k=size))


def link(rng):
    slug = "-".join(rng.choices(WORDS, WEIGHTS, k=6)).lower()
    return (f'<li class="nav__item teaser teaser--small"><a class="nav__link" href="/2024/{rng.randint(1, 12):02}/{slug}-{name(rng, 6)}" '
            f'data-track="{name(rng, 24)}"><img loading="lazy" src="https://img.example.com/{name(rng, 32)}.jpg?w=320" alt=""><span>'
            f'{" ".join(rng.choices(WORDS, WEIGHTS, k=9))}</span></a></li>\n')


def script(rng):
    calls = "".join(f"window.{name(rng, 6)}=function({name(rng, 2)}){{return {name(rng, 5)}.push([{rng.randint(0, 9999)},\"{name(rng, 18)}\"])}};"
                    for _ in range(rng.randint(40, 160)))
    return f"<script>{calls}</script>\n"


def page(rng):
    """HTML of a news article between navigation, teasers and scripts."""
    paragraphs = "".join(f'<p class="article__paragraph">{" ".join(sentence(rng) for _ in range(rng.randint(1, 5)))}</p>\n'
                         for _ in range(rng.randint(6, 40)))
    links = ["".join(link(rng) for _ in range(rng.randint(40, 140))) for _ in range(2)]
    scripts = "".join(script(rng) for _ in range(rng.randint(2, 6)))
    title = sentence(rng)
    return (f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>\n{scripts}</head><body>'
            f'<nav><ul>{links[0]}</ul></nav>\n<main><article><h1>{title}</h1>\n{paragraphs}</article></main>\n'
            f'<aside><ul>{links[1]}</ul></aside><footer>{sentence(rng)}</footer></body></html>').encode()


def record(kind, uri, content_type, content):
    head = (f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Date: 2024-03-06T08:15:00Z\r\nWARC-Target-URI: {uri}\r\n"
            f"WARC-Record-ID: <urn:uuid:{zlib.crc32(uri.encode()):08x}-{kind}>\r\nContent-Type: {content_type}\r\n"
            f"Content-Length: {len(content)}\r\n\r\n")
    return head.encode() + content + b"\r\n\r\n"


def response(status, content_type, body):
    return f"HTTP/1.1 {status}\r\nServer: example\r\nContent-Type: {content_type}\r\n\r\n".encode() + body


def exchange(rng, number, is_page):
    """The three records of one address."""
    uri = f"https://www.example.com/{number:05}/{name(rng)}"
    if is_page:
        body = response("200 OK", "text/html; charset=utf-8", page(rng))
    elif number % 2:
        body = response("404 Not Found", "text/html; charset=utf-8", page(rng))
    else:
        body = response("200 OK", "image/jpeg", rng.randbytes(rng.randint(10_000, 150_000)))
    http = "application/http; msgtype="
    return [record("request", uri, http + "request", b"GET / HTTP/1.1\r\nHost: www.example.com\r\n\r\n"),
            record("response", uri, http + "response", body),
            record("metadata", uri, "application/warc-fields", b"fetchTimeMs: 112\r\ncharset-detected: UTF-8\r\n")]


def compress(records, compression):
    if compression == "none":
        return records
    if compression == "gz":
        return [gzip.compress(r, 6, mtime=0) for r in records]
    return [subprocess.run(["zstd", "-q", "-c"], input=r, stdout=subprocess.PIPE, check=True).stdout for r in records]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=int, default=100, help="of what is written")
    parser.add_argument("--compression", choices=("gz", "zst", "none"), default="gz")
    parser.add_argument("--pages", type=float, default=1, help="share of responses that are pages")
    arguments = parser.parse_args()
    rng = random.Random(7)
    exchanges = [exchange(rng, i, rng.random() < arguments.pages) for i in range(400)]
    pieces = compress([r for e in exchanges for r in e], arguments.compression)
    left = arguments.megabytes * 1_000_000
    while left > 0:
        for piece in pieces:
            sys.stdout.buffer.write(piece)
            left -= len(piece)
            if left <= 0:
                break


if __name__ == "__main__":
    try:
        main()
    except BrokenPipeError:
        sys.exit(1)
