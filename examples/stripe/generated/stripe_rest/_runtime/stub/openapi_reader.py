"""What an API's OpenAPI document says of its operations, as far as the page shows it.

The document describes everything; an operation only what the runtime needs. Whatever is
missing or of another shape than expected is left out of the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from msgspec import Struct

_SHOWN_CHOICES = 8
_LONGEST_RULE = 100


class DescribedArgument(Struct, frozen=True):
    schema: Mapping[str, Any]
    required: bool
    doc: str

    @property
    def kind(self) -> str:
        kind = self.schema.get("type", "")
        return " or ".join(map(str, kind)) if isinstance(kind, list) else str(kind)

    @property
    def sample(self) -> object:
        """A value that is likely to be taken; None if the schema suggests none."""
        schema = self.schema
        if "default" in schema:
            return schema["default"]
        suggested = [*_list(schema.get("examples")), *_list(schema.get("enum"))]
        if suggested:
            return suggested[0]
        kinds = {"integer": schema.get("minimum", 1), "boolean": True, "object": {}, "array": []}
        return _FORMATS.get(schema.get("format", ""), kinds.get(self.kind))

    def rules(self) -> Iterator[str]:
        """What the schema says besides the kind, in words."""
        schema = self.schema
        choices = _list(schema.get("enum"))
        if choices:
            listed = ", ".join(map(as_text, choices[:_SHOWN_CHOICES]))
            rest = len(choices) - _SHOWN_CHOICES
            yield f"one of {listed}" + (f" and {rest} more" if rest > 0 else "")
        for key, words in _RULES.items():
            if key in schema:
                yield words.format(as_text(schema[key]))[:_LONGEST_RULE]


_FORMATS = {
    "email": "name@example.com",
    "date": "2012-11-25",
    "date-time": "2012-11-25T12:00:00Z",
}
_RULES = {
    "minimum": "at least {}",
    "maximum": "at most {}",
    "minLength": "{} or more characters",
    "maxLength": "up to {} characters",
    "minItems": "{} or more items",
    "maxItems": "up to {} items",
    "pattern": "matches {}",
    "default": "default {}",
}


class Described(Struct, frozen=True):
    """An operation."""

    summary: str
    arguments: Mapping[str, DescribedArgument]
    example: Mapping[str, object]
    """Arguments of a documented request."""


class OpenApiDocument:
    """An OpenAPI document, read for its operations."""

    def __init__(self, text: bytes) -> None:
        self._content = _mapping(msgspec.json.decode(text))
        info = _mapping(self._content.get("info"))
        self.summary = str(info.get("summary") or info.get("description") or "")
        self.version = str(info.get("version", ""))
        self.sections = {
            str(tag.get("name")): str(tag.get("description", ""))
            for tag in map(_mapping, _list(self._content.get("tags")))
        }
        self._operations = {
            operation.get("operationId"): operation
            for path in _mapping(self._content.get("paths")).values()
            for operation in map(_mapping, _mapping(path).values())
        }

    def operation(self, id: str) -> Described:
        found = self._operations.get(id, {})
        summary = str(found.get("summary", ""))
        return Described(summary, dict(self._arguments(found)), self._example(found))

    def _arguments(self, operation: Mapping[str, Any]) -> Iterator[tuple[str, DescribedArgument]]:
        for parameter in map(self._resolved, _list(operation.get("parameters"))):
            schema = self._resolved(parameter.get("schema"))
            doc = str(parameter.get("description") or schema.get("description", ""))
            yield (
                str(parameter.get("name")),
                DescribedArgument(schema, bool(parameter.get("required")), doc),
            )
        for media in self._bodies(operation):
            schema = self._resolved(media.get("schema"))
            required = _list(schema.get("required"))
            for name, each in _mapping(schema.get("properties")).items():
                own = self._resolved(each)
                yield (
                    name,
                    DescribedArgument(own, name in required, str(own.get("description", ""))),
                )

    def _example(self, operation: Mapping[str, Any]) -> Mapping[str, object]:
        for media in self._bodies(operation):
            encoding = _mapping(media.get("encoding"))
            for example in _mapping(media.get("examples")).values():
                value = _mapping(self._resolved(example).get("value"))
                return {key: _encoded(each, encoding.get(key)) for key, each in value.items()}
        return {}

    def _bodies(self, operation: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
        body = self._resolved(operation.get("requestBody"))
        return map(_mapping, _mapping(body.get("content")).values())

    def _resolved(self, node: object) -> Mapping[str, Any]:
        """`node` with what it refers to, if that is in the document."""
        found = _mapping(node)
        reference = found.get("$ref")
        if not isinstance(reference, str) or not reference.startswith("#/"):
            return found
        target: object = self._content
        for key in reference[2:].split("/"):
            target = _mapping(target).get(key.replace("~1", "/").replace("~0", "~"))
        return {**_mapping(target), **found}


def _encoded(value: object, encoding: object) -> object:
    """`value`, or the text with commas that carries it as one field."""
    if isinstance(value, list) and _mapping(encoding).get("explode") is False:
        return ",".join(map(as_text, value))
    return value


def as_text(value: object) -> str:
    """`value` as a form carries it."""
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


def _mapping(node: object) -> Mapping[str, Any]:
    return node if isinstance(node, dict) else {}


def _list(node: object) -> list[Any]:
    return node if isinstance(node, list) else []
