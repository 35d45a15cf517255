"""Limits that responses tell of, as several services do; the server is written by hand."""

import asyncio
import json
import shutil
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module
from threading import Thread

import pytest
import yaml

from tests.cases.casebook import CASES

TRAM = CASES / "good" / "tram" / "spec"
NAMED = {
    "remaining": "X-RateLimit-Remaining",
    "reset": {"header": "X-RateLimit-Reset-After"},
    "bucket": "X-RateLimit-Bucket",
    "everything": {"key": "global"},
}
LEARNED = {
    "watching": {"operations": ["tram.get"], "per": {"argument": "id"}},
    "rest": {"default": True},
}
ENVELOPE = {"code": "code", "message": "message", "wait": {"key": "retry_after"}}


class Trams:
    """Counts requests in buckets of its own, which only its headers name.

    `/trams` and `/stops` share one for two requests, each tram has one for one, `/depot` has none.
    """

    def __init__(self):
        self.asked: list[str] = []
        self.used: dict[tuple[str, str], int] = {}
        self.refuses: dict[str, object] | None = None
        self.patience = 0
        """How many requests are answered before."""
        self.headers: dict[str, str] = {}
        self.body: object = None
        trams = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                trams.asked.append(self.path)
                self.answer(*trams.answer(self.path))

            def do_DELETE(self):
                self.do_GET()

            def do_POST(self):
                self.do_GET()

            def answer(self, status, body, headers):
                content = json.dumps(body).encode()
                self.send_response(status)
                for name, value in {**headers, "Content-Type": "application/json"}.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.base_url = f"http://127.0.0.1:{self._server.server_port}"
        Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def stop(self):
        self._server.shutdown()
        self._server.server_close()

    def answer(self, path):
        if self.refuses is not None and len(self.asked) > self.patience:
            return 429, self.refuses, {}
        if self.body is not None:
            return 200, self.body, {}
        one = {"id": "4", "stop": "Harbour"}
        body = one if path.startswith(("/trams/", "/tickets")) else []
        if self.headers:
            return 200, body, self.headers
        if path == "/depot":
            return 200, body, {}
        bucket, most = ("9f2", 2) if path in ("/trams", "/stops") else ("0c7", 1)
        key = (bucket, path if bucket == "0c7" else "")
        self.used[key] = self.used.get(key, 0) + 1
        left = str(most - self.used[key])
        told = {"X-RateLimit-Bucket": bucket, "X-RateLimit-Remaining": left}
        return 200, body, {**told, "X-RateLimit-Reset-After": "59.250"}


@pytest.fixture
def trams():
    server = Trams()
    yield server
    server.stop()


@pytest.fixture
def made(compiled, tmp_path):
    """Compiles the tram's spec with other limits."""

    def make(told_by, groups, **api):
        spec = tmp_path / "tram"
        shutil.copytree(TRAM, spec)
        limits = {"section": "Limits", "told_by": told_by, "groups": groups}
        told = {key: value for key, value in limits.items() if value is not None}
        (spec / "rate_limits.yaml").write_text(yaml.safe_dump(told, sort_keys=False))
        return compiled(spec, **api)

    return make


class Caller:
    """Calls by a client of either kind; the group of the limit that forbids it, or None."""

    def __init__(self, package, base_url, kind):
        self.package, self.given = package, {"base_url": base_url, "token": "t"}
        self.given |= {"max_wait": 0, "retries": 0, "rate_limit": "memory"}
        self.kind = kind

    def __call__(self, *calls):
        if self.kind == "awaits":
            return asyncio.run(self.awaited(calls))
        with self.package.TramClient(**self.given) as client:
            return [self.outcome(lambda c=c: method(client, c[0])(**c[1])) for c in calls]

    async def awaited(self, calls):
        found: list[tuple[str | None, int, float | None] | None] = []
        async with self.package.AsyncTramClient(**self.given) as client:
            for name, arguments in calls:
                try:
                    await method(client, name)(**arguments)
                    found.append(None)
                except self.package.RateLimited as error:
                    found.append((error.group, error.status, error.retry_after))
        return found

    def outcome(self, call):
        try:
            call()
        except self.package.RateLimited as error:
            return error.group, error.status, error.retry_after
        return None


def method(client, name):
    resource, _, operation = name.partition(".")
    return getattr(getattr(client, resource), operation)


def call(name, **arguments):
    return name, arguments


kinds = pytest.mark.parametrize("kind", ["blocks", "awaits"])


