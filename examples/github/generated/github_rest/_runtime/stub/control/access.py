"""Who may use the control API: whoever is on this machine, or knows the token."""

from __future__ import annotations

import hmac
import ipaddress
from collections.abc import Mapping

from msgspec import Struct


class NotAllowed(Exception):
    """A caller who may not use the control API."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


class Access(Struct, frozen=True):
    """Looks at callers. With a token, everybody needs it."""

    token: str | None = None

    def check(self, headers: Mapping[bytes, bytes], client: tuple[str, int] | None) -> None:
        """Let a caller pass.

        Raises:
            NotAllowed: who has no token, or is on another machine.
        """
        if self.token is not None:
            kind, _, given = headers.get(b"authorization", b"").partition(b" ")
            right = hmac.compare_digest(given.strip(), self.token.encode())
            if kind.lower() != b"bearer" or not right:
                message = "the header `Authorization: Bearer TOKEN` has to hold the control token"
                raise NotAllowed(401, message)
        elif client is not None and not is_loopback(client[0]):
            message = (
                "the control API is for this machine; start the stub with control_token= or"
                " --control-token to use it from others"
            )
            raise NotAllowed(403, message)


def is_loopback(address: str) -> bool:
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(found, "ipv4_mapped", None)
    return (mapped or found).is_loopback
