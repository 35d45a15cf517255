"""What the control API and the options promise, line by line, asked of a real process."""

import json
import subprocess
import time
from datetime import datetime, timedelta

import pytest

from tests.emulator.programs import program
from tests.emulator.receiving import receiver
from tests.emulator.talking import KEY


@pytest.fixture(scope="module")
def process():
    with program("--random-seed", "7", "--clock", "2031-01-01T00:00:00Z") as (_, talk):
        yield talk


@pytest.fixture
def talk(process):
    process.control("POST reset", {})
    process.control("DELETE faults")
    process.control("DELETE requests")
    process.control("DELETE webhooks")
    process.control("POST clock", {"set": "2031-01-01T00:00:00Z", "running": False})
    return process


def problems(answer):
    assert answer["message"]
    return {each["at"] for each in answer["problems"] if each["problem"]}


def users(talk, **more):
    return talk.api("user/list", **more)["total_records"]


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

        assert datetime.fromisoformat(now) - first == timedelta(seconds=1)

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


def create(talk):
    return talk.sent("user/create", email="a@example.com", type=1)


class TestFaults:
    @pytest.mark.parametrize(
        "pattern", ["user.create", "user.*", "*.create", "*", "user.crea??", "us[e]r.create"]
    )
    def test_an_id_or_a_pattern(self, talk, pattern):
        talk.control("POST faults", {"operation": pattern, "status": 503})

        assert create(talk)[0] == 503
        assert users_by_state(talk) == 0

    def test_others_are_left_alone(self, talk):
        talk.control("POST faults", {"operation": "user.create", "status": 503})

        assert users(talk) == 0

    def test_times_and_after(self, talk):
        rule = {"operation": "user.create", "status": 503, "times": 2, "after": 1}
        talk.control("POST faults", rule)

        assert [create(talk)[0] for _ in range(5)] == [200, 503, 503, 200, 200]

    @pytest.mark.parametrize(("part", "statuses"), [(0, {200}), (1, {503})])
    def test_no_chance_and_certainty(self, talk, part, statuses):
        rule = {"operation": "user.create", "status": 503, "probability": part}
        talk.control("POST faults", rule)

        assert {create(talk)[0] for _ in range(10)} == statuses

    def test_the_first_match_wins(self, talk):
        first = talk.control("POST faults", {"operation": "user.*", "status": 500})
        talk.control("POST faults", {"operation": "user.create", "status": 502})
        found = [create(talk)[0]]
        talk.control(f"DELETE faults/{first['id']}")
        found.append(create(talk)[0])

        assert found == [500, 502]

    def test_one_that_is_used_up_lets_the_next_one_have_it(self, talk):
        talk.control("POST faults", {"operation": "user.create", "status": 500, "times": 1})
        talk.control("POST faults", {"operation": "user.*", "error": 1001, "times": 1})

        assert [create(talk)[0] for _ in range(3)] == [500, 200, 200]
        assert users_by_state(talk) == 1

    def test_an_error_by_its_code(self, talk):
        talk.control("POST faults", {"operation": "user.create", "error": 1005})
        status, _, body = create(talk)

        assert (status, json.loads(body)["error"]["code"]) == (200, 1005)
        assert users_by_state(talk) == 0

    def test_an_error_at_a_status_with_a_wait(self, talk):
        rule = {"operation": "user.create", "error": 403, "status": 429, "retry_after": 3}
        talk.control("POST faults", rule)
        status, headers, body = create(talk)

        assert (status, headers["retry-after"]) == (429, "3")
        assert json.loads(body)["error"]["code"] == 403

    @pytest.mark.parametrize("connection", ["reset", "truncate", "stall", "garbage"])
    def test_a_write_that_breaks_off_is_not_done(self, talk, connection):
        rule = {"operation": "user.create", "connection": connection, "times": 1}
        talk.control("POST faults", rule)
        form = f"api_key={KEY}&api_secret=s&email=a%40example.com&type=1"
        url = f"http://127.0.0.1:{talk.stub.port}/v1/user/create"
        ended = subprocess.run(
            ["curl", "-sS", "-m", "0.4", "-d", form, url], capture_output=True, check=False
        )

        assert ended.returncode != 0
        assert users_by_state(talk) == 0
        assert create(talk)[0] == 200

    @pytest.mark.parametrize("delay", [0.3, {"type": "uniform", "lower": 0.3, "upper": 0.4}])
    def test_late_and_slow_ones_are_done(self, talk, delay):
        rule = {"operation": "user.create", "delay": delay, "connection": "slow"}
        talk.control("POST faults", rule)
        began = time.monotonic()

        assert create(talk)[0] == 200
        assert time.monotonic() - began >= 0.29
        assert users_by_state(talk) == 1

    def test_all_are_seen_and_taken_away(self, talk):
        rule = {
            "operation": "user.*",
            "tenant": KEY,
            "times": 3,
            "after": 1,
            "probability": 0.5,
            "error": 1001,
            "status": 500,
            "delay": 0.1,
            "retry_after": 1,
        }
        made = talk.control("POST faults", rule)
        (seen,) = talk.control("GET faults")["faults"]

        assert seen == made
        assert {name: seen[name] for name in rule} == rule
        talk.control(f"DELETE faults/{made['id']}")
        talk.control(f"DELETE faults/{made['id']}", status=404)
        talk.control("POST faults", rule)
        talk.control("DELETE faults")
        assert talk.control("GET faults")["faults"] == []

    def test_every_problem_at_once(self, talk):
        wrong = {
            "operation": "nothing.at_all",
            "times": 0,
            "after": -1,
            "probability": 2,
            "status": 99,
            "error": "what",
            "delay": "long",
            "connection": "cut",
            "retry_after": -1,
            "oops": 1,
        }
        expected = {"times", "after", "probability", "status", "delay", "connection"}
        expected |= {"retry_after", "oops"}

        assert problems(talk.control("POST faults", wrong, status=422)) >= expected


