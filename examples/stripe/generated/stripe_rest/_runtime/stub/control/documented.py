"""Documented examples of events, sent to whoever subscribed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ...emulator import Event
from ..deliveries import Deliveries
from ..service import WebhookPolicy
from ..subscription import Subscription
from .fields import Field, bad, closest
from .routing import TEXT, WHOLE, Call, Missing, Route, object_of
from .sharing.deliveries import SharedDeliveries


class DocumentedEvents:
    def __init__(
        self,
        policy: WebhookPolicy,
        subscriptions: Callable[[], list[Subscription]],
        deliveries: Deliveries | SharedDeliveries,
    ) -> None:
        self._examples = {name: each.examples for name, each in policy.events.items()}
        self._subscriptions = subscriptions
        self._deliveries = deliveries

    def routes(self) -> tuple[Route, ...]:
        """What sends them, if there are any."""
        found = [name for name, examples in self._examples.items() if examples]
        if not found:
            return ()
        return (
            Route(
                method="POST",
                path="events/{event}",
                doc="Send a documented example of an event to whoever wants to hear of it.",
                do=self._sent,
                body=(
                    Field(name="example", kind="text", doc="Which one; the first without it."),
                    Field(name="tenant", kind="text", doc="Whose event it is."),
                ),
                answer=object_of(event=TEXT, example=TEXT, sent=WHOLE),
                among={"event": found},
            ),
        )

    def _sent(self, call: Call) -> object:
        example, tenant = call.body.get("example"), call.body.get("tenant")
        return self.send(call.path["event"], example, tenant, call.namespace)

    def send(
        self, event: str, example: str | None, tenant: str | None, namespace: str = ""
    ) -> dict[str, Any]:
        """Tell subscribers an event as it is documented.

        Raises:
            Missing: there is no such event, or it has no example.
            BadInput: there is no such example.
        """
        examples = self._examples.get(event)
        if not examples:
            known = [name for name, each in self._examples.items() if each]
            raise Missing(f"there is no example of an event {event}{closest(event, known)}")
        name = example or next(iter(examples))
        if name not in examples:
            raise bad("example", f"is {name}, which is no example{closest(name, examples)}")
        every = self._subscriptions()
        self._deliveries.tell(every, Event(event, {}, name), tenant or "", namespace)
        wanted = sum(each.wants(event, tenant or "", namespace) for each in every)
        return {"event": event, "example": name, "sent": wanted}
