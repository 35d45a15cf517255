"""Days and moments in each of the page's formats, by a calendar of our own."""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.properties.calls import Found, call, error, found
from tests.properties.profile import PROPERTIES


@dataclass(frozen=True)
class Written:
    """The parts of a date that may not exist."""

    year: int
    month: int
    day: int
    hour: int = 0
    minute: int = 0
    second: int = 0

    @property
    def is_day(self) -> bool:
        in_year = 1 <= self.year <= 9999 and 1 <= self.month <= 12
        return in_year and 1 <= self.day <= monthrange(self.year, self.month)[1]

    @property
    def is_moment(self) -> bool:
        return self.is_day and self.hour <= 23 and self.minute <= 59 and self.second <= 59

    @property
    def on_the_clock(self) -> bool:
        """Of twelve hours, for a format with am and pm."""
        return self.is_day and 1 <= self.hour <= 12 and self.minute <= 59

    @property
    def days(self) -> str:
        return f"{self.year:04}-{self.month:02}-{self.day:02}"

    @property
    def utc(self) -> str:
        return f"{self.days}T{self.hour:02}:{self.minute:02}:{self.second:02}Z"

    @property
    def unpadded(self) -> str:
        clock = f"{self.hour}:{self.minute:02}:{self.second:02}"
        return f"{self.year:04}-{self.month}-{self.day}T{clock}Z"

    def american(self, half: str) -> str:
        day = f"{self.month:02}/{self.day:02}/{self.year:04}"
        return f"{day} {self.hour:02}:{self.minute:02} {half}"


WRITTEN = st.builds(
    Written,
    st.one_of(st.sampled_from([0, 1, 1900, 2000, 2012, 2013, 9999]), st.integers(0, 9999)),
    st.integers(0, 13),
    st.one_of(st.sampled_from([0, 28, 29, 30, 31, 32]), st.integers(0, 32)),
    st.integers(0, 24),
    st.integers(0, 60),
    st.integers(0, 60),
)
EDGES = [
    Written(2012, 2, 29),
    Written(2012, 2, 30),
    Written(2013, 2, 28, 12, 59, 59),
    Written(2013, 2, 29, 12),
    Written(1900, 2, 29, 12),
    Written(2000, 2, 29, 12),
    Written(2012, 4, 30, 1),
    Written(2012, 4, 31, 1),
    Written(2012, 12, 31, 23, 59, 59),
    Written(2012, 12, 32, 11, 59, 59),
    Written(2012, 1, 1, 24),
    Written(2012, 1, 1, 1, 60),
    Written(2012, 1, 1, 1, 0, 60),
    Written(2012, 0, 1, 1),
    Written(2012, 13, 1, 1),
    Written(2012, 1, 0, 1),
    Written(0, 1, 1, 1),
    Written(1, 1, 1, 1),
    Written(9999, 12, 31, 12, 59),
]
"""The last and the first day of a month and the hour of a day, and those beside them."""


def start(value: object) -> Found:
    return found("meeting.create", call("meeting.create", type=2, start_time=value))


def end(value: object) -> Found:
    recurrence = {"type": 1, "end_date_time": value}
    return found("meeting.create", call("meeting.create", type=8, recurrence=recurrence))


def recordings_from(value: object) -> Found:
    return found("recording.list", call("recording.list", from_=value))


def report_from(value: object) -> Found:
    return found("report.get_user", call("report.get_user", from_=value, to="9999-12-31"))


def check(written: Written) -> None:
    """One date in all of the page's formats."""
    wrong_moment = set() if written.is_moment else error("start_time", "date")
    assert start(written.utc) == wrong_moment
    wrong_end = set() if written.is_moment else error("recurrence.end_date_time", "date")
    assert end(written.utc) == end(written.unpadded) == wrong_end
    assert report_from(written.days) == (set() if written.is_day else error("from", "date"))
    assert report_from(written.utc) == (set() if written.is_moment else error("from", "date"))
    for half in ("am", "pm", "AM", "PM"):
        wanted = set() if written.on_the_clock else error("from", "date")
        assert recordings_from(written.american(half)) == wanted


@PROPERTIES
@given(WRITTEN)
def test_a_date_exists_or_is_refused(written: Written) -> None:
    check(written)


@pytest.mark.parametrize("written", EDGES, ids=lambda written: written.utc)
def test_the_last_day_of_a_month_exists_and_the_next_does_not(written: Written) -> None:
    check(written)


MISSPELLED = [
    "",
    "2012-11-25T12:00:00",
    "2012-11-25T12:00:00Z\n",
    "2012-11-25T12:00:00z",
    "2012-11-25 12:00:00Z",
    "2012-11-25T12:00Z",
    "2012-11-25T12:00:00+00:00",
    "2012-11-25T12:00:00.0Z",
    "2-17-03-10",
    "20121125",
    "2012-11-25\n",
    " 2012-11-25",
    "25/11/2012 09:05 pm",
    "11/05/2014 9:05 pm",
    "11/05/2014 09:05pm",
    "11/05/2014 21:05",
    "11/05/2014 09:05 pm\n",
    "11/5/2014 09:05 pm",
    "\u0662\u0660\u0661\u0662-11-25",
    "\uff12012-11-25T12:00:00Z",
    "now",
]


@pytest.mark.parametrize("text", MISSPELLED)
def test_what_is_written_otherwise_is_no_date(text: str) -> None:
    assert start(text) == error("start_time", "date")
    assert end(text) == error("recurrence.end_date_time", "date")
    assert recordings_from(text) == error("from", "date")
    assert report_from(text) == error("from", "date")


