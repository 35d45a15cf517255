"""The connections of aiohttp: each sending gets one, once, and what is silent is not waited for."""

from __future__ import annotations

import asyncio
from asyncio.trsock import TransportSocket
from collections.abc import Iterator
from contextlib import suppress
from contextvars import ContextVar
from functools import partial
from typing import TYPE_CHECKING, Any
from weakref import WeakSet

from aiohttp import (
    BaseConnector,
    ClientConnectionError,
    ClientSession,
    DummyCookieJar,
    TCPConnector,
)
from aiohttp.client_proto import ResponseHandler

from .aiohttp_resolver import Resolver
from .heads import MOST_HEADERS
from .sending import CONNECT_TIMEOUT, NO_ANSWER, Call

if TYPE_CHECKING:
    from aiohttp.client_reqrep import ConnectionKey
    from aiohttp.connector import Connection

    from .connection_settings import ConnectionSettings

_PIECE = 64 * 1024
current_call: ContextVar[Call] = ContextVar("current_call")
"""What this task sends."""
_left: list[BaseConnector] = []
"""Connectors of the parent, in the child of a fork. They are kept, because their end would close
the parent's connections."""


def leave(session: ClientSession) -> None:
    """In the child of a fork: use none of the parent's connections, and close none."""
    connector = session.connector
    if connector is not None:
        # Its end would remove its sockets from the event loop of the parent, too.
        connector._closed = True
        _left.append(connector)


class _Protocol(ResponseHandler):
    """Hears what a server has said before it broke off: why it takes no more of a large body."""

    def connection_lost(self, exc: BaseException | None) -> None:
        self._hear_the_rest(exc)
        super().connection_lost(exc)

    def set_exception(self, exc: BaseException, *cause: Any) -> None:
        # Who writes may notice first.
        self._hear_the_rest(exc)
        super().set_exception(exc, *cause)

    def _hear_the_rest(self, why: object) -> None:
        if isinstance(why, OSError) and self.transport is not None:
            for piece in _unread(self.transport):
                self.data_received(piece)


def _unread(transport: asyncio.Transport) -> Iterator[bytes]:
    """What has come over a connection that is lost. asyncio reads no more once writing fails."""
    sock = transport.get_extra_info("socket")
    # Over TLS it could not be read, and other event loops have closed it already.
    if transport.get_extra_info("sslcontext") is None and isinstance(sock, TransportSocket):
        with suppress(OSError), sock.dup() as remaining:
            while piece := remaining.recv(_PIECE):
                yield piece


class Connector(TCPConnector):
    """Gives each sending one connection, and notes that it may have been used."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._factory = partial(_Protocol, loop=self._loop)  # type: ignore[assignment] # a kind of it
        self._used: WeakSet[ResponseHandler] = WeakSet()

    async def connect(self, *args: Any, **kwargs: Any) -> Connection:
        call = current_call.get()
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
        call = current_call.get()
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


def new_session(settings: ConnectionSettings) -> ClientSession:
    # Older versions of aiohttp do not count them.
    bounds: dict[str, Any] = (
        {"max_headers": MOST_HEADERS} if "_max_headers" in ClientSession.ATTRS else {}
    )
    return ClientSession(
        **bounds,
        connector=Connector(
            ssl=settings.trust or True,
            limit=settings.max_connections,
            resolver=Resolver(),
            use_dns_cache=False,
        ),
        cookie_jar=DummyCookieJar(),
        # `decoding.response` unpacks, and keeps content that turns out not to be packed.
        auto_decompress=False,
    )
