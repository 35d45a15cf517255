"""A response with the status of a failure may be what was asked for."""

import asyncio
import json

import pytest

from tests.cases.test_bazaar import CLIENT, TOKEN, refused
from tests.runtime.scripted import answers


@pytest.fixture(params=["BazaarClient", "AsyncBazaarClient"])
def call(request, bazaar_v1, server):
    """Asks for a stall; the answer, and how often it was asked for."""

    async def awaited(client):
        async with client:
            return await client.ware.stall(number=12)

    def called(responses):
        server.will(TOKEN, *responses)
        kind = getattr(bazaar_v1.package, request.param)
        client = kind(**CLIENT, base_url=f"{server.base_url}/v1")
        if request.param == "AsyncBazaarClient":
            found = asyncio.run(awaited(client))
        else:
            with client:
                found = client.ware.stall(number=12)
        return found, len(server.received) - 1

    return called


@pytest.mark.parametrize(
    ("status", "body", "kind", "name"),
    [
        (404, {"number": 12, "keeper": None}, "Stall", "number"),
        (503, {"opens": "at noon"}, "Closed", "opens"),
    ],
)
def test_a_failing_status_may_be_an_answer(call, status, body, kind, name):
    found, asked = call([answers(json.dumps(body), status=status)])

    assert (type(found).__name__, getattr(found, name)) == (kind, body[name])
    assert asked == 1  # it is no failure, and nothing is sent again


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (404, '{"status": 404, "code": "gone", "errors": "no"}', "Missing"),
        (404, "", "Missing"),
        (404, "<p>No.</p>", "Missing"),
        (503, "<p>Busy.</p>", "APIError"),
        (410, '{"number": 1, "keeper": null}', "APIError"),
    ],
)
def test_what_is_no_such_answer_is_an_error(call, bazaar_v1, status, body, kind):
    error = refused(lambda: call([answers(body, status=status)] * 9), bazaar_v1.package.BazaarError)

    assert type(error).__name__ == kind


@pytest.mark.parametrize("mode", ["examples", "emulate"])
def test_the_stub_answers_with_a_failing_status(bazaar_v1, mode):
    given = {} if mode == "emulate" else {"extra_headers": {"Prefer": "code=404"}}
    with bazaar_v1.stub.StubServer(mode=mode) as stub, stub.client() as client:
        found = client.with_raw_response.ware.stall(number=12, **given)
        assert client.ware.stall(number=1).keeper == "Ada"

    assert (found.status, json.loads(found.body)["keeper"]) == (404, None)


def test_a_failing_status_is_one_or_the_other(made):
    document = json.loads((made["bazaar"] / "openapi.json").read_text())
    said = document["paths"]["/stalls/{number}"]["get"]["responses"]
    schemas = [said[status]["content"]["application/json"]["schema"] for status in ("404", "503")]

    assert [each["$ref"][21:] for each in schemas[0]["anyOf"]] == ["Stall", "_Failure"]
    assert schemas[1]["$ref"].endswith("Closed")
    assert "Missing" in said["404"]["description"]
