"""What is true of meetings that recur, by raw requests: adversarial stories from the page."""

import json

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


def dates(account, host, recurrence, start, zone="UTC", **more):
    made = account(
        "meeting/create",
        host_id=host,
        topic="T",
        type=8,
        start_time=start,
        timezone=zone,
        recurrence=json.dumps(recurrence),
        **more,
    )
    got = account("meeting/get", id=made["id"], host_id=host)
    assert got["occurrences"] == made["occurrences"]
    return [each["start_time"] for each in got["occurrences"]]


class TestDates:
    @pytest.fixture
    def host(self, account):
        return account.user()

    def test_the_thirty_first_is_in_long_months(self, account, host):
        monthly = {"type": 3, "monthly_day": 31, "end_times": 4}
        found = dates(account, host, monthly, "2031-01-31T10:00:00Z")
        assert [each[:10] for each in found] == [
            "2031-01-31",
            "2031-03-31",
            "2031-05-31",
            "2031-07-31",
        ]

    def test_the_twenty_ninth_of_february_is_in_leap_years(self, account, host):
        monthly = {"type": 3, "repeat_interval": 3, "monthly_day": 29, "end_times": 6}
        found = dates(account, host, monthly, "2031-11-29T10:00:00Z")
        assert [each[:10] for each in found][:3] == ["2031-11-29", "2032-02-29", "2032-05-29"]

    def test_the_last_friday(self, account, host):
        last = {"type": 3, "monthly_week": -1, "monthly_week_day": 6, "end_times": 3}
        found = dates(account, host, last, "2031-01-31T10:00:00Z")
        assert [each[:10] for each in found] == ["2031-01-31", "2031-02-28", "2031-03-28"]

    def test_every_second_week_on_several_days(self, account, host):
        # 5 January 2031 is a Sunday, with which a week begins.
        weekly = {"type": 2, "repeat_interval": 2, "weekly_days": "1,4,7", "end_times": 5}
        found = dates(account, host, weekly, "2031-01-05T10:00:00Z")
        assert [each[5:10] for each in found] == ["01-05", "01-08", "01-11", "01-19", "01-22"]

    def test_a_start_that_is_no_such_day(self, account, host):
        weekly = {"type": 2, "weekly_days": "2", "end_times": 2}
        found = dates(account, host, weekly, "2031-01-01T10:00:00Z")
        assert [each[:10] for each in found] == ["2031-01-06", "2031-01-13"]

    def test_week_days_are_those_of_the_zone(self, account, host):
        # Wednesday at 23:00 in Los Angeles is Thursday in UTC.
        weekly = {"type": 2, "weekly_days": "4", "end_times": 2}
        found = dates(account, host, weekly, "2031-01-02T07:00:00Z", "America/Los_Angeles")
        assert found == ["2031-01-02T07:00:00Z", "2031-01-09T07:00:00Z"]

    @pytest.mark.parametrize(
        ("zone", "start", "found"),
        [
            ("America/New_York", "2031-03-08T17:00:00Z", ["17", "16", "16"]),
            ("America/New_York", "2031-11-01T16:00:00Z", ["16", "17", "17"]),
            ("Europe/Berlin", "2031-03-29T11:00:00Z", ["11", "10", "10"]),
            ("Australia/Sydney", "2031-04-05T01:00:00Z", ["01", "02", "02"]),
            ("Asia/Tokyo", "2031-03-08T17:00:00Z", ["17", "17", "17"]),
        ],
    )
    def test_the_wall_clock_stays_over_daylight_saving(self, account, host, zone, start, found):
        daily = {"type": 1, "end_times": 3}
        assert [each[11:13] for each in dates(account, host, daily, start, zone)] == found

    def test_an_end_counts_itself(self, account, host):
        daily = {"type": 1, "repeat_interval": 2, "end_date_time": "2031-1-5T10:00:00Z"}
        found = dates(account, host, daily, "2031-01-01T10:00:00Z")
        assert [each[8:10] for each in found] == ["01", "03", "05"]

    def test_there_is_one_without_an_end(self, account, host):
        assert dates(account, host, {"type": 1}, "2031-01-01T10:00:00Z") == ["2031-01-01T10:00:00Z"]

    @pytest.mark.parametrize("zone", ["Pacific/Auckland", "America/Los_Angeles"])
    @pytest.mark.parametrize("start", ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"])
    def test_the_calendar_ends(self, account, host, zone, start):
        for recurrence in ({"type": 1, "end_times": 3}, {"type": 3, "end_times": 3}):
            assert dates(account, host, recurrence, start, zone)[0][:4] == start[:4]

    def test_there_are_fifty_at_most(self, account, host):
        daily = {"type": 1, "end_date_time": "2031-12-31T00:00:00Z"}
        assert len(dates(account, host, daily, "2031-01-01T10:00:00Z")) == 50

    @pytest.mark.parametrize(
        "wrong",
        [
            {"type": 4},
            {"type": 1, "repeat_interval": 91},
            {"type": 2, "repeat_interval": 13},
            {"type": 3, "repeat_interval": 4},
            {"type": 3, "monthly_day": 32},
            {"type": 2, "weekly_days": "0"},
            {"type": 1, "end_times": 51},
        ],
    )
    def test_what_the_page_rules_out(self, account, host, wrong):
        answer = account(
            "meeting/create", host_id=host, topic="T", type=8, recurrence=json.dumps(wrong)
        )
        assert code(answer) == 300

    def test_an_object_in_brackets(self, account, host):
        made = account(
            "meeting/create",
            host_id=host,
            topic="T",
            type=8,
            start_time="2031-01-01T10:00:00Z",
            **{"recurrence[type]": 1, "recurrence[end_times]": 2},
        )
        assert len(made["occurrences"]) == 2


class TestOneDate:
    @pytest.fixture
    def series(self, account):
        host = account.user()
        daily = '{"type":1,"end_times":3}'
        id = account.meeting(
            host, type=8, start_time="2031-02-01T10:00:00Z", recurrence=daily, duration=30
        )
        return {"id": id, "host_id": host}

    def days(self, account, series):
        got = account("meeting/get", **series)
        return [each["start_time"][8:10] for each in got["occurrences"]]

    @pytest.mark.parametrize(
        ("kind", "more"),
        [
            ("meeting", {"type": 8, "option_registration": "true"}),
            ("webinar", {"type": 9, "approval_type": 0}),
        ],
    )
    def test_is_what_somebody_registers_for(self, account, kind, more):
        host = account.speaker()
        daily = {"start_time": "2031-02-01T10:00:00Z", "recurrence": '{"type":1,"end_times":3}'}
        id = getattr(account, kind)(host, registration_type=3, **daily, **more)
        dates = account(f"{kind}/get", id=id, host_id=host)["occurrences"]
        second, third = (each["occurrence_id"] for each in dates[1:])

        def start(*wanted):
            named = {"occurrence_ids": ",".join(wanted)} if wanted else {}
            return account.register(kind, id, **named)["start_time"]

        assert start() == dates[0]["start_time"]
        assert start(second) == dates[1]["start_time"]
        assert start(third, second) == dates[1]["start_time"]

    def test_is_deleted_alone(self, account, series):
        second = account("meeting/get", **series)["occurrences"][1]
        deleted = account("meeting/delete", **series, occurrence_id=second["occurrence_id"])

        assert deleted == {"id": str(series["id"]), "deleted_at": NOW}
        assert second["occurrence_id"] == "1927792800000"
        assert self.days(account, series) == ["01", "03"]

    def test_stays_deleted_when_others_are_renamed(self, account, series):
        second = account("meeting/get", **series)["occurrences"][1]["occurrence_id"]
        account("meeting/delete", **series, occurrence_id=second)
        account("meeting/update", **series, type=8, topic="New", duration=45)
        got = account("meeting/get", **series)

        assert [each["duration"] for each in got["occurrences"]] == [45, 45]
        assert self.days(account, series) == ["01", "03"]

    def test_comes_back_when_all_are_planned_anew(self, account, series):
        weekly = '{"type":2,"end_times":2}'
        account("meeting/update", **series, type=8, recurrence=weekly)
        assert self.days(account, series) == ["01", "08"]

    def test_goes_when_the_meeting_no_longer_recurs(self, account, series):
        account("meeting/update", **series, type=2)
        assert "occurrences" not in account("meeting/get", **series)
