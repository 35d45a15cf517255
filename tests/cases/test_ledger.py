"""The ledger's package, run: values that JSON has otherwise, and rules of single values."""

import json
import urllib.error
import urllib.request
import warnings
from datetime import UTC, date, datetime
from decimal import Decimal
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.runtime.scripted import answers

NOON = datetime(2012, 11, 25, 12, tzinfo=UTC)
ENTRY = {
    "id": 7,
    "amount": "12.50",
    "rate": 1.05,
    "prices": [0.1, 12],
    "kind": "income",
    "level": 2,
    "state": "open",
    "paid": "yes",
    "hidden": 0,
    "active": "1",
    "metadata": {"order": "6735"},
    "place": [52.5, 13.4],
    "stamp": ["ann", 1353844800, "0.10"],
    "seal": "AP+/",
    "key": "_-8",
    "tags": "red|blue",
    "days": "2012-11-25;2012-11-26",
    "shares": "1,2,3",
    "rating": 4.5,
}
LIKE = {"id": 1, "amount": "1", "state": "open", "paid": True}
LIKE_WITHOUT = '{"id":1,"amount":"1","state":"open","paid":"yes","note":"","ends":"0000-00-00"}'
LONG = "12345678901234567890.123456789"
"""No float has so many digits."""


@pytest.fixture
def client(ledger_v3, server):
    with ledger_v3.package.Ledger(base_url=server.base_url) as client:
        yield client


@pytest.fixture
def sent(client, server):
    """The body of `entry.create` with given arguments."""

    def body(**arguments):
        server.will(answers(json.dumps(ENTRY)))
        client.entry.create(**{"amount": 1, **arguments})
        return server.received[-1].body.decode()

    return body


@pytest.fixture
def answered(client, server):
    """The entry that the service says, changed as given."""

    def entry(text=None, **changes):
        server.will(answers(text or json.dumps({**ENTRY, **changes})))
        return client.entry.create(amount=1)

    return entry


@pytest.fixture
def refused(ledger_v3):
    """What is wrong with arguments: argument, rule and message of each."""

    def violations(**arguments):
        given = {"amount": 1, **arguments}
        found = ledger_v3.validators.validate("entry.create", given)
        return [(each.argument, each.rule, each.message) for each in found]

    return violations


@pytest.mark.parametrize(
    ("name", "value", "written"),
    [
        ("amount", Decimal("10.50"), '"10.50"'),
        ("amount", "0.01", '"0.01"'),
        ("amount", 5, '"5"'),
        ("amount", Decimal("1E+3"), '"1000"'),
        ("rate", Decimal("1.10"), "1.10"),
        ("rate", "2.0", "2.0"),
        ("prices", [Decimal(LONG), "0.1", 3], f"[{LONG},0.1,3]"),
        ("paid", True, '"yes"'),
        ("paid", False, '"no"'),
        ("hidden", False, "0"),
        ("hidden", None, "null"),
        ("place", (52.5, 13.4), "[52.5,13.4]"),
        ("place", [1, 2], "[1,2]"),
        ("stamp", ("ann", NOON, Decimal("0.10")), '["ann",1353844800,"0.10"]'),
        ("seal", b"\x00\xff\xbf", '"AP+/"'),
        ("seal", "AP+/", '"AP+/"'),
        ("key", b"\xff\xef", '"_-8"'),
        ("tags", ["red", "blue"], '"red|blue"'),
        ("tags", "red", '"red"'),
        ("days", [date(2012, 11, 25), "2012-11-26"], '"2012-11-25;2012-11-26"'),
        ("rating", 4.5, "4.5"),
        ("due", None, "0"),
        ("seats", [None, 2], "[-1,2]"),
        ("like", {**LIKE, "note": None, "ends": None}, LIKE_WITHOUT),
        ("metadata", {"order": "6735"}, '{"order":"6735"}'),
    ],
)
def test_an_argument_is_written_as_the_page_says(sent, name, value, written):
    assert f'"{name}":{written}' in sent(**{name: value})


