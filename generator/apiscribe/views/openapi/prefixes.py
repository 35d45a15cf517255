"""Maps whose keys are names behind a prefix: patterns of properties, as JSON Schema has them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from apiscribe.model import Argument
from apiscribe.views.openapi.schema import Schema

_SPECIAL = re.compile(r"[\^$.|?*+()\[\]{}/\\]")
"""What ECMAScript lets a backslash stand before."""
Described = tuple[Argument, Schema]
"""An argument with the schema of its type."""


def patterns(arguments: Iterable[Described], named: Schema) -> Schema:
    """Of the properties of a body, beside those that have names of their own."""
    found: Schema = {}
    for each, schema in arguments:
        if each.prefix is None:
            continue
        for pattern, value in _pattern(each, schema).items():
            # A pattern is about properties with names of their own, too.
            others = [other for name, other in named.items() if re.search(pattern, name)]
            found[pattern] = {"anyOf": [value, *others]} if others else value
    return found


def parameter(argument: Argument, schema: Schema) -> list[Schema]:
    """An object whose properties are parameters; there is none for headers, see `told`."""
    if argument.location != "query":
        return []
    described = {key: schema[key] for key in ("minProperties", "maxProperties") if key in schema}
    return [
        {
            "name": argument.name,
            "in": "query",
            **({"required": True} if argument.required else {}),
            "schema": {
                "type": "object",
                "patternProperties": _pattern(argument, schema),
                "additionalProperties": False,
                **described,
            },
            "description": schema["description"],
            "style": "form",
            "explode": True,
        }
    ]


def told(arguments: Iterable[Described]) -> list[Schema]:
    """All of them, as objects: OpenAPI cannot say that one is needed, and nothing of headers."""
    return [
        {
            "prefix": each.prefix,
            "in": each.location,
            **({"required": True} if each.always_required else {}),
            **({"x-style": "percent"} if each.in_percent else {}),
            "schema": schema,
        }
        for each, schema in arguments
        if each.prefix is not None
    ]


def _pattern(argument: Argument, schema: Schema) -> Schema:
    """The pattern of the names, with what stands under each."""
    key = schema.get("propertyNames", {})
    inner = _among(key["enum"]) if "enum" in key else key.get("pattern", "^(?:.+)$")[1:-1]
    value = dict(schema.get("additionalProperties", {}))
    value.setdefault("description", schema["description"])
    return {f"^{_escaped(str(argument.prefix))}{inner}$": value}


def _among(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(map(_escaped, words))})"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)
