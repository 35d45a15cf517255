"""What a call waits for behind a response: fewer requests, or something to be ready."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import NotReady, RateLimited

if TYPE_CHECKING:
    from ..limits.limiter import Limiter
    from ..request import Request
    from ..transport.call_events import CallEvents
    from ..transport.retry import Attempts


async def after_refusal(
    error: RateLimited | NotReady, request: Request, attempts: Attempts, limiter: Limiter | None
) -> float | None:
    """Seconds until a request that was refused is sent again; None if it is not."""
    if isinstance(error, NotReady):
        return attempts.until_ready(error.retry_after)
    if limiter is not None:
        await limiter.refused(request.operation, request.arguments, error)
    return attempts.after_refusal(error)


def tell(call_events: CallEvents, pause: float, error: RateLimited | NotReady) -> None:
    """Tell the hooks that a call waits, and what for."""
    if isinstance(error, NotReady):
        call_events.waits(pause, "not ready")
    else:
        call_events.waits(pause, "refusal", error.group)
