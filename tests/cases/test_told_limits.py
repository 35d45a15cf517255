"""Limits that responses tell of, as several services do; the server is written by hand."""

import pytest

from tests.cases.tram_server import (
    ALL,
    ALONE,
    ASKED,
    EACH,
    IN_BODY,
    IN_ONE,
    IN_TWO,
    LEARNED,
    NAMED,
    SHOP,
    SPORT,
    WINDOWS,
    Caller,
    call,
    kinds,
)

ENVELOPE = {"code": "code", "message": "message", "wait": {"key": "retry_after"}}


@kinds
def test_buckets_are_learnt(tram_with, trams, kind):
    package, *_ = tram_with(NAMED, LEARNED)
    caller = Caller(package, trams.base_url, kind)

    lists = ("tram.stops", "tram.list", "tram.list", "tram.stops")
    found = caller(
        *map(call, lists), *(call("tram.get", id=id) for id in "445"), call("tram.depot")
    )

    # The two share a bucket; each tram has one of its own; the depot is in none.
    assert trams.asked == ["/stops", "/trams", "/trams/4", "/trams/5", "/depot"]
    held = ("rest", 0)
    outcomes = [each and each[:2] for each in found]
    assert outcomes == [None, None, held, held, None, ("watching", 0), None, None]
    assert 55 < found[2][2] <= 59.25


@kinds
def test_a_refusal_of_everything_holds_everything(tram_with, trams, kind):
    package, *_ = tram_with(NAMED, LEARNED, envelope=ENVELOPE)
    trams.refuses = {"message": "Slower.", "retry_after": 64.57, "global": True}
    caller = Caller(package, trams.base_url, kind)

    refused, held = caller(call("tram.list"), call("tram.depot"))

    assert refused == ("rest", 429, 64.57)
    assert held[:2] == ("everything", 0)
    assert 60 < held[2] <= 64.57
    assert trams.asked == ["/trams"]


@kinds
def test_a_refusal_holds_its_bucket(tram_with, trams, kind):
    package, *_ = tram_with(NAMED, LEARNED, envelope=ENVELOPE)
    caller = Caller(package, trams.base_url, kind)
    trams.refuses = {"message": "Slower.", "retry_after": 64.57, "global": False}
    trams.patience = 2

    lists = ("tram.stops", "tram.depot", "tram.stops", "tram.stops", "tram.depot")
    found = caller(*map(call, lists))

    assert [each and each[1] for each in found] == [None, None, 429, 0, 429]


IETF = {
    "one policy": '"lists";r=0;t=90',
    "several policies": '"haste";q=5;r=4;t=1, "lists";r=0;t=90;pk=:cHQ=:, "daily";r=7;t=9000',
    "names without quotes": "haste;r=4;t=1,lists;r=0;t=90",
    "an older draft": "limit=100, remaining=0, reset=90",
    "less than nothing": '"lists";r=-1;t=90',
}


@kinds
@pytest.mark.parametrize("header", IETF.values(), ids=IETF)
def test_the_header_of_the_ietf(tram_with, trams, header, kind):
    groups = {
        "lists": {"operations": ["tram.list", "tram.stops"]},
        "haste": {"requests": 100, "seconds": 1, "default": True},
    }
    package, *_ = tram_with("RateLimit", groups)
    trams.headers = {"RateLimit": header}

    first, held, other, again = Caller(package, trams.base_url, kind)(
        *map(call, ("tram.list", "tram.stops", "tram.depot", "tram.depot"))
    )

    assert first is None
    assert held[1] == 0
    assert 85 < held[2] <= 90
    if header == IETF["an older draft"]:
        assert other[:2] == ("haste", 0)  # which whatever was called is in, too
    else:
        assert (held[0], other, again[1]) == ("lists", None, 0)


@kinds
def test_three_headers_of_an_older_draft(tram_with, trams, kind):
    told_by = {"remaining": "RateLimit-Remaining", "reset": {"header": "RateLimit-Reset"}}
    package, *_ = tram_with({**told_by, "limit": "RateLimit-Limit"}, {"all": {"default": True}})
    limit = {"RateLimit-Limit": "100, 100;w=60", "RateLimit-Remaining": "0"}
    trams.headers = {**limit, "RateLimit-Reset": "30"}

    first, held = Caller(package, trams.base_url, kind)(call("tram.list"), call("tram.depot"))

    assert first is None
    assert held[:2] == ("all", 0)
    assert 25 < held[2] <= 30


