"""Answers: typed where they fit, kept where they do not, and errors where they say so."""

import warnings
from datetime import UTC, datetime
from types import NoneType
from typing import Any

import msgspec
import pytest
from msgspec import UNSET
from urllib3 import HTTPHeaderDict

from apiscribe.runtime.config import Envelope
from apiscribe.runtime.decoding.decode import read
from apiscribe.runtime.decoding.response import Response
from apiscribe.runtime.errors import APIError, RateLimited, ResponseError, ResponseMismatchWarning
from tests.runtime import zoo
from tests.runtime.zoo import SECRET, Animal, AnimalNotFound, AnimalPage, Keeper, TooFast

REQUEST = zoo.request_for(zoo.ADD, {"name": "Rex"})
HEADERS = HTTPHeaderDict({"Content-Type": "application/json"})
FLAT = msgspec.structs.replace(
    zoo.CONFIG, envelope=Envelope(present=None, code="code", message="message")
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


def test_an_answer_becomes_a_typed_value():
    value = reads(b'{"id": "7", "name": "Rex", "born_at": "2012-11-25T12:00:00Z", "from_": "x"}')

    assert value == Animal(
        id="7", name="Rex", born_at=datetime(2012, 11, 25, 12, tzinfo=UTC), from_="x"
    )


def test_a_list_may_be_the_whole_answer():
    assert reads(b"[%s]" % REX, list[Animal]) == [Animal(id=7, name="Rex")]


@pytest.mark.parametrize("body", [b"", b"{}", REX, b"<html>", b'{"error": null}'])
def test_where_nothing_is_documented_nothing_is_read(body):
    assert reads(body, NoneType) is None


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
def test_a_failure_is_recognised_even_where_the_type_would_take_it(returns):
    with pytest.raises(AnimalNotFound):
        reads(b'{"error": {"code": 404, "message": "gone"}}', returns)


def test_an_error_code_that_is_not_documented_keeps_working():
    with pytest.raises(APIError) as caught:
        reads(b'{"error": {"code": 4711, "message": "new"}}')

    assert type(caught.value) is APIError
    assert (caught.value.code, caught.value.message) == (4711, "new")


def test_a_code_that_comes_as_text_is_the_number_that_is_documented():
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
        envelope=Envelope(present="meta.fault", code="meta.fault.id", message="meta.why"),
    )

    with pytest.raises(AnimalNotFound, match="gone"):
        reads(b'{"meta": {"fault": {"id": 404}, "why": "gone"}}', config=config)


def test_a_message_that_quotes_a_secret_is_shown_without_it():
    with pytest.raises(APIError) as caught:
        reads(b'{"error": {"code": 1, "message": "bad secret %s"}}' % SECRET.encode())

    assert caught.value.message == "bad secret ***"
    assert SECRET not in f"{caught.value!r} {caught.value}"


# Answers that are none


@pytest.mark.parametrize("status", [200, 201])
@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (b"", "is empty"),
        (b" \r\n", "is empty"),
        (b"<html>busy</html>", "is XML or HTML, not JSON"),
        (b'{"id": 7, "na', "is not JSON"),
        (b'{"id": 7} trailing', "is not JSON"),
        (b'{"id": "\xff"}', "is not JSON"),
        (b"[" * 100_000, "is not JSON"),
        (b'"text"', "of another kind"),
        (b"null", "of another kind"),
        (b"[]", "of another kind"),
    ],
)
def test_what_is_no_answer_is_an_error_that_keeps_it(status, body, problem):
    with pytest.raises(ResponseError, match=problem) as caught:
        reads(body, status=status)

    error = caught.value
    assert (error.status, error.body, error.headers) == (status, body, HEADERS)
    assert error.__context__ is None


def test_an_object_where_a_list_is_documented_is_an_error():
    with pytest.raises(ResponseError):
        reads(b"{}", list[Animal])


