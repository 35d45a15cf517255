"""The emulator that the spec describes, told stories over raw HTTP as curl tells them."""

import json
from typing import Any

import pytest

from stripe_rest import webhooks
from stripe_rest.stub import StubServer
from tests.emulator.receiving import receiver


@pytest.mark.parametrize(
    ("bound", "seconds", "found"),
    [
        ("gte", 0, 1),
        ("gte", 1, 0),
        ("gt", 0, 0),
        ("gt", -1, 1),
        ("lte", 0, 1),
        ("lte", -1, 0),
        ("lt", 0, 0),
        ("lt", 1, 1),
    ],
)
@pytest.mark.parametrize("what", ["customers", "products", "payment_intents"])
def test_lists_are_bounded_by_their_moment(curl, what, bound, seconds, found):
    form = {
        "customers": ["name=a"],
        "products": ["name=a"],
        "payment_intents": ["amount=100", "currency=usd"],
    }
    moment = curl("POST", what, *form[what])["created"] + seconds
    listed = curl("GET", what, f"created[{bound}]={moment}")
    assert len(listed["data"]) == found


def test_a_customer_comes_changes_and_goes(curl):
    made = curl("POST", "customers", "name=Jenny Rosen", "metadata[a]=1", "metadata[b]=2")
    path = f"customers/{made['id']}"
    assert made["id"].startswith("cus_")
    assert (made["object"], made["name"], made["email"]) == ("customer", "Jenny Rosen", None)
    assert (type(made["created"]), made["livemode"]) == (int, False)

    changed = curl("POST", path, "metadata[a]=", "metadata[c]=3", "email=a@example.com")
    assert changed["metadata"] == {"b": "2", "c": "3"}
    assert curl("GET", path) == changed
    assert curl("POST", path, "metadata=")["metadata"] == {}

    gone = {"id": made["id"], "object": "customer", "deleted": True}
    assert curl("DELETE", path) == gone
    assert curl("GET", path) == gone
    assert curl("GET", "customers")["data"] == []
    refused = curl("POST", path, "name=A", status=404)
    assert refused["error"]["message"] == f"No such customer: '{made['id']}'"


def test_an_id_that_is_given_is_that_of_one_product(curl):
    made = curl("POST", "products", "id=gold", "name=Gold")
    refused = curl("POST", "products", "id=gold", "name=Other", status=400)["error"]

    assert made["id"] == "gold"
    assert (refused["code"], refused["param"]) == ("resource_already_exists", "id")
    assert curl("GET", "products/gold")["name"] == "Gold"
    assert len(curl("GET", "products")["data"]) == 1


def test_a_seed_keeps_rules_of_arguments_and_answers():
    price = {"product": "p", "currency": "USD", "billing_scheme": "tired", "tax_behavior": "none"}
    intent = {"amount": 10**9, "currency": "usd", "cancellation_reason": "automatic"}
    seed = {"product": [{"id": "p", "name": "P"}], "price": [price], "payment_intent": [intent]}
    with pytest.raises(ValueError, match="seed") as wrong:
        StubServer(seed=seed)

    assert [line.partition(":")[0] for line in str(wrong.value).splitlines()] == [
        "seed.payment_intent[0].amount",
        "seed.price[0].billing_scheme",
        "seed.price[0].currency",
        "seed.price[0].tax_behavior",
    ]


def test_pages_go_by_their_last_item(curl):
    ids = [curl("POST", "customers")["id"] for _ in range(5)]
    first = curl("GET", "customers", "limit=2")
    assert ([each["id"] for each in first["data"]], first["has_more"]) == ([ids[4], ids[3]], True)
    assert (first["object"], first["url"]) == ("list", "/v1/customers")
    second = curl("GET", "customers", "limit=3", f"starting_after={ids[3]}")
    assert ([each["id"] for each in second["data"]], second["has_more"]) == (ids[2::-1], False)
    back = curl("GET", "customers", "limit=1", f"ending_before={ids[3]}")
    assert [each["id"] for each in back["data"]] == [ids[4]]


