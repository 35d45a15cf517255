"""How long a server asks to wait before the next request."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from email.utils import mktime_tz, parsedate_tz
from math import isfinite

from ..envelope import Wait
from ..errors import RateLimited
from ..operation import Operation
from ..semantics import durations
from ..semantics.paths import reach


def fill_in_limit(
    error: RateLimited,
    operation: Operation,
    now: float,
    waits: Iterable[Wait] = (),
    data: object = None,
) -> None:
    """Fill in what is known of the limit that a call of `operation` has run into."""
    if error._pause is not None:
        waits = (*(each for each in waits if each.seconds is None), Wait(header="retry-after"))
        waits = (*waits, Wait(seconds=error._pause))
    error.retry_after = asked_wait(waits, error.headers, data, now)
    error._is_told = error.retry_after is not None
    lengths = [limit.seconds for limit in operation.limits if limit.requests]
    if error.retry_after is None and lengths:
        error.retry_after = float(min(lengths))
    if len(operation.limits) == 1:
        error.group = operation.limits[0].group


def asked_wait(
    waits: Iterable[Wait], headers: Mapping[str, str], data: object, now: float
) -> float | None:
    """The seconds that a response asks to wait, where the API says that or in Retry-After."""
    told = (told_wait(wait, headers, data, now) for wait in waits)
    found = next((each for each in told if each is not None), None)
    return read_retry_after(headers, now) if found is None else found


def read_retry_after(headers: Mapping[str, str], now: float) -> float | None:
    """The seconds of a Retry-After header, which has a number or a date; None if neither."""
    text = headers.get("retry-after", "").strip()
    seconds, _, fraction = text.partition(".")
    if seconds.isascii() and seconds.isdecimal():
        # HTTP has whole seconds only; not all who speak it know.
        part = fraction[:9] if fraction.isascii() and fraction.isdecimal() else ""
        return float(f"{seconds[:9]}.{part}")
    moment = _seconds(text)
    if moment is None:
        return None
    # By the server's own clock, if it tells that: ours may be wrong, or stopped by a test suite.
    told = _seconds(headers.get("date", ""))
    return max(moment - (now if told is None else told), 0.0)


def told_wait(wait: Wait, headers: Mapping[str, str], data: object, now: float) -> float | None:
    """The seconds of a wait that is told at a place of the API's own, or is always as long."""
    if wait.seconds is not None:
        return float(wait.seconds)
    if wait.header == "retry-after" and wait.unit == "seconds":
        return read_retry_after(headers, now)
    value = headers.get(wait.header) if wait.header is not None else reach(data, wait.key or "")
    if wait.unit == "rfc3339":
        return _until(value, headers, now)
    if wait.unit == "units":
        span = durations.read(value, ("units",))
        return None if span is None else max(span.total_seconds(), 0.0)
    try:
        number = float(value) if isinstance(value, str | int | float) else None
    except (ValueError, OverflowError):
        return None
    if number is None or isinstance(value, bool) or not isfinite(number):
        return None
    match wait.unit:
        case "seconds":
            return max(number, 0.0)
        case "milliseconds":
            return max(number / 1000, 0.0)
        case "epoch_seconds" | "epoch_milliseconds":
            # By the server's own clock, if it tells that.
            told = _seconds(headers.get("date", ""))
            moment = number if wait.unit == "epoch_seconds" else number / 1000
            return max(moment - (now if told is None else told), 0.0)


def _until(value: object, headers: Mapping[str, str], now: float) -> float | None:
    """The seconds until a moment that is written out."""
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    if moment is None:
        return None
    told = _seconds(headers.get("date", ""))
    zoned = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(zoned.timestamp() - (now if told is None else told), 0.0)


def _seconds(date: str) -> float | None:
    """Those since 1970 of a date as HTTP writes it; None if it is none."""
    parts = parsedate_tz(date)
    try:
        return None if parts is None else mktime_tz(parts)
    except (ValueError, OverflowError):
        return None
