# Generated from spec/resources/depot.yaml by `make generate`. Do not edit.
"""What the arguments of `depot` operations are drawn from."""

from __future__ import annotations

from parcels_v3 import lists
from parcels_v3._runtime.strategies import kinds
from parcels_v3.strategies import _types as types

OPEN = kinds.Members(
    fields={
        "country": types.COUNTRY,
        "region": kinds.Text(listed=lists.PROVINCES),
    },
    required=("country", "region"),
)

TELL = kinds.Members(
    fields={
        "depot": kinds.INTEGER,
        "note": kinds.Map(item=kinds.Text(max_length=10)),
        "more": kinds.ANYTHING,
    },
    required=("depot",),
)

MEMBERS = {
    "depot.open": OPEN,
    "depot.tell": TELL,
}
"""Operation id -> its arguments."""
