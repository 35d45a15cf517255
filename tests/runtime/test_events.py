"""What hooks hear of a call, and what they never hear."""

import logging

import msgspec
import pytest

from apiscribe.runtime.errors import APIError, RateLimited, TransportError
from apiscribe.runtime.events import (
    CallFinished,
    RequestFailed,
    RequestStarted,
    ResponseReceived,
    WaitStarted,
)
from apiscribe.runtime.operation import Limit
from tests.runtime import zoo
from tests.runtime.scripted import answers, resets
from tests.runtime.zoo import KEY, SECRET, AnimalPage, ZooClient

PAGE = '{"page_count": 1, "page_number": 1, "animals": []}'
REFUSAL = '{"error": {"code": "slow_down", "message": "Slow down"}}'


@pytest.fixture
def heard():
    return []


@pytest.fixture
def client(server, heard):
    with ZooClient(
        api_key=KEY,
        api_secret=SECRET,
        base_url=server.base_url,
        rate_limit=None,
        hooks=[heard.append],
    ) as client:
        yield client


def kinds(events):
    return [type(event).__name__ for event in events]


def test_a_call_is_told_from_beginning_to_end(server, client, heard):
    server.will(answers('{"id": 7, "name": "Rex"}'))

    client.animal.add(name="Rex", passphrase="open-sesame")

    started, received, finished = heard
    assert started == RequestStarted(
        operation="animal.add",
        call=started.call,
        method="POST",
        url=f"{server.base_url}/v1/animal/add",
        template="/v1/animal/add",
        attempt=1,
    )
    assert (received.status, received.size, received.attempt) == (200, 24, 1)
    assert (finished.attempts, finished.error) == (1, None)
    assert 0 < received.seconds <= finished.seconds
    assert {event.call for event in heard} == {started.call}


def test_each_sending_and_each_wait_is_told(server, client, heard):
    server.will(resets(), answers("", 503), answers(PAGE))

    client.animal.list()

    sent_again = ["RequestStarted", "RequestFailed", "WaitStarted"]
    failed = ["RequestStarted", "ResponseReceived", "WaitStarted"]
    assert kinds(heard) == [
        *sent_again,
        *failed,
        "RequestStarted",
        "ResponseReceived",
        "CallFinished",
    ]
    assert [event.attempt for event in heard if isinstance(event, RequestStarted)] == [1, 2, 3]
    (failure,) = (event for event in heard if isinstance(event, RequestFailed))
    assert (failure.error, failure.reason) == ("TransportError", "Connection reset by peer")
    assert failure.sent
    waits = [event for event in heard if isinstance(event, WaitStarted)]
    assert [wait.reason for wait in waits] == ["retry", "retry"]
    assert all(wait.seconds > 0 for wait in waits)


def test_two_calls_are_told_apart(server, client, heard):
    server.will(answers(PAGE))

    client.animal.list()
    client.animal.list()

    assert len({event.call for event in heard}) == 2


def test_how_a_call_ends_is_told(server, client, heard):
    server.will(answers('{"error": {"code": 404, "message": "Not here"}}'), resets())

    for kind in (APIError, TransportError):
        with pytest.raises(kind) as caught:
            client.animal.add(name="Rex")
        assert heard[-1].error is caught.value


def test_a_wait_that_the_server_asked_for_is_told(server, client, heard):
    server.will(answers(REFUSAL, 429, more="Retry-After: 0\r\n"), answers(PAGE))

    client.animal.list()

    (wait,) = (event for event in heard if isinstance(event, WaitStarted))
    assert wait.reason == "refusal"


def test_a_wait_for_a_rate_limit_is_told_with_its_group(server, heard):
    limit = Limit(group="feeding", requests=1, seconds=1)
    limited = msgspec.structs.replace(zoo.LIST, limits=(limit,))
    server.will(answers(PAGE))
    with ZooClient(
        api_key="another", api_secret=SECRET, base_url=server.base_url, hooks=[heard.append]
    ) as client:
        for _ in range(2):
            client.call(limited, {}, AnimalPage)
        with pytest.raises(RateLimited):
            client.with_options(max_wait=0).call(limited, {}, AnimalPage)

    (wait,) = (event for event in heard if isinstance(event, WaitStarted))
    assert (wait.reason, wait.group) == ("rate limit", "feeding")
    assert isinstance(heard[-1], CallFinished)
    assert heard[-1].attempts == 0


def test_a_hook_that_fails_is_logged_and_breaks_nothing(server, heard, caplog):
    def broken(event):
        raise ValueError("no disk space")

    server.will(answers(PAGE))
    with ZooClient(
        api_key=KEY,
        api_secret=SECRET,
        base_url=server.base_url,
        rate_limit=None,
        hooks=[broken, heard.append],
    ) as client:
        assert client.animal.list().total == 1

    assert kinds(heard) == ["RequestStarted", "ResponseReceived", "CallFinished"]
    assert "a hook failed" in caplog.text


def test_nothing_that_is_told_holds_a_secret(server, client, heard, caplog):
    caplog.set_level(logging.DEBUG)
    server.will(answers(PAGE), resets())

    client.animal.list()
    with pytest.raises(TransportError):
        client.animal.add(name="Rex", passphrase="open-sesame")

    told = "\n".join(map(repr, heard))
    for secret in (KEY, SECRET, "open-sesame"):
        assert secret not in told
        assert secret not in caplog.text


def test_a_clients_options_keep_its_hooks(server, client, heard):
    server.will(answers(PAGE))

    client.with_options(timeout=3).animal.list()

    assert kinds(heard) == ["RequestStarted", "ResponseReceived", "CallFinished"]
    assert isinstance(heard[1], ResponseReceived)


def test_a_refusal_that_is_wanted_as_it_came_is_no_error(server, client, heard):
    server.will(answers(REFUSAL, 429))

    raw = client.with_raw_response.animal.add(name="Rex")

    assert (raw.status, heard[-1].error) == (429, None)
    with pytest.raises(RateLimited):
        raw.parsed()
