"""The objects at the end of the page, and those that are described where they are taken."""

from tests.page import lists
from tests.page.kinds import EMAIL, QUANTITY, TEXT
from tests.page.moments import moment
from tests.page.rows import Rows, need, only, rows
from tests.page.samples import Fault, Kind, listed, numbered, whole
from tests.page.shapes import Between, array, csv, structure

_DAY_OF_WEEK = numbered(1, 2, 3, 4, 5, 6, 7)


def _error(rule: str, where: str) -> tuple[Fault, ...]:
    return (Fault(where, rule),)


# Erratum recurrence-marks: `type` is required, what belongs to another type is warned about, and
# what cannot be both is refused. Erratum minimums: intervals and occurrences count from 1.
RECURRENCE = structure(
    rows(
        {
            "type": need(numbered(1, 2, 3)),
            "repeat_interval": whole(1, 90),
            "weekly_days": only(csv(_DAY_OF_WEEK), type=2),
            "monthly_day": only(whole(1, 31), type=3),
            "monthly_week": only(numbered(-1, 1, 2, 3, 4), type=3, beside={"monthly_week_day": 2}),
            "monthly_week_day": only(_DAY_OF_WEEK, type=3, beside={"monthly_week": 2}),
            "end_times": whole(1, 50),
            "end_date_time": moment("utc_unpadded"),  # erratum recurrence-end-unpadded
        }
    ),
    between=(
        ({"type": 2, "repeat_interval": 12}, ()),
        ({"type": 2, "repeat_interval": 13}, _error("maximum", ".repeat_interval")),
        ({"type": 3, "repeat_interval": 3}, ()),
        ({"type": 3, "repeat_interval": 4}, _error("maximum", ".repeat_interval")),
        ({"repeat_interval": 91}, _error("required", ".type")),
        ({"type": 2, "repeat_interval": 0}, _error("minimum", ".repeat_interval")),
        ({"type": 2, "repeat_interval": 91}, _error("maximum", ".repeat_interval")),
        ({"type": 3, "repeat_interval": 91}, _error("maximum", ".repeat_interval")),
        ({"type": 3, "repeat_interval": 0}, _error("minimum", ".repeat_interval")),
        ({"type": 1, "repeat_interval": 2, "end_date_time": "2017-1-9T3:00:00Z"}, ()),
        ({"type": 2, "repeat_interval": 2, "weekly_days": "1,2,3,4", "end_times": 2}, ()),
        ({"type": 3, "monthly_week": 2}, _error("required", ".monthly_week_day")),
        ({"type": 3, "monthly_week_day": 2}, _error("required", ".monthly_week")),
        (
            {"type": 3, "monthly_day": 2, "monthly_week": 2},
            _error("required", ".monthly_week_day") + _error("exclusive", ".monthly_week"),
        ),
        (
            {"type": 3, "monthly_day": 2, "monthly_week_day": 2},
            _error("required", ".monthly_week") + _error("exclusive", ".monthly_week_day"),
        ),
        (
            {"type": 3, "monthly_day": 2, "monthly_week": 2, "monthly_week_day": 2},
            _error("exclusive", ".monthly_week") + _error("exclusive", ".monthly_week_day"),
        ),
        (
            {"type": 1, "end_times": 2, "end_date_time": "2017-01-09T03:00:00Z"},
            _error("exclusive", ".end_date_time"),
        ),
    ),
)

PANELIST = structure(rows({"name": need(TEXT), "email": need(EMAIL)}))
CUSTOM_QUESTION = structure(rows({"title": need(TEXT), "value": need(TEXT)}))


def plan(ids: list[str]) -> Kind:
    return structure(rows({"type": need(listed(ids)), "hosts": need(QUANTITY)}))


BASE_PLAN = plan(lists.BASE_PLANS)
ROOM_PLAN = plan(lists.ROOM_PLANS)
CONNECTOR_PLAN = plan(lists.CONNECTOR_PLANS)
LARGE_PLANS = array(plan(lists.LARGE_PLANS), single=True)  # erratum plan-one-or-many
WEBINAR_PLANS = array(plan(lists.WEBINAR_PLANS), single=True)
RECORDING_PLAN = listed(lists.RECORDING_PLANS)  # erratum plan-one-or-many: a bare code

_AUDIO: Rows = {
    "tollfree_country": csv(listed(lists.TOLL_FREE)),
    "premium_country": csv(listed(lists.PREMIUM)),
    "callout": numbered(1, 2),
    "ddi_numbers": QUANTITY,
}
_AUDIO_EXAMPLE = {
    "type": "tollfree_monthly_commitment_100",
    "tollfree_country": "AU,AT",
    "premium_country": "TW,TH",
    "callout": 1,
    "ddi_numbers": 10,
}
AUDIO_PLAN = structure(
    rows({"type": need(listed(lists.AUDIO_PLANS)), **_AUDIO}), between=[(_AUDIO_EXAMPLE, ())]
)

ADDITIONAL = (
    lists.ROOM_PLANS,
    lists.CONNECTOR_PLANS,
    lists.LARGE_PLANS,
    lists.WEBINAR_PLANS,
    lists.RECORDING_PLANS,
    lists.AUDIO_PLANS,
)


_ADDED_EXAMPLES = (({"type": "large200_monthly", "hosts": 20}, ()), (_AUDIO_EXAMPLE, ()))


def any_plan(*families: list[str], between: Between = ()) -> Kind:
    """One of several families; a bare code stands for it (erratum plan-bare-code)."""
    fields: Rows = {"type": need(listed(*families)), "hosts": QUANTITY, **_AUDIO}
    return structure(rows(fields), shorthand="type", between=between)


ADDED_PLAN = any_plan(*ADDITIONAL, between=_ADDED_EXAMPLES)
# The first sample is of both families: the others are for one `type` or the other.
UPDATED_PLAN = any_plan(lists.ROOM_PLANS, lists.BASE_PLANS)
