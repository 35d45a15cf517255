"""The bakery as its page describes it, written by hand: what came, as it came."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple


class Came(NamedTuple):
    method: str
    target: str
    headers: dict[str, str]
    body: bytes


class Bakery:
    """A server over a real socket. Orders with a key that it knows are not placed again."""

    def __init__(self) -> None:
        self.came: list[Came] = []
        self.fails = 0
        """How many requests get 503 before one is answered."""
        self.orders: dict[str, str] = {}
        """Idempotency key -> order."""
        handler = type("Handler", (_Handler,), {"bakery": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.base_url = f"http://127.0.0.1:{self._server.server_address[1]}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Handler(BaseHTTPRequestHandler):
    bakery: Bakery
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def _handle(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        headers = {name.lower(): value for name, value in self.headers.items()}
        bakery = self.bakery
        bakery.came.append(Came(self.command, self.path, headers, body))
        if headers.get("bakery-version") != "2022-11-28":
            self._answer(400, {"error": {"code": "bad_request", "message": "no version"}})
        elif self.command == "POST":
            key = headers["idempotency-key"]
            order = bakery.orders.setdefault(key, f"o{len(bakery.orders) + 1}")
            bakery.fails -= 1
            if bakery.fails >= 0:
                self._answer(503, {"error": {"code": "bad_request", "message": "later"}})
            else:
                self._answer(200, {"id": order})
        elif self.path.partition("?")[0].endswith("/tags"):
            self._answer(200, json.loads(body))
        elif self.path.partition("?")[0] == "/v1/orders":
            self._answer(200, [{"id": "o1"}])
        else:
            self._answer(200, {"id": "o1"})

    def do_GET(self) -> None:
        self._handle()

    def do_POST(self) -> None:
        self._handle()

    def do_HEAD(self) -> None:
        self._handle()

    def do_PUT(self) -> None:
        self._handle()

    def do_PATCH(self) -> None:
        self._handle()

    def _answer(self, status: int, content: object) -> None:
        data = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)
