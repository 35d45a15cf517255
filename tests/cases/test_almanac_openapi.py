"""What the almanac's document says of walks."""

import json

from openapi_spec_validator import validate as validate_openapi

from tests.cases.almanac_walks import OPENAPI, WAYS

BESIDE = ("add", "handed_on", "from_place", "happenings", "backwards", "ending")


def test_its_openapi_is_valid():
    document = json.loads(OPENAPI.read_text())
    validate_openapi(document)
    assert len(document["paths"]) == len([*WAYS, *BESIDE])


def test_its_openapi_says_how_to_walk():
    size = {"size": "per_page"}
    limit = {"size": "limit"}
    items = {"items": "result.records"}
    endless = {"next": "paging.next", "offset": "start", "until_empty": True}
    urls = {"next": "paging.next", "previous": "paging.previous", "offset": "start"}
    newest: dict[str, object] = {
        "cursor": "starting_after",
        "before": "ending_before",
        "item": "id",
    }
    newest |= {"begins": ["around", "since"]}
    both = {"cursor": "max_id", "before": "min_id"}
    paths = json.loads(OPENAPI.read_text())["paths"]
    lists = {path[1:]: item["get"] for path, item in paths.items() if "get" in item}
    continued = ("handed/on", "onward/from/{place}")
    assert [path for path, each in lists.items() if "x-paging" not in each] == [*continued]

    assert {path: each["x-paging"] for path, each in lists.items() if path not in continued} == {
        "numbers": {"by": "page", "page": "page", **size},
        "flagged": {"by": "page", "page": "page", "first": 0, "more": "has_more", "items": "data"},
        "streamed": {
            "by": "cursor",
            "cursor": "after",
            "next": "after_cursor",
            "end": "end_of_stream",
            **limit,
            "items": "records",
        },
        "closing": {"by": "page", "page": "page", "end_header": "X-Last", "default_size": 2},
        "totalled": {"by": "page", "page": "page", **size, "total": "meta.total", **items},
        "counted": {"by": "page", "page": "page", **size, "pages": "pages", "items": "records"},
        "offsets": {
            "by": "offset",
            "offset": "start",
            **limit,
            "total": "total",
            "items": "records",
        },
        "cursors": {"by": "cursor", "cursor": "after", "next": "meta.next", **limit, **items},
        "backwards": {
            "by": "first_item",
            "cursor": "before_id",
            "after": "after_id",
            "item": "id",
            "more": "has_more",
            **limit,
            "items": "data",
        },
        "ending": {
            "by": "first_item",
            "cursor": "end",
            "item": "number",
            "plus": -1,
            "until_short": True,
            **limit,
        },
        "headers": {"by": "cursor", "cursor": "after", "next_header": "X-Next"},
        "paired": {
            "by": "cursor",
            "cursor": "after",
            "next": "next.after",
            "along": {"age": "next.epoch"},
            "along_headers": {"mark": "X-Mark"},
            **limit,
            "items": "records",
        },
        "newest": {"by": "last_item", **newest, "more": "has_more", **limit, "items": "data"},
        "updates": {
            "by": "last_item",
            "cursor": "offset",
            "item": "number",
            "plus": 1,
            "items": "result",
        },
        "happenings": {
            "by": "last_item",
            "cursor": "offset",
            "item": "number",
            "plus": 1,
            "items": "result",
        },
        "links": {"by": "link", **size, "page": "page"},
        "denied": {"by": "link", **limit, "cursor": "after", "more_parameter": "results"},
        "dated": {"by": "link", **limit, **both},
        "nearby": {"by": "link", **limit, **both, "item": "id"},
        "bracketed": {"by": "page", "page": "page.number", "size": "page.size"},
        "headed": {"by": "page", "page": "page", **size, "pages_header": "X-Total-Pages"},
        "tallied": {"by": "offset", "offset": "start", **limit, "total_header": "X-Total"},
        "ended": {
            "by": "offset",
            "offset": "start",
            **limit,
            "end": "is_last",
            "items": "records",
        },
        "marked": {"by": "offset", "offset": "start", **limit, "more_header": "X-More"},
        "following": {"by": "cursor", "cursor": "page", "next_header": "X-Next-Page", **size},
        "handed": {
            "by": "cursor",
            "cursor": "cursor",
            "next": "cursor",
            "more": "has_more",
            "lifetime": 600,
            **limit,
            "items": "records",
            "continue_with": "record.handed_on",
        },
        "onward": {
            "by": "url",
            "next": "next",
            "cursor": "place",
            **size,
            "items": "records",
            "continue_with": "record.from_place",
        },
        "endless": {"by": "url", **endless, **size, "items": "data"},
        "urls": {"by": "url", **urls, **size, "items": "data"},
    }
