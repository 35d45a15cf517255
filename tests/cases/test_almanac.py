"""The almanac's package, run: lists in every way that lists come in pages."""

import asyncio
import json
import re
from urllib.error import HTTPError
from urllib.request import urlopen

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
    "endless",
)


@pytest.fixture
def almanac():
    server = Almanac()
    yield server
    server.stop()


def walked(almanac_v1, base_url, how, **arguments):
    return walked_by(almanac_v1.package, base_url, how, **arguments)


def walked_by(package, base_url, how, **arguments):
    """The ids of a walk by the blocking client, which are those of the awaiting one."""
    with package.Almanac(base_url=base_url) as client:
        pager = getattr(client.record, f"iter_{how}")(**arguments)
        blocking = [each.id for each in pager]

    async def in_tasks():
        async with package.AsyncAlmanac(base_url=base_url) as client:
            pager = getattr(client.record, f"iter_{how}")(**arguments)
            return [each.id async for each in pager]

    assert asyncio.run(in_tasks()) == blocking
    return blocking


@pytest.mark.parametrize("how", WAYS)
def test_a_walk_yields_each_item_once(almanac_v1, almanac, how):
    assert walked(almanac_v1, almanac.base_url, how) == IDS


@pytest.mark.parametrize("encoding", ["form", "json"])
def test_what_leads_to_a_page_may_be_in_a_body(compiled, almanac, encoding):
    spec = CASES / "good" / "almanac" / "spec"
    package, stub, *_ = compiled(spec, method="POST", encoding=encoding)
    with stub.StubServer() as emulated, stub.StubServer(mode="examples") as documented:
        with package.Almanac(base_url=emulated.base_url) as client:
            for record in RECORDS:
                client.record.add(**record)
        for how in WAYS:
            assert walked_by(package, almanac.base_url, how) == IDS
            assert walked_by(package, emulated.base_url, how) == IDS
            assert walked_by(package, documented.base_url, how) == ["r1"]


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


@pytest.mark.parametrize("how", ["links", "urls"])
def test_the_documented_host_stands_for_base_url(almanac_v1, almanac, how):
    almanac.elsewhere = "https://almanac.example"
    assert walked(almanac_v1, almanac.base_url, how) == IDS
    assert almanac.asked


@pytest.mark.parametrize("how", WAYS)
def test_the_stub_ends_a_walk(almanac_v1, how):
    with almanac_v1.stub.StubServer(mode="examples") as stub:
        assert walked(almanac_v1, stub.base_url, how) == ["r1"]


def test_the_last_documented_page_is_of_its_type(almanac_v1):
    with almanac_v1.stub.StubServer(mode="examples") as stub:
        assert asked(stub, "/headers?after=c2")[0] == []
        assert asked(stub, "/cursors?after=c2")[0]["meta"]["next"] is None


@pytest.fixture(scope="module")
def emulated(almanac_v1):
    """An emulator that holds the records of the server written by hand."""
    with almanac_v1.stub.StubServer() as stub:
        with almanac_v1.package.Almanac(base_url=stub.base_url) as client:
            for record in RECORDS:
                client.record.add(**record)
        yield stub


@pytest.mark.parametrize("how", WAYS)
def test_an_emulator_turns_pages_in_every_way(almanac_v1, emulated, how):
    assert walked(almanac_v1, emulated.base_url, how) == IDS


def asked(stub, target):
    """What raw HTTP gets: the body, and the header `Link`."""
    with urlopen(stub.base_url + target) as response:
        return json.loads(response.read()), response.headers


def ids(records):
    return [each["id"] for each in records]


def test_an_emulator_says_where_other_pages_are(emulated):
    base = emulated.base_url

    first, headers = asked(emulated, "/links?per_page=2")
    assert ids(first) == IDS[:2]
    assert headers["Link"] == (
        f'<{base}/links?per_page=2&page=2>; rel="next", '
        f'<{base}/links?per_page=2&page=3>; rel="last"'
    )
    last, headers = asked(emulated, "/links?per_page=2&page=3")
    assert ids(last) == IDS[4:]
    assert headers["Link"] == (
        f'<{base}/links?per_page=2&page=2>; rel="prev", '
        f'<{base}/links?per_page=2&page=1>; rel="first"'
    )
    page, _ = asked(emulated, "/urls?per_page=2&start=2")
    assert page["paging"] == {
        "next": f"{base}/urls?per_page=2&start=4",
        "previous": f"{base}/urls?per_page=2&start=0",
    }


