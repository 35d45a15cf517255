# Generated from spec/resources/device.yaml by `make generate`. Do not edit.
"""Operations of `device`."""

from __future__ import annotations

from zoom_v1._runtime.encoding import wire
from zoom_v1._runtime.operation import Limit, NumberPages, Operation

CREATE = Operation(
    id="device.create",
    method="POST",
    path="/v1/h323/device/create",
    effect="create",
    section="Create a H.323/SIP Device",
    encoding="form",
    arguments={
        "name": wire.TEXT,
        "ip": wire.TEXT,
        "protocol_type": wire.INTEGER,
        "encryption_type": wire.INTEGER,
    },
    limits=(Limit(group="default", requests=10, seconds=1),),
)

LIST = Operation(
    id="device.list",
    method="POST",
    path="/v1/h323/device/list",
    effect="read",
    section="List H.323/SIP Devices",
    encoding="form",
    arguments={
        "page_size": wire.INTEGER,
        "page_number": wire.INTEGER,
    },
    limits=(Limit(group="per_second", requests=1, seconds=1),),
    pages=NumberPages(page="page_number", size="page_size", count="page_count"),
)

UPDATE = Operation(
    id="device.update",
    method="POST",
    path="/v1/h323/device/update",
    effect="change",
    section="Update a H.323/SIP Device",
    encoding="form",
    arguments={
        "id": wire.TEXT,
        "name": wire.TEXT,
        "ip": wire.TEXT,
        "protocol_type": wire.INTEGER,
        "encryption_type": wire.INTEGER,
    },
    limits=(Limit(group="default", requests=10, seconds=1),),
)

DELETE = Operation(
    id="device.delete",
    method="POST",
    path="/v1/h323/device/delete",
    effect="delete",
    section="Delete a H.323/SIP Device",
    encoding="form",
    arguments={
        "id": wire.TEXT,
    },
    limits=(Limit(group="default", requests=10, seconds=1),),
)


OPERATIONS = {
    "device.create": CREATE,
    "device.list": LIST,
    "device.update": UPDATE,
    "device.delete": DELETE,
}
"""Operation id -> operation."""
