"""A text with an offset, as `isoformat()` writes it, is sent as the API wants it."""

import json
from urllib.parse import parse_qs

import pytest

from tests.contract.clients import KINDS
from tests.contract.planted import KEY, SECRET
from tests.runtime.scripted import ScriptedServer, answers
from zoom_v1 import InvalidArguments

# What the server answers is no matter here.
pytestmark = pytest.mark.filterwarnings("ignore:.*answered otherwise than documented")
OPTIONS = {"api_key": KEY, "api_secret": SECRET, "rate_limit": None}
MEETING = answers('{"id": 1, "host_id": "h", "topic": "t", "type": 2}')


@pytest.fixture
def server():
    with ScriptedServer() as server:
        server.will(MEETING)
        yield server


@pytest.fixture(params=KINDS)
def create(request, server):
    """Creates a meeting, and returns the form that has arrived."""

    def create(**arguments):
        request.param(
            lambda client: client.meeting.create(host_id="h", topic="t", **arguments),
            base_url=server.base_url,
            **OPTIONS,
        )
        return parse_qs(server.received[-1].body.decode())

    return create


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("2020-01-01T12:00:00+00:00", "2020-01-01T12:00:00Z"),
        ("2020-01-01T01:30:00+02:00", "2019-12-31T23:30:00Z"),
        ("2020-01-01T12:00:00.250000-00:30", "2020-01-01T12:30:00Z"),
        ("2020-01-01T12:00:00Z", "2020-01-01T12:00:00Z"),
    ],
)
def test_it_is_written_in_utc(create, given, written):
    assert create(type=2, start_time=given)["start_time"] == [written]


def test_it_is_written_in_utc_within_an_object(create):
    recurrence = {"type": 1, "repeat_interval": 1, "end_date_time": "2030-01-01T01:00:00+02:00"}

    form = create(type=8, start_time="2020-01-01T12:00:00Z", recurrence=recurrence)

    assert json.loads(form["recurrence"][0])["end_date_time"] == "2029-12-31T23:00:00Z"


@pytest.mark.parametrize(
    "given",
    [
        "2020-13-01T12:00:00+00:00",
        "2020-01-01T12:00:00+99:99",
        "0001-01-01T00:00:00+02:00",
        "2020-01-01T12:00:00",
        "2020-01-01T12:00:00+0000",
    ],
)
def test_what_is_no_moment_is_refused(server, create, given):
    with pytest.raises(InvalidArguments, match="start_time"):
        create(type=2, start_time=given)

    assert server.received == []
