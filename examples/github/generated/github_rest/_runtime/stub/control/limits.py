"""Rate limits as the service has them, by the emulator's clock."""

from __future__ import annotations

from collections import deque
from typing import Literal

from ...emulator import Clock
from ...operation import Limit, Operation

Limits = Literal["off", "on"] | float
"""`on` is as documented; a number is so many times as many requests."""


class RateLimits:
    """Counts the requests of each tenant, in sliding windows."""

    def __init__(self, limits: Limits, clock: Clock) -> None:
        self._factor = {"off": 0.0, "on": 1.0}.get(limits) if isinstance(limits, str) else limits
        if self._factor is None or not 0 <= self._factor < float("inf"):
            raise ValueError(f"limits={limits!r} is not `off`, `on` or a number above 0")
        self._clock = clock
        self._windows: dict[tuple[str, str], deque[float]] = {}

    @property
    def on(self) -> bool:
        return bool(self._factor)

    def admits(self, operation: Operation, tenant: str) -> bool:
        """Whether a request is within all limits; then it counts against them."""
        now = self._clock.seconds()
        windows = [(limit, self._window(limit, tenant, now)) for limit in operation.limits]
        if any(len(window) >= self._most(limit) for limit, window in windows):
            return False
        for _, window in windows:
            window.append(now)
        return True

    def forget(self) -> None:
        self._windows.clear()

    def _most(self, limit: Limit) -> int:
        return max(1, int(limit.requests * (self._factor or 1)))

    def _window(self, limit: Limit, tenant: str, now: float) -> deque[float]:
        window = self._windows.setdefault((tenant, limit.group), deque())
        while window and window[0] <= now - limit.seconds:
            window.popleft()
        while window and window[-1] > now:  # the clock was set back
            window.pop()
        return window
