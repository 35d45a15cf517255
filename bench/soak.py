"""Whether a server's memory stays what it was: `python -m bench.soak [REQUESTS [OPTION ...]]`.

Requests are 500,000 if nothing else is said; options are the stub's, such as `--mode examples`.

64 connections send requests that change no state for good: a user is read, listed, changed and
asked for in vain, with a new path and namespace now and then. Prints the memory of the server as
it goes on; exit 1 if it has grown after the warm-up by more than 8 MB.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

from bench.places import CREDENTIALS, PYTHON
from bench.processes import free_port, memory, serving

CONNECTIONS = 64
GROWTH = 8_000_000
"""Bytes: what allocators take for themselves, and keep."""
_PARTS = 10


def bodies(turn: int, user: str) -> tuple[str, dict[str, object]]:
    """The path and the arguments of a request."""
    email = {"email": f"nobody-{turn}@example.com"}
    asked: list[tuple[str, dict[str, object]]] = [
        ("/v1/user/get", {"id": user}),
        ("/v1/user/list", {"page_size": 30}),
        ("/v1/user/update", {"id": user, "type": 1, "first_name": f"n{turn % 100}"}),
        ("/v1/user/getbyemail", {**email, "login_type": 100}),
        ("/v1/user/get", {"id": f"nobody-{turn}", f"unknown_{turn}": turn}),
        (f"/v1/no-such-path/{turn}", {}),
    ]
    return asked[turn % len(asked)]


async def drive(port: int, requests: int, begin: int, user: str) -> None:
    """Send so many requests over all connections."""
    turns = iter(range(begin, begin + requests))
    await asyncio.gather(*(_work(port, turns, user) for _ in range(CONNECTIONS)))


async def ask(port: int, path: str, arguments: dict[str, object]) -> bytes:
    """The body of one answer."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    found = await _ask(reader, writer, path, arguments)
    writer.close()
    return found


async def _work(port: int, turns: Iterator[int], user: str) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for turn in turns:
        await _ask(reader, writer, *bodies(turn, user))
    writer.close()


async def _ask(
    reader: asyncio.StreamReader,
    writer: asyncio.StreamWriter,
    path: str,
    arguments: dict[str, object],
) -> bytes:
    body = urlencode({**CREDENTIALS, **arguments}).encode()
    head = (
        f"POST {path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: {len(body)}\r\n"
        "content-type: application/x-www-form-urlencoded\r\n\r\n"
    )
    writer.write(head.encode() + body)
    told = (await reader.readuntil(b"\r\n\r\n")).lower()
    return await reader.readexactly(int(told.split(b"content-length:")[1].split()[0]))


def main(requests: str = "500000", *options: str) -> int:
    port, part = free_port(), int(requests) // _PARTS
    command: list[str | Path] = [PYTHON, "-m", "zoom_v1.stub", "--port", str(port), *options]
    with serving(command, port) as process:
        made = asyncio.run(ask(port, "/v1/user/create", {"email": "a@example.com", "type": 1}))
        user = json.loads(made)["id"]
        sizes = []
        for number in range(_PARTS):
            asyncio.run(drive(port, part, number * part, user))
            sizes.append(memory(process))
            print(f"{(number + 1) * part:>9,} requests: {sizes[-1] / 1e6:.1f} MB", flush=True)
    return 1 if sizes[-1] - sizes[0] > GROWTH else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
