"""Signatures over bodies that are sent while they are read: what is signed is what arrives."""

import hashlib
import subprocess

import pytest

from apiscribe.runtime.authentication import Hook
from apiscribe.runtime.client.signing import SigningTransport
from apiscribe.runtime.errors import InvalidArguments
from apiscribe.runtime.transport.run_sync import run_sync
from apiscribe.runtime.transport.sending import Call
from apiscribe.runtime.transport.urllib3_transport import Urllib3Transport
from tests.runtime.scripted import answers
from tests.runtime.zoo import PICTURE, request_for

CONTENT = b"\x89PNG" + bytes(600_000)


def by_pieces(request):
    digest = hashlib.sha256()
    for piece in request.pieces():
        digest.update(piece)
    return {"X-Digest": digest.hexdigest()}


def as_a_whole(request):
    return {"X-Digest": hashlib.sha256(request.body).hexdigest()}


def not_the_body(request):
    return {"X-Digest": request.method}


def send(server, pic, sign):
    server.will(answers("{}"))
    transport = Urllib3Transport(server.base_url)
    signing = SigningTransport(transport, {"mark": sign}, {"mark": Hook(adds=("X-Digest",))})
    request = request_for(PICTURE, {"id": "rex", "pic": ("a.png", pic)})
    try:
        run_sync(signing.attempt(request, Call()))
    finally:
        transport.close()


@pytest.mark.parametrize("sign", [by_pieces, as_a_whole])
@pytest.mark.parametrize("how", ["bytes", "path", "file"])
def test_what_arrives_is_what_was_signed(server, tmp_path, how, sign):
    path = tmp_path / "a.png"
    path.write_bytes(CONTENT)
    with path.open("rb") as file:
        send(server, {"bytes": CONTENT, "path": path, "file": file}[how], sign)

    [came] = server.received
    assert CONTENT in came.body
    assert came.headers["x-digest"] == hashlib.sha256(came.body).hexdigest()


def test_a_pipe_cannot_be_signed_and_sent(server):
    with (
        subprocess.Popen(["printf", r"\x89PNG"], stdout=subprocess.PIPE) as process,
        pytest.raises(InvalidArguments, match="pic: can be read only once"),
    ):
        send(server, process.stdout, by_pieces)

    assert server.received == []


def test_a_pipe_goes_with_a_signature_of_something_else(server):
    with subprocess.Popen(["printf", r"\x89PNG and more"], stdout=subprocess.PIPE) as process:
        send(server, process.stdout, not_the_body)

    [came] = server.received
    assert b"\x89PNG and more" in came.body
    assert came.headers["x-digest"] == "POST"
