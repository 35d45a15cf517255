"""Many calls at once over one client: each gets its own answer, and connections are bounded."""

import asyncio
import threading

import pytest

from apiscribe.runtime.errors import TransportTimeout
from tests.runtime.async_zoo import AsyncZooClient
from tests.runtime.echoing import EchoServer
from tests.runtime.zoo import KEY, SECRET, ZooClient

THREADS, TASKS = 16, 1_000


@pytest.fixture
def server():
    with EchoServer() as server:
        yield server


@pytest.fixture
def known(server):
    return {
        "api_key": KEY,
        "api_secret": SECRET,
        "base_url": server.base_url,
        "rate_limit": None,
        "retries": 0,
    }


def test_threads_get_their_own_answers_beside_timeouts(server, known):
    """An answer that comes too late must not be taken for the next one."""
    wrong = []
    with ZooClient(**known) as client:
        hasty = client.with_options(timeout=0.05)

        def call(thread):
            for number in range(100):
                if number % 20 == 19:
                    with pytest.raises(TransportTimeout):
                        hasty.animal.add(name=f"slow-{thread}-{number}")
                name = f"{thread}-{number}-" + "x" * (number * 100)
                said: object
                try:
                    said = client.animal.add(name=name).name
                except Exception as error:  # noqa: BLE001 - whatever it is, it is wrong
                    said = error
                if said != name:
                    wrong.append((name, said))

        threads = [threading.Thread(target=call, args=(n,)) for n in range(THREADS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        server.go_on()
        assert client.animal.add(name="last").name == "last"

    assert wrong == []
    # Those that were given up on are not used again.
    assert server.connections <= THREADS + THREADS * 5


def test_threads_share_fewer_connections_without_a_warning(server, known, caplog):
    names = [f"{number}-" + "x" * 1000 for number in range(64)]
    answered = {}
    with ZooClient(**known, max_connections=8) as client:

        def call(name):
            answered[name] = client.animal.add(name=name).name

        threads = [threading.Thread(target=call, args=(name,)) for name in names]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    assert answered == {name: name for name in names}
    assert server.connections <= 8
    assert caplog.records == []


def test_a_call_that_finds_no_connection_free_ends_in_time(server, known, zoo):
    client = zoo.client(**known | {"max_connections": 1})
    answered = []
    busy = threading.Thread(target=lambda: answered.append(client.animal.add(name="slow").name))
    busy.start()
    server.slow_has_come.wait()

    with pytest.raises(TransportTimeout) as caught:
        client.with_options(timeout=0.2).animal.add(name="Rex")
    server.go_on()
    busy.join()

    assert caught.value.reason == "no connection became free in time (max_connections=1)"
    assert not caught.value.sent
    assert answered == ["slow"]
    assert client.animal.add(name="Rex").name == "Rex"
    assert server.connections == 1


def test_a_thousand_tasks_share_a_hundred_connections(server, known):
    names = [f"{number}-" + "x" * number for number in range(TASKS)]

    async def call_all():
        async with AsyncZooClient(**known) as client:
            return await asyncio.gather(*(client.animal.add(name=name) for name in names))

    assert [animal.name for animal in asyncio.run(call_all())] == names
    assert server.connections <= 100


def test_tasks_get_their_own_answers_beside_cancelled_ones(server, known):
    async def call_all():
        async with AsyncZooClient(**known) as client:
            slow = [
                asyncio.create_task(client.animal.add(name=f"slow-{number}"))
                for number in range(50)
            ]
            calls = [client.animal.add(name=str(number)) for number in range(TASKS)]
            first = await asyncio.gather(*calls)
            for task in slow:
                task.cancel()
            assert all(
                isinstance(each, asyncio.CancelledError)
                for each in await asyncio.gather(*slow, return_exceptions=True)
            )
            server.go_on()
            again = [client.animal.add(name=f"again-{number}") for number in range(TASKS)]
            return [each.name for each in [*first, *await asyncio.gather(*again)]]

    numbers = [str(number) for number in range(TASKS)]
    assert asyncio.run(call_all()) == [*numbers, *(f"again-{number}" for number in numbers)]
    assert server.connections <= 150
