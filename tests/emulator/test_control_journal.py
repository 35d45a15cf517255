"""The journal of requests, counting them, coverage and snapshots."""

import threading

import pytest

from tests.emulator.talking import KEY
from zoom_v1.stub import StubServer


@pytest.fixture
def talk(talk):
    talk.control("DELETE requests")
    return talk


def journal(talk, query=""):
    return talk.control(f"GET requests{query}")["requests"]


def test_what_is_known_of_a_request(talk):
    talk.sent("user/create", email="a@example.com", type=1, first_name="Ada")

    (found,) = journal(talk)

    assert found["operation"] == "user.create"
    assert found["tenant"] == KEY
    assert found["arguments"] == {"email": "a@example.com", "type": 1, "first_name": "Ada"}
    assert (found["status"], found["code"], found["violations"]) == (200, None, [])
    assert found["at"].endswith("Z")
    assert found["duration"] >= 0


def test_refused_requests_are_told_with_the_reason(talk):
    talk.sent("user/create", email="nobody", type=1)
    talk.sent("user/get", id="nobody")
    talk.raw("POST", "/v1/nothing")

    broken, missing, nowhere = journal(talk)

    assert broken["code"] == 300
    assert [each["argument"] for each in broken["violations"]] == ["email"]
    assert missing["code"] == 1001
    assert (nowhere["operation"], nowhere["code"]) == (None, 300)


def test_secrets_are_never_shown(talk):
    secret = "Tr0ub4dor-secret"
    talk.sent("user/create", email="a@example.com", type=1, password=secret)
    talk.sent("user/auto_create", email="a@example.com", type=1, password=secret)
    talk.sent("user/auto_create", email="a@example.com", type=1, password="x" * 400)

    status, _, body = talk.raw("GET", "/_stub/requests")
    records = talk.control(f"GET state/user?tenant={KEY}")

    assert status == 200
    assert secret.encode() not in body
    assert b"xxxx" not in body
    assert b"api_secret" not in body
    assert b"***" in body
    assert secret not in str(records)


def test_credentials_are_no_arguments(talk):
    """Also where nobody has looked at them, because a fault has answered."""
    for what in ({"status": 503}, {"error": 1005}):
        talk.control("POST faults", {"operation": "user.create", "times": 1, **what})
        talk.sent("user/create", email="a@example.com", type=1)

    assert [each["arguments"] for each in journal(talk)] == [
        {"email": "a@example.com", "type": 1}
    ] * 2


def test_requests_of_one_kind_and_the_last_ones(talk):
    for email in ("a@example.com", "b@example.com"):
        talk.user(email)
    talk.user("c@example.com", key="other")
    talk.api("meeting/live")

    def emails(query):
        return [each["arguments"]["email"] for each in journal(talk, query)]

    assert emails("?operation=user.create&tenant=other") == ["c@example.com"]
    assert emails("?operation=user.*&limit=2") == ["b@example.com", "c@example.com"]
    assert len(journal(talk, "?operation=&tenant=&limit=")) == 4
    talk.control("GET requests?limit=-1&operatio=x", status=422)
    for path in ("requests", "deliveries", "state/user"):
        told = talk.control(f"GET {path}?tenant=key&limit=6423556439615138168832", status=422)
        assert {"at": "limit", "problem": "is more than 1e+06"} in told["problems"]
    assert talk.control("DELETE requests") == {"removed": 4}
    assert journal(talk) == []


def test_the_journal_is_bounded(talk):
    for _ in range(1010):
        talk.stub._application.control.journal.note(_exchange(), 200)

    assert len(journal(talk)) == 1000


def _exchange():
    from zoom_v1._runtime.stub.exchange import begun

    return begun()


def test_counting_what_matches(talk):
    talk.user("a@example.com", first_name="Ada")
    talk.user("b@example.com", first_name="Bob")

    def count(**wanted):
        return talk.control("POST requests/count", wanted)

    assert count(operation="user.create")["count"] == 2
    assert count(operation="user.create", arguments={"type": "1"})["count"] == 2
    assert count(arguments={"first_name": "Ada", "last_name": None})["count"] == 1
    assert count(operation="meeting.*")["count"] == 0


def test_the_nearest_is_told_with_the_difference(talk):
    talk.user("a@example.com", first_name="Ada")
    talk.api("user/list")

    wanted = {"operation": "user.create", "arguments": {"first_name": "Eve", "type": 1}}
    found = talk.control("POST requests/count", wanted)

    assert found["count"] == 0
    nearest = found["nearest"][0]
    assert nearest["request"]["operation"] == "user.create"
    assert nearest["differences"] == [
        {"at": "arguments.first_name", "expected": "Eve", "found": "Ada"}
    ]


def test_bad_questions_are_refused(talk):
    wrong = talk.control("POST requests/count", {"operation": 1, "arguments": []}, status=422)

    assert {each["at"] for each in wrong["problems"]} == {"operation", "arguments"}


@pytest.mark.parametrize("call", ["GET requests?operation=user.crate", "POST requests/count"])
def test_an_operation_that_there_is_not(talk, call):
    body = {"operation": "user.crate"} if call.startswith("POST") else None
    wrong = talk.control(call, body, status=422)

    problem = "matches no operation; did you mean user.create?"
    assert wrong["problems"] == [{"at": "operation", "problem": problem}]


def test_coverage():
    from tests.emulator.talking import Talk

    with StubServer() as stub:
        talk = Talk(stub)
        before = talk.control("GET coverage")
        talk.user()
        talk.sent("user/create", email="ada@example.com", type=1)
        after = talk.control("GET coverage")

    create = after["operations"]["user.create"]
    assert before["summary"]["operations"] == {"exercised": 0, "all": 96}
    assert after["summary"]["operations"] == {"exercised": 1, "all": 96}
    assert before["summary"]["arguments"]["all"] == 612
    assert before["operations"]["user.create"]["errors"]["1005"] is False
    assert create["errors"]["1005"] is True
    assert create["errors"]["300"] is False
    assert (create["arguments"]["email"], create["arguments"]["dept"]) == (True, False)
    assert create["requests"] == 2


def test_snapshots(talk):
    talk.user("a@example.com")
    talk.control("POST snapshots", {"name": "one user"})
    talk.user("b@example.com")

    talk.control("POST snapshots/one%20user/restore", {})

    assert talk.api("user/list")["total_records"] == 1
    talk.control("DELETE snapshots/one%20user")
    talk.control("POST snapshots/one%20user/restore", status=404)
    talk.control("DELETE snapshots/one%20user", status=404)
    talk.control("POST snapshots", {}, status=422)
    talk.control("POST snapshots", {"name": ""}, status=422)


def test_waiting_for_a_request(talk):
    timer = threading.Timer(0.1, lambda: talk.user("late@example.com"))
    timer.start()

    talk.stub.wait_for("user.create", arguments={"email": "late@example.com"})

    timer.join()
    with pytest.raises(TimeoutError, match=r"0 of 1 .* have come; the nearest is request 1: "):
        talk.stub.wait_for("user.create", arguments={"email": "x"}, seconds=0.05)


def test_requests_of_a_namespace(talk):
    mine = {"X-Stub-Namespace": "mine"}
    talk.api("user/list", headers=mine)
    talk.api("user/list")

    found = talk.control("GET requests", headers=mine)["requests"]

    assert [each["namespace"] for each in found] == ["mine"]
    talk.control("DELETE requests", headers=mine)
    assert [each["namespace"] for each in journal(talk)] == [""]
