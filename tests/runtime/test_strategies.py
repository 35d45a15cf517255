"""Kinds of values: what is drawn keeps each rule, ends of ranges included; a flaw breaks one."""

import math
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from hypothesis import find

from generator.runtime.files import FilePart
from generator.runtime.strategies.identifiers import IDENTIFIER
from generator.runtime.strategies.kind import BOOLEAN, Kind, Nullable
from generator.runtime.strategies.members import Members, Object
from generator.runtime.strategies.moments import Date
from generator.runtime.strategies.numbers import INTEGER, NUMBER, Digits, Integer, Number
from generator.runtime.strategies.several import ANYTHING, Csv, List, Map
from generator.runtime.strategies.text import TEXT, Text
from generator.runtime.strategies.uploads import File
from tests.runtime.draws import drawn

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
        # In the first and the last hours of the calendar other zones have a year of their own.
        return value.tzinfo is not None and (value.tzinfo == UTC or 1 < value.year < 9999)
    if isinstance(value, date):
        return True
    if not isinstance(value, str) or not DAY.fullmatch(value):
        return False
    try:
        return bool(date.fromisoformat(value))
    except ValueError:
        return False


def is_id(value: object) -> bool:
    return type(value) is int or (is_text(value) and value != "")


def is_email(value: object) -> bool:
    return is_text_of(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)*")(value) and len(str(value)) <= 320


def is_list_of_pairs(value: object) -> bool:
    items = value.split(",") if isinstance(value, str) else value
    return isinstance(items, list) and 2 <= len(items) <= 3 and all(map(is_pair, items))


def is_pair(value: object) -> bool:
    return is_text_of("..")(value) and "," not in str(value)


KINDS: list[tuple[Kind[object], Keeps, list[object], set[str]]] = [
    (TEXT, is_text, ["", " padded ", "\U0001f469\u200d\U0001f680"], {"type", "characters"}),
    (
        Text(min_length=2, max_length=4),
        is_text_of(".{2,4}"),
        [],
        {"type", "characters", "min_length", "max_length"},
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
    (ANYTHING, lambda value: True, [None], set()),
]
"""A kind, a rule of ours that says the same, values that must be drawn, what can be wrong."""


@pytest.mark.parametrize(("kind", "keeps", "wanted", "rules"), KINDS)
def test_what_is_drawn_keeps_the_rules(
    kind: Kind[object], keeps: Keeps, wanted: list[object], rules: set[str]
) -> None:
    values = drawn(kind.valid)

    assert [value for value in values if not keeps(value)] == []
    assert [each for each in wanted if not any(map(is_one_of(each), values))] == []


@pytest.mark.parametrize(("kind", "keeps", "wanted", "rules"), KINDS)
def test_a_flaw_breaks_its_rule(
    kind: Kind[object], keeps: Keeps, wanted: list[object], rules: set[str]
) -> None:
    assert {flaw.rule for flaw in kind.flaws} == rules
    for flaw in kind.flaws:
        assert [flawed for flawed in drawn(flaw.values, 15) if keeps(flawed.value)] == [], flaw.rule


@pytest.mark.parametrize(
    ("kind", "sizes"),
    [(Text(max_length=300), {0, 300}), (Text(min_length=2, max_length=9), {2, 9})],
)
def test_the_shortest_and_the_longest_text_are_drawn(kind: Text, sizes: set[int]) -> None:
    assert sizes <= {len(value) for value in drawn(kind.valid)}


@pytest.mark.parametrize(("rule", "size"), [("min_length", 1), ("max_length", 10)])
def test_a_text_is_too_short_or_too_long_by_one_character(rule: str, size: int) -> None:
    kind = Text(min_length=2, max_length=9)
    sizes = {len(str(value)) for f in kind.flaws if f.rule == rule for value, _ in drawn(f.values)}

    assert size in sizes


def test_as_many_chinese_words_as_may_be_are_drawn_and_one_too_many() -> None:
    kind = Text(max_chinese_words=5)
    (first, *_) = (flaw for flaw in kind.flaws if flaw.rule == "max_chinese_words")

    assert {0, 5} <= {len(HAN.findall(value)) for value in drawn(kind.valid)}
    assert {len(HAN.findall(str(value))) for value, _ in drawn(first.values)} == {6}


def test_a_number_is_out_of_bounds_by_one() -> None:
    kind = Integer(minimum=1, maximum=300)
    values = {value for flaw in kind.flaws for value, _ in drawn(flaw.values) if type(value) is int}

    assert {0, 301} <= values


def test_a_choice_is_missed_by_a_hair() -> None:
    (flaw,) = (flaw for flaw in Text(choices=("both", "voip")).flaws if flaw.rule == "choices")

    assert {"Both", "BOTH", "both ", "bot", ""} & {value for value, _ in drawn(flaw.values)}


def test_dates_come_in_every_form() -> None:
    values = drawn(Date(formats=("date", "utc_unpadded", "us_minutes")).valid, 500)
    texts = [value for value in values if isinstance(value, str)]

    assert {str, date, datetime} == {type(value) for value in values}
    assert any(re.fullmatch(r"\d{4}-\d\d-\d\d", text) for text in texts)
    assert any(re.fullmatch(r"\d{4}-\d-\d\d?T\d\d?:\d\d:\d\dZ", text) for text in texts)
    assert any(re.fullmatch(r"\d\d/\d\d/\d{4} \d\d:\d\d [ap]m", text) for text in texts)


def test_a_moment_has_a_zone_and_a_day_is_not_a_moment() -> None:
    kind = Date(formats=("utc",))
    values = [value for flaw in kind.flaws for value, _ in drawn(flaw.values, 50)]

    assert not any(type(value) is date for value in drawn(kind.valid))
    assert any(type(value) is date for value in values)
    assert any(isinstance(value, datetime) and value.tzinfo is None for value in values)
    assert {"2012-11-25", "2012-02-30T12:00:00Z"} <= {v for v in values if isinstance(v, str)}


def test_comma_separated_values_are_text_or_a_list() -> None:
    values = drawn(Csv(item=Integer(choices=(1, 7)), min_items=1).valid)

    assert {str, list} == {type(value) for value in values}
    assert {"1", "7", "1,7"} <= {value for value in values if isinstance(value, str)}


def test_a_flaw_of_an_item_says_which_item() -> None:
    kind = List(item=Integer(minimum=1), max_items=3)
    (flaw,) = (flaw for flaw in kind.flaws if flaw.rule == "minimum")
    for items, path in drawn(flaw.values):
        assert isinstance(items, list)
        wrong = [f"[{index}]" for index, item in enumerate(items) if item < 1]
        assert wrong == [path]


def test_items_that_have_to_be_unique_are_and_one_twice_is_a_flaw() -> None:
    kind = List(item=Text(choices=("a", "b", "c")), unique=True, min_items=1)
    (flaw,) = (flaw for flaw in kind.flaws if flaw.rule == "unique")

    assert all(isinstance(v, list) and len(v) == len(set(v)) for v in drawn(kind.valid))
    for items, path in drawn(flaw.values):
        assert isinstance(items, list)
        assert path == f"[{len(items) - 1}]"
        assert items[-1] in items[:-1]


def test_items_are_told_apart_by_a_field_where_they_are_objects() -> None:
    item = Object(Members(fields={"name": Text(choices=("a", "b")), "age": INTEGER}))
    kind = List(item=item, unique=True, by="name")
    for items in drawn(kind.valid):
        assert isinstance(items, list)
        names = [item["name"] for item in items if "name" in item]
        assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("kind", "without", "left"),
    [
        (BOOLEAN, (False,), {True}),
        (BOOLEAN, (True,), {False}),
        (Integer(choices=(1, 2, 3)), (1, 3), {2}),
        (Integer(minimum=1, maximum=3), (2,), {1, 3}),
        (Text(listed=("US", "CA", "DE")), ("US", "CA"), {"DE"}),
    ],
)
def test_a_kind_knows_its_values_without_some(
    kind: Kind[object], without: tuple[object, ...], left: set[object]
) -> None:
    others = kind.other_than(without)

    assert others is not None
    assert set(drawn(others)) == left


