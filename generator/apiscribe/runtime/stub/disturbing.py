"""Responses that come late, in part, or not at all."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import struct
from typing import Any

from .fault_rules import FaultRules, Rule
from .responses import Receive, Send, StubResponse

_GARBAGE = b"\x16\x03\x01\x00\xff\x00NOT HTTP\r\n\x80\x81\x82\r\n"
_PIECES = 16
SLOW_SECONDS = 2.0
"""How long a slow response takes that nobody said more of."""


async def disturb(
    rule: Rule, rules: FaultRules, answered: StubResponse, receive: Receive, send: Send
) -> None:
    """Send a response as a rule has it."""
    seconds = rules.seconds(rule.delay)
    if rule.connection == "slow":
        await _slowly(answered, send, seconds or SLOW_SECONDS)
        return
    if seconds:
        await asyncio.sleep(seconds)
    match rule.connection:
        case None:
            await answered.send(send)
        case "reset":
            _reset(_transport(send))
            _be_over(send)
        case "garbage":
            transport = _transport(send)
            transport.write(_GARBAGE)
            transport.close()
            _be_over(send)
        case "truncate":
            await _in_part(answered, send)
            _transport(send).close()
            _be_over(send)
        case "stall":
            await _in_part(answered, send)
            while (await receive())["type"] != "http.disconnect":
                pass


async def _slowly(answered: StubResponse, send: Send, seconds: float) -> None:
    await send(answered.start)
    content = answered.content
    step = max(1, -(-len(content) // _PIECES))
    pieces = [content[place : place + step] for place in range(0, len(content), step)]
    for piece in pieces:
        await asyncio.sleep(seconds / len(pieces))
        await send({"type": "http.response.body", "body": piece, "more_body": True})
    await send({"type": "http.response.body", "body": b""})


async def _in_part(answered: StubResponse, send: Send) -> None:
    """Send the head and half of the content; of an empty one, half of a head."""
    content = answered.content
    if not content:
        _transport(send).write(b"HTTP/1.1 200 OK\r\ncontent-le")
        return
    await send(answered.start)
    half = content[: len(content) // 2]
    await send({"type": "http.response.body", "body": half, "more_body": True})


def _reset(transport: Any) -> None:
    """End a connection as a machine does that has lost it: with a reset."""
    raw = transport.get_extra_info("socket")
    with contextlib.suppress(OSError, AttributeError):
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    transport.abort()


def _be_over(send: Send) -> None:
    """Have uvicorn miss nothing of a response that is as it was asked for."""
    send.__self__.disconnected = True  # type: ignore[attr-defined]  # as in `_transport`


def _transport(send: Send) -> Any:
    """The connection below: uvicorn's cycle of a request and its response has it."""
    return send.__self__.transport  # type: ignore[attr-defined]  # a method of the cycle
