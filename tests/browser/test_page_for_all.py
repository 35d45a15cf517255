"""The page for people: by keyboard, with a screen reader, on any screen."""

import pytest
from selenium.webdriver.common.keys import Keys

from tests.browser.driving import first_of
from tests.emulator.talking import KEY

HOSTILE = "<img src=x onerror=alert(1)>"
DEMO = "demo-api-key"


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
