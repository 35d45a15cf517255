"""Bodies of webhooks: typed where they fit, kept where they do not, refused where they are none."""

import copy
import inspect
import pickle
import warnings
from datetime import UTC, datetime

import pytest
from msgspec import UNSET

from apiscribe.runtime.errors import SdkError
from apiscribe.runtime.model import unknown_fields
from apiscribe.runtime.webhooks.errors import EventMismatchWarning, EventTooLarge, MalformedEvent
from apiscribe.runtime.webhooks.events import UnknownEvent
from tests.runtime.webhooks.gate import (
    FORM,
    HEADERS,
    OPENED,
    PIN,
    AlarmRaised,
    DoorOpened,
    Opening,
    alarm,
    form,
    parse,
)


def read(body, headers=HEADERS):
    return parse(body, headers)


def test_a_form_becomes_a_typed_event():
    event = read(b"kind=OPEN&side=IN&door=007&times=2&at=2017-03-10T08%3A30%3A00Z")

    assert type(event) is DoorOpened
    assert event.payload == Opening(
        door="007", times=2, at=datetime(2017, 3, 10, 8, 30, tzinfo=UTC)
    )
    assert event.mismatches == ()


def test_json_in_a_form_becomes_a_typed_event():
    event = read(alarm({"zone": "é", "doors": [{"door": 7, "times": 1}]}))

    assert type(event) is AlarmRaised
    assert event.payload.zone == "é"
    assert event.payload.doors == [Opening(door=7, times=1)]


def test_the_form_is_kept_as_it_was():
    event = read(b"kind=OPENED&side=IN&door=1&times=2&new=%2B+x&blank=")

    assert dict(event.fields) == {
        "kind": "OPENED",
        "side": "IN",
        "door": "1",
        "times": "2",
        "new": "+ x",
        "blank": "",
    }
    assert event.payload.extra == {"kind": "OPENED", "side": "IN", "new": "+ x", "blank": ""}


def test_what_no_model_names_is_reachable_in_json_too():
    event = read(alarm({"zone": "a", "loud": True, "doors": [{"door": 7, "times": 1, "hue": 3}]}))

    assert event.payload.extra == {"loud": True}
    assert unknown_fields(event.payload) == {"$.loud": True, "$.doors[0].hue": 3}


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "SHUT", "side": "IN"},
        {"kind": "open", "side": "IN"},
        {"kind": "OPEN"},
        {"kind": "OPEN", "side": "OUT"},
        {"other": "OPEN"},
        {"kind": "ALARM"},
    ],
    ids=str,
)
def test_an_event_of_no_known_kind_is_kept(fields):
    event = read(form(fields))

    assert type(event) is UnknownEvent
    assert dict(event.fields) == fields


def test_what_does_not_fit_is_kept_and_named():
    with pytest.warns(EventMismatchWarning) as caught:
        event = read(b"kind=OPEN&side=IN&times=often")

    assert event.payload.times == "often"
    assert event.payload.door is UNSET
    assert set(event.mismatches) == {"$.times is text, not int", "$.door is missing"}
    assert str(caught[0].message).startswith("door_opened: sent otherwise than documented: $.")


def test_what_does_not_fit_in_json_is_kept_and_named():
    with pytest.warns(EventMismatchWarning):
        event = read(alarm({"zone": None, "doors": [{"door": 1, "times": 2}, 3]}))

    assert event.payload.zone is None
    assert event.payload.doors == [Opening(door=1, times=2), 3]
    assert len(event.mismatches) == 2


