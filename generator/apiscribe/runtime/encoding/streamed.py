"""A body that holds files, which are read while it is sent."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from .files import FilePart, Progress
from .reading import PIECE, can_repeat, pieces
from .sources import Glimpse, Unreadable

Look = Callable[[FilePart], None]
"""Raises what is wrong with a file, as far as it has been seen."""

_ONCE = "can be read only once, and is read to sign it: pass a path, bytes or a file that can seek"
_MOST_SEEN = 4096
"""Bytes of a file that are kept to look at its beginning."""


class Attached(Struct, frozen=True):
    """A file in a body."""

    part: FilePart
    look: Look

    def pieces(self) -> Iterator[bytes]:
        """Its content; what could not be looked at before is looked at here."""
        size, beginning = 0, b""
        try:
            for piece in pieces(self.part.content):
                if self.part.size is None:
                    beginning = beginning or piece[:_MOST_SEEN]
                    size += len(piece)
                    self._look(Glimpse(beginning, size))
                yield piece
        except Unreadable as error:
            self._look(Glimpse(b"", 0), str(error))
            raise
        if self.part.size is None:
            self._look(Glimpse(beginning, size))

    def require_twice(self) -> None:
        """Raise what is wrong with a file that is empty once it has been read."""
        if not can_repeat(self.part.content):
            self._look(Glimpse(b"", 0), _ONCE)

    def _look(self, seen: Glimpse, flaw: str = "") -> None:
        self.look(FilePart(self.part.filename, seen, flaw, self.part.media_type))


class Streamed:
    """A body in parts: what is at hand, and files. It is read from one place at a time."""

    def __init__(self, parts: Sequence[bytes | Attached], progress: Progress | None = None) -> None:
        self._parts = parts
        self._progress = progress
        self._pieces: Iterator[bytes] | None = None
        self._first = b""
        self._is_primed = False
        self.is_begun = False
        """Whether a piece of it may have been sent."""
        self._sent = 0
        sizes = [len(each) if isinstance(each, bytes) else each.part.size for each in parts]
        known = [size for size in sizes if size is not None]
        self.size = sum(known) if len(known) == len(sizes) else None
        """Bytes; None if only reading them tells."""
        files = [each.part.content for each in parts if isinstance(each, Attached)]
        self.can_repeat = all(map(can_repeat, files))
        self.is_at_hand = all(isinstance(each, bytes) for each in files)
        """Whether all of it is in memory, and reading it does not wait."""

    @property
    def is_spent(self) -> bool:
        """Whether some of it has been sent, and it cannot be sent again."""
        return self.is_begun and not self.can_repeat

    def begin(self) -> None:
        """Go to the beginning, and read the first piece: much of what is wrong shows there."""
        assert not self.is_spent, "whoever sends again has asked"
        if self._is_primed and not self.is_begun:
            return
        self.close()
        self._pieces = self._all()
        self._first = next(self._pieces, b"")
        self._is_primed, self.is_begun, self._sent = True, False, 0

    def read(self) -> bytes:
        """The next piece; nothing at the end."""
        assert self._pieces is not None, "it has begun"
        if not self.is_begun:
            self.is_begun = True
            first, self._first = self._first, b""
            return first
        return next(self._pieces, b"")

    def told(self, piece: bytes) -> None:
        """Tell the caller's function that a piece has been sent."""
        self._sent += len(piece)
        if self._progress is not None:
            self._progress(self._sent, self.size)

    def close(self) -> None:
        """Close what is open. Whoever reads in another thread does so when it is done."""
        reading, self._pieces = self._pieces, None
        self._is_primed = False
        if reading is not None:
            try:
                reading.close()  # type: ignore[attr-defined]
            except ValueError:
                return

    def whole(self) -> Iterator[bytes]:
        """All of it once more, for whoever signs it before it is sent."""
        for each in self._parts:
            if isinstance(each, Attached):
                each.require_twice()
        return self._all()

    def _all(self) -> Iterator[bytes]:
        """Its pieces, small ones together."""
        held: list[bytes] = []
        size = 0
        for part in self._parts:
            for piece in [part] if isinstance(part, bytes) else part.pieces():
                held.append(piece)
                size += len(piece)
                if size >= PIECE:
                    yield b"".join(held)
                    held, size = [], 0
        if size:
            yield b"".join(held)
