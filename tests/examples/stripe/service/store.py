"""What the fake keeps: objects by kind, newest first in lists, and the events that tell of them."""

from __future__ import annotations

import copy
import fnmatch
import itertools
from typing import Any

from tests.examples.stripe.service.serving import Failure, Request, no_such

NOW = 1700000000


class Store:
    def __init__(self) -> None:
        self._numbers = itertools.count(1)
        self._kept: dict[tuple[str, str], dict[str, dict[str, Any]]] = {}

    def all(self, account: str, kind: str) -> dict[str, dict[str, Any]]:
        return self._kept.setdefault((account, kind), {})

    def make(self, request: Request, prefix: str, kind: str, /, **fields: Any) -> dict[str, Any]:
        number = next(self._numbers)
        made: dict[str, Any] = {
            "id": f"{prefix}_{number:014}",
            "object": kind,
            "created": NOW + number,
        }
        made |= {"livemode": False, "metadata": {}, **fields}
        self.all(request.account, kind)[made["id"]] = made
        return made

    def find(self, request: Request, kind: str, key: str, parameter: str = "id") -> dict[str, Any]:
        found = self.all(request.account, kind).get(key)
        if found is None or found.get("deleted"):
            raise no_such(kind, key, parameter)
        return found

    def tell(self, request: Request, name: str, about: dict[str, Any]) -> None:
        event = self.make(
            request,
            "evt",
            "event",
            api_version="2024-06-20",
            data={"object": copy.deepcopy(about)},
            pending_webhooks=0,
            request={
                "id": "req_00000000000001",
                "idempotency_key": request.headers.get("idempotency-key"),
            },
            type=name,
        )
        event.pop("metadata")

    def page(
        self,
        request: Request,
        kind: str,
        wanted: dict[str, Any] | None = None,
        names: tuple[str, ...] = ("*",),
    ) -> dict[str, Any]:
        """As much as was asked for behind or before an object, which has to be there."""
        kept = reversed(list(self.all(request.account, kind).values()))
        found = [each for each in kept if not each.get("deleted") and _fits(each, wanted or {})]
        found = [each for each in found if _named(each, names)]
        found = [each for each in found if _between(each, request.given.get("created", {}))]
        limit = _limit(request.given.get("limit", "10"))
        places = {each["id"]: place for place, each in enumerate(found)}
        first, last = 0, len(found)
        if "starting_after" in request.given:
            first = _place(places, request, kind, "starting_after") + 1
        more = last - first > limit
        if "ending_before" in request.given:
            last = _place(places, request, kind, "ending_before")
            first, more = max(0, last - limit), last > limit
        data = found[first : min(last, first + limit)]
        return {"object": "list", "url": request.path, "has_more": more, "data": data}


def _fits(each: dict[str, Any], wanted: dict[str, Any]) -> bool:
    return all(value is None or each.get(key) == value for key, value in wanted.items())


def _named(each: dict[str, Any], names: tuple[str, ...]) -> bool:
    """Whether the type is one of those; `*` stands for anything."""
    return any(fnmatch.fnmatch(str(each.get("type")), name) for name in names)


def _between(each: dict[str, Any], bounds: dict[str, str]) -> bool:
    at = each["created"]
    tests = {
        "gt": at.__gt__,
        "gte": at.__ge__,
        "lt": at.__lt__,
        "lte": at.__le__,
    }
    return all(tests[name](int(bound)) for name, bound in bounds.items())


def _place(places: dict[str, int], request: Request, kind: str, parameter: str) -> int:
    key = request.given[parameter]
    if key not in places:
        raise no_such(kind, key, parameter)
    return places[key]


def _limit(written: str) -> int:
    if not written.isdecimal() or not 1 <= int(written) <= 100:
        raise Failure(400, "Limit has to be from 1 to 100.", param="limit")
    return int(written)


def changed(old: dict[str, Any], given: dict[str, Any]) -> dict[str, Any]:
    """`given` in place of what was there; an empty value unsets it, and keys of metadata."""
    for name, value in given.items():
        if name == "metadata":
            kept = {} if value == "" else {**old["metadata"], **value}
            old["metadata"] = {key: text for key, text in kept.items() if text != ""}
        else:
            old[name] = None if value == "" else value
    return old
