"""Rules for faults that all processes count by."""

from __future__ import annotations

import random

import msgspec

from ...board.board import Board
from ...fault_rules import FaultRules, Rule, first_met

_NOTE = "faults"
_DRAWN = "faults drawn"


class SharedFaultRules(FaultRules):
    """Rules are a note of the board, which is read with the clock's. Counting one is one step."""

    def __init__(self, seed: int | str | None, board: Board) -> None:
        self._board = board
        self._content: bytes | None = None
        self._decoded: tuple[Rule, ...] = ()
        super().__init__(seed)

    @property
    def rules(self) -> tuple[Rule, ...]:
        content = self._board.read_note(_NOTE)
        if content != self._content:
            self._decoded = () if content is None else _read(content)
            self._content = content
        return self._decoded

    @rules.setter
    def rules(self, rules: tuple[Rule, ...]) -> None:
        self._board.write_note(_NOTE, msgspec.json.encode(rules) if rules else None)

    def _begin(self) -> None:
        """What one process forgets at its start, others may be in the midst of."""

    def restart(self) -> None:
        with self._board.writing():
            self.rules = ()
            self._board.start_again(_NOTE)
            self._board.start_again(_DRAWN)

    def add(self, rule: Rule) -> Rule:
        with self._board.writing():
            return super().add(rule)

    def remove(self, id: int | None = None, namespace: str = "") -> int:
        with self._board.writing():
            return super().remove(id, namespace)

    def met(self, operation: str, tenant: str, namespace: str) -> Rule | None:
        request = operation, tenant, namespace
        if not any(rule.concerns(*request) for rule in self.rules):
            return None
        with self._board.writing():
            rules = _read(self._board.read_note(_NOTE) or b"[]")
            found = first_met(rules, request, self._source)
            self.rules = rules
        return found

    def _next_id(self) -> int:
        return self._board.next(_NOTE)

    def _source(self) -> random.Random:
        if self._seed is None:
            return random.Random()
        return random.Random(f"{self._seed}:{self._board.next(_DRAWN)}")


def _read(content: bytes) -> tuple[Rule, ...]:
    return msgspec.json.decode(content, type=tuple[Rule, ...])
