"""Fields of a form that are more than text: models of answers want what JSON has."""

from __future__ import annotations

from apiscribe.model import (
    Api,
    BooleanType,
    Event,
    IntegerType,
    ListType,
    MapType,
    NumberType,
    ObjectRef,
    UnionType,
    ValueType,
    Webhooks,
)
from apiscribe.views.text import literal

_ANY = "wire.JSON"


def of_payload(api: Api, webhooks: Webhooks, event: Event) -> dict[str, str]:
    """Name -> how its text is read, if that is not as text."""
    if event.body == "json" or event.content_key is not None:
        return {}
    return _fields(api, event.payload, (), nested=event.is_in_brackets(webhooks.style))


def _fields(api: Api, name: str, around: tuple[str, ...], *, nested: bool) -> dict[str, str]:
    found = {
        each.wire_name: _wire(api, each.type, (*around, name), nested=nested)
        for each in api.objects[name].fields
    }
    return {name: wire for name, wire in found.items() if wire is not None}


def _wire(api: Api, of: ValueType, around: tuple[str, ...], *, nested: bool) -> str | None:
    match of:
        case IntegerType():
            return "wire.INTEGER"
        case NumberType():
            return "wire.NUMBER"
        case BooleanType():
            return "wire.BOOLEAN"
        case ListType() if nested and (item := _wire(api, of.item, around, nested=True)):
            return f"wire.Array(item={item})"
        case MapType() if nested and (value := _wire(api, of.value, around, nested=True)):
            return f"wire.Map(item={value})"
        case ObjectRef() if nested and of.object not in around:
            fields = _fields(api, of.object, around, nested=True)
            written = ", ".join(f"{literal(name)}: {wire}" for name, wire in fields.items())
            return f"wire.Object(fields={{{written}}})" if fields else _ANY
        case ListType() | MapType() | ObjectRef() | UnionType():
            return _ANY
        case _:
            return None
