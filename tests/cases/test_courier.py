"""The courier's package, run: failures that are told in every way, by bytes written by hand."""

import asyncio
import json
import pickle

import jsonschema
import pytest
from openapi_spec_validator import validate as validate_openapi

from tests.cases.casebook import CASES
from tests.runtime.scripted import answers

OPENAPI = CASES / "good" / "courier" / "output" / "openapi.json"
FAILED = "the request failed"
UNKNOWN = "Nobody lives there."


def raised(courier_v2, server, *scripts, call=None):
    """What the blocking client raises, which is what the awaiting one raises."""
    errors = courier_v2.errors

    def ask(client):
        return call(client) if call else client.parcel.get(id="p1")

    server.will(*scripts * 2)
    given = {"token": "t", "base_url": server.base_url, "retries": 0, "max_wait": 0}
    with (
        courier_v2.package.Courier(**given) as client,
        pytest.raises(errors.CourierError) as blocking,
    ):
        ask(client)

    async def awaited():
        async with courier_v2.package.AsyncCourier(**given) as client:
            await ask(client)

    with pytest.raises(errors.CourierError) as awaiting:
        asyncio.run(awaited())
    assert type(awaiting.value) is type(blocking.value)
    assert str(awaiting.value) == str(blocking.value)
    return blocking.value


@pytest.mark.parametrize(
    ("body", "status", "more", "name", "code", "message"),
    [
        ('{"error": {"code": 4001, "message": "No."}}', 422, "", "AddressUnknown", 4001, "No."),
        ('{"error": {"code": "4001"}}', 400, "", "AddressUnknown", 4001, UNKNOWN),
        (
            '{"error": {"type": "invalid"}}',
            422,
            "",
            "InvalidParcel",
            "invalid",
            "The parcel makes no sense.",
        ),
        (
            '{"ok": false, "error": {"code": "odd"}}',
            200,
            "",
            "APIError",
            "odd",
            "the request failed",
        ),
        ('{"outcome": "lost"}', 200, "", "APIError", None, FAILED),
        ('{"errors": [{"text": "A"}, {"text": "B"}]}', 404, "", "NotFound", 404, "A; B"),
        (
            '{"faults": [{"code": 7, "text": "A"}, {"code": 4001, "text": "B"}]}',
            422,
            "",
            "AddressUnknown",
            4001,
            "A; B",
        ),
        ('{"faults": [{"code": 7}, {"code": 8}]}', 422, "", "APIError", 7, FAILED),
        (
            '{"faults": [{"about": "sky"}, {"about": "depot"}]}',
            409,
            "",
            "DepotFar",
            409,
            "The depot is far.",
        ),
        (
            '{"fields": {"to": ["is far", "is wet"], "box": {"size": ["is 0"]}}}',
            404,
            "",
            "NotFound",
            404,
            "to: is far; to: is wet; box.size: is 0",
        ),
        (
            '{"deep": {"rows": {"0": [{"code": "x", "say": "No."}]}}}',
            404,
            "",
            "NotFound",
            404,
            "rows.0: No.",
        ),
        ("no such parcel", 404, "", "NotFound", 404, "no such parcel"),
        ("", 404, "", "NotFound", 404, "There is no such parcel."),
        (" \n", 404, "", "NotFound", 404, "There is no such parcel."),
        ('{"error": {"code": 4001, "message": ""}}', 422, "", "AddressUnknown", 4001, UNKNOWN),
        ("<html>oops</html>", 502, "", "CourierAway", 502, "The courier is away."),
        ("It was ALREADY SENT.", 422, "", "Duplicate", 422, "It was ALREADY SENT."),
        ("no", 403, "Retry-After: 3\r\n", "Crowded", 403, "no"),
        ("no", 403, "", "APIError", 403, "no"),
        ("slow down", 429, "", "TooManyCalls", 429, "slow down"),
        ('{"error": {"code": 4001}}', 429, "", "RateLimited", 4001, FAILED),
        ("who?", 401, "", "Unauthorized", 401, "who?"),
        ("", 304, "", "Unchanged", 304, "It was so already."),
    ],
)
def test_failures_have_classes(courier_v2, server, body, status, more, name, code, message):
    error = raised(courier_v2, server, answers(body, status, more=more))

    assert (type(error).__name__, error.code, error.message) == (name, code, message)
    assert error.status == status
    assert isinstance(error, courier_v2.errors.RateLimited) == (
        name in ("Crowded", "TooManyCalls", "RateLimited")
    )
    assert type(pickle.loads(pickle.dumps(error))) is type(error)


