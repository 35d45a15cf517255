"""Signatures of deliveries (HMAC): checked in a time that tells nothing, and made for tests."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import parse_qsl

from msgspec.structs import replace

from ..errors import ConfigurationError
from .body import Headers, header
from .digests import Digests
from .moments import Moment
from .secrets_given import Secrets, each_of

_PLACEHOLDER = re.compile(r"(\{[^{}]*\})")


class Timestamp(Moment, frozen=True, kw_only=True):
    """Where the moment of a delivery stands."""

    header: str | None = None
    """A header of its own."""
    prefix: str = ""
    """What it begins with among the elements of the signature's header, if it stands there."""


class Signature(Digests, frozen=True, kw_only=True):
    """How deliveries are signed, in a header.

    What is signed has `{body}`, `{fields}`, `{url}`, `{timestamp}` and `{header:Name}` in it.
    """

    header: str
    others: tuple[str, ...] = ()
    """Further headers, where a signature in one of them is enough."""
    separator: str | None = None
    """What stands between the elements of the header; None if there is only one."""
    timestamp: Timestamp | None = None
    url: str = ""
    """The address that the service was told, where that is signed."""

    @property
    def vouching(self) -> tuple[str, ...]:
        """Its headers, with names in lower case."""
        moment = self.timestamp.header if self.timestamp is not None else None
        named = (self.header, *self.others, moment)
        return tuple(name.lower() for name in named if name is not None)

    def at(self, url: str) -> Signature:
        """The same for what is sent to an address.

        Raises:
            ConfigurationError: it is no address.
        """
        if not url.startswith(("https://", "http://")):
            raise ConfigurationError("`url` is not the whole address that the service was told")
        return replace(self, url=url)

    def accepts(self, headers: Headers, body: bytes, secrets: Secrets) -> bool:
        """Whether a request is signed with one of the secrets, and recently."""
        keys = [self.key_of(each) for each in each_of(secrets)]
        texts = (header(headers, name.lower()) for name in (self.header, *self.others))
        elements = [each for text in texts for each in self._elements(text)]
        moment = self._moment(headers, elements)
        if moment is None:
            return False
        found = [text.removeprefix(self.prefix) for text in elements if self._is_signature(text)]
        return self.is_one(found, keys, self._signed(body, moment, headers))

    def sign(
        self, body: bytes, secret: str, *, timestamp: int | None, headers: Mapping[str, str]
    ) -> dict[str, str]:
        """The headers of a delivery that is signed at `timestamp`, or now, in the first of them."""
        (only,) = each_of(secret)
        moment = "" if self.timestamp is None else self.timestamp.written(timestamp)
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
        return found[0] if len(found) == 1 and where.is_recent(found[0]) else None

    def _signed(self, body: bytes, moment: str, headers: Headers) -> bytes:
        return b"".join(self._parts(body, moment, headers))

    def _parts(self, body: bytes, moment: str, headers: Headers) -> Iterator[bytes]:
        for part in _PLACEHOLDER.split(self.signs):
            if part == "{body}":
                yield body
            elif part == "{fields}":
                yield _fields(body)
            elif part == "{url}":
                yield self.url.encode()
            elif part == "{timestamp}":
                yield moment.encode()
            elif part.startswith("{header:"):
                yield header(headers, part[8:-1].lower()).encode("utf-8", "surrogateescape")
            else:
                yield part.encode()


def _fields(body: bytes) -> bytes:
    """The fields of a form in the order of their names, each name with its value behind it."""
    pairs = parse_qsl(body.decode("utf-8", "surrogateescape"), keep_blank_values=True)
    return "".join(f"{name}{text}" for name, text in sorted({*pairs})).encode(
        "utf-8", "surrogateescape"
    )
