"""Dates of models: blank ones, those without a zone, and clocks that a test has stopped."""

import json
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone

import msgspec
import pytest
from freezegun import freeze_time
from freezegun.api import FakeDate, FakeDatetime
from msgspec import UNSET

from apiscribe.runtime.api_object import ApiObject
from apiscribe.runtime.call_warnings import ResponseMismatchWarning
from apiscribe.runtime.model import (
    AwareDatetime,
    BlankableDate,
    BlankableDatetime,
    CalendarDay,
    dec_hook,
)
from tests.runtime.zoo import Animal, Keeper

MOMENT = datetime(2013, 5, 9, 8, 30, tzinfo=UTC)


def moment(text):
    return msgspec.json.decode(
        b'{"fed_at": %s, "id": 1, "name": ""}' % msgspec.json.encode(text),
        type=Animal,
        dec_hook=dec_hook,
    ).fed_at


def day(text):
    return msgspec.json.decode(
        b'{"since": %s, "name": ""}' % msgspec.json.encode(text), type=Keeper, dec_hook=dec_hook
    ).since


@pytest.mark.parametrize("blank", ["", " ", "\t \n", None])
def test_blanks_are_no_date(blank):
    assert moment(blank) is None
    assert day(blank) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2013-05-09T08:30:00Z", MOMENT),
        (" 2013-05-09T08:30:00Z ", MOMENT),
        ("2013-5-9T8:30:00Z", MOMENT),
        ("2013-05-09T08:30:00.250Z", MOMENT + timedelta(milliseconds=250)),
        (
            "2013-05-09T10:30:00+02:00",
            datetime(2013, 5, 9, 10, 30, tzinfo=timezone(timedelta(hours=2))),
        ),
    ],
)
def test_moments_are_read_with_their_zone(text, expected):
    assert moment(text) == expected
    assert moment(text).tzinfo is not None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2013-05-09", date(2013, 5, 9)),
        ("2013-5-9", date(2013, 5, 9)),
        ("  2013-5-19 ", date(2013, 5, 19)),
    ],
)
def test_days_are_read_with_and_without_zeros(text, expected):
    assert day(text) == expected
    assert type(day(text)) is date


@pytest.mark.parametrize(
    "text", ["soon", "2013-02-30", 1368088200, True, [], "2013-05-09T08:30:00"]
)
def test_what_is_neither_blank_nor_a_moment_is_not_read(text):
    with pytest.raises(msgspec.ValidationError):
        moment(text)


@pytest.mark.parametrize("text", ["soon", "2013-02-30", 20130509, "2013-05-09T08:30:00Z"])
def test_what_is_neither_blank_nor_a_day_is_not_read(text):
    with pytest.raises(msgspec.ValidationError):
        day(text)


def test_a_date_that_is_absent_is_unset():
    assert msgspec.json.decode(b'{"name": ""}', type=Keeper, dec_hook=dec_hook).since is UNSET


def test_dates_of_an_answer_can_be_written_again():
    animal = Animal(id=1, name="Rex", fed_at=MOMENT)

    assert msgspec.json.encode(animal) == b'{"id":1,"name":"Rex","fed_at":"2013-05-09T08:30:00Z"}'


def test_instances_of_the_date_types_are_dates_and_none():
    for kind, value in ((BlankableDatetime, MOMENT), (BlankableDate, date(2013, 5, 9))):
        assert isinstance(value, kind)
        assert isinstance(None, kind)
        assert not isinstance("2013-05-09", kind)


# Moments without a zone, and clocks that a test has stopped


class Diary(ApiObject):
    at: AwareDatetime
    on: CalendarDay


NOTE = b'{"at": "2012-11-25T12:00:00Z", "on": "2012-11-25"}'


def test_a_moment_without_a_time_zone_is_kept_as_text():
    with pytest.warns(ResponseMismatchWarning, match=r"\$\.at is text, not"):
        diary = Diary.from_dict({"at": "2012-11-25T12:00:00", "on": "2012-11-25"})

    assert diary.at == "2012-11-25T12:00:00"


@freeze_time("2020-01-01")
def test_dates_are_read_in_a_test_that_has_stopped_the_clock():
    class First(ApiObject):
        at: AwareDatetime
        on: CalendarDay
        blank_at: BlankableDatetime
        blank_on: BlankableDate

    first = First.from_dict(
        {
            "at": "2012-11-25T12:00:00Z",
            "on": "2012-11-25",
            "blank_at": "2012-1-5T8:30:00Z",
            "blank_on": "2012-1-5",
        }
    )

    assert (first.at, first.on) == (datetime(2012, 11, 25, 12, tzinfo=UTC), date(2012, 11, 25))
    fakes = (FakeDatetime, FakeDate)
    assert [type(getattr(first, name)) in fakes for name in First.__struct_fields__] == [False] * 4
    assert json.loads(first.to_json())["blank_at"] == "2012-01-05T08:30:00Z"


LOADED_WHILE_STOPPED = """
from freezegun import freeze_time
note = {"at": "2012-11-25T12:00:00Z", "on": "2012-11-25", "fed": "2012-1-5T8:30:00Z"}
with freeze_time("2020-01-01"):
    from apiscribe.runtime.model import AwareDatetime, BlankableDatetime, CalendarDay
    from apiscribe.runtime.api_object import ApiObject
    class Diary(ApiObject):
        at: AwareDatetime
        on: CalendarDay
        fed: BlankableDatetime
    first = Diary.from_dict(note)
class Later(Diary):
    pass
for diary in (first, Diary.from_dict(note), Later.from_dict(note)):
    kinds = (type(each) for each in (diary.at, diary.on, diary.fed))
    print(*(f"{kind.__module__}.{kind.__name__}" for kind in kinds))
"""


def test_dates_are_dates_if_loaded_in_frozen_time():
    run = subprocess.run(
        [sys.executable, "-c", LOADED_WHILE_STOPPED], capture_output=True, text=True, check=True
    )

    assert run.stdout.splitlines() == ["datetime.datetime datetime.date datetime.datetime"] * 3
