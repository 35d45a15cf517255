"""Arguments that are not simply in path, query or body: read where the operation has them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping
from urllib.parse import unquote

from ..encoding.bindings import Bindings, Style, in_brackets, read_styled, with_place_first
from ..encoding.files import FilePart
from ..encoding.prefixed import item_of, parsed, taken
from ..encoding.wire import File
from ..operation import Operation
from ..semantics.brackets import MAX_DEPTH
from ..semantics.media_types import accepted, essence
from ..semantics.telling import said
from .failing import RefusedArgument
from .preference import without_preferences
from .repeated import repeated
from .responses import RequestRefused

_PLAIN = Style()
AS_SENT = "(as sent)"
"""Marks a name of a request that is ours for an argument, and not the API's."""


def own_names(
    bindings: Bindings, at_home: Iterable[str], pairs: list[tuple[str, object]]
) -> list[tuple[str, object]]:
    """`pairs` by the names of arguments instead of those on the wire; dots as brackets.

    What has our name for an argument that the API calls otherwise is unknown to the API.

    Args:
        bindings: Those of the operation.
        at_home: Which of its arguments are where `pairs` come from.
        pairs: What a query or a body says.
    """
    names = bindings.names(at_home)
    known = {*names, *map(bindings.wire_name, at_home)}
    ours = {*bindings.names(()).values(), *bindings.prefixes} - known
    dots = bindings.dotted
    lists = {name for name, style in bindings.styles.items() if style.lists == "indexed_last"}
    found = []
    for given, value in pairs:
        name = in_brackets(given, dots) if dots else given
        called = _called(name, names)
        head, bracket, rest = name.partition("[")
        if called == name and head in ours:
            called = f"{head} {AS_SENT}{bracket}{rest}"
        found.append((with_place_first(called, lists) if lists else called, value))
    return found


def _called(name: str, names: Mapping[str, str]) -> str:
    """`name` with the argument's own name for as much of it as is an argument's on the wire.

    `rows[id][0]` is a part of what is called `rows[id]`, if something is, and else of `rows`.
    """
    part = name
    for _ in range(MAX_DEPTH + 1):
        if part in names:
            return names[part] + name[len(part) :]
        part = part.rpartition("[")[0]
    return name


def open_names(
    operation: Operation,
    bindings: Bindings,
    pairs: list[tuple[str, object]],
    at_home: Container[str],
) -> tuple[dict[str, dict[str, object]], list[tuple[str, object]]]:
    """Maps whose keys are names that begin with a prefix, by their names; and all other pairs.

    Where files have any name, a text of a name that is not known is none of them. `at_home` are
    the arguments that are where `pairs` come from.

    Raises:
        RequestRefused: malformed, if a name is given more than once.
    """
    if not bindings.prefixes:
        return {}, pairs
    known = (*operation.arguments, *bindings.constants)
    maps, rest = taken(bindings, known, pairs, at_home=at_home)
    if len(rest) + sum(map(len, maps.values())) < len(pairs):
        raise _given_twice(pairs, rest)
    for name in [each for each in maps if _has_files_alone(operation, bindings, each)]:
        found = {key: each for key, each in maps.pop(name).items() if _is_file(key, each)}
        maps |= {name: found} if found else {}
        rest = [pair for pair in pairs if pair[0] not in found]
    return maps, rest


def _is_file(name: str, value: object) -> bool:
    return isinstance(value, FilePart) and not name.endswith(AS_SENT)


def _given_twice(pairs: list[tuple[str, object]], rest: list[tuple[str, object]]) -> RequestRefused:
    others = {name for name, _ in rest}
    names = Counter(name for name, _ in pairs if name not in others)
    return repeated(*names.most_common(1)[0])


def _has_files_alone(operation: Operation, bindings: Bindings, name: str) -> bool:
    of_any_name = bindings.wire_name(name) == ""
    return of_any_name and isinstance(item_of(operation.arguments[name]), File)


