"""The arguments of a request: what its query string and its body say, as values.

The body wins over the query string. A name that comes more than once is a list, where the
argument is one.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from functools import lru_cache

import msgspec
from python_multipart.multipart import parse_options_header

from ..encoding.files import NOT_A_FILE, FilePart
from ..encoding.prefixed import parsed
from ..encoding.unions import file_of, takes_files
from ..encoding.wire import Array, Wire
from ..encoding.wire import File as FileWire
from ..operation import Operation
from ..semantics.brackets import FormError, unflatten
from ..semantics.media_types import essence
from .bound import AS_SENT, open_names, own_names, value_of
from .bounds import Bounds
from .exact_numbers import read_body
from .held import held, held_fields, held_pairs
from .multipart import MULTIPART, files_beside, parts_of
from .repeated import gathered, require_each_key_once
from .responses import RequestRefused
from .showing import shown
from .unreadable import malformed, too_long, too_many
from .urlencoded import FORM, charset_of, require_a_form, urlencoded_pairs

_FORMS = (FORM, MULTIPART)
_JSON = re.compile(r"application/(?:[\w.+-]+\+)?json").fullmatch
_BYTE_ORDER_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LIKE_A_FORM = re.compile(rb"[\w.%\[\]-]+=[^=&]*(?:&[\w.%\[\]-]+=[^=&]*)*").fullmatch
"""What is taken for a form though nothing says that it is one."""


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
            raise too_long("the query string", bounds)
        pairs = urlencoded_pairs(query, "the query string", bounds)
        given = _values(operation, pairs, in_body=False)
    if operation.encoding == "raw":
        given |= _raw(operation, content_type, body)
    elif body or (operation.json_in_lines and content_type):  # no lines, if their type is told
        given |= _from_body(operation, content_type, body, bounds)
    return given


def _from_body(
    operation: Operation, content_type: bytes, body: bytes, bounds: Bounds
) -> dict[str, object]:
    media_type, parameters = media_type_of(content_type)
    if media_type != MULTIPART and len(body) > bounds.text_bytes:
        raise too_long("the body", bounds)
    if body.startswith(_BYTE_ORDER_MARKS):
        raise malformed("the body begins with a byte order mark; send UTF-8 without one")
    if is_in_json(operation, content_type):
        is_called_so = operation.json_by_any_name or _is_json(operation, media_type)
        if media_type and not is_called_so:
            raise _of_no_kind(operation, media_type)
        return _from_json(operation, body, bounds)
    if media_type == MULTIPART:
        boundary = parameters.get(b"boundary", b"")
        parts = parts_of(operation, body, boundary, bounds)
        if operation.json_part is not None:
            return _with_a_part(operation, operation.json_part, parts, bounds)
        return _values(operation, held_pairs(operation, parts), in_body=True)
    if media_type == FORM and operation.json_part is None:
        require_a_form(body)
    elif operation.json_part is not None or not _LIKE_A_FORM(body):
        raise _of_no_kind(operation, media_type)
    pairs = urlencoded_pairs(body, "the body", bounds, charset_of(parameters.get(b"charset")))
    return _values(operation, held_pairs(operation, pairs), in_body=True)


def _of_no_kind(operation: Operation, media_type: str) -> RequestRefused:
    called = f"is {shown(media_type)}" if media_type else "has no content-type"
    match operation.encoding:
        case "query":
            takes = "its arguments in the query"
        case "json":
            takes = operation.json_sent + (f" or {FORM}" if operation.also else "")
        case "multipart" if operation.json_part is not None or operation.also:
            takes = (f"{operation.json_sent} or " if operation.also else "") + MULTIPART
        case _:
            takes = f"{FORM} or {MULTIPART}"
    message = f"the body {called}; {operation.id} takes {takes}"
    return RequestRefused("malformed", message, narrower="media_type_refused")


def is_in_json(operation: Operation, content_type: bytes) -> bool:
    """Whether a body is JSON, which its type says where the operation takes forms as well."""
    media_type, _ = media_type_of(content_type)
    is_json = operation.encoding == "json"
    if not operation.also or not media_type:
        return is_json
    return _is_json(operation, media_type) or (is_json and media_type not in _FORMS)


def _is_json(operation: Operation, media_type: str) -> bool:
    return _JSON(media_type) is not None or media_type == essence(operation.json_sent)


@lru_cache(maxsize=64)
def media_type_of(content_type: bytes) -> tuple[str, Mapping[bytes, bytes]]:
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


def _with_a_part(
    operation: Operation, name: str, parts: list[tuple[str, object]], bounds: Bounds
) -> dict[str, object]:
    """What a form has whose files stand beside one part, which holds the rest as JSON."""
    given = [value for part, value in parts if part == name]
    if len(given) > 1:
        raise malformed(f"{len(given)} parts are called {name!r}")
    files = _values(operation, files_beside(operation, name, parts), in_body=True)
    if not given:
        return files
    said = given[0].content if isinstance(given[0], FilePart) else str(given[0]).encode()
    assert isinstance(said, bytes)
    inside = _from_json(operation, said, bounds, f"the part {name!r}")
    beside = {
        each
        for each, value in inside.items()
        if value is not None and takes_files(operation.arguments.get(each))
    }
    return {f"{n} {AS_SENT}" if n in beside else n: each for n, each in inside.items()} | files


def _from_json(
    operation: Operation, body: bytes, bounds: Bounds, where: str = "the body"
) -> dict[str, object]:
    bindings = operation.bindings
    if bindings is not None and bindings.body is not None:
        return {bindings.body: _whole(operation, operation.arguments[bindings.body], body)}
    if not operation.takes_body and body.strip() == b"null":
        return {}
    try:
        content = read_body(operation, body, dict[str, object])
        require_each_key_once(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise malformed(f"{where} is not a JSON object: {error}") from None
    content = held_fields(operation, content)
    if len(content) > bounds.fields:
        raise too_many(where, bounds)
    known = operation.arguments
    maps: dict[str, dict[str, object]] = {}
    if bindings is not None:
        maps, pairs = open_names(operation, bindings, [*content.items()], operation.of_body)
        content = dict(own_names(bindings, operation.of_body, pairs))
    return {
        name: known[name].from_json(value) if name in known else value
        for name, value in (content | maps).items()
    }


def _lines(operation: Operation, body: bytes) -> list[object]:
    """What each line says that is not empty."""
    found: list[object] = []
    for number, line in enumerate(body.split(b"\n"), 1):
        try:
            if line.strip():
                found.append(read_body(operation, line))
                require_each_key_once(line)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise malformed(f"line {number} of the body is not JSON: {error}") from None
    return found


def _whole(operation: Operation, wire: Wire, body: bytes) -> object:
    if operation.json_in_lines:
        return wire.from_json(_lines(operation, body))
    try:
        content = read_body(operation, body)
        require_each_key_once(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise malformed(f"the body is not JSON: {error}") from None
    return wire.from_json(held(operation, content))


def _values(
    operation: Operation, pairs: list[tuple[str, object]], *, in_body: bool
) -> dict[str, object]:
    known = operation.arguments
    bindings = operation.bindings
    maps: dict[str, dict[str, object]] = {}
    if bindings is not None:
        at_home = operation.of_body if in_body else operation.of_query
        maps, pairs = open_names(operation, bindings, pairs, at_home)
        pairs = own_names(bindings, at_home, pairs)
    try:
        nested = unflatten(gathered(pairs, known), known)
    except FormError as error:
        raise malformed(str(error)) from None
    if bindings is not None:
        values = {
            name: value_of(operation, bindings, name, text) if name in known else text
            for name, text in nested.items()
        }
        values |= {
            name: parsed(operation.arguments.get(name), texts) for name, texts in maps.items()
        }
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
