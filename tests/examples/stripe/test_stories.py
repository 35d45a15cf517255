"""Life cycles as Stripe's public documentation tells them: what is expected is written by hand."""

from datetime import UTC, datetime

import pytest

INTENT = ("amount=2000", "currency=usd")


def seconds(year, month, day, hour):
    return int(datetime(year, month, day, hour, tzinfo=UTC).timestamp())


@pytest.fixture
def customer(curl):
    return curl("POST", "customers", "name=Jenny Rosen", "email=jenny@example.com")["id"]


@pytest.fixture
def price(curl):
    product = curl("POST", "products", "name=Gold")["id"]
    fields = ("unit_amount=1000", "currency=usd", "recurring[interval]=month")
    return curl("POST", "prices", f"product={product}", *fields)["id"]


@pytest.fixture
def subscribe(curl, customer, price):
    def subscribe(*fields, status=200):
        items = f"items[0][price]={price}"
        return curl("POST", "subscriptions", f"customer={customer}", items, *fields, status=status)

    return subscribe


# Payments


@pytest.mark.parametrize(
    ("method", "code", "decline_code"),
    [
        ("pm_card_chargeDeclined", "card_declined", "generic_decline"),
        ("pm_card_chargeDeclinedInsufficientFunds", "card_declined", "insufficient_funds"),
        ("pm_card_chargeDeclinedLostCard", "card_declined", "lost_card"),
        ("pm_card_chargeDeclinedStolenCard", "card_declined", "stolen_card"),
        ("pm_card_chargeDeclinedExpiredCard", "expired_card", None),
        ("pm_card_chargeDeclinedIncorrectCvc", "incorrect_cvc", None),
        ("pm_card_chargeDeclinedProcessingError", "processing_error", None),
    ],
)
def test_a_declined_payment_is_told_and_remembered(curl, method, code, decline_code):
    """402 with the changed intent, which may be tried again with another card."""
    intent = curl("POST", "payment_intents", *INTENT, f"payment_method={method}")
    path = f"payment_intents/{intent['id']}"
    assert intent["status"] == "requires_confirmation"
    error = curl("POST", f"{path}/confirm", status=402)["error"]

    assert (error["type"], error["code"]) == ("card_error", code)
    assert error.get("decline_code") == decline_code
    kept = curl("GET", path)
    assert error["payment_intent"] == kept
    assert (kept["status"], kept["payment_method"]) == ("requires_payment_method", None)
    assert kept["last_payment_error"]["message"] == error["message"]
    assert kept["last_payment_error"]["code"] == code
    assert error["charge"] == kept["latest_charge"] == kept["last_payment_error"]["charge"]
    assert curl.types()[:2] == ["payment_intent.payment_failed", "charge.failed"]
    [failed] = curl.events("charge.failed")
    assert failed["data"]["object"]["failure_code"] == code

    paid = curl("POST", f"{path}/confirm", "payment_method=pm_card_visa")
    assert (paid["status"], paid["last_payment_error"]) == ("succeeded", None)


def test_a_payment_declined_at_once_is_there(curl):
    fields = (*INTENT, "confirm=true", "payment_method=pm_card_chargeDeclined")
    error = curl("POST", "payment_intents", *fields, status=402)["error"]
    [listed] = curl("GET", "payment_intents")["data"]
    assert error["payment_intent"] == listed
    assert curl.types()[-1] == "payment_intent.created"


def test_a_payment_goes_from_state_to_state(curl, customer):
    intent = curl("POST", "payment_intents", *INTENT, f"customer={customer}")
    path = f"payment_intents/{intent['id']}"
    assert intent["status"] == "requires_payment_method"
    asked = curl("POST", f"{path}/confirm", "payment_method=pm_card_authenticationRequired")
    assert asked["status"] == "requires_action"
    curl.moves("payment_intent", intent["id"], "process")
    assert curl("GET", path)["status"] == "processing"
    curl.moves("payment_intent", intent["id"], "succeed")
    paid = curl("GET", path)
    assert (paid["status"], paid["amount_received"]) == ("succeeded", 2000)

    refused = curl.refused("POST", f"{path}/confirm")
    assert refused["code"] == "payment_intent_unexpected_state"
    assert refused["payment_intent"] == paid
    assert curl.types() == [
        "payment_intent.succeeded",
        "charge.succeeded",
        "payment_intent.processing",
        "payment_intent.requires_action",
        "payment_intent.created",
        "customer.created",
    ]


@pytest.mark.parametrize(("taken", "back"), [(None, 2000), (1500, 1500)])
def test_held_money_is_taken_once_and_given_back(curl, taken, back):
    fields = (*INTENT, "capture_method=manual", "confirm=true", "payment_method=pm_card_visa")
    held = curl("POST", "payment_intents", *fields)
    path = f"payment_intents/{held['id']}"
    assert (held["status"], held["amount_capturable"]) == ("requires_capture", 2000)
    more = curl.refused("POST", f"{path}/capture", "amount_to_capture=2001")
    assert more["param"] == "amount_to_capture"
    part = () if taken is None else (f"amount_to_capture={taken}",)
    done = curl("POST", f"{path}/capture", *part)
    assert (done["status"], done["amount_received"], done["amount_capturable"]) == (
        "succeeded",
        back,
        0,
    )
    assert curl.refused("POST", f"{path}/capture")["code"] == "payment_intent_unexpected_state"

    whole = curl("POST", "refunds", f"payment_intent={held['id']}", "expand[]=charge")
    assert (whole["amount"], whole["charge"]["amount_refunded"]) == (back, back)


