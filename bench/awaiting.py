"""One awaited call, beside what else could carry it: why the client that awaits is on aiohttp."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from functools import partial

import aiohttp
import httpx2

from bench.calling import form
from bench.measure import Row, compare, interleaved, per_call, seconds
from bench.places import CREDENTIALS, USER, operations
from bench.processes import free_port, serving
from zoom_v1 import AsyncZoomClient

_ROUNDS = 11
_AT_ONCE = 16
_OURS = "zoom_v1"
_AIOHTTP = "bare aiohttp"
_HTTPX2 = "bare httpx2"

_Call = Callable[[], Awaitable[object]]
_Close = Callable[[], Coroutine[object, object, object]]


def rows() -> Iterator[Row]:
    port = free_port()
    server = serving([sys.executable, "-m", "bench.bare_server", str(port)], port)
    with server, asyncio.Runner() as runner:
        clients = runner.run(_clients(f"http://127.0.0.1:{port}"))
        for what, count in (("one awaited call", 1), (f"{_AT_ONCE} at once", _AT_ONCE)):
            subjects = {
                name: per_call(partial(_at_once, runner, call, count))
                for name, (call, _) in clients.items()
            }
            samples = interleaved(subjects, _ROUNDS)
            yield compare(samples, f"{what}: user.get", _OURS, _AIOHTTP, seconds)
            yield compare(samples, f"{what}: user.get", _OURS, _HTTPX2, seconds)
        for _, close in clients.values():
            runner.run(close())


def _at_once(runner: asyncio.Runner, call: _Call, count: int) -> None:
    runner.run(_gather(call, count))


async def _clients(base_url: str) -> dict[str, tuple[_Call, _Close]]:
    """What makes a call, and what ends it."""
    client = AsyncZoomClient(**CREDENTIALS, base_url=base_url, rate_limit=None)
    session = aiohttp.ClientSession()
    http = httpx2.AsyncClient()
    url = base_url + operations()["user.get"][0]

    async def by_aiohttp() -> object:
        async with session.post(url, data=form(USER)) as response:
            return await response.json()

    async def by_httpx2() -> object:
        return (await http.post(url, data=form(USER))).json()

    return {
        _OURS: (lambda: client.user.get(id=USER["id"]), client.close),
        _AIOHTTP: (by_aiohttp, session.close),
        _HTTPX2: (by_httpx2, http.aclose),
    }


async def _gather(call: _Call, count: int) -> None:
    await asyncio.gather(*(call() for _ in range(count)))
