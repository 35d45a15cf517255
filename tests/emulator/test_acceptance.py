"""Stories of somebody who has the page, and distrusts the emulator."""

import pytest

from tests.emulator.asking import Account
from tests.emulator.talking import KEY, Talk
from zoom_v1.stub import StubServer

NOW = "2031-01-01T00:00:00Z"
SERIES = {
    "type": 9,
    "approval_type": 0,
    "registration_type": 2,
    "start_time": "2031-02-01T10:00:00Z",
    "recurrence": '{"type":1,"end_times":3}',
}


@pytest.fixture
def account(talk):
    talk.control("POST clock", {"set": NOW, "running": False})
    return Account(talk, KEY)


@pytest.fixture
def host(account):
    return account.speaker()


def code(answer):
    return answer["error"]["code"]


@pytest.fixture
def series(account, host):
    """A webinar on three dates: what calls name it by, and the dates."""
    named = {"id": account.webinar(host, **SERIES), "host_id": host}
    dates = [each["occurrence_id"] for each in account("webinar/get", **named)["occurrences"]]
    return named, dates


def expected(account, series):
    """Who is registered for each of the dates."""
    named, dates = series
    return [
        [
            each["email"]
            for each in account("webinar/registration", **named, occurrence_id=d)["attendees"]
        ]
        for d in dates
    ]


class TestDatesOfARegistration:
    def test_one_is_cancelled(self, account, series):
        named, dates = series
        one = account.register(
            "webinar", named["id"], "a@x.org", occurrence_ids=",".join(dates[:2])
        )
        account.register("webinar", named["id"], "b@x.org")
        cancel = {**named, "registrant_ids": one["registrant_id"]}

        account("webinar/registration/cancel", **cancel, occurrence_id=dates[0])
        assert expected(account, series) == [["b@x.org"], ["a@x.org", "b@x.org"], ["b@x.org"]]
        account("webinar/registration/cancel", **cancel, occurrence_id=dates[1])
        assert expected(account, series) == [["b@x.org"]] * 3
        assert account("webinar/registration", **named)["total_records"] == 1

    def test_a_date_that_is_not_there(self, account, series):
        named, _ = series
        one = account.register("webinar", named["id"], "a@x.org")
        for call, more in (
            ("webinar/registration", {}),
            ("webinar/registration/cancel", {"registrant_ids": one["registrant_id"]}),
        ):
            assert code(account(call, **named, occurrence_id="5", **more)) == 3000
        assert expected(account, series) == [["a@x.org"]] * 3

    def test_another_is_added(self, account, series):
        named, dates = series
        first = account.register("webinar", named["id"], "a@x.org", occurrence_ids=dates[0])
        again = account.register("webinar", named["id"], "A@x.org", occurrence_ids=dates[2])

        assert again["registrant_id"] == first["registrant_id"]
        assert expected(account, series) == [["a@x.org"], [], ["a@x.org"]]


def test_attendees_said_things_on_registering(account, host):
    named = {"id": account.webinar(host, approval_type=0), "host_id": host}
    asked = '[{"title": "Which one?", "value": "That"}]'
    account.register("webinar", named["id"], "a@x.org", country="US", custom_questions=asked)
    account.happens("webinar", named["id"], "start")
    account.happens("webinar", named["id"], "join", email="a@x.org")
    account("webinar/end", **named)
    (attendee,) = account("webinar/attendees/list", **named)["attendees"]

    assert attendee["custom_questions"] == {"Which one?": "That"}
    assert attendee["questions"] == {"country": "US"}


def test_attendees_are_who_they_said_last(account, host):
    named = {"id": account.webinar(host, approval_type=0), "host_id": host}
    first = account.register("webinar", named["id"], "a@x.org", country="US")
    ids = first["registrant_id"]
    account("webinar/registration/cancel", **named, registrant_ids=ids)
    account.register("webinar", named["id"], "a@x.org", country="DE")
    account.happens("webinar", named["id"], "start")
    account.happens("webinar", named["id"], "join", email="a@x.org")
    account("webinar/end", **named)
    (attendee,) = account("webinar/attendees/list", **named)["attendees"]

    assert attendee["questions"] == {"country": "DE"}


