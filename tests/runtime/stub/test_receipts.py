"""Deliveries say which event they are of, however they are written."""

from contextlib import nullcontext
from typing import Any, cast

import pytest

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
