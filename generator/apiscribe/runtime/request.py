"""One request, ready to be sent, and how messages may show it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from .config import Secret
from .operation import Operation
from .validation.messages import show

_SHORTEST_HIDDEN = 8
"""Shorter secrets are not hidden: such text may be in a message for other reasons."""


class Request(Struct, frozen=True, kw_only=True):
    """One request, ready to be sent to any base URL."""

    operation: Operation
    method: str
    target: str
    shown: str
    """The target as logs may show it."""
    headers: Mapping[str, str]
    body: bytes | str | None
    arguments: Mapping[str, object]
    credentials: Mapping[str, Secret]

    def hide(self, text: str) -> str:
        """`text` without the credentials and sensitive arguments that it may quote."""
        secrets = [secret.reveal() for secret in self.credentials.values()]
        secrets += [str(self.arguments.get(name, "")) for name in self.operation.sensitive]
        for secret in secrets:
            if len(secret) >= _SHORTEST_HIDDEN:
                text = text.replace(secret, "***")
        return text

    def described(self) -> dict[str, str]:
        """The arguments as messages may show them, without the contents of lists and objects."""
        hidden = self.operation.sensitive
        return {
            name: "***" if name in hidden else self._described(value)
            for name, value in self.arguments.items()
        }

    def _described(self, value: object) -> str:
        if isinstance(value, str):
            # Hidden before it is shortened: half of a secret would not be found.
            return show(self.hide(value))
        if value is None or isinstance(value, int | float | date):
            return self.hide(show(value))
        return f"<{type(value).__name__}>"

    def __repr__(self) -> str:
        return f"<Request {self.method} {self.shown}>"
