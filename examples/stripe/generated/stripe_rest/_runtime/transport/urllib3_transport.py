"""Sends requests by urllib3, in bounded time, for the client that blocks.

Redirects are not followed: a form with credentials is for one host.
"""

from __future__ import annotations

import http.client
from functools import partial
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any

from urllib3 import HTTPHeaderDict, HTTPResponse, PoolManager, Retry, Timeout
from urllib3.exceptions import (
    ClosedPoolError,
    ConnectTimeoutError,
    HTTPError,
    InvalidHeader,
    NameResolutionError,
    NewConnectionError,
    ProtocolError,
    ProxyError,
    SSLError,
)
from urllib3.exceptions import TimeoutError as HTTPTimeout
from urllib3.response import BaseHTTPResponse
from urllib3.util import parse_url

from ..clock import monotonic
from ..decoding.response import Response, read_response
from ..request import AtHand, Request
from ..semantics.compiled import compiled
from .connection import Calling, Pool, hurry, open_pool, time_left
from .connection_settings import DIRECT, ConnectionSettings
from .forks import reinit_after_fork
from .heads import readable
from .run_sync import blocking_sleep
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
    from .proxies import Proxy
    from .sinks import Sink

_NO_RETRIES = Retry(False)
_PART = 64 * 1024
_REFUSED = r"Tunnel connection failed: (\d+)"
"""What Python says when a proxy opens no tunnel."""


class Urllib3Transport:
    """Sends to one base URL. Safe to share between threads."""

    def __init__(
        self, base_url: str, http: PoolManager | None = None, settings: ConnectionSettings = DIRECT
    ) -> None:
        parts = parse_url(base_url)
        self.base_url = base_url
        self.host = parts.netloc or ""
        self.closed = False
        self._pool: Pool | PoolManager
        self._own: Pool | None = None
        self._proxy = settings.proxy
        self._most = settings.max_connections
        self._free = _permits(self._most)
        if http is not None:
            self._pool, self._prefix = http, base_url
        else:
            # The one pool that is needed: looking it up would cost each call 20 µs.
            self._pool = self._own = open_pool(base_url, settings)
            # A proxy that passes requests on needs the whole URL.
            forwarded = self._proxy is not None and self._proxy.forwards
            self._prefix = base_url if forwarded else parts.path or ""
        reinit_after_fork(self)

    async def attempt(self, request: Request, call: Call) -> Response | Failure:
        """Send once, and block until that is over."""
        if self._own is None:
            return CLOSED if self.closed else self._attempt(request, call)
        left = None if call.deadline is None else call.deadline - monotonic()
        free = self._free
        try:
            free.get(timeout=None if left is None else max(left, 0))
        except Empty:
            return no_connection(self._most)
        try:
            return CLOSED if self.closed else self._attempt(request, call)
        finally:
            sink = call.sink
            if sink is None or not sink.stays_open or not sink.keeps(partial(free.put, None)):
                free.put(None)

    def _attempt(self, request: Request, call: Call) -> Response | Failure:
        # Connections of the caller's own pool do not say whether anything was sent, nor heed the
        # deadline.
        ours = self._own is not None and self._own.has_ours
        try:
            left = time_left(call.deadline)
            call.target = self._prefix + request.target
            call.bytes_sent = call.bytes_sent or not ours
            body: Any = request.body
            headers = request.headers
            if not isinstance(body, AtHand):
                from . import uploading

                headers = uploading.headers_of(request, uploading.begun(body))
                body = uploading.in_pieces(body, call)
                extend(call)
            with Calling(call):
                response = self._pool.urlopen(
                    request.method,
                    self._prefix + (request.shown if ours else request.target),
                    body=body,
                    headers=headers,
                    retries=_NO_RETRIES,
                    redirect=False,
                    # To the pool, the host is that of the proxy.
                    assert_same_host=False,
                    timeout=Timeout(
                        connect=min(left or CONNECT_TIMEOUT, CONNECT_TIMEOUT), read=left
                    ),
                    preload_content=False,
                )
                outcome = _response(response, call, ours=ours)
        except ClosedPoolError:
            return CLOSED
        except (HTTPError, TimeoutError) as error:
            failure = _failure(error, call, self._proxy)
            return failure.unless_written(call)
        return outcome if self._proxy is None else self._proxy.checked(outcome)

    async def sleep(self, seconds: float) -> None:
        await blocking_sleep(seconds)

    def close(self) -> None:
        self.closed = True
        if self._own is not None:
            self._own.close()

    def reinit(self) -> None:
        # The calls that go on have gone with the parent's threads.
        self._free = _permits(self._most)


def _permits(most: int) -> SimpleQueue[None]:
    """One for each connection that may be in use. A semaphore is Python code, and takes 1.5 µs."""
    permits: SimpleQueue[None] = SimpleQueue()
    for _ in range(most):
        permits.put(None)
    return permits


