"""What the processes of one stub have in common beside records: a board that all read and write.

board            what is on it, in SQL that both databases have in common
sqlite_board     in a file, for the processes of one machine
postgres_board   in the database of the records, for several machines
opening          the board at a place
keys             foretellable keys, counted there
"""

from __future__ import annotations

from .board import Board
from .opening import open_board

__all__ = ["Board", "open_board"]
