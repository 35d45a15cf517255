"""HTTP as uvicorn speaks it, with three things changed.

What is no HTTP at all is answered in the API's envelope as well. A head has a largest
size; of the two parsers that uvicorn uses, the fast one knows none. And no request is
logged by uvicorn, which would write down query strings, and credentials with them.
"""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.auto import AutoHTTPProtocol

from .answers import Failure, failure
from .api import ErrorShape

_MAX_HEAD = 1024 * 1024
"""Well above the application's limit, whose answer a client has a better chance to read."""


def protocol_class(shape: ErrorShape) -> type[asyncio.Protocol]:
    """A protocol that answers in an envelope of this shape."""

    class Protocol(AutoHTTPProtocol):  # type: ignore[misc, valid-type]  # whichever is installed
        def __init__(self, *args: Any, **options: Any) -> None:
            super().__init__(*args, **options)
            self.access_log = False
            self._head: int | None = None
            """How much of a head has come, as long as one is coming."""

        def data_received(self, data: bytes) -> None:
            if self._head is not None:
                self._head += len(data)
            super().data_received(data)
            if self._head is not None and self._head > _MAX_HEAD:
                self.send_400_response(f"The head of a request has more than {_MAX_HEAD} bytes.")

        def on_message_begin(self) -> None:
            self._head = 0
            super().on_message_begin()

        def on_headers_complete(self) -> None:
            self._head = None
            super().on_headers_complete()

        def send_400_response(self, msg: str) -> None:
            self._head = None
            self.transport.write(_refusal(shape, msg))
            self.transport.close()

    return Protocol


def _refusal(shape: ErrorShape, message: str) -> bytes:
    """A whole response. Its status is that of HTTP: the request has not reached the API."""
    content = failure(shape, Failure("malformed", message)).content
    head = (
        "HTTP/1.1 400 Bad Request\r\ncontent-type: application/json\r\n"
        f"content-length: {len(content)}\r\nconnection: close\r\n\r\n"
    )
    return head.encode() + content
