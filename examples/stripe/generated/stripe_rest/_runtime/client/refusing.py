"""Arguments that are refused or warned about before anything is sent."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ..errors import InvalidArguments
from ..operation import Operation
from ..validation.violations import Violation

if TYPE_CHECKING:
    from ..call_warnings import ArgumentWarning
    from ..encoding.bindings import Unwritable


def as_passed(violations: Iterable[Violation], operation: Operation) -> list[Violation]:
    """`violations` by the names of the method's parameters."""
    from ..validation.renaming import renamed

    return renamed(violations, {wired: name for name, wired in operation.renamed.items()})


def refuse(violations: list[Violation], operation: Operation, strict: bool) -> None:
    if any(_is_wrong(violation, strict) for violation in violations):
        if strict:
            from ..validation.passed_over import strictly

            violations = [*map(strictly, violations)]
        raise InvalidArguments(violations, operation=operation.id, section=operation.section)


def _is_wrong(violation: Violation, strict: bool) -> bool:
    return violation.severity == "error" or (strict and violation.rule != "deprecated")


def warn(kind: type[ArgumentWarning], violations: list[Violation], operation: Operation) -> None:
    from ..decoding.callers import callers_level

    for violation in violations:
        warnings.warn(kind(operation.id, violation), stacklevel=callers_level())


def warn_of(violations: list[Violation], operation: Operation) -> None:
    """Warn of what the API would only ignore, and of choices that its page advises against."""
    if not violations:
        return
    from ..call_warnings import ArgumentWarning, DeprecatedArgumentWarning

    for violation in violations:
        is_old = violation.rule == "deprecated"
        warn(DeprecatedArgumentWarning if is_old else ArgumentWarning, [violation], operation)


def _deprecated(operation: Operation, arguments: Mapping[str, object]) -> list[Violation]:
    found = (
        Violation(
            argument=name,
            rule="deprecated",
            message=operation.advice.get(name, "is deprecated"),
            severity="warning",
            source=operation.section,
        )
        for name in arguments
        if name in operation.deprecated
    )
    return as_passed(found, operation)


def warn_of_deprecated(operation: Operation, arguments: Mapping[str, object]) -> None:
    """Tell what the page advises against: the operation itself, or some of its arguments."""
    if operation.id in operation.advice:
        from ..decoding.callers import callers_level

        message = f"{operation.id} {operation.advice[operation.id]}"
        warnings.warn(message, DeprecationWarning, stacklevel=callers_level())
    if not operation.deprecated.isdisjoint(arguments):
        from ..call_warnings import DeprecatedArgumentWarning

        warn(DeprecatedArgumentWarning, _deprecated(operation, arguments), operation)


def unsendable(operation: Operation, name: str, message: str) -> InvalidArguments:
    return _refusal(operation, Violation(argument=name, rule="encoding", message=message))


def implied(operation: Operation, name: str, error: Unwritable) -> InvalidArguments:
    """What follows from how an argument is written, as validators say it of arguments."""
    path = f"{name}{error.path}"
    return _refusal(
        operation,
        Violation(argument=path, rule=error.rule, message=str(error), basis="inferred"),
    )


def _refusal(operation: Operation, violation: Violation) -> InvalidArguments:
    found = as_passed([replace(violation, source=operation.section)], operation)
    return InvalidArguments(found, operation=operation.id, section=operation.section)
