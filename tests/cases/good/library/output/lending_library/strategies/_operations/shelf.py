# Generated from spec/resources/shelf.yaml by `make generate`. Do not edit.
"""What the arguments of `shelf` operations are drawn from."""

from __future__ import annotations

from lending_library._runtime.strategies import domains
from lending_library.strategies import _types as types

TREE = domains.Members(
    fields={},
)

LABEL = domains.Members(
    fields={
        "label": domains.TEXT,
        "shelf": types.SHELF,
        "type": domains.Nullable(domains.Text(choices=("wood", "steel"))),
    },
    required=("label", "shelf"),
)

MEMBERS = {
    "shelf.tree": TREE,
    "shelf.label": LABEL,
}
"""Operation id -> its arguments."""
