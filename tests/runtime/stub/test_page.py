"""The page's files: served to everybody, under a strict policy, and nothing beside them."""

import json

import pytest
from msgspec.structs import replace

from apiscribe.runtime.stub.page.openapi import OpenApiDocument
from tests.runtime.stub.library import API, OPERATIONS, LibraryStub


def policy(reply):
    parts = reply.headers["content-security-policy"].split("; ")
    return {
        name: set(values.split()) for name, _, values in (each.partition(" ") for each in parts)
    }


@pytest.mark.parametrize("path", ["/", "/_stub/"])
def test_the_page_may_use_the_stub_and_nothing_else(call, path):
    reply = call(path, "GET")

    assert reply.headers["content-type"] == "text/html; charset=utf-8"
    assert policy(reply) == {
        "default-src": {"'none'"},
        "script-src": {"'self'"},
        "style-src": {"'self'"},
        "img-src": {"'self'"},
        "connect-src": {"'self'"},
        "base-uri": {"'none'"},
        "form-action": {"'none'"},
        "frame-ancestors": {"'none'"},
        "require-trusted-types-for": {"'script'"},
    }
    assert b"Library" not in reply.body


def test_a_file_is_what_its_name_says(call):
    for name, kind in (
        ("app.js", "text/javascript"),
        ("base.css", "text/css"),
        ("icon.svg", "image/"),
    ):
        reply = call(f"/_stub/page/{name}", "GET")
        assert reply.status == 200
        assert reply.headers["content-type"].startswith(kind)
        assert reply.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "name", ["", "none.js", "../assets.py", "..%2fassets.py", "files", "/etc/passwd", "app.js/"]
)
def test_nothing_but_its_files_is_served(call, name):
    assert call(f"/_stub/page/{name}", "GET").status == 404


def test_files_are_for_looking_at(call):
    assert call("/", "POST").fault == "method_not_allowed"
    assert call("/_stub/page/app.js", "POST").status == 404
    assert call("/", "HEAD").status == 200


def test_an_api_may_have_the_first_path_itself(call_stub):
    class Taken(LibraryStub):
        api = replace(API, operations=(*OPERATIONS[1:], replace(OPERATIONS[0], path="/")))

    call = call_stub(Taken)

    assert call.form("/", title="t").operation == OPERATIONS[0].id
    assert b"<!doctype html>" in call("/_stub/", "GET").body


def test_swagger_ui_is_of_the_stub_alone(call):
    reply = call("/_stub/swagger/", "GET")

    assert reply.status == 200
    assert policy(reply)["script-src"] == policy(reply)["connect-src"] == {"'self'"}
    assert call("/_stub/swagger/swagger-ui-bundle.js", "GET").status == 200
    assert call("/_stub/swagger/openapi.json", "GET").body == API.openapi
    assert call("/_stub/swagger/../swagger.py", "GET").status == 404


def test_without_the_extra_it_says_what_to_install(call, monkeypatch):
    from apiscribe.runtime.stub.page import swagger

    monkeypatch.setattr(swagger, "_DISTRIBUTION", "no-such-distribution")
    swagger._folder.cache_clear()
    try:
        reply = call("/_stub/swagger/", "GET")
        told = call("/_stub/operations", "GET").content["swagger"]
    finally:
        swagger._folder.cache_clear()

    assert reply.status == 404
    assert b"pip install 'library-v1[swagger]'" in reply.body
    assert told == {"at": None, "install": "library-v1[swagger]"}


def test_references_are_followed_and_end():
    document = OpenApiDocument(
        json.dumps(
            {
                "paths": {
                    "/": {
                        "get": {
                            "operationId": "a",
                            "parameters": [{"$ref": "#/components/parameters/x~1y"}],
                        }
                    }
                },
                "components": {
                    "parameters": {
                        "x/y": {"name": "x", "required": True, "schema": {"$ref": "#/$defs/X"}}
                    }
                },
                "$defs": {
                    "X": {
                        "type": "object",
                        "properties": {"inner": {"$ref": "#/$defs/X"}, "n": {"type": "integer"}},
                    },
                    "Loop": {"$ref": "#/$defs/Loop"},
                },
            }
        ).encode()
    )

    argument = document.operation("a").arguments["x"]

    depth, schema = 0, argument.schema
    while schema:
        assert schema["properties"]["n"] == {"type": "integer"}
        depth, schema = depth + 1, schema["properties"]["inner"]
    assert (argument.required, depth) == (True, 5)
    assert document._resolved({"$ref": "#/$defs/Loop"}) == {}


@pytest.mark.parametrize(
    "openapi",
    [b"{}", b"[]", b"null", b'{"paths": []}', b'{"paths": {"/": null}, "info": 1, "tags": 3}'],
)
def test_a_document_of_another_shape_leaves_forms_bare(call_stub, openapi):
    class Other(LibraryStub):
        api = replace(API, openapi=openapi)

    call = call_stub(Other)

    overview = call("/_stub/operations", "GET").content
    assert sum(len(each["operations"]) for each in overview["resources"]) == len(OPERATIONS)
    form = call(f"/_stub/operations/{OPERATIONS[0].id}", "GET").content
    assert [each["name"] for each in form["arguments"]] == list(OPERATIONS[0].arguments)
