"""The stores of permits, by their names."""

from __future__ import annotations

from ..errors import ConfigurationError
from .windows import Store

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
