"""The tables of an emulator in an SQLite file: made, brought up to date, or told from others."""

from __future__ import annotations

import sqlite3

from .spans import rebuilt
from .store import StoreProblem

MARK = 0x61707374
"""SQLite's `application_id` of our files: "apst"."""
_MIGRATIONS = (
    """
CREATE TABLE records (
    tenant TEXT NOT NULL, entity TEXT NOT NULL, key TEXT NOT NULL,
    seq INTEGER NOT NULL, content BLOB NOT NULL,
    PRIMARY KEY (tenant, entity, key)
) WITHOUT ROWID;
CREATE TABLE entries (
    tenant TEXT NOT NULL, entity TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
    sort TEXT NOT NULL, seq INTEGER NOT NULL, key TEXT NOT NULL,
    PRIMARY KEY (tenant, entity, name, value, sort, seq)
) WITHOUT ROWID;
CREATE TABLE counts (
    tenant TEXT NOT NULL, entity TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (tenant, entity, name, value)
) WITHOUT ROWID;
CREATE TABLE notes (name TEXT PRIMARY KEY, content BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE saved_records (
    saved TEXT NOT NULL, tenant TEXT NOT NULL, entity TEXT NOT NULL, key TEXT NOT NULL,
    seq INTEGER NOT NULL, content BLOB NOT NULL
);
CREATE TABLE saved_entries (
    saved TEXT NOT NULL, tenant TEXT NOT NULL, entity TEXT NOT NULL, name TEXT NOT NULL,
    value TEXT NOT NULL, sort TEXT NOT NULL, seq INTEGER NOT NULL, key TEXT NOT NULL
);
CREATE TABLE saved_counts (
    saved TEXT NOT NULL, tenant TEXT NOT NULL, entity TEXT NOT NULL, name TEXT NOT NULL,
    value TEXT NOT NULL, number INTEGER NOT NULL
);
CREATE TABLE saved (name TEXT PRIMARY KEY) WITHOUT ROWID;
""",
    """
DELETE FROM counts WHERE number <= 0;
CREATE INDEX totals ON counts (tenant, entity, number) WHERE name = '0';
""",
    f"""
ALTER TABLE records RENAME TO old_records;
ALTER TABLE entries RENAME TO old_entries;
ALTER TABLE saved_records RENAME TO old_saved_records;
DROP TABLE counts;
DROP TABLE saved_entries;
DROP TABLE saved_counts;
CREATE TABLE kinds (
    kind INTEGER PRIMARY KEY, tenant TEXT NOT NULL, entity TEXT NOT NULL, UNIQUE (tenant, entity)
);
CREATE TABLE records (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, kind INTEGER NOT NULL, key TEXT NOT NULL,
    content BLOB NOT NULL, UNIQUE (kind, key)
);
CREATE TABLE entries (
    kind INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, sort TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (kind, name, value, sort, seq)
) WITHOUT ROWID;
CREATE TABLE spans (
    kind INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, level INTEGER NOT NULL,
    sort TEXT NOT NULL, seq INTEGER NOT NULL, number INTEGER NOT NULL,
    PRIMARY KEY (kind, name, value, level, sort, seq)
) WITHOUT ROWID;
CREATE TABLE saved_kinds (
    saved TEXT NOT NULL, kind INTEGER NOT NULL, tenant TEXT NOT NULL, entity TEXT NOT NULL
);
CREATE TABLE saved_records (
    saved TEXT NOT NULL, seq INTEGER NOT NULL, kind INTEGER NOT NULL, key TEXT NOT NULL,
    content BLOB NOT NULL
);
CREATE TABLE saved_entries (
    saved TEXT NOT NULL, kind INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
    sort TEXT NOT NULL, seq INTEGER NOT NULL
);
CREATE TABLE saved_spans (
    saved TEXT NOT NULL, kind INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
    level INTEGER NOT NULL, sort TEXT NOT NULL, seq INTEGER NOT NULL, number INTEGER NOT NULL
);
INSERT INTO kinds (tenant, entity)
    SELECT tenant, entity FROM old_records UNION SELECT tenant, entity FROM old_saved_records;
INSERT INTO records SELECT seq, kind, key, content
    FROM old_records JOIN kinds USING (tenant, entity) ORDER BY seq;
INSERT INTO entries SELECT kind, name, value, sort, seq
    FROM old_entries JOIN kinds USING (tenant, entity);
INSERT INTO saved_kinds SELECT DISTINCT saved, kind, tenant, entity
    FROM old_saved_records JOIN kinds USING (tenant, entity);
INSERT INTO saved_records SELECT saved, seq, kind, key, content
    FROM old_saved_records JOIN kinds USING (tenant, entity);
{rebuilt(1)};
{rebuilt(2)};
DROP TABLE old_records;
DROP TABLE old_entries;
DROP TABLE old_saved_records;
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence SELECT 'records', content FROM notes WHERE name = 'seq';
DELETE FROM notes WHERE name = 'seq'
""",
    # Numbers that are never used again cost each new record another page that is written.
    """
CREATE TABLE new_records (
    seq INTEGER PRIMARY KEY, kind INTEGER NOT NULL, key TEXT NOT NULL, content BLOB NOT NULL,
    UNIQUE (kind, key)
);
INSERT INTO new_records SELECT seq, kind, key, content FROM records ORDER BY seq;
DROP TABLE records;
ALTER TABLE new_records RENAME TO records
""",
)
"""What leads from each version to the next; the first, from an empty file."""
VERSION = len(_MIGRATIONS)
_FIRST_TABLES = {"records", "entries", "counts", "notes", "saved"}
_READ_ONLY = "is read-only, and records have to be written; make it writable or name another file"
_REASONS = {
    sqlite3.SQLITE_NOTADB: "is no SQLite database; name another file",
    sqlite3.SQLITE_CANTOPEN: (
        "cannot be opened; it has to be a file in a directory that is there and can be written to"
    ),
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_PERM: "may not be opened by this user; change who may, or name another file",
    sqlite3.SQLITE_AUTH: "may not be opened by this user; change who may, or name another file",
    sqlite3.SQLITE_BUSY: "is locked by another program; end it or name another file",
    sqlite3.SQLITE_CORRUPT: "is damaged; put a copy in its place or name another file",
    sqlite3.SQLITE_FULL: "has no room to grow; free space on the disk or name another file",
}
_PRIMARY = 0xFF
"""What of an error's number says its kind."""


