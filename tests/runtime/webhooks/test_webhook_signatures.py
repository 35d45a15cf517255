"""Signatures and shared secrets: those that services document, and all that is not quite one."""

import base64
import hashlib
import hmac
import pickle
import time

import pytest

from apiscribe.runtime.errors import ConfigurationError
from apiscribe.runtime.webhooks.credentials import find_credentials
from apiscribe.runtime.webhooks.shared_secret import SharedSecret
from apiscribe.runtime.webhooks.signature import Signature, Timestamp

PLAIN = Signature(header="X-Hub-Signature-256", hash="sha256", prefix="sha256=")
BESIDE = Signature(
    header="Till-Signature",
    hash="sha256",
    signs="{timestamp}.{body}",
    prefix="v1=",
    separator=",",
    timestamp=Timestamp(prefix="t=", tolerance=300),
)
APART = Signature(
    header="webhook-signature",
    hash="sha256",
    encoding="base64",
    signs="{header:webhook-id}.{timestamp}.{body}",
    prefix="v1,",
    separator=" ",
    timestamp=Timestamp(header="webhook-timestamp", tolerance=300),
    secret_prefix="whsec_",
    secret_encoding="base64",
)
BODY = b'{"id": 1}'


def hexed(secret, signed, hash="sha256"):
    return hmac.new(secret, signed, getattr(hashlib, hash)).hexdigest()


def now():
    return int(time.time())


def test_a_published_signature_of_a_body_is_right():
    # The values that GitHub publishes for trying out an implementation.
    signature = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"
    headers = {"x-hub-signature-256": signature}

    assert PLAIN.accepts(headers, b"Hello, World!", "It's a Secret to Everybody")
    assert not PLAIN.accepts(headers, b"Hello, World?", "It's a Secret to Everybody")
    assert not PLAIN.accepts(headers, b"Hello, World!", "It's a Secret to Nobody")


def test_a_signature_without_its_prefix_is_none():
    right = hexed(b"secret", BODY)

    assert PLAIN.accepts({"x-hub-signature-256": f"sha256={right}"}, BODY, "secret")
    assert not PLAIN.accepts({"x-hub-signature-256": right}, BODY, "secret")
    assert not PLAIN.accepts({"x-hub-signature-256": f"sha1={right}"}, BODY, "secret")


def test_a_published_signature_with_an_id_is_made():
    # The values that the Standard Webhooks specification publishes.
    made = APART.sign(
        b'{"test": 2432232314}',
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        timestamp=1614265330,
        headers={"Webhook-Id": "msg_p5jXN8AQM9LWM0D4loKWxJek"},
    )

    assert made == {
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    }


@pytest.mark.parametrize("hash", ["sha1", "sha256", "sha512"])
def test_each_hash_in_hexadecimal_of_either_case(hash):
    signature = Signature(header="S", hash=hash)
    right = hexed(b"secret", BODY, hash)

    assert signature.accepts({"s": right}, BODY, "secret")
    assert signature.accepts({"S": right.upper()}, BODY, "secret")
    assert signature.sign(BODY, "secret", timestamp=None, headers={}) == {"S": right}


def test_one_right_signature_among_others_is_enough():
    moment = now()
    right = hexed(b"new", f"{moment}.".encode() + BODY)
    header = f"t={moment},v0=zz,v1={'0' * 64}, v1={right}"

    assert BESIDE.accepts({"Till-Signature": header}, BODY, ("old", "new"))
    assert not BESIDE.accepts({"Till-Signature": header}, BODY, ("old", "older"))
    assert not BESIDE.accepts({"Till-Signature": header.replace("v1=", "v0=")}, BODY, "new")


@pytest.mark.parametrize("age", [-301, -299, 0, 299, 301, 10_000])
def test_a_signature_is_right_only_for_a_while(age):
    headers = BESIDE.sign(BODY, "secret", timestamp=now() - age, headers={})

    # A second may pass in between.
    assert BESIDE.accepts(headers, BODY, "secret") == (abs(age) < 300)


@pytest.mark.parametrize(
    "header",
    [
        "",
        "t=",
        "v1=",
        "t=1,t=2,v1=00",
        "t=-1,v1=00",
        "t=1e9,v1=00",
        "t=\uff19,v1=00",
        "t=" + "9" * 4000,
    ],
)
def test_what_is_no_signature_is_refused(header):
    assert not BESIDE.accepts({"till-signature": header}, BODY, "secret")
    assert not BESIDE.accepts({}, BODY, "secret")


def test_a_moment_that_comes_twice_is_refused():
    moment = now()
    header = BESIDE.sign(BODY, "secret", timestamp=moment, headers={})["Till-Signature"]

    assert not BESIDE.accepts({"till-signature": f"t={moment - 5},{header}"}, BODY, "secret")


TWILIO = Signature(header="X-T", hash="sha1", encoding="base64", signs="{url}{fields}")
FORM = b"To=%2B18005551212&From=%2B14158675309&Digits=1234&CallSid=CA1234567890ABCDE"
FORM += b"&Caller=%2B14158675309"


