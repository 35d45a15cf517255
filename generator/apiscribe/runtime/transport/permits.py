"""What sending needs of rate limits: the right to send a request, wherever it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..operation import Operation
    from .call_events import CallEvents
    from .retry import Attempts


class Permit(Protocol):
    """The right to send one request."""

    async def give_back(self) -> None:
        """For a request that was not sent."""
        ...

    async def learn(self, headers: Mapping[str, str], body: bytes) -> None:
        """What a response tells of what is left of the limit."""
        ...


class PermitSource(Protocol):
    """Gives each request its permit."""

    async def acquire(
        self,
        operation: Operation,
        attempts: Attempts,
        call_events: CallEvents | None = None,
        arguments: Mapping[str, object] = ...,
    ) -> Permit | None:
        """A permit, once there is one; None if none is needed.

        Raises:
            RateLimited: the call may not wait until then.
            TransportError: permits cannot be counted.
        """
        ...
