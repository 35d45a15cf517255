"""The journal and the coverage of all processes.

They are written before a response is sent, so that whoever has it finds its request in the journal
of any process. Nothing of that waits for a disk.
"""

from __future__ import annotations

import msgspec

from ....emulator import Clock
from ....program import Program
from ...api import StubApi
from ...board.board import COUNT, Board
from ...exchange import Exchange
from ..coverage import Coverage
from ..journal import MOST, MOST_BYTES, Entry, Journal, is_meant, noted

_IDS = ("next", "requests")
_LAST = "(SELECT number FROM numbers WHERE kind = ? AND name = ?)"
_WRITE = f"INSERT INTO log VALUES ({_LAST}, ?, ?)"
_TRIM = f"DELETE FROM log WHERE id <= {_LAST} - ?"
_LARGE = MOST_BYTES // MOST
"""Bytes of a request that are more than its share."""
_TRIM_BYTES = """
DELETE FROM log WHERE id <= (
    SELECT max(id) FROM (
        SELECT id, sum(size) OVER (ORDER BY id DESC) AS together FROM log
    ) AS l WHERE together > ?
)
"""


class SharedJournal(Journal):
    """Requests lie on the board, as they are shown."""

    def __init__(self, api: StubApi, clock: Clock, board: Board) -> None:
        super().__init__(api, clock)
        self._board = board

    def note(self, exchange: Exchange, status: int) -> None:
        entry = self.entry_of(noted(0, exchange, status, self._clock))
        content = msgspec.json.encode(entry)
        self._board.later(
            [
                (COUNT, (*_IDS, 1)),
                (_WRITE, (*_IDS, exchange.size, content)),
                (_TRIM, (*_IDS, MOST)),
            ]
        )
        if exchange.size > _LARGE:
            self._board.later([(_TRIM_BYTES, (MOST_BYTES,))])

    def entries(
        self, operation: str = "", tenant: str | None = None, namespace: str = "", after: int = 0
    ) -> list[Entry]:
        return [
            entry
            for entry in self._kept_entries(after)
            if is_meant(entry, operation, tenant, namespace)
        ]

    def forget(self, namespace: str = "") -> int:
        with self._board.writing():
            gone = self.entries(namespace=namespace)
            self._board.do(("DELETE FROM log WHERE id = ?", (entry.id,)) for entry in gone)
        return len(gone)

    def restart(self) -> None:
        self._board.do([("DELETE FROM log", ())])
        self._board.start_again(_IDS[1])

    def _kept_entries(self, after: int) -> list[Entry]:
        rows = self._board.run("SELECT id, content FROM log WHERE id > ? ORDER BY id", (after,))
        found = []
        for id, content in rows:
            entry = msgspec.json.decode(bytes(content), type=Entry)
            entry.id = id
            found.append(entry)
        return found


class SharedCoverage(Coverage):
    """What was exercised is counted on the board."""

    def __init__(self, api: StubApi, program: Program | None, board: Board) -> None:
        super().__init__(api, program)
        self._board = board

    def note(self, exchange: Exchange) -> None:
        operation = exchange.operation
        if operation is None:
            return
        seen = self._seen[operation.id]
        counted = [("exercised", operation.id)]
        # What was seen before has been told before: it never becomes untrue.
        code = None if exchange.code is None else str(exchange.code)
        if code is not None and not seen.errors.get(code):
            counted.append(("error", f"{operation.id} {code}"))
        counted += [
            ("argument", f"{operation.id} {name}")
            for name in exchange.given
            if seen.arguments.get(name) is False
        ]
        super().note(exchange)
        self._board.later([(COUNT, (*each, 1)) for each in counted])

    def shown(self) -> dict[str, object]:
        rows = self._board.run("SELECT kind, name, number FROM numbers WHERE kind <> ?", ("next",))
        for kind, name, number in rows:
            id, _, what = self._board.text(name).partition(" ")
            if id not in self._seen:
                continue  # of another release of the API
            match self._board.text(kind):
                case "exercised":
                    self._seen[id].requests = number
                case "error":
                    self._seen[id].errors[what] = True
                case "argument":
                    self._seen[id].arguments[what] = True
        return super().shown()
