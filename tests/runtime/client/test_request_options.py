"""What a call may choose for itself: time, retries, headers."""

import msgspec
import pytest

from apiscribe.runtime.errors import (
    APIError,
    ConfigurationError,
    RateLimited,
    ResponseError,
    TransportTimeout,
)
from tests.runtime.both import Zoo
from tests.runtime.scripted import answers, stalls
from tests.runtime.zoo import CONFIG

REX = answers('{"id": 7, "name": "Rex"}')
PLANTED = "planted-token-9f2c"
OURS = ["content-type", "Content-Length", "HOST", "transfer-encoding", "accept-encoding"]


def page(number):
    return answers(f'{{"page_count": 2, "page_number": {number}, "animals": []}}')


def sent(server, name):
    return [received.headers.get(name) for received in server.received]


def test_a_call_may_have_a_time_of_its_own(server, zoo):
    server.will(stalls())

    with pytest.raises(TransportTimeout):
        zoo.client(server.base_url, timeout=60).animal.add(name="Rex", timeout=0.2)


def test_a_call_may_have_a_number_of_retries_of_its_own(server, zoo):
    server.will(answers("", 500))
    client = zoo.client(server.base_url, retries=2)

    with pytest.raises(ResponseError):
        client.animal.list(retries=0)

    assert len(server.received) == 1


def test_refusals_count_against_the_retries_of_a_call(server, zoo):
    server.will(answers("{}", 429, more="Retry-After: 0\r\n"))
    client = zoo.client(server.base_url, rate_limit=None)

    with pytest.raises(RateLimited):
        client.animal.list(retries=1)

    assert len(server.received) == 2


def test_headers_go_with_all_calls_or_with_one(server, zoo):
    server.will(REX)
    client = zoo.client(server.base_url, headers={"X-Team": "birds", "User-Agent": "keeper/1"})

    client.animal.add(name="Rex")
    client.animal.add(name="Rex", extra_headers={"x-team": "fish", "X-Trace": "t\t1"})
    client.with_options(headers={"X-Shift": "late"}).animal.add(name="Rex")
    client.animal.add(name="Rex", extra_headers={})

    assert sent(server, "x-team") == ["birds", "fish", "birds", "birds"]
    assert sent(server, "x-trace") == [None, "t\t1", None, None]
    assert sent(server, "x-shift") == [None, None, "late", None]
    assert sent(server, "user-agent") == ["keeper/1"] * 4


def test_the_options_of_a_walk_hold_for_all_its_pages(server, zoo):
    server.will(page(1), page(2))
    client = zoo.client(server.base_url)

    assert list(client.animal.iter_list(extra_headers={"X-Trace": "1"})) == []

    assert sent(server, "x-trace") == ["1", "1"]


def test_the_options_of_a_raw_call_hold(server):
    server.will(REX)
    with Zoo("blocks") as zoo:
        raw = zoo.client(server.base_url).with_raw_response.animal
        assert raw.add(name="Rex", extra_headers={"X-Trace": "1"}).status == 200

    assert sent(server, "x-trace") == ["1"]


def test_an_unknown_argument_is_a_type_error(server, zoo):
    animal = zoo.client(server.base_url).animal

    with pytest.raises(TypeError, match=r"animal\.add\(\) got an unexpected .*'nmae'"):
        animal.add(name="Rex", nmae="Rex")
    with pytest.raises(TypeError, match=r"animal\.list\(\) got an unexpected .*'pgae'"):
        animal.iter_list(pgae=1)

    assert server.received == []


@pytest.mark.parametrize(
    ("headers", "told"),
    [
        *(({name: PLANTED}, f"{name} is for the client to send") for name in OURS),
        ({"X-Trace": f"{PLANTED}\r\nX-More: 1"}, "X-Trace has a line break"),
        ({"X-Trace": f"{PLANTED}\n"}, "X-Trace has a line break"),
        ({"X-Trace": f"{PLANTED}\0"}, "X-Trace has a line break, or a character"),
        ({"X-Trace": f"{PLANTED}é"}, "a character that is not ASCII"),
        ({"X-Trace": 7}, "X-Trace is a int, not text"),
        ({"X Trace": PLANTED}, "'X Trace' is no name of a header"),
        ({"": PLANTED}, "'' is no name of a header"),
        ({"X-Trace:": PLANTED}, "'X-Trace:' is no name of a header"),
        ({7: PLANTED}, "7 is no name of a header"),
        ([("X-Trace", PLANTED)], "is a list, not a dict of headers"),
    ],
    ids=ascii,
)
def test_headers_that_cannot_be_sent_are_refused_unsent(server, zoo, headers, told):
    client = zoo.client(server.base_url)

    with pytest.raises(ConfigurationError) as one:
        client.animal.add(name="Rex", extra_headers=headers)
    with pytest.raises(ConfigurationError) as all_:
        zoo.client(server.base_url, headers=headers)

    for caught, source in ((one, "extra_headers="), (all_, "headers=")):
        assert str(caught.value).startswith(source)
        assert told in str(caught.value)
        assert PLANTED not in str(caught.value)
    assert server.received == []


def test_all_that_is_wrong_with_headers_is_said_at_once(zoo):
    with pytest.raises(ConfigurationError, match=r"Host is for .*; the value of X-A has"):
        zoo.client("https://zoo.example", headers={"Host": "a", "X-A": "\n"})


def test_a_token_of_the_client_is_not_replaced_by_a_header(server, zoo):
    bearer = msgspec.structs.replace(CONFIG, scheme="bearer")
    given = {"Authorization": "Bearer mine"}

    with pytest.raises(ConfigurationError, match="credentials"):
        zoo.client(server.base_url, config=bearer, headers=given)
    with pytest.raises(ConfigurationError, match="credentials"):
        zoo.client(server.base_url, config=bearer).animal.add(name="Rex", extra_headers=given)


@pytest.mark.parametrize("name", ["Authorization", "Cookie", "X-Api-Key", "X-Session-Token"])
def test_a_header_that_is_secret_is_sent_and_shown_nowhere(server, zoo, caplog, name):
    caplog.set_level("DEBUG")
    body = f'{{"error": {{"code": 404, "message": "Not for {PLANTED}"}}}}'
    server.will(answers(body))
    client = zoo.client(server.base_url, headers={name: PLANTED})

    with pytest.raises(APIError) as caught:
        client.animal.add(name="Rex")

    assert sent(server, name.lower()) == [PLANTED]
    assert PLANTED not in str(caught.value)
    assert PLANTED not in caplog.text
    assert PLANTED not in repr(client)
