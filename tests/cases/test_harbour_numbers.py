"""Numbers of which each request has more than all before, as Kraken and Bitfinex want them."""

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import parse_qs

import pytest
from msgspec import structs

from apiscribe.runtime.client.counting import Counter, counted
from tests.cases.casebook import CASES
from tests.runtime.scripted import answers
from tests.runtime.zoo import LIST, request_for

FEES = answers('["12"]')
FAILED = answers("{}", 503)
TOKEN = answers('{"access_token": "t", "token_type": "bearer"}')
MOORED = answers("", 204)
SIGNED = {"X-Harbour-Signature": "s", "X-Harbour-Time": "1"}
LOGIN = {"client_id": "app", "client_secret": "s"}


@pytest.fixture
def signed():
    return []


@pytest.fixture(params=["blocking", "async"])
def call(request, harbour_v1, server, signed):
    """Calls operations with one client of either kind."""

    def sign(unsigned):
        signed.append(unsigned.body)
        return SIGNED

    given = {
        "base_url": server.base_url,
        "signature": sign,
        "signing_secret": "s",
        "api_key": "k",
        **LOGIN,
    }

    def blocking(*calls):
        with harbour_v1.package.Harbour(**given) as client:
            return [getattr(client.berth, name)(**arguments) for name, arguments in calls]

    async def awaited(*calls):
        async with harbour_v1.package.AsyncHarbour(**given) as client:
            return [await getattr(client.berth, name)(**arguments) for name, arguments in calls]

    return blocking if request.param == "blocking" else lambda *each: asyncio.run(awaited(*each))


def nonces(server):
    return [int(parse_qs(each.body.decode())["nonce"][0]) for each in server.received]


def test_each_call_has_a_greater_number(call, server):
    server.will(FEES, FEES, FEES)

    call(*[("fees", {"berths": [1]})] * 3)

    found = nonces(server)
    assert found == sorted(set(found))
    assert all(each > 1_700_000_000_000_000 for each in found)


def test_each_attempt_is_counted_before_it_is_signed(call, server, signed):
    server.will(FAILED, FAILED, FEES)

    assert call(("fees", {"berths": [1, 2]})) == [["12"]]

    assert len(set(nonces(server))) == 3
    assert nonces(server) == sorted(nonces(server))
    assert [each.body for each in server.received] == signed
    assert all(each.startswith(b"berths=") for each in signed)


def test_what_a_caller_counts_stays_as_it_is(call, server):
    server.will(FAILED, FEES)

    call(("fees", {"nonce": 7}))

    assert nonces(server) == [7, 7]


def test_a_number_in_a_header_goes_with_a_token(call, harbour_v1, server):
    server.will(TOKEN, MOORED, MOORED)

    call(("moor", {"ship": "Gull"}), ("moor", {"ship": "Tern"}))

    _, *moored = server.received
    turns = [int(each.headers["x-harbour-turn"]) for each in moored]
    assert turns[0] < turns[1]
    assert {each.headers["authorization"] for each in moored} == {"Bearer t"}
    assert [json.loads(each.body)["ship"] for each in moored] == ["Gull", "Tern"]


def test_threads_never_get_the_same_number():
    counter = Counter("milliseconds")
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda _: [counter.next() for _ in range(2000)], range(8)))

    assert all(each == sorted(each) for each in found)
    assert len({number for each in found for number in each}) == 16_000


def test_a_clock_that_goes_back_changes_nothing(monkeypatch):
    counter = Counter("microseconds")
    times = iter([5_000_000, 4_000_000, 9_000_000])
    monkeypatch.setattr("time.time_ns", lambda: next(times))

    assert [counter.next() for _ in range(3)] == [5000, 5001, 9000]


def test_the_address_of_a_next_page_stays():
    first = request_for(LIST, {})
    counting = counted(
        first,
        ("nonce", "microseconds"),
        lambda given: structs.replace(
            first, target=f"/first?{given['nonce']}", headers={"x-nonce": str(given["nonce"])}
        ),
    )
    assert counting.anew is not None
    page = counting.anew(structs.replace(counting, target="/second", headers={"a": "b"}))

    assert counting.anew(counting).target.startswith("/first?1")
    assert (page.target, page.headers) == (
        "/second",
        {"a": "b", "x-nonce": page.headers["x-nonce"]},
    )


def test_a_child_of_a_fork_counts_on():
    counter = Counter("nanoseconds")
    before = counter.next()
    counter._lock.acquire()
    counter.reinit()

    assert counter.next() > before


def test_the_stub_takes_what_is_counted(harbour_v1):
    with (
        harbour_v1.stub.StubServer(mode="examples") as stub,
        harbour_v1.package.Harbour(
            base_url=stub.base_url, signature=lambda _: SIGNED, signing_secret="s", api_key="k"
        ) as client,
    ):
        assert client.berth.fees() == ["12 for a ship"]


def test_openapi_says_what_is_counted():
    document = json.loads((CASES / "good" / "harbour" / "output" / "openapi.json").read_text())
    body = document["paths"]["/fees"]["post"]["requestBody"]["content"]
    nonce = body["application/x-www-form-urlencoded"]["schema"]["properties"]["nonce"]

    assert nonce["x-counts"] == "microseconds"
