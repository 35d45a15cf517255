"""Sends requests by aiohttp, in bounded time, for the client that awaits.

Redirects are not followed: a form with credentials is for one host.
"""

from __future__ import annotations

import asyncio
from io import BytesIO
from typing import TYPE_CHECKING, Any

from aiohttp import (
    ClientConnectionError,
    ClientError,
    ClientPayloadError,
    ClientResponse,
    ClientSession,
    ClientTimeout,
    HttpVersion10,
    HttpVersion11,
)
from urllib3 import HTTPHeaderDict
from urllib3.util import parse_url
from yarl import URL

from ..decoding.response import Response, read_response
from ..errors import ConfigurationError
from ..request import AtHand
from .aiohttp_connections import current_call, leave, new_session
from .aiohttp_failures import failure_of
from .connection import time_left
from .connection_settings import DIRECT, ConnectionSettings
from .forks import reinit_after_fork
from .heads import LONGEST_LINE, is_known_transfer, readable
from .sending import (
    CLOSED,
    CONNECT_TIMEOUT,
    NOT_HTTP,
    Call,
    Failure,
    extend,
    no_connection,
    wanted_in,
)

if TYPE_CHECKING:
    from collections.abc import Coroutine, Mapping

    from ..encoding.streamed import Streamed
    from ..request import Request
    from .async_uploading import Uploading
    from .opening import Opening
    from .sinks import Sink

_PIECE = 64 * 1024


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
            current_call.set(call)
            asked = session.request(
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
            )
            if call.sink is not None and call.sink.stays_open:
                outcome = await _opened(await asked, call, call.sink)
            else:
                async with asked as response:
                    outcome = await _outcome(response, call)
        except (ClientError, TimeoutError) as error:
            return self._failed(error, call)
        if proxy is None or isinstance(outcome, Failure):
            return outcome
        return proxy.checked(outcome)

    def _failed(self, error: Exception, call: Call) -> Failure:
        if call.waits:
            return no_connection(self._settings.max_connections)
        return failure_of(error, call, self._settings.proxy).unless_written(call)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

    async def close(self) -> None:
        self.closed = True
        if self._own is not None:
            await self._own.close()

    def reinit(self) -> None:
        session, self._own, self._loop = self._own, None, None
        if session is not None:
            leave(session)

    async def _session(self) -> ClientSession:
        if self._given is not None:
            return self._given
        loop = asyncio.get_running_loop()
        if self._own is None or self._loop is not loop:
            if self._loop is not None and not self._loop.is_closed():
                raise ConfigurationError(
                    "the client is in use in another event loop: make one client for each"
                )
            before, self._own, self._loop = self._own, new_session(self._settings), loop
            if before is not None:
                # Its connections are of no use: their loop has ended.
                await before.close()
        return self._own


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


async def _outcome(response: ClientResponse, call: Call) -> Response | Failure:
    if not _is_http(response):
        response.close()
        return Failure(reason=NOT_HTTP, cause=None, sent=True)
    return await _response(response, call)


async def _opened(response: ClientResponse, call: Call, opening: Opening) -> Response | Failure:
    """A response whose body is read later, if it is of that kind; or all of it."""
    try:
        if not _is_http(response) or wanted_in(call, response.status, response.headers) is None:
            async with asyncio.timeout(call.timeout):
                return await _outcome(response, call)
        from .aiohttp_opening import AiohttpBody

        opening.body = AiohttpBody(response, call)
        return Response(status=response.status, headers=_headers(response), body=b"")
    finally:
        if opening.body is None:
            response.release()
            await response.wait_for_close()


async def _response(response: ClientResponse, call: Call) -> Response:
    max_body, sink = call.max_body, wanted_in(call, response.status, response.headers)
    if sink is not None:
        assert not sink.stays_open, "it is not read here"
        await _save(response, call, sink)
        headers = _headers(response)
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
    headers = _headers(response)
    return read_response(response.status, headers, bytes(content), max_body, cut_short=cut_short)


def _headers(response: ClientResponse) -> HTTPHeaderDict:
    told = HTTPHeaderDict(list(response.headers.items()))
    return readable(told, "utf-8", "surrogateescape")


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
