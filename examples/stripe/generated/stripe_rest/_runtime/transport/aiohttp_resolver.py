"""Looks up names for aiohttp."""

from __future__ import annotations

import asyncio
import socket

from aiohttp.abc import AbstractResolver, ResolveResult

from .names import forget, look_up

_NUMERIC = socket.NI_NUMERICHOST | socket.NI_NUMERICSERV


class Resolver(AbstractResolver):
    """Asks in a thread that is not waited for: asyncio's own would be, when the loop ends."""

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        answer = look_up(host, port)
        try:
            found = await asyncio.wrap_future(answer)
        except asyncio.CancelledError:
            forget(host, port, answer)
            raise
        return [
            ResolveResult(
                hostname=host,
                host=socket.getnameinfo(address, _NUMERIC)[0],
                port=port,
                family=kind,
                proto=protocol,
                flags=socket.AI_NUMERICHOST | socket.AI_NUMERICSERV,
            )
            for kind, _, protocol, _, address in found
            if family in (socket.AF_UNSPEC, kind)
        ]

    async def close(self) -> None:
        """Nothing: whoever is still asked is asked in vain."""
