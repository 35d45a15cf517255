"""Forms of several parts, as files come in."""

from __future__ import annotations

from collections.abc import Mapping

from python_multipart import FormParser
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import Field, File

from ..encoding.bindings import Bindings
from ..encoding.files import NOT_A_FILE, FilePart
from ..encoding.unions import file_of, takes_files
from ..encoding.wire import Array, Wire
from ..encoding.wire import File as FileWire
from ..encoding.wrapped import inner_name
from ..operation import Operation
from .bound import AS_SENT
from .bounds import Bounds
from .showing import shown
from .unreadable import malformed, too_long, too_many

MULTIPART = "multipart/form-data"
_PIECE = 256 * 1024
_IN_MEMORY = {"MAX_MEMORY_FILE_SIZE": 1 << 40, "UPLOAD_ERROR_ON_BAD_CTE": True}
"""The body is in memory already: a file on disk would only be one more copy of it."""


def parts_of(
    operation: Operation, body: bytes, boundary: bytes, bounds: Bounds
) -> list[tuple[str, object]]:
    names = {} if operation.bindings is None else operation.bindings.names(operation.of_body)
    known = {wired: operation.arguments.get(name) for wired, name in names.items()}
    known = {**operation.arguments, **known}
    parts: list[tuple[str, object]] = []
    for name, part in parsed_parts(body, boundary, bounds):
        inner = inner_name(operation.wrap, name) or name
        parts.append((name, _part(part, inner, known)))
    return parts


def files_beside(
    operation: Operation, json_part: str, parts: list[tuple[str, object]]
) -> list[tuple[str, object]]:
    """The parts beside one that holds arguments as JSON: files, and what is none of them there."""
    bindings = operation.bindings or Bindings()
    inside = {
        bindings.wire_name(name)
        for name, wire in operation.arguments.items()
        if not takes_files(wire)
    }
    inside |= {*map(bindings.wire_name, bindings.constants)}
    return [
        (f"{name} {AS_SENT}" if name.partition("[")[0] in inside else name, value)
        for name, value in parts
        if name != json_part
    ]


def text_parts(body: bytes, boundary: bytes, bounds: Bounds) -> list[tuple[str, object]]:
    """The parts of a form that has nothing but texts, files or not."""
    return [
        (name, _part_text(_content(part), name))
        for name, part in parsed_parts(body, boundary, bounds)
    ]


def parsed_parts(body: bytes, boundary: bytes, bounds: Bounds) -> list[tuple[str, Field | File]]:
    parts: list[tuple[str, Field | File]] = []
    ends: list[bool] = []
    text = 0

    def on_part(part: Field | File) -> None:
        nonlocal text
        text += len(part.value or b"") if isinstance(part, Field) else 0
        if len(parts) >= bounds.fields or text > bounds.text_bytes:
            raise (
                too_long("the body", bounds)
                if text > bounds.text_bytes
                else too_many("the body", bounds)
            )
        parts.append((_text(part.field_name or b"", "the name of a part"), part))

    if not boundary:
        raise malformed(f"the content-type {MULTIPART} names no boundary")
    try:
        parser = FormParser(
            MULTIPART, on_part, on_part, lambda: ends.append(True), boundary, config=_IN_MEMORY
        )
        # In pieces, as the parser copies what it is given.
        for start in range(0, len(body), _PIECE):
            parser.write(body[start : start + _PIECE])
        parser.finalize()
    except FormParserError as error:
        raise malformed(f"the body is not {MULTIPART}: {error}") from None
    if not ends:
        raise malformed(f"the body is not {MULTIPART}: it has no end")
    return parts


def _part(part: Field | File, name: str, known: Mapping[str, Wire | None]) -> object:
    wire = known.get(name) or known.get(name.partition("[")[0])
    wire = wire.item if isinstance(wire, Array) and file_of(wire.item) else wire
    content = _content(part)
    if isinstance(part, Field):
        return NOT_A_FILE if isinstance(wire, FileWire) else _part_text(content, name)
    if wire is not None and file_of(wire) is None:
        return _part_text(content, name)  # JSON or text that was read from a file
    filename = (part.file_name or b"").decode("utf-8", "replace")
    return FilePart(filename or None, content, "", part.content_type)


def _content(part: Field | File) -> bytes:
    if isinstance(part, Field):
        return part.value or b""
    content: bytes = part.file_object.getvalue()  # type: ignore[union-attr] # in memory: see above
    return content


def _part_text(content: bytes, name: str) -> str:
    return _text(content, f"the part {shown(name)!r}")


def _text(content: bytes, where: str) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError:
        raise malformed(f"{where} is not UTF-8") from None
