"""Durations, as ISO 8601, clocks and units have them, worked out by hand."""

import re
from datetime import timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from apiscribe.runtime.semantics import durations


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("PT1H30M", timedelta(minutes=90)),
        ("P1DT2H3M4.5S", timedelta(days=1, hours=2, minutes=3, seconds=4.5)),
        ("P2W", timedelta(days=14)),
        ("PT0.5H", timedelta(minutes=30)),
        ("PT36H", timedelta(hours=36)),
        ("PT0,25S", timedelta(milliseconds=250)),
        ("-PT90M", -timedelta(minutes=90)),
        ("PT0S", timedelta()),
    ],
)
def test_iso_durations(text, span):
    assert durations.read(text, ("iso8601",)) == span


@pytest.mark.parametrize(
    "text",
    ["", "P", "PT", "P1", "1H", "P1M", "P1Y", "P1DT", "PT1.5H30M", "pt1h", "PT1H ", "PT1S1M"],
)
def test_what_is_no_iso_duration(text):
    assert durations.read(text, ("iso8601",)) is None


@given(span=st.timedeltas(timedelta(days=-(10**6)), timedelta(days=10**6)))
def test_what_is_written_is_read_by_others_as_well(span):
    text = durations.write(span, ("iso8601",))

    assert durations.read(text, ("iso8601",)) == pytest.approx(span, abs=timedelta(microseconds=1))
    assert msgspec.convert(text, timedelta) == span


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("00:00:00", timedelta()),
        ("01:30:05", timedelta(hours=1, minutes=30, seconds=5)),
        ("100:00:00", timedelta(hours=100)),
    ],
)
def test_clocks(text, span):
    assert durations.read(text, ("clock",)) == span
    assert durations.write(span, ("clock",)) == text


@pytest.mark.parametrize(
    "text", ["1:30:05", "01:60:00", "01:30", "01:30:60", "-01:00:00", "01:30:05.5"]
)
def test_what_is_no_clock(text):
    assert durations.read(text, ("clock",)) is None


@pytest.mark.parametrize(
    ("text", "span", "written"),
    [
        ("6m0s", timedelta(minutes=6), "360s"),
        ("1h2m3.5s", timedelta(hours=1, minutes=2, seconds=3.5), "3723.5s"),
        ("12ms", timedelta(milliseconds=12), "0.012s"),
        ("250us", timedelta(microseconds=250), "0.00025s"),
        ("1500ns", timedelta(microseconds=2), "0.000002s"),
        ("1d", timedelta(days=1), "86400s"),
        ("1.5h", timedelta(minutes=90), "5400s"),
        ("-2m", timedelta(minutes=-2), "-120s"),
        ("-1.25s", timedelta(seconds=-1.25), "-1.25s"),
        ("0s", timedelta(), "0s"),
    ],
)
def test_units(text, span, written):
    assert durations.read(text, ("units",)) == span
    assert re.fullmatch(durations.PATTERNS["units"], text)
    assert durations.write(span, ("units",)) == written
    assert durations.read(written, ("units",)) == span


@pytest.mark.parametrize("text", ["", "-", "1", "s", "1S", "1s2m", "1m 2s", "1h1h", ".5s", "1.s"])
def test_what_is_not_in_units(text):
    assert durations.read(text, ("units",)) is None
    assert re.fullmatch(durations.PATTERNS["units"], text) is None


@pytest.mark.parametrize(
    ("value", "formats", "is_one"),
    [
        (timedelta(seconds=90), ("seconds",), True),
        (timedelta(seconds=90), ("minutes",), False),
        (timedelta(microseconds=1), ("milliseconds",), False),
        (timedelta(seconds=1.5), ("clock",), False),
        (timedelta(seconds=-1), ("clock",), False),
        (timedelta(seconds=1.5), ("iso8601",), True),
        (5, ("seconds",), True),
        (True, ("seconds",), False),
        (5.0, ("seconds",), False),
        ("5", ("seconds",), False),
        (5, ("iso8601",), False),
        ("PT5S", ("seconds", "iso8601"), True),
        (10**30, ("seconds",), False),
    ],
)
def test_what_can_be_written(value, formats, is_one):
    assert durations.is_duration(value, formats) is is_one


@pytest.mark.parametrize("form", durations.UNITS)
def test_numbers_are_durations_between_their_bounds(form):
    shortest, longest = durations.bounds(form)

    assert durations.read(shortest, (form,)) == timedelta.min
    assert durations.read(longest, (form,)) == longest * durations.UNITS[form]
    assert durations.read(shortest - 1, (form,)) is durations.read(longest + 1, (form,)) is None
