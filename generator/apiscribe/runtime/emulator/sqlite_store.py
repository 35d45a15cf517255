"""Records in SQLite: in memory, or in a file that several processes share."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from .sql_store import ADD_RECORD, SqlStore
from .sqlite_file import VERSION, explained, prepare

MEMORY = ":memory:"
_OF_FILES = (
    "journal_mode = WAL",
    "synchronous = NORMAL",
    f"cache_size = -{64 * 1024}",
    "wal_autocheckpoint = 4000",
)
"""What is written outlives the process, however that ends; 64 MiB hold what is read often."""

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
        self._depth = 0
        self._shared = path != MEMORY
        self._version = 0
        """Another one whenever another connection has written."""
        try:
            self._database = sqlite3.connect(
                # An absolute path: what begins with `file:` would be a URI to some SQLites.
                os.path.abspath(path) if self._shared else path,
                check_same_thread=False,
                isolation_level=None,
                timeout=30,
                cached_statements=256,
            )
        except sqlite3.Error as error:
            raise explained(error, path) from None
        try:
            prepare(self._database, path)
            for pragma in _OF_FILES if self._shared else ():
                self._database.execute(f"PRAGMA {pragma}")
        except sqlite3.Error as error:
            self._database.close()
            raise explained(error, path) from None
        except BaseException:
            self._database.close()
            raise
        super().__init__()

    @contextmanager
    def reading(self) -> Iterator[None]:
        with self._lock:
            if not self._shared or self._depth:
                yield
                return
            # All that is read is of one moment, whatever other processes write meanwhile.
            with self._transaction("BEGIN"):
                yield

    @contextmanager
    def writing(self) -> Iterator[None]:
        begin = "BEGIN IMMEDIATE"
        with self._lock, self._within() if self._depth else self._transaction(begin):
            yield

    def close(self) -> None:
        with self._lock:
            self._database.close()

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        self._database.execute(begin)
        self._depth = 1
        try:
            if self._shared:
                self._look_around()
            yield
            self._database.execute("COMMIT")
        except BaseException:
            self._forget_kinds()
            # A commit that fails leaves it open; a full disk has ended it already.
            if self._database.in_transaction:
                self._database.execute("ROLLBACK")
            raise
        finally:
            self._depth = 0

    @contextmanager
    def _within(self) -> Iterator[None]:
        """A part of a transaction, which is undone by itself."""
        self._database.execute("SAVEPOINT part")
        try:
            yield
        except BaseException:
            self._forget_kinds()
            if self._database.in_transaction:
                self._database.execute("ROLLBACK TO part")
                self._database.execute("RELEASE part")
            raise
        self._database.execute("RELEASE part")

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
