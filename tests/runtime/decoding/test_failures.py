"""Which responses are failures, and what is read of them: in every way that an envelope can say."""

import json
from typing import Any

import pytest
from msgspec import structs
from urllib3 import HTTPHeaderDict

from apiscribe.runtime.decoding.decode import read
from apiscribe.runtime.decoding.failures import failure
from apiscribe.runtime.decoding.response import Response
from apiscribe.runtime.envelope import (
    STATUS,
    TEXT,
    Envelope,
    ErrorMatch,
    FailureField,
    KeyMark,
    StatusMark,
    Wait,
)
from apiscribe.runtime.errors import APIError, RateLimited, ResponseError
from tests.runtime import zoo
from tests.runtime.zoo import AnimalNotFound, TooFast

REQUEST = zoo.request_for(zoo.ADD, {"name": "Rex"})
STATUSES = {200: True, 404: True, 410: False}
RETURNED = structs.replace(REQUEST, operation=structs.replace(zoo.ADD, statuses=STATUSES))


def outcome(body: object, status: int = 200, matches: Any = None, /, **envelope: Any) -> Any:
    """What a response is read as, or the error that it stands for."""
    config = structs.replace(zoo.CONFIG, envelope=Envelope(**envelope), matches=matches)
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    headers = HTTPHeaderDict({"X-Trace": "t7", "X-Left": "7", "X-Share": "0.5", "X-Last": "true"})
    try:
        return read(Response(status=status, headers=headers, body=content), object, REQUEST, config)
    except (APIError, ResponseError) as error:
        return error


@pytest.mark.parametrize(
    ("status", "failed"), [(201, False), (202, True), (203, True), (204, False), (400, True)]
)
def test_a_status_may_tell_a_failure(status, failed):
    found = outcome({"code": 7}, status, marks=(StatusMark(first=202, last=203),), codes=("code",))

    assert isinstance(found, APIError) is failed
    assert failed is False or found.code == 7


@pytest.mark.parametrize(
    ("status", "body", "is_failure"),
    [
        (404, b'{"found": 0}', False),
        (404, b'{"status": 404, "text": "No."}', False),
        (404, b'{"code": 7}', True),
        (404, b'{"state": "lost"}', True),
        (404, b'{"why": "It is."}', True),
        (404, b"", True),
        (404, b"No.", True),
        (410, b"", False),
        (410, b"No.", True),
        (410, b'{"code": 7}', True),
        (409, b'{"found": 0}', True),
    ],
)
def test_a_failing_status_may_be_what_is_returned(status, body, is_failure):
    marks = (KeyMark(key="state", test="in", values=("lost",)),)
    envelope = Envelope(marks=marks, codes=("code", STATUS), messages=("why", TEXT))
    config = structs.replace(zoo.CONFIG, envelope=envelope)
    found = failure(Response(status=status, headers={}, body=body), RETURNED, config)

    assert (found is not None) is is_failure


@pytest.mark.parametrize(
    ("headers", "body", "code"),
    [
        ({"X-Code": "slow"}, b'{"found": 0}', "slow"),
        ({"X-Code": "slow"}, b'{"code": 7}', 7),
        ({}, b'{"code": 7}', 7),
        ({}, b'{"found": 0}', None),
    ],
)
def test_a_header_may_say_the_code(headers, body, code):
    envelope = Envelope(marks=(), codes=("code", STATUS), code_headers=("x-code",))
    config = structs.replace(zoo.CONFIG, envelope=envelope)
    response = Response(status=404, headers=HTTPHeaderDict(headers), body=body)
    found = failure(response, RETURNED, config)

    assert getattr(found, "code", None) == code


@pytest.mark.parametrize(
    ("mark", "failing", "others"),
    [
        ({}, ["no", 0, False, {}], [None]),
        ({"test": "in", "values": ("no", 0)}, ["no", 0], ["yes", 1, None]),
        ({"test": "not_in", "values": ("ok", 0)}, ["no", 1], ["ok", 0, None]),
    ],
)
def test_a_key_may_tell_a_failure(mark, failing, others):
    marks = (KeyMark(key="result.state", **mark),)
    found = [outcome({"result": {"state": each}}, marks=marks) for each in failing + others]

    assert [isinstance(each, APIError) for each in found] == [
        *[True] * len(failing),
        *[False] * len(others),
    ]


