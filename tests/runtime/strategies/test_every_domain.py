"""Every domain of values: what is drawn keeps its rules, and each breakage breaks its rule."""

import math
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from apiscribe.runtime.strategies.any_json import ANYTHING
from apiscribe.runtime.strategies.collections import Csv, Map, Tuple
from apiscribe.runtime.strategies.dates import Date
from apiscribe.runtime.strategies.domain import BOOLEAN, Domain
from apiscribe.runtime.strategies.durations import Duration
from apiscribe.runtime.strategies.exact import Exact
from apiscribe.runtime.strategies.identifiers import IDENTIFIER
from apiscribe.runtime.strategies.numbers import INTEGER, NUMBER, Digits, Integer, Number
from apiscribe.runtime.strategies.octets import Bytes
from apiscribe.runtime.strategies.text import TEXT, Text
from apiscribe.runtime.strategies.uploads import File
from tests.runtime.strategies.draws import drawn

Keeps = Callable[[object], bool]

HAN = re.compile("[\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0002a6df]")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def is_text(value: object) -> bool:
    return isinstance(value, str) and not re.search("[\0\ud800-\udfff]", value)


def is_text_of(pattern: str) -> Keeps:
    return lambda value: is_text(value) and re.fullmatch(pattern, str(value), re.DOTALL) is not None


def is_integer_within(low: float, high: float) -> Keeps:
    return lambda value: type(value) is int and low <= value <= high


def has_few_words(value: object) -> bool:
    return is_text(value) and len(HAN.findall(str(value))) <= 2


def is_one_of(*values: object) -> Keeps:
    return lambda value: any(type(value) is type(each) and value == each for each in values)


def is_number(value: object) -> bool:
    return type(value) is int or (type(value) is float and math.isfinite(value))


def is_four_digits(value: object) -> bool:
    return type(value) in (int, str) and re.fullmatch("[0-9]{4}", str(value)) is not None


def is_day(value: object) -> bool:
    if isinstance(value, datetime):
        try:  # in the first and the last hours of the calendar other zones have a year of their own
            return value.tzinfo is not None and bool(value.astimezone(UTC))
        except OverflowError:
            return False
    if isinstance(value, date):
        return True
    if not isinstance(value, str) or not DAY.fullmatch(value):
        return False
    try:
        return bool(date.fromisoformat(value))
    except ValueError:
        return False


def is_unix_second(value: object) -> bool:
    if isinstance(value, datetime):
        return is_day(value)
    return is_integer_within(-62_135_596_800, 253_402_300_799)(value)


def is_day_in_words(value: object) -> bool:
    if not isinstance(value, str) or not re.fullmatch(r"\d\d\.\d\d\.\d{4}", value, re.ASCII):
        return not isinstance(value, str) and is_day(value)
    return is_day("-".join(reversed(value.split("."))))


def is_an_hour(value: object) -> bool:
    if isinstance(value, timedelta):
        return not value % timedelta(minutes=1) and value <= timedelta(hours=1)
    return is_integer_within(-(2**63), 60)(value)


def is_span(value: object) -> bool:
    shape = r"-?P(\d+W|(\d+D)?(T(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?)"
    is_text_of_one = isinstance(value, str) and value[-1:] not in "PT"
    return type(value) is timedelta or (is_text_of_one and is_text_of(shape)(value))


def is_in_units(value: object) -> bool:
    is_text = isinstance(value, str) and value != ""
    return type(value) is timedelta or (
        is_text and is_text_of(r"(\d+h)?(\d+m)?(\d+(\.\d+)?s|\d+ms)?")(value)
    )


def is_price(value: object) -> bool:
    number = Decimal(str(value)) if is_text_of(r"\d+\.\d\d")(value) else value
    if type(number) is not Decimal or not number.is_finite() or not 0 < number <= 5:
        return False
    return number.as_tuple().exponent == -2 and number * 20 == int(number * 20)


def is_three_bytes(value: object) -> bool:
    if isinstance(value, bytes):
        return len(value) <= 3
    return is_text_of("([A-Za-z0-9+/]{2}(==|[A-Za-z0-9+/][A-Za-z0-9+/=]))?")(value)


