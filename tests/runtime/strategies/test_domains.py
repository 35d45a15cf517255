"""What is particular about some domains: ends of ranges, forms, near misses, shrinking."""

import re
from datetime import date, datetime

import pytest
from hypothesis import find
from hypothesis.errors import NoSuchExample

from apiscribe.runtime.encoding.files import FilePart
from apiscribe.runtime.strategies.any_json import ANYTHING
from apiscribe.runtime.strategies.collections import Csv, List, Map
from apiscribe.runtime.strategies.dates import Date
from apiscribe.runtime.strategies.domain import BOOLEAN, Domain, Nullable
from apiscribe.runtime.strategies.durations import Duration
from apiscribe.runtime.strategies.identifiers import IDENTIFIER
from apiscribe.runtime.strategies.members import Members, Object
from apiscribe.runtime.strategies.numbers import INTEGER, NUMBER, Digits, Integer, Number
from apiscribe.runtime.strategies.text import TEXT, Text
from apiscribe.runtime.strategies.uploads import File
from tests.runtime.strategies.draws import drawn

HAN = re.compile("[\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0002a6df]")


@pytest.mark.parametrize(
    ("domain", "sizes"),
    [(Text(max_length=300), {0, 300}), (Text(min_length=2, max_length=9), {2, 9})],
)
def test_the_shortest_and_the_longest_text_are_drawn(domain: Text, sizes: set[int]) -> None:
    assert sizes <= {len(value) for value in drawn(domain.valid)}


@pytest.mark.parametrize(
    ("domain", "low", "high"),
    [
        (Text(max_length=300), 50, 299),
        (Text(min_length=100, max_length=1000), 200, 900),
        (Text(max_length=300, characters="a-z"), 50, 299),
        (Text(max_length=300, max_chinese_words=5), 50, 299),
        (TEXT, 50, 150),
        (IDENTIFIER, 50, 150),
        (Text(email=True), 80, 300),
        (List(item=BOOLEAN, max_items=50), 10, 40),
        (List(item=BOOLEAN), 8, 16),
        (List(item=INTEGER, max_items=50, unique=True), 10, 40),
        (Csv(item=INTEGER, min_items=10, max_items=50), 15, 45),
    ],
)
def test_sizes_in_the_middle_are_drawn(domain: Domain[object], low: int, high: int) -> None:
    values = drawn(domain.valid, 300)
    sizes = {len(value) for value in values if isinstance(value, str if low >= 50 else list)}

    assert len([size for size in sizes if low <= size <= high]) > 3


@pytest.mark.parametrize(
    ("domain", "low", "high"),
    [
        (Integer(minimum=1, maximum=300), 100, 200),
        (Integer(minimum=1, maximum=10**6), 10**5, 9 * 10**5),
        (INTEGER, 2**20, 2**62),
        (Number(minimum=0, maximum=100), 30, 60),
        (Digits(length=6), 200_000, 800_000),
    ],
)
def test_numbers_in_the_middle_are_drawn(domain: Domain[object], low: int, high: int) -> None:
    values = drawn(domain.valid, 300)

    assert len({value for value in values if low <= float(str(value)) <= high}) > 3


@pytest.mark.parametrize(("rule", "size"), [("min_length", 1), ("max_length", 10)])
def test_a_text_is_too_short_or_too_long_by_one_character(rule: str, size: int) -> None:
    domain = Text(min_length=2, max_length=9)
    sizes = {
        len(str(value)) for f in domain.breakages if f.rule == rule for value, _ in drawn(f.values)
    }

    assert size in sizes


def test_chinese_words_are_drawn_up_to_and_beyond_the_limit() -> None:
    domain = Text(max_chinese_words=5)
    (first, *_) = (
        value_breakage
        for value_breakage in domain.breakages
        if value_breakage.rule == "max_chinese_words"
    )

    assert {0, 5} <= {len(HAN.findall(value)) for value in drawn(domain.valid)}
    assert {len(HAN.findall(str(value))) for value, _ in drawn(first.values)} == {6}


def test_a_number_is_out_of_bounds_by_one() -> None:
    domain = Integer(minimum=1, maximum=300)
    values = {
        value
        for value_breakage in domain.breakages
        for value, _ in drawn(value_breakage.values)
        if type(value) is int
    }

    assert {0, 301} <= values


