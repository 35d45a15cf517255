# Generated from spec/resources/escape.yaml by `make generate`. Do not edit.
"""Operations of `escape`."""

from __future__ import annotations

from escape_artist._runtime.encoding import wire
from escape_artist._runtime.operation import Limit, NumberPages, Operation
from escape_artist.operations import _objects

TYPE = Operation(
    id="escape.type",
    method="POST",
    path='/{cl\'ass}/{"x"}',
    effect="change",
    section='"""); open("PWNED", "w"); ("""',
    encoding="json",
    arguments={
        "cl'ass": wire.TEXT,
        '"x"': wire.TEXT,
        "builtins": wire.TEXT,
        "locals": wire.Array(wire.TEXT),
        "value": wire.TEXT,
        "found": wire.TEXT,
        "items": wire.Csv(wire.TEXT),
    },
    renamed={"cl_ass": "cl'ass", "x": '"x"', "builtins_": "builtins", "locals_": "locals"},
    in_path=("cl'ass", '"x"'),
)

STR = Operation(
    id="escape.str",
    method="POST",
    path="/str",
    effect="read",
    section="\\",
    encoding="json",
    arguments={
        "int": wire.INTEGER,
        "str": _objects.ESCAPE,
        "dict": wire.JSON,
    },
    limits=(Limit(group="class", requests=1, seconds=90),),
)

CHECKS_ = Operation(
    id="escape.checks",
    method="POST",
    path="/checks",
    effect="read",
    section="\\",
    encoding="json",
    arguments={
        "from": wire.INTEGER,
        "si ze": wire.INTEGER,
    },
    renamed={"from_": "from", "si_ze": "si ze"},
    pages=NumberPages(page="from", size="si ze", count="pаges"),
)

UNSET_ = Operation(
    id="escape.unset",
    method="POST",
    path="/unset",
    effect="delete",
    section="\\",
    encoding="json",
    arguments={},
)


OPERATIONS = {
    "escape.type": TYPE,
    "escape.str": STR,
    "escape.checks": CHECKS_,
    "escape.unset": UNSET_,
}
"""Operation id -> operation."""
