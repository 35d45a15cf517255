"""Forks: a client that was made and used before works in the parent and in the child, at once."""

import asyncio
import gc
import multiprocessing
import queue
import subprocess
import sys
import textwrap
import threading
import time
from contextlib import contextmanager

import pytest

from apiscribe.runtime.limits.in_memory import MemoryStore
from apiscribe.runtime.transport.urllib3_transport import Urllib3Transport
from tests.runtime.async_zoo import AsyncZooClient
from tests.runtime.both import Loop
from tests.runtime.echoing import EchoServer
from tests.runtime.forking import MAY_WARN, SENT, Child, answered, expected, options
from tests.runtime.limits.limited import QUOTA, ROOT, windows
from tests.runtime.proxying import CERTIFICATE, ProxyServer, tls
from tests.runtime.scripted import ScriptedServer, answers
from tests.runtime.zoo import ZooClient

pytestmark = [MAY_WARN]


@pytest.fixture
def server():
    with EchoServer() as server:
        yield server


def whose(server):
    """Of each connection, the processes that it was used by."""
    return [{name.partition("-")[0] for name in names} for names in server.names.values()]


def test_parent_and_child_call_at_once_beside_a_thread(server):
    with ZooClient(**options(server)) as client:
        answered(client, "parent")
        slow = []
        thread = threading.Thread(
            target=lambda: slow.append(client.animal.add(name="parent-slow").name)
        )
        thread.start()
        assert server.slow_has_come.wait(10)

        child = Child(lambda: answered(client, "child"))
        assert answered(client, "parent") == expected("parent")
        assert child.result() == expected("child")

        server.go_on()
        thread.join(10)
        assert slow == ["parent-slow"]
        assert answered(client, "parent") == expected("parent")

    assert sorted(map(sorted, whose(server))) == [["child"], ["parent"], ["parent"]]


def test_over_tls_parent_and_child_use_a_client_at_once():
    with ScriptedServer(tls()) as server:
        server.will(answers(b'{"id": 7, "name": "Rex"}'))
        with ZooClient(**options(server), ca_bundle=CERTIFICATE) as client:
            client.animal.add(name="parent")
            child = Child(lambda: [client.animal.add(name="child").id for _ in range(9)])
            ids = [client.animal.add(name="parent").id for _ in range(9)]

            assert child.result() == ids == [7] * 9
            client.animal.add(name="parent")
        assert server.connections == 2


def test_a_child_opens_a_tunnel_of_its_own():
    with ScriptedServer(tls()) as server, ProxyServer(tls=tls()) as proxy:
        server.will(answers(b'{"id": 7, "name": "Rex"}'))
        known = options(server) | {"proxy": proxy.url, "ca_bundle": CERTIFICATE}
        with ZooClient(**known) as client:
            client.animal.add(name="parent")
            assert Child(lambda: client.animal.add(name="child").id).result() == 7
            assert client.animal.add(name="parent").id == 7

        assert proxy.connections == 2


def test_a_childs_own_child_is_no_different(server):
    with ZooClient(**options(server)) as client:
        client.animal.add(name="parent-0")

        def do():
            client.animal.add(name="child-0")
            return Child(lambda: client.animal.add(name="grandchild-0").name).result()

        assert Child(do).result() == "grandchild-0"

    assert whose(server) == [{"parent"}, {"child"}, {"grandchild"}]


def test_what_ends_in_the_child_does_not_end_in_the_parent(server):
    with ZooClient(**options(server)) as client:
        client.animal.add(name="parent-0")
        Child(client.close).result()

        assert client.animal.add(name="parent-1").name == "parent-1"
    assert server.connections == 1


def until(holds):
    for _ in range(1000):
        if holds():
            return
        time.sleep(0.01)
    pytest.fail("it does not come to that")


def test_a_child_keeps_no_connection_of_the_parent(server):
    enough = multiprocessing.get_context("fork").Event()
    with ZooClient(**options(server)) as client:
        client.animal.add(name="parent-0")
        child = Child(lambda: enough.wait(20))
    until(lambda: server.open == 0)
    enough.set()

    assert child.result()


def test_clients_that_were_closed_before_are_no_hindrance(server):
    blocks, awaits = ZooClient(**options(server)), AsyncZooClient(**options(server))
    with asyncio.Runner() as runner, ZooClient(**options(server)) as client:
        blocks.animal.add(name="parent-0")
        runner.run(all_answered(awaits, "parent"))
        blocks.close()
        runner.run(awaits.close())
        client.animal.add(name="parent-0")

        assert Child(lambda: answered(client, "child")).result() == expected("child")
        assert answered(client, "parent") == expected("parent")


