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
    "denied",
    "dated",
    "nearby",
    "urls",
    "endless",
    "bracketed",
    "headed",
    "tallied",
    "ended",
    "marked",
    "following",
    "handed",
    "onward",
    "streamed",
    "closing",
    "paired",
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


@pytest.mark.parametrize(
    ("how", "server"),
    [("dated", "almanac"), ("nearby", "almanac"), ("nearby", "emulated"), ("newest", "emulated")],
)
def test_a_walk_goes_back_the_nearest_first(almanac_v1, almanac, emulated, how, server):
    base = {"almanac": almanac, "emulated": emulated}[server].base_url
    name = "ending_before" if how == "newest" else "min_id"
    assert walked(almanac_v1, base, how, **{name: "r5"}) == ["r4", "r3", "r2", "r1"]
    assert walked(almanac_v1, base, how, **{name: "r4"}, max_items=2) == ["r3", "r2"]
    assert walked(almanac_v1, base, how, **{name: "r1"}) == []


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


def test_with_both_cursors_a_walk_goes_on(almanac_v1, emulated):
    assert walked(almanac_v1, emulated.base_url, "nearby", max_id="r3") == ["r4", "r5"]


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


def test_addresses_lead_in_both_directions(emulated):
    _, headers = asked(emulated, "/nearby?max_id=r1&limit=2")
    base = f"<{emulated.base_url}/nearby?limit=2"
    assert headers["Link"].split(", ") == [
        f'{base}&min_id=r2>; rel="prev"',
        f'{base}>; rel="first"',
        f'{base}&max_id=r3>; rel="next"',
        f'{base}&max_id=r4>; rel="last"',
    ]
    assert asked(emulated, "/nearby?min_id=r1")[0] == []
    assert asked(emulated, "/nearby?min_id=r1")[1]["Link"] is None
    with pytest.raises(HTTPError, match="404") as caught:
        asked(emulated, "/nearby?min_id=r9")
    caught.value.close()


def test_a_cursor_handed_out_leads_back(emulated):
    page, headers = asked(emulated, "/dated?limit=4")
    onward = headers["Link"].partition(">")[0].removeprefix(f"<{emulated.base_url}")
    page, headers = asked(emulated, onward)
    assert ids(page) == ["r5"]
    back = headers["Link"].partition(">")[0].removeprefix(f"<{emulated.base_url}")
    assert "min_id=" in back
    assert "max_id=" not in back
    assert ids(asked(emulated, back)[0]) == IDS[:4]


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


@pytest.mark.parametrize("how", ["handed", "onward"])
def test_another_operation_goes_on_with_a_list(almanac_v1, almanac, emulated, how):
    assert walked(almanac_v1, almanac.base_url, how) == IDS
    assert [target.partition("?")[0] for target in almanac.asked[:3]] == {
        "handed": ["/api/handed", "/api/handed/on", "/api/handed/on"],
        "onward": ["/api/onward", "/api/onward/from/p2", "/api/onward/from/p4"],
    }[how]
    # What goes on knows nothing but a cursor, and the list is the one that was asked for.
    size = {"handed": {"limit": 1}, "onward": {"per_page": 1}}[how]
    assert walked(almanac_v1, emulated.base_url, how, above=2, **size) == IDS[2:]


def test_an_address_of_another_operation_is_not_followed(almanac_v1, almanac):
    almanac.onward = "/api/links/from/p"
    with (
        almanac_v1.package.Almanac(base_url=almanac.base_url) as client,
        pytest.raises(almanac_v1.errors.PagingError, match="none of `record"),
    ):
        list(client.record.iter_onward())


@pytest.mark.parametrize("cursor", ["c2", "MC4w", "AAAA"])
def test_a_cursor_that_nobody_handed_out(emulated, cursor):
    for target in (f"/handed/on?cursor={cursor}", f"/onward/from/{cursor}"):
        with pytest.raises(HTTPError) as caught:
            asked(emulated, target)
        assert (caught.value.code, json.loads(caught.value.read())["code"]) == (404, "lost")


