"""By which words somebody may subscribe to events."""

from apiscribe.runtime.stub.control.webhook_fields import by_our_names, words_of_events
from apiscribe.runtime.stub.service import SentEvent, WebhookPolicy


def policy(**events: SentEvent) -> WebhookPolicy:
    return WebhookPolicy(body="json", events=events)


def test_names_and_what_the_service_calls_them():
    paid = SentEvent(payload="Paid", called=("invoice.paid",), match={"type": "invoice.paid"})
    assert words_of_events(policy(paid=paid)) == {"paid": ["paid"], "invoice.paid": ["paid"]}


def test_what_tells_them_where_they_have_no_other_name():
    ready = SentEvent(payload="Ready", match={"status": "READY", "live": True})
    also = SentEvent(payload="Also", match={"kind": "READY"})
    words = words_of_events(policy(ready=ready, also=also))

    assert words == {"ready": ["ready"], "also": ["also"], "READY": ["ready", "also"]}


def test_a_header_tells_more_than_a_body():
    opened = SentEvent(payload="Issue", match={"action": "opened"}, headers={"X-Event": "issues"})
    assert words_of_events(policy(issue=opened)) == {"issue": ["issue"]}


def test_an_own_name_means_that_event_alone():
    first = SentEvent(payload="First", called=("second",))
    words = words_of_events(policy(first=first, second=SentEvent(payload="Second")))
    assert words == {"first": ["first"], "second": ["second"]}


def test_a_subscription_has_each_event_once():
    words = {"a": ["a"], "A": ["a", "b"]}
    given = by_our_names(words, {"url": "u", "events": ("A", "a")})
    assert given == {"url": "u", "events": ("a", "b"), "asked_for": ("A", "a")}