def test_the_end_is_told_before_the_recording(account, host):
    meeting = account.meeting(host, start_time="2031-02-01T10:00:00Z")
    account.happens("meeting", meeting, "start")
    account.happens("meeting", meeting, "record")
    live = account("metrics/meetings", type=1)["meetings"]
    told = account.happens("meeting", meeting, "end")["events"]

    assert [each["recording"] for each in live] == [1]
    assert [each["event"] for each in told] == [
        "meeting_ended",
        "recording_completed",
        "recording_content_completed",
    ]
    assert told[2]["fields"]["recording_files"][0]["file_path"]


def test_a_personal_meeting_goes_by_both_numbers(account, host):
    pmi = account("user/get", id=host)["pmi"]
    meeting = account("meeting/create", host_id=host, type=2, topic="Mine", option_use_pmi="true")
    assert meeting["id"] == pmi
    account.happens("meeting", pmi, "start")
    assert [each["id"] for each in account("meeting/live")["meetings"]] == [pmi]
    account.happens("meeting", meeting["real_id"], "end")
    assert account("meeting/live")["total_records"] == 0
    account("user/update", id=host, pmi=1112223334)
    found = account("meeting/get", id=1112223334, host_id=host)
    assert (found["real_id"], found["join_url"][-10:]) == (str(meeting["real_id"]), "1112223334")
    assert code(account("meeting/get", id=pmi, host_id=host)) == 3001


def test_a_user_goes_by_the_address(account):
    account("user/create", email="new@example.com", type=1)
    account.happens("user", "NEW@example.com", "accept")
    assert account("user/pending")["total_records"] == 0


def test_no_fixed_time_is_no_time(account, host):
    made = account(
        "meeting/create", host_id=host, type=3, topic="Often", start_time="2031-02-01T10:00:00Z"
    )
    assert made["start_time"] == ""


def test_sub_accounts_are_one_page(account):
    assert account("ma/account/list")["page_size"] == 30
    account.sub_account()
    listed = account("ma/account/list")
    assert (listed["page_size"], listed["page_count"], listed["total_records"]) == (30, 1, 1)


@pytest.mark.parametrize(
    ("call", "body", "wrong"),
    [
        (
            "webhooks",
            {"url": "ftp://x", "username": 5, "events": ["nope"], "pauses": [1, 2, 3]},
            {"url", "username", "events", "pauses"},
        ),
        ("clock", {"running": 1, "advance": 1e300}, {"running", "advance"}),
        ("snapshots", {"name": "", "more": 1}, {"name", "more"}),
        ("state/meeting/1/join", {"nmae": "Ada"}, {"tenant", "nmae"}),
    ],
)
def test_all_problems_at_once(talk, call, body, wrong):
    answered = talk.control(f"POST {call}", body, status=422)
    assert {each["at"] for each in answered["problems"]} == wrong


QUALITY = """
user: [{id: U1, email: q@example.com, type: 2}]
run:
  - {uuid: R1, number: "123456789", host_id: U1, state: past,
     start_time: 2031-01-01T10:00:00Z, end_time: 2031-01-01T11:00:00Z}
participant:
  - {id: P1, run_uuid: R1, user_id: "111"}
  - {id: P2, run_uuid: R1, user_id: "222"}
connection_sample:
"""


def test_quality_comes_in_pages(tmp_path):
    samples = [
        f"  - {{run_uuid: R1, participant_id: P1, date_time: 2031-01-01T10:{minute:02}:00Z}}"
        for minute in range(12)
    ]
    other = "  - {run_uuid: R1, participant_id: P2, date_time: 2031-01-01T10:30:00Z}"
    seed = tmp_path / "quality.yaml"
    seed.write_text(QUALITY + "\n".join([*samples, other]))

    with StubServer(seed=seed) as stub:
        talk = Talk(stub)

        def minutes(**asked):
            found = talk.api("metrics/qos", meeting_id="R1", type=2, **asked)
            return [int(each["dateTime"][14:16]) for each in found["user_qos"]]

        assert minutes(user_id="111") == list(range(10))
        assert minutes(user_id="111", page_number=2) == [10, 11]
        assert minutes(user_id="111", page_number=3, page_size=5) == [10, 11]
        assert minutes(user_id="222") == [30]
        unknown = talk.api("metrics/qos", meeting_id="R1", type=2, user_id="9")
        assert code(unknown) == 3001
