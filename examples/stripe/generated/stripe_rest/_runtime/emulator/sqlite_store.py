"""Records in a file of SQLite's, which several processes share."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Any

from .sql_store import ADD_RECORD, SqlStore
from .sqlite_file import VERSION, explained, prepare
from .sqlite_transactions import Transactions

_PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = NORMAL",
    f"cache_size = -{64 * 1024}",
    "wal_autocheckpoint = 16000",
)
"""What is written outlives the process, however that ends; 64 MiB hold what is read often, and as
much is written before it is put in its places: most pages are written many times by then."""

__all__ = ["VERSION", "SqliteStore"]


class SqliteStore(SqlStore):
    """One connection, which one thread at a time uses.

    Args:
        path: The file, which is made if it is not there.

    Raises:
        StoreProblem: the file is none of an emulator, is one of a later release, or cannot be
            read and written.
    """

    def __init__(self, path: str) -> None:
        self._version = 0
        """Another one whenever another connection has written."""
        try:
            self._database = sqlite3.connect(
                # An absolute path: what begins with `file:` would be a URI to some SQLites.
                os.path.abspath(path),
                check_same_thread=False,
                isolation_level=None,
                timeout=30,
                cached_statements=256,
            )
        except sqlite3.Error as error:
            raise explained(error, path) from None
        try:
            prepare(self._database, path)
            for pragma in _PRAGMAS:
                self._database.execute(f"PRAGMA {pragma}")
        except sqlite3.Error as error:
            self._database.close()
            raise explained(error, path) from None
        except BaseException:
            self._database.close()
            raise
        super().__init__()
        self._transactions = Transactions(
            self._database, begun=self._look_around, undone=self._forget_kinds
        )

    def reading(self) -> AbstractContextManager[None]:
        return self._transactions.reading

    def writing(self) -> AbstractContextManager[None]:
        return self._transactions.writing

    def group(self) -> None:
        self._transactions.group()

    def settle(self) -> None:
        self._transactions.settle()

    def close(self) -> None:
        with self._transactions.lock:
            try:
                self.settle()
            finally:
                self._database.close()

    def _look_around(self) -> None:
        """Forget what is known if another connection has written meanwhile."""
        version = self._database.execute("PRAGMA data_version").fetchone()[0]
        if version != self._version:
            self._version = version
            self._forget_kinds()

    def _run(self, statement: str, values: Sequence[Any]) -> sqlite3.Cursor:
        cursor = self._database.execute(statement, values)
        if self._transactions.log is not None:
            self._transactions.log.append((self._database.execute, statement, values))
        return cursor

    def _run_all(self, statement: str, values: Iterable[Sequence[Any]]) -> None:
        rows = list(values)
        self._database.executemany(statement, rows)
        if self._transactions.log is not None:
            self._transactions.log.append((self._database.executemany, statement, rows))

    def _add_record(self, values: Sequence[Any]) -> int | None:
        added = self._run(ADD_RECORD, values)
        return added.lastrowid if added.rowcount else None

    def _all(self, limit: int | None) -> int | None:
        return -1 if limit is None else limit
