"""Builds the request of a call: its arguments checked, then written into path, query and body."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote, quote_plus

import msgspec
from msgspec import UNSET

from ..config import ApiConfig, Secret
from ..decoding.response import ENCODINGS
from ..encoding.wire import TEXT, File, Json, nullable
from ..errors import ArgumentWarning, DeprecatedArgumentWarning, InvalidArguments
from ..operation import Operation
from ..request import Request
from ..validation.validate import validate
from ..validation.violations import Violation
from .authentication import carry

_SENT_AS_IT_IS = re.compile(r"[A-Za-z0-9_.~-]*").fullmatch
_BODILESS = frozenset({"DELETE", "GET", "HEAD"})


def named(operation: Operation, given: Mapping[str, object]) -> dict[str, object]:
    """The arguments in a method's `locals()`, by their names on the wire."""
    renamed = operation.renamed
    return {
        renamed.get(name, name): value
        for name, value in given.items()
        if value is not UNSET and name != "self"
    }


def paged(operation: Operation, given: Mapping[str, object]) -> dict[str, object]:
    """The same for a pager's method, without the parameters that are not arguments of the API."""
    found = named(operation, given)
    return {name: value for name, value in found.items() if name in operation.arguments}


def build_request(
    operation: Operation,
    arguments: Mapping[str, object],
    credentials: Mapping[str, Secret],
    config: ApiConfig,
    *,
    strict: bool = False,
    headers: Mapping[str, str] | None = None,
) -> Request:
    """The request for `arguments`, which go by their names on the wire.

    With `strict`, arguments that the API would only ignore are refused as well. `headers` are the
    caller's.

    Raises:
        InvalidArguments: they break a rule of the API, or cannot be written at all.
    """
    if operation.encoding == "multipart":
        arguments = _with_files(operation, arguments)
    checks = config.checks(operation.id)
    violations = validate(checks, arguments)
    if violations:
        # Only now, as most arguments are right.
        arguments = {
            name: operation.arguments.get(name, TEXT).with_moments(value)
            for name, value in arguments.items()
        }
        violations = validate(checks, arguments)
        _refuse(violations, operation, strict)
        _warn(ArgumentWarning, violations, operation)
    if operation.deprecated and not operation.deprecated.isdisjoint(arguments):
        _warn(DeprecatedArgumentWarning, _deprecated(operation, arguments), operation)

    sent = {
        "accept": "application/json",
        "accept-encoding": ENCODINGS,
        "user-agent": config.user_agent,
    }
    if headers:
        sent.update(headers)
    carried = carry(operation, config, credentials)
    sent.update(carried.headers)
    beside = carried.beside

    path, query, rest = _split(operation, arguments)
    target = _path(operation, path)
    for name, text in carried.path.items():
        target = target.replace(f"{{{name}}}", text)
    pairs = [*carried.query, *_texts(operation, query)]
    body: bytes | str | None = None
    if operation.encoding == "query":
        pairs = [*beside, *pairs]
    else:
        body, sent["content-type"] = _body(operation, rest, beside)
    if pairs:
        target = f"{target}?{urlencoded(pairs)}"
    return Request(
        operation=operation,
        method=operation.method,
        target=target,
        shown=operation.path
        if carried.in_url or _url_has_secret(operation, path, query, beside)
        else target,
        headers=sent,
        body=body,
        arguments=arguments,
        credentials=credentials,
        violations=tuple(violations),
    )


def _refuse(violations: list[Violation], operation: Operation, strict: bool) -> None:
    if any(strict or violation.severity == "error" for violation in violations):
        raise InvalidArguments(violations, operation=operation.id, section=operation.section)


def _warn(kind: type[ArgumentWarning], violations: list[Violation], operation: Operation) -> None:
    from ..decoding.callers import callers_level

    for violation in violations:
        warnings.warn(kind(operation.id, violation), stacklevel=callers_level())


def _deprecated(operation: Operation, arguments: Mapping[str, object]) -> list[Violation]:
    return [
        Violation(
            argument=name,
            rule="deprecated",
            message="is deprecated",
            severity="warning",
            source=operation.section,
        )
        for name in arguments
        if name in operation.deprecated
    ]


def _with_files(operation: Operation, arguments: Mapping[str, object]) -> Mapping[str, object]:
    """`arguments` with each file read, once, so that what is checked is what is sent."""
    from ..encoding.files import read_upload

    given = dict(arguments)
    for name, value in arguments.items():
        wire = operation.arguments.get(name)
        if isinstance(wire, File):
            given[name] = read_upload(value, wire.max_bytes) or value
    return given


