"""HTTP Basic authentication of requests, in a time that tells nothing."""

from __future__ import annotations

import binascii
import hmac
from base64 import b64decode
from contextlib import suppress
from secrets import token_bytes
from typing import NoReturn

from ..errors import ConfigurationError
from .body import Headers, header

CHALLENGE = 'Basic realm="webhooks", charset="UTF-8"'


class BasicCredentials:
    """The one user name and password that are right; it can say so, and cannot show them.

    Raises:
        ConfigurationError: HTTP cannot carry them, or there is no password.
    """

    __slots__ = ("_digests", "_key")

    def __init__(self, username: str, password: str) -> None:
        if not all(isinstance(each, str) for each in (username, password)):
            raise ConfigurationError("username= and password= are not both text")
        if ":" in username:
            raise ConfigurationError("username= holds a colon, which HTTP cannot carry")
        if not password:
            raise ConfigurationError("password= is empty, which would let everyone in")
        text = f"{username}:{password}"
        # Keyed with a key of this process: of no use to whoever gets to see it.
        self._key = token_bytes(32)
        # Before RFC 7617, clients sent Latin-1 as often as UTF-8.
        self._digests = tuple(map(self._digest, _encodings(text)))

    def accepts(self, headers: Headers, body: bytes) -> bool:
        """Whether a request has them."""
        return self.match(header(headers, "authorization"))

    def match(self, authorization: str) -> bool:
        """Whether a header `Authorization` holds them."""
        scheme, _, token = authorization.strip().partition(" ")
        try:
            given = b64decode(token.strip().encode("ascii"), validate=True)
        except (binascii.Error, UnicodeEncodeError):
            return False
        # Digests, because lengths would show; all of them, because which one would.
        digest = self._digest(given)
        found = [hmac.compare_digest(digest, each) for each in self._digests]
        return scheme.lower() == "basic" and any(found)

    def _digest(self, text: bytes) -> bytes:
        return hmac.digest(self._key, text, "sha256")

    def __repr__(self) -> str:
        return "BasicCredentials(***)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("credentials cannot be copied or pickled")


def _encodings(text: str) -> list[bytes]:
    found = []
    for encoding in ("utf-8", "latin-1"):
        with suppress(UnicodeEncodeError):
            found.append(text.encode(encoding))
    if not found:
        raise ConfigurationError("username= or password= has characters that cannot be sent")
    return found
