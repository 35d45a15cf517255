"""Waits for permits, or raises where waiting is of no use."""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Awaitable, Callable, Mapping, Sequence
from itertools import count
from threading import get_ident
from typing import TYPE_CHECKING, Literal, get_args

from ..clock import monotonic, wall
from ..decoding.retry_after import told_wait
from ..errors import ConfigurationError, RateLimited, TransportError, bare
from ..transport.run_sync import blocking_sleep
from .async_store import AsyncStore, InlineStore
from .windows import Store, StoreFailure, Wait, Window

if TYPE_CHECKING:
    from ..operation import Operation
    from ..quotas import ToldLimits
    from ..transport.call_events import CallEvents
    from ..transport.retry import Attempts

LimitScope = Literal["group", "operation"]
OnLimiterFailure = Literal["closed", "open"]

_NOTHING: Mapping[str, object] = {}
_log = logging.getLogger(__name__.partition(".")[0])
_numbers = count()
_RUN = os.urandom(6).hex()
_SQLITE = "sqlite:///"
_REDIS = ("redis://", "rediss://", "unix://")


class CountedPermit:
    """The right to send one request."""

    __slots__ = ("_limiter", "_ticket", "_windows")

    def __init__(self, limiter: Limiter, windows: Sequence[Window], ticket: str) -> None:
        self._limiter = limiter
        self._windows = windows
        self._ticket = ticket

    async def give_back(self) -> None:
        """For a request that was not sent."""
        await self._limiter.withdraw(self._windows, self._ticket)

    async def learn(self, headers: Mapping[str, str]) -> None:
        """What a response tells of what is left of the limit."""
        await self._limiter.learn(self._windows, headers)


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
                    return CountedPermit(self, windows, ticket)
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
        if all(limit.per != "argument" for limit in operation.limits):
            self._windows[operation.id] = found
        return found

    async def learn(self, windows: Sequence[Window], headers: Mapping[str, str]) -> None:
        """Hold what a response says is used up."""
        told = self._told
        if told is None or told.remaining_in(headers) != 0:
            return
        if told.reset is None:
            seconds = told.standard_reset(headers)
        else:
            seconds = told_wait(told.reset, headers, None, wall())
        group = headers.get(told.group, "")
        meant = [each for each in windows if each.limit.group not in told.silent]
        named = [each for each in meant if each.limit.group == group]
        if seconds and meant:
            try:
                await self._store.hold(named or meant, seconds)
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


def limited(operation: Operation, wait: Wait) -> RateLimited:
    """The error of a request that was not sent because of a limit."""
    limit = wait.limit
    known = f"{limit.requests} in {limit.seconds} s" if limit.requests else "as responses tell it"
    error = RateLimited(
        f"the limit of group {limit.group}, {known}, is used up "
        f"for {wait.seconds:.3g} s; nothing was sent",
        operation=operation.id,
        section=operation.section,
    )
    error.retry_after, error.group = wait.seconds, limit.group
    return error


def new_ticket() -> str:
    return f"{_RUN}-{os.getpid()}.{get_ident()}.{next(_numbers)}"


def open_limiter(
    rate_limit: object,
    key: Sequence[str],
    *,
    scope: LimitScope,
    on_failure: OnLimiterFailure,
    told: ToldLimits | None = None,
    async_store: Callable[[Store], AsyncStore] = InlineStore,
    sleep: Callable[[float], Awaitable[None]] = blocking_sleep,
) -> Limiter:
    """The limiter that a client's arguments ask for.

    Args:
        rate_limit: The name of the store.
        key: What has limits of its own: package, base URL and credentials.
        scope: `rate_limit_per`.
        on_failure: `on_limiter_failure`.
        told: Where responses tell what is left.
        async_store: How to use a store: at once, or in a thread.
        sleep: How to wait.

    Raises:
        ConfigurationError: one of them makes no sense.
        ModuleNotFoundError: it needs what is not installed.
    """
    if scope not in get_args(LimitScope):
        raise ConfigurationError('rate_limit_per= is not "group" or "operation"')
    if on_failure not in get_args(OnLimiterFailure):
        raise ConfigurationError('on_limiter_failure= is not "closed" or "open"')
    digest = hashlib.sha256("\0".join(key).encode()).hexdigest()
    # The braces keep all that one script touches on one node of a Redis cluster.
    name = f"{key[0]}:{{{digest[:32]}}}"
    store = open_store(rate_limit)
    return Limiter(
        async_store(store), name, scope=scope, on_failure=on_failure, told=told, sleep=sleep
    )


def open_store(rate_limit: object) -> Store:
    """The store that `rate_limit` names.

    Raises:
        ConfigurationError: it names no store.
        ModuleNotFoundError: it needs what is not installed.
    """
    if rate_limit == "memory":
        from .in_memory import SHARED

        return SHARED
    url = rate_limit if isinstance(rate_limit, str) else ""
    if url.startswith(_SQLITE) and url != _SQLITE and "\0" not in url:
        from .in_sqlite import SQLiteStore

        return SQLiteStore(url.removeprefix(_SQLITE))
    if url.startswith(_REDIS):
        return _on_redis(url)
    # Not quoted: it may hold a password.
    raise ConfigurationError(
        'rate_limit= is not "memory", "sqlite:///path", "redis://host:port", or None '
        "(where it is left out, its variable counts)"
    )


def _on_redis(url: str) -> Store:
    from .in_redis import RedisStore

    try:
        return RedisStore(url)
    except (TypeError, ValueError):
        raise ConfigurationError("rate_limit= is not a URL that redis understands") from None
