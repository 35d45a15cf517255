"""How each error comes about through the API itself: stories told by hand from the page.

Which operation answers which code is from the page and from what is known besides it. What only the
service does (a meeting starts, time passes, an account has rules) is asked of the control API or is
there from the start, in the seed of the story's account.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from tests.emulator.asking import PASSWORD, SOLD_TO, Account

JPEG = b"\xff\xd8\xff\xe0 picture"
NOBODY = "nobody-of-this-account"
SERIES = {"start_time": "2031-01-06T17:00:00Z", "recurrence": '{"type":1,"end_times":3}'}
Tell = Callable[[Account, str], Any]


class Story(NamedTuple):
    code: int
    path: str
    """Below `/v1/`."""
    tell: Tell
    rules: str
    """Whose seed the account has: a key of `SEEDS`."""

    @property
    def name(self) -> str:
        return f"{self.code}-{self.path.replace('/', '-')}-{self.tell.__name__}"


STORIES: list[Story] = []


def provokes(code: int, *paths: str, rules: str = "none") -> Callable[[Tell], Tell]:
    """The story is told of each path."""

    def listed(tell: Tell) -> Tell:
        STORIES.extend(Story(code, path, tell, rules) for path in paths)
        return tell

    return listed


def seeds() -> Iterator[tuple[str, dict[str, Any]]]:
    """What each account of a story begins with, by its key."""
    for story in STORIES:
        yield story.name, SEEDS[story.rules]


def _rule(kind: str, value: str = "") -> dict[str, str]:
    return {"kind": kind, "value": value}


ADMIN = {"id": "admin", "email": "admin@example.com", "type": 2, "role": "admin"}
SEEDS: dict[str, dict[str, Any]] = {
    "none": {},
    "domains": {"restriction": [_rule("blocked_domain", "spam.example")]},
    "own_domains": {"restriction": [_rule("allowed_domain", "example.com")]},
    "managed": {"restriction": [_rule("managed_domain", "example.com")]},
    "no_sso": {"restriction": [_rule("no_sso_provisioning")]},
    "passwords": {
        "restriction": [
            _rule("password_length", "10"),
            *(_rule("password_needs", each) for each in ("letter", "number", "special")),
            _rule("password_needs", "both_cases"),
        ]
    },
    "admin": {"user": [ADMIN]},
    "on_premise": {
        "user": [
            {"id": "prem", "email": "p@example.com", "type": 2, "enable_webinar": True}
            | {"on_premise": True}
        ]
    },
    "no_contact": {
        "account": [
            {"id": "sub", "owner_email": "sub@example.net"}
            | {"plan_base": {"type": "monthly", "hosts": 9}}
        ]
    },
}

# The calls as such.


@provokes(
    102, "user/list", "meeting/create", "webinar/get", "ma/account/list", "report/getdailyreport"
)
def no_secret(account, path):
    _, _, body = account.talk.raw("POST", f"/v1/{path}", f"api_key={account.key}", FORM)
    return json.loads(body)


FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@provokes(300, "user/get", "meeting/get", "webinar/register", "group/create", "metrics/crc")
def a_required_argument_is_missing(account, path):
    return account(path)


@provokes(300, "chat/get")
def a_session_that_there_is_not(account, path):
    period = {"from": "2031-01-01", "to": "2031-01-02"}
    return account(path, access_token="t", session_id=NOBODY, **period)


@provokes(300, "chat/list")
def a_page_token_that_is_none(account, path):
    period = {"from": "2031-01-01", "to": "2031-01-02"}
    return account(path, access_token="t", next_page_token="x", **period)


@provokes(300, "h323/device/update", "h323/device/delete")
def a_device_that_there_is_not(account, path):
    return account(path, id=NOBODY)


@provokes(300, "metrics/zoomroomdetail")
def a_room_that_there_is_not(account, path):
    return account(path, id=NOBODY, **{"from": "2031-01-01", "to": "2031-01-02"})


@provokes(300, "report/getdailyreport")
def a_month_of_long_ago(account, path):
    return account(path, year=2019, month=1)


@provokes(300, "user/checkzpk")
def a_key_that_there_is_not(account, path):
    return account(path, zpk=NOBODY)


@provokes(300, "user/update")
def a_personal_id_of_somebody_else(account, path):
    account(path, id=account.user(), pmi=2035134243)
    return account(path, id=account.user("bob@example.com"), pmi=2035134243)


@provokes(300, "user/updatepassword")
def the_password_that_it_was(account, path):
    return account(path, id=account.user(), password=PASSWORD)


@provokes(300, "meeting/register", "webinar/register")
def a_date_that_there_is_not(account, path):
    kind = path.split("/")[0]
    host = account.speaker()
    series = {"type": 8 if kind == "meeting" else 9, **SERIES}
    asks = {"option_registration": "true"} if kind == "meeting" else {"approval_type": 0}
    id = (
        account.meeting(host, **series, **asks)
        if kind == "meeting"
        else account.webinar(host, **series, **asks)
    )
    return account.register(kind, id, occurrence_ids="1")


@provokes(300, "webinar/registration/cancel", "webinar/registrants/approve")
def a_registrant_that_there_is_not(account, path):
    host = account.speaker()
    webinar = account.webinar(host, approval_type=1)
    return account(path, id=webinar, host_id=host, registrant_ids=NOBODY)


# Users.


@provokes(120, "user/uploadpicture")
def a_picture_of_three_megabytes(account, path):
    return account.picture(account.user(), JPEG + bytes(3 * 1024 * 1024))


@provokes(200, "webinar/create", "webinar/list", "webinar/list/registration")
def webinars_of_a_host_without_them(account, path):
    return account(path, host_id=account.user(), topic="T", type=5)


@provokes(
    200, "webinar/get", "webinar/panelists", "webinar/update", "webinar/delete", "webinar/polls"
)
def webinars_are_taken_away(account, path):
    host = account.speaker()
    webinar = account.webinar(host)
    account("user/update", id=host, type=1)
    return account(path, id=webinar, host_id=host)


@provokes(200, "meeting/create")
def registration_of_a_basic_host(account, path):
    host = account.user(type=1)
    return account(path, host_id=host, topic="T", type=2, option_registration="true")


@provokes(200, "meeting/update")
def registration_later_of_a_basic_host(account, path):
    host = account.user(type=1)
    meeting = account.meeting(host)
    return account(path, id=meeting, host_id=host, type=2, option_registration="true")


@provokes(200, "user/assistant/set")
def oneself_as_assistant(account, path):
    return account(path, id=account.user(), assistant_email="Ada@example.com")


@provokes(200, "user/assistant/set")
def an_assistant_of_elsewhere(account, path):
    return account(path, id=account.user(), assistant_email="else@example.com")


@provokes(200, "user/assistant/set")
def the_same_assistant_twice(account, path):
    host = account.user()
    account.user("bob@example.com")
    account(path, id=host, assistant_email="bob@example.com")
    return account(path, host_email="ada@example.com", assistant_email="bob@example.com")


@provokes(200, "ma/account/plan/get")
def plans_of_who_has_none(account, path):
    return account(path, account_id=account.sub_account()["id"])


@provokes(1000, "user/update")
def a_user_who_is_deactivated(account, path):
    user = account.user()
    account("user/deactivate", id=user)
    return account(path, id=user, first_name="A")


@provokes(1000, "user/deactivate")
def a_user_who_is_only_invited(account, path):
    invited = account("user/create", email="new@example.com", type=1)["id"]
    return account(path, id=invited)


@provokes(1000, "meeting/create", "webinar/create")
def a_host_who_is_deactivated(account, path):
    host = account.speaker()
    account("user/deactivate", id=host)
    return account(path, host_id=host, topic="T", type=2 if path.startswith("meeting") else 5)


@provokes(
    1001,
    *("user/get", "user/update", "user/activate", "user/deactivate", "user/delete"),
    *("user/permanentdelete", "user/revoketoken", "user/assistant/delete"),
    "user/scheduleforhost/list",
)
def a_user_who_is_not_there(account, path):
    return account(path, id=NOBODY)


@provokes(1001, "user/get", "user/update", "user/activate", "user/delete")
def a_user_who_was_deleted(account, path):
    user = account.user()
    account("user/delete", id=user)
    return account(path, id=user)


@provokes(1001, "user/permanentdelete")
def a_user_who_is_gone_for_good(account, path):
    user = account.user()
    account("user/delete", id=user)
    account(path, id=user)
    return account(path, id=user)


@provokes(1001, "user/updatepassword")
def a_password_of_nobody(account, path):
    return account(path, id=NOBODY, password=PASSWORD)


@provokes(1001, "user/uploadpicture")
def a_picture_of_nobody(account, path):
    return account.picture(NOBODY, JPEG)


@provokes(1001, "user/getbyemail")
def another_way_to_log_in(account, path):
    account.user()
    return account(path, email="ada@example.com", login_type=101)


@provokes(1001, "user/assistant/set")
def an_assistant_of_nobody(account, path):
    return account(path, host_email="else@example.com", assistant_email="a@example.com")


@provokes(1001, "group/member/add", "im/group/member/add")
def a_member_who_is_not_there(account, path):
    group = account(path.replace("member/add", "create"), name="G")["group_id"]
    return account(path, id=group, member_ids=f"{account.user()},{NOBODY}")


@provokes(
    1001,
    *("meeting/create", "meeting/list", "meeting/get", "meeting/update", "meeting/delete"),
    *("meeting/end", "webinar/create", "webinar/list", "webinar/get", "webinar/update"),
    *("webinar/delete", "webinar/end", "webinar/panelists", "webinar/uuid/list"),
    *("recording/list", "mc/recording/list"),
)
def a_host_who_is_not_there(account, path):
    kind = 5 if path.startswith("webinar") else 2
    return account(path, id=1, host_id=NOBODY, topic="T", type=kind)


@provokes(1001, "report/getuserreport")
def a_report_of_nobody(account, path):
    return account(path, user_id=NOBODY, **{"from": "2031-01-01", "to": "2031-01-02"})


@provokes(1005, "user/create", "user/autocreate", "user/custcreate", "user/ssocreate")
def an_address_of_a_user(account, path):
    account.user()
    return account(path, email="ADA@Example.com", type=1, password=PASSWORD)


@provokes(1005, "user/create", "user/autocreate", "user/custcreate")
def an_address_of_the_owner_of_a_sub_account(account, path):
    account.sub_account("owner@example.net")
    return account(path, email="Owner@example.net", type=1, password=PASSWORD)


@provokes(1005, "ma/account/create")
def a_sub_account_of_a_user(account, path):
    account.user("owner@example.net")
    return account.sub_account("OWNER@example.net")


@provokes(1005, "ma/account/create")
def two_sub_accounts_of_one_owner(account, path):
    account.sub_account()
    return account.sub_account()


@provokes(1009, "user/ssocreate")
def single_sign_on_of_an_owner_elsewhere(account, path):
    account.sub_account("owner@example.net")
    return account(path, email="owner@example.net", type=1)


@provokes(1010, "user/get", "user/update", "user/activate", "user/deactivate", "user/delete")
def the_owner_of_a_sub_account(account, path):
    return account(path, id=account.sub_account()["owner_id"])


@provokes(
    1010, "meeting/create", "meeting/list", "webinar/list", "recording/list", "report/getuserreport"
)
def a_host_of_a_sub_account(account, path):
    owner = account.sub_account()["owner_id"]
    period = {"from": "2031-01-01", "to": "2031-01-02"} if path.startswith("report") else {}
    return account(path, host_id=owner, user_id=owner, topic="T", type=2, **period)


@provokes(
    1107, "user/create", "user/autocreate", "user/custcreate", "user/ssocreate", rules="domains"
)
def an_address_of_a_blocked_domain(account, path):
    return account(path, email="a@SPAM.example", type=1, password=PASSWORD)


@provokes(1107, "user/delete", rules="managed")
def who_may_not_leave(account, path):
    return account(path, id=account.user())


@provokes(1108, "user/update")
def a_host_key_of_a_basic_user(account, path):
    return account(path, id=account.user(type=1), host_key="123456")


@provokes(1109, "user/update")
def large_meetings_of_a_basic_user(account, path):
    return account(path, id=account.user(type=1), enable_large="true", large_capacity=100)


@provokes(1111, "ma/account/create")
def an_owner_whose_password_is_one_character(account, path):
    names = {"first_name": "Z", "last_name": "U"}
    return account(path, email="o@example.net", password="aaaaaaaa", **names)


@provokes(
    1116, "user/create", "user/autocreate", "user/custcreate", "user/ssocreate", rules="own_domains"
)
def an_address_of_another_domain(account, path):
    return account(path, email="a@example.org", type=1, password=PASSWORD)


@provokes(1117, "user/delete", rules="admin")
def an_admin_is_deleted(account, path):
    return account(path, id="admin")


@provokes(1117, "user/updatepassword", rules="admin")
def an_admin_gets_a_password(account, path):
    return account(path, id="admin", password=PASSWORD)


@provokes(1120, "user/delete")
def an_invitation_that_was_accepted(account, path):
    return account(path, id=account.user(), type=1)


@provokes(1122, "user/create", "user/autocreate", "user/custcreate", "user/ssocreate")
def a_basic_user_with_webinars(account, path):
    more = {"enable_webinar": "true", "password": PASSWORD}
    return account(path, email="a@example.com", type=1, **more)


@provokes(1122, "user/update")
def a_basic_user_gets_webinars(account, path):
    return account(path, id=account.user(type=1), enable_webinar="true")


@provokes(1123, "user/updatepassword")
def a_password_beside_single_sign_on(account, path):
    user = account("user/ssocreate", email="a@example.com", type=1)["id"]
    return account(path, id=user, password=PASSWORD)


def _password(code: int, password: str, rules: str = "none") -> None:
    def password_(account, path):
        return account(path, id=account.user(), password=password)

    password_.__name__ = f"the_password_{len(STORIES)}"
    provokes(code, "user/updatepassword", rules=rules)(password_)


_password(1124, "Ab1!x")
_password(1124, "Ab1!xyz", "passwords")
_password(1125, "2906!1804#77", "passwords")
_password(1126, "Wortwechsel!", "passwords")
_password(1127, "Wortwechsel7", "passwords")
_password(1128, "wortwechsel7!", "passwords")
_password(1128, "WORTWECHSEL7!", "passwords")
_password(1130, "zzzzzzzz")
_password(1131, "xx-abcdef-xx")
_password(1131, "987654!A")
_password(1136, "P@ssw0rd")


@provokes(2002, "user/ssocreate", rules="no_sso")
def single_sign_on_that_is_not_enabled(account, path):
    return account(path, email="a@example.com", type=1)


@provokes(4100, "user/update")
def the_room_name_of_somebody_else(account, path):
    account(path, id=account.user(), vanity_name="room")
    return account(path, id=account.user("bob@example.com"), vanity_name="Room")


# Sub accounts.


@provokes(2000, "ma/account/delete")
def a_sub_account_that_pays(account, path):
    return account(path, account_id=account.subscribed())


@provokes(
    2001,
    *("ma/account/get", "ma/account/update", "ma/account/delete", "ma/account/plan/get"),
    "ma/account/billing/update",
)
def a_sub_account_that_there_is_not(account, path):
    return account(path, account_id=NOBODY)


@provokes(2001, "ma/account/plan/subscribe", "ma/account/plan/add", "ma/account/plan/update")
def plans_of_a_sub_account_that_there_is_not(account, path):
    plan = {"plan": "webinar100_monthly", "type": 2, "plan_base": '{"type":"monthly","hosts":1}'}
    return account(path, account_id=NOBODY, **SOLD_TO, **plan)


@provokes(2100, "ma/account/plan/subscribe")
def a_second_subscription(account, path):
    id = account.subscribed()
    return account(path, account_id=id, **SOLD_TO, plan_base='{"type":"yearly","hosts":1}')


@provokes(2100, "ma/account/plan/add")
def a_plan_twice(account, path):
    id = account.subscribed()
    account(path, account_id=id, plan='{"type":"webinar100_monthly","hosts":2}')
    return account(path, account_id=id, plan='{"type":"webinar100_monthly","hosts":3}')


@provokes(2100, "ma/account/plan/update")
def a_plan_that_was_not_added(account, path):
    id = account.subscribed()
    return account(path, account_id=id, type=2, plan='{"type":"large100_monthly","hosts":2}')


@provokes(3201, "ma/account/billing/update")
def a_bill_of_who_has_no_plan(account, path):
    return account(path, account_id=account.sub_account()["id"], city="Zoomville")


@provokes(3211, "ma/account/billing/update", "ma/account/plan/get", rules="no_contact")
def a_bill_that_nobody_gets(account, path):
    return account(path, account_id="sub")


@provokes(3261, "ma/account/plan/add", "ma/account/plan/update")
def a_plan_without_a_base_plan(account, path):
    id = account.sub_account()["id"]
    return account(path, account_id=id, type=2, plan='{"type":"webinar100_monthly","hosts":2}')


# Meetings and webinars.


def _hosted(account: Account, path: str, **more: object) -> tuple[str, Any]:
    host = account.speaker()
    kind = path.split("/")[0]
    return host, getattr(account, kind)(host, **more)


@provokes(404, "meeting/register")
def a_meeting_without_registration(account, path):
    return account.register("meeting", account.meeting(account.user()))


@provokes(3000, "webinar/register")
def a_webinar_without_registration(account, path):
    return account.register("webinar", account.webinar(account.speaker()))


@provokes(3000, "meeting/delete", "webinar/delete")
def a_date_is_deleted_twice(account, path):
    kind = path.split("/")[0]
    host, id = _hosted(account, path, type=8 if kind == "meeting" else 9, **SERIES)
    date = account(f"{kind}/get", id=id, host_id=host)["occurrences"][1]["occurrence_id"]
    account(path, id=id, host_id=host, occurrence_id=date)
    return account(path, id=id, host_id=host, occurrence_id=date)


@provokes(
    3001,
    *("meeting/get", "meeting/update", "meeting/delete", "meeting/end"),
    *("webinar/get", "webinar/update", "webinar/delete", "webinar/end", "webinar/panelists"),
    *("webinar/registration", "webinar/registrants/list", "webinar/uuid/list"),
    *("webinar/attendees/list", "webinar/polls", "webinar/questions"),
)
def what_was_deleted(account, path):
    host, id = _hosted(account, path)
    kind = path.split("/")[0]
    account(f"{kind}/delete", id=id, host_id=host)
    more = {"type": 2} if path == "meeting/update" else {}
    return account(path, id=id, host_id=host, **more)


@provokes(3001, "meeting/get", "webinar/get", "webinar/panelists")
def what_another_host_has(account, path):
    _, id = _hosted(account, path)
    return account(path, id=id, host_id=account.speaker("other@example.com"))


@provokes(3001, "meeting/end", "webinar/end")
def what_never_started(account, path):
    host, id = _hosted(account, path)
    return account(path, id=id, host_id=host)


@provokes(3001, "meeting/register", "webinar/register")
def registering_for_nothing(account, path):
    return account.register(path.split("/")[0], 1)


@provokes(3001, "webinar/attendees/list", "webinar/polls", "webinar/questions")
def what_is_not_over(account, path):
    host, id = _hosted(account, path)
    return account(path, id=id, host_id=host)


@provokes(3001, "metrics/meetingdetail", "metrics/webinardetail", "metrics/qos")
def what_never_took_place(account, path):
    return account(path, meeting_id="1", type=2)


@provokes(3001, "metrics/sharerecorddetail")
def shared_in_nothing(account, path):
    return account(path, meeting_id="1")


@provokes(3002, "meeting/delete", "webinar/delete")
def what_is_running(account, path):
    host, id = _hosted(account, path)
    account.happens(path.split("/")[0], id, "start")
    return account(path, id=id, host_id=host)


@provokes(
    3003,
    *(f"{kind}/{verb}" for kind in ("meeting", "webinar") for verb in ("update", "delete", "end")),
)
def who_is_not_the_host(account, path):
    _, id = _hosted(account, path)
    more = {"type": 2} if path == "meeting/update" else {}
    return account(path, id=id, host_id=account.speaker("other@example.com"), **more)


@provokes(3007, "meeting/delete", "webinar/delete")
def what_is_over(account, path):
    host, id = _hosted(account, path)
    kind = path.split("/")[0]
    account.happens(kind, id, "start")
    account(f"{kind}/end", id=id, host_id=host)
    return account(path, id=id, host_id=host)


@provokes(3018, "meeting/delete")
def a_personal_meeting(account, path):
    host = account.user()
    return account(path, id=account("user/get", id=host)["pmi"], host_id=host)


@provokes(3027, "webinar/register")
def the_host_registers(account, path):
    webinar = account.webinar(account.speaker(), approval_type=0)
    return account.register("webinar", webinar, "Speaker@example.com")


DOMAINS = {"option_enforce_login": "true", "option_enforce_login_domains": "a.example;b.example"}


@provokes(3034, "webinar/register")
def a_stranger_registers_for_a_webinar(account, path):
    webinar = account.webinar(account.speaker(), approval_type=0, **DOMAINS)
    assert "join_url" in account.register("webinar", webinar, "one@B.example")
    return account.register("webinar", webinar, "two@c.example")


@provokes(3051, "meeting/register")
def a_stranger_registers_for_a_meeting(account, path):
    meeting = account.meeting(account.user(), option_registration="true", **DOMAINS)
    assert "join_url" in account.register("meeting", meeting, "one@a.example")
    return account.register("meeting", meeting, "two@c.example")


@provokes(3035, "webinar/register")
def a_seat_too_few(account, path):
    webinar = account.webinar(account.speaker(), approval_type=0)
    for number in range(100):
        answer = account.register("webinar", webinar, f"g{number}@example.org")
        assert answer["join_url"]
    return account.register("webinar", webinar)


@provokes(3035, "webinar/registrants/approve")
def an_approval_too_many(account, path):
    host = account.speaker()
    webinar = account.webinar(host, approval_type=1)
    late = account.register("webinar", webinar)["registrant_id"]
    account("webinar/update", id=webinar, host_id=host, approval_type=0)
    for number in range(100):
        account.register("webinar", webinar, f"g{number}@example.org")
    return account(path, id=webinar, host_id=host, registrant_ids=late)


@provokes(3038, "webinar/register")
def a_webinar_that_is_over(account, path):
    host = account.speaker()
    webinar = account.webinar(host, approval_type=0)
    account.happens("webinar", webinar, "start")
    account("webinar/end", id=webinar, host_id=host)
    return account.register("webinar", webinar)


@provokes(3038, "webinar/register")
def the_day_after_a_webinar_that_closes(account, path):
    starts = {"start_time": "2030-12-31T10:00:00Z"}
    closing = account.webinar(
        account.speaker(), approval_type=0, option_close_registration="true", **starts
    )
    open_ = account.webinar(account.speaker("b@example.com"), approval_type=0, **starts)
    assert "join_url" in account.register("webinar", open_)
    return account.register("webinar", closing)


@provokes(3063, "meeting/end", "webinar/end", rules="on_premise")
def a_host_with_servers_of_their_own(account, path):
    kind = path.split("/")[0]
    id = getattr(account, kind)("prem")
    account.happens(kind, id, "start")
    return account(path, id=id, host_id="prem")


# Recordings, devices, groups.


@provokes(3301, "recording/get", "recording/delete")
def a_recording_that_there_is_not(account, path):
    return account(path, meeting_id=account.meeting(account.user()))


@provokes(3301, "recording/delete")
def a_file_that_there_is_not(account, path):
    host, id = _hosted(account, "meeting")
    for each in ("start", "record"):
        account.happens("meeting", id, each)
    account("meeting/end", id=id, host_id=host)
    return account(path, meeting_id=id, file_id=NOBODY)


@provokes(3303, "recording/delete")
def a_recording_that_goes_on(account, path):
    id = account.meeting(account.user())
    for each in ("start", "record"):
        account.happens("meeting", id, each)
    return account(path, meeting_id=id)


@provokes(2020, "h323/device/create")
def a_device_of_one_name(account, path):
    account(path, name="Room", ip="192.0.2.1")
    return account(path, name="ROOM", ip="192.0.2.2")


@provokes(2020, "h323/device/update")
def a_device_is_called_as_another(account, path):
    account("h323/device/create", name="Room", ip="192.0.2.1")
    second = account("h323/device/create", name="Hall", ip="192.0.2.2")["id"]
    return account(path, id=second, name="room")


@provokes(
    4130,
    *(
        f"{kind}/{verb}"
        for kind in ("group", "im/group")
        for verb in ("get", "edit", "delete", "member/list", "member/add", "member/delete")
    ),
)
def a_group_that_there_is_not(account, path):
    return account(path, id=NOBODY, name="G", member_ids=NOBODY)


@provokes(
    4130, "user/create", "user/autocreate", "user/custcreate", "user/ssocreate", "user/update"
)
def a_group_of_a_user_that_there_is_not(account, path):
    id = account.user()
    who = {"email": "b@example.com", "type": 1, "password": PASSWORD}
    return account(path, **({"id": id} if path == "user/update" else who), group_id=NOBODY)


@provokes(4132, "group/create", "im/group/create")
def a_group_of_one_name(account, path):
    account(path, name="Staff")
    return account(path, name="STAFF")


@provokes(4132, "group/edit", "im/group/edit")
def a_group_is_called_as_another(account, path):
    create = path.replace("edit", "create")
    account(create, name="Staff")
    return account(path, id=account(create, name="Guests")["group_id"], name="staff")


UNPROVOKED = {
    403: "told by the clock: `test_control_limits` and `rate_limits_are_told`",
    1135: "the page knows no clusters: an account has all of its users",
    2010: "whatever is no plan of the page's lists is no right argument, 300",
    2024: "telephony of accounts and users has no operation on the page",
    2201: "webhooks have no operation on the page",
    2202: "webhooks have no operation on the page",
    3037: "personal audio conferences have no operation on the page",
}
"""Codes that nothing of the API brings about, and why."""
