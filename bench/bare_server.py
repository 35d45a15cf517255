"""A server of fixed answers, so that what a client costs is not lost in what a server costs.

Run as `python -m bench.bare_server PORT`. It looks at nothing but the path.
"""

from __future__ import annotations

import asyncio
import json
import sys
from typing import Any

from bench.places import answer, operations

USERS = 300
"""How many users a page of `user.list` holds."""
TOKEN_PATH = "/oauth/token"
"""Where the constructor of zoomus fetches a token."""


def users() -> dict[str, Any]:
    """The documented page of users, made long."""
    page = answer("user.list")
    user = page["users"][0]
    many = [{**user, "id": f"user_{n}", "email": f"user{n}@company.com"} for n in range(USERS)]
    return {**page, "page_size": USERS, "total_records": USERS, "users": many}


def _responses() -> dict[bytes, bytes]:
    found: dict[str, Any] = {
        operations()[id][0]: answer(id) for id in ("user.get", "meeting.create")
    }
    found[operations()["user.list"][0]] = users()
    found[TOKEN_PATH] = {"access_token": "token", "expires_in": 3600}
    return {path.encode(): _response(json.dumps(value).encode()) for path, value in found.items()}


def _response(body: bytes) -> bytes:
    head = f"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {len(body)}"
    return head.encode() + b"\r\n\r\n" + body


class _Connection(asyncio.Protocol):
    responses: dict[bytes, bytes]

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._received = b""

    def data_received(self, data: bytes) -> None:
        self._received += data
        head, found, body = self._received.partition(b"\r\n\r\n")
        if not found or len(body) < _content_length(head):
            return
        self._received = b""
        path = head.split(b" ", 2)[1].partition(b"?")[0]
        self._transport.write(self.responses[path])


def _content_length(head: bytes) -> int:
    _, found, rest = head.lower().partition(b"\r\ncontent-length:")
    return int(rest.partition(b"\r\n")[0]) if found else 0


async def _serve(port: int) -> None:
    _Connection.responses = _responses()
    server = await asyncio.get_running_loop().create_server(_Connection, "127.0.0.1", port)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(_serve(int(sys.argv[1])))
