"""Of the calls as such, and of names that there are not."""

import json

from tests.emulator.asking import PASSWORD
from tests.emulator.error_stories.telling import NOBODY, SERIES, provokes


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


@provokes(3000, "meeting/register")
@provokes(300, "webinar/register")
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
