"""Stripe on loopback, and both kinds of client: what one does, the other does as well."""

import asyncio
import inspect
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import urllib3

from stripe_rest import AsyncStripe, Stripe
from stripe_rest.stub import StubServer
from tests.examples.stripe.asking import Curl
from tests.examples.stripe.service.stripe import KEYS
from tests.examples.stripe.service.stripe import Stripe as Service


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
def stripe() -> Iterator[Service]:
    with Service() as service:
        yield service


@pytest.fixture(params=["blocking", "awaiting"])
def connect(request: pytest.FixtureRequest, stripe: Service) -> Iterator[Any]:
    """Makes clients of one kind; the key is the first if nothing else is said."""
    loop = asyncio.new_event_loop()
    made: list[Any] = []

    def connected(key: str = KEYS[0], **options: Any) -> Any:
        settings = {"base_url": stripe.service.base_url, "rate_limit": None, **options}
        kind = Stripe if request.param == "blocking" else AsyncStripe
        client = kind(api_key=key, **settings)
        made.append(client)
        return client if request.param == "blocking" else Awaited(client, loop)

    yield connected
    for client in made:
        if isinstance(client, AsyncStripe):
            loop.run_until_complete(client.close())
        else:
            client.close()
    loop.close()


@pytest.fixture
def client(connect: Any) -> Any:
    return connect()


@pytest.fixture
def emulator() -> Iterator[StubServer]:
    with StubServer(random_seed=1) as stub:
        stub.clock.run(False)
        stub.clock.set(datetime(2031, 1, 31, 12, tzinfo=UTC))
        yield stub


@pytest.fixture
def curl(emulator: StubServer) -> Iterator[Curl]:
    with urllib3.PoolManager() as pool:
        yield Curl(emulator.base_url, pool)


@pytest.fixture
def customer(curl: Curl) -> Any:
    return curl("POST", "customers", "name=Jenny Rosen", "email=jenny@example.com")["id"]


@pytest.fixture
def price(curl: Curl) -> Any:
    product = curl("POST", "products", "name=Gold")["id"]
    fields = ("unit_amount=1000", "currency=usd", "recurring[interval]=month")
    return curl("POST", "prices", f"product={product}", *fields)["id"]


@pytest.fixture
def subscribe(curl: Curl, customer: str, price: str) -> Callable[..., Any]:
    def subscribe(*fields: str, status: int = 200) -> Any:
        items = f"items[0][price]={price}"
        return curl("POST", "subscriptions", f"customer={customer}", items, *fields, status=status)

    return subscribe
