"""What an API's OpenAPI document says of its operations, as far as the page shows it.

The document describes everything; an operation only what the runtime needs. Whatever is
missing or of another shape than expected is left out of the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from msgspec import Struct

from ...semantics.paths import reach_keys

_DEEPEST = 5
"""Objects in objects that are described; what lies deeper is any JSON."""
_KEPT = (
    "type",
    "format",
    "enum",
    "x-enum-descriptions",
    "const",
    "default",
    "examples",
    "minimum",
    "maximum",
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "uniqueItems",
    "pattern",
    "required",
    "description",
    "deprecated",
)
_REFERENCES = 20
"""From one reference to the next; one that comes back to itself has an end."""


class DescribedArgument(Struct, frozen=True):
    schema: Mapping[str, Any]
    required: bool
    doc: str


class Described(Struct, frozen=True):
    """An operation."""

    summary: str
    description: str
    arguments: Mapping[str, DescribedArgument]
    """By their names on the wire."""
    example: Mapping[str, object]
    """Arguments of a documented request."""


def _of_other_methods(path: Mapping[str, Any]) -> Mapping[str, Any]:
    """The operations of methods that OpenAPI has no words for."""
    return _mapping(path.get("x-additional-operations"))


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
        self._operations: dict[object, Mapping[str, Any]] = {
            operation.get("operationId"): operation
            for path in map(_mapping, _mapping(self._content.get("paths")).values())
            for operation in map(_mapping, (*path.values(), *_of_other_methods(path).values()))
        }

    def summary_of(self, id: str) -> str:
        return str(self._operations.get(id, {}).get("summary", ""))

    def operation(self, id: str, wrap: tuple[str, ...] = ()) -> Described:
        """An operation, whose body holds its arguments under the keys of `wrap`."""
        found = self._operations.get(id, {})
        return Described(
            self.summary_of(id),
            str(found.get("description", "")),
            dict(self._arguments(found, wrap)),
            self._example(found, wrap),
        )

    def _arguments(
        self, operation: Mapping[str, Any], wrap: tuple[str, ...]
    ) -> Iterator[tuple[str, DescribedArgument]]:
        for parameter in map(self._resolved, _list(operation.get("parameters"))):
            schema = self._schema(_schema_of(parameter))
            doc = str(parameter.get("description") or schema.get("description", ""))
            required = bool(parameter.get("required"))
            yield str(parameter.get("name")), DescribedArgument(schema, required, doc)
        for prefixed in map(_mapping, _list(operation.get("x-prefixes"))):
            schema = self._schema(prefixed.get("schema"))
            doc, required = str(schema.get("description", "")), bool(prefixed.get("required"))
            yield str(prefixed.get("prefix")), DescribedArgument(schema, required, doc)
        for media in self._bodies(operation):
            body = self._resolved(media.get("schema"))
            yield from self._fields(body, wrap[:1])
            for key in wrap:
                body = self._resolved(_mapping(body.get("properties")).get(key))
            if wrap:
                yield from self._fields(body)

    def _fields(
        self, body: Mapping[str, Any], without: tuple[str, ...] = ()
    ) -> Iterator[tuple[str, DescribedArgument]]:
        required_names = _list(body.get("required"))
        for name, each in _mapping(body.get("properties")).items():
            if name not in without:
                own = self._schema(each)
                doc = str(own.get("description", ""))
                yield name, DescribedArgument(own, name in required_names, doc)

    def _example(self, operation: Mapping[str, Any], wrap: tuple[str, ...]) -> Mapping[str, object]:
        for media in self._bodies(operation):
            for example in _mapping(media.get("examples")).values():
                value = _mapping(self._resolved(example).get("value"))
                beside = {key: each for key, each in value.items() if key not in wrap[:1]}
                return {**beside, **_mapping(reach_keys(value, wrap))}
        return {}

    def _bodies(self, operation: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
        body = self._resolved(operation.get("requestBody"))
        return map(_mapping, _mapping(body.get("content")).values())

    def _schema(self, node: object, depth: int = 0) -> dict[str, Any]:
        """What a form has to know of a schema, with everything in its place that it refers to."""
        schema = self._resolved(node)
        found = {key: schema[key] for key in _KEPT if key in schema}
        if depth >= _DEEPEST:
            return found if found.get("type") not in ("object", "array") else {}
        if isinstance(schema.get("properties"), dict):
            found["properties"] = {
                name: self._schema(each, depth + 1) for name, each in schema["properties"].items()
            }
        if "items" in schema:
            found["items"] = self._schema(schema["items"], depth + 1)
        if isinstance(schema.get("additionalProperties"), dict):
            found["additionalProperties"] = self._schema(schema["additionalProperties"], depth + 1)
        for key in ("oneOf", "anyOf"):
            if isinstance(schema.get(key), list):
                found[key] = [self._schema(each, depth + 1) for each in schema[key]]
        return found

    def _resolved(self, node: object) -> Mapping[str, Any]:
        """`node` with what it refers to, if that is in the document."""
        found: Mapping[str, Any] = _mapping(node)
        for _ in range(_REFERENCES):
            reference = found.get("$ref")
            if not isinstance(reference, str) or not reference.startswith("#/"):
                return found
            target: Any = self._content
            for key in reference[2:].split("/"):
                target = _mapping(target).get(key.replace("~1", "/").replace("~0", "~"))
            beside = {key: value for key, value in found.items() if key != "$ref"}
            found = {**_mapping(target), **beside}
        return {}


def _mapping(node: object) -> Mapping[str, Any]:
    return node if isinstance(node, dict) else {}


def _list(node: object) -> list[Any]:
    return node if isinstance(node, list) else []


def _schema_of(parameter: Mapping[str, Any]) -> object:
    """The schema of a parameter, or of the JSON that it is."""
    media = _mapping(_mapping(parameter.get("content")).get("application/json"))
    return parameter.get("schema", media.get("schema"))
