"""What the service remembers, and what each operation does to it.

The vocabulary is the runtime's own: the engine reads what the compiler has built.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from apiscribe.runtime.program import Entity, Step


class State(Struct, frozen=True, kw_only=True):
    entities: Mapping[str, Entity]
    plans: Mapping[str, tuple[Step, ...]]
    """Operation id -> what it does."""
    populate: tuple[Step, ...] = ()
    """What makes up a part of an account."""
