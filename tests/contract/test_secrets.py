"""A secret is planted, everything goes wrong, and the secret is nowhere to be seen."""

import copy
import pickle
import warnings
from collections.abc import Callable
from typing import Any

import pytest

from tests.contract.clients import KINDS
from tests.contract.planted import (
    ECHO,
    KEY,
    PASSWORD,
    SECRET,
    assert_hidden,
    said_by,
    said_by_log,
)
from tests.runtime.places import nobody
from tests.runtime.scripted import ScriptedServer, answers, hangs_up, resets, stalls
from zoom_v1 import AsyncZoomClient, InvalidArguments, ZoomClient, ZoomError

CLIENTS = (ZoomClient, AsyncZoomClient)
GIVEN: dict[str, Any] = {"api_key": KEY, "api_secret": SECRET, "timeout": 0.5}


@pytest.fixture
def server():
    with ScriptedServer() as server:
        yield server


@pytest.fixture(params=KINDS)
def made(request, server):
    """What comes of a call by a client of either kind."""
    given = GIVEN | {"base_url": server.base_url}
    return lambda call, **options: request.param(call, **given | options)


def client_of(server: ScriptedServer, **options) -> ZoomClient:
    return ZoomClient(base_url=server.base_url, **GIVEN, **options)


def call(client):
    return client.user.update_password(id="u", password=PASSWORD)


def failure(call: Callable[[], object]) -> ZoomError:
    with pytest.raises(ZoomError) as caught:
        call()
    return caught.value


@pytest.mark.parametrize(
    "script",
    [
        answers(f'{{"error": {{"code": 300, "message": "{ECHO}"}}}}'),
        answers(f'{{"error": {{"code": "{ECHO}", "message": "{ECHO}"}}}}'),
        answers(f'{{"error": "{ECHO}"}}'),
        answers(f'{{"error": {{"message": "{ECHO}"}}}}', status=500),
        answers(f"<html>{ECHO}</html>", kind="text/html"),
        answers(f"<html>{ECHO}</html>", status=503, kind="text/html"),
        answers(f'["{ECHO}"]'),
        answers("", status=302, more=f"Location: /?api_secret={SECRET}\r\n"),
        answers(f'{{"id": "{ECHO}"'),
        hangs_up(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n" + ECHO.encode()),
        hangs_up(ECHO.encode()),
        resets(),
        stalls(),
    ],
    ids=[
        *("message", "code", "bare-error", "status", "html", "html-status", "list"),
        *("redirect", "half-json", "cut-short", "no-http", "reset", "timeout"),
    ],
)
def test_a_failure_of_the_server_shows_no_secret(server, made, log, script):
    server.will(script)

    error = failure(lambda: made(call))

    assert SECRET.encode() in server.received[0].body
    assert_hidden(said_by(error) + said_by_log(log))


def test_an_unreachable_server_shows_no_secret(made, log):
    with nobody() as place:
        error = failure(lambda: made(call, base_url=place.base_url))

    assert_hidden(said_by(error) + said_by_log(log))


def test_refused_arguments_show_no_secret(made, log):
    wrong = {"host_id": "", "type": 9, "topic": "t" * 301, "start_time": "soon"}

    error = failure(
        lambda: made(lambda client: client.meeting.create(password=f"{PASSWORD}!", **wrong))
    )

    assert isinstance(error, InvalidArguments)
    assert {violation.argument for violation in error.violations} >= {"host_id", "type", "password"}
    assert_hidden(said_by(error) + repr(error.violations) + said_by_log(log))


def test_an_answer_of_another_shape_warns_without_a_secret(server, made, log):
    server.will(answers(f'{{"id": ["{ECHO}"], "updated_at": "{ECHO}"}}'))

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        made(call)

    (warning,) = caught
    assert "updated_at" in str(warning.message)
    assert_hidden(f"{warning} {warning.message!r} {said_by_log(log)}")


def test_a_strict_error_of_another_shape_shows_no_secret(server, made, log):
    server.will(answers(f'{{"id": ["{ECHO}"], "updated_at": "{ECHO}"}}'))

    error = failure(lambda: made(call, strict_responses=True))

    assert "updated_at" in str(error)
    assert_hidden(said_by(error) + said_by_log(log))


def test_nothing_that_a_client_is_made_of_shows_a_secret(server):
    server.will(answers('{"id": "u", "updated_at": "2012-11-25T12:00:00Z"}'))
    with client_of(server, data_type="JSON") as client:
        raw = client.with_raw_response.user.update_password(id="u", password=PASSWORD)
        parts = [client, client.user, client.with_raw_response, raw, raw.parsed()]
        parts += [client.with_options(timeout=1), client.user.iter_list(), client.user.iter_list]
        shown = [f"{part} {part!r} {getattr(part, '__dict__', '')!r}" for part in parts]

    assert_hidden("\n".join(shown))


def test_no_part_of_an_async_client_shows_a_secret():
    client = AsyncZoomClient(**GIVEN)
    parts = [client, client.user, client.with_raw_response, client.user.iter_list()]
    parts += [client.with_options(timeout=1), client.user.iter_list]

    assert_hidden("\n".join(f"{part} {part!r} {getattr(part, '__dict__', '')}" for part in parts))


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, pickle.dumps])
def test_a_client_is_not_copied_with_its_secret(client, copied):
    with pytest.raises(TypeError) as caught:
        copied(client(**GIVEN))

    assert_hidden(said_by(caught.value))


def test_errors_travel_between_processes_without_a_secret(server, made):
    server.will(answers(f'{{"error": {{"code": 3001, "message": "{ECHO}"}}}}'))

    error = failure(lambda: made(call))

    again = pickle.loads(pickle.dumps(error))
    assert (type(again), again.code) == (type(error), 3001)
    assert_hidden(said_by(again))


@pytest.mark.parametrize(
    "given",
    [
        {"api_key": KEY, "api_secret": f"{SECRET}\ud800"},
        {"api_key": KEY, "api_secret": SECRET.encode()},
        {"api_key": KEY, "api_secret": SECRET, "base_url": f"https://{KEY}:{SECRET}@zoom.example"},
        {"api_key": KEY, "api_secret": SECRET, "base_url": f"https://zoom.example/?{SECRET}"},
        {"api_key": KEY, "api_secret": SECRET, "base_url": f"ftp://{SECRET}"},
        {"api_key": KEY, "api_secret": SECRET, "timeout": -1},
    ],
    ids=["surrogate", "bytes", "user", "query", "scheme", "timeout"],
)
@pytest.mark.parametrize("client", CLIENTS)
def test_a_client_that_cannot_be_set_up_shows_no_secret(client, given):
    assert_hidden(said_by(failure(lambda: client(**given))))


def test_a_closed_client_shows_no_secret(server, log):
    client = client_of(server)
    client.close()

    assert_hidden(said_by(failure(lambda: call(client))) + said_by_log(log))
