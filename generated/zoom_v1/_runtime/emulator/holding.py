"""What is given, as records hold it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from ..encoding.files import FilePart
from ..encoding.wire import Array, Date, Map, Object, Wire
from ..semantics import dates
from .moments import moment_text, read_moment

_PLAIN = frozenset((str, int, bool, float))
_REMADE = frozenset((Date, Object))
"""Of what types even plain values are held otherwise."""


def held(wires: Mapping[str, Wire], given: Mapping[str, object]) -> dict[str, object]:
    """Arguments with moments in one form and nothing that is no JSON; without unknown ones."""
    found = {}
    for name, value in given.items():
        wire = wires.get(name)
        if wire is not None:
            is_plain = type(value) in _PLAIN and type(wire) not in _REMADE
            found[name] = value if is_plain else _held(wire, value)
    return found


def _held(wire: Wire, value: object) -> object:
    match wire:
        case Date() if isinstance(value, str | int):
            return _moment(value, wire.formats) or value
        case Array() if isinstance(value, list | tuple):
            return [_held(wire.item, each) for each in value]
        case Object() if wire.shorthand is not None and not isinstance(value, dict):
            return {wire.shorthand: value}
        case Object() if isinstance(value, dict):
            return {
                key: _held(wire.fields[key], each) if key in wire.fields else each
                for key, each in value.items()
            }
        case Map() if isinstance(value, dict):
            return {key: _held(wire.item, each) for key, each in value.items()}
    if isinstance(value, FilePart):
        return {"filename": value.filename, "size": value.size}
    return value


@lru_cache(maxsize=1024, typed=True)
def _moment(value: str | int, formats: tuple[str, ...]) -> str | None:
    moment = read_moment(dates.read(value, formats))
    return None if moment is None else moment_text(moment)