@pytest.mark.parametrize("status", [300, 304, 399, 400, 500])
def test_a_failure_that_says_nothing_is_told_by_its_status(status):
    found = outcome({}, status)

    assert type(found) is ResponseError
    assert (found.operation, found.section, found.status, found.body) == (
        "animal.add",
        "Add An Animal",
        status,
        b"{}",
    )
    said = "the server failed" if status >= 400 else "a redirect, which is not followed"
    assert str(found).startswith(f"animal.add: {said} (HTTP {status}, no content type, 2 bytes)")


@pytest.mark.parametrize(
    ("body", "kind", "code"),
    [
        ({"errors": [{"code": 1}, {"code": 404}]}, AnimalNotFound, 404),
        ({"errors": [{"code": 1}, {"code": 2}]}, APIError, 1),
        ({"errors": [{"code": {"a": 1}}, {"code": "slow_down"}]}, TooFast, "slow_down"),
        ({"errors": [], "code": "404"}, AnimalNotFound, 404),
        ({"code": True}, APIError, None),
    ],
)
def test_a_code_is_where_the_envelope_says(body, kind, code):
    found = outcome(body, 400, codes=("errors[].code", "code"))

    assert type(found) is kind
    assert found.code == code


def test_the_status_may_be_the_code():
    assert type(outcome({}, 404, codes=("code", "status"))) is AnimalNotFound


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({"errors": [{"detail": "one"}, {}, {"detail": "two"}], "message": "all"}, "one; two"),
        ({"fields": {"a": ["one", "two"], "b": "three"}}, "a: one; a: two; b: three"),
        ({"errors": [], "message": "all"}, "all"),
        ({"message": {"a": 1}, "title": "other"}, "other"),
        (b" caf\xe9 closed\n", "caf\N{REPLACEMENT CHARACTER} closed"),
    ],
)
def test_a_message_is_where_the_envelope_says(body, message):
    places = ("errors[].detail", "fields{}", "message", "title", TEXT)

    assert outcome(body, 500, messages=places).message == message


@pytest.mark.parametrize("body", [b"<html>Sorry", b"  ", {}, []])
def test_what_is_no_message_is_none(body):
    assert type(outcome(body, 500, messages=(TEXT,))) is ResponseError


@pytest.mark.parametrize(
    ("kind", "value", "others"),
    [
        ("text", "a", [7, None, ["a"]]),
        ("integer", 7, ["7", 7.5, True]),
        ("number", 7.5, ["7", True]),
        ("boolean", False, [0, "false"]),
        ("any", {"a": 1}, []),
    ],
)
def test_a_field_of_an_error_has_its_type_or_is_none(kind, value, others):
    fields = (FailureField(name="more", type=kind, key="deep.more"),)
    found = [
        outcome({"code": 1, "deep": {"more": each}}, 400, codes=("code",), fields=fields).more
        for each in (value, *others)
    ]

    assert found == [value, *[None] * len(others)]


@pytest.mark.parametrize(
    ("key", "found"), [("each[].name", ("a", "b")), ("by{}", ("x: c", "y: d")), ("text", ())]
)
def test_a_field_may_be_several_texts(key, found):
    body = {"each": [{"name": "a"}, {"name": 7}, {"name": "b"}], "by": {"x": "c", "y": ["d"]}}
    fields = (FailureField(name="names", type="texts", key=key),)
    failed = outcome({"code": 1, "text": "e", **body}, 400, codes=("code",), fields=fields)

    assert failed.names == found


@pytest.mark.parametrize(
    ("header", "kind", "found"),
    [
        ("x-trace", "text", "t7"),
        ("x-trace", "integer", None),
        ("x-left", "integer", 7),
        ("x-share", "number", 0.5),
        ("x-last", "boolean", True),
        ("x-other", "text", None),
    ],
)
def test_a_field_may_stand_in_a_header(header, kind, found):
    fields = (FailureField(name="more", type=kind, header=header),)

    assert outcome({"code": 1}, 400, codes=("code",), fields=fields).more == found


class Locked(APIError):
    """A door is locked."""


class LockedForLong(APIError):
    """It will stay so."""


class LockedFromInside(Locked):
    """Somebody is there."""


class NoSuchDoor(zoo.AnimalNotFound):
    """It is gone."""


class Crowded(RateLimited):
    """Too many at the door."""


class NotYet(RateLimited):
    """The door opens soon."""

    _pause = 5


CONFLICT = StatusMark(first=409, last=409)


