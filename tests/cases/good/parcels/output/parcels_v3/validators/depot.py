# Generated from spec/resources/depot.yaml by `make generate`. Do not edit.
"""Checks of the arguments of `depot` operations."""

from __future__ import annotations

from collections.abc import Mapping

from parcels_v3 import lists
from parcels_v3._runtime.semantics import predicates
from parcels_v3._runtime.validation import messages, values
from parcels_v3._runtime.validation.messages import Found
from parcels_v3._runtime.validation.validate import (
    OperationChecks,
)
from parcels_v3.validators import _shared as shared


def text_provinces(value: object, path: str, found: Found) -> None:
    """An id of the list of provinces (2)."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if value not in lists.PROVINCES:
        messages.not_listed(value, path, found, {"provinces": lists.PROVINCES})


def map_of_text_up_to_10(value: object, path: str, found: Found) -> None:
    """Each: at most 10 characters."""
    if not isinstance(value, Mapping):
        messages.wrong_type(value, path, found, "an object")
        return
    values.each_value(value, path, found, text_up_to_10)


def text_up_to_10(value: object, path: str, found: Found) -> None:
    """At most 10 characters."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if not value.isprintable() and not predicates.is_encodable(value):
        messages.unencodable(value, path, found)
    if len(value) > 10:
        messages.too_long(value, path, found, 10)


OPEN = OperationChecks(
    section="Depots",
    fields={
        "country": shared.country,
        "region": text_provinces,
        **shared.COMMON,
    },
    required=("country", "region"),
)


TELL = OperationChecks(
    section="Depots",
    fields={
        "depot": values.integer,
        "note": map_of_text_up_to_10,
        "more": values.anything,
        **shared.COMMON,
    },
    required=("depot",),
)


LIST_KEYS = OperationChecks(
    section="Depots",
    fields={
        "depot": values.integer,
        **shared.COMMON,
    },
    required=("depot",),
)


CHECKS = {
    "depot.open": OPEN,
    "depot.tell": TELL,
    "depot.list_keys": LIST_KEYS,
}
"""Operation id -> what its arguments have to keep."""
