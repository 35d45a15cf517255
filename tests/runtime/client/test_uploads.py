"""Files that are uploaded: what arrives is all that they hold, or an error says what is wrong."""

import io
import os
import socket
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

import pytest
from msgspec import structs

from apiscribe.runtime.errors import (
    APIError,
    ConfigurationError,
    InvalidArguments,
    ResponseError,
    TransportError,
    TransportTimeout,
)
from apiscribe.runtime.transport.retry import SPENT
from apiscribe.runtime.validation.values import file as file_check
from tests.runtime.scripted import ScriptedServer, answers, http, resets
from tests.runtime.zoo import CONFIG, PICTURE
from tests.runtime.zoo import checks as zoo_checks

CONTENT = b"\x89PNG" + bytes(range(256)) * 2000
REFUSAL = '{"error": {"code": 1, "message": "that is too large"}}'
IN_PIECES = """
import sys, time
content = b"\\x89PNG" + bytes(range(256)) * 2000
for start in range(0, len(content), 100_000):
    sys.stdout.buffer.write(content[start:start + 100_000])
    sys.stdout.buffer.flush()
    time.sleep(0.02)
"""


class InPieces:
    """A file that gives a few bytes at a time, however many are asked for."""

    def __init__(self, content: bytes) -> None:
        self._stream = io.BytesIO(content)

    def read(self, size: int = -1) -> bytes:
        return self._stream.read(min(size, 1000))


class Awaited:
    async def read(self, size: int = -1) -> bytes:
        return CONTENT


class Broken:
    def read(self, size: int = -1) -> bytes:
        raise RuntimeError("the disk is on fire")


def upload(zoo, server, pic):
    client = zoo.client(server.base_url)
    return client.call(PICTURE, {"id": "rex", "pic": pic}, type(None))


@pytest.mark.parametrize("buffering", [0, -1], ids=["raw", "buffered"])
def test_a_pipe_is_sent_to_its_end(server, zoo, buffering):
    server.will(answers("{}"))
    program = [sys.executable, "-c", IN_PIECES]

    with subprocess.Popen(program, stdout=subprocess.PIPE, bufsize=buffering) as process:
        upload(zoo, server, process.stdout)

    assert CONTENT in server.received[0].body


def test_a_file_that_gives_a_little_at_a_time_is_sent_whole(server, zoo):
    server.will(answers("{}"))

    upload(zoo, server, InPieces(CONTENT))

    assert CONTENT in server.received[0].body


def test_a_file_may_take_as_long_as_it_takes(server, zoo):
    server.will(answers("{}"))
    client = zoo.client(server.base_url, timeout=None)
    client.call(PICTURE, {"id": "rex", "pic": InPieces(CONTENT)}, type(None))

    assert CONTENT in server.received[0].body


@pytest.fixture
def not_blocking():
    """A pipe that has a part of a picture, and the rest not yet."""
    out, into = os.pipe()
    os.set_blocking(out, False)
    os.write(into, CONTENT[:1000])
    with open(out, "rb", buffering=0) as pipe:
        yield pipe
    os.close(into)


@pytest.fixture
def as_text(tmp_path):
    path = tmp_path / "rex.png"
    path.write_bytes(CONTENT)
    with path.open(encoding="latin-1") as file:
        yield file


@pytest.mark.parametrize(
    ("pic", "why"),
    [
        ("not_blocking", "cannot be read: it has no more for now"),
        ("as_text", 'cannot be read: it gives text: open it in binary mode, "rb"'),
        (Awaited(), "cannot be read: its read() has to be awaited"),
        (Broken(), "cannot be read: the disk is on fire"),
    ],
    ids=["not blocking", "text", "awaited", "broken"],
)
def test_a_file_that_cannot_be_read_whole_is_not_sent(server, zoo, request, pic, why):
    pic = request.getfixturevalue(pic) if isinstance(pic, str) else pic

    with pytest.raises(InvalidArguments) as caught:
        upload(zoo, server, pic)

    [violation] = caught.value.violations
    assert violation.argument == "pic"
    assert violation.message.startswith(why)
    assert server.received == []


# Sent again

AGAIN = structs.replace(PICTURE, effect="read")
"""The same, as if it might be sent twice."""


def again(zoo, server, pic, **options):
    client = zoo.client(server.base_url, **options)
    return client.call(AGAIN, {"id": "rex", "pic": ("a.png", pic)}, type(None))


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "rex.png"
    path.write_bytes(CONTENT)
    return path


