"""A server over real sockets that takes bodies of any size and keeps what they amount to."""

import asyncio
import hashlib
import threading
from collections.abc import AsyncIterator
from types import TracebackType
from typing import NamedTuple, Self

_PIECE = 64 * 1024


class Counted(NamedTuple):
    headers: dict[str, str]
    size: int
    digest: str


class CountingServer:
    """Answers each request with an empty object when all of it has come."""

    def __init__(self) -> None:
        self.received: list[Counted] = []
        self._loop = asyncio.new_event_loop()
        self.base_url = self._loop.run_until_complete(self._listen())
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    async def _listen(self) -> str:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    async def _end(self) -> None:
        self._server.close()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                lines = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")[1:-2]
                headers = {name.lower(): value for name, value in (x.split(": ", 1) for x in lines)}
                size, digest = 0, hashlib.sha256()
                async for piece in _body(reader, headers):
                    size += len(piece)
                    digest.update(piece)
                self.received.append(Counted(headers, size, digest.hexdigest()))
                writer.write(
                    b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                    b"Content-Length: 2\r\n\r\n{}"
                )
                await writer.drain()
        except (asyncio.IncompleteReadError, asyncio.CancelledError, ConnectionError):
            pass
        finally:
            writer.close()


async def _body(reader: asyncio.StreamReader, headers: dict[str, str]) -> AsyncIterator[bytes]:
    if headers.get("transfer-encoding") != "chunked":
        async for piece in _exactly(reader, int(headers.get("content-length", 0))):
            yield piece
        return
    while size := int(await reader.readline(), 16):
        async for piece in _exactly(reader, size):
            yield piece
        await reader.readline()
    await reader.readline()


async def _exactly(reader: asyncio.StreamReader, size: int) -> AsyncIterator[bytes]:
    while size:
        piece = await reader.read(min(size, _PIECE))
        if not piece:
            raise asyncio.IncompleteReadError(b"", size)
        size -= len(piece)
        yield piece
