"""What follows from what took place or was seeded: recordings, reports, dashboards, chats."""

import pytest

from tests.emulator.asking import Account
from tests.emulator.talking import KEY

NOW = "2031-03-05T12:00:00Z"
MARCH = {"from": "2031-03-01", "to": "2031-03-31"}


@pytest.fixture
def account(talk):
    talk.control("POST clock", {"set": NOW, "running": False})
    return Account(talk, KEY)


@pytest.fixture
def host(account):
    return account.user(first_name="Ada", last_name="Byron")


def code(answer):
    return answer["error"]["code"]


def held(account, host, minutes=30, guests=("Grace",), record=(), **more):
    """A meeting that took place from now on, for some minutes."""
    id = account.meeting(host, **more)
    account.happens("meeting", id, "start")
    for guest in guests:
        account.happens("meeting", id, "join", name=guest, email=f"{guest}@a.example")
    for type in record:
        account.happens("meeting", id, "record", file_type=type)
    account.talk.control("POST clock", {"advance": minutes * 60})
    account("meeting/end", id=id, host_id=host)
    return id


class TestRecordings:
    def test_are_ready_when_the_meeting_ends(self, account, host):
        id = held(account, host, minutes=10, record=("MP4", "M4A"), topic="Talk")
        got = account("recording/get", meeting_id=id)
        (listed,) = account("recording/list", host_id=host)["meetings"]

        assert got == listed
        assert (got["meeting_number"], got["host_id"], got["topic"]) == (id, host, "Talk")
        assert (got["start_time"], got["duration"], got["recording_count"]) == (NOW, 10, 2)
        assert got["total_size"] == sum(each["file_size"] for each in got["recording_files"]) > 0
        assert [each["file_type"] for each in got["recording_files"]] == ["MP4", "M4A"]
        for file in got["recording_files"]:
            assert file["status"] == "completed"
            assert (file["recording_start"], file["recording_end"]) == (NOW, "2031-03-05T12:10:00Z")
            assert file["meeting_id"] == got["uuid"]
        assert account("recording/get", meeting_id=got["uuid"]) == got

    def test_go_file_by_file(self, account, host):
        id = held(account, host, record=("MP4", "M4A"))
        first, second = account("recording/get", meeting_id=id)["recording_files"]
        deleted = account("recording/delete", meeting_id=id, file_id=first["id"])
        left = account("recording/get", meeting_id=id)["recording_files"]

        assert deleted == {"id": str(id), "deleted_at": "2031-03-05T12:30:00Z"}
        assert left == [second]
        assert code(account("recording/delete", meeting_id=id, file_id=first["id"])) == 3301
        account("recording/delete", meeting_id=id, file_id=second["id"])
        assert code(account("recording/get", meeting_id=id)) == 3301
        assert account("recording/list", host_id=host)["total_records"] == 0

    def test_are_found_in_the_time_zone_of_their_host(self, account, host):
        held(account, host, record=("MP4",))
        account("user/update", id=host, timezone="America/New_York")

        def found(**period):
            return account("recording/list", host_id=host, **period)["total_records"]

        assert found(**{"from": "03/05/2031 06:59 am"}) == 1
        assert found(**{"from": "03/05/2031 07:01 am"}) == 0
        assert found(to="03/05/2031 07:01 am") == 1
        assert found(to="03/05/2031 06:59 am") == 0

    def test_of_one_meeting(self, account, host):
        ids = [held(account, host, record=("MP4",)) for _ in range(2)]
        found = account("recording/list", host_id=host, meeting_number=ids[1])["meetings"]
        assert [each["meeting_number"] for each in found] == ids[1:]
        assert account("mc/recording/list", host_id=host)["total_records"] == 0


