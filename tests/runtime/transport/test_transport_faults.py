"""Either line meets servers that refuse, stall, drip and break off.

Nothing here looks at a clock: a server that stalls does so until the client goes, so that a call
whose time never ended would hang, and what drips would be complete in the end.
"""

import socket
import threading
import time

import msgspec
import pytest

from apiscribe.runtime.errors import TransportError, TransportTimeout
from apiscribe.runtime.transport.sending import NO_ANSWER
from tests.runtime import zoo
from tests.runtime.places import no_address, no_way_in, nobody
from tests.runtime.scripted import (
    ScriptedServer,
    answers,
    drips,
    floods,
    hangs_up,
    http,
    resets,
    says,
    stalls,
)
from tests.runtime.sending import Sender
from tests.runtime.zoo import request_for

ANSWER = b'{"id": 7, "name": "Rex"}'
REQUEST = request_for(zoo.ADD, {"name": "Rex"})
LARGE = msgspec.structs.replace(REQUEST, body=b"x" * 50_000_000)
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"


def failure(transport, request=REQUEST, timeout=10):
    with pytest.raises(TransportError) as caught:
        transport.send(request, timeout)
    return caught.value


def test_a_refused_connection_is_tried_again_and_then_an_error(connect, steps):
    with nobody() as place:
        error = failure(connect(place.base_url))

    assert type(error) is TransportError
    assert (error.operation, error.sent) == ("animal.add", False)
    assert place.base_url == f"http://{error.host}"
    assert error.reason == "cannot connect: Connection refused"
    assert isinstance(error.__cause__, ConnectionRefusedError)
    assert steps.count("RequestFailed") == 3


def test_a_host_without_an_address_is_an_error(connect):
    with no_address() as place:
        error = failure(connect(place.base_url))

    assert not error.sent
    assert str(error) == (
        f"animal.add: no answer from {error.host}: its name cannot be resolved; nothing was sent"
    )


def test_a_host_that_does_not_answer_a_connection_ends_in_time(connect):
    with no_way_in() as place:
        error = failure(connect(place.base_url), timeout=0.5)

    assert type(error) is TransportTimeout
    assert not error.sent


@pytest.mark.parametrize(
    "script",
    [
        stalls(),
        stalls(b"HTTP/1.1 200 OK\r\nContent-"),
        stalls(http(ANSWER)[:-5]),
        drips(http(ANSWER), 0.05),
        drips(CHUNKED + b"1\r\nx\r\n" * 9, 0.05),
        floods(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    ],
    ids=["silence", "half a head", "half a body", "drops", "drops of chunks", "no end of it"],
)
def test_a_slow_answer_ends_in_time(server, transport, script):
    server.will(script)

    error = failure(transport, timeout=0.4)

    assert type(error) is TransportTimeout
    assert error.sent
    assert error.reason == "the time for the call is over"
    assert len(server.received) == 1


def test_a_server_that_does_not_read_ends_in_time(connect):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        transport = connect(f"http://127.0.0.1:{listener.getsockname()[1]}")

        error = failure(transport, LARGE, timeout=0.5)

    assert type(error) is TransportTimeout
    assert error.sent


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        (resets(), "Connection reset by peer"),
        (hangs_up(), "the connection was closed without an answer"),
        (hangs_up(http(ANSWER)[:40]), "the connection was closed without an answer"),
        (says(b"SSH-2.0-OpenSSH_9.6\r\n"), "the answer is not HTTP"),
        (floods(b"HTTP/1.1 200 OK\r\n", b"x: y\r\n"), "the answer is not HTTP"),
        (answers(ANSWER, more="no header\r\n"), "the answer is not HTTP"),
        (says(http(ANSWER).replace(b"Length: ", b"Length: -")), "the answer is not HTTP"),
    ],
    ids=[
        *("reset", "hang-up", "half a head", "another protocol"),
        *("endless head", "no header", "length below zero"),
    ],
)
def test_a_broken_answer_is_an_error_and_nothing_is_sent_again(server, transport, script, reason):
    server.will(script)

    error = failure(transport)

    assert type(error) is TransportError
    assert error.sent
    assert error.reason == reason
    assert len(server.received) == 1


@pytest.mark.parametrize(
    ("script", "body", "flaw"),
    [
        (hangs_up(http(ANSWER)[:-4]), ANSWER[:-4], "was cut short"),
        (hangs_up(CHUNKED + b'3\r\n{"i\r\n'), b'{"i', "was cut short"),
        (hangs_up(CHUNKED + b'3\r\n{"i\r\n5'), b'{"i', "was cut short"),
        (resets(http(ANSWER)[:-4]), None, "was cut short"),
        (
            answers(ANSWER, more="Content-Encoding: gzip\r\n"),
            ANSWER,
            "is not compressed as its headers say",
        ),
    ],
    ids=["cut short", "chunks cut short", "a chunk's size cut short", "reset", "no gzip"],
)
def test_an_answer_that_breaks_off_is_one_all_the_same(server, transport, script, body, flaw):
    server.will(script)

    answer = transport.send(REQUEST, 10)

    assert (answer.status, answer.flaw) == (200, flaw)
    assert body in (None, answer.body)
    assert len(answer.headers) > 0
    assert len(server.received) == 1


@pytest.mark.parametrize("size", [b"-1", b"-5"])
def test_a_chunk_below_zero_is_no_way_around_the_bound(server, size):
    """Only where chunks are Python's: aiohttp takes such an answer for none."""
    server.will(floods(CHUNKED + size + b"\r\n", b"x" * 4096))
    transport = Sender(server.base_url)

    answer = transport.send(REQUEST, 10, 1000)
    transport.close()

    assert (answer.body, answer.flaw) == (b"", "was cut short")


@pytest.mark.parametrize("status", [102, 103, 199])
def test_an_announced_answer_is_awaited(server, transport, status):
    early = f"HTTP/1.1 {status} Soon\r\nLink: </style.css>\r\n\r\n".encode()
    server.will(says(early * 2 + http('"first"')), says(early + http('"second"')))

    assert transport.send(REQUEST, 10).body == b'"first"'
    assert transport.send(REQUEST, 10).body == b'"second"'
    assert server.connections == 1


@pytest.mark.parametrize("pause", [0, 0.05], ids=["at once", "later"])
def test_a_surplus_answer_is_not_the_next_answer(server, transport, pause):
    said = threading.Event()

    def answers_twice(connection):
        connection.sendall(http('"first"'))
        time.sleep(pause)
        connection.sendall(http('"stray"'))
        said.set()
        return True

    server.will(answers_twice, answers('"second"'))

    assert transport.send(REQUEST, 10).body == b'"first"'
    said.wait()
    time.sleep(0.05)
    assert transport.send(REQUEST, 10).body == b'"second"'


def test_an_answer_that_was_there_before_the_request_is_taken(connect):
    with ScriptedServer(greeting=says(http(ANSWER))) as server:
        server.will(stalls())

        assert connect(server.base_url).send(REQUEST, 10).body == ANSWER


@pytest.mark.parametrize(
    "script", [answers("{}", 413), hangs_up(http("{}", 413))], ids=["stays", "closes"]
)
def test_an_answer_that_comes_before_all_was_sent_is_taken(connect, script):
    with ScriptedServer(reads_bodies=False) as server:
        server.will(script)
        try:
            outcome = connect(server.base_url).send(LARGE, 10).status
        except TransportError as error:
            # What the server has not read resets the connection, and may overtake the answer.
            outcome = error.reason

    assert outcome in (413, "Connection reset by peer", "Broken pipe", NO_ANSWER)
    assert len(server.received) == 1
