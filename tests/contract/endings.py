"""How a call ends that meets a fault: what is stated of it, and the shapes that this takes."""

import json
from dataclasses import dataclass, replace

from tests.contract.planted import ECHO
from tests.runtime.places import Opens, server
from tests.runtime.scripted import Script, answers, says
from zoom_v1 import errors

LARGEST = 2**17
"""Bytes that an answer may have in these tests."""


@dataclass(frozen=True)
class Fault:
    """A place where something goes wrong, and how a call ends there.

    Calls are sent twice at most. What only reads comes twice if that may help, a change never.
    """

    place: Opens
    error: type[errors.ZoomError] | None
    """None if the call succeeds."""
    reason: str | None = None
    """What the error says, where there is no answer to tell of; None if that differs."""
    sent: bool | None = True
    """Whether the server may have seen it, as far as the client can tell; None if that differs."""
    arrives: bool = True
    again: bool = False
    """Whether a read is sent again."""
    timeout: float = 10
    status: int = 200
    body: bytes | None = None
    """What the error holds of the body; None if all that counts is that it holds a part."""
    awaiting: "Fault | None" = None
    """What is different for the client that awaits, and why is said beside it."""


def answered(script: Script) -> Fault:
    """The call succeeds."""
    return Fault(server(script), None)


def refused(
    script: Script,
    status: int,
    body: bytes | None,
    error: type[errors.ZoomError] = errors.ResponseError,
) -> Fault:
    """There is an answer, and the error keeps it."""
    return Fault(server(script), error, status=status, body=body, again=status in (500, 502, 503))


def unanswered(script: Script, reason: str | None) -> Fault:
    """There is none."""
    return Fault(server(script), errors.TransportError, reason, again=True)


def late(script: Script) -> Fault:
    """There is none in time."""
    reason = "the time for the call is over"
    return Fault(server(script), errors.TransportTimeout, reason, again=True, timeout=0.3)


def unsent(place: Opens, reason: str | None, timeout: float = 10) -> Fault:
    """The server gets to see nothing of it."""
    error = errors.TransportError if timeout == 10 else errors.TransportTimeout
    return Fault(place, error, reason, sent=False, arrives=False, timeout=timeout)


def told(body: bytes | str, status: int = 200, **options: str) -> Fault:
    """A complete answer that is no good."""
    content = body.encode() if isinstance(body, str) else body
    return refused(answers(content, status, **options), status, content)


def envelope(code: int, status: int, error: type[errors.ZoomError]) -> Fault:
    body = json.dumps({"error": {"code": code, "message": ECHO}}).encode()
    return refused(answers(body, status), status, body, error)


def not_http(script: Script) -> Fault:
    return unanswered(script, "the answer is not HTTP")


def not_http_where_awaited(fault: Fault) -> Fault:
    """There, all that has come is looked at before any is told of: the good part is lost."""
    return replace(fault, awaiting=replace(not_http(says(b"")), place=fault.place))
