"""Events that come as JSON: the same as those that come as forms, with the body as it was."""

from __future__ import annotations

from typing import Any

import msgspec

from .events import Known, Sent


class KnownEvent(Known, frozen=True, kw_only=True):
    """An event of a documented kind."""

    body: Any
    """The JSON that was sent, as it was; None if there was no body."""
    stamp: str = ""
    """What tells deliveries without a body apart, besides their headers."""

    def _content(self) -> bytes:
        if self.body is None:
            return msgspec.json.encode([self.headers, self.stamp], order="deterministic")
        return _in_any_order(self.body, self.apart)


class UnknownEvent(Sent, frozen=True, kw_only=True):
    """An event of a kind that is not documented, as it came."""

    name = "unknown"
    body: Any
    """The JSON that was sent, as it was."""

    def _content(self) -> bytes:
        return _in_any_order(self.body, self.apart)

    def __repr__(self) -> str:
        # Nobody knows which of the texts may be shown.
        return f"{type(self).__name__}(body={self._shown()})"

    def __rich_repr__(self) -> list[tuple[str, object]]:
        return [("body", self._shown())]

    def _shown(self) -> object:
        return sorted(self.body) if isinstance(self.body, dict) else type(self.body).__name__


def _in_any_order(body: object, apart: tuple[tuple[str, ...], ...]) -> bytes:
    if apart:
        from ..semantics.paths import without

        body = without(body, apart)
    return msgspec.json.encode(body, order="deterministic")
