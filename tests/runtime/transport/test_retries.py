"""What is sent again, and what is not: the table, and real sockets."""

import socket
import threading
from contextlib import suppress
from email.utils import formatdate

import msgspec
import pytest
from urllib3 import Retry

from apiscribe.runtime.decoding.retry_after import fill_in_limit, read_retry_after
from apiscribe.runtime.errors import RateLimited, ResponseError, TransportError, TransportTimeout
from apiscribe.runtime.operation import Limit
from apiscribe.runtime.transport.retry import Attempts, policy
from tests.runtime import zoo
from tests.runtime.scripted import answers, hangs_up, http, resets, stalls
from tests.runtime.zoo import request_for

READ = request_for(zoo.LIST, {})
FIND = request_for(zoo.FIND, {"name": "Rex"})
WRITES = [
    request_for(zoo.ADD, {"name": "Rex"}),
    request_for(zoo.REPLACE, {"name": "Rex"}),
    request_for(zoo.REMOVE, {"zoo": "z", "id": "1"}),
]
NOW = 1_700_000_000.0


def attempts(operation, retries=2, max_wait=10.0, dice=1.0):
    return Attempts(operation, policy(retries), max_wait, dice=lambda: dice, clock=lambda: NOW)


@pytest.mark.parametrize("operation", [zoo.LIST, zoo.ADD, zoo.REPLACE, zoo.REMOVE])
@pytest.mark.parametrize(
    ("hopeless", "sent", "which"),
    [
        (False, False, "all"),
        (False, True, "reads"),
        (True, False, "none"),
        (True, True, "none"),
    ],
)
def test_after_a_failure_is_sent_again(operation, hopeless, sent, which):
    pause = attempts(operation).after_failure(sent=sent, hopeless=hopeless)

    again = which == "all" or (which == "reads" and operation is zoo.LIST)
    assert (pause is not None) == again


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_only_reads_are_retried_after_a_server_failure(status):
    assert attempts(zoo.LIST).after_response(status, {}) is not None
    for operation in (zoo.ADD, zoo.REPLACE, zoo.REMOVE):
        assert attempts(operation).after_response(status, {"retry-after": "1"}) is None


@pytest.mark.parametrize("status", [200, 302, 404, 409])
def test_other_answers_are_final(status):
    assert attempts(zoo.LIST).after_response(status, {"retry-after": "1"}) is None


def test_backoff_doubles_and_the_dice_take_up_to_half_of_it():
    highest, lowest = attempts(zoo.LIST, 4, dice=1.0), attempts(zoo.LIST, 4, dice=0.0)

    assert [highest.after_response(500, {}) for _ in range(5)] == [0.1, 0.2, 0.4, 0.8, None]
    assert [lowest.after_response(500, {}) for _ in range(5)] == [0.05, 0.1, 0.2, 0.4, None]


@pytest.mark.parametrize(
    ("retries", "count"),
    [
        (0, 0),
        (3, 3),
        (Retry(1, status_forcelist=[500]), 1),
        (Retry(5, status_forcelist=[500], status=2), 2),
        (Retry(5, status_forcelist=[502]), 0),
        (Retry(False, status_forcelist=[500]), 0),
        # Which methods may be sent twice is for the specification to say.
        (Retry(1, status_forcelist=[500], allowed_methods=["GET"]), 1),
    ],
    ids=["none", "three", "one", "by status", "other status", "never", "other methods"],
)
def test_failures_are_counted_as_urllib3_counts(retries, count):
    call = attempts(zoo.LIST, retries)

    pauses = [call.after_response(500, {}) for _ in range(8)]

    assert [pause is not None for pause in pauses] == [True] * count + [False] * (8 - count)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("0", 0.0),
        ("120", 120.0),
        (formatdate(NOW + 90, usegmt=True), 90.0),
        (formatdate(NOW - 90, usegmt=True), 0.0),
        ("", None),
        ("-1", None),
        ("1.5", 1.5),
        ("0.25", 0.25),
        ("2.", 2.0),
        ("9" * 20, 999_999_999.0),
        (".5", None),
        ("soon", None),
        ("\u0661", None),
        ("Mon, 99 Foo 9999 99:99:99 GMT", None),
    ],
)
def test_a_server_tells_to_wait_by_seconds_or_a_date(header, seconds):
    assert read_retry_after({"retry-after": header}, NOW) == seconds


def test_a_date_is_read_by_the_clock_of_who_has_told_it():
    headers = {"date": formatdate(NOW + 5000, usegmt=True)}
    headers["retry-after"] = formatdate(NOW + 5007, usegmt=True)

    assert read_retry_after(headers, NOW) == 7
    assert read_retry_after(headers | {"date": "noon"}, NOW) == 5007


@pytest.mark.parametrize(("told", "pause"), [("4", 4.0), ("10", 10.0), ("11", None)])
def test_a_server_that_asks_for_patience_gets_it_up_to_a_point(told, pause):
    assert attempts(zoo.LIST).after_response(503, {"retry-after": told}) == pause


