"""Sends requests by aiohttp, in bounded time, for the client that awaits.

Redirects are not followed: a form with credentials is for one host.
"""

from __future__ import annotations

import asyncio
import os
from contextvars import ContextVar
from io import BytesIO
from typing import TYPE_CHECKING, Any
from weakref import WeakSet

from aiohttp import (
    BaseConnector,
    ClientConnectionError,
    ClientConnectorDNSError,
    ClientConnectorError,
    ClientError,
    ClientHttpProxyError,
    ClientPayloadError,
    ClientResponse,
    ClientSession,
    ClientSSLError,
    ClientTimeout,
    ConnectionTimeoutError,
    DummyCookieJar,
    HttpVersion10,
    HttpVersion11,
    TCPConnector,
)
from urllib3 import HTTPHeaderDict
from urllib3.util import parse_url
from yarl import URL

from ..decoding.response import Response, read_response
from ..errors import ConfigurationError
from ..request import AtHand
from .aiohttp_resolver import Resolver
from .connection import time_left
from .connection_settings import DIRECT, ConnectionSettings
from .forks import reinit_after_fork
from .heads import LONGEST_LINE, MOST_HEADERS, is_known_transfer
from .sending import (
    CLOSED,
    CONNECT_TIMEOUT,
    NO_ANSWER,
    NOT_HTTP,
    Call,
    Failure,
    extend,
    no_connection,
    wanted_in,
)

if TYPE_CHECKING:
    from collections.abc import Coroutine, Mapping

    from aiohttp.client_proto import ResponseHandler
    from aiohttp.client_reqrep import ConnectionKey
    from aiohttp.connector import Connection

    from ..encoding.streamed import Streamed
    from ..request import Request
    from .async_uploading import Uploading
    from .proxies import Proxy
    from .sinks import Sink

_PIECE = 64 * 1024
_calls: ContextVar[Call] = ContextVar("_calls")
_left: list[BaseConnector] = []
"""Connectors of the parent, in the child of a fork. They are kept, because their end would close
the parent's connections."""


class AiohttpTransport:
    """Sends to one base URL, from one event loop."""

    def __init__(
        self,
        base_url: str,
        http: ClientSession | None = None,
        settings: ConnectionSettings = DIRECT,
    ) -> None:
        self.base_url = base_url
        self.host = parse_url(base_url).netloc or ""
        self.closed = False
        self._settings = settings
        self._given = http
        self._own: ClientSession | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        reinit_after_fork(self)

    def attempt(self, request: Request, call: Call) -> Coroutine[Any, Any, Response | Failure]:
        """Send once."""
        if isinstance(request.body, AtHand):
            return self._attempt(request, call, _sendable(request.body), request.headers)
        return self._upload(request, call, request.body)

    async def _upload(self, request: Request, call: Call, body: Streamed) -> Response | Failure:
        """Send once what is read meanwhile."""
        from .async_uploading import Uploading, begun
        from .uploading import headers_of

        uploading = Uploading(await begun(body), call)
        try:
            async with asyncio.timeout(None) as call.limit:
                extend(call)
                outcome = await self._attempt(request, call, uploading, headers_of(request, body))
        except TimeoutError as error:
            outcome = self._failed(error, call)
        finally:
            call.limit = None
        if uploading.interrupted is not None:
            raise uploading.interrupted
        return outcome

    async def _attempt(
        self,
        request: Request,
        call: Call,
        data: bytes | BytesIO | Uploading | None,
        headers: Mapping[str, str],
    ) -> Response | Failure:
        proxy = self._settings.proxy
        forwards = proxy is not None and proxy.forwards
        known = {} if proxy is None else proxy.headers
        try:
            left = time_left(call.deadline)
            session = await self._session()
            if self.closed or session.closed:
                return CLOSED
            # Connections of the caller's own session do not say whether anything was sent.
            call.bytes_sent = call.bytes_sent or self._given is not None
            _calls.set(call)
            async with session.request(
                request.method,
                URL(self.base_url + request.target, encoded=True),
                data=data,
                headers={**headers, **known} if forwards else headers,
                proxy=None if proxy is None else proxy.url,
                proxy_headers=known,
                allow_redirects=False,
                skip_auto_headers=("Content-Type",),
                max_line_size=LONGEST_LINE,
                max_field_size=LONGEST_LINE,
                raise_for_status=False,
                timeout=ClientTimeout(
                    total=left if call.sink is None and call.limit is None else None,
                    sock_connect=min(left or CONNECT_TIMEOUT, CONNECT_TIMEOUT),
                    sock_read=None if call.sink is None or call.limit is not None else left,
                ),
            ) as response:
                if not _is_http(response):
                    response.close()
                    return Failure(reason=NOT_HTTP, cause=None, sent=True)
                outcome = await _response(response, call)
        except (ClientError, TimeoutError) as error:
            return self._failed(error, call)
        return outcome if proxy is None else proxy.checked(outcome)

    def _failed(self, error: Exception, call: Call) -> Failure:
        if call.waits:
            return no_connection(self._settings.max_connections)
        return _failure(error, call, self._settings.proxy).unless_written(call)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

    async def close(self) -> None:
        self.closed = True
        if self._own is not None:
            await self._own.close()

    def reinit(self) -> None:
        session, self._own, self._loop = self._own, None, None
        connector = session.connector if session is not None else None
        if connector is not None:
            # Its end would remove its sockets from the event loop of the parent, too.
            connector._closed = True
            _left.append(connector)

    async def _session(self) -> ClientSession:
        if self._given is not None:
            return self._given
        loop = asyncio.get_running_loop()
        if self._own is None or self._loop is not loop:
            if self._loop is not None and not self._loop.is_closed():
                raise ConfigurationError(
                    "the client is in use in another event loop: make one client for each"
                )
            before, self._own, self._loop = self._own, _new_session(self._settings), loop
            if before is not None:
                # Its connections are of no use: their loop has ended.
                await before.close()
        return self._own


