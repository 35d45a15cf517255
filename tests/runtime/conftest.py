"""What tests of the runtime share: a scripted server and a client of it."""

from collections.abc import Iterator

import pytest

from tests.runtime import zoo as zoos
from tests.runtime.both import KINDS, Zoo
from tests.runtime.scripted import ScriptedServer


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    with ScriptedServer() as server:
        yield server


@pytest.fixture
def client(server: ScriptedServer) -> Iterator[zoos.ZooClient]:
    with zoos.ZooClient(
        api_key=zoos.KEY, api_secret=zoos.SECRET, base_url=server.base_url, timeout=10
    ) as client:
        yield client


@pytest.fixture(params=KINDS)
def zoo(request: pytest.FixtureRequest) -> Iterator[Zoo]:
    """Makes clients: in one test of each pair such that block, in the other such that await."""
    with Zoo(request.param) as zoo:
        yield zoo
