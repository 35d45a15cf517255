"""The end of clients: closed once, twice, in the middle of a call, or never."""

import asyncio
import gc
import threading
import time
import warnings

import aiohttp
import pytest
import urllib3

from apiscribe.runtime.errors import ConfigurationError, SdkError, TransportError
from apiscribe.runtime.transport.urllib3_transport import Urllib3Transport
from tests.runtime.async_zoo import AsyncZooClient
from tests.runtime.echoing import EchoServer
from tests.runtime.zoo import KEY, SECRET, ZooClient


@pytest.fixture
def server():
    with EchoServer() as server:
        yield server


@pytest.fixture
def known(server):
    return {"api_key": KEY, "api_secret": SECRET, "base_url": server.base_url, "rate_limit": None}


def until(holds):
    for _ in range(1000):
        if holds():
            return
        time.sleep(0.01)
    pytest.fail("it does not come to that")


def test_a_closed_client_neither_calls_nor_connects(zoo, server):
    client = zoo.client(server.base_url)
    other = client.with_options(timeout=1)
    client.animal.add(name="Rex")

    client.close()
    client.close()
    other.close()

    until(lambda: server.open == 0)
    for closed in (client, other):
        with pytest.raises(ConfigurationError, match="is closed"):
            closed.animal.add(name="Rex")
        with pytest.raises(ConfigurationError, match="is closed"):
            list(closed.animal.iter_list())
    assert server.calls == 1


def test_a_client_that_was_never_used_can_be_closed(zoo, server):
    zoo.client(server.base_url).close()

    assert server.connections == 0


@pytest.mark.parametrize("rate_limit", ["memory", "sqlite:///{}/limits.db"])
def test_clients_that_count_can_be_closed_twice(zoo, server, tmp_path, rate_limit):
    client = zoo.client(server.base_url, rate_limit=rate_limit.format(tmp_path))
    client.animal.add(name="Rex")

    client.close()
    client.close()


def test_a_client_is_closed_at_the_end_of_its_block(server, known):
    with ZooClient(**known) as client:
        client.animal.add(name="Rex")
    until(lambda: server.open == 0)

    async def use():
        async with AsyncZooClient(**known) as client:
            await client.animal.add(name="Rex")
        return client

    awaiting = asyncio.run(use())
    until(lambda: server.open == 0)

    with pytest.raises(ConfigurationError, match="is closed"):
        client.animal.add(name="Rex")
    with pytest.raises(ConfigurationError, match="is closed"):
        asyncio.run(awaiting.animal.add(name="Rex"))


def test_a_client_is_closed_at_the_end_of_a_block_that_fails(server, known):
    def fail():
        with ZooClient(**known) as client:
            client.animal.add(name="Rex")
            raise KeyError

    async def fail_too():
        async with AsyncZooClient(**known) as client:
            await client.animal.add(name="Rex")
            raise KeyError

    for failing in (fail, lambda: asyncio.run(fail_too())):
        with pytest.raises(KeyError):
            failing()
        until(lambda: server.open == 0)


def test_calls_that_are_under_way_end_when_the_client_is_closed(zoo, server):
    """One that blocks gets its answer still; one that awaits loses its connection."""
    client = zoo.client(server.base_url)
    ends = []

    def call():
        try:
            ends.append(client.animal.add(name="slow").name)
        except SdkError as error:
            ends.append(error)

    thread = threading.Thread(target=call)
    thread.start()
    assert server.slow_has_come.wait(10)
    client.close()
    server.go_on()
    thread.join(10)

    (end,) = ends
    assert end == "slow" if zoo.kind == "blocks" else isinstance(end, SdkError)
    until(lambda: server.open == 0)
    assert server.calls == 1


def test_a_retry_finds_its_client_closed(zoo, server):
    client = zoo.client(server.base_url)
    client.animal.add(name="Rex")
    line = getattr(client, "_inner", client)._transport

    def close_and_fail(said):
        # As another thread or task does, just now.
        line.closed = True
        raise ConnectionError

    server.answering = close_and_fail
    with pytest.raises(TransportError, match="the client has been closed"):
        client.animal.list()

    assert server.calls == 2


def test_closed_connections_mean_a_closed_client(server, known):
    with ZooClient(**known) as client:
        # As another thread does, between the looking and the sending.
        assert isinstance(client._transport, Urllib3Transport)
        assert client._transport._own
        client._transport._own.close()

        with pytest.raises(TransportError, match="the client has been closed"):
            client.animal.list()


# Whoever forgets to close


def test_a_forgotten_blocking_client_closes_silently(server, known):
    client = ZooClient(**known)
    client.animal.add(name="Rex")
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        del client
        gc.collect()

    assert caught == []
    until(lambda: server.open == 0)


def test_a_forgotten_async_client_warns_as_aiohttp_does(server, known, caplog):
    async def forget(use):
        client = AsyncZooClient(**known)
        if use:
            await client.animal.add(name="Rex")
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            del client
            gc.collect()
        await asyncio.sleep(0)
        return [str(each.message).partition(" <")[0] for each in caught]

    assert asyncio.run(forget(use=False)) == []
    said = set(asyncio.run(forget(use=True)))
    assert said
    assert said <= {"Unclosed client session", "Unclosed connector"}
    until(lambda: server.open == 0)
    for secret in (KEY, SECRET):
        assert secret not in caplog.text


def test_closing_in_another_loop_than_that_of_the_calls_is_fine(server, known):
    client = AsyncZooClient(**known)
    asyncio.run(client.animal.add(name="Rex"))

    with warnings.catch_warnings():
        # Of the connection that its own loop has left behind.
        warnings.simplefilter("ignore", ResourceWarning)
        asyncio.run(client.close())
        gc.collect()

    with pytest.raises(ConfigurationError, match="is closed"):
        asyncio.run(client.animal.add(name="Rex"))


# Connections of one's own


def test_connections_of_ones_own_are_left_open(server, known):
    with urllib3.PoolManager() as pool:
        with ZooClient(**known, http=pool) as client:
            client.animal.add(name="mine")
        assert server.open == 1
        with ZooClient(**known, http=pool) as client:
            client.animal.add(name="mine")

    async def use():
        async with aiohttp.ClientSession() as session:
            for _ in range(2):
                async with AsyncZooClient(**known, http=session) as client:
                    await client.animal.add(name="theirs")
            assert not session.closed

    asyncio.run(use())
    assert sorted(server.names.values()) == [["mine", "mine"], ["theirs", "theirs"]]


def test_a_client_is_for_one_event_loop_at_a_time(server, known):
    client = AsyncZooClient(**known)

    async def use():
        await client.animal.add(name="Rex")
        with pytest.raises(
            ConfigurationError, match="another event loop: make one client for each"
        ):
            await asyncio.to_thread(asyncio.run, client.animal.add(name="Ann"))
        await client.close()

    asyncio.run(use())
