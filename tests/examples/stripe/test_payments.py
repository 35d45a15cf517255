"""Payment intents from the cart to the money and back."""

from typing import Any

import pytest

from stripe_rest import RateLimited, models
from stripe_rest.errors import CardDeclined, CardError, IdempotencyError, UnexpectedState

VISA, DECLINED = "pm_card_visa", "pm_card_chargeDeclined"


def test_a_payment_goes_from_the_cart_to_the_money(client):
    customer = client.customer.create(name="Jenny")
    intent = client.payment_intent.create(
        amount=2000,
        currency="usd",
        customer=customer.id,
        automatic_payment_methods={"enabled": True, "allow_redirects": "never"},
    )
    assert intent.status == "requires_payment_method"
    assert intent.automatic_payment_methods.enabled is True
    assert intent.client_secret not in repr(intent)
    changed = client.payment_intent.update(id=intent.id, payment_method=VISA, amount=2500)
    assert (changed.status, changed.amount) == ("requires_confirmation", 2500)
    paid = client.payment_intent.confirm(id=intent.id)
    assert (paid.status, paid.amount_received) == ("succeeded", 2500)
    whole = client.payment_intent.retrieve(id=intent.id, expand=["customer"])
    assert isinstance(whole.customer, models.Customer)
    assert whole.customer.name == "Jenny"
    assert [each.id for each in client.payment_intent.list(customer=customer.id).data] == [paid.id]


def test_money_is_held_and_then_taken(client):
    held = client.payment_intent.create(
        amount=900, currency="eur", payment_method=VISA, confirm=True, capture_method="manual"
    )
    assert (held.status, held.amount_capturable) == ("requires_capture", 900)
    taken = client.payment_intent.capture(id=held.id, amount_to_capture=700)
    assert (taken.status, taken.amount_received, taken.amount_capturable) == ("succeeded", 700, 0)


def test_a_card_that_is_declined_is_an_exception(client):
    with pytest.raises(CardDeclined) as refused:
        client.payment_intent.create(
            amount=900, currency="usd", payment_method=DECLINED, confirm=True
        )
    assert issubclass(CardDeclined, CardError)
    error: Any = refused.value
    assert (error.status, error.type, error.code) == (402, "card_error", "card_declined")
    assert (error.decline_code, error.message) == ("generic_decline", "Your card was declined.")
    assert error.charge.startswith("ch_")
    intent = client.payment_intent.retrieve(id=error.payment_intent["id"])
    assert intent.last_payment_error.decline_code == "generic_decline"


def test_what_a_state_does_not_allow(client):
    intent = client.payment_intent.create(
        amount=900, currency="usd", payment_method="pm_card_authenticationRequired", confirm=True
    )
    assert (intent.status, intent.next_action.type) == ("requires_action", "use_stripe_sdk")
    canceled = client.payment_intent.cancel(id=intent.id, cancellation_reason="abandoned")
    assert (canceled.status, canceled.cancellation_reason) == ("canceled", "abandoned")
    with pytest.raises(UnexpectedState) as refused:
        client.payment_intent.confirm(id=intent.id, payment_method=VISA)
    assert refused.value.status == 400


def test_money_is_given_back_in_parts(client):
    paid = client.payment_intent.create(
        amount=900, currency="usd", payment_method=VISA, confirm=True
    )
    part = client.refund.create(payment_intent=paid.id, amount=400, reason="duplicate")
    rest = client.refund.create(charge=paid.latest_charge)
    assert (part.amount, rest.amount, rest.status) == (400, 500, "succeeded")
    assert client.refund.update(id=rest.id, metadata={"a": "b"}).metadata == {"a": "b"}
    listed = client.refund.list(payment_intent=paid.id).data
    assert [each.id for each in listed] == [rest.id, part.id]
    assert client.refund.retrieve(id=part.id).reason == "duplicate"


def test_a_key_makes_one_payment_of_two_requests(client, stripe):
    first = client.payment_intent.create(amount=1, currency="usd", idempotency_key="k-1")
    again = client.with_raw_response.payment_intent.create(
        amount=1, currency="usd", idempotency_key="k-1"
    )
    assert again.parsed().id == first.id
    assert again.headers["Idempotent-Replayed"] == "true"
    assert len(client.payment_intent.list().data) == 1
    with pytest.raises(IdempotencyError):
        client.payment_intent.create(amount=2, currency="usd", idempotency_key="k-1")


def test_too_many_requests_are_sent_again_with_one_key(client, stripe, connect):
    stripe.service.refused = 1
    with pytest.raises(RateLimited):
        connect(retries=0).payment_intent.create(amount=1, currency="usd")
    stripe.service.refused = 1
    made = client.payment_intent.create(amount=1, currency="usd")
    keys = [each.headers["idempotency-key"] for each in stripe.service.received]

    assert [each.id for each in client.payment_intent.list().data] == [made.id]
    assert len(keys[0]) == 36


def test_events_tell_what_happened(client):
    client.payment_intent.create(amount=1, currency="usd", payment_method=VISA, confirm=True)
    events = client.event.list().data
    names = [each.type for each in events]

    assert names == ["payment_intent.succeeded", "charge.succeeded", "payment_intent.created"]
    assert events[0].data.object.status == "succeeded"
    assert client.event.retrieve(id=events[0].id) == events[0]
    some = client.event.list(types=["charge.succeeded", "charge.failed"]).data
    assert [each.type for each in some] == ["charge.succeeded"]
    assert len(client.event.list(type="payment_intent.*").data) == 2
