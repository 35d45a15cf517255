"""Places to keep records in: every test of a store is done in each."""

import pytest

from apiscribe.runtime.emulator import MemoryStore, SqliteStore, Store, memory_lists
from apiscribe.runtime.emulator.postgres_store import PostgresStore


@pytest.fixture(params=["memory", "long lists in memory", "file", "postgres"])
def store(request, tmp_path, monkeypatch):
    made: Store
    if request.param == "postgres":
        made = PostgresStore(request.getfixturevalue("database"))
    elif request.param == "file":
        made = SqliteStore(str(tmp_path / "state.db"))
    else:
        if request.param != "memory":
            monkeypatch.setattr(memory_lists, "_MOST", 2)
        made = MemoryStore()
    yield made
    made.close()
