# Generated from spec/resources/depot.yaml by `make generate`. Do not edit.
"""What the arguments of `depot` operations are drawn from."""

from __future__ import annotations

from parcels_v3 import lists
from parcels_v3._runtime.strategies import domains
from parcels_v3.strategies import _types as types

OPEN = domains.Members(
    fields={
        "country": types.COUNTRY,
        "region": domains.Text(listed=lists.PROVINCES),
    },
    required=("country", "region"),
)

TELL = domains.Members(
    fields={
        "depot": domains.INTEGER,
        "note": domains.Map(item=domains.Text(max_length=10)),
        "more": domains.ANYTHING,
    },
    required=("depot",),
)

LIST_KEYS = domains.Members(
    fields={
        "depot": domains.INTEGER,
    },
    required=("depot",),
)

MEMBERS = {
    "depot.open": OPEN,
    "depot.tell": TELL,
    "depot.list_keys": LIST_KEYS,
}
"""Operation id -> its arguments."""
