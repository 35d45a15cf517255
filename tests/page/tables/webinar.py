"""Webinars, their registrants and what is left of them."""

from tests.page.kinds import (
    AUDIO,
    FLAG,
    ID,
    LANGUAGE,
    MEETING_ID,
    PASSWORD,
    QUANTITY,
    RECORD,
    REGISTRATION,
    TEXT,
    TIMEZONE,
    TOPIC,
    UTC,
    pages,
)
from tests.page.objects import PANELIST, RECURRENCE
from tests.page.rows import Row, Rows, need, only, rows
from tests.page.samples import numbered
from tests.page.shapes import array, csv
from tests.page.tables.meeting import REGISTRANT

_ONE: Rows = {"id": need(MEETING_ID), "host_id": need(ID)}
_OF_ONE_OCCURRENCE: Rows = {**_ONE, "occurrence_id": ID}
_ENDED = rows({**_ONE, "uuid": ID})
_TYPE = numbered(5, 6, 9)  # erratum webinar-create-type
_SETTINGS: Rows = {
    # Erratum only-for-webinars: types 5 and 9 have a time, and 9 recurs with it.
    "start_time": only(UTC, type=(5, 9)),
    "duration": only(QUANTITY, type=(5, 9)),
    "timezone": only(TIMEZONE, type=(5, 9)),
    "password": PASSWORD,
    "recurrence": only(RECURRENCE, type=9),
    "approval_type": numbered(0, 1, 2),
    "registration_type": only(REGISTRATION, type=9),
    "agenda": TEXT,
    "option_audio": AUDIO,
    "option_host_video": FLAG,
    "option_panelist_video": FLAG,
    "option_practice_session": FLAG,
    "option_enforce_login": FLAG,
    "option_enforce_login_domains": TEXT,  # erratum separators
    "option_alternative_hosts": TEXT,
    "option_alternative_host_ids": TEXT,
    "option_auto_record_type": RECORD,
    "option_panelists_reminder": FLAG,
    "option_close_registration": FLAG,
    "option_show_share_button": FLAG,
    "option_allow_multiple_devices": FLAG,
    "panelists": array(PANELIST),
    "language": LANGUAGE,
}

OPERATIONS: dict[str, Row] = {
    "webinar.create": rows(
        {"host_id": need(ID), "topic": need(TOPIC), "type": need(_TYPE), **_SETTINGS}
    ),
    "webinar.list": rows({"host_id": need(ID), **pages(300)}),
    "webinar.get": rows(_ONE),
    "webinar.update": rows({**_ONE, "topic": TOPIC, "type": _TYPE, **_SETTINGS}),
    "webinar.delete": rows(_OF_ONE_OCCURRENCE),
    "webinar.end": rows(_ONE),
    "webinar.register": REGISTRANT,
    "webinar.list_registration": rows({"host_id": need(ID), **pages(300)}),
    "webinar.get_registration": rows({**_OF_ONE_OCCURRENCE, **pages()}),
    "webinar.cancel_registration": rows(
        {**_OF_ONE_OCCURRENCE, "registrant_ids": need(csv(ID, least=1, most=15))}
    ),
    "webinar.list_registrations": rows({**_ONE, "type": numbered(0, 1), **pages()}),
    "webinar.approve_registration": rows({**_ONE, "registrant_ids": need(csv(ID, least=1))}),
    "webinar.list_panelists": rows(_ONE),
    "webinar.get_uuid": rows(_ONE),
    "webinar.get_attendees": _ENDED,
    "webinar.get_polls": _ENDED,
    "webinar.get_questions": _ENDED,
}
