"""Lists and objects that came as plain text: how a form or a query has them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from ..encoding.bindings import PLAIN, Style
from ..encoding.scalars import OrNone
from ..encoding.wire import Array, Map, Object, Tuple, Wire
from ..encoding.wrapped import wrapped_name
from ..operation import Operation
from .violations import Violation

_PARTS = re.compile(r"\.([^.\[]+)|\[(\d+)\]")
_HEAD = re.compile(r"[^.\[]*")
_OF_LISTS = {"brackets": "[]=...", "indexed": "[0]=...", "json": "=[...]"}
_OF_OBJECTS = {"brackets": "[key]=...", "dots": ".key=...", "json": "={...}"}


def hinted(
    violations: Iterable[Violation],
    operation: Operation,
    given: Mapping[str, object],
    *,
    in_json: bool,
) -> list[Violation]:
    """`violations`, of which those of such texts say how they are written instead.

    With `in_json`, only what stands in the query is written so.
    """
    return [
        _hinted(each, operation, given)
        if each.rule == "type" and (not in_json or _name(each) in operation.in_query)
        else each
        for each in violations
    ]


def _name(violation: Violation) -> str:
    """The argument that is wrong, or that holds what is."""
    head = _HEAD.match(violation.argument)
    return head[0] if head else ""


def _hinted(violation: Violation, operation: Operation, given: Mapping[str, object]) -> Violation:
    name = _name(violation)
    bindings = operation.bindings
    style = bindings.styles.get(name, PLAIN) if bindings is not None else PLAIN
    wired = bindings.wire_name(name) if bindings is not None else name
    at = _At(style, wrapped_name(operation.wrap_of(name), wired))
    value, wire = given.get(name), operation.arguments.get(name)
    for key, index in _PARTS.findall(violation.argument[len(name) :]):
        value, wire = _inside(value, wire, key, index)
        at.step(key, index)
    written = at.written(wire) if isinstance(value, str) else None
    if written is None:
        return violation
    return replace(violation, message=f"{violation.message}; it is written `{written}`")


class _At:
    """The name of a part, as it is written."""

    def __init__(self, style: Style, name: str) -> None:
        self._style, self._name, self._place = style, name, ""

    def step(self, key: str, index: str) -> None:
        if key:
            self._name += f"[{key}]" if self._style.objects == "brackets" else f".{key}"
        elif self._style.lists == "indexed_last":
            self._place = f"[{index}]"
        elif self._style.lists != "repeat":
            self._name += "[]" if self._style.lists == "brackets" else f"[{index}]"

    def written(self, wire: Wire | None) -> str | None:
        if isinstance(wire, OrNone):
            wire = wire.wire
        if isinstance(wire, Array | Tuple):
            end = _OF_LISTS.get(self._style.lists)
            if self._style.lists == "indexed_last":
                of_objects = isinstance(wire, Array) and isinstance(wire.item, Object | Map)
                end = "[key][0]=..." if of_objects else "[0]=..."
        else:
            end = _OF_OBJECTS[self._style.objects] if isinstance(wire, Object | Map) else None
        if end is None:
            return None
        inside, _, told = end.partition("=")
        return f"{self._name}{inside}{self._place}={told}"


def _inside(value: object, wire: Wire | None, key: str, index: str) -> tuple[object, Wire | None]:
    if key and isinstance(value, Mapping):
        fields = wire.fields if isinstance(wire, Object) else {}
        return value.get(key), wire.item if isinstance(wire, Map) else fields.get(key)
    if index and isinstance(value, list) and int(index) < len(value):
        return value[int(index)], wire.item if isinstance(wire, Array) else None
    return None, None
