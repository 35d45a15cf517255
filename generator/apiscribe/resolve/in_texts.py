"""Fields of objects that only forms and queries have: what cannot be told there, such as no items.

The same of arguments stands in `bindings`. An object that JSON has as well may hold any list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from apiscribe.model import (
    PLAIN_STYLE,
    Argument,
    Field,
    ListType,
    MapType,
    ObjectType,
    Operation,
    Style,
    ValueType,
)
from apiscribe.resolve.bindings import implied
from apiscribe.resolve.objects import reachable
from apiscribe.resolve.origins import Origins


def with_implied(
    objects: Mapping[str, ObjectType], operations: Iterable[Operation], origins: Origins
) -> dict[str, ObjectType]:
    """The objects, with what their place asks of the lists in those that names with keys write."""
    styles: dict[str, set[Style]] = {}
    for argument, style in _styles(operations):
        for name in reachable([argument.type], objects):
            styles.setdefault(name, set()).add(style)
    found = dict(objects)
    for name, all_of_it in styles.items():
        style = all_of_it.pop()
        if style != PLAIN_STYLE and not all_of_it and objects[name].used_in == {"request"}:
            fields = tuple(_field(each, style, origins) for each in objects[name].fields)
            found[name] = origins.same(replace(objects[name], fields=fields), objects[name])
    return found


def _styles(operations: Iterable[Operation]) -> Iterator[tuple[Argument, Style]]:
    """Arguments, and how lists are written in objects that are names with keys."""
    for operation in operations:
        for argument in operation.arguments:
            in_json = operation.encoding == "json" or operation.all_in_json
            is_json = argument.location == "body" and in_json
            is_flat = argument.location in ("body", "query") and argument.style.objects != "json"
            lists = argument.style.lists if is_flat and not is_json else PLAIN_STYLE.lists
            yield argument, Style(lists=lists)


def _field(field: Field, style: Style, origins: Origins) -> Field:
    of = _implied(field.type, style, origins)
    return field if of is field.type else origins.same(replace(field, type=of), field)


def _implied(of: ValueType, style: Style, origins: Origins) -> ValueType:
    match of:
        case ListType():
            return implied(of, "query", style, origins, json=False)
        case MapType():
            value = _implied(of.value, style, origins)
            return of if value is of.value else origins.same(replace(of, value=value), of)
        case _:
            return of
