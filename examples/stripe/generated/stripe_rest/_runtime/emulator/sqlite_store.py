"""Records in SQLite: in memory, or in a file that several processes share."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from .store import Entry, Stored

VERSION = 1
"""Of the tables; an older file is brought up to it."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS records (
    tenant TEXT NOT NULL, entity TEXT NOT NULL, key TEXT NOT NULL,
    seq INTEGER NOT NULL, content BLOB NOT NULL,
    PRIMARY KEY (tenant, entity, key)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS entries (
    tenant TEXT NOT NULL, entity TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
    sort TEXT NOT NULL, seq INTEGER NOT NULL, key TEXT NOT NULL,
    PRIMARY KEY (tenant, entity, name, value, sort, seq)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS counts (
    tenant TEXT NOT NULL, entity TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (tenant, entity, name, value)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS notes (name TEXT PRIMARY KEY, content BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS saved_records (
    saved TEXT NOT NULL, tenant TEXT NOT NULL, entity TEXT NOT NULL, key TEXT NOT NULL,
    seq INTEGER NOT NULL, content BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS saved_entries (
    saved TEXT NOT NULL, tenant TEXT NOT NULL, entity TEXT NOT NULL, name TEXT NOT NULL,
    value TEXT NOT NULL, sort TEXT NOT NULL, seq INTEGER NOT NULL, key TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS saved_counts (
    saved TEXT NOT NULL, tenant TEXT NOT NULL, entity TEXT NOT NULL, name TEXT NOT NULL,
    value TEXT NOT NULL, number INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS saved (name TEXT PRIMARY KEY) WITHOUT ROWID;
"""
_TABLES = ("records", "entries", "counts")
_COUNT = """
INSERT INTO counts VALUES (?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET number = number + excluded.number
"""


class StoreTooNew(Exception):
    """A later release has made the file."""


class SqliteStore:
    """One connection, which one thread at a time uses.

    Args:
        path: The file; `:memory:` for none.

    Raises:
        StoreTooNew: a later release has made the file.
    """

    def __init__(self, path: str = ":memory:") -> None:
        self._lock = threading.RLock()
        self._database = sqlite3.connect(
            path, check_same_thread=False, isolation_level=None, timeout=30, cached_statements=256
        )
        run = self._database.execute
        if path != ":memory:":
            run("PRAGMA journal_mode = WAL")
            run("PRAGMA synchronous = FULL")
        found: int = run("PRAGMA user_version").fetchone()[0]
        if found > VERSION:
            raise StoreTooNew(f"{path} was made by a later release (tables of version {found})")
        run("BEGIN IMMEDIATE")
        for statement in _SCHEMA.split(";"):
            run(statement)
        run(f"PRAGMA user_version = {VERSION}")
        run("COMMIT")
        self._depth = 0

    @contextmanager
    def reading(self) -> Iterator[None]:
        with self._lock:
            yield

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

    def _is_saved(self, name: str) -> bool:
        found = self._database.execute("SELECT 1 FROM saved WHERE name = ?", (name,)).fetchone()
        return found is not None

    def _next_seq(self) -> int:
        row = self._database.execute(
            "INSERT INTO notes VALUES ('seq', 1)"
            " ON CONFLICT DO UPDATE SET content = content + 1 RETURNING content"
        ).fetchone()
        return int(row[0])

    def _enter(
        self, tenant: str, entity: str, key: str, seq: int, entries: Iterable[Entry]
    ) -> None:
        entries = list(entries)
        self._database.executemany(
            "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(tenant, entity, e.index, e.value, e.sort, seq, key) for e in entries],
        )
        self._database.executemany(_COUNT, [(tenant, entity, e.index, e.value, 1) for e in entries])

    def _leave(self, tenant: str, entity: str, seq: int, entries: Iterable[Entry]) -> None:
        entries = list(entries)
        self._database.executemany(
            "DELETE FROM entries WHERE tenant = ? AND entity = ? AND name = ? AND value = ?"
            " AND sort = ? AND seq = ?",
            [(tenant, entity, e.index, e.value, e.sort, seq) for e in entries],
        )
        self._database.executemany(
            _COUNT, [(tenant, entity, e.index, e.value, -1) for e in entries]
        )
