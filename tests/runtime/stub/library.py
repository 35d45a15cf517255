"""A small API, made by hand: a library with books (forms, POST only) and shelves (JSON, verbs)."""

import json
import sys

from generator.runtime import reports
from generator.runtime.operation import Limit, Operation
from generator.runtime.stub import CommonArgument, ErrorShape, StubApi, StubServer, main
from generator.runtime.validation import OperationChecks
from generator.runtime.wire import (
    BOOLEAN,
    FILE,
    INTEGER,
    JSON,
    TEXT,
    Array,
    Csv,
    Object,
)

AUTHOR = Object({"name": TEXT, "born": INTEGER})


def text(most=300, *, secret=False):
    def check(value, path, found):
        if not isinstance(value, str):
            reports.wrong_type(value, path, found, "text", secret=secret)
        elif "\0" in value:
            reports.unsound(value, path, found)
        elif len(value) > most:
            reports.too_long(value, path, found, most, secret=secret)

    return check


def whole(value, path, found):
    if type(value) is not int:
        reports.wrong_type(value, path, found, "a whole number")


def anything(value, path, found):
    pass


def png(value, path, found):
    if not value.content.startswith(b"\x89PNG"):
        reports.bad_file(path, found, "the content is not a PNG image")


def operation(id, path, effect, arguments, **more):
    more = {"method": "POST", "section": id.title(), **more}
    return Operation(id=id, path=path, effect=effect, arguments=arguments, **more)


OPERATIONS = (
    operation(
        "book.add",
        "/v1/book/add",
        "create",
        {
            "title": TEXT,
            "pages": INTEGER,
            "lent": BOOLEAN,
            "tags": Csv(TEXT),
            "author": AUTHOR,
            "chapters": Array(AUTHOR),
            "notes": JSON,
            "pin": TEXT,
            "odd[name]": TEXT,
        },
        aliases=("/v1/book/new",),
        sensitive=frozenset({"pin"}),
        limits=(Limit(group="per_second", requests=1, seconds=1),),
    ),
    operation("book.list", "/v1/book/list", "read", {"page_size": INTEGER}),
    operation("book.cover", "/v1/book/cover", "change", {"id": TEXT, "image": FILE}, encoding="multipart"),
    operation("book.burn", "/v1/book/burn", "delete", {"id": TEXT}),
    operation("shelf.list", "/v2/shelves", "read", {"room": TEXT}, method="GET", encoding="query", in_query=("room",)),
    operation("shelf.add", "/v2/shelves", "create", {"room": TEXT, "boards": INTEGER}, encoding="json"),
    operation("shelf.get", "/v2/shelves/{id}", "read", {"id": INTEGER}, method="GET", encoding="query", in_path=("id",)),
    operation("shelf.all", "/v2/shelves/all", "read", {}, method="GET", encoding="query"),
    operation(
        "shelf.label", "/v2/shelves/{id}/{kind}.json", "read", {"id": INTEGER, "kind": TEXT},
        method="GET", encoding="query", in_path=("id", "kind"),
    ),
)

CHECKS = {
    "book.add": OperationChecks(
        section="Add A Book",
        fields={
            "title": text(20),
            "pages": whole,
            "lent": anything,
            "tags": anything,
            "author": anything,
            "chapters": anything,
            "notes": anything,
            "pin": text(4, secret=True),
            "odd[name]": text(),
        },
        required=("title",),
    ),
    "book.list": OperationChecks(section="List Books", fields={"page_size": whole}),
    "book.cover": OperationChecks(
        section="Change A Cover", fields={"id": text(), "image": png}, required=("id", "image")
    ),
    "shelf.list": OperationChecks(section="Shelves", fields={"room": text(10)}),
    "shelf.add": OperationChecks(
        section="Shelves", fields={"room": text(10), "boards": whole}, required=("room",)
    ),
    "shelf.get": OperationChecks(section="Shelves", fields={"id": whole}, required=("id",)),
    "shelf.all": OperationChecks(section="Shelves", fields={}),
    "shelf.label": OperationChecks(section="Shelves", fields={"id": whole, "kind": text()}),
}


def checks(id):
    """There are none for `book.burn`: a stub with a bug."""
    return CHECKS[id]


ANSWERS = {
    op.id: json.dumps({"answer_of": op.id}).encode() for op in OPERATIONS if op.id != "shelf.label"
}


def openapi():
    def described(op):
        properties = {name: {"type": "string"} for name in op.arguments}
        return {"operationId": op.id, "summary": f"Does {op.id}.", "properties": properties}

    return json.dumps({"openapi": "3.1.0", "paths": {op.path: described(op) for op in OPERATIONS}})


API = StubApi(
    title="Library",
    operations=OPERATIONS,
    checks=checks,
    answers=ANSWERS,
    envelope=ErrorShape(
        code="error.code",
        message="error.message",
        status=200,
        faults={
            "credentials_missing": 1,
            "credentials_refused": 2,
            "arguments_refused": 3,
            "malformed": 4,
            "too_large": 5,
            "unknown_path": 6,
            "method_not_allowed": 7,
        },
        statuses={5: 413},
        messages={2: "Key and secret do not match.", 3: "Something is wrong."},
    ),
    openapi=openapi().encode(),
    credentials=("key", "secret"),
    common={"format": CommonArgument(choices=("JSON", "XML"), case_insensitive=True)},
)


class LibraryStub(StubServer):
    api = API


if __name__ == "__main__":
    main(API, sys.argv[1:])
