"""The almanac's package, run: lists in every way that lists come in pages."""

import asyncio
import json

import pytest
from openapi_spec_validator import validate as validate_openapi

from tests.cases.almanac_server import RECORDS, Almanac
from tests.cases.casebook import CASES

OPENAPI = CASES / "good" / "almanac" / "output" / "openapi.json"
IDS = [record["id"] for record in RECORDS]
WAYS = (
    "numbers",
    "flagged",
    "totalled",
    "counted",
    "offsets",
    "cursors",
    "headers",
    "newest",
    "updates",
    "links",
    "urls",
)


@pytest.fixture
def almanac():
    server = Almanac()
    yield server
    server.stop()


def walked(almanac_v1, base_url, how, **arguments):
    """The ids of a walk by the blocking client, which are those of the awaiting one."""
    with almanac_v1.package.Almanac(base_url=base_url) as client:
        pager = getattr(client.record, f"iter_{how}")(**arguments)
        blocking = [each.id for each in pager]

    async def in_tasks():
        async with almanac_v1.package.AsyncAlmanac(base_url=base_url) as client:
            pager = getattr(client.record, f"iter_{how}")(**arguments)
            return [each.id async for each in pager]

    assert asyncio.run(in_tasks()) == blocking
    return blocking


@pytest.mark.parametrize("how", WAYS)
def test_a_walk_yields_each_item_once(almanac_v1, almanac, how):
    assert walked(almanac_v1, almanac.base_url, how) == IDS


@pytest.mark.parametrize(
    ("how", "pages"), [("numbers", 3), ("offsets", 3), ("links", 3), ("updates", 4)]
)
def test_no_page_is_asked_for_in_vain(almanac_v1, almanac, how, pages):
    walked(almanac_v1, almanac.base_url, how)

    assert len(almanac.asked) == 2 * pages  # `updates` ends with a page without records


@pytest.mark.parametrize("how", ["numbers", "flagged", "links", "urls"])
def test_a_limit_ends_a_walk(almanac_v1, almanac, how):
    assert walked(almanac_v1, almanac.base_url, how, limit=3) == IDS[:3]
    assert len(almanac.asked) == 4


@pytest.mark.parametrize(
    ("how", "arguments", "ids"),
    [
        ("numbers", {"page": 2}, IDS[2:]),
        ("numbers", {"per_page": 4}, IDS),
        ("cursors", {"after": "c2"}, IDS[2:]),
        ("offsets", {"start": 3}, IDS[3:]),
        ("newest", {"starting_after": "r4"}, IDS[4:]),
    ],
)
def test_a_walk_begins_where_it_is_told(almanac_v1, almanac, how, arguments, ids):
    assert walked(almanac_v1, almanac.base_url, how, **arguments) == ids


@pytest.mark.parametrize("how", ["links", "urls"])
def test_another_host_is_not_followed(almanac_v1, almanac, how):
    almanac.elsewhere = "http://elsewhere.example"
    with (
        almanac_v1.package.Almanac(base_url=almanac.base_url) as client,
        pytest.raises(almanac_v1.errors.PagingError, match=r"elsewhere\.example, another host"),
    ):
        list(getattr(client.record, f"iter_{how}")())


@pytest.mark.parametrize("how", WAYS)
def test_the_stub_ends_a_walk(almanac_v1, how):
    with almanac_v1.stub.StubServer() as stub:
        assert walked(almanac_v1, stub.base_url, how) == ["r1"]


def test_its_openapi_is_valid():
    document = json.loads(OPENAPI.read_text())
    validate_openapi(document)
    assert len(document["paths"]) == len(WAYS)
