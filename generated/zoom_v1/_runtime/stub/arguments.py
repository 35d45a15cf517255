"""The arguments of a request: what its query string and its body say, as values.

The body wins over the query string. A name that comes more than once is a list, where the
argument is one.
"""

from __future__ import annotations

import codecs
import re
from binascii import a2b_qp
from collections.abc import Mapping
from functools import lru_cache

import msgspec
from python_multipart import FormParser
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import Field, File, parse_options_header

from ..encoding.brackets import FormError, unflatten
from ..encoding.files import NOT_A_FILE, FilePart
from ..encoding.unions import file_of
from ..encoding.wire import Array, Wire
from ..encoding.wire import File as FileWire
from ..operation import Operation
from .bound import open_names, own_names, parsed_map, value_of
from .bounds import Bounds
from .exact_numbers import read_body
from .repeated import gathered, require_each_key_once
from .responses import RequestRefused
from .showing import shown

_FORM = "application/x-www-form-urlencoded"
_MULTIPART = "multipart/form-data"
_FORMS = (_FORM, _MULTIPART)
_JSON = re.compile(r"application/(?:[\w.+-]+\+)?json").fullmatch
_BAD_PERCENT_CODE = re.compile(rb"%(?![0-9A-Fa-f]{2})").search
_NOT_A_FORM = re.compile(
    rb"(?P<JSON>\s*(?:\{|\[\s*[\[{\"\]]))|(?P<XML>\s*<)"
    rb"|(?P<multipart>(?:\r\n)?--[^\r\n]+\r\n(?i:content-))|(?P<gzip>\x1f\x8b)"
).match
"""How a body begins that is something else, whatever it is called."""
_BYTE_ORDER_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LIKE_A_FORM = re.compile(rb"[\w.%\[\]-]+=[^=&]*(?:&[\w.%\[\]-]+=[^=&]*)*").fullmatch
"""What is taken for a form though nothing says that it is one."""
_CHARSETS = {"utf-8": "UTF-8", "ascii": "UTF-8", "iso8859-1": "cp1252", "cp1252": "cp1252"}
"""How to read what `codecs` calls so. Others are too rare, and some of them too slow."""
_PIECE = 256 * 1024
_IN_MEMORY = {"MAX_MEMORY_FILE_SIZE": 1 << 40, "UPLOAD_ERROR_ON_BAD_CTE": True}
"""The body is in memory already: a file on disk would only be one more copy of it."""


def read_arguments(
    operation: Operation,
    query: bytes,
    content_type: bytes,
    body: bytes,
    bounds: Bounds = Bounds(),  # noqa: B008 - it is frozen
) -> dict[str, object]:
    """What a request gives, by name: values of the operation's arguments, texts of others.

    Raises:
        RequestRefused: malformed, too_large.
    """
    given: dict[str, object] = {}
    if query:
        if len(query) > bounds.text_bytes:
            raise _too_long("the query string", bounds)
        given = _values(operation, _urlencoded(query, "the query string", bounds))
    if operation.encoding == "raw":
        given |= _raw(operation, content_type, body)
    elif body:
        given |= _from_body(operation, content_type, body, bounds)
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


def _from_body(
    operation: Operation, content_type: bytes, body: bytes, bounds: Bounds
) -> dict[str, object]:
    media_type, parameters = _parsed(content_type)
    if media_type != _MULTIPART and len(body) > bounds.text_bytes:
        raise _too_long("the body", bounds)
    if body.startswith(_BYTE_ORDER_MARKS):
        raise _malformed("the body begins with a byte order mark; send UTF-8 without one")
    is_json = operation.encoding == "json"
    if operation.also and media_type:
        is_json = _JSON(media_type) is not None or (is_json and media_type not in _FORMS)
    if is_json:
        if media_type and not _JSON(media_type):
            called = shown(media_type)
            also = f" or {_FORM}" if operation.also else ""
            raise _malformed(f"the body is {called}; {operation.id} takes application/json{also}")
        return _from_json(operation, body, bounds)
    if media_type == _MULTIPART:
        boundary = parameters.get(b"boundary", b"")
        return _values(operation, _multipart(operation, body, boundary, bounds))
    if media_type == _FORM:
        _require_a_form(body)
    elif not _LIKE_A_FORM(body):
        called = f"is {shown(media_type)}" if media_type else "has no content-type"
        raise _malformed(f"the body {called}; {operation.id} takes {_FORM} or {_MULTIPART}")
    charset = _charset(parameters.get(b"charset", b"utf-8").decode("latin-1"))
    return _values(operation, _urlencoded(body, "the body", bounds, charset))


@lru_cache(maxsize=64)
def _parsed(content_type: bytes) -> tuple[str, Mapping[bytes, bytes]]:
    """A media type and its parameters."""
    kind, parameters = parse_options_header(content_type.decode("latin-1"))
    return kind.decode("latin-1"), parameters


def _raw(operation: Operation, content_type: bytes, body: bytes) -> dict[str, object]:
    """A body that is a file. One that is empty is one if its type is told."""
    if not body and not content_type:
        return {}
    assert operation.bindings is not None
    assert operation.bindings.body is not None
    kind = content_type.decode("latin-1") or None
    return {operation.bindings.body: FilePart(None, body, "", kind)}


def _require_a_form(body: bytes) -> None:
    """Say of what is called a form, but is none, what it is."""
    other = None if body[:1].isalnum() else _NOT_A_FORM(body)
    if other is not None:
        raise _malformed(f"the body is {other.lastgroup}, but its content-type says {_FORM}")
    if b"\0" in body:
        raise _malformed(f"the body is not {_FORM}: it holds NUL characters")
    if b"=" not in body and body.strip(b"&"):
        raise _malformed(f"the body is not {_FORM}: no name in it has a value")


