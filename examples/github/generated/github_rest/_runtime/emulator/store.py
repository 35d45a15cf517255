"""What the emulator asks of the place where its records are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from typing import Protocol

from msgspec import Struct

INDEXES = "indexes"
"""The note that says of which program the indexes are."""


class StoreProblem(ValueError):
    """The place cannot be used for records: why, and what to do."""


class Entry(Struct, frozen=True):
    """That an index has a record: under `value`, ordered by `sort`."""

    index: str
    value: str
    sort: str
    by_age: bool = False
    """Whether the index has no order but age: what is new is the last."""


class Stored(Struct):
    """A record as it is kept. `seq` is more than that of all older records that there are."""

    key: str
    seq: int
    content: bytes


class Store(Protocol):
    """Records by tenant, entity and key, and indexes over them. Any thread may use it.

    All calls but `rest` and `close` are made within `reading()` or `writing()`. What a `writing()`
    block has changed is kept as a whole when it ends, and not at all if it raises; of one within
    another, neither is anything kept before the outer one ends.
    """

    def reading(self) -> AbstractContextManager[object]: ...
    def writing(self) -> AbstractContextManager[object]: ...

    def group(self) -> None:
        """Until `settle()`, what this thread's `writing()` blocks change need not be kept."""
        ...

    def settle(self) -> None:
        """Keep what has been changed. Nobody may be told of it before.

        Raises:
            Exception: it could not be kept, and nothing of it is.
        """
        ...

    def get(self, tenant: str, entity: str, key: str) -> Stored | None: ...

    def insert(
        self, tenant: str, entity: str, key: str, content: bytes, entries: Iterable[Entry]
    ) -> Stored | None:
        """The new record; None if there is one with that key."""
        ...

    def replace(
        self,
        tenant: str,
        entity: str,
        stored: Stored,
        content: bytes,
        before: Iterable[Entry],
        after: Iterable[Entry],
    ) -> None: ...

    def delete(
        self, tenant: str, entity: str, stored: Stored, entries: Iterable[Entry]
    ) -> None: ...

    def count(self, tenant: str, entity: str, index: str, value: str) -> int: ...

    def has(self, tenant: str, entity: str, index: str, value: str) -> bool:
        """Whether an index has any record under a value."""
        ...

    def rank(self, tenant: str, entity: str, entry: Entry, seq: int) -> int:
        """How many records of an index come before an entry, in ascending order."""
        ...

    def page(
        self,
        tenant: str,
        entity: str,
        index: str,
        value: str,
        *,
        descending: bool = False,
        offset: int = 0,
        limit: int | None = None,
    ) -> list[Stored]:
        """Records of an index, in its order."""
        ...

    def reindex(self, entries: Callable[[str, bytes], Iterable[Entry]]) -> None:
        """Make all indexes anew, of what an entity's records have in them."""
        ...

    def counts(self) -> dict[str, dict[str, int]]:
        """Tenant -> entity -> how many records."""
        ...

    def clear(self, tenant: str | None = None) -> None:
        """Drop all records of a tenant, or of everybody."""
        ...

    def save(self, name: str) -> None:
        """Keep a copy of all records under a name, in place of an older one."""
        ...

    def restore(self, name: str) -> bool:
        """Put a copy in place of all records; False if there is none of that name.

        Its indexes are those of the program that it was made with.
        """
        ...

    def drop_saved(self, name: str) -> bool: ...

    def saved(self) -> list[str]:
        """The names of all copies, in alphabetical order."""
        ...

    def read_note(self, name: str) -> bytes | None:
        """Something about the store itself, such as its clock."""
        ...

    def noted(self, prefix: str) -> list[str]:
        """What comes behind a prefix in the names of notes."""
        ...

    def write_note(self, name: str, content: bytes | None) -> None: ...

    def rest(self) -> None:
        """Let go of connections until something is asked again."""
        ...

    def close(self) -> None: ...
