"""The arguments of a request: what its query string and its body say, as values.

The body wins over the query string, and a name's last value over those before it.
"""

from __future__ import annotations

import codecs
import re
from binascii import a2b_qp
from collections.abc import Iterable, Mapping

import msgspec
from python_multipart import FormParser
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import Field, File, parse_options_header

from ..encoding.brackets import FormError, unflatten
from ..encoding.files import FilePart
from ..encoding.wire import File as FileWire
from ..encoding.wire import Wire
from ..operation import Operation
from .responses import RequestRefused

MAX_FIELDS = 1000
MAX_TEXT = 1024 * 1024
"""How many bytes of a request may be other than files: each may end up in a violation."""

_FORM = "application/x-www-form-urlencoded"
_MULTIPART = "multipart/form-data"
_JSON = re.compile(r"application/(?:[\w.+-]+\+)?json").fullmatch
_BAD_PERCENT_CODE = re.compile(rb"%(?![0-9A-Fa-f]{2})").search
_LIKE_A_FORM = re.compile(rb"[\w.%\[\]-]+=[^=&]*(?:&[\w.%\[\]-]+=[^=&]*)*").fullmatch
"""What is taken for a form though nothing says that it is one."""
_CHARSETS = {"utf-8": "UTF-8", "ascii": "UTF-8", "iso8859-1": "cp1252", "cp1252": "cp1252"}
"""How to read what `codecs` calls so. Others are too rare, and some of them too slow."""
_IN_MEMORY = {"MAX_MEMORY_FILE_SIZE": 1 << 40, "UPLOAD_ERROR_ON_BAD_CTE": True}
"""The body is in memory already: a file on disk would only be one more copy of it."""


def read_arguments(
    operation: Operation, query: bytes, content_type: bytes, body: bytes
) -> dict[str, object]:
    """What a request gives, by name: values of the operation's arguments, texts of others.

    Raises:
        RequestRefused: malformed, too_large.
    """
    given = _values(operation, _urlencoded(query, "the query string")) if query else {}
    if body:
        given |= _from_body(operation, content_type, body)
    return given


def percent_decoded(text: str, where: str) -> str:
    """`text` as it was before it was made fit for a URL.

    Raises:
        RequestRefused: malformed.
    """
    data = text.encode("latin-1")
    _require_percent_codes(data, where)
    try:
        return _unquoted(data).decode()
    except UnicodeDecodeError:
        raise _malformed(f"{where} is not UTF-8") from None


def _from_body(operation: Operation, content_type: bytes, body: bytes) -> dict[str, object]:
    kind, parameters = parse_options_header(content_type.decode("latin-1"))
    media_type = kind.decode("latin-1")
    if media_type != _MULTIPART and len(body) > MAX_TEXT:
        raise _too_long("the body")
    if operation.encoding == "json":
        if media_type and not _JSON(media_type):
            raise _malformed(f"the body is {media_type}; {operation.id} takes application/json")
        return _from_json(operation, body)
    if media_type == _MULTIPART:
        return _values(operation, _multipart(operation, body, parameters.get(b"boundary", b"")))
    if media_type != _FORM and not _LIKE_A_FORM(body):
        called = f"is {media_type}" if media_type else "has no content-type"
        raise _malformed(f"the body {called}; {operation.id} takes {_FORM} or {_MULTIPART}")
    charset = _charset(parameters.get(b"charset", b"utf-8").decode("latin-1"))
    return _values(operation, _urlencoded(body, "the body", charset))


def _urlencoded(data: bytes, where: str, charset: str = "UTF-8") -> Iterable[tuple[str, object]]:
    if data.count(b"&") >= MAX_FIELDS:
        raise _too_many(where)
    if b"%" in data:
        _require_percent_codes(data, where)
    pairs: list[tuple[str, object]] = []
    try:
        for piece in data.decode(charset).replace("+", " ").split("&"):
            name, _, value = piece.partition("=")
            if "%" in piece:
                name = _unquoted(name.encode(charset)).decode(charset)
                value = _unquoted(value.encode(charset)).decode(charset)
            if piece:
                pairs.append((name, value))
    except UnicodeDecodeError:
        raise _malformed(f"{where} is not {charset}") from None
    return pairs