def _response(response: BaseHTTPResponse, call: Call, *, ours: bool) -> Response:
    content, cut_short, max_body = b"", False, call.max_body
    headers = response.headers
    if not isinstance(response, HTTPResponse):
        # Whoever replays it for a test suite has all of it at hand.
        ours, headers = True, HTTPHeaderDict(headers.items())
    headers = readable(headers, "latin-1")
    sink = wanted_in(call, response.status, headers)
    if sink is not None and sink.stays_open:
        from .urllib3_opening import Urllib3Body

        sink.body = Urllib3Body(response, call, ours=ours)
        return Response(status=response.status, headers=headers, body=b"")
    if sink is not None:
        _save(response, call, sink, ours=ours)
        return Response(status=response.status, headers=headers, body=b"", flaw=sink.flaw)
    try:
        length = response.length_remaining
        if ours and (max_body is None or (length is not None and length <= max_body)):
            # `decoding.response` unpacks, and keeps content that turns out not to be packed.
            content = response.read(decode_content=False)
        else:
            content = _in_pieces(response, call, ours=ours)
    except TimeoutError:
        response.close()
        raise
    except ProtocolError as error:
        cause = _cause(error)
        if isinstance(cause, TimeoutError):
            raise
        content = _partial(cause)
        cut_short = True
    finally:
        if max_body is not None and len(content) > max_body:
            # The rest is not wanted, and would be read as the next response.
            response.close()
        response.release_conn()
    return read_response(response.status, headers, content, max_body, cut_short=cut_short)


def _save(response: BaseHTTPResponse, call: Call, sink: Sink, *, ours: bool) -> None:
    """Write all that comes to where it is wanted, as long as each piece comes in time."""
    cut_short = True
    try:
        while not sink.flaw:
            extend(call)
            if not ours:
                hurry(response, call)
            piece = response.read1(_PART, decode_content=False)
            if not piece:
                cut_short = False
                break
            sink.write(piece)
    except ProtocolError as error:
        cause = _cause(error)
        if isinstance(cause, TimeoutError):
            raise
    finally:
        if cut_short:
            response.close()
        sink.ended(cut_short=cut_short)
        response.release_conn()


def _in_pieces(response: BaseHTTPResponse, call: Call, *, ours: bool) -> bytes:
    """All that comes in time, or a byte more than may be."""
    content = bytearray()
    most = call.max_body
    # As much as there is, so that the deadline is looked at in between; ours see to it themselves.
    read = response.read if ours else response.read1
    try:
        while most is None or len(content) <= most:
            if not ours:
                hurry(response, call)
            size = _PART if most is None else min(most + 1 - len(content), _PART)
            part = read(size, decode_content=False)
            if not part:
                break
            content += part
    except ProtocolError as error:
        cause = _cause(error)
        if isinstance(cause, TimeoutError):
            raise
        content += _partial(cause)
        raise ProtocolError(http.client.IncompleteRead(bytes(content))) from None
    return bytes(content)


def _partial(error: Exception) -> bytes:
    partial: object = error.partial if isinstance(error, http.client.IncompleteRead) else b""
    # urllib3 has an error of the same kind, which holds how many bytes there were.
    return partial if isinstance(partial, bytes) else b""


def _failure(error: Exception, call: Call, proxy: Proxy | None) -> Failure:
    wrapped = isinstance(error, ProxyError)
    if isinstance(error, ProxyError):
        error = error.original_error
    cause = _cause(error)
    refused = compiled(_REFUSED).match(str(cause))
    if refused and proxy is not None:
        return proxy.refusal(int(refused[1]))
    # urllib3's error of a connection that was refused is a kind of its timeout error.
    timed_out = not isinstance(error, NewConnectionError) and (
        isinstance(error, HTTPTimeout | TimeoutError) or isinstance(cause, TimeoutError)
    )
    failure = Failure(
        reason=_reason(error, cause, call),
        # Errors of the system alone: those of urllib3 may quote the URL, and those about a
        # response may quote what the server was sent.
        cause=cause if isinstance(cause, OSError) else None,
        sent=call.bytes_sent and not isinstance(error, ConnectTimeoutError),
        timed_out=timed_out,
        # Trying again changes no certificate, and brings back no time.
        hopeless=isinstance(error, SSLError | TimeoutError),
    )
    # The server beyond a tunnel has shown a certificate, if a wrong one.
    shown = isinstance(error, SSLError) and not wrapped
    return failure if proxy is None else proxy.located(failure, beyond=call.bytes_sent or shown)


def _cause(error: Exception) -> Exception:
    """What urllib3 has wrapped, or `error` itself."""
    inner = error.__cause__ or (error.args[-1] if error.args else None)
    return inner if isinstance(inner, Exception) else error


def _reason(error: Exception, cause: Exception, call: Call) -> str:
    if isinstance(error, NameResolutionError):
        return "its name cannot be resolved"
    if isinstance(error, NewConnectionError):
        return f"cannot connect: {_system_text(cause)}"
    if isinstance(error, HTTPTimeout | TimeoutError) or isinstance(cause, TimeoutError):
        return "the time for the call is over" if call.bytes_sent else "cannot connect in time"
    if isinstance(error, SSLError):
        return f"TLS failed: {_system_text(cause)}"
    if isinstance(cause, http.client.RemoteDisconnected):
        return NO_ANSWER
    if isinstance(cause, OSError):
        return _system_text(cause)
    if isinstance(cause, http.client.HTTPException | InvalidHeader):
        return NOT_HTTP
    return type(cause).__name__


def _system_text(cause: Exception) -> str:
    return getattr(cause, "strerror", None) or str(cause) or type(cause).__name__
