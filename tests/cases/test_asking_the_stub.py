"""What one request asks of the stub by `Prefer`, beside what it asks of the API."""

import asyncio
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.cases.casebook import BASE

PREFER = {
    "type": "text",
    "choices": ["return=minimal", "return=full"],
    "in": "header",
    "wire_name": "Prefer",
    "doc": "How much is answered.",
}


@pytest.fixture
def stub(compiled):
    _, stub, *_ = compiled(BASE, common={"prefer": PREFER})
    with stub.StubServer(mode="examples") as running:
        yield running


def problem_of(stub, prefer):
    request = Request(f"{stub.base_url}/v2/bird/list", b"key=k", {"Prefer": prefer})
    try:
        with urlopen(request):
            return None
    except HTTPError as error:
        with error:
            return error.headers["X-Stub-Problem"] or error.read().decode()


@pytest.mark.parametrize(
    ("prefer", "problem"),
    [
        ("return=full", None),
        ("example", None),
        ("code=2", "Bad argument."),
        ("code=2, return=full", "Bad argument."),
        ("return=full; code=2", "Bad argument."),
        ("return=none", "Prefer: 'return=none' is not one of"),
        ("return=none, example", "Prefer: 'return=none' is not one of"),
    ],
)
def test_the_api_may_have_that_header_itself(stub, prefer, problem):
    found = problem_of(stub, prefer)

    assert found is None if problem is None else problem in found


@pytest.mark.parametrize("kind", ["Archive", "AsyncArchive"])
@pytest.mark.parametrize(("operation", "status"), [("is_starred", 404), ("is_kept", 410)])
def test_a_status_that_says_false(archive_v2, kind, operation, status):
    async def awaited(client):
        async with client:
            return await getattr(client.document, operation)(id=1, **asking)

    asking = {"extra_headers": {"Prefer": f"code={status}"}}
    with archive_v2.stub.StubServer(mode="examples") as stub:
        client = getattr(archive_v2.package, kind)(token="t", base_url=stub.base_url)
        if kind.startswith("Async"):
            assert asyncio.run(awaited(client)) is False
        else:
            with client:
                assert getattr(client.document, operation)(id=1, **asking) is False


def test_headers_alone_are_something(gallery_v1):
    with (
        gallery_v1.stub.StubServer(mode="examples") as stub,
        gallery_v1.package.Gallery(token="t", base_url=stub.base_url) as client,
    ):
        assert client.with_raw_response.copy.look(id=1).status == 200
