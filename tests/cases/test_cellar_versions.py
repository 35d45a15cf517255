"""The cellar's package, run: requests that say which version of something their caller knows."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection
from typing import get_overloads
from urllib.parse import urlsplit

import pytest

from tests.cases.casebook import CASES
from tests.cases.cellar_server import Cellar
from tests.runtime.scripted import answers

OPENAPI = CASES / "good" / "cellar" / "output" / "openapi.json"
CHANGED = datetime(2030, 5, 1, 10, tzinfo=UTC)


def stop(clock):
    """It shows one moment, however long the test takes."""
    clock.run(False)
    clock.set(CHANGED)


@pytest.fixture(params=["by hand", "examples", "emulate"])
def base_url(request, cellar_v1):
    """A server that has a bottle: the one written by hand, and the stub as either kind."""
    if request.param == "by hand":
        server = Cellar()
        yield server.base_url
        server.stop()
        return
    with cellar_v1.stub.StubServer(mode=request.param) as stub:
        stop(stub.clock)
        with cellar_v1.package.Cellar(base_url=stub.base_url) as client:
            client.bottle.add(name="Riesling")
        yield stub.base_url


@pytest.fixture(params=["blocking", "async"])
def bottles(request, cellar_v1, base_url):
    """The operations of a client of either kind, and the id of the first bottle."""
    with cellar_v1.package.Cellar(base_url=base_url) as client:
        key = client.bottle.list().bottles[0].id
        if request.param == "blocking":
            yield client.bottle, key
            return
    yield Awaited(cellar_v1.package, base_url), key


class Awaited:
    def __init__(self, package, base_url):
        self._package, self._base_url = package, base_url

    def __getattr__(self, name):
        async def call(arguments):
            async with self._package.AsyncCellar(base_url=self._base_url) as client:
                return await getattr(client.bottle, name)(**arguments)

        return lambda **arguments: asyncio.run(call(arguments))


@pytest.fixture(params=["examples", "emulate"])
def corks(request, cellar_v1):
    """A stub with a bottle, and its id."""
    with cellar_v1.stub.StubServer(mode=request.param) as stub, stub.client() as client:
        client.bottle.add(name="Riesling")
        yield stub, client.bottle, client.bottle.list().bottles[0].id


def test_a_version_in_the_body_is_what_callers_know(cellar_v1, corks):
    _, of, key = corks
    first = of.cork(id=key)
    again = of.cork(id=key, if_none_match=first.etag)
    other = of.cork(id=key, if_none_match="9")

    assert (first.etag, other.etag) == ("1", "1")
    assert isinstance(again, cellar_v1.types.NotModified)
    with pytest.raises(cellar_v1.errors.Changed):
        of.recork(id=key, made_of="glass", if_match="9")
    assert of.recork(id=key, made_of="glass", if_match=first.etag)


@pytest.mark.parametrize(
    ("sent", "status"), [("1", 304), ('"1"', 304), ('W/"1"', 304), ("*", 304), ("2", 200)]
)
def test_a_version_in_the_body_has_quotes_or_none(corks, sent, status):
    stub, _, key = corks
    connection = HTTPConnection(urlsplit(stub.base_url).netloc, timeout=10)
    connection.request("GET", f"/bottles/{key}/cork", headers={"If-None-Match": sent})
    response = connection.getresponse()
    response.read()
    connection.close()

    assert (response.status, response.headers["ETag"]) == (status, '"1"')


def test_what_is_known_is_not_sent_again(cellar_v1, bottles):
    of, key = bottles
    first = of.get(id=key)
    again = of.get(id=key, if_none_match=first.etag)

    assert first.etag
    assert isinstance(again, cellar_v1.types.NotModified)
    assert again.etag == first.etag
    assert again.last_modified == first.last_modified == CHANGED
    assert of.get(id=key, if_none_match='"another"') == first


def test_dates_say_which_version_is_known(cellar_v1, bottles):
    of, key = bottles
    known = of.get(id=key, if_modified_since=CHANGED)

    assert isinstance(known, cellar_v1.types.NotModified)
    assert of.get(id=key, if_none_match='"x"', if_modified_since=CHANGED).name == "Riesling"


def test_a_write_is_for_the_version_it_was_made_of(cellar_v1, bottles):
    of, key = bottles
    etag = of.get(id=key).etag

    with pytest.raises(cellar_v1.errors.Changed) as caught:
        of.rename(id=key, name="Gamay", if_match='"another"')
    assert caught.value.status == 412
    assert of.get(id=key).name == "Riesling"
    assert of.rename(id=key, name="Gamay", if_match=etag).name == "Gamay"


def test_what_has_changed_is_not_written_over(cellar_v1):
    with (
        cellar_v1.stub.StubServer() as stub,
        cellar_v1.package.Cellar(base_url=stub.base_url) as client,
    ):
        stop(stub.clock)
        client.bottle.add(name="Riesling")
        key = client.bottle.list().bottles[0].id
        first = client.bottle.get(id=key)
        stub.clock.advance(60)
        client.bottle.rename(id=key, name="Gamay", if_match=first.etag)
        changed = client.bottle.get(id=key, if_none_match=first.etag)

        assert changed.name == "Gamay"
        assert changed.etag != first.etag
        for stale in ({"if_match": first.etag}, {"if_unmodified_since": CHANGED}):
            with pytest.raises(cellar_v1.errors.Changed):
                client.bottle.rename(id=key, name="Malbec", **stale)
        with pytest.raises(cellar_v1.errors.Changed):
            client.bottle.drink(id=key, if_match=first.etag)
        assert client.bottle.get(id=key).name == "Gamay"
        later = CHANGED + timedelta(minutes=1)
        client.bottle.rename(id=key, name="Malbec", if_unmodified_since=later)
        client.bottle.drink(id=key, if_match=client.bottle.get(id=key).etag)
        with pytest.raises(cellar_v1.errors.NotFound):
            client.bottle.get(id=key, if_none_match="*")
        with pytest.raises(cellar_v1.errors.NotFound):
            client.bottle.drink(id=key, if_match="*")
        # What is said of a version is of the request, and is kept nowhere.
        assert not stub.records("bottle", tenant="")


def asked(base_url, key, **headers):
    """The status, tag and body of raw HTTP."""
    connection = HTTPConnection(urlsplit(base_url).netloc)
    connection.request(
        "GET",
        f"/bottles/{key}",
        headers={name.replace("_", "-"): text for name, text in headers.items()},
    )
    response = connection.getresponse()
    found = response.status, response.headers.get("ETag"), response.read()
    connection.close()
    return found


@pytest.mark.parametrize("mode", ["examples", "emulate"])
def test_the_stub_compares_as_http_has_it(cellar_v1, mode):
    with cellar_v1.stub.StubServer(mode=mode) as stub:
        stop(stub.clock)
        with cellar_v1.package.Cellar(base_url=stub.base_url) as client:
            client.bottle.add(name="Riesling")
            key = client.bottle.list().bottles[0].id
        status, tag, body = asked(stub.base_url, key)
        assert (status, json.loads(body)["name"]) == (200, "Riesling")
        for known in (tag, f"W/{tag}", f'"a,b", W/{tag}', "*"):
            assert asked(stub.base_url, key, If_None_Match=known) == (304, tag, b"")
        for other in ('"a"', tag.strip('"'), f'"{tag}"'):
            assert asked(stub.base_url, key, If_None_Match=other)[0] == 200
        since = {
            "Wed, 01 May 2030 10:00:00 GMT": 304,
            "Thu, 02 May 2030 10:00:00 GMT": 304,
            "Tue, 30 Apr 2030 10:00:00 GMT": 200,
        }
        for moment, status in since.items():
            assert asked(stub.base_url, key, If_Modified_Since=moment)[0] == status
        assert asked(stub.base_url, key, If_None_Match='"a"', If_Modified_Since=moment)[0] == 200


def test_raw_access_has_the_version(cellar_v1, base_url):
    with cellar_v1.package.Cellar(base_url=base_url) as client:
        key = client.bottle.list().bottles[0].id
        raw = client.with_raw_response.bottle.get(id=key)
        known = client.with_raw_response.bottle.get(id=key, if_none_match=raw.etag)

    assert raw.last_modified == CHANGED
    assert (known.status, known.body, known.etag) == (304, b"", raw.etag)
    assert isinstance(known.parsed(), cellar_v1.types.NotModified)


def test_who_does_not_ask_gets_the_plain_type(cellar_v1):
    overloads = get_overloads(cellar_v1.package.resources.BottleResource.get)

    assert [each.__annotations__["return"] for each in overloads] == [
        "models.OneBottle",
        "models.OneBottle | types.NotModified",
        "models.PartialOneBottle",
        "models.PartialOneBottle | types.NotModified",
        "models.OneBottle | models.PartialOneBottle | types.NotModified",
    ]


def test_openapi_says_what_may_be_asked():
    item = json.loads(OPENAPI.read_text())["paths"]["/bottles/{id}"]
    named = {
        method: {each["name"] for each in item[method]["parameters"] if each["in"] == "header"}
        for method in ("get", "patch", "delete")
    }

    assert named == {
        "get": {"If-None-Match", "If-Modified-Since"},
        "patch": {"If-Match", "If-Unmodified-Since"},
        "delete": {"If-Match"},
    }
    assert "ETag" in item["get"]["responses"]["304"]["headers"]
    assert "content" not in item["get"]["responses"]["304"]
    assert "412" in item["patch"]["responses"]


def test_a_write_is_never_unchanged(cellar_v1, server):
    server.will(answers("", status=304))
    with (
        cellar_v1.package.Cellar(base_url=server.base_url) as client,
        pytest.raises(cellar_v1.errors.ResponseError),
    ):
        client.bottle.rename(id="b1", name="Gamay", if_match='"v"')
