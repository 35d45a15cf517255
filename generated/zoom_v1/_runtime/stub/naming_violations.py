"""What is wrong with a request, in the message that refuses it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import structs

from ..operation import Operation
from ..validation.passed_over import strictly
from ..validation.renaming import renamed
from ..validation.violations import Violation
from .bound import AS_SENT
from .showing import shown

_NAMED = 200
"""How many violations a message names, and"""
_NAMED_LENGTH = 32 * 1024
"""how many characters it takes for that."""


def as_sent(violations: Iterable[Violation], operation: Operation) -> list[Violation]:
    """`violations` by the names that the request has."""
    bindings = operation.bindings
    if bindings is None:
        return list(violations)
    known = operation.arguments
    names = {name: wired for name, wired in bindings.written.items() if name in known}
    names |= {f"{name} {AS_SENT}": name for name in names}
    return renamed(violations, names, bindings.prefixes)


def listed(violations: list[Violation]) -> str:
    named: list[str] = []
    length = 0
    for violation in violations[:_NAMED]:
        where = f" [{violation.source}]" if violation.source else ""
        text = f"{shown(violation.argument)}: {violation.message}{where}"
        length += len(text)
        if named and length > _NAMED_LENGTH:
            break
        named.append(text)
    rest = len(violations) - len(named)
    return "; ".join(named) + (f"; and {rest} more" if rest else "")


def refused_if_unknown(violation: Violation) -> Violation:
    """A violation as a strict stub has it."""
    if violation.rule != "unknown_argument":
        return violation
    return structs.replace(strictly(violation), severity="error")


def is_warning(violation: Violation) -> bool:
    return violation.severity == "warning"
