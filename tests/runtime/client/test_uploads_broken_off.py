"""Files that are checked while they are sent, and servers that do not read them to the end."""

import os
import socket
import subprocess
import threading

import pytest
from msgspec import structs

from apiscribe.runtime.errors import (
    APIError,
    InvalidArguments,
    TransportTimeout,
)
from apiscribe.runtime.validation.values import file as file_check
from tests.runtime.scripted import ScriptedServer, answers, http
from tests.runtime.zoo import CONFIG, PICTURE
from tests.runtime.zoo import checks as zoo_checks

CONTENT = b"\x89PNG" + bytes(range(256)) * 2000
REFUSAL = '{"error": {"code": 1, "message": "that is too large"}}'


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "rex.png"
    path.write_bytes(CONTENT)
    return path


@pytest.fixture
def pipe(path):
    with subprocess.Popen(["cat", path], stdout=subprocess.PIPE) as process:
        yield process.stdout


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
