"""What is wrong with a request, in the message that refuses it."""

from __future__ import annotations

from ..validation.violations import Violation
from .showing import shown

_NAMED = 200
"""How many violations a message names, and"""
_NAMED_LENGTH = 32 * 1024
"""how many characters it takes for that."""


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


def is_warning(violation: Violation) -> bool:
    return violation.severity == "warning"
