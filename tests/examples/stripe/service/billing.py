"""Customers, products, prices, subscriptions with their items, and webhook endpoints."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tests.examples.stripe.service.serving import Failure, Request, Route, missing
from tests.examples.stripe.service.store import Store, changed

MONTH = 2678400
BLANK = dict.fromkeys(("address", "description", "email", "name", "phone", "shipping"))
PRODUCT: dict[str, Any] = {"active": True, "description": None, "images": [], "shippable": None}
PRODUCT |= {"default_price": None, "unit_label": None, "url": None}


def truth(written: str) -> bool:
    if written not in ("true", "false"):
        raise Failure(400, f"Invalid boolean: {written}", code="parameter_invalid_boolean")
    return written == "true"


def settings(request: Request, *flags: str) -> dict[str, Any]:
    """What was given, without what is about the request itself."""
    kept = {name: value for name, value in request.given.items() if name != "expand"}
    return {name: truth(value) if name in flags else value for name, value in kept.items()}


def need(request: Request, *names: str) -> None:
    for name in names:
        if not request.given.get(name):
            raise missing(name)


def deleted(store: Store, request: Request, kind: str, key: str) -> dict[str, Any]:
    gone = store.find(request, kind, key)
    store.tell(request, f"{kind}.deleted", gone)
    marked = {"id": key, "object": kind, "deleted": True}
    store.all(request.account, kind)[key] = marked
    return marked


class Billing:
    def __init__(self, store: Store) -> None:
        self.store = store

    def routes(self) -> Iterable[Route]:
        one = {
            "customer": "/v1/customers",
            "product": "/v1/products",
            "price": "/v1/prices",
            "subscription": "/v1/subscriptions",
            "webhook_endpoint": "/v1/webhook_endpoints",
        }
        yield "GET", "/v1/customers/search", self.search_customers
        yield "GET", "/v1/customers/{id}", self.get_customer
        yield "GET", "/v1/subscriptions", self.list_subscriptions
        for kind, path in one.items():
            yield "POST", path, getattr(self, f"create_{kind}")
            yield "GET", f"{path}/{{id}}", self._get(kind)
            yield "POST", f"{path}/{{id}}", getattr(self, f"update_{kind}", self._update(kind))
            yield "GET", path, self._list(kind)
        for kind in ("customer", "product", "webhook_endpoint"):
            yield "DELETE", f"{one[kind]}/{{id}}", self._delete(kind)
        yield "DELETE", "/v1/subscriptions/{id}", self.cancel_subscription
        yield "POST", "/v1/subscription_items", self.create_item
        yield "GET", "/v1/subscription_items", self.list_items
        yield "GET", "/v1/subscription_items/{id}", self._get("subscription_item")
        yield "POST", "/v1/subscription_items/{id}", self.update_item
        yield "DELETE", "/v1/subscription_items/{id}", self.delete_item

    def _get(self, kind: str) -> Any:
        return lambda request, id: self.shown(request, self.store.find(request, kind, id))

    def _list(self, kind: str) -> Any:
        def listed(request: Request) -> dict[str, Any]:
            filters = ("email", "product", "customer", "type", "active", "currency")
            wanted = {name: request.given.get(name) for name in filters}
            if wanted["active"] is not None:
                wanted["active"] = truth(wanted["active"])
            return self.store.page(request, kind, wanted)

        return listed

    def _update(self, kind: str) -> Any:
        def update(request: Request, id: str) -> dict[str, Any]:
            found = changed(self.store.find(request, kind, id), settings(request, "active"))
            self.store.tell(request, f"{kind}.updated", found)
            return found

        return update

    def _delete(self, kind: str) -> Any:
        return lambda request, id: deleted(self.store, request, kind, id)

    def create_customer(self, request: Request) -> dict[str, Any]:
        blank = {**BLANK, "balance": 0, "currency": None, "tax_exempt": "none"}
        made = changed(self.store.make(request, "cus", "customer", **blank), settings(request))
        made["balance"] = int(made["balance"])
        self.store.tell(request, "customer.created", made)
        return made

    def get_customer(self, request: Request, id: str) -> dict[str, Any]:
        """One that was deleted is shown, too."""
        gone = self.store.all(request.account, "customer").get(id)
        return gone if gone and "deleted" in gone else self.store.find(request, "customer", id)

    def search_customers(self, request: Request) -> dict[str, Any]:
        """Understands `field:'value'`; pages have numbers of their own."""
        need(request, "query")
        field, _, value = request.given["query"].partition(":")
        kept = self.store.all(request.account, "customer").values()
        found = [each for each in kept if str(each.get(field)) == value.strip("'\"")]
        size, first = int(request.given.get("limit", 10)), int(request.given.get("page", 0))
        more = len(found) > first + size
        page = {"object": "search_result", "url": request.path, "has_more": more}
        data = found[first : first + size]
        return {**page, "data": data, "next_page": str(first + size) if more else None}

    def create_product(self, request: Request) -> dict[str, Any]:
        need(request, "name")
        given = settings(request, "active", "shippable")
        made = changed(self.store.make(request, "prod", "product", **PRODUCT), given)
        made["updated"] = made["created"]
        self.store.all(request.account, "product")[made["id"]] = made
        self.store.tell(request, "product.created", made)
        return made

    def create_price(self, request: Request) -> dict[str, Any]:
        need(request, "currency")
        given = settings(request, "active")
        if "product_data" in given:
            product = Request("POST", "", given.pop("product_data"), {}, request.account)
            given["product"] = self.create_product(product)["id"]
        need(Request("", "", given, {}, ""), "product")
        self.store.find(request, "product", given["product"], "product")
        amount = int(given.pop("unit_amount"))
        repeated = given.pop("recurring", None)
        if repeated is not None:
            repeated = {"usage_type": "licensed", "interval_count": 1, **repeated}
            repeated["interval_count"] = int(repeated["interval_count"])
        blank = {"active": True, "billing_scheme": "per_unit", "lookup_key": None, "nickname": None}
        blank |= {"recurring": repeated, "type": "recurring" if repeated else "one_time"}
        blank |= {"unit_amount": amount, "unit_amount_decimal": str(amount)}
        made = changed(self.store.make(request, "price", "price", **blank), given)
        self.store.tell(request, "price.created", made)
        return made

    def create_subscription(self, request: Request) -> dict[str, Any]:
        need(request, "customer", "items")
        given = settings(request, "cancel_at_period_end")
        self.store.find(request, "customer", given["customer"], "customer")
        prices = [self._price(request, each) for each in given.pop("items")]
        made = self.store.make(request, "sub", "subscription")
        names = ("canceled_at", "default_payment_method", "description", "ended_at")
        made |= dict.fromkeys((*names, "latest_invoice", "trial_start", "trial_end"))
        dates = ("billing_cycle_anchor", "current_period_start", "start_date")
        made |= dict.fromkeys(dates, made["created"])
        days = int(given.pop("trial_period_days", 0))
        made |= {"current_period_end": made["created"] + MONTH, "cancel_at_period_end": False}
        made |= {"collection_method": "charge_automatically", "currency": prices[0][0]["currency"]}
        made["status"] = "trialing" if days else "active"
        if days:
            made |= {"trial_start": made["created"], "trial_end": made["created"] + days * 86400}
        self.store.all(request.account, "subscription")[made["id"]] = changed(made, given)
        for price, quantity in prices:
            self._item(request, made["id"], price, quantity)
        self.store.tell(request, "customer.subscription.created", self.shown(request, made))
        return self.shown(request, made)

    def _price(self, request: Request, given: dict[str, str]) -> tuple[dict[str, Any], int]:
        price = self.store.find(request, "price", given["price"], "items[0][price]")
        return price, int(given.get("quantity", 1))

    def _item(self, request: Request, owner: str, price: Any, quantity: int) -> dict[str, Any]:
        fields = {"subscription": owner, "price": price, "quantity": quantity}
        return self.store.make(request, "si", "subscription_item", **fields)

    def shown(self, request: Request, found: dict[str, Any]) -> dict[str, Any]:
        """With its items, and with objects in place of ids that are to be expanded."""
        found = dict(found)
        if found["object"] == "subscription":
            kept = self.store.all(request.account, "subscription_item").values()
            items = [each for each in kept if each.get("subscription") == found["id"]]
            url = f"/v1/subscription_items?subscription={found['id']}"
            found["items"] = {"object": "list", "data": items, "has_more": False, "url": url}
            found["items"]["total_count"] = len(items)
        for name in request.given.get("expand", []):
            if "." not in name:
                found[name] = self.store.all(request.account, name)[found[name]]
        return found

    def update_subscription(self, request: Request, id: str) -> dict[str, Any]:
        found = self.store.find(request, "subscription", id)
        given = settings(request, "cancel_at_period_end")
        for item in given.pop("items", []):
            if "id" not in item:
                price, quantity = self._price(request, item)
                self._item(request, id, price, quantity)
            elif item.get("deleted") == "true":
                self.delete_item(request, item["id"])
            else:
                self._change_item(request, item["id"], item)
        changed(found, given)
        self.store.tell(request, "customer.subscription.updated", self.shown(request, found))
        return self.shown(request, found)

    def cancel_subscription(self, request: Request, id: str) -> dict[str, Any]:
        found = self.store.find(request, "subscription", id)
        details = {"comment": None, "feedback": None, "reason": "cancellation_requested"}
        details |= request.given.get("cancellation_details", {})
        if found["status"] == "canceled":
            raise Failure(404, f"No such subscription: '{id}'", code="resource_missing", param="id")
        found |= {"status": "canceled", "canceled_at": found["created"] + 1}
        found |= {"ended_at": found["created"] + 1, "cancellation_details": details}
        self.store.tell(request, "customer.subscription.deleted", self.shown(request, found))
        return self.shown(request, found)

    def list_subscriptions(self, request: Request) -> dict[str, Any]:
        """Those that were canceled only if they are asked for."""
        status = request.given.get("status")
        kept = self.store.all(request.account, "subscription").values()
        for each in kept:
            each["_listed"] = each["status"] != "canceled" if status is None else True
        wanted = {"customer": request.given.get("customer"), "_listed": True}
        wanted["status"] = None if status == "all" else status
        page = self.store.page(request, "subscription", wanted)
        page["data"] = [self.shown(request, each) for each in page["data"]]
        for each in page["data"]:
            del each["_listed"]
        return page

    def create_item(self, request: Request) -> dict[str, Any]:
        need(request, "subscription", "price")
        owner = self.store.find(request, "subscription", request.given["subscription"])
        price, quantity = self._price(request, request.given)
        return self._item(request, owner["id"], price, quantity)

    def list_items(self, request: Request) -> dict[str, Any]:
        need(request, "subscription")
        owner = request.given["subscription"]
        return self.store.page(request, "subscription_item", {"subscription": owner})

    def update_item(self, request: Request, id: str) -> dict[str, Any]:
        return self._change_item(request, id, settings(request))

    def _change_item(self, request: Request, id: str, given: dict[str, Any]) -> dict[str, Any]:
        found = self.store.find(request, "subscription_item", id)
        if "price" in given:
            found["price"] = self.store.find(request, "price", given["price"], "price")
        if "quantity" in given:
            found["quantity"] = int(given["quantity"])
        return changed(found, {key: given[key] for key in ("metadata",) if key in given})

    def delete_item(self, request: Request, id: str) -> dict[str, Any]:
        self.store.find(request, "subscription_item", id)
        marked = {"id": id, "object": "subscription_item", "deleted": True}
        self.store.all(request.account, "subscription_item")[id] = marked
        return marked

    def create_webhook_endpoint(self, request: Request) -> dict[str, Any]:
        need(request, "url", "enabled_events")
        blank = {"api_version": None, "description": None, "status": "enabled"}
        made = self.store.make(request, "we", "webhook_endpoint", **blank)
        return {**changed(made, settings(request)), "secret": f"whsec_{made['id']}"}
