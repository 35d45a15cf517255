"""Files that are uploaded: what arrives is all that they hold, or an error says what is wrong."""

import io
import os
import subprocess
import sys

import pytest

from apiscribe.runtime.errors import (
    InvalidArguments,
)
from tests.runtime.scripted import answers
from tests.runtime.zoo import PICTURE

CONTENT = b"\x89PNG" + bytes(range(256)) * 2000
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


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "rex.png"
    path.write_bytes(CONTENT)
    return path


@pytest.fixture
def pipe(path):
    with subprocess.Popen(["cat", path], stdout=subprocess.PIPE) as process:
        yield process.stdout


def test_a_pipe_of_something_else_is_not_sent(server, zoo):
    with (
        subprocess.Popen(["printf", "GIF89a"], stdout=subprocess.PIPE) as process,
        pytest.raises(InvalidArguments, match="the content is not a PNG"),
    ):
        upload(zoo, server, ("a.png", process.stdout))

    assert server.connections == 0
