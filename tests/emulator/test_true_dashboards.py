"""What dashboards say of meetings that go on, and of those that took place."""

import pytest

from tests.emulator.asking import Account
from tests.emulator.taking_place import MARCH, NOW, code, held
from tests.emulator.talking import KEY


@pytest.fixture
def account(talk):
    talk.control("POST clock", {"set": NOW, "running": False})
    return Account(talk, KEY)


@pytest.fixture
def host(account):
    return account.user(first_name="Ada", last_name="Byron")


class TestDashboards:
    def test_live_and_past(self, account, host):
        id = account.meeting(host, topic="T")
        account.happens("meeting", id, "start")
        account.happens("meeting", id, "join", name="Grace")
        account.talk.control("POST clock", {"advance": 65})
        (live,) = account("metrics/meetings", type=1, **MARCH)["meetings"]
        assert account("metrics/meetings", type=2, **MARCH)["meetings"] == []
        account.talk.control("POST clock", {"advance": 3600})
        account("meeting/end", id=id, host_id=host)
        past = account("metrics/meetings", type=2, **MARCH)
        (ended,) = past["meetings"]

        assert (live["id"], live["participants"], live["duration"]) == (id, 1, "01:05")
        assert (live["host"], live["email"], live["user_type"]) == (
            "Ada Byron",
            "ada@example.com",
            "Pro",
        )
        assert (past["type"], past["from"]) == ("Past Meetings", "2031-03-01")
        assert (ended["uuid"], ended["duration"]) == (live["uuid"], "01:01:05")
        assert account("metrics/meetings", type=1, **MARCH)["meetings"] == []
        april = {"from": "2031-04-01", "to": "2031-04-30"}
        assert account("metrics/meetings", type=2, **april)["meetings"] == []

    def test_who_was_there(self, account, host):
        id = held(account, host, guests=("Grace", "Alan", "Kurt"))
        (ended,) = account("metrics/meetings", type=2, **MARCH)["meetings"]
        detail = account("metrics/meetingdetail", meeting_id=ended["uuid"], type=2, page_size=2)

        assert (detail["id"], detail["participants_count"], detail["page_count"]) == (id, 3, 2)
        assert [each["user_name"] for each in detail["participants"]] == ["Grace", "Alan"]
        assert detail["participants"][0]["leave_time"] == "2031-03-05T12:30:00Z"
        assert account("metrics/meetingdetail", meeting_id=id, type=2)["uuid"] == ended["uuid"]
        assert code(account("metrics/meetingdetail", meeting_id=id, type=1)) == 3001
        assert code(account("metrics/webinardetail", meeting_id=id, type=2)) == 3001

    def test_a_user_who_joins_is_known(self, account, host):
        id = account.meeting(host)
        account.happens("meeting", id, "start")
        account.happens("meeting", id, "join", user_id=host)
        account.happens("meeting", id, "join", user_id=host, name="A.")
        account.happens("meeting", id, "join")
        found = account("metrics/meetingdetail", meeting_id=id, type=1)["participants"]
        shared = account("metrics/sharerecorddetail", meeting_id=id)["participants"]

        assert [each["user_name"] for each in found] == ["Ada Byron", "A.", "Guest"]
        assert [each["id"] == host for each in found] == [True, True, False]
        assert [each["id"] for each in shared] == [each["id"] for each in found]
        assert account("metrics/qos", meeting_id=id, type=1, user_id=host)["device"] == "Mac"

    def test_who_leaves_was_there(self, account, host):
        id = account.meeting(host)
        account.happens("meeting", id, "start")
        account.happens("meeting", id, "join", name="Grace", email="Grace@example.com")
        account.happens("meeting", id, "join")
        account.talk.control("POST clock", {"advance": 60})
        account.happens("meeting", id, "leave", email="grace@example.com")
        account.talk.control("POST clock", {"advance": 60})
        account.happens("meeting", id, "leave")
        found = account("metrics/meetingdetail", meeting_id=id, type=1)["participants"]

        assert [each["leave_time"] for each in found] == [
            "2031-03-05T12:01:00Z",
            "2031-03-05T12:02:00Z",
        ]
        for nobody in ({}, {"name": "Grace"}, {"email": "grace@example.com"}):
            told = {"tenant": account.key, **nobody}
            account.talk.control(f"POST state/meeting/{id}/leave", told, status=422)

    def test_past_meetings_of_one(self, account, host):
        alone = held(account, host, guests=("Grace",))
        held(account, host, guests=("Grace", "Alan"))
        found = account("metrics/meetings", type=3, **MARCH)["meetings"]
        assert [each["id"] for each in found] == [alone]

    def test_webinars_are_apart(self, account):
        speaker = account.speaker()
        id = account.webinar(speaker)
        account.happens("webinar", id, "start")
        (live,) = account("metrics/webinars", type=1, **MARCH)["meetings"]

        assert live["id"] == id
        detail = account("metrics/webinardetail", meeting_id=id, type=1)
        account.happens("webinar", id, "end")
        past = account("metrics/webinardetail", meeting_id=id, type=2)
        assert (detail["type"], past["type"]) == ("Live Webinar", "Past Webinar")
        assert account("metrics/meetings", type=2, **MARCH)["total_records"] == 0

    def test_qualities_are_of_live_or_past_meetings(self, account, host):
        id = held(account, host, guests=("Grace",))
        past = account("metrics/qos", meeting_id=id, type=2)

        assert (past["type"], past["user_qos"]) == ("Past Meeting", [])
        assert code(account("metrics/qos", meeting_id=id, type=1)) == 3001

    def test_ports_are_told_of_each_day(self, account):
        period = {"from": "2032-02-28", "to": "2032-03-01"}
        found = account("metrics/crc", **period)
        year = account("metrics/crc", **{"from": "2032-01-01", "to": "2032-12-31"})
        assert len(year["crc_ports_usage"]) == 366
        assert [each["date_time"] for each in found["crc_ports_usage"]] == [
            "2032-02-28",
            "2032-02-29",
            "2032-03-01",
        ]
