"""Of users."""

from tests.emulator.asking import PASSWORD
from tests.emulator.error_stories.telling import JPEG, NOBODY, STORIES, provokes


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
