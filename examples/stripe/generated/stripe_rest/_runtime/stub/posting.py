"""One request over a connection of its own, in bounded time; redirects are not followed."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

from .destinations import Destinations

_MOST = 64 * 1024


class NotAnswered(Exception):
    """No response came: why not."""


class Posted(NamedTuple):
    """What a request was answered with."""

    status: int
    headers: Mapping[str, str]
    """By names in lower case."""
    body: bytes = b""
    """What came of it, where that was asked for."""


async def post(
    url: str,
    headers: Mapping[str, str],
    body: bytes,
    seconds: float,
    to: Destinations,
    *,
    method: str = "POST",
    whole: bool = False,
) -> Posted:
    """What a request is answered with, a POST if nothing else is said.

    Args:
        url: where it goes.
        headers: those besides what HTTP needs.
        body: the whole of it.
        seconds: how long it may take, from looking up the host to the status.
        to: where anything may be sent.
        method: another one.
        whole: whether the body of the response is waited for.

    Raises:
        NotAnswered: it is not, or not in time.
    """
    try:
        async with asyncio.timeout(seconds):
            return await _exchanged(method, url, headers, body, to, whole=whole)
    except TimeoutError:
        raise NotAnswered(f"no response within {seconds:g} seconds") from None
    except (OSError, EOFError, ValueError) as error:
        raise NotAnswered(str(error) or type(error).__name__) from None


async def _exchanged(
    method: str,
    url: str,
    headers: Mapping[str, str],
    body: bytes,
    to: Destinations,
    *,
    whole: bool,
) -> Posted:
    parts = urlsplit(url)
    reader, writer = await _connected(parts, to)
    try:
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        sent = {
            "Host": parts.netloc,
            **headers,
            "Content-Length": str(len(body)),
            "Connection": "close",
        }
        lines = [f"{method} {target} HTTP/1.1", *(f"{name}: {text}" for name, text in sent.items())]
        writer.write("\r\n".join([*lines, "", ""]).encode("latin-1") + body)
        await writer.drain()
        answered = await _answered(reader)
        return answered._replace(body=await reader.read(_MOST)) if whole else answered
    finally:
        writer.close()


async def _connected(
    parts: SplitResult, to: Destinations
) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """A connection to the first address that takes one."""
    secure, host = parts.scheme == "https", parts.hostname or ""
    port = parts.port or (443 if secure else 80)
    failed: OSError = ConnectionError(f"{host} has no address")
    for address in await to.addresses(host, port):
        try:
            return await asyncio.open_connection(
                address,
                port,
                ssl=ssl.create_default_context() if secure else None,
                server_hostname=host if secure else None,
                limit=_MOST,
            )
        except OSError as error:
            failed = error
    raise failed


async def _answered(reader: asyncio.StreamReader) -> Posted:
    """Status and headers of the final response; what is interim is passed over."""
    while True:
        line = await reader.readline()
        version, _, rest = line.decode("latin-1").partition(" ")
        if not version.startswith("HTTP/1.") or not rest[:3].isdecimal():
            raise ValueError("the response is no HTTP" if line else "the connection was closed")
        headers = {}
        while line := (await reader.readline()).strip():
            name, _, text = line.decode("latin-1").partition(":")
            headers[name.strip().lower()] = text.strip()
        status = int(rest[:3])
        if status >= 200:
            return Posted(status, headers)
