"""Questions about single values: what is taken, and what is just not taken any more."""

from datetime import UTC, date, datetime, timedelta, timezone
from enum import IntEnum

import pytest

from apiscribe.runtime.encoding.wire import INTEGER
from apiscribe.runtime.semantics import predicates
from apiscribe.runtime.semantics.dates import DateFormat
from apiscribe.runtime.validation import values
from apiscribe.runtime.validation.violations import Found
from tests.runtime.shown import shown

WEST = timezone(timedelta(hours=-8))


class Size(IntEnum):
    BIG = 2


@pytest.mark.parametrize(
    "value", ["", "a", "é", "\U0001f600", "a\nb\x01\x7f", "\ud7ff\ue000"], ids=shown
)
def test_text_that_can_be_sent(value: str) -> None:
    assert predicates.is_encodable(value)


@pytest.mark.parametrize(
    "value",
    ["\0", "a\0b", *map(chr, (0xD800, 0xDBFF, 0xDC00, 0xDFFF)), "x" + chr(0xDABC)],
    ids=shown,
)
def test_text_with_nul_or_half_a_pair_cannot_be_sent(value: str) -> None:
    assert not predicates.is_encodable(value)


@pytest.mark.parametrize(
    "value", ["a@b", "a.b+c@d-e.f.g", "ä@ö.de", "!#$%@x", "x" * 318 + "@b", ".@a.b"], ids=shown
)
def test_addresses(value: str) -> None:
    assert predicates.is_email(value)


@pytest.mark.parametrize(
    "value",
    [
        *("", "a", "@", "a@", "@b", "a@@b", "a@b@c", "a@.b", "a@b.", "a@b..c", "a@."),
        *("a @b", "a@ b", " a@b", "a@b ", "a@b\n", "a\u00a0@b", "a@b\tc", "a,b@c", "a@b,c"),
        *("a\0@b", "a@b\0", "x" * 319 + "@b"),
    ],
    ids=shown,
)
def test_no_addresses(value: str) -> None:
    assert not predicates.is_email(value)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        *(
            ("", 0),
            ("abc def", 0),
            ("é\U0001f600", 0),
            ("あいう", 0),
            ("한국", 0),
            ("\uff0c\u3002", 0),
        ),
        *(("一", 1), ("李小龍", 3), ("a李b", 1), ("李 小", 2), ("々〇", 2)),
        *(("\u2e80\u2fdf\u3021\u3029\u3038\u303b\u3400\u4dbf\u4e00\u9fff", 10),),
        *(("\uf900\ufaff\U00020000\U0003fffd", 4),),
        *(("\u2e7f\u2fe0\u3004\u3006\u3008\u3020\u302a\u3037\u303c\u33ff\u4dc0", 0),),
        *(("\ua000\uf8ff\ufb00\U0001ffff\U0003fffe", 0),),
    ],
    ids=shown,
)
def test_each_han_character_is_a_word(value: str, words: int) -> None:
    assert predicates.chinese_words(value) == words


@pytest.mark.parametrize("value", ["123", "000", 123, 999, 100], ids=shown)
def test_digits(value: object) -> None:
    assert predicates.is_digits(value, 3)


@pytest.mark.parametrize(
    "value",
    [
        *("12", "1234", "", "12a", "1 2", "+12", "-12", "12\n", "1.2", "²²²"),
        *("\u0661\u0662\u0663", "\uff11\uff12\uff13"),
        *(12, 1234, -12, -123, 10**5000, True, 1.0, 123.0, None, [1, 2, 3], b"123"),
    ],
    ids=shown,
)
def test_no_digits(value: object) -> None:
    assert not predicates.is_digits(value, 3)


