"""Events as the service has sent them, through real servers and sockets."""

import asyncio
import json
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode
from wsgiref.headers import Headers as WSGIHeaders
from wsgiref.simple_server import WSGIRequestHandler, make_server
from wsgiref.validate import validator

import pytest
import urllib3
import uvicorn
from flask import Flask
from starlette.applications import Starlette
from starlette.datastructures import Headers as StarletteHeaders
from starlette.routing import Route
from werkzeug.datastructures import EnvironHeaders
from werkzeug.middleware.dispatcher import DispatcherMiddleware

from zoom_v1 import ZoomError, webhooks

USER, PASSWORD = "hook", "planted-5e1d"
FORM = "application/x-www-form-urlencoded"

# What clients of the time were sent.
ENDED = b"id=234&uuid=1dnv2x3XRiMdoVIwzms5lA%3D%3D&status=ENDED&host_id=iQZt4-f1ZQp2tgWwx-p1mQ"
RECORDED = {
    "uuid": "1dnv2x3XRiMdoVIwzms5lA==",
    "meeting_number": 234,
    "account_id": "a1",
    "host_id": "iQZt4-f1ZQp2tgWwx-p1mQ",
    "topic": "Früh & spät",
    "start_time": "2017-03-10T08:30:00Z",
    "timezone": "America/Los_Angeles",
    "duration": 12,
    "total_size": 3_000_000_000,
    "recording_count": 1,
    "recording_files": [
        {
            "id": "f1",
            "meeting_id": "1dnv2x3XRiMdoVIwzms5lA==",
            "recording_start": "2017-03-10T08:30:00Z",
            "recording_end": "",
            "file_type": "MP4",
            "file_size": 3_000_000_000,
            "file_path": "/recordings/f1.mp4",
            "status": "completed",
        }
    ],
}
RECORDING = urlencode(
    {"type": "RECORDING_MEETING_COMPLETED", "content": json.dumps(RECORDED)}
).encode()


class Quiet(WSGIRequestHandler):
    def log_message(self, *_args):
        pass


@contextmanager
def served_by_uvicorn(app):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(uvicorn.Config(app, log_config=None))
        thread = threading.Thread(target=asyncio.run, args=[server.serve([listener])])
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(10)


@contextmanager
def served_by_wsgiref(app):
    with make_server("127.0.0.1", 0, app, handler_class=Quiet) as server:
        thread = threading.Thread(target=server.serve_forever, args=[0.01])
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join(10)


@pytest.fixture(scope="module")
def handled() -> list[webhooks.WebhookEvent]:
    return []


def under_starlette(handle, credentials):
    return served_by_uvicorn(
        Starlette(routes=[Route("/hooks", webhooks.asgi(handle, **credentials))])
    )


def under_flask(handle, credentials):
    mounted: dict[str, Any] = {"/hooks": webhooks.wsgi(handle, **credentials)}
    return served_by_wsgiref(DispatcherMiddleware(Flask("site"), mounted))


def alone_and_validated(handle, credentials):
    return served_by_wsgiref(validator(webhooks.wsgi(handle, **credentials)))


def alone(handle, credentials):
    return served_by_uvicorn(webhooks.asgi(handle, **credentials))


PLACES = {
    "uvicorn": alone,
    "starlette": under_starlette,
    "wsgiref": alone_and_validated,
    "flask": under_flask,
}


@pytest.fixture(scope="module", params=PLACES)
def url(request, handled) -> Iterator[str]:
    def handle(event: webhooks.WebhookEvent) -> None:
        if isinstance(event, webhooks.UnknownEvent) and "fail" in event.fields:
            raise RuntimeError("as asked")
        handled.append(event)

    with PLACES[request.param](handle, {"username": USER, "password": PASSWORD}) as url:
        yield url


@pytest.fixture(autouse=True)
def nothing_handled(handled):
    handled.clear()


def post(http, url, body, *, user=f"{USER}:{PASSWORD}", method="POST", content_type=FORM):
    headers = urllib3.make_headers(basic_auth=user) if user else {}
    headers["content-type"] = content_type
    return http.request(method, f"{url}/hooks", body=body, headers=headers, retries=False)