def _urlencoded(
    data: bytes, where: str, bounds: Bounds, charset: str = "UTF-8"
) -> list[tuple[str, object]]:
    if data.count(b"&") >= bounds.fields:
        raise _too_many(where, bounds)
    if b"%" in data:
        _require_percent_codes(data, where)
    pairs: list[tuple[str, object]] = []
    try:
        for piece in data.decode(charset).replace("+", " ").split("&"):
            name, _, value = piece.partition("=")
            if "%" in name:
                name = _unquoted(name.encode(charset)).decode(charset)
            if "%" in value:
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


def _multipart(
    operation: Operation, body: bytes, boundary: bytes, bounds: Bounds
) -> list[tuple[str, object]]:
    parts: list[tuple[str, object]] = []
    ends: list[bool] = []
    text = 0

    def on_part(part: Field | File) -> None:
        nonlocal text
        text += len(part.value or b"") if isinstance(part, Field) else 0
        if len(parts) >= bounds.fields or text > bounds.text_bytes:
            raise (
                _too_long("the body", bounds)
                if text > bounds.text_bytes
                else _too_many("the body", bounds)
            )
        name = _text(part.field_name or b"", "the name of a part")
        parts.append((name, _part(part, name, operation.arguments)))

    if not boundary:
        raise _malformed(f"the content-type {_MULTIPART} names no boundary")
    try:
        parser = FormParser(
            _MULTIPART, on_part, on_part, lambda: ends.append(True), boundary, config=_IN_MEMORY
        )
        # In pieces, as the parser copies what it is given.
        for start in range(0, len(body), _PIECE):
            parser.write(body[start : start + _PIECE])
        parser.finalize()
    except FormParserError as error:
        raise _malformed(f"the body is not {_MULTIPART}: {error}") from None
    if not ends:
        raise _malformed(f"the body is not {_MULTIPART}: it has no end")
    return parts


def _part(part: Field | File, name: str, known: Mapping[str, Wire]) -> object:
    wire = known.get(name) or known.get(name.partition("[")[0])
    wire = wire.item if isinstance(wire, Array) and file_of(wire.item) else wire
    if isinstance(part, Field):
        content = part.value or b""
        return NOT_A_FILE if isinstance(wire, FileWire) else _part_text(content, name)
    content = part.file_object.getvalue()  # type: ignore[union-attr] # in memory: see above
    if wire is not None and file_of(wire) is None:
        return _part_text(content, name)  # JSON or text that was read from a file
    filename = (part.file_name or b"").decode("utf-8", "replace")
    return FilePart(filename or None, content, "", part.content_type)


def _part_text(content: bytes, name: str) -> str:
    return _text(content, f"the part {shown(name)!r}")


def _text(content: bytes, where: str) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError:
        raise _malformed(f"{where} is not UTF-8") from None


def _from_json(operation: Operation, body: bytes, bounds: Bounds) -> dict[str, object]:
    bindings = operation.bindings
    if bindings is not None and bindings.body is not None:
        return {bindings.body: _whole(operation, operation.arguments[bindings.body], body)}
    if not operation.takes_body and body.strip() == b"null":
        return {}
    try:
        content = read_body(operation, body, dict[str, object])
        require_each_key_once(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _malformed(f"the body is not a JSON object: {error}") from None
    if len(content) > bounds.fields:
        raise _too_many("the body", bounds)
    known = operation.arguments
    maps: dict[str, dict[str, object]] = {}
    if bindings is not None:
        maps, pairs = open_names(operation, bindings, list(content.items()))
        content = dict(own_names(bindings, pairs))
    return {
        name: known[name].from_json(value) if name in known else value
        for name, value in (content | maps).items()
    }


def _whole(operation: Operation, wire: Wire, body: bytes) -> object:
    try:
        content = read_body(operation, body)
        require_each_key_once(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _malformed(f"the body is not JSON: {error}") from None
    return wire.from_json(content)


def _values(operation: Operation, pairs: list[tuple[str, object]]) -> dict[str, object]:
    known = operation.arguments
    bindings = operation.bindings
    maps: dict[str, dict[str, object]] = {}
    if bindings is not None:
        maps, pairs = open_names(operation, bindings, pairs)
        pairs = own_names(bindings, pairs)
    try:
        nested = unflatten(gathered(pairs, known), known)
    except FormError as error:
        raise _malformed(str(error)) from None
    if bindings is not None:
        values = {
            name: value_of(operation, bindings, name, text) if name in known else text
            for name, text in nested.items()
        }
        values |= {name: parsed_map(operation, name, texts) for name, texts in maps.items()}
    else:
        values = {
            name: known[name].parse(text) if name in known else text
            for name, text in nested.items()
        }
    if operation.encoding == "multipart":
        _read_files(operation, values)
    return values


def _read_files(operation: Operation, values: dict[str, object]) -> None:
    """Text in place of a file is none: validators would take it for a path of ours."""
    for name, wire in operation.arguments.items():
        given = values.get(name)
        if isinstance(wire, FileWire) and isinstance(given, str):
            values[name] = NOT_A_FILE
        if isinstance(wire, Array) and file_of(wire.item) and given is not None:
            several = given if isinstance(given, list) else [given]
            values[name] = [wire.item.parse(each) for each in several]


def _malformed(message: str) -> RequestRefused:
    return RequestRefused("malformed", message)


def _too_many(where: str, bounds: Bounds) -> RequestRefused:
    return RequestRefused("too_large", f"{where} has more than {bounds.fields} fields")


def _too_long(where: str, bounds: Bounds) -> RequestRefused:
    most = bounds.text_bytes
    return RequestRefused("too_large", f"{where} has more than {most} bytes besides files")
