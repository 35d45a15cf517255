"""When the next request may go: sliding windows, and a queue in front of each. No I/O.

A permit counts from the moment it is granted until the length of its window has passed. A
request that has to wait queues at the window that will admit it last, and is admitted when the
window has more free permits than there are requests ahead of it. Each waiting tenant has a share
of the window reserved: otherwise the waiter that wakes first could take every permit, each time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from ..operation import Limit

MARGIN = 0.025
"""Seconds by which a window is longer than its limit: two requests that are sent a second apart may
arrive less than a second apart."""
HEARTBEAT = 0.5
"""Seconds after which a waiter asks again, in case others have left the queue."""
SOON = 0.02
"""The same where permits are free but reserved for others, who should take them any moment."""
GRACE = 0.5
"""Seconds that a waiter may be late before it is considered gone and loses its place."""
DAY = 86_400
"""Limits over so many seconds or more are quotas: no call waits for them."""


class Window(Struct, frozen=True):
    """One limit, and the key under which its permits are counted.

    A limit without a number is not counted: it keeps requests back only while it is held.
    """

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
    """Whether permits are free, but reserved for others."""

    def is_worth(self, budget: float) -> bool:
        """Whether to wait, for a call that may wait `budget` seconds."""
        return self.seconds <= budget and self.limit.seconds < DAY

    @property
    def pause(self) -> float:
        """Seconds until the waiter is to ask again."""
        return min(self.seconds, SOON if self.soon else HEARTBEAT)


TenantOf = Callable[[str], str]
"""Which tenant a ticket belongs to. Tenants share a window fairly."""


class StoreFailure(Exception):
    """The store cannot be reached, or does not work."""


if TYPE_CHECKING:
    from typing import Protocol

    class Store(Protocol):
        """Where permits are counted.

        A ticket names one request that needs permits: "process.thread.number".
        """

        where: str
        """For messages; without secrets."""

        def take(self, windows: Sequence[Window], ticket: str, budget: float) -> Wait | None:
            """A permit of each window at once, or none and how long to wait for them.

            If the wait fits into `budget`, the ticket gets a place in the queue, and keeps it by
            calling this again in time.

            Raises:
                StoreFailure: it is unknown whether permits were granted.
            """
            ...

        def hold(self, windows: Sequence[Window], seconds: float, left: int = 0) -> None:
            """Give no permit of these windows before so long has passed, but of `left` requests.

            While a window is held, one that leaves more changes nothing.

            Raises:
                StoreFailure: it could not.
            """
            ...

        def give_back(self, windows: Sequence[Window], ticket: str) -> None:
            """Take back all that `ticket` has: permits, and its place in the queue.

            Raises:
                StoreFailure: it could not.
            """
            ...

        def close(self) -> None: ...

    class AsyncStore(Protocol):
        """The same, awaited."""

        where: str

        async def take(
            self, windows: Sequence[Window], ticket: str, budget: float
        ) -> Wait | None: ...

        async def hold(self, windows: Sequence[Window], seconds: float, left: int = 0) -> None: ...

        async def give_back(self, windows: Sequence[Window], ticket: str) -> None: ...

        def close(self) -> None: ...


class InlineStore:
    """Calls the store at once, and blocks until it returns."""

    def __init__(self, store: Store) -> None:
        self.where = store.where
        self._store = store

    async def take(self, windows: Sequence[Window], ticket: str, budget: float) -> Wait | None:
        return self._store.take(windows, ticket, budget)

    async def hold(self, windows: Sequence[Window], seconds: float, left: int = 0) -> None:
        self._store.hold(windows, seconds, left)

    async def give_back(self, windows: Sequence[Window], ticket: str) -> None:
        self._store.give_back(windows, ticket)

    def close(self) -> None:
        self._store.close()


def process_of(ticket: str) -> str:
    """The tenant, where processes share a store."""
    return ticket.partition(".")[0]


def ahead_in(
    queue: Mapping[str, int],
    ticket: str,
    place: int | None,
    permits: Iterable[str],
    requests: int,
    tenant: TenantOf,
) -> int:
    """How many permits go to others before `ticket` gets one.

    Args:
        queue: Waiting tickets, and their places.
        ticket: The request that asks.
        place: Its own place; None if it is new.
        permits: The tickets that hold a permit of the window.
        requests: How many permits the window has.
        tenant: Which tenant a ticket belongs to.
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
    """How many permits go to others first.

    Tenants with less than their share go before those that have it, which leave to each of
    them what it lacks. Among equals, the queue decides.

    Args:
        before: The tenants of the tickets ahead in the queue.
        own: The tenant that asks.
        requests: How many permits the window has.
        taken: How many permits each waiting tenant, and this one, holds of the window.
    """
    others = {tenant: count for tenant, count in taken.items() if tenant != own}
    share = requests // (len(others) + 1)
    if taken[own] < share:
        return sum(taken[tenant] < share for tenant in before)
    return max(len(before), sum(max(share - count, 0) for count in others.values()))


def wait(
    window: Window,
    ahead: int,
    counted: int,
    granted_at: Callable[[int], float],
    now: float,
    held: float = 0.0,
) -> Wait:
    """How long a request has to wait.

    Args:
        window: The limit.
        ahead: How many permits others will take first.
        counted: How many permits are in the window.
        granted_at: When the nth oldest of them was granted.
        now: The time, by the clock of `granted_at`.
        held: Seconds for which the window is held.
    """
    requests = window.limit.requests
    if not requests:
        return Wait(max(held, 0.0), window.limit)
    rounds, slot = divmod(ahead, requests)
    # The last of those that have to leave before there is room for what the request costs.
    leaving = min(slot + counted - requests + window.limit.cost, counted) - 1
    left = granted_at(leaving) + window.length - now if leaving >= 0 else 0.0
    seconds = rounds * window.length + max(left, 0.0)
    if held > seconds:
        return Wait(held, window.limit)
    return Wait(seconds, window.limit, soon=counted + window.limit.cost <= requests)
