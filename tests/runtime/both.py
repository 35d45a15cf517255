"""Both kinds of client for one test: the one that awaits is driven as if it blocked."""

import asyncio
import threading
from collections.abc import AsyncIterable, Iterator
from inspect import isawaitable
from typing import Any, Self

from apiscribe.runtime.client.async_paging import AsyncPager
from apiscribe.runtime.client.asynchronous import AsyncBaseClient, AsyncResource
from apiscribe.runtime.client.paging import Pager
from apiscribe.runtime.operation import Operation
from tests.runtime.async_zoo import AsyncAnimalResource, AsyncZooClient
from tests.runtime.zoo import KEY, SECRET, AnimalResource, ZooClient

_AWAITING = (AsyncBaseClient, AsyncIterable, AsyncResource)
KINDS = ("blocks", "awaits")


class Loop:
    """An event loop in a thread of its own."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._thread.start()

    def run(self, awaited: Any) -> Any:
        async def whole() -> Any:
            return await awaited

        return asyncio.run_coroutine_threadsafe(whole(), self._loop).result(120)

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


class Driven:
    """Something that awaits. What its methods return has been waited for."""

    def __init__(self, inner: Any, loop: Loop) -> None:
        self._inner = inner
        self._loop = loop

    def __getattr__(self, name: str) -> Any:
        return self._shown(getattr(self._inner, name))

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        return self._shown(self._inner(*arguments, **named))

    def __iter__(self) -> Iterator[Any]:
        iterator = aiter(self._inner)
        try:
            while True:
                yield self._loop.run(anext(iterator))
        except StopAsyncIteration:
            return

    def __repr__(self) -> str:
        return repr(self._inner)

    def _shown(self, value: Any) -> Any:
        if isawaitable(value):
            return self._loop.run(value)
        more = callable(value) or isinstance(value, _AWAITING)
        return Driven(value, self._loop) if more else value


class Zoo:
    """Makes clients of one kind, and closes them."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self._clients: list[Any] = []
        self._loop = Loop() if kind == "awaits" else None

    def client(self, base_url: str, **options: Any) -> Any:
        given: dict[str, Any] = {
            "api_key": KEY,
            "api_secret": SECRET,
            "base_url": base_url,
            "timeout": 10,
        }
        made: Any
        if self._loop is None:
            made = ZooClient(**given | options)
        else:
            made = Driven(AsyncZooClient(**given | options), self._loop)
        self._clients.append(made)
        return made

    def animals(self, caller: Any) -> Any:
        """The resource, with `caller` in the client's place, which need not await."""
        if self._loop is None:
            return AnimalResource(caller)
        return Driven(AsyncAnimalResource(_Late(caller)), self._loop)

    def pager(self, caller: Any, operation: Operation, page: type, items: Any) -> Any:
        if self._loop is None:
            return Pager(caller, operation, {}, None, page, items)
        return Driven(AsyncPager(_Late(caller), operation, {}, None, page, items), self._loop)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        try:
            for client in self._clients:
                client.close()
        finally:
            if self._loop is not None:
                self._loop.close()


class _Late:
    """Answers as its caller does, but not at once."""

    def __init__(self, caller: Any) -> None:
        self._caller = caller

    async def call(self, *arguments: Any) -> Any:
        await asyncio.sleep(0)
        return self._caller.call(*arguments)

    async def call_page(self, *arguments: Any) -> Any:
        await asyncio.sleep(0)
        return self._caller.call_page(*arguments)

    async def call_saving(self, *arguments: Any) -> Any:
        await asyncio.sleep(0)
        return self._caller.call_saving(*arguments)

    async def open_stream(self, *arguments: Any) -> Any:
        await asyncio.sleep(0)
        return self._caller.open_stream(*arguments)
