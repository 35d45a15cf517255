"""The commands of Stripe's API reference, run by curl as they are printed, but for ids."""

import json
import shlex
import subprocess
from typing import Any

import pytest

KEY = "sk_test_BQokikJOvBiI2HlWgH4olfQ2"


@pytest.fixture
def run(needs, emulator):
    """What a command is answered; `CUS`, `PI` and so on stand for ids that were made before."""
    ids: dict[str, str] = {}

    def run(command: str, called: str = "") -> Any:
        command = command.replace("https://api.stripe.com", emulator.base_url)
        for name, id in ids.items():
            command = command.replace(name, id)
        program, *arguments = shlex.split(command)
        ended = subprocess.run(
            [needs(program), "-s", *arguments, "-u", f"{KEY}:"],
            capture_output=True,
            text=True,
            timeout=30,
            check=True,
        )
        answer = json.loads(ended.stdout)
        if called:
            ids[called] = answer["id"]
        return answer

    return run


def test_customers(run):
    base = "curl https://api.stripe.com/v1/customers"
    made = run(
        f'{base} -d name="Jenny Rosen" --data-urlencode email="jennyrosen@example.com"', "CUS"
    )
    assert (made["object"], made["email"]) == ("customer", "jennyrosen@example.com")
    assert run(f'{base}/CUS -d "metadata[order_id]"=6735')["metadata"] == {"order_id": "6735"}
    assert run(f"{base}/CUS")["name"] == "Jenny Rosen"
    listed = run("curl -G https://api.stripe.com/v1/customers -d limit=3")
    assert [each["id"] for each in listed["data"]] == [made["id"]]
    gone = run("curl -X DELETE https://api.stripe.com/v1/customers/CUS")
    assert gone == {"id": made["id"], "object": "customer", "deleted": True}


def test_payments_and_refunds(run):
    base = "curl https://api.stripe.com/v1/payment_intents"
    made = run(
        f'{base} -d amount=2000 -d currency=usd -d "automatic_payment_methods[enabled]"=true', "PI"
    )
    assert made["status"] == "requires_payment_method"
    assert run(f'{base}/PI -d "metadata[order_id]"=6735')["metadata"] == {"order_id": "6735"}
    paid = run(
        f"{base}/PI/confirm -d payment_method=pm_card_visa"
        ' --data-urlencode return_url="https://www.example.com"'
    )
    assert paid["status"] == "succeeded"
    expanded = run(f'{base}/PI -d "expand[]"=latest_charge -G')
    charge = expanded["latest_charge"]
    assert charge["object"] == "charge"
    refund = run(f"curl https://api.stripe.com/v1/refunds -d charge={charge['id']}")
    assert (refund["amount"], refund["status"]) == (2000, "succeeded")
    assert run(f"curl -X POST {base.removeprefix('curl ')}/PI/cancel")["error"]["type"] == (
        "invalid_request_error"
    )


def test_products_prices_and_subscriptions(run):
    base = "curl https://api.stripe.com/v1"
    assert run(f'{base}/products -d name="Gold Plan"')["active"] is True
    price = run(
        f"{base}/prices -d currency=usd -d unit_amount=1000"
        ' -d "recurring[interval]"=month -d "product_data[name]"="Gold Plan"',
        "PRICE",
    )
    assert (price["type"], price["recurring"]["interval"]) == ("recurring", "month")
    run(f"{base}/customers -d name=Jenny", "CUS")
    begun = run(f'{base}/subscriptions -d customer=CUS -d "items[0][price]"=PRICE', "SUB")
    assert begun["status"] == "active"
    item = run(f"{base}/subscription_items -d subscription=SUB -d price=PRICE -d quantity=2", "SI")
    assert item["quantity"] == 2
    assert run(f'{base}/subscription_items/SI -d "metadata[order_id]"=6735')["metadata"]
    assert len(run(f"curl -G {base[5:]}/subscription_items -d subscription=SUB")["data"]) == 2
    assert run(f"curl -X DELETE {base[5:]}/subscriptions/SUB")["status"] == "canceled"


def test_webhook_endpoints_and_events(run):
    base = "https://api.stripe.com/v1"
    made = run(
        f'curl {base}/webhook_endpoints -d "enabled_events[]"="charge.succeeded"'
        ' -d "enabled_events[]"="charge.failed"'
        ' --data-urlencode url="https://example.com/my/webhook/endpoint"',
        "WE",
    )
    assert made["secret"].startswith("whsec_")
    assert made["enabled_events"] == ["charge.succeeded", "charge.failed"]
    assert "secret" not in run(f"curl {base}/webhook_endpoints/WE")
    run(f"curl {base}/customers -d name=Jenny")
    [event] = run(f"curl -G {base}/events -d limit=3")["data"]
    assert run(f"curl {base}/events/{event['id']}") == event


def test_an_idempotency_key(run):
    command = (
        "curl https://api.stripe.com/v1/customers"
        ' -H "Idempotency-Key: KG5LxwFBepaKHyUD" -d description="My First Test Customer"'
    )
    assert run(command) == run(command)
