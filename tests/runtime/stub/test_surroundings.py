"""A stub in programs that fork, that stop the clock, or that have no threads of the usual kind."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from freezegun import freeze_time

from tests.runtime.forking import MAY_WARN, Child
from tests.runtime.stub.conftest import Caller
from tests.runtime.stub.library import LibraryStub

ROOT = Path(__file__).parents[3]


def run(code, said=""):
    """What a program prints, that says nothing else and runs in a process of its own."""
    ran = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=60,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stderr == said
    return ran.stdout


# Forks


@MAY_WARN
def test_a_child_does_not_keep_the_port_of_its_parent():
    stub = LibraryStub().start()
    port = stub.port
    ready, done = os.pipe(), os.pipe()

    def live_on():
        os.write(ready[1], b".")
        return os.read(done[0], 1)

    child = Child(live_on)
    os.read(ready[0], 1)
    stub.stop()

    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port))
    with LibraryStub(port=port) as again:
        assert Caller(again).is_alive()
    os.write(done[1], b".")
    assert child.result() == b"."
    for each in (*ready, *done):
        os.close(each)


@MAY_WARN
def test_a_child_does_not_keep_the_connections_of_its_parent():
    stub = LibraryStub().start()
    done = os.pipe()
    with Caller(stub).connected() as connection:
        connection.send(b"GET /v2/shelves/1/board HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert connection.reply().fault == "credentials_missing"
        child = Child(lambda: os.read(done[0], 1))
        stub.stop()

        assert connection.line() == b""

    os.write(done[1], b".")
    child.result()
    for each in done:
        os.close(each)


@MAY_WARN
def test_a_child_leaves_the_parents_stub_alone(stub):
    def use():
        was_running = stub.running
        stub.stop()
        with LibraryStub() as own:
            return was_running, Caller(own).is_alive()

    assert Child(use).result() == (False, True)
    assert Caller(stub).is_alive()


# Clocks


WITHOUT_UVLOOP = """
import sys
sys.modules["uvloop"] = None
from freezegun import freeze_time
from tests.runtime.stub.conftest import Caller
from tests.runtime.stub.library import LibraryStub
from apiscribe.runtime.stub import Bounds
with freeze_time("2012-11-25"):
    stub = LibraryStub(bounds=Bounds(head_seconds=0.2)).start()
    assert Caller(stub).is_alive()
    assert Caller(stub).raw(b"GET /").status == 408
    stub.stop()
print("stopped")
"""


def test_it_stops_while_time_is_frozen():
    with freeze_time("2012-11-25"):
        stub = LibraryStub().start()
        assert Caller(stub).is_alive()
        stub.stop()
    assert not stub.running


@pytest.mark.parametrize("late", [False, True])
def test_without_uvloop_it_stops_while_time_is_frozen(late):
    """Also if it is imported only then."""
    code = WITHOUT_UVLOOP
    if late:
        frozen = "with freeze_time('2012-11-25'):\n    import apiscribe.runtime.stub\n"
        code = code.replace("from tests", frozen + "from tests", 1)
    assert run(code) == "stopped\n"


# Greenlets


UNDER_GEVENT = """
from gevent import monkey
monkey.patch_all()
import gevent, sys
{missing}
from tests.runtime.stub.conftest import Caller
from tests.runtime.stub.library import LibraryStub
turns = []
def turn():
    while True:
        turns.append(None)
        gevent.sleep(0.001)
other = gevent.spawn(turn)
for _ in range(2):
    with LibraryStub() as stub:
        before = len(turns)
        calls = [gevent.spawn(Caller(stub).is_alive) for _ in range(5)]
        gevent.joinall(calls, raise_error=True)
        assert all(call.value for call in calls)
        assert len(turns) > before, "the stub holds up all others"
    assert not stub.running
other.kill()
print("stopped")
"""


@pytest.mark.parametrize("missing", ["", "sys.modules['uvloop'] = sys.modules['httptools'] = None"])
def test_under_gevent_it_serves_beside_the_greenlets(missing):
    assert run(UNDER_GEVENT.format(missing=missing)) == "stopped\n"


# Without the compiled parts of uvicorn


WITHOUT_HTTPTOOLS = """
import sys
sys.modules["httptools"] = sys.modules["uvloop"] = None
from apiscribe.runtime.stub import Bounds
from tests.runtime.stub.conftest import Caller, connections_of, wait_until
from tests.runtime.stub.library import LibraryStub
BODY = b"key=k&secret=s&title=x"
HEAD = b"POST /v1/book/add HTTP/1.1\\r\\nHost: localhost\\r\\n"
HEAD += b"Content-Length: %d\\r\\n\\r\\n" % len(BODY)
stub = LibraryStub(bounds=Bounds(head_seconds=0.2, body_seconds=0.4, connections=2)).start()
call = Caller(stub)
assert call.raw(b"GET /").status == 408
assert call.raw(HEAD).message == "the body did not arrive within 0.4 seconds"
assert call.raw(HEAD + BODY[:5]).message == "the body did not arrive within 0.4 seconds"
with call.connected() as one:
    one.send(HEAD + BODY + HEAD + BODY + b"hello\\r\\n\\r\\n")
    assert one.reply().operation == one.reply().operation == "book.add"
    assert one.reply().status == 400
with call.connected(), call.connected(), call.connected() as third:
    assert third.reply().status == 503

with call.connected() as connection:
    connection.send(HEAD)
    assert wait_until(lambda: any(each.heads for each in connections_of(stub)))
    stub.stop()
    assert connection.reply().message == "the stub has stopped before all of the body came"
print("stopped")
"""


def test_the_bounds_are_those_of_either_parser():
    said = "Invalid HTTP request received.\n"  # by uvicorn, of what is no HTTP
    assert run(WITHOUT_HTTPTOOLS, said) == "stopped\n"