def test_a_warning_names_whom_it_concerns():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        line = inspect.stack()[0].lineno + 1
        parse(b"kind=OPEN&side=IN&times=1", HEADERS)

    assert (caught[0].filename, caught[0].lineno) == (__file__, line)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "empty"),
        (b'{"kind": "OPEN"}', "not a form"),
        (b"<html a=b>", "not a form"),
        (b"&&&", "not a form"),
        (b"=OPEN", "not a form"),
        (b"kind=OPEN&=x", "not a form"),
        (b"kind=\xff", "UTF-8"),
        (b"kind=%ff", "UTF-8"),
        (alarm("{"), "alarm_raised: its content is not JSON"),
        (alarm(""), "alarm_raised: its content is not JSON"),
        (alarm("[" * 100_000), "alarm_raised: its content is not JSON"),
        (alarm("[1]"), "not a JSON object"),
        (alarm('"text"'), "not a JSON object"),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_a_body_that_is_no_event_is_refused(body, said):
    with pytest.raises(MalformedEvent, match=said) as caught:
        read(body)

    assert isinstance(caught.value, SdkError)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize(
    "content_type",
    [
        FORM,
        FORM.upper(),
        f"{FORM};charset=UTF-8",
        f'{FORM}; charset="utf-8"',
        f"{FORM}; charset=utf8; a=b",
        f"{FORM} ; a=b",
        "",
    ],
)
def test_a_form_is_one_by_its_content_type(content_type):
    assert type(read(form(OPENED), {"CONTENT-TYPE": content_type})) is DoorOpened


def test_a_body_of_which_nothing_is_said_may_be_a_form():
    assert type(read(form(OPENED), {})) is DoorOpened


def test_a_header_that_comes_twice_is_the_list_of_both():
    class Doubled(dict[str, str]):
        """Like the headers of some frameworks, which keep all lines."""

        def items(self):
            return [("Content-Type", FORM), ("content-type", "text/plain")]

    with pytest.raises(MalformedEvent, match="form-urlencoded, text/plain"):
        read(form(OPENED), Doubled())


@pytest.mark.parametrize(
    "content_type", ["application/json", "text/plain", "multipart/form-data", f"{FORM}; charset=x"]
)
def test_a_body_that_is_called_something_else_is_refused(content_type):
    for name in ("content-type", "Content-Type"):
        with pytest.raises(MalformedEvent):
            read(form(OPENED), {name: content_type})


def test_a_body_has_an_end():
    body = b"kind=SHUT&x=" + b"x" * 88

    assert type(parse(body, HEADERS, max_body=100)) is UnknownEvent
    with pytest.raises(EventTooLarge, match="100 bytes"):
        parse(body + b"x", HEADERS, max_body=100)
    with pytest.raises(EventTooLarge, match="1000 fields"):
        read(b"&".join([b"a=1"] * 1001))
    assert dict(read(b"&".join([b"a=1"] * 1000)).fields) == {"a": "1"}


def test_a_thousand_entries_are_not_too_many():
    entry = {"door": "x" * 100, "times": 1, "at": "2017-03-10T08:30:00Z", "more": "/" * 100}

    assert len(read(alarm({"zone": "a", "doors": [entry] * 1000})).payload.doors) == 1000


def test_two_deliveries_of_one_event_have_one_key():
    event = read(form(OPENED))
    again = read(form(dict(reversed(OPENED.items()))))

    assert event.key == again.key
    assert event.key.startswith("door_opened:")


@pytest.mark.parametrize(
    "other",
    [
        {**OPENED, "door": "008"},
        {**OPENED, "new": ""},
        {"kind": "OPEN", "side": "IN", "door": '007","times":"2', "times": "2"},
    ],
)
def test_events_that_say_something_else_have_another_key(other):
    assert read(form(OPENED)).key != read(form(other)).key


def test_no_repr_shows_what_is_sensitive():
    known = read(form({**OPENED, "pin": PIN}))
    unknown = read(form({"kind": "?", "pin": PIN}))

    assert known.payload.pin == PIN
    assert PIN not in f"{known!r} {known} {known!r:>1000} {unknown!r} {unknown}"
    assert repr(known).startswith("DoorOpened(payload=Opening(door='007', times=2")
    assert repr(unknown) == "UnknownEvent(fields=['kind', 'pin'])"


def test_no_error_and_no_warning_shows_content():
    with pytest.warns(EventMismatchWarning) as caught:
        read(form({"kind": "OPEN", "side": "IN", "times": PIN}))
    with pytest.raises(MalformedEvent) as refused:
        read(alarm(f'{{"pin": "{PIN}"'))

    assert PIN not in f"{caught[0].message} {refused.value!r} {refused.value}"


def test_events_can_be_copied_and_pickled():
    event = read(form(OPENED))

    assert pickle.loads(pickle.dumps(event)) == copy.deepcopy(event) == event
