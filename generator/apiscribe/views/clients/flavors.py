"""The two kinds of client, in words that templates place: one blocks, one awaits."""

from __future__ import annotations

from msgspec import Struct

from apiscribe import naming


class ClientFlavor(Struct, frozen=True):
    """What differs in a generated module between the two."""

    base_module: str
    """The modules of the runtime's `client` that the generated ones build on."""
    raw_module: str
    resources: str
    """The package of its resources."""
    client_module: str
    awaits: bool
    definition: str
    call: str
    save: str
    raw: str
    pool: str
    """What connections come from, and where that is imported from."""
    pool_import: str
    extra: str | None
    """The extra that it needs."""
    notes: str

    def named(self, blocking: str) -> str:
        """The class that corresponds to the class `blocking`."""
        return naming.async_class(blocking) if self.awaits else blocking


BLOCKING = ClientFlavor(
    base_module="blocking",
    raw_module="raw",
    resources="resources",
    client_module="client",
    awaits=False,
    definition="def",
    call="self._call",
    save="self._save",
    raw="raw",
    pool="PoolManager",
    pool_import="urllib3",
    extra=None,
    notes="Safe to share between threads. Use it as a context manager, or close it when done.",
)
AWAITING = ClientFlavor(
    base_module="asynchronous",
    raw_module="async_raw",
    resources="async_resources",
    client_module="async_client",
    awaits=True,
    definition="async def",
    call="await self._call",
    save="await self._save",
    raw="async_raw",
    pool="ClientSession",
    pool_import="aiohttp",
    extra="async",
    notes=(
        "For the tasks of one event loop. Use it with `async with`, or close it when done. Needs "
        "the extra `async`."
    ),
)