@kinds
def test_a_moment_and_a_name_of_the_group(tram_with, trams, kind):
    reset = {"header": "X-RateLimit-Reset", "as": "epoch_seconds"}
    told_by = {
        "remaining": "X-RateLimit-Remaining",
        "reset": reset,
        "group": "X-RateLimit-Resource",
    }
    groups = {"core": {"default": True}, "search": {"operations": ["tram.stops"]}}
    package, *_ = tram_with(told_by, groups)
    trams.headers = {
        "X-RateLimit-Resource": "core",
        "X-RateLimit-Remaining": "0",
        "X-RateLimit-Reset": "4000000000",
    }

    first, held = Caller(package, trams.base_url, kind)(call("tram.list"), call("tram.depot"))

    assert first is None
    assert held[:2] == ("core", 0)
    assert held[2] > 1_000_000


@kinds
@pytest.mark.parametrize(("name", "seconds"), [("minute", "55"), ("day", "7000")])
def test_headers_of_each_window(tram_with, trams, kind, name, seconds):
    groups = {
        "minute": {"requests": 60, "seconds": 60, "operations": ["tram.list", "tram.stops"]},
        "day": {"requests": 900, "seconds": 86400, "default": True},
    }
    package, *_ = tram_with(WINDOWS, groups)
    trams.headers = {"X-minute-Remaining": "5", "X-minute-Reset": "55"}
    trams.headers |= {"X-day-Remaining": "5", "X-day-Reset": "7000", f"X-{name}-Remaining": "0"}

    first, held, other = Caller(package, trams.base_url, kind)(
        *map(call, ("tram.list", "tram.stops", "tram.depot"))
    )

    assert first is None
    assert held[:2] == (name, 0)
    assert int(seconds) - 5 < held[2] <= int(seconds)
    assert (other and other[0]) == {"minute": None, "day": "day"}[name]


@kinds
def test_a_reset_is_told_in_units(tram_with, trams, kind):
    told = {"remaining": "X-Left", "reset": {"header": "X-Reset", "as": "units"}}
    package, *_ = tram_with(told, {"all": {"default": True}})
    trams.headers = {"X-Left": "0", "X-Reset": "6m0s"}

    first, held = Caller(package, trams.base_url, kind)(call("tram.list"), call("tram.stops"))

    assert first is None
    assert held[:2] == ("all", 0)
    assert 350 < held[2] <= 360


@kinds
def test_a_body_asks_to_wait_with_one_operation(tram_with, trams, kind):
    package, *_ = tram_with(ASKED, EACH)
    trams.body = {"id": "4", "stop": "Harbour", "quota": {"left": 7, "most": 900}, "backoff": 40}
    calls = [call("tram.get", id="4"), call("tram.get", id="5"), call("ticket.buy", stop="x")]

    first, held, other = Caller(package, trams.base_url, kind)(*calls)

    assert (first, held[:2], other) == (None, ("each", 0), None)
    assert 35 < held[2] <= 40


@kinds
@pytest.mark.parametrize(
    ("told_by", "headers", "body"),
    [
        (IN_BODY, {}, {"id": "4", "stop": "x", "quota": {"left": "0"}}),
        ({"remaining": "X-Left"}, {"X-Left": "0"}, None),
        ({"remaining": "X-Left"}, {"X-Left": "0.0"}, None),
    ],
)
def test_what_remains_without_a_reset_is_paced(tram_with, trams, kind, told_by, headers, body):
    package, *_ = tram_with(told_by, {"all": ALL})
    trams.headers, trams.body = headers, body

    first, held = Caller(package, trams.base_url, kind)(*[call("tram.get", id="4")] * 2)

    assert (first, held[:2]) == (None, ("all", 0))
    assert 90 < held[2] <= 96


