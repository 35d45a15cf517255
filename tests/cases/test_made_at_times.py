"""What a client makes only where it has an effect: keys and numbers beside a version."""

import asyncio
import json
import warnings

import pytest

from tests.runtime.scripted import answers


@pytest.fixture(params=["Wallet", "AsyncWallet"])
def note(request, wallet_v1, server):
    """Writes a note with a client of each kind."""
    client = getattr(wallet_v1.package, request.param)

    def blocking(arguments):
        with client(secret_key="sk", base_url=server.base_url, retries=1) as made:
            return made.account.note(id="7", text="a", **arguments)

    async def awaited(arguments):
        async with client(secret_key="sk", base_url=server.base_url, retries=1) as made:
            return await made.account.note(id="7", text="a", **arguments)

    def written(**arguments):
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            if request.param == "Wallet":
                return blocking(arguments)
            return asyncio.run(awaited(arguments))

    return written


def test_a_key_goes_along_where_no_version_does(note, server):
    server.will(answers("", 204))
    note()
    note(version=3)
    without, with_version = server.received

    assert len(without.headers["write-token"]) == 36
    assert int(json.loads(without.body)["tick"]) > 1_500_000_000_000_000
    assert "if-version" not in without.headers
    assert "write-token" not in with_version.headers
    assert with_version.headers["if-version"] == "3"
    assert json.loads(with_version.body) == {"text": "a"}


def test_only_what_has_a_key_is_sent_twice(wallet_v1, note, server):
    server.will(answers("{}", 503), answers("", 204))
    note()
    first, second = server.received
    assert first.headers["write-token"] == second.headers["write-token"]
    assert json.loads(first.body)["tick"] < json.loads(second.body)["tick"]

    server.will(answers("{}", 503), answers("", 204))
    with pytest.raises(wallet_v1.errors.ResponseError):
        note(version=3)
    assert len(server.received) == 3


def test_a_key_that_is_given_beside_a_version_is_warned_of(wallet_v1, server):
    server.will(answers("", 204))
    with wallet_v1.package.Wallet(secret_key="sk", base_url=server.base_url) as client:
        with pytest.warns(wallet_v1.package.ArgumentWarning, match="token"):
            client.account.note(id="7", text="a", version=3, token="mine")
        with pytest.raises(wallet_v1.package.InvalidArguments, match="tick"):
            client.account.note(id="7", text="a", version=3, tick=5)

    assert server.received[0].headers["write-token"] == "mine"


def test_the_stub_tells_again_what_had_a_key(wallet_v1):
    with (
        wallet_v1.stub.StubServer() as stub,
        wallet_v1.package.Wallet(secret_key="sk", base_url=stub.base_url) as client,
    ):
        account = client.account.open(cents=1).id
        client.account.note(id=account, text="a")
        client.account.note(id=account, text="a", version=3)
    keyed, versioned = (each.arguments for each in stub.requests[-2:])

    assert {*keyed} == {"id", "text", "token", "tick"}
    assert {*versioned} == {"id", "text", "version"}


def test_the_docstring_says_when_it_is_made(wallet_v1):
    told = " ".join(wallet_v1.package.Wallet(secret_key="sk").account.note.__doc__.split())

    assert "Made by the client where it is left out and has an effect" in told
