"""Files that are sent again, and what is told of their progress."""

import os
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest
from msgspec import structs

from apiscribe.runtime.errors import (
    ConfigurationError,
    ResponseError,
    TransportError,
)
from apiscribe.runtime.transport.retry import SPENT
from tests.runtime.scripted import answers, resets
from tests.runtime.zoo import PICTURE

CONTENT = b"\x89PNG" + bytes(range(256)) * 2000
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
