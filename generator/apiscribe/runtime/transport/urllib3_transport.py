"""Sends requests by urllib3, in bounded time, for the client that blocks.

Redirects are not followed: a form with credentials is for one host.
"""

from __future__ import annotations

import http.client
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from urllib3 import HTTPConnectionPool, PoolManager, Retry, Timeout
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

from ..decoding.response import Response, read_response
from ..request import Request
from .connection import calling, open_pool, time_left
from .connection_settings import DIRECT, ConnectionSettings
from .run_sync import blocking_sleep
from .sending import CLOSED, CONNECT_TIMEOUT, NO_ANSWER, NOT_HTTP, Call, Failure

if TYPE_CHECKING:
    from .proxies import Proxy

_NO_RETRIES = Retry(False)
_PART = 64 * 1024
_REFUSED = re.compile(r"Tunnel connection failed: (\d+)")
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
        self._open: Callable[..., BaseHTTPResponse]
        self._own: HTTPConnectionPool | None = None
        self._proxy = settings.proxy
        if http is not None:
            self._open, self._prefix = http.urlopen, base_url
        else:
            # The one pool that is needed: looking it up would cost each call 20 µs.
            self._own = open_pool(base_url, settings)
            self._open = self._own.urlopen
            # A proxy that passes requests on needs the whole URL.
            forwarded = self._proxy is not None and self._proxy.forwards
            self._prefix = base_url if forwarded else parts.path or ""

    async def attempt(self, request: Request, call: Call) -> Response | Failure:
        """Send once, and block until that is over."""
        if self.closed:
            return CLOSED
        try:
            left = time_left(call.deadline)
            call.target = self._prefix + request.target
            # Connections of the caller's own pool do not say whether anything was sent.
            call.bytes_sent = call.bytes_sent or self._own is None
            with calling(call):
                response = self._open(
                    request.method,
                    self._prefix + (request.target if self._own is None else request.shown),
                    body=request.body,
                    headers=request.headers,
                    retries=_NO_RETRIES,
                    redirect=False,
                    # To the pool, the host is that of the proxy.
                    assert_same_host=False,
                    timeout=Timeout(
                        connect=min(left or CONNECT_TIMEOUT, CONNECT_TIMEOUT), read=left
                    ),
                    preload_content=False,
                )
                outcome = _response(response, call.max_body)
        except ClosedPoolError:
            return CLOSED
        except (HTTPError, TimeoutError) as error:
            return _failure(error, call, self._proxy)
        return outcome if self._proxy is None else self._proxy.checked(outcome)

    async def sleep(self, seconds: float) -> None:
        await blocking_sleep(seconds)

    def close(self) -> None:
        self.closed = True
        if self._own is not None:
            self._own.close()


def _response(response: BaseHTTPResponse, max_body: int | None) -> Response:
    content, cut_short = b"", False
    try:
        length = response.length_remaining
        if max_body is None or (length is not None and length <= max_body):
            # `decoding.response` unpacks, and keeps content that turns out not to be packed.
            content = response.read(decode_content=False)
        else:
            content = _bounded(response, max_body)
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
    return read_response(response.status, response.headers, content, max_body, cut_short=cut_short)


def _bounded(response: BaseHTTPResponse, max_body: int) -> bytes:
    """All that comes, or a byte more than may be."""
    content = bytearray()
    try:
        while len(content) <= max_body:
            part = response.read(min(max_body + 1 - len(content), _PART), decode_content=False)
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
    refused = _REFUSED.match(str(cause))
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
