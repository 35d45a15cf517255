"""How long a server asks to wait before the next request."""

from __future__ import annotations

from collections.abc import Mapping
from email.utils import mktime_tz, parsedate_tz

from ..errors import RateLimited
from ..operation import Operation


def fill_in_limit(error: RateLimited, operation: Operation, now: float) -> None:
    """Fill in what is known of the limit that a call of `operation` has run into."""
    error.retry_after = read_retry_after(error.headers, now)
    if error.retry_after is None and operation.limits:
        error.retry_after = float(min(limit.seconds for limit in operation.limits))
    if len(operation.limits) == 1:
        error.group = operation.limits[0].group


def read_retry_after(headers: Mapping[str, str], now: float) -> float | None:
    """The seconds of a Retry-After header, which has a number or a date; None if neither."""
    text = headers.get("retry-after", "").strip()
    if text.isascii() and text.isdecimal():
        return float(text[:9])
    moment = parsedate_tz(text)
    try:
        return None if moment is None else max(mktime_tz(moment) - now, 0.0)
    except (ValueError, OverflowError):
        return None
