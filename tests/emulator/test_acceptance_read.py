"""What the page prints of endpoints that only read, and of pictures and devices, by raw HTTP.

One account for all: keys are those that the page prints, in its words.
"""

import pytest

from tests.emulator.asking import Account
from tests.emulator.talking import KEY, Talk
from zoom_v1.stub import StubServer

MARCH = {"from": "2031-03-01", "to": "2031-03-31"}
ROOM = "ucc69C82Q5mTNyCRWE29Aw=="
SEED = {
    "user": [
        {"id": "ann", "email": "ann@a.example", "type": 2, "first_name": "Ann", "last_name": "A"},
        {"id": "bob", "email": "bob@a.example", "type": 1},
    ],
    "chat_session": [{"session_id": "s", "last_message_send_time": "2031-03-01T10:00:00Z"}],
    "chat_message": [
        {
            "session_id": "s",
            "message": f"m{minute:02}",
            "date_time": f"2031-03-01T09:{minute:02}:00Z",
        }
        for minute in range(31)
    ],
    "phone_call": [
        {
            "meeting_id": 2932547621,
            "duration": 2,
            "total": 0.12,
            "start_time": f"2031-03-0{day}T02:00:00Z",
        }
        for day in (2, 1)
    ]
    + [{"kind": 2, "start_time": "2031-03-31T23:59:59Z"}],
    "zoom_room": [
        {"id": ROOM, "room_name": "One", "passcode": "123", "meeting_id": "111111111"},
        {"id": "r2", "room_name": "Two"},
    ],
    "run": [
        {"uuid": "live==", "number": "111111111", "host_id": "ann", "state": "live"}
        | {"start_time": "2031-03-05T11:00:00Z"},
        {"uuid": "past==", "number": "111111111", "host_id": "bob", "state": "past"}
        | {"start_time": "2031-03-03T10:00:00Z", "end_time": "2031-03-03T10:04:00Z"},
    ],
    "participant": [
        {"id": "p1", "run_uuid": "past==", "user_id": "16778240", "user_name": "Zoomie"},
        {"id": "p2", "run_uuid": "live==", "user_name": "Grace"},
    ],
    "share": [
        {"run_uuid": "past==", "participant_id": "p1", "content": content}
        | {"start_time": f"2031-03-03T10:0{at}:00Z", "end_time": f"2031-03-03T10:0{at + 1}:00Z"}
        for content, at in (("cloud_recording", 2), ("desktop", 1))
    ],
    "im_use": [{"user_id": "bob", "day": "2031-03-02T00:00:00Z", "files_send": 3}],
    "crc_hour": [
        {"day": "2031-03-02T00:00:00Z", "hour": hour, "max_usage": 1, "total_usage": 3}
        for hour in ("07", "06")
    ],
}
PAGED = {"page_count", "page_number", "page_size", "total_records"}
MEETING = {
    *("uuid", "id", "host", "email", "user_type", "start_time", "end_time", "duration"),
    *("participants", "has_pstn", "has_voip", "has_3rd_party_audio", "has_video"),
    *("has_screen_share", "recording"),
}
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00"


@pytest.fixture(scope="module")
def account():
    with StubServer(seed=SEED, clock="2031-03-05T12:00:00Z") as stub:
        talk = Talk(stub)
        talk.control("POST clock", {"set": "2031-03-05T12:00:00Z", "running": False})
        yield Account(talk, KEY)


def code(answer):
    return answer["error"]["code"]


def test_messages_come_in_pages_by_tokens(account):
    given = {"access_token": "t", "session_id": "s", **MARCH}
    first = account("chat/get", **given)
    second = account("chat/get", **given, next_page_token=first["next_page_token"])

    assert set(first) == {
        *("session_id", "group_name", "from", "to", "page_size", "page_count"),
        *("next_page_token", "chat_messages"),
    }
    assert [len(each["chat_messages"]) for each in (first, second)] == [30, 1]
    assert second["chat_messages"][0] == {
        "message": "m30",
        "sender": "",
        "date_time": "2031-03-01T09:30:00Z",
    }
    assert (first["page_count"], second["next_page_token"]) == (2, "")
    for wrong in ({"page_size": 31}, {"session_id": "none"}, {"to": "2-17-03-10"}, {"from": ""}):
        assert code(account("chat/get", **(given | wrong))) == 300
    other = account(
        "chat/list", access_token="t", next_page_token=first["next_page_token"], **MARCH
    )
    assert code(other) == 300


def test_audio_is_reported_by_type(account):
    first, last = (
        account("report/getaudioreport", page_size=1, page_number=n, **MARCH) for n in (1, 2)
    )
    toll = account("report/getaudioreport", type=2, **MARCH)
    (call,) = first["telephony_usage"]

    assert set(first) == {*PAGED, "from", "to", "telephony_usage"}
    assert [first[each] for each in ("page_count", "total_records")] == [2, 2]
    assert (call["meeting_id"], call["end_time"], call["total"]) == (
        2932547621,
        "2031-03-01T02:02:00Z",
        0.12,
    )
    assert last["telephony_usage"][0]["start_time"] == "2031-03-02T02:00:00Z"
    assert [each["meeting_id"] for each in toll["telephony_usage"]] == [0]
    april = {"from": "2031-04-01", "to": "2031-04-30"}
    assert account("report/getaudioreport", type=2, **april)["telephony_usage"] == []
    for wrong in ({"type": 3}, {"page_size": 301}, {"page_number": 0}):
        assert code(account("report/getaudioreport", **MARCH, **wrong)) == 300


