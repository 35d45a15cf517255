"""Walking page by page where each page hands out a token for the next."""

import pytest
from msgspec import UNSET, structs

from apiscribe.runtime.client.cursors import TokenCursor
from apiscribe.runtime.errors import (
    PagingError,
)
from apiscribe.runtime.operation import TokenPages
from tests.runtime.client.walking import Pages, tokens
from tests.runtime.zoo import EVENTS, EventPage


@pytest.mark.parametrize("end", ["", " ", None, UNSET])
def test_tokens_are_followed_until_there_is_none(zoo, end):
    caller = tokens(first="x", x="y", y=end)

    assert list(zoo.animals(caller).iter_events()) == ["first", "x", "y"]
    assert caller.asked == [None, "x", "y"]


def test_a_walk_by_tokens_may_be_long(zoo):
    links = {"first": "t1"} | {f"t{number}": f"t{number + 1}" for number in range(1, 30)}

    assert len(list(zoo.animals(tokens(**links, t30="")).iter_events())) == 31


def test_a_token_may_come_as_a_number(zoo):
    caller = Pages(
        {
            None: EventPage(next_page_token=7, events=["first"]),  # type: ignore[arg-type]  # a server may
            "7": EventPage(next_page_token="", events=["last"]),
        }
    )

    assert list(zoo.animals(caller).iter_events()) == ["first", "last"]


@pytest.mark.parametrize("token", [{"a": 1}, ["x"], True, 1.5], ids=repr)
def test_a_token_that_is_none_is_an_error(zoo, token):
    caller = tokens(first=token)

    with pytest.raises(PagingError, match="`next_page_token` is"):
        list(zoo.animals(caller).iter_events())


def test_tokens_that_lead_to_nothing_for_ever_end(zoo):
    links = {"first": "t1"} | {f"t{number}": f"t{number + 1}" for number in range(1, 99)}
    caller = tokens(**links)
    for page in caller.pages.values():
        page.events = []

    with pytest.raises(PagingError, match="20 pages in a row"):
        list(zoo.animals(caller).iter_events())


def test_a_walk_may_start_at_a_token(zoo):
    caller = tokens(first="x", x="y", y="")

    assert list(zoo.animals(caller).iter_events(next_page_token="x")) == ["x", "y"]


@pytest.mark.parametrize(
    "links", [{"first": "x", "x": "x"}, {"first": "x", "x": "y", "y": "x"}], ids=["same", "circle"]
)
def test_a_token_that_repeats_is_an_error(zoo, links):
    caller = tokens(**links)

    with pytest.raises(PagingError, match="next_page_token"):
        list(zoo.animals(caller).iter_events())

    assert len(caller.asked) == len(links)


def test_a_token_back_to_the_beginning_is_an_error(zoo):
    caller = tokens(x="y", y="x")
    with pytest.raises(PagingError, match="leads back to a page that was there before"):
        list(zoo.animals(caller).iter_events(next_page_token="x"))

    assert caller.asked == ["x", "y"]


def test_a_token_is_not_sent_when_it_has_expired(zoo):
    short = structs.replace(EVENTS, pages=TokenPages(token="next_page_token", lifetime=0))
    caller = tokens(first="x", x="")
    walk = iter(zoo.pager(caller, short, EventPage, lambda page: page.events))

    assert next(walk) == "first"
    with pytest.raises(PagingError, match="`next_page_token` has expired: it lives 0 s"):
        next(walk)
    assert caller.asked == [None]


def test_the_life_of_a_token_begins_anew_with_each_page():
    now = [0.0]
    walk = TokenCursor(
        EVENTS, TokenPages(token="next_page_token", lifetime=1800), {}, clock=lambda: now[0]
    )
    for token in ("x", "y", "z"):
        walk.arguments()
        walk.accept(EventPage(next_page_token=token, events=[]), [])
        walk.advance()
        now[0] += 1800
    assert walk.arguments() == {"next_page_token": "z"}

    now[0] += 0.1
    with pytest.raises(PagingError, match="lives 1800 s"):
        walk.arguments()


def test_a_first_page_may_be_asked_for_however_late(zoo):
    short = structs.replace(EVENTS, pages=TokenPages(token="next_page_token", lifetime=0))
    caller = tokens(first="")

    assert list(zoo.pager(caller, short, EventPage, lambda page: page.events)) == ["first"]