@pytest.mark.parametrize("method", [None, "pm_card_visa", "pm_card_authenticationRequired"])
def test_a_payment_is_canceled_wherever_it_waits(curl, method):
    chosen = () if method is None else (f"payment_method={method}",)
    intent = curl("POST", "payment_intents", *INTENT, *chosen)
    path = f"payment_intents/{intent['id']}"
    if method == "pm_card_authenticationRequired":
        curl("POST", f"{path}/confirm")
    gone = curl("POST", f"{path}/cancel", "cancellation_reason=abandoned")
    assert (gone["status"], gone["cancellation_reason"]) == ("canceled", "abandoned")
    for verb in ("cancel", "confirm", "capture"):
        refused = curl.refused("POST", f"{path}/{verb}")
        assert refused["code"] == "payment_intent_unexpected_state"


# Refunds


def test_no_more_is_given_back_than_was_paid(curl):
    paid = curl("POST", "payment_intents", *INTENT, "confirm=true", "payment_method=pm_card_visa")
    charge = paid["latest_charge"]
    curl("POST", "refunds", f"charge={charge}", "amount=500")
    curl("POST", "refunds", f"payment_intent={paid['id']}", "amount=700", "reason=duplicate")
    over = curl.refused("POST", "refunds", f"charge={charge}", "amount=801")
    assert over == {"type": "invalid_request_error", "param": "amount"}
    assert curl("POST", "refunds", f"charge={charge}")["amount"] == 800
    twice = curl.refused("POST", "refunds", f"charge={charge}", "amount=1")
    assert (twice["code"], twice["charge"]) == ("charge_already_refunded", charge)

    listed = curl("GET", "refunds", f"charge={charge}")["data"]
    assert [each["amount"] for each in listed] == [800, 700, 500]
    newest = curl.events("charge.refunded")[0]["data"]["object"]
    assert (newest["amount_refunded"], newest["refunded"]) == (2000, True)


# Products and prices


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


# Events, keys, and what is expanded


def test_an_event_tells_what_was_before(curl, customer):
    curl("POST", f"customers/{customer}", "metadata[a]=1", "metadata[b]=2")
    curl("POST", f"customers/{customer}", "name=Jane", "metadata[a]=3", "metadata[b]=")
    newest, first = curl.events("customer.updated")
    assert first["data"]["previous_attributes"] == {"metadata": {"a": None, "b": None}}
    assert newest["data"]["previous_attributes"] == {
        "name": "Jenny Rosen",
        "metadata": {"a": "1", "b": "2"},
    }
    assert newest["data"]["object"] == curl("GET", f"customers/{customer}")
    [created] = curl.events("customer.created")
    assert "previous_attributes" not in created["data"]


def test_a_key_makes_one_payment_of_two_requests(curl):
    fields = (*INTENT, "confirm=true", "payment_method=pm_card_visa")
    first, second = (curl.sent("POST", "payment_intents", *fields, key="k") for _ in range(2))
    assert (first.status, first.data) == (second.status, second.data)
    assert first.headers.get("Idempotent-Replayed") is None
    assert second.headers["Idempotent-Replayed"] == "true"
    assert len(curl("GET", "payment_intents")["data"]) == 1

    for path, form in (("payment_intents", fields[:2]), ("customers", ())):
        other = curl.sent("POST", path, *form, key="k")
        assert (other.status, other.json()["error"]["type"]) == (400, "idempotency_error")
    curl.advance(hours=24)
    anew = curl.sent("POST", "payment_intents", *fields, key="k")
    assert anew.json()["id"] != first.json()["id"]


def test_a_declined_payment_is_declined_again_by_its_key(curl):
    """What is told again is told as it was, and charges nobody."""
    fields = (*INTENT, "confirm=true", "payment_method=pm_card_chargeDeclined")
    first, second = (curl.sent("POST", "payment_intents", *fields, key="k") for _ in range(2))
    assert (first.status, second.status) == (402, 402)
    assert first.data == second.data
    assert len(curl.events("charge.failed")) == 1


def test_parameters_that_fail_use_no_key(curl):
    wrong = curl.sent("POST", "payment_intents", "amount=a lot", "currency=usd", key="k")
    error = wrong.json()["error"]
    assert (wrong.status, error["type"]) == (400, "invalid_request_error")
    assert error["param"] == "amount"
    assert curl.refused("POST", "payment_intents", "currency=usd")["param"] == "amount"
    assert curl.sent("POST", "payment_intents", *INTENT, key="k").status == 200


def test_ids_are_expanded_along_a_path(curl, customer):
    fields = (*INTENT, "confirm=true", "payment_method=pm_card_visa", f"customer={customer}")
    paid = curl("POST", "payment_intents", *fields, "expand[]=customer")
    assert paid["customer"]["email"] == "jenny@example.com"
    [listed] = curl("GET", "payment_intents", "expand[]=data.latest_charge.customer")["data"]
    assert (listed["customer"], listed["latest_charge"]["customer"]["id"]) == (customer, customer)
    error = curl("GET", "payment_intents", "expand[]=data.amount", status=400)["error"]
    assert error["message"] == "This property cannot be expanded (data.amount)."


def test_products_are_expanded_in_a_subscription(curl, subscribe):
    begun = subscribe("expand[]=items.data.price.product", "expand[]=customer")
    assert begun["items"]["data"][0]["price"]["product"]["name"] == "Gold"
    assert begun["customer"]["name"] == "Jenny Rosen"


def test_what_is_not_there_is_named(curl):
    refused = curl.refused("GET", "customers/cus_none", status=404)
    assert refused == {"type": "invalid_request_error", "code": "resource_missing", "param": "id"}
    refused = curl.refused("POST", "payment_intents", *INTENT, "customer=cus_none", status=404)
    assert refused["param"] == "customer"
