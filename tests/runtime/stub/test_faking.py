"""Failures that the stub words: what they are marked by, and by what names they are asked for."""

import json
from typing import Any

import pytest

from apiscribe.runtime.envelope import Envelope, KeyMark, StatusMark, Wait
from apiscribe.runtime.stub import Answered, ErrorShape
from apiscribe.runtime.stub.failing import body
from apiscribe.runtime.stub.faking import Faking
from apiscribe.runtime.stub.fault_rules import Rule
from apiscribe.runtime.stub.service import KnownError
from tests.runtime.stub.library import operation


def test_a_mark_of_another_failure_is_not_written() -> None:
    keys = [KeyMark(key=key) for key in ("pause", "away", "json.errors")]
    envelope = Envelope(
        marks=(StatusMark(first=400, last=599), *keys),
        messages=("message", "json.errors[]"),
        waits=(Wait(unit="seconds", key="pause"),),
    )
    known: dict[int | str, Answered] = {"Away": Answered(keys={"away": "any"})}
    shape = ErrorShape(envelope=envelope, status=400, faults={}, known=known)

    content = json.loads(body(shape, Answered(message="no"), 200)[0])

    assert content == {"message": "no", "json": {"errors": ["no"]}}
    assert json.loads(body(shape, Answered(message="no"), 404)[0]) == {"message": "no"}


def test_errors_that_share_a_code_are_faults_by_name() -> None:
    first = KnownError(key="TooMany", code=7, message="Slower.")
    second = KnownError(key="Banned", code=7, message="Stop.")
    known: dict[int | str, Answered] = {
        "TooMany": Answered(code=7, status=429, keys={"again": True}, headers={"x-wait": "1"}),
        "Banned": Answered(code=7, status=418, keys={"again": False}),
    }
    envelope = Envelope(codes=("code",), messages=("text",))
    shape = ErrorShape(envelope=envelope, status=400, faults={}, known=known)
    faking = Faking(lambda _: shape, (first, second))

    assert faking.codes == {"TooMany": "TooMany", "Banned": "Banned", "7": "TooMany"}
    for name, status, again in (("TooMany", 429, True), ("Banned", 418, False)):
        response = faking.error(None, faking.codes[name])
        assert response.start["status"] == status
        assert json.loads(response.body["body"])["again"] is again
        assert ((b"x-wait", b"1") in response.start["headers"]) is again


def test_the_error_of_a_limit_is_of_too_many_requests() -> None:
    waiting = KnownError(key="NotReady", message="Wait.", rate_limit=True)
    many = KnownError(key="TooMany", message="Slower.", rate_limit=True)
    known: dict[int | str, Answered] = {
        "NotReady": Answered(code="NotReady", status=400),
        "TooMany": Answered(code="TooMany", status=429),
    }
    shape = ErrorShape(envelope=Envelope(codes=("code",)), status=400, faults={}, known=known)

    assert Faking(lambda _: shape, (waiting, many)).limit is many
    assert Faking(lambda _: shape, (waiting,)).limit is waiting
    assert Faking(lambda _: shape, ()).limit is None


@pytest.mark.parametrize(
    ("unit", "in_key", "in_header"),
    [("seconds", 90, b"90"), ("milliseconds", 90000, b"90000"), ("units", "90s", b"90s")],
)
@pytest.mark.parametrize("place", ["key", "header"])
def test_a_wait_is_told_in_its_unit(
    place: str, unit: Any, in_key: object, in_header: bytes
) -> None:
    many = KnownError(key="TooMany", message="Slower.", rate_limit=True)
    known: dict[int | str, Answered] = {"TooMany": Answered(code="TooMany", status=429)}
    key, header = ("x-again", None) if place == "key" else (None, "x-again")
    wait = Wait(unit=unit, key=key, header=header)
    envelope = Envelope(codes=("code",), waits=(wait,))
    shape = ErrorShape(envelope=envelope, status=400, faults={}, known=known)
    listing = operation("bird.list", "/birds", "read", {})

    rule = Rule(id=1, error="TooMany", retry_after=90)
    response = Faking(lambda _: shape, (many,)).failed(listing, rule)

    assert response is not None
    told = json.loads(response.content).get("x-again"), dict(response.start["headers"])
    assert told[0] == (in_key if place == "key" else None)
    assert told[1].get(b"x-again") == (in_header if place == "header" else None)
