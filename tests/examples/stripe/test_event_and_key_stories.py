"""Events, keys and expanding as Stripe's documentation tells them, written by hand."""

INTENT = ("amount=2000", "currency=usd")


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
