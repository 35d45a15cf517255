"""The stub's life in a thread of a test."""

import logging
import signal
import socket
import threading
import time
from contextlib import ExitStack

import pytest

from apiscribe.runtime.stub import PortTaken, StubServer
from tests.runtime.stub.conftest import FORM, Caller
from tests.runtime.stub.library import API, LibraryStub


def test_it_serves_while_it_is_in_use():
    with LibraryStub() as stub:
        assert stub.base_url == f"http://127.0.0.1:{stub.port}"
        running = [stub.running]
        assert Caller(stub).is_alive()
        port = stub.port
    running.append(stub.running)

    assert running == [True, False]
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port))


def test_the_api_can_be_given_instead_of_subclassed_for():
    with StubServer(api=API) as stub:
        assert Caller(stub).is_alive()


def test_it_can_be_started_again():
    stub = LibraryStub()

    for _ in range(3):
        with stub:
            assert Caller(stub).is_alive()


def test_the_same_port_can_be_used_again_at_once():
    with LibraryStub() as stub:
        port = stub.port
        assert Caller(stub).is_alive()

    with LibraryStub(port=port) as again:
        assert Caller(again).is_alive()


def test_several_run_side_by_side():
    with LibraryStub() as one, LibraryStub(strict=True) as two, LibraryStub() as three:
        assert len({one.port, two.port, three.port}) == 3
        assert all(Caller(stub).is_alive() for stub in (one, two, three))


def test_starting_twice_is_a_mistake_and_stopping_twice_is_none():
    stub = LibraryStub().start()

    with pytest.raises(RuntimeError, match="running already"):
        stub.start()
    stub.stop()
    stub.stop()


def test_a_stub_that_does_not_run_has_no_address():
    with pytest.raises(RuntimeError, match="not running: start it"):
        _ = LibraryStub().base_url


def test_a_port_that_is_taken(call_stub):
    port = call_stub().stub.port

    with pytest.raises(PortTaken, match=rf"port {port} of 127\.0\.0\.1 is taken"):
        LibraryStub(port=port).start()


def test_an_address_of_another_machine():
    with pytest.raises(OSError, match="assign"):
        LibraryStub(host="192.0.2.1").start()


def test_credentials_that_the_api_does_not_have():
    with pytest.raises(ValueError, match="no credential `kay`; there are `key`, `secret`"):
        LibraryStub(credentials={"kay": "k"})


def test_an_ipv6_address():
    try:
        stub = LibraryStub(host="::1").start()
    except OSError:
        pytest.skip("no IPv6 here")
    assert stub.base_url == f"http://[::1]:{stub.port}"
    assert Caller(stub).is_alive()
    stub.stop()


@pytest.mark.parametrize("host", ["0.0.0.0", ""])
def test_every_address_is_warned_about_and_reached_on_loopback(host, caplog):
    with LibraryStub(host=host) as stub:
        assert Caller(stub).is_alive()

    assert "is reached from other machines, by anybody" in caplog.text


def test_loopback_is_not_warned_about(caplog):
    with LibraryStub(host="localhost") as stub:
        assert Caller(stub).is_alive()

    assert not caplog.records


def test_it_stops_without_waiting_for_clients(caplog):
    half = f"POST /v1/book/add HTTP/1.1\r\nContent-Type: {FORM}\r\nContent-Length: 99\r\n\r\nkey="
    threads = threading.active_count()
    stub = LibraryStub().start()
    with ExitStack() as connections:
        for sent in (b"", b"GET / HT", b"GET / HTTP/1.1\r\n\r\n", half.encode()):
            connection = connections.enter_context(Caller(stub).connected())
            connection.send(sent)
        time.sleep(0.2)

        stub.stop()

        assert threading.active_count() == threads
        assert connection.reply().message == "the stub has stopped before all of the body came"
        assert "Traceback" not in caplog.text


def test_it_leaves_signals_and_logging_alone():
    def state():
        names = ("", "uvicorn", "uvicorn.error", "uvicorn.access", "uvicorn.asgi")
        loggers = [logging.getLogger(name) for name in names]
        return (
            [(each.level, list(each.handlers), each.propagate) for each in loggers],
            [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)],
        )

    before = state()

    with LibraryStub() as stub:
        assert Caller(stub).is_alive()
        assert state() == before
    assert state() == before
