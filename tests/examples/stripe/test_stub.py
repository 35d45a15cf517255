"""The stub with the page's examples: by both clients, and as curl sends what the page prints."""

import base64
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import urllib3

from stripe_rest.stub import StubServer

EXAMPLES = Path(__file__).parents[3] / "examples" / "stripe" / "spec" / "examples"
KEY = "sk_test_4eC39HqLyjWDarjtT1zdp7dc"
CURL = {
    "Authorization": "Basic " + base64.b64encode(f"{KEY}:".encode()).decode(),
    "User-Agent": "curl/8.5.0",
}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@dataclass(frozen=True)
class Printed:
    id: str
    method: str
    path: str

    def example(self, kind: str) -> Any:
        resource, _, name = self.id.partition(".")
        return json.loads((EXAMPLES / resource / f"{name}.{kind}.json").read_text())


LINES = (Path(__file__).parent / "operations.txt").read_text().splitlines()
PRINTED = [Printed(*line.split()) for line in LINES if not line.startswith("#")]
printed = pytest.mark.parametrize("operation", PRINTED, ids=lambda operation: operation.id)


@pytest.fixture(scope="module")
def stub() -> Iterator[str]:
    with StubServer(mode="examples") as server:
        yield server.base_url


@pytest.fixture(scope="module")
def http() -> Iterator[urllib3.PoolManager]:
    with urllib3.PoolManager() as pool:
        yield pool


def test_every_example_belongs_to_an_operation_of_the_page():
    kept = {f"{file.parent.name}.{file.name.split('.')[0]}" for file in EXAMPLES.glob("*/*.json")}

    assert kept == {operation.id for operation in PRINTED}


@printed
def test_a_client_gets_the_documented_response(connect, stub, operation):
    resource, _, name = operation.id.partition(".")
    client = connect(base_url=stub)
    response = getattr(getattr(client.with_raw_response, resource), name)(
        **operation.example("curl")
    )

    assert json.loads(response.body) == operation.example("response")


SENT = [
    ("POST", "/v1/customers", "name=Jenny+Rosen&email=jennyrosen%40example.com", "customer.create"),
    ("POST", "/v1/customers/cus_A", "metadata%5Border_id%5D=6735", "customer.update"),
    ("POST", "/v1/customers/cus_A", "metadata=&email=", "customer.update"),
    ("GET", "/v1/customers?limit=3", "", "customer.list"),
    ("GET", "/v1/customers?created[gte]=1680893993&limit=3", "", "customer.list"),
    ("GET", "/v1/customers/search?query=name%3A%27fakename%27", "", "customer.search"),
    (
        "POST",
        "/v1/payment_intents",
        "amount=2000&currency=usd&automatic_payment_methods[enabled]=true",
        "payment_intent.create",
    ),
    ("POST", "/v1/payment_intents/pi_A/capture", "", "payment_intent.capture"),
    (
        "POST",
        "/v1/prices",
        "currency=usd&unit_amount=1000&recurring[interval]=month&product_data[name]=Gold+Plan",
        "price.create",
    ),
    (
        "POST",
        "/v1/subscriptions",
        "customer=cus_A&items[0][price]=price_A&items[1][price]=price_B&expand[]=customer",
        "subscription.create",
    ),
    ("DELETE", "/v1/subscriptions/sub_A", "", "subscription.cancel"),
    (
        "POST",
        "/v1/webhook_endpoints",
        "enabled_events[]=charge.succeeded&enabled_events[]=charge.failed&url=https://example.com/a",
        "webhook_endpoint.create",
    ),
]


@pytest.mark.parametrize(("method", "target", "form", "known"), SENT)
def test_curl_gets_it_as_the_page_prints_it(http, stub, method, target, form, known):
    headers = CURL | FORM if form else CURL
    sent = http.request(method, stub + target, body=form or None, headers=headers)
    resource, _, name = known.partition(".")
    file = EXAMPLES / resource / f"{name}.response.json"

    assert (sent.status, sent.json()) == (200, json.loads(file.read_text()))


def test_the_key_may_be_a_bearer_token(http, stub):
    headers = {"Authorization": f"Bearer {KEY}", "Stripe-Version": "2024-06-20"}

    assert http.request("GET", f"{stub}/v1/events", headers=headers).status == 200


@pytest.mark.parametrize(
    ("method", "target", "headers", "form", "status"),
    [
        ("GET", "/v1/customers", {}, None, 401),
        ("GET", "/v1/nothing", CURL, None, 404),
        ("POST", "/v1/payment_intents", CURL | FORM, "currency=usd", 400),
        ("POST", "/v1/payment_intents", CURL | FORM, "amount=a&currency=usd", 400),
        ("GET", "/v1/customers?limit=101", CURL, None, 400),
    ],
)
def test_what_is_wrong_is_told_by_the_status(http, stub, method, target, headers, form, status):
    refused = http.request(method, stub + target, body=form, headers=headers)

    assert refused.status == status
    assert refused.json()["error"]["message"]
