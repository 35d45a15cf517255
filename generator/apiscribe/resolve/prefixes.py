"""Maps whose keys are names on the wire, behind a prefix."""

from __future__ import annotations

from msgspec.structs import replace

from apiscribe.model import (
    Ground,
    KeyCount,
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
    counts = [rule for rule in of.rules if isinstance(rule, KeyCount)]
    rules = of.rules
    if not any(rule.minimum for rule in counts):
        most = next((rule.maximum for rule in counts), None)
        count = KeyCount(minimum=1, maximum=most, ground=ground)
        origins.note(count, origins.place(of))
        rules = (*(rule for rule in rules if not isinstance(rule, KeyCount)), count)
    key = of.key or origins.note(TextType(), origins.place(of))
    if isinstance(key, TextType) and not key.rules:
        pattern = Pattern(pattern=_KEY_OF_A_HEADER if location == "header" else _KEY, ground=ground)
        origins.note(pattern, origins.place(of))
        key = origins.same(replace(key, rules=(pattern,)), key)
    value = bindings.implied(of.value, location, style, origins, json=json)
    return origins.same(replace(of, rules=rules, key=key, value=value), of)
