"""The wire, whose responses come item by item, read over real sockets byte for byte."""

import asyncio
import gzip
import json
import time
import zlib

import pytest

from tests.cases.wire_readers import chunked, read_awaiting, read_blocking
from tests.runtime.scripted import answers, hangs_up, resets, says, stalls

LINES = "application/x-ndjson"
RAIN = '{"id": "7", "text": "Räin"}'
QUICK = {"timeout": 0.3, "retries": 0}


@pytest.fixture(params=["blocking", "async"])
def read(request, wire_v1):
    """Reads an operation's items with a client of either kind."""
    package = wire_v1.package

    def reads(base_url, operation, /, **given):
        if request.param == "blocking":
            return read_blocking(package, base_url, operation, **given)
        return asyncio.run(read_awaiting(package, base_url, operation, **given))

    return reads


def test_data_of_events_up_to_the_last_word(read, wire_v1, server):
    event = 'data: {"text": "Rain"}\n\ndata: {"text": "!"}\n\ndata: [DONE]\n\n'
    server.will(says(chunked(event)))
    found = read(server.base_url, "talk.stream", about="rain")

    assert found == [wire_v1.models.Word(text="Rain"), wire_v1.models.Word(text="!")]
    (received,) = server.received
    assert received.headers["accept"] == "text/event-stream"
    assert json.loads(received.body) == {"about": "rain", "stream": True}


def test_data_that_is_empty_is_no_item_where_items_are_json(read, server):
    server.will(says(chunked('data\n\ndata: {"text": "Rain"}\n\ndata: \n\ndata: [DONE]\n\n')))
    assert [each.text for each in read(server.base_url, "talk.stream", about="rain")] == ["Rain"]
    server.will(says(chunked("data\n\n")))
    assert read(server.base_url, "talk.murmur") == [""]


def test_what_is_behind_the_last_word_is_not_read(read, server):
    server.will(stalls(chunked('data: {"text": "Rain"}\n\ndata: [DONE]\n\n', ends=False)))
    assert len(read(server.base_url, "talk.stream", about="r", options={"timeout": None})) == 1


def test_whole_events_are_told_apart_by_their_names(read, wire_v1, server):
    models = wire_v1.models
    told = (
        f": hello\n\nid: 1\nevent: posted\ndata: {RAIN}\n\nevent: removed\ndata: 7\ndata: 8\n\n",
        "event:paused\nretry: 20\ndata: whatever\n\nevent: closed\ndata\n\n",
    )
    server.will(says(chunked(*told)))

    assert read(server.base_url, "feed.watch") == [
        models.Posted(event="posted", data=models.Note(id="7", text="Räin"), id="1"),
        models.Removed(event="removed", data="7\n8"),
        models.Paused(event="paused", retry=20),
    ]


def test_an_event_that_is_not_documented_is_kept(read, wire_v1, server):
    server.will(says(chunked("event: odd\ndata: no JSON\n\nevent: closed\ndata:\n\n")))
    (found,) = read(server.base_url, "feed.watch")

    assert isinstance(found, wire_v1.package.models.UnknownMember)
    assert found.value == {"event": "odd", "data": "no JSON"}


def test_data_that_is_plain_text(read, server):
    server.will(says(chunked('data: {"a": 1}\n\ndata:  two\ndata:\n\n')))
    assert read(server.base_url, "talk.murmur") == ['{"a": 1}', " two\n"]


@pytest.mark.parametrize("kind", [LINES, "application/json", "text/plain"])
def test_lines_of_whatever_name(read, server, kind):
    server.will(says(chunked(f"{RAIN}\r\n\n  \n", RAIN, kind=kind)))
    assert [each.id for each in read(server.base_url, "note.dump")] == ["7", "7"]


@pytest.mark.parametrize("size", [1, 2, 3])
def test_pieces_may_end_anywhere(read, server, size):
    text = f"\ufeff{RAIN}\r\n{RAIN}".encode()
    pieces = [text[at : at + size] for at in range(0, len(text), size)]
    server.will(says(chunked(*pieces, kind=LINES)))
    assert [each.text for each in read(server.base_url, "note.dump")] == ["Räin", "Räin"]


@pytest.mark.parametrize("size", [1, 7])
@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("deflate", lambda text: zlib.compress(text, wbits=-15)),
    ],
)
def test_what_is_packed_is_unpacked_as_it_comes(read, server, encoding, packed, size):
    content = packed(f"{RAIN}\n{RAIN}\n".encode())
    pieces = [content[at : at + size] for at in range(0, len(content), size)]
    more = f"Content-Encoding: {encoding}\r\n"
    server.will(says(chunked(*pieces, kind=LINES, more=more)))
    assert len(read(server.base_url, "note.dump")) == 2


