"""The stub tells of limits as its service does."""

import json
from importlib import import_module

import pytest

from tests.cases.tram_server import ALONE, ASKED, EACH, IN_ONE, IN_TWO, NAMED, SHOP, SPORT, WINDOWS


def test_the_stub_tells_limits_in_a_body(tram_with):
    _, stub, *_ = tram_with(ASKED, EACH)
    with stub.StubServer(limits="on") as server, server.client() as client:
        raw = client.with_raw_response.tram.get(id="4")
        assert json.loads(raw.body)["quota"] == {"left": 899, "most": 900}
        assert client.with_raw_response.tram.list().body.startswith(b"[")


@pytest.mark.parametrize(
    ("told_by", "groups", "headers"),
    [
        (IN_ONE, SHOP, {"x-calls": "2/20"}),
        (ALONE, SHOP, {"x-calls": "2"}),
        (ALONE, SPORT, {"x-calls": "2,2"}),
        (IN_TWO, SPORT, {"x-used": "2,2", "x-limit": "90,3000"}),
    ],
)
def test_the_stub_tells_what_is_used(tram_with, told_by, groups, headers):
    package, stub, *_ = tram_with(told_by, groups)
    with (
        stub.StubServer(limits="on") as server,
        package.TramClient(base_url=server.base_url, rate_limit=None) as client,
    ):
        client.tram.list()
        assert client.with_raw_response.tram.list().headers.items() >= headers.items()


def test_the_stub_tells_of_each_window(tram_with):
    groups = {
        "minute": {"requests": 60, "seconds": 60, "operations": ["tram.list"]},
        "day": {"requests": 900, "seconds": 86400, "default": True},
    }
    package, stub, *_ = tram_with(WINDOWS, groups)
    with (
        stub.StubServer(limits="on") as server,
        package.TramClient(base_url=server.base_url, rate_limit=None) as client,
    ):
        listed = client.with_raw_response.tram.list().headers
        out = client.with_raw_response.tram.depot().headers
    assert (listed["x-minute-remaining"], listed["x-minute-limit"]) == ("59", "60")
    assert (listed["x-day-remaining"], out["x-day-remaining"]) == ("899", "898")
    assert "x-minute-remaining" not in out


def test_the_stub_tells_of_every_group(tram_with):
    groups = {
        "lists": {"requests": 3, "seconds": 60, "operations": ["tram.list"]},
        "daily": {"requests": 9, "seconds": 86400, "default": True},
    }
    package, stub, *_ = tram_with("RateLimit", groups)
    with stub.StubServer(limits="on") as server:
        server.clock.run(False)
        with package.TramClient(base_url=server.base_url, rate_limit=None) as client:
            told = [client.with_raw_response.tram.list().headers["ratelimit"] for _ in range(2)]
    assert told == [f'"lists";r={3 - n};t=60, "daily";r={9 - n};t=86400' for n in (1, 2)]


def test_the_stub_names_buckets(tram_with):
    groups = {"rest": {"requests": 3, "seconds": 60, "default": True}}
    package, stub, *_ = tram_with(NAMED, groups)
    with (
        stub.StubServer(limits="on") as server,
        package.TramClient(base_url=server.base_url, rate_limit=None) as client,
    ):
        headers = client.with_raw_response.tram.list().headers
    assert headers["x-ratelimit-bucket"] == "rest"
    quotas = import_module(f"{package.__name__}._runtime.quotas")
    assert quotas.ToldLimits(remaining="x").left({"x": "none"}) == []


def test_the_stub_tells_a_reset_in_units(tram_with):
    told = {"remaining": "X-Left", "reset": {"header": "X-Reset", "as": "units"}}
    package, stub, *_ = tram_with(told, {"all": {"requests": 2, "seconds": 600, "default": True}})
    with (
        stub.StubServer(limits="on") as server,
        package.TramClient(base_url=server.base_url, rate_limit=None) as client,
    ):
        headers = client.with_raw_response.tram.list().headers
    assert headers["x-left"] == "1"
    assert headers["x-reset"] in ("599s", "600s")