def test_an_emulator_turns_pages_back(emulated):
    page, _ = asked(emulated, "/newest?ending_before=r4&limit=2")
    assert (ids(page["data"]), page["has_more"]) == (["r2", "r3"], True)

    page, _ = asked(emulated, "/newest?ending_before=r2&limit=2")
    assert (ids(page["data"]), page["has_more"]) == (["r1"], False)


@pytest.mark.parametrize(
    "target", ["/cursors?after=c2", "/newest?starting_after=r9", "/newest?ending_before=r9"]
)
def test_a_cursor_that_is_none_is_the_error_said(emulated, target):
    with pytest.raises(HTTPError) as caught:
        asked(emulated, target)

    assert (caught.value.code, json.loads(caught.value.read())["code"]) == (404, "lost")


def test_an_emulator_says_what_a_page_documents(emulated):
    assert asked(emulated, "/totalled?per_page=2&page=3")[0] == {
        "meta": {"total": 5},
        "result": {"records": [RECORDS[4]]},
    }
    assert asked(emulated, "/counted?per_page=2")[0]["pages"] == 3
    assert asked(emulated, "/flagged")[0] == {"has_more": False, "data": RECORDS}
    assert asked(emulated, "/offsets?start=4")[0] == {"total": 5, "records": [RECORDS[4]]}
    assert ids(asked(emulated, "/updates?offset=4")[0]["result"]) == ["r4", "r5"]


def test_its_openapi_is_valid():
    document = json.loads(OPENAPI.read_text())
    validate_openapi(document)
    assert len(document["paths"]) == len([*WAYS, "add"])


def test_its_openapi_says_how_to_walk():
    size = {"size": "per_page"}
    limit = {"size": "limit"}
    items = {"items": "result.records"}
    endless = {"next": "paging.next", "offset": "start", "until_empty": True}
    urls = {"next": "paging.next", "previous": "paging.previous", "offset": "start"}
    newest = {"cursor": "starting_after", "before": "ending_before", "item": "id"}
    paths = json.loads(OPENAPI.read_text())["paths"]

    assert {path[1:]: item["get"]["x-paging"] for path, item in paths.items() if "get" in item} == {
        "numbers": {"by": "page", "page": "page", **size},
        "flagged": {"by": "page", "page": "page", "first": 0, "more": "has_more", "items": "data"},
        "totalled": {"by": "page", "page": "page", **size, "total": "meta.total", **items},
        "counted": {"by": "page", "page": "page", **size, "pages": "pages", "items": "records"},
        "offsets": {
            "by": "offset",
            "offset": "start",
            **limit,
            "total": "total",
            "items": "records",
        },
        "cursors": {"by": "cursor", "cursor": "after", "next": "meta.next", **limit, **items},
        "headers": {"by": "cursor", "cursor": "after", "next_header": "X-Next"},
        "newest": {"by": "last_item", **newest, "more": "has_more", **limit, "items": "data"},
        "updates": {
            "by": "last_item",
            "cursor": "offset",
            "item": "number",
            "plus": 1,
            "items": "result",
        },
        "links": {"by": "link", **size, "page": "page"},
        "endless": {"by": "url", **endless, **size, "items": "data"},
        "urls": {"by": "url", **urls, **size, "items": "data"},
    }


def test_an_account_is_made_up_as_the_spec_says(almanac_v1):
    stub = almanac_v1.stub.StubServer(seed_random=3, random_seed=1, clock="2031-01-02T00:00:00Z")
    records = stub.records("record", tenant="key")
    copies = [each for each in records if " of " not in each["id"]]
    days_before = [each for each in records if " of " in each["id"]]

    assert 3 <= len(copies) <= 6
    assert {each["number"] for each in copies} <= {1, 2, 3}
    assert {each["id"].partition(".")[0] for each in copies} == {"1", "2", "3"}
    assert all(re.fullmatch(r"[1-3]\.[12] [A-Z][a-z]+ [a-z-]+", each["id"]) for each in copies)
    assert days_before == [
        {"id": f"{turn} of 2031-01-01T00:00:00Z", "number": turn} for turn in (1, 2, 3)
    ]
