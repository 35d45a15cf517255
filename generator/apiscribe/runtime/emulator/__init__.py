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
showing_values   values as responses show them; `expanding` puts what ids name in their place
moments          moments as text; `clock` what time it is; `recurrence` when something recurs
making           random keys
subscribers      records that say who is told of events
kept             responses to idempotency keys
emulator         all of it put together
"""

from __future__ import annotations

from ..program import Program
from .clock import Clock
from .emulator import Emulator, Unknown
from .expanding import Unexpandable
from .kept import Kept, KeptResponses
from .making import Maker
from .refusing import Refused
from .running import Event, NotInState, Outcome
from .sqlite_store import SqliteStore
from .store import Store, StoreProblem
from .subscribers import Subscriber

__all__ = [
    "Clock",
    "Emulator",
    "Event",
    "Kept",
    "KeptResponses",
    "Maker",
    "NotInState",
    "Outcome",
    "Program",
    "Refused",
    "SqliteStore",
    "Store",
    "StoreProblem",
    "Subscriber",
    "Unexpandable",
    "Unknown",
]
