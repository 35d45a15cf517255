"""Transport: real sockets that refuse, stall, drip and break off."""

import logging
import re
import socket
import ssl
import threading
import time
from pathlib import Path

import msgspec
import pytest
import urllib3

from generator.runtime.errors import ResponseError, TransportError, TransportTimeout
from tests.runtime import zoo
from tests.runtime.scripted import (
    ScriptedServer,
    answers,
    drips,
    hangs_up,
    http,
    resets,
    says,
    stalls,
)
from tests.runtime.sending import Sender
from tests.runtime.zoo import KEY, SECRET, request_for

ANSWER = b'{"id": 7, "name": "Rex"}'
REQUEST = request_for(zoo.ADD, {"name": "Rex"})
CERTIFICATE = Path(__file__).with_name("loopback.pem")


@pytest.fixture
def transport(server):
    transport = Sender(server.base_url)
    yield transport
    transport.close()


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
    assert received.headers["user-agent"] == "zoo"


def test_a_base_url_may_have_a_path(server):
    server.will(answers(ANSWER))
    transport = Sender(f"{server.base_url}/behind/proxy")

    transport.send(REQUEST, 10)
    transport.close()

    assert server.received[0].target == "/behind/proxy/v1/animal/add"


def test_connections_are_kept_and_used_again(server, transport):
    server.will(answers(ANSWER))

    for _ in range(3):
        transport.send(REQUEST, 10)

    assert server.connections == 1


def test_a_connection_that_the_server_closed_meanwhile_is_replaced(server, transport):
    server.will(hangs_up(http(ANSWER)), answers(ANSWER))

    transport.send(REQUEST, 10)
    time.sleep(0.05)
    transport.send(REQUEST, 10)

    assert (server.connections, len(server.received)) == (2, 2)


def test_threads_share_a_transport(server, transport):
    server.will(answers(ANSWER))
    statuses = []

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


def test_a_refused_connection_is_tried_again_and_then_an_error():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    transport = Sender(f"http://127.0.0.1:{port}")

    with pytest.raises(TransportError) as caught:
        transport.send(REQUEST, 10)

    error = caught.value
    assert type(error) is TransportError
    assert (error.operation, error.host, error.sent) == ("animal.add", f"127.0.0.1:{port}", False)
    assert error.reason == "cannot connect: Connection refused"
    assert isinstance(error.__cause__, ConnectionRefusedError)


def test_a_server_that_comes_up_late_is_reached():
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
    transport = Sender(f"http://127.0.0.1:{port}")

    assert transport.send(REQUEST, 10).body == ANSWER
    transport.close()
    thread.join()


def test_a_host_without_an_address_is_an_error():
    with pytest.raises(TransportError) as caught:
        Sender("http://zoo.invalid").send(REQUEST, 10)

    assert not caught.value.sent
    assert str(caught.value).startswith("animal.add: no answer from zoo.invalid: ")


def test_a_host_that_does_not_answer_a_connection_ends_in_time():
    # A backlog that is full: the kernel drops what else comes, as a firewall would.
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        address = listener.getsockname()
        fillers = []
        for _ in range(4):
            filler = socket.socket()
            filler.setblocking(False)
            filler.connect_ex(address)
            fillers.append(filler)
        started = time.monotonic()

        with pytest.raises(TransportTimeout) as caught:
            Sender(f"http://127.0.0.1:{address[1]}").send(REQUEST, 0.5)

        assert time.monotonic() - started < 2
        assert not caught.value.sent
        for filler in fillers:
            filler.close()


@pytest.mark.parametrize(
    "script",
    [
        stalls(),
        stalls(b"HTTP/1.1 200 OK\r\nContent-"),
        stalls(http(ANSWER)[:-5]),
        drips(http(ANSWER), 0.05),
        drips(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"1\r\nx\r\n" * 9, 0.05),
    ],
    ids=["silence", "half a head", "half a body", "drops", "drops of chunks"],
)
def test_a_slow_answer_ends_in_time(server, transport, script):
    server.will(script)
    started = time.monotonic()

    with pytest.raises(TransportTimeout) as caught:
        transport.send(REQUEST, 0.4)

    assert time.monotonic() - started < 1.5
    assert caught.value.sent
    assert caught.value.reason == "the time for the call is over"
    assert len(server.received) == 1


def test_a_server_that_does_not_read_ends_in_time():
    big = msgspec.structs.replace(REQUEST, body=b"x" * 50_000_000)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        transport = Sender(f"http://127.0.0.1:{listener.getsockname()[1]}")
        started = time.monotonic()

        with pytest.raises(TransportTimeout):
            transport.send(big, 0.5)

        assert time.monotonic() - started < 2
        transport.close()


def test_the_end_of_one_calls_time_does_not_shorten_the_next(server, transport):
    server.will(answers(ANSWER), drips(http(ANSWER), 0.005))

    transport.send(REQUEST, 0.3)

    assert transport.send(REQUEST, 10).body == ANSWER
    assert server.connections == 1


