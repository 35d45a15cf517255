"""HTTP as Stripe speaks it: keys, versions, forms, idempotency and failures."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import RLock, Thread
from typing import Any
from urllib.parse import unquote, urlsplit

from tests.examples.stripe.service import forms

DOCS = "https://stripe.com/docs/error-codes/"


class Failure(Exception):
    """A response that is an error."""

    def __init__(self, status: int, message: str, kind: str = "invalid_request_error", **more: Any):
        super().__init__(message)
        self.status = status
        if "code" in more:
            more["doc_url"] = DOCS + more["code"].replace("_", "-")
        self.body = {"error": {**more, "message": message, "type": kind}}


def missing(parameter: str) -> Failure:
    message = f"Missing required param: {parameter}."
    return Failure(400, message, code="parameter_missing", param=parameter)


def invalid(parameter: str, message: str) -> Failure:
    return Failure(400, message, code="parameter_invalid_integer", param=parameter)


def no_such(kind: str, key: str, parameter: str = "id") -> Failure:
    return Failure(404, f"No such {kind}: '{key}'", code="resource_missing", param=parameter)


@dataclass(frozen=True)
class Request:
    method: str
    path: str
    given: dict[str, Any]
    """What stands in the query and the form."""
    headers: dict[str, str]
    account: str


Handler = Callable[..., dict[str, Any]]
Route = tuple[str, str, Handler]


class Service:
    """A server on loopback that keeps what it is told until it is stopped."""

    def __init__(self, routes: Iterable[Route], keys: Iterable[str]) -> None:
        self.keys = set(keys)
        self.received: list[Request] = []
        self.refused = 0
        """How many requests are turned away as too many."""
        self._done: dict[str, tuple[tuple[str, str], int, bytes]] = {}
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
        content = connection.rfile.read(int(headers.get("content-length") or 0)).decode()
        with self._lock:
            status, body, replayed = self._answer(
                connection.command, connection.path, headers, content
            )
        connection.send_response(status)
        connection.send_header("Content-Type", "application/json")
        connection.send_header("Request-Id", f"req_{len(self.received):014}")
        if replayed:
            connection.send_header("Idempotent-Replayed", "true")
        connection.send_header("Content-Length", str(len(body)))
        connection.end_headers()
        connection.wfile.write(body)

    def _answer(
        self, method: str, target: str, headers: dict[str, str], content: str
    ) -> tuple[int, bytes, bool]:
        """What was done under an idempotency key is answered again, and not done again."""
        key = headers.get("idempotency-key") if method == "POST" else None
        sent = (target, content)
        try:
            request = self._request(method, target, headers, content)
            if key in self._done:
                before, status, body = self._done[key]
                if before != sent:
                    message = "Keys for idempotent requests can only be used with the same "
                    message += "parameters they were first used with."
                    raise Failure(400, message, "idempotency_error")
                return status, body, True
            status, answer = 200, self._routed(request)
        except Failure as failure:
            status, answer = failure.status, failure.body
            if status in (401, 429) or failure.body["error"]["type"] == "idempotency_error":
                key = None
        body = json.dumps(answer, indent=2).encode()
        if key is not None:
            self._done[key] = (sent, status, body)
        return status, body, False

    def _request(self, method: str, target: str, headers: dict[str, str], content: str) -> Request:
        self._authenticated(headers.get("authorization", ""))
        if self.refused:
            self.refused -= 1
            raise Failure(429, "Request rate limit exceeded.", code="rate_limit")
        if headers.get("stripe-version", "2024-06-20") != "2024-06-20":
            raise Failure(400, "Invalid Stripe API version.")
        kind = headers.get("content-type", "").partition(";")[0]
        if content and kind != "application/x-www-form-urlencoded":
            raise Failure(400, "Invalid request: the body is no form.")
        parts = urlsplit(target)
        given = forms.read("&".join(text for text in (parts.query, content) if text))
        account = headers.get("stripe-account", "own")
        request = Request(method, parts.path, given, headers, account)
        self.received.append(request)
        return request

    def _authenticated(self, authorization: str) -> None:
        scheme, _, key = authorization.partition(" ")
        if scheme == "Basic":
            key = base64.b64decode(key).decode().removesuffix(":")
        if not key:
            raise Failure(401, "You did not provide an API key.")
        if key not in self.keys:
            raise Failure(401, f"Invalid API Key provided: {key[:8]}****")

    def _routed(self, request: Request) -> dict[str, Any]:
        for method, pattern, handler in self._routes:
            match = pattern.fullmatch(request.path)
            if match and method == request.method:
                return handler(request, **{k: unquote(v) for k, v in match.groupdict().items()})
        raise Failure(404, f"Unrecognized request URL ({request.method}: {request.path}).")


def _pattern(path: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", path))
