"""A board in a file, for the processes of one machine."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from .board import Board, Statement

_TABLES = """
CREATE TABLE IF NOT EXISTS notes (name TEXT PRIMARY KEY, content BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS numbers (
    kind TEXT NOT NULL, name TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (kind, name)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS parts (
    kind TEXT NOT NULL, name TEXT NOT NULL, content BLOB NOT NULL, PRIMARY KEY (kind, name)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS log (
    id INTEGER PRIMARY KEY, size INTEGER NOT NULL, content BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS deliveries (
    id INTEGER PRIMARY KEY, webhook INTEGER NOT NULL, state TEXT NOT NULL, tries INTEGER NOT NULL,
    due REAL NOT NULL, owner TEXT NOT NULL, until REAL NOT NULL, content BLOB NOT NULL
);
CREATE INDEX IF NOT EXISTS pending ON deliveries (webhook, id) WHERE state = 'pending';
"""


class SqliteBoard(Board):
    """One connection, which one thread at a time uses.

    Nothing waits for the disk: the board ends with the processes that have it, and one that is
    killed takes nothing along that it has written.

    Args:
        path: The file, which is made if it is not there.
    """

    def __init__(self, path: str) -> None:
        super().__init__()
        self._lock = threading.RLock()
        self._depth = 0
        self._database = sqlite3.connect(
            os.path.abspath(path), check_same_thread=False, isolation_level=None, timeout=30
        )
        self._database.execute("PRAGMA journal_mode = WAL")
        self._database.execute("PRAGMA synchronous = OFF")
        with self.writing():
            for statement in _TABLES.split(";"):
                self._database.execute(statement)

    def run(self, statement: str, values: Sequence[Any] = ()) -> list[Any]:
        with self._lock:
            return self._database.execute(statement, values).fetchall()

    def do(self, statements: Iterable[Statement]) -> None:
        with self.writing():
            for statement, values in statements:
                self._database.execute(statement, values)

    @contextmanager
    def writing(self) -> Iterator[None]:
        with self._lock:
            if self._depth:
                yield
                return
            self._database.execute("BEGIN IMMEDIATE")
            self._depth = 1
            try:
                yield
                self._database.execute("COMMIT")
            except BaseException:
                if self._database.in_transaction:
                    self._database.execute("ROLLBACK")
                raise
            finally:
                self._depth = 0

    @property
    def is_writing(self) -> bool:
        return bool(self._depth)

    def close(self) -> None:
        with self._lock:
            self._database.close()