def test_items_come_before_the_response_ends(read, server):
    server.will(stalls(chunked(f"{RAIN}\n", kind=LINES, ends=False)))
    assert len(read(server.base_url, "note.dump", most=1)) == 1


def test_a_failure_before_anything_comes(read, wire_v1, server):
    server.will(answers('{"error": {"type": "overloaded", "message": "Full."}}', 529))
    with pytest.raises(wire_v1.errors.Overloaded, match=r"Full\."):
        read(server.base_url, "feed.watch", options={"retries": 0})


def test_a_failure_with_the_status_of_a_success(read, wire_v1, server):
    server.will(answers('{"error": {"type": "overloaded", "message": "Full."}}'))
    with pytest.raises(wire_v1.errors.Overloaded):
        read(server.base_url, "feed.watch")


def test_a_failure_is_sent_again_before_anything_comes(read, server):
    over = says(chunked("event: closed\ndata\n\n"))
    server.will(answers("", 503), hangs_up(), over)
    assert read(server.base_url, "feed.watch") == []
    assert len(server.received) == 3


def test_nothing_is_sent_again_once_something_has_come(read, wire_v1, server):
    server.will(resets(chunked(f"{RAIN}\n", kind=LINES, ends=False)))
    with pytest.raises(wire_v1.errors.ResponseError, match="cut short, after 1 item"):
        read(server.base_url, "note.dump")
    assert len(server.received) == 1


def test_a_limit_is_waited_out(read, server):
    too_often = answers('{"error": {"type": "too_often"}}', 429, more="Retry-After: 0\r\n")
    server.will(too_often, says(chunked(RAIN, kind=LINES)))
    assert len(read(server.base_url, "note.dump")) == 1


@pytest.mark.parametrize(
    ("operation", "told", "error"),
    [
        ("feed.watch", 'event: error\ndata: {"error": {"type": "overloaded"}}\n\n', "Overloaded"),
        ("feed.watch", "event: error\ndata: Oh.\n\n", "APIError"),
        ("talk.murmur", 'data: {"error": {"type": "overloaded"}}\n\n', "Overloaded"),
        (
            "change.follow",
            '{"type": "ERROR", "object": {"error": {"type": "expired", "message": "Gone."}}}\n',
            "Expired",
        ),
    ],
)
def test_a_failure_that_an_item_tells(read, wire_v1, server, operation, told, error):
    kind = "application/json" if told.startswith("{") else "text/event-stream"
    server.will(says(chunked(told, kind=kind)))
    with pytest.raises(getattr(wire_v1.errors, error)) as caught:
        read(server.base_url, operation)
    assert caught.type.__name__ == error
    assert caught.value.status == 200
    assert len(server.received) == 1


@pytest.mark.parametrize(
    ("operation", "told", "wrong"),
    [
        ("talk.stream", 'data: {"text": "Rain"}\n\n', r"\[DONE\] has not come, after 1 item "),
        ("feed.watch", "event: closed\ndata:\n", "closed has not come, after 0 items"),
        ("talk.recite", 'data: {"text": "a"}\n\n', "finished has not come, after 1 item "),
        ("change.catch_up", "\n", "type has not come, after 0 items"),
        ("feed.watch", "event: posted\ndata: {\n\n", "an item is not JSON"),
        ("talk.stream", "data: {\n\n", "not JSON"),
        ("talk.stream", "data: 7\n\n", "as documented"),
        ("note.dump", "{\n", "not JSON"),
    ],
)
def test_what_is_not_as_documented(read, wire_v1, server, operation, told, wrong):
    kind = LINES if operation in ("note.dump", "change.catch_up") else "text/event-stream"
    server.will(says(chunked(told, kind=kind)))
    given = {"about": "rain"} if operation == "talk.stream" else {}
    with pytest.raises(wire_v1.errors.ResponseError, match=wrong):
        read(server.base_url, operation, **given)


def test_the_last_item_says_that_it_is(read, server):
    words = 'data: {"text": "a", "finished": false}\n\ndata: {"text": "b", "finished": true}\n\n'
    server.will(says(chunked(words + 'data: {"text": "c"}\n\n')))
    assert [each.text for each in read(server.base_url, "talk.recite")] == ["a", "b"]

    told = '{"type": "ADDED", "number": 3, "object": {"id": "7", "text": "x"}}\n'
    server.will(says(chunked(told, '{"type": "MARK", "number": 3}\n', kind=LINES)))
    assert [each.type for each in read(server.base_url, "change.catch_up")] == ["ADDED", "MARK"]


def test_a_last_line_without_an_end_is_the_last(read, server):
    server.will(says(chunked('{"type": "MARK", "number": 3}', kind=LINES)))
    assert [each.number for each in read(server.base_url, "change.catch_up")] == [3]


