"""Whole numbers that the ferry's JSON has as text: numbers in Python, whichever way they travel."""

import asyncio
import json
from urllib.parse import parse_qs, urlsplit

import pytest
import urllib3

from tests.cases.casebook import CASES
from tests.runtime.scripted import answers

SAILING = {
    "id": 7,
    "leaves": 1353844800,
    "seen": 1353844800250,
    "arrives": "2012-11-25T13:45:00+01:00",
    "day": "25.11.2012",
    "crossing": "PT45M",
    "stay": 20,
    "whistles": [],
}


@pytest.fixture
def client(ferry_v2, server):
    with ferry_v2.package.Ferry(base_url=server.base_url) as client:
        yield client


def test_a_body_has_them_as_text(client, server):
    server.will(answers(json.dumps(SAILING)))
    client.sailing.create(leaves=1353844800, cargo=9007199254740990, priority=1)
    assert json.loads(server.received[-1].body) == {
        "leaves": 1353844800,
        "cargo": "9007199254740990",
        "priority": "1",
    }

    server.will(answers(json.dumps(SAILING)))
    client.sailing.create(leaves=1353844800, cargo=None)
    assert json.loads(server.received[-1].body)["cargo"] is None


def test_what_stands_for_none_is_text_too(client, server):
    for said, limit in (("0", None), ("7", 7), (0, 0)):
        server.will(answers(json.dumps({**SAILING, "limit": said})))
        assert client.sailing.create(leaves=1, limit=limit or None).limit == limit
        assert json.loads(server.received[-1].body)["limit"] == str(limit or 0)


def test_a_model_is_sent_as_it_came(client, server):
    server.will(answers(json.dumps({**SAILING, "cargo": "70", "decks": ["1", "-2"]})))
    sailing = client.sailing.create(leaves=1353844800)
    assert (sailing.cargo, sailing.decks) == (70, [1, -2])
    assert (sailing.to_dict()["cargo"], sailing.to_dict()["decks"]) == ("70", ["1", "-2"])
    assert type(sailing).from_json(sailing.to_json()) == sailing

    server.will(answers(json.dumps(SAILING)))
    client.sailing.create(leaves=1353844800, based_on=sailing)
    assert json.loads(server.received[-1].body)["based_on"]["cargo"] == "70"


def test_a_query_has_them_as_ever(client, server):
    server.will(answers("[]"))
    client.sailing.list(since=1, until=2, least=10)
    assert parse_qs(urlsplit(server.received[-1].target).query)["least"] == ["10"]


@pytest.mark.parametrize("said", ["12", 12, 12.0], ids=["text", "number", "fraction"])
def test_a_response_may_have_either(client, server, said):
    server.will(answers(json.dumps({"1": said})))
    assert client.sailing.berths() == {"1": 12}


@pytest.mark.parametrize("said", ["1.5", "many", "", True, "12345678901234567890"])
def test_what_is_no_number_is_kept_with_a_warning(ferry_v2, client, server, said):
    server.will(answers(json.dumps({**SAILING, "cargo": said})))
    with pytest.warns(ferry_v2.package.ResponseMismatchWarning, match=r"\$\.cargo is"):
        sailing = client.sailing.create(leaves=1353844800)
    assert sailing.cargo == said


@pytest.mark.parametrize("cargo", [-10, 15, "70", True, 9007199254741000])
def test_rules_are_of_the_number(ferry_v2, client, cargo):
    with pytest.raises(ferry_v2.package.InvalidArguments):
        client.sailing.create(leaves=1353844800, cargo=cargo)


def test_the_client_that_awaits_reads_them_too(ferry_v2, server):
    server.will(answers(json.dumps({"1": "12"})))

    async def berths():
        async with ferry_v2.package.AsyncFerry(base_url=server.base_url) as client:
            return await client.sailing.berths()

    assert asyncio.run(berths()) == {"1": 12}


def test_the_stub_reads_them_from_text(ferry_v2):
    with ferry_v2.stub.StubServer() as stub, urllib3.PoolManager() as pool:

        def status(**body):
            url = f"{stub.base_url}/sailings"
            return pool.request("POST", url, json={"leaves": 1, **body}, retries=False).status

        assert status(cargo="70", priority="2") == 200
        assert status(cargo="-10") == 400
        assert status(cargo="15") == 400
        assert status(cargo="many") == 400
        assert status(priority="3") == 400
        assert status(cargo=70) == 400
        assert status(boarding=60) == 400
        assert status(limit=0) == 400
        assert status(boarding="60", limit="0") == 200
        assert stub.client().sailing.berths() == {"1": 12, "2": 0}


def test_the_document_says_that_they_are_text():
    document = json.loads((CASES / "good" / "ferry" / "output" / "openapi.json").read_text())
    body = document["paths"]["/sailings"]["post"]["requestBody"]["content"]["application/json"]
    keys = body["schema"]["properties"]
    assert keys["priority"]["enum"] == ["1", "2"]
    assert (keys["priority"]["type"], keys["priority"]["default"]) == ("string", "2")
    assert keys["cargo"]["type"] == ["string", "null"]
    assert keys["cargo"]["pattern"] == "^-?[0-9]+$"
    assert keys["cargo"]["x-minimum"] == 0
