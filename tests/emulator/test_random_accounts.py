"""Accounts that are made up: plausible, coherent, and the same for the same seed and clock."""

import subprocess
import sys
from typing import Any

import pytest
from msgspec import structs

from zoom_v1._runtime.emulator.clock import Clock
from zoom_v1._runtime.emulator.engine import Engine
from zoom_v1._runtime.emulator.moments import read_moment
from zoom_v1.stub import API, StubServer

LOOK = """
import asyncio, sys
from zoom_v1.stub import StubServer

stub = StubServer(seed_random=3, random_seed=sys.argv[1], clock=sys.argv[2])
if len(sys.argv) > 3:  # somebody else comes first
    stub.client(api_key=sys.argv[3]).user.list()
raw = stub.client().with_raw_response
asked = dict(from_="2031-01-01", to="2031-03-05")
users = [each.id for each in stub.client().user.list().users]
answers = [
    raw.user.list(), raw.group.list(), raw.report.get_account(**asked), raw.device.list(),
    *(raw.meeting.list(host_id=id) for id in users),
    *(raw.recording.list(host_id=id) for id in users),
]
sys.stdout.buffer.write(b"\\n".join(each.body for each in answers))
"""
CLOCK = "2031-03-05T12:00:00Z"


def answers(*arguments):
    """What a process of its own answers."""
    return subprocess.run(
        [sys.executable, "-c", LOOK, *arguments], capture_output=True, check=True, timeout=120
    ).stdout


def test_the_same_seed_and_clock_give_the_same_bytes():
    first = answers("7", CLOCK)

    assert b"@example.com" in first
    assert first == answers("7", CLOCK)
    assert first == answers("7", CLOCK, "somebody else")
    assert first != answers("8", CLOCK)
    assert first != answers("7", "2031-03-06T12:00:00Z")


@pytest.fixture(scope="module")
def stub():
    return StubServer(seed_random=6, random_seed=7, clock=CLOCK)


@pytest.fixture(scope="module")
def client(stub):
    return stub.client()


def test_fields_hold_what_a_seed_may_say(stub, client):
    client.user.list()
    wrong = [
        (entity, field, record[field])
        for entity, fields in API.allowed().items()
        for record in stub.records(entity)
        for field, allowed in fields.items()
        if record.get(field) and allowed.violations(record[field], field)
    ]

    assert wrong == []


def test_there_are_as_many_users_as_were_asked_for(client):
    users = list(client.user.iter_list())

    assert len({user.email for user in users}) == 6
    assert {user.created_at < max(u.created_at for u in users) for user in users} == {True, False}
    assert client.group.list().groups[0].total_members == 6


def test_meetings_are_over_or_to_come(stub):
    meetings = stub.records("meeting")
    past = [each for each in meetings if each["start_time"] < CLOCK]
    coming = [each for each in meetings if each["start_time"] > CLOCK]

    assert {each["status"] for each in past} == {2}
    assert {each["status"] for each in coming} == {0}
    assert {each["status"] for each in stub.records("webinar")} == {0, 2}


def test_reports_follow_from_what_took_place(stub, client):
    report = client.report.get_account(from_="2030-12-01", to="2031-03-05")
    past = [each for each in stub.records("meeting") if each["start_time"] < CLOCK]
    numbers = {each["number"] for each in stub.records("run") if each["kind"] == "meeting"}
    runs = {each["uuid"] for each in stub.records("run") if each["kind"] == "meeting"}
    guests = [each for each in stub.records("participant") if each["run_uuid"] in runs]

    assert report.total_meetings == len(past)
    assert numbers == {each["id"] for each in past}
    assert report.total_participants == len(guests)
    assert {each["state"] for each in stub.records("recording")} <= {"completed"}


def test_chats_end_with_their_last_messages(stub):
    last = {each["session_id"]: "" for each in stub.records("chat_session")}
    for each in stub.records("chat_message"):
        last[each["session_id"]] = max(last[each["session_id"]], each["date_time"])

    assert last
    for each in stub.records("chat_session"):
        assert each["last_message_send_time"] == last[each["session_id"]]


def test_all_of_it_is_of_the_documented_shapes(stub):
    client = stub.client(strict_responses=True)
    period: Any = {"from_": "2031-02-10", "to": "2031-03-05"}
    for user in client.user.iter_list():
        for meeting in client.meeting.iter_list(host_id=user.id):
            client.meeting.get(id=meeting.id, host_id=user.id)
        for webinar in client.webinar.iter_list(host_id=user.id) if user.enable_webinar else ():
            client.webinar.get(id=webinar.id, host_id=user.id)
        for recording in client.recording.iter_list(host_id=user.id):
            client.recording.get(meeting_id=recording.uuid)
        client.report.get_user(user_id=user.id, **period)
    calls = client.report.get_audio(type=1, **period).telephony_usage

    assert {each.protocol_type for each in client.device.list().devices} == {1}
    assert all(each.host_email and each.duration for each in calls)
    assert client.im_group.list().groups[0].total_members == 6


