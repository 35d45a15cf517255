"""What tests of the stub share: a stub that runs, and ways to talk to it."""

import json
import socket
import threading
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPResponse
from typing import Any, cast
from urllib.parse import urlencode

import pytest
import urllib3

from tests.runtime.stub.library import CODES, LibraryStub

KEYS = {"key": "k", "secret": "s"}
FORM = "application/x-www-form-urlencoded"
_FAULTS = {code: fault for fault, code in CODES.items()} | {500: "internal"}


@dataclass(frozen=True)
class Reply:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def content(self):
        return json.loads(self.body)

    @property
    def operation(self):
        """Which operation has answered."""
        return self.content.get("answer of")

    @property
    def fault(self):
        return _FAULTS[self.content["error"]["code"]]

    @property
    def message(self):
        return self.content["error"]["message"]


class Connection:
    def __init__(self, connection: Any) -> None:
        self.socket = connection
        self._received = connection.makefile("rb")

    def send(self, data):
        self.socket.sendall(data)

    def reply(self, method="POST"):
        reply = HTTPResponse(
            cast("socket.socket", self), method=method
        )  # all it asks for is makefile
        reply.begin()
        return Reply(reply.status, {k.lower(): v for k, v in reply.getheaders()}, reply.read())

    def close(self):
        self._received.close()

    def line(self):
        return self._received.readline()

    def read(self, most):
        return self._received.read1(most)

    def makefile(self, _mode):
        """One file for all replies: each would read ahead, and take from the next."""
        return _Unclosed(self._received)


def connections_of(stub):
    """What the server has open, as it sees it."""
    return list(stub._running[0].server_state.connections)


def wait_until(holds):
    """Whether it does, sooner or later."""
    pause = threading.Event()
    return any(holds() or pause.wait(0.02) for _ in range(1000))


class _Unclosed:
    def __init__(self, file):
        self.read, self.readline, self.readinto = file.read, file.readline, file.readinto

    def close(self):
        pass

    flush = close


class Caller:
    """Talks to a stub as its clients do."""

    def __init__(self, stub):
        self.stub = stub
        self.pool = urllib3.PoolManager(retries=False, timeout=20)

    def __call__(self, path, method="POST", **options):
        reply = self.pool.request(method, self.stub.base_url + path, **options)
        return Reply(reply.status, {k.lower(): v for k, v in reply.headers.items()}, reply.data)

    def form(self, path, fields=(), /, *, body=None, content_type=FORM, headers=(), **named):
        """Send a form, with credentials."""
        pairs = [*(KEYS | named).items(), *(fields.items() if isinstance(fields, dict) else fields)]
        sent = urlencode(pairs) if body is None else body
        named_type = {"content-type": content_type} if content_type else {}
        return self(path, body=sent, headers={**named_type, **dict(headers)})

    @contextmanager
    def connected(self):
        """A connection of its own, to write bytes to and to read replies from."""
        with (
            socket.create_connection(("127.0.0.1", self.stub.port), timeout=20) as connection,
            closing(Connection(connection)) as connected,
        ):
            yield connected

    def raw(self, data):
        """What is answered to these bytes."""
        with self.connected() as connection:
            connection.send(data)
            return connection.reply()

    def is_alive(self):
        return self.form("/v1/book/add", title="x").operation == "book.add"


@pytest.fixture(scope="session")
def stub():
    with LibraryStub() as stub:
        yield stub


@pytest.fixture
def call(stub):
    """A caller of the stub, which has to be alive when the test is over."""
    caller = Caller(stub)
    yield caller
    assert caller.is_alive()
    caller.pool.clear()


@pytest.fixture
def call_stub():
    """Starts a stub of another kind, and gives its caller."""
    callers = []

    def start(kind=LibraryStub, **options):
        callers.append(Caller(kind(**options).start()))
        return callers[-1]

    yield start
    for caller in callers:
        caller.pool.clear()
        caller.stub.stop()
