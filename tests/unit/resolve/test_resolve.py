"""Resolving objects, operations and what is around them."""

import pytest
from msgspec.structs import replace

from apiscribe.model import Exclusive, NumberPaging, TokenPaging
from apiscribe.runtime.pages import UrlPages
from tests.cases.casebook import BASE
from tests.unit.specs import OPERATION, compiled, extra, using


def test_an_object_begins_with_what_it_extends() -> None:
    api = compiled(
        {
            "types/extra.yaml": """
                objects:
                  Three:
                    doc: C.
                    extends: Two
                    fields: {c: {type: text, optional: true, doc: C.}}
                  Two:
                    doc: B.
                    extends: One
                    fields: {b: {type: text, optional: true, doc: B.}}
                  One:
                    doc: A.
                    shorthand: a
                    fields:
                      a: {type: text, doc: A.}
                      z: {type: text, optional: true, doc: Z.}
                    rules:
                      - {rule: exclusive, arguments: [a, z]}
                """,
            **using("Three"),
        }
    )

    three = api.objects["Three"]
    assert [field.name for field in three.fields] == ["a", "z", "b", "c"]
    assert three.rules == (Exclusive(arguments=("a", "z")),)
    assert three.shorthand == "a"
    assert three.module == "extra"


def test_an_object_knows_whether_requests_or_answers_hold_it() -> None:
    objects = compiled().objects

    used = {name: sorted(each.used_in) for name, each in objects.items()}
    assert used == {
        "Nest": ["request", "response"],
        "Bird": ["response"],
        "Page": [],
        "BirdList": ["response"],
    }


def test_arguments_travel_where_the_encoding_or_the_path_says() -> None:
    keys = """
        method: GET
        encoding: query
        arguments:
          id: {type: bird_id, required: true, doc: A.}
          a: {type: text, doc: B.}
        """
    operation = extra(keys, path="/v2/extra/{id}")

    assert {a.name: a.location for a in operation.arguments} == {"id": "path", "a": "query"}


def test_an_argument_of_a_body_may_travel_in_the_query() -> None:
    operation = extra("arguments: {a: {type: text, in: query, doc: A.}, b: {type: text, doc: B.}}")

    assert {a.name: a.location for a in operation.arguments} == {"a": "query", "b": "body"}


@pytest.mark.parametrize("method", ["GET", "HEAD", "DELETE"])
def test_a_method_without_a_body_has_a_query(method: str) -> None:
    operation = extra(
        f"""
        method: {method}
        arguments:
          why: {{type: text, doc: Why.}}
        """
    )
    (argument,) = operation.arguments
    assert (operation.encoding, argument.location) == ("query", "query")


def test_a_delete_has_a_body_where_it_says_so() -> None:
    operation = extra(
        """
        method: DELETE
        encoding: json
        arguments:
          why: {type: text, doc: Why.}
        """
    )
    (argument,) = operation.arguments
    assert (operation.encoding, argument.location) == ("json", "body")


def test_a_form_with_a_file_is_of_several_parts() -> None:
    operation = extra(
        """
        arguments:
          picture: {type: file, media_type: image/png, extensions: [png], magic: "8950", doc: A.}
        """
    )

    assert operation.encoding == "multipart"
    assert extra("arguments: {}").encoding == "form"


def test_what_an_operation_does_not_say_comes_from_around_it() -> None:
    operation = extra("arguments: {}")

    assert operation.section == "Extra"
    assert operation.method == "POST"
    assert operation.returns is None
    assert operation.examples == ()


def test_examples_are_found_by_name() -> None:
    api = compiled({"examples/bird/add.curl.json": '{"name": "Polly"}'})
    add = next(o for o in api.operations if o.id == "bird.add")

    found = [(e.kind, e.path) for e in add.examples]
    assert found == [
        ("curl", "examples/bird/add.curl.json"),
        ("response", "examples/bird/add.response.json"),
    ]


PAGED = {
    "resources/extra.yaml": """
        resource: extra
        section: Extra
        summary: Extra.
        operations:
          numbered:
            path: /v2/extra/numbered
            effect: read
            summary: A.
            arguments: {paging: group}
            returns: Counted
            paging: {by: number, items: birds}
          by_token:
            path: /v2/extra/by_token
            effect: read
            summary: B.
            arguments: {next: {type: text, doc: A.}}
            returns: Next
            paging: {by: token, items: birds}
          by_sized_token:
            path: /v2/extra/by_sized_token
            effect: read
            summary: C.
            arguments: {next: {type: text, doc: A.}, size: {type: integer, doc: B.}}
            returns: Next
            paging: {by: token, items: birds}
        """,
    "types/extra.yaml": """
        objects:
          Counted:
            doc: A.
            extends: BirdList
            fields: {birds_total: {type: integer, doc: A.}}
          Next:
            doc: B.
            fields:
              next: {type: text, doc: A.}
              birds: {type: list, of: Bird, doc: B.}
        """,
    "examples/extra/numbered.response.json": '{"pages":1,"birds":[],"birds_total":0}',
    "examples/extra/by_token.response.json": '{"next": "", "birds": []}',
    "examples/extra/by_sized_token.response.json": '{"next": "", "birds": []}',
}


def test_paging_has_the_names_that_the_operation_has() -> None:
    api = compiled(PAGED)

    paging = {o.id: o.paging for o in api.operations if o.paging}
    number = {"items": "birds", "page": "page", "size": "size", "count": "pages"}
    unsized = TokenPaging(items="birds", token="next", size=None, count=None, lifetime=None)
    assert paging == {
        "bird.list": NumberPaging(**number, total=None),
        "extra.numbered": NumberPaging(**number, total="birds_total"),
        "extra.by_token": unsized,
        "extra.by_sized_token": replace(unsized, size="size"),
    }


def test_addresses_of_pages_may_hold_a_cursor() -> None:
    scheme = "\npaging:\n  marks: {by: url, next: next, cursor: next}\n"
    operations = PAGED["resources/extra.yaml"].replace("{by: token", "{by: marks", 1)
    changed = {
        "api.yaml": (BASE / "api.yaml").read_text().replace("\npaging:\n", scheme),
        "resources/extra.yaml": operations,
    }
    [paging] = [o.paging for o in compiled(PAGED | changed).operations if o.name == "by_token"]

    assert isinstance(paging, UrlPages)
    assert (paging.cursor, paging.page, paging.offset) == ("next", "", "")


def test_resources_come_in_the_order_of_the_api() -> None:
    api_yaml = (BASE / "api.yaml").read_text()
    ordered = api_yaml.replace("method: POST", "method: POST\nresources: [zebra, bird, ant]")
    files = {
        f"resources/{name}.yaml": OPERATION.replace("extra", name) for name in ("ant", "zebra")
    }

    alphabetical = [resource.name for resource in compiled(files).resources]
    as_listed = [resource.name for resource in compiled({**files, "api.yaml": ordered}).resources]

    assert alphabetical == ["ant", "bird", "zebra"]
    assert as_listed == ["zebra", "bird", "ant"]
