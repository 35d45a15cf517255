# Generated from spec/resources/depot.yaml by `make generate`. Do not edit.
"""Operations of `depot`."""

from __future__ import annotations

from parcels_v3._runtime.encoding import wire
from parcels_v3._runtime.operation import Limit, Operation

OPEN = Operation(
    id="depot.open",
    method="POST",
    path="/depots/open",
    effect="read",
    section="Depots",
    encoding="form",
    arguments={
        "country": wire.TEXT,
        "region": wire.TEXT,
    },
    limits=(Limit(group="daily", requests=5000, seconds=86400),),
)

TELL = Operation(
    id="depot.tell",
    method="POST",
    path="/depots/tell",
    effect="change",
    section="Depots",
    encoding="form",
    arguments={
        "depot": wire.INTEGER,
        "note": wire.Map(wire.TEXT),
        "more": wire.JSON,
    },
    limits=(Limit(group="daily", requests=5000, seconds=86400),),
)

LIST_KEYS = Operation(
    id="depot.list_keys",
    method="POST",
    path="/depots/keys",
    effect="read",
    section="Depots",
    encoding="form",
    arguments={
        "depot": wire.INTEGER,
    },
    limits=(Limit(group="daily", requests=5000, seconds=86400),),
)


OPERATIONS = {
    "depot.open": OPEN,
    "depot.tell": TELL,
    "depot.list_keys": LIST_KEYS,
}
"""Operation id -> operation."""