def test_a_kind_without_other_values_says_so() -> None:
    assert BOOLEAN.other_than((True, False)) is None
    assert Integer(choices=(1, 2)).other_than((2, 1)) is None


def test_an_item_alone_stands_for_a_list_only_if_it_may() -> None:
    assert {str, list} == {type(v) for v in drawn(List(item=TEXT, single=True).valid)}
    assert {list} == {type(v) for v in drawn(List(item=TEXT).valid)}


def test_null_is_a_value_only_where_it_may_be_sent() -> None:
    kind = Nullable(Integer(minimum=1))

    assert None in drawn(kind.valid)
    assert None not in [value for flaw in kind.flaws for value, _ in drawn(flaw.values)]
    assert None in [value for flaw in kind.kind.flaws for value, _ in drawn(flaw.values)]


def test_a_file_is_told_by_its_name_too() -> None:
    kind = File(magic=b"\xff\xd8", extensions=("jpg", "jpeg"))
    parts = [v for f in kind.flaws for v, _ in drawn(f.values, 20) if isinstance(v, FilePart)]

    assert parts
    for part in parts:
        assert part.content.startswith(b"\xff\xd8")
        assert not (part.filename or "").endswith((".jpg", ".jpeg"))


@pytest.mark.parametrize(
    ("kind", "simplest"),
    [
        (Text(max_length=300), ""),
        (Text(min_length=1), "0"),
        (Text(choices=("video", "audio")), "video"),
        (INTEGER, 0),
        (Csv(item=Integer(minimum=1)), []),
    ],
)
def test_what_is_drawn_shrinks_to_something_simple(kind: Kind[object], simplest: object) -> None:
    assert find(kind.valid, lambda value: True) == simplest


def test_without_hypothesis_the_extra_is_named() -> None:
    program = "import sys; sys.modules['hypothesis'] = None; import generator.runtime.strategies"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)

    assert "which comes with the extra `testing`" in done.stderr
