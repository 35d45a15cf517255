"""The gallery's package, run: an operation that returns one thing or another, by status."""

import asyncio
import json
from http.client import HTTPConnection
from importlib import import_module
from urllib.parse import urlsplit

import pytest

from tests.cases.casebook import CASES
from tests.runtime.scripted import answers

PICTURE = json.dumps({"id": 7, "name": "sea.png", "size": 13})
OPENAPI = json.loads((CASES / "good/gallery/output/openapi.json").read_text())


@pytest.fixture(params=["blocking", "async"])
def restore(request, gallery_v1):
    """Calls the operation, of a client of either kind."""

    def blocking(base_url, **options):
        with gallery_v1.package.Gallery(token="t", base_url=base_url) as client:
            return client.with_options(**options).picture.restore(id=7)

    async def awaited(base_url, options):
        async with gallery_v1.package.AsyncGallery(token="t", base_url=base_url) as client:
            return await client.with_options(**options).picture.restore(id=7)

    if request.param == "blocking":
        return blocking
    return lambda url, **options: asyncio.run(awaited(url, options))


def test_the_status_says_what_there_is(restore, server, gallery_v1):
    server.will(answers(PICTURE), answers('{"days": 30}', 202), answers("", 204))

    assert restore(server.base_url) == gallery_v1.models.Picture(id=7, name="sea.png", size=13)
    assert restore(server.base_url) == gallery_v1.models.Restoration(days=30)
    assert restore(server.base_url) is None


def test_another_status_is_an_error(restore, server, gallery_v1):
    server.will(answers(PICTURE, 201))
    with pytest.raises(gallery_v1.package.ResponseError, match="not documented") as raised:
        restore(server.base_url)

    assert (raised.value.status, raised.value.body) == (201, PICTURE.encode())


def test_a_failure_is_one_still(restore, server, gallery_v1):
    server.will(answers('{"error": "invalid", "message": "no"}', 400))
    with pytest.raises(gallery_v1.errors.Invalid):
        restore(server.base_url)


def test_one_place_tells_how_long_to_wait(restore, server, gallery_v1):
    server.will(answers('{"error": "slow", "retry_in": 1500}', 429))
    with pytest.raises(gallery_v1.errors.RateLimited) as raised:
        restore(server.base_url, max_wait=0)

    assert raised.value.retry_after == 1.5


@pytest.mark.parametrize("kind", ["blocking", "async"])
def test_what_has_no_body_has_no_type(gallery_v1, server, kind):
    server.will(answers("", 204))

    async def awaited():
        async with gallery_v1.package.AsyncGallery(token="t", base_url=server.base_url) as client:
            await client.picture.remove(id=7)
            await client.picture.tidy()
            await client.picture.tidy(by="ann")

    if kind == "async":
        asyncio.run(awaited())
    else:
        with gallery_v1.package.Gallery(token="t", base_url=server.base_url) as client:
            client.picture.remove(id=7)
            client.picture.tidy()
            client.picture.tidy(by="ann")

    told = [(each.body, each.headers.get("content-type")) for each in server.received]
    assert told[:2] == [(b"", None)] * 2
    assert told[2] == (b"by=ann", "application/x-www-form-urlencoded")


@pytest.mark.parametrize("kind", ["blocking", "async"])
@pytest.mark.parametrize(
    ("name", "given", "waited"),
    [
        ("follow", {"timeout_": 60}, 67),
        ("follow", {}, 12),
        ("follow", {"timeout_": 0}, 7),
        ("listen", {}, 97),
    ],
)
def test_a_request_that_is_held_has_more_time(
    gallery_v1, server, monkeypatch, kind, name, given, waited
):
    import_module("gallery_v1._runtime.transport.connection")  # which has it from there
    sending = import_module("gallery_v1._runtime.transport.sending")
    allowed = []

    make = sending.Call

    def noted(*arguments):
        call = make(*arguments)
        allowed.append(call.timeout)
        return call

    monkeypatch.setattr(sending, "Call", noted)
    server.will(answers("", 204))
    options = {"token": "t", "base_url": server.base_url, "timeout": 7}

    async def awaited():
        async with gallery_v1.package.AsyncGallery(**options) as client:
            await getattr(client.picture, name)(**given)

    if kind == "async":
        asyncio.run(awaited())
    else:
        with gallery_v1.package.Gallery(**options) as client:
            getattr(client.picture, name)(**given)

    assert allowed == [waited]


def test_raw_access_tells_the_status(server, gallery_v1):
    server.will(answers('{"days": 3}', 202))
    with gallery_v1.package.Gallery(token="t", base_url=server.base_url) as client:
        response = client.with_raw_response.picture.restore(id=7)

    assert response.status == 202
    assert response.parsed() == gallery_v1.models.Restoration(days=3)


@pytest.mark.parametrize(
    ("prefer", "status", "body"),
    [
        (None, 200, PICTURE),
        ("code=200", 200, PICTURE),
        ("code=202", 202, '{"days": 30}'),
        ("code=204", 204, ""),
        ("code=invalid", 400, None),
        ("code=203", 400, None),
    ],
)
def test_the_stub_gives_each(gallery_v1, prefer, status, body):
    with gallery_v1.stub.StubServer(mode="examples") as stub:
        connection = HTTPConnection(urlsplit(stub.base_url).netloc, timeout=10)
        headers = {"Authorization": "Bearer t", **({"Prefer": prefer} if prefer else {})}
        connection.request("POST", "/pictures/7/restoration", "{}", headers)
        response = connection.getresponse()
        came = response.read()
        connection.close()

    assert response.status == status
    if body is not None:
        assert came == b"" if not body else json.loads(came) == json.loads(body)


def test_the_client_takes_what_the_stub_gives(restore, gallery_v1):
    with gallery_v1.stub.StubServer(mode="examples") as stub:
        assert restore(stub.base_url, headers={"Prefer": "code=202"}).days == 30
        assert restore(stub.base_url, headers={"Prefer": "code=204"}) is None


def test_openapi_has_each_status():
    responses = OPENAPI["paths"]["/pictures/{id}/restoration"]["post"]["responses"]
    assert list(responses) == ["200", "202", "204", "default"]
    found = responses["202"]["content"]["application/json"]
    assert found["schema"]["$ref"].endswith("/Restoration")
    assert found["example"] == {"days": 30}
    assert "content" not in responses["204"]
