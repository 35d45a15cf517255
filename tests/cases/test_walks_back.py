"""Lists of which the latest page comes first: walks by the first item of each page."""

import json

import pytest

from tests.cases.almanac_server import RECORDS, Almanac
from tests.cases.almanac_walks import IDS, asked, ids, walked
from tests.runtime.scripted import answers

BACK = IDS[::-1]


@pytest.fixture(scope="module")
def by_hand():
    server = Almanac()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def emulated(almanac_v1):
    with almanac_v1.stub.StubServer() as stub, stub.client() as client:
        for record in RECORDS:
            client.record.add(**record)
        yield stub


@pytest.fixture(params=["by hand", "emulated"])
def base_url(request, by_hand, emulated):
    return {"by hand": by_hand, "emulated": emulated}[request.param].base_url


@pytest.mark.parametrize(
    ("how", "arguments", "found"),
    [
        ("backwards", {}, BACK),
        ("backwards", {"before_id": "latest"}, BACK),
        ("backwards", {"limit": 4}, BACK),
        ("backwards", {"before_id": "r3"}, ["r2", "r1"]),
        ("backwards", {"before_id": "r1"}, []),
        ("backwards", {"max_items": 3}, BACK[:3]),
        ("backwards", {"after_id": "r2"}, ["r3", "r4", "r5"]),
        ("backwards", {"after_id": "r5"}, []),
        ("ending", {}, BACK),
        ("ending", {"end": 3}, ["r3", "r2", "r1"]),
        ("ending", {"end": 4, "limit": 3, "max_items": 2}, ["r4", "r3"]),
        ("ending", {"end": 0}, []),
    ],
)
def test_the_latest_items_come_first(almanac_v1, base_url, how, arguments, found):
    assert walked(almanac_v1, base_url, how, **arguments) == found


def test_pages_are_as_they_came(almanac_v1, base_url):
    with almanac_v1.package.Almanac(base_url=base_url) as client:
        pages = [ids_of(page.data) for page in client.record.iter_backwards().pages()]

    assert pages == [["r4", "r5"], ["r2", "r3"], ["r1"]]


def ids_of(records):
    return [each.id for each in records]


def test_the_emulator_says_what_follows(emulated):
    page, _ = asked(emulated, "/backwards?before_id=r3&limit=2")
    assert (ids(page["data"]), page["has_more"]) == (["r1", "r2"], False)
    page, _ = asked(emulated, "/backwards?after_id=r1&limit=2")
    assert (ids(page["data"]), page["has_more"]) == (["r2", "r3"], True)
    assert asked(emulated, "/ending?end=1&limit=9")[0] == [RECORDS[0]]
    page, _ = asked(emulated, "/newest?ending_before=r4&starting_after=r1&limit=1")
    assert ids(page["data"]) == ["r3"]


def test_an_item_that_is_none_is_refused(almanac_v1, emulated):
    raised = pytest.raises(almanac_v1.errors.RecordLost)
    with almanac_v1.package.Almanac(base_url=emulated.base_url) as client, raised:
        client.record.backwards(before_id="r9")


def test_a_first_item_that_says_nothing(almanac_v1, server):
    page = {"has_more": True, "data": [{"number": 1}, {"id": "r2", "number": 2}]}
    server.will(answers(json.dumps(page)))
    raised = pytest.raises(almanac_v1.package.PagingError, match="first item of a page has no `id`")
    told = pytest.warns(almanac_v1.package.ResponseMismatchWarning, match="id is missing")
    with almanac_v1.package.Almanac(base_url=server.base_url) as client, told, raised:
        list(client.record.iter_backwards())


def test_documented_pages_are_walked(almanac_v1):
    with almanac_v1.stub.StubServer(mode="examples") as stub:
        assert walked(almanac_v1, stub.base_url, "backwards") == ["r2", "r1"]