def test_a_choice_is_missed_by_a_hair() -> None:
    (value_breakage,) = (
        value_breakage
        for value_breakage in Text(choices=("both", "voip")).breakages
        if value_breakage.rule == "choices"
    )

    assert {"Both", "BOTH", "both ", "bot", ""} & {
        value for value, _ in drawn(value_breakage.values)
    }


def test_small_letters_of_rfc_3339_are_no_mistake() -> None:
    wrong = Date(formats=("rfc3339",)).breakages
    texts = [value for each in wrong for value, _ in drawn(each.values, 100)]

    assert "2012-11-25 12:00:00Z" in texts
    assert "2012-11-25T12:00:00z" not in texts


def test_dates_come_in_every_form() -> None:
    values = drawn(Date(formats=("date", "utc_unpadded", "us_minutes")).valid, 500)
    texts = [value for value in values if isinstance(value, str)]

    assert {str, date, datetime} == {type(value) for value in values}
    assert any(re.fullmatch(r"\d{4}-\d\d-\d\d", text) for text in texts)
    assert any(re.fullmatch(r"\d{4}-\d-\d\d?T\d\d?:\d\d:\d\dZ", text) for text in texts)
    assert any(re.fullmatch(r"\d\d/\d\d/\d{4} \d\d:\d\d [ap]m", text) for text in texts)


def test_a_moment_has_a_zone_and_a_day_is_not_a_moment() -> None:
    domain = Date(formats=("utc",))
    values = [
        value
        for value_breakage in domain.breakages
        for value, _ in drawn(value_breakage.values, 50)
    ]

    assert not any(type(value) is date for value in drawn(domain.valid))
    assert any(type(value) is date for value in values)
    assert any(isinstance(value, datetime) and value.tzinfo is None for value in values)
    assert {"2012-11-25", "2012-02-30T12:00:00Z"} <= {v for v in values if isinstance(v, str)}


def test_comma_separated_values_are_text_or_a_list() -> None:
    values = drawn(Csv(item=Integer(choices=(1, 7)), min_items=1).valid)

    assert {str, list} == {type(value) for value in values}
    assert {"1", "7", "1,7"} <= {value for value in values if isinstance(value, str)}


@pytest.mark.parametrize("unique", [False, True])
def test_a_list_of_many_thousands_is_drawn(unique: bool) -> None:
    domain = List(item=INTEGER, max_items=10_000, unique=unique)
    (too_many,) = (each for each in domain.breakages if each.rule == "max_items")
    values = [value for value in drawn(domain.valid, 100) if isinstance(value, list)]

    assert all(not unique or len(value) == len(set(value)) for value in values)
    assert (10_000 in {len(value) for value in values}) is not unique
    assert 10_001 in {len(value) for value, _ in drawn(too_many.values) if isinstance(value, list)}


def test_a_flaw_of_an_item_says_which_item() -> None:
    domain = List(item=Integer(minimum=1), max_items=3)
    (value_breakage,) = (
        value_breakage for value_breakage in domain.breakages if value_breakage.rule == "minimum"
    )
    for items, path in drawn(value_breakage.values):
        assert isinstance(items, list)
        wrong = [f"[{index}]" for index, item in enumerate(items) if item < 1]
        assert wrong == [path]


def test_unique_items_are_unique_and_one_twice_is_a_flaw() -> None:
    domain = List(item=Text(choices=("a", "b", "c")), unique=True, min_items=1)
    (value_breakage,) = (
        value_breakage for value_breakage in domain.breakages if value_breakage.rule == "unique"
    )

    assert all(isinstance(v, list) and len(v) == len(set(v)) for v in drawn(domain.valid))
    for items, path in drawn(value_breakage.values):
        assert isinstance(items, list)
        assert path == f"[{len(items) - 1}]"
        assert items[-1] in items[:-1]


