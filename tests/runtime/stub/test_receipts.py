"""Deliveries say which event they are of, however they are written."""

from contextlib import nullcontext
from types import SimpleNamespace
from typing import Any, cast

import pytest

from apiscribe.runtime.emulator.subscribers import count_undelivered
from apiscribe.runtime.stub.control.receipts import Receipts
from apiscribe.runtime.stub.delivering import Attempt, Delivery
from apiscribe.runtime.stub.service import WebhookPolicy
from tests.runtime.stub.conftest import FORM

JSON = "application/json"


class Counted:
    """Hears who counts."""

    def __init__(self) -> None:
        self.heard: list[Any] = []

    def undelivered(self, tenant, key, more):
        self.heard.append((tenant, key, more))


def delivery(content_type, body, *statuses):
    attempts = [Attempt(at="2031-01-01T00:00:00Z", status=status) for status in statuses]
    return Delivery(
        id=1,
        webhook=1,
        event="e",
        tenant="t",
        namespace="",
        url="http://localhost/",
        content_type=content_type,
        body=body,
        attempts=attempts,
    )


def receipts(counted, path, items=""):
    policy = cast("WebhookPolicy", type("Policy", (), {"id_key": path, "items": items}))
    return Receipts(cast("Any", counted), policy, nullcontext())


@pytest.mark.parametrize(
    ("path", "items", "content_type", "body"),
    [
        (("id",), "", JSON, '{"id": "n-1", "a": 1}'),
        (("notice", "number"), "", JSON, '{"notice": {"number": "n-1"}}'),
        (("id",), "[]", JSON, '[{"id": "n-1"}]'),
        (("id",), "events[]", JSON, '{"events": [{"id": "n-1"}, {"id": "n-2"}]}'),
        (("Notice",), "", FORM, "Notice=n-1&a=b"),
    ],
)
def test_an_event_is_found_in_its_delivery(path, items, content_type, body):
    counted = Counted()
    made = delivery(content_type, body, 500, 204)
    receipts(counted, path, items).begun([made, made])
    receipts(counted, path, items).arrived(made)

    assert counted.heard == [("t", "n-1", 2), ("t", "n-1", -1)]


def test_what_has_arrived_before_changes_nothing():
    counted = Counted()
    receipts(counted, ("id",)).arrived(delivery(JSON, '{"id": "n-1"}', 204, 500, 204))

    assert counted.heard == []


@pytest.mark.parametrize(
    ("items", "content_type", "body"),
    [("events[]", JSON, '{"events": []}'), ("", JSON, '{"a": 1}'), ("", FORM, "a=b")],
)
def test_a_delivery_may_name_no_event(items, content_type, body):
    counted = Counted()
    receipts(counted, ("id",), items).begun([delivery(content_type, body)])

    assert counted.heard == [("t", "", 1)]


@pytest.mark.parametrize(
    ("waiting", "more", "left"), [(None, 2, 2), (2, 1, 3), (2, -1, 1), (0, -1, 0)]
)
def test_never_fewer_than_nobody_waits(waiting, more, left):
    kept = {"notice": {"unread": waiting}, "ware": {"unread": 7}}
    records = SimpleNamespace(
        get=lambda name, _: kept[name], change=lambda record, said: record.update(said)
    )
    counting, other = (SimpleNamespace(undelivered=key) for key in ("unread", ""))
    program = SimpleNamespace(entities={"notice": counting, "ware": other})
    count_undelivered(cast("Any", program), cast("Any", records), "n-1", more)

    assert kept == {"notice": {"unread": left}, "ware": {"unread": 7}}
