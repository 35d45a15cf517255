"""An emulator of a service, driven by what its spec says of state.

program          what is to be done, as data: entities, values, tests, steps
values           makes functions of values, tests and queries, with `computing`, `conditions`,
                 `over_records` and `over_time`
engine           makes functions of steps and does them: `doing`, `answering`; `running` is one run
kinds            entities, ready for their records
records          a tenant's records, with what is unique and what depends on what; `contents` reads
                 them, `lookup` finds them in indexes or by their key
store            where they are kept: `opening` chooses, by what `places` are called,
                 `memory_store`, whose lists are `memory_lists`, `sqlite_store` or
                 `postgres_store`, on a `postgres_connection`
spans            places in long lists of databases; `indexing` indexes as a program has them
pages            parts of a list
cursors          what asks for another part, as the emulator hands it out
showing_values   values as responses show them; `expanding` puts what ids name in their place
moments          moments as text; `clock` what time it is; `recurrence` when something recurs
making           random keys
subscribers      records that say who is told of events, and `about` what
kept             responses to idempotency keys
emulator         all of it put together
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..lazy import lazy_names

if TYPE_CHECKING:
    from .clock import Clock as Clock
    from .cursors import StalePage as StalePage
    from .emulator import Emulator as Emulator
    from .emulator import Unknown as Unknown
    from .expanding import Unexpandable as Unexpandable
    from .kept import Kept as Kept
    from .kept import KeptResponses as KeptResponses
    from .making import Maker as Maker
    from .memory_store import MemoryStore as MemoryStore
    from .refusing import KeyTaken as KeyTaken
    from .refusing import Refused as Refused
    from .running import Event as Event
    from .running import NotInState as NotInState
    from .running import Outcome as Outcome
    from .sqlite_store import SqliteStore as SqliteStore
    from .store import Store as Store
    from .store import StoreProblem as StoreProblem
    from .subscribers import Subscriber as Subscriber
else:
    # A stub that answers with examples needs but a few of them.
    __getattr__, __dir__, __all__ = lazy_names(
        __name__,
        {
            f"{__name__}.clock": ["Clock"],
            f"{__name__}.emulator": ["Emulator", "Unknown"],
            f"{__name__}.expanding": ["Unexpandable"],
            f"{__name__}.kept": ["Kept", "KeptResponses"],
            f"{__name__}.making": ["Maker"],
            f"{__name__}.memory_store": ["MemoryStore"],
            f"{__name__}.cursors": ["StalePage"],
            f"{__name__}.refusing": ["KeyTaken", "Refused"],
            f"{__name__}.running": ["Event", "NotInState", "Outcome"],
            f"{__name__}.sqlite_store": ["SqliteStore"],
            f"{__name__}.store": ["Store", "StoreProblem"],
            f"{__name__}.subscribers": ["Subscriber"],
        },
    )
