"""Cursors that look at whole responses: what leads on, what ends a walk, what is no page."""

import json

import pytest
from msgspec import structs

from apiscribe.runtime.client.page_arguments import goes_back, told_by
from apiscribe.runtime.client.page_items import whole
from apiscribe.runtime.client.raw_cursors import RawCursor
from apiscribe.runtime.decoding.response import Response
from apiscribe.runtime.encoding import wire
from apiscribe.runtime.errors import PagingError
from apiscribe.runtime.operation import Operation
from apiscribe.runtime.pages import (
    CountedPages,
    CursorPages,
    FirstItemPages,
    LastItemPages,
    LinkPages,
    OffsetPages,
    UrlPages,
)

BY_KEY = CursorPages(items="items", cursor="after", next="next")
LIST = Operation(
    id="bird.list",
    method="GET",
    path="/birds",
    effect="read",
    section="Birds",
    arguments={
        "after": wire.TEXT,
        "page": wire.INTEGER,
        "start": wire.JSON,
        "part": wire.Object({"page": wire.INTEGER, "after": wire.TEXT}),
        "skip": wire.INTEGER,
    },
)


def turned(pages, body, headers=None, **given):
    """A cursor that has read one page, and goes to the next."""
    cursor = RawCursor(structs.replace(LIST, pages=pages), pages, given)
    content = json.dumps({"items": [1, 2], **body}).encode()
    cursor.accept(Response(status=200, headers=headers or {}, body=content))
    cursor.advance()
    return cursor


@pytest.mark.parametrize("told", [None, "", "  ", False, {}, []])
def test_nothing_ends_a_walk(told):
    assert turned(BY_KEY, {"next": told}).over
    assert turned(BY_KEY, {}).over


@pytest.mark.parametrize("told", [None, "", "  ", False, 7, {}])
def test_what_is_no_address_ends_a_walk(told):
    assert turned(UrlPages(items="items", next="next"), {"next": told}).over


@pytest.mark.parametrize(
    ("pages", "message"),
    [
        (UrlPages(items="items", next="next"), "address leads back to one that was there before"),
        (BY_KEY, "`after` leads back to a page that was there before"),
        (LastItemPages(items="items", cursor="after", item="id"), "item of a page has no `id`"),
        (LastItemPages(items="flags", cursor="after", item="id"), "item of a page has no `id`"),
        (LastItemPages(items="texts", cursor="after", item="id", plus=1), "last item is no whole"),
        (FirstItemPages(items="texts", cursor="after", item="id", plus=-1), "first item is no"),
    ],
)
def test_what_leads_to_no_other_page_is_an_error(pages, message):
    told = {"next": "/birds?page=2", "texts": [{"id": "b7"}], "flags": [{"id": True}]}
    with pytest.raises(PagingError, match=f"bird.list: .*{message}"):
        turned(pages, told).advance()


@pytest.mark.parametrize(("told", "sent"), [("c2", "c2"), (7, "7"), (1.5, "1.5")])
def test_a_cursor_is_sent_as_its_argument_takes_it(told, sent):
    assert turned(BY_KEY, {"next": told}).arguments() == {"after": sent}


@pytest.mark.parametrize(
    ("given", "back"),
    [
        ({}, False),
        ({"after": "a"}, False),
        ({"start": "b"}, True),
        ({"after": 1, "start": 2}, False),
    ],
)
def test_a_walk_goes_the_way_that_its_start_says(given, back):
    for kind, is_back in ((LastItemPages, back), (FirstItemPages, not back)):
        pages = kind(items="items", cursor="after", item="id", before="start")
        assert goes_back(structs.replace(LIST, pages=pages), given) is is_back


def test_the_last_item_may_say_a_list():
    pages = LastItemPages(items="items", cursor="start", item="sort")
    cursor = turned(pages, {"items": [{"sort": [1, "a"]}, {"sort": [2, "b"]}]})
    assert cursor.arguments() == {"start": [2, "b"]}
    with pytest.raises(PagingError, match="`start` leads back"):
        cursor.advance()


def test_a_cursor_may_be_an_object():
    pages = CursorPages(items="items", cursor="start", next="last_key")
    cursor = turned(pages, {"last_key": {"id": {"S": "b7"}}})
    assert cursor.arguments() == {"start": {"id": {"S": "b7"}}}
    with pytest.raises(PagingError, match="`start` leads back"):
        cursor.advance()


@pytest.mark.parametrize(
    ("cursor", "arguments"),
    [("page", {"page": 2}), ("part.page", {"part": {"page": 2}}), ("after", {"after": "2"})],
)
def test_numbers_in_headers_are_what_their_argument_takes(cursor, arguments):
    pages = CursorPages(items="items", cursor=cursor, next_header="X-Next")
    assert turned(pages, {}, {"x-next": "2"}).arguments() == arguments


def test_what_is_sent_along_is_of_the_same_page():
    pages = CursorPages(items="items", cursor="after", next="next", along={"skip": "from"})
    cursor = turned(pages, {"next": "k", "from": 4})
    assert cursor.arguments() == {"after": "k", "skip": 4}

    cursor.accept(Response(status=200, headers={}, body=b'{"items": [3], "next": "k"}'))
    cursor.advance()
    assert cursor.arguments() == {"after": "k"}
    cursor.accept(Response(status=200, headers={}, body=b'{"items": [4], "next": "k", "from": 4}'))
    with pytest.raises(PagingError, match="`after` leads back"):
        cursor.advance()


