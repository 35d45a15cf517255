"""The tram's package, run: rate limits of every kind, counted by clients and by the stub."""

import asyncio
import json
from datetime import UTC, datetime
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.runtime.scripted import answers

GET = '{"id": "4", "stop": "Harbour"}'
OPENAPI_LIMITS = {
    "/tickets post": [
        {"group": "tickets", "requests": 10, "seconds": 60, "cost": 5},
        {"group": "tickets", "requests": 12, "seconds": 3600, "cost": 5},
        {"group": "writes", "requests": 100, "seconds": 60, "per": "method"},
    ],
    "/trams/{id} get": [
        {"group": "watching", "requests": 1, "seconds": 10, "per": "argument", "argument": "id"}
    ],
    "/depot get": [{"group": "depot"}],
}


def client_of(tram_v1, base_url, **options):
    options = {"token": "t", "base_url": base_url, "max_wait": 0, "retries": 0, **options}
    return tram_v1.package.TramClient(**options)


def refused(tram_v1, call, **arguments):
    with pytest.raises(tram_v1.errors.RateLimited) as caught:
        call(**arguments)
    return caught.value


def test_each_value_of_an_argument_has_a_window(tram_v1, server):
    server.will(answers(GET), answers(GET))

    with client_of(tram_v1, server.base_url) as client:
        client.tram.get(id="4")
        client.tram.get(id="5")
        error = refused(tram_v1, client.tram.get, id="4")

    assert (error.group, error.status) == ("watching", 0)
    assert len(server.received) == 2


def test_each_operation_has_a_window(tram_v1, server):
    server.will(*[answers("[]")] * 4)

    with client_of(tram_v1, server.base_url) as client:
        for _ in range(2):
            client.tram.list()
            client.tram.stops()
        assert refused(tram_v1, client.tram.list).group == "lists"


def test_a_call_costs_what_it_costs_in_each_window(tram_v1, server):
    server.will(*[answers('{"id": "t1"}')] * 2)

    with client_of(tram_v1, server.base_url) as client:
        client.ticket.buy(stop="Harbour")
        client.ticket.buy(stop="Harbour")
        error = refused(tram_v1, client.ticket.buy, stop="Harbour")
        assert 50 < error.retry_after < 3700
        assert refused(tram_v1, client.ticket.void, id="t1").retry_after < 61


def test_a_limit_that_is_told_is_kept(tram_v1, server):
    told = "Date: Thu, 01 Jan 1970 00:00:00 GMT\r\nX-Left: 0\r\nX-Reset: 90\r\n"
    server.will(answers("[]", more="X-Left: 7\r\nX-Reset: 90\r\n"), answers("[]", more=told))

    with client_of(tram_v1, server.base_url) as client:
        client.tram.depot()
        client.tram.depot()
        error = refused(tram_v1, client.tram.depot)

    assert error.group == "depot"
    assert 80 < error.retry_after <= 90
    assert "as responses tell it" in str(error)
    assert len(server.received) == 2


def test_an_awaiting_client_keeps_it_too(tram_v1, server):
    told = "Date: Thu, 01 Jan 1970 00:00:00 GMT\r\nX-Left: 0\r\nX-Reset: 90\r\n"
    server.will(answers("[]", more=told))

    async def twice():
        given = {"token": "t", "base_url": server.base_url, "max_wait": 0, "retries": 0}
        async with tram_v1.package.AsyncTramClient(**given) as client:
            await client.tram.depot()
            await client.tram.depot()

    with pytest.raises(tram_v1.errors.RateLimited, match="group depot"):
        asyncio.run(twice())


def test_another_group_that_is_told_is_not_held(tram_v1, server):
    told = "X-Left: 0\r\nX-Reset: 99999999999\r\nX-Bucket: writes\r\n"
    server.will(answers('{"id": "t1"}', more=told))

    with client_of(tram_v1, server.base_url) as client:
        client.ticket.buy(stop="Harbour")
        assert refused(tram_v1, client.ticket.buy, stop="Harbour").group == "writes"


def asked(stub, path, method="GET", body=None):
    headers = {"Authorization": "Bearer t", "Content-Type": "application/json"}
    request = Request(stub.base_url + path, body, headers, method=method)
    try:
        with urlopen(request) as response:
            return response.status, response.headers
    except HTTPError as failed:
        with failed:
            return failed.code, failed.headers


@pytest.fixture
def stub(tram_v1):
    with tram_v1.stub.StubServer(limits="on") as server:
        server.clock.run(False)
        server.clock.set(datetime(2031, 1, 1, tzinfo=UTC))
        yield server


def test_the_stub_limits_each_value(stub):
    assert [asked(stub, path)[0] for path in ("/trams/4", "/trams/5", "/trams/4")] == [
        200,
        200,
        429,
    ]
    stub.clock.advance(10)
    assert asked(stub, "/trams/4")[0] == 200


def test_the_stub_counts_costs_in_each_window(stub):
    buy = ("/tickets", "POST", b'{"stop": "x"}')

    assert [asked(stub, *buy)[0] for _ in range(3)] == [200, 200, 429]
    stub.clock.advance(60)
    assert asked(stub, *buy)[0] == 429
    assert asked(stub, "/tickets/t1", "DELETE")[0] == 204
    stub.clock.advance(3600)
    assert asked(stub, *buy)[0] == 200