@pytest.mark.parametrize("cursor", ["starting_after", "ending_before"])
@pytest.mark.parametrize(
    ("what", "named"),
    [
        ("customers", "customer"),
        ("payment_intents", "payment_intent"),
        ("events", "event"),
        ("events?types[]=customer.created", "event"),
        ("subscriptions", "subscription"),
    ],
)
def test_no_page_goes_by_what_is_not_there(curl, what, named, cursor):
    path, _, more = what.partition("?")
    found = curl("GET", path, *filter(None, [more]), f"{cursor}=xy_1", status=404)["error"]

    assert (found["code"], found["param"]) == ("resource_missing", cursor)
    assert found["message"] == f"No such {named}: 'xy_1'"


def test_a_payment_goes_through_its_states(curl):
    intent = curl("POST", "payment_intents", "amount=2000", "currency=usd")
    path = f"payment_intents/{intent['id']}"
    assert intent["status"] == "requires_payment_method"
    assert intent["client_secret"].startswith(f"{intent['id']}_secret_")
    curl("POST", f"{path}/capture", status=400)
    assert curl("POST", path, "payment_method=pm_card_visa")["status"] == "requires_confirmation"
    paid = curl("POST", f"{path}/confirm")
    assert (paid["status"], paid["amount_received"]) == ("succeeded", 2000)
    refused = curl("POST", f"{path}/cancel", status=400)["error"]
    assert "succeeded" in refused["message"]

    part = curl("POST", "refunds", f"payment_intent={intent['id']}", "amount=500")
    assert (part["amount"], part["charge"]) == (500, paid["latest_charge"])
    curl("POST", "refunds", f"charge={paid['latest_charge']}", "amount=1501", status=400)
    assert curl("POST", "refunds", f"charge={paid['latest_charge']}")["amount"] == 1500
    curl("POST", "refunds", f"charge={paid['latest_charge']}", status=400)
    assert curl.types() == [
        *["refund.created", "charge.refunded"] * 2,
        "payment_intent.succeeded",
        "charge.succeeded",
        "payment_intent.created",
    ]


def test_a_payment_is_held_or_waits_for_somebody(curl):
    fields = ("amount=900", "currency=eur", "confirm=true")
    held = curl(
        "POST", "payment_intents", *fields, "capture_method=manual", "payment_method=pm_card_visa"
    )
    assert (held["status"], held["amount_capturable"]) == ("requires_capture", 900)
    path = f"payment_intents/{held['id']}"
    curl("POST", f"{path}/capture", "amount_to_capture=901", status=400)
    taken = curl("POST", f"{path}/capture", "amount_to_capture=700")
    assert (taken["status"], taken["amount_received"]) == ("succeeded", 700)

    method = "payment_method=pm_card_authenticationRequired"
    asked = curl("POST", "payment_intents", *fields, method)
    assert (asked["status"], asked["next_action"]["type"]) == ("requires_action", "use_stripe_sdk")
    curl.moves("payment_intent", asked["id"], "process")
    path = f"payment_intents/{asked['id']}"
    assert curl("GET", path)["status"] == "processing"
    curl.moves("payment_intent", asked["id"], "succeed")
    assert curl("GET", path)["amount_received"] == 900

    other = curl("POST", "payment_intents", *fields, method)
    gone = curl("POST", f"payment_intents/{other['id']}/cancel", "cancellation_reason=abandoned")
    assert (gone["status"], gone["cancellation_reason"]) == ("canceled", "abandoned")
    assert type(gone["canceled_at"]) is int


def test_a_subscription_with_items_begins_changes_and_ends(curl):
    customer = curl("POST", "customers")["id"]
    made = ("currency=eur", "recurring[interval]=month", "product_data[name]=Gold")
    first, second = (curl("POST", "prices", f"unit_amount={n}000", *made)["id"] for n in (1, 2))
    begun = curl(
        "POST",
        "subscriptions",
        f"customer={customer}",
        f"items[0][price]={first}",
        "items[0][quantity]=3",
        "trial_period_days=7",
    )
    path = f"subscriptions/{begun['id']}"
    assert (begun["status"], begun["currency"]) == ("trialing", "eur")
    assert begun["trial_end"] - begun["created"] == 7 * 86400
    item = begun["items"]["data"][0]
    assert (item["price"]["id"], item["price"]["unit_amount"], item["quantity"]) == (first, 1000, 3)

    curl.moves("subscription", begun["id"], "begin")
    added = curl("POST", "subscription_items", f"subscription={begun['id']}", f"price={second}")
    assert (added["price"]["unit_amount"], added["quantity"]) == (2000, 1)
    changed = curl("POST", path, f"items[0][id]={item['id']}", "items[0][deleted]=true")
    assert [each["id"] for each in changed["items"]["data"]] == [added["id"]]
    assert changed["status"] == "active"
    listed = curl("GET", "subscription_items", f"subscription={begun['id']}")["data"]
    assert [each["id"] for each in listed] == [added["id"]]

    ended = curl("DELETE", path)
    assert (ended["status"], ended["ended_at"] >= ended["created"]) == ("canceled", True)
    assert curl("GET", "subscriptions")["data"] == []
    assert len(curl("GET", "subscriptions", "status=all")["data"]) == 1
    curl("DELETE", path, status=404)


