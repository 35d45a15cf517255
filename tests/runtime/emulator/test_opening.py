"""Places that cannot be used: said before anything is served, with what to do."""

import os
import shutil
import sqlite3
import tempfile
from pathlib import Path

import psycopg
import pytest

from apiscribe.runtime.emulator import SqliteStore, StoreProblem, postgres_tables
from apiscribe.runtime.emulator.opening import open_store
from tests.runtime.emulator.test_stores import add, keys

FIRST = """
CREATE TABLE records (tenant TEXT NOT NULL, entity TEXT NOT NULL, key TEXT NOT NULL,
    seq INTEGER NOT NULL, content BLOB NOT NULL, PRIMARY KEY (tenant, entity, key)) WITHOUT ROWID;
CREATE TABLE entries (tenant TEXT NOT NULL, entity TEXT NOT NULL, name TEXT NOT NULL,
    value TEXT NOT NULL, sort TEXT NOT NULL, seq INTEGER NOT NULL, key TEXT NOT NULL,
    PRIMARY KEY (tenant, entity, name, value, sort, seq)) WITHOUT ROWID;
CREATE TABLE counts (tenant TEXT NOT NULL, entity TEXT NOT NULL, name TEXT NOT NULL,
    value TEXT NOT NULL, number INTEGER NOT NULL,
    PRIMARY KEY (tenant, entity, name, value)) WITHOUT ROWID;
CREATE TABLE notes (name TEXT PRIMARY KEY, content BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE saved_records (saved TEXT NOT NULL, tenant TEXT NOT NULL, entity TEXT NOT NULL,
    key TEXT NOT NULL, seq INTEGER NOT NULL, content BLOB NOT NULL);
CREATE TABLE saved_entries (saved TEXT NOT NULL, tenant TEXT NOT NULL, entity TEXT NOT NULL,
    name TEXT NOT NULL, value TEXT NOT NULL, sort TEXT NOT NULL, seq INTEGER NOT NULL,
    key TEXT NOT NULL);
CREATE TABLE saved_counts (saved TEXT NOT NULL, tenant TEXT NOT NULL, entity TEXT NOT NULL,
    name TEXT NOT NULL, value TEXT NOT NULL, number INTEGER NOT NULL);
CREATE TABLE saved (name TEXT PRIMARY KEY) WITHOUT ROWID;
INSERT INTO records VALUES ('t', 'user', 'old', 1, '{}');
INSERT INTO entries VALUES ('t', 'user', '0', '', '', 1, 'old');
INSERT INTO counts VALUES ('t', 'user', '0', '', 1);
INSERT INTO notes VALUES ('seq', 1);
PRAGMA user_version = 1;
"""
"""A file as the first release wrote it."""


def written(path, script):
    with sqlite3.connect(path) as database:
        database.executescript(script)
    database.close()
    return str(path)


def refusal(place, api="Zoo"):
    with pytest.raises(StoreProblem) as refused:
        open_store(str(place), api)
    return str(refused.value)


def test_a_file_of_the_first_release_is_brought_forward(tmp_path):
    path = written(tmp_path / "old.db", FIRST)
    store = open_store(path, "Zoo")
    with store.reading():
        assert store.counts() == {"t": {"user": 1}}
    assert add(store, "new").seq == 2
    store.close()
    again = open_store(path, "Zoo")
    assert keys(again) == ["old", "new"]
    again.close()


def test_a_file_of_a_later_release_is_refused(tmp_path):
    path = str(tmp_path / "new.db")
    SqliteStore(path).close()
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA user_version = 99")
    database.close()
    before = (tmp_path / "new.db").read_bytes()
    told = refusal(path)
    assert told.startswith(f"{path} was written by a later release (version 99 of its tables;")
    assert told.endswith("update this package or name another file")
    assert (tmp_path / "new.db").read_bytes() == before


def test_a_database_of_another_program_is_left_alone(tmp_path):
    path = written(tmp_path / "mail.db", "CREATE TABLE records (x); PRAGMA user_version = 1;")
    before = (tmp_path / "mail.db").read_bytes()
    assert refusal(path) == f"{path} is a database of another program; name another file"
    assert (tmp_path / "mail.db").read_bytes() == before


