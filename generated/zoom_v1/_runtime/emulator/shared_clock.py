"""A clock that several processes have in common."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from typing import Protocol

import msgspec

from .clock import Clock, ClockState

_NOTE = "clock"


class Notes(Protocol):
    """Where all find what time it is: what a `writing()` block does is one step."""

    def reading(self) -> AbstractContextManager[None]: ...
    def writing(self) -> AbstractContextManager[None]: ...
    def read_note(self, name: str) -> bytes | None: ...
    def write_note(self, name: str, content: bytes | None) -> None: ...


class _Kept(msgspec.Struct, array_like=True, frozen=True):
    begun: float
    state: ClockState


class SharedClock(Clock):
    """Reads what time it is where all find it: who moves it, moves it for all.

    Args:
        store: Where that is.
        start: What it shows at first; the machine's time without it.
    """

    def __init__(self, store: Notes, start: datetime | None = None) -> None:
        self._store = store
        self._start, self._running = start, True
        with store.writing():
            content = store.read_note(_NOTE)
            if content is None:
                self.restart()
            else:
                kept = msgspec.json.decode(content, type=_Kept)
                self.begun = datetime.fromtimestamp(kept.begun, UTC)

    @property
    def state(self) -> ClockState:
        with self._store.reading():
            content = self._store.read_note(_NOTE)
        assert content is not None
        return msgspec.json.decode(content, type=_Kept).state

    @state.setter
    def state(self, state: ClockState) -> None:
        kept = _Kept(self.begun.timestamp(), state)
        with self._store.writing():
            self._store.write_note(_NOTE, msgspec.json.encode(kept))

    def restart(self) -> None:
        with self._store.writing():
            super().restart()

    def set(self, moment: datetime | str) -> None:
        with self._store.writing():
            super().set(moment)

    def advance(self, seconds: float | timedelta) -> None:
        with self._store.writing():
            super().advance(seconds)

    def run(self, running: bool) -> None:
        with self._store.writing():
            super().run(running)
