"""The stub of the wire: what it streams, in which way, and what disturbs it."""

import asyncio

import pytest
import urllib3

from apiscribe import compile_spec, render
from tests.cases.casebook import CASES
from tests.cases.wire_readers import read_awaiting, read_blocking

AUTHORIZED = {"Authorization": "Bearer t"}


@pytest.fixture(params=["blocking", "async"])
def flavor(request):
    return request.param


@pytest.fixture(params=["sockets", "in process"])
def read(request, flavor, wire_v1):
    """Reads an operation's items from a stub, with a client of either kind, either way."""
    package = wire_v1.package

    def reads(stub, operation, /, **given):
        given["options"] = {"retries": 0, "timeout": 1, **given.get("options", {})}
        if request.param == "in process":
            given["options"]["transport"] = stub.transport
        url = stub.base_url if request.param == "sockets" else None
        if flavor == "blocking":
            return read_blocking(package, url, operation, **given)
        return asyncio.run(read_awaiting(package, url, operation, **given))

    return reads


@pytest.fixture
def examples(wire_v1):
    with wire_v1.stub.StubServer(mode="examples") as stub:
        yield stub


@pytest.fixture
def stub(wire_v1):
    with wire_v1.stub.StubServer() as stub:
        yield stub


def test_documented_items(read, wire_v1, examples):
    models = wire_v1.models
    assert read(examples, "talk.murmur") == ["All is", "quiet\nhere", "{}"]
    assert [each.text for each in read(examples, "talk.stream", about="rain")] == [
        "Rain",
        ", in a",
        " word.",
    ]
    assert read(examples, "feed.watch") == [
        models.Posted(event="posted", data=models.Note(id="7", text="Rain"), id="1"),
        models.Paused(event="paused", retry=500),
        models.Removed(event="removed", data="7", id="2"),
    ]
    assert [each.text for each in read(examples, "note.dump")] == ["Rain", "Sun\nand more"]
    assert [each.text for each in read(examples, "talk.recite")] == ["Rose ", "is ", "red."]
    assert [each.type for each in read(examples, "change.catch_up")] == ["ADDED", "MARK"]
    assert [each.data for each in read(examples, "feed.all")] == [[1, None], {"id": "7"}]


def test_items_of_what_the_stub_remembers(read, wire_v1, stub):
    with wire_v1.package.WireClient(token="t", base_url=stub.base_url) as client:
        ids = [client.note.post(text=each).id for each in ("a", "b")]
        assert client.talk.write(about="rain").text == "rain, in a word."
    assert [each.id for each in read(stub, "note.dump")] == ids
    assert [(each.event, each.data.id) for each in read(stub, "feed.watch")] == [
        ("posted", ids[0]),
        ("posted", ids[1]),
    ]
    assert [each.object.text for each in read(stub, "change.follow")] == ["a", "b"]
    assert next(each.text for each in read(stub, "talk.stream", about="rain")) == "rain"
    assert [each.text for each in read(stub, "talk.recite")] == ["Rain", "!"]
    assert [each.number for each in read(stub, "change.catch_up")] == [2]


def test_nothing_is_streamed_where_there_is_nothing(read, stub):
    assert read(stub, "note.dump") == []
    assert read(stub, "feed.watch") == []


def raw(stub, path):
    return urllib3.request(
        "GET", f"{stub.base_url}/v1{path}", headers=AUTHORIZED, preload_content=False
    )


def test_items_are_sent_in_chunks_of_their_own(examples):
    answered = raw(examples, "/feed")
    assert answered.headers["content-type"] == "text/event-stream"
    assert answered.headers["transfer-encoding"] == "chunked"
    assert [*answered.read_chunked()] == [
        b'event: posted\nid: 1\ndata: {"id":"7","text":"Rain"}\n\n',
        b"event: paused\nretry: 500\ndata: \n\n",
        b"event: removed\nid: 2\ndata: 7\n\n",
        b"event: closed\ndata: \n\n",
    ]


def test_lines_are_sent_under_the_first_of_their_names(examples):
    answered = raw(examples, "/changes")
    assert answered.headers["content-type"] == "application/json"
    assert len([*answered.read_chunked()]) == 2


def test_texts_of_several_lines_are_several_fields(examples):
    assert b"data: quiet\ndata: here\n\n" in raw(examples, "/talks/murmur").data


def test_what_the_stub_is_told_to_refuse(read, wire_v1, stub):
    stub.fails("feed.watch", error="overloaded")
    with pytest.raises(wire_v1.errors.Overloaded):
        read(stub, "feed.watch")


def test_a_stream_that_is_cut_off(read, wire_v1, stub):
    stub.fails("talk.stream", connection="truncate")
    with pytest.raises(wire_v1.errors.ResponseError, match="was cut short"):
        read(stub, "talk.stream", about="rain")


def test_a_stream_that_stalls_has_begun(read, wire_v1, stub):
    stub.fails("talk.stream", connection="stall")
    options = {"timeout": 0.3}
    assert [e.text for e in read(stub, "talk.stream", most=1, about="r", options=options)] == ["r"]
    with pytest.raises(wire_v1.errors.TransportTimeout):
        read(stub, "talk.stream", about="r", options=options)


@pytest.mark.parametrize("connection", ["reset", "garbage"])
def test_a_connection_that_is_lost(read, wire_v1, stub, connection):
    stub.fails("feed.watch", connection=connection)
    with pytest.raises(wire_v1.errors.TransportError):
        read(stub, "feed.watch")


@pytest.mark.parametrize("how", [{"delay": 0.05}, {"connection": "slow", "delay": 0.2}])
def test_a_stream_that_comes_late_or_slowly(read, stub, how):
    stub.fails("talk.stream", **how)
    assert len(read(stub, "talk.stream", about="rain")) == 2


def test_the_journal_has_streams(read, stub):
    read(stub, "note.dump")
    assert [(each.operation, each.status) for each in stub.requests] == [("note.dump", 200)]


def test_the_readme_shows_no_stream_as_if_it_was_an_answer():
    files = render(compile_spec(CASES / "good" / "wire" / "spec"), project=True)
    assert ".follow(" not in str(files["README.md"])


def test_the_page_shows_how_to_read_a_stream(stub):
    def shown(operation):
        asked = {"arguments": {}, "credentials": {"token": "t"}, "base_url": stub.base_url}
        url = f"{stub.base_url}/_stub/operations/{operation}/request"
        return urllib3.request("POST", url, json=asked).json()

    found = shown("feed.watch")
    assert found["curl"].startswith(f"curl -N -X GET {stub.base_url}/feed")
    assert found["python"].endswith(
        "with client.feed.watch() as stream:\n    for item in stream:\n        print(item)"
    )
    assert shown("talk.write")["curl"].startswith("curl -X POST ")