@pytest.mark.parametrize(
    ("items", "message"),
    [
        ({}, "bird.list: the page has an object where its list of items should be"),
        ([], "bird.list: 20 pages in a row held no items"),
    ],
)
def test_pages_without_a_list_or_without_end_are_an_error(items, message):
    cursor = RawCursor(LIST, BY_KEY, {})
    page = Response(status=200, headers={}, body=json.dumps({"items": items}).encode())

    def walk():
        for _ in range(20):
            cursor.accept(page)

    with pytest.raises(PagingError, match=message):
        walk()


@pytest.mark.parametrize(
    ("written", "number"),
    [
        (7, 7),
        (" 7 ", 7),
        ("9" * 19, 10**19 - 1),
        ("9" * 20, None),
        ("\u00b2", None),
        ("\u0663", None),
        ("-1", None),
        ("", None),
        (True, None),
        (1.0, None),
    ],
)
def test_whole_numbers_may_be_written_as_text(written, number):
    assert whole(written) == number


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/v2/places/a%2Fb/birds/7?page=2&more=x", {"place": "a/b", "bird": "7", "page": 2}),
        ("https://birds.example/places/a/birds/7", {"place": "a", "bird": "7"}),
        ("/places/a/b/birds/7", None),
        ("/places/a/birds/7/more", None),
    ],
)
def test_an_address_tells_the_arguments_of_its_operation(address, told):
    operation = structs.replace(
        LIST,
        path="/places/{place}/birds/{bird}",
        in_path=("place", "bird"),
        arguments={"place": wire.TEXT, "bird": wire.TEXT, "page": wire.INTEGER},
    )
    assert told_by(address, operation) == told


def test_the_next_number_is_told():
    pages = CountedPages(items="items", page="page", next="next")
    assert turned(pages, {"next": "4"}, page=3).arguments() == {"page": 4}
    assert turned(pages, {"next": None}, page=3).over
    with pytest.raises(PagingError, match="is text, and no whole number"):
        turned(pages, {"next": "/birds?page=2"})


@pytest.mark.parametrize(
    ("flag", "over"),
    [("true", False), ("1", False), ("False", True), ("0", True), ("no", True), ("", True)],
)
def test_a_flag_in_a_header(flag, over):
    pages = OffsetPages(items="items", offset="skip", more_header="X-More")
    assert turned(pages, {}, {"x-more": flag}).over is over


@pytest.mark.parametrize(
    ("said", "over"),
    [
        ('; results="false"', True),
        ("; Results=false; cursor=x", True),
        ("; results=true", False),
        ("", False),
        ('; other="false"', False),
    ],
)
def test_a_link_may_say_that_nothing_follows(said, over):
    link = f'</birds>; rel="prev"; results="false", </birds?page=2>; rel="next"{said}'
    pages = LinkPages(items="items", more_parameter="results")
    assert turned(pages, {}, {"link": link}).over is over
    assert not turned(LinkPages(items="items"), {}, {"link": link}).over


def test_what_is_around_an_argument_is_kept():
    pages = CountedPages(items="items", page="part.page")
    cursor = turned(pages, {}, part={"after": "x"})
    assert cursor.arguments() == {"part": {"after": "x", "page": 2}}
    given = {"page": 5}
    assert turned(pages, {}, part=given).arguments() == {"part": {"page": 6}}
    assert given == {"page": 5}


@pytest.mark.parametrize(("given", "number"), [({}, 2), ({"page.number": 2}, 3)])
def test_an_argument_whose_name_has_a_point(given, number):
    dotted = Operation(
        id="bird.list",
        method="GET",
        path="/birds",
        effect="read",
        section="Birds",
        arguments={"page.number": wire.INTEGER},
    )
    cursor = RawCursor(dotted, CountedPages(page="page.number"), given)
    cursor.accept(Response(status=200, headers={}, body=b"[1]"))
    cursor.advance()
    assert cursor.arguments() == {"page.number": number}


SHORT = [
    CountedPages(items="items", page="page", until_short=True),
    OffsetPages(items="items", offset="skip", until_short=True),
    LastItemPages(items="items", cursor="after", item="id", until_short=True),
]


def asked(pages, *sizes, **given):
    """How many of these pages are asked for."""
    cursor, count = RawCursor(LIST, pages, given), 0
    for size in sizes:
        items = [{"id": f"{count}-{each}"} for each in range(size)]
        cursor.accept(Response(status=200, headers={}, body=json.dumps({"items": items}).encode()))
        count += 1
        cursor.advance()
        if cursor.over:
            break
    return count


@pytest.mark.parametrize("pages", SHORT)
def test_a_page_shorter_than_the_one_before_may_be_the_last(pages):
    assert asked(pages, 3, 3, 2, 3) == 3
    assert asked(pages, 3, 3, 0, 3) == 3
    assert asked(pages, 2, 2, 2) == 3
    assert asked(structs.replace(pages, until_short=False), 3, 3, 2, 3) == 4


@pytest.mark.parametrize("pages", SHORT)
def test_a_page_shorter_than_it_may_be_is_the_last(pages):
    sized = structs.replace(pages, size="after", default_size=3)
    assert asked(sized, 2, 3) == 1
    assert asked(sized, 3, 3, 2, 3) == 3
    assert asked(structs.replace(pages, size="part"), 2, 2, 1, part=4) == 1
