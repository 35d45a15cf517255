"""Who wants to hear of events, whichever process they come from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from ...board.board import Board
from ...subscription import Subscription
from ...subscriptions import Said, Subscriptions

_NOTE = "webhooks"


class SharedSubscriptions(Subscriptions):
    """Subscriptions are a note of the board, which is read with the clock's."""

    def __init__(self, board: Board) -> None:
        super().__init__()
        self._board = board

    def add(self, namespace: str, given: Mapping[str, Any]) -> Subscription:
        with self._board.writing():
            made = Subscription(id=self._board.next(_NOTE), namespace=namespace, **given)
            self._write([*self.every(), made])
        return made

    def every(self) -> list[Subscription]:
        content = self._board.read_note(_NOTE)
        return [] if content is None else msgspec.json.decode(content, type=list[Subscription])

    def settle(self, tenant: str, namespace: str, said: Sequence[Said]) -> list[Subscription]:
        with self._board.writing():
            return super().settle(tenant, namespace, said)

    def replace(self, changed: Subscription) -> None:
        self._write([changed if each.id == changed.id else each for each in self.every()])

    def get(self, id: int) -> Subscription | None:
        return next((each for each in self.every() if each.id == id), None)

    def remove(self, id: int) -> bool:
        with self._board.writing():
            every = self.every()
            kept = [each for each in every if each.id != id]
            self._write(kept)
        return len(kept) < len(every)

    def restart(self) -> None:
        with self._board.writing():
            self._write([])
            self._board.start_again(_NOTE)

    def _write(self, every: list[Subscription]) -> None:
        self._board.write_note(_NOTE, msgspec.json.encode(every) if every else None)
