"""Notices of the courier, whose signatures have the address in them as Twilio documents it."""

import hashlib
import hmac
from base64 import b64encode
from importlib import import_module
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest

from tests.cases.sending_events import served
from tests.cases.test_till_deliveries import finished

URL = "https://shop.example/notices?of=courier"
KEY = "key-of-the-shop"
NOTICE = {"id": "p1", "outcome": "done & dusted", "Event": "arrived"}


@pytest.fixture
def webhooks(made):
    return import_module("courier_v2.webhooks")


def headers(url=URL, fields=NOTICE, key=KEY):
    """What the service sends; the signature by hand: capitals go before small letters."""
    text = url + "".join(f"{name}{fields[name]}" for name in sorted(fields))
    digest = hmac.new(key.encode(), text.encode(), hashlib.sha1).digest()
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    return {**form, "X-Courier-Signature": b64encode(digest).decode()}


def test_who_signs_for_the_address_is_believed(webhooks):
    body = urlencode(NOTICE).encode()
    assert webhooks.at(URL).authenticated(body, headers(), secrets=["newer", KEY])
    assert webhooks.at(URL).sign(body, secret=KEY).items() <= headers().items()
    others = [headers(URL + "x"), headers(key="other"), headers(fields={"id": "p1"}), {"a": "b"}]
    for wrong in others:
        assert not webhooks.at(URL).authenticated(body, wrong, secrets=KEY)


@pytest.mark.parametrize("kind", ["asgi", "wsgi"])
def test_an_application_has_to_know_its_address(webhooks, kind):
    refused = import_module("courier_v2.errors").ConfigurationError
    assert not hasattr(webhooks, kind)
    with pytest.raises(refused, match="not the whole address"):
        webhooks.at("/notices")
    with pytest.raises(refused):
        getattr(webhooks.at(URL), kind)(print)


def test_an_application_behind_a_proxy(webhooks):
    handled: list[Any] = []
    with served(webhooks.at(URL).wsgi(handled.append, secrets=KEY)) as port:
        here = f"http://127.0.0.1:{port}/"
        urlopen(Request(here, urlencode(NOTICE).encode(), headers())).read()
        with pytest.raises(HTTPError, match="401"):
            urlopen(Request(here, urlencode(NOTICE).encode(), headers(here)))
    assert [each.payload.outcome for each in handled] == ["done & dusted"]


def test_the_stub_signs_the_address_it_was_told(courier_v2, webhooks):
    handled: list[Any] = []
    app: list[Any] = []
    with (
        courier_v2.stub.StubServer() as stub,
        served(lambda environ, start: app[0](environ, start)) as port,
    ):
        url = f"http://127.0.0.1:{port}/notices?of=courier"
        app.append(webhooks.at(url).wsgi(handled.append, secrets=KEY))
        stub.subscribe(url, secret=KEY)
        stub.tells("parcel_arrived")
        (delivery,) = finished(stub)
    assert delivery["state"] == "delivered"
    assert [each.payload.id for each in handled] == ["p1"]
