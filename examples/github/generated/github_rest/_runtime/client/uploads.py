"""Bodies that hold files: one that is a file, and forms of several parts."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import partial

from msgspec.structs import replace
from urllib3.fields import RequestField
from urllib3.filepost import choose_boundary

from ..encoding.bindings import PLAIN
from ..encoding.files import FilePart, Progress, each_of, look_at
from ..encoding.scalars import File
from ..encoding.streamed import Attached, Streamed
from ..encoding.unions import Union, file_of, single_of
from ..encoding.wire import Array, Json, Map, Tuple, Wire
from ..encoding.wrapped import wrapped_name
from ..errors import InvalidArguments
from ..operation import Operation
from ..request import AtHand
from ..validation.validate import OperationChecks, validate_argument
from .binding import open_names
from .bodies import json_object, with_type
from .refusing import as_passed, unsendable
from .texts import body_texts


def looked_at(operation: Operation, arguments: Mapping[str, object]) -> Mapping[str, object]:
    """`arguments` with each file looked at, once, so that what is checked is what is sent."""
    given = dict(arguments)
    for name, value in arguments.items():
        wire = operation.arguments.get(name)
        if file_of(wire):
            given[name] = _looked_at(value, wire)
        elif isinstance(wire, Array) and file_of(wire.item):
            given[name] = _each_looked_at(value, wire.item, single=wire.single)
        elif isinstance(wire, Map) and file_of(wire.item) and isinstance(value, Mapping):
            given[name] = {key: _looked_at(each, wire.item) for key, each in value.items()}
    return given


def _looked_at(value: object, wire: Wire | None) -> object:
    """A file looked at, or what is given instead of one."""
    file = file_of(wire)
    if file is None or (isinstance(wire, Union) and wire.member_of(value) is not file):
        return value
    return look_at(value) or value


def _each_looked_at(value: object, wire: Wire, *, single: bool) -> object:
    if isinstance(value, list) or (isinstance(value, tuple) and not single):
        return [_looked_at(each, wire) for each in value]
    return _looked_at(value, wire) if single else value


def with_file_type(
    operation: Operation,
    values: Mapping[str, object],
    beside: Sequence[tuple[str, str]],
    sent: dict[str, str],
    checks: OperationChecks,
    progress: Progress | None,
) -> AtHand | Streamed:
    """The body, whose content type is written into `sent` if there is one."""
    if is_json(operation, values):
        return with_type(operation, values, beside, sent)
    if operation.encoding == "raw":
        found = _raw(operation, values, sent, checks)
    else:
        found = _form(operation, values, beside, checks)
    if found is None:
        return None
    parts, sent["content-type"] = found
    return Streamed(parts, progress)


_FormPart = tuple[str, bytes | Attached, tuple[str | None, str] | None]
"""How a part is called, what it holds, and the name of its file and its type, if it has any."""
_Parts = tuple[list[bytes | Attached], str]
"""What a body is made of, and its content type."""


def _raw(
    operation: Operation,
    values: Mapping[str, object],
    sent: Mapping[str, str],
    checks: OperationChecks,
) -> _Parts | None:
    """A body that is a file. Its type is an argument's, the file's own, or the usual."""
    name = "" if operation.bindings is None else operation.bindings.body or ""
    part, wire = values.get(name), operation.arguments[name]
    if part is None:
        return None
    if not isinstance(part, FilePart) or not isinstance(wire, File):
        raise unsendable(operation, name, "is not a file")
    kind = sent.get("content-type") or wire.kind_of(part)
    return [Attached(part, partial(_look, operation, checks, name, part, None))], kind


def _form(
    operation: Operation,
    values: Mapping[str, object],
    beside: Sequence[tuple[str, str]],
    checks: OperationChecks,
) -> _Parts | None:
    """A form of several parts. Texts come first: services read them before any file."""
    others = dict(values)
    files: list[_FormPart] = []
    for name, value in values.items():
        wire = single_of(operation.arguments.get(name))
        file = file_of(wire)
        if file is None or value is None:
            continue
        files += _file_parts(operation, checks, name, value, wire, file)
        del others[name]
    if operation.json_part is not None:
        fields = [*_in_a_part(operation, operation.json_part, others, beside), *files]
    else:
        in_json = set(_named_in_json(operation, others))
        fields = [*_plain(beside), *_plain(body_texts(operation, others), in_json), *files]
    if not fields:
        return None
    boundary = choose_boundary()
    parts: list[bytes | Attached] = []
    for name, content, told in fields:
        parts += [_head_of(boundary, name, told), content, b"\r\n"]
    return [*parts, f"--{boundary}--\r\n".encode()], f"multipart/form-data; boundary={boundary}"


def is_json(operation: Operation, values: Mapping[str, object]) -> bool:
    """Whether what could be a form is sent as JSON, as none of it is a file."""
    several = (each for value in values.values() for each in each_of(value))
    has_files = any(isinstance(each, FilePart) for each in several)
    return "json" in operation.also and not has_files


def _in_a_part(
    operation: Operation,
    part: str,
    values: Mapping[str, object],
    beside: Sequence[tuple[str, str]],
) -> Iterator[_FormPart]:
    """The part that holds, as JSON, all that is no file."""
    if values or beside:
        yield part, json_object(operation, values, beside), (None, operation.json_sent)


def _file_parts(
    operation: Operation,
    checks: OperationChecks,
    name: str,
    value: object,
    wire: Wire | None,
    file: File,
) -> Iterator[_FormPart]:
    """The parts that one argument is."""
    keys = list(value) if isinstance(value, Mapping) else None
    several = each_of(value)
    for place, wired in enumerate(part_names(operation, name, value)):
        part = several[place]
        if isinstance(part, FilePart):
            look = partial(_look, operation, checks, name, value, place)
            if keys is not None:  # which names the file, and says so what it is
                part = replace(part, filename=file.name_of(part, keys[place]))
            told = file.name_of(part, name), file.kind_of(part)
            yield wired, Attached(part, look), told
        elif isinstance(wire, Union):
            yield wired, wire.encode(part).encode(), None
        else:
            raise unsendable(operation, name, "is not a file")


def _named_in_json(operation: Operation, values: Mapping[str, object]) -> Iterator[str]:
    """How the parts are called that hold JSON."""
    bindings = operation.bindings
    for name, value in values.items():
        wire = operation.arguments.get(name)
        wire = wire.member_of(value) if isinstance(wire, Union) else wire
        style = PLAIN if bindings is None else bindings.styles.get(name, PLAIN)
        word = style.lists if isinstance(wire, Array | Tuple) else style.objects
        if value is not None and isinstance(wire, Json) and word == "json":
            yield part_names(operation, name, None)[0]


def _plain(pairs: Iterable[tuple[str, str]], in_json: Container[str] = ()) -> Iterator[_FormPart]:
    for name, text in pairs:
        yield name, text.encode(), (None, "application/json") if name in in_json else None


def _head_of(boundary: str, name: str, told: tuple[str | None, str] | None) -> bytes:
    filename, kind = told or (None, None)
    field = RequestField(name, b"", filename)
    field.make_multipart(content_type=kind)
    return f"--{boundary}\r\n{field.render_headers()}".encode()


def _look(
    operation: Operation,
    checks: OperationChecks,
    name: str,
    value: object,
    place: int | None,
    seen: FilePart,
) -> None:
    """Check what has been seen of a file, in its place.

    Raises:
        InvalidArguments: it breaks a rule.
    """
    given: object = seen
    if isinstance(value, list) and place is not None:
        given = [*value[:place], seen, *value[place + 1 :]]
    elif isinstance(value, Mapping) and place is not None:
        given = {**value, list(value)[place]: seen}
    wrong = [each for each in validate_argument(checks, name, given) if each.severity == "error"]
    if wrong:
        found = as_passed(wrong, operation)
        raise InvalidArguments(found, operation=operation.id, section=operation.section)


def part_names(operation: Operation, name: str, value: object) -> list[str]:
    """How the parts are called that one argument is."""
    bindings = operation.bindings
    if bindings is not None and isinstance(value, Mapping) and name in bindings.prefixes:
        names = (wired for wired, _ in open_names(operation, bindings, name, value))
        return [wrapped_name(operation.wrap_of(name), wired) for wired in names]
    wired = name if bindings is None else bindings.wire_name(name)
    wired = wrapped_name(operation.wrap_of(name), wired)
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