@pytest.mark.parametrize(
    ("value", "formats", "is_one"),
    [
        ("2012-11-25", ("date",), True),
        ("2012-11-25", ("utc",), False),
        ("2012-11-25", ("utc", "date"), True),
        ("2012-02-30", ("date",), False),
        ("2012-1-5", ("date",), False),
        ("2012-1-5", ("date_unpadded",), True),
        ("2012-11-25T12:00:00Z", ("utc",), True),
        ("2012-11-25T12:00:00Z", ("date",), False),
        ("2012-11-25T12:00:00Z", ("utc_unpadded",), True),
        ("2012-02-30T12:00:00Z", ("utc",), False),
        ("2012-11-25T24:00:00Z", ("utc",), False),
        ("2012-11-25T12:00:00", ("utc",), False),
        ("2012-11-25T12:00:00+00:00", ("utc",), False),
        ("2012-11-25T12:00:00Z\n", ("utc",), False),
        ("2012-1-5T3:00:00Z", ("utc",), False),
        ("2012-1-5T3:00:00Z", ("utc_unpadded",), True),
        ("11/25/2012 09:05 pm", ("us_minutes",), True),
        ("11/25/2012 01:05 PM", ("us_minutes",), True),
        ("11/25/2012 12:05 am", ("us_minutes",), True),
        ("11/25/2012 00:05 am", ("us_minutes",), False),
        ("11/25/2012 13:05 pm", ("us_minutes",), False),
        ("", ("date", "utc", "us_minutes"), False),
        (datetime(2012, 11, 25, tzinfo=UTC), ("us_minutes",), True),
        (datetime(2012, 11, 25, tzinfo=WEST), ("utc",), True),
        (datetime(9999, 12, 31, 15, 59, 59, tzinfo=WEST), ("utc",), True),
        (datetime(9999, 12, 31, 16, tzinfo=WEST), ("utc",), False),
        (datetime(2012, 11, 25), ("utc",), False),
        (datetime(2012, 11, 25), ("date",), False),
        (date(2012, 11, 25), ("date",), True),
        (date(2012, 11, 25), ("utc", "date_unpadded"), True),
        (date(2012, 11, 25), ("utc", "us_minutes"), False),
        (20121125, ("date",), False),
        (None, ("date",), False),
    ],
    ids=shown,
)
def test_dates(value: object, formats: tuple[DateFormat, ...], is_one: bool) -> None:
    assert predicates.is_date(value, formats) is is_one


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (2, 1),
        (1.5, 1),
        ("2013-01-02", "2013-01-01"),
        ("2013-1-2", "2013-01-01"),
        ("2013-01-02", date(2013, 1, 1)),
        (date(2013, 1, 2), date(2013, 1, 1)),
        ("2013-01-02T00:00:01Z", "2013-01-02T00:00:00Z"),
        ("2013-01-02T00:00:00Z", "2013-01-01"),
        ("2013-01-02", "2013-01-01T23:59:59Z"),
        (datetime(2013, 1, 1, 17, tzinfo=WEST), datetime(2013, 1, 2, tzinfo=UTC)),
        ("01/01/2013 12:01 pm", "01/01/2013 11:59 am"),
    ],
    ids=shown,
)
def test_the_later_and_the_earlier(first: object, last: object) -> None:
    assert predicates.is_later(first, last)
    assert not predicates.is_later(last, first)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (1, 1),
        (1, 1.0),
        ("2013-01-01", "2013-01-01"),
        ("2013-01-01", "2013-01-01T23:00:00Z"),
        (datetime(2013, 1, 1, 16, tzinfo=WEST), datetime(2013, 1, 2, tzinfo=UTC)),
        ("x", "2013-01-01"),
        ("2013-01-02", "x"),
        (datetime(2013, 1, 2), "2013-01-01"),
        (datetime(9999, 12, 31, 16, tzinfo=WEST), "2013-01-01"),
        ("2013-01-02", 1),
        (2, "1"),
        (True, False),
        (None, None),
        (float("nan"), 1),
        (float("inf"), 1),
        ([2], [1]),
    ],
    ids=shown,
)
def test_equal_or_unreadable_dates_are_not_later(one: object, two: object) -> None:
    assert not predicates.is_later(one, two)
    assert not predicates.is_later(two, one)


@pytest.mark.parametrize(
    ("value", "is_one"),
    [
        *((0, True), (-1, True), (10**30, True), (1.5, True), (0.0, True)),
        *((True, False), ("1", False), (None, False)),
        *((float("nan"), False), (float("inf"), False), (-float("inf"), False)),
    ],
    ids=shown,
)
def test_numbers(value: object, is_one: bool) -> None:
    assert predicates.is_number(value) is is_one


@pytest.mark.parametrize(
    ("value", "is_one"),
    [
        *((0, True), (-1, True), (2**63 - 1, True), (-(2**63), True)),
        *((2**63, False), (-(2**63) - 1, False), (10**5000, False)),
        *((True, False), (Size.BIG, False), (1.0, False), ("1", False), (None, False)),
    ],
    ids=shown,
)
def test_whole_numbers_are_ints_of_64_bits(value: object, is_one: bool) -> None:
    assert predicates.is_whole(value) is is_one
    for check in (values.integer, values.identifier):
        found: Found = []
        check(value, "it", found)
        taken_as_text = check is values.identifier and isinstance(value, str)
        assert [each.rule for each in found] == ([] if is_one or taken_as_text else ["type"])


@pytest.mark.parametrize("number", [-(2**63) - 1, -(2**63), 2**63 - 1, 2**63, 10**19, -(10**30)])
def test_a_whole_number_and_its_text_are_taken_or_refused_alike(number: int) -> None:
    found: Found = []
    values.integer(number, "it", found)
    values.integer(INTEGER.parse(str(number)), "it", found)
    assert len(found) == (0 if -(2**63) <= number < 2**63 else 2)
    assert len({each.message.replace("'", "") for each in found}) <= 1


@pytest.mark.parametrize(("value", "over"), [(4, True), (3, False), (2, False)], ids=shown)
def test_over(value: int, over: bool) -> None:
    assert predicates.is_over(value, 3) is over
    assert predicates.is_under(-value, -3) is over


@pytest.mark.parametrize("value", [True, False, "9", None, [9]], ids=shown)
def test_what_is_no_whole_number_is_neither_over_nor_under(value: object) -> None:
    assert not predicates.is_over(value, -1)
    assert not predicates.is_under(value, 10)
