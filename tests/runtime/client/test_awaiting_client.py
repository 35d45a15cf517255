"""A client that awaits: many calls at once, calls that are cancelled, and loops that end."""

import asyncio
import gc
import json
import threading
from typing import Any
from urllib.parse import parse_qs

import msgspec
import pytest
from urllib3 import Retry

from apiscribe.runtime.client.asynchronous import AsyncBaseClient
from apiscribe.runtime.errors import ConfigurationError, RateLimited, TransportError
from apiscribe.runtime.events import RequestStarted, WaitStarted
from apiscribe.runtime.limits.in_memory import SHARED, MemoryStore
from apiscribe.runtime.limits.limiter import Limiter
from apiscribe.runtime.limits.threaded import ThreadedStore
from apiscribe.runtime.operation import Limit
from tests.runtime import zoo
from tests.runtime.limits.limited import REDIS, attempts
from tests.runtime.places import no_way_in
from tests.runtime.scripted import ScriptedServer, answers, http, resets, stalls
from tests.runtime.zoo import Animal, AnimalPage

PAGE = b'{"page_count": 1, "page_number": 1, "animals": []}'
RARE = Limit(group="rare", requests=1, seconds=60)
RARELY = msgspec.structs.replace(zoo.LIST, limits=(RARE,))
SOON = msgspec.structs.replace(zoo.LIST, limits=(Limit(group="soon", requests=1, seconds=1),))


class Client(AsyncBaseClient):
    """Tells what it does, step by step."""

    def __init__(self, base_url, **options):
        self.steps: asyncio.Queue[Any] = asyncio.Queue()
        super().__init__(
            zoo.CONFIG,
            {"api_key": zoo.KEY, "api_secret": zoo.SECRET},
            base_url=base_url,
            hooks=[self.steps.put_nowait],
            **{"rate_limit": None, "timeout": 10} | options,
        )

    def listed(self, operation=zoo.LIST):
        return self.call(operation, {}, AnimalPage)

    async def until(self, kind):
        """Until there is an event of this kind; it fails if there is none."""
        async with asyncio.timeout(30):
            while not isinstance(event := await self.steps.get(), kind):
                pass
        return event


async def cancelled(task):
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


def run(test):
    """In an event loop that complains about what it is left with."""
    complaints = []

    async def whole():
        asyncio.get_running_loop().set_exception_handler(lambda _, told: complaints.append(told))
        return await test()

    result = asyncio.run(whole())
    gc.collect()
    assert complaints == []
    return result


def named(received):
    name = parse_qs(received.body.decode())["name"][0]
    return http(json.dumps({"id": 7, "name": name}))


def test_calls_at_once_each_get_their_own_answer():
    async def test():
        async with Client(server.base_url) as client:
            names = [f"Rex {number}" for number in range(200)]
            calls = [client.call(zoo.ADD, {"name": name}, Animal) for name in names]
            assert [each.name for each in await asyncio.gather(*calls)] == names

    with ScriptedServer(replies=named) as server:
        run(test)

    assert len(server.received) == 200


def test_a_cancelled_call_leaves_no_connection_behind(server):
    async def test():
        async with Client(server.base_url) as client:
            task = asyncio.create_task(client.listed())
            await client.until(RequestStarted)
            while not server.received:
                await asyncio.sleep(0.01)
            await cancelled(task)
            return await client.listed()

    server.will(stalls(http(PAGE)[:-5]), answers(PAGE))

    assert run(test).total == 1
    assert (len(server.received), server.connections) == (2, 2)


@pytest.fixture(params=["memory", "sqlite", REDIS])
def counted(request, tmp_path):
    """Where permits are counted, and nobody else does."""
    SHARED._permits.clear()
    if request.param == "memory":
        return "memory"
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'limits.db'}"
    return request.getfixturevalue("clean_redis")


def test_a_call_cancelled_after_sending_is_counted(server, counted):
    async def test():
        async with Client(server.base_url, rate_limit=counted) as client:
            task = asyncio.create_task(client.listed(RARELY))
            while not server.received:
                await asyncio.sleep(0.01)
            await cancelled(task)
            with pytest.raises(RateLimited):
                await client.listed(RARELY)

    server.will(stalls())
    run(test)

    assert len(server.received) == 1