@pytest.mark.parametrize(
    "body",
    ['{"id": "p1", "ok": true}', '{"id": "p1", "outcome": "queued"}', '{"id": "p1"}'],
)
def test_successes_are_none(courier_v2, server, body):
    server.will(answers(body))
    with courier_v2.package.Courier(token="t", base_url=server.base_url) as client:
        assert client.parcel.get(id="p1").id == "p1"


def test_further_fields(courier_v2, server):
    body = (
        '{"error": {"code": 4001, "param": "address"}, "errors": [{"reason": "x"}, {"reason": 7}],'
        ' "fields": {"to": "is far"}}'
    )
    error = raised(courier_v2, server, answers(body, 422, more="X-Request-Id: r-1\r\n"))

    assert (error.param, error.reasons, error.request_id) == ("address", ("x",), "r-1")
    assert error.wrong == ("to: is far",)
    bare = courier_v2.errors.APIError("no")
    assert (bare.param, bare.reasons, bare.request_id) == (None, (), None)


@pytest.mark.parametrize(
    ("body", "more", "seconds"),
    [
        ("{}", "Retry-After: 7\r\n", 7),
        ('{"error": {"retry_in": 1500}}', "", 1.5),
        (
            "{}",
            "Date: Thu, 01 Jan 1970 00:01:00 GMT\r\nX-Reset: 90\r\n",
            30,
        ),
        ('{"error": {"retry_in": "soon"}}', "", None),
        (
            "{}",
            "Date: Thu, 01 Jan 1970 00:01:00 GMT\r\nX-Again-At: 1970-01-01T01:01:30.5+01:00\r\n",
            30.5,
        ),
        ("{}", "X-Again-At: tomorrow\r\n", None),
        ("{}", "", None),
    ],
)
def test_where_the_wait_is_told(courier_v2, server, body, more, seconds):
    error = raised(courier_v2, server, answers(body, 429, more=more))

    assert error.retry_after == seconds


def test_openapi_lists_an_operations_errors():
    document = json.loads(OPENAPI.read_text())
    validate_openapi(document)
    responses = document["paths"]["/parcels"]["post"]["responses"]
    assert sorted(responses) == ["200", "401", "422", "default"]
    assert "`AddressUnknown`" in responses["422"]["description"]
    failure = document["components"]["schemas"]["_Failure"]
    jsonschema.validate({"error": {"code": 4001, "message": "No."}}, failure)


def test_docstrings_list_them_too(courier_v2):
    doc = courier_v2.package.Courier(token="t").parcel.send.__doc__
    for name in ("AddressUnknown", "Duplicate", "InvalidParcel", "Unauthorized"):
        assert f"{name}: " in doc


@pytest.mark.parametrize(
    ("body", "status", "family"),
    [
        ('{"error": {"type": "depot", "open": false}}', 409, ["DepotClosed", "DepotError"]),
        ('{"error": {"type": "depot", "open": true}}', 409, ["DepotTrouble", "DepotError"]),
        ('{"error": {"type": "hub"}}', 409, ["DepotTrouble", "DepotError"]),
        ('{"error": {"type": "yard"}}', 409, ["APIError"]),
        ('{"error": {"type": "yard"}}', 429, ["DepotBusy", "DepotError", "RateLimited"]),
        ("{}", 500, ["CourierTrouble"]),
        ("{}", 502, ["CourierAway", "CourierTrouble"]),
        ("{}", 503, ["CourierAsleep", "CourierAway", "CourierTrouble"]),
    ],
)
def test_an_error_is_of_its_families(courier_v2, server, body, status, family):
    error = raised(courier_v2, server, answers(body, status))

    assert type(error).__name__ == family[0]
    assert all(isinstance(error, getattr(courier_v2.errors, name)) for name in family)
    assert pickle.loads(pickle.dumps(error)).status == status


def test_a_failing_server_says_how_long_in_its_own_way(courier_v2, server):
    told = "Date: Thu, 01 Jan 1970 00:00:00 GMT\r\nX-Reset: 90\r\n"
    server.will(answers("{}", 503, more=told), answers("{}", 503, more=told))

    with (
        courier_v2.package.Courier(token="t", base_url=server.base_url, max_wait=0) as client,
        pytest.raises(courier_v2.errors.CourierAsleep),
    ):
        client.parcel.get(id="p1")
    assert len(server.received) == 1


def test_a_failure_without_a_body_is_described_without_one():
    document = json.loads(OPENAPI.read_text())
    told = [
        each["responses"]["304"]
        for path in document["paths"].values()
        for each in path.values()
        if "304" in each["responses"]
    ]

    assert told
    assert all("`Unchanged`" in each["description"] and "content" not in each for each in told)
