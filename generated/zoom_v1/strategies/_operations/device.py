# Generated from spec/resources/device.yaml by `make generate`. Do not edit.
"""What the arguments of `device` operations are drawn from."""

from __future__ import annotations

from zoom_v1._runtime.strategies import kinds
from zoom_v1.strategies import _types as types

CREATE = kinds.Members(
    fields={
        "name": kinds.TEXT,
        "ip": kinds.TEXT,
        "protocol_type": types.DEVICE_PROTOCOL,
        "encryption_type": types.DEVICE_ENCRYPTION,
    },
    required=("name", "ip"),
)

LIST = kinds.Members(
    fields={
        "page_size": types.PAGE_SIZE,
        "page_number": types.PAGE_NUMBER,
    },
)

UPDATE = kinds.Members(
    fields={
        "id": types.DEVICE_ID,
        "name": kinds.TEXT,
        "ip": kinds.TEXT,
        "protocol_type": types.DEVICE_PROTOCOL,
        "encryption_type": types.DEVICE_ENCRYPTION,
    },
    required=("id",),
)

DELETE = kinds.Members(
    fields={
        "id": types.DEVICE_ID,
    },
    required=("id",),
)

MEMBERS = {
    "device.create": CREATE,
    "device.list": LIST,
    "device.update": UPDATE,
    "device.delete": DELETE,
}
"""Operation id -> its arguments."""
