"""Events that are records, which say how many have not received them."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from urllib.parse import parse_qs

import msgspec

from ...emulator import Emulator
from ...emulator.comparing import canonical
from ...semantics.paths import reach_keys
from ...webhooks.several import events_in
from ..delivering import Delivery
from ..namespaces import within
from ..service import WebhookPolicy


class Receipts:
    """Counts them, as deliveries begin and arrive.

    Args:
        emulator: whose records they are.
        policy: where a delivery says which event it is of.
        turn: held by whoever changes records.
    """

    def __init__(
        self, emulator: Emulator, policy: WebhookPolicy, turn: AbstractContextManager[object]
    ) -> None:
        self._emulator = emulator
        self._id_key = policy.id_key
        self._items = policy.items
        self._turn = turn

    def begun(self, deliveries: Sequence[Delivery]) -> None:
        """Hear of all deliveries of one event."""
        if deliveries:
            self._count(deliveries[0], len(deliveries))

    def arrived(self, delivery: Delivery) -> None:
        """Hear of one that has arrived; the second time changes nothing."""
        if delivery.is_first:
            self._count(delivery, -1)

    def _count(self, delivery: Delivery, more: int) -> None:
        kept_by = within(delivery.tenant, delivery.namespace)
        with self._turn:
            self._emulator.undelivered(kept_by, self._id(delivery), more)

    def _id(self, delivery: Delivery) -> str:
        if delivery.content_type == "application/json":
            content = msgspec.json.decode(delivery.body)
            events = events_in(content, self._items) if self._items else [content]
            return canonical(reach_keys(events[0], self._id_key)) if events else ""
        return parse_qs(delivery.body).get(self._id_key[0], [""])[0]
