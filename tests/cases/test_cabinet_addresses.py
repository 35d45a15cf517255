"""The cabinet's emulator: it hands out addresses, and knows what is sent to them."""

import asyncio
from importlib import import_module
from urllib.parse import urlsplit

import pytest
import urllib3
from hypothesis import given, settings

FIRST, SECOND = b"x" * 3, b"y" * 4


@pytest.fixture(params=["blocking", "async", "in process"])
def ask(request, cabinet_v2, stub):
    """Calls an operation with a client of each kind, over sockets or without."""
    way = {"transport": stub.transport} if request.param == "in process" else {}

    def blocking(operation, /, token="t", headers=None, **arguments):
        options = {"token": token, "app_key": "k", "headers": headers, **way}
        options |= {} if way else {"base_url": stub.base_url}
        with cabinet_v2.package.Cabinet(**options) as client:
            return getattr(client.file, operation)(**arguments)

    async def awaited(operation, arguments, token="t", headers=None):
        options = {"token": token, "app_key": "k", "headers": headers}
        async with cabinet_v2.package.AsyncCabinet(base_url=stub.base_url, **options) as client:
            return await getattr(client.file, operation)(**arguments)

    def asked(operation, /, token="t", headers=None, **arguments):
        return asyncio.run(awaited(operation, arguments, token, headers))

    return asked if request.param == "async" else blocking


@pytest.fixture
def stub(cabinet_v2):
    with cabinet_v2.stub.StubServer() as stub:
        yield stub


def test_what_is_sent_there_is_of_who_asked(ask, stub, cabinet_v2):
    link = ask("begin", path="/a").link
    stored = [ask("put", link=link, content=part) for part in (FIRST, SECOND)]

    assert [each.size for each in stored] == [len(FIRST), len(FIRST + SECOND)]
    assert ask("get", path="/a").size == len(FIRST + SECOND)
    with pytest.raises(cabinet_v2.errors.LookupFailed):
        ask("get", path="/a", token="another")
    with pytest.raises(cabinet_v2.errors.LookupFailed):
        ask("put", link=link.replace("/of%20all/", "/of%20none/"), content=FIRST)
    assert "authorization" not in str(stub.requests[-1]).lower()


def test_namespaces_are_in_what_is_handed_out(ask, cabinet_v2):
    apart = {"headers": {"X-Stub-Namespace": "a b/7@"}}
    link = ask("begin", path="/a", **apart).link
    ask("put", link=link, content=FIRST)

    assert ask("get", path="/a", **apart).size == len(FIRST)
    with pytest.raises(cabinet_v2.errors.LookupFailed):
        ask("get", path="/a")


def test_names_of_the_address_and_of_arguments(ask, stub):
    link = ask("begin", path="/a").link
    ask("put", link=link, content=FIRST)
    ask("put", link=link, part=2, labels=["c", "d"], content=SECOND)
    alone, both = (each.arguments for each in stub.requests[-2:])

    assert "part" not in alone
    assert (both["part"], both["labels"]) == (2, ["c", "d"])
    assert ask("get", path="/a").size == len(FIRST + SECOND)


def test_examples_mode_knows_the_address_too(cabinet_v2):
    with cabinet_v2.stub.StubServer(mode="examples") as stub:
        with cabinet_v2.package.Cabinet(base_url=stub.base_url) as client:
            link = client.file.begin(path="/a").link
            client.file.put(link=link, part=2, labels=["c"], content=FIRST)
        given = stub.requests[-1].arguments

    assert (given["part"], given["labels"]) == (2, ["c"])


def test_an_address_from_elsewhere_has_its_names_first(stub):
    http = urllib3.PoolManager()
    path = "/_elsewhere/file.put/upload.cabinet.example/files/of%20all/7"
    url = f"{stub.base_url}{path}?part=first&x=1&part=2"
    answer = http.request("PUT", url, body=FIRST)
    (sent,) = stub.requests

    assert answer.json()["error"][".tag"] == "path"
    assert sent.arguments["part"] == 2


@pytest.mark.parametrize("note", ["", "AAAA", "WzEsInQiXQ", "~", "a/b"])
def test_what_the_stub_did_not_note_is_no_note(stub, note):
    http = urllib3.PoolManager()
    path = f"/_elsewhere/file.put/{note}@upload.cabinet.example/7"

    answer = http.request("PUT", stub.base_url + path, body=FIRST)

    assert (answer.status, answer.json()["error"][".tag"]) == (409, "path")


def test_only_known_hosts_are_drawn(cabinet_v2, gallery_v1):
    hosts: dict[str, set[str]] = {}

    def draw(package, operation, argument):
        strategies = import_module(f"{package.package.__name__}.strategies")

        @settings(max_examples=30)
        @given(strategies.valid_arguments(operation))
        def drawn(arguments):
            address = urlsplit(arguments[argument])
            assert not {*"{}"} & {*address.geturl()}
            hosts.setdefault(operation, set()).add(f"{address.scheme}://{address.netloc}")

        drawn()

    draw(cabinet_v2, "file.put", "link")
    draw(gallery_v1, "picture.send", "address")
    draw(gallery_v1, "picture.label", "address")

    assert hosts == {
        "file.put": {"https://upload.cabinet.example"},
        "picture.send": {"https://storage.example"},
        "picture.label": {"https://api.gallery.example", "https://uploads.gallery.example"},
    }
