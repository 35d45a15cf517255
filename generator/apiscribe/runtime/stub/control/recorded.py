"""Subscriptions that records say, because they were made by the API itself."""

from __future__ import annotations

from collections.abc import Iterator

from ...emulator import Emulator
from ..namespaces import parts, within
from ..service import WebhookPolicy
from ..subscription import Subscription
from ..subscriptions import Said, Subscriptions


class Recorded:
    """Keeps those subscriptions in step with the records.

    Records change in many ways, so they are looked at whenever somebody is told or asks.
    """

    def __init__(
        self, emulator: Emulator, policy: WebhookPolicy, subscriptions: Subscriptions
    ) -> None:
        self._emulator = emulator
        self._events = policy.events
        self._subscriptions = subscriptions

    def of(self, kept_by: str) -> list[Subscription]:
        """Those that the records of a tenant say."""
        return self._subscriptions.settle(*parts(kept_by), list(self._said(kept_by)))

    def renew(self) -> None:
        """Have those of every tenant, and no others."""
        known = {
            within(each.tenant or "", each.namespace)
            for each in self._subscriptions.every()
            if each.record
        }
        for kept_by in dict.fromkeys([*self._emulator.tenants(), *known]):
            said = list(self._said(kept_by))
            if said or kept_by in known:
                self._subscriptions.settle(*parts(kept_by), said)

    def _said(self, kept_by: str) -> Iterator[Said]:
        """What records say, with events by our names; of those that want any that there is."""
        for each in self._emulator.subscribers(kept_by):
            names = () if each.events is None else self._names(each.events)
            if each.events is None or names:
                yield {
                    "record": each.record,
                    "url": each.url,
                    "events": names,
                    "secret": each.secret,
                    "about": each.about,
                    "headers": each.headers,
                }

    def _names(self, wanted: tuple[str, ...]) -> tuple[str, ...]:
        events = self._events.items()
        return tuple(name for name, event in events if not set(wanted).isdisjoint(event.called))
