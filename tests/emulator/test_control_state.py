"""The control API: health, reset, clock, records and transitions."""

import http.client
import json

import pytest

from tests.emulator.talking import KEY, Talk, problems
from zoom_v1.stub import StubServer


def test_health(talk):
    health = talk.control("GET health")

    assert (health["status"], health["mode"]) == ("ok", "emulate")


def test_reset_takes_all_state_away(talk):
    talk.user()
    talk.control("POST reset", {})

    assert talk.control("GET state")["counts"]["user"] == 0
    assert talk.api("user/list")["total_records"] == 0


def test_reset_of_one_tenant_leaves_the_others(talk):
    talk.user()
    talk.user(key="other")
    talk.control("POST reset", {"tenant": KEY})

    assert talk.control("GET state")["tenants"]["other"]["user"] == 1
    assert talk.api("user/list")["total_records"] == 0
    assert talk.api("user/list", key="other")["total_records"] == 1


def test_the_clock_is_set_stopped_and_moved_on(zoom_stub):
    talk = Talk(zoom_stub)
    stopped = talk.control("POST clock", {"set": "2031-01-01T00:00:00Z", "running": False})
    moved = talk.control("POST clock", {"advance": 90})
    user = talk.api("user/create", email="a@example.com", type=1)
    again = talk.control("GET clock")

    assert stopped == {"now": "2031-01-01T00:00:00Z", "running": False}
    assert moved == again == {"now": "2031-01-01T00:01:30Z", "running": False}
    assert user["created_at"] == "2031-01-01T00:01:30Z"


def test_a_key_that_comes_twice_is_refused(zoom_stub):
    before = zoom_stub.clock.seconds()
    connection = http.client.HTTPConnection(zoom_stub.base_url.removeprefix("http://"))
    connection.request("POST", "/_stub/clock", b'{"advance": 90, "advance": 3600}')
    answer = connection.getresponse()
    content = json.load(answer)
    connection.close()

    assert (answer.status, problems(content)) == (422, {"body"})
    assert zoom_stub.clock.seconds() - before < 90


def test_a_misspelt_call_is_told_the_right_one(talk):
    missing = talk.control("GET clokc", status=404)
    assert missing["message"].endswith("/_stub/clokc; did you mean clock?")


def test_the_clock_of_another_zone(talk, zoom_stub):
    moved = Talk(zoom_stub).control(
        "POST clock", {"set": "2031-01-01T02:00:00+02:00", "running": False}
    )

    assert moved["now"] == "2031-01-01T00:00:00Z"


def test_all_problems_of_a_body_are_told_at_once(talk):
    wrong = {"set": "noon", "advance": "1", "runing": True}

    assert problems(talk.control("POST clock", wrong, status=422)) == {"set", "advance", "runing"}


@pytest.mark.parametrize("body", [{}, {"advance": 1e12}, {"set": "0001-01-01T00:00:00+14:00"}, []])
def test_a_clock_that_cannot_be_set(talk, body):
    before = talk.control("GET clock")["running"]
    talk.control("POST clock", body, status=422)

    assert talk.control("GET clock")["running"] == before


def test_records_of_an_entity(talk):
    first, second = talk.user("a@example.com"), talk.user("b@example.com")
    talk.user("c@example.com", key="other")

    records = talk.control(f"GET state/user?tenant={KEY}")["records"]

    assert [record["id"] for record in records] == [first, second]
    assert [record["email"] for record in records] == ["a@example.com", "b@example.com"]


def test_records_need_a_tenant_and_an_entity(talk):
    talk.control("GET state/user", status=422)
    wrong = talk.control(f"GET state/usr?tenant={KEY}", status=404)
    assert talk.control("GET state/usr", status=404) == wrong
    assert talk.control("POST state/usr/1/start", {}, status=404) == wrong

    assert "did you mean user?" in wrong["message"]


def test_a_meeting_starts_and_ends(talk):
    meeting = talk.meeting(talk.user())
    path = f"POST state/meeting/{meeting['id']}"

    started = talk.control(f"{path}/start", {"tenant": KEY})
    live = talk.api("meeting/live")
    ended = talk.control(f"{path}/end", {"tenant": KEY})

    assert started["record"]["status"] == 1
    assert [each["event"] for each in started["events"]] == ["meeting_started"]
    assert started["events"][0]["fields"]["uuid"] == meeting["uuid"]
    assert [str(each["id"]) for each in live["meetings"]] == [str(meeting["id"])]
    assert ended["events"][0]["fields"]["status"] == "ENDED"
    assert talk.api("meeting/live")["meetings"] == []