def _open_headers(
    operation: Operation, bindings: Bindings, headers: Mapping[bytes, bytes]
) -> dict[str, object]:
    known = (*operation.arguments, *bindings.constants)
    pairs = [(name.decode("latin-1"), text.decode("latin-1")) for name, text in headers.items()]
    maps, _ = taken(bindings, known, pairs, headers=True)
    for name in bindings.percent & maps.keys():
        maps[name] = {key: unquote(text) for key, text in maps[name].items()}
    return {name: parsed(operation.arguments.get(name), texts) for name, texts in maps.items()}


def value_of(operation: Operation, bindings: Bindings, name: str, text: object) -> object:
    return read_styled(operation.arguments[name], text, bindings.styles.get(name, _PLAIN))


def _said(operation: Operation, header: bytes, text: bytes | None) -> str | None:
    """What a header says of an argument that it is; None where nobody chose anything."""
    if text is None or (header == b"accept" and text.decode("latin-1") in _unchosen(operation)):
        return None
    said = text.decode("latin-1")
    return said if header != b"prefer" else without_preferences(said) or None


def _unchosen(operation: Operation) -> tuple[str, str]:
    """What programs accept that do not choose, and what our own clients do."""
    return "*/*", operation.accept


def _read_headers(
    operation: Operation, bindings: Bindings, headers: Mapping[bytes, bytes]
) -> dict[str, object]:
    """What headers and cookies say, by the names of arguments."""
    given: dict[str, object] = {}
    if bindings.prefixes:
        given |= _open_headers(operation, bindings, headers)
    for name in bindings.headers:
        if name in bindings.prefixes:
            continue
        header = bindings.wire_name(name).lower().encode()
        said = _said(operation, header, headers.get(header))
        if said is not None:
            said = unquote(said) if name in bindings.percent else said
            given[name] = _parsed(operation, name, said)
    cookies = _cookies(headers.get(b"cookie", b"").decode("latin-1")) if bindings.cookies else {}
    for name in bindings.cookies:
        if bindings.wire_name(name) in cookies:
            given[name] = _parsed(operation, name, cookies[bindings.wire_name(name)])
    return given


def with_headers(
    operation: Operation,
    bindings: Bindings,
    given: Mapping[str, object],
    headers: Mapping[bytes, bytes],
) -> dict[str, object]:
    """`given` with what headers and cookies say, which only counts there."""
    elsewhere = {*bindings.headers, *bindings.cookies}
    here = {name: value for name, value in given.items() if name not in elsewhere}
    return here | _read_headers(operation, bindings, headers)


def check_constants(bindings: Bindings, given: dict[str, object]) -> None:
    """Take constants out of what is given.

    Raises:
        RequestRefused: arguments_refused, or what the API says, if one is missing or another value.
    """
    for name, value in bindings.constants.items():
        found = given.pop(name, None)
        wired = bindings.wire_name(name)
        is_accept = wired.lower() == "accept"
        if name in bindings.optional and (found is None or is_accept):
            continue
        text = said(value)
        if not _is_right(text, found, among=is_accept):
            message = f"must be {text}"
            refused = RefusedArgument(
                name=wired, resource="", message=message, is_missing=found is None
            )
            raise RequestRefused(
                "arguments_refused",
                f"{wired}: {message}",
                arguments=[refused],
                error=bindings.refusals.get(name),
                narrower="arguments_missing" if refused.is_missing else None,
            )


def _is_right(text: str, found: object, *, among: bool) -> bool:
    """Whether a constant is what was sent: as it is, without parameters, or `among` several."""
    if isinstance(found, list):  # given more than once
        return all(_is_right(text, each, among=among) for each in found)
    given = said(found)
    return text in (accepted(given) if among else (given, essence(given)))


def _parsed(operation: Operation, name: str, text: str) -> object:
    wire = operation.arguments.get(name)
    return text if wire is None else wire.parse(text)


def _cookies(header: str) -> dict[str, str]:
    pairs = (part.strip().partition("=") for part in header.split(";"))
    return {name: unquote(value) for name, _, value in pairs}
