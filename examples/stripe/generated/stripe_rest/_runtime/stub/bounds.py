"""How much the stub takes, and how long it waits: whatever is sent, it goes on serving others."""

from __future__ import annotations

from msgspec import Struct


class Bounds(Struct, frozen=True, kw_only=True):
    """What a stub allows a client. Seconds are kept to within one; bytes are those on the wire."""

    header_bytes: int = 64 * 1024
    """The path and all headers of a request, names and values."""
    text_bytes: int = 1024 * 1024
    """A query string, and whatever of a body is other than files: each may end up in a message."""
    body_bytes: int = 10 * 1024 * 1024
    """A body, packed or unpacked."""
    fields: int = 1000
    connections: int = 500
    held_bytes: int = 128 * 1024 * 1024
    """All requests together that have come in part."""
    requests_ahead: int = 100
    """Requests that a client sends on one connection before it has the answer to the first."""
    head_seconds: float = 30
    """From a request's first byte, or that of a connection, to the end of its headers."""
    body_seconds: float = 30
    idle_seconds: int = 75
    """Between an answer and the next request: longer than clients keep a connection."""
    unread_seconds: float = 30
    """How long an answer may wait for a client that does not read."""

    @property
    def head_bytes(self) -> int:
        """Where reading a head ends: one with the longest query string and headers has to fit."""
        return self.text_bytes + 2 * self.header_bytes

    @property
    def discarded_bytes(self) -> int:
        """How far a body that is too large is read.

        Most clients look for an answer only after they have sent everything. Those that send
        more than this find the connection closed.
        """
        return 8 * self.body_bytes


class Held:
    """Counts the bytes of requests that have come in part, over all connections."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._bytes = 0

    def take(self, count: int) -> bool:
        """Whether there is room for so many more; then they count until they are given back."""
        if self._bytes + count > self._most:
            return False
        self._bytes += count
        return True

    def give_back(self, count: int) -> None:
        self._bytes -= count
