"""What has begun when the stub stops: it is finished, or never was; nothing is done by half."""

import json
import re
import signal
import socket
import threading
from contextlib import contextmanager
from http.client import HTTPException
from typing import Any

import pytest

from tests.emulator.programs import program
from tests.emulator.receiving import receiver
from tests.emulator.talking import KEY, Talk
from zoom_v1.stub import StubServer


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_what_was_acknowledged_is_there_afterwards(tmp_path, number):
    file = str(tmp_path / "state.db")
    acknowledged: list[str] = []
    enough = threading.Event()

    def write(talk, writer):
        try:
            for count in range(10_000):
                status, _, body = talk.sent(
                    "user/create", email=f"{writer}-{count}@example.com", type=1
                )
                if status == 200:
                    acknowledged.append(json.loads(body)["id"])
                if len(acknowledged) >= 40:
                    enough.set()
        except (OSError, HTTPException):
            return  # it has stopped

    with program("--db", file) as (running, talk):
        writers = [threading.Thread(target=write, args=[talk, each]) for each in range(4)]
        for each in writers:
            each.start()
        assert enough.wait(60)
        running.send_signal(number)
        assert running.wait(20) == 0
        for each in writers:
            each.join(20)

    with StubServer(db=file) as stub:
        records = Talk(stub).control(f"GET state/user?tenant={KEY}")["records"]
    kept = {each["id"] for each in records}
    assert set(acknowledged) <= kept
    # A response that was on its way when the end came is all that may be missing.
    assert len(kept) - len(acknowledged) <= len(writers)


def test_a_request_that_has_come_in_part_is_told():
    with program() as (running, talk):
        with socket.create_connection(("127.0.0.1", talk.stub.port), timeout=20) as connection:
            head = (
                b"POST /v1/user/create HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n"
            )
            connection.sendall(head + b"api_key=k")
            running.terminate()
            answered = b"".join(iter(lambda: connection.recv(65536), b""))
        assert running.wait(20) == 0

    assert b"the stub has stopped before all of the body came" in answered


@contextmanager
def slow_receiver():
    """Reads a delivery only when it is told to, and answers it then."""
    taken: dict[str, Any] = {"begun": threading.Event(), "go": threading.Event(), "body": b""}

    def take(listener):
        connection, _ = listener.accept()
        with connection:
            taken["begun"].set()
            taken["go"].wait(20)
            connection.settimeout(20)
            received = b""
            while b"\r\n\r\n" not in received:
                received += connection.recv(65536)
            head, _, body = received.partition(b"\r\n\r\n")
            length = re.search(rb"Content-Length: (\d+)", head)
            assert length
            while len(body) < int(length[1]) and (more := connection.recv(65536)):
                body += more
            taken["body"], taken["length"] = body, int(length[1])
            connection.sendall(b"HTTP/1.1 204 No Content\r\n\r\n")

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=take, args=[listener])
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/", taken
        taken["go"].set()
        thread.join(20)


def start(talk):
    meeting = talk.meeting(talk.user())
    talk.control(f"POST state/meeting/{meeting['id']}/start", {"tenant": KEY})


def test_a_delivery_under_way_is_finished():
    with slow_receiver() as (url, taken), StubServer() as stub:
        stub.subscribe(url)
        start(Talk(stub))
        assert taken["begun"].wait(20)
        threading.Timer(0.2, taken["go"].set).start()
        stub.stop()
        (delivery,) = stub.deliveries

    assert (delivery.state, [each.status for each in delivery.attempts]) == ("delivered", [204])
    assert len(taken["body"]) == taken["length"] > 0


def test_a_delivery_that_takes_too_long_is_told_to_have_failed():
    with slow_receiver() as (url, taken):
        with StubServer() as stub:
            stub.subscribe(url)
            start(Talk(stub))
            assert taken["begun"].wait(20)
        (delivery,) = stub.deliveries

    assert delivery.state == "failed"
    assert [each.error for each in delivery.attempts] == [
        "the stub has stopped before a response came"
    ]


def test_the_next_attempt_is_not_made_when_it_stops():
    with receiver(500) as hooks:
        with StubServer() as stub:
            talk = Talk(stub)
            talk.control("POST clock", {"running": False})
            stub.subscribe(hooks.url)
            start(talk)
            hooks.wait_for(1)
        (delivery,) = stub.deliveries
        with stub:
            again = Talk(stub).control(f"POST deliveries/{delivery.id}/redeliver")
            hooks.wait_for(2)

    assert len(hooks.received) == 2
    assert again["id"] == delivery.id


def test_what_was_told_last_is_sent():
    """The server stops as soon as the event's cause is answered."""
    with receiver() as hooks:
        with StubServer() as stub:
            stub.subscribe(hooks.url)
            start(Talk(stub))
        (delivery,) = stub.deliveries
        hooks.wait_for(1)

    assert (delivery.state, [each.status for each in delivery.attempts]) == ("delivered", [204])
