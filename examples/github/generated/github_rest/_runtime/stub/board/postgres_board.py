"""A board in PostgreSQL, for stubs of several machines."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from ...emulator.postgres_connection import (
    connected,
    kept,
    placed,
    psycopg,
    reason,
    shown,
    text,
    transaction,
)
from ...emulator.store import StoreProblem
from .board import Board, Statement

T = TypeVar("T")
_WRITER = 0x61707375
"""Who has this advisory lock of the database writes on the board."""
_MEMBER = 0x61707376
"""Who has a board has a share of this one."""
_SETTINGS = b"SET search_path TO apiscribe_board; SET synchronous_commit TO off"
_BEGIN = "BEGIN"
_LOCK = f"SELECT pg_advisory_xact_lock({_WRITER})"
_COMMIT = "COMMIT"
_WRITE = f"{_BEGIN}; {_LOCK}"
_TABLES = f"""
BEGIN;
SELECT pg_advisory_xact_lock({_WRITER});
CREATE SCHEMA IF NOT EXISTS apiscribe_board;
CREATE UNLOGGED TABLE IF NOT EXISTS notes (name bytea PRIMARY KEY, content bytea NOT NULL);
CREATE UNLOGGED TABLE IF NOT EXISTS numbers (
    kind bytea NOT NULL, name bytea NOT NULL, number bigint NOT NULL, PRIMARY KEY (kind, name)
);
CREATE UNLOGGED TABLE IF NOT EXISTS parts (
    kind bytea NOT NULL, name bytea NOT NULL, content bytea NOT NULL, PRIMARY KEY (kind, name)
);
CREATE UNLOGGED TABLE IF NOT EXISTS log (
    id bigint PRIMARY KEY, size bigint NOT NULL, content bytea NOT NULL
);
CREATE UNLOGGED TABLE IF NOT EXISTS deliveries (
    id bigint PRIMARY KEY, webhook bigint NOT NULL, state bytea NOT NULL, tries bigint NOT NULL,
    due double precision NOT NULL, owner bytea NOT NULL, until double precision NOT NULL,
    content bytea NOT NULL
);
CREATE INDEX IF NOT EXISTS pending ON deliveries (webhook, id) WHERE state = 'pending';
COMMIT
""".encode()


class PostgresBoard(Board):
    """One connection, which one thread at a time uses; if it is lost, there is a new one.

    Nothing waits for the disk. Whoever has a board while nobody else has it, has a new one.

    Args:
        url: `postgresql://user:password@host:port/database`.

    Raises:
        StoreProblem: the server cannot be reached, or does not let us make a schema.
    """

    def __init__(self, url: str) -> None:
        super().__init__()
        self._url = url
        self._lock = threading.RLock()
        self._depth = 0
        try:
            self._connection = self._connected()
            self._connection.execute(_TABLES)
            self._join()
        except psycopg.Error as error:
            raise StoreProblem(
                f"{shown(url)} cannot hold what the processes of a stub share ({reason(error)});"
                " let the user create a schema there"
            ) from None

    def run(self, statement: str, values: Sequence[Any] = ()) -> list[Any]:
        with self._lock:
            if self._depth:
                return self._rows(statement, values)
            return self._again(lambda: self._rows(statement, values))

    def do(self, statements: Iterable[Statement]) -> None:
        with self._lock:
            if self._depth:
                self._all(statements)
            else:
                whole = [(_BEGIN, ()), (_LOCK, ()), *statements, (_COMMIT, ())]
                self._again(lambda: self._alone(whole))

    @contextmanager
    def writing(self) -> Iterator[None]:
        with self._lock:
            if self._depth:
                yield
                return
            self._again(lambda: self._connection.execute(_WRITE))
            self._depth = 1
            try:
                with transaction(self._connection):
                    yield
            finally:
                self._depth = 0

    @property
    def is_writing(self) -> bool:
        return bool(self._depth)

    def text(self, kept: Any) -> str:
        return text(kept)

    def rest(self) -> None:
        self.close()  # `_again` makes another

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    def _connected(self) -> psycopg.Connection[Any]:
        return connected(self._url, _SETTINGS)

    def _join(self) -> None:
        """Be one of those who have the board; the first finds it empty."""
        run = self._connection.execute
        alone = run(f"SELECT pg_try_advisory_lock({_MEMBER})".encode()).fetchone()
        if alone is not None and alone[0]:
            self.clear()
            run(f"SELECT pg_advisory_lock_shared({_MEMBER})".encode())
            run(f"SELECT pg_advisory_unlock({_MEMBER})".encode())
        else:
            run(f"SELECT pg_advisory_lock_shared({_MEMBER})".encode())

    def _rows(self, statement: str, values: Sequence[Any]) -> list[Any]:
        found = self._connection.execute(placed(statement), [kept(each) for each in values])
        return [] if found.description is None else found.fetchall()

    def _all(self, statements: Iterable[Statement]) -> None:
        """Send statements together: there is one way to the database and back."""
        with self._connection.pipeline():
            for statement, values in statements:
                self._connection.execute(placed(statement), [kept(each) for each in values])

    def _alone(self, whole: Iterable[Statement]) -> None:
        try:
            self._all(whole)
        except psycopg.Error:
            if not self._connection.closed:
                self._connection.execute("ROLLBACK")
            raise

    def _again(self, do: Callable[[], T]) -> T:
        """Do what begins something; once more, if the connection was lost meanwhile."""
        try:
            return do()
        except psycopg.OperationalError:
            if not self._connection.closed:
                raise
        self._connection = self._connected()
        self._connection.execute(f"SELECT pg_advisory_lock_shared({_MEMBER})".encode())
        return do()