def _unquoted(text: bytes) -> bytes:
    """What urllib's unquote_to_bytes makes of it, if every percent code is one.

    A percent code is a quoted-printable one with another sign, and `binascii` reads those
    in C: a form in a third of the time, and a megabyte of codes in a fiftieth.
    """
    return a2b_qp(text.replace(b"=", b"=3D").replace(b"%", b"="))


def _require_percent_codes(data: bytes, where: str) -> None:
    bad = _BAD_PERCENT_CODE(data)
    if bad is not None:
        sample = data[bad.start() : bad.start() + 3].decode("latin-1")
        raise _malformed(f"{where} holds {sample!r}, which is no percent-encoding")


def _charset(name: str) -> str:
    try:
        return _CHARSETS[codecs.lookup(name).name]
    except (LookupError, ValueError):
        raise _malformed(f"charset {name[:40]!r} is not supported; use UTF-8") from None


def _multipart(operation: Operation, body: bytes, boundary: bytes) -> Iterable[tuple[str, object]]:
    parts: list[tuple[str, object]] = []
    ends: list[bool] = []
    text = 0

    def on_part(part: Field | File) -> None:
        nonlocal text
        text += len(part.value or b"") if isinstance(part, Field) else 0
        if len(parts) >= MAX_FIELDS or text > MAX_TEXT:
            raise _too_many("the body") if text <= MAX_TEXT else _too_long("the body")
        name = _text(part.field_name or b"", "the name of a part")
        parts.append((name, _part(part, name, operation.arguments)))

    try:
        parser = FormParser(
            _MULTIPART, on_part, on_part, lambda: ends.append(True), boundary, config=_IN_MEMORY
        )
        parser.write(body)
        parser.finalize()
    except FormParserError as error:
        raise _malformed(f"the body is not {_MULTIPART}: {error}") from None
    if not ends:
        raise _malformed(f"the body is not {_MULTIPART}: it has no end")
    return parts


def _part(part: Field | File, name: str, known: Mapping[str, Wire]) -> object:
    if isinstance(part, File):
        part.file_object.seek(0)
        filename = (part.file_name or b"").decode("utf-8", "replace")
        return FilePart(filename or None, part.file_object.read())
    content = part.value or b""
    if isinstance(known.get(name), FileWire):
        return FilePart(None, content)
    return _text(content, f"the part {name!r}")


def _text(content: bytes, where: str) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError:
        raise _malformed(f"{where} is not UTF-8") from None


def _from_json(operation: Operation, body: bytes) -> dict[str, object]:
    try:
        content = msgspec.json.decode(body, type=dict[str, object])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _malformed(f"the body is not a JSON object: {error}") from None
    if len(content) > MAX_FIELDS:
        raise _too_many("the body")
    known = operation.arguments
    return {
        name: known[name].from_json(value) if name in known else value
        for name, value in content.items()
    }


def _values(operation: Operation, pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    known = operation.arguments
    try:
        nested = unflatten(pairs, known)
    except FormError as error:
        raise _malformed(str(error)) from None
    values = {
        name: known[name].parse(text) if name in known else text for name, text in nested.items()
    }
    if operation.encoding == "multipart":
        _read_files(operation, values)
    return values


def _read_files(operation: Operation, values: dict[str, object]) -> None:
    """Text in place of a file is its content: validators would take it for a path of ours."""
    for name, wire in operation.arguments.items():
        text = values.get(name)
        if isinstance(wire, FileWire) and isinstance(text, str):
            values[name] = FilePart(None, text.encode())


def _malformed(message: str) -> RequestRefused:
    return RequestRefused("malformed", message)


def _too_many(where: str) -> RequestRefused:
    return RequestRefused("too_large", f"{where} has more than {MAX_FIELDS} fields")


def _too_long(where: str) -> RequestRefused:
    return RequestRefused("too_large", f"{where} has more than {MAX_TEXT} bytes besides files")
