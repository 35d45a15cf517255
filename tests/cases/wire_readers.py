"""Reads what comes item by item, with either client."""

from collections.abc import Mapping
from typing import Any

_NONE: Mapping[str, Any] = {}


def read_blocking(
    package: Any,
    base_url: str | None,
    operation: str,
    /,
    most: int | None = None,
    options: Mapping[str, Any] = _NONE,
    **given: Any,
) -> list[Any]:
    """All items that an operation yields, or the first ones."""
    found: list[Any] = []
    with package.WireClient(**{"token": "t", "base_url": base_url, **options}) as client:
        for item in stream_of(client, operation, **given):
            found.append(item)
            if len(found) == most:
                break
    return found


async def read_awaiting(
    package: Any,
    base_url: str | None,
    operation: str,
    /,
    most: int | None = None,
    options: Mapping[str, Any] = _NONE,
    **given: Any,
) -> list[Any]:
    """The same with the client that awaits."""
    found: list[Any] = []
    async with package.AsyncWireClient(**{"token": "t", "base_url": base_url, **options}) as client:
        async for item in stream_of(client, operation, **given):
            found.append(item)
            if len(found) == most:
                break
    return found


def stream_of(client: Any, operation: str, /, **given: Any) -> Any:
    """What an operation of a client yields from."""
    resource, name = operation.split(".")
    return getattr(getattr(client, resource), name)(**given)


def chunked(
    *pieces: bytes | str, kind: str = "text/event-stream", more: str = "", ends: bool = True
) -> bytes:
    """A response in chunks; without an end, it breaks off."""
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nTransfer-Encoding: chunked\r\n{more}\r\n"
    encoded = (piece.encode() if isinstance(piece, str) else piece for piece in pieces)
    body = b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in encoded)
    return head.encode() + body + (b"0\r\n\r\n" if ends else b"")
