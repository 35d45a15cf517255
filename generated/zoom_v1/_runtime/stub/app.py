"""The stub as an ASGI application: a request from its route to its answer."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import TYPE_CHECKING

from ..operation import Operation
from .api import StubApi
from .arguments import read_arguments
from .body import BodyReader, unpacked
from .bound import check_constants, with_headers
from .bounds import Bounds, Held
from .calls import Calls
from .control import PREFIX, Control
from .credentials import CredentialCheck
from .disturbing import disturb
from .exchange import Exchange, begun
from .failing import key_of_fault
from .handed_out import HandedOut, asked
from .hidden_paths import HiddenPaths
from .hosts import Hosts
from .lifespan import live
from .namespaces import named
from .page import paths as page
from .repeated import repeated
from .responses import (
    GUARDS,
    Message,
    NotYet,
    Receive,
    RequestRefused,
    Send,
    StubResponse,
    answer,
    failure,
    with_headers_added,
    with_keys_put,
)
from .routes import Routes
from .schemes import SchemeCheck
from .showing import shown, shown_traceback
from .token_endpoints import TokenEndpoints
from .told_apart import ToldApart
from .unreadable import too_large

if TYPE_CHECKING:
    from ..emulator import Emulator

_ONCE = (b"host", b"origin", b"authorization", b"content-type", b"content-encoding")
"""Headers of which nobody could tell which one is meant."""
_BAD_REQUEST = 400
_OWN_PATHS = ("/", "/openapi.json")
"""What the stub has besides the API, where the API has nothing itself."""

logger = logging.getLogger(__name__)


class Application:
    """Answers every operation with its documented example, or says what is wrong.

    Args:
        api: what the generated package says of the API.
        strict: refuse arguments that an operation does not have.
        credentials: the only ones that are right; without, any are.
        bounds: how much it takes.
        emulator: the state to answer from; without it, from the documented examples.
        control: the control API that stands beside the API.

    Raises:
        ValueError: `credentials` names one that the API does not have.
    """

    def __init__(
        self,
        api: StubApi,
        *,
        strict: bool = False,
        credentials: Mapping[str, str] | None = None,
        bounds: Bounds = Bounds(),  # noqa: B008 - it is frozen
        emulator: Emulator | None = None,
        control: Control | None = None,
    ) -> None:
        self._api = api
        self.control = Control(api, emulator) if control is None else control
        expected = dict(credentials or {})
        self._credentials = (
            SchemeCheck(api, expected) if api.authentication else CredentialCheck(api, expected)
        )
        self._calls = Calls(api, self.control, self._credentials, emulator, strict=strict)
        self.store = None if emulator is None else emulator.store
        self._paths = HiddenPaths(api)
        self._routes = Routes(api)
        tokens = TokenEndpoints(api, self._routes, expected, bounds)
        self._tokens = tokens if tokens.paths else None
        handed_out = HandedOut(api.operations, remembers=emulator is not None)
        self._handed_out = handed_out if handed_out.keys else None
        self._openapi = answer(api.openapi, headers=GUARDS)
        self._bounds = bounds
        self.held = Held(bounds.held_bytes)
        self._body = BodyReader(bounds, self.held)
        self.turn = self.control.turn
        self.hosts = Hosts(any_name=True)
        """By which names it goes: any, unless a server knows better."""

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await live(receive, send)
        elif scope["type"] == "http":
            await self._serve(scope, receive, send)

    async def _serve(self, scope: Message, receive: Receive, send: Send) -> None:
        exchange = begun()
        answered = await self.reply(scope, receive, exchange)
        if answered is not None:
            await self.send(answered, exchange, receive, send)

    async def send(
        self, answered: StubResponse, exchange: Exchange, receive: Receive, send: Send
    ) -> None:
        """Send an answer, disturbed if somebody wants it so."""
        if exchange.fault is not None:
            await disturb(exchange.fault, self.control.rules, answered, receive, send)
            return
        await answered.send(send)

    async def reply(
        self, scope: Message, receive: Receive, exchange: Exchange
    ) -> StubResponse | None:
        """The answer to a request, which is noted; None if the client has hung up."""
        try:
            # The body first: who is answered while still sending may never see the answer.
            body = await self._body.read(receive)
        except RequestRefused as refused:
            return self._failure(refused, scope["method"], exchange)
        while body is not None:
            try:
                return self.answered(scope, body, exchange)
            except NotYet as unready:
                await unready.first()
        return None

    def answered(self, scope: Message, body: bytes, exchange: Exchange) -> StubResponse:
        """The answer to a request that has come as a whole, which is noted.

        Raises:
            NotYet: something has to be done first.
        """
        try:
            with self.control.in_turn():
                self._body.check(body)
                answered = self._answer(scope, body, exchange)
                return self._noted(answered, exchange)
        except NotYet:
            raise
        except Exception as failed:  # noqa: BLE001 - it is logged, and answered
            answered = self._failure(failed, scope["method"], exchange)
            with self.control.in_turn():
                return self._noted(answered, exchange)

    def _noted(self, answered: StubResponse, exchange: Exchange) -> StubResponse:
        if exchange.told:
            answered = with_headers_added(answered, exchange.told)
        if exchange.told_keys:
            answered = with_keys_put(answered, exchange.told_keys)
        if exchange.is_call:
            self.control.note(exchange, answered.start["status"])
        return answered

    def _failure(self, failed: Exception, method: str, exchange: Exchange) -> StubResponse:
        envelope = self._api.envelope_of(exchange.operation)
        if isinstance(failed, RequestRefused):
            failed.message = self._paths.hide(failed.message)
            logger.info("%s: %s: %s", method, failed.fault, failed.message)
            own = failed.error
            fault = failed.fault_in(envelope)
            exchange.code = key_of_fault(envelope, fault) if own is None else own
            return failure(envelope, failed)
        told = shown_traceback()
        logger.error("a bug of the stub, met by a %s request\n%s", method, told)
        return failure(envelope, RequestRefused("internal", "the stub has a bug"))

    def _answer(self, scope: Message, body: bytes, exchange: Exchange) -> StubResponse:
        method: str = scope["method"]
        raw_path: bytes = scope.get("raw_path") or scope["path"].encode()
        query: bytes = scope["query_string"]
        if len(raw_path) + len(b"".join(chain(*scope["headers"]))) > self._bounds.header_bytes:
            most = self._bounds.header_bytes
            raise too_large(f"path and headers have more than {most} bytes", "header_bytes")
        headers: dict[bytes, bytes] = dict(scope["headers"])
        if len(headers) < len(scope["headers"]):
            _require_once(scope["headers"])
        path = raw_path.decode("latin-1")
        is_own = path in _OWN_PATHS and not self._routes.has(path)
        looks = method in ("GET", "HEAD")
        is_page = looks and (is_own or path in page.PAGES)
        self.hosts.check(headers, is_page=is_page, version=scope.get("http_version", ""))
        if path.startswith(PREFIX):
            found = page.answered(path, self._api) if looks else None
            if found is not None:  # files of everybody's, without the access that the rest needs
                return found
            return self.control.answer(method, path, query, headers, body, scope.get("client"))
        if is_own:
            return self._own_page(path, method)
        if self._tokens is not None and self._tokens.takes(path, method):
            return self._tokens.answer(path, method, headers, body)
        exchange.is_call = True
        exchange.size = len(query) + len(body)
        exchange.scheme = scope.get("scheme", "http")
        exchange.host = headers.get(b"host", exchange.host)
        exchange.path = path
        exchange.query = query
        exchange.namespace = named(headers)
        methods, texts = self._routes.at(path)
        route = methods.get(method) or (methods.get("GET") if method == "HEAD" else None)
        if route is None:
            return _without_route(method, path, methods)
        if b"content-encoding" in headers:
            body = unpacked(body, headers[b"content-encoding"], self._bounds.body_bytes)
        if isinstance(route, ToldApart):
            route = route.route(query, headers, body, self._bounds)
        exchange.operation = route.operation
        exchange.content_type = headers.get(b"content-type", b"")
        given = self._given(route.operation, texts, exchange, headers, body)
        exchange.given = given
        exchange.tenant = self._credentials.tenant(given, headers) or exchange.tenant
        answered = self._calls.answer(route, given, headers, exchange)
        return answered if self._handed_out is None else self._handed_out.by(answered, exchange)

    def _given(
        self,
        operation: Operation,
        texts: Mapping[str, str],
        exchange: Exchange,
        headers: Mapping[bytes, bytes],
        body: bytes,
    ) -> dict[str, object]:
        """The arguments of a request, wherever they stand."""
        query = exchange.query
        if operation.url is not None:
            meant = asked(operation, exchange.path, query)
            texts, query = {operation.url.argument: meant.address}, meant.query
            if meant.note is not None:
                exchange.tenant = meant.note.tenant
                exchange.namespace = exchange.namespace or meant.note.namespace
        given = read_arguments(operation, query, exchange.content_type, body, self._bounds)
        for name, text in texts.items():
            wire = operation.arguments.get(name)
            given[name] = text if wire is None else wire.parse(text)
        if operation.bindings is not None:
            given = with_headers(operation, operation.bindings, given, headers)
            check_constants(operation.bindings, given)
        return given

    def _own_page(self, path: str, method: str) -> StubResponse:
        if method not in ("GET", "HEAD"):
            return _without_route(method, path, ["GET"])
        return page.answered(path, self._api) or self._openapi


def _require_once(headers: Iterable[tuple[bytes, bytes]]) -> None:
    counts = Counter(name for name, _ in headers)
    for name in _ONCE:
        if counts[name] > 1:
            refused = repeated(name.decode(), counts[name])
            refused.status = _BAD_REQUEST if name == b"host" else None
            raise refused


def _without_route(method: str, path: str, methods: Iterable[str]) -> StubResponse:
    """The answer where a path has operations, but none of this method."""
    asked = [*methods, *(["HEAD"] if "GET" in methods else []), "OPTIONS"]
    allowed = dict.fromkeys(asked)
    header = (b"allow", ", ".join(allowed).encode())
    if method == "OPTIONS":
        return answer(b"", status=204, headers=[header])
    message = f"{method} is not allowed at {shown(path)}; use {' or '.join(methods)}"
    raise RequestRefused("method_not_allowed", message, [header])
