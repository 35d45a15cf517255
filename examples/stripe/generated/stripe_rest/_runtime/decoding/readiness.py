"""Responses that say that nothing is ready yet, after which the same is asked again."""

from __future__ import annotations

from time import time

from ..errors import NotReady
from ..request import Request
from ..semantics.numbers import read_number
from ..semantics.paths import reach
from .json_text import read_json
from .response import Response
from .retry_after import read_retry_after


def not_ready(response: Response, request: Request) -> NotReady | None:
    """The error of a response that says so; None for all others."""
    operation = request.operation
    if operation.pending is None or response.status != operation.pending[0]:
        return None
    asked = _told(response, operation.pending_told)
    if asked is None:
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


def _told(response: Response, place: tuple[str, str, int] | None) -> float | None:
    """The seconds that a response says at a place of the API's own; None if none."""
    if place is None:
        return None
    key, header, units = place
    said = response.headers.get(header, "") if header else reach(read_json(response)[0], key)
    number = read_number(said) if isinstance(said, str) else said
    if isinstance(number, bool) or not isinstance(number, int | float) or number < 0:
        return None
    return number / units
