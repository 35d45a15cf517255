"""Stripe on loopback: payments and their states, refunds and events; the rest is in `billing`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tests.examples.stripe.service.billing import Billing, need, settings, truth
from tests.examples.stripe.service.serving import Failure, Request, Route, Service, invalid
from tests.examples.stripe.service.store import Store, changed

KEYS = ("sk_test_4eC39HqLyjWDarjtT1zdp7dc", "sk_test_other")
EMPTY = ("canceled_at", "cancellation_reason", "customer", "description", "last_payment_error")
EMPTY_TOO = ("latest_charge", "next_action", "payment_method", "receipt_email", "shipping")
REFUNDED = {"reason": None, "balance_transaction": None, "receipt_number": None}
OPEN = ("requires_payment_method", "requires_confirmation", "requires_action", "requires_capture")


class Stripe:
    def __init__(self) -> None:
        self.store = Store()
        self.billing = Billing(self.store)
        self.service = Service([*self._routes(), *self.billing.routes()], KEYS)

    def __enter__(self) -> Stripe:
        return self

    def __exit__(self, *_: object) -> None:
        self.service.stop()

    def _routes(self) -> Iterable[Route]:
        intents, refunds = "/v1/payment_intents", "/v1/refunds"
        yield "POST", intents, self.create
        yield "GET", intents, self._list("payment_intent", "customer")
        yield "GET", f"{intents}/{{id}}", self._get("payment_intent")
        yield "POST", f"{intents}/{{id}}", self.update
        yield "POST", f"{intents}/{{id}}/confirm", self.confirm
        yield "POST", f"{intents}/{{id}}/capture", self.capture
        yield "POST", f"{intents}/{{id}}/cancel", self.cancel
        yield "POST", refunds, self.refund
        yield "GET", refunds, self._list("refund", "payment_intent", "charge")
        yield "GET", f"{refunds}/{{id}}", self._get("refund")
        yield "POST", f"{refunds}/{{id}}", self.update_refund
        yield "POST", f"{refunds}/{{id}}/cancel", self.cancel_refund
        yield "GET", "/v1/events", self.events
        yield "GET", "/v1/events/{id}", self._get("event")

    def _get(self, kind: str) -> Any:
        return lambda request, id: self.billing.shown(request, self.store.find(request, kind, id))

    def _list(self, kind: str, *filters: str) -> Any:
        def listed(request: Request) -> dict[str, Any]:
            wanted = {name: request.given.get(name) for name in filters}
            return self.store.page(request, kind, wanted)

        return listed

    def create(self, request: Request) -> dict[str, Any]:
        need(request, "amount", "currency")
        given = settings(request, "confirm")
        confirm = given.pop("confirm", False)
        given["amount"] = self._whole(given["amount"])
        if "customer" in given:
            self.store.find(request, "customer", given["customer"], "customer")
        if "automatic_payment_methods" in given:
            given["automatic_payment_methods"]["enabled"] = truth(
                given["automatic_payment_methods"]["enabled"]
            )
        made = self.store.make(request, "pi", "payment_intent", **dict.fromkeys(EMPTY + EMPTY_TOO))
        made |= {"amount_capturable": 0, "amount_received": 0, "capture_method": "automatic"}
        made |= {"payment_method_types": ["card"], "client_secret": f"{made['id']}_secret_a"}
        self.store.all(request.account, "payment_intent")[made["id"]] = changed(made, given)
        self._settle(made)
        self.store.tell(request, "payment_intent.created", made)
        if confirm:
            return self._pay(request, made)
        return self.billing.shown(request, made)

    def _whole(self, written: str) -> int:
        if not written.isdecimal():
            raise invalid("amount", f"Invalid integer: {written}")
        return int(written)

    def _settle(self, intent: dict[str, Any]) -> None:
        intent["status"] = (
            "requires_confirmation" if intent["payment_method"] else "requires_payment_method"
        )

    def _in(self, intent: dict[str, Any], wish: str, *states: str) -> None:
        if intent["status"] in states:
            return
        message = f"You cannot {wish} this PaymentIntent because it has a status of "
        raise Failure(
            400,
            message + intent["status"] + ".",
            code="payment_intent_unexpected_state",
            payment_intent=intent,
        )

    def update(self, request: Request, id: str) -> dict[str, Any]:
        intent = self.store.find(request, "payment_intent", id)
        self._in(intent, "update", *OPEN)
        given = settings(request)
        if "amount" in given:
            given["amount"] = self._whole(given["amount"])
        changed(intent, given)
        if "payment_method" in given:
            self._settle(intent)
        return intent

    def confirm(self, request: Request, id: str) -> dict[str, Any]:
        intent = self.store.find(request, "payment_intent", id)
        self._in(intent, "confirm", *OPEN[:3])
        return self._pay(request, changed(intent, settings(request)))

    def _pay(self, request: Request, intent: dict[str, Any]) -> dict[str, Any]:
        """Test methods decide what happens, as Stripe's page on testing says."""
        method = intent["payment_method"]
        if not method:
            raise Failure(400, "A payment method is missing.", code="parameter_missing")
        if method == "pm_card_authenticationRequired":
            intent |= {"status": "requires_action", "next_action": {"type": "use_stripe_sdk"}}
            self.store.tell(request, "payment_intent.requires_action", intent)
            return intent
        declined = method == "pm_card_chargeDeclined"
        charge = self.store.make(
            request,
            "ch",
            "charge",
            amount=intent["amount"],
            amount_refunded=0,
            currency=intent["currency"],
            payment_intent=intent["id"],
            refunded=False,
            status="failed" if declined else "succeeded",
        )
        intent["latest_charge"] = charge["id"]
        self.store.tell(request, f"charge.{charge['status']}", charge)
        if declined:
            raise self._decline(request, intent, charge["id"])
        if intent["capture_method"] == "manual":
            intent |= {"status": "requires_capture", "amount_capturable": intent["amount"]}
            self.store.tell(request, "payment_intent.amount_capturable_updated", intent)
        else:
            intent |= {"status": "succeeded", "amount_received": intent["amount"]}
            self.store.tell(request, "payment_intent.succeeded", intent)
        return self.billing.shown(request, intent)

    def _decline(self, request: Request, intent: dict[str, Any], charge: str) -> Failure:
        told = {"code": "card_declined", "decline_code": "generic_decline"}
        words = "Your card was declined."
        intent |= {"status": "requires_payment_method", "payment_method": None}
        intent["last_payment_error"] = {**told, "message": words, "type": "card_error"}
        self.store.tell(request, "payment_intent.payment_failed", intent)
        return Failure(402, words, "card_error", **told, charge=charge, payment_intent=intent)

    def capture(self, request: Request, id: str) -> dict[str, Any]:
        intent = self.store.find(request, "payment_intent", id)
        self._in(intent, "capture", "requires_capture")
        taken = self._whole(request.given.get("amount_to_capture", str(intent["amount"])))
        if taken > intent["amount_capturable"]:
            raise Failure(400, "The amount is too large.", code="amount_too_large")
        intent |= {"status": "succeeded", "amount_received": taken, "amount_capturable": 0}
        self.store.tell(request, "payment_intent.succeeded", intent)
        return intent

    def cancel(self, request: Request, id: str) -> dict[str, Any]:
        intent = self.store.find(request, "payment_intent", id)
        self._in(intent, "cancel", *OPEN)
        intent |= {"status": "canceled", "canceled_at": intent["created"] + 1}
        intent["cancellation_reason"] = request.given.get("cancellation_reason")
        self.store.tell(request, "payment_intent.canceled", intent)
        return intent

    def refund(self, request: Request) -> dict[str, Any]:
        given = settings(request)
        if "payment_intent" in given:
            intent = self.store.find(request, "payment_intent", given["payment_intent"])
            given["charge"] = intent["latest_charge"]
        charge = self.store.find(request, "charge", given.get("charge") or "", "charge")
        left = charge["amount"] - charge["amount_refunded"]
        amount = self._whole(given.pop("amount", str(left)))
        if left == 0:
            message = f"Charge {charge['id']} has already been refunded."
            raise Failure(400, message, code="charge_already_refunded")
        if amount > left:
            raise Failure(400, "The amount is more than what is left.", param="amount")
        charge["amount_refunded"] += amount
        charge["refunded"] = charge["amount_refunded"] == charge["amount"]
        fields = {**REFUNDED, "amount": amount, "currency": charge["currency"]}
        fields |= {"payment_intent": charge["payment_intent"], "status": "succeeded"}
        made = changed(self.store.make(request, "re", "refund", **fields), given)
        self.store.tell(request, "charge.refunded", charge)
        return made

    def update_refund(self, request: Request, id: str) -> dict[str, Any]:
        return changed(self.store.find(request, "refund", id), settings(request))

    def cancel_refund(self, request: Request, id: str) -> dict[str, Any]:
        refund = self.store.find(request, "refund", id)
        if refund["status"] != "requires_action":
            raise Failure(400, "Only refunds that require an action can be canceled.")
        return refund | {"status": "canceled"}

    def events(self, request: Request) -> dict[str, Any]:
        names = request.given.get("types", [request.given.get("type", "*")])
        return self.store.page(request, "event", None, tuple(names))
