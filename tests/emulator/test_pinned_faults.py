"""What the control API promises of faults and of the journal, asked of a real process."""

import json
import subprocess
import time

import pytest

from tests.emulator.talking import KEY, problems, users


@pytest.fixture
def talk(process_anew):
    return process_anew


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