@contextmanager
def held(lock):
    """`lock`, in the hands of another thread."""
    taken, enough = threading.Event(), threading.Event()

    def hold():
        with lock:
            taken.set()
            enough.wait(30)

    thread = threading.Thread(target=hold)
    thread.start()
    taken.wait(10)
    yield
    enough.set()
    thread.join()


def test_a_held_lock_of_the_pool_is_free_in_the_child(server):
    with ZooClient(**options(server)) as client:
        client.animal.add(name="parent-0")
        assert isinstance(client._transport, Urllib3Transport)
        assert client._transport._own
        waiting = client._transport._own.pool
        assert isinstance(waiting, queue.LifoQueue)

        with held(waiting.mutex):
            child = Child(lambda: answered(client, "child"))
            assert child.result() == expected("child")


def test_a_held_lock_of_the_store_is_free_in_the_child():
    store = MemoryStore()
    with held(store._lock):
        assert Child(lambda: store.take(windows(QUOTA), "child.1.1", 0)).result() is None


# Clients that await


async def all_answered(client, whose):
    calls = (client.animal.add(name=f"{whose}-{n}") for n in range(SENT))
    return [animal.name for animal in await asyncio.gather(*calls)]


def test_a_new_loop_in_the_child_gets_connections_of_its_own(server):
    client = AsyncZooClient(**options(server))
    with asyncio.Runner() as runner:
        assert runner.run(all_answered(client, "parent")) == expected("parent")

        def do():
            names = asyncio.run(all_answered(client, "child"))
            gc.collect()
            return names

        assert Child(do).result() == expected("child")
        before = server.connections
        assert runner.run(all_answered(client, "parent")) == expected("parent")
        assert server.connections == before
        runner.run(client.close())

    assert all(len(each) == 1 for each in whose(server))


def test_parent_and_child_call_at_once_beside_a_task(server):
    client = AsyncZooClient(**options(server))
    loop = Loop()
    slow = []
    thread = threading.Thread(
        target=lambda: slow.append(loop.run(client.animal.add(name="parent-slow")).name)
    )
    thread.start()
    assert server.slow_has_come.wait(10)

    child = Child(lambda: asyncio.run(all_answered(client, "child")))
    assert loop.run(all_answered(client, "parent")) == expected("parent")
    assert child.result() == expected("child")
    server.go_on()
    thread.join(10)
    loop.run(client.close())
    loop.close()

    assert slow == ["parent-slow"]
    assert all(len(each) == 1 for each in whose(server))


@pytest.mark.parametrize("soon", [False, True], ids=["at its end", "before"])
def test_a_child_drops_connections_without_harm(server, soon):
    """What is dropped at the end of a process, and in which order, nobody knows."""
    code = """
        import asyncio, gc, os, sys
        from apiscribe.runtime.transport import aiohttp_connections
        from tests.runtime.async_zoo import AsyncZooClient
        from tests.runtime.zoo import ZooClient

        known = {"api_key": "k" * 9, "api_secret": "s" * 9, "base_url": sys.argv[1]}
        client, other = ZooClient(**known), AsyncZooClient(**known)
        runner = asyncio.Runner()
        add = lambda name: client.animal.add(name=name).name
        awaited = lambda name: runner.run(one(name))
        async def one(name): return (await other.animal.add(name=name)).name
        async def last(name): return await one(name), await other.close()
        add("p"), awaited("p")
        child = os.fork()
        if child == 0:
            add("c"), asyncio.run(last("c")), client.close()
            if sys.argv[2:]:
                aiohttp_connections._left.clear(), gc.collect()
            sys.exit(0)
        print(os.waitpid(child, 0)[1], add("p"), awaited("p"))
        runner.run(other.close()), runner.close(), client.close()
    """
    arguments = ["-W", "always", "-c", textwrap.dedent(code), server.base_url, *["soon"][:soon]]
    done = subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, cwd=ROOT, timeout=60
    )

    # Of the parent's event loop, asyncio itself has something to say.
    said = [line for line in done.stderr.splitlines() if not (soon and "asyncio/" in line)]
    assert (said, done.stdout) == ([], "0 p p\n")
    assert sorted(map("".join, server.names.values())) == ["c", "c", "pp", "pp"]
