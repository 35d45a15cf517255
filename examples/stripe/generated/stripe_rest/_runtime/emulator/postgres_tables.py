"""The tables of an emulator in PostgreSQL: made, or brought up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .store import StoreProblem

if TYPE_CHECKING:
    from psycopg import Connection

LOCK = 0x61707374
"""Who has this advisory lock of the database writes."""
_MIGRATIONS = (
    b"""
CREATE TABLE records (
    tenant bytea NOT NULL, entity bytea NOT NULL, key bytea NOT NULL,
    seq bigint NOT NULL, content bytea NOT NULL,
    PRIMARY KEY (tenant, entity, key)
);
CREATE TABLE entries (
    tenant bytea NOT NULL, entity bytea NOT NULL, name bytea NOT NULL, value bytea NOT NULL,
    sort bytea NOT NULL, seq bigint NOT NULL, key bytea NOT NULL,
    PRIMARY KEY (tenant, entity, name, value, sort, seq)
);
CREATE TABLE counts (
    tenant bytea NOT NULL, entity bytea NOT NULL, name bytea NOT NULL, value bytea NOT NULL,
    number bigint NOT NULL,
    PRIMARY KEY (tenant, entity, name, value)
);
CREATE INDEX totals ON counts (tenant, entity, number) WHERE name = '0';
CREATE TABLE notes (name bytea PRIMARY KEY, content bytea NOT NULL);
CREATE TABLE saved_records (
    saved bytea NOT NULL, tenant bytea NOT NULL, entity bytea NOT NULL, key bytea NOT NULL,
    seq bigint NOT NULL, content bytea NOT NULL
);
CREATE TABLE saved_entries (
    saved bytea NOT NULL, tenant bytea NOT NULL, entity bytea NOT NULL, name bytea NOT NULL,
    value bytea NOT NULL, sort bytea NOT NULL, seq bigint NOT NULL, key bytea NOT NULL
);
CREATE TABLE saved_counts (
    saved bytea NOT NULL, tenant bytea NOT NULL, entity bytea NOT NULL, name bytea NOT NULL,
    value bytea NOT NULL, number bigint NOT NULL
);
CREATE TABLE saved (name bytea PRIMARY KEY);
CREATE SEQUENCE seq;
CREATE TABLE version (number integer NOT NULL);
INSERT INTO version VALUES (0);
""",
)
"""What leads from each version to the next; the first, from no tables."""
VERSION = len(_MIGRATIONS)


def prepare(connection: Connection[Any], place: str) -> None:
    """Have all tables, as this release has them.

    Raises:
        StoreProblem: a later release has made them.
    """
    with connection.transaction():
        connection.execute(f"SELECT pg_advisory_xact_lock({LOCK})".encode())
        connection.execute("CREATE SCHEMA IF NOT EXISTS apiscribe_stub")
        found = _version(connection)
        if found > VERSION:
            raise StoreProblem(
                f"{place} was written by a later release (version {found} of its tables; this one"
                f" knows {VERSION}): update this package or name another database"
            )
        for migration in _MIGRATIONS[found:]:
            connection.execute(migration)
        if found != VERSION:
            connection.execute("UPDATE version SET number = %s", (VERSION,))


def _version(connection: Connection[Any]) -> int:
    there = connection.execute("SELECT to_regclass('apiscribe_stub.version')").fetchone()
    if there is None or there[0] is None:
        return 0
    row = connection.execute("SELECT number FROM version").fetchone()
    return 0 if row is None else int(row[0])
