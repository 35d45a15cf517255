"""Uploads a large file and tells by how many bytes the process has grown meanwhile."""

import asyncio
import io
import resource
import sys
from pathlib import Path
from typing import Any

from tests.runtime.async_zoo import AsyncZooClient
from tests.runtime.zoo import KEY, PICTURE, SECRET, ZooClient

_Given = dict[str, Any]


def main(kind: str, base_url: str, path: str, how: str) -> None:
    options: _Given = {"api_key": KEY, "api_secret": SECRET, "base_url": base_url, "timeout": 60}
    small: _Given = {"id": "rex", "pic": ("a.png", b"\x89PNG")}
    with Path(path).open("rb") as file:
        # A pipe's end in place of a file has no size, and cannot be read twice.
        pic = {"path": Path(path), "file": file, "pipe": sys.stdin.buffer}[how]
        large: _Given = {"id": "rex", "pic": ("a.png", pic)}
        if kind == "blocks":
            with ZooClient(**options) as client:
                client.call(PICTURE, small, type(None))
                before = _peak()
                client.call(PICTURE, large, type(None))
        else:
            before = asyncio.run(_awaited(options, small, large))
    sys.stdout.write(str(_peak() - before))


async def _awaited(options: _Given, small: _Given, large: _Given) -> int:
    async with AsyncZooClient(**options) as client:
        await client.call(PICTURE, small, type(None))
        # So that the first thread is no growth.
        await client.call(PICTURE, {**small, "pic": io.BytesIO(b"\x89PNG")}, type(None))
        before = _peak()
        await client.call(PICTURE, large, type(None))
    return before


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


main(*sys.argv[1:])
