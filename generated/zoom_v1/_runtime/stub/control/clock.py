"""What time it is in the emulator."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from ...emulator import Clock
from ...emulator.clock import can_show
from .fields import Field, Problem, some_of
from .routing import TRUE_OR_FALSE, Call, Route, object_of

_FIELDS = (
    Field(name="set", kind="moment", doc="What time it is from now on."),
    Field(name="advance", kind="number", doc="By how many seconds the clock moves on."),
    Field(name="running", kind="boolean", doc="Whether the clock runs by itself."),
)
_ANSWER = object_of(now={"type": "string", "format": "date-time"}, running=TRUE_OR_FALSE)


class ClockControl:
    """The clock, and what else happens when it is moved."""

    def __init__(self, clock: Clock, moved: Callable[[], None]) -> None:
        self._clock = clock
        self._moved = moved

    def routes(self) -> tuple[Route, ...]:
        return (
            Route(
                method="GET",
                path="clock",
                doc="What time it is.",
                do=lambda _: self.shown(),
                answer=_ANSWER,
            ),
            Route(
                method="POST",
                path="clock",
                doc="Set the clock, move it on, stop it or let it run; in this order.",
                do=self.change,
                body=_FIELDS,
                looks=lambda given, _: self._problems(given),
                says=some_of(each.name for each in _FIELDS),
                answer=_ANSWER,
            ),
        )

    def shown(self) -> dict[str, object]:
        return {"now": self._clock.text(), "running": self._clock.state.running}

    def change(self, call: Call) -> object:
        given = call.body
        if "running" in given:
            self._clock.run(given["running"])
        if "set" in given:
            self._clock.set(given["set"])
        if "advance" in given:
            self._clock.advance(given["advance"])
        self._moved()
        return self.shown()

    def _problems(self, given: Mapping[str, Any]) -> list[Problem]:
        if not given:
            return [Problem("body", "says nothing; there are: set, advance, running")]
        moment: datetime = given.get("set") or self._clock.now()
        if not can_show(moment.timestamp() + (given.get("advance") or 0)):
            where = "advance" if given.get("advance") else "set"
            return [Problem(where, "leads out of 1970 to 9998")]
        return []
