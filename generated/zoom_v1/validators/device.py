# Generated from spec/resources/device.yaml by `make generate`. Do not edit.
"""Checks of the arguments of `device` operations."""

from __future__ import annotations

from zoom_v1._runtime.semantics import predicates
from zoom_v1._runtime.validation import messages, values
from zoom_v1._runtime.validation.messages import Found
from zoom_v1._runtime.validation.validate import (
    OperationChecks,
)
from zoom_v1.validators import _shared as shared

_DEVICE_PROTOCOL_CHOICES = {1: "H.323", 2: "SIP"}


def device_protocol(value: object, path: str, found: Found) -> None:
    """One of 1 (H.323) or 2 (SIP)."""
    if type(value) is not int:
        messages.wrong_type(value, path, found, "a whole number")
        return
    if value not in _DEVICE_PROTOCOL_CHOICES:
        messages.bad_choice(value, path, found, _DEVICE_PROTOCOL_CHOICES)


_DEVICE_ENCRYPTION_CHOICES = {0: "no", 1: "yes", 2: "automatic"}


def device_encryption(value: object, path: str, found: Found) -> None:
    """One of 0 (no), 1 (yes) or 2 (automatic)."""
    if type(value) is not int:
        messages.wrong_type(value, path, found, "a whole number")
        return
    if value not in _DEVICE_ENCRYPTION_CHOICES:
        messages.bad_choice(value, path, found, _DEVICE_ENCRYPTION_CHOICES)


def device_id(value: object, path: str, found: Found) -> None:
    """Not empty."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if not value.isprintable() and not predicates.is_encodable(value):
        messages.unencodable(value, path, found)
    if not value:
        messages.too_short(value, path, found, 1)


CREATE = OperationChecks(
    section="Create a H.323/SIP Device",
    fields={
        "name": values.text,
        "ip": values.text,
        "protocol_type": device_protocol,
        "encryption_type": device_encryption,
        **shared.COMMON,
    },
    required=("name", "ip"),
)


LIST = OperationChecks(
    section="List H.323/SIP Devices",
    fields={
        "page_size": shared.page_size,
        "page_number": shared.page_number,
        **shared.COMMON,
    },
    required=(),
)


UPDATE = OperationChecks(
    section="Update a H.323/SIP Device",
    fields={
        "id": device_id,
        "name": values.text,
        "ip": values.text,
        "protocol_type": device_protocol,
        "encryption_type": device_encryption,
        **shared.COMMON,
    },
    required=("id",),
)


DELETE = OperationChecks(
    section="Delete a H.323/SIP Device",
    fields={
        "id": device_id,
        **shared.COMMON,
    },
    required=("id",),
)


CHECKS = {
    "device.create": CREATE,
    "device.list": LIST,
    "device.update": UPDATE,
    "device.delete": DELETE,
}
"""Operation id -> what its arguments have to keep."""
