"""HTTP as GitHub speaks it: who calls, versions, limits, JSON, ETags and failures."""

from __future__ import annotations

import hashlib
import json
import re
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import RLock, Thread
from typing import Any
from urllib.parse import parse_qs, unquote, urlencode, urlsplit

DOCS = "https://docs.github.com/rest"
VERSIONS = ("2022-11-28",)


class Failure(Exception):
    """A response that is an error; `more` are further keys of its body."""

    def __init__(
        self, status: int, message: str, headers: dict[str, str] | None = None, **more: Any
    ):
        super().__init__(message)
        self.status, self.headers = status, headers or {}
        self.body = {"message": message, **more, "documentation_url": DOCS, "status": str(status)}


def not_found() -> Failure:
    return Failure(404, "Not Found")


def invalid(resource: str, field: str, code: str) -> Failure:
    """422, as the page's table of codes has it."""
    errors = [{"resource": resource, "field": field, "code": code}]
    return Failure(422, "Validation Failed", errors=errors)


@dataclass(frozen=True)
class Request:
    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    content: bytes
    host: str
    login: str | None
    """Who calls, if anybody has said so."""

    @property
    def caller(self) -> str:
        if self.login is None:
            raise Failure(401, "Requires authentication")
        return self.login

    def body(self, **kinds: type | tuple[type, ...]) -> dict[str, Any]:
        """The keys of the JSON that are known, each of one of its kinds."""
        if not self.content:
            return {}
        try:
            written = json.loads(self.content)
        except ValueError:
            raise Failure(400, "Problems parsing JSON") from None
        if not isinstance(written, dict):
            raise Failure(400, "Body should be a JSON object")
        for key, kind in kinds.items():
            wanted = kind if isinstance(kind, tuple) else (kind,)
            if key in written and type(written[key]) not in wanted:
                raise Failure(
                    422, f"Invalid request.\n\nFor 'properties/{key}', it is of a wrong type."
                )
        return {key: value for key, value in written.items() if key in kinds}


@dataclass
class Answer:
    body: Any = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    listed: bool = False
    """Whether `body` is a list of which a page was asked for."""


Handler = Callable[..., Answer]
Route = tuple[str, str, Handler]
"""A method, a path with `{name}` for its parts, and what answers."""


