"""What the child of a fork has to leave to its parent, and what it needs anew.

It has a copy of every connection, and using one of them would mix up both processes' calls. It
has a copy of every lock, too, but not the threads that could release them.
"""

from __future__ import annotations

import os
from typing import Protocol
from weakref import WeakSet


class Reinitialized(Protocol):
    def reinit(self) -> None:
        """In the child of a fork, before anything else happens there."""
        ...


_known: WeakSet[Reinitialized] = WeakSet()


def reinit_after_fork(each: Reinitialized) -> None:
    """Have `each` renewed in every child of a fork, as long as somebody needs it."""
    _known.add(each)


def _reinit_all() -> None:
    for each in list(_known):
        each.reinit()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_reinit_all)