@pytest.fixture
def pipe(path):
    with subprocess.Popen(["cat", path], stdout=subprocess.PIPE) as process:
        yield process.stdout


@pytest.mark.parametrize("how", ["bytes", "path", "file"])
@pytest.mark.parametrize("failure", [answers("{}", 503), resets()], ids=["refused", "reset"])
def test_what_can_be_read_again_is_sent_again(server, zoo, path, how, failure):
    server.will(failure, answers("{}"))
    with path.open("rb") as file:
        again(zoo, server, {"bytes": CONTENT, "path": path, "file": file}[how])
        assert not file.closed

    first, second = (each.body for each in server.received)
    assert first == second
    assert CONTENT in second


def test_a_file_is_sent_again_from_where_it_stood(server, zoo, tmp_path):
    path = tmp_path / "two.png"
    path.write_bytes(b"before" + CONTENT)
    server.will(answers("{}", 503), answers("{}"))
    with path.open("rb") as file:
        file.seek(6)
        again(zoo, server, file)

    bodies = [each.body for each in server.received]
    assert [b"before" in body for body in bodies] == [False, False]
    assert [CONTENT in body for body in bodies] == [True, True]


def test_a_pipe_is_not_sent_again_and_the_error_says_so(server, zoo, pipe):
    server.will(answers("{}", 503))
    with pytest.raises(ResponseError) as caught:
        again(zoo, server, pipe)

    assert len(server.received) == 1
    assert caught.value.__notes__ == [SPENT]


def test_a_pipe_is_not_sent_again_after_a_reset(server, zoo, pipe):
    server.will(resets())
    with pytest.raises(TransportError, match="can be read only once"):
        again(zoo, server, pipe)

    assert len(server.received) == 1


def test_what_would_not_be_sent_again_anyway_says_nothing(server, zoo, pipe):
    server.will(answers("{}", 503))
    with pytest.raises(ResponseError) as caught:
        again(zoo, server, pipe, retries=0)

    assert not hasattr(caught.value, "__notes__")


# Progress


@pytest.mark.parametrize("how", ["bytes", "path", "file", "pipe"])
def test_progress_is_told_up_to_the_end(server, zoo, path, pipe, how):
    server.will(answers("{}", 503), answers("{}"))
    told = []
    with path.open("rb") as file:
        pic = {"bytes": CONTENT, "path": path, "file": file, "pipe": pipe}[how]
        client = zoo.client(server.base_url)
        arguments = {"id": "rex", "pic": ("a.png", pic)}
        operation = PICTURE if how == "pipe" else AGAIN
        try:
            client.call(operation, arguments, type(None), {"progress": lambda *x: told.append(x)})
        except ResponseError:
            assert how == "pipe"

    sent = len(server.received[0].body)
    starts = [place for place, each in enumerate(told) if place and each < told[place - 1]]
    assert len(starts) == (0 if how == "pipe" else 1)
    assert told[-1] == (sent, None if how == "pipe" else sent)
    assert len(told) > 1


def test_what_progress_raises_ends_the_call(server, zoo, path):
    server.will(answers("{}"))

    def stop(sent, size):
        raise KeyError("enough")

    client = zoo.client(server.base_url)
    with pytest.raises(KeyError, match="enough"):
        client.call(PICTURE, {"id": "x", "pic": path}, type(None), {"progress": stop})


def test_progress_has_to_be_a_function(server, zoo):
    client = zoo.client(server.base_url)
    with pytest.raises(ConfigurationError, match="progress= is 7"):
        client.call(PICTURE, {"id": "x", "pic": CONTENT}, type(None), {"progress": 7})


# Checked while it is sent


def _at_most(most):
    def picture(value, path, found):
        file_check(value, path, found, "a PNG", ("png",), b"\x89PNG", most)

    def checks(operation_id):
        found = zoo_checks(operation_id)
        return structs.replace(found, fields={**found.fields, "pic": picture})

    return structs.replace(CONFIG, checks=checks)


