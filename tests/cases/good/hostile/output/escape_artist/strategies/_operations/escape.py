# Generated from spec/resources/escape.yaml by `make generate`. Do not edit.
"""What the arguments of `escape` operations are drawn from."""

from __future__ import annotations

from escape_artist import lists
from escape_artist._runtime.strategies import clauses, domains, rules
from escape_artist.strategies import _types as types

TYPE = domains.Members(
    fields={
        "cl'ass": domains.TEXT,
        '"x"': types.LEN,
        "builtins": types.TYPE,
        "locals": domains.List(item=types.REPORTS, unique=True),
        "value": domains.Text(listed=lists.ODD),
        "found": domains.Text(choices=('"', "'", "{", "}}", "\n")),
        "items": domains.Csv(item=domains.Text(choices=("'", '"'))),
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

STR = domains.Members(
    fields={
        "int": domains.Integer(minimum=-1),
        "str": types.ESCAPE,
        "dict": domains.ANYTHING,
    },
)

CHECKS_ = domains.Members(
    fields={
        "from": domains.INTEGER,
        "si ze": domains.INTEGER,
    },
)

UNSET_ = domains.Members(
    fields={},
)

MEMBERS = {
    "escape.type": TYPE,
    "escape.str": STR,
    "escape.checks": CHECKS_,
    "escape.unset": UNSET_,
}
"""Operation id -> its arguments."""