def test_a_query_and_headers_have_them_as_text(client, server):
    server.will(answers("[]"))
    client.entry.search(
        least=Decimal("0.10"),
        paid=True,
        scope=["read", "write"],
        tags="a|b",
        place=(1.5, -2),
        seal=b"\xff\xef",
        active=False,
        due=None,
        ends=None,
        limit=Decimal("1E+2"),
    )

    received = server.received[-1]
    assert parse_qs(urlsplit(received.target).query) == {
        "least": ["0.10"],
        "paid": ["Y"],
        "scope": ["read write"],
        "tags": ["a|b"],
        "place": ["[1.5,-2]"],
        "seal": ["_-8"],
        "ends": ["0000-00-00"],
    }
    assert received.headers["x-due"] == "0"
    assert received.headers["x-active"] == "off"
    assert received.headers["x-limit"] == "100"


def test_no_items_are_an_empty_text_where_that_is_said(client, server, ledger_v3):
    server.will(answers("null"))
    client.entry.change(id=7, tags=[], note=None)
    with pytest.raises(ledger_v3.package.InvalidArguments) as caught:
        client.entry.search(scope=["read"], tags=[])

    assert [each.body for each in server.received] == [b"tags=&note="]
    (found,) = caught.value.violations
    assert (found.argument, found.rule, found.basis) == ("tags", "min_items", "inferred")


def test_the_stub_reads_an_empty_text_as_no_items(ledger_v3):
    with ledger_v3.stub.StubServer() as stub:
        with ledger_v3.package.Ledger(base_url=stub.base_url) as client:
            client.entry.change(id=7, tags=[])
        assert stub.requests[-1].arguments["tags"] == []


def test_a_form_has_them_as_text(client, server, ledger_v3):
    server.will(answers("null"))
    like = ledger_v3.models.Entry(
        id=1, amount=Decimal("2.50"), state="open", paid=True, rate=Decimal(LONG)
    )
    client.entry.change(
        id=7, amount="1.50", rate=Decimal("0.1"), hidden=True, metadata={"a": "b"}, like=like
    )

    assert parse_qs(server.received[-1].body.decode()) == {
        "amount": ["1.50"],
        "rate": ["0.1"],
        "hidden": ["1"],
        "metadata[a]": ["b"],
        "like[id]": ["1"],
        "like[amount]": ["2.50"],
        "like[state]": ["open"],
        "like[paid]": ["yes"],
        "like[rate]": [LONG],
    }


def test_a_response_has_what_they_mean(answered, ledger_v3):
    entry = answered()

    assert entry == ledger_v3.models.Entry(
        id=7,
        amount=Decimal("12.50"),
        rate=Decimal("1.05"),
        prices=[Decimal("0.1"), Decimal(12)],
        kind="income",
        level=2,
        state="open",
        paid=True,
        hidden=False,
        active=True,
        metadata={"order": "6735"},
        place=(52.5, 13.4),
        stamp=("ann", NOON, Decimal("0.10")),
        seal=b"\x00\xff\xbf",
        key=b"\xff\xef",
        tags=["red", "blue"],
        days=[date(2012, 11, 25), date(2012, 11, 26)],
        shares=[1, 2, 3],
        rating=4.5,
    )
    assert str(entry.amount) == "12.50"
    assert "key=***" in repr(entry)


@pytest.mark.parametrize(
    ("name", "said", "read"),
    [
        ("amount", 12.5, Decimal("12.5")),
        ("rate", "1.050", Decimal("1.050")),
        ("paid", True, True),
        ("hidden", "1", True),
        ("hidden", None, None),
        ("active", 0, False),
        ("tags", ["red"], ["red"]),
        ("tags", "", []),
        ("tags", "red | blue", ["red", "blue"]),
        ("shares", None, None),
        ("kind", "gift", "gift"),
        ("due", 0, None),
        ("due", 1353844800, NOON),
        ("parent", 0, None),
        ("parent", 5, "5"),
        ("note", "", None),
        ("ends", "0000-00-00", None),
        ("seats", [-1, 4], [None, 4]),
    ],
)
def test_a_response_may_write_them_a_little_otherwise(answered, name, said, read):
    found = getattr(answered(**{name: said}), name)

    assert (found, type(found)) == (read, type(read))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("amount", "much"),
        ("paid", "maybe"),
        ("hidden", 2),
        ("level", 3),
        ("state", "lost"),
        ("place", [1]),
        ("place", [1, "2"]),
        ("stamp", ["ann", "noon", "1"]),
        ("seal", "*"),
        ("shares", "1,two"),
        ("days", "2012-02-30"),
        ("due", "never"),
        ("note", 5),
        ("parent", True),
    ],
)
def test_what_is_none_is_kept_with_a_warning(answered, ledger_v3, name, said):
    with pytest.warns(ledger_v3.package.ResponseMismatchWarning, match=rf"\$\.{name} is"):
        entry = answered(**{name: said})

    assert getattr(entry, name) == said
    assert entry.amount == (said if name == "amount" else Decimal("12.50"))


