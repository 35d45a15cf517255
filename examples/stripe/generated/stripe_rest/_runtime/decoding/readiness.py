"""Responses that say that nothing is ready yet, after which the same is asked again."""

from __future__ import annotations

from time import time

from ..errors import NotReady
from ..request import Request
from .response import Response
from .retry_after import read_retry_after


def not_ready(response: Response, request: Request) -> NotReady | None:
    """The error of a response that says so; None for all others."""
    operation = request.operation
    if operation.pending is None or response.status != operation.pending[0]:
        return None
    asked = read_retry_after(response.headers, time())
    pause = float(operation.pending[1]) if asked is None else asked
    error = NotReady(
        f"not ready yet; ask again in {pause:g} s",
        operation=operation.id,
        section=operation.section,
        status=response.status,
        body=response.body,
        headers=response.headers,
        arguments=request.described(),
    )
    error.retry_after = pause
    return error
