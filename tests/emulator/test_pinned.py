"""What the control API and the options promise, line by line, asked of a real process."""

import json
import time
from datetime import datetime, timedelta

import pytest

from tests.emulator.programs import program
from tests.emulator.receiving import receiver
from tests.emulator.talking import KEY, problems, users


@pytest.fixture
def talk(process_anew):
    return process_anew


def test_health(talk):
    health = talk.control("GET health")

    assert (health["status"], health["mode"]) == ("ok", "emulate")


class TestReset:
    @pytest.mark.parametrize("body", [{}, None, {"tenant": None}])
    def test_of_everything(self, talk, body):
        talk.user()
        talk.user(key="other")
        talk.control("POST reset", body)

        assert [users(talk), users(talk, key="other")] == [0, 0]

    def test_of_one_tenant(self, talk):
        talk.user()
        talk.user(key="other")
        talk.control("POST reset", {"tenant": KEY})

        assert [users(talk), users(talk, key="other")] == [0, 1]

    def test_of_a_tenant_that_nobody_knows(self, talk):
        talk.user()
        talk.control("POST reset", {"tenant": "nobody"})

        assert users(talk) == 1


class TestClock:
    def test_is_told(self, talk):
        assert talk.control("GET clock") == {"now": "2031-01-01T00:00:00Z", "running": False}

    def test_is_set_alone(self, talk):
        moved = talk.control("POST clock", {"set": "2032-02-29T12:00:00Z"})
        assert moved == {"now": "2032-02-29T12:00:00Z", "running": False}

    def test_is_moved_on_alone(self, talk):
        moved = talk.control("POST clock", {"advance": 86400})
        assert (
            moved == talk.control("GET clock") == {"now": "2031-01-02T00:00:00Z", "running": False}
        )

    def test_runs_and_stops_alone(self, talk):
        running = talk.control("POST clock", {"running": True})
        stopped = talk.control("POST clock", {"running": False})

        assert (running["running"], stopped["running"]) == (True, False)
        assert talk.control("GET clock") == stopped
        assert stopped["now"] < "2031-01-01T00:10:00Z"

    def test_is_set_moved_and_stopped_together(self, talk):
        given = {"set": "2030-12-31T23:59:00Z", "advance": 90, "running": False}
        assert talk.control("POST clock", given)["now"] == "2031-01-01T00:00:30Z"
        given = {"set": "2030-12-31T23:59:00Z", "running": True}
        moved = talk.control("POST clock", given)
        assert moved["running"] is True
        assert moved["now"].startswith("2030-12-31T23:59")

    def test_goes_on_from_where_it_stopped(self, talk):
        talk.control("POST clock", {"running": True})
        real = time.monotonic()
        first = datetime.fromisoformat(talk.control("GET clock")["now"])
        while (now := talk.control("GET clock")["now"]) == f"{first:%Y-%m-%dT%H:%M:%SZ}":
            assert time.monotonic() - real < 30

        assert datetime.fromisoformat(now) - first >= timedelta(seconds=1)

    def test_is_what_stamps_are_of(self, talk):
        talk.control("POST clock", {"advance": 1})
        assert talk.api("user/create", email="a@b.example", type=1)["created_at"] == (
            "2031-01-01T00:00:01Z"
        )


class TestState:
    def test_counts(self, talk):
        talk.user()
        talk.meeting(talk.user("b@example.com"))
        counts = talk.control("GET state")["counts"]

        assert (counts["user"], counts["meeting"], counts["webinar"]) == (2, 1, 0)

    def test_records(self, talk):
        user = talk.user(first_name="Ada")
        (record,) = talk.control(f"GET state/user?tenant={KEY}")["records"]

        assert (record["id"], record["first_name"]) == (user, "Ada")
        assert talk.control("GET state/user?tenant=nobody") == {"records": []}

    @pytest.mark.parametrize(
        "entity",
        ["user", "meeting", "webinar", "group", "im_group", "account", "recording", "device"],
    )
    def test_entities_are_called_as_their_resources(self, talk, entity):
        assert talk.control(f"GET state/{entity}?tenant={KEY}") == {"records": []}

    def test_an_entity_that_there_is_not(self, talk):
        talk.control(f"GET state/nothing?tenant={KEY}", status=404)

    @pytest.mark.parametrize("kind", ["meeting", "webinar"])
    @pytest.mark.parametrize("transition", ["start", "join", "join_before_host", "record", "end"])
    def test_transitions_of_meetings_and_webinars(self, talk, kind, transition):
        given = {"email": "a@example.com", "type": 2, "enable_webinar": "true"}
        host = talk.api("user/create", **given)["id"]
        options = {"type": 2} if kind == "meeting" else {"type": 5}
        made = talk.api(f"{kind}/create", host_id=host, topic="T", **options)
        assert "error" not in made, made
        path = f"POST state/{kind}/{made['id']}"
        if transition in ("join", "record", "end"):
            talk.control(f"{path}/start", {"tenant": KEY})
        talk.control(f"{path}/{transition}", {"tenant": KEY})
        talk.control(f"{path}/{transition}", {"tenant": "other"}, status=404)
        talk.control(f"{path}/begin", {"tenant": KEY}, status=404)
        talk.control(f"POST state/{kind}/1/{transition}", {"tenant": KEY}, status=404)
        assert "tenant" in problems(talk.control(f"{path}/{transition}", {}, status=422))