def test_a_call_cancelled_before_sending_is_not_counted(server, counted):
    async def test():
        with no_way_in() as place:
            async with Client(place.base_url, rate_limit=counted) as client:
                for _ in range(2):
                    task = asyncio.create_task(client.listed(RARELY))
                    # Twice means that the first one's permit was given back.
                    await client.until(RequestStarted)
                    await cancelled(task)

    run(test)


def test_a_call_can_be_cancelled_before_it_is_sent_again(server, counted):
    async def test():
        never = Retry(3, backoff_factor=100, backoff_max=100)
        async with Client(server.base_url, rate_limit=counted, retries=never) as client:
            task = asyncio.create_task(client.listed(RARELY))
            waiting = await client.until(WaitStarted)
            await cancelled(task)
            return waiting

    server.will(resets())
    waiting = run(test)

    assert waiting.reason == "retry"
    assert waiting.seconds > 10
    assert len(server.received) == 1


def test_a_call_cancelled_in_the_queue_blocks_nobody(server, counted):
    async def test():
        async with Client(server.base_url, rate_limit=counted) as client:
            await client.listed(SOON)
            for _ in range(3):
                task = asyncio.create_task(client.listed(SOON))
                await client.until(WaitStarted)
                await cancelled(task)
            task = asyncio.create_task(client.listed(SOON))
            waiting = await client.until(WaitStarted)
            await task
            return waiting

    server.will(answers(PAGE))
    waiting = run(test)

    assert waiting.reason == "rate limit"
    # Behind one who had left, it would be two windows.
    assert waiting.seconds < 1.1
    assert len(server.received) == 2


class Slow(MemoryStore):
    """Answers when it is told to."""

    def __init__(self):
        super().__init__()
        self.asked, self.may_answer = threading.Event(), threading.Event()

    def take(self, windows, ticket, patience):
        self.asked.set()
        self.may_answer.wait()
        return super().take(windows, ticket, patience)


@pytest.mark.parametrize("times", [1, 2])
def test_a_cancelled_call_gives_back_its_permit(times):
    async def test():
        store = Slow()
        limiter = Limiter(ThreadedStore(store), "me", sleep=asyncio.sleep)
        task = asyncio.create_task(limiter.acquire(RARELY, attempts(RARELY, 0)))
        await asyncio.to_thread(store.asked.wait)
        for _ in range(times):
            task.cancel()
            await asyncio.sleep(0)
        store.may_answer.set()
        with pytest.raises(asyncio.CancelledError):
            await task
        permit = await limiter.acquire(RARELY, attempts(RARELY, 0))
        limiter.close()
        return permit

    assert run(test) is not None


def test_a_closed_client_calls_no_more(server):
    async def test():
        client = Client(server.base_url)
        await client.listed()
        await client.close()
        await client.close()
        for each in (client, client.with_options(timeout=1)):
            with pytest.raises(ConfigurationError, match="is closed"):
                await each.listed()

    server.will(answers(PAGE))
    run(test)

    assert len(server.received) == 1


def test_closing_a_client_ends_its_calls_with_an_error(server):
    async def test():
        client = Client(server.base_url, retries=Retry(3, backoff_factor=0))
        task = asyncio.create_task(client.listed())
        while not server.received:
            await asyncio.sleep(0.01)
        await client.close()
        with pytest.raises(TransportError) as caught:
            await task
        return caught.value

    server.will(stalls())

    assert run(test).reason == "the client has been closed"
    assert len(server.received) == 1


# Python closes what a loop has left behind, and would say so.
@pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")
def test_a_client_outlives_its_event_loop(server, caplog):
    client = Client(server.base_url)
    server.will(answers(PAGE))

    for _ in range(3):
        assert asyncio.run(client.listed()).total == 1
    asyncio.run(client.close())
    gc.collect()

    assert len(server.received) == 3
    assert not caplog.records


def test_a_client_is_for_one_event_loop_at_a_time(server):
    async def test():
        async with Client(server.base_url) as client:
            await client.listed()
            with pytest.raises(ConfigurationError, match="another event loop"):
                await asyncio.to_thread(asyncio.run, client.listed())
            return await client.listed()

    server.will(answers(PAGE))

    assert run(test).total == 1
    assert len(server.received) == 2
