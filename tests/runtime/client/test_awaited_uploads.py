"""Uploads beside other tasks: nobody waits for a file but the call that sends it."""

import asyncio
import io
import os
import threading
from contextlib import contextmanager

import pytest

from apiscribe.runtime.encoding.files import FilePart
from apiscribe.runtime.encoding.sources import Opened
from apiscribe.runtime.encoding.streamed import Attached, Streamed
from apiscribe.runtime.transport.async_uploading import Uploading
from apiscribe.runtime.transport.sending import Call
from tests.runtime.async_zoo import AsyncZooClient
from tests.runtime.counting import CountingServer
from tests.runtime.zoo import KEY, PICTURE, SECRET

CONTENT = b"\x89PNG" + bytes(300_000)


@contextmanager
def pipe():
    """A pipe to read from, and what writes to it."""
    out, into = os.pipe()
    with open(out, "rb") as file, open(into, "wb") as writer:
        yield file, writer


def client(base_url: str) -> AsyncZooClient:
    return AsyncZooClient(api_key=KEY, api_secret=SECRET, base_url=base_url, timeout=10)


def upload(made, pic):
    return made.call(PICTURE, {"id": "rex", "pic": ("a.png", pic)}, type(None))


def test_other_tasks_run_while_a_pipe_is_silent():
    async def fill(writer):
        await asyncio.to_thread(writer.write, CONTENT)
        writer.close()

    async def both():
        async with client(server.base_url) as made:
            with pipe() as (file, writer):
                sending = asyncio.create_task(upload(made, file))
                await fill(writer)
                await sending

    with CountingServer() as server:
        asyncio.run(both())

    assert server.received[0].size > len(CONTENT)


def test_a_call_that_waits_for_a_pipe_can_be_cancelled():
    async def cancelled():
        async with client(server.base_url) as made:
            with pipe() as (file, writer):
                sending = asyncio.create_task(upload(made, file))
                await asyncio.to_thread(writer.write, CONTENT)
                await asyncio.to_thread(writer.flush)
                sending.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await sending
                # So that the thread that still reads is done with the file before it is closed.
                writer.close()

    before = threading.active_count()
    with CountingServer() as server:
        asyncio.run(cancelled())

    assert server.received == []
    assert threading.active_count() <= before + 1


def test_the_time_stands_still_while_a_file_is_read():
    """What reading takes is not the connection's fault."""
    call = Call(timeout=60)
    seen: list[float | None] = []

    def when() -> float | None:
        assert call.limit is not None
        return call.limit.when()

    def look(part: FilePart) -> None:
        pass

    class Watched(io.BytesIO):
        def read(self, size=-1):
            seen.append(when())
            return super().read(size)

    watched = Watched(bytes(600_000))

    async def read():
        body = Streamed([Attached(FilePart(None, Opened(watched, None, None)), look)])
        async with asyncio.timeout(60) as call.limit:
            body.begin()
            async for _ in Uploading(body, call):
                assert when() is not None
            assert when() is not None

    asyncio.run(read())
    assert seen[2:]
    assert set(seen[1:]) == {None}
