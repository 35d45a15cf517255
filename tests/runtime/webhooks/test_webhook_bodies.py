"""Signatures and secrets inside of bodies: made by hand, and all that is not quite one."""

import hashlib
import hmac
import json
import time
from urllib.parse import parse_qsl, urlencode

import pytest

from apiscribe.runtime.webhooks.in_body import BodySecret, BodySignature, BodyTimestamp

NOW = 1_700_000_000
SIGNED = BodySignature(
    key=("proof", "mac"),
    hash="sha256",
    prefix="v1:",
    signs="{header:X-Id}.{timestamp}.{key:proof.token}.{key:id}",
    keys={"proof.token": ("proof", "token"), "id": ("id",)},
    once=(("proof", "token"),),
    timestamp=BodyTimestamp(key=("proof", "at"), tolerance=300),
)
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
JSON = {"Content-Type": "application/json"}


@pytest.fixture(autouse=True)
def now(monkeypatch):
    monkeypatch.setattr(time, "time", lambda: float(NOW))


def signed(header="é7", token="tök", id=7, at=NOW, prefix="v1:", **changed):
    text = f"{header}.{at}.{token}.{id}".encode()
    mac = prefix + hmac.new(b"secret", text, hashlib.sha256).hexdigest()
    proof = {"mac": mac, "token": token, "at": at, **changed}
    return json.dumps({"id": id, "proof": proof}).encode()


def test_what_is_signed_is_what_the_spec_says():
    headers = {**JSON, "x-id": "é7"}

    assert SIGNED.accepts(headers, signed(), "secret")
    assert SIGNED.accepts(headers, signed(), ["newer", "secret"])
    assert SIGNED.accepts(headers, signed(at=str(NOW)), "secret")
    assert not SIGNED.accepts(headers, signed(), "other")
    assert not SIGNED.accepts({**JSON, "x-id": "é8"}, signed(), "secret")
    assert not SIGNED.accepts(JSON, signed(), "secret")


@pytest.mark.parametrize(
    "body",
    [
        signed(id="8").replace(b'"8"', b'"9"'),
        signed(token="other", mac=json.loads(signed())["proof"]["mac"]),
        signed(prefix=""),
        signed(prefix="v0:"),
        signed(mac=7),
        signed(mac="v1:"),
        signed(token=None),
        signed(token=["t"]),
        signed(token=True),
        signed(at=NOW - 301),
        signed(at=NOW + 301),
        signed(at=None),
        signed(at="soon"),
        b"{}",
        b"[]",
        b"no json",
    ],
)
def test_what_is_not_quite_signed_is_refused(body):
    assert not SIGNED.accepts({**JSON, "x-id": "é7"}, body, "secret")


@pytest.mark.parametrize("age", [-300, 300])
def test_a_moment_may_be_off_by_as_much_as_is_tolerated(age):
    assert SIGNED.accepts({**JSON, "x-id": "é7"}, signed(at=NOW + age), "secret")


@pytest.mark.parametrize("at", [{}, {"proof": {"at": 1}}])
def test_what_is_made_for_tests_is_right(at):
    """A moment stays the text or the number that it was, and what lacks is made."""
    given = json.dumps({"id": 7, "more": "x", **at}).encode()
    made = SIGNED.sign(given, "secret", timestamp=NOW - 20, headers={"X-Id": "é7"})

    said = json.loads(made)
    assert (said["id"], said["more"]) == (7, "x")
    moment = NOW - 20 if at else str(NOW - 20)
    assert said["proof"]["at"] == moment
    assert len(said["proof"]["token"]) == 50
    again = signed(token=said["proof"]["token"], at=moment)
    assert said["proof"] == json.loads(again)["proof"]
    assert SIGNED.accepts({**JSON, "X-Id": "é7"}, made, "secret")


def test_what_vouches_tells_nothing_of_the_event():
    once = ("proof", "token")

    assert SIGNED.apart == (("proof", "mac"), ("proof", "at"), once)
    assert BodySignature(key=("mac",), hash="sha1", once=(once,)).apart == (("mac",), once)
    assert BodySecret(key=("token",)).apart == (("token",),)


def test_the_fields_of_a_form_are_signed_too():
    signature = BodySignature(
        key=("mac",), hash="sha1", signs="{key:id}", keys={"id": ("id",)}, form=True
    )
    made = signature.sign(b"id=7&more=a+b", "secret", timestamp=None, headers={})

    mac = hmac.new(b"secret", b"7", hashlib.sha1).hexdigest()
    assert dict(parse_qsl(made.decode())) == {"id": "7", "more": "a b", "mac": mac}
    assert signature.accepts(FORM, made, "secret")
    assert not signature.accepts(FORM, made.replace(b"id=7", b"id=8"), "secret")


@pytest.mark.parametrize("form", [False, True], ids=["json", "form"])
def test_a_secret_in_a_body_is_looked_for_under_its_key(form):
    key = ("token",) if form else ("proof", "token")
    shared = BodySecret(key=key, form=form)

    def body(token):
        if form:
            return urlencode({"id": 7, "token": token}).encode()
        return json.dumps({"id": 7, "proof": {"token": token}}).encode()

    headers = FORM if form else JSON
    assert shared.accepts(headers, body("é"), ["a", "é"])
    for wrong in (body("b"), body(""), body(7), body("a" * 9), b"", b"[]"):
        assert not shared.accepts(headers, wrong, "a")
    given = b"id=7" if form else b'{"id": 7}'
    made = shared.sign(given, "a", timestamp=None, headers={})
    assert shared.accepts(headers, made, "a")
    assert made == (body("a") if form else b'{"id":7,"proof":{"token":"a"}}')
    assert shared.accepts(headers, shared.sign(b"", "a", timestamp=None, headers={}), "a")
