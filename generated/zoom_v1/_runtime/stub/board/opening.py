"""The board at a place."""

from __future__ import annotations

from ...emulator.places import is_postgres
from .board import Board


def open_board(place: str) -> Board:
    """Open a board.

    Args:
        place: A file that is nothing else, or `postgresql://user@host/database`.

    Raises:
        StoreProblem: the place cannot be used, or what is needed is not installed; with what to do.
    """
    if is_postgres(place):
        from .postgres_board import PostgresBoard

        return PostgresBoard(place)
    from .sqlite_board import SqliteBoard

    return SqliteBoard(place)
