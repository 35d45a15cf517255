"""Sends requests and brings back answers, over urllib3, in bounded time.

Only what cannot have reached the server is sent again: a connection that was never
established. Redirects are not followed, for a form with credentials belongs to one host.
"""

from __future__ import annotations

import http.client
import logging
from collections.abc import Callable
from time import monotonic, sleep

from urllib3 import PoolManager, Retry, Timeout
from urllib3.exceptions import (
    ConnectTimeoutError,
    DecodeError,
    HTTPError,
    NameResolutionError,
    NewConnectionError,
    ProtocolError,
    SSLError,
)
from urllib3.exceptions import TimeoutError as HTTPTimeout
from urllib3.response import BaseHTTPResponse
from urllib3.util import parse_url

from .connection import call, pool_manager, time_left
from .decode import Answer
from .errors import TransportError, TransportTimeout
from .request import Request

DEFAULT_TIMEOUT = 30.0
"""Seconds that a call may take, all in all."""
CONNECT_TIMEOUT = 5.0
"""Seconds of them that one attempt to connect may take."""

_log = logging.getLogger(__name__.partition(".")[0])
_RECONNECT = Retry(total=None, connect=2, read=0, redirect=0, status=0, other=0, backoff_factor=0.1)
_NO_RETRIES = Retry(False)


class Transport:
    """The way to one base URL. Safe to share between threads."""

    def __init__(self, base_url: str, http: PoolManager | None = None) -> None:
        parts = parse_url(base_url)
        self.base_url = base_url
        self.host = parts.netloc or ""
        self.closed = False
        self._open: Callable[..., BaseHTTPResponse]
        self._own: PoolManager | None = None
        if http is not None:
            self._open, self._prefix = http.urlopen, base_url
        else:
            self._own = pool_manager()
            # Straight to the one pool that is needed: to find it anew costs each call 20 µs.
            self._open = self._own.connection_from_url(base_url).urlopen
            self._prefix = parts.path or ""

    def send(self, request: Request, timeout: float | None) -> Answer:
        """The answer to `request`, whatever its status.

        Raises:
            TransportError: there is none, or not within `timeout` seconds.
        """
        started = monotonic()
        try:
            answer = self._send(request, None if timeout is None else started + timeout)
        except TransportError as error:
            self._note(request, started, f"{type(error).__name__}: {error.reason}")
            raise
        self._note(request, started, answer.status)
        return answer

    def close(self) -> None:
        self.closed = True
        if self._own is not None:
            self._own.clear()

    def _send(self, request: Request, deadline: float | None) -> Answer:
        retries: Retry | None = _RECONNECT
        while True:
            outcome = self._attempt(request, deadline)
            if isinstance(outcome, Answer):
                return outcome
            retries = _again(retries, outcome)
            if retries is None:
                # The cause alone is chained: what urllib3 wraps around it may quote the URL. And
                # what is wrong with an answer may quote that, and so what the server was sent.
                cause = _cause(outcome)
                harmless = isinstance(cause, OSError) or not isinstance(
                    cause, http.client.HTTPException
                )
                raise _failure(outcome, request, self.host) from (cause if harmless else None)
            sleep(retries.get_backoff_time())

    def _attempt(self, request: Request, deadline: float | None) -> Answer | Exception:
        try:
            left = time_left(deadline)
            with call(self._prefix + request.target, deadline):
                response = self._open(
                    request.method,
                    self._prefix + (request.target if self._own is None else request.shown),
                    body=request.body,
                    headers=request.headers,
                    retries=_NO_RETRIES,
                    redirect=False,
                    timeout=Timeout(
                        connect=min(left or CONNECT_TIMEOUT, CONNECT_TIMEOUT), read=left
                    ),
                    preload_content=False,
                )
                return _answer(response)
        except (HTTPError, TimeoutError) as error:
            return error

    def _note(self, request: Request, started: float, outcome: object) -> None:
        if _log.isEnabledFor(logging.DEBUG):
            took = (monotonic() - started) * 1000
            _log.debug("%s: %s in %.1f ms", request.operation.id, outcome, took)


def _answer(response: BaseHTTPResponse) -> Answer:
    flaw = ""
    try:
        body = response.read()
    except DecodeError:
        body, flaw = b"", "is not compressed as its headers say"
    except ProtocolError as error:
        cause = _cause(error)
        if isinstance(cause, TimeoutError):
            raise
        body = cause.partial if isinstance(cause, http.client.IncompleteRead) else b""
        flaw = "was cut short"
    finally:
        response.release_conn()
    return Answer(status=response.status, headers=response.headers, body=body, flaw=flaw)


def _again(retries: Retry | None, error: Exception) -> Retry | None:
    """What may still be tried after `error`; None if nothing."""
    if retries is None or not isinstance(error, ConnectTimeoutError):
        return None
    try:
        return retries.increment(error=error)
    except HTTPError:
        return None


def _failure(error: Exception, request: Request, host: str) -> TransportError:
    cause = _cause(error)
    # urllib3's error of a connection that was refused is a kind of its timeout error.
    if isinstance(error, NewConnectionError):
        kind = TransportError
    elif isinstance(error, HTTPTimeout | TimeoutError) or isinstance(cause, TimeoutError):
        kind = TransportTimeout
    else:
        kind = TransportError
    # A bare TimeoutError comes of an attempt that was not begun.
    sent = not isinstance(error, ConnectTimeoutError | TimeoutError)
    return kind(_reason(error, cause), operation=request.operation.id, host=host, sent=sent)


def _cause(error: Exception) -> Exception:
    """What urllib3 has wrapped, or `error` itself."""
    inner = error.__cause__ or (error.args[-1] if error.args else None)
    return inner if isinstance(inner, Exception) else error


def _reason(error: Exception, cause: Exception) -> str:
    if isinstance(error, NameResolutionError):
        return "its name cannot be resolved"
    if isinstance(error, NewConnectionError):
        return f"cannot connect: {_said(cause)}"
    if isinstance(error, ConnectTimeoutError):
        return "cannot connect in time"
    if isinstance(error, HTTPTimeout | TimeoutError) or isinstance(cause, TimeoutError):
        return "the time for the call is over"
    if isinstance(error, SSLError):
        return f"TLS failed: {_said(cause)}"
    if isinstance(cause, OSError):
        return _said(cause)
    if isinstance(cause, http.client.HTTPException):
        return f"the answer is not HTTP ({type(cause).__name__})"
    return type(cause).__name__


def _said(cause: Exception) -> str:
    return getattr(cause, "strerror", None) or str(cause) or type(cause).__name__