@pytest.mark.parametrize("status", [300, 302, 304, 404, 500, 503])
@pytest.mark.parametrize("body", [b"", b"<html>", REX, b"[" * 100_000])
@pytest.mark.parametrize("returns", [Animal, NoneType])
def test_a_failed_status_without_the_apis_own_error_is_an_error_that_keeps_it(
    status, body, returns
):
    with pytest.raises(ResponseError) as caught:
        reads(body, returns, status)

    assert (caught.value.status, caught.value.body) == (status, body)


def test_a_flaw_of_the_message_is_an_error_even_if_what_came_can_be_read():
    with pytest.raises(ResponseError, match="was cut short"):
        reads(REX, flaw="was cut short")


# Answers that differ from their documentation


def test_a_field_of_another_type_keeps_what_came():
    value, paths = mismatches(b'{"id": 7, "name": "Rex", "legs": "four"}')

    assert (value.id, value.name, value.legs) == (7, "Rex", "four")
    assert paths == ("$.legs is text, not int",)


def test_a_field_that_is_missing_is_unset():
    value, paths = mismatches(b'{"id": 7}')

    assert value.name is UNSET
    assert paths == ("$.name is missing",)


def test_null_where_none_is_documented_is_kept():
    value, paths = mismatches(b'{"id": 7, "name": "Rex", "legs": null}')

    assert value.legs is None
    assert paths == ("$.legs is null, not int",)


def test_a_value_that_is_not_among_the_documented_ones_is_kept():
    value, paths = mismatches(b'{"id": 7, "name": "Rex", "kind": "dinosaur"}')

    assert value.kind == "dinosaur"
    assert paths == ("$.kind is text, not one of 'bird', 'fish'",)


@pytest.mark.parametrize("when", ["", "yesterday", "2012-11-25", "2012-02-30T00:00:00Z"])
def test_a_moment_that_is_none_is_kept_as_text(when):
    value, paths = mismatches(b'{"id": 7, "name": "Rex", "born_at": "%s"}' % when.encode())

    assert value.born_at == when
    assert paths == ("$.born_at is text, not datetime",)


def test_what_fits_is_typed_around_what_does_not():
    value, paths = mismatches(
        b'{"id": 7, "name": null, "born_at": "2012-11-25T12:00:00Z",'
        b' "keepers": [{"name": "Ann"}, {"name": 8}, 9],'
        b' "by_day": {"mon": {"name": "Bob"}, "tue": []}}'
    )

    assert value.born_at == datetime(2012, 11, 25, 12, tzinfo=UTC)
    first, second, third = value.keepers
    assert (first, second.name, third) == (Keeper(name="Ann"), 8, 9)
    assert type(second) is Keeper
    assert value.by_day == {"mon": Keeper(name="Bob"), "tue": []}
    assert paths == (
        "$.name is null, not str",
        "$.keepers[1].name is a number, not str",
        "$.keepers[2] is a number, not Keeper",
        "$.by_day.tue is a list, not Keeper",
    )


def test_a_field_goes_by_its_name_on_the_wire():
    value, paths = mismatches(b'{"page_count": "1", "page_number": 1, "animals": {}}', AnimalPage)

    assert (value.total, value.animals) == ("1", {})
    assert paths == ("$.page_count is text, not int", "$.animals is an object, not list")


def test_a_mismatch_is_no_error_for_a_list_or_a_scalar_either():
    value, paths = mismatches(
        b'[{"id": 7, "name": "Rex"}, {"id": true, "name": "x"}]', list[Animal]
    )
    assert [each.id for each in value] == [7, True]
    assert paths == ("$[1].id is a boolean, not str or int",)

    value, paths = mismatches(b'"seven"', int)
    assert value == "seven"


def test_a_mismatch_is_blamed_on_the_line_that_called():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        reads(b'{"id": 7}')

    assert caught[0].filename == __file__


def test_a_mismatch_shows_no_value():
    with pytest.warns(ResponseMismatchWarning) as caught:
        reads(b'{"id": 7, "name": "Rex", "legs": "a secret of some sort"}')

    assert "a secret" not in str(caught[0].message)


def test_an_answer_that_fits_warns_of_nothing():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        reads(b'{"id": 7, "name": "Rex", "unknown": {"to": "us"}, "legs": 4}')
