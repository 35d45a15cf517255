"""Stories told to the emulator through the client, checked by hand from the page."""

from datetime import UTC, datetime

import pytest

from zoom_v1 import ZoomClient, errors
from zoom_v1.stub import API, StubServer

EASTERN = "America/New_York"


@pytest.fixture
def client():
    with (
        StubServer() as stub,
        ZoomClient(api_key="key", api_secret="s", base_url=stub.base_url, rate_limit=None) as zoom,
    ):
        yield zoom


@pytest.fixture
def host(client):
    return client.user.auto_create(
        email="host@example.com",
        type=2,
        password="Pa55word",
        enable_webinar=True,
        webinar_capacity=100,
    )


def test_all_operations_are_emulated():
    assert API.program is not None
    assert len(API.program().plans) == 96
    assert all(plan.steps for plan in API.program().plans.values())


def test_emails_are_unique_without_regard_to_case(client, host):
    with pytest.raises(errors.UserAlreadyExists):
        client.user.create(email="HOST@example.com", type=1)
    assert client.user.get_by_email(email="Host@Example.com").id == host.id


def test_a_user_is_deleted_and_then_gone_for_good(client, host):
    client.user.delete(id=host.id)
    with pytest.raises(errors.UserNotFound):
        client.user.get(id=host.id)
    assert client.user.permanent_delete(id=host.id).email == "host@example.com"
    with pytest.raises(errors.UserNotFound):
        client.user.permanent_delete(id=host.id)


def test_a_series_keeps_its_hour_over_daylight_saving(client, host):
    # Clocks go forward on 9 March 2031: noon in New York is 17:00 in UTC before, and 16:00 after.
    series = client.webinar.create(
        host_id=host.id,
        topic="Noon",
        type=9,
        start_time=datetime(2031, 3, 5, 17, tzinfo=UTC),
        timezone=EASTERN,
        recurrence={"type": 2, "weekly_days": [4], "end_times": 3},
    )

    assert [(each.start_time.day, each.start_time.hour) for each in series.occurrences] == [
        (5, 17),
        (12, 16),
        (19, 16),
    ]
    first = series.occurrences[0].occurrence_id
    client.webinar.delete(id=series.id, host_id=host.id, occurrence_id=first)
    left = client.webinar.get(id=series.id, host_id=host.id).occurrences
    assert [each.start_time.day for each in left] == [12, 19]


def test_ids_are_numbers_when_made_and_text_when_read(client, host):
    made = client.with_raw_response.meeting.create(host_id=host.id, type=3, topic="T")
    assert b'"id":"' not in made.body
    id_ = made.parsed().id
    read = client.with_raw_response.meeting.get(id=id_, host_id=host.id)
    assert f'"id":"{id_}"'.encode() in read.body


def test_registrants_wait_for_approval(client, host):
    webinar = client.webinar.create(host_id=host.id, topic="W", type=5, approval_type=1)
    ticket = client.webinar.register(
        id=webinar.id, email="guest@example.com", first_name="G", last_name="H"
    )
    where = {"id": webinar.id, "host_id": host.id}

    assert client.webinar.list_registrations(**where, type=0).total_records == 1
    client.webinar.approve_registration(**where, registrant_ids=[ticket.registrant_id])
    assert client.webinar.list_registrations(**where, type=0).total_records == 0
    assert client.webinar.list_registrations(**where, type=1).total_records == 1
    with pytest.raises(errors.HostCannotRegister):
        client.webinar.register(
            id=webinar.id, email="host@example.com", first_name="H", last_name="H"
        )


def test_groups_count_their_members(client, host):
    group = client.group.create(name="Readers")
    added = client.group.member_add(id=group.group_id, member_ids=[host.id])

    assert added.add_count == 1
    assert client.group.get(id=group.group_id).total_members == 1
    client.user.delete(id=host.id)
    assert client.group.get(id=group.group_id).total_members == 0
    with pytest.raises(errors.GroupNameInUse):
        client.group.create(name="READERS")


def test_pages_go_through_everybody_once(client, host):
    for number in range(44):
        client.user.create(email=f"u{number}@example.com", type=1)

    page = client.user.list(page_size=20)
    assert (page.total_records, page.page_count) == (45, 3)
    assert len({each.id for each in client.user.iter_list(page_size=20)}) == 45