def test_what_is_no_database_is_left_alone(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("not a database, but long enough to look like one to somebody\n" * 20)
    before = path.read_bytes()
    assert refusal(path) == f"{path} is no SQLite database; name another file"
    assert path.read_bytes() == before


def test_records_of_another_api(place):
    open_store(place, "Zoo").close()
    assert "has records of Zoo, not of Bakery; name another place" in refusal(place, "Bakery")
    open_store(place, "Zoo").close()


@pytest.mark.parametrize("name", ["no-such-directory/state.db", "."])
def test_where_no_file_can_be(tmp_path, name):
    path = tmp_path / name
    assert refusal(path).startswith(f"{path} cannot be opened; it has to be a file in a directory")


@pytest.fixture
def with_few_rights():
    """A directory that is there for everybody, while whoever runs the tests is nobody special."""
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        path = Path(place) / "state.db"
        SqliteStore(str(path)).close()
        as_root = os.geteuid() == 0
        if as_root:
            os.seteuid(65534)
        try:
            yield path, place
        finally:
            if as_root:
                os.seteuid(0)


def test_a_file_that_may_only_be_read(with_few_rights):
    path, _ = with_few_rights
    if path.stat().st_uid == os.geteuid():
        path.chmod(0o444)
    assert refusal(path).startswith(f"{path} is read-only, and records have to be written;")


def test_a_file_that_may_not_be_made(with_few_rights):
    path, place = with_few_rights
    if path.stat().st_uid == os.geteuid():
        Path(place).chmod(0o555)
    told = refusal(path.with_name("other.db"))
    assert "cannot be opened; it has to be a file in a directory" in told


def test_a_damaged_file(tmp_path):
    path = tmp_path / "state.db"
    store = SqliteStore(str(path))
    for number in range(200):
        add(store, str(number), content=b"x" * 200)
    store.close()
    content = path.read_bytes()
    path.write_bytes(content[:200] + b"\xff" * (len(content) - 200))
    assert "is damaged" in refusal(path)


def test_other_schemes_are_refused():
    told = refusal("mysql://user:secret@host/db")
    assert "name a file or postgresql://" in told
    assert "secret" not in told


def test_a_server_that_is_not_there():
    told = refusal("postgresql://ada:secret@127.0.0.1:1/db")
    assert "postgresql://ada@127.0.0.1:1/db cannot be used" in told
    assert "secret" not in told


def test_a_url_that_is_none():
    told = refusal("postgresql://ada:secret@host:port/db?nonsense=1")
    assert "secret" not in told


def test_a_database_of_a_later_release(database):

    open_store(database, "Zoo").close()
    with psycopg.connect(database) as connection:
        connection.execute("UPDATE apiscribe_stub.version SET number = 99")
    assert "was written by a later release (version 99" in refusal(database)


def test_a_lost_connection_is_made_anew(database):

    store = open_store(database, "Zoo")
    add(store, "a")
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    assert keys(store) == ["a"]
    assert add(store, "b") is not None
    store.close()


def test_a_copy_of_the_file_is_enough(tmp_path):
    path = tmp_path / "state.db"
    store = SqliteStore(str(path))
    add(store, "a")
    store.close()
    shutil.copy(path, tmp_path / "copy.db")
    copy = SqliteStore(str(tmp_path / "copy.db"))
    assert keys(copy) == ["a"]
    copy.close()


def test_a_database_of_the_first_release(database):
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute("CREATE SCHEMA apiscribe_stub")
        connection.execute("SET search_path TO apiscribe_stub")
        connection.execute(postgres_tables._MIGRATIONS[0])
        connection.execute("UPDATE version SET number = 1")
        connection.execute(
            "INSERT INTO records VALUES ('t', 'user', 'old', nextval('seq'), '{}');"
            "INSERT INTO entries VALUES ('t', 'user', '0', '', '', 1, 'old')"
        )
    store = open_store(database, "Zoo")
    assert add(store, "new").seq == 2
    assert keys(store) == ["old", "new"]
    with store.reading():
        assert store.counts() == {"t": {"user": 2}}
    store.close()
