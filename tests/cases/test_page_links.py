"""What responses in `openapi.json` say of next pages; expectations are written by hand."""

import json

import pytest

from tests.cases.casebook import CASES

WAYS = (
    "numbers",
    "flagged",
    "totalled",
    "counted",
    "offsets",
    "cursors",
    "headers",
    "newest",
    "updates",
    "links",
    "denied",
    "urls",
    "closing",
)
LINKS = {
    "cursors": {
        "query.fields": "$request.query.fields",
        "query.after": "$response.body#/meta/next",
        "query.limit": "$request.query.limit",
    },
    "headers": {"query.after": "$response.header.X-Next"},
}
HEADERS = {"headers": "X-Next", "links": "Link", "denied": "Link", "closing": "X-Last"}


def operation(case, path):
    document = json.loads((CASES / "good" / case / "output" / "openapi.json").read_text())
    (found,) = document["paths"][path].values()
    return found


@pytest.mark.parametrize("name", WAYS)
def test_a_link_and_a_header_tell_the_next_page(name):
    answer = operation("almanac", f"/{name}")["responses"]["200"]
    links = {key: link["parameters"] for key, link in answer.get("links", {}).items()}
    assert links == ({"next": LINKS[name]} if name in LINKS else {})
    assert list(answer.get("headers", {})) == ([HEADERS[name]] if name in HEADERS else [])
