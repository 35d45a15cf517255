"""What all tests share: the parts of the system that they need, and how they are run."""

import os

import hypothesis
import pytest

pytest_plugins = ["tests.system_parts", "tests.clusters", "pytester"]

# Where this machine goes through a proxy, tests do not.
for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
    del os.environ[name]

# How fast this machine is today is no property of the code; nor is what is drawn by chance, but
# for whoever looks for more (`EXPLORE=1 make test`).
SAME = {} if os.environ.get("EXPLORE") else {"derandomize": True, "database": None}
hypothesis.settings.register_profile("same", deadline=None, **SAME)  # type: ignore[arg-type]
hypothesis.settings.load_profile("same")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--refresh-goldens",
        action="store_true",
        help="accept what the generator makes of tests/cases, instead of comparing (make goldens)",
    )
