"""Clients of the time, unchanged, live through whole stories: the page's for Node, and PyPI's."""

import json
import subprocess
from datetime import datetime
from pathlib import Path

import pytest
from zoomus import ZoomClient
from zoomus.util import API_VERSION_1

from tests.emulator.talking import KEY

NODE = Path(__file__).parents[1] / "node" / "every_method.cjs"
GUEST = {"email": "guest@example.org", "first_name": "Guest", "last_name": "G"}
HOST = {"email": "host@example.com", "type": 2, "password": "P@55w0rd", "enable_webinar": "true"}
SERIES = {"type": 2, "weekly_days": [1, 7], "end_times": 3}


@pytest.fixture
def node(needs, talk):
    """The answers to calls of methods; "$0.id" in a call is the id of the first answer."""

    def run(*calls):
        given = {"port": talk.stub.port, "key": KEY, "secret": "s", "calls": calls}
        ended = subprocess.run(
            [needs("node"), NODE],
            input=json.dumps(given),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert ended.stderr == ""
        return json.loads(ended.stdout)["answers"]

    return run


@pytest.fixture
def pypi(talk):
    """The client of PyPI. It asks for a token, which this API has not, and goes on without."""
    base = talk.stub.base_url
    return ZoomClient(
        KEY, "s", "account", version=API_VERSION_1, base_uri=f"{base}/v1", oauth_uri=f"{base}/oauth"
    )


class TestNode:
    def test_a_user_and_a_meeting(self, node):
        named = {"id": "$1.id", "host_id": "$0.id"}
        answers = node(
            ("user.autoCreate", HOST),
            ("meeting.create", {"host_id": "$0.id", "topic": "T", "type": 2}),
            ("meeting.list", {"host_id": "$0.id"}),
            ("meeting.update", {**named, "type": 2, "topic": "New"}),
            ("meeting.get", named),
            ("meeting.delete", named),
            ("meeting.get", named),
            ("user.delete", {"id": "$0.id"}),
            ("user.get", {"id": "$0.id"}),
        )
        user, made, listed, updated, got, deleted, gone, left, nobody = answers

        assert [each["id"] for each in listed["meetings"]] == [made["id"]]
        assert updated["id"] == got["id"] == deleted["id"] == str(made["id"])
        assert (got["topic"], got["host_id"]) == ("New", user["id"])
        assert left["id"] == user["id"]
        assert [each["error"]["code"] for each in (gone, nobody)] == [3001, 1001]

    def test_a_series_as_an_object(self, node):
        start = "2031-03-01T17:00:00Z"
        series = {"type": 8, "start_time": start, "timezone": "America/New_York"}
        named = {"id": "$1.id", "host_id": "$0.id"}
        _, made, deleted, got = node(
            ("user.autoCreate", HOST),
            ("meeting.create", {"host_id": "$0.id", "topic": "T", "recurrence": SERIES, **series}),
            ("meeting.delete", {**named, "occurrence_id": "$1.occurrences.0.occurrence_id"}),
            ("meeting.get", named),
        )

        starts = [each["start_time"] for each in made["occurrences"]]
        assert starts == [start, "2031-03-02T17:00:00Z", "2031-03-08T17:00:00Z"]
        assert "deleted_at" in deleted
        assert [each["start_time"] for each in got["occurrences"]] == starts[1:]

    def test_a_webinar_with_registration(self, node):
        named = {"id": "$1.id", "host_id": "$0.id"}
        panelists = [{"name": "Ada", "email": "ada@example.com"}]
        answers = node(
            ("user.autoCreate", HOST),
            (
                "webinar.create",
                {"host_id": "$0.id", "topic": "W", "type": 5, "approval_type": 1}
                | {"panelists": panelists},
            ),
            ("webinar.listRegistration", {"host_id": "$0.id"}),
            ("webinar.register", {"id": "$1.id", **GUEST}),
            ("webinar.listRegistrations", {**named, "type": 0}),
            ("webinar.approveRegistration", {**named, "registrant_ids": "$3.registrant_id"}),
            ("webinar.getRegistration", named),
            ("webinar.listPanelists", named),
            ("webinar.cancelRegistration", {**named, "registrant_ids": "$3.registrant_id"}),
            ("webinar.getRegistration", named),
        )
        _, made, upcoming, ticket, waiting, _, approved, people, _, cancelled = answers

        assert [each["id"] for each in upcoming["webinars"]] == [made["id"]]
        assert [each["id"] for each in waiting["users"]] == [ticket["registrant_id"]]
        assert [each["approval"] for each in approved["attendees"]] == ["approved"]
        assert [each["name"] for each in people["panelists"]] == ["Ada"]
        assert cancelled["attendees"] == []

    def test_a_group_and_a_sub_account(self, node):
        owner = {
            "email": "o@example.net",
            "first_name": "O",
            "last_name": "W",
            "password": "P@55w0rd",
        }
        answers = node(
            ("user.autoCreate", HOST),
            ("group.create", {"name": "Staff"}),
            ("group.memberAdd", {"id": "$1.group_id", "member_ids": "$0.id"}),
            ("group.get", {"id": "$1.group_id"}),
            ("account.create", owner),
            ("account.get", {"account_id": "$4.id"}),
            ("user.updatePassword", {"id": "$0.id", "password": "An0ther-0ne"}),
            ("user.schedulers", {"id": "$0.id"}),
        )

        assert (answers[2]["add_count"], answers[3]["total_members"]) == (1, 1)
        assert answers[5]["owner_email"] == "o@example.net"
        assert answers[6]["id"] == answers[0]["id"]
        assert answers[7]["total_records"] == 0


class TestPyPI:
    def test_a_user(self, pypi):
        made = pypi.user.cust_create(email="host@example.com", type=1).json()
        invited = pypi.user.create(email="new@example.com", type=1).json()
        pypi.user.update(id=made["id"], first_name="Ada")
        got = pypi.user.get(id=made["id"]).json()
        found = pypi.user.get_by_email(email="host@example.com", login_type=99).json()

        assert (got["first_name"], found["id"]) == ("Ada", made["id"])
        assert pypi.user.list(page_size=1).json()["page_count"] == 2
        assert [each["id"] for each in pypi.user.pending().json()["users"]] == [invited["id"]]
        assert pypi.user.delete(id=made["id"]).json()["id"] == made["id"]
        assert pypi.user.get(id=made["id"]).json()["error"]["code"] == 1001
        assert pypi.user.create(email="NEW@example.com", type=1).json()["error"]["code"] == 1005

    def test_a_meeting(self, pypi, talk):
        host = talk.api("user/autocreate", **HOST)["id"]
        start = datetime(2031, 5, 1, 12)
        made = pypi.meeting.create(host_id=host, topic="T", type=2, start_time=start).json()
        named = {"id": made["id"], "host_id": host}
        pypi.meeting.update(**named, type=2, topic="New")
        got = pypi.meeting.get(**named).json()

        assert made["start_time"] == got["start_time"] == "2031-05-01T12:00:00Z"
        assert (got["id"], got["topic"]) == (str(made["id"]), "New")
        assert pypi.meeting.list(host_id=host).json()["total_records"] == 1
        talk.control(f"POST state/meeting/{made['id']}/start", {"tenant": KEY})
        assert "ended_at" in pypi.meeting.end(**named).json()
        assert pypi.meeting.delete(**named).json()["error"]["code"] == 3007

    def test_a_webinar_with_registration(self, pypi, talk):
        host = talk.api("user/autocreate", **HOST)["id"]
        made = pypi.webinar.create(host_id=host, topic="W", type=5, approval_type=0).json()
        ticket = pypi.webinar.register(id=made["id"], **GUEST).json()
        named = {"id": made["id"], "host_id": host}

        assert ticket["join_url"].startswith("https://")
        upcoming = pypi.webinar.upcoming(host_id=host).json()["webinars"]
        assert [each["id"] for each in upcoming] == [made["id"]]
        assert pypi.webinar.list(host_id=host).json()["webinars"] == []
        assert pypi.webinar.delete(**named).json()["id"] == str(made["id"])
        assert pypi.webinar.get(**named).json()["error"]["code"] == 3001

    def test_recordings_and_reports(self, pypi, talk):
        host = talk.api("user/autocreate", **HOST)["id"]
        talk.control("POST clock", {"set": "2031-05-01T12:00:00Z", "running": False})
        id = pypi.meeting.create(host_id=host, topic="T", type=2).json()["id"]
        for each in ("start", "record", "end"):
            talk.control(f"POST state/meeting/{id}/{each}", {"tenant": KEY})
        period = {"start_time": datetime(2031, 5, 1), "end_time": datetime(2031, 5, 2)}
        report = pypi.report.get_account_report(**period).json()

        assert pypi.recording.get(meeting_id=id).json()["meeting_number"] == id
        assert pypi.recording.list(host_id=host).json()["total_records"] == 1
        assert report["total_meetings"] == 1
        assert len(pypi.report.get_daily_report(month=5, year=2031).json()["dates"]) == 31
        assert pypi.recording.delete(meeting_id=id).json()["id"] == str(id)