def is_words(value: object) -> bool:
    items = value.split(" ") if isinstance(value, str) else value
    return isinstance(items, list) and bool(items) and all(is_word(each) for each in items)


def is_json(value: object) -> bool:
    if isinstance(value, list):
        return all(map(is_json, value))
    if isinstance(value, dict):
        return all(map(is_text, value)) and all(map(is_json, value.values()))
    is_single = value is None or type(value) is bool or is_text(value)
    return is_single or is_integer_within(-(2**63), 2**63 - 1)(value)


def is_word(value: object) -> bool:
    return is_text(value) and bool(value) and " " not in str(value)


def is_id(value: object) -> bool:
    return type(value) is int or (is_text(value) and value != "")


def is_email(value: object) -> bool:
    return is_text_of(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)*")(value) and len(str(value)) <= 320


def is_list_of_pairs(value: object) -> bool:
    items = value.split(",") if isinstance(value, str) else value
    return isinstance(items, list) and 2 <= len(items) <= 3 and all(map(is_pair, items))


def is_pair(value: object) -> bool:
    return is_text_of("..")(value) and "," not in str(value)


KINDS: list[tuple[Domain[object], Keeps, list[object], set[str]]] = [
    (TEXT, is_text, ["", " padded ", "\U0001f469\u200d\U0001f680"], {"type", "characters"}),
    (
        Text(min_length=2, max_length=4),
        is_text_of(".{2,4}"),
        [],
        {"type", "characters", "min_length", "max_length"},
    ),
    (
        Text(min_bytes=2, max_bytes=7),
        lambda value: is_text(value) and 2 <= len(str(value).encode()) <= 7,
        [],
        {"type", "characters", "min_bytes", "max_bytes"},
    ),
    (
        Text(characters="a-c\\-_", max_length=3),
        is_text_of("[a-c_-]{0,3}"),
        ["a"],
        {"type", "characters", "max_length"},
    ),
    (Text(choices=("x", "y", "Z")), is_one_of("x", "y", "Z"), ["x", "y", "Z"], {"type", "choices"}),
    (Text(listed={"US": "", "CA": ""}), is_one_of("US", "CA"), ["US", "CA"], {"type", "list"}),
    (Text(pattern="[a-z]+-?"), is_text_of("[a-z]+-?"), [], {"type", "characters", "pattern"}),
    (Text(email=True), is_email, ["a@b"], {"type", "email"}),
    (
        Text(max_chinese_words=2),
        has_few_words,
        [""],
        {"type", "characters", "max_chinese_words"},
    ),
    (INTEGER, is_integer_within(-(2**63), 2**63 - 1), [0, -(2**63), 2**63 - 1], {"type"}),
    (
        Integer(minimum=-(2**70), maximum=2**70),
        is_integer_within(-(2**63), 2**63 - 1),
        [-(2**63), 2**63 - 1],
        {"type"},
    ),
    (
        Integer(minimum=-1, maximum=300),
        is_integer_within(-1, 300),
        [-1, 0, 299, 300],
        {"type", "minimum", "maximum"},
    ),
    (Integer(choices=(0, 1, 99)), is_one_of(0, 1, 99), [0, 1, 99], {"type", "choices"}),
    (NUMBER, is_number, [0], {"type"}),
    (
        Number(minimum=0, maximum=5),
        lambda value: is_number(value) and 0 <= value <= 5,  # type: ignore[operator]
        [0, 5],
        {"type", "minimum", "maximum"},
    ),
    (BOOLEAN, is_one_of(True, False), [True, False], {"type"}),
    (Digits(length=4), is_four_digits, ["0000", "9999", 1000, 9999], {"digits"}),
    (IDENTIFIER, is_id, [0], {"type", "min_length", "characters"}),
    (Date(formats=("date",)), is_day, ["2000-02-29", "0001-01-01", date(9999, 12, 31)], {"date"}),
    (
        Date(formats=("unix_seconds",)),
        is_unix_second,
        [951782400, datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)],
        {"date"},
    ),
    (Date(formats=("%d.%m.%Y",)), is_day_in_words, ["29.02.2000", date(1, 1, 1)], {"date"}),
    (Duration(formats=("minutes",), maximum=60), is_an_hour, [60], {"duration", "maximum"}),
    (Duration(formats=("iso8601",)), is_span, ["PT0S", "P1W"], {"duration"}),
    (Duration(formats=("units",)), is_in_units, ["0s", "9ms"], {"duration"}),
    (
        File(magic=b"\xff\xd8", extensions=("jpg",)),
        lambda value: type(value) is bytes and value[:2] == b"\xff\xd8",
        [b"\xff\xd8"],
        {"type", "file"},
    ),
    (
        Csv(item=Text(min_length=2, max_length=2), min_items=2, max_items=3),
        is_list_of_pairs,
        [],
        {"type", "csv", "min_items", "max_items", "min_length", "max_length", "characters"},
    ),
    (
        Map(item=Integer(minimum=1)),
        lambda value: type(value) is dict and all(map(is_integer_within(1, 2**63), value.values())),
        [{}],
        {"type", "minimum"},
    ),
    (
        Map(item=TEXT, key=Text(min_length=1, max_length=3), min_keys=1, max_keys=2),
        lambda value: (
            type(value) is dict
            and 1 <= len(value) <= 2
            and all(map(is_text, value.values()))
            and all(is_text(key) and 0 < len(key) <= 3 for key in value)
        ),
        [],
        {"type", "characters", "min_keys", "max_keys", "min_length", "max_length"},
    ),
    (
        Exact(above=0, maximum=5, multiple_of=0.05, min_decimals=2, max_decimals=2),
        is_price,
        [Decimal("0.05"), Decimal("5.00"), "5.00"],
        {
            *("type", "exclusive_minimum", "maximum"),
            *("multiple_of", "min_decimals", "max_decimals"),
        },
    ),
    (
        Integer(above=0, below=100, multiple_of=5),
        lambda value: type(value) is int and value in range(5, 100, 5),
        [5, 95],
        {"type", "exclusive_minimum", "exclusive_maximum", "multiple_of"},
    ),
    (
        Number(above=0, maximum=1, multiple_of=0.1),
        is_one_of(*(number / 10 for number in range(1, 11))),
        [0.1, 1.0],
        {"type", "exclusive_minimum", "maximum", "multiple_of"},
    ),
    (
        Text(choices=("new",), deprecated=("old",)),
        is_one_of("new"),
        ["new"],
        {"type", "choices", "deprecated"},
    ),
    (
        Bytes(form="base64", max_bytes=3),
        is_three_bytes,
        [b"", ""],
        {"type", "max_bytes"},
    ),
    (
        Tuple((BOOLEAN, Integer(minimum=1))),
        lambda value: (
            isinstance(value, list | tuple)
            and len(value) == 2
            and type(value[0]) is bool
            and is_integer_within(1, 2**63)(value[1])
        ),
        [],
        {"type", "minimum"},
    ),
    (
        Csv(item=TEXT, separator=" ", min_items=1),
        is_words,
        [],
        {"type", "separated", "min_items", "characters"},
    ),
    (ANYTHING, is_json, [None], {"type", "characters", "date"}),
]
"""A domain, a rule of ours that says the same, values that must be drawn, what can be wrong."""


@pytest.mark.parametrize(("domain", "keeps", "wanted", "rules"), KINDS)
def test_what_is_drawn_keeps_the_rules(
    domain: Domain[object], keeps: Keeps, wanted: list[object], rules: set[str]
) -> None:
    values = drawn(domain.valid, 200)

    assert [value for value in values if not keeps(value)] == []
    assert [each for each in wanted if not any(map(is_one_of(each), values))] == []


@pytest.mark.parametrize(("domain", "keeps", "wanted", "rules"), KINDS)
def test_a_flaw_breaks_its_rule(
    domain: Domain[object], keeps: Keeps, wanted: list[object], rules: set[str]
) -> None:
    assert {value_breakage.rule for value_breakage in domain.breakages} == rules
    for value_breakage in domain.breakages:
        assert [
            flawed for flawed in drawn(value_breakage.values, 15) if keeps(flawed.value)
        ] == [], value_breakage.rule
