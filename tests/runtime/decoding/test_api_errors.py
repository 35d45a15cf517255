"""Failures that responses tell: by a mark, a status or a code, and how messages show them."""

import pickle
import traceback
from types import NoneType
from typing import Any

import msgspec
import pytest
from rich.pretty import pretty_repr
from urllib3 import HTTPHeaderDict

from apiscribe.runtime.call_warnings import ResponseMismatchWarning
from apiscribe.runtime.decoding.decode import read
from apiscribe.runtime.decoding.response import Response
from apiscribe.runtime.envelope import Envelope, KeyMark
from apiscribe.runtime.errors import APIError, RateLimited, ResponseError, SdkError
from tests.runtime import zoo
from tests.runtime.zoo import SECRET, Animal, AnimalNotFound, TooFast

REQUEST = zoo.request_for(zoo.ADD, {"name": "Rex"})
HEADERS = HTTPHeaderDict({"Content-Type": "application/json"})
FLAT = msgspec.structs.replace(
    zoo.CONFIG, envelope=Envelope(codes=("code",), messages=("message",))
)
REX = b'{"id": 7, "name": "Rex"}'


def reads(body: bytes, returns: Any = Animal, status: int = 200, config=zoo.CONFIG, flaw="") -> Any:
    answer = Response(status=status, headers=HEADERS, body=body, flaw=flaw)
    return read(answer, returns, REQUEST, config)


def mismatches(body: bytes, returns: Any = Animal) -> tuple[Any, tuple[str, ...]]:
    with pytest.warns(ResponseMismatchWarning) as caught:
        value = reads(body, returns)
    (record,) = caught
    assert isinstance(record.message, ResponseMismatchWarning)
    return value, record.message.mismatches


# Errors of the API


@pytest.mark.parametrize("status", [200, 400, 404, 500, 302])
def test_the_mark_of_a_failure_counts_whatever_the_status(status):
    body = b'{"error": {"code": 404, "message": "gone"}}'

    with pytest.raises(AnimalNotFound) as caught:
        reads(body, status=status)

    error = caught.value
    assert (error.code, error.message, error.status) == (404, "gone", status)
    assert (error.operation, error.section) == ("animal.add", "Add An Animal")
    assert (error.body, error.headers) == (body, HEADERS)


@pytest.mark.parametrize("returns", [Animal, list[Animal], dict[str, Any], object, NoneType])
def test_a_failure_that_fits_the_type_is_still_a_failure(returns):
    with pytest.raises(AnimalNotFound):
        reads(b'{"error": {"code": 404, "message": "gone"}}', returns)


def test_an_error_code_that_is_not_documented_keeps_working():
    with pytest.raises(APIError) as caught:
        reads(b'{"error": {"code": 4711, "message": "new"}}')

    assert type(caught.value) is APIError
    assert (caught.value.code, caught.value.message) == (4711, "new")


def test_a_code_as_text_is_the_documented_number():
    with pytest.raises(AnimalNotFound) as caught:
        reads(b'{"error": {"code": "404"}}')

    assert caught.value.code == 404


def test_codes_may_be_words():
    with pytest.raises(TooFast) as caught:
        reads(b'{"error": {"code": "slow_down", "message": "wait"}}')

    assert isinstance(caught.value, RateLimited)


@pytest.mark.parametrize("error", [b'"boom"', b"{}", b"true", b"[]", b'{"code": {"a": 1}}', b"3.5"])
def test_a_failure_without_code_and_message_is_an_error_still(error):
    with pytest.raises(APIError) as caught:
        reads(b'{"error": %s}' % error)

    assert caught.value.code is None
    assert caught.value.message


@pytest.mark.parametrize(
    "body",
    [
        b'{"id": 7, "name": "an \\"error\\" is not one"}',
        b'{"id": 7, "name": "error"}',
        b'{"id": 7, "name": "Rex", "error": null}',
        b'{"id": 7, "name": "Rex", "keepers": [{"name": "x", "error": {"code": 404}}]}',
    ],
)
def test_what_only_looks_like_the_mark_of_a_failure_is_none(body):
    assert reads(body).id == 7


def test_without_a_mark_the_status_and_the_code_make_a_failure():
    body = b'{"code": 404, "message": "gone"}'

    assert reads(body, dict[str, Any], config=FLAT) == {"code": 404, "message": "gone"}
    with pytest.raises(AnimalNotFound):
        reads(body, dict[str, Any], status=400, config=FLAT)


def test_a_message_alone_makes_a_failure_of_a_failed_status():
    with pytest.raises(APIError) as caught:
        reads(b'{"message": "Forbidden"}', status=403, config=FLAT)

    assert (caught.value.code, caught.value.message) == (None, "Forbidden")


def test_too_many_requests_by_status_is_a_rate_limit():
    with pytest.raises(RateLimited):
        reads(b'{"message": "wait"}', status=429, config=FLAT)


