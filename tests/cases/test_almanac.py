"""The almanac's package, run: lists in every way that lists come in pages."""

import asyncio
import json
from urllib.error import HTTPError
from urllib.parse import parse_qs

import pytest

from tests.cases.almanac_server import RECORDS
from tests.cases.almanac_walks import IDS, WAYS, asked, ids, walked, walked_by
from tests.cases.casebook import CASES
from tests.runtime.scripted import answers


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
            assert walked_by(package, documented.base_url, how) == documented_ids(how)


@pytest.mark.parametrize(
    ("how", "pages"),
    [
        ("numbers", 3),
        ("offsets", 3),
        ("links", 3),
        ("denied", 3),
        ("dated", 3),
        ("updates", 4),
        ("streamed", 3),
        ("closing", 3),
    ],
)
def test_no_page_is_asked_for_in_vain(almanac_v1, almanac, how, pages):
    walked(almanac_v1, almanac.base_url, how)

    assert len(almanac.asked) == 2 * pages  # `updates` ends with a page without records


@pytest.mark.parametrize("kind", ["blocking", "awaiting"])
def test_items_of_several_types_lead_on(almanac_v1, server, kind):
    first = [{"number": 1, "kind": "silence"}, {"number": 4, "kind": "unheard"}]
    pages: tuple[list[object], ...] = ([*first], [{"number": 5, "kind": "silence"}], [])
    server.will(*(answers(json.dumps({"result": page})) for page in pages))

    async def awaited():
        async with almanac_v1.package.AsyncAlmanac(base_url=server.base_url) as client:
            return [type(each).__name__ async for each in client.record.iter_happenings()]

    if kind == "awaiting":
        found = asyncio.run(awaited())
    else:
        with almanac_v1.package.Almanac(base_url=server.base_url) as client:
            found = [type(each).__name__ for each in client.record.iter_happenings()]

    assert found == ["Silence", "UnknownMember", "Silence"]
    targets = [each.target for each in server.received]
    assert targets == ["/happenings", "/happenings?offset=5", "/happenings?offset=6"]


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


def test_what_says_where_a_walk_begins_is_sent_once(almanac_v1, almanac):
    found = walked(almanac_v1, almanac.base_url, "newest", around="r1", since="May", limit=2)

    assert found == IDS
    asked_for = [parse_qs(each.partition("?")[2]) for each in almanac.asked]
    assert asked_for[0] == {"around": ["r1"], "since": ["May"], "limit": ["2"]}
    assert asked_for[1] == {"starting_after": ["r2"], "limit": ["2"]}


def test_pages_of_a_walk_that_goes_back(almanac_v1, almanac):
    with almanac_v1.package.Almanac(base_url=almanac.base_url) as client:
        pages = [
            [one.id for one in each] for each in client.record.iter_nearby(min_id="r4").pages()
        ]
    assert pages == [["r2", "r3"], ["r1"]]
    assert [target.partition("?")[2] for target in almanac.asked] == [
        "min_id=r4",
        "limit=2&min_id=r2",
    ]


def test_numbers_in_ids_are_not_rounded(almanac_v1):
    large = 110000000000000000
    with (
        almanac_v1.stub.StubServer() as stub,
        almanac_v1.package.Almanac(base_url=stub.base_url) as client,
    ):
        for number in range(4):
            client.record.add(id=f"r{number}", number=large + number)
        found = client.record.iter_nearby(above=str(large + 1))
        assert [each.id for each in found] == ["r2", "r3"]


@pytest.mark.parametrize("how", ["links", "denied", "urls"])
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


def documented_ids(how):
    """The ids on the pages that the spec has examples of."""
    two = (
        "urls",
        "links",
        "dated",
        "nearby",
        "denied",
        "cursors",
        "headers",
        "newest",
        "flagged",
        "handed",
        "onward",
    )
    if how == "headed":  # its `X-Total-Pages` is 89
        return ["r1"] * 89
    return ["r1", "r2"] if how in two else ["r1"]


@pytest.mark.parametrize("how", WAYS)
def test_the_stub_ends_a_walk(almanac_v1, how):
    with almanac_v1.stub.StubServer(mode="examples") as stub:
        assert walked(almanac_v1, stub.base_url, how) == documented_ids(how)


def test_the_last_documented_page_is_of_its_type(almanac_v1):
    with almanac_v1.stub.StubServer(mode="examples") as stub:
        assert asked(stub, "/headers?after=c2")[0] == []
        assert asked(stub, "/cursors?after=c2")[0]["meta"]["next"] == ""
        assert asked(stub, "/newest?starting_after=r2")[0] == {"has_more": False, "data": []}


def test_documented_addresses_are_those_of_the_stub(almanac_v1):
    with almanac_v1.stub.StubServer(mode="examples") as stub:
        base = stub.base_url
        first, _ = asked(stub, "/urls?per_page=1")
        assert first["paging"]["next"] == f"{base}/urls?per_page=1&start=1"
        assert asked(stub, "/urls?start=1")[0]["paging"]["next"] is None
        assert asked(stub, "/onward")[0]["next"] == f"{base}/onward/from/next"
        assert asked(stub, "/links")[1]["Link"] == f'<{base}/links?page=2>; rel="next"'
        link = asked(stub, "/denied")[1]["Link"]
        assert link == f'<{base}/denied?after=next>; rel="next"; results="true"'
        second, headers = asked(stub, "/links?page=2")
        assert (ids(second), headers["Link"]) == (["r2"], None)
        assert asked(stub, "/endless")[0]["paging"]["next"] is None
        assert asked(stub, "/ended?start=1")[0]["is_last"] is True
        assert asked(stub, "/marked")[1]["X-More"] == "true"
        assert asked(stub, "/marked?start=1")[1]["X-More"] == "false"


def test_an_address_of_another_operation_is_not_followed(almanac_v1, almanac):
    almanac.onward = "/api/links/from/p"
    with (
        almanac_v1.package.Almanac(base_url=almanac.base_url) as client,
        pytest.raises(almanac_v1.errors.PagingError, match="none of `record"),
    ):
        list(client.record.iter_onward())


def test_a_cursor_that_goes_on_grows_old(almanac_v1):
    with almanac_v1.stub.StubServer(clock="2031-01-02T00:00:00Z") as stub:
        with almanac_v1.package.Almanac(base_url=stub.base_url) as client:
            for record in RECORDS:
                client.record.add(**record)
        cursor = asked(stub, "/handed")[0]["cursor"]
        assert ids(asked(stub, f"/handed/on?cursor={cursor}")[0]["records"]) == IDS[2:4]
        stub.clock.advance(601)
        with pytest.raises(HTTPError, match="404"):
            asked(stub, f"/handed/on?cursor={cursor}")


def test_what_is_around_a_page_argument_stays(almanac_v1, almanac):
    ids = walked(almanac_v1, almanac.base_url, "bracketed", page={"size": 3, "number": 1})
    assert ids == IDS
    assert almanac.asked[1] == "/api/bracketed?page%5Bsize%5D=3&page%5Bnumber%5D=2"


@pytest.mark.parametrize("how", ["cursors", "headers", "newest", "streamed"])
def test_a_cursor_of_the_caller_gets_the_example(almanac_v1, how):
    cursor = "starting_after" if how == "newest" else "after"
    with almanac_v1.stub.StubServer(mode="examples") as stub:
        assert asked(stub, f"/{how}?{cursor}=x")[0] == asked(stub, f"/{how}")[0]
