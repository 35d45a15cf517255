"""Records in SQLite: in memory, or in a file that several processes share."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from tempfile import gettempdir
from typing import Any

from .sql_store import ADD_RECORD, SqlStore
from .sqlite_file import VERSION, explained, prepare
from .sqlite_transactions import Transactions

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
        self._shared = path != MEMORY
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
        self._transactions = Transactions(
            self._database,
            shared=self._shared,
            begun=self._look_around,
            undone=self._forget_kinds,
        )

    def reading(self) -> AbstractContextManager[None]:
        return self._transactions.reading

    def writing(self) -> AbstractContextManager[None]:
        return self._transactions.writing

    def group(self) -> None:
        if self._shared:  # in memory, to keep costs no more for each than for all
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
