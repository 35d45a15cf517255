"""An emulator of a service, driven by what its spec says of state.

program          what is to be done, as data: entities, values, tests, steps
values           makes functions of values, tests and queries, with `computing`, `conditions`,
                 `over_records` and `over_time`
engine           makes functions of steps and does them: `doing`, `answering`; `running` is one run
kinds            entities, ready for their records
records          a tenant's records, with what is unique and what depends on what
store            where they are kept: `opening` chooses `sqlite_store` or `postgres_store`
spans            places in long lists; `indexing` indexes as a program has them
pages            parts of a list
showing_values   values as responses show them
moments          moments as text; `clock` what time it is; `recurrence` when something recurs
making           random keys
emulator         all of it put together
"""

from __future__ import annotations

from ..program import Program
from .clock import Clock
from .emulator import Emulator, Unknown
from .making import Maker
from .refusing import Refused
from .running import Event, NotInState, Outcome
from .sqlite_store import SqliteStore
from .store import Store, StoreProblem

__all__ = [
    "Clock",
    "Emulator",
    "Event",
    "Maker",
    "NotInState",
    "Outcome",
    "Program",
    "Refused",
    "SqliteStore",
    "Store",
    "StoreProblem",
    "Unknown",
]