class TestReports:
    def test_of_a_user(self, account, host):
        first = held(account, host, minutes=61, guests=("Grace", "Alan"))
        account.happens("meeting", account.meeting(host), "start")
        account.talk.control("POST clock", {"set": "2031-04-01T00:00:00Z"})
        held(account, host)
        report = account("report/getuserreport", user_id=host, **MARCH)
        (meeting,) = report["meetings"]

        assert (report["from"], report["to"]) == ("2031-3-1", "2031-3-31")
        assert (meeting["number"], meeting["duration"]) == (first, 61)
        assert (meeting["start_time"], meeting["end_time"]) == (NOW, "2031-03-05T13:01:00Z")
        assert [each["name"] for each in meeting["participants"]] == ["Grace", "Alan"]
        assert meeting["participants"][0]["leave_time"] == meeting["end_time"]

    def test_of_one_day(self, account, host):
        account.talk.control("POST clock", {"set": "2031-03-05T23:59:59Z"})
        held(account, host)
        found = [
            account("report/getuserreport", user_id=host, **{"from": day, "to": day})[
                "total_records"
            ]
            for day in ("2031-03-04", "2031-03-05", "2031-03-06")
        ]
        assert found == [0, 1, 0]

    def test_of_an_account(self, account, host):
        other = account.user("b@example.com")
        held(account, host, minutes=30, guests=("A", "B"))
        held(account, host, minutes=15)
        held(account, other, minutes=5, guests=())
        report = account("report/getaccountreport", **MARCH, page_size=1)
        (user,) = report["users"]

        assert (report["from"], report["to"]) == ("2031-3-1", "2031-3-31")
        assert (report["total_meetings"], report["total_participants"]) == (3, 3)
        assert (report["total_meeting_minutes"], report["page_count"]) == (50, 2)
        assert (user["user_id"], user["meetings"], user["meeting_minutes"]) == (host, 2, 45)

    def test_of_a_month_day_by_day(self, account, host):
        held(account, host, minutes=30)
        report = account("report/getdailyreport", year=2031, month=3)
        days = {each["date"]: each for each in report["dates"]}

        assert len(report["dates"]) == 31
        assert days["2031-03-05"] == {
            "date": "2031-03-05",
            "new_user": 1,
            "meetings": 1,
            "participants": 1,
            "meeting_minutes": 30,
        }
        assert days["2031-03-06"]["meetings"] == 0

    @pytest.mark.parametrize(
        ("year", "month", "days"),
        [(2032, 2, 29), (2032, 1, 31), (2031, 12, 31), (2031, 11, None), (2032, 3, None)],
    )
    def test_of_the_last_three_months(self, account, year, month, days):
        account.talk.control("POST clock", {"set": "2032-02-29T00:00:00Z"})
        report = account("report/getdailyreport", year=year, month=month)
        assert len(report.get("dates", ())) == (days or 0)
        assert days or code(report) == 300

    @pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
    def test_of_the_ends_of_the_calendar(self, account, host, day):
        period = {"from": day, "to": day}
        for path in ("report/getaccountreport", "metrics/crc", "metrics/im"):
            assert "error" not in account(path, **period)
        assert account("report/getuserreport", user_id=host, **period)["meetings"] == []
        account("user/update", id=host, timezone="Pacific/Auckland" if day > "1" else "UTC")
        ends = {"from": "01/01/0001 12:00 am", "to": "12/31/9999 11:59 pm"}
        assert account("recording/list", host_id=host, **ends)["total_records"] == 0

    def test_an_end_before_the_start(self, account, host):
        period = {"from": "2031-03-02", "to": "2031-03-01"}
        assert code(account("report/getaccountreport", **period)) == 300


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


def _chat(number, day, **more):
    return {
        "session_id": f"s{number}",
        "group_name": f"g{number}",
        "participants": "ann@a.example,bob@a.example",
        "last_message_send_time": f"2031-03-{day:02}T10:00:00Z",
        **more,
    }