def test_no_float_is_made_of_a_number(answered, client, server, ledger_v3):
    text = json.dumps(ENTRY).replace("1.05", LONG)
    assert answered(text).rate == Decimal(LONG)

    wrong = text.replace('"paid": "yes"', '"paid": "maybe"')
    with pytest.warns(ledger_v3.package.ResponseMismatchWarning):
        entry = answered(wrong)
    assert entry.rate == Decimal(LONG)
    assert (entry.rating, type(entry.rating)) == (4.5, float)

    server.will(answers(LONG))
    assert client.entry.total() == Decimal(LONG)


def test_what_stands_for_none_goes_back_as_it_came(answered, ledger_v3):
    none = {"due": 0, "parent": 0, "note": "", "ends": "0000-00-00", "seats": [-1]}
    entry = answered(**none)

    assert {name: entry.to_dict()[name] for name in none} == none
    assert json.loads(entry.to_json()).items() >= none.items()


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
        assert caught.value.headers["X-Stub-Problem"].startswith("due: null is not a date")
        caught.value.close()
        assert stub.requests[0].arguments["due"] is None


def test_what_is_no_model_is_read_as_well(client, server):
    server.will(answers("[1, 2]"), answers('{"name": "till", "scope": "read write"}'))

    assert client.entry.levels() == [1, 2]
    assert client.app.get().scope == ["read", "write"]


def test_a_model_is_written_as_the_service_wrote_it(answered, sent, ledger_v3):
    text = json.dumps(ENTRY).replace("1.05", LONG)
    entry = answered(text)

    assert LONG in entry.to_json()
    assert json.loads(entry.to_json()) == json.loads(text)
    assert entry.to_dict() == {
        **ENTRY,
        "rate": Decimal(LONG),
        "prices": [Decimal("0.1"), Decimal(12)],
    }
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert ledger_v3.models.Entry.from_dict(entry.to_dict()) == entry
        assert ledger_v3.models.Entry.from_json(entry.to_json()) == entry
    with pytest.warns(ledger_v3.package.DeprecatedArgumentWarning):
        body = sent(like=entry)
    assert LONG in body
    assert json.loads(body)["like"] == json.loads(text)


@pytest.mark.parametrize(
    ("name", "value", "rule", "message"),
    [
        (
            "amount",
            0.1,
            "type",
            "0.1 is not a decimal: a Decimal, a whole number, or its digits as text; a float",
        ),
        ("amount", "1e5", "type", "'1e5' is not a decimal"),
        ("amount", Decimal("NaN"), "type", "NaN is not a decimal"),
        ("amount", True, "type", "True is not a decimal"),
        ("amount", 0, "exclusive_minimum", "0 is not more than 0, as it has to be"),
        ("amount", Decimal(1000000000000), "maximum", "is more than 999999999999.99"),
        ("amount", "0.001", "max_decimals", "'0.001' has more than 2 digits after the point"),
        ("rate", Decimal("0.45"), "minimum", "0.45 is less than 0.5"),
        ("rate", Decimal("0.51"), "multiple_of", "0.51 is not a multiple of 0.05"),
        ("rate", 1, "min_decimals", "1 has less than 1 digits after the point"),
        ("paid", "yes", "type", "'yes' is not true or false"),
        ("hidden", 1, "type", "is not true or false"),
        ("place", (1, 2, 3), "type", "is not a list of 2"),
        ("place", "1,2", "type", "is not a list of 2"),
        ("seal", "AP+", "type", "'AP+' is neither bytes nor text in base64"),
        ("seal", bytes(33), "max_bytes", "has 33 bytes; at most 32 are allowed"),
        ("reason", "", "min_bytes", "'' has 0 bytes in UTF-8; at least 1 are needed"),
        ("reason", "é" * 33, "max_bytes", "has 66 bytes in UTF-8; at most 64 are allowed"),
        ("tags", [], "min_items", "has 0 items"),
        ("rating", 4.6, "multiple_of", "4.6 is not a multiple of 0.5"),
        ("rating", 5.5, "exclusive_maximum", "5.5 is not less than 5.5"),
        ("rating", 0.4, "minimum", "0.4 is less than 0.5"),
        ("steps", 7, "multiple_of", "7 is not a multiple of 5"),
        ("steps", 100, "exclusive_maximum", "100 is not less than 100"),
        ("metadata", {f"k{'x' * n}": "" for n in range(51)}, "max_keys", "has 51 keys; at most 50"),
    ],
)
def test_what_cannot_be_written_is_refused(refused, name, value, rule, message):
    found = {(argument, rule): said for argument, rule, said in refused(**{name: value})}

    assert message in found[name, rule]


