"""Where events may go: when an address is given, and when a connection is made."""

import asyncio
import socket

import pytest

from apiscribe.runtime.stub.destinations import Destinations, Elsewhere
from apiscribe.runtime.stub.posting import NotAnswered, post
from tests.emulator.receiving import receiver

HERE = [
    "localhost",
    "LocalHost",
    "localhost.",
    "hooks.localhost",
    "127.0.0.1",
    "127.9.9.9",
    "[::1]",
]
ELSEWHERE = [
    "example.com",
    "10.0.0.1",
    "0.0.0.0",
    "[::]",
    "169.254.169.254",
    "[fe80::1]",
    "2130706433",
    "0x7f.1",
    "127.1",
    "localhost.example",
    "evillocalhost",
    "[::ffff:10.0.0.1]",
]


@pytest.fixture
def name_server(monkeypatch):
    """What names mean: nobody has a name server in a test."""
    asked = []
    meant: dict[str, list[str]] = {}

    def look_up(host, port, **_):
        asked.append(host)
        if host not in meant:
            raise socket.gaierror(-2, "Name or service not known")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, port)) for each in meant[host]]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return meant, asked


def addresses(to, host):
    return asyncio.run(to.addresses(host, 80))


@pytest.mark.parametrize(
    "url", ["http://a.example/", "https://a.example:80/", "http://a.example:443"]
)
def test_ports_that_the_service_reaches(url):
    assert Destinations(["a.example"], [80, 443]).problem(url) == ""


@pytest.mark.parametrize("url", ["https://a.example/", "http://a.example:8080/"])
def test_ports_that_it_does_not_reach(url, name_server):
    meant, _ = name_server
    meant["a.example"] = ["192.0.2.1"]
    to = Destinations(["a.example"], [80, 81])
    assert to.problem(url) == "is on no port that the service reaches: 80 or 81"
    with pytest.raises(Elsewhere, match="no port"):
        asyncio.run(to.addresses("a.example", 8080))
    assert asyncio.run(to.addresses("a.example", 81)) == ["192.0.2.1"]


def test_any_port_of_this_machine():
    to = Destinations(["a.example"], [80])
    assert to.problem("http://localhost:9000/") == ""
    assert asyncio.run(to.addresses("127.0.0.1", 9000)) == ["127.0.0.1"]


@pytest.mark.parametrize("host", HERE)
def test_this_machine(host, name_server):
    to = Destinations()

    assert to.problem(f"http://{host}:9000/hooks?a=b") == ""
    assert addresses(to, host.strip("[]"))
    assert name_server[1] == []


@pytest.mark.parametrize("host", ELSEWHERE)
def test_other_machines(host):
    assert "not on this machine" in Destinations().problem(f"http://{host}/")
    with pytest.raises(Elsewhere, match="was not allowed"):
        addresses(Destinations(), host.strip("[]"))


def test_those_that_were_allowed(name_server):
    meant, _ = name_server
    meant["hooks.example"] = ["10.0.0.7", "10.0.0.7", "10.0.0.8"]
    to = Destinations(["Hooks.Example", "[fe80::1]"])

    assert to.problem("https://HOOKS.example/") == to.problem("http://[fe80::1]/") == ""
    assert addresses(to, "hooks.example") == ["10.0.0.7", "10.0.0.8"]
    assert to.problem("https://x.hooks.example/")
    assert Destinations(["*"]).problem("http://169.254.169.254/") == ""


@pytest.mark.parametrize("host", ["localhost", "hooks.localhost"])
def test_no_name_server_leads_a_local_name_elsewhere(host, name_server):
    """Whatever it says of the name: `10.0.0.1` is never tried."""
    meant, asked = name_server
    meant[host] = ["10.0.0.1"]
    with receiver() as hooks:
        port = hooks.url.rpartition(":")[2]
        posted = asyncio.run(post(f"http://{host}:{port}", {}, b"x", 5, Destinations()))

    assert posted.status == 204
    assert hooks.received[0][2] == "x"
    assert asked == []


def test_what_was_allowed_once_is_looked_at_again():
    with receiver() as hooks:
        url = hooks.url.replace("127.0.0.1", "hooks.example")
        with pytest.raises(NotAnswered, match="was not allowed"):
            asyncio.run(post(url, {}, b"x", 5, Destinations()))

    assert hooks.received == []


def test_the_next_address_is_tried(name_server):
    meant, _ = name_server
    meant["hooks.example"] = ["127.0.0.99", "127.0.0.1"]
    with receiver() as hooks:
        url = hooks.url.replace("127.0.0.1", "hooks.example")
        assert asyncio.run(post(url, {}, b"x", 5, Destinations(["*"]))).status == 204

    assert hooks.received[0][1]["Host"].startswith("hooks.example:")


def test_a_name_that_nobody_has(name_server):
    with pytest.raises(NotAnswered, match="not known"):
        asyncio.run(post("http://hooks.example/", {}, b"x", 5, Destinations(["*"])))
