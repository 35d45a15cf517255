"""What clients of either kind make of answers: too large, of another shape, or in XML."""

import gzip
import json

import pytest

from tests.contract.clients import KINDS
from tests.contract.faults import BODY, USER
from tests.runtime.scripted import ScriptedServer, answers
from zoom_v1 import ConfigurationError, ResponseError, ResponseMismatchWarning

XML = b"<?xml version='1.0'?><user><id>u</id></user>"


@pytest.fixture
def server():
    with ScriptedServer() as server:
        server.will(answers(BODY))
        yield server


@pytest.fixture(params=KINDS)
def made(request, server):
    """What comes of a call by a client of either kind."""
    given = {"api_key": "k", "api_secret": "s", "base_url": server.base_url, "rate_limit": None}
    return lambda call, **options: request.param(call, **given | options)


def read(client):
    return client.user.get(id="u")


def changed(**changes):
    return json.dumps(USER | changes)


def test_an_answer_may_be_as_large_as_the_client_allows(made):
    assert made(read, max_response_size=len(BODY)).id == "u"


@pytest.mark.parametrize(
    "script",
    [answers(BODY), answers(gzip.compress(BODY * 9), more="Content-Encoding: gzip\r\n")],
    ids=["plain", "packed"],
)
def test_an_answer_a_byte_too_large_is_an_error_with_its_start(server, made, script):
    server.will(script)

    with pytest.raises(ResponseError, match=f"is larger than {len(BODY) - 1} bytes") as caught:
        made(read, max_response_size=len(BODY) - 1)

    assert caught.value.body == BODY[:-1]
    assert caught.value.status == 200


@pytest.mark.parametrize("most", [None, 10**9])
def test_the_bound_is_an_option_of_a_call_too(made, most):
    def call(client):
        return read(client.with_options(max_response_size=most))

    assert made(call, max_response_size=1).id == "u"


@pytest.mark.parametrize("most", [0, -1, 1.5, "1", True])
def test_a_bound_that_makes_no_sense_is_refused(made, most):
    with pytest.raises(ConfigurationError, match="max_response_size="):
        made(read, max_response_size=most)


def test_another_shape_is_a_warning_and_what_fits_is_typed(server, made):
    server.will(answers(changed(type="basic", first_name=7, more=[1])))

    with pytest.warns(ResponseMismatchWarning, match=r"\$\.type") as caught:
        user = made(read)

    assert (user.id, user.type, user.first_name) == ("u", "basic", 7)
    assert user.extra == {"more": [1]}
    assert len(caught) == 1


def test_an_answer_of_another_shape_is_an_error_if_strict(server, made):
    body = changed(type="basic", first_name=7)
    server.will(answers(body))

    with pytest.raises(ResponseError) as caught:
        made(read, strict_responses=True)

    for path in ("$.type", "$.first_name"):
        assert path in str(caught.value)
    assert (caught.value.status, caught.value.body) == (200, body.encode())


def test_strictness_is_an_option_of_a_call_too(server, made):
    server.will(answers(changed(type="basic")))

    def strict(client):
        return read(client.with_options(strict_responses=True))

    def lenient(client):
        return read(client.with_options(strict_responses=False))

    with pytest.raises(ResponseError):
        made(strict)
    with pytest.warns(ResponseMismatchWarning):
        made(lenient, strict_responses=True)


def test_strictness_has_nothing_against_more_than_is_documented(server, made):
    server.will(answers(changed(type=77, more=[1])))

    user = made(read, strict_responses=True)

    assert (user.type, user.extra) == (77, {"more": [1]})


def test_xml_is_asked_for_and_reachable_raw(server, made):
    server.will(answers(XML, kind="application/xml"))

    raw = made(lambda client: client.with_raw_response.user.get(id="u"), data_type="XML")

    assert (raw.status, raw.body) == (200, XML)
    assert raw.headers["content-type"] == "application/xml"
    assert b"data_type=XML" in server.received[0].body
    with pytest.raises(ResponseError, match="with_raw_response") as caught:
        raw.parsed()
    assert caught.value.body == XML


def test_xml_without_raw_access_is_an_error_with_the_remedy(server, made):
    server.will(answers(XML, kind="application/xml"))

    with pytest.raises(ResponseError, match="with_raw_response") as caught:
        made(read, data_type="XML")

    assert caught.value.body == XML


@pytest.mark.parametrize("status", [200, 302, 404, 500])
def test_raw_access_gives_whatever_came(server, made, status):
    server.will(answers("<html>", status, kind="text/html"))

    raw = made(lambda client: client.with_raw_response.user.get(id="u"), retries=0)

    assert (raw.status, raw.body) == (status, b"<html>")
    with pytest.raises(ResponseError):
        raw.parsed()
