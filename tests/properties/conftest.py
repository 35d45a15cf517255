"""One stub for all properties that are about the wire, and a client of no API in particular."""

from collections.abc import Iterator

import pytest
import urllib3

from zoom_v1.stub import StubServer


@pytest.fixture(scope="session")
def stub() -> Iterator[StubServer]:
    with StubServer(mode="examples") as stub:
        yield stub


@pytest.fixture(scope="session")
def http() -> Iterator[urllib3.PoolManager]:
    with urllib3.PoolManager(timeout=10) as http:
        yield http
