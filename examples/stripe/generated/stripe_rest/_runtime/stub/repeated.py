"""Names that a request gives more than once.

    member_ids=a&member_ids=b    a list, where the argument is one
    pages=1&pages=2              refused: nobody can tell which one is meant

Items with a place of their own, as in `readers[0]=a&readers[1]=b` or `readers[]=a&readers[]=b`,
repeat nothing.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping

from ..encoding.wire import Array, Csv, Map, Object, Wire
from .responses import RequestRefused
from .showing import shown


def gathered(
    pairs: list[tuple[str, object]], known: Mapping[str, Wire]
) -> Mapping[str, object] | list[tuple[str, object]]:
    """`pairs`, where each name of a list that comes more than once has all its values.

    Raises:
        RequestRefused: malformed, if a name that is repeated takes one value.
    """
    once = dict(pairs)
    if len(once) == len(pairs):
        return once  # nearly every request
    values: dict[str, list[object]] = {}
    for name, value in pairs:
        values.setdefault(name, []).append(value)
    found: list[tuple[str, object]] = []
    for name, value in pairs:
        if "[]" in name:  # whose order says which item is meant
            found.append((name, value))
        elif all_values := values.pop(name, None):
            given_once = len(all_values) == 1
            found.append((name, value if given_once else _as_list(name, all_values, known)))
    return found


def _as_list(name: str, values: list[object], known: Mapping[str, Wire]) -> object:
    wire = _wire_of(name, known)
    if isinstance(wire, Csv):
        return ",".join(map(str, values))  # each may itself be several, between commas
    if wire is None or isinstance(wire, Array):
        return values
    raise repeated(name, len(values))


def require_each_key_once(body: bytes) -> None:
    """Refuse JSON in which one object has a key twice.

    Raises:
        RequestRefused: malformed.
    """
    # Numbers are left as they are: to read a long one takes long, and this is not about them.
    json.loads(body, object_pairs_hook=_without_repetition, parse_int=str, parse_float=str)


def _without_repetition(pairs: list[tuple[str, object]]) -> None:
    if len(dict(pairs)) < len(pairs):
        name, times = Counter(key for key, _ in pairs).most_common(1)[0]
        raise repeated(name, times)


def repeated(name: str, times: int) -> RequestRefused:
    """For a name that takes one value."""
    return RequestRefused("malformed", f"{shown(name)} is given {times} times; it takes one value")


def _wire_of(name: str, known: Mapping[str, Wire]) -> Wire | None:
    """How the argument or the field `name` is written; None if it is not known."""
    head, *keys = name.replace("]", "").split("[")
    wire = known.get(name) or known.get(head)
    if name in known:
        return wire
    for key in keys:
        if isinstance(wire, Object):
            wire = wire.fields.get(key)
        elif isinstance(wire, Array | Csv | Map):
            wire = wire.item
        else:
            return None
    return wire
