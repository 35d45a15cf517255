"""Customers, products and prices: both clients against Stripe as its pages describe it."""

from datetime import UTC, datetime

import pytest

from stripe_rest import models
from stripe_rest.errors import AuthenticationError, InvalidArguments, InvalidRequestError, NotFound
from tests.examples.stripe.service.stripe import KEYS

ADDRESS = {"city": "Berlin", "line1": "Unter den Linden 1", "country": "DE"}


def test_a_customer_is_made_changed_and_shown(client):
    made = client.customer.create(name="Jenny", address=ADDRESS, metadata={"order": "1", "b": "2"})
    assert isinstance(made, models.Customer)
    assert (made.name, made.metadata) == ("Jenny", {"order": "1", "b": "2"})
    assert isinstance(made.address, models.Address)
    assert made.address.city == "Berlin"
    assert made.created == datetime.fromtimestamp(1700000001, UTC)

    changed = client.customer.update(id=made.id, name=None, metadata={"b": ""})
    assert (changed.name, changed.metadata) == (None, {"order": "1"})
    assert client.customer.update(id=made.id, metadata=None).metadata == {}
    assert client.customer.retrieve(id=made.id).address.line1 == "Unter den Linden 1"


def test_a_customer_that_was_deleted_is_shown_as_that(client):
    made = client.customer.create()
    gone = client.customer.delete(id=made.id)

    assert gone.deleted is True
    assert isinstance(client.customer.retrieve(id=made.id), models.DeletedCustomer)
    with pytest.raises(NotFound) as missing:
        client.customer.update(id=made.id, name="A")
    assert isinstance(missing.value, InvalidRequestError)
    assert (missing.value.code, missing.value.param) == ("resource_missing", "id")
    assert missing.value.message == f"No such customer: '{made.id}'"
    assert (missing.value.request_id or "").startswith("req_")


def test_every_page_is_walked_the_newest_first(client, stripe):
    ids = [client.customer.create(email=f"{number}@example.com").id for number in range(7)]
    before = len(stripe.service.received)
    walked = [each.id for each in client.customer.iter_list(limit=3)]

    assert walked == ids[::-1]
    asked = [each.given.get("starting_after") for each in stripe.service.received[before:]]
    assert asked == [None, ids[4], ids[1]]


def test_a_page_before_an_object(client):
    ids = [client.customer.create().id for _ in range(5)]
    page = client.customer.list(limit=2, ending_before=ids[0])

    assert ([each.id for each in page.data], page.has_more) == ([ids[2], ids[1]], True)


def test_a_walk_before_an_object_goes_backwards(client, stripe):
    ids = [client.customer.create().id for _ in range(7)]
    before = len(stripe.service.received)
    walked = [each.id for each in client.customer.iter_list(limit=2, ending_before=ids[1])]

    assert walked == ids[2:]
    asked = [each.given for each in stripe.service.received[before:]]
    assert [each.get("ending_before") for each in asked] == [ids[1], ids[3], ids[5]]
    assert not any("starting_after" in each for each in asked)
    few = client.customer.iter_list(limit=2, ending_before=ids[1], max_items=3)
    assert [each.id for each in few] == ids[2:5]


def test_moments_bound_a_list(client):
    ids = [client.customer.create().id for _ in range(2)]
    later = client.customer.list(created={"gt": datetime.fromtimestamp(1700000001, UTC)})

    assert [each.id for each in later.data] == ids[1:]


def test_a_search_has_pages_of_its_own(client):
    for _ in range(5):
        client.customer.create(name="fakename")
    client.customer.create(name="other")
    found = list(client.customer.iter_search(query="name:'fakename'", limit=2))

    assert [each.name for each in found] == ["fakename"] * 5


def test_accounts_and_keys_are_apart(client, connect):
    client.customer.create(stripe_account="acct_1")

    assert client.customer.list().data == []
    assert len(client.customer.list(stripe_account="acct_1").data) == 1
    with pytest.raises(AuthenticationError):
        connect("sk_test_unknown").customer.list()
    assert connect(KEYS[1]).customer.list().data == []


def test_products_have_prices(client):
    product = client.product.create(name="Gold Plan", images=["https://example.com/a.png"])
    price = client.price.create(
        currency="usd", unit_amount=1000, product=product.id, recurring={"interval": "month"}
    )
    assert product.images == ["https://example.com/a.png"]
    assert (price.type, price.unit_amount, price.product) == ("recurring", 1000, product.id)
    assert price.recurring.interval_count == 1
    whole = client.price.retrieve(id=price.id, expand=["product"])
    assert isinstance(whole.product, models.Product)
    assert whole.product.name == "Gold Plan"

    client.price.create(currency="usd", unit_amount=5, product_data={"name": "Pencil"})
    assert [each.name for each in client.product.list().data] == ["Pencil", "Gold Plan"]
    assert [each.id for each in client.price.list(product=product.id).data] == [price.id]
    assert client.price.update(id=price.id, active=False).active is False
    assert client.product.update(id=product.id, url="https://example.com").url is not None
    assert client.product.delete(id=product.id).deleted is True


def test_what_breaks_a_rule_is_not_sent(client, stripe):
    with pytest.raises(InvalidArguments):
        client.price.create(currency="usd", unit_amount=1, unit_amount_decimal="1.5", product="p")
    with pytest.raises(InvalidArguments):
        client.customer.create(metadata={"a": "x" * 501})
    with pytest.raises(InvalidArguments):
        client.customer.create(metadata={"x" * 41: "a"})
    with pytest.raises(InvalidArguments):
        client.customer.create(metadata={str(number): "a" for number in range(51)})
    with pytest.raises(InvalidArguments):
        client.customer.list(limit=101)
    assert stripe.service.received == []