def prepare(database: sqlite3.Connection, path: str) -> None:
    """Have all tables, as this release has them; nothing is changed in a file that is not ours.

    Raises:
        StoreProblem: the file is another program's, or a later release's.
        sqlite3.Error: it cannot be used.
    """
    run = database.execute
    run("BEGIN IMMEDIATE")
    try:
        found: int = run("PRAGMA user_version").fetchone()[0]
        _require_ours(database, path, found)
        for migration in _MIGRATIONS[found:]:
            for statement in migration.split(";"):
                run(statement)
        # Though nothing may have changed: so a file that is read-only is noticed.
        run(f"PRAGMA application_id = {MARK}")
        run(f"PRAGMA user_version = {VERSION}")
        run("COMMIT")
    except BaseException:
        if database.in_transaction:
            run("ROLLBACK")
        raise


def explained(error: sqlite3.Error, path: str) -> StoreProblem:
    """What is wrong with a file, and what to do."""
    code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY
    reason = _REASONS.get(code, f"cannot be used ({error}); name another file")
    return StoreProblem(f"{path} {reason}")


def _require_ours(database: sqlite3.Connection, path: str, version: int) -> None:
    mark: int = database.execute("PRAGMA application_id").fetchone()[0]
    tables = {row[0] for row in database.execute("SELECT name FROM sqlite_master")}
    # The first version had no mark yet.
    unmarked = mark == 0 and (not tables or (version == 1 and tables >= _FIRST_TABLES))
    if mark != MARK and not unmarked:
        raise StoreProblem(f"{path} is a database of another program; name another file")
    if version > VERSION:
        raise StoreProblem(
            f"{path} was written by a later release (version {version} of its tables; this one"
            f" knows {VERSION}): update this package or name another file"
        )
