"""Maps whose keys are names on the wire, behind a prefix."""

from __future__ import annotations

from msgspec.structs import replace

from apiscribe.model import (
    Ground,
    Location,
    MapType,
    Pattern,
    Style,
    TextType,
    ValueType,
)
from apiscribe.resolve import bindings
from apiscribe.resolve.origins import Origins

_KEY = "[A-Za-z0-9_.-]+"
_KEY_OF_A_HEADER = "[a-z0-9_.-]+"
"""Headers have no case."""


def implied(
    of: MapType, location: Location, style: Style, origins: Origins, *, json: bool
) -> ValueType:
    """The map with what its place asks: keys that names can have, and one of them at least."""
    ground = Ground("inferred")
    of = bindings.with_a_key(of, origins)
    key = of.key or origins.note(TextType(), origins.place(of))
    if isinstance(key, TextType) and not key.rules:
        pattern = Pattern(pattern=_KEY_OF_A_HEADER if location == "header" else _KEY, ground=ground)
        origins.note(pattern, origins.place(of))
        key = origins.same(replace(key, rules=(pattern,)), key)
    value = bindings.implied(of.value, location, style, origins, json=json)
    return origins.same(replace(of, key=key, value=value), of)
