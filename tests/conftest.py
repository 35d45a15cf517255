"""What all tests share: the parts of the system that they need, and how they are run."""

import os

import hypothesis
import pytest

pytest_plugins = ["tests.system_parts", "tests.clusters", "pytester"]

# Where this machine goes through a proxy, tests do not.
for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
    del os.environ[name]

# How fast this machine is today is no property of the code.
hypothesis.settings.register_profile("unhurried", deadline=None)
if hypothesis.settings.get_current_profile_name() == "default":  # on CI, Hypothesis picks its own
    hypothesis.settings.load_profile("unhurried")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--refresh-goldens",
        action="store_true",
        help="accept what the generator makes of tests/cases, instead of comparing (make goldens)",
    )
