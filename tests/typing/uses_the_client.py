"""A program as an integrator writes it, for mypy to judge: it is checked and never run."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import assert_type

import zoom_v1
from zoom_v1 import (
    UNSET,
    APIError,
    InvalidArguments,
    RateLimited,
    RawResponse,
    UnsetType,
    ZoomClient,
    ZoomError,
)
from zoom_v1.errors import MeetingNotFound
from zoom_v1.models import (
    BasePlan,
    ChatMessage,
    Deleted,
    Meeting,
    MeetingList,
    Recurrence,
    Updated,
    User,
    Webinar,
)
from zoom_v1.stub import StubServer
from zoom_v1.types import Language, MeetingType, Pager, RecurrenceDict, Timezone, Upload
from zoom_v1.validators import validate, validate_form

ZONE: Timezone = "America/Los_Angeles"
SPOKEN: Language = "fr-FR"


def schedule(client: ZoomClient, host: User, kind: MeetingType = 2) -> Meeting:
    return client.meeting.create(
        host_id=host.id,
        type=kind,
        topic="Stand-up",
        start_time=datetime(2018, 1, 9, 9, 30, tzinfo=UTC),
        duration=15,
        timezone=ZONE,
        option_jbh=True,
        option_audio="voip",
    )


def schedule_weekly(client: ZoomClient, host: User) -> list[Meeting | Webinar]:
    days: RecurrenceDict = {"type": 2, "weekly_days": [2, 4], "end_times": 10}
    until = Recurrence(type=1, end_date_time=datetime(2018, 2, 1, tzinfo=UTC))
    return [
        client.meeting.create(host_id=host.id, type=8, topic="Weekly", recurrence=days),
        client.meeting.create(host_id=host.id, type=8, topic="Daily", recurrence=until),
        client.webinar.create(
            host_id=host.id,
            type=5,
            topic="Open day",
            panelists=[{"name": "Ada", "email": "ada@example.com"}],
            language=SPOKEN,
        ),
    ]


def subscribe(client: ZoomClient, account: str) -> None:
    client.account.plan_subscribe(
        account_id=account,
        first_name="Ada",
        last_name="Lovelace",
        phone_number="1",
        address="1 Some Street",
        city="Sacramento",
        country="US",
        state="CA",
        zip="95814",
        plan_base=BasePlan(type="monthly", hosts=3),
        plan_zoom_rooms={"type": "zroom_monthly", "hosts": 3},
    )
    client.account.plan_add(account_id=account, plan="webinar100_monthly")


def topics(client: ZoomClient, host: User) -> Iterator[str]:
    for meeting in client.meeting.iter_list(host_id=host.id):
        yield meeting.topic
    for page in client.meeting.iter_list(host_id=host.id, page_size=300).pages():
        assert_type(page, MeetingList)
        yield from (meeting.topic for meeting in page.meetings)


def messages(client: ZoomClient, token: str) -> list[ChatMessage]:
    found = client.chat.iter_get(
        access_token=token, session_id="s", from_=date(2018, 1, 1), to="2018-01-31", retries=0
    )
    return list(found)


def told(sent: int, size: int | None) -> None:
    """How far an upload is."""


def tidy_up(client: ZoomClient, host: User) -> tuple[Updated, Deleted, datetime | None]:
    picture = client.user.upload_picture(id=host.id, pic_file=Path("ada.jpg"), progress=told)
    deleted = client.meeting.delete(id=123456789, host_id=host.id)
    meeting = client.meeting.get(id="123456789", host_id=host.id)
    assert_type(meeting.start_time, datetime | None)
    return picture, deleted, meeting.start_time


def through_the_package(
    meetings: zoom_v1.resources.MeetingResource,
    topic: str | UnsetType = UNSET,
    picture: Upload | None = None,
) -> zoom_v1.models.Updated | None:
    """Whatever the package has is an attribute of it."""
    found: Pager[MeetingList, Meeting] = meetings.iter_list(host_id="h")
    assert_type(found, zoom_v1.types.Pager[zoom_v1.models.MeetingList, zoom_v1.models.Meeting])
    try:
        return meetings.update(id=1, host_id="h", type=2, topic=topic)
    except zoom_v1.errors.MeetingNotFound as error:
        assert_type(error.message, str)
        return None


def careful(client: ZoomClient) -> str | bytes:
    try:
        answer = client.with_raw_response.user.get(
            id="u", timeout=5, extra_headers={"x-trace": "1"}
        )
        assert_type(answer, RawResponse[User])
        assert_type(answer.parsed(), User)
    except MeetingNotFound as error:
        return error.message
    except RateLimited as error:
        return f"{error.operation} {error.status}"
    except APIError as error:
        return f"{error.code} {error.message}"
    except InvalidArguments as error:
        return ", ".join(violation.argument for violation in error.violations)
    except ZoomError as error:
        return str(error)
    return answer.body


def judge() -> list[str]:
    found = validate("meeting.create", {"host_id": "h", "type": 2, "topic": "t"})
    found += validate_form("meeting.create", {"host_id": "h", "type": "2", "topic": "t"})
    return [f"{each.argument}: {each.message} ({each.severity})" for each in found]


def main() -> None:
    credentials = {"api_key": "k", "api_secret": "s"}
    with StubServer(strict=True, credentials=credentials) as stub:
        assert_type(stub.client(timeout=1), ZoomClient)
        ZoomClient(transport=stub.transport)
        assert_type(stub.base_url, str)
        with ZoomClient(api_key="k", api_secret="s", base_url=stub.base_url) as client:
            host = client.user.create(email="ada@example.com", type=1)
            schedule(client.with_options(timeout=5.0), host)
