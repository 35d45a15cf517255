"""Rate limits as the service has them, by the emulator's clock."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Literal, assert_never

from ...emulator import Clock
from ...envelope import Wait
from ...operation import Limit, Operation
from ...quotas import ToldLimits
from ..namespaces import is_within
from ..responses import Header

Limits = Literal["off", "on"] | float
"""`on` is as documented; a number is so many times as many requests."""


class RateLimits:
    """Counts the requests of each tenant, in sliding windows."""

    def __init__(self, limits: Limits, clock: Clock, told: ToldLimits | None = None) -> None:
        self._factor = {"off": 0.0, "on": 1.0}.get(limits) if isinstance(limits, str) else limits
        if self._factor is None or not 0 <= self._factor < float("inf"):
            raise ValueError(f"limits={limits!r} is not `off`, `on` or a number above 0")
        self.on = bool(self._factor)
        self._clock = clock
        self._told = told
        self._windows: dict[tuple[str, str], deque[float]] = {}
        self.of_all: frozenset[str] = frozenset()
        """Groups that are about whatever is called."""

    def admits(self, operation: Operation, given: Mapping[str, object], tenant: str) -> bool:
        """Whether a request is within all limits; then it counts against them."""
        windows = self._all(operation, given, tenant)
        if any(len(window) + limit.cost > self._most(limit) for limit, window in windows):
            return False
        now = self._clock.seconds()
        for limit, window in windows:
            window.extend([now] * limit.cost)
        return True

    def told(
        self, operation: Operation, given: Mapping[str, object], tenant: str
    ) -> tuple[list[Header], dict[str, int]]:
        """What headers and body tell of the limit that has least left, as the API tells it."""
        told = self._told
        if told is None:
            return [], {}
        windows = [
            each for each in self._all(operation, given, tenant) if each[0].group not in told.silent
        ]
        if not windows:
            return [], {}
        now = self._clock.seconds()
        in_order = [*windows]
        windows.sort(key=lambda each: self._most(each[0]) - len(each[1]))
        if told.standard:
            tightest = {limit.group: (limit, window) for limit, window in reversed(windows)}
            items = (
                f'"{group}";r={self._left(*each)};t={_up(_until(*each, now))}'
                for group, each in reversed(tightest.items())
            )
            return [(told.standard.encode(), ", ".join(items).encode())], {}
        found: dict[str, str] = {}
        keys: dict[str, int] = {}
        for each in (told, *told.others):
            meant = (w for w in windows if each.about in ("", w[0].group))
            if (tight := next(meant, None)) is not None:
                found |= self._said(each, *tight, now)
                found |= self._used(each, (w for w in in_order if w[0].group == tight[0].group))
                keys |= {each.remaining_key: self._left(*tight)}
                keys |= {each.limit_key: self._most(tight[0])}
        headers = [(name.encode(), text.encode()) for name, text in found.items() if name]
        return headers, {key: number for key, number in keys.items() if key}

    def _said(
        self, told: ToldLimits, limit: Limit, window: deque[float], now: float
    ) -> dict[str, str]:
        """What headers say of one limit."""
        found = {
            told.remaining: str(self._left(limit, window)),
            told.limit: str(self._most(limit)),
            told.group: limit.group,
            told.bucket: limit.group,
        }
        if told.reset is not None and told.reset.header is not None:
            found[told.reset.header] = _reset(told.reset, _until(limit, window, now), now)
        return found

    def _used(
        self, told: ToldLimits, windows: Iterable[tuple[Limit, deque[float]]]
    ) -> dict[str, str]:
        """What headers say of how much is used, of all windows of a group."""
        if not told.used:
            return {}
        counts = [
            (self._most(limit) - self._left(limit, w), self._most(limit)) for limit, w in windows
        ]
        if told.of_requests:
            return {told.used: ",".join(str(used) for used, _ in counts)}
        if not told.limit:
            return {told.used: ",".join(f"{used}/{most}" for used, most in counts)}
        used, most = (",".join(map(str, each)) for each in zip(*counts, strict=True))
        return {told.used: used, told.limit: most}

    def waits(
        self,
        operation: Operation,
        given: Mapping[str, object],
        tenant: str,
        told: Iterable[Wait],
    ) -> tuple[list[Header], dict[str, str | int]]:
        """Headers, and keys of the body, that say when a request would be within its limits."""
        now = self._clock.seconds()
        until = now
        met = set()
        for limit, window in self._all(operation, given, tenant):
            over = len(window) + limit.cost - self._most(limit)
            if over > 0:
                until = max(until, window[over - 1] + limit.seconds)
                met.add(limit.group)
        headers, keys = self._about(bool(met & self.of_all))
        for each in told:
            text = _reset(each, until - now, now)
            if each.header is not None:
                headers.append((each.header.encode(), text.encode()))
            elif each.key is not None:
                keys[each.key] = int(text) if text.isdecimal() else text
        return headers, keys

    def _about(self, everything: bool) -> tuple[list[Header], dict[str, str | int]]:
        """What a refusal says of whether it is about whatever is called."""
        told = self._told
        is_said = told is not None and told.everything and everything
        headers = [(told.everything.encode(), b"true")] if told is not None and is_said else []
        key = "" if told is None else told.everything_key
        return headers, {key: everything} if key else {}

    def forget(self, tenant: str | None = None, namespace: str = "") -> None:
        """Count anew for a tenant, for all in a namespace, or for everybody."""
        for key in [each for each in self._windows if is_within(each[0], tenant, namespace)]:
            del self._windows[key]

    def _all(
        self, operation: Operation, given: Mapping[str, object], tenant: str
    ) -> list[tuple[Limit, deque[float]]]:
        """The windows of a request, of limits whose numbers are known."""
        now = self._clock.seconds()
        return [
            (limit, self._window(limit, (tenant, limit.bucket(operation, given)), now))
            for limit in operation.limits
            if limit.requests
        ]

    def _left(self, limit: Limit, window: deque[float]) -> int:
        return max(0, self._most(limit) - len(window))

    def _most(self, limit: Limit) -> int:
        return max(limit.cost, int(limit.requests * (self._factor or 1)))

    def _window(self, limit: Limit, key: tuple[str, str], now: float) -> deque[float]:
        window = self._windows.setdefault(key, deque())
        while window and window[0] <= now - limit.seconds:
            window.popleft()
        while window and window[-1] > now:  # the clock was set back
            window.pop()
        return window


def _until(limit: Limit, window: deque[float], now: float) -> float:
    """Seconds until there is more of a limit."""
    return window[0] + limit.seconds - now if window else 0.0


def _reset(wait: Wait, seconds: float, now: float) -> str:
    match wait.unit:
        case "seconds":
            return str(_up(seconds))
        case "milliseconds":
            return str(_up(seconds * 1000))
        case "units":
            return f"{_up(seconds)}s"
        case "epoch_seconds":
            return str(_up(now + seconds))
        case "epoch_milliseconds":
            return str(_up((now + seconds) * 1000))
        case "rfc3339":
            return datetime.fromtimestamp(_up(now + seconds), UTC).isoformat()
    assert_never(wait.unit)


def _up(number: float) -> int:
    return -int(-number // 1)
