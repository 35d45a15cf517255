"""Rate limits that all processes count against."""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Mapping

import msgspec

from ....emulator import Clock
from ....operation import Limit, Operation
from ....quotas import ToldLimits
from ...board.board import Board
from ...namespaces import is_within
from ..limits import Limits, RateLimits

_KIND = "limits"
_WRITE = """
INSERT INTO parts VALUES (?, ?, ?)
ON CONFLICT (kind, name) DO UPDATE SET content = excluded.content
"""


class SharedLimits(RateLimits):
    """Windows lie on the board: looking at them and counting a request are one step."""

    def __init__(self, limits: Limits, clock: Clock, told: ToldLimits | None, board: Board) -> None:
        super().__init__(limits, clock, told)
        self._board = board

    def admits(self, operation: Operation, given: Mapping[str, object], tenant: str) -> bool:
        with self._board.writing():
            # What was read for another request is old; for the rest of this one, it stays.
            self._windows.clear()
            within = super().admits(operation, given, tenant)
            if within:
                self._board.do(
                    (_WRITE, (_KIND, _name(key), array("d", window).tobytes()))
                    for key, window in self._windows.items()
                )
        return within

    def forget(self, tenant: str | None = None, namespace: str = "") -> None:
        self._windows.clear()
        with self._board.writing():
            rows = self._board.run("SELECT name FROM parts WHERE kind = ?", (_KIND,))
            names = [self._board.text(name) for (name,) in rows]
            self._board.do(
                ("DELETE FROM parts WHERE kind = ? AND name = ?", (_KIND, name))
                for name in names
                if is_within(_key(name)[0], tenant, namespace)
            )

    def _window(self, limit: Limit, key: tuple[str, str], now: float) -> deque[float]:
        if key not in self._windows:
            self._windows[key] = deque(self._read(key))
        return super()._window(limit, key, now)

    def _read(self, key: tuple[str, str]) -> array[float]:
        found = array("d")
        rows = self._board.run(
            "SELECT content FROM parts WHERE kind = ? AND name = ?", (_KIND, _name(key))
        )
        if rows:
            found.frombytes(bytes(rows[0][0]))
        return found


def _name(key: tuple[str, str]) -> str:
    return msgspec.json.encode(key).decode()


def _key(name: str) -> tuple[str, str]:
    return msgspec.json.decode(name, type=tuple[str, str])
