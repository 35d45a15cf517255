"""Streams of the wire that somebody reads no more, and what becomes of their connections."""

import asyncio
import threading
from typing import Any

import pytest

from tests.cases.wire_readers import chunked
from tests.runtime.scripted import says, stalls

LINES = "application/x-ndjson"
LINE = '{"id": "7", "text": "Rain"}\n'
ENDLESS = stalls(chunked(LINE, kind=LINES, ends=False))


@pytest.fixture
def alone(wire_v1, server):
    """A client with one connection, which whoever comes next has to wait for."""
    options = {"max_connections": 1, "retries": 0, "timeout": 5}
    with wire_v1.package.WireClient(token="t", base_url=server.base_url, **options) as client:
        yield client


@pytest.fixture
def on_loop(wire_v1, server):
    """Runs a function of a client that awaits, with one connection."""
    options = {"max_connections": 1, "retries": 0, "timeout": 5}

    async def main(function):
        kind = wire_v1.package.AsyncWireClient
        async with kind(token="t", base_url=server.base_url, **options) as client:
            return await asyncio.wait_for(function(client), 20)

    return lambda function: asyncio.run(main(function))


def test_nothing_is_sent_before_an_item_is_asked_for(alone, server):
    stream = alone.note.dump()
    assert (stream.status, dict(stream.headers), server.received) == (0, {}, [])
    assert repr(stream) == "<Stream of note.dump, not opened>"


def test_a_stream_that_is_left_frees_its_connection(alone, server):
    server.will(ENDLESS)
    for item in alone.note.dump():
        assert item.id == "7"
        break
    assert next(alone.note.dump()).id == "7"


def test_a_stream_that_is_closed_frees_its_connection(alone, server):
    server.will(ENDLESS)
    with alone.note.dump() as stream:
        assert (stream.status, stream.headers["content-type"]) == (200, LINES)
        assert next(stream).id == "7"
        assert repr(stream) == "<Stream of note.dump, open>"
    stream.close()
    assert list(stream) == []
    assert repr(stream) == "<Stream of note.dump, closed>"
    assert next(alone.note.dump()).id == "7"


def test_a_stream_that_is_read_frees_its_connection(alone, server):
    server.will(says(chunked(LINE, kind=LINES)))
    streams = [alone.note.dump() for _ in range(3)]
    assert [len(list(each)) for each in streams] == [1, 1, 1]
    assert [list(each) for each in streams] == [[], [], []]
    assert server.connections == 1


def test_a_connection_goes_on_behind_the_last_word(alone, on_loop, server):
    server.will(says(chunked('data: {"text": "Rain"}\n\n', "data: [DONE]\n\n", "\n")))
    for _ in range(3):
        assert [each.text for each in alone.talk.stream(about="rain")] == ["Rain"]
    assert server.connections == 1

    async def reads(client):
        for _ in range(3):
            assert [e.text async for e in client.talk.stream(about="rain")] == ["Rain"]
            assert len([e async for e in client.talk.stream(about="rain")]) == 1
        return server.connections

    assert on_loop(reads) == 2


def test_a_stream_that_fails_frees_its_connection(alone, wire_v1, server):
    server.will(stalls(chunked("{\n", kind=LINES, ends=False)))
    streams = [alone.note.dump() for _ in range(2)]
    for each in streams:
        with pytest.raises(wire_v1.errors.ResponseError):
            next(each)
        assert list(each) == []


def test_a_stream_that_is_not_opened_is_closed(alone, server):
    stream = alone.note.dump()
    stream.close()
    assert list(stream) == []
    assert server.received == []


def done_in(function, *arguments):
    """A thread that does something, and does not keep anybody when it hangs."""
    thread = threading.Thread(target=function, args=arguments, daemon=True)
    thread.start()
    return thread


def test_another_thread_closes_what_is_waited_for(alone, server):
    server.will(ENDLESS)
    stream, found = alone.note.dump(timeout=None), list[Any]()
    assert next(stream).id == "7"
    reader = done_in(found.extend, stream)
    reader.join(0.2)
    closer = done_in(stream.close)
    for thread in (closer, reader):
        thread.join(10)
        assert not thread.is_alive()
    assert found == []
    assert next(alone.note.dump()).id == "7"


