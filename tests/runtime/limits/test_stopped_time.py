"""Test suites stop the time: calls wait all the same, and no count is wrong afterwards."""

import subprocess
import sys

import pytest

from tests.runtime.limits.limited import ROOT

WAYS = [(by, loaded) for by in ("freezegun", "time_machine") for loaded in ("before", "meanwhile")]


@pytest.fixture(scope="module")
def programs(tmp_path_factory):
    """All at once, for they mostly wait."""
    started = {}
    for by, loaded in WAYS:
        file = tmp_path_factory.mktemp("limits") / "limits.db"
        program = [sys.executable, "-m", "tests.runtime.limits.stopped_time"]
        started[by, loaded] = subprocess.Popen(
            [*program, by, loaded, f"sqlite:///{file}"],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
    yield started
    for each in started.values():
        each.kill()
        each.communicate()


@pytest.mark.parametrize(("by", "loaded"), WAYS)
def test_limits_are_kept_by_a_clock_that_does_not_stop(programs, by, loaded):
    said, _ = programs[by, loaded].communicate(timeout=60)

    assert said.splitlines() == [
        "blocks while it is stopped for a minute",
        "awaits while it is stopped for a minute",
        "blocks afterwards for a minute",
        "awaits afterwards for a minute",
    ]
