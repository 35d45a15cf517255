"""Pages: walked to the end, from the start, one request at a time."""

import pytest
from msgspec import UNSET

from generator.runtime.errors import InvalidArguments, PagingError, ResponseMismatchWarning
from generator.runtime.operation import Operation
from generator.runtime.paging import Pager
from tests.runtime import zoo
from tests.runtime.scripted import answers
from tests.runtime.zoo import Animal, AnimalPage, AnimalResource, EventPage


class Pages:
    """A caller that answers from a dict, and remembers what it was asked for."""

    def __init__(self, pages):
        self.pages = pages
        self.asked = []

    def call(self, operation: Operation, arguments, returns):
        cursor = arguments.get("page_number", arguments.get("next_page_token"))
        self.asked.append(cursor)
        return self.pages[cursor]


def numbered(*pages, total=UNSET):
    last = len(pages) if total is UNSET else total
    return Pages(
        {
            number: AnimalPage(
                total=last,
                page_number=number,
                animals=[Animal(id=name, name=name) for name in names],
            )
            for number, names in enumerate(pages, 1)
        }
    )


def ids(pager):
    return [animal.id for animal in pager]


def test_numbered_pages_are_walked_until_the_count_is_reached():
    caller = numbered("ab", "cd", "e")

    assert ids(AnimalResource(caller).iter_list()) == list("abcde")
    assert caller.asked == [1, 2, 3]


def test_an_empty_page_in_between_is_not_the_end():
    caller = numbered("ab", "", "", "c")

    assert ids(AnimalResource(caller).iter_list()) == list("abc")


def test_a_list_of_no_pages_takes_one_request():
    caller = numbered("", total=0)

    assert ids(AnimalResource(caller).iter_list()) == []
    assert caller.asked == [1]


def test_a_walk_may_start_at_a_later_page():
    caller = numbered("ab", "cd", "e")

    assert ids(AnimalResource(caller).iter_list(page_number=2)) == list("cde")


def test_a_second_walk_starts_anew_and_two_may_cross():
    pager = AnimalResource(numbered("ab", "cd")).iter_list()

    assert ids(pager) == ids(pager) == list("abcd")
    crossed = [(one.id, other.id) for one, other in zip(pager, pager, strict=True)]
    assert crossed == [("a", "a"), ("b", "b"), ("c", "c"), ("d", "d")]


def test_a_page_is_fetched_only_when_one_of_its_items_is_wanted():
    caller = numbered("ab", "cd")
    pager = AnimalResource(caller).iter_list()
    walk = iter(pager)
    assert caller.asked == []

    next(walk)
    next(walk)
    assert caller.asked == [1]

    next(walk)
    assert caller.asked == [1, 2]


def test_pages_can_be_walked_as_pages():
    pager = AnimalResource(numbered("ab", "", "c")).iter_list()

    assert [len(page.animals) for page in pager.pages()] == [2, 0, 1]


def test_the_count_may_change_on_the_way():
    caller = numbered("ab", "cd", "e")
    caller.pages[1] = AnimalPage(total=2, page_number=1, animals=[])

    assert ids(AnimalResource(caller).iter_list()) == list("cde")
    assert caller.asked == [1, 2, 3]


def test_a_server_that_repeats_a_page_is_an_error():
    caller = numbered("ab", "cd", "ef")
    caller.pages[2] = caller.pages[1]
    seen = []

    with pytest.raises(PagingError, match="page 1 came again where page 2 was asked for"):
        seen.extend(ids(AnimalResource(caller).iter_list()))

    assert caller.asked == [1, 2]


@pytest.mark.parametrize("count", [UNSET, "3", None])
def test_a_count_that_is_none_ends_the_walk_with_an_error_after_its_items(count):
    caller = numbered("ab")
    caller.pages[1].total = count
    walk = iter(AnimalResource(caller).iter_list())

    assert [next(walk).id, next(walk).id] == ["a", "b"]
    with pytest.raises(PagingError, match="page_count"):
        next(walk)


@pytest.mark.parametrize("items", [UNSET, None, "text"])
def test_items_that_are_no_list_are_none(items):
    caller = numbered("ab", "cd")
    caller.pages[1].animals = items

    assert ids(AnimalResource(caller).iter_list()) == list("cd")


def tokens(**links):
    """Pages by the token that leads to them; `first` is the one without."""
    return Pages(
        {
            None if token == "first" else token: EventPage(
                next_page_token=following, events=[token]
            )
            for token, following in links.items()
        }
    )


@pytest.mark.parametrize("end", ["", " ", None, UNSET])
def test_tokens_are_followed_until_there_is_none(end):
    caller = tokens(first="x", x="y", y=end)

    assert list(AnimalResource(caller).iter_events()) == ["first", "x", "y"]
    assert caller.asked == [None, "x", "y"]


def test_a_walk_may_start_at_a_token():
    caller = tokens(first="x", x="y", y="")

    assert list(AnimalResource(caller).iter_events(next_page_token="x")) == ["x", "y"]


@pytest.mark.parametrize(
    "links", [{"first": "x", "x": "x"}, {"first": "x", "x": "y", "y": "x"}], ids=["same", "circle"]
)
def test_a_token_that_repeats_is_an_error(links):
    caller = tokens(**links)

    with pytest.raises(PagingError, match="next_page_token"):
        list(AnimalResource(caller).iter_events())

    assert len(caller.asked) == len(links)


def test_a_token_that_leads_back_to_where_the_caller_began_is_an_error():
    with pytest.raises(PagingError):
        list(AnimalResource(tokens(x="y", y="x")).iter_events(next_page_token="x"))


def test_arguments_other_than_the_page_go_along_and_stay_as_they_were():
    caller = numbered("ab", "cd")
    arguments = {"page_size": 2}
    pager = Pager(caller, zoo.LIST, arguments, None, AnimalPage, lambda page: page.animals)

    assert ids(pager) == list("abcd")
    assert arguments == {"page_size": 2}


def test_pages_travel_over_sockets(server, client):
    server.will(
        answers('{"page_count": 2, "page_number": 1, "animals": [{"id": 1, "name": "Rex"}]}'),
        answers('{"page_count": 2, "page_number": 2, "animals": [{"id": 2, "name": "Ann"}]}'),
    )

    assert ids(client.animal.iter_list()) == [1, 2]
    assert [each.body.decode().rpartition("&")[2] for each in server.received] == [
        "page_number=1",
        "page_number=2",
    ]


def test_a_page_of_another_shape_warns_and_yields_what_it_has(server, client):
    server.will(answers('{"page_count": 1, "page_number": 1, "animals": [{"id": 1}]}'))

    with pytest.warns(ResponseMismatchWarning, match="name is missing"):
        assert ids(client.animal.iter_list()) == [1]


def test_wrong_arguments_are_refused_at_the_first_page(server, client):
    pager = client.animal.iter_list(page_number="first")

    with pytest.raises(InvalidArguments, match="page_number"):
        next(iter(pager))

    assert server.received == []
