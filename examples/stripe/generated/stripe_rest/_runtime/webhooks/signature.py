"""Signatures of deliveries (HMAC): checked in a time that tells nothing, and made for tests."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping

from msgspec import Struct

from .body import Headers, header
from .digests import Digests
from .secrets_given import Secrets, each_of

_PLACEHOLDER = re.compile(r"(\{[^{}]*\})")
_SECONDS = re.compile(r"[0-9]{1,12}").fullmatch


class Timestamp(Struct, frozen=True, kw_only=True):
    """Where the moment of a delivery stands, in seconds since 1970."""

    header: str | None = None
    """A header of its own."""
    prefix: str = ""
    """What it begins with among the elements of the signature's header, if it stands there."""
    tolerance: int
    """Seconds that it may lie in the past or future."""


class Signature(Digests, frozen=True, kw_only=True):
    """How deliveries are signed, in a header.

    What is signed has `{body}`, `{timestamp}` and `{header:Name}` in it.
    """

    header: str
    separator: str | None = None
    """What stands between the elements of the header; None if there is only one."""
    timestamp: Timestamp | None = None

    def accepts(self, headers: Headers, body: bytes, secrets: Secrets) -> bool:
        """Whether a request is signed with one of the secrets, and recently."""
        keys = [self.key_of(each) for each in each_of(secrets)]
        elements = self._elements(header(headers, self.header.lower()))
        moment = self._moment(headers, elements)
        if moment is None:
            return False
        found = [text.removeprefix(self.prefix) for text in elements if self._is_signature(text)]
        return self.is_one(found, keys, self._signed(body, moment, headers))

    def sign(
        self, body: bytes, secret: str, *, timestamp: int | None, headers: Mapping[str, str]
    ) -> dict[str, str]:
        """The headers of a delivery that is signed at `timestamp`, or now."""
        (only,) = each_of(secret)
        moment = str(int(time.time()) if timestamp is None else timestamp)
        signed = self._signed(body, moment, headers)
        signature = f"{self.prefix}{self.written(self.key_of(only), signed).decode()}"
        if self.timestamp is None:
            return {self.header: signature}
        if self.timestamp.header is not None:
            return {self.timestamp.header: moment, self.header: signature}
        return {self.header: f"{self.timestamp.prefix}{moment}{self.separator}{signature}"}

    def _elements(self, text: str) -> list[str]:
        if self.separator is None:
            return [text.strip()]
        return [each.strip() for each in text.split(self.separator)]

    def _is_signature(self, element: str) -> bool:
        return len(element) > len(self.prefix) and element.startswith(self.prefix)

    def _moment(self, headers: Headers, elements: list[str]) -> str | None:
        """The text of the timestamp; None if it is none, or too far away."""
        where = self.timestamp
        if where is None:
            return ""
        if where.header is not None:
            found = [header(headers, where.header.lower()).strip()]
        else:
            prefix = where.prefix
            found = [each.removeprefix(prefix) for each in elements if each.startswith(prefix)]
        # Two of them, and nobody could say which one is signed.
        if len(found) != 1 or not _SECONDS(found[0]):
            return None
        return found[0] if abs(time.time() - int(found[0])) <= where.tolerance else None

    def _signed(self, body: bytes, moment: str, headers: Headers) -> bytes:
        return b"".join(self._parts(body, moment, headers))

    def _parts(self, body: bytes, moment: str, headers: Headers) -> Iterator[bytes]:
        for part in _PLACEHOLDER.split(self.signs):
            if part == "{body}":
                yield body
            elif part == "{timestamp}":
                yield moment.encode()
            elif part.startswith("{header:"):
                yield header(headers, part[8:-1].lower()).encode("utf-8", "surrogateescape")
            else:
                yield part.encode()
