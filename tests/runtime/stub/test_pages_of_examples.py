"""Which documented page a request gets, in each way that lists come in pages."""

import json

import msgspec
import pytest

from apiscribe.runtime.operation import NumberPages
from apiscribe.runtime.pages import (
    CountedPages,
    CursorPages,
    LastItemPages,
    LinkPages,
    OffsetPages,
    UrlPages,
)
from apiscribe.runtime.stub.documented_pages import DocumentedPages
from apiscribe.runtime.stub.exchange import Exchange
from apiscribe.runtime.stub.responses import answer
from tests.runtime.zoo import LIST

FIRST = {"items": [{"id": 1}, {"id": 2}], "next": "c2"}
FURTHER = {"items": [{"id": 3}], "next": None}
EMPTY = {"items": [], "next": ""}
UNTOLD = {"items": [], "next": "c2"}
"""An empty page, where what leads on is no key of its body."""
IN_HEADER = CursorPages(items="items", cursor="after", next_header="X-Next")


def asked(pages, given, first=FIRST):
    documented = DocumentedPages(
        msgspec.structs.replace(LIST, pages=pages),
        answer(json.dumps(first).encode(), headers=[(b"x-next", b"h2")]),
        answer(json.dumps(FURTHER).encode()),
    )
    return json.loads(documented.asked(given, Exchange(began=0.0)).content)


@pytest.mark.parametrize(
    ("pages", "given", "found"),
    [
        (CountedPages(items="items", page="page"), {}, FIRST),
        (CountedPages(items="items", page="page"), {"page": 0}, FIRST),
        (CountedPages(items="items", page="page"), {"page": 1}, FIRST),
        (CountedPages(items="items", page="page"), {"page": "last"}, FIRST),
        (CountedPages(items="items", page="page"), {"page": 2}, FURTHER),
        (CountedPages(items="items", page="page"), {"page": 3}, UNTOLD),
        (CountedPages(items="items", page="page", first=0), {"page": 0}, FIRST),
        (CountedPages(items="items", page="page", first=0), {"page": 1}, FURTHER),
        (OffsetPages(items="items", offset="skip"), {}, FIRST),
        (OffsetPages(items="items", offset="skip"), {"skip": 0}, FIRST),
        (OffsetPages(items="items", offset="skip"), {"skip": 1}, UNTOLD),
        (OffsetPages(items="items", offset="skip"), {"skip": 2}, FURTHER),
        (CursorPages(items="items", cursor="after", next="next"), {}, FIRST),
        (CursorPages(items="items", cursor="after", next="next"), {"after": ""}, FIRST),
        (CursorPages(items="items", cursor="after", next="next"), {"after": "c2"}, FURTHER),
        (CursorPages(items="items", cursor="after", next="next"), {"after": "h2"}, EMPTY),
        (IN_HEADER, {"after": "h2"}, FURTHER),
        (IN_HEADER, {"after": "c2"}, UNTOLD),
        (LastItemPages(items="items", cursor="after", item="id"), {"after": 2}, FURTHER),
        (LastItemPages(items="items", cursor="after", item="id"), {"after": 3}, UNTOLD),
        (LastItemPages(items="items", cursor="after", item="id", plus=1), {"after": 3}, FURTHER),
        (LastItemPages(items="items", cursor="after", item="id", plus=1), {"after": 2}, UNTOLD),
        (LinkPages(items="items", page="page"), {"page": 2}, FURTHER),
        (LinkPages(items="items", page="page"), {"page": 3}, UNTOLD),
        (LinkPages(items="items", offset="skip"), {"skip": 2}, FURTHER),
        (LinkPages(items="items", cursor="after"), {"after": "any"}, FURTHER),
        (UrlPages(items="items", next="next", cursor="after"), {"after": "any"}, FURTHER),
    ],
)
def test_a_request_gets_the_page_that_it_asks_for(pages, given, found):
    assert asked(pages, given) == found


@pytest.mark.parametrize(
    ("first", "given", "found"),
    [
        ({"page": 1}, {}, {"page": 1}),
        ({"page": 1}, {"page": 1}, {"page": 1}),
        ({"page": 1}, {"page": 3}, {"page": 3}),
        ({"page": 1}, {"page": 2}, FURTHER),
        ({"pages": 1}, {"page": 3}, {"pages": 1}),
        ([1], {"page": 3}, [1]),
    ],
)
def test_a_page_says_the_number_that_was_asked_for_if_any(first, given, found):
    assert asked(NumberPages(page="page", size="", count="pages"), given, first) == found
