"""What follows from what took place: recordings and reports."""

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

    def test_a_recording_begins_with_its_meeting(self, account, host):
        id = account.meeting(host)
        account.happens("meeting", id, "start")
        account.talk.control("POST clock", {"advance": 300})
        account.happens("meeting", id, "record")
        account.talk.control("POST clock", {"advance": 300})
        account("meeting/end", id=id, host_id=host)
        (found,) = account("recording/list", host_id=host)["meetings"]

        assert (found["start_time"], found["duration"]) == (NOW, 10)
        assert found["recording_files"][0]["recording_start"] == "2031-03-05T12:05:00Z"
        later = {"from": "03/05/2031 12:01 pm"}
        assert account("recording/list", host_id=host, **later)["total_records"] == 0

    @pytest.mark.parametrize("kind", ["meeting", "webinar"])
    def test_are_ready_at_once_after_the_end(self, account, kind):
        host = account.speaker()
        id = getattr(account, kind)(host)
        account.happens(kind, id, "start")
        account.talk.control("POST clock", {"advance": 600})
        account(f"{kind}/end", id=id, host_id=host)
        account.talk.control("POST clock", {"advance": 600})
        told = account.happens(kind, id, "record")["events"]
        account.happens(kind, id, "record", file_type="M4A")
        (found,) = account("recording/list", host_id=host)["meetings"]

        assert [each["event"] for each in told] == [
            "recording_completed",
            "recording_content_completed",
        ]
        assert {each["fields"]["uuid"] for each in told} == {found["uuid"]}
        assert (found["duration"], found["recording_count"]) == (10, 2)
        for file in found["recording_files"]:
            assert (file["recording_start"], file["recording_end"]) == (NOW, "2031-03-05T12:10:00Z")

    def test_are_of_the_last_time_that_it_took_place(self, account, host):
        id = account.meeting(host, type=3)
        body = {"tenant": account.key}
        account.talk.control(f"POST state/meeting/{id}/record", body, status=422)
        uuids = []
        for _ in range(2):
            account.happens("meeting", id, "start")
            uuids.append(account("meeting/get", id=id, host_id=host)["uuid"])
            account.talk.control("POST clock", {"advance": 60})
            account("meeting/end", id=id, host_id=host)
        account.happens("meeting", id, "record")

        assert account("recording/get", meeting_id=id)["uuid"] == uuids[1]

    @pytest.mark.parametrize("kind", ["meeting", "webinar"])
    def test_begin_by_themselves_where_asked_for(self, account, kind):
        host = account.speaker()
        asked = [getattr(account, kind)(host, option_auto_record_type=t) for t in ("cloud", "none")]
        for id in asked:
            account.happens(kind, id, "start")
        account.talk.control("POST clock", {"advance": 300})
        for id in asked:
            account(f"{kind}/end", id=id, host_id=host)
        (found,) = account("recording/list", host_id=host)["meetings"]

        assert (found["meeting_number"], found["duration"]) == (asked[0], 5)
        assert [each["status"] for each in found["recording_files"]] == ["completed"]

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
