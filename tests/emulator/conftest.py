"""What tests of the emulator share: one that runs, and somebody who talks to it."""

import pytest

from tests.emulator.talking import Talk
from zoom_v1.stub import StubServer


@pytest.fixture(scope="session")
def running():
    with StubServer(mode="emulate", random_seed=1) as stub:
        yield stub


@pytest.fixture
def talk(running):
    """Talks to an emulator without a past."""
    talk = Talk(running)
    talk.control("POST reset", {})
    return talk
