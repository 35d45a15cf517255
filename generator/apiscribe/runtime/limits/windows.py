"""When the next request fits: sliding windows, and a queue in front of each. No I/O.

A permit is counted from the moment it is given until its window's length is over. Who has
to wait stands in the queue of the window that lets it in last, and gets in when there are
more permits than others before it. Of each window, every tenant that waits is kept its share:
without that, whoever wakes first takes all, and may be the same one every time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from msgspec import Struct

from ..operation import Limit

MARGIN = 0.025
"""Seconds that a window is longer than its limit says, for requests do not all travel equally
fast: what is sent a second apart arrives now and then in less."""
HEARTBEAT = 0.5
"""Seconds after which a waiter looks again, should others have left the queue."""
SOON = 0.02
"""The same, where permits are free but kept for others, who should take them any moment."""
GRACE = 0.5
"""Seconds that a waiter may be late before it is taken for dead and loses its place."""
DAY = 86_400
"""Seconds from which on a limit is a quota, which is not waited for."""


class Window(Struct, frozen=True):
    """One limit, and under which name it is counted."""

    key: str
    limit: Limit

    @property
    def length(self) -> float:
        return self.limit.seconds + MARGIN


class Wait(Struct, frozen=True):
    """How long one limit keeps a request back."""

    seconds: float
    limit: Limit
    soon: bool = False
    """Whether permits are free, but kept for others."""

    def is_worth(self, patience: float) -> bool:
        return self.seconds <= patience and self.limit.seconds < DAY

    @property
    def pause(self) -> float:
        """Seconds until the waiter is to ask again."""
        return min(self.seconds, SOON if self.soon else HEARTBEAT)


TenantOf = Callable[[str], str]
"""Whose a ticket is, as far as shares go."""


class StoreFailure(Exception):
    """The count cannot be reached."""


class Store(Protocol):
    """Where permits are counted.

    A ticket is the name of one request that wants some: "process.thread.number".
    """

    where: str
    """For messages; without what could be a secret."""

    def take(self, windows: Sequence[Window], ticket: str, patience: float) -> Wait | None:
        """A permit of each window at once, or none and how long to wait for them.

        Whoever has to wait, and thinks it worth its `patience`, has a place in the queue and
        keeps it by asking again in time.

        Raises:
            StoreFailure: nothing is known, nor whether permits were given.
        """
        ...

    def give_back(self, windows: Sequence[Window], ticket: str) -> None:
        """Undo all that `ticket` has, permits and place in the queue.

        Raises:
            StoreFailure: it could not be done.
        """
        ...

    def close(self) -> None: ...


def process_of(ticket: str) -> str:
    """The tenant, where processes share a count."""
    return ticket.partition(".")[0]


def ahead_in(
    queue: Mapping[str, int],
    ticket: str,
    place: int | None,
    permits: Iterable[str],
    requests: int,
    tenant: TenantOf,
) -> int:
    """How many permits others are to have before `ticket`.

    Args:
        queue: Who waits: ticket -> place.
        ticket: The one that asks.
        place: Its own place; None if it is new.
        permits: The tickets that have one of the window.
        requests: The size of the window.
        tenant: Whose a ticket is.
    """
    if not queue:
        return 0
    own = tenant(ticket)
    before = [tenant(each) for each, at in queue.items() if place is None or at < place]
    taken = dict.fromkeys([own, *map(tenant, queue)], 0)
    for given in map(tenant, permits):
        if given in taken:
            taken[given] += 1
    return ahead_of(before, own, requests, taken)


def ahead_of(before: Sequence[str], own: str, requests: int, taken: Mapping[str, int]) -> int:
    """How many permits others are to have first.

    Whoever has less than its share goes before those that have theirs, and these leave to each
    what it lacks; among equals, the queue decides.

    Args:
        before: The tenants of those that stand before this one in the queue.
        own: The tenant that it is of.
        requests: The size of the window.
        taken: Of each tenant that waits, and of this one, how many permits it has in the window.
    """
    others = {tenant: count for tenant, count in taken.items() if tenant != own}
    share = requests // (len(others) + 1)
    if taken.get(own, 0) < share:
        return sum(taken.get(tenant, 0) < share for tenant in before)
    return max(len(before), sum(max(share - count, 0) for count in others.values()))


def wait(
    window: Window, ahead: int, counted: int, granted_at: Callable[[int], float], now: float
) -> Wait:
    """How long until a request fits.

    Args:
        window: What has to be kept.
        ahead: How many permits others will take first.
        counted: How many permits are in the window.
        granted_at: When the nth oldest of them was given.
        now: On the clock of the stamps.
    """
    requests = window.limit.requests
    rounds, slot = divmod(ahead, requests)
    leaving = slot + counted - requests
    left = granted_at(leaving) + window.length - now if leaving >= 0 else 0.0
    seconds = rounds * window.length + max(left, 0.0)
    return Wait(seconds, window.limit, soon=counted < requests)
