"""Who is told of events by the API itself stands among those who were asked for beside it."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pytest

from stripe_rest.stub import StubServer
from tests.emulator.programs import program
from tests.emulator.talking import Talk

KEY = {"Authorization": "Bearer sk_test_endpoints"}
URL = "http://localhost:1/hook"


def asked(talk: Talk, method: str, path: str, headers: Any = (), **form: str) -> Any:
    """What the API answers to one account."""
    named = {**KEY, "Content-Type": "application/x-www-form-urlencoded", **dict(headers)}
    status, _, body = talk.raw(method, f"/v1/{path}", urlencode(form) or None, named)
    assert status == 200, body
    return json.loads(body)


def endpoint(talk: Talk, headers: Any = (), **more: str) -> Any:
    given = {"url": URL, "enabled_events[]": "*", **more}
    return asked(talk, "POST", "webhook_endpoints", headers, **given)


def shown(talk: Talk) -> Any:
    return talk.control("GET webhooks")["webhooks"]


def records(talk: Talk) -> list[str]:
    return [each["record"] for each in shown(talk)]


@pytest.fixture
def talk() -> Iterator[Talk]:
    with StubServer(random_seed=1) as stub:
        yield Talk(stub)


def test_endpoints_are_shown_as_soon_as_they_are_made(talk):
    made = endpoint(talk, **{"enabled_events[]": "customer.created"})
    (one,) = shown(talk)

    assert one["record"] == f"webhook_endpoint {made['id']}"
    assert (one["url"], one["events"], one["signed"]) == (URL, ["customer_created"], True)
    assert one["tenant"].startswith("t-")
    assert made["secret"] not in str(one)


def test_what_is_shown_changes_with_the_record(talk):
    path = f"webhook_endpoints/{endpoint(talk)['id']}"
    (before,) = shown(talk)
    asked(talk, "POST", path, url=f"{URL}/other")
    (after,) = shown(talk)
    asked(talk, "POST", path, disabled="true")
    disabled = shown(talk)
    asked(talk, "POST", path, disabled="false")
    enabled = records(talk)
    asked(talk, "DELETE", path)

    assert after == {**before, "url": f"{URL}/other"}
    assert (disabled, enabled, shown(talk)) == ([], [before["record"]], [])


def test_endpoints_of_a_namespace_are_shown_as_such(talk):
    endpoint(talk, {"X-Stub-Namespace": "apart"})
    (one,) = shown(talk)
    within = talk.control("GET webhooks", headers={"X-Stub-Namespace": "other"})["webhooks"]

    assert one["namespace"] == "apart"
    assert within == []


def test_only_the_api_removes_what_it_has_made(talk):
    endpoint(talk)
    (one,) = shown(talk)
    refused = talk.control(f"DELETE webhooks/{one['id']}", status=422)
    talk.control("POST webhooks", {"url": URL})
    removed = talk.control("DELETE webhooks")

    assert one["record"] in refused["problems"][0]["problem"]
    assert removed == {"removed": 1}
    assert shown(talk) == [one]


def test_endpoints_go_and_come_with_all_records(talk):
    endpoint(talk)
    before = records(talk)
    talk.control("POST snapshots", {"name": "with one"})
    talk.control("POST reset", {})
    after = records(talk)
    talk.control("POST snapshots/with%20one/restore")

    assert (len(before), after, records(talk)) == (1, [], before)


@pytest.mark.parametrize("workers", ["1", "3"])
def test_endpoints_in_a_file_outlive_the_process(tmp_path, workers):
    options = "--db", str(tmp_path / "records.db"), "--workers", workers
    with program(*options, module="stripe_rest.stub") as (_, talk):
        endpoint(talk)
        before = [records(talk) for _ in range(12)]
    with program(*options, module="stripe_rest.stub") as (_, talk):
        after = [records(talk) for _ in range(12)]

    assert len(before[0]) == 1
    assert before == after == [before[0]] * 12
