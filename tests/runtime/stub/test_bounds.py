"""What a stub takes of clients that send too much, too slowly, or read nothing."""

import json
import select
import threading
from contextlib import ExitStack, suppress

import pytest
from msgspec.structs import replace

from apiscribe.runtime.stub import Bounds
from apiscribe.runtime.stub.bounds import Held
from tests.runtime.stub.conftest import FORM, Caller, connections_of, wait_until
from tests.runtime.stub.library import API, LibraryStub

GOOD = b"key=k&secret=s&title=x"


def request(body=GOOD, *headers, length=None, path="/v1/book/add"):
    head = [f"POST {path} HTTP/1.1", "Host: localhost", f"Content-Type: {FORM}", *headers]
    head.append(f"Content-Length: {len(body) if length is None else length}")
    return "\r\n".join([*head, "", ""]).encode() + body


class Big(LibraryStub):
    """Its document is larger than what systems buffer."""

    api = replace(API, openapi=json.dumps({"paths": {}, "x": "y" * 4_000_000}).encode())


# Time


@pytest.mark.parametrize("begun", [b"G", b"GET / HTTP/1.1\r\nHost: x\r\n", b"GET /" + b"x" * 9999])
def test_a_head_that_never_ends(call_stub, begun):
    reply = call_stub(bounds=Bounds(head_seconds=0.2)).raw(begun)

    assert (reply.status, reply.fault) == (408, "malformed")
    assert reply.message == "request line and headers did not arrive within 0.2 seconds"
    assert reply.headers["connection"] == "close"


def test_a_second_head_that_never_ends(call_stub):
    with call_stub(bounds=Bounds(head_seconds=0.2)).connected() as connection:
        connection.send(request() + b"POST ")
        assert connection.reply().operation == "book.add"
        assert connection.reply().fault == "malformed"


@pytest.mark.parametrize("begun", [b"", request()])
def test_an_idle_connection_is_closed_without_a_word(call_stub, begun):
    call = call_stub(bounds=Bounds(idle_seconds=1, head_seconds=0.4))
    with call.connected() as connection:
        if begun:
            connection.send(begun)
            assert connection.reply().operation == "book.add"
        assert connection.line() == b""


def test_a_head_that_trickles_is_no_less_late(call_stub):
    with call_stub(bounds=Bounds(head_seconds=0.4)).connected() as connection:
        done = threading.Event()

        def trickle():
            while not done.wait(0.02):
                try:
                    connection.send(b"x")
                except OSError:
                    return

        connection.send(b"GET /")
        sender = threading.Thread(target=trickle)
        sender.start()
        assert connection.reply().status == 408
        done.set()
        sender.join()


def test_a_body_that_trickles_is_no_less_late(call_stub):
    with call_stub(bounds=Bounds(body_seconds=0.4)).connected() as connection:
        done = threading.Event()

        def trickle():
            while not done.wait(0.02):
                try:
                    connection.send(b"x")
                except OSError:
                    return

        connection.send(request(b"key=k&title=", length=100_000))
        sender = threading.Thread(target=trickle)
        sender.start()
        reply = connection.reply()
        done.set()
        sender.join()

    assert (reply.fault, reply.message) == (
        "malformed",
        "the body did not arrive within 0.4 seconds",
    )


# How much


def test_too_many_connections_are_told(call_stub):
    call = call_stub(bounds=Bounds(connections=3))
    with ExitStack() as stack:
        connections = [stack.enter_context(call.connected()) for _ in range(3)]
        for connection in connections:
            connection.send(request())
            assert connection.reply().operation == "book.add"

        refused = stack.enter_context(call.connected()).reply()

        assert (refused.status, refused.fault) == (503, "too_large")
        assert refused.message == "there are 3 connections already; close some"
        connections[0].send(request())
        assert connections[0].reply().operation == "book.add"
    assert wait_until(call.is_alive)


def test_a_flood_of_connections_is_cut(call_stub):
    call = call_stub(bounds=Bounds(connections=2))
    with ExitStack() as stack:
        for _ in range(5):
            connection = stack.enter_context(call.connected())
        with pytest.raises(ConnectionError):
            connection.reply()


