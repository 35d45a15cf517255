"""All 96 operations again, through the client that awaits."""

import asyncio
import json
from collections.abc import Iterator

import pytest

from tests.contract.answers import differences
from tests.contract.arguments import typed_arguments
from tests.contract.page import IDS, KEY, SECRET, example
from tests.contract.test_every_operation import CALLS, WALKS, method
from zoom_v1 import AsyncZoomClient
from zoom_v1._runtime.model import unknown_fields
from zoom_v1.stub import StubServer

# Two of the page's own examples give an argument that has no effect beside another.
pytestmark = pytest.mark.filterwarnings("ignore::zoom_v1.errors.ArgumentWarning")


@pytest.fixture(scope="module")
def loop() -> Iterator[asyncio.Runner]:
    with asyncio.Runner() as runner:
        yield runner


@pytest.fixture(scope="module")
def awaiting(loop: asyncio.Runner, stub: StubServer) -> Iterator[AsyncZoomClient]:
    client = AsyncZoomClient(
        api_key=KEY, api_secret=SECRET, base_url=stub.base_url, rate_limit=None
    )
    yield client
    loop.run(client.close())


@pytest.mark.parametrize(("operation", "kind"), CALLS)
def test_an_operation_answers_what_the_page_documents(loop, awaiting, operation, kind):
    answer = loop.run(method(awaiting, operation)(**typed_arguments(operation, kind)))

    assert differences(example(operation, "response"), answer) == []
    assert unknown_fields(answer) == {}


@pytest.mark.parametrize("operation", IDS)
def test_an_operation_answers_as_it_came_on_demand(loop, awaiting, operation):
    call = method(awaiting.with_raw_response, operation)(**typed_arguments(operation, "curl"))
    raw = loop.run(call)

    documented = example(operation, "response")
    assert (raw.status, raw.headers["CONTENT-TYPE"]) == (200, "application/json")
    assert json.loads(raw.body) == documented
    assert differences(documented, raw.parsed()) == []


@pytest.mark.parametrize("operation", WALKS)
def test_a_walk_yields_what_all_pages_hold(loop, awaiting, operation):
    resource, name = operation.split(".")
    walk = method(awaiting, f"{resource}.iter_{name}")(**typed_arguments(operation, "curl"))

    async def walked() -> tuple[list[object], list[object]]:
        return [page async for page in walk.pages()], [item async for item in walk]

    pages, items = loop.run(walked())

    documented = example(operation, "response")
    (held,) = [value for value in documented.values() if isinstance(value, list)]
    assert len(pages) == documented["page_count"]
    assert differences(held * documented["page_count"], items) == []
