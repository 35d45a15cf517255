# Generated from spec/resources/shipment.yaml by `make generate`. Do not edit.
"""What the arguments of `shipment` operations are drawn from."""

from __future__ import annotations

from parcels_v3 import lists
from parcels_v3._runtime.strategies import clauses, domains, rules
from parcels_v3.strategies import _types as types

SEND = domains.Members(
    fields={
        "name": domains.Text(max_chinese_words=3, max_length=60),
        "email": domains.Text(email=True),
        "phone": types.PHONE,
        "country": types.COUNTRY,
        "region": domains.TEXT,
        "address": types.ADDRESS,
        "items": domains.List(item=types.ITEM, single=True, max_items=3, unique=True, by="SKU"),
        "weight": domains.Number(minimum=0, maximum=30),
        "service": domains.Integer(choices=(1, 2, 3)),
        "value": domains.Integer(minimum=0),
        "currency": domains.Text(choices=("EUR", "CAD", "USD")),
        "reference": domains.IDENTIFIER,
        "collect_from": types.INSTANT,
        "collect_to": types.INSTANT,
        "depot": domains.INTEGER,
        "locker": domains.TEXT,
        "neighbour": domains.TEXT,
        "notify": domains.Csv(item=domains.Text(email=True), max_items=2, unique=True),
        "days": domains.Csv(item=domains.Integer(choices=(1, 2, 3, 4, 5))),
        "passcode": types.PASSCODE,
        "gift": domains.BOOLEAN,
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

MANIFEST = domains.Members(
    fields={
        "since": domains.Date(formats=("date_unpadded", "us_minutes")),
        "sheet": domains.Integer(minimum=1),
        "lines": domains.Integer(minimum=1, maximum=50),
    },
    required=("since",),
)

TRACE = domains.Members(
    fields={
        "tracking": types.TRACKING,
        "reference": domains.IDENTIFIER,
        "email": domains.Text(email=True),
    },
    rules=(
        rules.OneOfRequired(arguments=("tracking", "reference", "email")),
        rules.Exclusive(arguments=("tracking", "reference")),
    ),
)

PROOF = domains.Members(
    fields={
        "tracking": types.TRACKING,
        "photo": domains.File(magic=b"\x89PNG", extensions=("png",), max_bytes=64),
        "signed_by": domains.List(item=domains.Text(min_length=1), single=True, min_items=1),
        "at": domains.Date(formats=("utc", "us_minutes")),
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
