"""Keys of items that nobody documented, where a client is to keep them."""

import asyncio
import json
import pickle
import warnings

import pytest

from tests.runtime.scripted import answers


def picture(number, **more):
    return {"id": number, "name": "sea.png", "size": 12, **more}


DUSK, DAWN = picture(1, mood="calm", by={"name": "Ann"}), picture(2)
NIGHT = picture(3, mood=None)


@pytest.fixture(params=["blocking", "async"])
def pictures(request, gallery_v1):
    """What a function makes of the pictures of a client of either kind."""
    package = gallery_v1.package

    def blocking(how, options):
        with package.Gallery(token="t", **options) as client:
            found = how(client)
            return found if isinstance(found, list) else [*found]

    async def awaited(how, options):
        async with package.AsyncGallery(token="t", **options) as client:
            found = how(client)
            return [each async for each in found] if hasattr(found, "pages") else await found

    if request.param == "blocking":
        return lambda how, **options: blocking(how, options)
    return lambda how, **options: asyncio.run(awaited(how, options))


@pytest.fixture
def paged(server):
    """Two pages, which headers lead through."""
    link = f'Link: <{server.base_url}/pictures?page=2>; rel="next"\r\n'
    server.will(answers(json.dumps([DUSK, DAWN]), more=link), answers(json.dumps([NIGHT])))
    return server.base_url


@pytest.fixture
def found(server):
    """Two pages, which keys of the body lead through."""
    first = {"pictures": [DUSK, DAWN], "next": f"{server.base_url}/search?page=2", "took": 3}
    last = {"pictures": [NIGHT], "next": None}
    server.will(answers(json.dumps(first)), answers(json.dumps(last)))
    return server.base_url


EXTRA = [{"mood": "calm", "by": {"name": "Ann"}}, {}, {"mood": None}]


def test_items_of_a_walk_know_theirs(pictures, paged):
    kept = pictures(lambda client: client.picture.iter_list(), base_url=paged, keep_extra=True)
    assert [each.extra for each in kept] == EXTRA


def test_so_do_those_of_pages_that_are_objects(pictures, found):
    kept = pictures(
        lambda client: client.with_options(keep_extra=True).picture.iter_search(words="sea"),
        base_url=found,
    )
    assert [each.extra for each in kept] == EXTRA


def test_who_does_not_ask_keeps_nothing(pictures, paged):
    kept = pictures(lambda client: client.picture.iter_list(), base_url=paged)
    assert [each.extra for each in kept] == [{}, {}, {}]
    assert not any(hasattr(each, "_source") for each in kept)


def test_a_list_that_is_the_answer_is_kept_as_well(pictures, paged):
    kept = pictures(lambda client: client.picture.list(), base_url=paged, keep_extra=True)
    assert [each.extra for each in kept] == EXTRA[:2]


def test_an_item_holds_nothing_of_others(pictures, paged, gallery_v1):
    first, second, _ = pictures(
        lambda client: client.picture.iter_list(), base_url=paged, keep_extra=True
    )
    text = pickle.dumps(first)
    assert pickle.loads(text).extra == EXTRA[0]
    assert first._source == EXTRA[0]
    assert not hasattr(second, "_source")
    first.extra["by"]["name"] = "Bob"
    assert first.extra == EXTRA[0]


def test_what_does_not_fit_is_kept_beside(pictures, server):
    server.will(answers(json.dumps([{**DUSK, "size": "huge"}, DAWN])))
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        kept = pictures(
            lambda client: client.picture.list(), base_url=server.base_url, keep_extra=True
        )
    assert [each.extra for each in kept] == EXTRA[:2]
    assert [type(each.message).__name__ for each in told] == ["ResponseMismatchWarning"]


def test_the_raw_view_keeps_them_too(gallery_v1, paged):
    with gallery_v1.package.Gallery(token="t", base_url=paged, keep_extra=True) as client:
        raw = client.with_raw_response.picture.list()
    assert [each.extra for each in raw.parsed()] == EXTRA[:2]