def test_each_format_is_for_its_own_arguments() -> None:
    day, moment, short = "2012-11-25", "2012-11-25T12:00:00Z", "2012-1-9T3:00:00Z"
    american = "11/25/2012 09:05 pm"

    assert start(moment) == end(moment) == end(short) == set()
    assert recordings_from(american) == report_from(day) == report_from(moment) == set()
    assert start(day) == start(short) == start(american) == error("start_time", "date")
    assert recordings_from(day) == recordings_from(moment) == error("from", "date")
    assert (
        report_from(american)
        == report_from(short)
        == report_from("2012-1-9")
        == error("from", "date")
    )


@PROPERTIES
@given(
    st.datetimes(datetime(2, 1, 1), datetime(9998, 12, 31)),
    st.sampled_from([timedelta(0), timedelta(hours=5.5), timedelta(hours=-8), timedelta(hours=14)]),
)
def test_a_datetime_needs_a_zone_and_a_day_is_no_moment(naive: datetime, offset: timedelta) -> None:
    aware = naive.replace(tzinfo=timezone(offset))
    for verdict, name in (
        (start, "start_time"),
        (end, "recurrence.end_date_time"),
        (recordings_from, "from"),
        (report_from, "from"),
    ):
        assert verdict(aware) == set()
        assert verdict(naive) == error(name, "date")
        assert verdict(naive.date()) == (set() if verdict is report_from else error(name, "date"))
        for stranger in (None, 0, 1353844800, 1.5, True, ["2012-11-25"], b"2012-11-25"):
            assert verdict(stranger) == error(name, "date")


BY_DAY = [
    *("chat.list", "chat.get", "report.get_account", "report.get_audio", "report.get_user"),
    *(
        "dashboard.meetings",
        "dashboard.webinars",
        "dashboard.room",
        "dashboard.crc",
        "dashboard.im",
    ),
]
PERIODS = st.datetimes(datetime(2012, 11, 24), datetime(2012, 11, 27)).map(
    lambda moment: moment.replace(microsecond=0, tzinfo=UTC)
)
TOKYO = timezone(timedelta(hours=9))
FORMS: dict[str, Callable[[datetime], object]] = {
    "day as text": lambda at: f"{at:%Y-%m-%d}",
    "moment as text": lambda at: f"{at:%Y-%m-%dT%H:%M:%SZ}",
    "day": lambda at: at.date(),
    "moment": lambda at: at,
    "moment elsewhere": lambda at: at.astimezone(TOKYO),
}


def is_later(first: datetime, last: datetime, forms: tuple[str, str]) -> bool:
    """A day beside a moment is compared by its day, in UTC."""
    if any(form.startswith("day") for form in forms):
        return first.date() > last.date()
    return first > last


@pytest.mark.parametrize("first_form", FORMS)
@pytest.mark.parametrize("last_form", FORMS)
def test_a_period_does_not_end_before_it_begins(first_form: str, last_form: str) -> None:
    @PROPERTIES
    @given(st.sampled_from(BY_DAY), PERIODS, PERIODS)
    def property_(operation: str, one: datetime, other: datetime) -> None:
        second = timedelta(seconds=1)
        for first, last in ((one, other), (one, one), (one, one + second), (one + second, one)):
            given = {"from_": FORMS[first_form](first), "to": FORMS[last_form](last)}
            if operation in ("dashboard.meetings", "dashboard.webinars"):
                given["type"] = 2
            later = is_later(first, last, (first_form, last_form))
            wanted = error("to", "ordered") if later else set()
            assert found(operation, call(operation, **given)) == wanted

    property_()


@pytest.mark.parametrize("operation", ["recording.list", "recording.list_mc"])
def test_recordings_are_in_order_to_the_minute(operation: str) -> None:
    def verdict(first: object, last: object) -> Found:
        return found(operation, call(operation, from_=first, to=last))

    noon, one = "11/05/2014 12:00 pm", "11/05/2014 12:01 pm"
    midnight, morning = "11/05/2014 12:00 am", "11/05/2014 11:59 am"
    assert verdict(noon, noon) == verdict(noon, one) == verdict(midnight, morning) == set()
    assert verdict(morning, noon) == verdict("12/31/2013 01:00 am", midnight) == set()
    for first, last in (
        (one, noon),
        (noon, morning),
        (noon, midnight),
        ("01/01/2015 12:00 am", noon),
    ):
        assert verdict(first, last) == error("to", "ordered")
    aware = datetime(2014, 11, 5, 12, 1, tzinfo=UTC)
    assert verdict(aware, noon) == error("to", "ordered")
    assert verdict(noon, aware) == set()


def test_days_of_python_are_compared_like_those_of_the_page() -> None:
    first = call("report.get_account", from_=date(2012, 11, 26), to=date(2012, 11, 25))

    assert found("report.get_account", first) == error("to", "ordered")


def test_a_moment_that_utc_has_no_year_for_is_refused() -> None:
    """It could not be written; a day earlier or later it can be."""
    west, east = timezone(timedelta(hours=-8)), timezone(timedelta(hours=14))

    assert start(datetime(9999, 12, 31, 23, tzinfo=west)) == error("start_time", "date")
    assert start(datetime(1, 1, 1, 1, tzinfo=east)) == error("start_time", "date")
    assert start(datetime(9999, 12, 31, 23, tzinfo=UTC)) == set()
    assert (
        start(datetime(1, 1, 1, 1, tzinfo=west)) == start(datetime(1, 1, 2, tzinfo=east)) == set()
    )
