"""GitHub on loopback, and both kinds of client: what one does, the other does as well."""

import asyncio
import inspect
from collections.abc import Iterator
from typing import Any

import pytest

from github_rest import AsyncGitHub, GitHub
from github_rest.stub import StubServer
from tests.examples.github.service.github import GitHub as Service


class Awaited:
    """An async client that is waited for, so that a test reads alike for both."""

    def __init__(self, inner: Any, loop: asyncio.AbstractEventLoop) -> None:
        self._inner, self._loop = inner, loop

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._inner, name)
        if not callable(found):
            return Awaited(found, self._loop)

        def call(*arguments: Any, **keywords: Any) -> Any:
            result = found(*arguments, **keywords)
            if hasattr(result, "__aiter__"):
                return iter(self._loop.run_until_complete(_all(result)))
            return self._loop.run_until_complete(result) if inspect.isawaitable(result) else result

        return call


async def _all(items: Any) -> list[Any]:
    return [item async for item in items]


@pytest.fixture
def github() -> Iterator[Service]:
    with Service() as service:
        yield service


@pytest.fixture(params=["blocking", "awaiting"])
def connect(request: pytest.FixtureRequest, github: Service) -> Iterator[Any]:
    """Makes clients of one kind; the token is octocat's if nothing else is said."""
    loop = asyncio.new_event_loop()
    made: list[Any] = []

    def connected(token: str | None = "octocat-token", **options: Any) -> Any:
        settings = {"base_url": github.api.base_url, "rate_limit": None, **options}
        kind = GitHub if request.param == "blocking" else AsyncGitHub
        client = kind(token=token, **settings)
        made.append(client)
        return client if request.param == "blocking" else Awaited(client, loop)

    yield connected
    for client in made:
        if isinstance(client, AsyncGitHub):
            loop.run_until_complete(client.close())
        else:
            client.close()
    loop.close()


@pytest.fixture
def octocat(connect: Any) -> Any:
    return connect()


@pytest.fixture
def monalisa(connect: Any) -> Any:
    return connect("monalisa-token")


@pytest.fixture
def emulator() -> Iterator[StubServer]:
    with StubServer(random_seed=1) as stub:
        yield stub


@pytest.fixture
def client(connect: Any, emulator: StubServer) -> Any:
    return connect(base_url=emulator.base_url)