def test_another_thread_closes_what_is_being_opened(alone, server):
    def script(connection):
        asked.set()
        closed.wait(10)
        return ENDLESS(connection)

    asked, closed = threading.Event(), threading.Event()
    server.will(script)
    stream, found = alone.note.dump(timeout=None), list[Any]()
    reader = done_in(found.extend, stream)
    assert asked.wait(10)
    stream.close()
    closed.set()
    reader.join(10)
    assert not reader.is_alive()
    assert found == []


def test_a_stream_that_is_open_has_a_connection(alone, wire_v1, server):
    server.will(ENDLESS)
    stream = alone.note.dump()
    assert next(stream).id == "7"
    with pytest.raises(wire_v1.errors.TransportTimeout, match="no connection became free"):
        next(alone.note.dump(timeout=0.2))
    stream.close()


def test_a_warning_that_is_raised_ends_a_stream(alone, wire_v1, server):
    server.will(stalls(chunked('{"id": "7", "text": 8}\n', kind=LINES, ends=False)))
    for _ in range(2):
        with pytest.raises(wire_v1.package.ResponseMismatchWarning):
            next(alone.note.dump())


def test_a_stream_that_awaits_is_closed(on_loop, server):
    server.will(ENDLESS)

    async def reads(client):
        for _ in range(2):
            async with client.note.dump() as stream:
                assert stream.status == 200
                assert (await anext(stream)).id == "7"
            await stream.close()
            assert [item async for item in stream] == []
        return True

    assert on_loop(reads)


def test_a_stream_that_awaits_is_left(on_loop, server):
    server.will(ENDLESS)

    async def reads(client):
        for _ in range(2):
            async for item in client.note.dump():
                assert item.id == "7"
                break
        return True

    assert on_loop(reads)


def test_another_task_closes_what_is_awaited(on_loop, server):
    server.will(ENDLESS)

    async def reads(client):
        stream = client.note.dump()
        assert (await anext(stream)).id == "7"
        rest = asyncio.create_task(anext(stream, None))
        await asyncio.sleep(0.1)
        await stream.close()
        assert await rest is None
        return (await anext(client.note.dump())).id

    assert on_loop(reads) == "7"


def test_who_gives_up_waiting_may_go_on(on_loop, server):
    def script(connection):
        connection.sendall(chunked(LINE, kind=LINES, ends=False))
        asked.wait(10)
        connection.sendall(b"%x\r\n%b\r\n0\r\n\r\n" % (len(LINE), LINE.encode()))
        return True

    asked = threading.Event()
    server.will(script)

    async def reads(client):
        stream = client.note.dump()
        await anext(stream)
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(anext(stream), 0.1)
        asked.set()
        return [item.id async for item in stream]

    assert on_loop(reads) == ["7"]


def test_hooks_hear_of_the_end(wire_v1, server):
    server.will(says(chunked(LINE, LINE, kind=LINES)))
    heard = []
    options = {"hooks": [lambda event: heard.append(type(event).__name__)]}
    with wire_v1.package.WireClient(token="t", base_url=server.base_url, **options) as client:
        stream = client.note.dump()
        next(stream)
        assert heard == ["RequestStarted", "ResponseReceived"]
        list(stream)
    assert heard == ["RequestStarted", "ResponseReceived", "CallFinished"]


def test_hooks_hear_why_a_stream_has_ended(wire_v1, server):
    server.will(says(chunked("{\n", kind=LINES)))
    heard: list[Any] = []
    options = {"hooks": [heard.append]}
    client = wire_v1.package.WireClient(token="t", base_url=server.base_url, **options)
    with client, pytest.raises(wire_v1.errors.ResponseError) as caught:
        next(client.note.dump())
    assert heard[-1].error is caught.value


def test_arguments_are_checked_before_anything_is_sent(alone, wire_v1, server):
    with pytest.raises(wire_v1.errors.InvalidArguments):
        next(alone.talk.stream(about=""))
    assert server.received == []


def test_a_stream_has_a_place_to_go_on_from(alone, server):
    told = 'id: 4\nevent: posted\ndata: {"id": "7", "text": "Rain"}\n\nretry: 30\n\n'
    server.will(says(chunked(told, "event: closed\ndata\n\n")))
    with alone.feed.watch(last_event_id="3") as stream:
        assert (stream.last_event_id, stream.retry) == ("", None)
        list(stream)
    assert (stream.last_event_id, stream.retry) == ("4", 30)
    assert server.received[0].headers["last-event-id"] == "3"
