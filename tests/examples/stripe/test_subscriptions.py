"""Subscriptions, their items, and endpoints of webhooks."""

import pytest

from stripe_rest.errors import InvalidArguments, NotFound


@pytest.fixture
def prices(client):
    product = client.product.create(name="Gold Plan").id
    amounts = (1000, 2000)
    return [
        client.price.create(
            currency="usd", unit_amount=amount, product=product, recurring={"interval": "month"}
        ).id
        for amount in amounts
    ]


@pytest.fixture
def customer(client):
    return client.customer.create(name="Jenny").id


def test_a_subscription_has_items(client, customer, prices):
    made = client.subscription.create(
        customer=customer,
        items=[{"price": prices[0], "quantity": 3}, {"price": prices[1]}],
        trial_period_days=7,
        metadata={"a": "b"},
    )
    assert (made.status, made.customer, made.metadata) == ("trialing", customer, {"a": "b"})
    assert (made.trial_end - made.created).days == 7
    assert [(each.price.id, each.quantity) for each in made.items.data] == [
        (prices[0], 3),
        (prices[1], 1),
    ]
    first, second = made.items.data
    changed = client.subscription.update(
        id=made.id,
        cancel_at_period_end=True,
        items=[{"id": first.id, "quantity": 5}, {"id": second.id, "deleted": True}],
    )
    assert changed.cancel_at_period_end is True
    assert [(each.id, each.quantity) for each in changed.items.data] == [(first.id, 5)]
    assert client.subscription.retrieve(id=made.id).items.data[0].quantity == 5


def test_a_subscription_ends(client, customer, prices):
    made = client.subscription.create(customer=customer, items=[{"price": prices[0]}])
    ended = client.subscription.cancel(
        id=made.id, cancellation_details={"comment": "too dear", "feedback": "too_expensive"}
    )
    assert (ended.status, ended.cancellation_details.comment) == ("canceled", "too dear")
    assert client.subscription.list().data == []
    assert [each.id for each in client.subscription.list(status="all").data] == [made.id]
    with pytest.raises(NotFound):
        client.subscription.cancel(id=made.id)


def test_items_come_and_go_by_themselves(client, customer, prices):
    made = client.subscription.create(customer=customer, items=[{"price": prices[0]}])
    item = client.subscription_item.create(subscription=made.id, price=prices[1], quantity=2)
    assert client.subscription_item.retrieve(id=item.id).quantity == 2
    assert client.subscription_item.update(id=item.id, quantity=0).quantity == 0
    walked = list(client.subscription_item.iter_list(subscription=made.id, limit=1))
    assert [each.price.id for each in walked] == [prices[1], prices[0]]
    assert client.subscription_item.delete(id=item.id).deleted is True
    assert len(client.subscription_item.list(subscription=made.id).data) == 1


def test_a_subscription_needs_items(client, customer):
    with pytest.raises(InvalidArguments):
        client.subscription.create(customer=customer, items=[])


def test_endpoints_of_webhooks(client):
    made = client.webhook_endpoint.create(url="https://example.com/a", enabled_events=["*"])
    assert made.secret not in repr(made)
    changed = client.webhook_endpoint.update(id=made.id, enabled_events=["a.b", "c.d"])
    assert changed.enabled_events == ["a.b", "c.d"]
    assert [each.id for each in client.webhook_endpoint.list().data] == [made.id]
    assert client.webhook_endpoint.retrieve(id=made.id).url == "https://example.com/a"
    assert client.webhook_endpoint.delete(id=made.id).deleted is True
    with pytest.raises(NotFound):
        client.webhook_endpoint.retrieve(id=made.id)
