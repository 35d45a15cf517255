# Generated from spec/resources/shelf.yaml by `make generate`. Do not edit.
"""Checks of the arguments of `shelf` operations."""

from __future__ import annotations

from lending_library._runtime.validation import messages, values
from lending_library._runtime.validation.messages import Found
from lending_library._runtime.validation.validate import (
    OperationChecks,
)
from lending_library.validators import _shared as shared

_NULLABLE_TYPE_CHOICES = {"wood": "", "steel": ""}


def nullable_type(value: object, path: str, found: Found) -> None:
    """One of wood or steel."""
    if value is None:
        return
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if value not in _NULLABLE_TYPE_CHOICES:
        messages.bad_choice(value, path, found, _NULLABLE_TYPE_CHOICES)


TREE = OperationChecks(
    section="Shelves",
    fields={},
    required=(),
)


LABEL = OperationChecks(
    section="Shelves",
    fields={
        "label": values.text,
        "shelf": shared.shelf,
        "type": nullable_type,
    },
    required=("label", "shelf"),
)


CHECKS = {
    "shelf.tree": TREE,
    "shelf.label": LABEL,
}
"""Operation id -> what its arguments have to keep."""
