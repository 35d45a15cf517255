"""Sends bodies that are read while they are sent, for the client that awaits."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

from ..errors import Interrupted
from .sending import extend
from .uploading import interrupting, told_of

if TYPE_CHECKING:
    from concurrent.futures import Future

    from ..encoding.streamed import Streamed
    from .sending import Call

T = TypeVar("T")


async def begun(body: Streamed) -> Streamed:
    """The body at its beginning, with its first piece read.

    Raises:
        Interrupted: a file cannot be read, or is not as documented.
    """
    await elsewhere(body, body.begin)
    return body


class Uploading:
    """What it sends. Other tasks run while a file is read."""

    def __init__(self, body: Streamed, call: Call) -> None:
        self.interrupted: Interrupted | None = None
        """What has failed, which whoever sends would take for a fault of the connection."""
        self._body = body
        self._call = call
        self._sent = b""

    def __aiter__(self) -> Uploading:
        return self

    async def __anext__(self) -> bytes:
        body = self._body
        try:
            if self._sent:
                interrupting(body, lambda: body.told(self._sent))
            hold(self._call)
            self._sent = await elsewhere(body, body.read)
        except Interrupted as error:
            self.interrupted = error
            raise
        finally:
            extend(self._call)
        if not self._sent:
            raise StopAsyncIteration
        return self._sent


def hold(call: Call) -> None:
    """Have the time stand still until there is another piece."""
    if call.limit is not None and not call.limit.expired():
        call.limit.reschedule(None)


async def elsewhere(body: Streamed, function: Callable[[], T]) -> T:
    """What `function` reads of a file: in a thread, which is not waited for if nobody waits for it.

    Raises:
        Interrupted: it has failed.
    """
    if body.is_at_hand:
        return interrupting(body, function)
    from concurrent.futures import Future

    answer: Future[T] = Future()
    answer.set_running_or_notify_cancel()
    Thread(target=_run, args=(function, answer), daemon=True).start()
    try:
        return await asyncio.wrap_future(answer)
    except Exception as error:  # noqa: BLE001 - handed on to whoever gave the file
        raise told_of(body, error) from None


def _run(function: Callable[[], T], answer: Future[T]) -> None:
    try:
        answer.set_result(function())
    except BaseException as error:  # noqa: BLE001 - raised where it is waited for
        answer.set_exception(error)
