"""Files and servers in which limits are counted: lost, foreign, locked, restarted."""

import os
import sqlite3
import threading

import pytest

from apiscribe.runtime.limits.in_redis import RedisStore
from apiscribe.runtime.limits.in_sqlite import SQLiteStore
from apiscribe.runtime.limits.stores import open_store
from apiscribe.runtime.limits.windows import StoreFailure
from tests.runtime.limits.limited import (
    QUOTA,
    SECOND,
    free_port,
    redis_server,
    windows,
)


def test_a_daily_quota_survives_a_restart(tmp_path):
    url = f"sqlite:///{tmp_path / 'limits.db'}"
    for _ in range(3):
        store = open_store(url)
        assert store.take(windows(QUOTA), os.urandom(4).hex(), 0) is None
        store.close()
    store = open_store(url)

    refused = store.take(windows(QUOTA), "fourth", 0)
    assert refused
    assert refused.limit == QUOTA
    store.close()


@pytest.mark.parametrize(
    ("path", "reason"), [("no/such/place.db", "unable to open"), ("", "unable")]
)
def test_a_file_that_cannot_be_opened_is_a_failure(tmp_path, path, reason):
    store = SQLiteStore(str(tmp_path / path))

    with pytest.raises(StoreFailure, match=reason):
        store.take(windows(SECOND), "a", 0)


def test_a_foreign_file_is_a_failure_and_left_alone(tmp_path):
    path = tmp_path / "diary.txt"
    path.write_text("Dear diary, " * 100)
    store = SQLiteStore(str(path))

    with pytest.raises(StoreFailure, match="not a database"):
        store.take(windows(SECOND), "a", 0)
    assert path.read_text() == "Dear diary, " * 100


def test_a_file_locked_for_a_moment_is_waited_for(tmp_path):
    store = SQLiteStore(str(tmp_path / "limits.db"))
    store.take(windows(SECOND), "a", 0)
    other = sqlite3.connect(tmp_path / "limits.db", isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    release = threading.Timer(0.2, lambda: other.execute("ROLLBACK"))
    release.start()

    assert store.take(windows(SECOND), "b", 0) is None
    release.join()
    other.close()
    store.close()


def test_a_child_of_a_fork_opens_the_file_anew(tmp_path):
    store = SQLiteStore(str(tmp_path / "limits.db"))
    store.take(windows(QUOTA), "parent", 0)
    child = os.fork()
    if child == 0:
        given = store.take(windows(QUOTA), "child", 0)
        os._exit(0 if given is None else 1)

    assert os.waitpid(child, 0)[1] == 0
    assert store.take(windows(QUOTA), "again", 0) is None
    assert store.take(windows(QUOTA), "fourth", 0) is not None
    store.close()


def test_a_missing_redis_is_told_without_its_password():
    port = free_port()
    store = RedisStore(f"redis://me:hush@127.0.0.1:{port}/0")

    with pytest.raises(StoreFailure) as caught:
        store.take(windows(SECOND), "a", 0)

    assert str(caught.value) == "ConnectionError"
    assert store.where == f"redis://127.0.0.1:{port}"
    assert "hush" not in repr(caught.value.__cause__)
    store.close()


def test_a_redis_that_was_restarted_counts_on(tmp_path, needs):
    needs("redis-server")
    port = free_port()
    with redis_server(tmp_path, port) as url:
        store = RedisStore(url)
        store.take(windows(SECOND), "a", 0)
    with redis_server(tmp_path, port):
        assert store.take(windows(SECOND), "b", 0) is None
    store.close()
