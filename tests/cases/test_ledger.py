"""The ledger's package, run: values that JSON has otherwise, and rules of single values."""

import json
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
