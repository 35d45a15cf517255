"""One stub for all contract tests, and a client of it, over real sockets."""

import logging
from collections.abc import Iterator

import pytest
import urllib3

from tests.contract.page import KEY, SECRET
from zoom_v1 import ZoomClient
from zoom_v1.stub import StubServer


@pytest.fixture(scope="session")
def stub() -> Iterator[StubServer]:
    with StubServer(mode="examples") as stub:
        yield stub


@pytest.fixture(scope="session")
def client(stub: StubServer) -> Iterator[ZoomClient]:
    # Every operation is called several times, which the API would not allow in a day.
    with ZoomClient(
        api_key=KEY, api_secret=SECRET, base_url=stub.base_url, rate_limit=None
    ) as client:
        yield client


@pytest.fixture(scope="session")
def http() -> Iterator[urllib3.PoolManager]:
    """A client of no API in particular."""
    with urllib3.PoolManager(timeout=10) as http:
        yield http


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """Everything that anybody logs."""
    caplog.set_level(logging.DEBUG)
    return caplog
