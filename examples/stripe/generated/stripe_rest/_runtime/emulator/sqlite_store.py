"""Records in SQLite: in memory, or in a file that several processes share."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from .sql_store import SqlStore
from .sqlite_file import VERSION, explained, prepare

MEMORY = ":memory:"

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
            if self._shared:
                self._database.execute("PRAGMA journal_mode = WAL")
                self._database.execute("PRAGMA synchronous = FULL")
        except sqlite3.Error as error:
            self._database.close()
            raise explained(error, path) from None
        except BaseException:
            self._database.close()
            raise
        self._run = self._database.execute
        self._run_all = self._database.executemany

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
        with self._lock:
            if self._depth:
                yield
                return
            with self._transaction("BEGIN IMMEDIATE"):
                yield
            except BaseException:
                self._database.execute("ROLLBACK")
                raise
            else:
                self._database.execute("COMMIT")
            finally:
                self._depth = 0

    def get(self, tenant: str, entity: str, key: str) -> Stored | None:
        row = self._database.execute(
            "SELECT key, seq, content FROM records WHERE tenant = ? AND entity = ? AND key = ?",
            (tenant, entity, key),
        ).fetchone()
        return None if row is None else Stored(*row)

    def insert(
        self, tenant: str, entity: str, key: str, content: bytes, entries: Iterable[Entry]
    ) -> Stored | None:
        seq = self._next_seq()
        made = self._database.execute(
            "INSERT INTO records VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (tenant, entity, key, seq, content),
        )
        if not made.rowcount:
            return None
        self._enter(tenant, entity, key, seq, entries)
        return Stored(key, seq, content)

    def replace(
        self,
        tenant: str,
        entity: str,
        stored: Stored,
        content: bytes,
        before: Iterable[Entry],
        after: Iterable[Entry],
    ) -> None:
        self._database.execute(
            "UPDATE records SET content = ? WHERE tenant = ? AND entity = ? AND key = ?",
            (content, tenant, entity, stored.key),
        )
        old, new = set(before), set(after)
        self._leave(tenant, entity, stored.seq, old - new)
        self._enter(tenant, entity, stored.key, stored.seq, new - old)

    def delete(self, tenant: str, entity: str, stored: Stored, entries: Iterable[Entry]) -> None:
        self._database.execute(
            "DELETE FROM records WHERE tenant = ? AND entity = ? AND key = ?",
            (tenant, entity, stored.key),
        )
        self._leave(tenant, entity, stored.seq, entries)

    def count(self, tenant: str, entity: str, index: str, value: str) -> int:
        row = self._database.execute(
            "SELECT number FROM counts WHERE tenant = ? AND entity = ? AND name = ? AND value = ?",
            (tenant, entity, index, value),
        ).fetchone()
        return 0 if row is None else int(row[0])

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
        direction = "DESC" if descending else "ASC"
        rows = self._database.execute(
            "SELECT r.key, r.seq, r.content FROM (SELECT key, sort, seq FROM entries"
            " WHERE tenant = ?1 AND entity = ?2 AND name = ?3 AND value = ?4"
            f" ORDER BY sort {direction}, seq {direction} LIMIT ?5 OFFSET ?6) AS e"
            " CROSS JOIN records AS r ON r.tenant = ?1 AND r.entity = ?2 AND r.key = e.key"
            f" ORDER BY e.sort {direction}, e.seq {direction}",
            (tenant, entity, index, value, -1 if limit is None else limit, offset),
        )
        return [Stored(*row) for row in rows]

    def counts(self) -> dict[str, dict[str, int]]:
        rows = self._database.execute(
            "SELECT tenant, entity, count(*) FROM records GROUP BY tenant, entity"
        )
        found: dict[str, dict[str, int]] = {}
        for tenant, entity, number in rows:
            found.setdefault(tenant, {})[entity] = number
        return found

    def clear(self, tenant: str | None = None) -> None:
        for table in _TABLES:
            if tenant is None:
                self._database.execute(f"DELETE FROM {table}")
            else:
                self._database.execute(f"DELETE FROM {table} WHERE tenant = ?", (tenant,))

    def save(self, name: str) -> None:
        self.drop_saved(name)
        self._database.execute("INSERT INTO saved VALUES (?)", (name,))
        for table in _TABLES:
            self._database.execute(f"INSERT INTO saved_{table} SELECT ?, * FROM {table}", (name,))

    def restore(self, name: str) -> bool:
        if not self._is_saved(name):
            return False
        self.clear()
        for table in _TABLES:
            columns = ", ".join(
                row[1] for row in self._database.execute(f"PRAGMA table_info({table})")
            )
            self._database.execute(
                f"INSERT INTO {table} SELECT {columns} FROM saved_{table} WHERE saved = ?", (name,)
            )
        return True

    def saved(self) -> list[str]:
        return [row[0] for row in self._database.execute("SELECT name FROM saved ORDER BY name")]

    def drop_saved(self, name: str) -> bool:
        there = self._is_saved(name)
        self._database.execute("DELETE FROM saved WHERE name = ?", (name,))
        for table in _TABLES:
            self._database.execute(f"DELETE FROM saved_{table} WHERE saved = ?", (name,))
        return there

    def read_note(self, name: str) -> bytes | None:
        row = self._database.execute("SELECT content FROM notes WHERE name = ?", (name,)).fetchone()
        return None if row is None else bytes(row[0])

    def write_note(self, name: str, content: bytes | None) -> None:
        if content is None:
            self._database.execute("DELETE FROM notes WHERE name = ?", (name,))
        else:
            self._database.execute("INSERT OR REPLACE INTO notes VALUES (?, ?)", (name, content))

    def close(self) -> None:
        with self._lock:
            self._database.close()

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        self._database.execute(begin)
        self._depth = 1
        try:
            yield
            self._database.execute("COMMIT")
        except BaseException:
            # A commit that fails leaves it open; a full disk has ended it already.
            if self._database.in_transaction:
                self._database.execute("ROLLBACK")
            raise
        finally:
            self._depth = 0

    def _next_seq(self) -> int:
        row = self._database.execute(
            "INSERT INTO notes VALUES ('seq', 1)"
            " ON CONFLICT DO UPDATE SET content = content + 1 RETURNING content"
        ).fetchone()
        return int(row[0])

    def _all(self, limit: int | None) -> int | None:
        return -1 if limit is None else limit
