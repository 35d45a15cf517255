# Generated from spec/types/ by `make generate`. Do not edit.
"""What values of the named types are drawn from."""

from __future__ import annotations

from parcels_v3._runtime.strategies import clauses, domains, rules

TRACKING = domains.Text(pattern="[A-Z]{2}[0-9]{9}")
COUNTRY = domains.Text(choices=("CA", "US", "FR"))
PASSCODE = domains.Digits(length=6)
PHONE = domains.Text(characters="0-9 +()\\-", min_length=5, max_length=20)
INSTANT = domains.Date(formats=("us_minutes",))
ADDRESS = domains.Object(
    domains.Members(
        fields={
            "zip": domains.Text(min_length=3, max_length=9),
            "street": domains.TEXT,
            "floor": domains.Nullable(domains.Integer(minimum=-3)),
            "lift": domains.BOOLEAN,
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
ITEM = domains.Object(
    domains.Members(
        fields={
            "SKU": domains.Text(min_length=1),
            "count": domains.Integer(minimum=1),
        },
        required=("SKU",),
    ),
)
