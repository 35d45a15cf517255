"""Who may use the control API: whoever is on this machine, or knows the token."""

from __future__ import annotations

import hmac
import re
from collections.abc import Mapping
from secrets import token_bytes

from ..destinations import is_loopback

_TOKEN = re.compile(r"[!-~]+").fullmatch


class NotAllowed(Exception):
    """A caller who may not use the control API."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


class Access:
    """Looks at callers. With a token, everybody needs it.

    Raises:
        ValueError: the token is none that a header can carry, such as an empty one.
    """

    __slots__ = ("_digest", "_key")

    def __init__(self, token: str | None = None) -> None:
        if token is not None and not _TOKEN(token):
            raise ValueError(
                "control_token= is no token: one or more of the characters that ASCII has, without"
                " spaces; leave it out for callers on this machine"
            )
        # A digest with a key of this process: lengths do not show, nor does the token.
        self._key = token_bytes(32)
        self._digest = None if token is None else self._digested(token.encode())

    def check(self, headers: Mapping[bytes, bytes], client: tuple[str, int] | None) -> None:
        """Let a caller pass.

        Raises:
            NotAllowed: who has no token, or is on another machine.
        """
        if self._digest is not None:
            kind, _, given = headers.get(b"authorization", b"").partition(b" ")
            right = hmac.compare_digest(self._digested(given.strip()), self._digest)
            if kind.lower() != b"bearer" or not right:
                message = "the header `Authorization: Bearer TOKEN` has to hold the control token"
                raise NotAllowed(401, message)
        elif client is not None and not is_loopback(client[0]):
            message = (
                "the control API is for this machine; start the stub with control_token= or"
                " --control-token to use it from others"
            )
            raise NotAllowed(403, message)

    def _digested(self, token: bytes) -> bytes:
        return hmac.digest(self._key, token, "sha256")
