"""Records in SQLite: in memory, or in a file that several processes share."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from tempfile import gettempdir
from typing import Any

from .sql_store import ADD_RECORD, SqlStore
from .sqlite_file import VERSION, explained, prepare

MEMORY = ":memory:"
_TEMPORARY = ""
"""SQLite's name for a database that goes to a nameless file when it is too large for its cache."""
_OF_MEMORY = ("journal_mode = MEMORY",)
_OF_FILES = (
    "journal_mode = WAL",
    "synchronous = NORMAL",
    f"cache_size = -{64 * 1024}",
    "wal_autocheckpoint = 4000",
)
"""What is written outlives the process, however that ends; 64 MiB hold what is read often."""

_PART = "SAVEPOINT part"
_TRANSACTION = "COMMIT", ("ROLLBACK",)
_ENDS: Mapping[str, tuple[str, Sequence[str]]] = {
    "": ("", ()),
    "BEGIN": _TRANSACTION,
    "BEGIN IMMEDIATE": _TRANSACTION,
    _PART: ("RELEASE part", ("ROLLBACK TO part", "RELEASE part")),
}
"""What keeps what a statement has begun, and what undoes it."""

__all__ = ["MEMORY", "VERSION", "SqliteStore"]


class SqliteStore(SqlStore):
    """One connection, which one thread at a time uses.

    Args:
        path: The file, which is made if it is not there; `:memory:` for none.

    Raises:
        StoreProblem: the file is none of an emulator, is one of a later release, or cannot be
            read and written.
    """

    def __init__(self, path: str = MEMORY) -> None:
        self._lock = threading.RLock()
        self._parts: list[str] = []
        """What the transaction that is under way began with, and each part of it."""
        self._shared = path != MEMORY
        # All that is read is of one moment, whatever other processes write meanwhile.
        self._reading = _Block(self, "BEGIN" if self._shared else "", "")
        self._writing = _Block(self, "BEGIN IMMEDIATE", _PART)
        self._version = 0
        """Another one whenever another connection has written."""
        try:
            self._database = sqlite3.connect(
                # An absolute path: what begins with `file:` would be a URI to some SQLites.
                os.path.abspath(path) if self._shared else _without_file(),
                check_same_thread=False,
                isolation_level=None,
                timeout=30,
                cached_statements=256,
            )
        except sqlite3.Error as error:
            raise explained(error, path) from None
        try:
            prepare(self._database, path)
            for pragma in _OF_FILES if self._shared else _OF_MEMORY:
                self._database.execute(f"PRAGMA {pragma}")
        except sqlite3.Error as error:
            self._database.close()
            raise explained(error, path) from None
        except BaseException:
            self._database.close()
            raise
        super().__init__()

    def reading(self) -> AbstractContextManager[None]:
        return self._reading

    def writing(self) -> AbstractContextManager[None]:
        return self._writing

    def close(self) -> None:
        with self._lock:
            self._database.close()

    def _begin(self, first: str, within: str) -> None:
        """Begin a transaction with a statement, or a part of the one that is under way."""
        self._lock.acquire()
        try:
            is_first = not self._database.in_transaction
            statement = first if is_first else within
            if statement:
                self._database.execute(statement)
        except BaseException:
            self._lock.release()
            raise
        self._parts.append(statement)
        if is_first and self._shared:
            try:
                self._look_around()
            except BaseException:
                self._end(failed=True)
                raise

    def _end(self, *, failed: bool) -> None:
        """Keep what was done since the last beginning; undo it if that has failed."""
        keep, undo = _ENDS[self._parts.pop()]
        try:
            if failed:
                self._undo(undo)
            elif keep:
                self._database.execute(keep)
        except BaseException:
            if not failed:
                self._undo(undo)
            raise
        finally:
            self._lock.release()

    def _undo(self, statements: Sequence[str]) -> None:
        if statements:
            self._forget_kinds()
        # A commit that fails leaves it open; a full disk has ended it already.
        if self._database.in_transaction:
            for statement in statements:
                self._database.execute(statement)

    def _look_around(self) -> None:
        """Forget what is known if another connection has written meanwhile."""
        version = self._database.execute("PRAGMA data_version").fetchone()[0]
        if version != self._version:
            self._version = version
            self._forget_kinds()

    def _run(self, statement: str, values: Sequence[Any]) -> sqlite3.Cursor:
        return self._database.execute(statement, values)

    def _run_all(self, statement: str, values: Iterable[Sequence[Any]]) -> None:
        self._database.executemany(statement, values)

    def _add_record(self, values: Sequence[Any]) -> int | None:
        added = self._database.execute(ADD_RECORD, values)
        return added.lastrowid if added.rowcount else None

    def _all(self, limit: int | None) -> int | None:
        return -1 if limit is None else limit


def _without_file() -> str:
    """What SQLite calls a database that no file is named for.

    A commit to `:memory:` looks through all pages as often as one of them has been split: with
    400,000 records, a create took 9 times as long as with none.
    """
    try:
        gettempdir()
    except FileNotFoundError:  # nobody may write a file here
        return MEMORY
    return _TEMPORARY


class _Block(AbstractContextManager[None]):
    """What is done within, as a whole: one for all that a store does, as generators cost more."""

    def __init__(self, store: SqliteStore, first: str, within: str) -> None:
        self._store = store
        self._first, self._within = first, within

    def __enter__(self) -> None:
        self._store._begin(self._first, self._within)

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._store._end(failed=kind is not None)
