"""The body of a request, by encoding; `uploads` has those with files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from ..encoding.wire import TEXT, Wire, nullable
from ..encoding.wrapped import wrapped
from ..operation import Operation
from ..semantics.methods import BODILESS
from ..unions import written
from .texts import body_texts, urlencoded

_IN_JSON = ("json", "multipart")
"""Encodings of what is JSON; a form of several parts is, where it could be and has no file."""


def with_type(
    operation: Operation,
    values: Mapping[str, object],
    beside: Sequence[tuple[str, str]],
    sent: dict[str, str],
) -> bytes | str | None:
    """The body, whose content type is written into `sent` if there is one."""
    body, kind = _body_of(operation, values, beside)
    if body is not None:
        sent["content-type"] = kind
    return body


def _body_of(
    operation: Operation,
    values: Mapping[str, object],
    beside: Sequence[tuple[str, str]],
) -> tuple[bytes | str | None, str]:
    """The body and its content type."""
    if operation.bindings is not None and operation.bindings.body is not None:
        return whole_body(operation, operation.bindings.body, values), operation.json_sent
    if operation.encoding in _IN_JSON:
        given = bool(values or beside)
        if not given and (operation.method in BODILESS or not operation.takes_body):
            return None, operation.json_sent
        return json_object(operation, values, beside), operation.json_sent
    pairs = [*beside, *body_texts(operation, values)]
    # A form that is one name alone could not be told from any other text.
    with_signs = ((name, text or "") for name, text in pairs)
    return urlencoded(with_signs) or None, "application/x-www-form-urlencoded"


def json_object(
    operation: Operation, values: Mapping[str, object], beside: Sequence[tuple[str, str]]
) -> bytes:
    """Arguments as an object of JSON, which is a body or a part of one."""
    inner = {name: each for name, each in values.items() if operation.wrap_of(name)}
    outer = {name: each for name, each in values.items() if name not in inner}
    content = wrapped(operation.wrap, _json(operation, inner))
    assert isinstance(content, dict)
    return msgspec.json.encode(dict(beside) | _json(operation, outer) | content)


def whole_body(operation: Operation, name: str, values: Mapping[str, object]) -> bytes | None:
    """The one argument that is the whole body."""
    if name not in values:
        return None
    try:
        given = nullable(operation.arguments[name], values[name])
        if operation.json_in_lines and isinstance(given, list | tuple):
            return b"".join(msgspec.json.encode(each, enc_hook=written) + b"\n" for each in given)
        return msgspec.json.encode(wrapped(operation.wrap, given), enc_hook=written)
    except (TypeError, ValueError, OverflowError, RecursionError):
        from .refusing import unsendable

        raise unsendable(operation, name, "cannot be written as JSON") from None


def _json(operation: Operation, values: Mapping[str, object]) -> dict[str, object]:
    bindings = operation.bindings
    fields: dict[str, object] = {}
    for name, value in values.items():
        wire = operation.arguments.get(name, TEXT)
        if bindings is not None and name in bindings.prefixes:
            from ..encoding.prefixed import item_of
            from .binding import open_names

            for wired, each in open_names(operation, bindings, name, value):
                fields[wired] = _as_json(operation, name, item_of(wire), each)
        else:
            wired = name if bindings is None else bindings.wire_name(name)
            fields[wired] = _as_json(operation, name, wire, value)
    return fields


def _as_json(operation: Operation, name: str, wire: Wire, value: object) -> msgspec.Raw:
    """One by one, to know the name of an argument that cannot be written."""
    try:
        return msgspec.Raw(msgspec.json.encode(nullable(wire, value), enc_hook=written))
    except (TypeError, ValueError, OverflowError, RecursionError):
        from .refusing import unsendable

        raise unsendable(operation, name, "cannot be written as JSON") from None
