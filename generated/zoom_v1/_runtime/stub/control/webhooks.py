"""Who hears of the service's events, and how their delivery went."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from ...emulator import Clock, Emulator, Event
from ..board import Board
from ..deliveries import Deliveries
from ..delivering import Delivery
from ..destinations import Destinations
from ..event_bodies import EventBodies
from ..greeting import Greeter
from ..namespaces import parts, within
from ..posting import NotAnswered
from ..service import WebhookPolicy
from ..subscription import Subscription
from ..subscriptions import Subscriptions
from .documented import DocumentedEvents
from .fields import LONGEST, BadInput, Field, Problem, bad
from .receipts import Receipts
from .recorded import Recorded
from .routing import OBJECT, TEXT, WHOLE, Call, Link, Missing, Route, list_of, object_of
from .sharing.deliveries import SharedDeliveries
from .sharing.subscriptions import SharedSubscriptions
from .webhook_fields import (
    by_our_names,
    shown_subscription,
    subscription_problems,
    webhook_fields,
    words_of_events,
)

_LIMIT = Field(
    name="limit", kind="integer", doc="How many at most; the last ones.", least=0, most=LONGEST
)
_NOTHING: AbstractContextManager[object] = nullcontext()
_WEBHOOK = {"type": "object", "required": ["id", "url", "events", "pauses"]}


class WebhookControl:
    """Subscriptions, and the log of deliveries.

    Args:
        policy: how the service sends events.
        bodies: writes them.
        clock: the emulator's.
        hosts: where events may go to besides this machine; `*` is anywhere.
        board: what other processes have in common with this one; None for one alone.
        emulator: whose records say who is told besides; None if none do.
        receipts: counts who has not received what; None if nothing does.
        turn: held by whoever looks at records.
    """

    def __init__(
        self,
        policy: WebhookPolicy,
        bodies: EventBodies,
        clock: Clock,
        hosts: Iterable[str] = (),
        board: Board | None = None,
        emulator: Emulator | None = None,
        *,
        receipts: Receipts | None = None,
        turn: AbstractContextManager[object] = _NOTHING,
    ) -> None:
        self._receipts = receipts
        arrived = _nobody if receipts is None else receipts.arrived
        self._turn = turn
        self._policy = policy
        self._bodies = bodies
        self.fields = tuple(webhook_fields(policy))
        self._words = words_of_events(policy)
        self._destinations = Destinations(hosts, policy.ports)
        self.subscriptions: Subscriptions
        self.deliveries: Deliveries | SharedDeliveries
        to = self._destinations
        self._greeter = greeter = Greeter(policy, to, board)
        if board is None:
            self.subscriptions = Subscriptions()
            self.deliveries = Deliveries(policy, clock, bodies, to, greeter, self._current, arrived)
        else:
            self.subscriptions = SharedSubscriptions(board)
            self.deliveries = SharedDeliveries(
                policy, clock, bodies, to, greeter, board, self._current, arrived
            )
        self.subscriptions.forgotten = self.deliveries.forsake
        self._recorded: Recorded | None = None
        if emulator is not None:
            self._recorded = Recorded(emulator, policy, self.subscriptions)
        self.greets_records = greeter.is_needed and emulator is not None
        """Whether hands are shaken with who subscribes by the API itself."""
        self.documented = DocumentedEvents(policy, self.every, self.deliveries)

    def every(self) -> list[Subscription]:
        """Who is told, with those that records say."""
        if self._recorded is not None:
            self._recorded.renew()
        return self.subscriptions.every()

    def told(self, kept_by: str, events: Iterable[Event]) -> None:
        """Hear of events, and tell those who want to know."""
        tenant, namespace = parts(kept_by)
        told = [each for each in events if each.name in self._policy.events]
        if not told:
            return
        every = [each for each in self.subscriptions.every() if not each.record]
        if self._recorded is not None:
            every += self._recorded.of(kept_by)
        for event in told if every else ():
            made = self.deliveries.tell(self._about(every, event), event, tenant, namespace)
            if self._receipts is not None:
                self._receipts.begun(made)

    def _current(self, subscription: Subscription) -> Subscription | None:
        """What somebody wants now; records may have changed meanwhile. None for nothing more."""
        if not subscription.record or self._recorded is None:
            return self.subscriptions.get(subscription.id)
        with self._turn:
            mine = self._recorded.of(within(subscription.tenant or "", subscription.namespace))
        return next((each for each in mine if each.record == subscription.record), None)

    def _about(self, every: Sequence[Subscription], event: Event) -> Iterable[Subscription]:
        """Those whom an event concerns, by what it is about."""
        if not any(each.about for each in every):
            return every
        payload = self._bodies.payload(event)
        return [each for each in every if all(about.fits(payload) for about in each.about)]

    def greet(self, kept_by: str) -> None:
        """Shake hands with whom the records of a tenant say."""
        for each in self._recorded.of(kept_by) if self._recorded is not None else ():
            if self._greeter.is_new(each):
                self.deliveries.greet(each)

    def subscribe(
        self, given: Mapping[str, Any], namespace: str = "", *, waits: bool = True
    ) -> Subscription:
        """Have events sent somewhere.

        Args:
            given: what the subscription says.
            namespace: whose events.
            waits: shake hands first, where the service does, and not with the first event.

        Raises:
            BadInput: with every problem.
            NotYet: hands have still to be shaken.
        """
        if problems := self.problems(given):
            raise BadInput(problems)
        if waits and self._greeter.is_needed:
            given = {**given, "secret": self._admitted(given), "greeted": True}
        made: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in given.items()
        }
        return self.subscriptions.add(namespace, by_our_names(self._words, made))

    def _admitted(self, given: Mapping[str, Any]) -> str:
        told: dict[str, Any] = {
            name: given.get(name) or "" for name in ("url", "username", "password", "secret")
        }
        who = Subscription(id=0, **told)
        try:
            return self._greeter.admitted(who)
        except NotAnswered as failed:
            raise bad("url", f"takes no handshake: {failed}") from None

    def restart(self) -> None:
        """Have no subscribers and no log; what is under way is not delivered."""
        self.subscriptions.restart()
        self.deliveries.restart()

    def routes(self) -> tuple[Route, ...]:
        deliveries = object_of(deliveries=list_of(OBJECT))
        words = tuple(self._words)
        event = Field(name="event", kind="text", doc="Of which events.", choices=words)
        return (
            Route(
                method="POST",
                path="webhooks",
                doc="Have events sent somewhere.",
                do=lambda call: shown_subscription(self.subscribe(call.body, call.namespace)),
                body=self.fields,
                looks=lambda given, _: self.problems(given),
                answer=_WEBHOOK,
                links=(Link("delete_webhooks_id", "id", "/id"),),
            ),
            Route(
                method="GET",
                path="webhooks",
                doc="Who hears of events; without passwords.",
                do=lambda call: {
                    "webhooks": list(map(shown_subscription, self._of(call.namespace)))
                },
                answer=object_of(webhooks=list_of(_WEBHOOK)),
            ),
            Route(
                method="DELETE",
                path="webhooks",
                doc="Tell nobody any more but those of the API's own records.",
                do=self._remove_all,
                answer=object_of(removed=WHOLE),
            ),
            Route(
                method="DELETE",
                path="webhooks/{id}",
                doc="Tell one subscriber no more.",
                do=self._remove,
                answer=object_of(removed=WHOLE),
            ),
            Route(
                method="GET",
                path="deliveries",
                doc="The last deliveries, oldest first, with each attempt.",
                do=self._log,
                query=(event, _LIMIT),
                answer=deliveries,
                links=(Link("post_deliveries_id_redeliver", "id", "/deliveries/0/id"),),
            ),
            Route(
                method="POST",
                path="deliveries/{id}/redeliver",
                doc="Send an event again, with as many attempts as at first.",
                do=self._redeliver,
                body=(),
                answer=object_of(id=WHOLE, event=TEXT, state=TEXT),
            ),
            *self.documented.routes(),
        )

    def problems(self, given: Mapping[str, Any]) -> list[Problem]:
        """What is wrong with a subscription whose parts are of the right kinds, or None."""
        return subscription_problems(self._policy, self._words, self._destinations, given)

    def _of(self, namespace: str) -> list[Subscription]:
        return [each for each in self.every() if not namespace or each.namespace == namespace]

    def _remove_all(self, call: Call) -> object:
        gone = [each for each in self._of(call.namespace) if not each.record]
        for each in gone:
            self._forget(each)
        return {"removed": len(gone)}

    def _remove(self, call: Call) -> object:
        found = self._get(_number(call.path["id"]))
        if found is None:
            raise Missing("there is no webhook of that id")
        if found.record:
            raise bad("id", f"is of the record {found.record}; remove that by the API itself")
        self._forget(found)
        return {"removed": 1}

    def _forget(self, gone: Subscription) -> None:
        self.subscriptions.remove(gone.id)
        self.deliveries.forsake(gone.id)

    def _get(self, id: int) -> Subscription | None:
        return next((each for each in self.every() if each.id == id), None)

    def _log(self, call: Call) -> object:
        asked = call.query
        self.every()  # what nobody wants any more is not under way
        meant = self._words[asked["event"]] if "event" in asked else self._policy.events
        found = [
            each
            for each in self.deliveries.log
            if each.event in meant and (not call.namespace or each.namespace == call.namespace)
        ]
        if "limit" in asked:
            found = found[-asked["limit"] :] if asked["limit"] else []
        return {"deliveries": found}

    def _redeliver(self, call: Call) -> Delivery:
        delivery = self.deliveries.find(_number(call.path["id"]))
        if delivery is None:
            raise Missing("there is no delivery of that id")
        subscription = self._get(delivery.webhook)
        if subscription is None:
            raise Missing("its webhook is no more")
        if delivery.state == "pending":
            raise bad("id", "is of a delivery that is still under way")
        self.deliveries.send(delivery, subscription)
        return delivery


def _nobody(_: Delivery) -> None:
    """Hear of nothing."""


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 20 else 0
