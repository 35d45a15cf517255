# Generated from spec/resources/shipment.yaml by `make generate`. Do not edit.
"""What the arguments of `shipment` operations are drawn from."""

from __future__ import annotations

from parcels_v3 import lists
from parcels_v3._runtime.strategies import clauses, kinds, rules
from parcels_v3.strategies import _types as types

SEND = kinds.Members(
    fields={
        "name": kinds.Text(max_chinese_words=3, max_length=60),
        "email": kinds.Text(email=True),
        "phone": types.PHONE,
        "country": types.COUNTRY,
        "region": kinds.TEXT,
        "address": types.ADDRESS,
        "items": kinds.List(item=types.ITEM, single=True, max_items=3, unique=True, by="SKU"),
        "weight": kinds.Number(minimum=0, maximum=30),
        "service": kinds.Integer(choices=(1, 2, 3)),
        "value": kinds.Integer(minimum=0),
        "currency": kinds.Text(choices=("EUR", "CAD", "USD")),
        "reference": kinds.IDENTIFIER,
        "collect_from": types.INSTANT,
        "collect_to": types.INSTANT,
        "depot": kinds.INTEGER,
        "locker": kinds.TEXT,
        "neighbour": kinds.TEXT,
        "notify": kinds.Csv(item=kinds.Text(email=True), max_items=2, unique=True),
        "days": kinds.Csv(item=kinds.Integer(choices=(1, 2, 3, 4, 5))),
        "passcode": types.PASSCODE,
        "gift": kinds.BOOLEAN,
    },
    required=("name", "country", "address", "items", "weight"),
    rules=(
        rules.AppliesWhen(
            argument="days", when=(clauses.Clause("service", "in", (3,)),), severity="warning"
        ),
        rules.RequiredWhen(argument="currency", when=(clauses.Clause("value", "given"),)),
        rules.RequiredWhen(
            argument="phone",
            when=(
                clauses.Clause("service", "in", (3,)),
                clauses.Clause("country", "not_in", ("FR",)),
            ),
        ),
        rules.IgnoredWhen(
            argument="locker", when=(clauses.Clause("service", "in", (1, 3)),), severity="warning"
        ),
        rules.Exclusive(arguments=("depot", "locker", "neighbour")),
        rules.Ordered(first="collect_from", last="collect_to"),
        rules.MemberOfWhen(
            argument="region",
            ids=(*lists.STATES,),
            when=(clauses.Clause("country", "in", ("US",)),),
        ),
        rules.MemberOfWhen(
            argument="region",
            ids=(*lists.PROVINCES,),
            when=(clauses.Clause("country", "in", ("CA",)),),
        ),
        rules.RangeWhen(
            argument="value", when=(clauses.Clause("service", "in", (1,)),), maximum=100
        ),
        rules.RangeWhen(argument="value", maximum=9000),
        rules.RequiredWhen(
            argument="phone", when=(clauses.Clause("address.zip", "in", ("00000",)),)
        ),
    ),
)

MANIFEST = kinds.Members(
    fields={
        "since": kinds.Date(formats=("date_unpadded", "us_minutes")),
        "sheet": kinds.Integer(minimum=1),
        "lines": kinds.Integer(minimum=1, maximum=50),
    },
    required=("since",),
)

TRACE = kinds.Members(
    fields={
        "tracking": types.TRACKING,
        "reference": kinds.IDENTIFIER,
        "email": kinds.Text(email=True),
    },
    rules=(
        rules.OneOfRequired(arguments=("tracking", "reference", "email")),
        rules.Exclusive(arguments=("tracking", "reference")),
    ),
)

PROOF = kinds.Members(
    fields={
        "tracking": types.TRACKING,
        "photo": kinds.File(magic=b"\x89PNG", extensions=("png",)),
        "signed_by": kinds.List(item=kinds.Text(min_length=1), single=True, min_items=1),
        "at": kinds.Date(formats=("utc", "us_minutes")),
    },
    required=("tracking", "photo"),
)

MEMBERS = {
    "shipment.send": SEND,
    "shipment.manifest": MANIFEST,
    "shipment.trace": TRACE,
    "shipment.proof": PROOF,
}
"""Operation id -> its arguments."""
