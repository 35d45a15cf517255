# Generated from spec/types/ by `make generate`. Do not edit.
"""What values of the named types are drawn from."""

from __future__ import annotations

from escape_artist._runtime.strategies import clauses, domains, rules

TYPE = domains.Text(choices=("'''", "\\", "</b>"))
LEN = domains.Text(pattern="[\"'\\\\{}]+", min_length=1)
REPORTS = domains.Text(characters="\"'\\\\{}\\[\\]")
ESCAPE: domains.Object = domains.Object(
    domains.Members(
        fields={
            "class": domains.TEXT,
            "__init__": domains.TEXT,
            "it's {{ here }}": domains.TEXT,
            "extra": domains.TEXT,
            "field": domains.Deferred(lambda: ESCAPE),
            "date": domains.Date(formats=("date",)),
            "list": domains.List(item=domains.Date(formats=("utc",))),
            "str": domains.Map(item=domains.IDENTIFIER),
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
