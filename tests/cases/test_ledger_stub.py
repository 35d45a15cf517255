"""The ledger's stub: values that JSON has otherwise, as clients write them."""

import json
import urllib.error
import urllib.request
from decimal import Decimal

import pytest

from tests.cases.casebook import CASES

LONG = "12345678901234567890.123456789"
"""No float has so many digits."""


def test_the_stub_reads_an_empty_text_as_no_items(ledger_v3):
    with ledger_v3.stub.StubServer() as stub:
        with ledger_v3.package.Ledger(base_url=stub.base_url) as client:
            client.entry.change(id=7, tags=[])
        assert stub.requests[-1].arguments["tags"] == []


def sent_to(address, **arguments):
    body = json.dumps({"amount": "1", "seats": [-1], **arguments}).encode()
    headers = {"Content-Type": "application/json"}
    return urllib.request.urlopen(urllib.request.Request(address, body, headers))


def test_the_stub_takes_what_stands_for_none_alone(ledger_v3):
    with ledger_v3.stub.StubServer() as stub:
        address = f"{stub.base_url}/entries"
        with sent_to(address, due=0) as answer:
            assert answer.status == 200
        with pytest.raises(urllib.error.HTTPError) as caught, sent_to(address, due=None):
            pass
        assert caught.value.headers["X-Stub-Problem"].startswith("due: null is no date")
        caught.value.close()
        assert stub.requests[0].arguments["due"] is None


def test_the_stub_takes_and_gives_them(ledger_v3):
    with (
        ledger_v3.stub.StubServer() as stub,
        ledger_v3.package.Ledger(base_url=stub.base_url) as client,
    ):
        entry = client.entry.create(
            amount="10.50",
            rate=Decimal("1.10"),
            paid=True,
            place=(1, 2),
            seal=b"\xff",
            tags=["red"],
            metadata={"a": "b"},
            levels=[1],
        )
        client.entry.change(id=7, amount="1.50", rate="0.1", hidden=True)
        listed = client.entry.search(scope=["read"], paid=False, active=True, limit="0.5")
        said = posted(
            stub.base_url, b'{"amount": "1", "rate": 0.51, "paid": "maybe", "place": [1]}'
        )

    assert entry.paid is True
    assert [each.paid for each in listed] == [False]
    assert said.count("prices") == 0
    assert "rate" in said
    assert "0.51' is not a multiple of 0.05" in said
    assert "paid" in said
    assert "place" in said


def posted(base_url, body):
    """What the stub says to a body that it refuses."""
    request = urllib.request.Request(f"{base_url}/entries", body, method="POST")
    request.add_header("Content-Type", "application/json")
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(request)
    with caught.value as error:
        return error.read().decode()


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b'{"amount": 1}', "amount: 1, which JSON has as text, is not"),
        (b'{"amount": 1.50}', "amount: 1.50, which JSON has as text, is not"),
        (b'{"amount": "1", "rate": "1.1"}', "rate: 1.1, which JSON has as a number, is not"),
        (b'{"amount": "1", "stamp": ["a", 1, 1.5]}', "stamp[2]: 1.5, which JSON has as text,"),
        (b'{"amount": "1", "weights": ["0"]}', "weights[0]"),
        (b'{"amount": "1", "fee": 0.25}', "fee"),
    ],
)
def test_a_number_is_text_where_json_has_it_so(ledger_v3, body, said):
    with ledger_v3.stub.StubServer() as stub:
        assert said in posted(stub.base_url, body)
        with urllib.request.urlopen(f"{stub.base_url}/_stub/requests") as journal:
            assert json.load(journal)["requests"][-1]["status"] == 400


def test_what_may_be_either_is_taken_as_either(ledger_v3):
    with ledger_v3.stub.StubServer() as stub:
        for fee, weights in (("1.50", ["2", 3]), (1.5, [4]), (2, ["5"])):
            with sent_to(f"{stub.base_url}/entries", fee=fee, weights=weights) as answer:
                assert answer.status == 200
        given = [(each.arguments["fee"], each.arguments["weights"]) for each in stub.requests]
        with ledger_v3.package.Ledger(base_url=stub.base_url) as client:
            client.entry.create(amount="1", fee=Decimal("1.50"), weights=[1])
        sent = stub.requests[-1]

    assert given == [("1.50", [2, 3]), ("1.5", [4]), (2, [5])]
    assert (sent.arguments["fee"], sent.arguments["weights"]) == ("1.50", [1])


def test_the_document_says_what_may_be_either():
    document = json.loads((CASES / "good/ledger/output/openapi.json").read_text())
    body = document["paths"]["/entries"]["post"]["requestBody"]["content"]["application/json"]
    keys = body["schema"]["properties"]

    assert [each["type"] for each in keys["fee"]["anyOf"]] == ["string", "number"]
    assert [each["type"] for each in keys["weights"]["items"]["anyOf"]] == ["integer", "string"]


def test_the_stub_makes_no_float_of_a_decimal(ledger_v3):
    from importlib import import_module

    stub = import_module("ledger_v3._runtime.stub.arguments")
    create = import_module("ledger_v3.operations.entry").CREATE
    body = f'{{"amount": "1", "rate": {LONG}, "prices": [{LONG}], "rating": 4.5}}'.encode()

    given = stub.read_arguments(create, b"", b"application/json", body)

    assert given == {"amount": "1", "rate": LONG, "prices": [LONG], "rating": 4.5}
    assert type(given["rating"]) is float
