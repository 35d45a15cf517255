"""Places to keep records in: every test of a store is done in each."""

import pytest

from apiscribe.runtime.emulator import SqliteStore, Store
from apiscribe.runtime.emulator.postgres_store import PostgresStore


@pytest.fixture(params=["memory", "file", "postgres"])
def store(request, tmp_path):
    made: Store
    if request.param == "postgres":
        made = PostgresStore(request.getfixturevalue("database"))
    else:
        made = SqliteStore(":memory:" if request.param == "memory" else str(tmp_path / "state.db"))
    yield made
    made.close()
