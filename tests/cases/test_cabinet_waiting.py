"""What is not ready yet, as Box answers downloads and GitHub statistics: 202, and ask again."""

import asyncio
import json
from io import BytesIO
from urllib.request import Request, urlopen

import pytest

from tests.cases.casebook import CASES
from tests.runtime.scripted import answers

RESULT = 'Cabinet-Result: {".tag": "file", "name": "a", "size": 3}\r\n'
LATER = answers(b"not yet", 202, kind="text/plain", more="Retry-After: 0\r\n")
READY = answers(b"abc", kind="image/png", more=RESULT)
COUNTED = answers('{"words": 12}')


@pytest.fixture(params=["blocking", "async"])
def call(request, cabinet_v2):
    """Calls an operation of a client of either kind; with `raw`, for the response as it came."""

    def blocking(base_url, operation, /, raw=False, options=None, **arguments):
        with cabinet_v2.package.Cabinet(base_url=base_url, **(options or {})) as client:
            of = client.with_raw_response if raw else client
            return getattr(of.file, operation)(**arguments)

    async def awaited(base_url, operation, /, raw=False, options=None, **arguments):
        async with cabinet_v2.package.AsyncCabinet(base_url=base_url, **(options or {})) as client:
            of = client.with_raw_response if raw else client
            return await getattr(of.file, operation)(**arguments)

    if request.param == "blocking":
        return blocking
    return lambda *given, **arguments: asyncio.run(awaited(*given, **arguments))


def test_the_same_is_asked_until_it_is_ready(call, server):
    server.will(LATER, LATER, COUNTED)
    waits: list[object] = []

    found = call(server.base_url, "count", path="/a", options={"hooks": [waits.append]})

    assert found.words == 12
    assert len({(each.method, each.target, each.body) for each in server.received}) == 1
    assert len(server.received) == 3
    reasons = [getattr(each, "reason", None) for each in waits]
    reasons = [each for each in reasons if each is not None]
    assert reasons == ["not ready", "not ready"]


def test_waiting_is_no_retry(call, server):
    server.will(LATER, COUNTED)

    assert call(server.base_url, "count", path="/a", options={"retries": 0}).words == 12


@pytest.mark.parametrize(("more", "seconds"), [("", 2.0), ("Retry-After: 7\r\n", 7.0)])
def test_what_is_not_ready_in_time_says_when(call, cabinet_v2, server, more, seconds):
    server.will(answers(b"", 202, more=more))

    with pytest.raises(cabinet_v2.errors.NotReady) as raised:
        call(server.base_url, "download", path="/a", options={"max_wait": 1})

    assert (raised.value.retry_after, raised.value.status) == (seconds, 202)
    assert str(raised.value) == (
        f"file.download: not ready yet; ask again in {seconds:g} s (HTTP 202) [Files]"
    )
    assert len(server.received) == 1


@pytest.mark.parametrize(
    ("body", "more", "seconds"),
    [
        ('{"ready": {"in": 0.25}}', "Retry-After: 9\r\n", 0.25),
        ('{"ready": {"in": -1}}', "Retry-After: 9\r\n", 9.0),
        ('{"ready": {"in": true}}', "", 2.0),
    ],
)
def test_the_api_says_in_its_own_way_when(call, cabinet_v2, server, body, more, seconds):
    server.will(answers(body, 202, more=more))

    with pytest.raises(cabinet_v2.errors.NotReady) as raised:
        call(server.base_url, "download", path="/a", options={"max_wait": 0})

    assert raised.value.retry_after == seconds


def test_the_stub_says_so_too(cabinet_v2):
    headers = {"Prefer": "code=202", "Content-Type": "application/json"}
    with cabinet_v2.stub.StubServer(mode="examples") as stub:
        request = Request(f"{stub.base_url}/2/files/download", b'{"path": "/a"}', headers)
        with urlopen(request) as response:
            assert (response.status, json.load(response)) == (202, {"ready": {"in": 2}})


def test_its_openapi_says_where():
    paths = json.loads((CASES / "good/cabinet/output/openapi.json").read_text())["paths"]
    (content,) = paths["/files/download"]["post"]["responses"]["202"]["content"].values()
    inside = content["schema"]["properties"]["ready"]["properties"]["in"]

    assert inside == {"type": "number", "description": "After how many seconds."}


def test_a_download_is_not_the_body_of_202(call, server):
    server.will(LATER, READY)

    assert call(server.base_url, "download", path="/a").content == b"abc"


@pytest.mark.parametrize("is_path", [True, False])
def test_nothing_is_saved_until_it_is_ready(call, server, tmp_path, is_path):
    longer = answers(b"not yet" * 20_000, 202, kind="text/plain", more="Retry-After: 0\r\n")
    server.will(longer, READY)
    path, held = tmp_path / "a", BytesIO()
    to = path if is_path else held

    assert call(server.base_url, "save_download", path="/a", to=to).size == 3

    assert (path.read_bytes() if is_path else held.getvalue()) == b"abc"


def test_what_is_never_ready_leaves_no_file(call, cabinet_v2, server, tmp_path):
    server.will(LATER)

    with pytest.raises(cabinet_v2.errors.NotReady):
        call(
            server.base_url, "save_download", path="/a", to=tmp_path / "a", options={"max_wait": 0}
        )

    assert [*tmp_path.iterdir()] == []


def test_raw_access_has_the_202_itself(call, cabinet_v2, server):
    server.will(LATER)

    found = call(server.base_url, "count", raw=True, path="/a", options={"max_wait": 0})

    assert (found.status, found.body) == (202, b"not yet")
    with pytest.raises(cabinet_v2.errors.NotReady):
        found.parsed()


def test_raw_access_waits_as_well(call, server):
    server.will(LATER, COUNTED)

    assert call(server.base_url, "count", raw=True, path="/a").parsed().words == 12


def test_a_stub_of_examples_is_not_ready_on_demand(call, cabinet_v2):
    with cabinet_v2.stub.StubServer(mode="examples") as stub:
        stub.fails("file.count", status=202, retry_after=0, times=2)
        assert call(stub.base_url, "count", path="/a").words == 12
        assert len(stub.requests) == 3

        with pytest.raises(cabinet_v2.errors.NotReady) as raised:
            call(
                stub.base_url,
                "download",
                path="/a",
                extra_headers={"Prefer": "code=202"},
                options={"max_wait": 1},
            )
        assert raised.value.retry_after == 2.0


def test_an_emulator_says_what_is_not_ready(call, cabinet_v2):
    with cabinet_v2.stub.StubServer(mode="emulate") as stub:
        call(stub.base_url, "upload", info={"path": "/a"}, content=b"abc")

        with pytest.raises(cabinet_v2.errors.NotReady) as raised:
            call(stub.base_url, "count", path="/a", options={"max_wait": 0})
        assert (raised.value.headers["retry-after"], raised.value.body) == ("1", b"")

        assert call(stub.base_url, "count", path="/a", options={"max_wait": 0}).words == 12


def test_openapi_has_the_status_beside_the_others():
    document = json.loads((CASES / "good" / "cabinet" / "output" / "openapi.json").read_text())
    found = document["paths"]["/files/count"]["post"]["responses"]

    assert [*found][:2] == ["202", "200"]
    assert [*found["202"]["headers"]] == ["Retry-After"]
    assert "content" not in found["202"]
