"""Events, with signatures worked out by hand as Stripe's page on them says."""

import hashlib
import hmac
import json
import time
from pathlib import Path
from typing import Any

import pytest

from stripe_rest import webhooks

EXAMPLES = Path(__file__).parents[3] / "examples" / "stripe" / "spec" / "examples"
SECRET = "whsec_test_secret"


def signature(body: bytes, at: int, secret: str = SECRET) -> str:
    return hmac.new(secret.encode(), b"%d.%b" % (at, body), hashlib.sha256).hexdigest()


def event(name: str, about: Any, **more: Any) -> bytes:
    told = {"id": "evt_1", "object": "event", "api_version": "2024-06-20", "created": 1700000000}
    told |= {"livemode": False, "pending_webhooks": 1, "type": name}
    request = {"id": "req_1", "idempotency_key": None}
    return json.dumps({**told, "request": request, "data": {"object": about, **more}}).encode()


def example(resource: str, name: str) -> Any:
    return json.loads((EXAMPLES / resource / f"{name}.response.json").read_text())


def vouched(body: bytes, header: str, secrets: Any = SECRET) -> bool:
    return webhooks.authenticated(body, {"Stripe-Signature": header}, secrets=secrets)


def test_a_signature_of_the_moment_and_the_body_is_right():
    body, now = b'{"id": "evt_1"}', int(time.time())
    right = signature(body, now)

    assert vouched(body, f"t={now},v1={right}")
    assert vouched(body, f"t={now},v1={'0' * 64},v1={right},v0=6ffbb59b2300aae63f27240606")
    assert not vouched(body + b" ", f"t={now},v1={right}")
    assert not vouched(body, f"t={now + 1},v1={right}")
    assert not vouched(body, f"t={now},v0={right}")
    assert not vouched(body, f"v1={right}")
    assert not vouched(body, "")


def test_an_old_signature_is_none():
    body, old = b"{}", int(time.time()) - 330

    assert not vouched(body, f"t={old},v1={signature(body, old)}")
    recent = old + 60
    assert vouched(body, f"t={recent},v1={signature(body, recent)}")


def test_secrets_change_while_both_are_taken():
    body, now = b"{}", int(time.time())
    header = f"t={now},v1={signature(body, now, 'whsec_old')}"

    assert vouched(body, header, ["whsec_new", "whsec_old"])
    assert not vouched(body, header, ["whsec_new"])


@pytest.mark.parametrize(
    ("name", "kind", "about"),
    [
        ("customer.created", webhooks.CustomerCreated, example("customer", "create")),
        (
            "payment_intent.succeeded",
            webhooks.PaymentIntentSucceeded,
            example("payment_intent", "confirm"),
        ),
        ("refund.created", webhooks.RefundCreated, example("refund", "create")),
        ("product.updated", webhooks.ProductUpdated, example("product", "update")),
        ("price.created", webhooks.PriceCreated, example("price", "create")),
        (
            "customer.subscription.deleted",
            webhooks.CustomerSubscriptionDeleted,
            example("subscription", "cancel"),
        ),
    ],
)
def test_an_event_is_told_by_its_type(name, kind, about):
    body = event(name, about, previous_attributes={"status": None})
    told: Any = webhooks.parse(body, {"Content-Type": "application/json"})

    assert type(told) is kind
    assert told.mismatch_warning() is None
    assert (told.payload.id, told.payload.data.object.id) == ("evt_1", about["id"])


def test_an_event_that_is_not_known_is_kept():
    told = webhooks.parse(event("account.updated", {}), {"Content-Type": "application/json"})

    assert type(told) is webhooks.UnknownEvent
