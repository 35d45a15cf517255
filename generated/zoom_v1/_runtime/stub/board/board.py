"""What all processes know, in tables: few things that all look at, and many that are looked up."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from secrets import token_bytes
from typing import Any

TABLES = ("notes", "numbers", "parts", "log", "deliveries")
COUNT = """
INSERT INTO numbers VALUES (?, ?, ?)
ON CONFLICT (kind, name) DO UPDATE SET number = numbers.number + excluded.number
"""
Statement = tuple[str, Sequence[Any]]


class Board(ABC):
    """Notes, numbers, parts of something greater, and logs. Any thread may use it.

    What a `writing()` block changes, is changed as a whole, and nobody else writes meanwhile.
    Whoever holds a lock of the records may write here; never the other way round.
    """

    def __init__(self) -> None:
        self._seen: dict[str, bytes] | None = None
        self._later: list[Statement] = []

    @abstractmethod
    def run(self, statement: str, values: Sequence[Any] = ()) -> list[Any]:
        """The rows that a statement answers."""

    @abstractmethod
    def do(self, statements: Iterable[Statement]) -> None:
        """Do statements as a whole; nobody wants to know what they answer."""

    @abstractmethod
    def writing(self) -> AbstractContextManager[None]: ...

    @property
    @abstractmethod
    def is_writing(self) -> bool: ...

    def rest(self) -> None:  # noqa: B027 - a file is not in anybody's way
        """Let go of connections until something is asked again."""

    @abstractmethod
    def close(self) -> None: ...

    def text(self, kept: Any) -> str:
        """Text as the database gives it back."""
        return str(kept)

    def reading(self) -> AbstractContextManager[None]:
        return nullcontext()

    @contextmanager
    def looking(self) -> Iterator[None]:
        """Read all notes once: within, they are as they are now, but for what is written within."""
        self._seen = self._notes()
        try:
            yield
        finally:
            self._seen = None

    def read_note(self, name: str) -> bytes | None:
        seen = self._seen
        if seen is None or self.is_writing:
            seen = self._notes()
        return seen.get(name)

    def write_note(self, name: str, content: bytes | None) -> None:
        if content is None:
            self.do([("DELETE FROM notes WHERE name = ?", (name,))])
        else:
            statement = (
                "INSERT INTO notes VALUES (?, ?)"
                " ON CONFLICT (name) DO UPDATE SET content = excluded.content"
            )
            self.do([(statement, (name, content))])
        if self._seen is not None:
            self._seen = self._notes()

    def next(self, name: str) -> int:
        """The number behind the last one of that name; the first is 1."""
        return int(self.run(f"{COUNT} RETURNING number", ("next", name, 1))[0][0])

    def start_again(self, name: str) -> None:
        self.do([("DELETE FROM numbers WHERE kind = ? AND name = ?", ("next", name))])

    def secret(self, name: str) -> bytes:
        """Bytes that nobody else can guess; the same for all who have the board."""
        with self.writing():
            found = self.read_note(name)
            if found is None:
                found = token_bytes(32)
                self.write_note(name, found)
        return found

    def later(self, statements: Iterable[Statement]) -> None:
        """Have something done with the next `flush`, as a whole with what else is."""
        self._later += statements

    def flush(self) -> None:
        """Do what was left for later. A response is not sent before."""
        waiting, self._later = self._later, []
        if waiting:
            self.do(waiting)

    def clear(self) -> None:
        """Be as new."""
        self.do((f"DELETE FROM {table}", ()) for table in TABLES)

    def _notes(self) -> dict[str, bytes]:
        rows = self.run("SELECT name, content FROM notes")
        return {self.text(name): bytes(content) for name, content in rows}
