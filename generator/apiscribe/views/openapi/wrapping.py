"""Bodies whose arguments stand under keys, as OpenAPI has them."""

from __future__ import annotations

from collections.abc import Collection

from apiscribe.model import Encoding, Operation
from apiscribe.views.openapi.schema import Schema


def wrapped(
    operation: Operation, encoding: Encoding, media: Schema, beside: Collection[str]
) -> Schema:
    """The body with its arguments under the keys that hold them, and `beside` next to these."""
    if not operation.wrap:
        return media
    body = media["schema"]
    found: Schema = {**media, "schema": _schema(operation, encoding, body, beside)}
    outer, *_ = operation.wrap
    if encoding != "json":
        styles = media.get("encoding", {})
        inner = {name: each for name, each in styles.items() if name not in beside}
        own: Schema = {"style": "deepObject", "explode": True}
        found["encoding"] = {outer: {**own, **({"x-encoding": inner} if inner else {})}}
    if "examples" in media:
        found["examples"] = {
            kind: {"value": _example(operation, each["value"], beside)}
            for kind, each in media["examples"].items()
        }
    return found


def _schema(
    operation: Operation, encoding: Encoding, body: Schema, beside: Collection[str]
) -> Schema:
    """An object that holds the arguments; a form whose arguments are all optional may lack it."""
    inner = {
        **body,
        "properties": {n: each for n, each in body["properties"].items() if n not in beside},
        "required": [name for name in body.get("required", ()) if name not in beside],
    }
    is_needed = encoding == "json" or bool(inner["required"])
    inner = {key: each for key, each in inner.items() if key != "required" or each}
    for key in reversed(operation.wrap):
        inner = {"type": "object", "properties": {key: inner}}
        if is_needed:
            inner["required"] = [key]
    own = {name: each for name, each in body["properties"].items() if name in beside}
    inner["properties"] = {**own, **inner["properties"]}
    needed = [name for name in body.get("required", ()) if name in beside]
    if needed or is_needed:
        inner["required"] = [*needed, *inner.get("required", ())]
    return inner


def _example(operation: Operation, value: Schema, beside: Collection[str]) -> Schema:
    own = {name: each for name, each in value.items() if name in beside}
    inner = {name: each for name, each in value.items() if name not in beside}
    for key in reversed(operation.wrap):
        inner = {key: inner}
    return own | inner
