"""A secret is planted, everything goes wrong, and the secret is nowhere to be seen."""

import copy
import logging
import pickle
import traceback
import warnings
from collections.abc import Callable

import pytest

from tests.runtime.scripted import ScriptedServer, answers, hangs_up, resets, stalls
from zoom_v1 import ZoomClient, ZoomError

KEY = "planted-key-5f2c"
SECRET = "planted-secret-9b1e"
PASSWORD = "Pl4nted-pw"
PLANTED = (KEY, SECRET, PASSWORD)

ECHO = f"key {KEY}, secret {SECRET}, password {PASSWORD}"
"""What a server says that quotes what it was sent."""


@pytest.fixture
def server():
    with ScriptedServer() as server:
        yield server


@pytest.fixture
def log(caplog):
    with caplog.at_level(logging.DEBUG):
        yield caplog


def client_of(server: ScriptedServer, **options) -> ZoomClient:
    return ZoomClient(
        api_key=KEY, api_secret=SECRET, base_url=server.base_url, timeout=0.5, **options
    )


def call(client: ZoomClient) -> object:
    return client.user.update_password(id="u", password=PASSWORD)


def failure(call: Callable[[], object]) -> BaseException:
    with pytest.raises(ZoomError) as caught:
        call()
    return caught.value


def said_by(error: BaseException) -> str:
    """All that a program can come to print of an error, and of what led to it."""
    texts = traceback.format_exception(error)
    chain: BaseException | None = error
    while chain is not None:
        texts += [repr(chain), str(chain), repr(chain.args), *getattr(chain, "__notes__", [])]
        chain = chain.__cause__ or chain.__context__
    return "\n".join(texts)


def said_by_log(log: pytest.LogCaptureFixture) -> str:
    return "\n".join([log.text, *(repr(record.__dict__) for record in log.records)])


def assert_hidden(text: str) -> None:
    assert [planted for planted in PLANTED if planted in text] == []


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
def test_a_failure_of_the_server_shows_no_secret(server, log, script):
    server.will(script)
    with client_of(server) as client:
        error = failure(lambda: call(client))

    assert SECRET.encode() in server.received[0].body
    assert_hidden(said_by(error) + said_by_log(log))


def test_an_unreachable_server_shows_no_secret(log):
    with ScriptedServer() as server:
        client = client_of(server)
    with client:
        error = failure(lambda: call(client))

    assert_hidden(said_by(error) + said_by_log(log))


def test_refused_arguments_show_no_secret(server, log):
    with client_of(server) as client:
        error = failure(
            lambda: client.meeting.create(
                host_id="", type=9, topic="t" * 301, password=f"{PASSWORD}!", start_time="soon"
            )
        )

    assert {violation.argument for violation in error.violations} >= {"host_id", "type", "password"}
    assert_hidden(said_by(error) + repr(error.violations) + said_by_log(log))


def test_an_answer_of_another_shape_warns_without_a_secret(server, log):
    server.will(answers(f'{{"id": ["{ECHO}"], "updated_at": "{ECHO}"}}'))
    with client_of(server) as client, warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        call(client)

    (warning,) = caught
    assert "updated_at" in str(warning.message)
    assert_hidden(f"{warning} {warning.message!r} {said_by_log(log)}")


def test_nothing_that_a_client_is_made_of_shows_a_secret(server):
    server.will(answers('{"id": "u", "updated_at": "2012-11-25T12:00:00Z"}'))
    with client_of(server, data_type="JSON") as client:
        raw = client.with_raw_response.user.update_password(id="u", password=PASSWORD)
        parts = [client, client.user, client.with_raw_response, raw, raw.parsed()]
        parts += [client.with_options(timeout=1), client.user.iter_list(), client.user.iter_list]
        shown = [f"{part} {part!r} {getattr(part, '__dict__', '')!r}" for part in parts]

    assert_hidden("\n".join(shown))


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, pickle.dumps])
def test_a_client_is_not_copied_with_its_secret(server, copied):
    with client_of(server) as client, pytest.raises(TypeError) as caught:
        copied(client)

    assert_hidden(said_by(caught.value))


def test_errors_travel_between_processes_without_a_secret(server):
    server.will(answers(f'{{"error": {{"code": 3001, "message": "{ECHO}"}}}}'))
    with client_of(server) as client:
        error = failure(lambda: call(client))

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
def test_a_client_that_cannot_be_set_up_shows_no_secret(given):
    assert_hidden(said_by(failure(lambda: ZoomClient(**given))))


def test_a_closed_client_shows_no_secret(server, log):
    client = client_of(server)
    client.close()

    assert_hidden(said_by(failure(lambda: call(client))) + said_by_log(log))
