"""A fast server over real sockets that answers each call with what that very call has said."""

import asyncio
import json
import threading
from collections import defaultdict
from collections.abc import Callable
from types import TracebackType
from typing import Self
from urllib.parse import parse_qs

Answering = Callable[[dict[str, str]], bytes]


def echo(said: dict[str, str]) -> bytes:
    """An animal with the name that was said."""
    return json.dumps({"id": said["name"], "name": said["name"]}).encode()


class EchoServer:
    """Answers forms; those that say a name with `slow` in it only after `go_on`."""

    def __init__(self, answering: Answering = echo) -> None:
        self.names: dict[int, list[str]] = defaultdict(list)
        """What was said on each connection."""
        self.calls = 0
        self.open = 0
        self.answering = answering
        self.slow_has_come = threading.Event()
        self._loop = asyncio.new_event_loop()
        self._released = asyncio.Event()
        self.base_url = self._loop.run_until_complete(self._listen())
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._thread.start()

    @property
    def connections(self) -> int:
        return len(self.names)

    def go_on(self) -> None:
        self._loop.call_soon_threadsafe(self._released.set)

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
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, backlog=2048)
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    async def _end(self) -> None:
        self._server.close()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        names = self.names[len(self.names)]
        self.open += 1
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
                form = parse_qs((await reader.readexactly(length)).decode())
                said = {name: values[0] for name, values in form.items()}
                self.calls += 1
                names.append(said.get("name", ""))
                if "slow" in names[-1]:
                    self.slow_has_come.set()
                    await self._released.wait()
                body = self.answering(said)
                writer.write(
                    b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                    b"Content-Length: %d\r\n\r\n%b" % (len(body), body)
                )
                await writer.drain()
        except (asyncio.IncompleteReadError, asyncio.CancelledError, ConnectionError):
            pass
        finally:
            self.open -= 1
            writer.close()
