"""The stores of permits, by their names, and limiters that count in them."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, get_args

from ..errors import ConfigurationError
from ..transport.run_sync import blocking_sleep
from .limiter import Limiter, LimitScope, OnLimiterFailure
from .windows import InlineStore

if TYPE_CHECKING:
    from ..quotas import ToldLimits
    from .windows import AsyncStore, Store

_SQLITE = "sqlite:///"
_REDIS = ("redis://", "rediss://", "unix://")


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
