"""Responses whose bodies are read after the call, while they come."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from typing import TYPE_CHECKING, ClassVar, Literal, Protocol

from ..semantics.media_types import is_among

if TYPE_CHECKING:
    from .call_events import CallEvents


class Late(Enum):
    """In the place of a piece that does not come in time."""

    LATE = "nothing more came in time"


class OpenBody(Protocol):
    """A body that is read while it comes."""

    let_go: Callable[[], None] | None
    """Called once, when its connection is in use no more."""

    async def piece(self) -> bytes | Late | None:
        """What comes next, empty if that is all; None if the rest never comes."""
        ...

    def hurry(self, seconds: float) -> None:
        """Wait no longer than that for what comes next."""
        ...

    def close(self) -> None:
        """Let go of the connection, whoever reads. Closing twice is fine."""
        ...


class Opening:
    """Takes the body of a success that comes item by item; a `Sink` takes other bodies.

    Args:
        media_types: what such a body may be called.
        strictly: whether one that is called otherwise is another, and read as a whole.
        unwanted: the status of a success whose body is another.
    """

    stays_open: ClassVar[Literal[True]] = True
    size = 0
    is_spent = False

    def __init__(
        self, media_types: tuple[str, ...], *, strictly: bool, unwanted: int | None
    ) -> None:
        self.body: OpenBody | None = None
        self.unwanted = unwanted
        self.events: CallEvents | None = None
        """Of the call, which is not over before the body is."""
        self._media_types = media_types
        self._strictly = strictly

    def wants(self, headers: Mapping[str, str]) -> bool:
        """Whether a body with these headers comes item by item."""
        told = headers.get("content-type", "")
        return not self._strictly or not told or is_among(told, self._media_types)

    def keeps(self, let_go: Callable[[], None]) -> bool:
        """Whether a connection is still in use; `let_go` is then called when it is no more."""
        if self.body is None:
            return False
        self.body.let_go = let_go
        return True