class TestSnapshots:
    def test_whole_state_by_name(self, talk):
        talk.user()
        talk.user(key="other")
        talk.control("POST snapshots", {"name": "two"})
        talk.control("POST reset", {})
        talk.control("POST snapshots", {"name": "none"})
        talk.control("POST snapshots/two/restore")
        assert [users(talk), users(talk, key="other")] == [1, 1]
        talk.control("POST snapshots/none/restore", {})
        assert [users(talk), users(talk, key="other")] == [0, 0]
        for name in ("two", "none"):
            talk.control(f"DELETE snapshots/{name}")
            talk.control(f"DELETE snapshots/{name}", status=404)
            talk.control(f"POST snapshots/{name}/restore", status=404)

    @pytest.mark.parametrize("body", [{}, {"name": 1}, {"name": ""}, {"name": None}])
    def test_a_name_that_is_none(self, talk, body):
        assert problems(talk.control("POST snapshots", body, status=422)) == {"name"}


class TestWebhooks:
    def test_what_is_given_back(self, talk):
        given = {
            "url": "http://127.0.0.1:9/hook",
            "username": "me",
            "password": "hunter2",
            "events": ["meeting_started"],
            "pauses": [0.5],
        }
        made = talk.control("POST webhooks", given)
        (seen,) = talk.control("GET webhooks")["webhooks"]

        assert seen == made
        assert {name: seen.get(name) for name in given} == {**given, "password": None}
        assert "hunter2" not in json.dumps([made, seen, talk.control("GET deliveries")])
        talk.control("DELETE webhooks")
        assert talk.control("GET webhooks")["webhooks"] == []

    def test_pauses_are_1_and_2_seconds(self, talk):
        made = talk.control("POST webhooks", {"url": "http://127.0.0.1:9/"})

        assert made["pauses"] == [1, 2]

    def test_a_delivery_and_once_more(self, talk):
        with receiver() as hooks:
            talk.control("POST webhooks", {"url": hooks.url, "username": "u", "password": "p"})
            meeting = talk.meeting(talk.user())
            talk.control(f"POST state/meeting/{meeting['id']}/start", {"tenant": KEY})
            hooks.wait_for(1)
            last = talk.control("GET deliveries?limit=1")["deliveries"][0]
            while last["state"] == "pending":
                last = talk.control("GET deliveries?limit=1")["deliveries"][0]
            talk.control(f"POST deliveries/{last['id']}/redeliver")
            first, second = hooks.wait_for(2)

        assert first[1]["Authorization"] == "Basic dTpw"
        assert first[2] == second[2]
        talk.control("POST deliveries/999999/redeliver", status=404)

    def test_every_problem_at_once(self, talk):
        wrong = {"url": "ftp://x", "events": ["nothing"], "pauses": ["x"], "oops": 1}
        assert problems(talk.control("POST webhooks", wrong, status=422)) >= {"pauses", "oops"}
        wrong = {"url": "ftp://x", "events": ["nothing"], "pauses": [1, 2, 3]}
        assert problems(talk.control("POST webhooks", wrong, status=422)) == set(wrong)


class TestOptions:
    def test_examples(self):
        with program("--mode", "examples") as (_, talk):
            assert talk.control("GET health")["mode"] == "examples"
            assert talk.api("user/get", id="x")["email"]
            talk.control("GET state", status=404)

    def test_strict(self):
        with program("--strict") as (_, talk):
            refused = talk.api("user/create", email="a@example.com", type=1, colour="red")
            taken = talk.api("user/create", email="a@example.com", type=1)

        assert refused["error"]["code"] == 300
        assert "colour" in refused["error"]["message"]
        assert taken["id"]

    @pytest.mark.parametrize(
        ("limits", "taken"), [("off", 5), ("on", 1), ("3", 3), ("2.5", 2), ("0.1", 1)]
    )
    def test_limits(self, limits, taken):
        """The page allows one `user.list` a second."""
        with program("--limits", limits) as (_, talk):
            talk.control("POST clock", {"running": False})
            found = [talk.api("user/list").get("error", {}).get("code") for _ in range(5)]

        assert found == [None] * taken + [403] * (5 - taken)

    def test_a_clock_and_a_seed_make_the_same_bytes(self):
        found = []
        for _ in range(2):
            with program("--clock", "2031-05-01T08:00:00Z", "--random-seed", "s") as (_, talk):
                assert talk.control("GET clock")["now"].startswith("2031-05-01T08:00")
                talk.control("POST clock", {"set": "2031-05-01T08:00:00Z", "running": False})
                meeting = talk.meeting(talk.user())
                found.append(talk.raw("GET", f"/_stub/state/meeting?tenant={KEY}")[2])
                assert meeting["id"]

        assert found[0] == found[1]

    def test_a_file_is_what_it_remembers_by(self, tmp_path):
        for expected in (0, 1):
            with program("--db", str(tmp_path / "state.db")) as (_, talk):
                assert users(talk) == expected
                talk.user(f"{expected}@example.com")

    def test_a_token_for_the_control_api_alone(self):
        with program("--control-token", "t0ken") as (_, talk):
            talk.control("GET health", status=401)
            token = {"Authorization": "Bearer t0ken"}
            assert talk.control("GET health", headers=token)["status"] == "ok"
            assert users(talk) == 0
