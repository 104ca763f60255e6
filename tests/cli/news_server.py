"""Invented news sites on this machine, which behave as well or as badly as a test wants."""
import gzip
import http.server
import threading
import time
import zlib

SPEAKERS = ["Ada Holm", "Tom Dahl", "Ingrid Moe", "Jonas Lie", "Sara Vik"]


def story(number, verb="said"):
    """Title and paragraphs of an invented article."""
    speaker = SPEAKERS[number % len(SPEAKERS)]
    return f"Pier {number} under scrutiny", [
        f"{speaker} {verb} on Monday that pier {number} of the old harbour was safe for the winter.",
        f"“Nobody asked us about pier {number},” the dockers’ union’s Eva Strand replied at a meeting in the harbour hall.",
        f"The harbour board declined to comment on pier {number}. It had closed the gates to visitors in the spring, after an "
        "inspection that took several weeks and cost more than the board had planned to spend on it."]


def page(number, verb="said", head=""):
    title, paragraphs = story(number, verb)
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    return (f"<!doctype html><html lang='en'><head><meta charset='utf-8'><title>{title}</title>{head}"
            f"<meta property='article:published_time' content='2025-03-{1 + number % 28:02}T09:30:00Z'></head><body>"
            f"<nav><a href='/'>Home</a></nav><main><article><h1>{title}</h1>{body}</article></main></body></html>")


def item(link, title="Pier", content="", guid=""):
    encoded = f"<content:encoded><![CDATA[{content}]]></content:encoded>" if content else ""
    return f"<item><title>{title}</title><link>{link}</link><pubDate>Tue, 04 Mar 2025 09:30:00 GMT</pubDate><guid isPermaLink='false'>{guid or link}</guid>{encoded}</item>"


def rss(items, title="Northline"):
    return (f"<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel><title>{title}</title><language>en</language>"
            + "".join(items) + "</channel></rss>")


class Exchange(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.server.asked.append((self.path, time.monotonic(), dict(self.headers)))
        answer = self.server.routes.get(self.path)
        if answer is None:
            self.answer(404, b"not here")
        elif callable(answer):
            answer(self)
        else:
            self.answer(200, answer)

    def answer(self, status, body=b"", **headers):
        body = body.encode() if isinstance(body, str) else body
        self.send_response(status)
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        names.setdefault("Content-Type", "text/html; charset=utf-8")
        names.setdefault("Content-Length", str(len(body)))
        for name, value in names.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:
            self.close_connection = True

    def raw(self, bytes_):
        """Exactly these bytes, then the end of the connection."""
        self.close_connection = True
        try:
            self.wfile.write(bytes_)
        except OSError:
            pass

    def log_message(self, *_):
        pass


class NewsServer(http.server.ThreadingHTTPServer):
    """`routes`: a path's page, or what is called with the exchange to answer it."""
    daemon_threads = True
    block_on_close = False  # some of them hang

    def __init__(self, routes=None):
        super().__init__(("127.0.0.1", 0), Exchange)
        self.routes = routes or {}
        self.asked = []
        self.done = threading.Event()
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def url(self, path=""):
        return f"http://127.0.0.1:{self.server_address[1]}{path}"

    def paths(self):
        return [path for path, _, _ in self.asked]

    def close(self):
        self.done.set()
        self.shutdown()
        self.server_close()

    def handle_error(self, *_):
        pass


def redirect(to, status=302):
    return lambda exchange: exchange.answer(status, b"", Location=to)


def hang(exchange):
    exchange.server.done.wait(60)
    exchange.close_connection = True


def drip(exchange):
    """A byte a second, for ever."""
    exchange.raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>")
    while not exchange.server.done.wait(1):
        try:
            exchange.wfile.write(b"x")
        except OSError:
            return


def endless(exchange):
    exchange.raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>")
    try:
        while not exchange.server.done.is_set():
            exchange.wfile.write(b"x" * 65536)
    except OSError:
        pass


def coded(body, coding="gzip", cut=0):
    """`body` as gzip, without its last `cut` bytes."""
    packed = gzip.compress(body.encode() if isinstance(body, str) else body)
    packed = packed[:len(packed) - cut]
    return lambda exchange: exchange.answer(200, packed, Content_Encoding=coding)


def pack_zeros(megabytes):
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join(packer.compress(bytes(1 << 20)) for _ in range(megabytes)) + packer.flush()


ZEROS = pack_zeros(100)  # in 100 kB


def bomb(exchange):
    exchange.answer(200, ZEROS, Content_Encoding="gzip")
