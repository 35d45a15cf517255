"""The body of a request, by encoding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from ..encoding.files import FilePart
from ..encoding.scalars import File
from ..encoding.wire import TEXT, Array, Wire, nullable
from ..operation import Operation
from ..semantics.media_types import ANY
from .binding import open_names
from .refusing import unsendable
from .texts import texts, urlencoded

_BODILESS = frozenset({"DELETE", "GET", "HEAD"})


def with_files(operation: Operation, arguments: Mapping[str, object]) -> Mapping[str, object]:
    """`arguments` with each file read, once, so that what is checked is what is sent."""
    if operation.encoding not in ("multipart", "raw"):
        return arguments
    from ..encoding.unions import file_of

    given = dict(arguments)
    for name, value in arguments.items():
        wire = operation.arguments.get(name)
        if file_of(wire):
            given[name] = _read(value, wire)
        elif isinstance(wire, Array) and file_of(wire.item):
            given[name] = _files(value, wire.item, single=wire.single)
    return given


def _read(value: object, wire: Wire | None) -> object:
    """A file read, or what is given instead of one."""
    from ..encoding.files import read_upload
    from ..encoding.unions import Union, file_of

    file = file_of(wire)
    if file is None or (isinstance(wire, Union) and wire.member_of(value) is not file):
        return value
    return read_upload(value, file.max_bytes) or value


def _files(value: object, wire: Wire, *, single: bool) -> object:
    """A list with each file read."""
    if isinstance(value, list) or (isinstance(value, tuple) and not single):
        return [_read(each, wire) for each in value]
    return _read(value, wire) if single else value


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


def with_type(
    operation: Operation,
    values: Mapping[str, object],
    beside: Sequence[tuple[str, str]],
    sent: dict[str, str],
) -> bytes | str | None:
    """The body, whose content type is written into `sent` if there is one."""
    body, kind = _body_of(operation, values, beside, sent)
    if body is not None:
        sent["content-type"] = kind
    return body


def _body_of(
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
        if bindings is not None and name in bindings.prefixes:
            from ..encoding.prefixed import item_of

            for wired, each in open_names(operation, bindings, name, value):
                fields[wired] = _as_json(operation, name, item_of(wire), each)
        else:
            wired = name if bindings is None else bindings.wire_name(name)
            fields[wired] = _as_json(operation, name, wire, value)
    return fields


def _as_json(operation: Operation, name: str, wire: Wire, value: object) -> msgspec.Raw:
    """One by one, to know the name of an argument that cannot be written."""
    try:
        return msgspec.Raw(msgspec.json.encode(nullable(wire, value)))
    except (TypeError, ValueError, OverflowError, RecursionError):
        raise unsendable(operation, name, "cannot be written as JSON") from None


def _multipart(
    operation: Operation, values: Mapping[str, object], beside: Sequence[tuple[str, str]]
) -> tuple[bytes | None, str]:
    from urllib3.filepost import encode_multipart_formdata

    from ..encoding.unions import Union, file_of

    fields: list[tuple[str, str | tuple[str, bytes, str]]] = [*beside]
    others = dict(values)
    for name, value in values.items():
        wire = operation.arguments.get(name)
        if isinstance(wire, Array):
            wire = wire.item
        file = file_of(wire)
        if file is None or value is None:
            continue
        several = value if isinstance(value, list) else [value]
        for wired, part in zip(part_names(operation, name, value), several, strict=True):
            if isinstance(part, FilePart):
                sent = (file.name_of(part, name), part.content, file.kind_of(part))
                fields.append((wired, sent))
            elif isinstance(wire, Union):
                fields.append((wired, wire.encode(part)))
            else:
                raise unsendable(operation, name, "is not a file")
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
