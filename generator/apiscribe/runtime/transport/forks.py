"""Reinitializes connections and locks in the child of a fork.

The child has a copy of every connection, and using one would mix up the calls of both processes.
It has a copy of every lock, too, but not the threads that could release them.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from weakref import WeakSet

if TYPE_CHECKING:
    from typing import Protocol

    class Reinitialized(Protocol):
        def reinit(self) -> None:
            """Begin anew; called in the child of a fork, before anything else happens there."""
            ...


_known: WeakSet[Reinitialized] = WeakSet()


def reinit_after_fork(each: Reinitialized) -> None:
    """Call `each.reinit()` in every child of a fork, as long as `each` is in use."""
    _known.add(each)


def _reinit_all() -> None:
    for each in list(_known):
        each.reinit()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_reinit_all)
