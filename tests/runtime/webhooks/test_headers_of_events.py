"""What headers say of an event: whoever handles it sees them, and they may be all that there is."""

import pytest
from msgspec import UNSET, UnsetType

from apiscribe.runtime.model import Model
from apiscribe.runtime.webhooks.errors import MalformedEvent
from apiscribe.runtime.webhooks.functions import WebhookFunctions
from apiscribe.runtime.webhooks.json_api import JsonEventKind, JsonWebhookApi
from apiscribe.runtime.webhooks.json_events import KnownEvent, UnknownEvent
from apiscribe.runtime.webhooks.shared_secret import SharedSecret
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
CHANGED = {"X-State": "changed", "X-Number": "1", "X-Token": "planted", "Authorization": "Basic x"}


def test_an_event_has_the_headers_but_no_secret():
    assert parse(b"{}", CHANGED).headers == {"x-state": "changed", "x-number": "1"}
    assert parse(b"{}", {"X-Token": "planted", "X-New": "a"}).headers == {"x-new": "a"}
    of_form = gate.parse(gate.form(gate.OPENED), {**gate.HEADERS, "X-Shop": "7", "Cookie": "c"})
    assert of_form.headers == {"content-type": gate.FORM, "x-shop": "7"}
    assert gate.parse(b"kind=NEW", {"X-Shop": "7"}).headers == {"x-shop": "7"}


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
