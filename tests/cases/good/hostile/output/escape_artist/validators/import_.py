# Generated from spec/resources/import_.yaml by `make generate`. Do not edit.
"""Checks of the arguments of `import` operations."""

from __future__ import annotations

from escape_artist._runtime.semantics import predicates
from escape_artist._runtime.validation import messages, values
from escape_artist._runtime.validation.messages import Found
from escape_artist._runtime.validation.validate import (
    OperationChecks,
)
from escape_artist.validators import _shared as shared


def number_from_0(value: object, path: str, found: Found) -> None:
    """At least 0."""
    if not isinstance(value, int | float) or not predicates.is_number(value):
        messages.wrong_type(value, path, found, "a number")
        return
    if value < 0:
        messages.too_small(value, path, found, 0)


CLASS = OperationChecks(
    section="import",
    fields={
        "self": shared.escape,
        "cls": values.boolean,
        "UNSET": number_from_0,
        **shared.COMMON,
    },
    required=(),
)


CHECKS = {
    "import.class": CLASS,
}
"""Operation id -> what its arguments have to keep."""