def test_the_patience_of_a_call_does_not_start_anew():
    call = attempts(zoo.LIST, 9)

    pauses = [call.after_response(503, {"retry-after": "4"}) for _ in range(3)]

    assert pauses == [4.0, 4.0, None]


LIMITED = msgspec.structs.replace(
    zoo.LIST,
    limits=(
        Limit(group="slow", requests=1, seconds=60),
        Limit(group="fast", requests=9, seconds=2),
    ),
)


def refusal(**headers):
    error = RateLimited("slow down", status=429, headers=headers)
    fill_in_limit(error, LIMITED, NOW)
    return error


def test_a_refusal_says_how_long_to_wait():
    assert refusal(**{"retry-after": "7"}).retry_after == 7
    assert refusal().retry_after == 2
    assert refusal().group is None


def test_refusals_are_waited_out_ever_longer():
    call = attempts(zoo.LIST, 9)

    assert [call.after_refusal(refusal()) for _ in range(3)] == pytest.approx([2.2, 4.4, None])


@pytest.mark.parametrize("operation", [zoo.ADD, zoo.REPLACE, zoo.REMOVE])
def test_a_refusal_of_a_change_is_final(operation):
    assert attempts(operation).after_refusal(refusal(**{"retry-after": "0"})) is None


def test_refusals_and_failures_count_against_the_same_number():
    call = attempts(zoo.LIST, 2)

    assert call.after_refusal(refusal(**{"retry-after": "0"})) is not None
    assert call.after_response(500, {}) is not None
    assert call.after_refusal(refusal(**{"retry-after": "0"})) is None


def test_without_retries_a_refusal_is_final():
    assert attempts(zoo.LIST, 0).after_refusal(refusal(**{"retry-after": "0"})) is None


@pytest.mark.parametrize(
    "fault",
    [answers("", 500), answers("", 503, more="Retry-After: 0\r\n"), resets(), hangs_up(), stalls()],
    ids=["500", "503", "reset", "hang-up", "silence"],
)
def test_a_read_is_sent_again_and_no_change_is(server, transport, fault):
    server.will(fault, answers("{}"))
    assert transport.send(READ, 0.5).status == 200
    assert len(server.received) == 2

    for request in WRITES:
        server.received.clear()
        server.will(fault, answers("{}"))
        with suppress(TransportError):
            assert transport.send(request, 0.5).status >= 500
        # None, if the connection that was kept open was reset under the request.
        assert len(server.received) <= 1


def test_a_server_that_stays_silent_is_asked_three_times(server, transport):
    server.will(stalls())

    with pytest.raises(TransportTimeout):
        transport.send(READ, 0.2)

    assert len(server.received) == 3


def test_an_unused_connection_that_was_reset_is_replaced(connect):
    """By a server that takes the connection and drops it before the handshake is over."""
    taken = []

    def drop(listener):
        for _ in range(3):
            connection, _ = listener.accept()
            taken.append(connection.recv(100)[:1])
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
            connection.close()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=drop, args=(listener,))
        thread.start()
        transport = connect(f"https://127.0.0.1:{listener.getsockname()[1]}")
        with pytest.raises(TransportError) as caught:
            transport.send(WRITES[0], 5)
        thread.join()

    assert not caught.value.sent
    assert taken == [b"\x16"] * 3


def test_how_often_is_an_option_of_the_client_and_of_a_call(server):
    server.will(answers("", 502))
    with zoo.ZooClient(
        api_key=zoo.KEY, api_secret=zoo.SECRET, base_url=server.base_url, retries=1
    ) as client:
        for caller, count in ((client, 2), (client.with_options(retries=0), 1)):
            server.received.clear()
            with pytest.raises(ResponseError):
                caller.animal.list()
            assert len(server.received) == count


@pytest.mark.parametrize("drops", [resets(), hangs_up()], ids=["reset", "hang-up"])
@pytest.mark.parametrize("read", [READ, FIND], ids=["POST", "GET"])
def test_a_stale_connection_costs_a_read_nothing(server, transport, steps, read, drops):
    server.will(answers("{}"), drops, answers("{}"))
    transport.send(read, 5)

    assert transport.send(read, 5).status == 200
    assert len(server.received) == steps.count("RequestStarted") == 3


@pytest.mark.parametrize("drops", [resets(), hangs_up()], ids=["reset", "hang-up"])
@pytest.mark.parametrize("write", WRITES, ids=["POST", "PUT", "DELETE"])
def test_a_change_is_not_risked_again_on_a_stale_connection(server, transport, write, drops):
    """Not by the library either, which HTTP would allow to send a PUT again."""
    server.will(answers("{}"), drops, answers("{}"))
    transport.send(write, 5)

    with pytest.raises(TransportError) as caught:
        transport.send(write, 5)

    assert caught.value.sent
    assert (len(server.received), server.connections) == (2, 1)


def test_an_answer_that_was_cut_short_is_not_asked_for_again(server, transport):
    server.will(hangs_up(http(b'{"id": 7}')[:-3]))

    assert transport.send(READ, 5).flaw == "was cut short"
    assert len(server.received) == 1
