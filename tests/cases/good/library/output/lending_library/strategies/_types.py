# Generated from spec/types/ by `make generate`. Do not edit.
"""What values of the named types are drawn from."""

from __future__ import annotations

from lending_library import lists
from lending_library._runtime.strategies import kinds, rules

ISBN = kinds.Text(pattern="97[89][0-9]{10}")
GENRE = kinds.Text(choices=("novel", "essay", "verse"))
LANGUAGE = kinds.Text(listed=lists.LANGUAGES)
AUTHOR = kinds.Object(
    kinds.Members(
        fields={
            "name": kinds.Text(min_length=1),
            "born": kinds.Nullable(kinds.INTEGER),
        },
        required=("name",),
    ),
)
SHELF: kinds.Object = kinds.Object(
    kinds.Members(
        fields={
            "label": kinds.Text(characters="A-Z0-9"),
            "built": kinds.Date(formats=("utc",)),
            "inner": kinds.List(item=kinds.Deferred(lambda: SHELF)),
            "parent": kinds.Nullable(kinds.Deferred(lambda: SHELF)),
        },
        required=("label",),
    ),
)
PLACE = kinds.Object(
    kinds.Members(
        fields={
            "floor": kinds.Integer(minimum=-1, maximum=4),
            "shelf": SHELF,
        },
        required=("floor",),
    ),
)
NEW_BOOK = kinds.Object(
    kinds.Members(
        fields={
            "isbn": ISBN,
            "title": kinds.TEXT,
            "languages": kinds.List(item=LANGUAGE, unique=True),
        },
        rules=(rules.OneOfRequired(arguments=("isbn", "title")),),
    ),
)
