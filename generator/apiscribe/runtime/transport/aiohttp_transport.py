"""The line of a client that awaits: aiohttp, in bounded time.

Redirects are not followed, for a form with credentials belongs to one host.
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
    TCPConnector,
)
from urllib3 import HTTPHeaderDict
from urllib3.util import parse_url
from yarl import URL

from ..decoding.response import Response, read_response
from ..errors import ConfigurationError
from .connection import time_left
from .connection_settings import DIRECT, ConnectionSettings
from .forks import reinit_after_fork
from .sending import CLOSED, CONNECT_TIMEOUT, NO_ANSWER, NOT_HTTP, Call, Failure

if TYPE_CHECKING:
    from aiohttp.client_proto import ResponseHandler
    from aiohttp.client_reqrep import ConnectionKey
    from aiohttp.connector import Connection

    from ..request import Request
    from .proxies import Proxy

_PIECE = 64 * 1024
_calls: ContextVar[Call] = ContextVar("_calls")
_left: list[BaseConnector] = []
"""What is the parent's, in the child of a fork; it lasts, so that nothing of it ever ends."""


class AiohttpTransport:
    """The way to one base URL, from one event loop."""

    def __init__(
        self,
        base_url: str,
        http: ClientSession | None = None,
        settings: ConnectionSettings = DIRECT,
    ) -> None:
        self.base_url = base_url
        self.host = parse_url(base_url).netloc or ""
        self.closed = False
        self._route = settings
        self._given = http
        self._own: ClientSession | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        reinit_after_fork(self)

    async def attempt(self, request: Request, call: Call) -> Response | Failure:
        """What comes of sending once."""
        proxy = self._route.proxy
        forwards = proxy is not None and proxy.forwards
        known = {} if proxy is None else proxy.headers
        try:
            left = time_left(call.deadline)
            session = await self._session()
            if self.closed or session.closed:
                return CLOSED
            # Connections of a session that is not ours do not say how far they came.
            call.bytes_sent = call.bytes_sent or self._given is not None
            _calls.set(call)
            async with session.request(
                request.method,
                URL(self.base_url + request.target, encoded=True),
                data=_sendable(request.body),
                headers={**request.headers, **known} if forwards else request.headers,
                proxy=None if proxy is None else proxy.url,
                proxy_headers=known,
                allow_redirects=False,
                raise_for_status=False,
                timeout=ClientTimeout(
                    total=left, sock_connect=min(left or CONNECT_TIMEOUT, CONNECT_TIMEOUT)
                ),
            ) as response:
                answer = await _response(response, call.max_body)
        except (ClientError, TimeoutError) as error:
            return _failure(error, call, proxy)
        return answer if proxy is None else proxy.passed(answer)

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
            # At its end it would take its sockets from the event loop of the parent, too.
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
            before, self._own, self._loop = self._own, _new_session(self._route), loop
            if before is not None:
                # Its connections are of no use any more: their loop has ended.
                await before.close()
        return self._own


class _Connector(TCPConnector):
    """Gives each sending one connection, and takes down that it has got it."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._used: WeakSet[ResponseHandler] = WeakSet()

    async def connect(self, *args: Any, **kwargs: Any) -> Connection:
        call = _calls.get()
        if call.bytes_sent:
            # aiohttp sends anew by itself what HTTP calls idempotent; here, `retry` decides.
            raise ClientConnectionError(NO_ANSWER)
        connection = await super().connect(*args, **kwargs)
        while self._has_more(connection):
            connection.close()
            connection = await super().connect(*args, **kwargs)
        call.bytes_sent = True
        return connection

    def _has_more(self, connection: Connection) -> bool:
        """Whether more came than was asked for, which would be taken for the next answer."""
        protocol = connection.protocol
        if protocol is None or protocol in self._used:
            return protocol is None or protocol.should_close
        self._used.add(protocol)
        return False

    async def _create_connection(self, *args: Any, **kwargs: Any) -> ResponseHandler:
        # aiohttp's own limit leaves out what a proxy may take to open a tunnel.
        async with asyncio.timeout(CONNECT_TIMEOUT):
            return await super()._create_connection(*args, **kwargs)

    def _release(
        self, key: ConnectionKey, protocol: ResponseHandler, *, should_close: bool = False
    ) -> None:
        if should_close and protocol.transport is not None:
            # To take leave politely, asyncio waits until a server has read all that was written,
            # and over TLS, has said the same. One that is silent does neither.
            protocol.transport.abort()
        super()._release(key, protocol, should_close=should_close)


def _new_session(settings: ConnectionSettings) -> ClientSession:
    return ClientSession(
        connector=_Connector(ssl=settings.trust or True),
        cookie_jar=DummyCookieJar(),
        # Unpacked elsewhere: what turns out not to be packed is then still at hand.
        auto_decompress=False,
    )


def _sendable(body: str | bytes | None) -> bytes | BytesIO | None:
    content = body.encode() if isinstance(body, str) else body
    # A file goes out piece by piece: other tasks have their turn in between.
    return BytesIO(content) if content is not None and len(content) > _PIECE else content


async def _response(response: ClientResponse, max_body: int | None) -> Response:
    content = bytearray()
    cut_short = False
    try:
        async for part in response.content.iter_any():
            content += part
            if max_body is not None and len(content) > max_body:
                # The rest is not wanted, and would be taken for the next answer.
                response.close()
                break
    except (ClientPayloadError, ClientConnectionError) as error:
        if isinstance(error, TimeoutError):
            raise
        cut_short = True
    headers = HTTPHeaderDict(list(response.headers.items()))
    return read_response(response.status, headers, bytes(content), max_body, cut_short=cut_short)


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
        # Asking again mends no certificate, and brings back no time.
        hopeless=isinstance(error, ClientSSLError)
        or (type(error) is TimeoutError and not call.bytes_sent),
    )
    if proxy is None:
        return failure
    # Whoever is at the other end of a tunnel has shown a certificate, if a wrong one.
    shown = isinstance(error, ClientSSLError) and f"{error.host}:{error.port}" != proxy.host
    return proxy.located(failure, beyond=call.bytes_sent or shown)


def _cause(error: Exception) -> Exception | None:
    """What may be chained: an error of the system, but nothing that could quote the request."""
    inner = error.os_error if isinstance(error, ClientConnectorError) else error.__cause__
    return inner if isinstance(inner, OSError) and not isinstance(inner, ClientError) else None


def _reason(error: Exception, cause: Exception | None, call: Call) -> str:
    if isinstance(error, ClientConnectorDNSError):
        return "its name cannot be resolved"
    if isinstance(error, ClientSSLError):
        return f"TLS failed: {getattr(cause, 'strerror', None) or cause or type(error).__name__}"
    if isinstance(error, ClientConnectorError):
        return f"cannot connect: {_said(error) or type(error).__name__}"
    if isinstance(error, TimeoutError):
        return "the time for the call is over" if call.bytes_sent else "cannot connect in time"
    if isinstance(error, ClientConnectionError):
        return _said(error) or NO_ANSWER
    return NOT_HTTP


def _said(error: Exception) -> str:
    """What the system says of it; what aiohttp does may quote the URL."""
    number = getattr(error, "errno", None)
    return os.strerror(number) if number else ""
