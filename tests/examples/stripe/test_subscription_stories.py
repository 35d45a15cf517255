"""Prices and subscriptions as Stripe's documentation tells them, written by hand."""

from datetime import UTC, datetime

import pytest


def seconds(year, month, day, hour):
    return int(datetime(year, month, day, hour, tzinfo=UTC).timestamp())


def test_an_inactive_price_sells_nothing(curl, subscribe, price):
    curl("POST", f"prices/{price}", "active=false")
    error = subscribe(status=400)["error"]
    assert error["message"] == (
        "The price specified is inactive. This field only accepts active prices."
    )
    assert (error["type"], error["param"]) == ("invalid_request_error", "items")
    assert curl("GET", "subscriptions")["data"] == []
    curl("POST", f"prices/{price}", "active=true")
    assert subscribe()["status"] == "active"


# Subscriptions: the service itself moves them, as time passes. The clock stands at 31 January.
def test_a_subscription_is_renewed_by_the_clock(curl, subscribe):
    begun = subscribe()
    path = f"subscriptions/{begun['id']}"
    assert (begun["status"], begun["current_period_end"]) == ("active", seconds(2031, 2, 28, 12))
    curl.advance(days=30)
    second = curl("GET", path)
    assert second["current_period_start"] == seconds(2031, 2, 28, 12)
    assert second["current_period_end"] == seconds(2031, 3, 31, 12)
    curl.advance(days=365)
    assert curl("GET", path)["current_period_end"] == seconds(2032, 3, 31, 12)
    updated = curl.events("customer.subscription.updated")
    assert [each["created"] for each in updated][-2:] == [
        seconds(2031, 3, 31, 12),
        seconds(2031, 2, 28, 12),
    ]
    assert updated[-1]["data"]["previous_attributes"] == {
        "current_period_start": seconds(2031, 1, 31, 12),
        "current_period_end": seconds(2031, 2, 28, 12),
    }


def test_a_subscription_ends_with_its_period(curl, subscribe):
    begun = subscribe()
    path = f"subscriptions/{begun['id']}"
    changed = curl("POST", path, "cancel_at_period_end=true")
    assert (changed["status"], changed["cancel_at"]) == ("active", seconds(2031, 2, 28, 12))
    assert changed["canceled_at"] == seconds(2031, 1, 31, 12)
    assert curl("POST", path, "cancel_at_period_end=false")["cancel_at"] is None
    curl("POST", path, "cancel_at_period_end=true")
    curl.advance(days=27)
    assert curl("GET", path)["status"] == "active"
    curl.advance(days=2)
    ended = curl("GET", path)
    assert (ended["status"], ended["ended_at"]) == ("canceled", seconds(2031, 2, 28, 12))
    [told] = curl.events("customer.subscription.deleted")
    assert told["created"] == seconds(2031, 2, 28, 12)
    assert told["data"]["object"]["status"] == "canceled"


def test_a_trial_is_over_in_time(curl, subscribe):
    begun = subscribe("trial_period_days=14")
    path = f"subscriptions/{begun['id']}"
    end = seconds(2031, 2, 14, 12)
    assert (begun["status"], begun["trial_end"], begun["current_period_end"]) == (
        "trialing",
        end,
        end,
    )
    curl.advance(days=12)
    assert curl("GET", path)["status"] == "trialing"
    [warned] = curl.events("customer.subscription.trial_will_end")
    assert warned["created"] == seconds(2031, 2, 11, 12)
    curl.advance(days=3)
    active = curl("GET", path)
    assert (active["status"], active["current_period_start"]) == ("active", end)
    assert active["current_period_end"] == seconds(2031, 3, 14, 12)
    [updated] = curl.events("customer.subscription.updated")
    assert updated["data"]["previous_attributes"]["status"] == "trialing"


def test_a_payment_that_is_missed_and_made_up_for(curl, subscribe):
    begun = subscribe("default_payment_method=pm_card_visa")
    path = f"subscriptions/{begun['id']}"
    curl("POST", path, "default_payment_method=pm_card_chargeCustomerFail")
    curl.advance(days=29)
    assert curl("GET", path)["status"] == "past_due"
    curl.moves("subscription", begun["id"], "pay")
    assert curl("GET", path)["status"] == "active"
    assert curl("DELETE", path)["status"] == "canceled"


