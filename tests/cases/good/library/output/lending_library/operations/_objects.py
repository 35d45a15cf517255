# Generated from spec/types/ by `make generate`. Do not edit.
"""How objects that operations take are written."""

from __future__ import annotations

from lending_library._runtime.encoding import wire

AUTHOR = wire.Object(
    {
        "name": wire.TEXT,
        "born": wire.INTEGER,
    },
)

SHELF = wire.Object(
    {
        "label": wire.TEXT,
        "built": wire.Date(("utc",)),
    },
)

PLACE = wire.Object(
    {
        "floor": wire.INTEGER,
        "shelf": SHELF,
    },
)

NEW_BOOK = wire.Object(
    {
        "isbn": wire.TEXT,
        "title": wire.TEXT,
        "languages": wire.Array(wire.TEXT),
    },
)
SHELF.fields["inner"] = wire.Array(SHELF)
SHELF.fields["parent"] = SHELF