@kinds
def test_buckets_are_learnt(made, trams, kind):
    package, *_ = made(NAMED, LEARNED)
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
def test_a_refusal_of_everything_holds_everything(made, trams, kind):
    package, *_ = made(NAMED, LEARNED, envelope=ENVELOPE)
    trams.refuses = {"message": "Slower.", "retry_after": 64.57, "global": True}
    caller = Caller(package, trams.base_url, kind)

    refused, held = caller(call("tram.list"), call("tram.depot"))

    assert refused == ("rest", 429, 64.57)
    assert held[:2] == ("everything", 0)
    assert 60 < held[2] <= 64.57
    assert trams.asked == ["/trams"]


@kinds
def test_a_refusal_holds_its_bucket(made, trams, kind):
    package, *_ = made(NAMED, LEARNED, envelope=ENVELOPE)
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
def test_the_header_of_the_ietf(made, trams, header, kind):
    groups = {
        "lists": {"operations": ["tram.list", "tram.stops"]},
        "haste": {"requests": 100, "seconds": 1, "default": True},
    }
    package, *_ = made("RateLimit", groups)
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
def test_three_headers_of_an_older_draft(made, trams, kind):
    told_by = {"remaining": "RateLimit-Remaining", "reset": {"header": "RateLimit-Reset"}}
    package, *_ = made({**told_by, "limit": "RateLimit-Limit"}, {"all": {"default": True}})
    limit = {"RateLimit-Limit": "100, 100;w=60", "RateLimit-Remaining": "0"}
    trams.headers = {**limit, "RateLimit-Reset": "30"}

    first, held = Caller(package, trams.base_url, kind)(call("tram.list"), call("tram.depot"))

    assert first is None
    assert held[:2] == ("all", 0)
    assert 25 < held[2] <= 30


@kinds
def test_a_moment_and_a_name_of_the_group(made, trams, kind):
    reset = {"header": "X-RateLimit-Reset", "as": "epoch_seconds"}
    told_by = {
        "remaining": "X-RateLimit-Remaining",
        "reset": reset,
        "group": "X-RateLimit-Resource",
    }
    groups = {"core": {"default": True}, "search": {"operations": ["tram.stops"]}}
    package, *_ = made(told_by, groups)
    trams.headers = {
        "X-RateLimit-Resource": "core",
        "X-RateLimit-Remaining": "0",
        "X-RateLimit-Reset": "4000000000",
    }

    first, held = Caller(package, trams.base_url, kind)(call("tram.list"), call("tram.depot"))

    assert first is None
    assert held[:2] == ("core", 0)
    assert held[2] > 1_000_000


WINDOWS = [
    {
        "of": name,
        "remaining": f"X-{name}-Remaining",
        "reset": {"header": f"X-{name}-Reset"},
        "limit": f"X-{name}-Limit",
    }
    for name in ("minute", "day")
]


@kinds
@pytest.mark.parametrize(("name", "seconds"), [("minute", "55"), ("day", "7000")])
def test_headers_of_each_window(made, trams, kind, name, seconds):
    groups = {
        "minute": {"requests": 60, "seconds": 60, "operations": ["tram.list", "tram.stops"]},
        "day": {"requests": 900, "seconds": 86400, "default": True},
    }
    package, *_ = made(WINDOWS, groups)
    trams.headers = {"X-minute-Remaining": "5", "X-minute-Reset": "55"}
    trams.headers |= {"X-day-Remaining": "5", "X-day-Reset": "7000", f"X-{name}-Remaining": "0"}

    first, held, other = Caller(package, trams.base_url, kind)(
        *map(call, ("tram.list", "tram.stops", "tram.depot"))
    )

    assert first is None
    assert held[:2] == (name, 0)
    assert int(seconds) - 5 < held[2] <= int(seconds)
    assert (other and other[0]) == {"minute": None, "day": "day"}[name]


IN_BODY = {"remaining": {"key": "quota.left"}, "limit": {"key": "quota.most"}}
ASKED = [{"of": "all", **IN_BODY}, {"of": "each", "wait": {"key": "backoff"}}]
ALL = {"requests": 900, "seconds": 86400, "default": True}
EACH = {"all": ALL, "each": {"default": True, "per": "operation"}}


@kinds
def test_a_body_asks_to_wait_with_one_operation(made, trams, kind):
    package, *_ = made(ASKED, EACH)
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
def test_what_remains_without_a_reset_is_paced(made, trams, kind, told_by, headers, body):
    package, *_ = made(told_by, {"all": ALL})
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
def test_less_than_a_call_costs_holds_it(made, trams, kind, told_by, headers, numbers, waits):
    cost = {"cost": {"ticket.buy": 5}}
    package, *_ = made(told_by, {"all": {**(ALL if numbers else {"default": True}), **cost}})
    trams.headers = headers
    cheap, dear = call("tram.get", id="4"), call("ticket.buy", stop="x")
    calls = [cheap, cheap, dear, cheap] if numbers else [dear, cheap, dear, cheap]

    first, second, held, last = Caller(package, trams.base_url, kind)(*calls)

    assert (first, second, held[:2], last) == (None, None, ("all", 0), None)
    assert waits[0] < held[2] <= waits[1]


