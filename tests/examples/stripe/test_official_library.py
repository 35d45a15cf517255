"""Stripe's own library for Python, unchanged, against the emulator: stories and webhooks."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
import stripe

from stripe_rest.stub import StubServer
from tests.emulator.receiving import receiver

KEY = "sk_test_4eC39HqLyjWDarjtT1zdp7dc"


@pytest.fixture
def library(emulator: StubServer) -> Iterator[Any]:
    http = stripe.RequestsClient()
    yield stripe.StripeClient(
        KEY, base_addresses={"api": emulator.base_url}, http_client=http, max_network_retries=0
    )
    http.close()


def test_a_customer_pays_and_gets_some_of_it_back(library):
    customer = library.customers.create({"name": "Jenny", "metadata": {"order": "6735"}})
    intent = library.payment_intents.create(
        {
            "amount": 2000,
            "currency": "usd",
            "customer": customer.id,
            "payment_method": "pm_card_visa",
        }
    )
    paid = library.payment_intents.confirm(intent.id, {"expand": ["customer", "latest_charge"]})
    assert (paid.status, paid.customer.name, paid.latest_charge.amount) == (
        "succeeded",
        "Jenny",
        2000,
    )
    part = library.refunds.create({"payment_intent": intent.id, "amount": 500})
    assert (part.amount, part.charge) == (500, paid.latest_charge.id)
    with pytest.raises(stripe.InvalidRequestError) as raised:
        library.refunds.create({"payment_intent": intent.id, "amount": 1501})
    assert (raised.value.http_status, raised.value.param) == (400, "amount")
    with pytest.raises(stripe.InvalidRequestError) as raised:
        library.subscriptions.create({"customer": customer.id, "items": [{"quantity": -1}]})
    assert raised.value.param == "items[0][quantity]"

    changed = library.customers.update(customer.id, {"metadata": {"order": "", "tier": "gold"}})
    assert changed.metadata == {"tier": "gold"}
    types = [each.type for each in library.events.list().auto_paging_iter()]
    assert types[0] == "customer.updated"
    assert types[-1] == "customer.created"
    gone = library.customers.delete(customer.id)
    assert gone.deleted is True


def test_a_declined_card_is_a_card_error(library):
    intent = library.payment_intents.create({"amount": 100, "currency": "eur"})
    with pytest.raises(stripe.CardError) as raised:
        library.payment_intents.confirm(intent.id, {"payment_method": "pm_card_chargeDeclined"})
    error: Any = raised.value
    assert (error.http_status, error.code) == (402, "card_declined")
    assert error.error.decline_code == "generic_decline"
    assert error.error.payment_intent.status == "requires_payment_method"
    kept = library.payment_intents.retrieve(intent.id)
    assert kept.last_payment_error.code == "card_declined"


def test_its_idempotency_keys_are_known(library):
    options = {"idempotency_key": "once"}
    first = library.customers.create({"name": "A"}, options)
    assert library.customers.create({"name": "A"}, options).id == first.id
    with pytest.raises(stripe.IdempotencyError):
        library.customers.create({"name": "B"}, options)
    assert len(library.customers.list().data) == 1


def test_what_is_wrong_is_raised_as_it_documents(library):
    with pytest.raises(stripe.InvalidRequestError) as raised:
        library.customers.retrieve("cus_none")
    assert (raised.value.code, raised.value.param) == ("resource_missing", "id")
    with pytest.raises(stripe.InvalidRequestError, match="amount"):
        library.payment_intents.create({"currency": "usd"})


def test_a_subscription_lives_through_a_trial(library, emulator):
    customer = library.customers.create({"name": "Jenny"})
    price = library.prices.create(
        {
            "currency": "usd",
            "unit_amount": 1000,
            "recurring": {"interval": "month"},
            "product_data": {"name": "Gold"},
        }
    )
    begun = library.subscriptions.create(
        {"customer": customer.id, "items": [{"price": price.id}], "trial_period_days": 7}
    )
    assert begun.status == "trialing"
    assert begun["items"].data[0].price.id == price.id
    emulator.clock.advance(8 * 86400)
    assert library.subscriptions.retrieve(begun.id).status == "active"
    library.subscriptions.update(begun.id, {"cancel_at_period_end": True})
    emulator.clock.advance(31 * 86400)
    assert library.subscriptions.retrieve(begun.id).status == "canceled"


def test_lists_are_walked_page_by_page(library):
    made = [library.products.create({"name": f"{number}"}).id for number in range(5)]
    walked = library.products.list({"limit": 2}).auto_paging_iter()
    assert [each.id for each in walked] == made[::-1]


def test_its_webhooks_take_what_the_emulator_sends(library):
    with receiver() as hooks:
        kinds = ["customer.created", "customer.updated"]
        told = library.webhook_endpoints.create({"url": hooks.url, "enabled_events": kinds})
        secret = told.secret
        made = library.customers.create({"name": "Jenny"})
        library.customers.update(made.id, {"name": "Jane"})
        (_, headers, first), (_, again, second) = hooks.wait_for(2)
    event = stripe.Webhook.construct_event(first, headers["Stripe-Signature"], secret)
    assert (event.type, event.data.object.id) == ("customer.created", made.id)
    changed = stripe.Webhook.construct_event(second, again["Stripe-Signature"], secret)
    assert changed.data.previous_attributes == {"name": "Jenny"}
    assert json.loads(second)["id"] == library.events.list({"type": "customer.updated"}).data[0].id

    for body, other in ((first + " ", secret), (first, "whsec_of_another")):
        with pytest.raises(stripe.SignatureVerificationError):
            stripe.Webhook.construct_event(body, headers["Stripe-Signature"], other)
