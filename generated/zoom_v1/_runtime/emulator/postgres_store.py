"""Records in PostgreSQL, for emulators of several machines."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from .postgres_connection import connected, kept, placed, psycopg, reason, shown, text, transaction
from .postgres_tables import LOCK, prepare
from .sql_store import ADD_RECORD, SqlStore
from .store import Stored, StoreProblem

# A statement reads some hundred rows at most, in the order of an index. The planner takes the whole
# list for what is behind a place, and would start processes to read it.
_SETTINGS = b"""
SET search_path TO apiscribe_stub;
SET max_parallel_workers_per_gather TO 0;
SET enable_bitmapscan TO off
"""
_READ = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
_WRITE = f"BEGIN; SELECT pg_advisory_xact_lock({LOCK})"
"""Who writes is alone: what is unique stays so, counts are right, and nobody has to try again."""


class PostgresStore(SqlStore):
    """One connection, which one thread at a time uses; if it is lost, there is a new one.

    Args:
        url: `postgresql://user:password@host:port/database`.

    Raises:
        StoreProblem: the server cannot be reached, does not let us in or has tables of a later
            release.
    """

    def __init__(self, url: str) -> None:
        super().__init__()
        self._url = url
        self._lock = threading.RLock()
        self._depth = 0
        try:
            self._connection = self._connected()
        except psycopg.ProgrammingError:
            raise StoreProblem(
                "the URL of the database is none; write postgresql://USER@HOST:PORT/DATABASE"
            ) from None
        except psycopg.OperationalError as error:
            raise StoreProblem(
                f"{shown(url)} cannot be used ({reason(error)}); see that the server runs, that it"
                " has this database, and that the user may use it"
            ) from None
        try:
            prepare(self._connection, shown(url))
        except psycopg.Error as error:
            self._connection.close()
            raise StoreProblem(
                f"{shown(url)} cannot have tables for records ({reason(error)}); let the user"
                " create a schema there"
            ) from None
        except BaseException:
            self._connection.close()
            raise

    @contextmanager
    def reading(self) -> Iterator[None]:
        with self._transaction(_READ):
            yield

    @contextmanager
    def writing(self) -> Iterator[None]:
        with self._lock, self._within() if self._depth else self._transaction(_WRITE):
            yield

    def rest(self) -> None:
        self.close()  # `_begin` makes another

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    def _connected(self) -> psycopg.Connection[Any]:
        return connected(self._url, _SETTINGS)

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        with self._lock:
            if self._depth:
                yield
                return
            self._begin(begin)
            self._depth = 1
            try:
                with transaction(self._connection):
                    yield
            finally:
                self._depth = 0

    @contextmanager
    def _within(self) -> Iterator[None]:
        """A part of a transaction, which is undone by itself."""
        self._connection.execute("SAVEPOINT part")
        try:
            yield
        except BaseException:
            self._forget_kinds()
            if not self._connection.broken:
                self._connection.execute("ROLLBACK TO part")
                self._connection.execute("RELEASE part")
            raise
        self._connection.execute("RELEASE part")

    def _begin(self, begin: str) -> None:
        self._forget_kinds()  # whatever others have done meanwhile
        try:
            self._connection.execute(begin)
        except psycopg.OperationalError:
            # Nothing has been done yet: a connection that was lost meanwhile is of no matter.
            if not self._connection.closed:
                raise
            self._connection = self._connected()
            self._connection.execute(begin)

    def _run(self, statement: str, values: Sequence[Any]) -> Any:
        return self._connection.execute(placed(statement), [kept(each) for each in values])

    def _run_all(self, statement: str, values: Iterable[Sequence[Any]]) -> None:
        rows = [[kept(each) for each in row] for row in values]
        with self._connection.cursor() as cursor:
            cursor.executemany(placed(statement), rows)

    def _add_record(self, values: Sequence[Any]) -> int | None:
        row = self._run(f"{ADD_RECORD} RETURNING seq", values).fetchone()
        return None if row is None else int(row[0])

    def _text(self, found: Any) -> str:
        return text(found)

    def _stored(self, row: Sequence[Any]) -> Stored:
        key, seq, content = row
        return Stored(self._text(key), seq, bytes(content))
