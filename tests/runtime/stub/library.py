"""A small API, made by hand: a library with books (forms, only POST) and shelves (JSON, verbs)."""

import json
from typing import Any

from apiscribe.runtime.config import ApiConfig
from apiscribe.runtime.encoding.wire import BOOLEAN, INTEGER, JSON, TEXT, Array, Csv, File, Object
from apiscribe.runtime.envelope import Envelope, KeyMark
from apiscribe.runtime.operation import Limit, Operation
from apiscribe.runtime.semantics.predicates import is_encodable
from apiscribe.runtime.stub import Answered, CommonArgument, ErrorShape, StubApi, StubServer, main
from apiscribe.runtime.validation import messages
from apiscribe.runtime.validation.validate import OperationChecks

PERSON = Object({"name": TEXT, "born": INTEGER, "books": Csv(TEXT)})


def text(most=300, *, secret=False):
    def check(value, path, found):
        if not isinstance(value, str):
            messages.wrong_type(value, path, found, "text", secret=secret)
        elif not is_encodable(value):
            messages.unencodable(value, path, found)
        elif len(value) > most:
            messages.too_long(value, path, found, most, secret=secret)

    return check


def whole(value, path, found):
    if type(value) is not int:
        messages.wrong_type(value, path, found, "a whole number")


def person(value, path, found):
    if not isinstance(value, dict) or not isinstance(value.get("born", 0), int):
        messages.wrong_type(value, path, found, "a person")


def people(value, path, found):
    for index, each in enumerate(value):
        person(each, f"{path}[{index}]", found)


def anything(value, path, found):
    pass


def png(value, path, found):
    if not value.content.startswith(b"\x89PNG"):
        messages.bad_file(path, found, "the content is not a PNG image")


def operation(id, path, effect, arguments, **more):
    more = {"method": "POST", "section": id.replace(".", " ").title(), **more}
    return Operation(id=id, path=path, effect=effect, arguments=arguments, **more)


QUERY = {"method": "GET", "encoding": "query"}

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
            "author": PERSON,
            "readers": Array(PERSON),
            "notes": JSON,
            "pin": TEXT,
            "odd[name]": TEXT,
        },
        aliases=("/v1/book/new",),
        sensitive=frozenset({"pin"}),
        limits=(Limit(group="per_second", requests=1, seconds=1),),
    ),
    operation("book.list", "/v1/book/list", "read", {"page_size": INTEGER}),
    operation(
        "book.cover",
        "/v1/book/cover",
        "change",
        {"id": TEXT, "image": File("png", "image/png")},
        encoding="multipart",
    ),
    operation("book.burn", "/v1/book/burn", "delete", {"id": TEXT}),
    operation("shelf.list", "/v2/shelves", "read", {"room": TEXT}, in_query=("room",), **QUERY),
    operation(
        "shelf.add", "/v2/shelves", "create", {"room": TEXT, "boards": INTEGER}, encoding="json"
    ),
    operation("shelf.get", "/v2/shelves/{id}", "read", {"id": TEXT}, in_path=("id",), **QUERY),
    operation("shelf.all", "/v2/shelves/all", "read", {}, **QUERY),
    operation(
        "shelf.anything",
        "/v2/shelves/{id}/{kind}",
        "read",
        {"id": TEXT, "kind": TEXT},
        in_path=("id", "kind"),
        **QUERY,
    ),
    operation(
        "shelf.label",
        "/v2/shelves/{id}/label.{kind}",
        "read",
        {"id": INTEGER, "kind": TEXT},
        in_path=("id", "kind"),
        **QUERY,
    ),
    operation(
        "shelf.board", "/v2/shelves/{id}/board", "read", {"id": TEXT}, in_path=("id",), **QUERY
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
            "author": person,
            "readers": people,
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
    "shelf.get": OperationChecks(section="Shelves", fields={"id": text(5)}),
    "shelf.all": OperationChecks(section="Shelves", fields={}),
    "shelf.anything": OperationChecks(section="Shelves", fields={"id": text(), "kind": text()}),
    "shelf.label": OperationChecks(section="Shelves", fields={"id": whole, "kind": text()}),
    "shelf.board": OperationChecks(section="Shelves", fields={"id": text()}),
}

UNANSWERED = "shelf.board"
ANSWERS = {
    each.id: json.dumps({"answer of": each.id}).encode()
    for each in OPERATIONS
    if each.id != UNANSWERED
}


def checks(id):
    """There are none for `book.burn`: that is a bug, and the stub has to live with it."""
    return CHECKS[id]


def described(each):
    """An operation in the OpenAPI document."""
    required = CHECKS[each.id].required if each.id in CHECKS else ()
    schemas = {
        name: {
            "type": "integer" if wire is INTEGER else "string",
            "description": f"The {name}.",
        }
        for name, wire in each.arguments.items()
    }
    sent: dict[str, Any]
    if each.encoding == "query":
        parameters = [{"name": name, "schema": schema} for name, schema in schemas.items()]
        sent = {"parameters": parameters}
    else:
        schema = {"type": "object", "properties": schemas, "required": list(required)}
        sent = {"requestBody": {"content": {"any/kind": {"schema": schema}}}}
    return {"operationId": each.id, "summary": f"Does {each.id}."} | sent


PATHS: dict[str, dict[str, object]] = {}
for each in OPERATIONS:
    PATHS.setdefault(each.path, {})[each.method.lower()] = described(each)

CODES = {
    "credentials_missing": 1,
    "credentials_refused": 2,
    "arguments_refused": 3,
    "malformed": 4,
    "too_large": 5,
    "unknown_path": 6,
    "method_not_allowed": 7,
}
ENVELOPE = Envelope(
    marks=(KeyMark(key="failed"),), codes=("error.code",), messages=("error.message",)
)
CONFIG = ApiConfig(
    title="Library",
    package="library_v1",
    distribution="library-v1",
    version="0.1.0",
    base_url="https://library.example",
    environment_prefix="LIBRARY",
    credentials=("key", "secret"),
    envelope=ENVELOPE,
    errors=dict,
    checks=checks,
)
API = StubApi(
    title="Library",
    operations=OPERATIONS,
    checks=checks,
    answers=ANSWERS,
    envelope=ErrorShape(
        envelope=ENVELOPE,
        status=200,
        faults={fault: Answered(code=code) for fault, code in CODES.items()},
        known={
            CODES["too_large"]: Answered(code=CODES["too_large"], status=413),
            CODES["credentials_refused"]: Answered(
                code=CODES["credentials_refused"], message="Key and secret do not match."
            ),
            CODES["arguments_refused"]: Answered(
                code=CODES["arguments_refused"], message="Something is wrong."
            ),
        },
    ),
    config=CONFIG,
    openapi=json.dumps(
        {
            "openapi": "3.1.0",
            "info": {"title": "Library", "version": "v1", "summary": "Books and shelves."},
            "paths": PATHS,
        }
    ).encode(),
    credentials=("key", "secret"),
    common={"format": CommonArgument(choices=("JSON", "XML"), case_insensitive=True)},
)


class LibraryStub(StubServer):
    """As the generated package would define it."""

    api = API


if __name__ == "__main__":
    main(API)
