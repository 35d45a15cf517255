"""Meetings and their registrants."""

from tests.page.kinds import (
    AUDIO,
    COUNTRY,
    EMAIL,
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
from tests.page.objects import CUSTOM_QUESTION, RECURRENCE
from tests.page.rows import Argument, Row, Rows, need, only, rows
from tests.page.samples import Kind, numbered, words
from tests.page.shapes import array, csv

_ONE: Rows = {"id": need(MEETING_ID), "host_id": need(ID)}
_TYPE = numbered(1, 2, 3, 8)


def _schedule(topic: Kind | Argument, start_types: tuple[int, ...]) -> Rows:
    """From the type on; erratum scheduled-only: by the letter of each table."""
    return {
        "host_id": need(ID),
        "type": need(_TYPE),  # erratum required-with-default
        "topic": topic,
        "start_time": only(UTC, type=start_types),
        "duration": only(QUANTITY, type=2),
        "timezone": only(TIMEZONE, type=2),
        "password": PASSWORD,
        "recurrence": only(RECURRENCE, type=8),
        "option_registration": FLAG,
        "registration_type": only(REGISTRATION, type=8),
        "option_jbh": only(FLAG, type=(2, 3, 8)),
        "option_start_type": words("video", "screen_share"),
        "option_host_video": FLAG,
        "option_participants_video": FLAG,
        "option_cn_meeting": FLAG,
        "option_in_meeting": FLAG,
        "option_audio": AUDIO,
        "option_enforce_login": FLAG,
        "option_enforce_login_domains": TEXT,  # erratum separators
        "option_alternative_hosts": TEXT,
        "option_alternative_host_ids": TEXT,
        "option_use_pmi": only(FLAG, type=2),
        "option_auto_record_type": RECORD,
    }


REGISTRANT = rows(
    {
        "id": need(MEETING_ID),
        "email": need(EMAIL),
        "first_name": need(TEXT),
        "last_name": need(TEXT),
        "address": TEXT,
        "city": TEXT,
        "country": COUNTRY,
        "zip": TEXT,
        "state": TEXT,  # erratum lists-not-named
        "phone": TEXT,
        "industry": TEXT,
        "org": TEXT,
        "job_title": TEXT,
        "purchasing_time_frame": words(
            "Within a month", "1-3 months", "4-6 months", "More than 6 months", "No timeframe"
        ),
        "role_in_purchase_process": words(
            "Decision Maker", "Evaluator/Recommender", "Influencer", "Not involved"
        ),
        "no_of_employees": words(
            "1-20",
            "21-50",
            "51-100",
            "101-250",
            "251-500",
            "501-1,000",
            "1,001-5,000",
            "5,001-10,000",
            "More than 10,000",
        ),
        "comments": TEXT,
        "custom_questions": array(CUSTOM_QUESTION),
        "language": LANGUAGE,
        "occurrence_ids": csv(ID),  # erratum separators
    }
)

OPERATIONS: dict[str, Row] = {
    "meeting.create": rows(_schedule(need(TOPIC), (2, 8))),
    "meeting.list": rows({"host_id": need(ID), **pages(300)}),
    "meeting.list_live": rows(pages(300)),
    "meeting.get": rows(_ONE),  # erratum meeting-get-method
    "meeting.update": rows({"id": need(MEETING_ID), **_schedule(TOPIC, (2,))}),
    "meeting.delete": rows({**_ONE, "occurrence_id": ID}),
    "meeting.end": rows(_ONE),
    "meeting.register": REGISTRANT,
}
