"""Parts that pip cannot bring: a test that needs one gets it, or is skipped, with the remedy.

    @pytest.mark.needs("chromium")         # this test is skipped without it

    @pytest.fixture(scope="session")
    def redis(needs):
        program = needs("redis-server")    # and so is every test that asks for this fixture

With REQUIRE_SYSTEM_PARTS=1 a missing part is a failure, so that a green run has tested everything.
"""

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

# Programs that came as wheels lie beside the interpreter; the machine's own go before them.
SEARCH_PATH = os.pathsep.join(
    [os.environ.get("PATH", os.defpath), str(Path(sys.executable).parent)]
)
NODE_PACKAGES = Path(__file__).parent / "node" / "node_modules"


@dataclass(frozen=True)
class SystemPart:
    """A program, under any of the names that systems give it."""

    programs: tuple[str, ...]
    remedy: str
    beside: Path | None = None
    """What the program is of no use without."""

    def find(self, search_path: str) -> Path | None:
        if self.beside and not self.beside.exists():
            return None
        found = (shutil.which(program, path=search_path) for program in self.programs)
        return next((Path(program) for program in found if program), None)


SYSTEM_PARTS = {
    "git": SystemPart(("git",), remedy="make system"),
    "curl": SystemPart(("curl",), remedy="make system"),
    "redis-server": SystemPart(("redis-server",), remedy="make system"),
    # Debian keeps the server's own programs out of the path.
    "postgres": SystemPart(
        ("postgres", *map(str, Path("/usr/lib/postgresql").glob("*/bin/postgres"))),
        remedy="make system",
    ),
    "chromium": SystemPart(("chromium", "chromium-browser", "google-chrome"), remedy="make system"),
    "chromedriver": SystemPart(("chromedriver",), remedy="make system"),
    "node": SystemPart(
        ("node",), remedy="make test, with npm's registry in reach", beside=NODE_PACKAGES
    ),
}


def need(name: str, *, search_path: str = SEARCH_PATH) -> Path:
    """The path of a part's program; without it, the running test ends here."""
    part = SYSTEM_PARTS[name]
    program = part.find(search_path)
    if program is None:
        reason = f"needs {name}: {part.remedy}"
        if os.environ.get("REQUIRE_SYSTEM_PARTS") == "1":
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)
    return program


def pytest_configure(config: pytest.Config) -> None:
    names = ", ".join(SYSTEM_PARTS)
    config.addinivalue_line("markers", f"needs(*parts): parts of the system, of {names}")


def pytest_runtest_setup(item: pytest.Item) -> None:
    for mark in item.iter_markers("needs"):
        for name in mark.args:
            need(name)


@pytest.fixture(scope="session")
def needs() -> Callable[[str], Path]:
    """Asks for a part by name, and answers with the path of its program."""
    return need
