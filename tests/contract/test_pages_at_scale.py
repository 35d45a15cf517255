"""All users of a large account, page by page, over real sockets and in constant memory."""

import asyncio
import gc
import tracemalloc
from typing import Any

import msgspec
import pytest

from tests.contract.page import KEY, SECRET, example
from tests.runtime.echoing import EchoServer
from zoom_v1 import AsyncZoomClient, PagingError, ZoomClient

SIZE, USERS = 300, 10_000
PAGES = 34
USER = example("user.list", "response")["users"][0]


def page(number, users=USERS):
    first = (number - 1) * SIZE
    return {
        "page_count": -(-users // SIZE),
        "page_number": number,
        "page_size": SIZE,
        "total_records": users,
        "users": [
            USER | {"id": f"user-{index}", "email": f"user-{index}@example.com"}
            for index in range(first, min(first + SIZE, users))
        ],
    }


class Account(EchoServer):
    """An account of so many users, which answers with its pages."""

    def __init__(self, users=USERS):
        super().__init__(self.answer)
        self.users = users
        self.asked = []

    def answer(self, said):
        assert said["page_size"] == str(SIZE)
        self.asked.append(int(said["page_number"]))
        return msgspec.json.encode(page(self.asked[-1], self.users))


@pytest.fixture
def account():
    with Account() as account:
        yield account


class Blocking:
    """Walks as a client does that blocks."""

    def __init__(self, account):
        self._known = known(account)

    def walk(self, see, **options):
        with ZoomClient(**self._known) as client:
            for user in client.user.iter_list(page_size=SIZE, **options):
                see(user)

    def pages(self, see):
        with ZoomClient(**self._known) as client:
            for each in client.user.iter_list(page_size=SIZE).pages():
                see(each)


class Awaiting:
    """Walks as a client does that awaits."""

    def __init__(self, account):
        self._known = known(account)

    def walk(self, see, **options):
        async def walk():
            async with AsyncZoomClient(**self._known) as client:
                async for user in client.user.iter_list(page_size=SIZE, **options):
                    see(user)

        asyncio.run(walk())

    def pages(self, see):
        async def walk():
            async with AsyncZoomClient(**self._known) as client:
                async for each in client.user.iter_list(page_size=SIZE).pages():
                    see(each)

        asyncio.run(walk())


def known(account):
    return {
        "api_key": KEY,
        "api_secret": SECRET,
        "base_url": account.base_url,
        "rate_limit": None,
    }


@pytest.fixture(params=[Blocking, Awaiting])
def walker(request, account):
    return request.param(account)


def test_each_user_comes_once_and_each_page_is_asked_for_once(account, walker):
    ids = []
    walker.walk(lambda user: ids.append(user.id))

    assert ids == [f"user-{index}" for index in range(USERS)]
    assert account.asked == list(range(1, PAGES + 1))


def test_memory_does_not_grow_with_the_number_of_pages(account, walker):
    def peak(pages):
        account.users = pages * SIZE
        count = 0

        def see(_):
            nonlocal count
            count += 1

        gc.collect()
        tracemalloc.start()
        walker.walk(see)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert count == pages * SIZE
        return most

    peak(2)  # what is loaded and made once

    # If pages were kept, it would be several times as much.
    assert peak(PAGES * 2) < peak(10) * 1.5


def test_nothing_is_asked_for_before_it_is_needed(account, walker):
    seen: list[Any] = []

    def see(user):
        seen.append(user.id)
        assert len(account.asked) == -(-len(seen) // SIZE)

    walker.walk(see, limit=3 * SIZE + 1)


@pytest.mark.parametrize(
    ("limit", "asked"),
    [(0, 0), (1, 1), (SIZE - 1, 1), (SIZE, 1), (SIZE + 1, 2), (2 * SIZE, 2), (USERS + 1, PAGES)],
)
def test_a_limit_ends_the_walk_and_no_page_more_is_asked_for(account, walker, limit, asked):
    seen: list[Any] = []
    walker.walk(seen.append, limit=limit)

    assert len(seen) == min(limit, USERS)
    assert len(account.asked) == asked


def test_pages_come_whole(account, walker):
    sizes = []
    walker.pages(lambda each: sizes.append(len(each.users)))

    assert sizes == [SIZE] * (PAGES - 1) + [USERS % SIZE]


def test_a_walk_may_begin_later(account, walker):
    ids = []
    walker.walk(lambda user: ids.append(user.id), page_number=PAGES)

    assert ids[0] == f"user-{(PAGES - 1) * SIZE}"
    assert account.asked == [PAGES]


def test_the_same_page_again_and_again_is_an_error(account, walker):
    account.answering = lambda said: msgspec.json.encode(page(1))
    seen: list[Any] = []

    with pytest.raises(PagingError, match="page 1 came again where page 2 was asked for"):
        walker.walk(seen.append)

    assert len(seen) == SIZE
    assert account.calls == 2
