"""The page for people, in a real browser."""

from github_rest.stub import StubServer as OtherStub
from tests.browser.conftest import looked_at
from tests.browser.driving import first_of
from tests.emulator.talking import KEY
from zoom_v1.stub import StubServer

HOSTILE = "<img src=x onerror=alert(1)>"
DEMO = "demo-api-key"


def test_an_operation_is_filled_in_and_sent(page, talk):
    page.open()
    page.credentials()
    page.fill("Find", "user create")
    page.press("user.create, create")
    page.fill("email", "ada@example.com")
    page.fill("type", "1")
    page.fill("first_name", "Ada")
    page.press("Send")

    page.sees("200 OK", ".answer")
    page.sees('"email": "ada@example.com"', ".answer")
    page.sees(" ms", ".answer")
    page.sees("--data-urlencode first_name=Ada", ".snippet")
    assert [each["email"] for each in talk.api("user/list", key=DEMO)["users"]] == [
        "ada@example.com"
    ]


def test_violations_stand_beside_their_fields(page):
    page.open("#/operations/meeting.create")
    page.credentials()
    page.fill("host_id", "h")
    page.fill("type", "8")
    page.fill("topic", "t")
    page.fill("duration", "soon")
    page.press("Send")

    page.sees("whole number", ".answer")
    wrong = page.field("duration")
    assert wrong.get_attribute("aria-invalid") == "true"
    ids = wrong.get_attribute("aria-describedby").split()
    assert "is not a whole number" in page.find(f"#{ids[-1]}").text
    page.fill("duration", "30")
    page.until(lambda: page.field("duration").get_attribute("aria-invalid") is None, "mended")


def test_a_nested_field_has_its_own_message(page):
    page.open("#/operations/meeting.create")
    page.credentials()
    page.fill("host_id", "h")
    page.fill("type", "8")
    page.fill("topic", "t")
    page.fill("repeat_interval", "often")
    page.press("Send")

    page.until(
        lambda: page.field("repeat_interval").get_attribute("aria-invalid") == "true", "a message"
    )


def test_the_journal_fills_while_it_is_watched(page, talk):
    page.open("#/journal")
    page.sees("Nothing has come yet.")
    talk.user(password="tell-nobody")

    page.press(first_of(talk))
    page.sees('"email": "ada@example.com"', ".detail")
    page.sees('"password": "***"', ".detail")
    page.sees(KEY, ".detail")
    assert "tell-nobody" not in page.chrome.page_source


def test_a_record_is_moved_on_and_its_name_is_text(page, talk):
    host = talk.user()
    number = talk.meeting(host, topic=HOSTILE)["id"]
    page.open("#/state/meeting")
    page.sees(HOSTILE, "table")
    page.press(str(number))
    page.sees(HOSTILE, ".detail pre")
    page.press("start")

    page.sees("started", ".detail")
    assert page.chrome.find_elements("css selector", "main img") == []
    assert talk.api("meeting/get", id=number, host_id=host)["status"] == 1


def test_columns_are_those_that_tell_records_apart(page, talk):
    host = talk.user()
    recurrence = '{"type": 1, "end_times": 2}'
    at = {"type": 8, "start_time": "2031-02-01T00:00:00Z", "recurrence": recurrence}
    talk.meeting(host, topic="Planning", timezone="UTC", **at)
    page.open("#/state/meeting")

    page.sees("Planning", "table")
    heads = [each.text.lower() for each in page.all("th")]
    assert heads[:2] == ["number", "status"]
    assert {"topic", "start_time", "host_id"} <= set(heads)
    assert "option_audio" not in heads


def test_a_transition_takes_arguments(page, talk):
    number = talk.meeting(talk.user())["id"]
    talk.control(f"POST state/meeting/{number}/start", {"tenant": KEY})
    page.open("#/state/meeting")
    page.press(str(number))
    page.press("join…")
    page.fill("name", HOSTILE)
    page.press("Do: join")

    page.until(
        lambda: any(
            each["user_name"] == HOSTILE
            for each in talk.control(f"GET state/participant?tenant={KEY}")["records"]
        ),
        "a participant",
    )


def test_a_fault_is_added_met_and_removed(page, talk):
    page.open("#/faults")
    page.sees("There are none")
    page.fill("operation", "user.*")
    page.fill("status", "503")
    page.press("Add the fault")

    page.sees("status: 503", "table")
    assert talk.sent("user/list")[0] == 503
    page.press("Remove fault " + page.find("tbody td").text)
    page.sees("There are none")
    assert talk.sent("user/list")[0] == 200


def test_json_is_outlined_where_it_is_typed(page):
    page.open("#/operations/webinar.create")
    page.sees("panelists")
    assert page.field("panelists").get_attribute("placeholder") == '[{"name":"","email":""}]'


