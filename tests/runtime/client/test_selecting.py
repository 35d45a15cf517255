"""Walks over pages that say which fields they have: what has to be among those."""

from contextlib import nullcontext

import pytest
from msgspec import structs

from apiscribe.runtime.client.selecting import check_leads_on
from apiscribe.runtime.errors import PagingError
from apiscribe.runtime.operation import TokenPages
from apiscribe.runtime.pages import CountedPages, CursorPages, Linked, OffsetPages, UrlPages
from tests.runtime.client.test_raw_cursors import LIST

BY_KEY = CursorPages(items="items", cursor="after", next="meta.next")
ALONG = structs.replace(BY_KEY, along={"part": "meta.part"})
LINKED = Linked("links", {"rel": "next"}, "href")


def goes_on(pages, given, place="", always=()):
    operation = structs.replace(LIST, pages=pages, selects=(("fields", place, always),))
    check_leads_on(operation, {} if given is None else {"fields": given})


@pytest.mark.parametrize(
    ("pages", "needed"),
    [
        (BY_KEY, "meta.next"),
        (ALONG, "meta.part"),
        (TokenPages(token="token"), "token"),
        (CountedPages(page="page", next="following"), "following"),
        (UrlPages(next="more"), "more"),
        (UrlPages(next=LINKED), "links.href"),
    ],
)
def test_what_leads_on_is_asked_for(pages, needed):
    with pytest.raises(PagingError, match=f"leaves out `{needed}`"):
        goes_on(pages, "items,next" if pages is ALONG else "items")
    for given in (f"items,{needed}", ["items", needed], needed.split(".")[0], "*", None):
        goes_on(pages, given)


@pytest.mark.parametrize("pages", [CountedPages(page="page"), OffsetPages(offset="skip")])
def test_a_walk_that_counts_needs_nothing(pages):
    goes_on(pages, "items")


@pytest.mark.parametrize(
    ("place", "always", "is_there"),
    [
        ("", ("meta",), True),
        ("", ("next",), False),
        ("items", (), True),
        ("meta", (), False),
        ("meta", ("next",), True),
    ],
)
def test_what_is_there_anyway_need_not_be_named(place, always, is_there):
    with nullcontext() if is_there else pytest.raises(PagingError):
        goes_on(BY_KEY, "meta_id" if place == "meta" else "id", place, always)


def test_links_need_their_addresses():
    goes_on(UrlPages(next=LINKED), "rel,href", "links")
    with pytest.raises(PagingError, match=r"`fields` leaves out `links\.href`"):
        goes_on(UrlPages(next=LINKED), "rel", "links")
