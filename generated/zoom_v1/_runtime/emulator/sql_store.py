"""Records in tables, whatever the database."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Any

from .store import Entry, Stored, StoreProblem

_RECORD = "tenant, entity, key, seq, content"
_ENTRY = "tenant, entity, name, value, sort, seq, key"
_COLUMNS = {"records": _RECORD, "entries": _ENTRY, "counts": "tenant, entity, name, value, number"}
_COUNT = """
INSERT INTO counts VALUES (?, ?, ?, ?, ?)
ON CONFLICT (tenant, entity, name, value) DO UPDATE SET number = counts.number + excluded.number
"""
_API = "api"


class SqlStore(ABC):
    """What `Store` says, in SQL that databases have in common."""

    _run: Callable[[str, Sequence[Any]], Any]
    """Does a statement."""
    _run_all: Callable[[str, Iterable[Sequence[Any]]], Any]
    """Does a statement with each of some values."""

    @abstractmethod
    def reading(self) -> AbstractContextManager[None]: ...

    @abstractmethod
    def writing(self) -> AbstractContextManager[None]: ...

    def rest(self) -> None:  # noqa: B027 - a file is not in anybody's way
        """Let go of connections until something is asked again."""

    @abstractmethod
    def close(self) -> None: ...

    @abstractmethod
    def _next_seq(self) -> int: ...

    def _text(self, kept: Any) -> str:
        """Text as the database gives it back."""
        return str(kept)

    def _stored(self, row: Sequence[Any]) -> Stored:
        return Stored(*row)

    def belong_to(self, api: str, place: str) -> None:
        """Be kept for an API, and for no other.

        Raises:
            StoreProblem: it is kept for another.
        """
        with self.writing():
            found = self.read_note(_API)
            if found is None:
                self.write_note(_API, api.encode())
            elif found != api.encode():
                other = found.decode(errors="replace")
                raise StoreProblem(
                    f"{place} has records of {other}, not of {api}; name another place"
                )

    def get(self, tenant: str, entity: str, key: str) -> Stored | None:
        row = self._run(
            "SELECT key, seq, content FROM records WHERE tenant = ? AND entity = ? AND key = ?",
            (tenant, entity, key),
        ).fetchone()
        return None if row is None else self._stored(row)

    def insert(
        self, tenant: str, entity: str, key: str, content: bytes, entries: Iterable[Entry]
    ) -> Stored | None:
        seq = self._next_seq()
        made = self._run(
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
        self._run(
            "UPDATE records SET content = ? WHERE tenant = ? AND entity = ? AND key = ?",
            (content, tenant, entity, stored.key),
        )
        old, new = set(before), set(after)
        self._leave(tenant, entity, stored.seq, old - new)
        self._enter(tenant, entity, stored.key, stored.seq, new - old)

    def delete(self, tenant: str, entity: str, stored: Stored, entries: Iterable[Entry]) -> None:
        self._run(
            "DELETE FROM records WHERE tenant = ? AND entity = ? AND key = ?",
            (tenant, entity, stored.key),
        )
        self._leave(tenant, entity, stored.seq, entries)

    def count(self, tenant: str, entity: str, index: str, value: str) -> int:
        row = self._run(
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
        rows = self._run(
            "SELECT r.key, r.seq, r.content FROM (SELECT key, sort, seq FROM entries"
            " WHERE tenant = ? AND entity = ? AND name = ? AND value = ?"
            f" ORDER BY sort {direction}, seq {direction} LIMIT ? OFFSET ?) AS e"
            " CROSS JOIN records AS r WHERE r.tenant = ? AND r.entity = ? AND r.key = e.key"
            f" ORDER BY e.sort {direction}, e.seq {direction}",
            (tenant, entity, index, value, self._all(limit), offset, tenant, entity),
        )
        return [self._stored(row) for row in rows]

    def counts(self) -> dict[str, dict[str, int]]:
        rows = self._run(
            "SELECT tenant, entity, number FROM counts WHERE name = '0' AND number > 0", ()
        )
        found: dict[str, dict[str, int]] = {}
        for tenant, entity, number in rows:
            found.setdefault(self._text(tenant), {})[self._text(entity)] = number
        return found

    def clear(self, tenant: str | None = None) -> None:
        for table in _COLUMNS:
            if tenant is None:
                self._run(f"DELETE FROM {table}", ())
            else:
                self._run(f"DELETE FROM {table} WHERE tenant = ?", (tenant,))

    def save(self, name: str) -> None:
        self.drop_saved(name)
        self._run("INSERT INTO saved VALUES (?)", (name,))
        for table, columns in _COLUMNS.items():
            self._run(f"INSERT INTO saved_{table} SELECT ?, {columns} FROM {table}", (name,))

    def restore(self, name: str) -> bool:
        if not self._is_saved(name):
            return False
        self.clear()
        for table, columns in _COLUMNS.items():
            self._run(
                f"INSERT INTO {table} SELECT {columns} FROM saved_{table} WHERE saved = ?", (name,)
            )
        return True

    def saved(self) -> list[str]:
        rows = self._run("SELECT name FROM saved ORDER BY name", ())
        return [self._text(row[0]) for row in rows]

    def drop_saved(self, name: str) -> bool:
        there = self._is_saved(name)
        self._run("DELETE FROM saved WHERE name = ?", (name,))
        for table in _COLUMNS:
            self._run(f"DELETE FROM saved_{table} WHERE saved = ?", (name,))
        return there

    def read_note(self, name: str) -> bytes | None:
        row = self._run("SELECT content FROM notes WHERE name = ?", (name,)).fetchone()
        return None if row is None else bytes(row[0])

    def noted(self, prefix: str) -> list[str]:
        names = [self._text(row[0]) for row in self._run("SELECT name FROM notes", ())]
        return [name.removeprefix(prefix) for name in names if name.startswith(prefix)]

    def write_note(self, name: str, content: bytes | None) -> None:
        if content is None:
            self._run("DELETE FROM notes WHERE name = ?", (name,))
        else:
            self._run(
                "INSERT INTO notes VALUES (?, ?)"
                " ON CONFLICT (name) DO UPDATE SET content = excluded.content",
                (name, content),
            )

    def _is_saved(self, name: str) -> bool:
        found = self._run("SELECT 1 FROM saved WHERE name = ?", (name,)).fetchone()
        return found is not None

    def _enter(
        self, tenant: str, entity: str, key: str, seq: int, entries: Iterable[Entry]
    ) -> None:
        entries = list(entries)
        self._run_all(
            "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(tenant, entity, e.index, e.value, e.sort, seq, key) for e in entries],
        )
        self._run_all(_COUNT, [(tenant, entity, e.index, e.value, 1) for e in entries])

    def _leave(self, tenant: str, entity: str, seq: int, entries: Iterable[Entry]) -> None:
        entries = list(entries)
        self._run_all(
            "DELETE FROM entries WHERE tenant = ? AND entity = ? AND name = ? AND value = ?"
            " AND sort = ? AND seq = ?",
            [(tenant, entity, e.index, e.value, e.sort, seq) for e in entries],
        )
        self._run_all(_COUNT, [(tenant, entity, e.index, e.value, -1) for e in entries])
        self._run_all(
            "DELETE FROM counts WHERE tenant = ? AND entity = ? AND name = ? AND value = ?"
            " AND number <= 0",
            [(tenant, entity, e.index, e.value) for e in entries],
        )

    def _all(self, limit: int | None) -> int | None:
        """What means no limit to the database."""
        return limit
