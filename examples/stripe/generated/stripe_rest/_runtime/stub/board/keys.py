"""Foretellable keys of several processes."""

from __future__ import annotations

import random

from ...emulator import Maker
from .board import Board

_NAME = "keys"


class SharedMaker(Maker):
    """Draws by a number that all count on.

    The same requests in the same order have the same keys, whoever answers them.
    """

    def __init__(self, seed: int | str, board: Board) -> None:
        self._board = board
        super().__init__(seed)

    def restart(self) -> None:
        self._board.start_again(_NAME)

    def _source(self) -> random.Random:
        return random.Random(f"{self._seed}:{self._board.next(_NAME)}")
