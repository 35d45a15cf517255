"""What headers say of an event: whoever handles it sees them, and they may be all that there is."""

import pytest
from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from apiscribe.runtime.model import Model
from apiscribe.runtime.webhooks.api import WebhookApi
from apiscribe.runtime.webhooks.errors import MalformedEvent
from apiscribe.runtime.webhooks.functions import WebhookFunctions
from apiscribe.runtime.webhooks.handshake import Ask
from apiscribe.runtime.webhooks.in_body import BodySecret
from apiscribe.runtime.webhooks.json_api import JsonEventKind, JsonWebhookApi
from apiscribe.runtime.webhooks.json_events import KnownEvent, UnknownEvent
from apiscribe.runtime.webhooks.mixed_api import MixedWebhookApi
from apiscribe.runtime.webhooks.shared_secret import SharedSecret
from apiscribe.runtime.webhooks.signature import Signature, Timestamp
from tests.runtime.webhooks import gate


class Note(Model):
    text: str | UnsetType = UNSET


class Bill(Model):
    total: int


class Changed(KnownEvent, frozen=True, kw_only=True):
    name = "changed"
    payload: Note


class Paid(KnownEvent, frozen=True, kw_only=True):
    name = "paid"
    payload: Bill


API = JsonWebhookApi(
    authentication=SharedSecret(header="X-Token"),
    kinds=(
        JsonEventKind(event=Changed, payload=Note, headers={"x-state": ("changed",)}),
        JsonEventKind(event=Paid, payload=Bill, headers={"x-state": ("paid",)}),
        JsonEventKind(event=Paid, payload=Bill, match={("kind",): ("paid",)}),
    ),
)
parse = WebhookFunctions[Changed | Paid | UnknownEvent](API).parse
BESIDE = Signature(header="X-Signature", hash="sha256")
WITHIN = Signature(
    header="X-Signature",
    hash="sha256",
    prefix="v1=",
    separator=",",
    timestamp=Timestamp(prefix="t=", tolerance=300),
    signs="{timestamp}.{body}",
)
APART = Signature(
    header="X-Signature",
    hash="sha256",
    timestamp=Timestamp(header="X-Moment", tolerance=300),
    signs="{header:X-Number}.{timestamp}.{body}",
)
CHANGED = {"X-State": "changed", "X-Number": "1", "X-Token": "planted", "Authorization": "Basic x"}


def test_an_event_has_the_headers_but_no_secret():
    assert parse(b"{}", CHANGED).headers == {"x-state": "changed", "x-number": "1"}
    assert parse(b"{}", {"X-Token": "planted", "X-New": "a"}).headers == {"x-new": "a"}
    of_form = gate.parse(gate.form(gate.OPENED), {**gate.HEADERS, "X-Shop": "7", "Cookie": "c"})
    assert of_form.headers == {"content-type": gate.FORM, "x-shop": "7"}
    assert gate.parse(b"kind=NEW", {"X-Shop": "7"}).headers == {"x-shop": "7"}


@pytest.mark.parametrize(
    ("how", "kept"),
    [
        (BESIDE, ["x-moment", "x-token"]),
        (WITHIN, ["x-moment", "x-token"]),
        (APART, ["x-token"]),
        (SharedSecret(header="X-Token", prefix="Bearer "), ["x-moment", "x-signature"]),
        (BodySecret(key=("token",)), ["x-moment", "x-signature", "x-token"]),
        (None, ["x-moment", "x-signature", "x-token"]),
    ],
)
@pytest.mark.parametrize("is_mixed", [False, True])
def test_no_event_has_what_vouches_for_it(how, kept, is_mixed):
    alone = replace(API, authentication=how)
    both = MixedWebhookApi(
        authentication=how,
        usual="json",
        json=replace(API, authentication=None),
        form=WebhookApi(kinds=()),
    )
    api = both if is_mixed else alone
    headers = {"X-Number": "1", "X-Signature": "planted", "X-Moment": "2", "X-Token": "planted"}

    found = [api.read(b"{}", headers, max_body=9).headers]
    in_form = {"Content-Type": gate.FORM, **headers}
    found += [api.read(b"a=1", in_form, max_body=9).headers] if is_mixed else []

    assert [sorted(each) for each in found] == [
        sorted(["x-number", *kept, *also]) for also in ([], ["content-type"])[: len(found)]
    ]


def test_no_event_has_the_secret_of_a_handshake():
    asks = Ask(method="POST", header="X-Hook-Secret", secret=True)
    api = replace(API, authentication=BESIDE, asks=asks)
    headers = {"X-Number": "1", "X-Hook-Secret": "planted"}

    assert api.read(b"{}", headers, max_body=9).headers == {"x-number": "1"}
    echoed = replace(api, asks=replace(asks, secret=False))
    assert len(echoed.read(b"{}", headers, max_body=9).headers) == 2


@pytest.mark.parametrize("how", [WITHIN, APART])
def test_without_a_body_the_moment_tells_events_apart(how):
    parse = WebhookFunctions[Changed](replace(API, authentication=how)).parse
    state = {"X-State": "changed", "X-Number": "1"}
    first, again, second = (
        {**state, **how.sign(b"", "key", timestamp=moment, headers=state)} for moment in (1, 1, 2)
    )

    assert parse(b"", first).headers == {"x-state": "changed", "x-number": "1"}
    assert parse(b"", first).key == parse(b"", again).key
    assert parse(b"", first).key != parse(b"", second).key


def test_an_event_may_come_without_a_body():
    event = parse(b"", CHANGED)

    assert isinstance(event, Changed)
    assert (event.body, event.payload, event.mismatches) == (None, Note(), ())


def test_events_without_bodies_are_told_by_headers():
    first, again, second = (parse(b"", {**CHANGED, "X-Number": n}) for n in ("1", "1", "2"))

    assert first.key == again.key
    assert first.key != second.key


@pytest.mark.parametrize("headers", [{"X-State": "paid"}, {"X-State": "new"}, {}])
def test_what_has_to_have_a_body_is_refused_without(headers):
    with pytest.raises(MalformedEvent, match="the body is empty"):
        parse(b"", headers)
