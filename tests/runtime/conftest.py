"""What tests of the runtime share: a scripted server and a client of it."""

from collections.abc import Iterator

import pytest

from tests.runtime import zoo
from tests.runtime.scripted import ScriptedServer


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    with ScriptedServer() as server:
        yield server


@pytest.fixture
def client(server: ScriptedServer) -> Iterator[zoo.ZooClient]:
    with zoo.ZooClient(
        api_key=zoo.KEY, api_secret=zoo.SECRET, base_url=server.base_url, timeout=10
    ) as client:
        yield client
