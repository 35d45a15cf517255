"""Programs that say to the quarry what they are."""

import json
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.cases.quarry_callers import BLOCK, CALLER, JSON, PROGRAM, asked, at
from tests.runtime.scripted import answers


@pytest.fixture
def stub(quarry_v1):
    with quarry_v1.stub.StubServer(mode="emulate") as running:
        yield running


@pytest.fixture
def client(stub):
    with stub.client(strict_responses=True) as client:
        yield client


def test_the_caller_says_which_program_calls(quarry_v1, server, monkeypatch):
    server.will(answers(BLOCK), answers(BLOCK))
    with at(quarry_v1, server) as client:
        client.block.get(id=1)
    monkeypatch.setenv("QUARRY_CONTACT", "b@saw.example")
    package = quarry_v1.package
    with package.QuarryClient(key="k", program="my saw", base_url=server.base_url) as client:
        client.block.get(id=1)

    agents = [each.headers["user-agent"] for each in server.received]
    assert agents == [PROGRAM, "my saw (b@saw.example)"]


@pytest.mark.parametrize("name", ["QuarryClient", "AsyncQuarryClient"])
def test_a_client_that_says_no_program_is_refused(quarry_v1, name):
    with pytest.raises(quarry_v1.errors.ConfigurationError) as caught:
        getattr(quarry_v1.package, name)(key="k", program="saw")

    assert "pass contact= or set QUARRY_CONTACT" in str(caught.value)
    assert "app_id= and app_secret= and contact=" in str(caught.value)


def test_a_header_in_its_place_is_refused(quarry_v1):
    with pytest.raises(quarry_v1.errors.ConfigurationError, match="User-Agent has the client's"):
        quarry_v1.package.QuarryClient(**CALLER, headers={"User-Agent": "other"})


def test_a_program_is_no_secret(quarry_v1, server):
    told = {"code": "x", "message": "saw of a@saw.example, your key is first-key"}
    server.will(answers(json.dumps(told), status=400))
    given = {**CALLER, "key": "first-key", "base_url": server.base_url}
    client = quarry_v1.package.QuarryClient(**given)
    with client, pytest.raises(quarry_v1.errors.APIError) as caught:
        client.block.get(id=1)

    assert "saw of a@saw.example, your key is ***" in str(caught.value)


def test_tokens_are_asked_for_by_the_program_too(quarry_v1, server):
    token = '{"access_token": "t-1", "token_type": "Bearer"}'
    server.will(answers(token), answers(BLOCK))
    app = {"app_id": "a", "app_secret": "s", "program": "saw", "contact": "a@saw.example"}
    with quarry_v1.package.QuarryClient(**app, base_url=server.base_url) as client:
        client.block.get(id=1)

    assert [each.target for each in server.received] == ["/token", "/blocks/1"]
    assert [each.headers["user-agent"] for each in server.received] == [PROGRAM, PROGRAM]


@pytest.mark.parametrize("program", ["", "Python-urllib/3.13"])
def test_the_stub_refuses_a_program_without_a_name(stub, program):
    body = '{"data": {"name": "Otto", "source": "api"}, "version": 2, "key": "k"}'

    assert asked(stub, "/blocks", body, JSON, program)[0] == 401
    assert asked(stub, "/blocks", body, JSON)[0] == 201


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("?key=k", "what is there cannot be read as credentials; what is taken: the header `User-"),
        ("", "there are no credentials; what is taken: `key` beside the arguments together with"),
    ],
)
def test_a_program_without_a_key_is_nobody(stub, query, told):
    request = Request(f"{stub.base_url}/api/blocks/1{query}", headers={"User-Agent": "saw"})
    with pytest.raises(HTTPError) as refused:
        urlopen(request)
    with refused.value as error:
        assert (error.code, error.headers["X-Stub-Problem"][: len(told)]) == (401, told)


def test_whose_state_it_is_no_program_says(quarry_v1, stub):
    with stub.client(program="one") as one, stub.client(program="other") as other:
        made = one.block.create(name="Otto")

        assert other.block.get(id=made.id).name == "Otto"


def test_the_document_has_the_program_as_a_key(made):
    document = json.loads((made["quarry"] / "openapi.json").read_text())
    scheme = document["components"]["securitySchemes"]["program"]

    assert (scheme["type"], scheme["in"], scheme["name"]) == ("apiKey", "header", "User-Agent")
    assert {"program": []} in document["security"]
