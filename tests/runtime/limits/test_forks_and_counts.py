"""Forks of processes that count in a file, which parent and child go on to share."""

import asyncio
import multiprocessing
import sqlite3
import threading

import msgspec
import pytest

from apiscribe.runtime.errors import RateLimited
from apiscribe.runtime.limits.in_sqlite import SQLiteStore
from apiscribe.runtime.operation import Limit
from tests.runtime import zoo
from tests.runtime.async_zoo import AsyncZooClient
from tests.runtime.echoing import EchoServer
from tests.runtime.forking import MAY_WARN, Child, options
from tests.runtime.limits.limited import QUOTA, windows
from tests.runtime.zoo import Animal, ZooClient

pytestmark = [MAY_WARN]


@pytest.fixture
def server():
    with EchoServer() as server:
        yield server


@pytest.fixture
def path(tmp_path):
    return str(tmp_path / "limits.db")


def tickets(path):
    file = sqlite3.connect(path)
    try:
        return {ticket for (ticket,) in file.execute("SELECT ticket FROM permits")}
    finally:
        file.close()


def test_a_childs_count_outlives_the_parents_close(path):
    """SQLite in the parent would delete what the child writes to, if it were the last it knows."""
    store = SQLiteStore(path)
    limits = windows(Limit(group="g", requests=9, seconds=600))
    store.take(limits, "parent", 0)
    both = multiprocessing.get_context("fork").Barrier(2)

    def count():
        store.take(limits, "child-1", 0)
        both.wait(20)
        both.wait(20)
        store.take(limits, "child-2", 0)
        return tickets(path)

    child = Child(count)
    both.wait(20)
    store.close()
    both.wait(20)

    assert child.result() == tickets(path) == {"parent", "child-1", "child-2"}


def test_a_fork_waits_until_a_thread_has_counted(path):
    store = SQLiteStore(path)
    limits = windows(QUOTA)
    inside, enough = threading.Event(), threading.Event()

    def count():
        with store._transaction() as file:
            file.execute("INSERT INTO permits VALUES (?, 4102444800, 'thread')", (limits[0].key,))
            inside.set()
            enough.wait(0.2)

    thread = threading.Thread(target=count)
    thread.start()
    inside.wait(10)
    child = Child(lambda: tickets(path))
    thread.join()

    assert child.result() == {"thread"}
    assert store.take(limits, "parent", 0) is None
    store.close()


def test_a_client_counts_on_in_parent_and_child(server, path):
    add = msgspec.structs.replace(zoo.ADD, limits=(QUOTA,))
    known = options(server) | {"rate_limit": f"sqlite:///{path}"}
    with ZooClient(**known) as client:
        names = [
            client.call(add, {"name": "parent-0"}, Animal).name,
            Child(lambda: client.call(add, {"name": "child-0"}, Animal).name).result(),
            client.call(add, {"name": "parent-1"}, Animal).name,
        ]
        with pytest.raises(RateLimited):
            client.call(add, {"name": "parent-2"}, Animal)

    assert names == ["parent-0", "child-0", "parent-1"]
    assert len(tickets(path)) == 3


def test_an_async_client_counts_on_in_the_child(server, path):
    add = msgspec.structs.replace(zoo.ADD, limits=(QUOTA,))
    client = AsyncZooClient(**options(server) | {"rate_limit": f"sqlite:///{path}"})

    async def one(name):
        return (await client.call(add, {"name": name}, Animal)).name

    with asyncio.Runner() as runner:
        names = [
            runner.run(one("parent-0")),
            Child(lambda: asyncio.run(one("child-0"))).result(),
            runner.run(one("parent-1")),
        ]
        runner.run(client.close())

    assert names == ["parent-0", "child-0", "parent-1"]
    assert len(tickets(path)) == 3
