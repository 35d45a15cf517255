"""Groups, recordings, devices, chats and reports."""

from tests.page.kinds import FLAG, ID, MEETING_ID, PERIOD, SECRET, TEXT, US_MINUTES, pages
from tests.page.rows import Row, Rows, need, rows
from tests.page.samples import numbered, whole, words
from tests.page.shapes import csv

_ONE = rows({"id": need(ID)})
_GROUP: dict[str, Row] = {
    "list": {},
    "get": _ONE,
    "delete": _ONE,
    "member_list": rows({"id": need(ID), **pages()}),
    "member_add": rows({"id": need(ID), "member_ids": need(csv(ID, least=1))}),
    "member_delete": rows({"id": need(ID), "member_ids": need(csv(ID, least=1))}),
}
_IM_GROUP: Rows = {
    "type": words("Normal", "Restricted", "Shared"),
    "option_search_by_domain": FLAG,
    "option_search_by_account": FLAG,
    "option_search_by_ma": FLAG,
}
_RECORDINGS = rows(
    {
        "host_id": need(ID),
        "meeting_number": MEETING_ID,
        "from": US_MINUTES,
        "to": US_MINUTES,
        **pages(300),
    }
)
_DEVICE: Rows = {"protocol_type": numbered(1, 2), "encryption_type": numbered(0, 1, 2)}
_CHATS: Rows = {**PERIOD, "page_size": whole(1, 30)}

OPERATIONS: dict[str, Row] = {
    "group.create": rows({"name": need(TEXT)}),
    "group.update": rows({"id": need(ID), "name": TEXT}),
    **{f"group.{name}": row for name, row in _GROUP.items()},
    "im_group.create": rows({"name": need(TEXT), **_IM_GROUP}),
    "im_group.update": rows({"id": need(ID), "name": TEXT, **_IM_GROUP}),
    **{f"im_group.{name}": row for name, row in _GROUP.items()},
    "recording.list": _RECORDINGS,
    "recording.list_mc": _RECORDINGS,
    "recording.get": rows({"meeting_id": need(MEETING_ID)}),
    "recording.delete": rows({"meeting_id": need(MEETING_ID), "file_id": ID}),
    "device.create": rows({"name": need(TEXT), "ip": need(TEXT), **_DEVICE}),
    "device.list": rows(pages()),
    "device.update": rows({"id": need(ID), "name": TEXT, "ip": TEXT, **_DEVICE}),
    "device.delete": _ONE,
    "chat.list": rows(
        # Erratum chat-email: part of an address may be looked for.
        {"access_token": need(SECRET), **_CHATS, "email": TEXT, "next_page_token": TEXT}
    ),
    "chat.get": rows(
        {
            "access_token": need(SECRET),
            "session_id": need(ID),
            **_CHATS,
            "next_page_token": TEXT,
        }
    ),
    "report.get_account": rows({**PERIOD, **pages(300)}),
    "report.get_audio": rows({**PERIOD, "type": numbered(1, 2), **pages(300)}),
    "report.get_daily": rows(
        # Errata minimums and daily-report-months.
        {"year": need(whole(1000, 9999)), "month": need(whole(1, 12))}
    ),
    "report.get_user": rows({"user_id": need(ID), **PERIOD, **pages(300)}),
}
