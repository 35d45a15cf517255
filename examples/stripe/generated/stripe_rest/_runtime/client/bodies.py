"""The body of a request, by encoding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from ..encoding.wire import TEXT, File, nullable
from ..operation import Operation
from .refusing import unsendable
from .texts import texts, urlencoded

_BODILESS = frozenset({"DELETE", "GET", "HEAD"})


def with_files(operation: Operation, arguments: Mapping[str, object]) -> Mapping[str, object]:
    """`arguments` with each file read, once, so that what is checked is what is sent."""
    from ..encoding.files import read_upload

    given = dict(arguments)
    for name, value in arguments.items():
        wire = operation.arguments.get(name)
        if isinstance(wire, File):
            given[name] = read_upload(value, wire.max_bytes) or value
    return given


def body_of(
    operation: Operation, values: Mapping[str, object], beside: Sequence[tuple[str, str]]
) -> tuple[bytes | str | None, str]:
    """The body and its content type."""
    if operation.bindings is not None and operation.bindings.body is not None:
        return whole_body(operation, operation.bindings.body, values), "application/json"
    if operation.encoding == "json":
        fields = _json(operation, values, beside)
        if not fields and operation.method in _BODILESS:
            return None, "application/json"
        return msgspec.json.encode(fields), "application/json"
    if operation.encoding == "multipart":
        return _multipart(operation, values, beside)
    pairs = [*beside, *texts(operation, values)]
    return urlencoded(pairs), "application/x-www-form-urlencoded"


def whole_body(operation: Operation, name: str, values: Mapping[str, object]) -> bytes | None:
    """The one argument that is the whole body."""
    if name not in values:
        return None
    try:
        return msgspec.json.encode(nullable(operation.arguments[name], values[name]))
    except (TypeError, ValueError, OverflowError, RecursionError):
        raise unsendable(operation, name, "cannot be written as JSON") from None


def _json(
    operation: Operation, values: Mapping[str, object], beside: Sequence[tuple[str, str]]
) -> dict[str, object]:
    bindings = operation.bindings
    fields: dict[str, object] = dict(beside)
    for name, value in values.items():
        wire = operation.arguments.get(name, TEXT)
        try:
            # One by one, to know the name of an argument that cannot be written.
            text = msgspec.json.encode(nullable(wire, value))
        except (TypeError, ValueError, OverflowError, RecursionError):
            raise unsendable(operation, name, "cannot be written as JSON") from None
        fields[name if bindings is None else bindings.wire_name(name)] = msgspec.Raw(text)
    return fields


def _multipart(
    operation: Operation, values: Mapping[str, object], beside: Sequence[tuple[str, str]]
) -> tuple[bytes, str]:
    from urllib3.filepost import encode_multipart_formdata

    from ..encoding.files import FilePart

    fields: list[tuple[str, str | tuple[str, bytes, str]]] = [*beside]
    others = dict(values)
    for name, value in values.items():
        wire = operation.arguments.get(name)
        if not isinstance(wire, File):
            continue
        if isinstance(value, FilePart):
            # Without a file name, servers take a part for text.
            wired = name if operation.bindings is None else operation.bindings.wire_name(name)
            filename = value.filename or f"{name}.{wire.extension}"
            fields.append((wired, (filename, value.content, wire.media_type)))
            del others[name]
        else:
            raise unsendable(operation, name, "is not a file")
    fields += texts(operation, others)
    return encode_multipart_formdata(fields)
