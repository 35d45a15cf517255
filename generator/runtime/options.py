"""What a caller may choose, checked when it is chosen."""

from __future__ import annotations

from threading import TIMEOUT_MAX

from msgspec import UNSET, Struct, UnsetType, structs
from urllib3 import Retry

from .errors import ConfigurationError
from .retry import DEFAULT_MAX_WAIT, DEFAULT_RETRIES, policy
from .transport import DEFAULT_TIMEOUT


class Options(Struct, frozen=True, kw_only=True):
    """How calls are made."""

    timeout: float | None = DEFAULT_TIMEOUT
    retries: Retry = policy(DEFAULT_RETRIES)
    max_wait: float = DEFAULT_MAX_WAIT
    strict: bool = False

    def changed(
        self,
        *,
        timeout: float | UnsetType | None = UNSET,
        retries: int | Retry | UnsetType = UNSET,
        max_wait: float | UnsetType = UNSET,
        strict: bool | UnsetType = UNSET,
    ) -> Options:
        """The same with those that are given.

        Raises:
            ConfigurationError: one of them makes no sense.
        """
        changes: dict[str, object] = {}
        if timeout is not UNSET:
            changes["timeout"] = _timeout(timeout)
        if retries is not UNSET:
            changes["retries"] = _retries(retries)
        if max_wait is not UNSET:
            changes["max_wait"] = _max_wait(max_wait)
        if strict is not UNSET:
            changes["strict"] = bool(strict)
        return structs.replace(self, **changes) if changes else self


def _timeout(timeout: object) -> float | None:
    if timeout is None:
        return None
    number = _number(timeout)
    # What no socket can wait for, such as infinity, is a mistake for None.
    if 0 < number <= TIMEOUT_MAX:
        return number
    raise ConfigurationError(f"timeout= is {timeout!r}, not a number of seconds above 0, or None")


def _retries(retries: object) -> Retry:
    if isinstance(retries, Retry):
        return policy(retries)
    if isinstance(retries, int) and not isinstance(retries, bool) and retries >= 0:
        return policy(retries)
    raise ConfigurationError(f"retries= is {retries!r}, not a number from 0 on, or urllib3's Retry")


def _max_wait(max_wait: object) -> float:
    number = _number(max_wait)
    if 0 <= number <= TIMEOUT_MAX:
        return number
    raise ConfigurationError(f"max_wait= is {max_wait!r}, not a number of seconds from 0 on")


def _number(value: object) -> float:
    """`value`, or -1 if it is no number."""
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else -1
