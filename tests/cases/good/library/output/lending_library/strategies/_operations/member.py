# Generated from spec/resources/member.yaml by `make generate`. Do not edit.
"""What the arguments of `member` operations are drawn from."""

from __future__ import annotations

from lending_library._runtime.strategies import kinds

GET = kinds.Members(
    fields={
        "name": kinds.TEXT,
    },
    required=("name",),
)

LOANS = kinds.Members(
    fields={
        "name": kinds.TEXT,
        "limit": kinds.Integer(minimum=1, maximum=50),
        "cursor": kinds.TEXT,
    },
    required=("name",),
)

BLOCK = kinds.Members(
    fields={
        "name": kinds.TEXT,
        "until": kinds.Nullable(kinds.Date(formats=("utc",))),
        "pin": kinds.Text(min_length=4),
    },
    required=("name",),
)

MEMBERS = {
    "member.get": GET,
    "member.loans": LOANS,
    "member.block": BLOCK,
}
"""Operation id -> its arguments."""
