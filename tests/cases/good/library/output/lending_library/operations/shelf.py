# Generated from spec/resources/shelf.yaml by `make generate`. Do not edit.
"""Operations of `shelf`."""

from __future__ import annotations

from lending_library._runtime.encoding import wire
from lending_library._runtime.operation import Limit, Operation
from lending_library.operations import _objects

TREE = Operation(
    id="shelf.tree",
    method="GET",
    path="/shelves",
    effect="read",
    section="Shelves",
    encoding="query",
    arguments={},
    limits=(Limit(group="anything", requests=600, seconds=60),),
)

LABEL = Operation(
    id="shelf.label",
    method="PUT",
    path="/shelves/{label}",
    effect="change",
    section="Shelves",
    encoding="json",
    arguments={
        "label": wire.TEXT,
        "shelf": _objects.SHELF,
        "type": wire.TEXT,
    },
    in_path=("label",),
    limits=(Limit(group="anything", requests=600, seconds=60),),
)


OPERATIONS = {
    "shelf.tree": TREE,
    "shelf.label": LABEL,
}
"""Operation id -> operation."""
