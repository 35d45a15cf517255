"""What the till's emulator sends, taken by the application that its package makes."""

import hashlib
import hmac
import http.client
import json
import shutil
import sys
import threading
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from apiscribe import compile_spec, render, write
from tests.cases.sending_events import served

SPEC = Path(__file__).parent / "good" / "till" / "spec"
EVENTS = """
events:
  charge_paid: {doc: P., match: {kind: [paid]}, payload: Charge}
  charge_failed: {doc: F., match: {kind: [failed]}, payload: Charge}
  dispute_opened: {doc: D., headers: {X-Kind: [dispute]}, payload: Dispute}
"""
SAID = {
    "a header of its own for the moment": """
section: Events
body: json
authentication:
  by: hmac
  header: X-Signature
  hash: sha256
  prefix: v0=
  timestamp: {header: X-Timestamp, tolerance: 300}
  signs: "v0:{timestamp}:{body}"
""",
    "a key in base64, and a header that is signed": """
section: Events
body: json
authentication:
  by: hmac
  header: X-Signature
  hash: sha512
  encoding: base64
  signs: "{header:Content-Type}|{body}"
  secret: {prefix: whsec_, encoding: base64}
""",
    "a signed form": """
section: Events
authentication: {by: hmac, header: X-Signature, hash: sha1, prefix: sha1=}
""",
    "a form with a secret in a header": """
section: Events
authentication: {by: shared_secret, header: X-Secret, prefix: "Secret "}
""",
    "a signature among the keys of the body": """
section: Events
body: json
authentication:
  by: hmac
  key: proof.signature
  hash: sha256
  prefix: "v1:"
  timestamp: {key: proof.moment, tolerance: 300}
  signs: "{timestamp}.{key:proof.token}"
""",
    "a signature among the fields of a form": """
section: Events
authentication:
  by: hmac
  key: signature
  hash: sha512
  encoding: base64
  timestamp: {key: timestamp, tolerance: 300}
  signs: "{timestamp}{key:token}{key:id}"
""",
    "a secret among the keys of the body": """
section: Events
body: json
authentication: {by: shared_secret, key: proof.token}
""",
    "a secret among the fields of a form": """
section: Events
authentication: {by: shared_secret, key: token}
""",
    "basic": "section: Events\nbody: json\nauthentication: basic\n",
}
RIGHT = {"a key in base64, and a header that is signed": "whsec_c2VjcmV0LWtleQ=="}
WRONG = {"a key in base64, and a header that is signed": "whsec_b3RoZXIta2V5"}


@pytest.fixture(scope="module", params=[*SAID, "as it is"])
def package(request, tmp_path_factory):
    """What the webhooks say, and the package of a till with such webhooks."""
    folder = tmp_path_factory.mktemp("till")
    spec = folder / "spec"
    shutil.copytree(SPEC, spec)
    if request.param != "as it is":
        (spec / "webhooks.yaml").write_text(SAID[request.param] + EVENTS)
    name = f"delivering_{abs(hash(request.param))}"
    api = spec / "api.yaml"
    api.write_text(api.read_text().replace("till_v1", name))
    write(render(compile_spec(spec)), folder / "out")
    sys.path.insert(0, str(folder / "out"))
    import_module(f"{name}.stub")
    import_module(f"{name}.webhooks")
    yield request.param, sys.modules[name]
    sys.path.remove(str(folder / "out"))
    for each in [each for each in sys.modules if each.partition(".")[0] == name]:
        del sys.modules[each]


def control(stub, call, body=None, status=200):
    method, path = call.split()
    connection = http.client.HTTPConnection("127.0.0.1", stub.port, timeout=10)
    headers = {"Authorization": "Bearer k", "Content-Type": "application/json"}
    try:
        connection.request(method, path, None if body is None else json.dumps(body), headers)
        response = connection.getresponse()
        content = json.loads(response.read() or b"null")
    finally:
        connection.close()
    assert response.status == status, content
    return content


def credentials(said, *, right):
    if said == "basic":
        return {"username": "ada", "password": "pass:wörd" if right else "other"}
    return {"secret": (RIGHT if right else WRONG).get(said, "s3kr1t-key" if right else "other")}


def finished(stub):
    """The deliveries, once none is under way."""
    pause = threading.Event()
    for _ in range(500):
        found = control(stub, "GET /_stub/deliveries")["deliveries"]
        if found and all(each["state"] != "pending" for each in found):
            return found
        pause.wait(0.02)
    raise AssertionError(found)


