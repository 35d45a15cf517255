"""What is true of webinars, by raw requests: adversarial stories from the page."""

import json

import pytest

from tests.emulator.asking import Account
from tests.emulator.talking import KEY

NOW = "2031-01-01T00:00:00Z"
SERIES = {
    "type": 9,
    "start_time": "2031-03-07T17:00:00Z",
    "timezone": "America/New_York",
    "recurrence": '{"type":1,"end_times":3}',
}


@pytest.fixture
def account(talk):
    talk.control("POST clock", {"set": NOW, "running": False})
    return Account(talk, KEY)


@pytest.fixture
def host(account):
    return account.speaker()


def code(answer):
    return answer["error"]["code"]


def waiting(account, named, type=0):
    return account("webinar/registrants/list", **named, type=type)


def told(account, named):
    found = account("webinar/registration", **named)["attendees"]
    return [(each["email"], each["approval"]) for each in found]


class TestRegistration:
    def test_is_approved_automatically(self, account, host):
        named = {"id": account.webinar(host, approval_type=0), "host_id": host}
        answer = account.register("webinar", named["id"])

        assert answer["join_url"]
        assert told(account, named) == [("guest@example.org", "approved")]
        assert (
            waiting(account, named)["total_records"],
            waiting(account, named, 1)["total_records"],
        ) == (0, 1)

    def test_waits_for_approval(self, account, host):
        named = {"id": account.webinar(host, approval_type=1), "host_id": host}
        answers = [account.register("webinar", named["id"], f"{n}@example.org") for n in "abc"]
        ids = [each["registrant_id"] for each in answers]

        assert [each["join_url"] for each in answers] == ["", "", ""]
        assert [each["id"] for each in waiting(account, named)["users"]] == ids
        approved = account("webinar/registrants/approve", **named, registrant_ids=",".join(ids[:2]))
        assert approved == {"id": str(named["id"]), "updated_at": NOW}
        account("webinar/registration/cancel", **named, registrant_ids=f"{ids[1]},{ids[2]}")
        assert told(account, named) == [("a@example.org", "approved")]
        assert waiting(account, named)["users"] == []
        assert account.register("webinar", named["id"], "a@example.org")["join_url"]
        assert account.register("webinar", named["id"], "b@example.org")["registrant_id"] not in ids

    def test_is_over_for_whoever_cancelled(self, account, host):
        named = {"id": account.webinar(host, approval_type=1), "host_id": host}
        one, other = [
            account.register("webinar", named["id"], f"{n}@example.org")["registrant_id"]
            for n in "ab"
        ]
        for _ in range(2):  # the second time is no mistake
            account("webinar/registration/cancel", **named, registrant_ids=other)
        refused = account("webinar/registrants/approve", **named, registrant_ids=f"{one},{other}")
        assert refused["error"] == {"code": 300, "message": f"Registrant not exist: {other}"}
        assert told(account, named) == [("a@example.org", "pending")]
        for _ in range(2):
            account("webinar/registrants/approve", **named, registrant_ids=one)
        assert told(account, named) == [("a@example.org", "approved")]

    def test_is_not_asked_for(self, account, host):
        named = {"id": account.webinar(host), "host_id": host}
        assert code(account.register("webinar", named["id"])) == 3000
        account("webinar/update", **named, approval_type=0)
        assert account("webinar/get", **named)["registration_url"]
        assert account.register("webinar", named["id"])["join_url"]
        account("webinar/update", **named, approval_type=2)
        assert account("webinar/get", **named)["registration_url"] == ""

    def test_says_in_which_list_a_webinar_is(self, account, host):
        plain = account.webinar(host)
        asking = [account.webinar(host, approval_type=kind) for kind in (0, 1)]

        def ids(path):
            return [each["id"] for each in account(path, host_id=host)["webinars"]]

        assert ids("webinar/list") == [plain]
        assert ids("webinar/list/registration") == asking
        account.happens("webinar", asking[0], "start")
        account("webinar/end", id=asking[0], host_id=host)
        assert ids("webinar/list/registration") == asking[1:]

    def test_nothing_is_approved_if_one_is_not_there(self, account, host):
        named = {"id": account.webinar(host, approval_type=1), "host_id": host}
        id = account.register("webinar", named["id"])["registrant_id"]

        assert (
            code(account("webinar/registrants/approve", **named, registrant_ids=f"{id},x")) == 300
        )
        assert told(account, named) == [("guest@example.org", "pending")]

    def test_at_most_fifteen_are_cancelled_at_once(self, account, host):
        named = {"id": account.webinar(host, approval_type=0), "host_id": host}
        many = ",".join("abcdefghijklmnop")
        assert code(account("webinar/registration/cancel", **named, registrant_ids=many)) == 300

    def test_a_seat_is_free_again(self, account, host):
        named = {"id": account.webinar(host, approval_type=0), "host_id": host}
        answers = [
            account.register("webinar", named["id"], f"g{n}@example.org") for n in range(100)
        ]
        assert code(account.register("webinar", named["id"])) == 3035
        account("webinar/registration/cancel", **named, registrant_ids=answers[0]["registrant_id"])
        assert account.register("webinar", named["id"])["join_url"]

    def test_is_of_dates(self, account, host):
        named = {"id": account.webinar(host, approval_type=0, **SERIES), "host_id": host}
        first, second, _ = [
            each["occurrence_id"] for each in account("webinar/get", **named)["occurrences"]
        ]
        account.register("webinar", named["id"], "one@example.org", occurrence_ids=first)
        account.register("webinar", named["id"], "all@example.org")

        def coming(date):
            found = account("webinar/registration", **named, occurrence_id=date)["attendees"]
            return [each["email"] for each in found]

        assert coming(first) == ["one@example.org", "all@example.org"]
        assert coming(second) == ["all@example.org"]