def _split(
    operation: Operation, arguments: Mapping[str, object]
) -> tuple[Mapping[str, object], Mapping[str, object], Mapping[str, object]]:
    """The arguments of path, query and body."""
    in_path, in_query = operation.in_path, operation.in_query
    if operation.encoding == "query":
        in_query = tuple(name for name in arguments if name not in in_path)
    if not in_path and not in_query:
        return {}, {}, arguments
    return (
        {name: value for name, value in arguments.items() if name in in_path},
        {name: value for name, value in arguments.items() if name in in_query},
        {
            name: value
            for name, value in arguments.items()
            if name not in in_path and name not in in_query
        },
    )


def _path(operation: Operation, values: Mapping[str, object]) -> str:
    path = operation.path
    if not operation.in_path:
        return path
    texts = dict(_texts(operation, values))
    for name in operation.in_path:
        text = texts.get(name, "")
        if text in ("", ".", ".."):
            # Servers and proxies resolve dots even when quoted, and would serve another path.
            raise _unsendable(operation, name, "cannot be part of a path: empty, or only dots")
        path = path.replace(f"{{{name}}}", quote(text, safe=""))
    return path


def _body(
    operation: Operation, values: Mapping[str, object], beside: Sequence[tuple[str, str]]
) -> tuple[bytes | str | None, str]:
    """The body and its content type."""
    if operation.encoding == "json":
        fields = _json(operation, values, beside)
        if not fields and operation.method in _BODILESS:
            return None, "application/json"
        return msgspec.json.encode(fields), "application/json"
    if operation.encoding == "multipart":
        return _multipart(operation, values, beside)
    pairs = [*beside, *_texts(operation, values)]
    return urlencoded(pairs), "application/x-www-form-urlencoded"


def _json(
    operation: Operation, values: Mapping[str, object], beside: Sequence[tuple[str, str]]
) -> dict[str, object]:
    fields: dict[str, object] = dict(beside)
    for name, value in values.items():
        wire = operation.arguments.get(name, TEXT)
        try:
            # One by one, to know the name of an argument that cannot be written.
            text = msgspec.json.encode(nullable(wire, value))
        except (TypeError, ValueError, OverflowError, RecursionError):
            raise _unsendable(operation, name, "cannot be written as JSON") from None
        fields[name] = msgspec.Raw(text)
    return fields


def _multipart(
    operation: Operation, values: Mapping[str, object], beside: Sequence[tuple[str, str]]
) -> tuple[bytes, str]:
    from urllib3.filepost import encode_multipart_formdata

    from ..encoding.files import FilePart

    fields: list[tuple[str, str | tuple[str, bytes, str]]] = [*beside]
    texts = dict(values)
    for name, value in values.items():
        wire = operation.arguments.get(name)
        if not isinstance(wire, File):
            continue
        if isinstance(value, FilePart):
            # Without a file name, servers take a part for text.
            filename = value.filename or f"{name}.{wire.extension}"
            fields.append((name, (filename, value.content, wire.media_type)))
            del texts[name]
        else:
            raise _unsendable(operation, name, "is not a file")
    fields += _texts(operation, texts)
    return encode_multipart_formdata(fields)


def urlencoded(pairs: Iterable[tuple[str, str]]) -> str:
    """What `urllib.parse.urlencode` returns. Most names and values are sent as they are."""
    return "&".join(
        f"{name if _SENT_AS_IT_IS(name) else quote_plus(name)}"
        f"={text if _SENT_AS_IT_IS(text) else quote_plus(text)}"
        for name, text in pairs
    )


def _texts(operation: Operation, values: Mapping[str, object]) -> list[tuple[str, str]]:
    """Names and texts for a form or a query string. Null is left out where no JSON can say it."""
    wires = operation.arguments
    pairs = []
    for name, value in values.items():
        wire = wires.get(name, TEXT)
        if value is None and not isinstance(wire, Json):
            continue
        try:
            text = "null" if value is None else wire.encode(value)
            text.encode()
        except (TypeError, ValueError, OverflowError, RecursionError):
            raise _unsendable(operation, name, "cannot be written as text") from None
        pairs.append((name, text))
    return pairs


def _url_has_secret(
    operation: Operation,
    path: Mapping[str, object],
    query: Mapping[str, object],
    beside: Sequence[tuple[str, str]],
) -> bool:
    """Whether the URL holds something that must not be shown."""
    if operation.encoding == "query" and beside:
        return True
    return bool(operation.sensitive) and any(
        name in operation.sensitive for name in (*path, *query)
    )


def _unsendable(operation: Operation, name: str, message: str) -> InvalidArguments:
    violation = Violation(argument=name, rule="encoding", message=message, source=operation.section)
    return InvalidArguments([violation], operation=operation.id, section=operation.section)
