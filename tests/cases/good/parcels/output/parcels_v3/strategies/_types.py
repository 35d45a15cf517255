# Generated from spec/types/ by `make generate`. Do not edit.
"""What values of the named types are drawn from."""

from __future__ import annotations

from parcels_v3._runtime.strategies import clauses, kinds, rules

TRACKING = kinds.Text(pattern="[A-Z]{2}[0-9]{9}")
COUNTRY = kinds.Text(choices=("CA", "US", "FR"))
PASSCODE = kinds.Digits(length=6)
PHONE = kinds.Text(characters="0-9 +()\\-", min_length=5, max_length=20)
INSTANT = kinds.Date(formats=("us_minutes",))
ADDRESS = kinds.Object(
    kinds.Members(
        fields={
            "zip": kinds.Text(min_length=3, max_length=9),
            "street": kinds.TEXT,
            "floor": kinds.Nullable(kinds.Integer(minimum=-3)),
            "lift": kinds.BOOLEAN,
        },
        required=("zip",),
        rules=(
            rules.AppliesWhen(
                argument="lift", when=(clauses.Clause("floor", "given"),), severity="warning"
            ),
        ),
    ),
    shorthand="zip",
)
ITEM = kinds.Object(
    kinds.Members(
        fields={
            "SKU": kinds.Text(min_length=1),
            "count": kinds.Integer(minimum=1),
        },
        required=("SKU",),
    ),
)
