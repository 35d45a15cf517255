"""Which texts the validators take for a moment such as 2012-11-25T12:00:00Z."""

import pytest

from apiscribe.runtime.semantics.predicates import is_date

GOOD = ["2012-11-25T12:00:00Z", "2012-02-29T00:00:00Z", "0001-01-01T23:59:59Z"]
BAD = [
    "",
    "2012-11-25",
    "2012-11-25T12:00:00",
    "2012-11-25T12:00:00z",
    "2012-11-25t12:00:00Z",
    "2012-11-25 12:00:00Z",
    "2012-11-25T12:00:00Z\n",
    " 2012-11-25T12:00:00Z",
    "2012-11-25T12:00:00+00:00",
    "2012-11-25T12:00:00.5Z",
    "2012-11-25T12:00:00,000000Z",
    "2012-11-25T12:00:00:00000Z",
    "2012-1-5T3:00:00Z",
    # Forms of ISO 8601 that are as long.
    "2012-W47-7T12:00:00Z",
    "2012-11-25T120000.0Z",
    "20121125T120000,000Z",
    # No such day or time.
    "2012-02-30T12:00:00Z",
    "2012-13-01T12:00:00Z",
    "0000-11-25T12:00:00Z",
    "2012-11-25T24:00:00Z",
    "2012-11-25T12:60:00Z",
    "2012-11-25T12:00:60Z",
    "2012-11-25TT2:00:00Z",
    # Digits that are none of ours.
    "2012-11-25T12:00:0\u0660Z",
]


@pytest.mark.parametrize("text", GOOD)
@pytest.mark.parametrize("formats", [("utc",), ("utc", "date"), ("date", "utc")])
def test_a_moment_is_taken_in_the_form_of_the_page(text, formats):
    assert is_date(text, formats)


@pytest.mark.parametrize("text", BAD)
def test_a_moment_is_not_taken_in_another_form(text):
    assert not is_date(text, ("utc",))


def test_a_moment_is_no_day():
    assert not is_date("2012-11-25T12:00:00Z", ("date",))


def test_other_forms_are_taken_where_they_are_allowed():
    assert is_date("2012-11-25", ("utc", "date"))
    assert is_date("2012-1-5T3:00:00Z", ("utc", "utc_unpadded"))
