"""Sends bodies that are read while they are sent, each piece in time.

`timeout` is the time between two pieces, for nobody knows how long a film takes. The time that
reading a file takes does not count: it is the caller's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, TypeVar

from ..encoding.streamed import Streamed
from ..errors import Interrupted, InvalidArguments, bare
from .sending import extend

if TYPE_CHECKING:
    from ..request import Request
    from .sending import Call

T = TypeVar("T")


def begun(body: Streamed) -> Streamed:
    """The body at its beginning, with its first piece read.

    Raises:
        Interrupted: a file cannot be read, or is not as documented.
    """
    interrupting(body, body.begin)
    return body


def headers_of(request: Request, body: Streamed) -> Mapping[str, str]:
    """The headers, with the length where that is known; without it, chunks are sent."""
    if body.size is None:
        return request.headers
    return {**request.headers, "content-length": str(body.size)}


def in_pieces(body: Streamed, call: Call) -> Iterator[bytes]:
    """What a client that blocks sends.

    Raises:
        Interrupted: a file, or the caller's function, has failed.
    """
    while piece := interrupting(body, body.read):
        extend(call)
        yield piece
        interrupting(body, lambda: body.told(piece))
    extend(call)


def interrupting(body: Streamed, function: Callable[[], T]) -> T:
    """What `function` returns.

    Raises:
        Interrupted: it has failed.
    """
    try:
        return function()
    except Exception as error:  # noqa: BLE001 - handed on to whoever gave the file
        raise told_of(body, error) from None


def told_of(body: Streamed, error: Exception) -> Interrupted:
    """What to raise for what a file or a function has raised."""
    if isinstance(error, InvalidArguments):
        bare(error).sent = body.is_begun
    return Interrupted(error)
