"""Requests before any event, by which a service asks whether somebody is at an address."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qs

import msgspec
from msgspec import Struct

from .body import Headers, header


class ChallengeReply(Struct, frozen=True):
    """What a challenge is answered with, at status 200."""

    content_type: str
    body: bytes


class Ask(Struct, frozen=True, kw_only=True):
    """How a service asks, and what is sent back."""

    method: str
    query: str | None = None
    """What of the query is sent back, if anything is."""
    as_json: bool = False
    """Whether it is sent back as an object, under its own name; otherwise as text."""
    header: str | None = None
    """The header that is sent back, if one is."""
    secret: bool = False
    """Whether that is the secret which deliveries are vouched for with from now on."""

    def reply_to(self, query: str) -> ChallengeReply | None:
        """None if nothing of it is to be sent back, or nothing is there."""
        asked = parse_qs(query, keep_blank_values=True, max_num_fields=100).get(self.query or "")
        if not asked:
            return None
        if self.as_json:
            return ChallengeReply("application/json", msgspec.json.encode({self.query: asked[0]}))
        return ChallengeReply("text/plain; charset=utf-8", asked[0].encode())

    def is_asked(self, query: str, headers: Headers) -> bool:
        """Whether a request with this method is no delivery."""
        if self.method != "POST":
            return True
        if self.query is None:
            return self.said(headers) is not None
        return self.query in parse_qs(query, keep_blank_values=True, max_num_fields=100)

    def said(self, headers: Headers) -> str | None:
        """What stands in the header that is sent back; None if nothing does."""
        text = header(headers, self.header.lower()) if self.header is not None else None
        return text if text and text.isascii() and text.isprintable() else None

    def reply_headers(self, said: str | None) -> Mapping[str, str]:
        """The headers of the reply."""
        return {self.header: said} if self.header is not None and said is not None else {}
