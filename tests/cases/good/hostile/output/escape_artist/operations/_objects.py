# Generated from spec/types/ by `make generate`. Do not edit.
"""How objects that operations take are written."""

from __future__ import annotations

from escape_artist._runtime.encoding import wire

ESCAPE = wire.Object(
    {
        "class": wire.TEXT,
        "__init__": wire.TEXT,
        "it's {{ here }}": wire.TEXT,
        "extra": wire.TEXT,
        "date": wire.Date(("date",)),
        "list": wire.Array(wire.Date(("utc",))),
        "str": wire.Map(wire.TEXT),
    },
    shorthand="class",
)
ESCAPE.fields["field"] = ESCAPE
