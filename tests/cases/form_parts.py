"""The parts of a form that came over a socket."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import HTTP
from typing import Any

Part = tuple[str, str | None, str | None, bytes]


def parts(received: Any) -> list[Part]:
    """The parts of a form: name, file name, media type, content."""
    head = b"Content-Type: " + received.headers["content-type"].encode() + b"\r\n\r\n"
    message: Any = message_from_bytes(head + received.body, policy=HTTP)
    return [
        (
            part.get_param("name", header="content-disposition"),
            part.get_filename(),
            part.get_content_type() if "content-type" in part else None,
            part.get_payload(decode=True),
        )
        for part in message.iter_parts()
    ]
