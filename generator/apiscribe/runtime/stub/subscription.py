"""Somebody who wants to hear of events."""

from __future__ import annotations

from msgspec import Struct

from ..emulator.about import About

_PAUSES = (1.0, 2.0)


class Subscription(Struct, kw_only=True):
    """Who wants to hear of which events."""

    id: int
    url: str
    events: tuple[str, ...] = ()
    """Names; all, if there are none."""
    asked_for: tuple[str, ...] = ()
    """The words that they were asked for by, where somebody did."""
    pauses: tuple[float, ...] = _PAUSES
    tenant: str | None = None
    namespace: str = ""
    username: str = ""
    password: str = ""
    secret: str = ""
    about: tuple[About, ...] = ()
    """What events are about that it is told of; each of these."""
    record: str = ""
    """Entity and key of the record that says so; empty if it was asked for beside the API."""
    greeted: bool = False
    """Whether hands were shaken when it was asked for, where the service wants that."""

    def __repr__(self) -> str:
        return f"Subscription(id={self.id}, url={self.url!r})"

    def wants(self, event: str, tenant: str, namespace: str) -> bool:
        if self.namespace and self.namespace != namespace:
            return False
        if self.tenant is not None and self.tenant != tenant:
            return False
        return not self.events or event in self.events

    def pause(self, attempt: int) -> float:
        """Seconds after an attempt that failed; the last pause is that of all further ones."""
        return self.pauses[min(attempt, len(self.pauses)) - 1] if self.pauses else 0
