"""Values that may be any JSON: what no JSON is in them is told by its place."""

from collections import OrderedDict, namedtuple
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum, StrEnum
from functools import partial
from types import MappingProxyType

import msgspec
import pytest
from msgspec import UNSET, Struct, UnsetType, field

from apiscribe.runtime.encoding.files import FilePart
from apiscribe.runtime.encoding.unread import Unread
from apiscribe.runtime.validation import values
from apiscribe.runtime.validation.violations import Found
from tests.runtime.shown import shown

Pair = namedtuple("Pair", "first second")


class Colour(StrEnum):
    RED = "red"


class Size(Enum):
    SMALL = 1


class Point(Struct):
    far: object = field(default=1, name="farAway")
    near: object | UnsetType = UNSET


def told(value: object) -> list[tuple[str, str]]:
    found: Found = []
    values.anything(value, "it", found)
    return [(each.argument, each.rule) for each in found]


def said(value: object, *, secret: bool = False) -> list[str]:
    found: Found = []
    values.anything(value, "it", found, secret=secret)
    return [each.message for each in found]


@pytest.mark.parametrize(
    "value",
    [
        *(None, True, 0, 2**63 - 1, -(2**63), 0.5, -0.0, 1e300, "", "\n\u00e9", Colour.RED),
        *([], (), {}, [None, [[]]], ({"a": [1, {"b": 0.5}]},), Pair(1, "a"), OrderedDict(a=1)),
        {"": {"a.b": 1, 7: 2, Colour.RED: 3}},
        [date(2012, 11, 25), datetime(2012, 11, 25, 12, tzinfo=UTC)],
        *(Point(), Point({"a": [1]}), [Point(near=None)]),
    ],
    ids=shown,
)
def test_what_json_has_passes(value: object) -> None:
    assert told(value) == []
    msgspec.json.encode(value)


NO_JSON: list[object] = [
    *map(float, ("nan", "inf", "-inf")),
    *(2**63, -(2**63) - 1, 10**400, Decimal(1), 1j),
    *({1}, frozenset(), range(2), {}.keys(), MappingProxyType({"a": 1})),
    *(b"", bytearray(), FilePart("a", b""), Size.SMALL, object, len),
]


@pytest.mark.parametrize(
    ("value", "rule"),
    [
        *((each, "type") for each in NO_JSON),
        (datetime(2012, 11, 25, 12), "date"),
        *(("\0", "characters"), ("\ud800", "characters")),
    ],
    ids=shown,
)
def test_what_json_lacks_is_told_by_its_place(value: object, rule: str) -> None:
    assert told(value) == [("it", rule)]
    assert told([1, value]) == told((1, value)) == [("it[1]", rule)]
    assert told({"a": 1, "b": {"c": [value]}}) == [("it.b.c[0]", rule)]
    assert told(Point(far=[Point(near=value)])) == [("it.farAway[0].near", rule)]


def test_everything_wrong_is_told_at_once() -> None:
    value = {"a": [float("nan"), "x", {1}], "b": None, "c": {"d": b""}}

    assert told(value) == [("it.a[0]", "type"), ("it.a[2]", "type"), ("it.c.d", "type")]


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (float("nan"), "nan is not a JSON value: it is not finite"),
        ({1}, "{1} (of type set) is not a JSON value"),
        (
            datetime(2012, 1, 5),
            "2012-01-05T00:00:00 has no time zone: give it one, such as tzinfo=UTC",
        ),
        ("\0", "holds a NUL character, which cannot be sent"),
        ({1.5: 1}, "the key 1.5 (of type float) is not text"),
        ({True: 1}, "the key True (of type bool) is not text"),
        ({"\ud800": 1}, "the key holds half of a surrogate pair, which cannot be sent"),
    ],
    ids=shown,
)
def test_what_is_wrong_is_said(value: object, message: str) -> None:
    assert said(value) == [message]
    (beyond,) = said(2**63)
    assert beyond.startswith("9223372036854775808 is beyond the whole numbers of 64 bits")


def test_a_wrong_key_hides_no_wrong_value() -> None:
    assert told({None: {1}}) == [("it.None", "type"), ("it.None", "type")]


def test_secrets_are_not_shown() -> None:
    assert not any("hunter" in each for each in said({"a": [b"hunter"]}, secret=True))
    assert not any("hunter" in each for each in said({"password": [{"a": b"hunter"}]}))
    assert "hunter" in "".join(said({"name": b"hunter"}))


def test_what_holds_itself_has_an_end() -> None:
    value: list[object] = []
    value.append({"a": value})

    assert said(value) == ["is nested without end, or too deep"]


def test_nobody_reads_thousands_of_flaws() -> None:
    found = told([*[b""] * 100, 1, *[b""] * 200])

    assert found[99:] == [("it[99]", "type"), ("it[101]", "more")]
    assert said([b""] * 300)[-1].endswith("200 in all")


def test_items_and_maps_of_it_are_looked_into() -> None:
    found: Found = []

    values.each([0, [float("inf")]], "it", found, values.anything)
    values.each_value({"a": {1}}, "it", found, partial(values.anything, secret=True))

    assert [each.argument for each in found] == ["it[1][0]", "it.a"]


def test_what_is_no_json_is_shown_unless_it_is_secret() -> None:
    assert told(Unread("{hush")) == [("it", "type")]
    assert "{hush" in said(Unread("{hush"))[0]
    assert "hush" not in said(Unread("{hush"), secret=True)[0]
