"""What is true of meetings, by raw requests: adversarial stories from the page."""

import re

import pytest

from tests.emulator.asking import Account
from tests.emulator.talking import KEY

NOW = "2031-01-01T00:00:00Z"


@pytest.fixture
def account(talk):
    talk.control("POST clock", {"set": NOW, "running": False})
    return Account(talk, KEY)


def code(answer):
    return answer["error"]["code"]


class TestShapes:
    def test_of_ids_and_uuids(self, account):
        host = account.user()
        made = account("meeting/create", host_id=host, topic="T", type=2)
        (listed,) = account("meeting/list", host_id=host)["meetings"]
        named = {"id": made["id"], "host_id": host}
        got = account("meeting/get", **named)
        updated = account("meeting/update", **named, type=2, topic="U")

        assert type(made["id"]) is type(listed["id"]) is int
        assert got["id"] == updated["id"] == str(made["id"])
        assert re.fullmatch(r"[A-Za-z0-9+/]{22}==", made["uuid"])
        assert re.fullmatch(r"[\w-]{22}", host)
        assert re.fullmatch(r"[1-9]\d{8}", str(made["id"]))
        assert (made["created_at"], updated["updated_at"]) == (NOW, NOW)

    def test_of_an_instant_meeting(self, account):
        host = account.user()
        given = {"start_time": "2031-01-01T10:00:00Z", "duration": 30, "timezone": "UTC"}
        made = account("meeting/create", host_id=host, topic="T", type=1, **given)

        assert (made["start_time"], made["duration"], made["timezone"]) == ("", 0, "")
        assert account("meeting/list", host_id=host)["total_records"] == 0

    def test_a_start_needs_its_z(self, account):
        host = account.user()
        wrong = account(
            "meeting/create", host_id=host, topic="T", type=2, start_time="2031-01-01T10:00:00"
        )
        assert code(wrong) == 300

    @pytest.mark.parametrize(
        "wrong", [{"topic": "x" * 301}, {"password": "a b"}, {"password": "x" * 11}]
    )
    def test_what_the_page_rules_out(self, account, wrong):
        answer = account(
            "meeting/create", **({"host_id": account.user(), "topic": "T", "type": 2} | wrong)
        )
        assert code(answer) == 300

    def test_lists_page_and_are_of_one_host(self, account):
        hosts = [account.user(f"{name}@example.com") for name in "ab"]
        ids = [account.meeting(hosts[number % 2]) for number in range(7)]
        pages = [
            account("meeting/list", host_id=hosts[0], page_size=3, page_number=page)
            for page in (1, 2)
        ]

        assert [each["id"] for page in pages for each in page["meetings"]] == ids[::2]
        assert pages[0]["total_records"] == 4


class TestPersonalIds:
    def test_a_meeting_goes_by_its_hosts(self, account):
        host = account.user()
        pmi = account("user/get", id=host)["pmi"]
        made = account("meeting/create", host_id=host, topic="T", type=2, option_use_pmi="true")

        assert (made["id"], made["option_use_pmi"]) == (pmi, True)
        assert made["join_url"] == f"https://zoom.us/j/{pmi}"
        for id in (pmi, made["real_id"]):
            assert account("meeting/get", id=id, host_id=host)["uuid"] == made["uuid"]

    def test_an_instant_meeting_of_who_wants_that(self, account):
        host = account.user()
        account("user/update", id=host, enable_use_pmi="true")
        made = account("meeting/create", host_id=host, topic="T", type=1)

        assert made["id"] == account("user/get", id=host)["pmi"]

    def test_are_turned_on_and_off_later(self, account):
        host = account.user()
        id = account.meeting(host)
        pmi = account("user/get", id=host)["pmi"]
        account("meeting/update", id=id, host_id=host, type=2, option_use_pmi="true")
        assert account("meeting/get", id=id, host_id=host)["id"] == str(pmi)
        account("meeting/update", id=id, host_id=host, type=2, option_use_pmi="false")
        got = account("meeting/get", id=id, host_id=host)
        assert (got["id"], got["join_url"]) == (str(id), f"https://zoom.us/j/{id}")
        assert code(account("meeting/get", id=pmi, host_id=host)) == 3001


class TestLife:
    @pytest.mark.parametrize(("type", "after"), [(1, 2), (2, 2), (3, 0)])
    def test_waits_runs_and_is_over(self, account, type, after):
        host = account.user()
        named = {"id": account.meeting(host, type=type), "host_id": host}
        states = [account("meeting/get", **named)["status"]]
        account.happens("meeting", named["id"], "start")
        states.append(account("meeting/get", **named)["status"])
        live = account("meeting/live")["meetings"]
        ended = account("meeting/end", **named)
        states.append(account("meeting/get", **named)["status"])

        assert states == [0, 1, after]
        assert [each["id"] for each in live] == [named["id"]]
        assert ended == {"id": str(named["id"]), "ended_at": NOW}
        assert account("meeting/live")["total_records"] == 0

    def test_each_time_has_a_uuid_of_its_own(self, account):
        host = account.user()
        named = {"id": account.meeting(host, type=3), "host_id": host}
        uuids = []
        for _ in range(2):
            uuids.append(account("meeting/get", **named)["uuid"])
            account.happens("meeting", named["id"], "start")
            account("meeting/end", **named)

        assert len(set(uuids)) == 2

    def test_meetings_go_with_their_host(self, account):
        host = account.user()
        id = account.meeting(host, option_registration="true")
        account("user/delete", id=host)

        assert code(account.register("meeting", id)) == 3001

    @pytest.mark.parametrize("gone", ["delete", "permanentdelete"])
    def test_what_a_host_has_begun_ends_with_the_host(self, account, gone):
        host = account.user(enable_webinar="true", webinar_capacity=100)
        meeting, webinar = account.meeting(host), account.webinar(host)
        account.happens("meeting", meeting, "start")
        account.happens("webinar", webinar, "start")
        account.talk.control("POST clock", {"advance": 600})

        account(f"user/{gone}", id=host)

        period = {"from": NOW[:10], "to": NOW[:10]}
        for listed in ("metrics/meetings", "metrics/webinars"):
            assert account(listed, type=1)["meetings"] == []
            (past,) = account(listed, type=2, **period)["meetings"]
            assert past["duration"] == "10:00"


class TestRegistration:
    def test_is_turned_on_and_off(self, account):
        host = account.user()
        named = {"id": account.meeting(host), "host_id": host}
        assert code(account.register("meeting", named["id"])) == 404
        account("meeting/update", **named, type=2, option_registration="true")
        first = account.register("meeting", named["id"])
        account("meeting/update", **named, type=2, option_registration="false")

        assert set(first) == {"registrant_id", "id", "topic", "start_time", "join_url"}
        assert first["id"] == named["id"]
        assert code(account.register("meeting", named["id"])) == 404

    def test_an_address_registers_once(self, account):
        id = account.meeting(account.user(), option_registration="true")
        answers = [
            account.register("meeting", id, email) for email in ("g@a.example", "G@A.example")
        ]

        assert answers[0] == answers[1]
