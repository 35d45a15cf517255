"""Dates do not depend on where the machine is."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone

import pytest

from apiscribe.runtime.semantics import dates

WEST = timezone(timedelta(hours=-8))


@pytest.fixture
def far_east(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patched:
        patched.setenv("TZ", "FAR-9")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("far_east")
def test_a_moment_is_moved_to_utc_wherever_the_machine_is() -> None:
    noon = datetime(2013, 1, 2, 12, tzinfo=WEST)

    assert repr(dates.in_utc(noon)) == repr(datetime(2013, 1, 2, 20, tzinfo=UTC))


def test_a_moment_may_lie_before_or_behind_all_years_of_utc() -> None:
    first, last = datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, tzinfo=UTC)
    east = timezone(timedelta(hours=9))

    assert dates.in_utc(first) == first
    assert dates.in_utc(last) == last
    assert dates.in_utc(first.replace(tzinfo=east)) is None
    assert dates.in_utc(last.replace(tzinfo=WEST)) is None


@pytest.mark.usefixtures("far_east")
def test_a_moment_is_written_in_utc_wherever_the_machine_is() -> None:
    noon = datetime(2013, 1, 2, 12, tzinfo=WEST)

    assert dates.write(noon, ("utc",)) == "2013-01-02T20:00:00Z"
    assert dates.write(noon, ("us_minutes",)) == "01/02/2013 08:00 pm"
    assert dates.write(noon, ("date",)) == "2013-01-02"


@pytest.mark.parametrize("form", ["unix_seconds", "unix_milliseconds"])
def test_numbers_are_moments_between_their_bounds(form: dates.DateFormat) -> None:
    first, last = dates.bounds(form)
    step = timedelta(milliseconds=1) if form == "unix_milliseconds" else timedelta(seconds=1)

    assert dates.read(first, (form,)) == datetime.min.replace(tzinfo=UTC)
    assert dates.read(last, (form,)) == datetime(9999, 12, 31, 23, 59, 59, 10**6 - 1, UTC).replace(
        microsecond=999_000 if form == "unix_milliseconds" else 0
    )
    assert step * (last - first) < datetime.max - datetime.min
    assert dates.read(first - 1, (form,)) is dates.read(last + 1, (form,)) is None