def test_items_are_told_apart_by_a_field_where_they_are_objects() -> None:
    item = Object(Members(fields={"name": Text(choices=("a", "b")), "age": INTEGER}))
    domain = List(item=item, unique=True, by="name")
    for items in drawn(domain.valid):
        assert isinstance(items, list)
        names = [item["name"] for item in items if "name" in item]
        assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("domain", "without", "left"),
    [
        (BOOLEAN, (False,), {True}),
        (BOOLEAN, (True,), {False}),
        (Integer(choices=(1, 2, 3)), (1, 3), {2}),
        (Integer(minimum=1, maximum=3), (2,), {1, 3}),
        (Text(listed=("US", "CA", "DE")), ("US", "CA"), {"DE"}),
    ],
)
def test_a_kind_knows_its_values_without_some(
    domain: Domain[object], without: tuple[object, ...], left: set[object]
) -> None:
    others = domain.other_than(without)

    assert others is not None
    assert set(drawn(others)) == left


def test_a_kind_without_other_values_says_so() -> None:
    assert BOOLEAN.other_than((True, False)) is None
    assert Integer(choices=(1, 2)).other_than((2, 1)) is None


def test_an_item_alone_stands_for_a_list_only_if_it_may() -> None:
    assert {str, list} == {type(v) for v in drawn(List(item=TEXT, single=True).valid)}
    assert {list} == {type(v) for v in drawn(List(item=TEXT).valid)}


def test_null_is_a_value_only_where_it_may_be_sent() -> None:
    domain = Nullable(Integer(minimum=1))

    assert None in drawn(domain.valid)
    assert None not in [
        value for value_breakage in domain.breakages for value, _ in drawn(value_breakage.values)
    ]
    assert None in [
        value
        for value_breakage in domain.domain.breakages
        for value, _ in drawn(value_breakage.values)
    ]


def test_a_file_is_told_by_its_name_too() -> None:
    domain = File(magic=b"\xff\xd8", extensions=("jpg", "jpeg"))
    parts = [v for f in domain.breakages for v, _ in drawn(f.values, 20) if isinstance(v, FilePart)]

    assert parts
    for part in parts:
        assert part.begins_with(b"\xff\xd8")
        assert not (part.filename or "").endswith((".jpg", ".jpeg"))


@pytest.mark.parametrize(
    ("domain", "simplest"),
    [
        (TEXT, ""),
        (Text(max_length=300), ""),
        (Text(min_length=1), "0"),
        (Text(max_chinese_words=5), ""),
        (Text(email=True), "a@b"),
        (Text(choices=("video", "audio")), "video"),
        (Text(listed=("US", "CA", "DE", "FR", "IT")), "US"),
        (IDENTIFIER, "0"),
        (BOOLEAN, False),
        (INTEGER, 0),
        (Integer(minimum=7, maximum=300), 7),
        (Integer(choices=(2, 1, 3, 4, 5)), 2),
        (NUMBER, 0),
        (Digits(length=3), "000"),
        (Date(formats=("date", "utc")), "2000-01-01"),
        (File(magic=b"\xff\xd8"), b"\xff\xd8"),
        (Nullable(INTEGER), None),
        (List(item=TEXT), []),
        (List(item=TEXT, single=True), []),
        (List(item=TEXT, single=True, min_items=1), ""),
        (List(item=TEXT, min_items=2), ["", ""]),
        (Csv(item=Integer(minimum=1)), []),
        (Csv(item=Integer(minimum=1), min_items=1, unique=True), [1]),
        (Map(item=TEXT), {}),
        (ANYTHING, None),
        (Object(Members(fields={"a": TEXT, "b": TEXT}, required=("b",))), {"b": ""}),
        (Object(Members(fields={"a": TEXT, "b": TEXT}, required=("b",)), "b"), ""),
    ],
)
def test_what_is_drawn_shrinks_to_something_simple(
    domain: Domain[object], simplest: object
) -> None:
    assert find(domain.valid, lambda value: True) == simplest


MINUTES_OF_A_TIMEDELTA = 999_999_999 * 24 * 60
"""Nothing that is longer is a duration to Python."""


@pytest.mark.parametrize("rule", ["minimum", "maximum"])
def test_what_is_too_long_is_a_duration_still(rule: str) -> None:
    stay = Duration(formats=("minutes",), minimum=5, maximum=600)
    (broken,) = (each for each in stay.breakages if each.rule == rule)
    with pytest.raises(NoSuchExample):
        find(broken.values, lambda each: abs(each.value) >= MINUTES_OF_A_TIMEDELTA + 24 * 60)
