"""What tests of the emulator share: somebody who talks to it."""

import pytest

from tests.emulator.programs import program
from tests.emulator.talking import Talk


@pytest.fixture
def talk(zoom_stub):
    """Talks to an emulator without a past."""
    return Talk(zoom_stub)


@pytest.fixture(scope="module")
def process():
    with program("--random-seed", "7", "--clock", "2031-01-01T00:00:00Z") as (_, talk):
        yield talk


@pytest.fixture
def process_anew(process):
    """The same process, as it was when it began."""
    process.control("POST reset", {})
    process.control("DELETE faults")
    process.control("DELETE requests")
    process.control("DELETE webhooks")
    process.control("POST clock", {"set": "2031-01-01T00:00:00Z", "running": False})
    return process
