"""Lists and searches of Stripe that are asked for something, written by hand."""

import pytest


@pytest.fixture
def offers(curl):
    """Two prices of a month and one of a year, all of one currency."""

    def offer(interval: str, *fields: str) -> str:
        made = ("unit_amount=500", "currency=usd", "product_data[name]=P", *fields)
        return str(curl("POST", "prices", f"recurring[interval]={interval}", *made)["id"])

    return offer("month", "lookup_key=basic"), offer("month", "lookup_key=more"), offer("year")


def ids(found) -> list[str]:
    return [each["id"] for each in found["data"]]


def test_subscriptions_are_found_by_their_price(curl, customer, offers):
    first, second, third = offers
    one = curl("POST", "subscriptions", f"customer={customer}", f"items[0][price]={first}")["id"]
    items = (f"items[0][price]={first}", f"items[1][price]={second}")
    both = curl("POST", "subscriptions", f"customer={customer}", *items)["id"]

    assert ids(curl("GET", "subscriptions", f"price={first}")) == [both, one]
    assert ids(curl("GET", "subscriptions", f"price={second}")) == [both]
    assert ids(curl("GET", "subscriptions", f"price={third}")) == []


def test_subscriptions_are_found_by_how_they_are_paid(curl, subscribe):
    sent = subscribe("collection_method=send_invoice", "days_until_due=30")["id"]
    charged = subscribe()["id"]

    assert ids(curl("GET", "subscriptions", "collection_method=send_invoice")) == [sent]
    assert ids(curl("GET", "subscriptions", "collection_method=charge_automatically")) == [charged]


def test_subscriptions_that_ended_are_found(curl, subscribe):
    canceled, active = subscribe()["id"], subscribe()["id"]
    lapsed = subscribe("payment_behavior=default_incomplete")["id"]
    curl("DELETE", f"subscriptions/{canceled}")
    curl.advance(hours=24)

    assert ids(curl("GET", "subscriptions", "status=ended")) == [lapsed, canceled]
    assert ids(curl("GET", "subscriptions", "status=canceled")) == [canceled]
    assert ids(curl("GET", "subscriptions")) == [lapsed, active]


def test_prices_are_found_by_their_lookup_keys(curl, offers):
    wanted = ("lookup_keys[0]=basic", "lookup_keys[1]=none")
    assert ids(curl("GET", "prices", *wanted)) == [offers[0]]


def test_products_are_found_by_their_ids(curl):
    made = [curl("POST", "products", f"name={name}")["id"] for name in "abc"]
    assert ids(curl("GET", "products", f"ids[0]={made[0]}", f"ids[1]={made[2]}")) == [
        made[2],
        made[0],
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("email:'jenny@example.com'", ["Jenny Rosen"]),
        ("email~'example'", ["Bob Rose", "Jenny Rosen"]),
        ("name~'Jenny'", ["Jenny Rosen"]),
        ("name:'Jenny'", []),
        ("phone:'1'", ["Bob Rose"]),
    ],
)
def test_customers_are_searched(curl, customer, query, found):
    curl("POST", "customers", "name=Bob Rose", "email=bob@example.com", "phone=1")
    searched = curl("GET", "customers/search", f"query={query}")["data"]
    assert [each["name"] for each in searched] == found


@pytest.mark.parametrize("query", ["jenny", "email:jenny", "created>'1'", "name:'a' AND name:'b'"])
def test_a_search_that_is_not_understood_is_refused(curl, query):
    error = curl.refused("GET", "customers/search", f"query={query}")
    assert error == {"type": "invalid_request_error", "param": "query"}
