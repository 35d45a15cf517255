# Generated from spec/resources/book.yaml by `make generate`. Do not edit.
"""Operations of `book`."""

from __future__ import annotations

from lending_library._runtime.encoding import wire
from lending_library._runtime.operation import Limit, NumberPages, Operation
from lending_library.operations import _objects

LIST = Operation(
    id="book.list",
    method="GET",
    path="/books",
    effect="read",
    section="Searching",
    encoding="query",
    arguments={
        "q": wire.TEXT,
        "class": wire.TEXT,
        "language": wire.TEXT,
        "from": wire.Date(("date",)),
        "to": wire.Date(("date",)),
        "inStock": wire.BOOLEAN,
        "ids": wire.Csv(wire.INTEGER),
        "max_price": wire.NUMBER,
        "page": wire.INTEGER,
        "per_page": wire.INTEGER,
    },
    renamed={"class_": "class", "from_": "from", "in_stock": "inStock"},
    limits=(
        Limit(group="crowded", requests=5, seconds=1),
        Limit(group="anything", requests=600, seconds=60),
    ),
    pages=NumberPages(page="page", size="per_page", count="pages"),
)

CREATE = Operation(
    id="book.create",
    method="POST",
    path="/books",
    effect="create",
    section="Cataloguing",
    encoding="json",
    arguments={
        "isbn": wire.TEXT,
        "title": wire.TEXT,
        "subtitle": wire.TEXT,
        "class": wire.TEXT,
        "from": wire.Date(("date",)),
        "authors": wire.Array(_objects.AUTHOR),
        "price": wire.NUMBER,
        "copiesPerBranch": wire.Map(wire.INTEGER),
        "place": _objects.PLACE,
        "3d": wire.BOOLEAN,
        "notify": wire.BOOLEAN,
        "self": wire.JSON,
    },
    renamed={
        "class_": "class",
        "from_": "from",
        "copies_per_branch": "copiesPerBranch",
        "_3d": "3d",
        "self_": "self",
    },
    in_query=("notify",),
    limits=(
        Limit(group="crowded", requests=5, seconds=1),
        Limit(group="anything", requests=600, seconds=60),
    ),
)

GET = Operation(
    id="book.get",
    method="GET",
    path="/books/{id}",
    effect="read",
    section="Searching",
    encoding="query",
    arguments={
        "id": wire.INTEGER,
    },
    in_path=("id",),
    limits=(Limit(group="anything", requests=600, seconds=60),),
)

REPLACE = Operation(
    id="book.replace",
    method="PUT",
    path="/books/{id}",
    effect="change",
    section="Cataloguing",
    encoding="json",
    arguments={
        "id": wire.INTEGER,
        "title": wire.TEXT,
        "subtitle": wire.TEXT,
        "class": wire.TEXT,
        "from": wire.Date(("date",)),
        "authors": wire.Array(_objects.AUTHOR),
        "price": wire.NUMBER,
        "copiesPerBranch": wire.Map(wire.INTEGER),
        "place": _objects.PLACE,
    },
    renamed={"class_": "class", "from_": "from", "copies_per_branch": "copiesPerBranch"},
    in_path=("id",),
    limits=(Limit(group="anything", requests=600, seconds=60),),
)

CHANGE = Operation(
    id="book.change",
    method="PATCH",
    path="/books/{id}",
    effect="change",
    section="Cataloguing",
    encoding="json",
    arguments={
        "id": wire.INTEGER,
        "title": wire.TEXT,
        "subtitle": wire.TEXT,
        "class": wire.TEXT,
        "from": wire.Date(("date",)),
        "price": wire.NUMBER,
        "place": _objects.PLACE,
    },
    renamed={"class_": "class", "from_": "from"},
    in_path=("id",),
    limits=(Limit(group="anything", requests=600, seconds=60),),
)

DELETE = Operation(
    id="book.delete",
    method="DELETE",
    path="/books/{id}",
    effect="delete",
    section="Cataloguing",
    encoding="json",
    arguments={
        "id": wire.INTEGER,
        "reason": wire.TEXT,
    },
    in_path=("id",),
    limits=(Limit(group="anything", requests=600, seconds=60),),
)

IMPORT = Operation(
    id="book.import",
    method="POST",
    path="/books/import",
    effect="create",
    section="Cataloguing",
    encoding="json",
    arguments={
        "books": wire.Array(_objects.NEW_BOOK),
        "dryRun": wire.BOOLEAN,
        "operations": wire.Array(wire.TEXT),
    },
    renamed={"dry_run": "dryRun", "operations_": "operations"},
    limits=(Limit(group="anything", requests=600, seconds=60),),
)

COPY = Operation(
    id="book.copy",
    method="GET",
    path="/books/{id}/copies/{copy}",
    effect="read",
    section="Searching",
    encoding="query",
    arguments={
        "id": wire.INTEGER,
        "copy": wire.TEXT,
    },
    in_path=("id", "copy"),
    limits=(Limit(group="anything", requests=600, seconds=60),),
)

PRICES = Operation(
    id="book.prices",
    method="GET",
    path="/books/prices",
    effect="read",
    section="Searching",
    encoding="query",
    arguments={},
    limits=(Limit(group="anything", requests=600, seconds=60),),
)


OPERATIONS = {
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
"""Operation id -> operation."""