def test_the_stub_tells_what_is_left(stub):
    status, headers = asked(stub, "/trams")
    assert (status, headers["X-Left"], headers["X-Most"]) == (200, "1", "2")
    assert headers["X-Bucket"] == "lists"
    assert headers["X-Reset"] == "1924992010"

    asked(stub, "/trams")
    status, headers = asked(stub, "/trams")
    assert (status, headers["X-Left"]) == (429, "0")
    assert headers.get_all("X-Reset") == ["1924992010"]


def test_the_stub_is_silent_about_what_is_not_told(stub):
    given_back = ("/tickets/t1", "DELETE")
    _, headers = asked(stub, *given_back)

    assert (headers["X-Bucket"], headers["X-Left"]) == ("tickets", "9")
    assert asked(stub, *given_back)[0] == 429
    stub.clock.advance(1)
    assert asked(stub, *given_back)[0] == 204


def test_what_is_told_is_about_no_silent_group(tram_v1, server):
    server.will(answers("{}", more="X-Left: 0\r\nX-Reset: 99999999999\r\nX-Bucket: haste\r\n"))

    with client_of(tram_v1, server.base_url) as client:
        client.ticket.void(id="t1")
        assert refused(tram_v1, client.ticket.void, id="t1").group != "haste"


def test_the_stub_tells_it_in_the_body_too(stub):
    request = Request(f"{stub.base_url}/trams/4", headers={"Authorization": "Bearer t"})
    with urlopen(request):
        pass
    with pytest.raises(HTTPError) as caught:
        urlopen(request)

    with caught.value as refusal:
        assert json.loads(refusal.read())["retry_in"] == 10


def test_a_client_waits_as_the_stub_tells(tram_v1, stub):
    with client_of(tram_v1, stub.base_url, rate_limit=None) as client:
        client.tram.get(id="4")
        error = refused(tram_v1, client.tram.get, id="4")

    assert (error.status, error.code) == (429, "too_often")
    assert error.retry_after is not None


def test_a_token_is_sent_if_there_is_one(tram_v1, server, monkeypatch):
    server.will(*[answers("[]")] * 3)
    given = {"base_url": server.base_url, "rate_limit": None}

    with tram_v1.package.TramClient(**given) as client:
        client.tram.list()
        with pytest.raises(tram_v1.errors.ConfigurationError, match="token="):
            client.ticket.buy(stop="Harbour")
    with tram_v1.package.TramClient(token="t", **given) as client:
        client.tram.list()
    monkeypatch.setenv("TRAM_TOKEN", "e")
    with tram_v1.package.TramClient(**given) as client:
        client.tram.list()

    sent = [each.headers.get("authorization") for each in server.received]
    assert sent == [None, "Bearer t", "Bearer e"]


def test_the_stub_refuses_a_wrong_token_only(tram_v1):
    with tram_v1.stub.StubServer(credentials={"token": "right"}) as stub:
        statuses = []
        for token in ("right", "wrong", None):
            headers = {"Authorization": f"Bearer {token}"} if token else {}
            statuses.append(status_of(Request(f"{stub.base_url}/trams", headers=headers)))

    assert statuses == [200, 401, 200]


def status_of(request):
    try:
        with urlopen(request) as response:
            return response.status
    except HTTPError as failed:
        with failed:
            return failed.code


def test_openapi_says_that_a_token_is_optional(made):
    document = json.loads((made["tram"] / "openapi.json").read_text())
    assert document["security"] == [{"passenger": []}, {}]
    assert document["paths"]["/tickets"]["post"]["security"] == [{"passenger": []}]


def test_openapi_says_the_limits(made):
    document = json.loads((made["tram"] / "openapi.json").read_text())
    for where, limits in OPENAPI_LIMITS.items():
        path, method = where.split()
        assert document["paths"][path][method]["x-rate-limits"] == limits


def test_a_docstring_says_them(tram_v1):
    buy = tram_v1.package.TramClient(token="t").ticket.buy.__doc__

    assert "10 requests a minute, of which this is 5" in buy
    assert "for each value of `id`" in tram_v1.package.TramClient(token="t").tram.get.__doc__


REFUSED = answers('{"code": "not_yet", "message": "Soon."}', 429, more="Retry-After: 0\r\n")
REFUSED_OTHERWISE = answers('{"code": "too_often", "message": "Soon."}', 429)
BOUGHT = answers('{"id": "t1", "stop": "Harbour"}')


def test_a_change_that_was_not_begun_is_sent_again(tram_v1, server):
    server.will(REFUSED, BOUGHT)

    with client_of(tram_v1, server.base_url, max_wait=5, retries=1) as client:
        assert client.ticket.buy(stop="Harbour").id == "t1"
    assert len(server.received) == 2


def test_a_change_that_was_not_begun_is_awaited(tram_v1, server):
    server.will(REFUSED, BOUGHT)

    async def buy():
        options = {"token": "t", "base_url": server.base_url, "max_wait": 5, "retries": 1}
        async with tram_v1.package.AsyncTramClient(**options) as client:
            return await client.ticket.buy(stop="Harbour")

    assert asyncio.run(buy()).id == "t1"
    assert len(server.received) == 2


@pytest.mark.parametrize(("answer", "sent"), [(REFUSED, 2), (REFUSED_OTHERWISE, 1)])
def test_a_refusal_that_goes_on_is_the_error(tram_v1, server, answer, sent):
    server.will(answer, answer)

    with client_of(tram_v1, server.base_url, max_wait=5, retries=1) as client:
        error = refused(tram_v1, client.ticket.buy, stop="Harbour")
    assert (error.is_retryable, len(server.received)) == (sent == 2, sent)