@pytest.mark.parametrize(
    ("match", "others"),
    [
        (ErrorMatch(status=409), []),
        (
            ErrorMatch(statuses=(StatusMark(first=300, last=404), StatusMark(first=409, last=409))),
            [],
        ),
        (ErrorMatch(code=7), [ErrorMatch(code=8), ErrorMatch(code="77")]),
        (ErrorMatch(code="7"), []),
        (ErrorMatch(message="DOOR is"), [ErrorMatch(message="gate")]),
        (ErrorMatch(headers={"x-trace": "t7"}), [ErrorMatch(headers={"x-trace": "t8"})]),
        (ErrorMatch(headers={"x-trace": "any"}), [ErrorMatch(headers={"x-more": "any"})]),
        (ErrorMatch(keys={"doors[].id": (3, 2)}), [ErrorMatch(keys={"doors[].id": (3, 4)})]),
        (ErrorMatch(keys={"doors": ()}), [ErrorMatch(keys={"gates": ()})]),
    ],
)
def test_an_error_without_a_code_is_told_by_what_fits(match, others):
    others = [*others, structs.replace(match, status=410), structs.replace(match, message="gate")]
    body = {"code": 7, "message": "The door is locked", "doors": [{"id": 1}, {"id": 2}]}
    where: dict[str, Any] = {"codes": ("code",), "messages": ("message",)}

    assert type(outcome(body, 409, lambda: [(match, Locked)], **where)) is Locked
    for other in others:
        assert type(outcome(body, 409, lambda m=other: [(m, Locked)], **where)) is APIError


EXACT, RANGE = ErrorMatch(status=409), ErrorMatch(statuses=(StatusMark(first=400, last=499),))
LISTED = ErrorMatch(statuses=(CONFLICT, StatusMark(first=423, last=423)))
DETAILED = ErrorMatch(status=409, message="door", headers={"x-trace": "t7"}, keys={"doors": ()})


@pytest.mark.parametrize(
    ("first", "second"),
    [(EXACT, EXACT), (EXACT, LISTED), (LISTED, RANGE), (DETAILED, EXACT)],
)
def test_what_fits_best_tells_an_error_and_of_equals_the_first(first, second):
    body = {"message": "The door is locked", "doors": [1]}
    ways = [(first, LockedForLong), (second, Locked)]
    if first != second:
        ways.reverse()

    assert type(outcome(body, 409, lambda: ways, messages=("message",))) is LockedForLong


def test_of_equals_it_is_one_that_extends_the_others():
    body = {"code": 7, "doors": [1]}
    ways = [(EXACT, Locked), (ErrorMatch(code=7), LockedFromInside), (EXACT, LockedForLong)]

    assert type(outcome(body, 409, lambda: ways, codes=("code",))) is LockedFromInside
    assert type(outcome(body, 409, lambda: ways[::-1], codes=("code",))) is LockedForLong
    assert type(outcome(body, 409, lambda: ways[1::-1], codes=("code",))) is LockedFromInside


def test_what_extends_a_documented_code_may_be_closer():
    ways = [(ErrorMatch(keys={"doors": ()}), NoSuchDoor)]

    found = outcome({"code": 404, "doors": [1]}, 409, lambda: ways, codes=("code",))
    assert type(found) is NoSuchDoor
    assert type(outcome({"code": 404}, 409, lambda: ways, codes=("code",))) is zoo.AnimalNotFound


@pytest.mark.parametrize(
    ("status", "match", "kind"),
    [
        (429, EXACT, RateLimited),
        (429, RANGE, RateLimited),
        (400, RANGE, Locked),
    ],
)
def test_too_many_requests_are_a_limit_whatever_else_fits(status, match, kind):
    assert type(outcome({"code": 1}, status, lambda: [(match, Locked)], codes=("code",))) is kind


def test_a_documented_limit_is_its_own_class():
    found = outcome({"code": 1}, 429, lambda: [(RANGE, Crowded)], codes=("code",))

    assert type(found) is Crowded


@pytest.mark.parametrize(
    ("body", "waits", "seconds"),
    [
        ({}, (), 5),
        ({}, (Wait(seconds=30),), 5),
        ({}, (Wait(key="wait"), Wait(seconds=30)), 5),
        ({"wait": 2}, (Wait(key="wait"), Wait(seconds=30)), 2),
        ({"wait": 0}, (Wait(key="wait"),), 0),
    ],
)
def test_an_error_may_have_a_wait_of_its_own(body, waits, seconds):
    found = outcome(body, 409, lambda: [(EXACT, NotYet)], waits=waits, marks=(CONFLICT,))

    assert (type(found), found.retry_after) == (NotYet, seconds)
