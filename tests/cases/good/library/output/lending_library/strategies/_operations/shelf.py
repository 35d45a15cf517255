# Generated from spec/resources/shelf.yaml by `make generate`. Do not edit.
"""What the arguments of `shelf` operations are drawn from."""

from __future__ import annotations

from lending_library._runtime.strategies import kinds
from lending_library.strategies import _types as types

TREE = kinds.Members(
    fields={},
)

LABEL = kinds.Members(
    fields={
        "label": kinds.TEXT,
        "shelf": types.SHELF,
        "type": kinds.Nullable(kinds.Text(choices=("wood", "steel"))),
    },
    required=("label", "shelf"),
)

MEMBERS = {
    "shelf.tree": TREE,
    "shelf.label": LABEL,
}
"""Operation id -> its arguments."""