def test_dashboards_have_something_to_show(stub):
    client = stub.client(strict_responses=True)
    period: Any = {"from_": "2031-01-01", "to": "2031-03-05"}
    calls = client.report.get_audio(**period).telephony_usage
    numbers = {each["number"] for each in stub.records("run") if each["kind"] == "meeting"}
    measured = {each["run_uuid"] for each in stub.records("connection_sample")}
    over = [each for each in stub.records("webinar") if each["status"] == 2]
    asked = [client.webinar.get_polls(id=each["id"], host_id=each["host_id"]) for each in over]
    asked += [client.webinar.get_questions(id=each["id"], host_id=each["host_id"]) for each in over]
    ports = client.dashboard.crc(from_="2031-03-04", to="2031-03-04").crc_ports_usage

    assert calls
    assert {str(each.meeting_id) for each in calls} <= numbers
    assert all(client.dashboard.qos(meeting_id=each, type=2).user_qos for each in measured)
    assert len(measured) == len(stub.records("user"))
    assert all(each.questions[0].question_details for each in asked)
    assert [len(each.crc_ports_hour_usage) for each in ports] == [9]
    assert len(client.dashboard.rooms().zoom_rooms) == 2
    assert all(each.total_send for each in client.dashboard.im(**period).users)


def test_a_seed_of_records_may_stand_beside():
    given = {"user": [{"id": "ann", "email": "ann@example.com"}]}
    stub = StubServer(seed=given, seed_random=2, random_seed=7)

    assert len(stub.records("user", tenant="anybody")) == 3


def test_a_reset_makes_up_the_same(stub):
    stub.client().user.list()
    before = stub.records("user", tenant="api_key")
    stub.clock.advance(86400)
    stub.client().user.create(email="new@example.com", type=1)
    stub.reset()

    assert stub.records("user", tenant="api_key") == before


def test_a_spec_has_to_say_how():
    assert API.program is not None
    silent = structs.replace(API.program(), populate=())

    with pytest.raises(ValueError, match="the spec says nothing of `populate`"):
        StubServer(api=structs.replace(API, program=lambda: silent), seed_random=1)
    with pytest.raises(ValueError, match="takes no seed"):
        StubServer(mode="examples", seed_random=1)


def test_the_program_takes_a_number():
    ended = subprocess.run(
        [sys.executable, "-m", "zoom_v1.stub", "--seed-random", "-1"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert ended.returncode == 2
    assert "-1 is not between 0 and 1000000" in ended.stderr


class TestAnAccountThatBeginsAnew:
    @pytest.fixture
    def made_up(self, monkeypatch):
        """Whose accounts were made up."""
        tenants = []
        populate = Engine.populate

        def noted(engine, records, parts):
            tenants.append(records.tenant)
            populate(engine, records, parts)

        monkeypatch.setattr(Engine, "populate", noted)
        return tenants

    def every(self, stub, key="a"):
        assert API.program is not None
        stub.client(api_key=key).user.list()
        return {name: stub.records(name, key) for name in API.program().entities}

    def test_is_remembered(self, made_up):
        stub = StubServer(seed_random=3, random_seed=7, clock=CLOCK)
        first = self.every(stub)
        other = self.every(stub, "b")
        stub.client(api_key="a").user.delete(id=first["user"][0]["id"])
        stub.reset()

        assert self.every(stub) == first
        assert self.every(stub, "b") == other != first
        assert made_up == ["a", "b"]

    def test_is_another_at_another_time(self, made_up):
        stub = StubServer(seed_random=3, random_seed=7)
        self.every(stub)
        stub.reset()
        self.every(stub)

        assert made_up == ["a", "a"]

    def test_is_another_without_a_random_seed(self, made_up):
        stub = StubServer(seed_random=3, clock=CLOCK)
        first = self.every(stub)
        stub.reset()

        assert self.every(stub) != first
        assert made_up == ["a", "a"]

    def test_has_what_a_file_says_too(self, made_up):
        said = {"user": [{"id": "ann", "email": "ann@example.com", "type": 1}]}
        start = read_moment(CLOCK)
        # What a file says is of the moment at which it is put there, whatever second that is.
        stopped = Clock(start, running=False)
        stub = StubServer(seed=said, seed_random=3, random_seed=7, clock=stopped)
        first = self.every(stub)
        stub.reset()

        assert self.every(stub) == first
        assert first["user"][0]["id"] == "ann"
        assert made_up == ["a", "a"]

    def test_is_forgotten_where_there_are_many(self, made_up, monkeypatch):
        monkeypatch.setattr("zoom_v1._runtime.emulator.seeds.random.MOST", 150)
        stub = StubServer(seed_random=3, random_seed=7, clock=CLOCK)
        before = [self.every(stub, key) for key in ("a", "b")]
        assert 75 < sum(map(len, before[0].values())) <= 150
        stub.reset()

        assert [self.every(stub, key) for key in ("b", "a")] == before[::-1]
        assert made_up == ["a", "b", "a"]