def users_by_state(talk):
    return talk.control("GET state")["counts"]["user"]


class TestJournal:
    def test_its_fields(self, talk):
        create(talk)
        talk.sent("user/create", email="nobody", type=1)
        first, second = talk.control("GET requests")["requests"]

        pinned = {"id", "at", "tenant", "operation", "arguments", "status", "code"}
        assert set(first) >= pinned | {"violations", "duration"}
        assert first["id"] < second["id"]
        assert (first["at"], first["tenant"]) == ("2031-01-01T00:00:00Z", KEY)
        assert first["arguments"] == {"email": "a@example.com", "type": 1}
        assert (first["operation"], first["status"], first["code"]) == ("user.create", 200, None)
        assert (second["status"], second["code"]) == (200, 300)
        assert [each["argument"] for each in second["violations"]] == ["email"]
        assert 0 <= first["duration"] < 20

    def test_filters(self, talk):
        create(talk)
        talk.user("b@example.com", key="other")
        users(talk)

        def ids(query):
            return [each["operation"] for each in talk.control(f"GET requests{query}")["requests"]]

        assert ids("") == ["user.create", "user.create", "user.list"]
        assert ids("?operation=user.list") == ["user.list"]
        assert ids("?operation=user.*&tenant=other") == ["user.create"]
        assert ids("?limit=2") == ["user.create", "user.list"]
        assert ids("?limit=0") == []
        wrong = talk.control("GET requests?limit=x&limits=1", status=422)
        assert problems(wrong) == {"limit", "limits"}
        talk.control("DELETE requests")
        assert ids("") == []

    def test_secrets_never(self, talk):
        talk.sent("user/create", email="a@example.com", type=1, password="hunter2-secret")
        talk.raw("GET", "/v1/user/list?api_key=k&api_secret=hunter2-secret")
        _, _, body = talk.raw("GET", "/_stub/requests")

        assert b"hunter2-secret" not in body

    def test_count_and_what_came_near(self, talk):
        create(talk)
        users(talk)
        wanted = {"operation": "user.create", "arguments": {"email": "a@example.com"}}
        found = talk.control("POST requests/count", wanted)
        wanted["arguments"] = {"email": "b@example.com"}
        missed = talk.control("POST requests/count", wanted)

        assert found["count"] == 1
        assert missed["count"] == 0
        assert missed["nearest"][0]["differences"] == [
            {"at": "arguments.email", "expected": "b@example.com", "found": "a@example.com"}
        ]
        assert problems(talk.control("POST requests/count", {"oops": 1}, status=422)) == {"oops"}

    def test_coverage(self, talk):
        create(talk)
        create(talk)
        found = talk.control("GET coverage")["operations"]["user.create"]

        assert found["exercised"] is True
        assert found["errors"]["1005"] is True
        assert (found["arguments"]["email"], found["arguments"]["dept"]) == (True, False)


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
