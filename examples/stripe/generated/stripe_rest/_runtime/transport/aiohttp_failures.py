"""What aiohttp raises, as a failure that says whether to try again and quotes no request."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from aiohttp import (
    ClientConnectionError,
    ClientConnectorDNSError,
    ClientConnectorError,
    ClientError,
    ClientHttpProxyError,
    ClientSSLError,
    ConnectionTimeoutError,
)

from .sending import NO_ANSWER, NOT_HTTP, Call, Failure

if TYPE_CHECKING:
    from .proxies import Proxy


def failure_of(error: Exception, call: Call, proxy: Proxy | None) -> Failure:
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