def test_rooms_tell_what_runs_and_ran_in_them(account):
    rooms = account("metrics/zoomrooms", page_size=1, page_number=2)
    busy, idle = (account("metrics/zoomroomdetail", id=id, **MARCH) for id in (ROOM, "r2"))

    assert set(rooms) == {*PAGED, "zoom_rooms"}
    assert [each["room_name"] for each in rooms["zoom_rooms"]] == ["Two"]
    assert set(busy) == {*PAGED, "from", "to", "zoom_room", "live_meeting", "past_meetings"}
    assert set(busy["zoom_room"]) == {
        *("id", "room_name", "email", "account_type", "passcode", "status", "messages"),
        "meeting_id",
    }
    live, (past,) = busy["live_meeting"], busy["past_meetings"]
    assert set(live) == set(past) == set(idle["live_meeting"]) == MEETING
    assert [live[each] for each in ("id", "host", "email", "user_type", "duration")] == [
        111111111,
        "Ann A",
        "ann@a.example",
        "Pro",
        "01:00:00",
    ]
    assert [past[each] for each in ("id", "host", "email", "user_type", "duration")] == [
        111111111,
        "",
        "bob@a.example",
        "Basic",
        "04:00",
    ]
    assert [idle["live_meeting"][each] for each in ("id", "host", "duration")] == [0, "", ""]
    assert code(account("metrics/zoomroomdetail", id="r3", **MARCH)) == 300
    assert code(account("metrics/zoomrooms", page_size=31)) == 300


def test_ports_and_messages_are_told_by_day(account):
    ports = account("metrics/crc", **{"from": "2031-03-01", "to": "2031-03-02"})
    use = account("metrics/im", **MARCH)
    none = account("metrics/im", **{"from": "2031-03-03", "to": "2031-03-31"})

    assert set(ports) == {"from", "to", "crc_ports_usage"}
    assert [
        (day["date_time"], [each["hour"] for each in day["crc_ports_hour_usage"]])
        for day in ports["crc_ports_usage"]
    ] == [("2031-03-01", []), ("2031-03-02", ["06", "07"])]
    assert [
        (each["user_name"], each["files_send"], each["files_receive"]) for each in use["users"]
    ] == [("Ann A", 0, 0), ("", 3, 0)]
    assert {each["files_send"] for each in none["users"]} == {0}
    for call in ("metrics/crc", "metrics/im"):
        assert code(account(call, **{"from": "2031-03-01"})) == 300


def test_shares_are_told_of_each_participant(account):
    found = account("metrics/sharerecorddetail", meeting_id="past==")
    live = account("metrics/sharerecorddetail", meeting_id="111111111")
    (person,) = found["participants"]

    assert set(found) == {*PAGED, "participants"}
    assert [person[each] for each in ("id", "user_id", "user_name")] == ["p1", "16778240", "Zoomie"]
    assert [each["content"] for each in person["details"]] == ["desktop", "cloud_recording"]
    assert [each["user_name"] for each in live["participants"]] == ["Grace"]
    assert code(account("metrics/sharerecorddetail", meeting_id="nobody==")) == 3001
    assert code(account("metrics/sharerecorddetail")) == 300


def test_a_picture_is_a_jpeg(account):
    assert account("user/get", id="ann")["pic_url"] == ""
    done = account.picture("ann", JPEG)
    shown = account("user/get", id="ann")["pic_url"]

    assert done == {"id": "ann", "updated_at": "2031-03-05T12:00:00Z"}
    assert shown.startswith("https://")
    assert code(account.picture("ann", b"\x89PNG\r\n\x1a\n")) == 300
    assert code(account.picture("nobody", JPEG)) == 1001
    assert code(account("user/uploadpicture", id="ann", pic_file="me.jpg")) == 300
    assert account("user/get", id="ann")["pic_url"] == shown


def test_devices_have_names_of_their_own(account):
    made = [account("h323/device/create", name=f"Room {n}", ip=f"192.0.2.{n}") for n in range(31)]
    first, second = (account("h323/device/list", page_number=n) for n in (1, 2))

    assert made[0] == {
        "id": made[0]["id"],
        "name": "Room 0",
        "ip": "192.0.2.0",
        "protocol_type": 1,
        "encryption_type": 2,
    }
    assert set(first) == {*PAGED, "devices"}
    assert [len(each["devices"]) for each in (first, second)] == [30, 1]
    assert second["devices"] == [made[30]]
    last = made[30]["id"]
    assert code(account("h323/device/update", id=last, name="room 0")) == 2020
    assert set(account("h323/device/update", id=last, protocol_type=2)) == {"id", "updated_at"}
    changed = account("h323/device/list", page_number=2)["devices"][0]
    assert [changed[each] for each in ("name", "protocol_type", "encryption_type")] == [
        "Room 30",
        2,
        2,
    ]
    assert set(account("h323/device/delete", id=last)) == {"id", "deleted_at"}
    assert account("h323/device/list", page_number=2)["devices"] == []
    for call in ("update", "delete"):
        assert code(account(f"h323/device/{call}", id=last)) == 300
    assert code(account("h323/device/create", name="Room", ip="x", encryption_type=3)) == 300
