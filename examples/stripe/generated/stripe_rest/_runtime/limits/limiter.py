"""Waits for permits, or raises where waiting is of no use."""

from __future__ import annotations

import logging
import os
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from itertools import count
from threading import get_ident
from typing import TYPE_CHECKING, Literal

from ..clock import monotonic, wall
from ..errors import RateLimited, TransportError, bare
from ..operation import Limit, digest
from ..transport.run_sync import blocking_sleep
from .windows import StoreFailure, Wait, Window

if TYPE_CHECKING:
    from ..operation import Operation
    from ..quotas import ToldLimits
    from ..transport.call_events import CallEvents
    from ..transport.retry import Attempts
    from .windows import AsyncStore

LimitScope = Literal["group", "operation"]
OnLimiterFailure = Literal["closed", "open"]

_NOTHING: Mapping[str, object] = {}
_log = logging.getLogger(__name__.partition(".")[0])
_numbers = count()
_MOST_NAMES = 8
"""So many limits that only responses name are kept of an operation."""
_RUN = os.urandom(6).hex()


class CountedPermit:
    """The right to send one request."""

    __slots__ = ("_arguments", "_limiter", "_operation", "_ticket", "_windows")

    def __init__(
        self,
        limiter: Limiter,
        operation: Operation,
        arguments: Mapping[str, object],
        windows: Sequence[Window],
        ticket: str,
    ) -> None:
        self._limiter = limiter
        self._operation = operation
        self._arguments = arguments
        self._windows = windows
        self._ticket = ticket

    async def give_back(self) -> None:
        """For a request that was not sent."""
        await self._limiter.withdraw(self._windows, self._ticket)

    async def learn(self, headers: Mapping[str, str], body: bytes) -> None:
        """What a response tells of what is left of the limit."""
        await self._limiter.learn(self._operation, self._arguments, headers, body)