class _Connector(TCPConnector):
    """Gives each sending one connection, and notes that it may have been used."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._used: WeakSet[ResponseHandler] = WeakSet()

    async def connect(self, *args: Any, **kwargs: Any) -> Connection:
        call = _calls.get()
        if call.bytes_sent:
            # aiohttp sends requests again that HTTP calls idempotent; here, `retry` decides.
            raise ClientConnectionError(NO_ANSWER)
        connection = await super().connect(*args, **kwargs)
        while self._has_more(connection):
            connection.close()
            connection = await super().connect(*args, **kwargs)
        call.bytes_sent = True
        return connection

    def _has_more(self, connection: Connection) -> bool:
        """Whether bytes came that nobody asked for, which would be read as the next response."""
        protocol = connection.protocol
        if protocol is None or protocol in self._used:
            return protocol is None or protocol.should_close
        self._used.add(protocol)
        return False

    async def _wait_for_available_connection(self, *args: Any) -> None:
        call = _calls.get()
        call.waits = True
        await super()._wait_for_available_connection(*args)
        call.waits = False

    async def _create_connection(self, *args: Any, **kwargs: Any) -> ResponseHandler:
        # aiohttp's own limit does not cover the time that a proxy takes to open a tunnel.
        async with asyncio.timeout(CONNECT_TIMEOUT):
            return await super()._create_connection(*args, **kwargs)

    def _release(
        self, key: ConnectionKey, protocol: ResponseHandler, *, should_close: bool = False
    ) -> None:
        if should_close and protocol.transport is not None:
            # asyncio would close only after the server has read all that was written and, over
            # TLS, has closed as well. A silent server does neither.
            protocol.transport.abort()
        super()._release(key, protocol, should_close=should_close)


def _new_session(settings: ConnectionSettings) -> ClientSession:
    # Older versions of aiohttp do not count them.
    bounds: dict[str, Any] = (
        {"max_headers": MOST_HEADERS} if "_max_headers" in ClientSession.ATTRS else {}
    )
    return ClientSession(
        **bounds,
        connector=_Connector(
            ssl=settings.trust or True,
            limit=settings.max_connections,
            resolver=Resolver(),
            use_dns_cache=False,
        ),
        cookie_jar=DummyCookieJar(),
        # `decoding.response` unpacks, and keeps content that turns out not to be packed.
        auto_decompress=False,
    )


def _sendable(body: str | bytes | None) -> bytes | BytesIO | None:
    content = body.encode() if isinstance(body, str) else body
    # A large body is sent piece by piece, so that other tasks can run in between.
    return BytesIO(content) if content is not None and len(content) > _PIECE else content


def _is_http(response: ClientResponse) -> bool:
    """Whether what aiohttp takes for an answer is one to the other client, too."""
    return (
        # Replayed for a test suite, it has no version.
        response.version in (None, HttpVersion10, HttpVersion11)
        and response.status >= 100
        and is_known_transfer(response.headers.get("transfer-encoding"))
    )


async def _response(response: ClientResponse, call: Call) -> Response:
    max_body, sink = call.max_body, wanted_in(call, response.status, response.headers)
    if sink is not None:
        await _save(response, call, sink)
        headers = HTTPHeaderDict(list(response.headers.items()))
        return Response(status=response.status, headers=headers, body=b"", flaw=sink.flaw)
    content = bytearray()
    cut_short = False
    try:
        async for part in response.content.iter_any():
            content += part
            if max_body is not None and len(content) > max_body:
                # The rest is not wanted, and would be read as the next response.
                response.close()
                break
    except (ClientPayloadError, ClientConnectionError) as error:
        if isinstance(error, TimeoutError):
            raise
        cut_short = True
    headers = HTTPHeaderDict(list(response.headers.items()))
    return read_response(response.status, headers, bytes(content), max_body, cut_short=cut_short)


async def _save(response: ClientResponse, call: Call, sink: Sink) -> None:
    """Write all that comes to where it is wanted."""
    cut_short = True
    try:
        async for part in response.content.iter_any():
            extend(call)
            if sink.flaw or not sink.write(part):
                break
        else:
            cut_short = False
    except (ClientPayloadError, ClientConnectionError) as error:
        if isinstance(error, TimeoutError):
            raise
    finally:
        if cut_short:
            response.close()
        sink.ended(cut_short=cut_short)


def _failure(error: Exception, call: Call, proxy: Proxy | None) -> Failure:
    if isinstance(error, ClientHttpProxyError) and proxy is not None:
        return proxy.refusal(error.status)
    cause = _cause(error)
    connecting = isinstance(error, ClientConnectorError | ConnectionTimeoutError)
    failure = Failure(
        reason=_reason(error, cause, call),
        cause=cause,
        sent=call.bytes_sent and not connecting,
        timed_out=isinstance(error, TimeoutError),
        # Trying again changes no certificate, and brings back no time.
        hopeless=isinstance(error, ClientSSLError)
        or (type(error) is TimeoutError and not call.bytes_sent),
    )
    if proxy is None:
        return failure
    # The server beyond a tunnel has shown a certificate, if a wrong one.
    shown = isinstance(error, ClientSSLError) and f"{error.host}:{error.port}" != proxy.host
    return proxy.located(failure, beyond=call.bytes_sent or shown)


def _cause(error: Exception) -> Exception | None:
    """The exception to chain: an error of the system, but nothing that could quote the request."""
    inner = error.os_error if isinstance(error, ClientConnectorError) else error.__cause__
    return inner if isinstance(inner, OSError) and not isinstance(inner, ClientError) else None


def _reason(error: Exception, cause: Exception | None, call: Call) -> str:
    if isinstance(error, ClientConnectorDNSError):
        return "its name cannot be resolved"
    if isinstance(error, ClientSSLError):
        return f"TLS failed: {getattr(cause, 'strerror', None) or cause or type(error).__name__}"
    if isinstance(error, ClientConnectorError):
        return f"cannot connect: {_system_text(error) or type(error).__name__}"
    if isinstance(error, TimeoutError):
        return "the time for the call is over" if call.bytes_sent else "cannot connect in time"
    if isinstance(error, ClientConnectionError):
        return _system_text(error) or NO_ANSWER
    return NOT_HTTP


def _system_text(error: Exception) -> str:
    """The system's text of an error. That of aiohttp may quote the URL."""
    number = getattr(error, "errno", None)
    return os.strerror(number) if number else ""
