"""Endpoints that take requests for tokens as JSON, and tell why there is none in their own way."""

import asyncio
import json
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest

from tests.cases.casebook import BASE
from tests.runtime.scripted import answers

ADDED = (BASE / "examples/bird/add.response.json").read_text()
TOKEN = '{"access_token": "t-1", "token_type": "Bearer"}'
FORM, JSON = "application/x-www-form-urlencoded", "application/json"
RIGHT = {"grant_type": "client_credentials", "client_id": "i", "client_secret": "right"}


@pytest.fixture
def made_of(compiled):
    app = {
        "by": "client_credentials",
        "token_url": "/token",
        "client_id": "id",
        "client_secret": "secret",
        "client": "form",
        "encoding": "json",
    }
    credentials = {name: {"doc": f"The {name}."} for name in ("id", "secret")}
    authentication = {"schemes": {"app": app}, "use": ["app"], "credentials": credentials}
    return compiled(BASE, authentication=authentication)


@pytest.fixture(params=["AviaryClient", "AsyncAviaryClient"])
def add(request, made_of):
    """Adds a bird by a client of either kind."""
    kind = getattr(made_of[0], request.param)

    async def awaited(given):
        async with kind(**given) as client:
            return await client.bird.add(name="Tit", species=1)

    def added(base_url, secret="a b&c"):
        given = {"id": "i", "secret": secret, "base_url": base_url}
        if request.param.startswith("Async"):
            return asyncio.run(awaited(given))
        with kind(**given) as client:
            return client.bird.add(name="Tit", species=1)

    return added


def asked(url, content, media_type):
    request = Request(f"{url}/token", content.encode(), {"Content-Type": media_type})
    try:
        with urlopen(request) as response:
            return json.load(response)
    except HTTPError as error:
        with error:
            return json.load(error)


def test_clients_send_json(add, server):
    server.will(answers(TOKEN), answers(ADDED))
    add(f"{server.base_url}/v9")

    request = server.received[0]
    assert request.headers["content-type"] == JSON
    assert json.loads(request.body) == {**RIGHT, "client_secret": "a b&c"}


def test_client_and_stub_agree(add, made_of):
    _, stub, errors, _ = made_of
    with stub.StubServer(credentials={"id": "i", "secret": "right"}) as at_stub:
        assert add(at_stub.base_url, "right").name
        with pytest.raises(errors.TokenRefused, match="invalid_client: there is no such client"):
            add(at_stub.base_url, "wrong")


def test_the_stub_takes_forms_as_well(made_of):
    with made_of[1].StubServer(credentials={"id": "i", "secret": "right"}) as stub:
        assert asked(stub.base_url, json.dumps(RIGHT), JSON)["token_type"] == "Bearer"
        assert asked(stub.base_url, urlencode(RIGHT), FORM)["token_type"] == "Bearer"
        for content in ("no json", "[]", '{"grant_type": 1}'):
            refused = asked(stub.base_url, content, JSON)
            assert refused["error_description"] == "the body is no object of texts in JSON"
        refused = asked(stub.base_url, "x", "text/plain")
        assert refused["error_description"].endswith(f"multipart/form-data, or {JSON}")


@pytest.mark.parametrize(
    ("told", "error", "description"),
    [
        ({"error": "invalid_client", "message": "no"}, "invalid_client", ""),
        ({"code": 1, "message": "There is no such key."}, "1", "There is no such key."),
        ({"message": "There is no such key."}, "", "There is no such key."),
        ({}, "", ""),
    ],
)
def test_a_refusal_may_be_told_as_elsewhere(add, made_of, server, told, error, description):
    server.will(answers(json.dumps(told), 403))
    with pytest.raises(made_of[2].TokenRefused) as caught:
        add(f"{server.base_url}/v9")

    assert (caught.value.error, caught.value.description) == (error, description)


def test_the_stub_says_where_tokens_come_from(made_of):
    with made_of[1].StubServer() as stub:
        request = Request(
            f"{stub.base_url}/v2/bird/list", b"", {"Authorization": "Bearer of-another"}
        )
        with pytest.raises(HTTPError) as caught:
            urlopen(request)
        with caught.value as error:
            problem = error.headers["X-Stub-Problem"]

    assert problem == "the token is none that /token of this stub has given out"