@pytest.mark.parametrize(
    ("name", "value", "argument", "rule", "message"),
    [
        ("place", (91, 0), "place[0]", "maximum", "91 is more than 90"),
        ("place", (0, -180.5), "place[1]", "exclusive_minimum", "-180.5 is not more than -180.5"),
        ("stamp", ("ann", "noon", 1), "stamp[1]", "date", "'noon' is not a date"),
        ("tags", ["red|blue"], "tags[0]", "separated", "holds a pipe, which would make two items"),
        ("tags", "red|green", "tags[1]", "choices", "'green' is not one of 'red', 'blue'"),
        ("days", ["2012-02-30"], "days[0]", "date", "is not a date that exists"),
        ("metadata", {"x" * 41: ""}, f"metadata.{'x' * 41}", "max_length", "the key 'xxx"),
        ("metadata", {"A": ""}, "metadata.A", "pattern", "the key 'A' does not match [a-z_]+"),
        (
            "metadata",
            {"a": "x" * 501},
            "metadata.a",
            "max_length",
            "has 501 characters; at most 500",
        ),
    ],
)
def test_parts_are_refused_where_they_stand(refused, name, value, argument, rule, message):
    ((found, broken, said),) = refused(**{name: value})

    assert (found, broken) == (argument, rule)
    assert message in said


def test_blanks_hold_no_empty_item(ledger_v3):
    (found,) = ledger_v3.validators.validate("entry.search", {"scope": ["read", ""]})

    assert (found.argument, found.rule) == ("scope[1]", "separated")


@pytest.mark.parametrize(
    ("arguments", "argument", "message"),
    [
        ({"kind": "transfer"}, "kind", "'transfer' is deprecated since 2024-01-31; use `expense`"),
        ({"levels": [1, 2]}, r"levels\[1\]", "2 is deprecated"),
    ],
)
def test_a_deprecated_choice_is_warned_of(sent, ledger_v3, arguments, argument, message):
    with pytest.warns(ledger_v3.package.DeprecatedArgumentWarning, match=f"{argument}.*{message}"):
        sent(**arguments)


def test_a_deprecated_choice_is_not_refused_for_that(client, server, ledger_v3):
    server.will(answers(json.dumps(ENTRY)))
    strict = client.with_options(strict=True)
    with pytest.warns(ledger_v3.package.DeprecatedArgumentWarning):
        strict.entry.create(amount=1, kind="transfer")


def test_a_condition_is_about_true_and_not_its_word(refused):
    assert [rule for _, rule, _ in refused(hidden=True)] == ["required"]
    assert refused(hidden=False) == []


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


def test_the_stub_makes_no_float_of_a_decimal(ledger_v3):
    from importlib import import_module

    stub = import_module("ledger_v3._runtime.stub.arguments")
    create = import_module("ledger_v3.operations.entry").CREATE
    body = f'{{"amount": "1", "rate": {LONG}, "prices": [{LONG}], "rating": 4.5}}'.encode()

    given = stub.read_arguments(create, b"", b"application/json", body)

    assert given == {"amount": "1", "rate": LONG, "prices": [LONG], "rating": 4.5}
    assert type(given["rating"]) is float
