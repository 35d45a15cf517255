"""Sends requests and brings back answers, over urllib3, in bounded time.

What is sent again, `retry` decides. Redirects are not followed, for a form with credentials
belongs to one host.
"""

from __future__ import annotations

import http.client
import logging
from collections.abc import Callable
from time import monotonic, sleep
from typing import TYPE_CHECKING

from msgspec import Struct
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

from .connection import Call, calling, pool_manager, time_left
from .decode import Answer
from .errors import RateLimited, TransportError, TransportTimeout
from .request import Request
from .retry import DEFAULT_RETRIES, Attempts, policy

if TYPE_CHECKING:
    from .limits.limiter import Permit

DEFAULT_TIMEOUT = 30.0
"""Seconds that a request may take until its answer is complete, connecting included."""
CONNECT_TIMEOUT = 5.0
"""Seconds of them that one attempt to connect may take."""

_log = logging.getLogger(__name__.partition(".")[0])
_NO_RETRIES = Retry(False)
_DEFAULT_POLICY = policy(DEFAULT_RETRIES)


class _Failure(Struct, frozen=True):
    error: Exception
    sent: bool
    """Whether the server may have seen something of the request."""


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

    def send(
        self,
        request: Request,
        timeout: float | None,
        attempts: Attempts | None = None,
        admit: Callable[[], Permit | None] | None = None,
    ) -> Answer:
        """The answer to `request`, whatever its status.

        Args:
            request: What to send.
            timeout: Seconds that one sending may take; None for no limit.
            attempts: What may be sent again.
            admit: Waits for the permit that each sending needs.

        Raises:
            TransportError: there is none, or not in time.
            RateLimited: `admit` says so.
        """
        attempts = attempts or Attempts(request.operation, _DEFAULT_POLICY)
        permit = admit() if admit is not None else None
        started = monotonic()
        while True:
            outcome = self._sent(request, timeout, attempts, permit)
            pause = _pause(outcome, attempts)
            if pause is None:
                return self._ended(outcome, request, started)
            sleep(pause)
            try:
                permit = admit() if admit is not None else None
            except RateLimited:
                # What has happened says more than that it cannot be tried again.
                return self._ended(outcome, request, started)

    def close(self) -> None:
        self.closed = True
        if self._own is not None:
            self._own.clear()

    def _sent(
        self,
        request: Request,
        timeout: float | None,
        attempts: Attempts,
        permit: Permit | None,
    ) -> Answer | _Failure:
        """What came of sending once, for which a connection may take several attempts."""
        current = Call(
            self._prefix + request.target, None if timeout is None else monotonic() + timeout
        )
        # Connections of a pool that is not ours do not say how far they came.
        current.begun = self._own is None
        outcome: Answer | _Failure | None = None
        try:
            while True:
                outcome = self._attempt(request, current)
                if isinstance(outcome, Answer) or outcome.sent:
                    return outcome
                pause = attempts.after_failure(outcome.error, sent=False)
                if pause is None:
                    return outcome
                sleep(pause)
        finally:
            unsent = isinstance(outcome, _Failure) and not outcome.sent
            if permit is not None and (unsent or not current.begun):
                permit.give_back()

    def _attempt(self, request: Request, current: Call) -> Answer | _Failure:
        try:
            left = time_left(current.deadline)
            with calling(current):
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
            unsent = isinstance(error, ConnectTimeoutError | TimeoutError) or not current.begun
            return _Failure(error, not unsent)

    def _ended(self, outcome: Answer | _Failure, request: Request, started: float) -> Answer:
        if isinstance(outcome, Answer):
            self._note(request, started, outcome.status)
            return outcome
        error = _failure(outcome, request, self.host)
        self._note(request, started, f"{type(error).__name__}: {error.reason}")
        # The cause alone is chained: what urllib3 wraps around it may quote the URL. And what is
        # wrong with an answer may quote that, and so what the server was sent.
        cause = _cause(outcome.error)
        harmless = isinstance(cause, OSError) or not isinstance(cause, http.client.HTTPException)
        raise error from (cause if harmless else None)

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


def _pause(outcome: Answer | _Failure, attempts: Attempts) -> float | None:
    """Seconds until the request is sent again; None if it is not."""
    if isinstance(outcome, Answer):
        if outcome.status < 500:
            return None
        return attempts.after_answer(outcome.status, outcome.headers)
    # What was not sent has been tried again already, as often as it may.
    return attempts.after_failure(outcome.error, sent=True) if outcome.sent else None


def _failure(failure: _Failure, request: Request, host: str) -> TransportError:
    error = failure.error
    cause = _cause(error)
    # urllib3's error of a connection that was refused is a kind of its timeout error.
    if isinstance(error, NewConnectionError):
        kind = TransportError
    elif isinstance(error, HTTPTimeout | TimeoutError) or isinstance(cause, TimeoutError):
        kind = TransportTimeout
    else:
        kind = TransportError
    reason = _reason(error, cause)
    return kind(reason, operation=request.operation.id, host=host, sent=failure.sent)


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
