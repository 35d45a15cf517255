"""Deliveries on the board, and who has a claim on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec
from msgspec import UNSET, Struct

from ....emulator.moments import moment_text, read_moment
from ...board.board import COUNT, Board
from ...delivering import MOST, Delivery, State
from ...namespaces import is_within, within
from ...subscription import Subscription

_CLAIM = 5.0
"""Seconds after which a claim has run out that is not renewed."""
_IDS = ("next", "deliveries")
_LAST = "(SELECT number FROM numbers WHERE kind = ? AND name = ?)"
_ADD = f"INSERT INTO deliveries VALUES ({_LAST}, ?, ?, ?, ?, ?, ?, ?)"
_TRIM = f"DELETE FROM deliveries WHERE id <= {_LAST} - ? AND state <> ?"
_WAITING = "SELECT id, webhook, tries, due, owner, until FROM deliveries WHERE state = 'pending'"
_READ = "SELECT tries, content FROM deliveries WHERE id = ?"
_NOBODY = ""


class Kept(Struct):
    """A delivery with what it takes to send it."""

    delivery: Delivery
    subscription: Subscription
    headers: Mapping[str, str]


class Claimed(Struct, frozen=True):
    """A delivery that its owner alone makes an attempt of."""

    id: int
    owner: str
    tries: int
    """How many attempts there were."""
    kept: Kept


class DeliveryLog:
    """The last deliveries of all processes."""

    def __init__(self, board: Board) -> None:
        self._board = board

    def add(self, made: Iterable[tuple[Delivery, Mapping[str, str], Subscription]]) -> None:
        """Have deliveries that nobody has begun; each gets an id."""
        with self._board.writing():
            for delivery, headers, subscription in made:
                content = msgspec.json.encode(Kept(delivery, subscription, headers))
                values = (subscription.id, "pending", 0, 0.0, _NOBODY, 0.0, content)
                self._board.do(
                    [
                        (COUNT, (*_IDS, 1)),
                        (_ADD, (*_IDS, *values)),
                        (_TRIM, (*_IDS, MOST, "pending")),
                    ]
                )

    def all(self) -> list[Delivery]:
        rows = self._board.run("SELECT id, state, owner, content FROM deliveries ORDER BY id")
        found = []
        for id, state, owner, content in rows[-MOST:]:
            delivery = _read(content).delivery
            delivery.id = id
            delivery.state = msgspec.convert(self._board.text(state), State)
            if delivery.state != "pending" or self._board.text(owner) != _NOBODY:
                delivery.due = UNSET  # it is over, or under way
            found.append(delivery)
        return found

    def is_pending(self, *, fresh: bool = False) -> bool:
        """Whether there are deliveries on their way; with `fresh`, any without an attempt."""
        return any(not fresh or row[2] == 0 for row in self._board.run(_WAITING))

    def claim(self, owner: str, now: float, real: float, *, fresh: bool = False) -> list[Claimed]:
        """Have a claim on what is due: the first of each subscriber who is sent nothing else.

        Args:
            now: by the emulator's clock.
            real: by that of the machine.
            fresh: only of those without an attempt.
        """
        if not any(self._free(now, real, fresh)):
            return []
        with self._board.writing():
            found = []
            for id, tries in list(self._free(now, real, fresh)):
                self._board.do(
                    [
                        (
                            "UPDATE deliveries SET owner = ?, until = ? WHERE id = ?",
                            (owner, real + _CLAIM, id),
                        )
                    ]
                )
                kept = _read(self._board.run(_READ, (id,))[0][1])
                kept.delivery.id, kept.delivery.due = id, UNSET
                found.append(Claimed(id, owner, tries, kept))
        return found

    def hold(self, claimed: Claimed, real: float) -> None:
        """Renew a claim."""
        self._change(claimed, "until = ?", (real + _CLAIM,))

    def over(self, claimed: Claimed, reached: bool, due: float | None) -> None:
        """An attempt has come to its end: it has reached its receiver, is due again or failed.

        Whoever has no claim any more has no say.
        """
        state = "delivered" if reached else "failed" if due is None else "pending"
        moment = None if due is None else read_moment(due)
        claimed.kept.delivery.due = UNSET if moment is None else moment_text(moment)
        self._change(
            claimed,
            "state = ?, tries = ?, due = ?, owner = ?, content = ?",
            (state, claimed.tries + 1, due or 0.0, _NOBODY, msgspec.json.encode(claimed.kept)),
        )

    def give_back(self, claimed: Claimed) -> None:
        """Leave a delivery to others; its attempt was cut off."""
        content = msgspec.json.encode(claimed.kept)
        self._change(claimed, "owner = ?, content = ?", (_NOBODY, content))

    def renew(self, id: int, subscription: Subscription) -> None:
        """Have an event sent again that is not on its way."""
        with self._board.writing():
            rows = self._board.run(f"{_READ} AND state <> ?", (id, "pending"))
            for _, content in rows:
                kept = _read(content)
                kept.subscription = subscription
                statement = (
                    "UPDATE deliveries SET state = ?, tries = 0, due = 0, owner = ?, content = ?"
                    " WHERE id = ?"
                )
                values = ("pending", _NOBODY, msgspec.json.encode(kept), id)
                self._board.do([(statement, values)])

    def forsake(self, webhook: int) -> None:
        """Have nothing sent again of a subscription that is no more."""
        statement = (
            "UPDATE deliveries SET state = ? WHERE webhook = ? AND state = ? AND tries > 0"
            " AND owner = ?"
        )
        with self._board.writing():
            self._board.do([(statement, ("failed", webhook, "pending", _NOBODY))])

    def give_up(self, tenant: str | None, namespace: str) -> None:
        """Have nothing sent again that happened to a tenant, or to anybody in a namespace."""
        waiting = "SELECT id, content FROM deliveries WHERE state = ? AND tries > 0 AND owner = ?"
        with self._board.writing():
            for id, content in self._board.run(waiting, ("pending", _NOBODY)):
                delivery = _read(content).delivery
                if is_within(within(delivery.tenant, delivery.namespace), tenant, namespace):
                    over = "UPDATE deliveries SET state = ? WHERE id = ?"
                    self._board.do([(over, ("failed", id))])

    def clear(self) -> None:
        with self._board.writing():
            self._board.do([("DELETE FROM deliveries", ())])
            self._board.start_again(_IDS[1])

    def _free(self, now: float, real: float, fresh: bool) -> Iterator[tuple[int, int]]:
        rows = self._board.run(f"{_WAITING} ORDER BY id")
        busy = {row[1] for row in rows if self._board.text(row[4]) != _NOBODY and row[5] > real}
        for id, webhook, tries, due, _, _ in rows:
            if webhook not in busy and due <= now and not (fresh and tries):
                busy.add(webhook)
                yield id, tries

    def _change(self, claimed: Claimed, what: str, values: tuple[Any, ...]) -> None:
        statement = f"UPDATE deliveries SET {what} WHERE id = ? AND owner = ?"
        self._board.do([(statement, (*values, claimed.id, claimed.owner))])


def _read(content: bytes) -> Kept:
    return msgspec.json.decode(bytes(content), type=Kept)