@pytest.mark.parametrize(
    "begun", [request(b"x" * 60_000, length=200_000), b"GET /" + b"x" * 60_000]
)
def test_all_that_has_come_in_part_is_counted_together(call_stub, begun):
    call = call_stub(bounds=Bounds(held_bytes=150_000))
    with ExitStack() as stack:
        connections = [stack.enter_context(call.connected()) for _ in range(3)]
        for connection in connections:
            connection.send(begun)

        reply = first_reply(connections)

        assert (reply.status, reply.fault) == (503, "too_large")
        assert reply.message == "too many requests have come in part; wait for some answers"
    assert wait_until(lambda: call.form("/v1/book/add", title="x", notes="n" * 100_000).operation)


def test_what_has_been_answered_does_not_count(call_stub):
    call = call_stub(bounds=Bounds(held_bytes=150_000))

    for _ in range(5):
        assert call.form("/v1/book/add", title="x", notes="n" * 120_000).operation


def test_requests_far_ahead_of_their_answers(call_stub):
    with call_stub(bounds=Bounds(requests_ahead=5)).connected() as connection:
        connection.send(request() * 50)
        for _ in range(6):
            assert connection.reply().operation == "book.add"
        refused = connection.reply()
        assert (refused.status, refused.fault) == (503, "too_large")
        assert refused.message == "more than 5 requests wait for their answers"


def test_who_does_not_read_is_hung_up_on(call_stub):
    """What it asks for fills the system's own buffers, and then the stub's."""
    call = call_stub(Big, bounds=Bounds(unread_seconds=0.4))
    with call.connected() as connection:
        connection.send(b"GET /openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n" * 30)
        assert wait_until(lambda: connections_of(call.stub))
        assert wait_until(lambda: not connections_of(call.stub))
        assert received_by(connection) < 30 * len(Big.api.openapi)


def test_counted_bytes_are_given_back():
    held = Held(10)

    assert held.take(6)
    assert not held.take(5)
    held.give_back(6)
    assert held.take(10)


# In which order


@pytest.mark.parametrize("last", [b"hello\r\n\r\n", request(b"%zz"), b"GET /%zz HTTP/1.1\r\n\r\n"])
def test_a_refusal_comes_after_the_answers_before_it(call, last):
    with call.connected() as connection:
        connection.send(request() * 3 + last)
        for _ in range(3):
            assert connection.reply().operation == "book.add"
        assert connection.reply().fault == "malformed"


def test_offers_to_upgrade_among_other_requests(call):
    offer = request(GOOD, "Connection: Upgrade", "Upgrade: websocket")
    other = request(b"key=k&secret=s", path="/v1/book/list")

    with call.connected() as connection:
        connection.send((other + offer) * 20)
        for _ in range(20):
            assert connection.reply().operation == "book.list"
            assert connection.reply().operation == "book.add"


# When the server stops


@pytest.mark.parametrize(
    ("begun", "lacks"),
    [
        (request(b"", length=9), "body"),
        (request(b"key", length=9), "body"),
        (b"POST / HTTP/1.1\r\n", "headers"),
    ],
)
def test_what_has_not_come_is_told(begun, lacks):
    stub = LibraryStub().start()
    with Caller(stub).connected() as connection:
        connection.send(begun)
        assert wait_until(
            lambda: any(each.heads or each.head_bytes for each in connections_of(stub))
        )

        stub.stop()

        reply = connection.reply()
        assert reply.fault == "malformed"
        assert reply.message == f"the stub has stopped before all of the {lacks} came"


def test_what_comes_in_time_is_answered():
    stub = LibraryStub().start()
    with Caller(stub).connected() as connection:
        connection.send(request()[:-1])
        assert wait_until(lambda: any(each.heads for each in connections_of(stub)))
        stopping = threading.Thread(target=stub.stop)
        stopping.start()

        connection.send(request()[-1:])

        reply = connection.reply()
        assert reply.operation == "book.add"
        stopping.join()


def received_by(connection):
    """How many bytes come before the connection ends, in whatever way."""
    received = 0
    with suppress(ConnectionError):
        while chunk := connection.read(1 << 20):
            received += len(chunk)
    return received


def first_reply(connections):
    """Whichever has been answered."""
    sockets = {each.socket: each for each in connections}
    ready, _, _ = select.select(list(sockets), [], [], 20)
    return sockets[ready[0]].reply()
