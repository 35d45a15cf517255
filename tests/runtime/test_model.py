"""Models: dates that may be blank, and keys that nobody documented."""

from datetime import UTC, date, datetime, timedelta, timezone

import msgspec
import pytest
from msgspec import UNSET

from apiscribe.runtime.model import (
    BlankableDate,
    BlankableDatetime,
    Model,
    dec_hook,
    keep_source,
    unknown_fields,
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


def answer(body):
    value = msgspec.json.decode(body, type=Animal, dec_hook=dec_hook)
    keep_source(value, body)
    return value


def test_a_whole_answer_knows_the_keys_that_it_does_not_name():
    animal = answer(b'{"id": 1, "name": "Rex", "wings": 2, "odd key ": [null]}')

    assert animal.extra == {"wings": 2, "odd key ": [None]}


def test_keys_that_nobody_names_are_found_at_any_depth():
    animal = answer(
        b'{"id": 1, "name": "Rex", "wings": 2, "keepers": [{"name": "Ann"}, {"name": "Bob",'
        b' "age": 40}], "by_day": {"mon": {"name": "Eve", "shift": "late"}}}'
    )

    assert unknown_fields(animal) == {
        "$.wings": 2,
        "$.keepers[1].age": 40,
        "$.by_day.mon.shift": "late",
    }


def test_an_answer_without_surprises_has_nothing_extra():
    assert answer(b'{"id": 1, "name": "Rex"}').extra == {}
    assert unknown_fields(answer(b'{"id": 1, "name": "Rex"}')) == {}


def test_a_model_that_was_not_answered_has_nothing_extra():
    assert Animal(id=1, name="Rex").extra == {}


def test_what_an_answer_was_read_from_does_not_show_or_count():
    animal = answer(b'{"id": 1, "name": "Rex", "wings": 2}')

    assert animal == Animal(id=1, name="Rex")
    assert "wings" not in repr(animal)
    assert b"wings" not in msgspec.json.encode(animal)


def test_a_documented_field_may_be_called_extra():
    class Bill(Model):
        extra: int  # type: ignore[assignment]  # a generated model says so too

    assert Bill(extra=3).extra == 3
