"""Dates in words, compared with what Python's own `strftime` and `strptime` make of them."""

import re
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apiscribe.runtime.semantics import date_words, dates

ZONE = timezone(timedelta(hours=-3, minutes=-30))
FORMATS = (
    "%d.%m.%Y",
    "%Y%m%d",
    "%Y-%j",
    "%d/%m/%y",
    "%A, %d %B %Y",
    "%a %b %d %H:%M:%S %Y",
    "%m/%d/%Y %I:%M %p",
    "%Y-%m-%dT%H:%M:%S.%f%z",
    "%d %b %Y at %H:%M (100%%)",
)


@pytest.mark.parametrize("form", FORMATS)
@given(moment=st.datetimes(datetime(1969, 1, 1), datetime(2068, 12, 31)))
def test_words_are_those_of_python(form, moment):
    moment = moment.replace(tzinfo=UTC)
    given = moment.date() if dates.is_day(form) else moment
    text = moment.strftime(form)

    assert dates.write(given, (form,)) == text
    read = dates.read(text, (form,))
    expected = datetime.strptime(text, form)
    if dates.is_day(form):
        assert read == expected.date()
    else:
        assert read == (expected if expected.tzinfo else expected.replace(tzinfo=UTC))
    assert re.fullmatch(date_words.pattern(form), text)


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("%-d.%-m.%Y %-H:%M", "5.1.2012 7:08"),
        ("%-I:%M %p, %B %-d, %Y", "7:08 AM, January 5, 2012"),
        ("%Y-%m-%d %H:%M %:z", "2012-01-05 03:38 -03:30"),
        ("%Y-%m-%d %H:%M %z", "2012-01-05 03:38 -0330"),
    ],
)
def test_words_beyond_those_of_every_python(form, text):
    moment = datetime(2012, 1, 5, 7, 8, tzinfo=UTC)

    assert dates.write(moment.astimezone(ZONE), (form,)) == text
    assert dates.read(text, (form,)) == moment


def test_milliseconds_have_three_digits():
    moment = datetime(2012, 1, 5, 7, 8, 9, 45000, tzinfo=UTC)
    form, text = "%Y-%m-%dT%H:%M:%S.%3f%z", "2012-01-05T07:08:09.045+0000"

    assert dates.write(moment, (form,)) == text
    assert dates.read(text, (form,)) == moment
    assert dates.read(text.replace("045", "045000"), (form,)) is None
    assert dates.read(text.replace("+0000", "Z"), (form,)) == moment


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("%d.%m.%Y", "30.02.2012"),
        ("%d.%m.%Y", "5.1.2012"),
        ("%d.%m.%Y", "05.01.2012 "),
        ("%d.%m.%Y", "\u0660\u0665.01.2012"),
        ("%A %d %B %Y", "Friday 05 January 2012"),
        ("%A %d %B %Y", "thursday 05 january 2012"),
        ("%Y-%j", "2013-366"),
        ("%Y-%j", "2013-000"),
        ("%Y-%m-%d %I:%M %p", "2012-01-05 13:00 PM"),
        ("%Y-%m-%d %H:%M %z", "2012-01-05 13:00 +2400"),
        ("%-d.%-m.%Y", "05.1.2012"),
    ],
)
def test_what_is_no_such_text(form, text):
    assert dates.read(text, (form,)) is None


@pytest.mark.parametrize(("text", "year"), [("69", 1969), ("99", 1999), ("00", 2000), ("68", 2068)])
def test_years_of_two_digits(text, year):
    assert dates.read(f"01.01.{text}", ("%d.%m.%y",)) == date(year, 1, 1)


@pytest.mark.parametrize("form", FORMATS)
def test_formats_that_can_be_read_have_no_flaw(form):
    assert date_words.flaw(form) is None
    assert dates.read(date_words.sample(form), (form,)) is not None


@pytest.mark.parametrize(
    ("form", "flaw"),
    [
        ("%d.%m", "the year"),
        ("%Y", "by `%d` or by `%j`"),
        ("%Y-%m", "the month without the day"),
        ("%Y-%d", "the day without the month"),
        ("%Y-%m-%d %j", "by `%d` or by `%j`"),
        ("%Y %y-%m-%d", "the year twice"),
        ("%Y-%m-%d %b", "the month twice"),
        ("%Y-%m-%d %M", "the minute without the hour"),
        ("%Y-%m-%d %z", "the offset without the hour"),
        ("%Y-%m-%d %H:%S", "the second without the minute"),
        ("%Y-%m-%d %H %I %p", "the hour twice"),
        ("%Y-%m-%d %H %p", "without the hour of a half day"),
        ("%-d%m%Y", "`%-d` ends"),
        ("%Y-%m-%d %H:%M:%S.%f.%3f", "the fraction twice"),
        ("%Y-%m-%d1%", "`%` is no directive"),
        ("%Y-%m-%d %c", "`%c` is no directive"),
        ("%Y-%m-%d\n", "can be seen"),
    ],
)
def test_what_is_wrong_with_a_format(form, flaw):
    assert flaw in str(date_words.flaw(form))
