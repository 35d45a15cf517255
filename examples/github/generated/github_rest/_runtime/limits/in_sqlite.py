"""Counts permits in a SQLite file: quotas survive a restart, and a machine's processes share them.

Each call of `take` is one transaction that begins with the file's write lock. To all processes,
looking and counting are therefore one step, and a process that is killed meanwhile leaves nothing.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from threading import Lock
from weakref import WeakSet

from ..clock import monotonic, sleep
from .windows import GRACE, HEARTBEAT, SOON, StoreFailure, Wait, Window, ahead_in, process_of, wait

_LOCK_TIMEOUT = 5.0
"""Seconds to wait while others have the file locked."""
_SCHEMA = """
CREATE TABLE IF NOT EXISTS permits (bucket TEXT NOT NULL, at REAL NOT NULL, ticket TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS permits_by_time ON permits (bucket, at);
CREATE TABLE IF NOT EXISTS waiters (
    place INTEGER PRIMARY KEY AUTOINCREMENT, ticket TEXT NOT NULL UNIQUE,
    bucket TEXT NOT NULL, until REAL NOT NULL
);
CREATE TABLE IF NOT EXISTS held (
    bucket TEXT PRIMARY KEY, since REAL NOT NULL, until REAL NOT NULL, left INTEGER NOT NULL
);
"""


_stores: WeakSet[SQLiteStore] = WeakSet()


class SQLiteStore:
    """One file. Times are those of the machine's clock, because they outlive the process."""

    def __init__(self, path: str, clock: Callable[[], float] | None = None) -> None:
        self.where = f"sqlite:///{path}"
        self._path = path
        self._clock = clock
        self._lock = Lock()
        self._connection: sqlite3.Connection | None = None
        self._locked_for_fork = False
        _stores.add(self)

    def take(self, windows: Sequence[Window], ticket: str, budget: float) -> Wait | None:
        with self._transaction() as file:
            now = _now(file) if self._clock is None else self._clock()
            _tidy(file, windows, now)
            row = file.execute("SELECT place FROM waiters WHERE ticket = ?", (ticket,)).fetchone()
            place = None if row is None else int(row[0])
            waits = [_wait(file, window, ticket, place, now) for window in windows]
            longest = max(waits, key=lambda each: each.seconds)
            if longest.seconds <= 0:
                permits = [
                    (each.key, now, ticket)
                    for each in windows
                    for _ in range(each.limit.cost if each.limit.requests else 0)
                ]
                file.executemany("INSERT INTO permits VALUES (?, ?, ?)", permits)
            elif longest.is_worth(budget):
                file.execute(
                    "INSERT INTO waiters (ticket, bucket, until) VALUES (?, ?, ?) "
                    "ON CONFLICT (ticket) DO UPDATE SET bucket = excluded.bucket, "
                    "until = excluded.until",
                    (ticket, windows[waits.index(longest)].key, now + longest.pause + GRACE),
                )
                return longest
            if place is not None:
                file.execute("DELETE FROM waiters WHERE ticket = ?", (ticket,))
            return None if longest.seconds <= 0 else longest

    def hold(self, windows: Sequence[Window], seconds: float, left: int = 0) -> None:
        with self._transaction() as file:
            now = _now(file) if self._clock is None else self._clock()
            file.executemany(
                "INSERT INTO held VALUES (?, ?, ?, ?) ON CONFLICT (bucket) DO UPDATE SET "
                "since = excluded.since, until = excluded.until, left = excluded.left "
                "WHERE held.until <= excluded.since OR excluded.left <= held.left",
                [(window.key, now, now + seconds, left) for window in windows],
            )

    def give_back(self, windows: Sequence[Window], ticket: str) -> None:
        with self._transaction() as file:
            file.execute("DELETE FROM waiters WHERE ticket = ?", (ticket,))
            for window in windows:
                file.execute(
                    "DELETE FROM permits WHERE bucket = ? AND ticket = ?", (window.key, ticket)
                )

    def close(self) -> None:
        with self._lock:
            self._disconnect()

    def before_fork(self) -> None:
        """Close the connection: none may cross a fork.

        In the child, SQLite would believe that it holds the locks of the parent. And the last to
        close the file in the parent would delete the log that the child writes to.
        """
        self._locked_for_fork = self._lock.acquire(timeout=_LOCK_TIMEOUT)
        if self._locked_for_fork:
            self._disconnect()

    def after_fork_in_parent(self) -> None:
        """Let calls go on."""
        if self._locked_for_fork:
            self._lock.release()

    def reinit(self) -> None:
        """Begin anew, in the child of a fork."""
        self._lock = Lock()
        self._connection = None

    def _disconnect(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            try:
                file = self._open()
                file.execute("BEGIN IMMEDIATE")
                try:
                    yield file
                    file.execute("COMMIT")
                finally:
                    if file.in_transaction:
                        with suppress(sqlite3.Error):
                            file.execute("ROLLBACK")
            except Exception as error:
                raise StoreFailure(str(error) or type(error).__name__) from error

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            file = sqlite3.connect(
                self._path, timeout=_LOCK_TIMEOUT, isolation_level=None, check_same_thread=False
            )
            try:
                _write_ahead(file)
                file.execute("PRAGMA synchronous = NORMAL")
                file.executescript(_SCHEMA)
            except sqlite3.Error:
                file.close()
                raise
            self._connection = file
        return self._connection


def _now(file: sqlite3.Connection) -> float:
    """The time of day as SQLite has it from the machine, where no test has stopped it."""
    (now,) = file.execute("SELECT (julianday('now') - 2440587.5) * 86400.0").fetchone()
    return float(now)


def _write_ahead(file: sqlite3.Connection) -> None:
    """Switch to write-ahead logging. SQLite's timeout does not cover that, so it is tried again."""
    latest = monotonic() + _LOCK_TIMEOUT
    while True:
        try:
            file.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or monotonic() > latest:
                raise
            sleep(SOON)


def _tidy(file: sqlite3.Connection, windows: Sequence[Window], now: float) -> None:
    # Waiters that have not asked again in time, or from before the clock was set back.
    file.execute("DELETE FROM waiters WHERE until < ? OR until > ?", (now, now + HEARTBEAT + GRACE))
    # Holds that are over, or from before the clock was set back.
    file.execute("DELETE FROM held WHERE until <= ? OR since > ?", (now, now))
    for window in windows:
        # Permits from before the clock was set back count from now on.
        file.execute(
            "UPDATE permits SET at = ? WHERE bucket = ? AND at > ?", (now, window.key, now)
        )
        file.execute(
            "DELETE FROM permits WHERE bucket = ? AND at <= ?", (window.key, now - window.length)
        )


def _wait(
    file: sqlite3.Connection, window: Window, ticket: str, place: int | None, now: float
) -> Wait:
    def granted_at(index: int) -> float:
        query = "SELECT at FROM permits WHERE bucket = ? ORDER BY at LIMIT 1 OFFSET ?"
        return float(file.execute(query, (window.key, index)).fetchone()[0])

    counting = "SELECT COUNT(*) FROM permits WHERE bucket = ?"
    counted = int(file.execute(counting, (window.key,)).fetchone()[0])
    ahead = _ahead(file, window, ticket, place)
    holding = "SELECT until FROM held WHERE bucket = ? AND left < ?"
    held = file.execute(holding, (window.key, window.limit.cost)).fetchone()
    left = 0.0 if held is None else float(held[0]) - now
    return wait(window, ahead, counted, granted_at, now, left)


def _ahead(file: sqlite3.Connection, window: Window, ticket: str, place: int | None) -> int:
    waiting = "SELECT ticket, place FROM waiters WHERE bucket = ?"
    queue = dict(file.execute(waiting, (window.key,)).fetchall())
    counted = file.execute("SELECT ticket FROM permits WHERE bucket = ?", (window.key,))
    permits = (given for (given,) in counted)
    return ahead_in(queue, ticket, place, permits, window.limit.requests, process_of)


def _before_fork() -> None:
    for store in list(_stores):
        store.before_fork()


def _after_fork_in_parent() -> None:
    for store in list(_stores):
        store.after_fork_in_parent()


def _after_fork_in_child() -> None:
    for store in list(_stores):
        store.reinit()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(
        before=_before_fork,
        after_in_parent=_after_fork_in_parent,
        after_in_child=_after_fork_in_child,
    )
