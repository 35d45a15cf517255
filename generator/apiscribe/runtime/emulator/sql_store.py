"""Records in tables, whatever the database."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Any

from .spans import LEVELS, List, Spans, rebuilt
from .store import INDEXES, Entry, Stored, StoreProblem

_COLUMNS = {
    "records": "seq, kind, key, content",
    "entries": "kind, name, value, sort, seq",
    "spans": "kind, name, value, level, sort, seq, number",
    "kinds": "kind, tenant, entity",
}
_GET = "SELECT key, seq, content FROM records WHERE kind = ? AND key = ?"
ADD_RECORD = "INSERT INTO records (kind, key, content) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
# The number of what has gone may be another's.
_CHANGE = "UPDATE records SET content = ? WHERE seq = ? AND key = ?"
_REMOVE = "DELETE FROM records WHERE seq = ? AND key = ?"
_HAS = "SELECT 1 FROM entries WHERE kind = ? AND name = ? AND value = ? LIMIT 1"
_ENTER = "INSERT INTO entries VALUES (?, ?, ?, ?, ?)"
_KIND = "SELECT kind FROM kinds WHERE tenant = ? AND entity = ?"
_ADD_KIND = "INSERT INTO kinds (tenant, entity) VALUES (?, ?) RETURNING kind"
_NEXT_RECORDS = "SELECT seq, content FROM records WHERE kind = ? AND seq > ? ORDER BY seq LIMIT ?"
_BATCH = 1000
_API = "api"


class SqlStore(ABC):
    """What `Store` says, in SQL that databases have in common."""

    def __init__(self) -> None:
        self._spans = Spans(self._run)
        self._kinds: dict[tuple[str, str], int] = {}
        """What is known to stand in all tables for an entity of a tenant."""

    @abstractmethod
    def _run(self, statement: str, values: Sequence[Any]) -> Any:
        """Do a statement."""

    @abstractmethod
    def _run_all(self, statement: str, values: Iterable[Sequence[Any]]) -> None:
        """Do a statement with each of some values."""

    @abstractmethod
    def _add_record(self, values: Sequence[Any]) -> int | None:
        """Do what `ADD_RECORD` says, and tell the new record's number."""

    @abstractmethod
    def reading(self) -> AbstractContextManager[None]: ...

    @abstractmethod
    def writing(self) -> AbstractContextManager[None]: ...

    def group(self) -> None:  # noqa: B027 - what is changed is kept at once
        """Until `settle()`, what this thread's `writing()` blocks change need not be kept."""

    def settle(self) -> None:  # noqa: B027 - it is kept already
        """Keep what has been changed."""

    def rest(self) -> None:  # noqa: B027 - a file is not in anybody's way
        """Let go of connections until something is asked again."""

    @abstractmethod
    def close(self) -> None: ...

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
        kind = self._kinds.get((tenant, entity)) or self._known_kind(tenant, entity)
        row = None if kind is None else self._run(_GET, (kind, key)).fetchone()
        return None if row is None else self._stored(row)

    def insert(
        self, tenant: str, entity: str, key: str, content: bytes, entries: Iterable[Entry]
    ) -> Stored | None:
        kind = self._kinds.get((tenant, entity)) or self._kind(tenant, entity)
        seq = self._add_record((kind, key, content))
        if seq is None:
            return None
        self._enter(kind, seq, list(entries), is_new=True)
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
        self._run(_CHANGE, (content, stored.seq, stored.key))
        old, new = set(before), set(after)
        if old != new:
            kind = self._kind(tenant, entity)
            self._leave(kind, stored.seq, list(old - new))
            self._enter(kind, stored.seq, list(new - old))

    def delete(self, tenant: str, entity: str, stored: Stored, entries: Iterable[Entry]) -> None:
        self._run(_REMOVE, (stored.seq, stored.key))
        self._leave(self._kind(tenant, entity), stored.seq, list(entries))

    def count(self, tenant: str, entity: str, index: str, value: str) -> int:
        kind = self._known_kind(tenant, entity)
        return 0 if kind is None else self._spans.count((kind, index, value))

    def has(self, tenant: str, entity: str, index: str, value: str) -> bool:
        kind = self._known_kind(tenant, entity)
        return self._run(_HAS, (kind, index, value)).fetchone() is not None

    def rank(self, tenant: str, entity: str, entry: Entry, seq: int) -> int:
        kind = self._known_kind(tenant, entity)
        if kind is None:
            return 0
        return self._spans.rank((kind, entry.index, entry.value), (entry.sort, seq))

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
        kind = self._known_kind(tenant, entity)
        if kind is None:
            return []
        if not descending or not offset:
            return self._slice((kind, index, value), offset, limit, descending)
        end = self.count(tenant, entity, index, value) - offset
        begin = 0 if limit is None else max(0, end - limit)
        return self._slice((kind, index, value), begin, max(0, end - begin), False)[::-1]

    def reindex(self, entries: Callable[[str, bytes], Iterable[Entry]]) -> None:
        self._run("DELETE FROM entries", ())
        self._run("DELETE FROM spans", ())
        for kind, entity in self._run("SELECT kind, entity FROM kinds", ()).fetchall():
            name, last = self._text(entity), -1
            while rows := self._run(_NEXT_RECORDS, (kind, last, _BATCH)).fetchall():
                self._run_all(
                    _ENTER,
                    [
                        (kind, each.index, each.value, each.sort, seq)
                        for seq, content in rows
                        for each in entries(name, bytes(content))
                    ],
                )
                last = rows[-1][0]
        for level in LEVELS:
            self._run(rebuilt(level), ())

    def counts(self) -> dict[str, dict[str, int]]:
        found: dict[str, dict[str, int]] = {}
        rows = self._run("SELECT kind, tenant, entity FROM kinds ORDER BY kind", ())
        for kind, tenant, entity in rows.fetchall():
            number = self._spans.count((kind, "0", ""))
            if number:
                found.setdefault(self._text(tenant), {})[self._text(entity)] = number
        return found

    def clear(self, tenant: str | None = None) -> None:
        self._forget_kinds()
        for table in _COLUMNS:
            if tenant is None:
                self._run(f"DELETE FROM {table}", ())
            else:
                self._run(
                    f"DELETE FROM {table} WHERE kind IN (SELECT kind FROM kinds WHERE tenant = ?)",
                    (tenant,),
                )

    def save(self, name: str) -> None:
        self.drop_saved(name)
        self._run("INSERT INTO saved VALUES (?)", (name,))
        self.write_note(f"{INDEXES} {name}", self.read_note(INDEXES))
        for table, columns in _COLUMNS.items():
            self._run(f"INSERT INTO saved_{table} SELECT ?, {columns} FROM {table}", (name,))

    def restore(self, name: str) -> bool:
        if not self._is_saved(name):
            return False
        self.clear()
        self.write_note(INDEXES, self.read_note(f"{INDEXES} {name}"))
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
        self.write_note(f"{INDEXES} {name}", None)
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

    def _known_kind(self, tenant: str, entity: str) -> int | None:
        """What stands in all tables for an entity of a tenant; None if it never had any."""
        kind = self._kinds.get((tenant, entity))
        if kind is None:
            row = self._run(_KIND, (tenant, entity)).fetchone()
            if row is None:
                return None
            kind = self._kinds[tenant, entity] = int(row[0])
        return kind

    def _kind(self, tenant: str, entity: str) -> int:
        kind = self._known_kind(tenant, entity)
        if kind is None:
            row = self._run(_ADD_KIND, (tenant, entity)).fetchone()
            kind = self._kinds[tenant, entity] = int(row[0])
        return kind

    def _forget_kinds(self) -> None:
        """Look them up again: they may not be what they were."""
        self._kinds.clear()

    def _slice(self, at: List, offset: int, limit: int | None, descending: bool) -> list[Stored]:
        place, rest = self._spans.start(at, offset)
        direction = "DESC" if descending else "ASC"
        rows = self._run(
            "SELECT r.key, r.seq, r.content FROM (SELECT sort, seq FROM entries"
            " WHERE kind = ? AND name = ? AND value = ? AND (sort, seq) >= (?, ?)"
            f" ORDER BY sort {direction}, seq {direction} LIMIT ? OFFSET ?) AS e"
            " CROSS JOIN records AS r WHERE r.seq = e.seq"
            f" ORDER BY e.sort {direction}, e.seq {direction}",
            (*at, *place, self._all(limit), rest),
        )
        return [self._stored(row) for row in rows]

    def _enter(
        self, kind: int, seq: int, entries: Sequence[Entry], *, is_new: bool = False
    ) -> None:
        self._run_all(
            _ENTER,
            [(kind, e.index, e.value, e.sort, seq) for e in entries],
        )
        self._spans.entered(kind, seq, entries, is_new=is_new)

    def _leave(self, kind: int, seq: int, entries: Sequence[Entry]) -> None:
        self._run_all(
            "DELETE FROM entries WHERE kind = ? AND name = ? AND value = ?"
            " AND sort = ? AND seq = ?",
            [(kind, e.index, e.value, e.sort, seq) for e in entries],
        )
        self._spans.left(kind, seq, entries)

    def _all(self, limit: int | None) -> int | None:
        """What means no limit to the database."""
        return limit
