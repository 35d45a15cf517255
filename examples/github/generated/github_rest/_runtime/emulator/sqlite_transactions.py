"""The transactions of a connection to SQLite: blocks, blocks within them, and groups of blocks.

To keep what was changed takes a file half as long as to change it. So the blocks of a group are one
transaction, which is kept when the group is settled. Each is undone alone if it fails, which is
rare: then all of them are, and what the others did is done again.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import NamedTuple

from .store import StoreProblem


class _Part(NamedTuple):
    """Statements that begin something, keep it and undo it."""

    begin: str = ""
    keep: str = ""
    undo: tuple[str, ...] = ()


_NOTHING = _Part()
_READ = _Part("BEGIN", "COMMIT", ("ROLLBACK",))
_WRITE = _Part("BEGIN IMMEDIATE", "COMMIT", ("ROLLBACK",))
_WITHIN = _Part("SAVEPOINT part", "RELEASE part", ("ROLLBACK TO part", "RELEASE part"))
_GROUPED = _Part()
_SECOND, _TO_SECOND = "SAVEPOINT grouped", "ROLLBACK TO grouped"
"""Where the second block of a group begins."""

Statement = tuple[Callable[..., object], str, object]
"""What does a statement, the statement, and its values."""


class Transactions:
    """What one connection does, which one thread at a time uses.

    Args:
        begun: called at the beginning of each transaction, as others may have written meanwhile.
        undone: called before something is undone.
    """

    def __init__(
        self,
        database: sqlite3.Connection,
        *,
        begun: Callable[[], None],
        undone: Callable[[], None],
    ) -> None:
        self.lock = threading.RLock()
        self.log: list[Statement] | None = None
        """What has to be noted of statements that are done now, if it has to be."""
        self._database = database
        self._begun, self._undone = begun, undone
        # All that is read is of one moment, whatever other processes write meanwhile.
        self.reading = _Block(self, _READ, _NOTHING)
        self.writing = _Block(self, _WRITE, _WITHIN)
        self._parts: list[tuple[_Part, int]] = []
        """The transaction that is under way, and each part of it; how long the log was before."""
        self._grouped_in = 0
        """The thread whose blocks are a group, if any are."""
        self._left_open = False
        """Whether something was written that is not kept yet."""
        self._lost: StoreProblem | None = None
        """Why such a thing is gone, if it is."""
        self._done: list[Statement] | None = None
        """What was done since the second block of the group began; None before it has."""

    def group(self) -> None:
        """Leave open what this thread writes, for what comes after it, until it is settled."""
        self._grouped_in = threading.get_ident()

    def settle(self) -> None:
        """Keep what was left open.

        Raises:
            StoreProblem: it cannot be kept, or was undone already.
        """
        self._grouped_in = 0
        if self._left_open or self._lost:
            with self.lock:
                self._keep_open()
                lost, self._lost = self._lost, None
            if lost:
                raise lost

    def begin(self, first: _Part, within: _Part) -> None:
        """Begin a transaction, or a part of the one that is under way."""
        self.lock.acquire()
        try:
            part = self._part(first, within)
            if part.begin:
                self._database.execute(part.begin)
        except BaseException:
            self.lock.release()
            raise
        self._parts.append((part, 0 if self.log is None else len(self.log)))
        if part is first:
            try:
                self._begun()
            except BaseException:
                self.end(failed=True)
                raise

    def end(self, *, failed: bool) -> None:
        """Keep what was done since the last beginning; undo it if that has failed."""
        part, before = self._parts.pop()
        try:
            if part is _GROUPED:
                self._end_grouped(before if failed else None)
            elif failed:
                self._undo(part)
                if self.log is not None:
                    del self.log[before:]
            elif part is _WRITE and self._groups():
                self._left_open = True
            elif part.keep:
                self._keep(part)
        finally:
            self.lock.release()

    def _part(self, first: _Part, within: _Part) -> _Part:
        """What begins now."""
        if not self._parts and (self._left_open or self._lost):
            if not self._groups():
                self._keep_open()
            elif self._lost:
                raise StoreProblem("what was written before, together with this, is not kept")
            elif within is _WITHIN:
                return self._grouped()
        return within if self._database.in_transaction else first

    def _keep_open(self) -> None:
        """Keep what was left open; whoever settles hears of it if that fails."""
        if self._left_open:
            self._left_open, self._done = False, None
            try:
                self._keep(_WRITE)
            except sqlite3.Error as error:
                self._lost = _lost(error)

    def _groups(self) -> bool:
        return self._grouped_in == threading.get_ident()

    def _grouped(self) -> _Part:
        if self._done is None:
            self._database.execute(_SECOND)
            self._done = []
        self.log = self._done
        return _GROUPED

    def _end_grouped(self, before: int | None) -> None:
        """Undo what a block of a group did behind others, and do again what those did."""
        assert self.log is not None
        done, self.log = self.log, None
        if before is None:
            return
        cause: sqlite3.Error | None = None
        try:
            if len(done) > before:
                self._undone()
                self._database.execute(_TO_SECOND)
                del done[before:]
                for do, statement, values in done:
                    do(statement, values)
        except sqlite3.Error as error:
            cause = error
            self._undo(_WRITE)
        if not self._database.in_transaction:
            self._undone()
            self._left_open, self._lost, self._done = False, _lost(cause), None

    def _keep(self, part: _Part) -> None:
        try:
            self._database.execute(part.keep)
        except BaseException:
            self._undo(part)
            raise

    def _undo(self, part: _Part) -> None:
        if part.undo:
            self._undone()
        # A commit that fails leaves it open; a full disk has ended it already.
        if self._database.in_transaction:
            for statement in part.undo:
                self._database.execute(statement)


def _lost(cause: sqlite3.Error | None) -> StoreProblem:
    problem = StoreProblem("what was written together could not be kept")
    problem.__cause__ = cause
    return problem


class _Block(AbstractContextManager[None]):
    """What is done within, as a whole: one for all that is done, as generators cost more."""

    def __init__(self, transactions: Transactions, first: _Part, within: _Part) -> None:
        self._transactions = transactions
        self._first, self._within = first, within

    def __enter__(self) -> None:
        self._transactions.begin(self._first, self._within)

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._transactions.end(failed=kind is not None)
