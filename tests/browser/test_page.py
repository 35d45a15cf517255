"""The page for people, in a real browser."""

import http.server
import threading

import pytest
from selenium.webdriver.common.keys import Keys

from tests.browser.conftest import looked_at
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


@pytest.fixture
def hook():
    """An address that is told of events."""
    told: list[bytes] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            told.append(self.rfile.read(int(self.headers["content-length"])))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", told
        server.shutdown()


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


def test_the_keyboard_alone_is_enough(page, talk):
    page.open()
    page.tab_to("Skip to content")
    page.keys(Keys.ENTER)
    assert page.focused.get_attribute("id") == "main"
    page.open()
    page.tab_to("Credentials")
    page.keys(Keys.ENTER)
    page.tab_to("Fill in any")
    page.keys(Keys.ENTER)
    page.tab_to("Use these")
    page.keys(Keys.ENTER)
    page.until(lambda: page.focused.accessible_name == "Credentials ✓", "the focus back")
    page.keys(Keys.ESCAPE)
    page.chrome.execute_script("document.activeElement.blur()")
    page.keys("/")
    assert page.focused.accessible_name.startswith("Find an operation")
    page.keys("user create")
    page.tab_to("user.create, create")
    page.keys(Keys.ENTER)
    page.field("email")
    page.tab_to("email")
    page.keys("ada@example.com")
    page.tab_to("type")
    page.keys("1")
    page.with_control(Keys.ENTER)
    page.sees("200 OK", ".answer")

    page.chrome.execute_script("document.querySelector('[role=tab][aria-selected=true]').focus()")
    page.keys(Keys.ARROW_RIGHT)
    assert page.focused.accessible_name == "Journal"
    page.sees("user.create", "#panel-journal")
    page.tab_to(first_of(talk))
    page.keys(Keys.ENTER)
    page.sees('"email": "ada@example.com"', ".detail")


def test_records_and_requests_give_the_focus_back(page, talk):
    number = talk.meeting(talk.user())["id"]
    talk.control(f"POST state/meeting/{number}/start", {"tenant": KEY})
    page.open("#/operations")
    page.keyed("account.create, create")
    page.is_on("account.create")
    page.keyed("Send")
    page.sees("Answer", ".result")
    page.is_on("Send")

    page.open("#/journal")
    page.keyed(first_of(talk))
    page.is_on("Request")
    page.keyed("Close")
    page.is_on(first_of(talk))
    page.keyed("Clear")
    page.sees("Nothing has come yet.")
    page.is_somewhere()

    page.open("#/state/meeting")
    page.keyed(str(number))
    page.is_on(f"meeting {number}")
    page.keyed("end")
    page.sees("✓ end", ".detail")
    page.is_on(f"meeting {number}")
    page.keyed("Close")
    page.is_on(str(number))
    page.chrome.execute_script("document.querySelector('.columns nav a').focus()")
    first = page.focused.accessible_name.split()[0]
    talk.user("bob@example.com")
    page.sees("2", ".columns nav")
    page.is_on(first)


def test_what_is_removed_or_done_keeps_the_focus(page, talk, hook):
    url, _ = hook
    talk.control("POST webhooks", {"url": url})
    number = talk.meeting(talk.user())["id"]
    talk.control(f"POST state/meeting/{number}/start", {"tenant": KEY})
    for pattern in ("group.*", "im_group.*"):
        talk.control("POST faults", {"operation": pattern, "status": 503})

    page.open("#/faults")
    page.keyed("Remove fault")
    page.until(lambda: len(page.all("tbody tr")) == 1, "one fault")
    page.is_somewhere()
    page.keyed("Remove fault")
    page.sees("There are none")
    page.is_somewhere()
    page.tab_to("times")
    page.keys("0")
    page.keyed("Add the fault")
    page.is_on("times")

    page.open("#/webhooks")
    page.sees("delivered", ".split table")
    page.keyed("1 of ")
    page.is_on("Delivery 1")
    page.keyed("Close")
    page.is_on("1 of ")
    page.keyed("Redeliver delivery 1")
    page.sees("2, last: 204", ".split table")
    page.is_on("Redeliver delivery 1")


def test_clock_copies_and_coverage_keep_the_focus(page, talk):
    talk.user()
    page.open("#/clock")
    page.keyed("+ 1 day")
    page.sees("2031-01-02")
    page.is_on("+ 1 day")

    page.open("#/snapshots")
    page.tab_to("name")
    page.keys("mine", Keys.ENTER)
    page.sees("mine", "table")
    page.keyed("Reset")
    page.until(lambda: page.all("dialog"), "a question")
    page.keys(Keys.ESCAPE)
    page.is_on("Reset")
    assert talk.control("GET state")["counts"]["user"] == 1
    page.open("#/snapshots")
    page.keyed("Delete mine")
    page.sees("There are none.")
    page.is_somewhere()

    page.open("#/coverage")
    page.tab_to("Only what was not exercised")
    page.keys(Keys.SPACE)
    page.keyed("More of account.list")
    page.is_on("Less of account.list")


def first_of(talk):
    """What the journal calls the first request that is in it."""
    first = talk.control("GET requests")["requests"][0]
    return f"{first['id']} {first['operation']}"


PARTS = (
    "operations",
    "operations/meeting.create",
    "operations/user.upload_picture",
    "journal",
    "state/meeting",
    "faults",
    "clock",
    "webhooks",
    "coverage",
    "snapshots",
)


@pytest.mark.needs("node")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing(page, talk, scheme, width):
    number = talk.meeting(talk.user())["id"]
    talk.control("POST faults", {"operation": "group.*", "status": 503})
    page.prefers(scheme)
    page.sized(width, 900)
    found = {}
    for part in PARTS:
        page.open(f"#/{part}")
        if part.startswith("state"):
            page.press(str(number))
            page.sees("topic", ".detail pre")
        elif part == "journal":
            page.press(first_of(talk))
        elif part.startswith("operations/"):
            page.press("Send")
            page.sees("Answer", ".result")
        elif part == "faults":
            page.sees("status: 503")
        found[part] = page.flaws()
    page.press("Credentials")
    found["credentials"] = page.flaws()

    assert [f"{part}: {flaw}" for part, flaws in found.items() for flaw in flaws] == []


@pytest.mark.parametrize("width", [1440, 1000, 390, 320])
def test_nothing_is_wider_than_the_screen(page, talk, width):
    talk.meeting(talk.user(), topic="w" * 200)
    page.sized(width, 800)
    for part in PARTS:
        page.open(f"#/{part}")
        page.find(".panel:not([hidden])")
        wide = page.chrome.execute_script(
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert wide <= 0, part


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
