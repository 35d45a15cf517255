"""What `openapi.json` says of pages; expectations are written by hand from the specs."""

import json

import pytest

from tests.cases.casebook import CASES

SIZE = {"in": "query", "name": "per_page"}
LIMIT = {"in": "query", "name": "limit"}
PAGE = {"in": "query", "name": "page"}
AFTER = {"in": "query", "name": "after"}
EXPECTED = {
    "numbers": {
        "by": "page",
        "arguments": {"page": PAGE, "size": SIZE},
        "keys": {"items": ""},
        "first": 1,
        "ends": ["short_page", "no_items"],
    },
    "flagged": {
        "by": "page",
        "arguments": {"page": PAGE},
        "keys": {"items": "data", "more": "has_more"},
        "first": 0,
        "ends": ["not_more", "no_items"],
    },
    "totalled": {
        "by": "page",
        "arguments": {"page": PAGE, "size": SIZE},
        "keys": {"items": "result.records", "total": "meta.total"},
        "first": 1,
        "ends": ["total", "no_items"],
    },
    "counted": {
        "by": "page",
        "arguments": {"page": PAGE, "size": SIZE},
        "keys": {"items": "records", "pages": "pages"},
        "first": 1,
        "ends": ["last_page"],
    },
    "offsets": {
        "by": "offset",
        "arguments": {"offset": {"in": "query", "name": "start"}, "size": LIMIT},
        "keys": {"items": "records", "total": "total"},
        "ends": ["total", "no_items"],
    },
    "cursors": {
        "by": "cursor",
        "arguments": {"cursor": AFTER, "size": LIMIT},
        "keys": {"items": "result.records", "next": "meta.next"},
        "ends": ["no_next"],
    },
    "headers": {
        "by": "cursor",
        "arguments": {"cursor": AFTER},
        "keys": {"items": "", "next": {"header": "X-Next"}},
        "ends": ["no_next"],
    },
    "newest": {
        "by": "last_item",
        "arguments": {
            "cursor": {"in": "query", "name": "starting_after"},
            "before": {"in": "query", "name": "ending_before"},
            "size": LIMIT,
        },
        "keys": {"items": "data", "item": "id", "more": "has_more"},
        "ends": ["not_more", "no_items"],
    },
    "updates": {
        "by": "last_item",
        "arguments": {"cursor": {"in": "query", "name": "offset"}},
        "keys": {"items": "result", "item": "number"},
        "plus": 1,
        "ends": ["no_items"],
    },
    "links": {
        "by": "link",
        "arguments": {"page": PAGE, "size": SIZE},
        "keys": {"items": "", "next": {"header": "Link", "rel": "next"}},
        "first": 1,
        "ends": ["no_next"],
    },
    "urls": {
        "by": "url",
        "arguments": {"offset": {"in": "query", "name": "start"}, "size": SIZE},
        "keys": {"items": "data", "next": "paging.next", "previous": "paging.previous"},
        "ends": ["no_next"],
    },
}
LINKS = {
    "cursors": {
        "query.after": "$response.body#/meta/next",
        "query.limit": "$request.query.limit",
    },
    "headers": {"query.after": "$response.header.X-Next"},
}
HEADERS = {"headers": "X-Next", "links": "Link"}


def operation(case, path):
    document = json.loads((CASES / "good" / case / "output" / "openapi.json").read_text())
    (found,) = document["paths"][path].values()
    return found


@pytest.mark.parametrize("name", EXPECTED)
def test_each_scheme_is_an_extension(name):
    assert operation("almanac", f"/{name}")["x-paging"] == EXPECTED[name]


@pytest.mark.parametrize("name", EXPECTED)
def test_a_link_and_a_header_tell_the_next_page(name):
    answer = operation("almanac", f"/{name}")["responses"]["200"]
    links = {key: link["parameters"] for key, link in answer.get("links", {}).items()}
    assert links == ({"next": LINKS[name]} if name in LINKS else {})
    assert list(answer.get("headers", {})) == ([HEADERS[name]] if name in HEADERS else [])


def test_a_key_to_unwrap_is_part_of_items():
    by = operation("archive", "/v2/documents")["x-paging"]
    assert by["keys"]["items"] == "data.found.documents"


def test_what_has_no_pages_says_nothing():
    document = json.loads((CASES / "good/tram/output/openapi.json").read_text())
    said = [each for item in document["paths"].values() for each in item.values()]
    assert said
    assert not any("x-paging" in each for each in said)
