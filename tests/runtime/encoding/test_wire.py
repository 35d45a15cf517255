"""The wire: each kind of value in its three forms, and dates in all of theirs."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum, IntEnum

import msgspec
import pytest
from msgspec import UNSET, Struct, UnsetType

from apiscribe.runtime.encoding.bindings import Style, styled
from apiscribe.runtime.encoding.unions import Union
from apiscribe.runtime.encoding.unread import Unread
from apiscribe.runtime.encoding.wire import (
    BOOLEAN,
    ID,
    INTEGER,
    JSON,
    NUMBER,
    TEXT,
    Array,
    Boolean,
    Csv,
    Date,
    Duration,
    Map,
    Object,
    OrNone,
    Tuple,
    Wire,
    as_mapping,
)
from apiscribe.runtime.semantics import dates
from apiscribe.runtime.semantics.members import Arm, Arms

UTC_DATE = Date(formats=("utc",))
UNIX_DATE = Date(formats=("unix_seconds",))
COUNTED = Object({"kind": INTEGER, "count": INTEGER})
EITHER = Union(
    Arms((Arm(("object",), tags=(1,)), Arm(("object",), tags=(2,))), by="kind"), (COUNTED, COUNTED)
)
DIET = Object(fields={"meat": BOOLEAN, "since": UTC_DATE, "tags": Csv(item=INTEGER)})
MOMENT = datetime(2012, 11, 5, 9, 5, 7, tzinfo=UTC)


class Diet(Struct, rename={"meat": "Meat?"}):
    meat: bool
    days: int | UnsetType = UNSET
    note: str | None = None


class Size(IntEnum):
    BIG = 2


class Leg(int, Enum):
    TWO = 2


class Kind(str, Enum):  # noqa: UP042 - as people write it
    BIRD = "bird"


# Values and texts


@pytest.mark.parametrize(
    ("wire", "value", "text"),
    [
        (TEXT, "a b", "a b"),
        (TEXT, "", ""),
        (TEXT, 7, "7"),
        (INTEGER, -3, "-3"),
        (INTEGER, 10**18, "1000000000000000000"),
        (INTEGER, Size.BIG, "2"),
        (NUMBER, 1.5, "1.5"),
        (BOOLEAN, True, "true"),
        (BOOLEAN, False, "false"),
        (UTC_DATE, MOMENT, "2012-11-05T09:05:07Z"),
        (UTC_DATE, "as it is", "as it is"),
        (Csv(item=INTEGER), [1, 2], "1,2"),
        (Csv(item=TEXT), [], ""),
        (Csv(item=TEXT), ("a",), "a"),
        (Csv(item=BOOLEAN), [True, False], "true,false"),
        (Csv(item=TEXT), "a,b", "a,b"),
        (JSON, {"a": [1, None, "ü"]}, '{"a":[1,null,"ü"]}'),
        (DIET, {"meat": True, "since": MOMENT}, '{"meat":true,"since":"2012-11-05T09:05:07Z"}'),
        (DIET, {"tags": [1, 2], "other": 1}, '{"tags":"1,2","other":1}'),
        (
            DIET,
            {"meat": None, "since": None, "tags": None},
            '{"meat":null,"since":null,"tags":null}',
        ),
        (DIET, Diet(meat=True), '{"Meat?":true,"note":null}'),
        (Array(item=INTEGER), [1, 2], "[1,2]"),
        (Array(item=UTC_DATE), [MOMENT, None], '["2012-11-05T09:05:07Z",null]'),
        (Array(item=TEXT, single=True), "a", '["a"]'),
        (Array(item=DIET, single=True), {"meat": False}, '[{"meat":false}]'),
        (Map(item=DIET), {"x": {"meat": True}, "y": None}, '{"x":{"meat":true},"y":null}'),
        (Object(fields={}, shorthand="meat"), "bare", "bare"),
    ],
)
def test_a_value_is_written_as_text(wire, value, text):
    assert wire.encode(value) == text


@pytest.mark.parametrize(("member", "text"), [(Kind.BIRD, "bird"), (Size.BIG, "2"), (Leg.TWO, "2")])
def test_an_enum_is_its_value(member, text):
    assert str(TEXT.encode(member)) == text


@pytest.mark.parametrize(
    ("wire", "text", "value"),
    [
        (TEXT, "7", "7"),
        (INTEGER, "-7", -7),
        (INTEGER, "007", 7),
        (INTEGER, "7.0", "7.0"),
        (INTEGER, " 7", " 7"),
        (INTEGER, "+7", "+7"),
        (INTEGER, "\N{ARABIC-INDIC DIGIT SEVEN}", "\N{ARABIC-INDIC DIGIT SEVEN}"),
        (INTEGER, "9" * 20, "9" * 20),
        (NUMBER, "1.5e3", 1500.0),
        (NUMBER, "NaN", "NaN"),
        (NUMBER, "1e999", "1e999"),
        (BOOLEAN, "true", True),
        (BOOLEAN, "True", "True"),
        (BOOLEAN, "1", "1"),
        (UTC_DATE, "2012-11-05T09:05:07Z", "2012-11-05T09:05:07Z"),
        (Csv(item=INTEGER), "1,x,3", [1, "x", 3]),
        (Csv(item=TEXT), "", []),
        (Csv(item=TEXT), ",", ["", ""]),
        (JSON, '{"a": [1, null]}', {"a": [1, None]}),
        (JSON, "{", Unread("{")),
        (JSON, "[" * 100_000, Unread("[" * 100_000)),
        (
            DIET,
            '{"meat": true, "tags": "1,2", "new": "1"}',
            {"meat": True, "tags": [1, 2], "new": "1"},
        ),
        (DIET, "[]", []),
        (DIET, "{", "{"),
        (Array(item=INTEGER, single=True), "7", 7),
        (Array(item=DIET), "{", "{"),
        (Array(item=DIET), '[{"tags": "3"}]', [{"tags": [3]}]),
        (Map(item=DIET), '{"x": {"tags": "3"}}', {"x": {"tags": [3]}}),
    ],
)
def test_text_is_read_or_left_as_it_is(wire, text, value):
    parsed = wire.parse(text)

    assert parsed == value
    assert type(parsed) is type(value)


@pytest.mark.parametrize(
    "wire",
    [INTEGER, ID, UNIX_DATE, Duration(("seconds",)), Array(INTEGER, single=True), OrNone(ID, 0)],
)
@pytest.mark.parametrize("found", [7.0, 7, Decimal("7.00"), Decimal("7E0")])
def test_json_writes_a_whole_number_in_several_ways(wire: Wire, found):
    assert type(wire.from_json(found)) is int
    assert wire.from_json(found) == 7


@pytest.mark.parametrize("wire", [INTEGER, ID, UNIX_DATE])
@pytest.mark.parametrize("found", [7.5, 1e300, Decimal("1e999"), Decimal("0.1"), True, "7.0", None])
def test_what_is_no_whole_number_is_left(wire: Wire, found):
    assert wire.from_json(found) is found


def test_flags_and_tags_that_are_numbers_may_have_a_point():
    assert Boolean((1, 0)).from_json(1.0) is True
    assert OrNone(INTEGER, 0).from_json(0.0) is None
    assert EITHER.from_json({"kind": 2.0, "count": 1.0}) == {"kind": 2, "count": 1}
    assert repr(EITHER.from_json({"kind": 2.0})) == "{'kind': 2}"


@pytest.mark.parametrize(
    ("wire", "value"),
    [
        (TEXT, "a,b"),
        (INTEGER, 0),
        (NUMBER, 0.1),
        (BOOLEAN, False),
        (Csv(item=INTEGER), [3, 1]),
        (JSON, [{"deep": None}]),
        (DIET, {"meat": False, "tags": [7]}),
        (Array(item=DIET), [{"meat": True}, {}]),
        (Map(item=Array(item=INTEGER)), {"": [1], "x": []}),
    ],
)
def test_what_is_written_is_read_again(wire, value):
    assert wire.parse(wire.encode(value)) == value
    assert wire.from_json(msgspec.json.decode(msgspec.json.encode(wire.to_json(value)))) == value


@pytest.mark.parametrize(
    ("wire", "nested", "value"),
    [
        (DIET, {"meat": "true", "tags": "1"}, {"meat": True, "tags": [1]}),
        (Array(item=INTEGER), ["1", "x"], [1, "x"]),
        (Array(item=DIET), [{"meat": "false"}], [{"meat": False}]),
        (Array(item=INTEGER, single=True), {"a": "1"}, {"a": "1"}),
        (Map(item=INTEGER), {"a": "1"}, {"a": 1}),
        (DIET, ["x"], ["x"]),
    ],
)
def test_what_a_form_nests_is_read_as_text_at_its_leaves(wire, nested, value):
    assert wire.parse(nested) == value


def test_fields_of_an_object_go_by_wire_names():
    assert as_mapping(Diet(meat=True, days=3)) == {"Meat?": True, "days": 3, "note": None}
    assert as_mapping({"a": 1}) == {"a": 1}
    assert as_mapping("text") is None


# Dates


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("2012-11-05", "date", date(2012, 11, 5)),
        ("2012-2-29", "date_unpadded", date(2012, 2, 29)),
        ("2012-11-05", "date_unpadded", date(2012, 11, 5)),
        ("2012-11-05T09:05:07Z", "utc", MOMENT),
        ("2012-11-5T9:05:07Z", "utc_unpadded", MOMENT),
        ("11/05/2012 09:05 am", "us_minutes", datetime(2012, 11, 5, 9, 5, tzinfo=UTC)),
        ("11/05/2012 09:05 PM", "us_minutes", datetime(2012, 11, 5, 21, 5, tzinfo=UTC)),
        ("11/05/2012 12:05 am", "us_minutes", datetime(2012, 11, 5, 0, 5, tzinfo=UTC)),
        ("11/05/2012 12:05 pm", "us_minutes", datetime(2012, 11, 5, 12, 5, tzinfo=UTC)),
    ],
)
def test_dates_are_read(text, form, expected):
    found = dates.read(text, (form,))

    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("2012-1-5", "date"),
        ("2012-02-30", "date"),
        ("2013-02-29", "date_unpadded"),
        ("0000-01-01", "date"),
        ("2012-13-01", "date"),
        ("2012-11-05 ", "date"),
        ("2012-11-05\n", "date"),
        ("201\N{FULLWIDTH DIGIT TWO}-11-05", "date"),
        ("2012-11-05T09:05:07", "utc"),
        ("2012-11-05T24:00:00Z", "utc"),
        ("2012-11-05T09:05:60Z", "utc"),
        ("2012-11-05T09:05:07z", "utc"),
        ("11/05/2012 13:05 pm", "us_minutes"),
        ("11/05/2012 00:05 am", "us_minutes"),
        ("13/05/2012 01:05 am", "us_minutes"),
        ("11/05/2012 1:05 am", "us_minutes"),
    ],
)
def test_what_is_no_date_of_a_format_is_not_read(text, form):
    assert dates.read(text, (form,)) is None


def test_the_first_format_that_fits_counts():
    assert dates.read("2012-11-05", ("utc", "date")) == date(2012, 11, 5)


@pytest.mark.parametrize(
    ("value", "formats", "text"),
    [
        (MOMENT, ("utc",), "2012-11-05T09:05:07Z"),
        (MOMENT.replace(microsecond=999), ("utc",), "2012-11-05T09:05:07Z"),
        (MOMENT, ("date",), "2012-11-05"),
        (MOMENT, ("date", "utc"), "2012-11-05T09:05:07Z"),
        (date(2012, 11, 5), ("utc", "date"), "2012-11-05"),
        (date(999, 1, 2), ("date",), "0999-01-02"),
        (MOMENT, ("us_minutes",), "11/05/2012 09:05 am"),
        (MOMENT.replace(hour=0), ("us_minutes",), "11/05/2012 12:05 am"),
        (MOMENT.replace(hour=12), ("us_minutes",), "11/05/2012 12:05 pm"),
        (
            datetime(2012, 11, 5, 1, tzinfo=timezone(timedelta(hours=2))),
            ("utc",),
            "2012-11-04T23:00:00Z",
        ),
        (
            datetime(2012, 11, 5, 1, tzinfo=timezone(timedelta(hours=2))),
            ("date",),
            "2012-11-04",
        ),
        ("5 November", ("utc",), "5 November"),
    ],
)
def test_dates_are_written_in_the_first_format_and_in_utc(value, formats, text):
    assert Date(formats=formats).encode(value) == text


@pytest.mark.parametrize("form", sorted(dates.SAMPLES))
def test_the_sample_of_a_format_is_one(form):
    wire = Date(formats=(form,))
    value = dates.read(wire.parse(dates.SAMPLES[form]), (form,))

    assert value is not None
    assert wire.encode(value) == dates.SAMPLES[form]


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1e-05, "0.00001"),
        (-1e-07, "-0.0000001"),
        (-0.0, "0.0"),
        (0.1, "0.1"),
        (1e21, "1" + "0" * 21),
    ],
)
def test_numbers_in_text_have_no_exponent(number, text):
    assert NUMBER.encode(number) == text
    assert list(styled("a", [number], Array(item=NUMBER), Style(lists="commas"))) == [("a", text)]


@pytest.mark.parametrize(
    "kind",
    [Array(item=INTEGER), Tuple((INTEGER,)), Map(INTEGER), Object({"a": INTEGER})],
)
@pytest.mark.parametrize("text", ["1", "1.5", "true", '"a"', "a", ""])
def test_text_of_a_single_value_stays_text(kind: Wire, text: str) -> None:
    assert kind.parse(text) == text


@pytest.mark.parametrize(
    ("text", "value"), [("null", None), ("[1]", [1]), ('{"a": 1}', {"a": 1}), ("[", "[")]
)
def test_text_of_more_is_what_it_is_as_json(text: str, value: object) -> None:
    assert [each.parse(text) for each in (Array(item=INTEGER), Map(INTEGER))] == [value, value]
