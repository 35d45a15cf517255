"""Methods that HTTP has besides, through both clients, the stub and the document."""

import asyncio
import json
from urllib.request import urlopen

import pytest
import urllib3

from tests.cases.casebook import CASES
from tests.runtime.scripted import answers

KEY = {"api_key": "k-12345678"}
CALLS = [
    ("copy", {"id": 7, "destination": 8}, "COPY", "/v1/orders/7", b""),
    ("look_up", {"words": ["rye"]}, "SEARCH", "/v1/orders", b'{"words":["rye"]}'),
    ("forget", {"id": 7, "soft": True}, "PURGE", "/v1/orders/7?soft=true", b""),
]
ANSWERS = {"copy": ('{"id": "o1"}', 201), "look_up": ('[{"id": "o1"}]', 200), "forget": ("", 204)}
call_of_each = pytest.mark.parametrize(
    ("name", "arguments", "method", "target", "body"), CALLS, ids=[each[0] for each in CALLS]
)


@pytest.fixture
def stub(bakery_v1):
    with bakery_v1.stub.StubServer(mode="examples", strict=True) as stub:
        yield stub


def both(bakery_v1, base_url, name, arguments):
    """What a call returns, from either client."""

    async def awaited():
        async with bakery_v1.package.AsyncBakery(**KEY, base_url=base_url) as client:
            return await getattr(client.order, name)(**arguments)

    with bakery_v1.package.Bakery(**KEY, base_url=base_url) as client:
        return getattr(client.order, name)(**arguments), asyncio.run(awaited())


@call_of_each
def test_a_request_has_the_method(bakery_v1, server, name, arguments, method, target, body):
    content, status = ANSWERS[name]
    server.will(answers(content, status), answers(content, status))
    both(bakery_v1, server.base_url, name, arguments)

    sent = [(each.method, each.target, each.body) for each in server.received]
    assert sent == [(method, target, body)] * 2


@call_of_each
def test_the_stub_takes_it(bakery_v1, stub, name, arguments, method, target, body):
    blocking, awaited = both(bakery_v1, stub.base_url, name, arguments)

    assert blocking == awaited
    assert (blocking is None) == (name == "forget")
    assert [each.operation for each in stub.requests] == [f"order.{name}"] * 2


def test_the_stub_says_which_methods_there_are(stub):
    refused = urllib3.request("MOVE", f"{stub.base_url}/v1/orders/7", retries=False)

    assert refused.status == 405
    assert {"COPY", "PURGE"} < set(refused.headers["Allow"].split(", "))


def test_the_document_has_them_beside_the_others():
    paths = json.loads((CASES / "good/bakery/output/openapi.json").read_text())["paths"]
    others = {path: set(item.get("x-additional-operations", {})) for path, item in paths.items()}

    assert {path: found for path, found in others.items() if found} == {
        "/v1/orders": {"SEARCH"},
        "/v1/orders/{id}": {"COPY", "PURGE"},
    }
    assert paths["/v1/orders"]["x-additional-operations"]["SEARCH"]["requestBody"]["required"]


def test_the_page_for_people_shows_them(stub):
    with urlopen(f"{stub.base_url}/_stub/operations/order.look_up") as response:
        form = json.load(response)

    assert (form["method"], form["summary"]) == ("SEARCH", "Look for orders by what is in them.")
