"""Raw access: what came, whatever it says."""

import copy
import pickle

import pytest

from apiscribe.runtime.call_warnings import ArgumentWarning, ResponseMismatchWarning
from apiscribe.runtime.errors import InvalidArguments, ResponseError, TransportError
from tests.runtime.scripted import answers, resets
from tests.runtime.zoo import SECRET, Animal, AnimalNotFound


def test_a_raw_response_is_parsed_on_demand(server, client):
    server.will(answers(b'{"id": 7,  "name": "Rex"}', 201, more="X-Trace: abc\r\n"))

    response = client.with_raw_response.animal.add(name="Rex")

    assert (response.status, response.body) == (201, b'{"id": 7,  "name": "Rex"}')
    assert response.headers["x-TRACE"] == "abc"
    assert response.parsed() == response.parsed() == Animal(id=7, name="Rex")
    assert repr(response) == "<RawResponse 201, 25 bytes>"


@pytest.mark.parametrize(
    ("body", "status", "error"),
    [
        ('{"error": {"code": 404, "message": "gone"}}', 200, AnimalNotFound),
        ("<html>", 502, ResponseError),
        ("", 302, ResponseError),
        ('{"id": 7', 200, ResponseError),
    ],
)
def test_a_failure_is_raised_only_by_parsing(server, client, body, status, error):
    server.will(answers(body, status))

    response = client.with_raw_response.animal.add(name="Rex")

    assert (response.status, response.body) == (status, body.encode())
    for _ in range(2):
        with pytest.raises(error):
            response.parsed()


def test_parsing_warns_of_what_does_not_fit(server, client):
    server.will(answers('{"id": 7}'))

    response = client.with_raw_response.animal.add(name="Rex")

    with pytest.warns(ResponseMismatchWarning):
        response.parsed()


def test_nothing_is_parsed_where_nothing_is_documented(server, client):
    server.will(answers("whatever"))

    response = client.with_raw_response.animal.remove(zoo="z", id="7")

    assert response.body == b"whatever"
    assert response.parsed() is None


def test_wrong_arguments_and_no_answer_are_errors_as_ever(server, client):
    with pytest.raises(InvalidArguments):
        client.with_raw_response.animal.add(name=7)

    server.will(resets())
    with pytest.raises(TransportError):
        client.with_raw_response.animal.add(name="Rex")


def test_a_response_says_what_of_the_arguments_the_api_ignores(server, client):
    server.will(answers(b'{"id": 7, "name": "Rex"}'))

    with pytest.warns(ArgumentWarning):
        response = client.with_raw_response.animal.add(name="Rex", legs=3)

    assert [violation.argument for violation in response.violations] == ["legs"]
    assert client.with_raw_response.animal.add(name="Rex").violations == ()


TRAVELS = [copy.copy, copy.deepcopy, lambda response: pickle.loads(pickle.dumps(response))]


@pytest.mark.parametrize("travel", TRAVELS, ids=["copy", "deepcopy", "pickle"])
def test_a_response_travels_with_what_it_is_read_as(server, client, travel):
    server.will(answers(b'{"id": "7", "name": "Rex", "wings": 2}', 201, more="X-Trace: abc\r\n"))

    twin = travel(client.with_raw_response.animal.add(name="Rex"))

    assert (twin.status, twin.headers["x-TRACE"], twin.body[:8]) == (201, "abc", b'{"id": "')
    assert twin.parsed() == Animal(id="7", name="Rex")
    assert twin.parsed().extra == {"wings": 2}


@pytest.mark.parametrize("travel", TRAVELS, ids=["copy", "deepcopy", "pickle"])
def test_a_response_travels_with_the_error_that_it_is(server, client, travel):
    body = f'{{"error": {{"code": 404, "message": "no {SECRET}"}}}}'
    server.will(answers(body))

    twin = travel(client.with_raw_response.animal.add(name="Rex"))

    assert twin.body == body.encode()
    with pytest.raises(AnimalNotFound, match=r"no \*\*\*"):
        twin.parsed()


def test_an_unfitting_response_is_pickled_without_warning(server, client):
    server.will(answers('{"id": "7"}'))

    response = client.with_raw_response.animal.add(name="Rex")

    assert pickle.loads(pickle.dumps(response)).parsed().id == "7"
