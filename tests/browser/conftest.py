"""What tests of the page share: a Chromium, a stub without a past, and the page of it."""

import http.server
import threading

import pytest
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

from tests.browser.driving import Seen
from tests.emulator.talking import Talk
from zoom_v1.stub import StubServer


@pytest.fixture(scope="session")
def chrome(needs, tmp_path_factory):
    options = ChromeOptions()
    options.binary_location = str(needs("chromium"))
    for switch in (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        f"--user-data-dir={tmp_path_factory.mktemp('chromium')}",
    ):
        options.add_argument(switch)
    options.set_capability("goog:loggingPrefs", {"browser": "SEVERE", "performance": "ALL"})
    driver = Chrome(options, Service(str(needs("chromedriver"))))
    yield driver
    driver.quit()


@pytest.fixture(scope="session")
def running():
    with StubServer(mode="emulate", random_seed=1) as stub:
        yield stub


@pytest.fixture
def talk(running):
    """Talks to a stub without a past."""
    talk = Talk(running)
    talk.control("POST reset", {})
    talk.control("POST clock", {"set": "2031-01-01T00:00:00Z", "running": False})
    for each in ("faults", "requests", "webhooks"):
        talk.control(f"DELETE {each}")
    return talk


@pytest.fixture
def page(chrome, running, talk):
    """The page, by day and on a wide screen; it talks to nobody but the stub."""
    yield from looked_at(chrome, running)


def looked_at(chrome, stub):
    seen = Seen(chrome, stub.base_url)
    seen.sized(1440, 900)
    seen.prefers("light")
    yield seen
    try:
        assert seen.origins() <= {stub.base_url}
        assert seen.complaints() == []
    finally:
        chrome.get("about:blank")  # or it goes on asking a stub that has gone


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
