"""HTTP as uvicorn speaks it, with a few things changed.

What is no HTTP at all is answered in the API's envelope as well. No request is logged by
uvicorn, which would write down query strings, and credentials with them. And where the
faster of its two parsers is installed, two shortcomings of that one are made up for.
"""

from __future__ import annotations

import asyncio
import sys
from typing import Any, ClassVar

from uvicorn.protocols.http.auto import AutoHTTPProtocol

from .api import ErrorShape
from .responses import RequestRefused, failure

_MAX_HEAD = 1024 * 1024
"""Well above the application's limit, whose answer a client has a better chance to read."""


def protocol_class(shape: ErrorShape) -> type[asyncio.Protocol]:
    """A protocol that answers in an envelope of this shape."""
    fast = AutoHTTPProtocol.__name__ == "HttpToolsProtocol"
    kind = _FastProtocol if fast else _Protocol
    return type(kind.__name__, (kind,), {"shape": shape})


class _Protocol(AutoHTTPProtocol):  # type: ignore[misc, valid-type]  # one of two, as installed
    shape: ClassVar[ErrorShape]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.access_log = False

    def send_400_response(self, msg: str) -> None:
        """Refuse with the status of HTTP: such a request has not reached the API."""
        content = failure(self.shape, RequestRefused("malformed", msg)).content
        head = (
            "HTTP/1.1 400 Bad Request\r\ncontent-type: application/json\r\n"
            f"content-length: {len(content)}\r\nconnection: close\r\n\r\n"
        )
        self.transport.write(head.encode() + content)
        self.transport.close()


class _FastProtocol(_Protocol):
    """With httptools, whose parser takes a head of any size, and stops at an offer to upgrade."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._head: int | None = None
        """How much of a head has come, as long as one is coming."""
        self._received = b""

    def data_received(self, data: bytes) -> None:
        if self._head is not None:
            self._head += len(data)
        self._received = data
        super().data_received(data)
        if self._head is not None and self._head > _MAX_HEAD:
            self._head = None
            self.send_400_response(f"The head of a request has more than {_MAX_HEAD} bytes.")

    def on_message_begin(self) -> None:
        self._head = 0
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        self._head = None
        super().on_headers_complete()

    def _should_upgrade(self) -> bool:
        # CONNECT counts as an upgrade too; it is refused for having no path.
        return bool(self.scope["method"] != "CONNECT")

    def handle_websocket_upgrade(self) -> None:
        """Go on as if no upgrade had been offered, as a server may.

        Java's HttpClient offers one with each first request, and curl with --http2. Left
        alone, httptools would drop the body: https://github.com/Kludex/uvicorn/issues/2722
        """
        upgrade = sys.exception()  # called where it is caught; it knows where the head ends
        end = upgrade.args[0] if upgrade is not None else len(self._received)
        head = [f"{self.scope['method']} ".encode(), self.url, b" HTTP/1.1\r\n"]
        for name, value in self.headers:
            if name != b"upgrade":
                head += [name, b": ", value, b"\r\n"]
        self.connections.discard(self)
        successor = type(self)(
            config=self.config, server_state=self.server_state, app_state=self.app_state
        )
        successor.connection_made(self.transport)
        self.transport.set_protocol(successor)
        successor.data_received(b"".join([*head, b"\r\n", self._received[end:]]))
