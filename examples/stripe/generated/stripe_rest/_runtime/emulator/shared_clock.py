"""A clock that all who keep their records in one place have in common."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec

from .clock import Clock, ClockState
from .store import Store

_NOTE = "clock"


class _Kept(msgspec.Struct, array_like=True, frozen=True):
    begun: float
    state: ClockState


class SharedClock(Clock):
    """Reads what time it is where the records are: who moves it, moves it for all.

    Args:
        store: Where the records are.
        start: What it shows at first; the machine's time without it.
    """

    def __init__(self, store: Store, start: datetime | None = None) -> None:
        self._store = store
        self._start, self._running = start, True
        with store.writing():
            content = store.read_note(_NOTE)
            if content is None:
                self.restart()
            else:
                kept = msgspec.json.decode(content, type=_Kept)
                self.begun = datetime.fromtimestamp(kept.begun, UTC)

    @staticmethod
    def forget(store: Store) -> None:
        """Let the next one start anew: whoever had it in common has ended."""
        with store.writing():
            store.write_note(_NOTE, None)

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

    def set(self, moment: datetime) -> None:
        with self._store.writing():
            super().set(moment)

    def advance(self, seconds: float) -> None:
        with self._store.writing():
            super().advance(seconds)

    def run(self, running: bool) -> None:
        with self._store.writing():
            super().run(running)
