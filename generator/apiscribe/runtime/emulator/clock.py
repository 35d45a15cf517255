"""What time it is in the emulator: it can be set, moved on and stopped."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from math import floor

from msgspec import Struct

from ..clock import wall
from .moments import moment_text, read_moment

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_BEYOND = datetime(9999, 1, 1, tzinfo=UTC).timestamp()
"""What no clock shows: what comes a while after now has to be in the calendar, too."""


class ClockState(Struct, frozen=True):
    """The clock showed `shown` when the machine's own showed `real`; it runs on or not."""

    shown: float
    real: float
    running: bool = True


def can_show(seconds: float) -> bool:
    """Whether so many seconds after 1970 is a moment of the years 1970 to 9998."""
    return 0 <= seconds < _BEYOND


def to_show(moment: datetime | str) -> datetime:
    """A moment that a clock can show; one without a time zone is in UTC.

    Raises:
        ValueError: it is none.
    """
    read = read_moment(moment)
    if read is None:
        raise ValueError(f"{moment!r} is no moment such as 2031-01-01T00:00:00Z")
    if not can_show(read.timestamp()):
        raise ValueError(f"{moment!r} is not within the years 1970 to 9998")
    return read


class Clock:
    """A clock of its own, which starts with the machine's."""

    _told: tuple[int | None, str] = (None, "")
    """The last second that was told as text."""

    def __init__(self, start: datetime | None = None, *, running: bool = True) -> None:
        self._start, self._running = start, running
        self.restart()

    def restart(self) -> None:
        """Show again what it showed at first: the machine's time, or where it was to start."""
        real = wall()
        self.begun = datetime.fromtimestamp(real, UTC) if self._start is None else self._start
        """What it showed at first."""
        shown = real if self._start is None else self._start.timestamp()
        self.state = ClockState(shown, real, self._running)

    @property
    def state(self) -> ClockState:
        return self._state

    @state.setter
    def state(self, state: ClockState) -> None:
        self._state = state

    def seconds(self) -> float:
        """Since 1970."""
        state = self.state
        return state.shown + (wall() - state.real if state.running else 0)

    def now(self) -> datetime:
        return _EPOCH + timedelta(seconds=self.seconds())

    def text(self) -> str:
        seconds = floor(self.seconds())
        if seconds != self._told[0]:
            self._told = seconds, moment_text(_EPOCH + timedelta(seconds=seconds))
        return self._told[1]

    def set(self, moment: datetime | str) -> None:
        """Show a moment; one without a time zone is in UTC.

        Raises:
            ValueError: it is none such as `2031-01-01T00:00:00Z`, of the years 1970 to 9998.
        """
        self.state = ClockState(to_show(moment).timestamp(), wall(), self.state.running)

    def advance(self, seconds: float | timedelta) -> None:
        """Move on by so many seconds, or back.

        Raises:
            ValueError: that leads out of the years 1970 to 9998.
        """
        more = seconds.total_seconds() if isinstance(seconds, timedelta) else seconds
        shown = self.seconds() + more
        if not can_show(shown):
            raise ValueError(f"advancing the clock by {seconds} leads out of 1970 to 9998")
        self.state = ClockState(shown, wall(), self.state.running)

    def run(self, running: bool) -> None:
        self.state = ClockState(self.seconds(), wall(), running)
