"""Records that a seed puts into states which no operation has led to."""

import pytest

from tests.emulator.asking import Account
from tests.emulator.taking_place import NOW
from tests.emulator.talking import KEY

SEED = {
    "user": [
        {"id": "ann", "email": "ann@a.example", "type": 2, "enable_webinar": True},
        {"id": "off", "email": "off@a.example", "type": 2, "state": "inactive"},
        {"id": "new", "email": "new@a.example", "type": 2, "state": "pending"},
    ],
    "meeting": [
        {"number": "111111111", "host_id": "ann", "topic": "T", "type": 2, "status": "started"}
        | {"start_time": "2031-03-05T11:00:00Z"}
    ],
    "webinar": [
        {"id": "222222222", "host_id": "ann", "topic": "W", "type": 5, "status": "started"}
    ],
}
pytestmark = pytest.mark.zoom_stub(seed=SEED)


@pytest.fixture
def account(talk):
    talk.control("POST clock", {"set": NOW, "running": False})
    return Account(talk, KEY)


@pytest.mark.parametrize(
    ("kind", "id", "start"),
    [("meeting", "111111111", "2031-03-05T11:00:00Z"), ("webinar", "222222222", NOW)],
)
def test_what_runs_already_goes_on_and_ends(account, kind, id, start):
    account("user/list")
    for name in ("Grace", "Alan"):
        account.happens(kind, id, "join", name=name)
    account.happens(kind, id, "record")
    account.talk.control("POST clock", {"advance": 60})
    account(f"{kind}/end", id=id, host_id="ann")
    past = account(f"metrics/{kind}detail", meeting_id=id, type=2)

    assert (past["start_time"], past["end_time"]) == (start, "2031-03-05T12:01:00Z")
    assert past["type"] == f"Past {kind.title()}"
    assert [each["user_name"] for each in past["participants"]] == ["Grace", "Alan"]
    assert account("recording/get", meeting_id=id)["recording_count"] == 1


def test_what_runs_already_ends_with_its_host(account):
    assert len(account("meeting/live")["meetings"]) == 1
    account("user/delete", id="ann")
    assert account("meeting/live")["meetings"] == []


def test_users_have_what_their_state_says(account):
    found = {
        each["id"]: (each["status"], each["verified"]) for each in account("user/list")["users"]
    }
    assert found == {"ann": (0, 1), "off": (1, 1), "new": (0, 0)}
