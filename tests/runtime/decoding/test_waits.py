"""How long a response asks clients to wait, wherever it says so."""

import pytest

from apiscribe.runtime.decoding.retry_after import asked_wait
from apiscribe.runtime.envelope import Wait

NOW = 1_700_000_000.0
DATE = "Tue, 14 Nov 2023 22:13:20 GMT"
"""The same moment."""


@pytest.mark.parametrize(
    ("wait", "told", "seconds"),
    [
        (Wait(key="wait"), 2.5, 2.5),
        (Wait(key="wait"), "2.5", 2.5),
        (Wait(key="wait"), -1, 0),
        (Wait(key="wait", unit="milliseconds"), 2500, 2.5),
        (Wait(key="wait", unit="units"), "6m0s", 360),
        (Wait(key="wait", unit="units"), "12ms", 0.012),
        (Wait(key="wait", unit="units"), "-1s", 0),
        (Wait(key="wait", unit="epoch_seconds"), NOW + 9, 9),
        (Wait(key="wait", unit="epoch_seconds"), NOW - 9, 0),
        (Wait(key="wait", unit="epoch_milliseconds"), (NOW + 9) * 1000, 9),
        (Wait(key="wait", unit="rfc3339"), "2023-11-14T22:13:29Z", 9),
        (Wait(key="wait", unit="rfc3339"), "2023-11-14T22:13:29", 9),
        (Wait(key="wait", unit="rfc3339"), "2023-11-14T22:13:00Z", 0),
        (Wait(seconds=60), None, 60),
        (Wait(header="retry-after"), None, 33),
        (Wait(header="x-wait", unit="milliseconds"), None, 4),
    ],
)
@pytest.mark.parametrize("date", ["", DATE])
def test_a_wait_is_told_in_each_unit(wait, told, seconds, date):
    headers = {"retry-after": "33", "x-wait": "4000", "date": date}
    now = NOW + 5000 if date else NOW

    assert asked_wait([wait], headers, {"wait": told}, now) == pytest.approx(seconds)


@pytest.mark.parametrize(
    "told",
    [None, "soon", True, [1], "inf", "nan", "2023-99-14", 10**400],
    ids=lambda told: repr(told)[:12],
)
@pytest.mark.parametrize("unit", ["seconds", "milliseconds", "units", "epoch_seconds", "rfc3339"])
def test_what_is_no_wait_leaves_that_to_the_next_place(told, unit):
    waits = [Wait(key="wait", unit=unit), Wait(key="pause")]

    assert asked_wait(waits, {"retry-after": "33"}, {"wait": told, "pause": 3}, NOW) == 3
    assert asked_wait(waits[:1], {"retry-after": "33"}, {"wait": told}, NOW) == 33
    assert asked_wait(waits[:1], {}, {"wait": told}, NOW) is None
