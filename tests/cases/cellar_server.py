"""The cellar as its page would describe it, written by hand: three bottles, two on a page."""

from __future__ import annotations

import json
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit


class Came(NamedTuple):
    method: str
    path: str
    headers: dict[str, str]


class Reply(NamedTuple):
    status: int
    body: object = None
    headers: Mapping[str, str] = MappingProxyType({})


class Cellar:
    """The server; `came` has all requests."""

    def __init__(self) -> None:
        self.came: list[Came] = []
        self.leaves_out: list[str] = []
        """Headers that it forgets."""
        self.names = {"b1": "Riesling", "b2": "Merlot", "b3": "Malbec"}
        cellar = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def _handle(self) -> None:
                length = int(self.headers.get("content-length", 0))
                content = json.loads(self.rfile.read(length) or "{}")
                headers = {name.lower(): value for name, value in self.headers.items()}
                cellar.came.append(Came(self.command, self.path, headers))
                host = f"http://{self.headers['Host']}"
                self._send(cellar.answer(self.command, self.path, headers, content, host))

            do_GET = do_HEAD = do_OPTIONS = do_POST = do_PATCH = do_DELETE = _handle  # noqa: N815

            def _send(self, reply: Reply) -> None:
                body = b"" if reply.body is None else json.dumps(reply.body).encode()
                self.send_response(reply.status)
                for name, value in reply.headers.items():
                    if name not in cellar.leaves_out:
                        self.send_header(name, value)
                if reply.status not in (204, 304):
                    self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.base_url = f"http://127.0.0.1:{self._server.server_port}"
        Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def answer(
        self, method: str, target: str, headers: dict[str, str], given: dict[str, str], host: str
    ) -> Reply:
        parts = urlsplit(target)
        _, _, *rest = parts.path.split("/")
        if method == "POST" and not rest:
            self.names[key := f"b{len(self.names) + 1}"] = given["name"]
            return Reply(201, headers={"Location": f"{host}/bottles/{key}"})
        if method == "OPTIONS":
            return Reply(200, {"fields": ["id", "name"]})
        if not rest:
            return self._page(int(parse_qs(parts.query).get("page", ["1"])[0]), host)
        key, *what = rest
        if key not in self.names:
            return Reply(404, {"message": "No such bottle."})
        if method == "HEAD":
            return Reply(200, headers=MEASURED)
        if not what:
            return self._version(method, key, headers, given)
        if what == ["note"]:
            return Reply(200, {"data": {"text": f"{self.names[key]} is dry."}}, {"X-Left": "4"})
        if what == ["label"]:
            printed = key == "b1"
            return Reply(200 if printed else 206, {"url": f"/labels/{key}" if printed else None})
        raise AssertionError(target)

    def _version(
        self, method: str, key: str, asked: dict[str, str], given: dict[str, str]
    ) -> Reply:
        """A bottle, by its version; the page has the comparison of texts, and of whole seconds."""
        tag = f'"{self.names[key]}"'
        told = {"ETag": tag, "Last-Modified": CHANGED}
        if method == "GET":
            known = asked.get("if-none-match") == tag or (
                "if-none-match" not in asked and asked.get("if-modified-since") == CHANGED
            )
            return Reply(304, None, told) if known else Reply(200, self.shown(key), told)
        if asked.get("if-match", tag) != tag or asked.get("if-unmodified-since", CHANGED) < CHANGED:
            return Reply(412, {"message": "It was changed."})
        if method == "DELETE":
            del self.names[key]
            return Reply(204)
        self.names[key] = given["name"]
        return Reply(200, self.shown(key))

    def shown(self, key: str) -> dict[str, str]:
        return {"id": key, "name": self.names[key], "changed_at": "2030-05-01T10:00:00Z"}

    def _page(self, page: int, host: str) -> Reply:
        keys = list(self.names)
        held = [self.shown(key) for key in keys[2 * page - 2 : 2 * page]]
        headers = {"X-Total-Count": str(len(keys))}
        if 2 * page < len(keys):
            headers["Link"] = f'<{host}/bottles?page={page + 1}>; rel="next"'
        return Reply(200, held, headers)


CHANGED = "Wed, 01 May 2030 10:00:00 GMT"
MEASURED = {
    "X-Size": "120",
    "X-Price": "19.90",
    "X-Rest": "0.5",
    "X-Corked": "True",
    "X-Sweet": "yes",
    "X-Filled": "Wed, 01 May 2030 10:00:00 GMT",
    "X-Tasted": "1903860000",
    "X-Aged": "3600",
    "X-Grapes": "riesling,silvaner",
    "X-Note-Seal": "Domaine%20Zo%C3%AB",
    "X-Note-Taste": "dry%2C%20100%20%25",
    "X-note-COLOUR": "gold",
    "X-Marks-Ann": "7",
}