def test_without_a_limit_there_is_none(server, transport):
    server.will(drips(http(ANSWER), 0.005))

    assert transport.send(REQUEST, None).body == ANSWER


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        (resets(), "Connection reset by peer"),
        (hangs_up(), "the connection was closed without an answer"),
        (says(b"SSH-2.0-OpenSSH_9.6\r\n"), "the answer is not HTTP (BadStatusLine)"),
        (
            says(b"HTTP/1.1 200 OK\r\n" + b"x: y\r\n" * 200 + b"\r\n"),
            "the answer is not HTTP (HTTPException)",
        ),
    ],
    ids=["reset", "hang-up", "another protocol", "endless head"],
)
def test_a_broken_answer_is_an_error_and_nothing_is_sent_again(server, transport, script, reason):
    server.will(script)

    with pytest.raises(TransportError) as caught:
        transport.send(REQUEST, 10)

    assert type(caught.value) is TransportError
    assert caught.value.sent
    assert caught.value.reason == reason
    assert len(server.received) == 1


@pytest.mark.parametrize(
    ("script", "body"),
    [
        (hangs_up(http(ANSWER)[:-4]), ANSWER[:-4]),
        (hangs_up(b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n{"i\r\n'), b'{"i'),
        (resets(http(ANSWER)[:-4]), b""),
        (
            answers(ANSWER, more="Content-Encoding: gzip\r\n"),
            ANSWER,
        ),
    ],
    ids=["cut short", "chunks cut short", "reset", "no gzip"],
)
def test_of_an_answer_that_breaks_off_status_and_headers_are_kept(server, client, script, body):
    server.will(script)

    with pytest.raises(ResponseError) as caught:
        client.animal.add(name="Rex")

    assert (caught.value.status, caught.value.body) == (200, body)
    assert len(caught.value.headers) > 0
    assert len(server.received) == 1


@pytest.fixture
def secure_server():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    with ScriptedServer(context) as server:
        yield server


@pytest.fixture
def secure_transport(secure_server, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    transport = Sender(secure_server.base_url)
    yield transport
    transport.close()


def test_tls_carries_a_call_and_hides_its_secrets_from_logs(
    secure_server, secure_transport, caplog
):
    caplog.set_level(logging.DEBUG)
    secure_server.will(answers(ANSWER))

    for _ in range(2):
        assert secure_transport.send(request_for(zoo.FIND, {"name": "Rex"}), 10).body == ANSWER

    assert secure_server.connections == 1
    assert SECRET in secure_server.received[0].target
    assert SECRET not in caplog.text


@pytest.mark.parametrize("script", [stalls(), drips(http(ANSWER), 0.05)], ids=["silence", "drops"])
def test_a_slow_answer_over_tls_ends_in_time(secure_server, secure_transport, script):
    secure_server.will(script)
    started = time.monotonic()

    with pytest.raises(TransportTimeout):
        secure_transport.send(REQUEST, 0.4)

    assert time.monotonic() - started < 1.5


def test_a_certificate_that_nobody_vouches_for_is_an_error(secure_server):
    transport = Sender(secure_server.base_url)

    with pytest.raises(TransportError, match=r"TLS failed: .*certificate verify failed"):
        transport.send(REQUEST, 10)

    transport.close()
    assert secure_server.received == []


def test_a_handshake_that_is_not_answered_ends_in_time():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        transport = Sender(f"https://127.0.0.1:{listener.getsockname()[1]}")
        started = time.monotonic()

        with pytest.raises(TransportTimeout):
            transport.send(REQUEST, 0.4)

        assert time.monotonic() - started < 1.5
        transport.close()


def test_a_call_within_a_call_leaves_it_as_it_was(server, transport):
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


def test_sendings_and_waits_are_lines_in_the_log_and_show_no_secret(server, transport, caplog):
    caplog.set_level(logging.DEBUG)
    server.will(answers(ANSWER), resets())
    request = request_for(zoo.FIND, {"name": "Rex"})

    transport.send(request, 10)
    with pytest.raises(TransportError):
        transport.send(request, 10)

    ours = [record.getMessage() for record in caplog.records if record.name == "generator"]
    reset = "animal.find: TransportError: Connection reset by peer"
    assert [re.sub(r"\d+\.\d+", "T", line) for line in ours] == [
        "animal.find: 200 in T ms, 24 bytes, attempt 1",
        f"{reset} in T ms, attempt 1",
        "animal.find: waits T s: retry",
        f"{reset} in T ms, attempt 2",
        "animal.find: waits T s: retry",
        f"{reset} in T ms, attempt 3",
    ]
    assert SECRET in server.received[0].target
    for secret in (KEY, SECRET):
        assert secret not in caplog.text


def test_an_error_chains_nothing_that_quotes_the_url(server, transport):
    server.will(resets())
    request = request_for(zoo.FIND, {"name": "Rex"})

    with pytest.raises(TransportError) as caught:
        transport.send(request, 10)

    error = caught.value
    while error is not None:
        assert SECRET not in f"{error!r} {vars(error)!r}"
        error = error.__cause__ or error.__context__
