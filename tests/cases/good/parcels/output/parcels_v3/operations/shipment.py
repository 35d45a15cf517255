# Generated from spec/resources/shipment.yaml by `make generate`. Do not edit.
"""Operations of `shipment`."""

from __future__ import annotations

from parcels_v3._runtime.encoding import wire
from parcels_v3._runtime.operation import Limit, NumberPages, Operation
from parcels_v3.operations import _objects

SEND = Operation(
    id="shipment.send",
    method="POST",
    path="/shipments/new",
    effect="create",
    section="New Shipments",
    encoding="form",
    arguments={
        "name": wire.TEXT,
        "email": wire.TEXT,
        "phone": wire.TEXT,
        "country": wire.TEXT,
        "region": wire.TEXT,
        "address": _objects.ADDRESS,
        "items": wire.Array(_objects.ITEM, single=True),
        "weight": wire.NUMBER,
        "service": wire.INTEGER,
        "value": wire.INTEGER,
        "currency": wire.TEXT,
        "reference": wire.TEXT,
        "collect_from": wire.Date(("us_minutes",)),
        "collect_to": wire.Date(("us_minutes",)),
        "depot": wire.INTEGER,
        "locker": wire.TEXT,
        "neighbour": wire.TEXT,
        "notify": wire.Csv(wire.TEXT),
        "days": wire.Csv(wire.INTEGER),
        "passcode": wire.TEXT,
        "gift": wire.BOOLEAN,
    },
    sensitive=frozenset(("passcode",)),
    deprecated=frozenset(("gift",)),
    aliases=("/shipments/create",),
    limits=(
        Limit(group="sending", requests=1, seconds=1),
        Limit(group="daily", requests=5000, seconds=86400),
    ),
)

MANIFEST = Operation(
    id="shipment.manifest",
    method="POST",
    path="/shipments/manifest",
    effect="read",
    section="Shipments",
    encoding="form",
    arguments={
        "since": wire.Date(("date_unpadded", "us_minutes")),
        "sheet": wire.INTEGER,
        "lines": wire.INTEGER,
    },
    limits=(Limit(group="daily", requests=5000, seconds=86400),),
    pages=NumberPages(page="sheet", size="lines", count="sheets"),
)

TRACE = Operation(
    id="shipment.trace",
    method="POST",
    path="/shipments/trace",
    effect="read",
    section="Shipments",
    encoding="form",
    arguments={
        "tracking": wire.TEXT,
        "reference": wire.TEXT,
        "email": wire.TEXT,
    },
    limits=(Limit(group="daily", requests=5000, seconds=86400),),
)

PROOF = Operation(
    id="shipment.proof",
    method="POST",
    path="/shipments/{tracking}/proof",
    effect="change",
    section="Shipments",
    encoding="multipart",
    arguments={
        "tracking": wire.TEXT,
        "photo": wire.File("png", "image/png"),
        "signed_by": wire.Array(wire.TEXT, single=True),
        "at": wire.Date(("utc", "us_minutes")),
    },
    in_path=("tracking",),
    limits=(Limit(group="daily", requests=5000, seconds=86400),),
)


OPERATIONS = {
    "shipment.send": SEND,
    "shipment.manifest": MANIFEST,
    "shipment.trace": TRACE,
    "shipment.proof": PROOF,
}
"""Operation id -> operation."""
