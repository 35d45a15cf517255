"""The objects at the end of the page, and those that are described where they are taken."""

from tests.page import lists
from tests.page.kinds import EMAIL, NUMBER, TEXT
from tests.page.moments import moment
from tests.page.rows import need, only, rows
from tests.page.samples import Fault, listed, numbered, whole
from tests.page.shapes import array, csv, structure

DAY_OF_WEEK = numbered(1, 2, 3, 4, 5, 6, 7)


def _error(where: str, rule: str) -> tuple[Fault, ...]:
    return (Fault(where, rule),)


_BOTH_DAYS = {"type": 3, "monthly_day": 2, "monthly_week": 2, "monthly_week_day": 2}

# Erratum recurrence-marks: `type` is required, what belongs to another type is warned about, and
# what cannot be both is refused. Erratum minimums: intervals and occurrences from 1.
RECURRENCE = structure(
    rows(
        {
            "type": need(numbered(1, 2, 3)),
            "repeat_interval": whole(1, 3),
            "weekly_days": only(csv(DAY_OF_WEEK), type=2),
            "monthly_day": only(whole(1, 31), type=3),
            "end_times": whole(1, 50),
            "end_date_time": moment("utc_unpadded"),  # erratum recurrence-end-unpadded
        }
    ),
    between=[],
)

PANELIST = structure(rows({"name": need(TEXT), "email": need(EMAIL)}))
CUSTOM_QUESTION = structure(rows({"title": need(TEXT), "value": need(TEXT)}))