class TestDates:
    def test_keep_the_wall_clock(self, account, host):
        id = account.webinar(host, **SERIES)
        found = account("webinar/get", id=id, host_id=host)["occurrences"]
        assert [each["start_time"][8:13] for each in found] == ["07T17", "08T17", "09T16"]

    def test_one_stays_deleted(self, account, host):
        named = {"id": account.webinar(host, **SERIES), "host_id": host}
        date = account("webinar/get", **named)["occurrences"][0]["occurrence_id"]
        account("webinar/delete", **named, occurrence_id=date)
        account("webinar/update", **named, topic="New", duration=90)
        found = account("webinar/get", **named)["occurrences"]
        assert [each["duration"] for each in found] == [90, 90]

    def test_it_has_none_without_fixed_times(self, account, host):
        id = account.webinar(host, type=6)
        assert "occurrences" not in account("webinar/get", id=id, host_id=host)


class TestPanelists:
    def test_are_replaced_together(self, account, host):
        people = [{"name": n, "email": f"{n}@example.org"} for n in "ab"]
        named = {"id": account.webinar(host, panelists=json.dumps(people)), "host_id": host}
        before = account("webinar/panelists", **named)
        account("webinar/update", **named, panelists=json.dumps([*people[1:], people[1]]))
        after = account("webinar/panelists", **named)

        assert (before["total_records"], after["total_records"]) == (2, 1)
        assert [each["name"] for each in before["panelists"]] == ["a", "b"]
        assert after["panelists"][0]["join_url"].startswith(f"https://zoom.us/w/{named['id']}?tk=")

    def test_leave_by_an_empty_list_alone(self, account, host):
        people = json.dumps([{"name": "a", "email": "a@example.org"}])
        named = {"id": account.webinar(host, panelists=people), "host_id": host}
        account("webinar/update", **named, topic="t")
        assert account("webinar/panelists", **named)["total_records"] == 1

        account("webinar/update", **named, panelists="[]")

        assert account("webinar/panelists", **named) == {"total_records": 0, "panelists": []}


