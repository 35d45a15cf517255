"""What tests of the emulator share: somebody who talks to it."""

import pytest

from tests.emulator.talking import Talk


@pytest.fixture
def talk(zoom_stub):
    """Talks to an emulator without a past."""
    return Talk(zoom_stub)