def test_the_stub_tells_limits_in_a_body(made):
    _, stub, *_ = made(ASKED, EACH)
    with stub.StubServer(limits="on") as server, server.client() as client:
        raw = client.with_raw_response.tram.get(id="4")
        assert json.loads(raw.body)["quota"] == {"left": 899, "most": 900}
        assert client.with_raw_response.tram.list().body.startswith(b"[")


IN_ONE, IN_TWO = {"used": "X-Calls"}, {"used": "X-Used", "limit": "X-Limit"}
ALONE = {"used": {"header": "X-Calls", "of": "requests"}}
SHOP = {"shop": {"requests": 20, "seconds": 600, "default": True}}
SPORT = {
    "sport": {
        "windows": [{"requests": 90, "seconds": 900}, {"requests": 3000, "seconds": 86400}],
        "default": True,
    }
}


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
def test_headers_of_what_is_used(made, trams, kind, told_by, groups, headers, pause):
    package, *_ = made(told_by, groups)
    trams.headers = headers

    first, held = Caller(package, trams.base_url, kind)(call("tram.list"), call("tram.depot"))

    assert first is None
    assert (held is None) == (pause is None)
    if pause is not None:
        assert held[:2] == (next(iter(groups)), 0)
        assert pause - 5 < held[2] <= pause


@pytest.mark.parametrize(
    ("told_by", "groups", "headers"),
    [
        (IN_ONE, SHOP, {"x-calls": "2/20"}),
        (ALONE, SHOP, {"x-calls": "2"}),
        (ALONE, SPORT, {"x-calls": "2,2"}),
        (IN_TWO, SPORT, {"x-used": "2,2", "x-limit": "90,3000"}),
    ],
)
def test_the_stub_tells_what_is_used(made, told_by, groups, headers):
    package, stub, *_ = made(told_by, groups)
    with (
        stub.StubServer(limits="on") as server,
        package.TramClient(base_url=server.base_url, rate_limit=None) as client,
    ):
        client.tram.list()
        assert client.with_raw_response.tram.list().headers.items() >= headers.items()


def test_the_stub_tells_of_each_window(made):
    groups = {
        "minute": {"requests": 60, "seconds": 60, "operations": ["tram.list"]},
        "day": {"requests": 900, "seconds": 86400, "default": True},
    }
    package, stub, *_ = made(WINDOWS, groups)
    with (
        stub.StubServer(limits="on") as server,
        package.TramClient(base_url=server.base_url, rate_limit=None) as client,
    ):
        listed = client.with_raw_response.tram.list().headers
        out = client.with_raw_response.tram.depot().headers
    assert (listed["x-minute-remaining"], listed["x-minute-limit"]) == ("59", "60")
    assert (listed["x-day-remaining"], out["x-day-remaining"]) == ("899", "898")
    assert "x-minute-remaining" not in out


@kinds
def test_each_method_has_a_window(made, trams, kind):
    groups = {"calls": {"requests": 1, "seconds": 60, "default": True, "per": "method"}}
    package, *_ = made(None, groups)
    buy, void = call("ticket.buy", stop="Harbour"), call("ticket.void", id="t1")

    found = Caller(package, trams.base_url, kind)(call("tram.list"), buy, void, void, buy)

    assert [each and each[0] for each in found] == [None, None, None, "calls", "calls"]
    assert len(trams.asked) == 3


def test_the_stub_tells_of_every_group(made):
    groups = {
        "lists": {"requests": 3, "seconds": 60, "operations": ["tram.list"]},
        "daily": {"requests": 9, "seconds": 86400, "default": True},
    }
    package, stub, *_ = made("RateLimit", groups)
    with stub.StubServer(limits="on") as server:
        server.clock.run(False)
        with package.TramClient(base_url=server.base_url, rate_limit=None) as client:
            told = [client.with_raw_response.tram.list().headers["ratelimit"] for _ in range(2)]
    assert told == [f'"lists";r={3 - n};t=60, "daily";r={9 - n};t=86400' for n in (1, 2)]


def test_the_stub_names_buckets(made):
    groups = {"rest": {"requests": 3, "seconds": 60, "default": True}}
    package, stub, *_ = made(NAMED, groups)
    with (
        stub.StubServer(limits="on") as server,
        package.TramClient(base_url=server.base_url, rate_limit=None) as client,
    ):
        headers = client.with_raw_response.tram.list().headers
    assert headers["x-ratelimit-bucket"] == "rest"
    quotas = import_module(f"{package.__name__}._runtime.quotas")
    assert quotas.ToldLimits(remaining="x").left({"x": "none"}) == []
