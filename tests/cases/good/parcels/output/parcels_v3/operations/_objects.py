# Generated from spec/types/ by `make generate`. Do not edit.
"""How objects that operations take are written."""

from __future__ import annotations

from parcels_v3._runtime.encoding import wire

ADDRESS = wire.Object(
    {
        "zip": wire.TEXT,
        "street": wire.TEXT,
        "floor": wire.INTEGER,
        "lift": wire.BOOLEAN,
    },
    shorthand="zip",
)

ITEM = wire.Object(
    {
        "SKU": wire.TEXT,
        "count": wire.INTEGER,
    },
)