class TestWhatCameOfIt:
    @pytest.fixture
    def over(self, account, host):
        """A webinar that took place twice, with a guest who registered and one who did not."""
        id = account.webinar(host, type=6, approval_type=0)
        account.register("webinar", id, "guest@example.org")
        account.happens("webinar", id, "start")
        account.happens("webinar", id, "join", name="Guest G", email="guest@example.org")
        account.talk.control("POST clock", {"advance": 480})
        account("webinar/end", id=id, host_id=host)
        account.happens("webinar", id, "start")
        account.happens("webinar", id, "join", name="Late", email="late@example.org")
        account.talk.control("POST clock", {"advance": 60})
        account("webinar/end", id=id, host_id=host)
        return {"id": id, "host_id": host}

    def test_each_time_has_a_uuid(self, account, over):
        found = account("webinar/uuid/list", **over)["webinars"]
        assert [each["start_time"] for each in found] == [NOW, "2031-01-01T00:08:00Z"]
        assert len({each["uuid"] for each in found}) == 2

    def test_attendees_are_of_one_time(self, account, over):
        first, last = account("webinar/uuid/list", **over)["webinars"]
        (guest,) = account("webinar/attendees/list", **over, uuid=first["uuid"])["attendees"]
        (late,) = account("webinar/attendees/list", **over)["attendees"]

        assert (guest["email"], guest["first_name"]) == ("guest@example.org", "Guest")
        assert (guest["join_time"], guest["leave_time"]) == (NOW, "2031-01-01T00:08:00Z")
        assert (guest["time_in_session"], guest["attended"]) == ("8", "Yes")
        assert late["email"] == "late@example.org"
        assert account("webinar/attendees/list", **over, uuid=last["uuid"])["attendees"] == [late]
        assert code(account("webinar/attendees/list", **over, uuid="x==")) == 3001

    def test_there_were_no_polls(self, account, over):
        for path in ("webinar/polls", "webinar/questions"):
            found = account(path, **over)
            assert str(found["id"]) == str(over["id"])
            assert found["questions"] == []


@pytest.mark.zoom_stub(
    seed={
        "user": [{"id": "h", "email": "h@example.com", "type": 2, "enable_webinar": True}],
        "webinar": [
            {"id": "111111111", "host_id": "h", "topic": "T", "type": 5, "approval_type": 2}
        ],
        "run": [
            {
                "uuid": "u==",
                "kind": "webinar",
                "number": "111111111",
                "host_id": "h",
                "state": "past",
            }
        ],
        "webinar_question": [
            {
                "run_uuid": "u==",
                "kind": "poll",
                "name": "G",
                "email": "g@a.example",
                "question": "Q",
                "answer": "A",
            },
            {
                "run_uuid": "u==",
                "kind": "poll",
                "name": "G",
                "email": "g@a.example",
                "question": "R",
                "answer": "B",
            },
            {
                "run_uuid": "u==",
                "kind": "question",
                "name": "K",
                "email": "k@a.example",
                "question": "Why?",
                "answer": "",
            },
        ],
    }
)
def test_polls_and_questions_are_seeded(account):
    named = {"id": "111111111", "host_id": "h"}
    polls, asked = account("webinar/polls", **named), account("webinar/questions", **named)

    assert polls["uuid"] == asked["uuid"] == "u=="
    assert [(each["name"], each["email"]) for each in polls["questions"]] == [("G", "g@a.example")]
    assert polls["questions"][0]["question_details"] == [
        {"question": "Q", "answer": "A"},
        {"question": "R", "answer": "B"},
    ]
    assert [each["name"] for each in asked["questions"]] == ["K"]


def test_ids_are_numbers_when_made_and_text_when_read(account, host):
    made = account("webinar/create", host_id=host, topic="T", type=5)
    (listed,) = account("webinar/list", host_id=host)["webinars"]
    named = {"id": made["id"], "host_id": host}

    assert type(made["id"]) is type(listed["id"]) is int
    assert account("webinar/get", **named)["id"] == str(made["id"])
    assert account("webinar/update", **named)["id"] == str(made["id"])


def test_only_the_host_changes_it(account, host):
    id = account.webinar(host)
    other = account.speaker("other@example.com")
    for path in ("update", "delete", "end"):
        assert code(account(f"webinar/{path}", id=id, host_id=other)) == 3003
    assert account("webinar/get", id=id, host_id=host)["topic"] == "T"
