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

FIRST = {"items": [{"id": 1}, {"id": 2, "sort": [2, "b"]}], "next": "c2"}
FURTHER = {"items": [{"id": 3}], "next": None}
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
        (CursorPages(items="items", cursor="after", next="next"), {"after": "h2"}, FIRST),
        (IN_HEADER, {"after": "h2"}, FURTHER),
        (IN_HEADER, {"after": "c2"}, FIRST),
        (LastItemPages(items="items", cursor="after", item="id"), {"after": 2}, FURTHER),
        (LastItemPages(items="items", cursor="after", item="id"), {"after": 3}, UNTOLD),
        (LastItemPages(items="items", cursor="after", item="id", plus=1), {"after": 3}, FURTHER),
        (LastItemPages(items="items", cursor="after", item="id", plus=1), {"after": 2}, FIRST),
        (LastItemPages(items="items", cursor="start", item="sort"), {"start": [2, "b"]}, FURTHER),
        (LastItemPages(items="items", cursor="start", item="sort"), {"start": [2, "c"]}, FIRST),
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


PHOTOS = {"photos": {"pages": 4, "next": 2, "more": True, "items": [{"id": 1}]}}
IN_AN_OBJECT = CountedPages(
    items="photos.items",
    page="page",
    pages="photos.pages",
    next="photos.next",
    more="photos.more",
)


def photos(**said):
    return {"photos": {**PHOTOS["photos"], **said}}


@pytest.mark.parametrize(
    ("page", "found"),
    [
        (1, PHOTOS),
        (3, photos(next=4)),
        (4, photos(next=None, more=False)),
        (5, photos(next=None, more=False, items=[])),
    ],
)
def test_there_are_as_many_pages_as_the_first_one_says(page, found):
    assert asked(IN_AN_OBJECT, {"page": page}, PHOTOS) == found


@pytest.mark.parametrize(
    "pages",
    [
        CountedPages(items="items", page="page", pages="pages"),
        NumberPages(page="page", size="", count="pages"),
    ],
)
def test_no_walk_is_longer_than_a_hundred_pages(pages):
    first = {"page": 1, "pages": 41890, "items": [{"id": 1}]}

    assert asked(pages, {"page": 1}, first) == first
    last = asked(pages, {"page": 100}, first)
    assert (last["pages"], last["items"]) == (100, [{"id": 1}])


def headers_of(page):
    pages = CountedPages(
        items="", page="page", pages_header="X-Pages", next_header="X-Next", more_header="X-More"
    )
    told = [(b"x-pages", b"3"), (b"x-next", b"2"), (b"x-more", b"true")]
    first = answer(b'[{"id": 1}]', headers=told)
    documented = DocumentedPages(msgspec.structs.replace(LIST, pages=pages), first)
    response = documented.asked({"page": page}, Exchange(began=0.0))
    found = dict(response.start["headers"])
    return json.loads(response.content), [found.get(name) for name, _ in told]


def test_headers_say_so_too():
    assert headers_of(1) == ([{"id": 1}], [b"3", b"2", b"true"])
    assert headers_of(2) == ([{"id": 1}], [b"3", b"3", b"true"])
    assert headers_of(3) == ([{"id": 1}], [b"3", None, b"false"])
    assert headers_of(4) == ([], [b"3", None, b"false"])