def test_maps_are_outlined_too(chrome):
    with OtherStub() as stub:
        for page in looked_at(chrome, stub):
            page.open("#/operations/gist.create")
            page.sees("files")
            outline = page.field("files").get_attribute("placeholder")
            assert outline == '{"key":{"content":""}}'


def test_forms_of_the_control_api_have_fields_of_their_kinds(page):
    page.open("#/faults")
    assert page.field("connection").tag_name == "select"
    assert page.field("operation").get_attribute("list")
    assert page.field("error").get_attribute("list")
    assert all("anything" not in each.text for each in page.all(".kind"))
    page.open("#/webhooks")
    page.press("Another subscription")
    page.sees("meeting_started", ".boxes")
    assert page.field("pauses").tag_name == "textarea"


def test_what_the_control_api_refuses_stands_beside_its_field(page):
    page.open("#/faults")
    page.fill("operation", "usr.create")
    page.fill("times", "0")
    page.press("Add the fault")

    page.sees("is less than 1")
    assert page.field("times").get_attribute("aria-invalid") == "true"


def test_the_clock_is_set_moved_on_and_let_run(page, talk):
    page.open("#/clock")
    page.sees("2031-01-01 00:00:00 UTC stopped")
    page.press("+ 1 day")
    page.sees("2031-01-02 00:00:00")
    page.fill("set", "2040-02-29T12:00:00Z")
    page.press("Set the clock")
    page.sees("2040-02-29 12:00:00")
    page.press("Let it run")
    page.sees("running")

    assert talk.control("GET clock")["running"]


def test_events_are_subscribed_to_and_delivered_again(page, talk, hook):
    url, told = hook
    page.open("#/webhooks")
    page.press("Another subscription")
    page.fill("url", url)
    page.press("Subscribe")
    page.sees(url, "table")
    number = talk.meeting(talk.user())["id"]
    talk.control(f"POST state/meeting/{number}/start", {"tenant": KEY})

    page.sees("delivered", ".split table")
    event = next(each for each in page.all(".split tbody tr") if "meeting_started" in each.text)
    before = len(told)
    event.find_elements("css selector", "button")[-1].click()
    page.until(lambda: len(told) > before, "another delivery")


def test_coverage_tells_what_was_exercised(page, talk):
    talk.user()
    page.open("#/coverage")

    page.press("More of user.create")
    page.sees("✓ email")
    page.sees(" of 96", ".meters")


def test_snapshots_are_saved_restored_and_deleted(page, talk):
    talk.user()
    page.open("#/snapshots")
    page.fill("name", "one user")
    page.press("Save")
    page.sees("one user", "table")
    page.fill("tenant", KEY)
    page.press("Reset")
    page.named("Cancel")
    next(e for e in page.all("dialog button") if e.text == "Reset").click()
    page.sees("were removed")
    assert talk.control("GET state")["counts"]["user"] == 0
    page.press("Restore one user")
    page.until(lambda: talk.control("GET state")["counts"]["user"] == 1, "the user")
    page.press("Delete one user")
    page.sees("There are none.")


def test_a_token_is_asked_for_once(chrome):
    with StubServer(control_token="open") as stub:
        for page in looked_at(chrome, stub):
            page.chrome.get(stub.base_url)
            page.fill("Token", "wrong")
            page.press("Use it")
            page.sees("That is not the token.", "dialog")
            page.fill("Token", "open")
            page.press("Use it")
            page.press("Clock")
            page.sees("UTC")


def test_with_examples_alone_there_is_no_state(chrome):
    with StubServer(mode="examples") as stub:
        for page in looked_at(chrome, stub):
            page.open()
            page.sees("remembers nothing")
            names = [each.text for each in page.all("[role=tab]")]
            assert names == ["Operations", "Journal", "Faults", "Clock", "Coverage"]


def test_swagger_ui_stands_beside_it(page):
    page.open()
    page.press("Swagger UI")

    page.sees("Zoom REST API", "#swagger-ui")
    page.until(lambda: page.all(".opblock"), "operations")


def test_what_cannot_be_written_is_not_said_to_be_sent(chrome):
    with OtherStub() as stub:
        for page in looked_at(chrome, stub):
            page.open("#/operations/label.get")
            page.credentials()
            page.fill("repo", "r")
            page.press("Send")

            page.sees("This cannot be written as a request.", ".answer")
            page.sees("2 rules are broken; nothing was sent.")
            page.sees("is required")
            assert "part of a path" not in page.find("main").text
            page.fill("owner", "o")
            page.fill("name", "bug")
            page.sees("/repos/o/r/labels/bug", ".snippet")
            page.press("Send")
            page.sees("404", ".answer")
