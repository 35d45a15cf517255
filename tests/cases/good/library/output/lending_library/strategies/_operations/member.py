# Generated from spec/resources/member.yaml by `make generate`. Do not edit.
"""What the arguments of `member` operations are drawn from."""

from __future__ import annotations

from lending_library._runtime.strategies import domains

GET = domains.Members(
    fields={
        "name": domains.TEXT,
    },
    required=("name",),
)

LOANS = domains.Members(
    fields={
        "name": domains.TEXT,
        "limit": domains.Integer(minimum=1, maximum=50),
        "cursor": domains.TEXT,
    },
    required=("name",),
)

BLOCK = domains.Members(
    fields={
        "name": domains.TEXT,
        "until": domains.Nullable(domains.Date(formats=("utc",))),
        "pin": domains.Text(min_length=4),
    },
    required=("name",),
)

MEMBERS = {
    "member.get": GET,
    "member.loans": LOANS,
    "member.block": BLOCK,
}
"""Operation id -> its arguments."""
