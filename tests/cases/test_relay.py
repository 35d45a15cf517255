"""The relay's package, run: lists as known services have them, by clients, emulator and stub."""

import asyncio
import json
import warnings
from urllib.parse import parse_qsl, urlsplit
from urllib.request import Request, urlopen

import pytest

from tests.cases.relay_server import IDS, ITEMS, Relay
from tests.runtime.scripted import answers

WAYS = (
    "chat",
    "document",
    "project",
    "commit",
    "release",
    "zone",
    "query",
    "contact",
    "tweet",
    "thing",
    "order",
    "parcel",
)
NEEDED = {"query": {"database": "d1"}}


@pytest.fixture
def relay():
    server = Relay()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def emulated(relay_v1):
    with relay_v1.stub.StubServer() as stub:
        with relay_v1.package.Relay(base_url=stub.base_url) as client:
            for item in ITEMS:
                client.item.add(**item)
        yield stub


def walked(relay_v1, base_url, how, **arguments):
    """The ids of a walk by the blocking client, which are those of the awaiting one."""
    arguments = {**NEEDED.get(how, {}), **arguments}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with relay_v1.package.Relay(base_url=base_url) as client:
            blocking = [*map(id_of, getattr(client.item, f"iter_{how}")(**arguments))]

        async def awaited():
            async with relay_v1.package.AsyncRelay(base_url=base_url) as client:
                pager = getattr(client.item, f"iter_{how}")(**arguments)
                return [id_of(each) async for each in pager]

        assert asyncio.run(awaited()) == blocking
    return blocking


def id_of(item):
    return item.data.name if hasattr(item, "data") else item.id


@pytest.mark.parametrize("how", WAYS)
def test_the_service_is_walked(relay_v1, relay, how):
    assert walked(relay_v1, relay.base_url, how) == IDS
    pages = 4 if how == "thing" else 3  # which ends with a page without things
    assert len(relay.asked) == 2 * pages


@pytest.mark.parametrize("how", WAYS)
def test_the_emulator_is_walked(relay_v1, emulated, how):
    size = {"document": {"page": {"size": 2}}}.get(how, {})
    assert walked(relay_v1, emulated.base_url, how, **size) == IDS


@pytest.mark.parametrize("how", WAYS)
def test_both_documented_pages_are_walked(relay_v1, how):
    with relay_v1.stub.StubServer(mode="examples") as stub:
        assert walked(relay_v1, stub.base_url, how) == ["r1", "r2"]


@pytest.mark.parametrize(
    ("how", "arguments", "second"),
    [
        (
            "document",
            {"page": {"size": 1}, "include": "x"},
            ("/v1/documents?page[number]=2&page[size]=1&include=x", ""),
        ),
        (
            "tweet",
            {"options_": {"max_results": 4}},
            ("/v1/tweets", '{"options":{"max_results":4,"pagination_token":"t4"}}'),
        ),
        ("order", {"limit": 4}, ("/v1/orders", "limit=4&offset=4")),
        ("parcel", {"page_size": 4}, ("/v1/parcels?page_size=4&page=2", "")),
        ("chat", {"limit": 3}, ("/v1/conversations.list", "limit=3&cursor=c3")),
        ("project", {"per_page": 4}, ("/v1/projects?per_page=4&page=2", "")),
        ("release", {"per_page": 4}, ("/v1/releases?p=2&n=4", "")),
    ],
)
def test_what_else_was_asked_for_goes_along(relay_v1, relay, how, arguments, second):
    assert walked(relay_v1, relay.base_url, how, **arguments) == IDS
    assert relay.asked[1] == second


def asked(stub, target, body=None):
    kind = "application/json" if body and body[0] == "{" else "application/x-www-form-urlencoded"
    data = None if body is None else body.encode()
    request = Request(stub.base_url + target, data, {"Content-Type": kind})
    with urlopen(request) as response:
        return json.loads(response.read()), response.headers


