"""What tests of the runtime share: a scripted server, a client of it, and lines of both kinds."""

from collections.abc import Callable, Iterator

import pytest
import redis

from tests.runtime import zoo as zoos
from tests.runtime.both import KINDS, Zoo
from tests.runtime.limits.limited import free_port, redis_server
from tests.runtime.proxying import ProxyServer, tls
from tests.runtime.scripted import ScriptedServer
from tests.runtime.sending import AsyncSender, Sender


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


@pytest.fixture
def steps() -> list[str]:
    """What becomes of what is sent: the names of events."""
    return []


@pytest.fixture(params=[Sender, AsyncSender], ids=["blocks", "awaits"])
def connect(
    request: pytest.FixtureRequest, steps: list[str]
) -> Iterator[Callable[[str], Sender | AsyncSender]]:
    """Makes lines of either kind; a test that asks for it is run with both."""
    made: list[Sender | AsyncSender] = []

    def connect(base_url: str) -> Sender | AsyncSender:
        hooks = (lambda event: steps.append(type(event).__name__),)
        made.append(request.param(base_url, hooks=hooks))
        return made[-1]

    yield connect
    for line in made:
        line.close()


@pytest.fixture
def transport(
    server: ScriptedServer, connect: Callable[[str], Sender | AsyncSender]
) -> Sender | AsyncSender:
    """A line to `server`."""
    return connect(server.base_url)


@pytest.fixture(scope="session")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with redis_server(tmp_path_factory.mktemp("redis"), free_port()) as url:
        yield url


@pytest.fixture
def clean_redis(redis_url: str) -> str:
    with redis.Redis.from_url(redis_url) as client:
        client.flushall()
    return redis_url


@pytest.fixture(params=KINDS)
def zoo(request: pytest.FixtureRequest) -> Iterator[Zoo]:
    """Makes clients: in one test of each pair such that block, in the other such that await."""
    with Zoo(request.param) as zoo:
        yield zoo


@pytest.fixture(params=["http", "https"])
def either_server(request: pytest.FixtureRequest) -> Iterator[ScriptedServer]:
    with ScriptedServer(tls() if request.param == "https" else None) as server:
        yield server


@pytest.fixture
def proxy() -> Iterator[ProxyServer]:
    with ProxyServer() as proxy:
        yield proxy
