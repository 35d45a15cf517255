"""The recurrence of a meeting or webinar, against a model of the page's table of its keys."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.properties.calls import Found, call, error, found
from tests.properties.profile import PROPERTIES

FIXED_TIMES = {"meeting.create": 8, "meeting.update": 8, "webinar.create": 9, "webinar.update": 9}
"""The type with which each operation looks at a recurrence."""

DAILY, WEEKLY, MONTHLY = 1, 2, 3
LONGEST = {DAILY: 90, WEEKLY: 12, MONTHLY: 3}
BOUNDS = {"monthly_day": (1, 31), "end_times": (1, 50)}
END = "2017-1-9T3:00:00Z"

RECURRENCES = st.fixed_dictionaries(
    {"type": st.sampled_from(list(LONGEST))},
    optional={
        "repeat_interval": st.sampled_from([0, 1, 2, 3, 4, 11, 12, 13, 89, 90, 91, 1000]),
        "weekly_days": st.sampled_from(["1", "1,7", "1,2,3,4", [1], [7, 2]]),
        "monthly_day": st.sampled_from([0, 1, 2, 30, 31, 32, -1]),
        "monthly_week": st.sampled_from([-1, 1, 2, 3, 4]),
        "monthly_week_day": st.integers(1, 7),
        "end_times": st.sampled_from([0, 1, 2, 49, 50, 51, -1]),
        "end_date_time": st.sampled_from([END, "2012-11-25T12:00:00Z"]),
    },
)


def expected(recurrence: dict[str, object]) -> Found:
    """What the page's table, and the errata about it, say of a recurrence."""
    kind, wrong = int(str(recurrence["type"])), set()
    bounds = BOUNDS | {"repeat_interval": (1, LONGEST[kind])}
    for name, (low, high) in bounds.items():
        value = int(str(recurrence.get(name, low)))
        if not low <= value <= high:
            wrong.add((name, "minimum" if value < low else "maximum", "error"))
    for name in recurrence:
        if (name == "weekly_days" and kind != WEEKLY) or ("monthly" in name and kind != MONTHLY):
            wrong.add((name, "applies_when", "warning"))
    by_week = {"monthly_week", "monthly_week_day"} & recurrence.keys()
    if "monthly_day" in recurrence:
        wrong |= {(name, "exclusive", "error") for name in by_week}
    if len(by_week) == 1:
        (missing,) = {"monthly_week", "monthly_week_day"} - by_week
        wrong.add((missing, "required", "error"))
    if {"end_times", "end_date_time"} <= recurrence.keys():
        wrong.add(("end_date_time", "exclusive", "error"))
    return {(f"recurrence.{name}", rule, severity) for name, rule, severity in wrong}


def verdict(operation: str, recurrence: object) -> Found:
    arguments = call(operation, type=FIXED_TIMES[operation], recurrence=recurrence)
    return found(operation, arguments)


@pytest.mark.parametrize("operation", FIXED_TIMES)
def test_a_recurrence_is_what_the_page_says(operation: str) -> None:
    @PROPERTIES
    @given(st.lists(RECURRENCES, min_size=3, max_size=6))
    def property_(recurrences: list[dict[str, object]]) -> None:
        for recurrence in recurrences:
            assert verdict(operation, recurrence) == expected(recurrence)

    property_()


@pytest.mark.parametrize("operation", FIXED_TIMES)
@pytest.mark.parametrize(("kind", "most"), LONGEST.items())
def test_the_interval_depends_on_the_type(operation: str, kind: int, most: int) -> None:
    too_long = error("recurrence.repeat_interval", "maximum")
    for interval in (1, 2, most):
        assert verdict(operation, {"type": kind, "repeat_interval": interval}) == set()
    for interval in (most + 1, 91, 10**6):
        assert verdict(operation, {"type": kind, "repeat_interval": interval}) == too_long
    for interval in (0, -1):
        wanted = error("recurrence.repeat_interval", "minimum")
        assert verdict(operation, {"type": kind, "repeat_interval": interval}) == wanted


ONE_OF_A_FEW = [
    ("type", {}, [1, 2, 3], [0, 4, -1]),
    ("monthly_week", {"type": 3, "monthly_week_day": 1}, [-1, 1, 2, 3, 4], [0, 5, -2]),
    ("monthly_week_day", {"type": 3, "monthly_week": 1}, [1, 2, 3, 4, 5, 6, 7], [0, 8, -1]),
]


@pytest.mark.parametrize(("key", "beside", "right", "wrong"), ONE_OF_A_FEW)
def test_a_key_has_one_of_a_few_values(
    key: str, beside: dict[str, object], right: list[int], wrong: list[int]
) -> None:
    @PROPERTIES
    @given(st.sampled_from(list(FIXED_TIMES)), st.integers(-10, 10))
    def property_(operation: str, value: int) -> None:
        wanted = set() if value in right else error(f"recurrence.{key}", "choices")
        assert verdict(operation, {**beside, key: value}) == wanted

    property_()
    for value in right:
        assert verdict("meeting.create", {**beside, key: value}) == set()
    for value in wrong:
        wanted = error(f"recurrence.{key}", "choices")
        assert verdict("meeting.create", {**beside, key: value}) == wanted
    for stranger in ("1", True, 1.0, None, [1]):
        wanted = error(f"recurrence.{key}", "type")
        assert verdict("meeting.create", {**beside, key: stranger}) == wanted


@PROPERTIES
@given(
    st.sampled_from(list(FIXED_TIMES)),
    st.lists(st.integers(1, 7), max_size=7),
    st.sampled_from([0, 8, -1, 70]),
    st.booleans(),
)
def test_a_wrong_weekday_is_named_by_its_place(
    operation: str, days: list[int], wrong: int, as_text: bool
) -> None:
    def on(days: list[int]) -> Found:
        weekly = ",".join(map(str, days)) if as_text else days
        return verdict(operation, {"type": WEEKLY, "weekly_days": weekly})

    assert on(days) == set()
    assert on([*days, wrong, *days]) == error(f"recurrence.weekly_days[{len(days)}]", "choices")


def test_a_recurrence_has_a_type_and_is_an_object() -> None:
    for operation in FIXED_TIMES:
        assert verdict(operation, {}) == error("recurrence.type", "required")
        assert verdict(operation, {"end_times": 2}) == error("recurrence.type", "required")
        for stranger in ("1", 1, None, [{"type": 1}], True):
            assert verdict(operation, stranger) == error("recurrence", "type")


def test_the_page_s_own_recurrences_pass() -> None:
    for recurrence in (
        {"type": 1, "repeat_interval": 2, "end_date_time": END},
        {"type": 2, "repeat_interval": 2, "weekly_days": "1,2,3,4", "end_times": 2},
        {"type": 3, "repeat_interval": 2, "monthly_week": 2, "monthly_week_day": 2}
        | {"end_date_time": END},
        {"type": 3, "repeat_interval": 2, "monthly_day": 2, "end_times": 2},
        {"type": 1, "end_date_time": datetime(2017, 1, 9, 3, tzinfo=UTC)},
    ):
        for operation in FIXED_TIMES:
            assert verdict(operation, recurrence) == set()