def test_the_emulator_says_what_the_service_does(emulated):
    base = emulated.base_url
    page, _ = asked(emulated, "/documents?page[size]=2&include=a")
    told = f"{base}/documents?page%5Bsize%5D=2&include=a&page%5Bnumber%5D=2"
    assert (page["links"], page["meta"]) == ({"next": told}, {"total": 5})
    first = asked(emulated, "/projects")[1]
    assert (first["X-Next-Page"], first["X-Total-Pages"]) == ("2", "3")
    page, last = asked(emulated, "/projects?page=3")
    assert (page, last["X-Next-Page"]) == (ITEMS[4:], None)
    assert asked(emulated, "/releases")[1]["Link"] == (
        f'<{base}/releases?p=2>; rel="next", <{base}/releases?p=3>; rel="last"'
    )
    assert asked(emulated, "/zones?page=3")[0] == {
        "result": ITEMS[4:],
        "result_info": {"total_pages": 3, "all": 5},
        "messages": ["The end."],
    }
    assert asked(emulated, "/orders", "offset=4")[0] == {"data": {"rows": ITEMS[4:]}, "total": 5}


def test_the_emulator_says_something_on_the_last_page(relay_v1, emulated):
    with relay_v1.package.Relay(base_url=emulated.base_url) as client:
        pages = [*client.item.iter_query(database="d1").pages()]
    told = [relay_v1.package.UNSET, relay_v1.package.UNSET, "since 5"]
    assert [each.sync_token for each in pages] == told
    assert asked(emulated, "/zones?page=2")[0]["messages"] == []


def test_the_emulator_puts_links_beside_those_that_are_there(emulated):
    def linked(target):
        page, _ = asked(emulated, target)
        return {each["rel"]: (each["href"], each["method"]) for each in page["links"]}

    at = f"{emulated.base_url}/parcels?page_size=2&page="
    own = {"self": ("/parcels", "GET")}
    assert linked("/parcels?page_size=2") == own | {"next": (f"{at}2", "GET")}
    assert linked("/parcels?page_size=2&page=3") == own | {"prev": (f"{at}2", "GET")}


@pytest.mark.parametrize(
    ("target", "body", "page"),
    [
        ("/contacts?limit=9", None, {"results": ITEMS}),
        ("/tweets", '{"options":{"max_results":9}}', {"data": ITEMS, "meta": {}}),
        ("/conversations.list", "limit=9", {"ok": True, "channels": ITEMS}),
        (
            "/databases/d1/query",
            '{"page_size":9}',
            {"results": ITEMS, "has_more": False, "next_cursor": None, "sync_token": "since 5"},
        ),
    ],
)
def test_the_last_page_says_nothing_of_another(emulated, target, body, page):
    assert asked(emulated, target, body)[0] == page


def test_the_beginning_may_be_a_default(emulated):
    """A cursor that counts from 1 is none of the emulator's own."""
    assert asked(emulated, "/commits")[0] == ITEMS[:2]


@pytest.mark.parametrize(
    ("sizes", "asked"), [([2, 2, 1], 3), ([2, 2, 0], 3), ([1, 0], 2), ([0], 1)]
)
def test_a_short_page_ends_a_walk_of_no_size(relay_v1, server, sizes, asked):
    pages = [[{"id": f"r{n}-{i}", "number": 1} for i in range(n)] for n in sizes]
    server.will(*(answers(json.dumps(page)) for _ in range(2) for page in pages))
    assert len(walked(relay_v1, server.base_url, "letter")) == sum(sizes)
    assert len(server.received) == 2 * asked


@pytest.mark.parametrize(
    ("how", "argument", "asked"),
    [("ragged", "page", [None, "2", "3", "4"]), ("gapped", "from", [None, "1", "3", "4"])],
)
def test_a_short_page_in_the_middle_ends_no_walk(relay_v1, server, how, argument, asked):
    pages = [["a"], ["b", "c"], ["d"], []]
    bodies = [json.dumps([{"id": each, "number": 1} for each in page]) for page in pages]
    server.will(*map(answers, bodies * 2))
    assert walked(relay_v1, server.base_url, how) == ["a", "b", "c", "d"]
    queries = [dict(parse_qsl(urlsplit(each.target).query)) for each in server.received]
    assert [each.get(argument) for each in queries] == asked * 2


@pytest.mark.parametrize("how", ["ragged", "gapped"])
def test_the_stub_of_pages_until_an_empty_one_is_walked(relay_v1, emulated, how):
    assert walked(relay_v1, emulated.base_url, how) == IDS
    with relay_v1.stub.StubServer(mode="examples") as stub:
        assert walked(relay_v1, stub.base_url, how) == ["r1", "r2"]


def test_the_stub_of_a_list_of_no_size_is_walked(relay_v1, emulated):
    assert walked(relay_v1, emulated.base_url, "letter") == IDS
    with relay_v1.stub.StubServer(mode="examples") as stub:
        assert walked(relay_v1, stub.base_url, "letter") == ["r1", "r2", "r3"]