def test_a_first_payment_that_fails_is_waited_for(curl, subscribe):
    failing = "default_payment_method=pm_card_chargeCustomerFail"
    waiting = subscribe("payment_behavior=default_incomplete")
    paid, unpaid = subscribe(failing)["id"], waiting["id"]
    assert waiting["status"] == "incomplete"
    curl.moves("subscription", paid, "pay")
    curl.advance(hours=24)
    assert curl("GET", f"subscriptions/{paid}")["status"] == "active"
    assert curl("GET", f"subscriptions/{unpaid}")["status"] == "incomplete_expired"
    error = subscribe(failing, "payment_behavior=error_if_incomplete", status=402)["error"]
    assert (error["type"], error["code"]) == ("card_error", "card_declined")
    assert len(curl("GET", "subscriptions", "status=all")["data"]) == 2


@pytest.mark.parametrize(
    ("terms", "words"),
    [
        (("currency=usd",), "only accepts prices with `type=recurring`"),
        (("currency=eur", "recurring[interval]=month"), "Currency and interval fields must match"),
        (("currency=usd", "recurring[interval]=year"), "Currency and interval fields must match"),
    ],
)
def test_what_cannot_be_paid_together(curl, subscribe, customer, price, terms, words):
    begun = subscribe()
    other = curl("POST", "prices", "unit_amount=5", "product_data[name]=P", *terms)["id"]
    added = (f"subscription={begun['id']}", f"price={other}")
    both = (f"customer={customer}", f"items[0][price]={price}", f"items[1][price]={other}")
    for path, fields in (("subscription_items", added), ("subscriptions", both)):
        assert words in curl("POST", path, *fields, status=400)["error"]["message"]
    assert curl("GET", f"subscriptions/{begun['id']}") == begun


def test_an_item_is_of_a_price_that_is_there(curl, subscribe):
    begun = subscribe()
    item = begun["items"]["data"][0]["id"]
    changed = (f"items[0][id]={item}", "items[0][price]=price_none")
    missing = {"type": "invalid_request_error", "code": "resource_missing"}
    for path, fields, param in (
        (f"subscriptions/{begun['id']}", changed, "items"),
        (f"subscription_items/{item}", ("price=price_none",), "price"),
    ):
        refused = curl.refused("POST", path, *fields, status=404)
        assert refused == {**missing, "param": param}


def test_a_subscription_keeps_an_item(curl, subscribe):
    begun = subscribe()
    item = begun["items"]["data"][0]["id"]
    curl.refused("DELETE", f"subscription_items/{item}")
    removed = (f"items[0][id]={item}", "items[0][deleted]=true")
    curl.refused("POST", f"subscriptions/{begun['id']}", *removed)
    assert curl("GET", f"subscriptions/{begun['id']}")["items"] == begun["items"]


def test_another_interval_begins_a_period(curl, subscribe):
    begun = subscribe()
    terms = ("unit_amount=5", "currency=usd", "recurring[interval]=year", "product_data[name]=P")
    yearly = curl("POST", "prices", *terms)["id"]
    curl.advance(days=1)
    item = begun["items"]["data"][0]["id"]
    path = f"subscriptions/{begun['id']}"
    changed = curl("POST", path, f"items[0][id]={item}", f"items[0][price]={yearly}")
    assert changed["current_period_start"] == seconds(2031, 2, 1, 12)
    assert changed["current_period_end"] == seconds(2032, 2, 1, 12)
    curl("POST", f"subscription_items/{item}", "quantity=2")
    assert curl("GET", path)["current_period_start"] == seconds(2031, 2, 1, 12)
    told = curl.events("customer.subscription.updated")
    assert [each["data"]["object"]["items"]["data"][0]["quantity"] for each in told] == [2, 1]


def test_what_ended_only_keeps_notes(curl, subscribe):
    path = f"subscriptions/{subscribe()['id']}"
    reason = ("cancellation_details[comment]=bye", "cancellation_details[feedback]=unused")
    ended = curl("DELETE", path, *reason)
    [told] = curl.events("customer.subscription.deleted")
    assert told["data"]["object"]["cancellation_details"] == ended["cancellation_details"]
    for field in ("cancel_at_period_end=false", "description=d", "default_payment_method=pm_1"):
        curl.refused("POST", path, field)
    noted = curl("POST", path, "metadata[a]=b", "cancellation_details[comment]=later")
    assert (noted["metadata"], noted["canceled_at"]) == ({"a": "b"}, ended["canceled_at"])
    assert noted["cancellation_details"] == {
        "comment": "later",
        "feedback": "unused",
        "reason": "cancellation_requested",
    }