def test_a_published_signature_of_an_address_is_right():
    # The values that Twilio publishes for trying out an implementation.
    headers = {"x-t": "RSOYDt4T1cUTdK1PDd93/VVr8B8="}
    signature = TWILIO.at("https://mycompany.com/myapp.php?foo=1&bar=2")

    assert signature.accepts(headers, FORM, "12345")
    assert not signature.accepts(headers, FORM.replace(b"1234&", b"4321&"), "12345")
    assert not TWILIO.at("https://mycompany.com/myapp.php").accepts(headers, FORM, "12345")
    assert not TWILIO.accepts(headers, b"a=\xff&b=%FF", "12345")
    assert signature.sign(FORM, "12345", timestamp=None, headers={}) == {"X-T": headers["x-t"]}
    for url in ("", "/myapp.php", "mycompany.com"):
        with pytest.raises(ConfigurationError, match="`url` is not the whole address"):
            TWILIO.at(url)


URL = "https://here.example/hooks?a=1"
WAYS = {
    # Square: address and body.
    "square": ("{url}{body}", "base64", "epoch_seconds", "", URL.encode() + BODY),
    # HubSpot, version 3: the method before, the moment behind.
    "hubspot": (
        "POST{url}{body}{timestamp}",
        "base64",
        "epoch_milliseconds",
        "1700000000000",
        b"POST" + URL.encode() + BODY + b"1700000000000",
    ),
    # Zendesk: a moment that is written out.
    "zendesk": (
        "{timestamp}{body}",
        "base64",
        "rfc3339",
        "2023-11-14T22:13:20Z",
        b"2023-11-14T22:13:20Z" + BODY,
    ),
    "for addresses": ("{body}", "base64url", "epoch_seconds", "", BODY),
}


@pytest.mark.parametrize(("signs", "encoding", "unit", "moment", "signed"), WAYS.values(), ids=WAYS)
def test_ways_of_services(monkeypatch, signs, encoding, unit, moment, signed):
    monkeypatch.setattr(time, "time", lambda: 1_700_000_010.0)
    there = Timestamp(header="X-Moment", tolerance=20, unit=unit) if moment else None
    signature = Signature(
        header="S", hash="sha256", encoding=encoding, signs=signs, timestamp=there, url=URL
    )
    digest = hmac.new(b"k", signed, hashlib.sha256).digest()
    plain = base64.b64encode(digest).decode()
    right = plain if encoding == "base64" else base64.urlsafe_b64encode(digest).decode()
    sent = {"S": right, "X-Moment": moment}

    assert signature.accepts(sent, BODY, "k")
    assert not signature.accepts({**sent, "S": right.swapcase()}, BODY, "k")
    assert not signature.accepts(sent, BODY + b" ", "k")
    made = signature.sign(BODY, "k", timestamp=1_700_000_000, headers={})
    assert signature.accepts(made, BODY, "k")
    if moment:
        assert not signature.accepts({**sent, "X-Moment": moment[:-1]}, BODY, "k")
        monkeypatch.setattr(time, "time", lambda: 1_700_000_030.0)
        assert not signature.accepts(sent, BODY, "k")


def test_a_header_that_is_signed_cannot_be_changed():
    secret = "whsec_" + base64.b64encode(b"key").decode()
    signed = APART.sign(BODY, secret, timestamp=None, headers={"webhook-id": "1"})

    assert APART.accepts({**signed, "Webhook-Id": "1"}, BODY, secret)
    assert not APART.accepts({**signed, "Webhook-Id": "2"}, BODY, secret)


def test_a_shared_secret_is_the_whole_header():
    shared = SharedSecret(header="X-Token", prefix="Bearer ")

    assert shared.accepts({"x-token": "Bearer é"}, b"", ["a", "é"])
    assert not shared.accepts({"x-token": "Bearer a, Bearer a"}, b"", "a")
    assert not shared.accepts({"x-token": "a"}, b"", "a")
    assert not shared.accepts({}, b"", "a")
    assert shared.sign(b"", "a", timestamp=None, headers={}) == {"X-Token": "Bearer a"}


@pytest.mark.parametrize("secrets", ["", [], ["a", ""], [1], None])
@pytest.mark.parametrize("how", [PLAIN, SharedSecret(header="X-Token")])
def test_secrets_that_would_let_everyone_in_are_refused(how, secrets):
    with pytest.raises(ConfigurationError):
        find_credentials(how, username=None, password=None, secrets=secrets, anyone=False)


@pytest.mark.parametrize("secret", ["whsec_", "whsec_!", "whsec_é"])
def test_a_secret_that_is_none_is_found_at_the_start(secret):
    with pytest.raises(ConfigurationError, match="not what the service hands out") as caught:
        find_credentials(APART, username=None, password=None, secrets=secret, anyone=False)

    assert secret not in str(caught.value)


def test_secrets_show_nothing_and_cannot_be_pickled():
    held = find_credentials(PLAIN, username=None, password=None, secrets="planted", anyone=False)

    assert "planted" not in repr(held)
    with pytest.raises(TypeError, match="pickled"):
        pickle.dumps(held)
