# Generated from spec/resources/device.yaml by `make generate`. Do not edit.
"""What the arguments of `device` operations are drawn from."""

from __future__ import annotations

from zoom_v1._runtime.strategies import domains
from zoom_v1.strategies import _types as types

CREATE = domains.Members(
    fields={
        "name": domains.TEXT,
        "ip": domains.TEXT,
        "protocol_type": types.DEVICE_PROTOCOL,
        "encryption_type": types.DEVICE_ENCRYPTION,
    },
    required=("name", "ip"),
)

LIST = domains.Members(
    fields={
        "page_size": types.PAGE_SIZE,
        "page_number": types.PAGE_NUMBER,
    },
)

UPDATE = domains.Members(
    fields={
        "id": types.DEVICE_ID,
        "name": domains.TEXT,
        "ip": domains.TEXT,
        "protocol_type": types.DEVICE_PROTOCOL,
        "encryption_type": types.DEVICE_ENCRYPTION,
    },
    required=("id",),
)

DELETE = domains.Members(
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
