"""Pages: walked to the end, from the start, one request at a time."""

import re

import pytest
from msgspec import UNSET

from apiscribe.runtime.call_warnings import ResponseMismatchWarning
from apiscribe.runtime.client.paging import Pager
from apiscribe.runtime.errors import (
    ConfigurationError,
    InvalidArguments,
    PagingError,
    ResponseError,
)
from tests.runtime.client.walking import Pages, ids, numbered, tokens
from tests.runtime.scripted import answers
from tests.runtime.zoo import EVENTS, LIST, Animal, AnimalPage


def test_numbered_pages_are_walked_until_the_count_is_reached(zoo):
    caller = numbered("ab", "cd", "e")

    assert ids(zoo.animals(caller).iter_list()) == list("abcde")
    assert caller.asked == [1, 2, 3]


def test_an_empty_page_in_between_is_not_the_end(zoo):
    caller = numbered("ab", "", "", "c")

    assert ids(zoo.animals(caller).iter_list()) == list("abc")


def test_a_list_of_no_pages_takes_one_request(zoo):
    caller = numbered("", total=0)

    assert ids(zoo.animals(caller).iter_list()) == []
    assert caller.asked == [1]


def test_a_walk_may_start_at_a_later_page(zoo):
    caller = numbered("ab", "cd", "e")

    assert ids(zoo.animals(caller).iter_list(page_number=2)) == list("cde")


def test_a_second_walk_starts_anew_and_two_may_cross(zoo):
    pager = zoo.animals(numbered("ab", "cd")).iter_list()

    assert ids(pager) == ids(pager) == list("abcd")
    crossed = [(one.id, other.id) for one, other in zip(pager, pager, strict=True)]
    assert crossed == [("a", "a"), ("b", "b"), ("c", "c"), ("d", "d")]


def test_a_page_is_fetched_only_when_one_of_its_items_is_wanted(zoo):
    caller = numbered("ab", "cd")
    pager = zoo.animals(caller).iter_list()
    walk = iter(pager)
    assert caller.asked == []

    next(walk)
    next(walk)
    assert caller.asked == [1]

    next(walk)
    assert caller.asked == [1, 2]


def test_pages_can_be_walked_as_pages(zoo):
    pager = zoo.animals(numbered("ab", "", "c")).iter_list()

    assert [len(page.animals) for page in pager.pages()] == [2, 0, 1]


def test_the_count_may_change_on_the_way(zoo):
    caller = numbered("ab", "cd", "e")
    caller.pages[1] = AnimalPage(total=2, page_number=1, animals=[])

    assert ids(zoo.animals(caller).iter_list()) == list("cde")
    assert caller.asked == [1, 2, 3]


def test_a_server_that_repeats_a_page_is_an_error(zoo):
    caller = numbered("ab", "cd", "ef")
    caller.pages[2] = caller.pages[1]
    seen = []

    with pytest.raises(PagingError, match="page 1 came again where page 2 was asked for"):
        seen.extend(ids(zoo.animals(caller).iter_list()))

    assert caller.asked == [1, 2]


@pytest.mark.parametrize(
    ("count", "told"),
    [(UNSET, "nothing"), ("many", "text"), (None, "null"), (True, "a boolean"), ({}, "an object")],
    ids=["unset", "text", "null", "boolean", "object"],
)
def test_a_missing_count_is_an_error_after_the_items(zoo, count, told):
    caller = numbered("ab")
    caller.pages[1].total = count
    walk = iter(zoo.animals(caller).iter_list())

    assert [next(walk).id, next(walk).id] == ["a", "b"]
    with pytest.raises(PagingError, match=f"`page_count` how many follow: there is {told}"):
        next(walk)


def test_numbers_that_come_as_text_count_as_numbers(zoo):
    caller = numbered("ab", "cd", "e")
    for number, page in caller.pages.items():
        page.total, page.page_number = " 3", str(number)

    assert ids(zoo.animals(caller).iter_list()) == list("abcde")


@pytest.mark.parametrize("number", ["1", " 1 ", 1], ids=repr)
def test_a_page_that_comes_again_is_recognised_as_text_too(zoo, number):
    caller = numbered("ab", "cd", "ef")
    caller.pages[1].page_number = "1"
    caller.pages[2].page_number = number

    with pytest.raises(PagingError, match="page 1 came again where page 2 was asked for"):
        ids(zoo.animals(caller).iter_list())


@pytest.mark.parametrize("number", [UNSET, None, {"a": 1}, [1], "one", True], ids=repr)
def test_a_page_without_a_number_is_the_one_asked_for(zoo, number):
    caller = numbered("ab", "cd")
    caller.pages[1].page_number = caller.pages[2].page_number = number

    assert ids(zoo.animals(caller).iter_list()) == list("abcd")


@pytest.mark.parametrize("items", [UNSET, None], ids=["unset", "null"])
def test_items_that_are_not_there_are_none(zoo, items):
    caller = numbered("ab", "cd")
    caller.pages[1].animals = items

    assert ids(zoo.animals(caller).iter_list()) == list("cd")


@pytest.mark.parametrize(
    ("items", "told"), [({"a": 1}, "an object"), ("text", "text"), (7, "a number")]
)
def test_items_that_are_no_list_are_an_error(zoo, items, told):
    by_number, by_token = numbered("ab", "cd"), tokens(first="x", x="")
    by_number.pages[2].animals = by_token.pages["x"].events = items
    walks = (
        ("page 2", zoo.animals(by_number).iter_list(), LIST),
        ("the page", zoo.animals(by_token).iter_events(), EVENTS),
    )

    for where, pager, operation in walks:
        with pytest.raises(PagingError, match=f"{where} has {told} where its list") as caught:
            list(pager.pages())
        assert (caught.value.operation, caught.value.section) == (operation.id, operation.section)


