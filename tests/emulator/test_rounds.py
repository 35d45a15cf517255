"""Requests that come together: kept together, answered each for itself, and not before."""

import json
import logging
import socket
import threading
from contextlib import ExitStack
from urllib.parse import urlencode

import pytest

from tests.emulator.talking import KEY
from zoom_v1._runtime.emulator.sqlite_store import SqliteStore
from zoom_v1.stub import StubServer

CONNECTIONS = 8


def request(path, **arguments):
    body = urlencode({"api_key": KEY, "api_secret": "s", **arguments}).encode()
    head = f"POST /v1/{path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: {len(body)}\r\n"
    return f"{head}content-type: application/x-www-form-urlencoded\r\n\r\n".encode() + body


def answer(connection):
    """A response: its status and body, and whether the connection ends; None if it is cut off."""
    with connection.makefile("rb") as file:
        status = int(file.readline().split()[1])
        headers = dict(iter(lambda: tuple(file.readline().lower().strip().split(b": ")), (b"",)))
        content = file.read(int(headers[b"content-length"]))
        if len(content) < int(headers[b"content-length"]):
            return None
        return status, json.loads(content), headers.get(b"connection") == b"close"


def together(stub, requests):
    """What is answered to requests that the server finds all at once; None where it is cut off."""
    with ExitStack() as stack:
        address = ("127.0.0.1", stub.port)
        connect = socket.create_connection
        connections = [stack.enter_context(connect(address, 10)) for _ in requests]
        for connection in connections:  # the server knows them
            connection.sendall(request("user/list"))
            assert answer(connection)[0] == 200
        done = busy(stub)
        for connection, each in zip(connections, requests, strict=True):
            connection.sendall(each)
        done.set()
        return [answer(connection) for connection in connections]


def busy(stub):
    """Keep the server from reading until this is set."""
    begun, done = threading.Event(), threading.Event()

    def wait():
        begun.set()
        done.wait(10)

    stub._application.control._home().call_soon_threadsafe(wait)
    assert begun.wait(10)
    return done


@pytest.fixture
def stub(tmp_path):
    with StubServer(db=str(tmp_path / "state.db")) as started:
        yield started


@pytest.fixture
def settled(stub, monkeypatch):
    """How many users were there in the file before and after each time something was kept."""
    other = SqliteStore(stub.emulator.store._database.execute("PRAGMA database_list").fetchone()[2])
    found = []

    def users():
        with other.reading():
            return other.counts().get(KEY, {}).get("user", 0)

    def settle():
        before = users()
        SqliteStore.settle(stub.emulator.store)
        if users() != before:
            found.append((before, users()))

    monkeypatch.setattr(stub.emulator.store, "settle", settle)
    yield found
    other.close()


def created(number):
    return request("user/create", email=f"{number}@example.com", type=1)


def test_they_are_kept_at_once(stub, settled):
    answers = together(stub, [created(number) for number in range(CONNECTIONS)])

    assert [status for status, _, _ in answers] == [200] * CONNECTIONS
    assert settled == [(0, CONNECTIONS)]


def test_one_that_is_refused_changes_nothing_of_others(stub, settled):
    taken = [created(number) for number in (1, 1, 2, 2, 3)]
    answers = together(stub, taken)

    assert sorted("error" in body for _, body, _ in answers) == [False] * 3 + [True] * 2
    assert settled == [(0, 3)]
    assert stub.client(api_key=KEY).user.list().total_records == 3


@pytest.mark.parametrize("undone", range(4))
def test_one_that_is_undone_changes_nothing_of_others(stub, settled, undone):
    """What is answered in part leaves no traces."""
    stub.fails("user.create", connection="truncate", after=undone, times=1)
    answers = together(stub, [created(number) for number in range(4)])
    left = {number for number in range(4) if number != undone}

    assert {number for number, each in enumerate(answers) if each is not None} == left
    assert {int(each["email"][0]) for each in stub.records("user", KEY)} == left
    assert settled == [(0, 3)]


def test_nobody_is_told_of_what_could_not_be_kept(stub, monkeypatch, caplog):
    def full():
        if stub.emulator.store._database.in_transaction:
            stub.emulator.store._database.execute("ROLLBACK")
        SqliteStore.settle(stub.emulator.store)

    monkeypatch.setattr(stub.emulator.store, "settle", full)
    with caplog.at_level(logging.ERROR):
        answers = together(stub, [created(number) for number in range(3)])
    monkeypatch.undo()

    assert [ends for _, _, ends in answers] == [True] * 3
    assert all("could not be kept" in body["error"]["message"] for _, body, _ in answers)
    assert "what requests have changed could not be kept" in caplog.text
    assert stub.records("user", KEY) == []
    assert together(stub, [created(1)])[0][0] == 200
