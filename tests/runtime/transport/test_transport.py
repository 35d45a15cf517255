"""How requests travel, by a line that blocks and by one that awaits."""

import asyncio
import logging
import socket
import threading
import time

import aiohttp
import pytest
import urllib3

from apiscribe.runtime.decoding.response import Response
from apiscribe.runtime.transport.aiohttp_transport import AiohttpTransport
from apiscribe.runtime.transport.sending import Call
from tests.runtime import zoo
from tests.runtime.scripted import answers, drips, hangs_up, http, says
from tests.runtime.sending import Sender
from tests.runtime.zoo import request_for

ANSWER = b'{"id": 7, "name": "Rex"}'
REQUEST = request_for(zoo.ADD, {"name": "Rex"})


def test_a_request_arrives_as_it_was_built(server, transport):
    server.will(answers(ANSWER))

    answer = transport.send(REQUEST, 10)

    assert (answer.status, answer.body, answer.flaw) == (200, ANSWER, "")
    assert answer.headers["CONTENT-type"] == "application/json"
    (received,) = server.received
    assert (received.method, received.target) == ("POST", "/v1/animal/add")
    assert received.body.decode() == REQUEST.body
    assert received.headers["content-type"] == "application/x-www-form-urlencoded"
    assert received.headers["accept"] == "application/json"
    assert received.headers["user-agent"] == "zoo-v1/0.1.0"


@pytest.mark.parametrize(
    ("sent", "read"), [("Zoë Ω".encode(), "Zoë Ω"), ("Zoë".encode("latin-1"), "Zoë")]
)
def test_headers_are_read_in_utf8_or_else_latin1(server, transport, sent, read):
    server.will(says(http(ANSWER, more="X-Keeper: ?\r\n").replace(b"?", sent)))

    assert transport.send(REQUEST, 10).headers["x-keeper"] == read


def test_a_base_url_may_have_a_path(server, connect):
    server.will(answers(ANSWER))

    connect(f"{server.base_url}/behind/proxy").send(REQUEST, 10)

    assert server.received[0].target == "/behind/proxy/v1/animal/add"


def test_connections_are_kept_and_used_again(server, transport):
    server.will(answers(ANSWER))

    for _ in range(3):
        transport.send(REQUEST, 10)

    assert server.connections == 1


def test_a_connection_closed_by_the_server_is_replaced(server, transport):
    server.will(hangs_up(http(ANSWER)), answers(ANSWER))

    transport.send(REQUEST, 10)
    time.sleep(0.05)
    transport.send(REQUEST, 10)

    assert (server.connections, len(server.received)) == (2, 2)


def test_threads_share_a_transport(server, transport):
    server.will(answers(ANSWER))
    statuses: list[int] = []

    def send():
        statuses.extend(transport.send(REQUEST, 10).status for _ in range(5))

    threads = [threading.Thread(target=send) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert statuses == [200] * 40


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_not_followed(server, transport, status):
    server.will(answers("", status, more=f"Location: {server.base_url}/else\r\n"))

    assert transport.send(REQUEST, 10).status == status
    assert len(server.received) == 1


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_status_is_an_answer_and_nothing_is_sent_again(server, transport, status):
    server.will(answers("{}", status, more="Retry-After: 0\r\n"))

    assert transport.send(REQUEST, 10).status == status
    assert len(server.received) == 1


def test_a_server_that_comes_up_late_is_reached(connect):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    listening = threading.Event()

    def come_up():
        time.sleep(0.1)
        with socket.create_server(("127.0.0.1", port)) as late:
            listening.set()
            late.settimeout(5)
            connection, _ = late.accept()
            with connection:
                connection.recv(65536)
                connection.sendall(http(ANSWER))

    thread = threading.Thread(target=come_up)
    thread.start()

    assert connect(f"http://127.0.0.1:{port}").send(REQUEST, 10).body == ANSWER
    thread.join()


def test_the_end_of_one_calls_time_does_not_shorten_the_next(server, transport):
    server.will(answers(ANSWER), drips(http(ANSWER), 0.005))

    transport.send(REQUEST, 0.3)

    assert transport.send(REQUEST, 10).body == ANSWER
    assert server.connections == 1


def test_without_a_limit_there_is_none(server, transport):
    server.will(drips(http(ANSWER), 0.005))

    assert transport.send(REQUEST, None).body == ANSWER


def test_a_call_within_a_call_leaves_it_as_it_was(server):
    transport = Sender(server.base_url)
    server.will(answers(ANSWER))
    inner = request_for(zoo.FIND, {"name": "inner"})

    class Reports(logging.Handler):
        """Sends what is logged somewhere, as some handlers do."""

        def emit(self, record):
            logger.removeHandler(self)
            transport.send(inner, 10)

    logger = logging.getLogger("urllib3.connectionpool")
    level = logger.level
    logger.setLevel(logging.DEBUG)
    logger.addHandler(Reports())
    transport.send(REQUEST, 10)
    logger.setLevel(level)
    transport.close()

    targets = [received.target.partition("?")[0] for received in server.received]
    assert targets == ["/v1/animals", "/v1/animal/add"]


def test_a_pool_of_the_callers_own_is_used_and_left_open(server):
    server.will(answers(ANSWER))
    with urllib3.PoolManager(headers={"x-not": "sent"}) as pool:
        transport = Sender(f"{server.base_url}/behind", pool)
        transport.send(REQUEST, 10)
        transport.close()

        assert pool.request("GET", f"{server.base_url}/mine").status == 200

    assert [each.target for each in server.received] == ["/behind/v1/animal/add", "/mine"]


def test_a_session_of_the_callers_own_is_used_and_left_open(server):
    server.will(answers(ANSWER))

    async def whole():
        async with aiohttp.ClientSession(headers={"x-theirs": "sent"}) as session:
            line = AiohttpTransport(f"{server.base_url}/behind", session)
            answer = await line.attempt(REQUEST, Call())
            assert isinstance(answer, Response)
            await line.close()
            async with session.get(f"{server.base_url}/mine") as mine:
                return answer.body, mine.status

    assert asyncio.run(whole()) == (ANSWER, 200)
    assert [each.target for each in server.received] == ["/behind/v1/animal/add", "/mine"]