def test_events_arrive_and_are_typed(http, url, handled):
    answered = [post(http, url, body) for body in (ENDED, RECORDING)]

    assert [(answer.status, answer.data) for answer in answered] == [(204, b"")] * 2
    ended, recorded = handled
    assert type(ended) is webhooks.MeetingEnded
    assert ended.payload.id == "234"
    assert ended.payload.uuid == "1dnv2x3XRiMdoVIwzms5lA=="
    assert ended.payload.host_id == "iQZt4-f1ZQp2tgWwx-p1mQ"
    assert type(recorded) is webhooks.RecordingContentCompleted
    assert recorded.payload.meeting_number == "234"
    assert recorded.payload.topic == "Früh & spät"
    assert recorded.payload.start_time == datetime(2017, 3, 10, 8, 30, tzinfo=UTC)
    (file,) = recorded.payload.recording_files
    assert (file.file_size, file.recording_end) == (3_000_000_000, None)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        ("STARTED", "MeetingStarted"),
        ("ENDED", "MeetingEnded"),
        ("JBH", "JoinedBeforeHost"),
        ("JOIN", "AttendeesWaiting"),
        ("RECORDING_MEETING_COMPLETED", "RecordingCompleted"),
        ("SHARING_STARTED", "UnknownEvent"),
    ],
)
def test_the_status_tells_the_event(status, kind):
    event = webhooks.parse(ENDED.replace(b"ENDED", status.encode()), {"Content-Type": FORM})

    assert type(event) is getattr(webhooks, kind)


def test_what_comes_again_is_handled_once(http, url, handled):
    body = ENDED.replace(b"234", b"235")

    assert [post(http, url, body).status for _ in range(3)] == [204] * 3
    assert len(handled) == 1


def test_what_fails_is_to_come_again(http, url, handled):
    assert [post(http, url, b"status=NEW&fail=1").status for _ in range(2)] == [500] * 2
    assert handled == []


@pytest.mark.parametrize("user", [None, "hook:other", f"other:{PASSWORD}", PASSWORD])
def test_who_is_not_the_service_is_refused(http, url, handled, user):
    answer = post(http, url, ENDED, user=user)

    assert answer.status == 401
    assert answer.headers["www-authenticate"].startswith("Basic ")
    assert handled == []


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"method": "GET"}, 405),
        ({"body": b""}, 400),
        ({"body": b'{"status": "ENDED"}'}, 400),
        ({"body": RECORDING[:-40]}, 400),
        ({"content_type": "application/json"}, 400),
        ({"body": b"status=NEW&x=" + b"x" * (1024 * 1024)}, 413),
        ({"body": b"status=NEW&x=" + b"x" * (7 * 1024 * 1024)}, 413),
    ],
    ids=["get", "empty", "json", "cut short", "not a form", "too large", "much too large"],
)
def test_what_is_no_event_is_refused_and_nothing_breaks(http, url, handled, changed, status):
    body = changed.get("body", ENDED)
    options = {key: value for key, value in changed.items() if key != "body"}

    assert post(http, url, body, **options).status == status
    assert handled == []
    assert post(http, url, ENDED + str(changed)[:30].encode().hex().encode()).status == 204


def test_a_request_can_be_checked_without_an_application():
    headers = {**urllib3.make_headers(basic_auth=f"{USER}:{PASSWORD}"), "content-type": FORM}

    assert webhooks.authenticated(headers, username=USER, password=PASSWORD)
    assert not webhooks.authenticated(headers, username=USER, password="other")
    assert not webhooks.authenticated({}, username=USER, password=PASSWORD)
    with pytest.raises(webhooks.MalformedEvent) as caught:
        webhooks.parse(b"", headers)
    assert isinstance(caught.value, ZoomError)


(BASIC,) = urllib3.make_headers(basic_auth=f"{USER}:{PASSWORD}").values()


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param(
            EnvironHeaders({"HTTP_AUTHORIZATION": BASIC, "CONTENT_TYPE": FORM}), id="werkzeug"
        ),
        pytest.param(
            StarletteHeaders({"Authorization": BASIC, "Content-Type": FORM}), id="starlette"
        ),
        pytest.param(WSGIHeaders([("Authorization", BASIC), ("Content-Type", FORM)]), id="wsgiref"),
    ],
)
def test_the_headers_of_frameworks_are_read(headers):
    assert webhooks.authenticated(headers, username=USER, password=PASSWORD)
    assert type(webhooks.parse(ENDED, headers)) is webhooks.MeetingEnded


def test_the_promise_is_said():
    text = " ".join(webhooks.__doc__.split())

    assert "2XX within 30 s" in text
    assert "at most 3 times" in text


def test_whoever_only_parses_loads_neither_servers_nor_clients():
    program = "import sys\nfrom zoom_v1 import webhooks\nprint(*sys.modules)"
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True
    )

    loaded = set(ended.stdout.split())
    assert "zoom_v1.webhooks" in loaded
    assert loaded.isdisjoint({"asyncio", "uvicorn", "urllib3", "wsgiref", "http.client"})
    assert {name for name in loaded if name.startswith("zoom_v1.models.")} == {
        "zoom_v1.models.webhooks"
    }