def test_a_transition_takes_arguments(talk):
    meeting = talk.meeting(talk.user())
    path = f"POST state/meeting/{meeting['id']}"
    talk.control(f"{path}/start", {"tenant": KEY})

    talk.control(f"{path}/join", {"tenant": KEY, "name": "Grace", "email": "g@example.com"})
    wrong = talk.control(f"{path}/join", {"tenant": KEY, "nam": "x", "mail": "y"}, status=422)

    records = talk.control(f"GET state/participant?tenant={KEY}")["records"]
    assert [record["user_name"] for record in records] == ["Grace"]
    assert problems(wrong) == {"nam", "mail"}


def test_a_transition_that_leads_from_elsewhere(talk):
    meeting = talk.meeting(talk.user())

    wrong = talk.control(f"POST state/meeting/{meeting['id']}/end", {"tenant": KEY}, status=422)

    assert "leads from started" in wrong["message"]


@pytest.mark.parametrize("path", ["metting/1/start", "meeting/1/start", "meeting/{id}/begin"])
def test_what_there_is_not(talk, path):
    meeting = talk.meeting(talk.user())

    talk.control(f"POST state/{path.format(id=meeting['id'])}", {"tenant": KEY}, status=404)


def test_a_tenant_cannot_move_the_records_of_another(talk):
    meeting = talk.meeting(talk.user())

    talk.control(f"POST state/meeting/{meeting['id']}/start", {"tenant": "other"}, status=404)
    talk.control(f"POST state/meeting/{meeting['id']}/start", {}, status=422)


def test_paths_and_methods_that_there_are_not(talk):
    message = talk.control("GET nothing", status=404)["message"]
    known = message.rpartition("there are: ")[2].split(", ")
    assert len(known) == len(set(known)) > 5
    talk.control("DELETE clock", status=405)


def test_the_control_api_is_no_part_of_the_emulated_one(talk):
    status, _, body = talk.raw("POST", "/v1/_stub/health")

    assert (status, b"300" in body) == (200, True)


def test_namespaces_keep_one_tenant_apart(talk):
    mine, yours = {"X-Stub-Namespace": "mine"}, {"X-Stub-Namespace": "yours"}
    talk.user(headers=mine)

    counted = [talk.api("user/list", headers=h)["total_records"] for h in (mine, yours, {})]
    records = talk.control(f"GET state/user?tenant={KEY}", headers=mine)["records"]
    talk.control("POST reset", {}, headers=yours)

    assert counted == [1, 0, 0]
    assert len(records) == 1
    assert talk.control("GET state", headers=mine)["counts"]["user"] == 1


def test_a_transition_takes_what_is_of_a_kind(talk):
    made = talk.meeting(talk.user())["id"]
    body = {"tenant": KEY, "name": ["Ann"], "email": 3, "nam": "Ann"}
    refused = talk.control(f"POST state/meeting/{made}/join", body, status=422)

    assert [each["problem"].split(";")[0] for each in refused["problems"]] == [
        "is nothing that this transition takes",
        "is no text, which it is otherwise",
    ]


def test_a_foreign_page_may_not_control(talk):
    talk.control("GET health", headers={"Host": "evil.example"}, status=421)
    talk.control("POST reset", {}, headers={"Origin": "https://evil.example"}, status=403)


def test_with_a_token_everybody_needs_it():
    with StubServer(control_token="secret-token") as stub:
        talk = Talk(stub)
        talk.control("GET health", status=401)
        talk.control("GET health", headers={"Authorization": "Bearer secret-toke"}, status=401)
        talk.control("GET health", headers={"Authorization": "Basic secret-token"}, status=401)
        health = talk.control("GET health", headers={"Authorization": "Bearer secret-token"})

    assert health["status"] == "ok"


@pytest.mark.zoom_stub(mode="examples")
def test_examples_have_a_control_api_too(zoom_stub):
    health = Talk(zoom_stub).control("GET health")
    Talk(zoom_stub).control("GET clock")
    Talk(zoom_stub).control("GET state", status=404)

    assert health["mode"] == "examples"


def test_a_file_remembers(tmp_path):
    file = str(tmp_path / "state.db")
    with StubServer(db=file) as stub:
        user = Talk(stub).user()
    with StubServer(db=file) as stub:
        records = Talk(stub).control(f"GET state/user?tenant={KEY}")["records"]

    assert [record["id"] for record in records] == [user]


def test_the_clock_of_the_server_is_an_attribute(zoom_stub):
    before = zoom_stub.clock.seconds()
    zoom_stub.clock.advance(3600)

    assert zoom_stub.clock.seconds() - before >= 3600
