"""Answers: typed where they fit, kept where they do not, and errors where they say so."""

import warnings
from datetime import UTC, datetime
from types import NoneType
from typing import Any

import msgspec
import pytest
from msgspec import UNSET
from urllib3 import HTTPHeaderDict

from apiscribe.runtime.call_warnings import ResponseMismatchWarning
from apiscribe.runtime.decoding.decode import read
from apiscribe.runtime.decoding.response import Response
from apiscribe.runtime.envelope import Envelope
from apiscribe.runtime.errors import APIError, ResponseError
from tests.runtime import zoo
from tests.runtime.zoo import Animal, AnimalNotFound, AnimalPage, Keeper

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


# Answers in other encodings

ENCODINGS = ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_what_an_answer_is_written_in_shows_in_its_first_bytes(encoding):
    animal = reads('{"id": 7, "name": "Räx", "wings": 2}'.encode(encoding))

    assert (animal.name, animal.extra) == ("Räx", {"wings": 2})
    value, paths = mismatches(' {"id": 7, "name": "Räx", "legs": ""}'.encode(encoding))
    assert (value.name, paths) == ("Räx", ("$.legs is text, not int",))


@pytest.mark.parametrize("returns", [Animal, NoneType], ids=["model", "none"])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_failure_is_recognised_in_whatever_it_is_written(encoding, returns):
    body = '{"error": {"code": 404, "message": "gone"}}'.encode(encoding)

    with pytest.raises(AnimalNotFound, match="gone") as caught:
        reads(body, returns)

    assert caught.value.body == body


@pytest.mark.parametrize("status", [200, 500])
@pytest.mark.parametrize("kind", ["iso-8859-1", '"ISO-8859-1"', "latin1; q=1"])
def test_what_an_answer_is_written_in_may_stand_in_its_headers(kind, status):
    headers = HTTPHeaderDict({"Content-Type": f"application/json; charset={kind}"})
    body = '{"id": 7, "name": "Räx"}' if status == 200 else '{"error": {"message": "nö"}}'
    answer = Response(status=status, headers=headers, body=body.encode("latin-1"))

    if status == 200:
        assert read(answer, Animal, REQUEST, zoo.CONFIG).name == "Räx"
    else:
        with pytest.raises(APIError, match="nö"):
            read(answer, Animal, REQUEST, zoo.CONFIG)


@pytest.mark.parametrize("charset", ["utf-8", "klingon", "zlib", "undefined", "", "=", "\u20ac"])
def test_headers_that_help_nothing_leave_an_answer_that_is_none(charset):
    headers = HTTPHeaderDict({"Content-Type": f"application/json; charset={charset}"})
    answer = Response(status=200, headers=headers, body=b'{"id": "\xff"}')

    with pytest.raises(ResponseError, match="is not JSON"):
        read(answer, Animal, REQUEST, zoo.CONFIG)


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
        (b'"text"', "the answer is text, and not an object as documented"),
        (b"null", "the answer is null, and not an object"),
        (b"[]", "the answer is a list, and not an object"),
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
def test_a_failed_status_alone_is_a_response_error(status, body, returns):
    with pytest.raises(ResponseError) as caught:
        reads(body, returns, status)

    assert (caught.value.status, caught.value.body) == (status, body)


def test_a_flawed_message_is_an_error_even_if_readable():
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


@pytest.mark.parametrize(
    "when", ["", "yesterday", "2012-11-25", "2012-02-30T00:00:00Z", "2012-11-25T12:00:00"]
)
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
