"""The checkout service as its page describes it, written by hand: payments and what pays them."""

import json
from typing import Any

from tests.runtime.scripted import ScriptedServer, http

CARD = {"object": "card", "number": "4242", "holder": "cus_1"}
ACCOUNT = {"object": "bank_account", "iban": "DE89"}
VOUCHER = {"object": "voucher", "amount": 5, "shops": ["a", "b"]}
"""Since last week: the page does not know it."""

PAYMENTS: dict[str, dict[str, Any]] = {
    "pay_card": {"id": "pay_card", "customer": "cus_1", "source": CARD},
    "pay_account": {
        "id": "pay_account",
        "customer": {"id": "cus_2", "name": "Ada", "sources": [CARD, ACCOUNT, VOUCHER]},
        "source": ACCOUNT,
    },
    "pay_new": {
        "id": "pay_new",
        "customer": {"id": "cus_3", "name": "Bo"},
        "source": VOUCHER,
        "by_place": {"here": CARD, "there": VOUCHER},
        "attachments": [{"width": 640}, {"body": "Thanks"}, {"sound": "ding"}],
    },
    "pay_unpaid": {"id": "pay_unpaid", "customer": "cus_1", "source": None},
    "pay_odd": {
        "id": "pay_odd",
        "customer": "cus_1",
        "source": {"object": "card", "number": 4242},
        "steps": [{"kind": "wait", "seconds": 3}, {"kind": "sing"}],
    },
}


def checkout():
    return ScriptedServer(replies=_reply)


def _reply(request):
    path = request.target.partition("?")[0]
    if path == "/v1/payments":
        sent = json.loads(request.body)
        payment = {"id": "pay_made", "customer": "cus_1", "source": sent["source"]}
        return http(json.dumps(payment | {"steps": sent.get("steps", [])}))
    if path == "/v1/terminals/add":
        return http(b"")
    if path.startswith("/v1/terminals"):
        return http(json.dumps(_terminal(json.loads(request.body))))
    payment = PAYMENTS[path.split("/")[3]]
    return http(json.dumps(payment["source"] if path.endswith("/source") else payment))


def _terminal(sent):
    """The terminal after a change: the service sets its id, and never tells the PIN."""
    stored = {"label": "Door", "colour": "red"} | sent.get("terminal", sent)
    return {"id": "tm_1", "seen": "2024-02-03T04:05:06Z"} | {
        name: value for name, value in stored.items() if name in ("label", "colour", "nick")
    }
