"""The control API of several processes: what one is told, all know; what one met, all tell."""

import json
import os
import signal
import threading
from http.client import HTTPException

import pytest

from tests.emulator.programs import program
from tests.emulator.talking import KEY
from tests.emulator.test_workers import asked, children

WORKERS = 4
FAR = {"set": "2031-01-01T00:00:00Z", "running": False}


@pytest.fixture
def served(place):
    with program("--db", place, "--workers", str(WORKERS)) as started:
        yield started


def at_once(do, count, writers=8):
    """What comes of something that many do at a time; each call has a connection of its own."""
    found = []
    numbers = iter(range(count))
    turn = threading.Lock()

    def work():
        while True:
            with turn:
                number = next(numbers, None)
            if number is None:
                return
            found.append(do(number))

    threads = [threading.Thread(target=work) for _ in range(writers)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return found


def statuses(talk, count, path="user/list", **arguments):
    return at_once(lambda _: talk.sent(path, **arguments)[0], count)


def test_faults_are_counted_over_all(served):
    _, talk = served
    rule = {"operation": "user.list", "times": 5, "after": 3, "status": 503}
    made = talk.control("POST faults", rule)
    talk.control("POST faults", {"operation": "user.*", "times": 2, "status": 502})

    found = statuses(talk, 40)

    assert (found.count(503), found.count(502), found.count(200)) == (5, 2, 33)
    assert {json.dumps(each) for each in asked(talk, "GET faults")} == {
        json.dumps(talk.control("GET faults"))
    }
    first, second = talk.control("GET faults")["faults"]
    assert (first["matched"], first["done"]) == (40, 5)
    assert (second["matched"], second["done"]) == (35, 2)
    assert talk.control(f"DELETE faults/{made['id']}") == {"removed": 1}
    assert talk.control("DELETE faults") == {"removed": 1}
    assert [each["faults"] for each in asked(talk, "GET faults")] == [[]] * 12
    assert set(statuses(talk, 12)) == {200}
    assert talk.control("POST faults", rule)["id"] == 3


def test_faults_of_a_namespace_are_its_own(served):
    _, talk = served
    here = {"X-Stub-Namespace": "here"}
    talk.control("POST faults", {"operation": "user.list", "status": 503}, headers=here)
    assert set(statuses(talk, 8)) == {200}
    assert set(statuses(talk, 8, headers=here)) == {503}
    assert talk.control("DELETE faults", headers={"X-Stub-Namespace": "else"}) == {"removed": 0}
    assert talk.control("DELETE faults", headers=here) == {"removed": 1}


def test_chance_is_the_same_however_many_serve(tmp_path):
    def met(name):
        options = ["--db", str(tmp_path / name), "--workers", "3", "--random-seed", "7"]
        with program(*options) as (_, talk):
            talk.control("POST faults", {"probability": 0.5, "status": 503})
            return [talk.sent("user/list")[0] for _ in range(24)]

    first = met("one.db")
    assert first == met("two.db")
    assert set(first) == {200, 503}


def test_a_request_is_in_the_journal_once_it_is_answered(served):
    _, talk = served

    def send(number):
        talk.sent("user/create", email=f"u{number}@example.com", type=1)
        wanted = {"arguments": {"email": f"u{number}@example.com"}}
        return talk.control("POST requests/count", wanted)["count"]

    assert at_once(send, 60) == [1] * 60
    listed = [each["requests"] for each in asked(talk, "GET requests")]
    assert all(each == listed[0] for each in listed)
    assert [each["id"] for each in listed[0]] == list(range(1, 61))
    assert talk.control("GET requests?after=58&limit=1")["requests"] == listed[0][-1:]
    assert talk.control("DELETE requests") == {"removed": 60}
    assert [each["requests"] for each in asked(talk, "GET requests")] == [[]] * 12
    talk.sent("user/list")
    assert talk.control("GET requests")["requests"][0]["id"] == 61


def test_the_journal_of_all_is_bounded_and_without_secrets(served):
    _, talk = served
    at_once(lambda _: talk.sent("user/list", headers={"X-Stub-Namespace": "many"}), 1010)
    talk.sent("user/create", email="a@example.com", type=1, password="hidden-1")
    kept = talk.control("GET requests")["requests"]
    assert [each["id"] for each in kept] == list(range(12, 1012))
    assert "hidden-1" not in json.dumps(kept)
    assert '"s"' not in json.dumps(kept)
    assert talk.control("DELETE requests", headers={"X-Stub-Namespace": "many"})["removed"] == 999
    assert [each["operation"] for each in talk.control("GET requests")["requests"]] == [
        "user.create"
    ]


def test_coverage_is_that_of_all(served):
    _, talk = served
    at_once(lambda _: talk.sent("user/list", page_size=3), 20)
    at_once(lambda _: talk.sent("user/get", id="nobody"), 10)
    shown = asked(talk, "GET coverage")
    assert all(each == shown[0] for each in shown)
    operations = shown[0]["operations"]
    assert operations["user.list"]["requests"] == 20
    assert operations["user.list"]["arguments"]["page_size"] is True
    assert operations["user.list"]["arguments"]["page_number"] is False
    assert operations["user.get"]["requests"] == 10
    assert operations["user.get"]["errors"]["1001"] is True
    assert shown[0]["summary"]["operations"]["exercised"] == 2


def test_limits_are_never_passed_by_all_together(place):
    def code(_):
        return talk.api("user/get", id="nobody")["error"]["code"]

    with program("--db", place, "--workers", str(WORKERS), "--limits", "on") as (_, talk):
        talk.control("POST clock", FAR)
        for _ in range(10):
            found = at_once(code, 24)
            assert sorted(found) == [403] * 14 + [1001] * 10
            talk.control("POST clock", {"advance": 1})


def test_a_reset_counts_anew_for_whom_it_is_of(place):
    def code(key):
        return talk.api("user/list", key=key).get("error", {}).get("code")

    with program("--db", place, "--workers", str(WORKERS), "--limits", "on") as (_, talk):
        talk.control("POST clock", FAR)
        for reset, found in (({"tenant": "a"}, [None, 403]), ({}, [None, None])):
            assert {code(key) for key in "abab"} <= {None, 403}
            talk.control("POST reset", reset)
            assert [code(key) for key in "ab"] == found


def test_keys_are_foretellable_with_workers(tmp_path):
    def keys(name):
        options = ["--db", str(tmp_path / name), "--workers", "3", "--random-seed", "7"]
        with program(*options) as (_, talk):
            return [talk.user(f"u{number}@example.com") for number in range(12)]

    first = keys("one.db")
    assert first == keys("two.db")
    assert len(set(first)) == 12


def test_what_a_killed_worker_met_is_still_known(served):
    running, talk = served
    talk.control("POST faults", {"operation": "user.get", "status": 503})
    at_once(lambda _: talk.sent("user/list"), 20)
    killed = children(running)
    for each in killed[:2]:
        os.kill(each, signal.SIGKILL)
    for _ in range(40):
        try:
            requests = [each["requests"] for each in asked(talk, "GET requests")]
        except (OSError, HTTPException):
            continue  # one that was killed had it
        if len(children(running)) == WORKERS and not set(killed[:2]) & set(children(running)):
            break
    assert [len(each) for each in requests] == [20] * 12
    assert set(statuses(talk, 12, "user/get", id="x")) == {503}


def test_examples_have_the_same_control_api():
    with program("--mode", "examples", "--workers", "3") as (_, talk):
        talk.control("POST clock", FAR)
        assert {each["now"] for each in asked(talk, "GET clock")} == {FAR["set"]}
        talk.control("POST faults", {"operation": "user.list", "times": 4, "status": 503})
        assert statuses(talk, 20).count(503) == 4
        assert len(talk.control("GET requests")["requests"]) == 20


def test_two_programs_over_one_database_are_one_emulator(database):
    with (
        program("--db", database) as (_, one),
        program("--db", database, "--workers", "2") as (_, other),
    ):
        one.control("POST faults", {"operation": "user.list", "times": 3, "status": 503})
        found = [talk.sent("user/list")[0] for talk in (other, one) * 4]
        assert found == [503] * 3 + [200] * 5
        assert len(other.control("GET requests")["requests"]) == 8
    with program("--db", database) as (_, later):
        assert later.control("GET faults") == {"faults": []}
        assert later.control("GET requests") == {"requests": []}


def test_a_tenant_key_is_needed_for_state(served):
    _, talk = served
    talk.user("a@example.com")
    found = asked(talk, f"GET state/user?tenant={KEY}")
    assert [len(each["records"]) for each in found] == [1] * 12


def test_a_reset_seeds_all_tenants_again(place, tmp_path):
    seed = tmp_path / "seed.yaml"
    seed.write_text("user:\n  - {email: ada@example.com, type: 1}\n")
    with program("--db", place, "--workers", "4", "--seed", str(seed)) as (_, talk):
        (ada,) = talk.api("user/list")["users"]
        talk.api("user/permanentdelete", id=ada["id"])
        assert talk.api("user/list")["users"] == []
        at_once(lambda _: talk.control("POST reset", {}), 4, writers=1)
        assert talk.api("user/list")["total_records"] == 1


def test_each_call_is_answered_alike_by_all(served):
    _, talk = served
    talk.control("POST clock", FAR)
    here = {"X-Stub-Namespace": "here"}
    meeting = talk.meeting(talk.user("a@example.com"))
    talk.user("b@example.com", headers=here)
    talk.control("POST snapshots", {"name": "one"})
    talk.control("POST snapshots", {"name": "two"})
    talk.control(f"POST state/meeting/{meeting['id']}/start", {"tenant": KEY})
    calls = ["health", "clock", "state", "snapshots", "faults", "requests", "coverage", "webhooks"]
    calls += ["deliveries", "openapi.json", f"state/meeting?tenant={KEY}"]
    found = {call: asked(talk, f"GET {call}") for call in calls}
    assert [call for call, answers in found.items() if answers != answers[:1] * 12] == []
    assert found["snapshots"][0] == {"snapshots": ["one", "two"]}
    (started,) = found[f"state/meeting?tenant={KEY}"][0]["records"]
    talk.control("DELETE snapshots/two")
    talk.control("DELETE snapshots/two", status=404)
    talk.control("POST snapshots/one/restore")
    talk.control("POST reset", {}, headers=here)
    (restored,) = asked(talk, f"GET state/meeting?tenant={KEY}")[0]["records"]
    assert restored != started
    assert {**restored, **started} == started
    assert [each["counts"]["user"] for each in asked(talk, "GET state")] == [1] * 12
