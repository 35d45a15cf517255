"""What follows from what was seeded: chats, calls, rooms, use."""

import pytest

from tests.emulator.asking import Account
from tests.emulator.taking_place import MARCH, NOW, code
from tests.emulator.talking import KEY


@pytest.fixture
def account(talk):
    talk.control("POST clock", {"set": NOW, "running": False})
    return Account(talk, KEY)


def _chat(number, day, **more):
    return {
        "session_id": f"s{number}",
        "group_name": f"g{number}",
        "participants": "ann@a.example,bob@a.example",
        "last_message_send_time": f"2031-03-{day:02}T10:00:00Z",
        **more,
    }


SEED = {
    "user": [
        {"id": "ann", "email": "ann@a.example", "type": 2, "first_name": "Ann", "last_name": "A"}
    ],
    "chat_session": [
        *(_chat(number, number + 1) for number in range(27)),
        _chat(90, 2, participants="kim@a.example"),
        _chat(91, 31),
    ],
    "chat_message": [
        {"session_id": "s0", "message": f"m{day}", "date_time": f"2031-03-{day:02}T09:00:00Z"}
        for day in (3, 1, 2)
    ],
    "phone_call": [
        {
            "kind": kind,
            "phone_number": "+1 555",
            "duration": 2,
            "start_time": "2031-03-03T10:00:00Z",
        }
        for kind in (1, 1, 2)
    ],
    "zoom_room": [{"id": "room", "room_name": "Room", "meeting_id": "222222222"}],
    "run": [
        {"uuid": "r==", "number": "222222222", "host_id": "ann", "state": "past"}
        | {"start_time": "2031-03-03T10:00:00Z", "end_time": "2031-03-03T10:04:00Z"}
    ],
    "im_use": [
        {"user_id": "ann", "day": f"2031-03-0{day}T00:00:00Z", "total_send": 10 * day}
        for day in (1, 2, 3)
    ],
    "crc_hour": [{"day": "2031-03-02T00:00:00Z", "hour": "07", "max_usage": 1, "total_usage": 3}],
}


@pytest.mark.zoom_stub(seed=SEED)
class TestSeeded:
    def chats(self, account, **more):
        return account("chat/list", access_token="t", **(MARCH | more))

    def test_chats_go_on_by_a_token(self, account):
        first = self.chats(account, page_size=20)
        second = self.chats(account, page_size=20, next_page_token=first["next_page_token"])
        ids = [each["session_id"] for page in (first, second) for each in page["chat_list"]]

        assert (len(first["chat_list"]), len(second["chat_list"])) == (20, 9)
        assert len(set(ids)) == 29
        assert second["next_page_token"] == ""

    def test_a_token_is_good_for_half_an_hour(self, account):
        token = self.chats(account, page_size=20)["next_page_token"]
        account.talk.control("POST clock", {"advance": 1799})
        assert "error" not in self.chats(account, page_size=20, next_page_token=token)
        account.talk.control("POST clock", {"advance": 2})
        assert code(self.chats(account, page_size=20, next_page_token=token)) == 300

    def test_chats_of_a_period_and_a_person(self, account):
        period = {"from": "2031-03-02", "to": "2031-03-03"}
        found = [each["session_id"] for each in self.chats(account, **period)["chat_list"]]
        of_kim = [each["session_id"] for each in self.chats(account, email="kim@")["chat_list"]]

        assert found == ["s1", "s90", "s2"]
        assert of_kim == ["s90"]

    def test_messages_are_in_order(self, account):
        period = {"from": "2031-03-01", "to": "2031-03-02"}
        found = account("chat/get", access_token="t", session_id="s0", **period)

        assert [each["message"] for each in found["chat_messages"]] == ["m1", "m2"]
        assert (found["session_id"], found["group_name"]) == ("s0", "g0")

    def test_calls_by_kind(self, account):
        found = [account("report/getaudioreport", type=type, **MARCH) for type in (1, 2)]

        assert [each["total_records"] for each in found] == [2, 1]
        assert found[0]["from"] == "2031-03-01"
        assert found[0]["telephony_usage"][0]["end_time"] == "2031-03-03T10:02:00Z"

    def test_a_room_and_what_took_place_in_it(self, account):
        (room,) = account("metrics/zoomrooms")["zoom_rooms"]
        found = account("metrics/zoomroomdetail", id="room", **MARCH)

        assert room["room_name"] == found["zoom_room"]["room_name"] == "Room"
        assert [each["duration"] for each in found["past_meetings"]] == ["04:00"]
        assert found["live_meeting"]["uuid"] == ""
        april = {"from": "2031-04-01", "to": "2031-04-30"}
        assert account("metrics/zoomroomdetail", id="room", **april)["past_meetings"] == []

    def test_messages_are_summed_over_the_days_of_a_period(self, account):
        period = {"from": "2031-03-02", "to": "2031-03-03"}
        (found,) = account("metrics/im", **period)["users"]
        assert (found["user_id"], found["user_name"], found["total_send"]) == ("ann", "Ann A", 50)

    def test_ports_hour_by_hour(self, account):
        first, second = account("metrics/crc", **{"from": "2031-03-01", "to": "2031-03-02"})[
            "crc_ports_usage"
        ]
        assert first["crc_ports_hour_usage"] == []
        assert second["crc_ports_hour_usage"] == [{"hour": "07", "max_usage": 1, "total_usage": 3}]


@pytest.mark.zoom_stub(
    clock=NOW,
    seed={
        "chat_message": [
            {"session_id": "$team", "date_time": "2031-03-02T09:00:00Z"},
            {"session_id": "$team", "date_time": "2031-03-01T09:00:00Z"},
            {"session_id": "$told", "date_time": "2031-03-02T09:00:00Z"},
        ],
        "chat_session": {
            "team": {"group_name": "team"},
            "told": {"group_name": "told", "last_message_send_time": "2031-03-05T09:00:00Z"},
            "silent": {"group_name": "silent"},
        },
    },
)
def test_a_chat_ends_with_its_last_message(talk):
    found = Account(talk, KEY)("chat/list", access_token="t", **MARCH)["chat_list"]

    assert {each["group_name"]: each["last_message_send_time"] for each in found} == {
        "team": "2031-03-02T09:00:00Z",
        "told": "2031-03-05T09:00:00Z",
        "silent": NOW,
    }


PLANNED = {"plan_base": {"type": "business_yearly", "hosts": 50}}


@pytest.mark.zoom_stub(
    seed={"account": [{"email": "o@example.org", **PLANNED}, {"email": "p@x.org"}]}
)
def test_an_account_is_what_its_plan_says(talk):
    planned, free = Account(talk, KEY)("ma/account/list")["subAccounts"]

    assert (planned["account_type"], planned["seats"]) == ("Business", 50)
    assert (free["account_type"], free["seats"]) == ("Basic", 0)