def test_a_cursor_of_another_list_is_none(emulated):
    cursor = asked(emulated, "/handed")[0]["cursor"]
    with pytest.raises(HTTPError, match="404"):
        asked(emulated, f"/onward/from/{cursor}")


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


def test_an_emulator_says_in_headers_what_a_page_documents(emulated):
    assert asked(emulated, "/headed?per_page=2")[1]["X-Total-Pages"] == "3"
    second, headers = asked(emulated, "/closing?page=2")
    assert (ids(second), headers["X-Last"]) == (IDS[2:4], "false")
    assert asked(emulated, "/tallied?start=4")[1]["X-Total"] == "5"
    assert asked(emulated, "/marked?start=1")[1]["X-More"] == "true"
    assert asked(emulated, "/marked?start=4")[1]["X-More"] == "false"
    assert asked(emulated, "/following?per_page=5")[1]["X-Next-Page"] is None


def test_a_part_of_a_list_has_a_status_of_its_own(almanac_v1, emulated):
    with almanac_v1.package.Almanac(base_url=emulated.base_url) as client:
        follow = client.with_raw_response.record.following
        raw = [follow(), follow(page=2), follow(page=4)]
    assert [each.status for each in raw] == [206, 206, 200]
    assert [each.id for response in raw for each in response.parsed()] == IDS
    responses = json.loads(OPENAPI.read_text())["paths"]["/following"]["get"]["responses"]
    assert responses["206"]["content"] == responses["200"]["content"]


def test_what_is_around_a_page_argument_stays(almanac_v1, almanac):
    ids = walked(almanac_v1, almanac.base_url, "bracketed", page={"size": 3, "number": 1})
    assert ids == IDS
    assert almanac.asked[1] == "/api/bracketed?page%5Bsize%5D=3&page%5Bnumber%5D=2"


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
    link = asked(emulated, "/denied?limit=5")[1]["Link"]
    assert link == f'<{base}/denied?limit=5>; rel="next"; results="false"'
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


def test_the_last_page_has_no_address_of_a_next(emulated):
    page, _ = asked(emulated, "/urls?per_page=2&start=4")
    previous = f"{emulated.base_url}/urls?per_page=2&start=2"
    assert page["paging"] == {"next": None, "previous": previous}
    assert list(asked(emulated, "/onward?per_page=5")[0]) == ["records"]  # whose `next` is a text


@pytest.mark.parametrize("how", ["cursors", "headers", "newest", "streamed"])
def test_a_cursor_of_the_caller_gets_the_example(almanac_v1, how):
    cursor = "starting_after" if how == "newest" else "after"
    with almanac_v1.stub.StubServer(mode="examples") as stub:
        assert asked(stub, f"/{how}?{cursor}=x")[0] == asked(stub, f"/{how}")[0]


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


@pytest.mark.parametrize("how", ["denied", "streamed", "headers"])
def test_a_cursor_that_is_none_is_refused(emulated, how):
    with pytest.raises(HTTPError) as caught:
        asked(emulated, f"/{how}?after=id%20..")

    assert (caught.value.code, caught.value.read() != b"") == (400, True)
    assert "never handed out" in caught.value.headers["X-Stub-Problem"]


def test_an_emulator_says_what_a_page_documents(emulated):
    assert asked(emulated, "/totalled?per_page=2&page=3")[0] == {
        "meta": {"total": 5},
        "result": {"records": [RECORDS[4]]},
    }
    assert asked(emulated, "/counted?per_page=2")[0]["pages"] == 3
    assert asked(emulated, "/streamed?limit=4")[0]["end_of_stream"] is False
    assert asked(emulated, "/streamed?limit=5")[0]["end_of_stream"] is True
    assert asked(emulated, "/cursors?limit=5")[0] == {"result": {"records": RECORDS}}
    assert asked(emulated, "/flagged")[0] == {"has_more": False, "data": RECORDS}
    assert asked(emulated, "/ended?start=3")[0] == {"is_last": True, "records": RECORDS[3:]}
    assert asked(emulated, "/ended")[0]["is_last"] is False
    assert asked(emulated, "/offsets?start=4")[0] == {"total": 5, "records": [RECORDS[4]]}
    assert ids(asked(emulated, "/updates?offset=4")[0]["result"]) == ["r4", "r5"]


