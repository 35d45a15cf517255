# Generated from spec/resources/import.yaml by `make generate`. Do not edit.
"""Operations of `import`."""

from __future__ import annotations

from escape_artist._runtime.encoding import wire
from escape_artist._runtime.operation import Operation
from escape_artist.operations import _objects

CLASS = Operation(
    id="import.class",
    method="POST",
    path="/class",
    effect="read",
    section="import",
    encoding="json",
    arguments={
        "self": _objects.ESCAPE,
        "cls": wire.BOOLEAN,
        "UNSET": wire.NUMBER,
    },
    renamed={"self_": "self", "cls_": "cls", "unset": "UNSET"},
)


OPERATIONS = {
    "import.class": CLASS,
}
"""Operation id -> operation."""
