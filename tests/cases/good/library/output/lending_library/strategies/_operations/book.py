# Generated from spec/resources/book.yaml by `make generate`. Do not edit.
"""What the arguments of `book` operations are drawn from."""

from __future__ import annotations

from lending_library._runtime.strategies import domains, rules
from lending_library.strategies import _types as types

LIST = domains.Members(
    fields={
        "q": domains.Text(min_length=2),
        "class": types.GENRE,
        "language": types.LANGUAGE,
        "from": domains.Date(formats=("date",)),
        "to": domains.Date(formats=("date",)),
        "inStock": domains.BOOLEAN,
        "ids": domains.Csv(item=domains.INTEGER, max_items=3),
        "max_price": domains.Number(minimum=0),
        "page": domains.Integer(minimum=1),
        "per_page": domains.Integer(minimum=1, maximum=100),
    },
    rules=(rules.Ordered(first="from", last="to"),),
)

CREATE = domains.Members(
    fields={
        "isbn": types.ISBN,
        "title": domains.Text(min_length=1, max_length=200),
        "subtitle": domains.Nullable(domains.Text(max_length=200)),
        "class": types.GENRE,
        "from": domains.Nullable(domains.Date(formats=("date",))),
        "authors": domains.List(item=types.AUTHOR, min_items=1, unique=True, by="name"),
        "price": domains.Nullable(domains.Number(minimum=0, maximum=1000)),
        "copiesPerBranch": domains.Map(item=domains.Integer(minimum=0)),
        "place": domains.Nullable(types.PLACE),
        "3d": domains.BOOLEAN,
        "notify": domains.BOOLEAN,
        "self": domains.ANYTHING,
    },
    required=("isbn", "title"),
)

GET = domains.Members(
    fields={
        "id": domains.INTEGER,
    },
    required=("id",),
)

REPLACE = domains.Members(
    fields={
        "id": domains.INTEGER,
        "title": domains.Text(min_length=1, max_length=200),
        "subtitle": domains.Nullable(domains.Text(max_length=200)),
        "class": types.GENRE,
        "from": domains.Nullable(domains.Date(formats=("date",))),
        "authors": domains.List(item=types.AUTHOR, min_items=1, unique=True, by="name"),
        "price": domains.Nullable(domains.Number(minimum=0, maximum=1000)),
        "copiesPerBranch": domains.Map(item=domains.Integer(minimum=0)),
        "place": domains.Nullable(types.PLACE),
    },
    required=("id", "title", "class"),
)

CHANGE = domains.Members(
    fields={
        "id": domains.INTEGER,
        "title": domains.Text(min_length=1, max_length=200),
        "subtitle": domains.Nullable(domains.Text(max_length=200)),
        "class": types.GENRE,
        "from": domains.Nullable(domains.Date(formats=("date",))),
        "price": domains.Nullable(domains.Number(minimum=0, maximum=1000)),
        "place": domains.Nullable(types.PLACE),
    },
    required=("id",),
)

DELETE = domains.Members(
    fields={
        "id": domains.INTEGER,
        "reason": domains.Text(max_length=40),
    },
    required=("id",),
)

IMPORT = domains.Members(
    fields={
        "books": domains.List(
            item=types.NEW_BOOK, min_items=1, max_items=100, unique=True, by="isbn"
        ),
        "dryRun": domains.BOOLEAN,
        "operations": domains.List(item=domains.Text(choices=("add", "merge"))),
    },
    required=("books",),
)

COPY = domains.Members(
    fields={
        "id": domains.INTEGER,
        "copy": domains.TEXT,
    },
    required=("id", "copy"),
)

PRICES = domains.Members(
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