def paid(stub):
    """A charge that its payer has paid, and contests."""
    charge = control(stub, "POST /v1/charges", {"amount": 250})
    path = f"POST /_stub/state/charge/{charge['id']}"
    control(stub, f"{path}/pay", {"tenant": "k"})
    control(stub, f"{path}/contest", {"tenant": "k", "reason": "Nö"})
    return charge["id"]


def application(package, said, handled):
    how = credentials(said, right=True)
    given = {"secrets": how["secret"]} if "secret" in how else how
    return package.webhooks.wsgi(handled.append, **given)


def test_deliveries_are_taken_as_they_are_sent(package):
    said, made = package
    handled: list[Any] = []
    with (
        made.stub.StubServer() as stub,
        served(application(made, said, handled)) as port,
    ):
        url = f"http://127.0.0.1:{port}/hook"
        given = {"url": url, **credentials(said, right=True)}
        control(stub, "POST /_stub/webhooks", given)
        charge = paid(stub)
        first, second = finished(stub)
        again = control(stub, f"POST /_stub/deliveries/{first['id']}/redeliver")
        (again, _) = finished(stub)

    assert [type(each).__name__ for each in handled[:2]] == ["ChargePaid", "DisputeOpened"]
    assert handled[0].mismatches == handled[1].mismatches == ()
    assert (handled[0].payload.id, handled[0].payload.amount) == (charge, 250)
    assert handled[1].payload.reason == "Nö"
    assert (first["state"], second["state"]) == ("delivered", "delivered")
    assert [each["status"] for each in again["attempts"]] == [204, 204]


def test_another_secret_is_refused(package):
    said, made = package
    handled: list[Any] = []
    with (
        made.stub.StubServer() as stub,
        served(application(made, said, handled)) as port,
    ):
        url = f"http://127.0.0.1:{port}/hook"
        unsigned: dict[str, str] = {}
        for how in (credentials(said, right=False), unsigned):
            control(stub, "POST /_stub/webhooks", {"url": url, **how})
        paid(stub)
        found = finished(stub)

    assert handled == []
    assert {each["state"] for each in found} == {"failed"}
    assert {attempt["status"] for each in found for attempt in each["attempts"]} <= {401, 403}


def test_secrets_are_never_given_back(package, caplog):
    caplog.set_level("DEBUG")
    said, made = package
    how = credentials(said, right=True)
    hidden = [text for name, text in how.items() if name != "username"]
    with made.stub.StubServer() as stub:
        shown = [control(stub, "POST /_stub/webhooks", {"url": "http://localhost:1/", **how})]
        paid(stub)
        shown += [control(stub, f"GET /_stub/{each}") for each in ("webhooks", "deliveries")]
        shown += [stub.subscribe("http://localhost:1/", **how).__repr__()]

    assert not [text for text in hidden if text in str(shown) + caplog.text]


def test_secrets_that_cannot_be(package):
    said, made = package
    taken = "secret" in credentials(said, right=True)
    wrong = ["" if taken else "secret"]
    if "secret in a header" in said:
        wrong += ["a\r\nX-Injected: 1", "pä", "\x00"]
    if said in RIGHT:
        wrong += ["whsec_???", "whsec_", "pä"]
    if taken and "header" not in said:
        wrong += ["\ud800"]
    with made.stub.StubServer() as stub:
        for secret in wrong:
            given = {"url": "http://localhost:1/", "secret": secret}
            found = control(stub, "POST /_stub/webhooks", given, status=422)
            assert {each["at"] for each in found["problems"]} <= {"secret", "body"}, secret
        if said != "basic":
            given = {"url": "http://localhost:1/", "username": "ada", "password": "x"}
            control(stub, "POST /_stub/webhooks", given, status=422)


def test_a_signature_is_as_the_page_says(made):
    """Worked out by hand: `v1` is the HMAC of the moment, a dot and the body."""
    seen: list[Any] = []

    def keep(environ, start_response):
        body = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))
        seen.append((environ["HTTP_TILL_SIGNATURE"], body))
        start_response("204 No Content", [])
        return []

    with import_module("till_v1.stub").StubServer() as stub, served(keep) as port:
        given = {"url": f"http://127.0.0.1:{port}/", "secret": "é-key", "events": ["charge_paid"]}
        control(stub, "POST /_stub/webhooks", given)
        paid(stub)
        finished(stub)

    ((header, body),) = seen
    moment, _, signature = header.removeprefix("t=").partition(",v1=")
    expected = hmac.new("é-key".encode(), moment.encode() + b"." + body, hashlib.sha256)
    assert signature == expected.hexdigest()
    assert json.loads(body)["type"] == "charge.paid"
