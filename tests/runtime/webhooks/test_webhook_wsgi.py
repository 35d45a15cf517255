"""What only a WSGI application can meet: lengths that are said, and bodies that differ."""

import io

import pytest

from apiscribe.runtime.webhooks.delivery import DeliveryOptions
from apiscribe.runtime.webhooks.wsgi import WsgiApp
from tests.runtime.webhooks.gate import API
from tests.runtime.webhooks.gate_calls import OPEN, PASSWORD, USER, call_wsgi


def wsgi(handler):
    return WsgiApp(API, handler, DeliveryOptions(username=USER, password=PASSWORD))


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ({"CONTENT_LENGTH": ""}, 400),
        ({"CONTENT_LENGTH": "", "wsgi.input_terminated": True}, 204),
        ({"CONTENT_LENGTH": "-1"}, 400),
        ({"CONTENT_LENGTH": "x"}, 400),
        ({"CONTENT_LENGTH": "²"}, 400),
        ({"CONTENT_LENGTH": "9" * 30}, 400),
        ({"CONTENT_LENGTH": str(len(OPEN) + 1)}, 400),
        ({"CONTENT_LENGTH": "99999999999"}, 413),
    ],
    ids=str,
)
def test_a_body_is_as_long_as_is_said(more, status):
    assert call_wsgi(wsgi(lambda _event: None), OPEN, **more).status == status


def test_no_more_is_read_than_is_said():
    stream = io.BytesIO(OPEN + b"GET / HTTP/1.1")

    more = {"CONTENT_LENGTH": str(len(OPEN)), "wsgi.input": stream}
    assert call_wsgi(wsgi(lambda _event: None), OPEN, **more).status == 204
    assert stream.read() == b"GET / HTTP/1.1"
