"""Numbers of which each request has a greater one than all before: nonces.

They go by the time, so that several processes with one key do not give out the same, and a process
that begins anew goes on. Whoever sends several requests at once has them overtake each other.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from threading import Lock
from typing import TYPE_CHECKING

from msgspec import structs

from ..encoding.bindings import Bindings, CountedIn
from ..transport.forks import reinit_after_fork

if TYPE_CHECKING:
    from ..decoding.response import Response
    from ..request import Request
    from ..transport.sending import Call, Failure, Transport
    from ..validation.validate import OperationChecks

_NANOSECONDS = {"milliseconds": 1_000_000, "microseconds": 1000, "nanoseconds": 1}


class Counter:
    """Counts the time, and past it where numbers are wanted faster."""

    def __init__(self, unit: CountedIn) -> None:
        self._nanoseconds = _NANOSECONDS[unit]
        self._last = 0
        self._lock = Lock()

    def next(self) -> int:
        """A number above all before."""
        with self._lock:
            self._last = max(self._last + 1, time.time_ns() // self._nanoseconds)
            return self._last

    def reinit(self) -> None:
        """After a fork, whose parent may have held the lock."""
        self._lock = Lock()


_COUNTERS: dict[CountedIn, Counter] = {
    "milliseconds": Counter("milliseconds"),
    "microseconds": Counter("microseconds"),
    "nanoseconds": Counter("nanoseconds"),
}
"""One of each for all clients of a process, as several may have one key."""
for _counter in _COUNTERS.values():
    reinit_after_fork(_counter)


def is_counted(
    bindings: Bindings,
    counted_in: tuple[str, CountedIn],
    arguments: Mapping[str, object],
    checks: OperationChecks,
) -> bool:
    """Whether the client counts: its caller does not, and no rule says that it has no effect."""
    name, unit = counted_in
    if arguments.get(name) is not None or name not in bindings.at_times:
        return arguments.get(name) is None
    from .binding import breaks

    now = time.time_ns() // _NANOSECONDS[unit]
    return not breaks(checks, {**arguments, name: now}, name)


def counted(
    request: Request,
    counted_in: tuple[str, CountedIn],
    write: Callable[[Mapping[str, object]], Request],
) -> Request:
    """`request`, which is written anew for each sending."""
    name, unit = counted_in

    def anew(current: Request) -> Request:
        made = write({**request.arguments, name: _COUNTERS[unit].next()})
        # The address of a next page is the service's, and stays.
        moved = current.target != request.target
        return structs.replace(
            current,
            target=current.target if moved else made.target,
            shown=current.shown if moved else made.shown,
            headers={**made.headers, **current.headers},
            body=made.body,
            arguments=made.arguments,
        )

    return structs.replace(request, anew=anew)


class CountingTransport:
    """A transport whose requests have a number each time that they are sent."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self.base_url = transport.base_url
        self.host = transport.host

    async def attempt(self, request: Request, call: Call) -> Response | Failure:
        """Count, and send once."""
        assert request.anew is not None, "others need no such transport"
        return await self._transport.attempt(request.anew(request), call)

    async def sleep(self, seconds: float) -> None:
        await self._transport.sleep(seconds)
