# Generated from spec/types/ by `make generate`. Do not edit.
"""What values of the named types are drawn from."""

from __future__ import annotations

from lending_library import lists
from lending_library._runtime.strategies import domains, rules

ISBN = domains.Text(pattern="97[89][0-9]{10}")
GENRE = domains.Text(choices=("novel", "essay", "verse"))
LANGUAGE = domains.Text(listed=lists.LANGUAGES)
AUTHOR = domains.Object(
    domains.Members(
        fields={
            "name": domains.Text(min_length=1),
            "born": domains.Nullable(domains.INTEGER),
        },
        required=("name",),
    ),
)
SHELF: domains.Object = domains.Object(
    domains.Members(
        fields={
            "label": domains.Text(characters="A-Z0-9"),
            "built": domains.Date(formats=("utc",)),
            "inner": domains.List(item=domains.Deferred(lambda: SHELF)),
            "parent": domains.Nullable(domains.Deferred(lambda: SHELF)),
        },
        required=("label",),
    ),
)
PLACE = domains.Object(
    domains.Members(
        fields={
            "floor": domains.Integer(minimum=-1, maximum=4),
            "shelf": SHELF,
        },
        required=("floor",),
    ),
)
NEW_BOOK = domains.Object(
    domains.Members(
        fields={
            "isbn": ISBN,
            "title": domains.TEXT,
            "languages": domains.List(item=LANGUAGE, unique=True),
        },
        rules=(rules.OneOfRequired(arguments=("isbn", "title")),),
    ),
)