def test_a_mark_may_lie_deeper():
    config = msgspec.structs.replace(
        zoo.CONFIG,
        envelope=Envelope(
            marks=(KeyMark(key="meta.fault"),), codes=("meta.fault.id",), messages=("meta.why",)
        ),
    )

    with pytest.raises(AnimalNotFound, match="gone"):
        reads(b'{"meta": {"fault": {"id": 404}, "why": "gone"}}', config=config)


def test_a_message_that_quotes_a_secret_is_shown_without_it():
    with pytest.raises(APIError) as caught:
        reads(b'{"error": {"code": 1, "message": "bad secret %s"}}' % SECRET.encode())

    assert caught.value.message == "bad secret ***"
    assert SECRET not in f"{caught.value!r} {caught.value}"


@pytest.mark.parametrize(
    "key",
    ["\\u0065rror", "err\\u006fr", "err\\u006Fr", "\\u0065\\u0072\\u0072\\u006f\\u0072", "error"],
)
@pytest.mark.parametrize(
    "returns", [Animal, dict[str, Any], NoneType], ids=["model", "dict", "none"]
)
def test_a_failure_is_recognised_however_its_mark_is_spelled(key, returns):
    with pytest.raises(AnimalNotFound):
        reads(b'{"url": "https:\\/\\/x", "%s" : {"code": 404}}' % key.encode(), returns)


def test_escapes_elsewhere_make_no_failure():
    body = b'{"id": 7, "name": "\\u0065rror", "url": "a\\u003db", "keepers": [{"name": "\\u0065"}]}'

    assert reads(body).name == "error"


@pytest.mark.parametrize(
    ("body", "fails"),
    [
        (b'{"id": 7, "name": "", "error": {"code": 404}, "error": null}', False),
        (b'{"id": 7, "name": "", "error": null, "\\u0065rror": {"code": 404}}', True),
    ],
)
def test_of_a_key_that_stands_twice_the_last_counts(body, fails):
    if fails:
        with pytest.raises(AnimalNotFound):
            reads(body)
    else:
        assert reads(body).id == 7


# What the server says, as messages have it


def test_what_a_server_says_is_bounded_and_obeys_nobody():
    text = "\x1b[31mred\r\nERROR forged " + "x" * 10**7
    body = msgspec.json.encode({"error": {"code": text, "message": text}})

    with pytest.raises(APIError) as caught:
        reads(body)

    error = caught.value
    for said in (str(error), error.message, str(error.code)):
        assert r"\x1b[31mred\r\nERROR forged xxx" in said
        assert said.isprintable()
    assert len(repr(error)) < 1500
    assert len(str(error)) < 2000
    assert len(pickle.dumps(error)) < len(body) + 5000


def test_a_code_of_thousands_of_digits_is_shown_shortened():
    with pytest.raises(APIError) as caught:
        reads(b'{"error": {"code": %s}}' % (b"9" * 4000))

    assert len(str(caught.value)) < 500


def test_a_content_type_is_bounded_and_shows_no_secret():
    kind = f"text/html; \x1b[2J{SECRET}" + "x" * 10**6
    answer = Response(status=200, headers=HTTPHeaderDict({"Content-Type": kind}), body=b"<html>")

    with pytest.raises(ResponseError) as caught:
        read(answer, Animal, REQUEST, zoo.CONFIG)

    assert r"text/html; \x1b[2J***xxx" in str(caught.value)
    assert len(str(caught.value)) < 500


def test_invented_keys_are_bounded_and_show_no_secret():
    keys = [f"\x1b[2J{SECRET}\n", "x" * 10**6]
    body = msgspec.json.encode({"id": 7, "name": "", "by_day": dict.fromkeys(keys, 1)})

    _, paths = mismatches(body)

    assert paths[0] == r"$.by_day.\x1b[2J***\n is a number, not Keeper"
    assert len(paths[1]) < 300


@pytest.mark.parametrize(
    "body",
    [
        b'{"error": {"code": 404}, "token": "open-sesame-1"}',
        b'["open-sesame-1"]',
        b'{"name": "open-sesame-1',
        b'{"id": 7, "name": "", "keepers": ["open-sesame-1"]}',
    ],
    ids=["failure", "kind", "cut", "strict"],
)
def test_a_traceback_with_variables_shows_no_answer(body):
    answer = Response(status=200, headers=HEADERS, body=body)

    with pytest.raises(SdkError) as caught:
        read(answer, Animal, REQUEST, zoo.CONFIG, strict=True)

    frames = [frame for frame, _ in traceback.walk_tb(caught.value.__traceback__)][1:]
    shown = [pretty_repr(value) + repr(value) for f in frames for value in f.f_locals.values()]
    assert len(frames) > 0
    assert [each for each in shown if "sesame" in each or SECRET in each] == []
