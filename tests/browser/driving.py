"""How tests drive the page: a Chromium that a person's hands and eyes could replace."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from selenium.webdriver import Chrome
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

from tests.emulator.talking import Talk
from tests.system_parts import NODE_PACKAGES

# In the browser, as each step of a driver's own is a request to it.
_SHOWN = """
return [...document.querySelectorAll(arguments[0])]
  .filter((each) => each.checkVisibility());"""
_NAMED = """
return [...document.querySelectorAll('button, a, summary, [role=tab]')].find((each) =>
  each.checkVisibility() && (each.ariaLabel ?? each.textContent).trim() === arguments[0]);"""
_LABELLED = """
return [...document.querySelectorAll('input, select, textarea')].find((each) =>
  each.checkVisibility()
  && [...each.labels].some((label) => label.textContent.split(' ')[0] === arguments[0]));"""
_SEES = """
return [...document.querySelectorAll(arguments[0])].some((each) =>
  each.checkVisibility() && each.innerText.includes(arguments[1]));"""

_ON = """
const on = document.activeElement;
const name = on.ariaLabel ?? on.labels?.[0]?.textContent ?? on.textContent;
return [name.trim(), getComputedStyle(on).outlineStyle];"""

AXE = NODE_PACKAGES / "axe-core" / "axe.min.js"
PATIENCE = 10


class Seen:
    """A page of a stub, as somebody sees and uses it."""

    def __init__(self, chrome: Chrome, base_url: str) -> None:
        self.chrome = chrome
        self.base_url = base_url
        chrome.get_log("performance")  # what is in it is of another test
        chrome.get("about:blank")

    # Looking

    def open(self, address: str = "") -> None:
        self.chrome.get(f"{self.base_url}/{address}")
        self.find("[role=tab]")

    def find(self, selector: str) -> Any:
        """The first element that is shown, as soon as one is."""
        return self.until(lambda: next(iter(self.all(selector)), None), selector)

    def all(self, selector: str) -> list[Any]:
        """The elements that are shown."""
        return list(self.chrome.execute_script(_SHOWN, selector))

    def named(self, name: str) -> Any:
        """What can be pressed and is called so."""
        return self.until(lambda: self.chrome.execute_script(_NAMED, name), name)

    def field(self, name: str) -> Any:
        """The control whose label begins with this word."""
        return self.until(lambda: self.chrome.execute_script(_LABELLED, name), f"field {name}")

    def sees(self, text: str, selector: str = "main") -> None:
        """Fails if a text does not appear."""
        self.until(lambda: self.chrome.execute_script(_SEES, selector, text), text)

    def until(self, holds: Any, what: str) -> Any:
        def tried(_: object) -> Any:
            try:
                return holds()
            except Exception as gone:
                if type(gone).__name__ == "StaleElementReferenceException":
                    return None
                raise

        return WebDriverWait(self.chrome, PATIENCE, 0.02).until(
            tried, f"{what!r} is not seen in {self.chrome.current_url}"
        )

    @property
    def focused(self) -> Any:
        return self.chrome.switch_to.active_element

    # Doing

    def press(self, name: str) -> None:
        self._click(self.named(name))

    def _click(self, element: Any) -> None:
        # The driver scrolls no further than to what stands below the top of the page.
        self.chrome.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
        element.click()

    def fill(self, name: str, text: str) -> None:
        """Fill a field in; again, if it is drawn anew meanwhile."""
        self.until(lambda: self._filled(name, text), f"field {name}")

    def _filled(self, name: str, text: str) -> bool:
        field = self.field(name)
        if field.tag_name == "select":
            select = Select(field)
            shown = [each.text for each in select.options]
            select.select_by_index(next(i for i, t in enumerate(shown) if t.startswith(text)))
        else:
            field.clear()
            field.send_keys(text)
        return True

    def credentials(self) -> None:
        self.press("Credentials")
        self.press("Fill in any")
        self.press("Use these")
        self.named("Credentials ✓")

    def keys(self, *keys: str) -> None:
        ActionChains(self.chrome).send_keys(*keys).perform()

    def with_control(self, key: str) -> None:
        chain = ActionChains(self.chrome).key_down(Keys.CONTROL)
        chain.send_keys(key).key_up(Keys.CONTROL).perform()

    def tab_to(self, name: str, most: int = 150) -> Any:
        """Press Tab until something of this name has the focus, and shows it."""
        for _ in range(most):
            self.keys(Keys.TAB)
            called, outline = self.chrome.execute_script(_ON)
            if called.startswith(name):
                assert outline != "none", name
                return self.focused
        raise AssertionError(f"Tab does not lead to {name!r}")

    def keyed(self, name: str) -> None:
        """Reach something by Tab alone, and press it."""
        self.tab_to(name)
        self.keys(Keys.ENTER)

    def is_on(self, name: str) -> None:
        """Fails if what is called so does not have the focus."""
        self.until(lambda: self.focused.accessible_name.startswith(name), "the focus on " + name)

    def is_somewhere(self) -> None:
        """Fails if nothing has the focus, so that Tab begins at the top of the page again."""
        self.until(lambda: self.focused.tag_name not in ("body", "html"), "a focus")

    # Settings of the person's, and what the browser did

    def prefers(self, scheme: str) -> None:
        features = [
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]
        self.chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})

    def sized(self, width: int, height: int) -> None:
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 800}
        self.chrome.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)

    def flaws(self) -> list[str]:
        """What axe-core finds wrong: rule, and the first place."""
        if not self.chrome.execute_script("return 'axe' in window"):
            # As the driver's own code, which the page's policy does not concern.
            self.chrome.execute_cdp_cmd(
                "Runtime.evaluate", {"expression": Path(AXE).read_text(encoding="utf-8")}
            )
        found = self.chrome.execute_async_script(
            "const done = arguments[arguments.length - 1];"
            "axe.run(document, {resultTypes: ['violations']}).then((all) => done(all.violations));"
        )
        return [
            f"{each['id']}: {node['html'][:200]} {node['failureSummary']}"
            for each in found
            for node in each["nodes"][:3]
        ]

    def origins(self) -> set[str]:
        """Where the browser sent requests to since the test began."""
        found = set()
        for entry in self.chrome.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                parts = urlsplit(message["params"]["request"]["url"])
                # Its own pages, such as the one that it starts with, come from within.
                if parts.scheme not in ("about", "blob", "chrome", "data"):
                    found.add(f"{parts.scheme}://{parts.netloc}")
        return found

    def complaints(self) -> list[str]:
        """Errors in the browser's console, without those about refusals, which tests provoke."""
        found = [each["message"] for each in self.chrome.get_log("browser")]
        return [each for each in found if "responded with a status of 4" not in each]


def first_of(talk: Talk) -> str:
    """What the journal calls the first request that is in it."""
    first = talk.control("GET requests")["requests"][0]
    return f"{first['id']} {first['operation']}"
