"""HMAC with the secrets of an API, as it writes them."""

from __future__ import annotations

import base64
import hmac
from typing import Literal

from msgspec import Struct

from ..errors import ConfigurationError
from ..semantics.base64_text import write


class Digests(Struct, frozen=True, kw_only=True):
    """What signatures have in common, wherever they stand."""

    hash: Literal["sha1", "sha256", "sha512"]
    encoding: Literal["hex", "base64", "base64url"] = "hex"
    signs: str = "{body}"
    """What is signed, with what is put in it between braces."""
    prefix: str = ""
    """What a signature begins with."""
    secret_prefix: str = ""
    """What a secret begins with that is no part of the key."""
    secret_encoding: Literal["text", "base64"] = "text"

    def key_of(self, secret: str) -> bytes:
        text = secret.removeprefix(self.secret_prefix)
        try:
            key = text.encode() if self.secret_encoding == "text" else _from_base64(text)
        except ValueError:
            key = b""
        if not key:
            raise ConfigurationError("one of secrets= is not what the service hands out")
        return key

    def written(self, key: bytes, signed: bytes) -> bytes:
        digest = hmac.digest(key, signed, self.hash)
        if self.encoding == "hex":
            return digest.hex().encode()
        return str(write(digest, self.encoding)).encode()

    def is_one(self, found: list[str], keys: list[bytes], signed: bytes) -> bool:
        """Whether one of the signatures is right. All are looked at: which it is would show."""
        right = [
            hmac.compare_digest(self.written(key, signed), given.encode("utf-8", "replace"))
            for key in keys
            for given in map(self._folded, found)
        ]
        return any(right)

    def _folded(self, given: str) -> str:
        if self.encoding == "base64url":
            return given.rstrip("=")
        return given.lower() if self.encoding == "hex" else given


def _from_base64(text: str) -> bytes:
    return base64.b64decode(text.encode("ascii"), validate=True)
