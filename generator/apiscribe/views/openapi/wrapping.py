"""Bodies whose arguments stand under keys, as OpenAPI has them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from apiscribe.model import Encoding, Operation
from apiscribe.views.openapi.schema import Schema


def wrapped(
    operation: Operation, encoding: Encoding, media: Schema, beside: Collection[str]
) -> Schema:
    """The body with its arguments under the keys that hold them, and `beside` next to these."""
    if operation.json_part is not None and encoding == "multipart":
        files = [a.wire_name for a in operation.arguments if a.takes_files]
        return _under_keys((operation.json_part,), encoding, media, files, in_json=True)
    return _under_keys(operation.wrap, encoding, media, beside) if operation.wrap else media


def _under_keys(
    keys: tuple[str, ...],
    encoding: Encoding,
    media: Schema,
    beside: Collection[str],
    *,
    in_json: bool = False,
) -> Schema:
    """The same, with the first key as JSON, or as the names of a form."""
    body = media["schema"]
    found: Schema = {**media, "schema": _schema(keys, encoding, body, beside)}
    outer, *_ = keys
    if in_json:
        styles = {name: each for name, each in media.get("encoding", {}).items() if name in beside}
        found["encoding"] = {outer: {"contentType": "application/json"}, **styles}
    elif encoding != "json":
        styles = media.get("encoding", {})
        inner = {name: each for name, each in styles.items() if name not in beside}
        own: Schema = {"style": "deepObject", "explode": True}
        outside = {name: each for name, each in styles.items() if name in beside}
        held = {**own, **({"x-encoding": inner} if inner else {})}
        found["encoding"] = {**outside, outer: held}
    if "examples" in media:
        found["examples"] = {
            kind: {"value": _example(keys, each["value"], beside)}
            for kind, each in media["examples"].items()
        }
    return found


def _schema(
    keys: tuple[str, ...], encoding: Encoding, body: Schema, beside: Collection[str]
) -> Schema:
    """An object that holds the arguments; a form whose arguments are all optional may lack it."""
    constraints: list[Schema] = []
    if beside and "allOf" in body:
        constraints = [_lifted(each, keys, beside) for each in body["allOf"]]
        body = {key: each for key, each in body.items() if key != "allOf"}
    inner = {
        **body,
        "properties": {n: each for n, each in body["properties"].items() if n not in beside},
        "required": [name for name in body.get("required", ()) if name not in beside],
    }
    is_needed = encoding == "json" or bool(inner["required"])
    inner = {key: each for key, each in inner.items() if key != "required" or each}
    for key in reversed(keys):
        inner = {"type": "object", "properties": {key: inner}}
        if is_needed:
            inner["required"] = [key]
    own = {name: each for name, each in body["properties"].items() if name in beside}
    inner["properties"] = {**own, **inner["properties"]}
    needed = [name for name in body.get("required", ()) if name in beside]
    if needed or is_needed:
        inner["required"] = [*needed, *inner.get("required", ())]
    return {**inner, "allOf": constraints} if constraints else inner


def _lifted(given: Any, keys: tuple[str, ...], beside: Collection[str]) -> Any:
    """A condition on arguments as one on the body that holds some of them under keys."""
    if isinstance(given, list):
        return [_lifted(each, keys, beside) for each in given]
    if not isinstance(given, dict):
        return given
    found: Schema = {}
    inner: Schema = {}
    for key, each in given.items():
        if key in ("properties", "required"):
            own, rest = _split(each, beside)
            found |= {key: own} if own else {}
            inner |= {key: rest} if rest else {}
        else:
            found[key] = _lifted(each, keys, beside)
    return _under(keys, found, inner) if inner else found


def _split(given: Any, beside: Collection[str]) -> tuple[Any, Any]:
    """Names, or what is said of them, that stand beside the keys, and the others."""
    if isinstance(given, dict):
        own = {name: each for name, each in given.items() if name in beside}
        return own, {name: each for name, each in given.items() if name not in beside}
    return [name for name in given if name in beside], [n for n in given if n not in beside]


def _under(keys: tuple[str, ...], found: Schema, inner: Schema) -> Schema:
    """A condition with another one on what stands under keys."""
    is_needed = "required" in inner
    for key in reversed(keys[1:]):
        inner = {"properties": {key: inner}, **({"required": [key]} if is_needed else {})}
    properties = {**found.get("properties", {}), keys[0]: inner}
    required = [*found.get("required", ()), *([keys[0]] if is_needed else [])]
    return {**found, "properties": properties, **({"required": required} if required else {})}


def _example(keys: tuple[str, ...], value: Schema, beside: Collection[str]) -> Schema:
    own = {name: each for name, each in value.items() if name in beside}
    inner = {name: each for name, each in value.items() if name not in beside}
    for key in reversed(keys):
        inner = {key: inner}
    return own | inner