SEED = {
    "user": [
        {"id": "ann", "email": "ann@a.example", "type": 2, "first_name": "Ann", "last_name": "A"}
    ],
    "chat_session": [
        *(_chat(number, number + 1) for number in range(27)),
        _chat(90, 2, participants="kim@a.example"),
        _chat(91, 31),
    ],
    "chat_message": [
        {"session_id": "s0", "message": f"m{day}", "date_time": f"2031-03-{day:02}T09:00:00Z"}
        for day in (3, 1, 2)
    ],
    "phone_call": [
        {
            "kind": kind,
            "phone_number": "+1 555",
            "duration": 2,
            "start_time": "2031-03-03T10:00:00Z",
        }
        for kind in (1, 1, 2)
    ],
    "zoom_room": [{"id": "room", "room_name": "Room", "meeting_id": "222222222"}],
    "run": [
        {"uuid": "r==", "number": "222222222", "host_id": "ann", "state": "past"}
        | {"start_time": "2031-03-03T10:00:00Z", "end_time": "2031-03-03T10:04:00Z"}
    ],
    "im_use": [
        {"user_id": "ann", "day": f"2031-03-0{day}T00:00:00Z", "total_send": 10 * day}
        for day in (1, 2, 3)
    ],
    "crc_hour": [{"day": "2031-03-02T00:00:00Z", "hour": "07", "max_usage": 1, "total_usage": 3}],
}


@pytest.mark.zoom_stub(seed=SEED)
class TestSeeded:
    def chats(self, account, **more):
        return account("chat/list", access_token="t", **(MARCH | more))

    def test_chats_go_on_by_a_token(self, account):
        first = self.chats(account, page_size=20)
        second = self.chats(account, page_size=20, next_page_token=first["next_page_token"])
        ids = [each["session_id"] for page in (first, second) for each in page["chat_list"]]

        assert (len(first["chat_list"]), len(second["chat_list"])) == (20, 9)
        assert len(set(ids)) == 29
        assert second["next_page_token"] == ""

    def test_a_token_is_good_for_half_an_hour(self, account):
        token = self.chats(account, page_size=20)["next_page_token"]
        account.talk.control("POST clock", {"advance": 1799})
        assert "error" not in self.chats(account, page_size=20, next_page_token=token)
        account.talk.control("POST clock", {"advance": 2})
        assert code(self.chats(account, page_size=20, next_page_token=token)) == 300

    def test_chats_of_a_period_and_a_person(self, account):
        period = {"from": "2031-03-02", "to": "2031-03-03"}
        found = [each["session_id"] for each in self.chats(account, **period)["chat_list"]]
        of_kim = [each["session_id"] for each in self.chats(account, email="kim@")["chat_list"]]

        assert found == ["s1", "s90", "s2"]
        assert of_kim == ["s90"]

    def test_messages_are_in_order(self, account):
        period = {"from": "2031-03-01", "to": "2031-03-02"}
        found = account("chat/get", access_token="t", session_id="s0", **period)

        assert [each["message"] for each in found["chat_messages"]] == ["m1", "m2"]
        assert (found["session_id"], found["group_name"]) == ("s0", "g0")

    def test_calls_by_kind(self, account):
        found = [account("report/getaudioreport", type=type, **MARCH) for type in (1, 2)]

        assert [each["total_records"] for each in found] == [2, 1]
        assert found[0]["from"] == "2031-03-01"
        assert found[0]["telephony_usage"][0]["end_time"] == "2031-03-03T10:02:00Z"

    def test_a_room_and_what_took_place_in_it(self, account):
        (room,) = account("metrics/zoomrooms")["zoom_rooms"]
        found = account("metrics/zoomroomdetail", id="room", **MARCH)

        assert room["room_name"] == found["zoom_room"]["room_name"] == "Room"
        assert [each["duration"] for each in found["past_meetings"]] == ["04:00"]
        assert found["live_meeting"]["uuid"] == ""
        april = {"from": "2031-04-01", "to": "2031-04-30"}
        assert account("metrics/zoomroomdetail", id="room", **april)["past_meetings"] == []

    def test_messages_are_summed_over_the_days_of_a_period(self, account):
        period = {"from": "2031-03-02", "to": "2031-03-03"}
        (found,) = account("metrics/im", **period)["users"]
        assert (found["user_id"], found["user_name"], found["total_send"]) == ("ann", "Ann A", 50)

    def test_ports_hour_by_hour(self, account):
        first, second = account("metrics/crc", **{"from": "2031-03-01", "to": "2031-03-02"})[
            "crc_ports_usage"
        ]
        assert first["crc_ports_hour_usage"] == []
        assert second["crc_ports_hour_usage"] == [{"hour": "07", "max_usage": 1, "total_usage": 3}]
