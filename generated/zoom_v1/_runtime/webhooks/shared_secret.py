"""A secret that each delivery has in a header, compared in a time that tells nothing."""

from __future__ import annotations

import hmac
from collections.abc import Mapping

from msgspec import Struct

from .body import Headers, header
from .secrets_given import Secrets, each_of


class SharedSecret(Struct, frozen=True, kw_only=True):
    """The header that holds it, and what stands before it there."""

    header: str
    prefix: str = ""

    @property
    def vouching(self) -> tuple[str, ...]:
        """Its header, with the name in lower case."""
        return (self.header.lower(),)

    def accepts(self, headers: Headers, body: bytes, secrets: Secrets) -> bool:
        """Whether a request has one of the secrets."""
        given = header(headers, self.header.lower()).encode("utf-8", "surrogateescape")
        expected = [f"{self.prefix}{each}".encode() for each in each_of(secrets)]
        # All of them, because which one it is would show.
        right = [hmac.compare_digest(given, each) for each in expected]
        return any(right)

    def sign(
        self, body: bytes, secret: str, *, timestamp: int | None, headers: Mapping[str, str]
    ) -> dict[str, str]:
        """The header of a delivery."""
        (only,) = each_of(secret)
        return {self.header: f"{self.prefix}{only}"}
