"""What the dashboard shows of meetings, webinars, rooms and chats."""

from tests.page.kinds import DAY, ID, MEETING_ID, PERIOD, pages
from tests.page.rows import Row, Rows, except_for, need, only, rows
from tests.page.samples import numbered


def _live_or_past(past: tuple[int, ...]) -> Rows:
    """Erratum dashboard-period-of-live-lists: a period is for past ones, and needed then."""
    return {
        "type": need(except_for(numbered(1, *past), *past)),
        "from": only(DAY, type=past, beside={"to": "2999-12-31"}),
        "to": only(DAY, type=past, beside={"from": "1900-01-01"}),
        **pages(100),
    }


OPERATIONS: dict[str, Row] = {
    "dashboard.meetings": rows(_live_or_past((2, 3))),
    "dashboard.meeting": rows(
        {"meeting_id": need(MEETING_ID), "type": need(numbered(1, 2, 3)), **pages(100)}
    ),
    "dashboard.webinars": rows(_live_or_past((2,))),
    "dashboard.webinar": rows(
        {"meeting_id": need(MEETING_ID), "type": need(numbered(1, 2)), **pages(100)}
    ),
    "dashboard.share_details": rows({"meeting_id": need(MEETING_ID), **pages(300)}),
    "dashboard.rooms": rows(pages(30)),
    "dashboard.room": rows({"id": need(ID), **PERIOD, **pages(30)}),
    "dashboard.qos": rows(
        {
            "meeting_id": need(MEETING_ID),
            "type": need(numbered(1, 2)),
            "user_id": ID,
            **pages(10),
        }
    ),
    "dashboard.crc": rows(PERIOD),
    "dashboard.im": rows({**PERIOD, **pages(30)}),
}