def test_a_pipe_that_is_too_large_is_broken_off(server, zoo, pipe):
    client = zoo.client(server.base_url, config=_at_most(300_000))
    server.will(answers("{}"))
    with pytest.raises(InvalidArguments, match="broken off while it was sent") as caught:
        client.call(PICTURE, {"id": "x", "pic": ("a.png", pipe)}, type(None))

    [violation] = caught.value.violations
    assert (violation.argument, violation.message) == (
        "pic",
        "the content has more than 300000 bytes",
    )
    assert caught.value.sent
    assert [each.body for each in server.received if CONTENT in each.body] == []


@pytest.mark.parametrize("how", ["path", "file"])
def test_a_file_that_is_too_large_is_not_sent(server, zoo, path, how):
    client = zoo.client(server.base_url, config=_at_most(300_000))
    with path.open("rb") as file, pytest.raises(InvalidArguments, match="nothing was sent"):
        client.call(PICTURE, {"id": "x", "pic": file if how == "file" else path}, type(None))

    assert server.connections == 0


def test_a_pipe_that_is_small_but_too_large_is_not_sent(server, zoo):
    client = zoo.client(server.base_url, config=_at_most(10))
    with (
        subprocess.Popen(["printf", r"\x89PNG and more"], stdout=subprocess.PIPE) as process,
        pytest.raises(InvalidArguments, match=r"nothing was sent.*\n.*more than 10 bytes"),
    ):
        client.call(PICTURE, {"id": "x", "pic": ("a.png", process.stdout)}, type(None))

    assert server.connections == 0


def test_a_pipe_of_something_else_is_not_sent(server, zoo):
    with (
        subprocess.Popen(["printf", "GIF89a"], stdout=subprocess.PIPE) as process,
        pytest.raises(InvalidArguments, match="the content is not a PNG"),
    ):
        upload(zoo, server, ("a.png", process.stdout))

    assert server.connections == 0


def test_a_file_that_becomes_shorter_is_broken_off(server, zoo, tmp_path):
    path = tmp_path / "film.png"
    path.write_bytes(b"\x89PNG" + bytes(4_000_000))
    server.will(answers("{}"))

    def cut(sent, size):
        os.truncate(path, 1000)

    client = zoo.client(server.base_url)
    with pytest.raises(InvalidArguments, match="has become shorter") as caught:
        client.call(PICTURE, {"id": "x", "pic": path}, type(None), {"progress": cut})

    assert caught.value.sent


def _open_files():
    places = Path("/proc/self/fd")
    with suppress(FileNotFoundError):
        return {os.readlink(each) for each in places.iterdir() if each.is_symlink()}


@pytest.mark.parametrize(
    "script", [answers("{}"), answers("{}", 503), resets()], ids=["sent", "refused", "reset"]
)
def test_what_the_client_opens_it_closes(server, zoo, path, script):
    server.will(script)
    with suppress(ResponseError, TransportError):
        again(zoo, server, path)

    assert server.received
    assert str(path) not in _open_files()


def test_a_server_that_does_not_read_is_not_waited_for(zoo):
    gone = threading.Event()
    with ScriptedServer(greeting=lambda _: gone.wait(30) and False) as server:
        client = zoo.client(server.base_url, timeout=0.5, retries=0)
        with pytest.raises(TransportTimeout, match="the time for the call is over"):
            upload_with(client, CONTENT + bytes(50_000_000))
        gone.set()


def test_what_a_server_says_before_it_has_read_all_is_heard(zoo):
    def says_so(connection):
        connection.sendall(http(REFUSAL, 413, more="Connection: close\r\n"))
        connection.shutdown(socket.SHUT_WR)
        while connection.recv(65536):
            pass
        return False

    with ScriptedServer(reads_bodies=False) as server:
        server.will(says_so)
        client = zoo.client(server.base_url)
        with pytest.raises(APIError, match="that is too large"):
            upload_with(client, CONTENT + bytes(20_000_000))


def test_what_a_server_says_before_a_reset_is_heard(zoo):
    broken_off = threading.Event()

    def breaks_off(connection):
        connection.sendall(http(REFUSAL, 413))
        connection.close()  # with bytes unread, which makes it a reset
        broken_off.set()
        return False

    with ScriptedServer(reads_bodies=False) as server:
        server.will(breaks_off)
        client = zoo.client(server.base_url)
        with pytest.raises(APIError, match="that is too large"):
            upload_with(
                client, CONTENT + bytes(20_000_000), progress=lambda *_: broken_off.wait(30)
            )


def upload_with(client, pic, **options):
    return client.call(PICTURE, {"id": "rex", "pic": ("a.png", pic)}, type(None), options)
