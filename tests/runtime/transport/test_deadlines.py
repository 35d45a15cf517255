"""One deadline for all that a sending takes: names, addresses, connections, answers.

Nothing here looks at a clock: who takes too long for the deadline never ends, or reaches a server
that the call must have given up on before.
"""

import socket
import threading
from contextlib import ExitStack

import pytest
import urllib3

from apiscribe.runtime.errors import TransportError, TransportTimeout
from tests.runtime import zoo
from tests.runtime.places import full_backlog
from tests.runtime.scripted import answers, drips, head_first, http, stalls
from tests.runtime.sending import Sender
from tests.runtime.zoo import request_for

ANSWER = b'{"id": 7, "name": "Rex"}'
REQUEST = request_for(zoo.ADD, {"name": "Rex"})
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
NAME = "zoo.example"


class Resolver:
    """Knows one name, and is asked by everybody in this process."""

    def __init__(self, real) -> None:
        self.asked = 0
        self.hosts = ["127.0.0.1"]
        self.silent_until: threading.Event | None = None
        self._real = real

    def __call__(self, host, port, *rest, **named):
        flags = named.get("flags", 0)
        if host != NAME or flags & socket.AI_NUMERICHOST:
            return self._real(host, port, *rest, **named)
        self.asked += 1
        if self.silent_until is not None:
            self.silent_until.wait()
        stream = (socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP, "")
        return [(*stream, (each, port)) for each in self.hosts]


@pytest.fixture
def resolver(monkeypatch):
    resolver = Resolver(socket.getaddrinfo)
    monkeypatch.setattr(socket, "getaddrinfo", resolver)
    yield resolver
    if resolver.silent_until is not None:
        resolver.silent_until.set()


@pytest.fixture
def dead(server):
    """Four more addresses at the server's port, where nobody answers."""
    hosts = [f"127.0.0.{number}" for number in range(2, 6)]
    with ExitStack() as stack:
        for host in hosts:
            stack.enter_context(full_backlog(host, port_of(server)))
        yield hosts


def port_of(server):
    return int(server.base_url.rpartition(":")[2])


def named(server):
    return f"http://{NAME}:{port_of(server)}"


def test_an_address_that_is_silent_does_not_keep_from_the_next(server, resolver, dead, connect):
    server.will(answers(ANSWER))
    resolver.hosts = [dead[0], "127.0.0.1"]

    assert connect(named(server)).send(REQUEST, 2).body == ANSWER


def test_an_address_that_refuses_does_not_keep_from_the_next(server, resolver, connect):
    server.will(answers(ANSWER))
    resolver.hosts = ["127.0.0.9", "127.0.0.1"]

    assert connect(named(server)).send(REQUEST, 10).body == ANSWER


def test_many_addresses_share_the_time_of_a_call(server, resolver, dead, connect):
    server.will(answers(ANSWER))
    resolver.hosts = [*dead, "127.0.0.1"]

    with pytest.raises(TransportTimeout) as caught:
        connect(named(server)).send(REQUEST, 0.4)

    assert (caught.value.reason, caught.value.sent) == ("cannot connect in time", False)
    assert server.connections == 0


def test_where_all_addresses_refuse_that_is_the_error(server, resolver, connect):
    resolver.hosts = ["127.0.0.8", "127.0.0.9"]

    with pytest.raises(TransportError) as caught:
        connect(named(server)).send(REQUEST, 10)

    assert caught.value.reason == "cannot connect: Connection refused"


def test_a_resolver_that_is_silent_is_not_waited_for(server, resolver, connect):
    resolver.silent_until = threading.Event()
    transport = connect(named(server))

    with pytest.raises(TransportTimeout) as caught:
        transport.send(REQUEST, 0.2)

    assert (caught.value.reason, caught.value.sent) == ("cannot connect in time", False)


def test_a_resolver_that_was_silent_is_asked_again(server, resolver, connect):
    server.will(answers(ANSWER))
    transport = connect(named(server))
    resolver.silent_until = threading.Event()
    with pytest.raises(TransportTimeout):
        transport.send(REQUEST, 0.2)

    silent, resolver.silent_until = resolver.silent_until, None
    body = transport.send(REQUEST, 10).body
    silent.set()

    assert body == ANSWER
    assert resolver.asked == 2


def test_calls_at_once_ask_a_resolver_once(server, resolver, connect):
    server.will(answers(ANSWER))
    resolver.silent_until = threading.Event()
    transport = connect(named(server))
    bodies = []
    threads = [
        threading.Thread(target=lambda: bodies.append(transport.send(REQUEST, 10).body))
        for _ in range(5)
    ]
    for thread in threads:
        thread.start()
    while resolver.asked == 0:
        pass
    threading.Event().wait(0.1)  # for all of them to ask
    resolver.silent_until.set()
    for thread in threads:
        thread.join()

    assert bodies == [ANSWER] * 5
    assert resolver.asked == 1


@pytest.fixture
def pool():
    with urllib3.PoolManager() as pool:
        yield pool


@pytest.mark.parametrize(
    "script",
    [
        head_first(drips(b"x" * 1000, 0.05), length=1000),
        head_first(stalls(b"x" * 10), length=1000),
        head_first(drips(b"1\r\nx\r\n" * 1000, 0.02)),
    ],
    ids=["drops", "silence", "drops of chunks"],
)
def test_over_an_own_pool_a_slow_body_ends_in_time(server, pool, script):
    server.will(script, answers(ANSWER))
    transport = Sender(server.base_url, pool)

    with pytest.raises(TransportTimeout) as caught:
        transport.send(REQUEST, 0.3)

    assert caught.value.sent
    assert transport.send(REQUEST, 10).body == ANSWER


def test_over_a_pool_of_the_callers_own_bodies_come_whole(server, pool):
    body = b'"' + b"x" * 200_000 + b'"'
    server.will(drips(http(ANSWER), 0.001), answers(body), answers(b""), head_first(_closes(body)))
    transport = Sender(server.base_url, pool)

    received = [transport.send(REQUEST, 10).body for _ in range(4)]

    assert received == [ANSWER, body, b"", body]


def _closes(body):
    def script(connection):
        connection.sendall(b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body))
        return False

    return script
