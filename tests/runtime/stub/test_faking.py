"""Failures that the stub words: what they are marked by, and by what names they are asked for."""

import json

from apiscribe.runtime.envelope import Envelope, KeyMark, StatusMark, Wait
from apiscribe.runtime.stub import Answered, ErrorShape
from apiscribe.runtime.stub.failing import body
from apiscribe.runtime.stub.faking import Faking
from apiscribe.runtime.stub.service import KnownError


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
    first = KnownError(key=7, name="TooMany", message="Slower.")
    second = KnownError(key="Banned", message="Stop.")
    shape = ErrorShape(
        envelope=Envelope(codes=("code",), messages=("text",)),
        status=400,
        faults={},
        known={7: Answered(code=7, status=429), "Banned": Answered(code=7, status=418)},
    )
    faking = Faking(shape, (first, second))

    for name, status in (("TooMany", 429), ("Banned", 418)):
        response = faking.error(faking.codes[name])
        assert response.start["status"] == status
        assert json.loads(response.body["body"])["code"] == 7