def test_its_openapi_is_valid():
    document = json.loads(OPENAPI.read_text())
    validate_openapi(document)
    assert len(document["paths"]) == len([*WAYS, "add", "handed_on", "from_place"])


def test_its_openapi_says_how_to_walk():
    size = {"size": "per_page"}
    limit = {"size": "limit"}
    items = {"items": "result.records"}
    endless = {"next": "paging.next", "offset": "start", "until_empty": True}
    urls = {"next": "paging.next", "previous": "paging.previous", "offset": "start"}
    newest = {"cursor": "starting_after", "before": "ending_before", "item": "id"}
    both = {"cursor": "max_id", "before": "min_id"}
    paths = json.loads(OPENAPI.read_text())["paths"]
    lists = {path[1:]: item["get"] for path, item in paths.items() if "get" in item}
    continued = ("handed/on", "onward/from/{place}")
    assert [path for path, each in lists.items() if "x-paging" not in each] == [*continued]

    assert {path: each["x-paging"] for path, each in lists.items() if path not in continued} == {
        "numbers": {"by": "page", "page": "page", **size},
        "flagged": {"by": "page", "page": "page", "first": 0, "more": "has_more", "items": "data"},
        "streamed": {
            "by": "cursor",
            "cursor": "after",
            "next": "after_cursor",
            "end": "end_of_stream",
            **limit,
            "items": "records",
        },
        "closing": {"by": "page", "page": "page", "end_header": "X-Last", "default_size": 2},
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
        "paired": {
            "by": "cursor",
            "cursor": "after",
            "next": "next.after",
            "along": {"age": "next.epoch"},
            "along_headers": {"mark": "X-Mark"},
            **limit,
            "items": "records",
        },
        "newest": {"by": "last_item", **newest, "more": "has_more", **limit, "items": "data"},
        "updates": {
            "by": "last_item",
            "cursor": "offset",
            "item": "number",
            "plus": 1,
            "items": "result",
        },
        "links": {"by": "link", **size, "page": "page"},
        "denied": {"by": "link", **limit, "cursor": "after", "more_parameter": "results"},
        "dated": {"by": "link", **limit, **both},
        "nearby": {"by": "link", **limit, **both, "item": "id"},
        "bracketed": {"by": "page", "page": "page.number", "size": "page.size"},
        "headed": {"by": "page", "page": "page", **size, "pages_header": "X-Total-Pages"},
        "tallied": {"by": "offset", "offset": "start", **limit, "total_header": "X-Total"},
        "ended": {
            "by": "offset",
            "offset": "start",
            **limit,
            "end": "is_last",
            "items": "records",
        },
        "marked": {"by": "offset", "offset": "start", **limit, "more_header": "X-More"},
        "following": {"by": "cursor", "cursor": "page", "next_header": "X-Next-Page", **size},
        "handed": {
            "by": "cursor",
            "cursor": "cursor",
            "next": "cursor",
            "more": "has_more",
            "lifetime": 600,
            **limit,
            "items": "records",
            "continue_with": "record.handed_on",
        },
        "onward": {
            "by": "url",
            "next": "next",
            "cursor": "place",
            **size,
            "items": "records",
            "continue_with": "record.from_place",
        },
        "endless": {"by": "url", **endless, **size, "items": "data"},
        "urls": {"by": "url", **urls, **size, "items": "data"},
    }


def test_an_account_is_made_up_as_the_spec_says(almanac_v1):
    stub = almanac_v1.stub.StubServer(seed_random=3, random_seed=1, clock="2031-01-02T00:00:00Z")
    stub.clock.run(False)
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
