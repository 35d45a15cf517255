# Generated from spec/resources/escape.yaml by `make generate`. Do not edit.
"""What the arguments of `escape` operations are drawn from."""

from __future__ import annotations

from escape_artist import lists
from escape_artist._runtime.strategies import clauses, kinds, rules
from escape_artist.strategies import _types as types

TYPE = kinds.Members(
    fields={
        "cl'ass": kinds.TEXT,
        '"x"': types.LEN,
        "builtins": types.TYPE,
        "locals": kinds.List(item=types.REPORTS, unique=True),
        "value": kinds.Text(listed=lists.ODD),
        "found": kinds.Text(choices=('"', "'", "{", "}}", "\n")),
        "items": kinds.Csv(item=kinds.Text(choices=("'", '"'))),
    },
    required=("cl'ass", '"x"'),
    rules=(
        rules.RequiredWhen(
            argument="value",
            when=(
                clauses.Clause("found", "in", ('"', "\n")),
                clauses.Clause("builtins", "not_in", ("\\",)),
            ),
        ),
        rules.Exclusive(arguments=("value", "locals", "items"), severity="warning"),
    ),
)

STR = kinds.Members(
    fields={
        "int": kinds.Integer(minimum=-1),
        "str": types.ESCAPE,
        "dict": kinds.ANYTHING,
    },
)

CHECKS_ = kinds.Members(
    fields={
        "from": kinds.INTEGER,
        "si ze": kinds.INTEGER,
    },
)

UNSET_ = kinds.Members(
    fields={},
)

MEMBERS = {
    "escape.type": TYPE,
    "escape.str": STR,
    "escape.checks": CHECKS_,
    "escape.unset": UNSET_,
}
"""Operation id -> its arguments."""