class Limiter:
    """The limits of one key. Safe to share between threads."""

    def __init__(
        self,
        store: AsyncStore,
        key: str,
        *,
        scope: LimitScope = "group",
        on_failure: OnLimiterFailure = "closed",
        told: ToldLimits | None = None,
        clock: Callable[[], float] = monotonic,
        sleep: Callable[[float], Awaitable[None]] = blocking_sleep,
    ) -> None:
        """Set up; the first permit connects.

        Args:
            store: Where permits are counted.
            key: The name of what the limits are for, such as a digest of the credentials.
            scope: Whether the operations of a group share its limit, or each has its own.
            on_failure: Whether to refuse requests, or let them pass, when `store` fails.
            told: Where responses tell what is left.
            clock: Seconds, by which waiting is measured.
            sleep: How to wait.
        """
        self._store = store
        self._key = key
        self._scope = scope
        self._on_failure = on_failure
        self._clock = clock
        self._sleep = sleep
        self._told = told
        self._windows: dict[str, tuple[Window, ...]] = {}
        self._buckets: dict[str, tuple[str, ...]] = {}
        """Operation -> the limits that responses have named for it, and the spec has not."""

    async def acquire(
        self,
        operation: Operation,
        attempts: Attempts,
        call_events: CallEvents | None = None,
        arguments: Mapping[str, object] = _NOTHING,
    ) -> CountedPermit | None:
        """A permit, once there is one; None if none is needed, or `on_failure` is "open".

        Raises:
            RateLimited: the call may not wait so long, or a day's quota is used up.
            TransportError: permits cannot be counted, and `on_failure` is "closed".
        """
        windows = self.windows(operation, arguments)
        if not windows:
            return None
        ticket = new_ticket()
        started_at: float | None = None
        try:
            while True:
                waited = 0.0 if started_at is None else self._clock() - started_at
                left = max(attempts.wait_budget - waited, 0.0)
                wait = await self._store.take(windows, ticket, left)
                if wait is None:
                    attempts.wait_budget = left
                    return CountedPermit(self, operation, arguments, windows, ticket)
                if not wait.is_worth(left):
                    raise limited(operation, wait)
                if started_at is None:
                    started_at = self._clock()
                    if call_events is not None:
                        call_events.waits(wait.seconds, "rate limit", wait.limit.group)
                await self._sleep(wait.pause)
        except RateLimited:
            raise
        except StoreFailure as error:
            self._after_store_failure(operation, error)
            return None
        except BaseException:
            # Cancelled: others must not wait for a call that has gone.
            await self.withdraw(windows, ticket)
            raise

    def windows(
        self, operation: Operation, arguments: Mapping[str, object] = _NOTHING
    ) -> tuple[Window, ...]:
        """The limits of `operation`. A permit of each is taken, all at once."""
        known = self._windows.get(operation.id)
        if known is not None:
            return known
        own = f":{operation.id}" if self._scope == "operation" else ""
        found = tuple(
            Window(f"{self._key}:{limit.bucket(operation, arguments)}{own}", limit)
            for limit in operation.limits
        )
        if operation.id in self._buckets:
            found += self._learnt(operation, arguments, self._buckets[operation.id])
        if found and self._told is not None and self._told.tells_of_everything:
            found += (self._everything(),)
        if all(limit.per != "argument" for limit in operation.limits):
            self._windows[operation.id] = found
        return found

    def _learnt(
        self, operation: Operation, arguments: Mapping[str, object], names: Iterable[str]
    ) -> tuple[Window, ...]:
        """Limits that responses name: of each value of an argument, where that has its own."""
        values = [v.bucket(operation, arguments) for v in operation.limits if v.per == "argument"]
        limit = _told_limit(operation.limits[0])
        return tuple(Window(f"{self._key}:told:{digest([name, *values])}", limit) for name in names)

    def _everything(self) -> Window:
        return Window(f"{self._key}:told", Limit(group="everything", requests=0, seconds=1))

    def _meant(
        self, operation: Operation, arguments: Mapping[str, object], group: str
    ) -> Sequence[Window]:
        """The windows that a response tells of: those of a group, if it names one."""
        assert self._told is not None
        if self._told.bucket and operation.id in self._buckets:
            return self._learnt(operation, arguments, self._buckets[operation.id])
        silent = self._told.silent
        own = self.windows(operation, arguments)[: len(operation.limits)]
        found = [each for each in own if each.limit.group not in silent]
        if not group or group in silent:
            return found
        named = [each for each in found if each.limit.group == group]
        if not named:
            self._learn(operation, (*self._buckets.get(operation.id, ()), group))
        return named or self._learnt(operation, arguments, [group])

    def _learn(self, operation: Operation, names: Sequence[str]) -> None:
        """The limits of an operation by the names that responses have for them."""
        known = tuple(dict.fromkeys(names))[-_MOST_NAMES:]
        if self._buckets.get(operation.id) != known:
            self._buckets[operation.id] = known
            self._windows.pop(operation.id, None)

    async def learn(
        self,
        operation: Operation,
        arguments: Mapping[str, object],
        headers: Mapping[str, str],
        body: bytes,
    ) -> None:
        """Hold what a response says is used up, or leaves too little for dear calls."""
        told = self._told
        if told is None:
            return
        bucket = headers.get(told.bucket, "") if told.bucket else ""
        if bucket:
            self._learn(operation, (bucket,))
        data = told.read(body)
        limits = [(limit.group, limit.requests) for limit in operation.limits]
        dearest = max((limit.dearest for limit in operation.limits), default=1)
        for each in told.left(headers, data, limits):
            if each.least >= dearest:
                continue
            seconds: float | None = each.seconds
            if each.reset is not None:
                from ..decoding.retry_after import told_wait

                seconds = told_wait(each.reset, headers, data, wall())
                if seconds is None and each.remaining is None:
                    continue  # it asks for nothing
            windows = self._meant(operation, arguments, each.group)
            if each.window is not None:
                windows = windows[each.window : each.window + 1]
            # The tightest of several limits is told: it is about those that allow as many.
            as_many = [window for window in windows if window.limit.requests == each.limit]
            windows = as_many or windows
            short = [window for window in windows if each.least < window.limit.dearest]
            paced = seconds is None and each.reset is None and not told.standard
            for window in short if paced else ():
                missing = max(window.limit.cost - each.least, 1)
                await self._hold([window], window.limit.pace * missing, each.least)
            if not paced:
                await self._hold(short, seconds, each.least)

    async def refused(
        self, operation: Operation, arguments: Mapping[str, object], error: RateLimited
    ) -> None:
        """Hold everything, where a refusal is about that, or what it names, for everybody else."""
        told = self._told
        if told is None or not error._is_told:
            return
        if told.tells_of_everything and told.is_about_everything(error.headers, error.body):
            await self._hold([self._everything()], error.retry_after)
        elif told.bucket and operation.id in self._buckets:
            learnt = self._learnt(operation, arguments, self._buckets[operation.id])
            await self._hold(learnt, error.retry_after)

    async def _hold(self, windows: Sequence[Window], seconds: float | None, left: int = 0) -> None:
        if not seconds or not windows:
            return
        try:
            await self._store.hold(windows, seconds, left)
        except StoreFailure as error:
            _log.warning("a told limit cannot be kept in %s: %s", self._store.where, error)

    def close(self) -> None:
        self._store.close()

    async def withdraw(self, windows: Sequence[Window], ticket: str) -> None:
        """Give back what `ticket` has; log it if that fails."""
        try:
            await self._store.give_back(windows, ticket)
        except StoreFailure as error:
            _log.warning("a permit cannot be given back to %s: %s", self._store.where, error)

    def _after_store_failure(self, operation: Operation, error: StoreFailure) -> None:
        where = self._store.where
        if self._on_failure == "open":
            _log.warning("%s: sent without a permit: %s fails: %s", operation.id, where, error)
            return
        raise TransportError(
            f'the rate limit cannot be counted: {error} (on_limiter_failure="open" sends anyway)',
            operation=operation.id,
            host=where,
            sent=False,
        ) from bare(error)


def _told_limit(known: Limit) -> Limit:
    """A limit that is not counted, and holds requests back when responses say so."""
    cost, dearest = known.cost, known.dearest
    return Limit(group=known.group, requests=0, seconds=1, cost=cost, dearest=dearest)


def limited(operation: Operation, wait: Wait) -> RateLimited:
    """The error of a request that was not sent because of a limit."""
    limit = wait.limit
    known = f"{limit.requests} in {limit.seconds} s" if limit.requests else "as responses tell it"
    error = RateLimited(
        f"the limit of group {limit.group}, {known}, is used up "
        f"for {_in_words(wait.seconds)}; nothing was sent",
        operation=operation.id,
        section=operation.section,
    )
    error.retry_after, error.group = wait.seconds, limit.group
    return error


def _in_words(seconds: float) -> str:
    return f"{seconds:.3g} s" if seconds < 100 else f"{seconds:.0f} s"


def new_ticket() -> str:
    return f"{_RUN}-{os.getpid()}.{get_ident()}.{next(_numbers)}"
