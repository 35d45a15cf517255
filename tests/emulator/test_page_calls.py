"""The Python that the page shows, run as it stands, makes the call that was filled in."""

import json
from contextlib import suppress

import pytest

from tests.emulator.talking import KEY
from zoom_v1.errors import ZoomError
from zoom_v1.operations import all_operations

CALLS = [
    ("user.create", {"email": "ada@example.com", "type": 1, "first_name": 'Ada "A" \\ ü\n'}),
    ("report.get_daily", {"year": 2031, "month": 1}),
    (
        "meeting.create",
        {
            "host_id": "h",
            "type": 8,
            "topic": "t",
            "start_time": "2031-01-01T10:00:00Z",
            "recurrence": {"type": 2, "repeat_interval": 1, "weekly_days": [1, 2]},
        },
    ),
]


@pytest.mark.parametrize(("operation", "arguments"), CALLS, ids=[each[0] for each in CALLS])
def test_it_makes_the_call(talk, operation, arguments):
    found = talk.control(
        f"POST operations/{operation}/request",
        {
            "arguments": arguments,
            "credentials": {"api_key": KEY, "api_secret": "s"},
            "base_url": talk.stub.base_url,
            "headers": {"X-Stub-Namespace": "page"},
        },
    )
    assert found["violations"] == []
    talk.control("DELETE requests")
    with suppress(ZoomError):  # what the service makes of it is another matter
        exec(compile(found["python"], operation, "exec"), {})

    [entry] = talk.control("GET requests")["requests"]
    assert entry["operation"] == operation
    assert entry["namespace"] == "page"
    assert entry["arguments"] == json.loads(json.dumps(arguments))


@pytest.mark.parametrize("wrong", [[], [[]], 3, 1.5, True, {"a": {"b": 1}}, None, "\0", ""])
def test_any_json_is_answered(talk, wrong):
    for operation in all_operations():
        given = dict.fromkeys([*operation.arguments, "<b>"], wrong)
        found = talk.control(f"POST operations/{operation.id}/request", {"arguments": given})
        assert found["violations"] != [] or wrong == ""


def test_journal_behind_an_id(talk):
    talk.user()
    last = talk.control("GET requests")["requests"][-1]["id"]
    talk.api("user/list")

    found = talk.control(f"GET requests?after={last}")["requests"]

    assert [each["operation"] for each in found] == ["user.list"]


def test_last_records_and_names_of_snapshots(talk):
    for each in range(5):
        talk.user(f"u{each}@example.com")

    found = talk.control(f"GET state/user?tenant={KEY}&limit=2")["records"]
    assert [each["email"] for each in found] == ["u3@example.com", "u4@example.com"]
    others = talk.control("GET snapshots")["snapshots"]  # which outlive whoever made them
    for name in ("b", "a"):
        talk.control("POST snapshots", {"name": name})
    assert talk.control("GET snapshots") == {"snapshots": sorted(["a", "b", *others])}
    for name in ("b", "a"):
        talk.control(f"DELETE snapshots/{name}")
