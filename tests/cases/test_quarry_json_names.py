"""JSON by the name that the quarry has for it."""

import asyncio
import json
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.cases.quarry_callers import BLOCK, CALLER, JSON, OWN, asked, at
from tests.runtime.scripted import answers


@pytest.fixture
def stub(quarry_v1):
    with quarry_v1.stub.StubServer(mode="emulate") as running:
        yield running


@pytest.fixture
def client(stub):
    with stub.client(strict_responses=True) as client:
        yield client


@pytest.mark.parametrize("call", ["blocking", "awaiting"])
def test_json_goes_by_the_name_that_the_service_has(quarry_v1, server, call):
    server.will(answers(BLOCK, status=201), answers(BLOCK), answers(b"", status=204))

    async def awaiting():
        client = quarry_v1.package.AsyncQuarryClient(**CALLER, base_url=server.base_url)
        async with client:
            await client.block.create(name="Otto")
            await client.block.get(id=1)
            await client.block.sell(id=1, price="1.50")

    if call == "awaiting":
        asyncio.run(awaiting())
    else:
        with at(quarry_v1, server) as client:
            client.block.create(name="Otto")
            client.block.get(id=1)
            client.block.sell(id=1, price="1.50")

    told = [(e.headers.get("content-type"), e.headers["accept"]) for e in server.received]
    sale = "application/x-sale-json-1.0"
    assert told == [(OWN, OWN), (None, "application/geo+json; v=2"), (sale, OWN)]


def test_the_stub_calls_json_as_the_service_does(client, stub, quarry_v1):
    raw = client.with_raw_response
    made = raw.block.create(name="Otto")
    assert made.headers["content-type"] == OWN
    found = raw.block.get(id=made.parsed().id)
    assert found.headers["content-type"] == "application/geo+json; v=2"
    with pytest.raises(quarry_v1.errors.Missing) as caught:
        client.block.get(id=7)
    assert caught.value.headers["content-type"] == "application/problem+json"
    with pytest.raises(HTTPError) as unreadable:
        urlopen(Request(f"{stub.base_url}/api/blocks", b"{", {"Content-Type": JSON}))
    with unreadable.value as error:
        assert error.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("kind", "status"),
    [("application/x-sale-json-1.0", 204), (JSON, 204), ("text/plain", 400)],
)
def test_the_stub_takes_json_by_any_of_its_names(client, stub, kind, status):
    made = client.block.create(name="Otto")
    body = '{"data": {"terms": {"price": "1.50"}}, "key": "key"}'
    found, told = asked(stub, f"/blocks/{made.id}/sale", body, kind)

    assert found == status
    assert told is None or told["message"].endswith("takes application/x-sale-json-1.0")


@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "text/plain", OWN])
def test_the_stub_takes_json_that_is_called_anything(stub, kind):
    """As `curl -d` calls it a form, and this service looks at the body alone."""
    assert asked(stub, "/orders", '{"data": ["Otto"]}', kind) == (204, None)
    status, told = asked(stub, "/orders", "names=Otto", kind)
    assert status == 400
    assert "not JSON" in told["message"]


def test_an_example_of_a_page_is_called_so_too(quarry_v1):
    with quarry_v1.stub.StubServer(mode="examples") as stub, stub.client() as client:
        found = client.with_raw_response.block.get(id=1234)

    assert found.headers["content-type"] == "application/geo+json; v=2"


def test_the_document_names_json_as_it_is_called(made):
    paths = json.loads((made["quarry"] / "openapi.json").read_text())["paths"]
    got, sold = paths["/blocks/{id}"]["get"], paths["/blocks/{id}/sale"]["post"]

    assert [*got["responses"]["200"]["content"]] == ["application/geo+json; v=2"]
    assert [*got["responses"]["404"]["content"]] == ["application/problem+json"]
    assert [*sold["requestBody"]["content"]] == ["application/x-sale-json-1.0"]
