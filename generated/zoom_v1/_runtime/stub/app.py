"""The stub as an ASGI application: a request from its route to its answer."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable, Mapping

from ..operation import Operation
from ..validation.validate import validate
from ..validation.violations import Violation
from .api import StubApi
from .arguments import read_arguments
from .credentials import CredentialCheck
from .html_page import Page
from .page_numbers import numbered
from .responses import Header, Message, Receive, RequestRefused, Send, StubResponse, answer, failure
from .routes import Routes, StubRoute, shown

MAX_HEAD = 64 * 1024
MAX_BODY = 10 * 1024 * 1024
_READ_ANYWAY = 8 * MAX_BODY
"""How far a body that is too large is read: most clients look for an answer only after they
have sent everything. Those that send more than this find the connection closed."""
_PATIENCE = 30.0
"""Seconds that a body may take to arrive."""
_NAMED = 200
"""How many violations a message names."""
_OWN_PATHS = ("/", "/openapi.json")
"""What the stub has besides the API, where the API has nothing itself."""
_CLOSE: Header = (b"connection", b"close")

logger = logging.getLogger(__name__)


class Application:
    """Answers every operation with its documented example, or says what is wrong.

    Args:
        api: what the generated package says of the API.
        strict: refuse arguments that an operation does not have.
        credentials: the only ones that are right; without, any are.

    Raises:
        ValueError: `credentials` names one that the API does not have.
    """

    def __init__(
        self, api: StubApi, *, strict: bool = False, credentials: Mapping[str, str] | None = None
    ) -> None:
        self._api = api
        self._strict = strict
        self._credentials = CredentialCheck(api, dict(credentials or {}))
        self._routes = Routes(api)
        self._page = Page(api)
        self._openapi = answer(api.openapi)

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await _live(receive, send)
        elif scope["type"] == "http":
            answered = await self._attempt(scope, receive)
            if answered is not None:
                await send(answered.start)
                await send(answered.body)

    async def _attempt(self, scope: Message, receive: Receive) -> StubResponse | None:
        """The answer to a request, whatever happens; None if the client has hung up."""
        try:
            # The body first: who is answered while still sending may never see the answer.
            body = await _read_body(receive)
            return None if body is None else self._answer(scope, body)
        except RequestRefused as failed:
            logger.info("%s: %s: %s", scope["method"], failed.fault, failed.message)
            return failure(self._api.envelope, failed)
        except Exception:
            logger.exception("a bug of the stub, met by a %s request", scope["method"])
            return failure(self._api.envelope, RequestRefused("internal", "the stub has a bug"))

    def _answer(self, scope: Message, body: bytes) -> StubResponse:
        method: str = scope["method"]
        raw_path: bytes = scope.get("raw_path") or scope["path"].encode()
        query: bytes = scope["query_string"]
        headers: dict[bytes, bytes] = dict(scope["headers"])
        if len(raw_path) + len(query) + sum(map(len, headers.values())) > MAX_HEAD:
            raise RequestRefused(
                "too_large", f"address and headers have more than {MAX_HEAD} bytes"
            )
        path = raw_path.decode("latin-1")
        if path in _OWN_PATHS and not self._routes.has(path):
            return self._own_page(path, method, headers)
        methods, texts = self._routes.at(path)
        route = methods.get(method) or (methods.get("GET") if method == "HEAD" else None)
        if route is None:
            return _without_route(method, path, methods)
        operation = route.operation
        given = read_arguments(operation, query, headers.get(b"content-type", b""), body)
        for name, text in texts.items():
            given[name] = operation.arguments[name].parse(text)
        self._credentials.check(operation, given, headers)
        self._check(route, given)
        logger.info("%s: %s", method, operation.id)
        return numbered(route.answer, operation, given)

    def _own_page(self, path: str, method: str, headers: Mapping[bytes, bytes]) -> StubResponse:
        if method not in ("GET", "HEAD"):
            return _without_route(method, path, ["GET"])
        return self._openapi if path == "/openapi.json" else self._page.seen_at(headers)

    def _check(self, route: StubRoute, given: dict[str, object]) -> None:
        operation = route.operation
        if route.checks is None:
            route.checks = self._api.checks(operation.id)
        found = self._check_common(operation, given)
        found += validate(route.checks, given)
        if not found:
            return
        if any(map(self._refuses, found)):
            # Warnings as well: an unknown argument is often the missing one, misspelt.
            raise RequestRefused("arguments_refused", _named(sorted(found, key=_is_warning)))
        logger.info("%s: taken all the same: %s", operation.id, _named(found))

    def _refuses(self, violation: Violation) -> bool:
        unknown = violation.rule == "unknown_argument"
        return violation.severity == "error" or (unknown and self._strict)

    def _check_common(self, operation: Operation, given: dict[str, object]) -> list[Violation]:
        """Take what every operation has in common out of what is given."""
        found = []
        for name, common in self._api.common.items():
            if name not in given or name in operation.arguments:
                continue
            if not common.allows(given.pop(name)):
                message = f"must be one of {', '.join(common.choices)}"
                found.append(Violation(argument=name, rule="choices", message=message))
        return found


def _is_warning(violation: Violation) -> bool:
    return violation.severity == "warning"


async def _read_body(receive: Receive) -> bytes | None:
    message = await receive()
    if message["type"] != "http.request":
        return None
    body: bytes = message.get("body", b"")
    if message.get("more_body", False):
        return await _read_rest(body, receive)
    if len(body) > MAX_BODY:
        raise _too_large()
    return body


async def _read_rest(begun: bytes, receive: Receive) -> bytes | None:
    body = bytearray(begun)
    size = len(begun)
    more = True
    try:
        async with asyncio.timeout(_PATIENCE):
            while more:
                message = await receive()
                if message["type"] != "http.request":
                    return None
                chunk: bytes = message.get("body", b"")
                more = message.get("more_body", False)
                size += len(chunk)
                if size <= MAX_BODY:
                    body += chunk
                elif size > _READ_ANYWAY:
                    raise _too_large(_CLOSE)
    except TimeoutError:
        complaint = f"the body did not arrive within {_PATIENCE:g} seconds"
        raise RequestRefused("malformed", complaint, [_CLOSE]) from None
    except asyncio.CancelledError:  # when the server stops, and will not wait any longer
        complaint = "the stub has stopped before all of the body came"
        raise RequestRefused("malformed", complaint, [_CLOSE]) from None
    if size > MAX_BODY:
        raise _too_large()
    return bytes(body)


def _too_large(*headers: Header) -> RequestRefused:
    return RequestRefused("too_large", f"the body has more than {MAX_BODY} bytes", headers)


def _without_route(method: str, path: str, methods: Iterable[str]) -> StubResponse:
    """The answer where a path has operations, but none of this method."""
    allowed = [*methods, *(["HEAD"] if "GET" in methods else []), "OPTIONS"]
    header = (b"allow", ", ".join(allowed).encode())
    if method == "OPTIONS":
        return answer(b"", status=204, headers=[header])
    message = f"{method} is not allowed at {shown(path)}; use {' or '.join(methods)}"
    raise RequestRefused("method_not_allowed", message, [header])


def _named(violations: list[Violation]) -> str:
    named = "; ".join(map(str, violations[:_NAMED]))
    rest = len(violations) - _NAMED
    return f"{named}; and {rest} more" if rest > 0 else named


async def _live(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return