@pytest.mark.parametrize("ends", [hangs_up, resets])
def test_a_response_that_breaks_off(read, wire_v1, server, ends):
    server.will(ends(chunked(f"{RAIN}\n{RAIN}\n", kind=LINES, ends=False)))
    with pytest.raises(wire_v1.errors.ResponseError, match="was cut short, after 2 items"):
        read(server.base_url, "note.dump")


def test_a_packed_response_that_breaks_off(read, wire_v1, server):
    packed = gzip.compress(f"{RAIN}\n".encode())[:-4]
    server.will(says(chunked(packed, kind=LINES, more="Content-Encoding: gzip\r\n")))
    with pytest.raises(wire_v1.errors.ResponseError, match="was cut short"):
        read(server.base_url, "note.dump")


@pytest.mark.parametrize(
    ("encoding", "wrong"), [("br", "not asked for"), ("gzip", "not compressed as its headers say")]
)
def test_what_cannot_be_unpacked(read, wire_v1, server, encoding, wrong):
    server.will(says(chunked(RAIN, kind=LINES, more=f"Content-Encoding: {encoding}\r\n")))
    with pytest.raises(wire_v1.errors.ResponseError, match=wrong):
        read(server.base_url, "note.dump")


@pytest.mark.parametrize("operation", ["note.dump", "talk.murmur"])
def test_an_item_without_end_takes_no_memory(read, wire_v1, server, operation):
    kind = LINES if operation == "note.dump" else "text/event-stream"
    server.will(stalls(chunked(*[b"data: " + b"x" * 700] * 3, kind=kind, ends=False)))
    with pytest.raises(wire_v1.errors.ResponseError, match="more than 1000 bytes"):
        read(server.base_url, operation, options={"max_response_size": 1000})


def test_many_lines_of_one_event_are_too_many(read, wire_v1, server):
    server.will(stalls(chunked("data: 1234567\n" * 200, ends=False)))
    with pytest.raises(wire_v1.errors.ResponseError, match="more than 1000 bytes"):
        read(server.base_url, "talk.murmur", options={"max_response_size": 1000})


def test_many_items_are_larger_than_one_may_be(read, server):
    server.will(says(chunked(f"{RAIN}\n" * 200, kind=LINES)))
    assert len(read(server.base_url, "note.dump", options={"max_response_size": 1000})) == 200


def test_silence_ends_in_a_timeout(read, wire_v1, server):
    server.will(stalls(chunked(f"{RAIN}\n", kind=LINES, ends=False)))
    with pytest.raises(wire_v1.errors.TransportTimeout, match="nothing more came in time"):
        read(server.base_url, "note.dump", options=QUICK)
    assert len(server.received) == 1


def piecemeal(pause, *pieces):
    """Sends pieces one by one, with a pause before each."""

    def script(connection):
        for piece in pieces:
            time.sleep(pause)
            connection.sendall(piece)
        return True

    return script


@pytest.mark.parametrize("between", [b": still here\n", b"\n"])
def test_a_stream_may_take_longer_than_its_timeout(read, server, between):
    chunk = b"%x\r\n%b\r\n" % (len(between), between)
    end = chunked("event: closed\ndata\n\n").partition(b"\r\n\r\n")[2]
    server.will(piecemeal(0.2, chunked(ends=False), chunk, chunk, chunk, end))
    assert read(server.base_url, "feed.watch", options={"timeout": 0.5}) == []


def test_what_is_held_may_be_silent_for_longer(read, wire_v1, server):
    mark = '{"type": "MARK", "number": 2}\n'
    head, _, body = chunked(mark, kind="application/json").partition(b"\r\n\r\n")
    server.will(piecemeal(0.5, head + b"\r\n\r\n", body))
    assert read(server.base_url, "change.follow", options=QUICK) == [
        wire_v1.models.Marked(type="MARK", number=2)
    ]


def test_silence_before_the_first_byte_is_a_timeout_too(read, wire_v1, server):
    server.will(stalls())
    with pytest.raises(wire_v1.errors.TransportTimeout):
        read(server.base_url, "note.dump", options=QUICK)


def test_a_response_of_another_kind(read, wire_v1, server):
    server.will(answers("<p>", kind="text/html"))
    with pytest.raises(wire_v1.errors.ResponseError, match="no text/event-stream"):
        read(server.base_url, "feed.watch")


def test_a_connection_is_used_again_after_the_end(wire_v1, server):
    server.will(says(chunked(RAIN, kind=LINES)))
    with wire_v1.package.WireClient(token="t", base_url=server.base_url) as client:
        for _ in range(3):
            assert len(list(client.note.dump())) == 1
    assert server.connections == 1
