# Generated from spec/types/ by `make generate`. Do not edit.
"""What values of the named types are drawn from."""

from __future__ import annotations

from escape_artist._runtime.strategies import clauses, kinds, rules

TYPE = kinds.Text(choices=("'''", "\\", "</b>"))
LEN = kinds.Text(pattern="[\"'\\\\{}]+", min_length=1)
REPORTS = kinds.Text(characters="\"'\\\\{}\\[\\]")
ESCAPE: kinds.Object = kinds.Object(
    kinds.Members(
        fields={
            "class": kinds.TEXT,
            "__init__": kinds.TEXT,
            "it's {{ here }}": kinds.TEXT,
            "extra": kinds.TEXT,
            "field": kinds.Deferred(lambda: ESCAPE),
            "date": kinds.Date(formats=("date",)),
            "list": kinds.List(item=kinds.Date(formats=("utc",))),
            "str": kinds.Map(item=kinds.IDENTIFIER),
        },
        rules=(
            rules.Exclusive(arguments=("class", "extra")),
            rules.RequiredWhen(
                argument="__init__", when=(clauses.Clause("class", "in", ("'", '"""', "\\")),)
            ),
        ),
    ),
    shorthand="class",
)
