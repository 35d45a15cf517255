"""Builds the request of a call: its arguments checked, then written into path, query and body."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from msgspec import UNSET

from ..config import ApiConfig, Secret
from ..decoding.response import ENCODINGS
from ..encoding.wire import TEXT
from ..operation import WITH_FILES, Operation
from ..request import AtHand, Request
from ..validation.validate import OperationChecks, validate
from ..validation.violations import Violation
from .bodies import with_type
from .credentials import carry
from .in_url import BESIDE_IN_QUERY, by_place, path_of, url_has_secret
from .texts import texts, urlencoded

if TYPE_CHECKING:
    from ..encoding.files import Progress
    from ..encoding.streamed import Streamed
    from .carried import Carried
    from .request_options import RequestOptions


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


def take_options(operation: Operation, method_locals: dict[str, object]) -> RequestOptions:
    """The options out of a method's `locals()`, where no argument of the API is left in them.

    Raises:
        TypeError: the method was called with an argument that neither the API nor the client has.
    """
    options = method_locals.pop("options", None)
    if not options:
        return {}
    from .request_options import checked

    assert isinstance(options, dict)
    return checked(operation, options)


def _checked_again(
    operation: Operation, checks: OperationChecks, arguments: Mapping[str, object], strict: bool
) -> tuple[Mapping[str, object], list[Violation]]:
    """The same with moments in the place of their text; most arguments are right before that."""
    from .refusing import as_passed, refuse, warn_of

    arguments = {
        name: operation.arguments.get(name, TEXT).with_moments(value)
        for name, value in arguments.items()
    }
    violations = as_passed(validate(checks, arguments), operation)
    refuse(violations, operation, strict)
    warn_of(violations, operation)
    return arguments, violations


def _headers(operation: Operation, config: ApiConfig, given: Mapping[str, str]) -> dict[str, str]:
    own = {
        "accept": operation.accept,
        "accept-encoding": ENCODINGS,
        "user-agent": config.user_agent,
    }
    return {**own, **given}


def _body(
    operation: Operation,
    values: Mapping[str, object],
    beside: Sequence[tuple[str, str]],
    sent: dict[str, str],
    checks: OperationChecks,
    progress: Progress | None,
) -> AtHand | Streamed:
    if operation.encoding not in WITH_FILES:
        return with_type(operation, values, beside, sent)
    from .uploads import with_file_type

    return with_file_type(operation, values, beside, sent, checks, progress)


def build_request(
    operation: Operation,
    arguments: Mapping[str, object],
    credentials: Mapping[str, Secret],
    config: ApiConfig,
    *,
    strict: bool = False,
    headers: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> Request:
    """The request for `arguments`, which go by their names on the wire.

    With `strict`, arguments that the API would only ignore are refused as well. `headers` are the
    caller's, `progress` the function that is told how much of a file has been sent.

    Raises:
        InvalidArguments: they break a rule of the API, or cannot be written at all.
    """
    checks = config.checks(operation.id)
    arguments, violations = _checked(operation, checks, arguments, strict)
    if operation.deprecated or operation.advice:
        from .refusing import warn_of_deprecated

        warn_of_deprecated(operation, arguments)
    write = partial(
        _written,
        operation,
        checks,
        carry(operation, config, credentials),
        headers=_headers(operation, config, headers or {}),
        credentials=credentials,
        violations=tuple(violations),
        progress=progress,
    )
    bindings = operation.bindings
    if bindings is None or bindings.counted is None:
        return write(arguments)
    from .counting import counted, is_counted

    if not is_counted(bindings, bindings.counted, arguments, checks):
        return write(arguments)
    return counted(write(arguments), bindings.counted, write)


def _checked(
    operation: Operation, checks: OperationChecks, arguments: Mapping[str, object], strict: bool
) -> tuple[Mapping[str, object], list[Violation]]:
    """The arguments of a call, complete, and what of them the API would ignore."""
    if operation.bindings is not None:
        from .binding import with_key

        arguments = with_key(operation.bindings, arguments, checks)
    if operation.encoding in WITH_FILES:
        from .uploads import looked_at

        arguments = looked_at(operation, arguments)
    violations = validate(checks, arguments)
    if violations:
        return _checked_again(operation, checks, arguments, strict)
    return arguments, violations


def _written(
    operation: Operation,
    checks: OperationChecks,
    carried: Carried,
    arguments: Mapping[str, object],
    *,
    headers: Mapping[str, str],
    credentials: Mapping[str, Secret],
    violations: tuple[Violation, ...],
    progress: Progress | None,
) -> Request:
    """The request of arguments that were checked."""
    sent = {**headers, **carried.headers}
    beside = carried.beside
    placed = arguments
    if operation.bindings is not None:
        from .binding import besides_headers

        placed = besides_headers(operation, operation.bindings, arguments, sent)
    path, query, rest = by_place(operation, placed)
    target = path_of(operation, path)
    for name, text in carried.path.items():
        target = target.replace(f"{{{name}}}", text)
    pairs = [*carried.query, *texts(operation, query)]
    body: AtHand | Streamed = None
    if operation.encoding in BESIDE_IN_QUERY:
        pairs = [*beside, *pairs]
    if operation.encoding != "query":
        body = _body(operation, rest, beside, sent, checks, progress)
    if pairs:
        target = f"{target}?{urlencoded(pairs)}"
    return Request(
        operation=operation,
        method=operation.method,
        target=target,
        shown=operation.path
        if carried.in_url or url_has_secret(operation, path, query, beside)
        else target,
        headers=sent,
        body=body,
        arguments=arguments,
        credentials=credentials,
        violations=violations,
        secrets=carried.secrets,
    )