def test_events_are_kept_listed_and_told(emulator, curl):
    with receiver() as hooks:
        emulator.subscribe(hooks.url, secret="whsec_a")
        made = curl("POST", "customers", "name=Jenny")
        [(_, headers, body)] = hooks.wait_for(1)
    assert webhooks.authenticated(body.encode(), headers, secrets="whsec_a")
    assert not webhooks.authenticated(body.encode(), headers, secrets="whsec_b")
    event: Any = webhooks.parse(body.encode(), headers)
    kept = curl("GET", "events", "type=customer.created")["data"]

    assert type(event) is webhooks.CustomerCreated
    assert [each["id"] for each in kept] == [event.payload.id]
    assert kept[0]["data"]["object"]["created"] == made["created"]
    assert curl("GET", f"events/{event.payload.id}")["data"]["object"]["name"] == "Jenny"
    assert curl("GET", "events", "types[0]=price.created")["data"] == []


def said(received):
    """Which events came, and of which customer."""
    events = [json.loads(body) for _, _, body in received]
    return [(each["type"], each["data"]["object"]["name"]) for each in events]


def test_endpoints_are_told_what_they_are_enabled_for(curl):
    with receiver() as all_hooks, receiver() as some_hooks:
        every = curl("POST", "webhook_endpoints", f"url={all_hooks.url}", "enabled_events[]=*")
        kinds = ("enabled_events[]=customer.updated", "enabled_events[]=price.created")
        some = curl("POST", "webhook_endpoints", f"url={some_hooks.url}", *kinds)
        unknown = "enabled_events[]=payout.paid"
        curl("POST", "webhook_endpoints", f"url={some_hooks.url}", unknown)
        made = curl("POST", "customers", "name=Ann")
        curl("POST", f"customers/{made['id']}", "name=Bea")
        all_hooks.wait_for(2)
        [(_, headers, body)] = some_hooks.wait_for(1)
        curl("POST", f"webhook_endpoints/{some['id']}", "disabled=true")
        curl("POST", f"customers/{made['id']}", "name=Cle")
        all_hooks.wait_for(3)
        curl("POST", f"webhook_endpoints/{some['id']}", "disabled=false", "enabled_events[]=*")
        curl("DELETE", f"webhook_endpoints/{every['id']}")
        curl("DELETE", f"customers/{made['id']}")
        some_hooks.wait_for(2)

    created, updated = ("customer.created", "Ann"), ("customer.updated", "Bea")
    assert said(all_hooks.received) == [created, updated, ("customer.updated", "Cle")]
    assert said(some_hooks.received) == [updated, ("customer.deleted", "Cle")]
    assert webhooks.authenticated(body.encode(), headers, secrets=some["secret"])
    assert not webhooks.authenticated(body.encode(), headers, secrets=every["secret"])
    assert "secret" not in curl("GET", f"webhook_endpoints/{some['id']}")


def test_endpoints_are_those_of_one_account(emulator, curl):
    with receiver() as hooks:
        curl("POST", "webhook_endpoints", f"url={hooks.url}", "enabled_events[]=*")
        apart = {"X-Stub-Namespace": "apart"}
        emulator.client(headers=apart).customer.create(name="of another namespace")
        emulator.client(api_key="sk_test_other").customer.create(name="of another account")
        curl("POST", "customers", "name=mine")
        hooks.wait_for(1)

    assert said(hooks.received) == [("customer.created", "mine")]


def test_both_clients_walk_what_is_kept(emulator, connect):
    client = connect(base_url=emulator.base_url)
    ids = [client.customer.create(name=f"{number}").id for number in range(5)]

    assert [each.id for each in client.customer.iter_list(limit=2)] == ids[::-1]
