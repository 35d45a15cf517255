"""The body of a request, by encoding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from ..encoding.files import FilePart
from ..encoding.scalars import File
from ..encoding.wire import TEXT, Array, nullable
from ..operation import Operation
from ..semantics.media_types import ANY
from .refusing import unsendable
from .texts import texts, urlencoded

_BODILESS = frozenset({"DELETE", "GET", "HEAD"})


def with_files(operation: Operation, arguments: Mapping[str, object]) -> Mapping[str, object]:
    """`arguments` with each file read, once, so that what is checked is what is sent."""
    if operation.encoding not in ("multipart", "raw"):
        return arguments
    from ..encoding.files import read_upload

    given = dict(arguments)
    for name, value in arguments.items():
        wire = operation.arguments.get(name)
        if isinstance(wire, File):
            given[name] = read_upload(value, wire.max_bytes) or value
        elif isinstance(wire, Array) and isinstance(wire.item, File):
            given[name] = _files(value, wire.item, single=wire.single)
    return given


def _files(value: object, wire: File, *, single: bool) -> object:
    """A list with each file read, or what is given instead of one."""
    from ..encoding.files import read_upload

    if isinstance(value, list) or (isinstance(value, tuple) and not single):
        return [read_upload(each, wire.max_bytes) or each for each in value]
    return read_upload(value, wire.max_bytes) or value if single else value


def _raw(
    operation: Operation, values: Mapping[str, object], sent: Mapping[str, str]
) -> tuple[bytes | None, str]:
    """A body that is a file, and its content type: an argument's, the file's own, or the usual."""
    said = sent.get("content-type")
    name = "" if operation.bindings is None else operation.bindings.body or ""
    part, wire = values.get(name), operation.arguments[name]
    if part is None:
        return None, said or ANY
    if not isinstance(part, FilePart) or not isinstance(wire, File):
        raise unsendable(operation, name, "is not a file")
    return part.content, said or wire.kind_of(part)


def body_of(
    operation: Operation,
    values: Mapping[str, object],
    beside: Sequence[tuple[str, str]],
    sent: Mapping[str, str],
) -> tuple[bytes | str | None, str]:
    """The body and its content type; `sent` are the headers so far."""
    if operation.encoding == "raw":
        return _raw(operation, values, sent)
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
    return urlencoded(pairs) or None, "application/x-www-form-urlencoded"


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
) -> tuple[bytes | None, str]:
    from urllib3.filepost import encode_multipart_formdata

    fields: list[tuple[str, str | tuple[str, bytes, str]]] = [*beside]
    others = dict(values)
    for name, value in values.items():
        wire = operation.arguments.get(name)
        if isinstance(wire, Array):
            wire = wire.item
        if not isinstance(wire, File):
            continue
        several = value if isinstance(value, list) else [value]
        for wired, part in zip(part_names(operation, name, value), several, strict=True):
            if not isinstance(part, FilePart):
                raise unsendable(operation, name, "is not a file")
            named = (wire.name_of(part, name), part.content, wire.kind_of(part))
            fields.append((wired, named))
        del others[name]
    fields += texts(operation, others)
    if not fields:
        return None, "multipart/form-data"
    return encode_multipart_formdata(fields)


def part_names(operation: Operation, name: str, value: object) -> list[str]:
    """How the parts are called that one argument is."""
    bindings = operation.bindings
    wired = name if bindings is None else bindings.wire_name(name)
    if not isinstance(value, list):
        return [wired]
    lists = bindings.styles[name].lists if bindings and name in bindings.styles else "repeat"
    match lists:
        case "brackets":
            return [f"{wired}[]"] * len(value)
        case "indexed":
            return [f"{wired}[{place}]" for place in range(len(value))]
        case _:
            return [wired] * len(value)