class Service:
    """A server on loopback that keeps what it is told until it is stopped."""

    def __init__(self, routes: Iterable[Route], tokens: dict[str, str]) -> None:
        self.tokens = tokens
        self.asked: list[str] = []
        """The method and the target of each request."""
        self.received: list[Request] = []
        """Those that were let in."""
        self.limit, self.used, self.refused = 5000, 0, 0
        """Requests of an hour, those that were used, and how many are turned away as too hasty."""
        self.reset, self.pause = int(time.time()) + 3600, 0
        """When the hour is over, and for how many seconds the hasty are told to wait."""
        self._lock = RLock()
        self._routes = [(method, _pattern(path), handler) for method, path, handler in routes]
        service = self

        class Connection(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def handle_one_request(self) -> None:
                self.raw_requestline = self.rfile.readline(65537)
                if not self.raw_requestline or not self.parse_request():
                    self.close_connection = True
                    return
                service._serve(self)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Connection)
        self._server.daemon_threads = True
        self.base_url = f"http://127.0.0.1:{self._server.server_port}"
        Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def _serve(self, connection: BaseHTTPRequestHandler) -> None:
        headers = {name.lower(): value for name, value in connection.headers.items()}
        content = connection.rfile.read(int(headers.get("content-length") or 0))
        with self._lock:
            self.asked.append(f"{connection.command} {connection.path}")
            status, told, body = self._answer(connection.command, connection.path, headers, content)
        connection.send_response(status)
        for name, value in told.items():
            connection.send_header(name, value)
        if status not in (204, 304):
            connection.send_header("Content-Length", str(len(body)))
        connection.end_headers()
        if connection.command != "HEAD":
            connection.wfile.write(body)

    def _answer(
        self, method: str, target: str, headers: dict[str, str], content: bytes
    ) -> tuple[int, dict[str, str], bytes]:
        try:
            request = self._request(method, target, headers, content)
            self.received.append(request)
            answer = self._routed(request)
            if answer.listed:
                answer = _page(answer, request)
        except Failure as failure:
            answer = Answer(failure.body, failure.status, failure.headers)
        return self._written(answer, headers, method)

    def _request(
        self, method: str, target: str, headers: dict[str, str], content: bytes
    ) -> Request:
        """Who calls is asked before anything else, and each request counts."""
        if not headers.get("user-agent"):
            raise Failure(403, "Request forbidden by administrative rules.")
        if headers.get("x-github-api-version", VERSIONS[0]) not in VERSIONS:
            raise Failure(400, "The version of the API is not supported.")
        login = self._login(headers.get("authorization"))
        if self.used >= self.limit:
            raise Failure(403, "API rate limit exceeded for user ID 1.")
        self.used += 1
        if self.refused:
            self.refused -= 1
            message = "You have exceeded a secondary rate limit. Please wait a few minutes."
            raise Failure(403, message, {"Retry-After": str(self.pause)})
        parts = urlsplit(target)
        query = {key: values[-1] for key, values in parse_qs(parts.query, True).items()}
        host = f"http://{headers['host']}"
        return Request(method, parts.path, query, headers, content, host, login)

    def _login(self, authorization: str | None) -> str | None:
        if authorization is None:
            return None
        _, _, token = authorization.partition(" ")
        if token not in self.tokens:
            raise Failure(401, "Bad credentials")
        return self.tokens[token]

    def _routed(self, request: Request) -> Answer:
        for method, pattern, handler in self._routes:
            match = pattern.fullmatch(request.path)
            if match and method == request.method:
                return handler(request, **{k: unquote(v) for k, v in match.groupdict().items()})
        raise not_found()

    def _written(
        self, answer: Answer, headers: dict[str, str], method: str
    ) -> tuple[int, dict[str, str], bytes]:
        told = {
            "X-GitHub-Request-Id": "0A1B:2C3D:4E5F",
            "X-RateLimit-Limit": str(self.limit),
            "X-RateLimit-Remaining": str(self.limit - self.used),
            "X-RateLimit-Used": str(self.used),
            "X-RateLimit-Reset": str(self.reset),
            "X-RateLimit-Resource": "core",
            **answer.headers,
        }
        if isinstance(answer.body, bytes):
            return answer.status, told, answer.body
        if answer.body is None:
            return answer.status, told, b""
        body = json.dumps(answer.body).encode()
        told["Content-Type"] = "application/json; charset=utf-8"
        if method == "GET" and answer.status == 200:
            told["ETag"] = f'W/"{hashlib.sha256(body).hexdigest()}"'
            if headers.get("if-none-match") == told["ETag"]:
                return 304, told | self._uncounted(), b""
        return answer.status, told, body

    def _uncounted(self) -> dict[str, str]:
        """A response that has not changed costs nothing."""
        self.used -= 1
        remaining = str(self.limit - self.used)
        return {"X-RateLimit-Remaining": remaining, "X-RateLimit-Used": str(self.used)}


def _pattern(path: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", path))


def _page(answer: Answer, request: Request) -> Answer:
    """As much as was asked for, 100 at most, and where the other pages are."""
    size = min(_number(request.query.get("per_page"), 30), 100)
    page = _number(request.query.get("page"), 1)
    last = max(1, -(-len(answer.body) // size))
    kept = {name: value for name, value in request.query.items() if name != "page"}
    pages = {"prev": page - 1, "next": page + 1, "last": last, "first": 1}
    if page >= last:
        del pages["next"], pages["last"]
    if page <= 1:
        del pages["prev"], pages["first"]
    links = [f'<{_address(request, kept, number)}>; rel="{rel}"' for rel, number in pages.items()]
    headers = {"Link": ", ".join(links)} if links else {}
    return Answer(answer.body[(page - 1) * size : page * size], 200, answer.headers | headers)


def _address(request: Request, query: dict[str, str], page: int) -> str:
    return f"{request.host}{request.path}?{urlencode(query | {'page': str(page)})}"


def _number(written: str | None, otherwise: int) -> int:
    """GitHub takes what is no number, or too small, for the default."""
    return int(written) if written and written.isdecimal() and int(written) else otherwise
