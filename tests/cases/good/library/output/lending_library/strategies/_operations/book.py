# Generated from spec/resources/book.yaml by `make generate`. Do not edit.
"""What the arguments of `book` operations are drawn from."""

from __future__ import annotations

from lending_library._runtime.strategies import kinds, rules
from lending_library.strategies import _types as types

LIST = kinds.Members(
    fields={
        "q": kinds.Text(min_length=2),
        "class": types.GENRE,
        "language": types.LANGUAGE,
        "from": kinds.Date(formats=("date",)),
        "to": kinds.Date(formats=("date",)),
        "inStock": kinds.BOOLEAN,
        "ids": kinds.Csv(item=kinds.INTEGER, max_items=3),
        "max_price": kinds.Number(minimum=0),
        "page": kinds.Integer(minimum=1),
        "per_page": kinds.Integer(minimum=1, maximum=100),
    },
    rules=(rules.Ordered(first="from", last="to"),),
)

CREATE = kinds.Members(
    fields={
        "isbn": types.ISBN,
        "title": kinds.Text(min_length=1, max_length=200),
        "subtitle": kinds.Nullable(kinds.Text(max_length=200)),
        "class": types.GENRE,
        "from": kinds.Nullable(kinds.Date(formats=("date",))),
        "authors": kinds.List(item=types.AUTHOR, min_items=1, unique=True, by="name"),
        "price": kinds.Nullable(kinds.Number(minimum=0, maximum=1000)),
        "copiesPerBranch": kinds.Map(item=kinds.Integer(minimum=0)),
        "place": kinds.Nullable(types.PLACE),
        "3d": kinds.BOOLEAN,
        "notify": kinds.BOOLEAN,
        "self": kinds.ANYTHING,
    },
    required=("isbn", "title"),
)

GET = kinds.Members(
    fields={
        "id": kinds.INTEGER,
    },
    required=("id",),
)

REPLACE = kinds.Members(
    fields={
        "id": kinds.INTEGER,
        "title": kinds.Text(min_length=1, max_length=200),
        "subtitle": kinds.Nullable(kinds.Text(max_length=200)),
        "class": types.GENRE,
        "from": kinds.Nullable(kinds.Date(formats=("date",))),
        "authors": kinds.List(item=types.AUTHOR, min_items=1, unique=True, by="name"),
        "price": kinds.Nullable(kinds.Number(minimum=0, maximum=1000)),
        "copiesPerBranch": kinds.Map(item=kinds.Integer(minimum=0)),
        "place": kinds.Nullable(types.PLACE),
    },
    required=("id", "title", "class"),
)

CHANGE = kinds.Members(
    fields={
        "id": kinds.INTEGER,
        "title": kinds.Text(min_length=1, max_length=200),
        "subtitle": kinds.Nullable(kinds.Text(max_length=200)),
        "class": types.GENRE,
        "from": kinds.Nullable(kinds.Date(formats=("date",))),
        "price": kinds.Nullable(kinds.Number(minimum=0, maximum=1000)),
        "place": kinds.Nullable(types.PLACE),
    },
    required=("id",),
)

DELETE = kinds.Members(
    fields={
        "id": kinds.INTEGER,
        "reason": kinds.Text(max_length=40),
    },
    required=("id",),
)

IMPORT = kinds.Members(
    fields={
        "books": kinds.List(
            item=types.NEW_BOOK, min_items=1, max_items=100, unique=True, by="isbn"
        ),
        "dryRun": kinds.BOOLEAN,
        "operations": kinds.List(item=kinds.Text(choices=("add", "merge"))),
    },
    required=("books",),
)

COPY = kinds.Members(
    fields={
        "id": kinds.INTEGER,
        "copy": kinds.TEXT,
    },
    required=("id", "copy"),
)

PRICES = kinds.Members(
    fields={},
)

MEMBERS = {
    "book.list": LIST,
    "book.create": CREATE,
    "book.get": GET,
    "book.replace": REPLACE,
    "book.change": CHANGE,
    "book.delete": DELETE,
    "book.import": IMPORT,
    "book.copy": COPY,
    "book.prices": PRICES,
}
"""Operation id -> its arguments."""
