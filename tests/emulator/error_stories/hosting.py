"""Of meetings and webinars."""

from tests.emulator.error_stories.telling import SERIES, hosted, provokes


@provokes(404, "meeting/register")
def a_meeting_without_registration(account, path):
    return account.register("meeting", account.meeting(account.user()))


@provokes(3000, "webinar/register")
def a_webinar_without_registration(account, path):
    return account.register("webinar", account.webinar(account.speaker()))


@provokes(3000, "meeting/delete", "webinar/delete")
def a_date_is_deleted_twice(account, path):
    kind = path.split("/")[0]
    host, id = hosted(account, path, type=8 if kind == "meeting" else 9, **SERIES)
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
    host, id = hosted(account, path)
    kind = path.split("/")[0]
    account(f"{kind}/delete", id=id, host_id=host)
    more = {"type": 2} if path == "meeting/update" else {}
    return account(path, id=id, host_id=host, **more)


@provokes(3001, "meeting/get", "webinar/get", "webinar/panelists")
def what_another_host_has(account, path):
    _, id = hosted(account, path)
    return account(path, id=id, host_id=account.speaker("other@example.com"))


@provokes(3001, "meeting/end", "webinar/end")
def what_never_started(account, path):
    host, id = hosted(account, path)
    return account(path, id=id, host_id=host)


@provokes(3001, "meeting/register", "webinar/register")
def registering_for_nothing(account, path):
    return account.register(path.split("/")[0], 1)


@provokes(3001, "webinar/attendees/list", "webinar/polls", "webinar/questions")
def what_is_not_over(account, path):
    host, id = hosted(account, path)
    return account(path, id=id, host_id=host)


@provokes(3001, "metrics/meetingdetail", "metrics/webinardetail", "metrics/qos")
def what_never_took_place(account, path):
    return account(path, meeting_id="1", type=2)


@provokes(3001, "metrics/sharerecorddetail")
def shared_in_nothing(account, path):
    return account(path, meeting_id="1")


@provokes(3002, "meeting/delete", "webinar/delete")
def what_is_running(account, path):
    host, id = hosted(account, path)
    account.happens(path.split("/")[0], id, "start")
    return account(path, id=id, host_id=host)


@provokes(
    3003,
    *(f"{kind}/{verb}" for kind in ("meeting", "webinar") for verb in ("update", "delete", "end")),
)
def who_is_not_the_host(account, path):
    _, id = hosted(account, path)
    more = {"type": 2} if path == "meeting/update" else {}
    return account(path, id=id, host_id=account.speaker("other@example.com"), **more)


@provokes(3007, "meeting/delete", "webinar/delete")
def what_is_over(account, path):
    host, id = hosted(account, path)
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