@kinds
@pytest.mark.parametrize(
    ("told_by", "headers", "numbers", "waits"),
    [
        (
            {"remaining": "X-Left", "reset": {"header": "X-Reset"}},
            {"X-Left": "4", "X-Reset": "90"},
            True,
            (80, 90),
        ),
        ({"remaining": "X-Left"}, {"X-Left": "4"}, True, (90, 96)),
        ("RateLimit", {"RateLimit": '"all";r=4;t=70'}, True, (60, 70)),
        ("RateLimit", {"RateLimit": '"9f2";r=4;t=70'}, False, (60, 70)),
        ({"used": {"header": "X-Used", "of": "requests"}}, {"X-Used": "896"}, True, (90, 96)),
    ],
)
def test_less_than_a_call_costs_holds_it(tram_with, trams, kind, told_by, headers, numbers, waits):
    cost = {"cost": {"ticket.buy": 5}}
    package, *_ = tram_with(told_by, {"all": {**(ALL if numbers else {"default": True}), **cost}})
    trams.headers = headers
    cheap, dear = call("tram.get", id="4"), call("ticket.buy", stop="x")
    calls = [cheap, cheap, dear, cheap] if numbers else [dear, cheap, dear, cheap]

    first, second, held, last = Caller(package, trams.base_url, kind)(*calls)

    assert (first, second, held[:2], last) == (None, None, ("all", 0), None)
    assert waits[0] < held[2] <= waits[1]


@kinds
@pytest.mark.parametrize(
    ("told_by", "groups", "headers", "pause"),
    [
        (IN_ONE, SHOP, {"X-Calls": "20/20"}, 30),
        (IN_ONE, SHOP, {"X-Calls": "19/20"}, None),
        (IN_ONE, SHOP, {"X-Calls": "many/20"}, None),
        (IN_TWO, SPORT, {"X-Used": "90,1200", "X-Limit": "90,3000"}, 10),
        (IN_TWO, SPORT, {"X-Used": "31, 3001", "X-Limit": "90, 3000"}, 28.8),
        (IN_TWO, SPORT, {"X-Used": "89,2999", "X-Limit": "90,3000"}, None),
        (IN_TWO, SPORT, {"X-Used": "90,3000"}, None),
        (ALONE, SHOP, {"X-Calls": "20"}, 30),
        (ALONE, SHOP, {"X-Calls": "19"}, None),
        (ALONE, SPORT, {"X-Calls": "31,3000"}, 28.8),
        (ALONE, SPORT, {"X-Calls": "90"}, 10),
        ([{"of": "shop", **ALONE}], SHOP, {"X-Calls": "21"}, 30),
        ({**ALONE, "reset": {"header": "X-Reset"}}, SHOP, {"X-Calls": "20", "X-Reset": "90"}, 90),
        ({**IN_ONE, "reset": {"header": "X-Reset"}}, SHOP, {"X-Calls": "7/7", "X-Reset": "90"}, 90),
    ],
)
def test_headers_of_what_is_used(tram_with, trams, kind, told_by, groups, headers, pause):
    package, *_ = tram_with(told_by, groups)
    trams.headers = headers

    first, held = Caller(package, trams.base_url, kind)(call("tram.list"), call("tram.depot"))

    assert first is None
    assert (held is None) == (pause is None)
    if pause is not None:
        assert held[:2] == (next(iter(groups)), 0)
        assert pause - 5 < held[2] <= pause


@kinds
def test_each_method_has_a_window(tram_with, trams, kind):
    groups = {"calls": {"requests": 1, "seconds": 60, "default": True, "per": "method"}}
    package, *_ = tram_with(None, groups)
    buy, void = call("ticket.buy", stop="Harbour"), call("ticket.void", id="t1")

    found = Caller(package, trams.base_url, kind)(call("tram.list"), buy, void, void, buy)

    assert [each and each[0] for each in found] == [None, None, None, "calls", "calls"]
    assert len(trams.asked) == 3


TIGHTEST = {
    "remaining": "X-RateLimit-Remaining",
    "limit": "X-RateLimit-Limit",
    "reset": {"header": "X-RateLimit-Reset"},
}
TWO = {
    "sales": {"requests": 30, "seconds": 1800, "operations": ["ticket.buy"]},
    "all": {"requests": 300, "seconds": 300, "default": True},
}


@kinds
@pytest.mark.parametrize(("limit", "held"), [("30", "sales"), ("300", "all"), ("60", "all")])
def test_a_limit_is_that_of_the_group_with_its_number(tram_with, trams, kind, limit, held):
    package, *_ = tram_with(TIGHTEST, TWO)
    trams.headers = {"X-RateLimit-Remaining": "0", "X-RateLimit-Limit": limit}
    trams.headers["X-RateLimit-Reset"] = "1700"
    buy = call("ticket.buy", stop="Harbour")

    first, again, other = Caller(package, trams.base_url, kind)(buy, buy, call("tram.depot"))

    assert first is None
    assert again[1:2] == (0,)
    assert again[2] > 1600
    assert (other and other[0]) == (None if held == "sales" else "all")
