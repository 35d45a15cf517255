"""A tram's service that tells of limits, what it may tell, and callers of either kind."""

import asyncio
import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

NAMED = {
    "remaining": "X-RateLimit-Remaining",
    "reset": {"header": "X-RateLimit-Reset-After"},
    "bucket": "X-RateLimit-Bucket",
    "everything": {"key": "global"},
}
LEARNED = {
    "watching": {"operations": ["tram.get"], "per": {"argument": "id"}},
    "rest": {"default": True},
}

WINDOWS = [
    {
        "of": name,
        "remaining": f"X-{name}-Remaining",
        "reset": {"header": f"X-{name}-Reset"},
        "limit": f"X-{name}-Limit",
    }
    for name in ("minute", "day")
]

IN_BODY = {"remaining": {"key": "quota.left"}, "limit": {"key": "quota.most"}}
ASKED = [{"of": "all", **IN_BODY}, {"of": "each", "wait": {"key": "backoff"}}]
ALL = {"requests": 900, "seconds": 86400, "default": True}
EACH = {"all": ALL, "each": {"default": True, "per": "operation"}}

IN_ONE, IN_TWO = {"used": "X-Calls"}, {"used": "X-Used", "limit": "X-Limit"}
ALONE = {"used": {"header": "X-Calls", "of": "requests"}}
SHOP = {"shop": {"requests": 20, "seconds": 600, "default": True}}
SPORT = {
    "sport": {
        "windows": [{"requests": 90, "seconds": 900}, {"requests": 3000, "seconds": 86400}],
        "default": True,
    }
}

kinds = pytest.mark.parametrize("kind", ["blocks", "awaits"])


class Trams:
    """Counts requests in buckets of its own, which only its headers name.

    `/trams` and `/stops` share one for two requests, each tram has one for one, `/depot` has none.
    """

    def __init__(self):
        self.asked: list[str] = []
        self.used: dict[tuple[str, str], int] = {}
        self.refuses: dict[str, object] | None = None
        self.patience = 0
        """How many requests are answered before."""
        self.headers: dict[str, str] = {}
        self.body: object = None
        trams = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                trams.asked.append(self.path)
                self.answer(*trams.answer(self.path))

            def do_DELETE(self):
                self.do_GET()

            def do_POST(self):
                self.do_GET()

            def answer(self, status, body, headers):
                content = json.dumps(body).encode()
                self.send_response(status)
                for name, value in {**headers, "Content-Type": "application/json"}.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.base_url = f"http://127.0.0.1:{self._server.server_port}"
        Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def stop(self):
        self._server.shutdown()
        self._server.server_close()

    def answer(self, path):
        if self.refuses is not None and len(self.asked) > self.patience:
            return 429, self.refuses, {}
        if self.body is not None:
            return 200, self.body, {}
        one = {"id": "4", "stop": "Harbour"}
        body = one if path.startswith(("/trams/", "/tickets")) else []
        if self.headers:
            return 200, body, self.headers
        if path == "/depot":
            return 200, body, {}
        bucket, most = ("9f2", 2) if path in ("/trams", "/stops") else ("0c7", 1)
        key = (bucket, path if bucket == "0c7" else "")
        self.used[key] = self.used.get(key, 0) + 1
        left = str(most - self.used[key])
        told = {"X-RateLimit-Bucket": bucket, "X-RateLimit-Remaining": left}
        return 200, body, {**told, "X-RateLimit-Reset-After": "59.250"}


class Caller:
    """Calls by a client of either kind; the group of the limit that forbids it, or None."""

    def __init__(self, package, base_url, kind):
        self.package, self.given = package, {"base_url": base_url, "token": "t"}
        self.given |= {"max_wait": 0, "retries": 0, "rate_limit": "memory"}
        self.kind = kind

    def __call__(self, *calls):
        if self.kind == "awaits":
            return asyncio.run(self.awaited(calls))
        with self.package.TramClient(**self.given) as client:
            return [self.outcome(lambda c=c: method(client, c[0])(**c[1])) for c in calls]

    async def awaited(self, calls):
        found: list[tuple[str | None, int, float | None] | None] = []
        async with self.package.AsyncTramClient(**self.given) as client:
            for name, arguments in calls:
                try:
                    await method(client, name)(**arguments)
                    found.append(None)
                except self.package.RateLimited as error:
                    found.append((error.group, error.status, error.retry_after))
        return found

    def outcome(self, call):
        try:
            call()
        except self.package.RateLimited as error:
            return error.group, error.status, error.retry_after
        return None


def method(client, name):
    resource, _, operation = name.partition(".")
    return getattr(getattr(client, resource), operation)


def call(name, **arguments):
    return name, arguments
