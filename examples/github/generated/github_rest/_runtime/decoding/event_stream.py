"""What comes piece by piece, cut where lines and events end, wherever the pieces do.

Events are told as the WHATWG's standard of `EventSource` has it. What is longer than it may be is
an error before all of it has come.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_ENDS_OF_LINES = re.compile(rb"\r\n|\r|\n")
_NEWLINES = re.compile(rb"\n")
_MESSAGE = "message"
"""What an event is called that has no name."""
_DIGITS = 18
"""How many of a number count."""


class TooLong(Exception):
    """A line or an event that has more bytes than it may have."""

    def __init__(self, most: int) -> None:
        self.most = most
        super().__init__()


class Event(Struct, frozen=True, kw_only=True):
    """An event as it was told."""

    name: str
    data: str
    id: str | None = None
    """None if it has none of its own."""
    retry: int | None = None


class _Lines:
    """Cuts bytes into lines, whose ends are one or the other."""

    def __init__(self, ends: re.Pattern[bytes], most: int | None) -> None:
        self._ends = ends
        self._most = most
        self._rest = bytearray()
        """The beginning of a line."""
        self._after_return = False
        """Whether the last sign was a return, which a newline may belong to."""
        self._first = True

    def cut(self, piece: bytes) -> Iterator[bytes]:
        """The lines that a piece ends, without their ends.

        Raises:
            TooLong: one has more bytes than it may have.
        """
        if self._after_return and piece:
            self._after_return = False
            piece = piece.removeprefix(b"\n")
        start = 0
        for end in self._ends.finditer(piece):
            yield self._whole(piece[start : end.start()])
            start = end.end()
        self._after_return = self._ends is _ENDS_OF_LINES and piece.endswith(b"\r")
        self._grow(piece[start:])

    def rest(self) -> bytes:
        """What has no end."""
        return self._whole(b"")

    def _whole(self, last: bytes) -> bytes:
        self._grow(last)
        line = bytes(self._rest)
        self._rest.clear()
        if self._first:
            self._first = False
            line = line.removeprefix(_BYTE_ORDER_MARK)
        return line

    def _grow(self, part: bytes) -> None:
        self._rest += part
        if self._most is not None and len(self._rest) > self._most:
            raise TooLong(self._most)


class LineReader:
    """Cuts bytes into lines that say something; each ends with a newline, but the last need not."""

    def __init__(self, most: int | None = None) -> None:
        self._lines = _Lines(_NEWLINES, most)

    def read(self, piece: bytes) -> Iterator[bytes]:
        """The lines that a piece ends."""
        for line in self._lines.cut(piece):
            if text := line.strip():
                yield text

    def ended(self) -> Iterator[bytes]:
        """What is left when all has come."""
        if text := self._lines.rest().strip():
            yield text


class EventReader:
    """Cuts bytes into events; comments and empty ones are passed over."""

    def __init__(self, most: int | None = None) -> None:
        self.last_id = ""
        """The id of the last event that had one."""
        self.retry: int | None = None
        """After how many milliseconds to connect again, if that was said."""
        self._lines = _Lines(_ENDS_OF_LINES, most)
        self._most = most
        self._begin()

    def _begin(self) -> None:
        self._name = ""
        self._data: list[str] = []
        self._size = 0
        self._id: str | None = None
        self._retry: int | None = None

    def read(self, piece: bytes) -> Iterator[Event]:
        """The events that a piece ends."""
        for line in self._lines.cut(piece):
            if line:
                self._field(line)
                continue
            event = self._event()
            if event is not None:
                yield event

    def ended(self) -> Iterator[Event]:
        """An event that is not ended is none."""
        return iter(())

    def _field(self, line: bytes) -> None:
        name, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        match name:
            case b"data":
                self._size += len(value) + 1
                if self._most is not None and self._size > self._most:
                    raise TooLong(self._most)
                self._data.append(value.decode("utf-8", "replace"))
            case b"event":
                self._name = value.decode("utf-8", "replace")
            case b"id" if b"\0" not in value:
                self._id = value.decode("utf-8", "replace")
            case b"retry" if value.isdigit():
                self._retry = self.retry = int(value[:_DIGITS])
            case _:
                pass  # a comment, or what nobody knows

    def _event(self) -> Event | None:
        if self._id is not None:
            self.last_id = self._id
        event = None
        if self._data:
            event = Event(
                name=self._name or _MESSAGE,
                data="\n".join(self._data),
                id=self._id,
                retry=self._retry,
            )
        self._begin()
        return event