class Endless(Pages):
    """A caller whose every page says that one more follows, and holds what `items` makes."""

    def __init__(self, items):
        super().__init__({})
        self.items = items

    def call(self, operation, arguments, returns, options=None):
        number = arguments["page_number"]
        self.asked.append(number)
        animals = [Animal(id=name, name=name) for name in self.items(number)]
        return AnimalPage(total=number + 1, page_number=number, animals=animals)


def test_a_count_always_ahead_ends_at_empty_pages(zoo):
    caller = Endless(lambda number: ["ab", "cd"][number - 1] if number < 3 else "")

    with pytest.raises(PagingError, match="20 pages in a row held no items"):
        ids(zoo.animals(caller).iter_list())

    assert caller.asked == list(range(1, 23))


def test_a_count_always_ahead_ends_at_repeated_items(zoo):
    caller = Endless(lambda number: "abc"[min(number, 3) - 1])
    found: list[object] = []

    with pytest.raises(PagingError, match="page 4 holds the same items as the one before"):
        found.extend(animal.id for animal in zoo.animals(caller).iter_list())

    assert caller.asked == [1, 2, 3, 4]


def test_a_growing_list_is_walked_to_its_end(zoo):
    caller = numbered("a", "a", "b")
    for page in caller.pages.values():
        page.total = 3
    caller.pages[1].total = 2
    caller.pages[2].animals = []

    assert ids(zoo.animals(caller).iter_list()) == list("ab")


def test_equal_items_are_no_error_while_the_count_stands(zoo):
    assert ids(zoo.animals(numbered("a", "a", "a")).iter_list()) == list("aaa")


def test_other_arguments_go_along_with_every_page():
    caller = numbered("ab", "cd")
    arguments: dict[str, object] = {"page_size": 2}
    pager = Pager(caller, LIST, arguments, None, AnimalPage, lambda page: page.animals)

    assert ids(pager) == list("abcd")
    assert arguments == {"page_size": 2}


@pytest.mark.parametrize(
    ("limit", "found", "asked"),
    [
        (None, "abcde", 3),
        (0, "", 0),
        (1, "a", 1),
        (2, "ab", 1),
        (3, "abc", 2),
        (4, "abcd", 2),
        (5, "abcde", 3),
        (9, "abcde", 3),
    ],
)
def test_a_limit_ends_the_walk_and_asks_for_no_page_more(zoo, limit, found, asked):
    caller = numbered("ab", "cd", "e")

    assert ids(zoo.animals(caller).iter_list(limit=limit)) == list(found)
    assert len(caller.asked) == asked


def test_a_limit_counts_items_and_not_pages_that_are_empty(zoo):
    caller = tokens(first="x", x="y", y="")
    caller.pages["x"].events = []

    assert list(zoo.animals(caller).iter_events(limit=2)) == ["first", "y"]


def test_a_pager_shows_what_it_walks(zoo):
    shown = repr(zoo.animals(numbered("ab")).iter_list())

    assert shown == f"<{'Pager' if zoo.kind == 'blocks' else 'AsyncPager'} animal.list>"


def test_each_walk_has_the_limit_to_itself(zoo):
    pager = zoo.animals(numbered("ab", "cd")).iter_list(limit=3)

    assert ids(pager) == ids(pager) == list("abc")


@pytest.mark.parametrize("limit", [-1, True, 1.0, "1"], ids=repr)
def test_a_limit_that_is_none_is_refused_at_once(zoo, limit):
    with pytest.raises(ConfigurationError, match="is no limit"):
        zoo.animals(numbered("ab")).iter_list(limit=limit)


PAGE = '{"page_count": 2, "page_number": %d, "animals": [{"id": %d, "name": "Rex"}]}'


def test_pages_travel_over_sockets(server, zoo):
    server.will(answers(PAGE % (1, 1)), answers(PAGE % (2, 2)))

    assert ids(zoo.client(server.base_url).animal.iter_list()) == [1, 2]
    assert [each.body.decode().rpartition("&")[2] for each in server.received] == [
        "page_number=1",
        "page_number=2",
    ]


def test_a_page_of_another_shape_warns_and_yields_what_it_has(server, client):
    server.will(answers('{"page_count": 1, "page_number": 1, "animals": [{"id": 1}]}'))

    with pytest.warns(ResponseMismatchWarning, match="name is missing"):
        assert ids(client.animal.iter_list()) == [1]


@pytest.mark.parametrize("number", ["first", 1.5, True, [1]], ids=repr)
def test_wrong_arguments_are_refused_at_the_first_page(server, zoo, number):
    pager = zoo.client(server.base_url).animal.iter_list(page_number=number)

    with pytest.raises(InvalidArguments, match=re.escape(f"page_number: {number!r} ")):
        next(iter(pager))

    assert server.received == []


def test_a_walk_that_failed_can_be_walked_anew(server, zoo):
    pager = zoo.client(server.base_url, retries=0).animal.iter_list(limit=1)
    server.will(answers("", 500), answers(PAGE % (1, 1)))

    with pytest.raises(ResponseError):
        ids(pager)

    assert ids(pager) == [1]


def test_walking_with_a_closed_client_is_an_error(server, zoo):
    server.will(answers(PAGE % (1, 1)))
    client = zoo.client(server.base_url)
    walk = iter(client.animal.iter_list())
    next(walk)
    client.close()

    with pytest.raises(ConfigurationError, match="is closed"):
        next(walk)
