"""Payments and refunds as Stripe's documentation tells them, written by hand."""

import pytest

INTENT = ("amount=2000", "currency=usd")


@pytest.mark.parametrize(
    ("method", "code", "decline_code"),
    [
        ("pm_card_chargeDeclined", "card_declined", "generic_decline"),
        ("pm_card_chargeDeclinedInsufficientFunds", "card_declined", "insufficient_funds"),
        ("pm_card_chargeDeclinedLostCard", "card_declined", "lost_card"),
        ("pm_card_chargeDeclinedStolenCard", "card_declined", "stolen_card"),
        ("pm_card_visa_chargeDeclined", "card_declined", "generic_decline"),
        ("pm_card_visa_chargeDeclinedInsufficientFunds", "card_declined", "insufficient_funds"),
        ("pm_card_visa_chargeDeclinedLostCard", "card_declined", "lost_card"),
        ("pm_card_visa_chargeDeclinedStolenCard", "card_declined", "stolen_card"),
        (
            "pm_card_visa_chargeDeclinedVelocityLimitExceeded",
            "card_declined",
            "card_velocity_exceeded",
        ),
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


@pytest.mark.parametrize("absent", ["true", "one_off", "recurring"])
def test_nobody_authenticates_who_is_absent(curl, absent):
    method = "payment_method=pm_card_authenticationRequired"
    fields = (*INTENT, "confirm=true", method)
    error = curl("POST", "payment_intents", *fields, f"off_session={absent}", status=402)["error"]
    path = f"payment_intents/{error['payment_intent']['id']}"
    refused = curl("POST", f"{path}/confirm", method, "off_session=true", status=402)["error"]
    present = curl("POST", f"{path}/confirm", method, "off_session=false")

    told = ("authentication_required", "authentication_required")
    assert (error["code"], error["decline_code"]) == told
    assert (refused["code"], refused["decline_code"]) == told
    assert error["payment_intent"]["status"] == "requires_payment_method"
    assert present["status"] == "requires_action"


def test_whoever_authenticates_comes_back(curl):
    fields = (*INTENT, "confirm=true", "payment_method=pm_card_threeDSecure2Required")
    plain = curl("POST", "payment_intents", *fields)["next_action"]
    told = curl("POST", "payment_intents", *fields, "return_url=https://shop.example/done")

    assert plain == {"type": "use_stripe_sdk"}
    assert told["next_action"]["type"] == "redirect_to_url"
    assert told["next_action"]["redirect_to_url"]["return_url"] == "https://shop.example/done"
    assert told["id"] in told["next_action"]["redirect_to_url"]["url"]
    [asked, _] = curl.events("payment_intent.requires_action")
    assert asked["data"]["object"] == told


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


def test_a_capture_keeps_what_it_says(curl):
    held = ("amount=1000", "currency=usd", "capture_method=manual", "metadata[a]=1")
    made = curl("POST", "payment_intents", *held, "payment_method=pm_card_visa", "confirm=true")
    said = ("metadata[b]=2", "statement_descriptor=CUSTOM")
    taken = curl("POST", f"payment_intents/{made['id']}/capture", "amount_to_capture=400", *said)
    assert (taken["amount"], taken["amount_received"]) == (1000, 400)
    assert (taken["metadata"], taken["statement_descriptor"]) == ({"a": "1", "b": "2"}, "CUSTOM")
    [told] = curl.events("payment_intent.succeeded")
    assert told["data"]["object"]["metadata"] == {"a": "1", "b": "2"}


def test_an_event_tells_why_a_payment_is_canceled(curl):
    made = curl("POST", "payment_intents", "amount=5", "currency=usd")["id"]
    curl("POST", f"payment_intents/{made}/cancel", "cancellation_reason=duplicate")
    [told] = curl.events("payment_intent.canceled")
    assert told["data"]["object"]["cancellation_reason"] == "duplicate"


def test_nothing_is_no_amount_to_pay(curl, customer):
    refused = curl.refused("POST", "payment_intents", "amount=0", "currency=usd")
    assert refused["param"] == "amount"
    made = curl("POST", "payment_intents", "amount=1", "currency=usd")["id"]
    curl.refused("POST", f"payment_intents/{made}", "amount=0")
    curl.refused("POST", "refunds", f"payment_intent={made}", "amount=0")


def test_nobody_pays_without_a_payment_method(curl):
    amount = ("amount=5", "currency=usd")
    error = curl.refused("POST", "payment_intents", *amount, "confirm=true")
    assert error["code"] == "payment_intent_unexpected_state"
    assert curl("GET", "payment_intents")["data"] == curl.events("payment_intent.created") == []
    made = curl("POST", "payment_intents", *amount)["id"]
    curl.refused("POST", f"payment_intents/{made}/confirm")
    assert curl("GET", f"payment_intents/{made}")["status"] == "requires_payment_method"


def test_held_money_goes_back_when_a_payment_is_canceled(curl):
    held = ("amount=1000", "currency=usd", "capture_method=manual")
    made = curl("POST", "payment_intents", *held, "payment_method=pm_card_visa", "confirm=true")
    gone = curl("POST", f"payment_intents/{made['id']}/cancel", "expand[0]=latest_charge")
    charge = gone["latest_charge"]
    assert (charge["refunded"], charge["amount_refunded"], charge["captured"]) == (
        True,
        1000,
        False,
    )
    [told] = curl.events("charge.refunded")
    assert told["data"]["object"]["id"] == charge["id"]
